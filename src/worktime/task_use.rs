//! Where a task is in use, so that it cannot vanish.

use std::collections::BTreeMap;

use super::task_list::TaskCode;
use crate::phrase::{Phrase, phrase};

/// Where a task is in use (業務の使われているところ).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TaskUse {
    /// Sheets with minutes of it.
    pub sheets: usize,
    /// Timetables with minutes of it.
    pub plans: usize,
    /// Timings with a stretch of it.
    pub timings: usize,
    /// Scenarios that move it, the meters, words of other programs that mean it.
    pub settings: usize,
}

/// Where each task is in use.
pub type TaskUses = BTreeMap<TaskCode, TaskUse>;

impl TaskUse {
    /// In words: `調査票12枚、業務表1枚`.
    pub fn phrase(&self) -> Phrase {
        let parts = [
            (self.sheets, "tasks-use-sheets"),
            (self.plans, "tasks-use-plans"),
            (self.timings, "tasks-use-timings"),
            (self.settings, "tasks-use-settings"),
        ];
        let used = parts.into_iter().filter(|(count, _)| *count > 0);
        let said = used.map(|(count, key)| phrase(key).with("count", count));
        said.reduce(|first, second| phrase("tasks-use-both").with("first", first).with("second", second))
            .unwrap_or_else(|| phrase("tasks-use-none"))
    }
}
