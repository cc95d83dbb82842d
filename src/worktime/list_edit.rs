//! Why a task list cannot be edited as a person wants.

use super::task_use::TaskUse;
use crate::phrase::{Phrase, phrase};

/// Most letters of a name.
pub(super) const LONGEST_NAME: usize = 60;

/// Why a list cannot be edited so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEditError {
    /// No task or category has this code.
    NoSuchCode(String),
    /// No category has this code.
    NoSuchCategory(String),
    /// The code is taken.
    CodeTaken(String),
    /// A code is one to eight letters or digits without blanks.
    BadCode(String),
    /// A name has one to sixty letters.
    BadName,
    /// A key is one letter, digit or sign.
    BadKey(String),
    /// Only tasks have keys.
    NoKeyHere(String),
    /// Another task has the key.
    KeyTaken(char, String),
    /// The task is in use.
    InUse(String, TaskUse),
    /// A category with tasks stays.
    HasTasks(String),
    /// The last task stays.
    LastTask,
    /// Tasks are put in order within their category.
    OtherCategory(String, String),
}

impl ListEditError {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoSuchCode(code) => phrase("tasks-no-code").with("code", code.as_str()),
            Self::NoSuchCategory(code) => phrase("tasks-no-category").with("code", code.as_str()),
            Self::CodeTaken(code) => phrase("tasks-code-taken").with("code", code.as_str()),
            Self::BadCode(code) => phrase("tasks-bad-code").with("code", code.as_str()),
            Self::BadName => phrase("tasks-bad-name").with("most", LONGEST_NAME),
            Self::BadKey(key) => phrase("tasks-bad-key").with("key", key.as_str()),
            Self::NoKeyHere(code) => phrase("tasks-no-key-here").with("code", code.as_str()),
            Self::KeyTaken(key, task) => phrase("tasks-key-taken")
                .with("key", key.to_string())
                .with("task", task.as_str()),
            Self::InUse(task, uses) => phrase("tasks-in-use")
                .with("task", task.as_str())
                .with("uses", uses.phrase()),
            Self::HasTasks(code) => phrase("tasks-has-tasks").with("code", code.as_str()),
            Self::LastTask => phrase("tasks-last-task"),
            Self::OtherCategory(one, other) => phrase("tasks-other-category")
                .with("one", one.as_str())
                .with("other", other.as_str()),
        }
    }
}
