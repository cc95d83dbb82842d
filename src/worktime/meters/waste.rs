//! ムダ: minutes in the tasks that the office wants to reduce.

use std::collections::HashMap;

use super::MeterSettings;
use crate::worktime::sheet::Sheet;
use crate::worktime::task_list::{TaskCode, TaskList};

/// Minutes in the tasks that the office has marked (減らしたい業務).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waste {
    /// The marked tasks of the list with their minutes, in the order of the list.
    pub by_task: Vec<(TaskCode, u32)>,
    /// Their minutes together.
    pub minutes: u32,
    /// All filled minutes.
    pub filled: u32,
    /// Sheets with filled minutes (person-days).
    pub person_days: usize,
}

impl Waste {
    /// `None` where no task of the list is marked.
    pub(super) fn of(sheets: &[&Sheet], tasks: &TaskList, settings: &MeterSettings) -> Option<Self> {
        let mut minutes: HashMap<&TaskCode, u32> = HashMap::new();
        let mut filled = 0;
        for share in sheets
            .iter()
            .flat_map(|sheet| &sheet.cells)
            .flat_map(|cell| &cell.shares)
        {
            filled += share.1.0;
            *minutes.entry(&share.0).or_default() += share.1.0;
        }
        let marked = tasks.tasks.iter().filter(|task| settings.wasteful.contains(&task.code));
        let by_task: Vec<(TaskCode, u32)> = marked
            .map(|task| (task.code.clone(), minutes.get(&task.code).copied().unwrap_or(0)))
            .collect();
        (!by_task.is_empty()).then(|| Self {
            minutes: by_task.iter().map(|(_, minutes)| minutes).sum(),
            by_task,
            filled,
            person_days: sheets.iter().filter(|sheet| !sheet.cells.is_empty()).count(),
        })
    }

    /// Minutes a person-day; `None` without one.
    pub fn per_person_day(&self) -> Option<f64> {
        let days = u32::try_from(self.person_days).unwrap_or(u32::MAX);
        (days > 0).then(|| f64::from(self.minutes) / f64::from(days))
    }

    /// Share of the filled minutes, from 0 to 1; `None` without any.
    pub fn share(&self) -> Option<f64> {
        (self.filled > 0).then(|| f64::from(self.minutes) / f64::from(self.filled))
    }
}
