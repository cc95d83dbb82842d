//! Makes sheets of the lines of a table: one for each wave, person and date.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{Entry, Row};
use crate::intake::order::{Fault, Known};
use crate::intake::part::{Part, Reading, Source};
use crate::intake::stack::BETWEEN;
use crate::intake::written::remark;
use crate::office::{Minutes, Span};
use crate::phrase::phrase;
use crate::worktime::{Cell, Share, Sheet, Wave};

/// A line from this time on, followed by one before [`MORNING`], says that midnight was passed between them.
const EVENING: u16 = 18 * 60;

/// See [`EVENING`]. Lines that are sorted by task also step back, but hardly ever to the hours before this one.
const MORNING: u16 = 6 * 60;

/// Most lines that a message about a slot names.
const LINES_NAMED: usize = 10;

/// The end of the day after the date.
const END: u32 = 48 * 60;

/// A line with what was done on it.
type Filled<'a> = (&'a Row, Entry);

/// Makes one sheet of the lines of one person and date. `is_exact` says that hours run on past 24, so that nothing is inferred.
pub fn shift(wave: Wave, rows: &[Row], is_exact: bool, known: &Known, source: &Source, reading: &mut Reading) {
    let Some(first) = rows.first() else { return };
    let before = reading.faults.len();
    let scheduled = same(rows, |row| row.scheduled, reading);
    let actual = same(rows, |row| row.actual, reading);
    let role = same(rows, |row| row.role.clone(), reading);
    let unit = same(rows, |row| row.unit.clone(), reading);
    let manner = same(rows, |row| row.manner, reading).unwrap_or_default();
    if let Some(slot) = same(rows, |row| row.slot, reading).filter(|slot| *slot != known.slot_minutes) {
        let message = phrase("intake-other-slot")
            .with("form", slot)
            .with("book", known.slot_minutes);
        reading.faults.push(Fault::line(first.line, message));
    }
    let filled: Vec<Filled> = rows.iter().filter_map(|row| Some((row, row.entry?))).collect();
    let starts = starts(&filled, actual.or(scheduled), is_exact);
    if starts
        .iter()
        .zip(&filled)
        .any(|(start, (_, entry))| *start != entry.start)
    {
        reading.notes.push(
            phrase("intake-note-next-day")
                .with("staff", first.staff.as_str())
                .with("date", first.date.to_string()),
        );
    }
    let cells = fill(&filled, &starts, known, &mut reading.faults);
    if reading.faults.len() > before {
        return;
    }
    reading.parts.push(Part {
        file: source.file,
        place: crate::intake::order::Place::Line(first.line),
        wave,
        wave_is_written: reading.names_waves,
        sheet: Sheet {
            staff: first.staff.clone(),
            date: first.date,
            role,
            unit,
            scheduled,
            actual,
            slot_minutes: known.slot_minutes,
            cells,
            note: note(rows),
            manner,
            list: known.list,
            copied: copied(&filled, known.slot_minutes),
        },
        may_go_on: false,
        covers: 0..u16::MAX,
        is_rest: false,
    });
}

/// The remarks of all lines, each once.
fn note(rows: &[Row]) -> String {
    let mut notes: Vec<&str> = Vec::new();
    for row in rows.iter().filter(|row| !row.note.is_empty()) {
        if !notes.contains(&row.note.as_str()) {
            notes.push(&row.note);
        }
    }
    remark(&notes.join(BETWEEN))
}

/// First minutes of the slots in which a line says that it was copied.
fn copied(rows: &[Filled], slot: u16) -> Vec<u16> {
    let starts = rows.iter().filter(|(row, _)| row.copied);
    let starts: BTreeSet<u16> = starts.map(|(_, entry)| entry.start / slot * slot).collect();
    starts.into_iter().collect()
}

/// What all lines say alike; a line that says something else is a fault.
fn same<T: PartialEq>(rows: &[Row], of: impl Fn(&Row) -> Option<T>, reading: &mut Reading) -> Option<T> {
    let mut said: Option<(u64, T)> = None;
    for row in rows {
        let Some(value) = of(row) else { continue };
        let Some((line, before)) = &said else {
            said = Some((row.line, value));
            continue;
        };
        if *before != value {
            let message = phrase("intake-lines-differ").with("line", *line);
            reading.faults.push(Fault::line(row.line, message));
            break;
        }
    }
    said.map(|(_, value)| value)
}

/// The start of each line, 24 hours later where midnight was passed without being written.
///
/// With a span that passes midnight, a line belongs after midnight when only there it lies within the span. Without one, a
/// step back from the evening to the early morning says that midnight was passed; then everything before the longest pause of
/// the day belongs to the next day.
fn starts(rows: &[Filled], span: Option<Span>, is_exact: bool) -> Vec<u16> {
    let written = || rows.iter().map(|(_, entry)| entry.start);
    if is_exact || written().any(|start| start >= 1440) {
        return written().collect();
    }
    let steps_back = || {
        let mut pairs = written().zip(written().skip(1));
        pairs.any(|(earlier, later)| earlier >= EVENING && later < MORNING)
    };
    let next_day_before = match span {
        Some(span) if span.passes_midnight() => span.start().min(span.end() - 1440),
        None if steps_back() => after_longest_pause(rows),
        _ => 0,
    };
    written()
        .map(|start| if start < next_day_before { start + 1440 } else { start })
        .collect()
}

/// The first start after the longest stretch of the day, seen as a circle, in which nothing starts.
fn after_longest_pause(rows: &[Filled]) -> u16 {
    let mut starts: Vec<u16> = rows.iter().map(|(_, entry)| entry.start).collect();
    starts.sort_unstable();
    starts.dedup();
    let over_midnight = starts
        .first()
        .zip(starts.last())
        .map_or(0, |(first, last)| 1440 + first - last);
    starts
        .windows(2)
        .filter_map(|pair| pair.first().zip(pair.last()))
        .map(|(earlier, later)| (later - earlier, *later))
        .max_by_key(|(pause, _)| *pause)
        .filter(|(pause, _)| *pause > over_midnight)
        .map_or(0, |(_, later)| later)
}

/// Puts the minutes of each line into slots from its start on; what a slot cannot hold runs on into the next.
fn fill(rows: &[Filled], starts: &[u16], known: &Known, faults: &mut Vec<Fault>) -> Vec<Cell> {
    #[derive(Default)]
    struct Filling {
        shares: BTreeMap<usize, u32>,
        sum: u32,
        /// The first few lines, for the message.
        lines: Vec<u64>,
        last_line: u64,
    }
    let slot = u32::from(known.slot_minutes);
    let mut slots: BTreeMap<u32, Filling> = BTreeMap::new();
    for ((row, entry), start) in rows.iter().zip(starts) {
        let mut at = u32::from(*start);
        let mut left = entry.minutes;
        if at + left > END {
            faults.push(Fault::line(row.line, phrase("intake-beyond-two-days")));
            continue;
        }
        while left > 0 {
            let first = at / slot * slot;
            let now = left.min(first + slot - at);
            let filling = slots.entry(first).or_default();
            *filling.shares.entry(entry.task).or_default() += now;
            filling.sum += now;
            filling.last_line = row.line;
            if filling.lines.len() < LINES_NAMED {
                filling.lines.push(row.line);
            }
            left -= now;
            at = first + slot;
        }
    }
    let mut last_lines: Vec<u64> = Vec::new();
    for (start, filling) in slots.iter().filter(|(_, filling)| filling.sum > slot) {
        // Two long lines that overlap do so in many slots; one message says it.
        if last_lines == filling.lines {
            continue;
        }
        let lines: Vec<String> = filling.lines.iter().map(u64::to_string).collect();
        faults.push(Fault::line(
            filling.last_line,
            phrase("intake-slot-over")
                .with("time", crate::office::clock(u16::try_from(*start).unwrap_or(u16::MAX)))
                .with("sum", filling.sum)
                .with("slot", slot)
                .with("lines", lines.join(", ")),
        ));
        last_lines.clone_from(&filling.lines);
    }
    slots
        .into_iter()
        .filter_map(|(start, filling)| {
            let share = |(task, minutes)| {
                let task: &crate::worktime::Task = known.task_list.tasks.get(task)?;
                Some(Share(task.code.clone(), Minutes(minutes)))
            };
            Some(Cell {
                start: u16::try_from(start).ok()?,
                shares: filling.shares.into_iter().filter_map(share).collect(),
            })
        })
        .collect()
}
