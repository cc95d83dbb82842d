//! Reads the minutes of the form: which task, which column, how many.

use std::collections::BTreeSet;

use super::head::formula_fault;
use super::hours::{HourColumn, Label};
use super::layout::{Block, Layout};
use crate::intake::grid::{Grid, Position, Value};
use crate::intake::order::Fault;
use crate::intake::written::number::{NotMinutes, minutes_of_number, minutes_of_text};
use crate::intake::written::{plain, quoted};
use crate::office::printable;
use crate::phrase::phrase;
use crate::worktime::{TaskCode, TaskList};

/// Minutes of one task in one column.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Hour of the form, counted over all its blocks.
    pub hour: usize,
    /// First minute of the column within the hour.
    pub minute: u16,
    /// Index of the task in the book's list.
    pub task: usize,
    /// More than zero.
    pub minutes: u32,
    /// Where it stands.
    pub at: Position,
}

/// Everything that stands below the head.
#[derive(Debug, Default)]
pub struct Entries {
    /// By block, row and column.
    pub all: Vec<Entry>,
    /// The hours of all blocks.
    pub hours: Vec<HourColumn>,
    /// Remarks.
    pub note: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Entries {
    /// Reads all blocks of the form.
    pub fn read(grid: &Grid, layout: &Layout, tasks: &TaskList) -> Self {
        let mut read = Self::default();
        let mut notes: Vec<String> = Vec::new();
        for block in &layout.blocks {
            read.block(grid, block, tasks);
            // The cells left of the first column hold the printed words.
            let first = block.columns.first().map_or(0, |column| column.at);
            let written = block.note_row.into_iter().flat_map(|row| grid.row(row));
            notes.extend(
                written
                    .filter(|(column, _)| *column >= first)
                    .filter_map(|(_, value)| value.text())
                    .map(|text| printable(&text).trim().to_owned()),
            );
        }
        read.note = notes.join(" / ");
        read
    }

    fn block(&mut self, grid: &Grid, block: &Block, tasks: &TaskList) {
        let before = self.hours.len();
        for hour in 0..block.hours() {
            let (at, value) = block.label(grid, hour);
            self.hours.push(HourColumn {
                label: Label::of(value),
                at,
                has_minutes: false,
            });
        }
        let mut codes = BTreeSet::new();
        for row in &block.task_rows {
            let at = (*row, block.code_column);
            let code = grid.get(at).map(code_of);
            if code.is_some_and(|code| !codes.insert(code)) {
                self.faults.push(grid.fault(at, phrase("intake-task-row-twice")));
            }
            self.row(grid, block, *row, before, tasks);
        }
    }

    fn row(&mut self, grid: &Grid, block: &Block, row: u32, before: usize, tasks: &TaskList) {
        let mut task: Option<Option<usize>> = None;
        let mut columns = block.columns.iter().peekable();
        for (at, value) in grid.row(row) {
            while columns.next_if(|column| column.at < at).is_some() {}
            let Some(column) = columns.peek().filter(|column| column.at == at) else {
                continue;
            };
            let Some(minutes) = self.minutes(grid, (row, at), value) else {
                continue;
            };
            let hour = before + column.hour;
            if let Some(hour) = self.hours.get_mut(hour) {
                hour.has_minutes = true;
            }
            let found = *task.get_or_insert_with(|| find_task(grid, block, row, tasks, &mut self.faults));
            if let Some(task) = found {
                self.all.push(Entry {
                    hour,
                    minute: column.minute,
                    task,
                    minutes,
                    at: (row, at),
                });
            }
        }
    }

    /// Whole minutes above zero; anything else is nothing or a fault.
    fn minutes(&mut self, grid: &Grid, at: Position, value: &Value) -> Option<u32> {
        let read = match value {
            Value::Text(text) => minutes_of_text(text),
            Value::Number(number) => minutes_of_number(*number).map(Some),
            Value::Moment { .. } | Value::Flag(_) => Err(NotMinutes::NotANumber),
            Value::Error(_) | Value::NoResult => {
                self.faults.push(grid.fault(at, formula_fault(value)));
                return None;
            }
        };
        match read {
            Ok(minutes) => minutes.filter(|minutes| *minutes > 0),
            Err(why) => {
                let written = quoted(&value.text().unwrap_or_default());
                self.faults
                    .push(grid.fault(at, not_minutes(why).with("written", written)));
                None
            }
        }
    }
}

/// Says why something is no amount of minutes; the gap `written` is left to the caller.
pub fn not_minutes(why: NotMinutes) -> crate::phrase::Phrase {
    match why {
        NotMinutes::NotANumber => phrase("intake-not-a-number"),
        NotMinutes::NotWhole => phrase("intake-not-whole"),
        NotMinutes::Negative => phrase("intake-negative"),
        NotMinutes::TooLarge => phrase("intake-minutes-too-large"),
    }
}

fn code_of(value: &Value) -> TaskCode {
    let text = plain(&value.text().unwrap_or_default());
    TaskCode(text.trim_end_matches('.').to_owned())
}

/// The task of a row by its number in the Sub-NO column; a fault names the list that the book uses.
fn find_task(grid: &Grid, block: &Block, row: u32, tasks: &TaskList, faults: &mut Vec<Fault>) -> Option<usize> {
    let at = (row, block.code_column);
    let value = grid.get(at);
    let code = value.map_or_else(|| TaskCode(String::new()), code_of);
    let found = tasks.tasks.iter().position(|task| task.code == code);
    if found.is_none() {
        faults.push(
            grid.fault(
                at,
                phrase("intake-unknown-task")
                    .with("written", quoted(&value.and_then(Value::text).unwrap_or_default()))
                    .with("list", tasks.id.as_str()),
            ),
        );
    }
    found
}
