//! One day shift by shift, made from the sheets.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::classes::class_of;
use super::finding::{Class, OnDuty, Run, Timeline, TimelineBar};
use super::heat::{of_wave, size_of};
use crate::office::SMALLEST_GROUP;
use crate::text::Text;
use crate::worktime::{Cell, Sheet, TaskList, Wave};

/// Minutes of a day.
const DAY: u16 = 1440;

/// The dates of a wave on which a shift starts, each with its sheets.
pub fn timeline_dates(sheets: &[(Wave, Sheet)], wave: Wave) -> BTreeMap<NaiveDate, usize> {
    let mut dates = BTreeMap::new();
    for sheet in of_wave(sheets, wave) {
        *dates.entry(sheet.date).or_default() += 1;
    }
    dates
}

/// The date of a wave with most sheets, the earliest of several; `None` for a wave without sheets.
pub fn fullest_date(sheets: &[(Wave, Sheet)], wave: Wave) -> Option<NaiveDate> {
    let dates = timeline_dates(sheets, wave);
    let fullest = dates.iter().rev().max_by_key(|(_, sheets)| **sheets);
    fullest.map(|(date, _)| *date)
}

/// The shifts that start on a date, and the rest of those that began the day before; `None` when no shift starts.
///
/// People are letters; `with_codes` puts their codes beside, for the person-level view that was asked for by name.
pub fn timeline(
    sheets: &[(Wave, Sheet)],
    (wave, date): (Wave, NaiveDate),
    list: &TaskList,
    classes: &[Class],
    with_codes: bool,
    text: &Text,
) -> Option<Timeline> {
    let today = || of_wave(sheets, wave).filter(move |sheet| sheet.date == date);
    let size = size_of(today(), wave, text)?;
    let before = of_wave(sheets, wave).filter(|sheet| sheet.date.succ_opt() == Some(date));
    let mut shifts: Vec<(&Sheet, bool, Vec<Run>)> = before
        .map(|sheet| (sheet, true, past_midnight(runs(sheet, list, classes))))
        .chain(today().map(|sheet| (sheet, false, runs(sheet, list, classes))))
        .filter(|(_, _, runs)| !runs.is_empty())
        .collect();
    // Shifts of the same hours follow their work and not their code: a letter must not tell who it is.
    shifts.sort_by_cached_key(|(sheet, began_before, runs)| {
        let work: Vec<(u16, u16, Option<String>)> =
            runs.iter().map(|run| (run.from, run.to, run.task.clone())).collect();
        let ends = (runs.first().map(|run| run.from), runs.last().map(|run| run.to));
        (!began_before, ends, work, sheet.key(wave))
    });
    let mut letters: Vec<&str> = Vec::new();
    let mut bars = Vec::with_capacity(shifts.len());
    for (sheet, began_before, runs) in shifts {
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
            continue;
        };
        let code = sheet.staff.as_str();
        let place = letters.iter().position(|other| *other == code).unwrap_or_else(|| {
            letters.push(code);
            letters.len() - 1
        });
        bars.push(TimelineBar {
            letters: letters_of(place),
            staff: with_codes.then(|| code.to_owned()),
            began_before,
            from: first.from,
            to: last.to,
            runs,
        });
    }
    Some(Timeline {
        classes: classes.to_vec(),
        date,
        hidden: size.people < SMALLEST_GROUP,
        from: bars.iter().map(|bar| bar.from).min().unwrap_or(0) / 60 * 60,
        to: bars.iter().map(|bar| bar.to).max().unwrap_or(DAY).next_multiple_of(60),
        on_duty: on_duty(&bars),
        size,
        bars,
    })
}

/// A to Z, then AA, AB …
fn letters_of(place: usize) -> String {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).expect("below 26"));
    match place / 26 {
        0 => letter(place).to_string(),
        rest => letters_of(rest - 1) + &letter(place).to_string(),
    }
}

/// Stretches of one main task of a sheet, slot after slot.
fn runs(sheet: &Sheet, list: &TaskList, classes: &[Class]) -> Vec<Run> {
    let mut slots: BTreeMap<u16, Option<&Cell>> = sheet
        .unfilled_slots()
        .into_iter()
        .map(|(start, _)| (start, None))
        .collect();
    slots.extend(sheet.cells.iter().map(|cell| (cell.start, Some(cell))));
    let mut runs: Vec<Run> = Vec::new();
    for (start, cell) in slots {
        let task = cell.and_then(|cell| main_task(cell, list));
        let task = task.map(|place| &list.tasks[place]);
        let (from, to) = ends(sheet, start, cell);
        let class = task.map(|task| class_of(classes, task));
        let task = task.map(|task| task.code.to_string());
        match runs.last_mut() {
            Some(run) if run.to == from && run.task == task => run.to = to,
            _ => runs.push(Run { from, to, task, class }),
        }
    }
    runs
}

/// The ends of a slot; those of the shift where it starts or ends within the slot and nothing was done outside.
fn ends(sheet: &Sheet, start: u16, cell: Option<&Cell>) -> (u16, u16) {
    let end = start + sheet.slot_minutes;
    let filled = cell.map_or(0, |cell| cell.filled().0);
    match sheet.span() {
        Some(span) if span.overlap(start, end).0 >= filled.max(1) => (start.max(span.start()), end.min(span.end())),
        _ => (start, end),
    }
}

/// Place in the list of the task with most minutes, the first among equals.
fn main_task(cell: &Cell, list: &TaskList) -> Option<usize> {
    let known = cell.shares.iter().filter_map(|share| {
        let place = list.tasks.iter().position(|task| task.code == share.0)?;
        Some((share.1.0, place))
    });
    known
        .max_by_key(|(minutes, place)| (*minutes, std::cmp::Reverse(*place)))
        .map(|(_, place)| place)
}

/// What is left of the runs after midnight, in minutes of the next day.
fn past_midnight(runs: Vec<Run>) -> Vec<Run> {
    runs.into_iter()
        .filter(|run| run.to > DAY)
        .map(|run| Run {
            from: run.from.saturating_sub(DAY),
            to: run.to - DAY,
            ..run
        })
        .collect()
}

/// People on duty from 0:00 to 24:00, each person once however many shifts meet.
fn on_duty(bars: &[TimelineBar]) -> Vec<OnDuty> {
    let mut borders: Vec<u16> = bars
        .iter()
        .flat_map(|bar| [bar.from.min(DAY), bar.to.min(DAY)])
        .chain([0, DAY])
        .collect();
    borders.sort_unstable();
    borders.dedup();
    let mut stretches: Vec<OnDuty> = Vec::new();
    for pair in borders.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let mut there: Vec<&str> = bars
            .iter()
            .filter(|bar| bar.from <= from && to <= bar.to)
            .map(|bar| bar.letters.as_str())
            .collect();
        there.sort_unstable();
        there.dedup();
        match stretches.last_mut() {
            Some(last) if last.people == there.len() => last.to = to,
            _ => stretches.push(OnDuty {
                from,
                to,
                people: there.len(),
            }),
        }
    }
    stretches
}
