//! Timings to the second: as JSON (`yutori.timings/1`) whole, as a timeclock what it can hold.

use std::fmt::Write;

use serde::Serialize;

use super::Selection;
use super::json::{document, one_line};
use super::timeclock::{account, moment, pair};
use crate::office::{Role, Span, StaffCode, Unit};
use crate::worktime::{ListNumber, TimerEntry, Timing, Wave};

/// A timing as JSON has it.
#[derive(Serialize)]
struct Written<'a> {
    wave: Wave,
    staff: &'a StaffCode,
    date: chrono::NaiveDate,
    observer: Option<&'a StaffCode>,
    role: Option<&'a Role>,
    unit: Option<&'a Unit>,
    scheduled: Option<Span>,
    finished: bool,
    list: ListNumber,
    entries: Vec<WrittenEntry<'a>>,
}

#[derive(Serialize)]
struct WrittenEntry<'a> {
    task: &'a str,
    from: u32,
    to: Option<u32>,
    parallel: bool,
    interruption: bool,
    note: &'a str,
}

/// Writes all timings; seconds count from 0:00 of the date.
pub fn json(selection: &Selection) -> Vec<u8> {
    let timings = selection.timings.iter().map(|timing| one_line(&written(timing)));
    document("yutori.timings/1", "timings", selection, timings)
}

fn written(timing: &Timing) -> Written<'_> {
    Written {
        wave: timing.key.wave,
        staff: &timing.key.staff,
        date: timing.key.date,
        observer: timing.key.observer.as_ref(),
        role: timing.role.as_ref(),
        unit: timing.unit.as_ref(),
        scheduled: timing.scheduled,
        finished: timing.finished,
        list: timing.list,
        entries: timing.entries.iter().map(written_entry).collect(),
    }
}

fn written_entry(entry: &TimerEntry) -> WrittenEntry<'_> {
    WrittenEntry {
        task: entry.task.as_str(),
        from: entry.from,
        to: entry.to,
        parallel: entry.parallel,
        interruption: entry.interruption,
        note: &entry.note,
    }
}

/// Writes the main stretches that have ended; what was done beside them, or still runs, is a comment.
pub fn timeclock(selection: &Selection) -> Vec<u8> {
    let mut text = String::new();
    for timing in &selection.timings {
        if !text.is_empty() {
            text.push('\n');
        }
        let key = &timing.key;
        let observer = key
            .observer
            .as_ref()
            .map_or_else(String::new, |observer| format!(" observer: {observer}"));
        let (wave, staff, date) = (key.wave, &key.staff, key.date);
        writeln!(text, "; timing {wave} {staff} {date}{observer}").expect("a string takes everything");
        for entry in &timing.entries {
            let account = account(wave, staff.as_str(), &entry.task, selection.tasks);
            match entry.to {
                Some(to) if !entry.parallel => text.push_str(&pair(date, (entry.from, to), &account)),
                to => {
                    let what = if entry.parallel { "parallel" } else { "running" };
                    let until = to.map_or_else(String::new, |to| moment(date, to));
                    let line = format!("; {what}: {} - {until} {account}", moment(date, entry.from));
                    writeln!(text, "{}", line.trim_end()).expect("a string takes everything");
                }
            }
        }
    }
    text.into_bytes()
}
