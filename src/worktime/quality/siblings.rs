//! What other sheets say about a sheet: overlap, copies, the same sheet twice.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::Datelike;

use super::{FEWEST_CELLS, QualityProblem};
use crate::office::{clock_phrase, printable};
use crate::phrase::phrase;
use crate::worktime::sheet::{Cell, Sheet};
use crate::worktime::wave::Wave;

/// Share of equal cells, in percent, from which a sheet counts as copied from another day.
const COPIED_PERCENT: usize = 95;

type Given<'a> = (Wave, &'a Sheet);

/// All sheets, with what was found by laying them side by side.
pub(super) struct Beside {
    found: Vec<Vec<QualityProblem>>,
}

impl Beside {
    pub(super) fn of(sheets: &[Given]) -> Self {
        let mut found = vec![Vec::new(); sheets.len()];
        let twice = twice(sheets);
        for people in groups(sheets, |(_, sheet)| &sheet.staff).values() {
            overlaps(sheets, people, &twice, &mut found);
        }
        for days in groups(sheets, |(wave, sheet)| (*wave, &sheet.staff)).values() {
            copies(sheets, days, &mut found);
        }
        for (index, problem) in twice.into_iter().enumerate() {
            found[index].extend(problem);
        }
        Self { found }
    }

    pub(super) fn problems(&self, index: usize) -> impl Iterator<Item = QualityProblem> {
        self.found.get(index).into_iter().flatten().cloned()
    }
}

/// Places of the sheets that have the same key, each group in the order given.
fn groups<'a, 'b: 'a, K: Eq + Hash>(
    sheets: &'a [Given<'b>],
    key: impl Fn(&'a Given<'b>) -> K,
) -> HashMap<K, Vec<usize>> {
    let mut groups: HashMap<K, Vec<usize>> = HashMap::new();
    for (index, given) in sheets.iter().enumerate() {
        groups.entry(key(given)).or_default().push(index);
    }
    groups
}

/// The same cells under two staff codes on one day, or in two waves: one sheet that was read twice.
fn twice(sheets: &[Given]) -> Vec<Option<QualityProblem>> {
    let mut found = vec![None; sheets.len()];
    let by_cells = groups(sheets, |(_, sheet)| sheet.cells.as_slice());
    for (_, alike) in by_cells.iter().filter(|(cells, _)| cells.len() >= FEWEST_CELLS) {
        for index in alike {
            let (wave, sheet) = sheets[*index];
            let again =
                |other: &&Given| other.0 != wave || (other.1.staff != sheet.staff && other.1.date == sheet.date);
            found[*index] = alike
                .iter()
                .map(|other| &sheets[*other])
                .find(again)
                .map(|(wave, other)| QualityProblem {
                    code: "twice",
                    at: sheet.cells.first().map(|cell| cell.start),
                    message: phrase("quality-twice")
                        .with("wave", wave.label())
                        .with("staff", printable(other.staff.as_str()))
                        .with("date", other.date.to_string()),
                    penalty: 40,
                });
        }
    }
    found
}

/// First and last minute of the cells of a sheet, counted from one beginning for all sheets.
fn extent(sheet: &Sheet) -> Option<(i64, i64)> {
    let first = sheet.cells.first()?.start;
    let last = sheet.cells.last()?.start + sheet.slot_minutes;
    Some((absolute(sheet, first), absolute(sheet, last)))
}

fn absolute(sheet: &Sheet, minute: u16) -> i64 {
    i64::from(sheet.date.num_days_from_ce()) * 1440 + i64::from(minute)
}

/// Sheets of one person that claim the same minutes, also across midnight or in two waves.
fn overlaps(sheets: &[Given], person: &[usize], twice: &[Option<QualityProblem>], found: &mut [Vec<QualityProblem>]) {
    let mut extents: Vec<(i64, i64, usize)> = person
        .iter()
        .filter_map(|index| extent(sheets[*index].1).map(|(from, to)| (from, to, *index)))
        .collect();
    extents.sort_unstable();
    let mut meeting: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, (_, to, one)) in extents.iter().enumerate() {
        for (_, _, other) in extents.iter().skip(at + 1).take_while(|(from, ..)| from < to) {
            meeting.entry(*one).or_default().push(*other);
            meeting.entry(*other).or_default().push(*one);
        }
    }
    for (index, mut others) in meeting {
        others.sort_unstable();
        if twice[index].is_none() {
            let overlap = others
                .iter()
                .find_map(|other| overlap(sheets[index].1, sheets[*other].1));
            found[index].extend(overlap);
        }
    }
}

fn overlap(sheet: &Sheet, other: &Sheet) -> Option<QualityProblem> {
    let mut theirs = other.cells.iter().map(|cell| absolute(other, cell.start)).peekable();
    let (slot, their_slot) = (i64::from(sheet.slot_minutes), i64::from(other.slot_minutes));
    let first = sheet.cells.iter().find(|cell| {
        let start = absolute(sheet, cell.start);
        while theirs.next_if(|their| their + their_slot <= start).is_some() {}
        theirs.peek().is_some_and(|their| *their < start + slot)
    })?;
    Some(QualityProblem {
        code: "overlap",
        at: Some(first.start),
        message: phrase("quality-overlap")
            .with("date", other.date.to_string())
            .with("at", clock_phrase(first.start)),
        penalty: 30,
    })
}

/// Sheets of one person and wave that are nearly equal although they are of different days.
fn copies(sheets: &[Given], days: &[usize], found: &mut [Vec<QualityProblem>]) {
    let mut numbers: HashMap<&Cell, usize> = HashMap::new();
    // A cell is a number from here on, so that laying two sheets side by side is cheap and stops at the first few differences.
    let numbered: Vec<(usize, Vec<(u16, usize)>)> = days
        .iter()
        .map(|index| {
            let cells = sheets[*index].1.cells.iter().map(|cell| {
                let next = numbers.len();
                (cell.start, *numbers.entry(cell).or_insert(next))
            });
            (*index, cells.collect())
        })
        .collect();
    for (index, cells) in numbered.iter().filter(|(_, cells)| cells.len() >= FEWEST_CELLS) {
        let copy = numbered
            .iter()
            .filter(|(other, _)| other != index)
            .find_map(|(other, theirs)| alike(cells, theirs).map(|first| (first, *other)));
        found[*index].extend(copy.map(|(first, other)| QualityProblem {
            code: "copied",
            at: Some(first),
            message: phrase("quality-copied").with("date", sheets[other].1.date.to_string()),
            penalty: 30,
        }));
    }
}

/// The first equal cell of two sheets of which nearly all cells are equal.
fn alike(one: &[(u16, usize)], other: &[(u16, usize)]) -> Option<u16> {
    let due = (one.len().max(other.len()) * COPIED_PERCENT).div_ceil(100);
    let mut may_differ = one.len().checked_sub(due)?;
    let mut theirs = other.iter().peekable();
    let mut first = None;
    for cell in one {
        while theirs.next_if(|their| their.0 < cell.0).is_some() {}
        if theirs.peek() == Some(&cell) {
            first = first.or(Some(cell.0));
        } else {
            may_differ = may_differ.checked_sub(1)?;
        }
    }
    first
}
