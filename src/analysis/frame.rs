//! The one schema for analysis.
//!
//! A row is a task's minutes in a slot of a sheet, or the unfilled minutes of a slot (then task and category are null).
//!
//! | column | type | meaning |
//! |---|---|---|
//! | wave | text | `before`, `after1` … |
//! | sheet | u32 | running number of the sheet |
//! | staff | text | code of the person |
//! | role, unit | text or null | 職種, ユニット・フロア |
//! | date | i32 | date on which the shift starts, days since 0001-01-01 = 1 |
//! | weekday | u32 | 0 Monday … 6 Sunday of that date |
//! | minute | u32 | first minute of the slot after 0:00 of the date, past 1440 on the next day |
//! | hour | u32 | clock hour, 0–23 |
//! | period | text | `day` or `night` by the clock |
//! | task, category | text or null | codes of the task list |
//! | minutes | u32 | whole minutes |

use chrono::{Datelike, NaiveDate};
use polars::prelude::{Column, DataFrame, IntoLazy, LazyFrame};

use super::AnalysisError;
use crate::office::Minutes;
use crate::worktime::{CategoryCode, NightHours, Sheet, TaskCode, TaskList, Wave};

/// One row before it is laid out in columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// When in the improvement.
    pub wave: Wave,
    /// The sheet that it stands on.
    pub sheet: &'a Sheet,
    /// First minute of the slot after 0:00 of the sheet's date.
    pub minute: u16,
    /// Task and category; `None` for unfilled minutes.
    pub task: Option<(&'a TaskCode, &'a CategoryCode)>,
    /// Whole minutes.
    pub minutes: Minutes,
}

/// Every row of the given sheets in order of sheet and slot, unfilled minutes included.
///
/// A task that is not in the list is a broken invariant of the book and counts as unfilled nowhere: it is left out, and the
/// check of the book names it.
pub fn entries<'a>(sheets: &'a [(Wave, Sheet)], tasks: &'a TaskList) -> Vec<Entry<'a>> {
    let mut rows = Vec::new();
    for (wave, sheet) in sheets {
        for cell in &sheet.cells {
            for share in &cell.shares {
                let Some(task) = tasks.task(&share.0) else { continue };
                rows.push(Entry {
                    wave: *wave,
                    sheet,
                    minute: cell.start,
                    task: Some((&task.code, &task.category)),
                    minutes: share.1,
                });
            }
        }
        for (minute, minutes) in sheet.unfilled_slots() {
            rows.push(Entry {
                wave: *wave,
                sheet,
                minute,
                task: None,
                minutes,
            });
        }
    }
    rows
}

/// All sheets of a book as rows (the module's text has the schema).
pub struct Frame {
    rows: DataFrame,
}

impl Frame {
    /// Lays out sheets as rows.
    pub fn of(sheets: &[(Wave, Sheet)], tasks: &TaskList, night: NightHours) -> Result<Self, AnalysisError> {
        let rows = entries(sheets, tasks);
        let mut numbers = Vec::with_capacity(rows.len());
        let mut number = 0_u32;
        let mut last: Option<*const Sheet> = None;
        for row in &rows {
            let this: *const Sheet = row.sheet;
            if last.is_some_and(|last| last != this) {
                number += 1;
            }
            last = Some(this);
            numbers.push(number);
        }
        let texts = |of: &dyn Fn(&Entry) -> Option<String>| rows.iter().map(of).collect::<Vec<Option<String>>>();
        let counts = |of: &dyn Fn(&Entry) -> u32| rows.iter().map(of).collect::<Vec<u32>>();
        let role = texts(&|row| row.sheet.role.as_ref().map(ToString::to_string));
        let unit = texts(&|row| row.sheet.unit.as_ref().map(ToString::to_string));
        let period = texts(&|row| Some(night.period(row.minute).id().to_owned()));
        let columns = vec![
            Column::new("wave".into(), texts(&|row| Some(row.wave.id()))),
            Column::new("sheet".into(), numbers),
            Column::new("staff".into(), texts(&|row| Some(row.sheet.staff.to_string()))),
            Column::new("role".into(), role),
            Column::new("unit".into(), unit),
            Column::new(
                "date".into(),
                rows.iter()
                    .map(|row| row.sheet.date.num_days_from_ce())
                    .collect::<Vec<i32>>(),
            ),
            Column::new(
                "weekday".into(),
                counts(&|row| row.sheet.date.weekday().num_days_from_monday()),
            ),
            Column::new("minute".into(), counts(&|row| u32::from(row.minute))),
            Column::new("hour".into(), counts(&|row| u32::from(row.minute / 60 % 24))),
            Column::new("period".into(), period),
            Column::new("task".into(), texts(&|row| row.task.map(|(task, _)| task.to_string()))),
            Column::new(
                "category".into(),
                texts(&|row| row.task.map(|(_, category)| category.to_string())),
            ),
            Column::new("minutes".into(), counts(&|row| row.minutes.0)),
        ];
        Ok(Self {
            rows: DataFrame::new(rows.len(), columns)?,
        })
    }

    /// The rows as a query to go on from.
    pub(super) fn query(&self) -> LazyFrame {
        self.rows.clone().lazy()
    }
}

/// The date of a day number of the frame.
pub fn date_of(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

#[cfg(test)]
pub(super) mod tests_support {
    use super::*;
    use crate::catalog::Catalog;
    use crate::office::{Span, StaffCode};
    use crate::worktime::{Cell, ListNumber, Manner, Share};

    pub(in crate::analysis) fn list() -> TaskList {
        Catalog::built_in().task_list("kasan-2024").unwrap().clone()
    }

    /// A sheet of 2025-10-06 with one task a cell.
    pub(in crate::analysis) fn sheet(staff: &str, span: (u16, u16), cells: &[(u16, &str, u32)]) -> Sheet {
        Sheet {
            staff: StaffCode::parse(staff).unwrap(),
            date: NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
            role: None,
            unit: None,
            scheduled: None,
            actual: Some(Span::new(span.0, span.1).unwrap()),
            slot_minutes: 10,
            cells: cells
                .iter()
                .map(|(start, task, minutes)| Cell {
                    start: *start,
                    shares: vec![Share(TaskCode((*task).to_owned()), Minutes(*minutes))],
                })
                .collect(),
            note: String::new(),
            manner: Manner::default(),
            list: ListNumber::default(),
            copied: Vec::new(),
        }
    }
}
