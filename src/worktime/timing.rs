//! What a timer has measured, to the second (タイマー計測).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::list_history::ListNumber;
use super::task_list::TaskCode;
use super::wave::Wave;
use crate::office::{Role, Span, StaffCode, Unit};

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
