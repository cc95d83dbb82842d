//! What became of a sheet that was recorded from lines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What became of one sheet that was written as lines of the entry grammar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordFinding {
    /// Always `yutori.record/1`.
    pub schema: String,
    /// Whether the book has it now.
    pub written: bool,
    /// Whether another sheet of the shift gave way.
    pub replaced: bool,
    /// `sheet` or `plan`.
    pub kind: String,
    /// Wave.
    pub wave: String,
    /// Code of the person.
    pub staff: String,
    /// Date on which the shift starts.
    pub date: NaiveDate,
    /// Clock time at which it starts.
    pub starts_at: String,
    /// Filled slots.
    pub slots: usize,
    /// Filled minutes.
    pub minutes: u32,
    /// Minutes of the shift without a task.
    pub unfilled: u32,
    /// Every fault, by line; nothing is written while there is one.
    pub faults: Vec<LineFault>,
}

/// One fault of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFault {
    /// Line, counted from 1.
    pub line: usize,
    /// In words.
    pub message: String,
    /// What to try.
    pub hint: Option<String>,
}
