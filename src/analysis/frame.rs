//! The one schema for analysis.
//!
//! A row is a task's minutes in a slot of a sheet, or the unfilled minutes of a slot (then task and category are null).
//!
//! | column | type | meaning |
//! |---|---|---|
//! | wave | name | `before`, `after1` … |
//! | sheet | u32 | running number of the sheet |
//! | staff | name | code of the person |
//! | role, unit | name or null | 職種, ユニット・フロア |
//! | date | i32 | date on which the shift starts, days since 0001-01-01 = 1 |
//! | weekday | u32 | 0 Monday … 6 Sunday of that date |
//! | minute | u32 | first minute of the slot after 0:00 of the date, past 1440 on the next day |
//! | hour | u32 | clock hour, 0–23 |
//! | period | name | `day` or `night` by the clock |
//! | task, category | name or null | codes of the task list |
//! | minutes | u32 | whole minutes |
//!
//! A name is a u32, the place of the text among all texts of its column in order: a year of a large office has 600,000 rows,
//! and a number takes a quarter of the room of a text.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use polars::prelude::{Column, DataFrame, Expr, IntoLazy, LazyFrame, col, lit};

use super::AnalysisError;
use crate::office::{Minutes, Role, Unit};
use crate::worktime::{CategoryCode, NightHours, Sheet, Task, TaskCode, TaskList, Wave};

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
    let entry = |row: Row| {
        let (wave, sheet) = sheets.get(row.sheet as usize)?;
        Some(Entry {
            wave: *wave,
            sheet,
            minute: row.minute,
            task: row.task(tasks).map(|task| (&task.code, &task.category)),
            minutes: Minutes(row.minutes),
        })
    };
    rows(sheets, tasks).into_iter().filter_map(entry).collect()
}

/// A row in as little room as it needs: a year of a large office has 600,000 of them.
#[derive(Clone, Copy)]
struct Row {
    /// Place of the sheet.
    sheet: u32,
    minutes: u32,
    minute: u16,
    /// Place of the task in its list, or [`UNFILLED`].
    task: u16,
}

const UNFILLED: u16 = u16::MAX;

impl Row {
    fn task(self, tasks: &TaskList) -> Option<&Task> {
        tasks.tasks.get(usize::from(self.task))
    }
}

fn rows(sheets: &[(Wave, Sheet)], tasks: &TaskList) -> Vec<Row> {
    let places: BTreeMap<&TaskCode, u16> = tasks.tasks.iter().map(|task| &task.code).zip(0..).collect();
    let shares = |sheet: &Sheet| sheet.cells.iter().map(|cell| cell.shares.len()).sum::<usize>();
    let mut rows = Vec::with_capacity(sheets.iter().map(|(_, sheet)| shares(sheet)).sum());
    for (place, (_, sheet)) in (0..).zip(sheets) {
        let shares = sheet
            .cells
            .iter()
            .flat_map(|cell| cell.shares.iter().map(|share| (cell.start, share)));
        rows.extend(shares.filter_map(|(minute, share)| {
            Some(Row {
                sheet: place,
                minutes: share.1.0,
                minute,
                task: *places.get(&share.0)?,
            })
        }));
        rows.extend(sheet.unfilled_slots().into_iter().map(|(minute, minutes)| Row {
            sheet: place,
            minutes: minutes.0,
            minute,
            task: UNFILLED,
        }));
    }
    rows
}

/// All sheets of a book as rows (the module's text has the schema).
pub struct Frame {
    rows: DataFrame,
    /// The texts of each column of names, in order.
    names: BTreeMap<&'static str, Vec<String>>,
}

impl Frame {
    /// Lays out sheets as rows.
    pub fn of(sheets: &[(Wave, Sheet)], tasks: &TaskList, night: NightHours) -> Result<Self, AnalysisError> {
        let rows = rows(sheets, tasks);
        let mut frame = Layout {
            rows: &rows,
            columns: Vec::new(),
            names: BTreeMap::new(),
        };
        let waves: BTreeMap<Wave, String> = sheets.iter().map(|(wave, _)| (*wave, wave.id())).collect();
        let sheet = |row: &Row| sheets.get(row.sheet as usize);
        let day = |row: &Row| sheet(row).map_or(0, |(_, sheet)| sheet.date.num_days_from_ce());
        let weekday = |row: &Row| sheet(row).map_or(0, |(_, sheet)| sheet.date.weekday().num_days_from_monday());
        frame.names("wave", |row| waves.get(&sheet(row)?.0).map(String::as_str));
        frame.counts("sheet", |row| row.sheet);
        frame.names("staff", |row| Some(sheet(row)?.1.staff.as_str()));
        frame.names("role", |row| sheet(row)?.1.role.as_ref().map(Role::as_str));
        frame.names("unit", |row| sheet(row)?.1.unit.as_ref().map(Unit::as_str));
        let dates: Vec<i32> = rows.iter().map(day).collect();
        frame.columns.push(Column::new("date".into(), dates));
        frame.counts("weekday", weekday);
        frame.counts("minute", |row| u32::from(row.minute));
        frame.counts("hour", |row| u32::from(row.minute / 60 % 24));
        frame.names("period", |row| Some(night.period(row.minute).id()));
        frame.names("task", |row| row.task(tasks).map(|task| task.code.as_str()));
        frame.names("category", |row| row.task(tasks).map(|task| task.category.as_str()));
        frame.counts("minutes", |row| row.minutes);
        let Layout { columns, names, .. } = frame;
        Ok(Self {
            rows: DataFrame::new(rows.len(), columns)?,
            names,
        })
    }

    /// The rows as a query to go on from.
    pub(super) fn query(&self) -> LazyFrame {
        self.rows.clone().lazy()
    }

    /// The text of a name.
    pub(super) fn name(&self, column: &str, name: u32) -> Option<&str> {
        self.names.get(column)?.get(name as usize).map(String::as_str)
    }

    /// Whether a column has this text; a text that no row has is found nowhere.
    pub(super) fn is(&self, column: &'static str, text: &str) -> Expr {
        let names = self.names.get(column).map_or(&[][..], Vec::as_slice);
        let name = names.binary_search_by(|name| name.as_str().cmp(text)).ok();
        let name = name.and_then(|name| u32::try_from(name).ok());
        name.map_or_else(|| lit(false), |name| col(column).eq(lit(name)))
    }
}

/// Columns while they are made.
struct Layout<'a> {
    rows: &'a [Row],
    columns: Vec<Column>,
    names: BTreeMap<&'static str, Vec<String>>,
}

impl Layout<'_> {
    fn counts(&mut self, column: &'static str, of: impl Fn(&Row) -> u32) {
        let counts: Vec<u32> = self.rows.iter().map(of).collect();
        self.columns.push(Column::new(column.into(), counts));
    }

    fn names<'t>(&mut self, column: &'static str, of: impl Fn(&Row) -> Option<&'t str>) {
        let texts: BTreeSet<&str> = self.rows.iter().filter_map(&of).collect();
        let places: BTreeMap<&str, u32> = texts.iter().copied().zip(0..).collect();
        let place = |row: &Row| of(row).and_then(|text| places.get(text).copied());
        let names: Vec<Option<u32>> = self.rows.iter().map(place).collect();
        self.columns.push(Column::new(column.into(), names));
        self.names
            .insert(column, texts.into_iter().map(ToOwned::to_owned).collect());
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
