//! Entries as JSON (`yutori.entries/1`): every sheet with everything that it says.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::json_items::{defect, items, reason};
use super::log::{check, unknown_task, whole};
use super::order::{Fault, Known};
use super::part::{Reading, Source};
use super::waves::compare_waves;
use super::written::{quoted, remark};
use crate::office::{Minutes, Role, Span, StaffCode, Unit, clock};
use crate::phrase::phrase;
use crate::worktime::{Cell, HeadLine, Manner, Share, Sheet, Wave};

/// The end of the day after the date.
const END: u32 = 48 * 60;

#[derive(Deserialize)]
struct Written {
    wave: Wave,
    staff: String,
    date: NaiveDate,
    role: Option<String>,
    unit: Option<String>,
    scheduled: Option<WrittenSpan>,
    actual: Option<WrittenSpan>,
    slot_minutes: u16,
    #[serde(default)]
    manner: Manner,
    #[serde(default)]
    note: String,
    #[serde(default)]
    copied: Vec<u16>,
    #[serde(default)]
    cells: Vec<WrittenCell>,
}

#[derive(Deserialize)]
struct WrittenSpan {
    start: u16,
    end: u16,
}

#[derive(Deserialize)]
struct WrittenCell {
    start: u16,
    shares: Vec<WrittenShare>,
}

#[derive(Deserialize)]
struct WrittenShare {
    task: String,
    minutes: u32,
}

/// Whether a JSON text names the schema within its first bytes.
pub fn is_recognised(bytes: &[u8]) -> bool {
    let first = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let mark = b"\"yutori.entries/";
    first.windows(mark.len()).any(|window| window == mark)
}

/// Reads all sheets.
pub fn read(text: &str, known: &Known, source: &Source) -> Reading {
    let mut reading = Reading {
        names_waves: !source.wave_is_ordered,
        ..Reading::default()
    };
    if let Some((line, reason)) = defect(text) {
        reading.faults.push(bad_json(line, reason));
        return reading;
    }
    let mut named = Vec::new();
    for (line, item) in items(text, 3) {
        match serde_json::from_str::<Written>(item) {
            Ok(written) => {
                named.push((line, written.wave));
                written.read(line, known, source, &mut reading);
            }
            Err(error) => reading.faults.push(bad_json(line, reason(&error))),
        }
    }
    compare_waves(&named, source, &mut reading);
    if reading.parts.is_empty() && reading.faults.is_empty() {
        reading.faults.push(Fault::file(phrase("intake-empty-log")));
    }
    reading
}

fn bad_json(line: u64, reason: String) -> Fault {
    Fault::line(line, phrase("intake-bad-json").with("reason", reason))
}

impl Written {
    fn read(self, line: u64, known: &Known, source: &Source, reading: &mut Reading) {
        let before = reading.faults.len();
        let bad = |word: &str| Fault::line(line, phrase("intake-bad-head").with("word", word));
        let Ok(staff) = StaffCode::parse(&self.staff) else {
            reading.faults.push(bad("staff"));
            return;
        };
        let mut span = |word: &str, span: Option<WrittenSpan>| {
            let read = span.map(|span| Span::new(span.start, span.end)).transpose();
            read.unwrap_or_else(|_| {
                reading.faults.push(bad(word));
                None
            })
        };
        let (scheduled, actual) = (span("scheduled", self.scheduled), span("actual", self.actual));
        let role = self.role.map(|role| Role::parse(&role)).transpose();
        let unit = self.unit.map(|unit| Unit::parse(&unit)).transpose();
        if role.is_err() {
            reading.faults.push(bad("role"));
        }
        if unit.is_err() {
            reading.faults.push(bad("unit"));
        }
        let wave = source.wave.filter(|_| source.wave_is_ordered).unwrap_or(self.wave);
        let head = HeadLine {
            wave,
            staff,
            date: self.date,
            role: role.ok().flatten(),
            unit: unit.ok().flatten(),
            scheduled,
            actual,
            slot_minutes: self.slot_minutes,
            manner: self.manner,
            copied: self.copied,
            note: remark(&self.note),
        };
        check(&head, line, known, reading);
        reading.rows += self.cells.iter().map(|cell| cell.shares.len()).sum::<usize>();
        let cells = cells(self.cells, line, known, &mut reading.faults);
        if reading.faults.len() > before {
            return;
        }
        let sheet = Sheet {
            staff: head.staff,
            date: head.date,
            role: head.role,
            unit: head.unit,
            scheduled: head.scheduled,
            actual: head.actual,
            slot_minutes: known.slot_minutes,
            cells,
            note: head.note,
            manner: head.manner,
            list: known.list,
            copied: head.copied,
        };
        reading
            .parts
            .push(whole(sheet, line, wave, source, reading.names_waves));
    }
}

/// Cells in order of time with shares in the order of the list.
fn cells(written: Vec<WrittenCell>, line: u64, known: &Known, faults: &mut Vec<Fault>) -> Vec<Cell> {
    let slot = known.slot_minutes;
    let mut slots: BTreeMap<u16, BTreeMap<usize, u32>> = BTreeMap::new();
    for cell in written {
        if u32::from(cell.start) + u32::from(slot) > END || cell.start % slot != 0 {
            let message = phrase("intake-outside-sheet");
            faults.push(Fault::line(line, message));
            continue;
        }
        let shares = slots.entry(cell.start).or_default();
        for share in cell.shares {
            let task = known
                .task_list
                .tasks
                .iter()
                .position(|task| task.code.as_str() == share.task);
            match task {
                None => faults.push(unknown_task(line, &quoted(&share.task), known)),
                Some(task) => {
                    let minutes = shares.entry(task).or_default();
                    *minutes = minutes.saturating_add(share.minutes);
                }
            }
        }
        let sum = shares.values().fold(0u32, |sum, minutes| sum.saturating_add(*minutes));
        if sum > u32::from(slot) {
            let message = phrase("intake-slot-over")
                .with("time", clock(cell.start))
                .with("sum", sum)
                .with("slot", slot)
                .with("lines", line.to_string());
            faults.push(Fault::line(line, message));
        }
    }
    let share = |(task, minutes): (usize, u32)| {
        let task = known.task_list.tasks.get(task).filter(|_| minutes > 0)?;
        Some(Share(task.code.clone(), Minutes(minutes)))
    };
    let cell = |(start, shares): (u16, BTreeMap<usize, u32>)| {
        let shares: Vec<Share> = shares.into_iter().filter_map(share).collect();
        (!shares.is_empty()).then_some(Cell { start, shares })
    };
    slots.into_iter().filter_map(cell).collect()
}
