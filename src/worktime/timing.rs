//! What a timer has measured, to the second (タイマー計測).

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::list_history::ListNumber;
use super::task_list::TaskCode;
use super::wave::Wave;
use crate::office::{Role, Span, StaffCode, Unit, fold};

/// Seconds of a day.
pub const DAY: u32 = 86_400;

/// One stretch of one task (計測区間). Seconds count from 0:00 of the date of the timing and run on past midnight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimerEntry {
    /// What was done.
    pub task: TaskCode,
    /// When it began.
    pub from: u32,
    /// When it ended; `None` while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// Whether it was done while the main task went on (ながら); such stretches make no cells.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub parallel: bool,
    /// Whether it interrupted what was being done (割り込み).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub interruption: bool,
    /// Remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl TimerEntry {
    /// Its length; while it runs, until `now`.
    pub fn seconds(&self, now: u32) -> u32 {
        self.to.unwrap_or(now).saturating_sub(self.from)
    }
}

/// What tells one timing from another: whose work on which day, and who held the timer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TimingKey {
    /// When in the improvement.
    pub wave: Wave,
    /// Whose work.
    pub staff: StaffCode,
    /// The date on which the work began.
    pub date: NaiveDate,
    /// Code of the observer; `None` when the person held the timer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observer: Option<StaffCode>,
}

impl TimingKey {
    /// A moment as seconds after 0:00 of the date; 0 for a clock that stands before it.
    pub fn second_of(&self, moment: NaiveDateTime) -> u32 {
        let midnight = self.date.and_time(NaiveTime::MIN);
        let seconds = moment.signed_duration_since(midnight).num_seconds();
        u32::try_from(seconds.max(0)).unwrap_or(u32::MAX)
    }
}

/// What was measured of one person in one stretch of work (計測).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// Which.
    pub key: TimingKey,
    /// 職種
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// ユニット・フロア
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The shift as planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled: Option<Span>,
    /// Stretches in order of their beginning; main ones do not overlap.
    #[serde(default)]
    pub entries: Vec<TimerEntry>,
    /// The task list of which the codes are.
    #[serde(default, skip_serializing_if = "ListNumber::is_first")]
    pub list: ListNumber,
    /// Whether it is over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub finished: bool,
}

impl Timing {
    /// A timing in which nothing has been measured yet.
    pub fn new(key: TimingKey, list: ListNumber) -> Self {
        Self {
            key,
            role: None,
            unit: None,
            scheduled: None,
            entries: Vec::new(),
            list,
            finished: false,
        }
    }

    /// Stretches of the main task, in order.
    pub fn main(&self) -> impl DoubleEndedIterator<Item = &TimerEntry> {
        self.entries.iter().filter(|entry| !entry.parallel)
    }

    /// The main stretch that runs.
    pub fn running(&self) -> Option<&TimerEntry> {
        self.main().find(|entry| entry.to.is_none())
    }

    /// The stretch that runs beside the main one (ながら).
    pub fn running_parallel(&self) -> Option<&TimerEntry> {
        self.entries.iter().find(|entry| entry.parallel && entry.to.is_none())
    }

    /// Seconds of the main stretches; what runs counts until `now`.
    pub fn seconds(&self, now: u32) -> u32 {
        self.main().map(|entry| entry.seconds(now)).sum()
    }

    /// Seconds of one task as the main one; what runs counts until `now`.
    pub fn seconds_of(&self, task: &TaskCode, now: u32) -> u32 {
        let of_task = self.main().filter(|entry| entry.task == *task);
        of_task.map(|entry| entry.seconds(now)).sum()
    }

    /// The timing with these stretches in place of its own.
    #[must_use]
    pub fn with_entries(&self, entries: Vec<TimerEntry>) -> Self {
        Self {
            entries,
            ..self.clone()
        }
    }
}

/// Writes seconds after midnight as a clock time, hours running on past 24 (`25:30:05`); lengths are written the same way.
pub fn clock_seconds(second: u32) -> String {
    format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// Reads `10:12:05` or `10:12`, with full-width digits and hours up to 47 too; `None` if it is no time.
pub fn parse_clock_seconds(written: &str) -> Option<u32> {
    let written = fold(written);
    let parts: Vec<&str> = written.split(':').collect();
    let number = |part: &str, below: u32| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = part.parse::<u32>().ok().filter(|number| *number < below);
        number.filter(|_| digits)
    };
    match parts.as_slice() {
        [hour, minute] => Some(number(hour, 48)? * 3600 + number(minute, 60)? * 60),
        [hour, minute, second] => Some(number(hour, 48)? * 3600 + number(minute, 60)? * 60 + number(second, 60)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        assert_eq!(parse_clock_seconds("10:12:05"), Some(36_725));
        assert_eq!(parse_clock_seconds("１０：１２"), Some(36_720));
        assert_eq!(parse_clock_seconds("25:30:00"), Some(91_800));
        for wrong in ["", "10", "10:60", "48:00", "10:12:5x", "+1:00", "1:2:3:4", "010:12"] {
            assert_eq!(parse_clock_seconds(wrong), None, "{wrong}");
        }
        assert_eq!(clock_seconds(91_805), "25:30:05");
    }

    #[test]
    fn seconds_run_on_past_midnight() {
        let key = TimingKey {
            wave: Wave::Before,
            staff: StaffCode::parse("S001").unwrap(),
            date: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
            observer: None,
        };
        let at = |day, hour| {
            let date = NaiveDate::from_ymd_opt(2026, 2, day).unwrap();
            key.second_of(date.and_hms_opt(hour, 0, 1).unwrap())
        };
        assert_eq!((at(10, 9), at(11, 1), at(9, 9)), (32_401, DAY + 3_601, 0));
    }
}
