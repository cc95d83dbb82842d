//! What if: work moved or cut on paper, never mixed with data.

use serde::{Deserialize, Serialize};

use super::task_list::TaskCode;
use super::wave::Wave;

/// The four ways of improving a piece of work (改善の4原則, ECRS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// やめる
    Eliminate,
    /// まとめる
    Combine,
    /// 入れ替える
    Rearrange,
    /// 簡単にする
    Simplify,
}

/// One step of a scenario (変更案の一手): minutes of a task that leave a clock hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// How.
    pub way: Way,
    /// Which task.
    pub task: TaskCode,
    /// From which clock hour, 0–23.
    pub from_hour: u16,
    /// To which clock hour; `None` when the minutes go away.
    pub to_hour: Option<u16>,
    /// Minutes a survey day, over all people.
    pub minutes: u32,
}

/// A trial on paper of another day (変更案): moves over the means of a wave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its name, unique in a book.
    pub name: String,
    /// Over which wave it is laid.
    pub wave: Wave,
    /// In the order in which they were thought of.
    pub moves: Vec<Move>,
}
