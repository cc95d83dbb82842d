//! What becomes of the tasks of one list in another (業務分類の対応).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::worktime::{Mapping, TaskCode};

/// A mapping from one task list to another, as a data file tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListMapping {
    /// Id of the older list.
    pub from: String,
    /// Id of the newer list.
    pub to: String,
    /// Where it comes from.
    pub source: String,
    /// From the codes of the older list to those of the newer; a task without a place is left out.
    pub tasks: BTreeMap<TaskCode, TaskCode>,
}

impl ListMapping {
    /// The mapping without its papers.
    pub fn mapping(&self) -> Mapping {
        Mapping(self.tasks.clone())
    }
}
