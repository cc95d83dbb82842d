//! Entries as a timeclock of ledger or hledger: accounts are `wave:staff:task`, the head of each sheet is a comment.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::{Selection, stretches, task_name};
use crate::worktime::{HeadLine, TaskCode, TaskList, Wave, escaped};

/// Writes all sheets.
pub fn write(selection: &Selection) -> Vec<u8> {
    let mut text = String::new();
    for (wave, sheet) in &selection.sheets {
        if !text.is_empty() {
            text.push('\n');
        }
        writeln!(text, "; {}", HeadLine::of(*wave, sheet)).expect("a string takes everything");
        for stretch in stretches(sheet) {
            let account = account(*wave, sheet.staff.as_str(), stretch.task, selection.tasks);
            let (from, to) = (u32::from(stretch.from) * 60, u32::from(stretch.to) * 60);
            text.push_str(&pair(sheet.date, (from, to), &account));
        }
    }
    text.into_bytes()
}

/// The account of a stretch with what it is called.
pub fn account(wave: Wave, staff: &str, task: &TaskCode, tasks: &TaskList) -> String {
    let part = |text: &str| escaped(text, |c| ":; \u{3000}".contains(c));
    let name = task_name(task, tasks).replace(';', " ");
    format!("{}:{}:{}  {name}", wave.id(), part(staff), part(task.as_str()))
}

/// The two lines of a stretch; seconds are counted from 0:00 of a date.
pub fn pair(date: NaiveDate, (from, to): (u32, u32), account: &str) -> String {
    let (from, to) = (moment(date, from), moment(date, to));
    format!("i {from} {}\no {to}\n", account.trim_end())
}

/// A moment by the clock.
pub fn moment(date: NaiveDate, second: u32) -> String {
    let moment = date.and_time(NaiveTime::MIN) + TimeDelta::seconds(i64::from(second));
    moment.format("%Y/%m/%d %H:%M:%S").to_string()
}
