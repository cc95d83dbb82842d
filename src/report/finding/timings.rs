//! What the timer has measured: stretches with their seconds, and the minutes made of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Timings of a book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timings {
    /// Always `yutori.timer/1`.
    pub schema: String,
    /// By wave, date, person and observer.
    pub timings: Vec<TimingFinding>,
}

/// One timing (計測).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimingFinding {
    /// Wave.
    pub wave: String,
    /// Code of the person.
    pub staff: String,
    /// Date on which the work began.
    pub date: NaiveDate,
    /// Code of the observer; `None` when the person held the timer.
    pub observer: Option<String>,
    /// Kind of work of the person.
    pub role: Option<String>,
    /// Unit or floor.
    pub unit: Option<String>,
    /// Whether it is over.
    pub finished: bool,
    /// Number of the main stretch that runs.
    pub running: Option<usize>,
    /// Seconds of all main stretches; what runs counts until now.
    pub seconds: u32,
    /// Whole minutes of the cells; what runs makes none yet.
    pub minutes: u32,
    /// In order of their beginning.
    pub stretches: Vec<StretchLine>,
    /// Tasks that were measured, in the order of the list.
    pub tasks: Vec<TimedTask>,
    /// Cells made of the seconds by largest remainder.
    pub cells: Vec<TimedCell>,
}

/// One stretch of a timing (計測区間).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StretchLine {
    /// Counted from 1.
    pub number: usize,
    /// Code of the task.
    pub task: String,
    /// Its name.
    pub name: String,
    /// Clock time, hours running on past 24.
    pub from: String,
    /// Clock time; `None` while it runs.
    pub to: Option<String>,
    /// Length; while it runs, until now.
    pub seconds: u32,
    /// Whether it went on beside the main task.
    pub parallel: bool,
    /// Whether it interrupted the task before.
    pub interruption: bool,
    /// Remark.
    pub note: String,
}

/// One task of a timing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimedTask {
    /// Code of the task.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Seconds as the main task.
    pub seconds: u32,
    /// Whole minutes of its cells.
    pub minutes: u32,
    /// Seconds beside another task; they are in no total.
    pub parallel_seconds: u32,
}

/// One cell made of seconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimedCell {
    /// Clock time of its first minute, hours running on past 24.
    pub start: String,
    /// Tasks with whole minutes.
    pub shares: Vec<TimedShare>,
}

/// Whole minutes of a task in a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimedShare {
    /// Code of the task.
    pub task: String,
    /// Minutes.
    pub minutes: u32,
}
