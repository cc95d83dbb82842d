//! ムリ: hours without slack, breaks not taken, overtime.

use super::Hours;
use crate::office::Minutes;
use crate::worktime::quality::break_of;
use crate::worktime::sheet::Sheet;
use crate::worktime::task_list::{CategoryKind, TaskList};

/// Where work is too much (ムリ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strain {
    /// Hours with too little slack; `None` where the list has no category for slack: neither rest nor unfilled minutes stand in.
    pub tight: Option<Tight>,
    /// Breaks not taken; `None` where the list has no category for rest.
    pub breaks: Option<Breaks>,
    /// Overtime.
    pub overtime: Overtime,
}

/// Clock hours with too little slack (余裕のない時間帯).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tight {
    /// Which, 0–23.
    pub hours: Vec<u16>,
    /// Of how many hours with filled minutes.
    pub measured: usize,
}

/// Breaks not taken (休憩の不足).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Breaks {
    /// Sheets over six hours: a break is due.
    pub due: usize,
    /// Of these, sheets with less rest than is due.
    pub missed: usize,
    /// Minutes that are missing on them.
    pub missing: u32,
}

/// Work beyond the scheduled hours (時間外).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overtime {
    /// Sheets with both the scheduled and the actual hours.
    pub known: usize,
    /// Of these, sheets with overtime.
    pub over: usize,
    /// Minutes of the actual hours that are outside the scheduled ones.
    pub minutes: u32,
    /// Sheets on which one of the two is missing: nobody knows.
    pub unknown: usize,
}

impl Strain {
    pub(super) fn of(sheets: &[&Sheet], tasks: &TaskList, hours: &Hours, slack_percent: u8) -> Self {
        let has = |kind| !tasks.tasks_of_kind(kind).is_empty();
        Self {
            tight: has(CategoryKind::Slack).then(|| Tight {
                hours: hours.tight(slack_percent),
                measured: hours.measured(),
            }),
            breaks: has(CategoryKind::Rest).then(|| Breaks::of(sheets, tasks)),
            overtime: Overtime::of(sheets),
        }
    }
}

impl Breaks {
    fn of(sheets: &[&Sheet], tasks: &TaskList) -> Self {
        let mut breaks = Self::default();
        for rest in sheets.iter().filter_map(|sheet| break_of(sheet, tasks)) {
            breaks.due += 1;
            breaks.missed += usize::from(rest.missing() > Minutes::ZERO);
            breaks.missing += rest.missing().0;
        }
        breaks
    }
}

impl Overtime {
    fn of(sheets: &[&Sheet]) -> Self {
        let mut overtime = Self::default();
        for sheet in sheets {
            let (Some(scheduled), Some(actual)) = (sheet.scheduled, sheet.actual) else {
                overtime.unknown += 1;
                continue;
            };
            let beyond = actual.minutes().minus(scheduled.overlap(actual.start(), actual.end()));
            overtime.known += 1;
            overtime.over += usize::from(beyond > Minutes::ZERO);
            overtime.minutes += beyond.0;
        }
        overtime
    }
}
