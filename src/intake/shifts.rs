//! Shifts of the stretches of other programs: whose, which tasks, where one shift ends and the next begins.

use std::collections::BTreeMap;

use chrono::{NaiveTime, TimeDelta, Timelike};

use super::foreign::Foreign;
use super::log::{Stretched, overlaps, task_of, whole, year_fault};
use super::order::{Fault, Known};
use super::part::{Reading, Source};
use super::written::quoted;
use crate::office::StaffCode;
use crate::phrase::phrase;
use crate::worktime::{Manner, Sheet, Stretch, TaskCode, Wave, cells_of_stretches, span_of_stretches, tag_key};

/// A pause of so many hours, or a longer one, parts two shifts. No break within a shift is as long, and no two shifts lie closer.
const HOURS_BETWEEN: i64 = 4;

/// Most lines that a message about a word names.
const LINES_NAMED: usize = 10;

/// Makes sheets of stretches: one for each shift of each person.
pub fn read(
    work: Vec<Stretched>,
    manner: Manner,
    foreign: &Foreign,
    known: &Known,
    source: &Source,
    reading: &mut Reading,
) {
    if work.is_empty() {
        return;
    }
    let before = reading.faults.len();
    if source.wave.is_none() {
        reading.faults.push(Fault::file(phrase("intake-no-wave")));
    }
    if work.iter().any(|work| work.staff.is_none()) && foreign.staff.is_none() {
        reading.faults.push(Fault::file(phrase("intake-whose")));
    }
    let has_seconds = work.iter().any(|work| work.from.second() > 0 || work.to.second() > 0);
    let mut people: BTreeMap<Option<StaffCode>, Vec<(Stretched, TaskCode)>> = BTreeMap::new();
    for (work, task) in with_tasks(work, foreign, known, reading) {
        reading.faults.extend(year_fault(work.line, work.from.date()));
        let staff = work.staff.clone().or_else(|| foreign.staff.clone());
        people.entry(staff).or_default().push((work, task));
    }
    let mut shifts = Vec::new();
    for (staff, mut work) in people {
        work.sort_by_key(|(work, _)| (work.from, work.to));
        reading
            .faults
            .extend(overlaps(work.iter().map(|(work, _)| (work.line, work.from, work.to))));
        shifts.extend(parted(work).into_iter().map(|work| (staff.clone(), work)));
    }
    if let Some(wave) = source.wave.filter(|_| reading.faults.len() == before) {
        let count = shifts.len();
        for (staff, work) in shifts {
            shift(wave, staff, &work, manner, known, source, reading);
        }
        reading.notes.push(
            phrase("intake-note-shifts")
                .with("count", count)
                .with("hours", HOURS_BETWEEN),
        );
        if has_seconds {
            reading.notes.push(phrase("intake-note-seconds"));
        }
    }
}

/// The stretches of which the task is known; every word that says nothing is a fault with its lines.
fn with_tasks(
    work: Vec<Stretched>,
    foreign: &Foreign,
    known: &Known,
    reading: &mut Reading,
) -> Vec<(Stretched, TaskCode)> {
    let mut found = Vec::with_capacity(work.len());
    let mut unmapped: BTreeMap<String, (String, Vec<u64>)> = BTreeMap::new();
    for work in work {
        let line = work.line;
        match task(&work.words, foreign, known) {
            Ok(task) => found.push((work, task)),
            Err(Doubt::NoWord) => reading.faults.push(Fault::line(line, phrase("intake-no-tag"))),
            Err(Doubt::Several(tasks)) => {
                let message = phrase("intake-tags-differ").with("tasks", tasks.join(", "));
                reading.faults.push(Fault::line(line, message));
            }
            Err(Doubt::Unknown(words)) => {
                for word in words {
                    let (_, lines) = unmapped.entry(tag_key(&word)).or_insert((word, Vec::new()));
                    lines.push(line);
                }
            }
        }
    }
    for (word, lines) in unmapped.values() {
        let named: Vec<String> = lines.iter().take(LINES_NAMED).map(u64::to_string).collect();
        let more = if lines.len() > LINES_NAMED { ", …" } else { "" };
        let message = phrase("intake-tag-unmapped")
            .with("tag", quoted(word))
            .with("lines", named.join(", ") + more);
        reading
            .faults
            .push(Fault::line(lines.first().copied().unwrap_or(0), message));
    }
    reading.unmapped = unmapped.into_keys().collect();
    found
}

/// Why the task of a stretch is not known.
enum Doubt {
    /// It has no words.
    NoWord,
    /// Its words mean several tasks.
    Several(Vec<String>),
    /// Nobody has said what its words mean.
    Unknown(Vec<String>),
}

/// The one task that the first words with a meaning tell.
fn task(words: &[Vec<String>], foreign: &Foreign, known: &Known) -> Result<TaskCode, Doubt> {
    let words = || {
        words
            .iter()
            .filter(|words| words.iter().any(|word| !tag_key(word).is_empty()))
    };
    for level in words() {
        let mut tasks: Vec<&TaskCode> = Vec::new();
        for task in level.iter().filter_map(|word| task_of(word, foreign, known)) {
            if !tasks.contains(&&task.code) {
                tasks.push(&task.code);
            }
        }
        match tasks.as_slice() {
            [] => {}
            [task] => return Ok((*task).clone()),
            several => return Err(Doubt::Several(several.iter().map(ToString::to_string).collect())),
        }
    }
    let level = words().next().ok_or(Doubt::NoWord)?;
    Err(Doubt::Unknown(
        level.iter().filter(|word| !tag_key(word).is_empty()).cloned().collect(),
    ))
}

/// Parts the work of one person, in order of time, into shifts.
fn parted(work: Vec<(Stretched, TaskCode)>) -> Vec<Vec<(Stretched, TaskCode)>> {
    let mut shifts: Vec<Vec<(Stretched, TaskCode)>> = Vec::new();
    for one in work {
        let goes_on = shifts
            .last()
            .and_then(|shift| shift.last())
            .is_some_and(|(last, _)| one.0.from - last.to < TimeDelta::hours(HOURS_BETWEEN));
        match shifts.last_mut() {
            Some(shift) if goes_on => shift.push(one),
            _ => shifts.push(vec![one]),
        }
    }
    shifts
}

fn shift(
    wave: Wave,
    staff: Option<StaffCode>,
    work: &[(Stretched, TaskCode)],
    manner: Manner,
    known: &Known,
    source: &Source,
    reading: &mut Reading,
) {
    let (Some(staff), Some((first, _))) = (staff, work.first()) else {
        return;
    };
    let date = first.from.date();
    let midnight = date.and_time(NaiveTime::MIN);
    let second = |moment: chrono::NaiveDateTime| u32::try_from((moment - midnight).num_seconds()).unwrap_or(0);
    let stretches: Vec<Stretch> = work
        .iter()
        .map(|(work, task)| Stretch {
            task: task.clone(),
            from: second(work.from),
            to: second(work.to),
        })
        .collect();
    let cells = cells_of_stretches(&stretches, known.slot_minutes, known.task_list);
    let Some(actual) = span_of_stretches(&stretches, known.slot_minutes, &cells) else {
        let message = phrase("intake-shift-too-long").with("hours", HOURS_BETWEEN);
        reading.faults.push(Fault::line(first.line, message));
        return;
    };
    if cells.is_empty() {
        return;
    }
    let sheet = Sheet {
        staff,
        date,
        role: None,
        unit: None,
        scheduled: None,
        actual: Some(actual),
        slot_minutes: known.slot_minutes,
        cells,
        note: String::new(),
        manner,
        list: known.list,
        copied: Vec::new(),
    };
    reading.parts.push(whole(sheet, first.line, wave, source, false));
}
