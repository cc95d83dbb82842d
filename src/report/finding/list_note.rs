//! What a figure owes to an older task list.

use serde::{Deserialize, Serialize};

/// How sheets of an older task list are read in the codes of today (業務分類の読み替え): one note for each wave and list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListNote {
    /// Id of the wave.
    pub wave: String,
    /// Id of the list that the sheets were recorded with.
    pub recorded_with: String,
    /// Id of the list that they are read in.
    pub read_as: String,
    /// Sheets of the wave that were recorded so.
    pub sheets: usize,
    /// Tasks of today that hold the minutes of several older ones.
    pub merged: Vec<MergedTask>,
    /// Tasks of today for which the older list had none, so that they have no minutes here.
    pub without_source: Vec<TaskName>,
    /// All of it in words.
    pub note: String,
}

/// A task of today with the older tasks that became it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedTask {
    /// Code of today.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The older tasks with their minutes.
    pub from: Vec<MergedMinutes>,
}

/// Minutes that an older task brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedMinutes {
    /// Code in the older list.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Minutes.
    pub minutes: u32,
}

/// A task by code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskName {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}
