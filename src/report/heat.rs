//! Which task is done at which hour, made from the sheets.

use std::collections::{BTreeSet, HashMap};

use super::classes::class_of;
use super::finding::{Class, Heat, HeatRow, WaveSize};
use crate::text::Text;
use crate::worktime::{Sheet, TaskList, Wave};

/// Sums the minutes of a wave by clock hour and task; `None` for a wave without sheets.
pub fn heat(sheets: &[(Wave, Sheet)], wave: Wave, list: &TaskList, classes: &[Class], text: &Text) -> Option<Heat> {
    let places: HashMap<&str, usize> = list
        .tasks
        .iter()
        .enumerate()
        .map(|(place, task)| (task.code.as_str(), place))
        .collect();
    let mut sums = vec![[0_u32; 24]; list.tasks.len()];
    let mut unfilled = [0_u32; 24];
    for sheet in of_wave(sheets, wave) {
        for cell in &sheet.cells {
            for share in &cell.shares {
                if let Some(place) = places.get(share.0.as_str()) {
                    sums[*place][hour(cell.start)] += share.1.0;
                }
            }
        }
        for (start, minutes) in sheet.unfilled_slots() {
            unfilled[hour(start)] += minutes.0;
        }
    }
    let rows: Vec<HeatRow> = list
        .tasks
        .iter()
        .zip(sums)
        .filter(|(_, minutes)| minutes.iter().any(|minutes| *minutes > 0))
        .map(|(task, minutes)| HeatRow {
            code: task.code.to_string(),
            name: text.lang().of(&task.name).to_owned(),
            class: class_of(classes, task),
            minutes,
        })
        .collect();
    let size = WaveSize {
        minutes: rows.iter().flat_map(|row| row.minutes).sum(),
        unfilled: unfilled.iter().sum(),
        ..counts_of(of_wave(sheets, wave), wave, text)?
    };
    Some(Heat {
        classes: classes.to_vec(),
        size,
        rows,
        unfilled,
    })
}

fn hour(minute: u16) -> usize {
    usize::from(minute / 60 % 24)
}

/// The sheets of one wave.
pub(super) fn of_wave(sheets: &[(Wave, Sheet)], wave: Wave) -> impl Iterator<Item = &Sheet> + Clone {
    sheets
        .iter()
        .filter(move |(other, _)| *other == wave)
        .map(|(_, sheet)| sheet)
}

/// How much the sheets hold; `None` without any. The minutes are those of their cells.
pub(super) fn size_of<'a>(
    sheets: impl Iterator<Item = &'a Sheet> + Clone,
    wave: Wave,
    text: &Text,
) -> Option<WaveSize> {
    Some(WaveSize {
        minutes: sheets.clone().map(|sheet| sheet.filled().0).sum(),
        unfilled: sheets.clone().map(|sheet| sheet.unfilled().0).sum(),
        ..counts_of(sheets, wave, text)?
    })
}

/// People, sheets and days, for those who sum up the minutes themselves; `None` without sheets.
fn counts_of<'a>(sheets: impl Iterator<Item = &'a Sheet>, wave: Wave, text: &Text) -> Option<WaveSize> {
    let sheets: Vec<&Sheet> = sheets.collect();
    let dates: BTreeSet<_> = sheets.iter().map(|sheet| sheet.date).collect();
    let people: BTreeSet<_> = sheets.iter().map(|sheet| &sheet.staff).collect();
    Some(WaveSize {
        id: wave.id(),
        label: text.say(&wave.label()),
        people: people.len(),
        sheets: sheets.len(),
        days: dates.len(),
        from: Some(*dates.first()?),
        to: dates.last().copied(),
        minutes: 0,
        unfilled: 0,
    })
}
