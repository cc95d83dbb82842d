//! The versioned list of tasks that a survey uses (業務分類).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::office::{Bilingual, fold};
use crate::phrase::{Phrase, phrase};

/// What a category of tasks is, whatever a list calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CategoryKind {
    /// 直接介護
    Direct,
    /// 間接業務
    Indirect,
    /// 休憩
    Rest,
    /// その他
    Other,
    /// 余裕時間
    Slack,
}

/// Code of a category, `A` to `E` in the official list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryCode(pub String);

/// Code of a task, `1` to `24` in the official list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TaskCode(pub String);

impl TaskCode {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl CategoryCode {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TaskCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Display for CategoryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A colour of the Okabe–Ito palette, told apart by colour-blind eyes too (色).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hue {
    /// Black
    Black,
    /// 橙
    Orange,
    /// 空色
    SkyBlue,
    /// 青緑
    BluishGreen,
    /// 黄
    Yellow,
    /// 青
    Blue,
    /// 朱
    Vermillion,
    /// 赤紫
    ReddishPurple,
}

/// A group of tasks (分類).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Code within the list.
    pub code: CategoryCode,
    /// Name in both languages.
    pub name: Bilingual,
    /// What it is.
    pub kind: CategoryKind,
    /// Its colour in pictures, where somebody chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Hue>,
}

/// One kind of work (業務).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Code within the list.
    pub code: TaskCode,
    /// Code of its category.
    pub category: CategoryCode,
    /// Name in both languages.
    pub name: Bilingual,
    /// What belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
    /// Whether a sheet may say in words what it was.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub free_note: bool,
    /// The key that starts it on the timer, where somebody chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<char>,
    /// Its colour in pictures, where somebody chose one; else the one of its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Hue>,
}

/// A versioned list of tasks in categories (業務分類); a book keeps a copy of the list that it used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskList {
    /// Name in commands and files, e.g. `kasan-2024`.
    pub id: String,
    /// Version of the list.
    pub version: String,
    /// Title in both languages.
    pub title: Bilingual,
    /// Where the list comes from.
    pub source: String,
    /// Usual slot in minutes: 5, 10, 15, 30 or 60.
    pub slot_minutes: u16,
    /// Categories in the order of the list.
    pub categories: Vec<Category>,
    /// Tasks in the order of the list.
    pub tasks: Vec<Task>,
}

/// Why a list cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskListError {
    /// The slot is none of 5, 10, 15, 30, 60.
    Slot(u16),
    /// Two categories or two tasks with one code.
    CodeTwice(String),
    /// A task names a category that is not in the list.
    NoSuchCategory {
        /// The task.
        task: String,
        /// The category that it names.
        category: String,
    },
    /// Two tasks with one key.
    KeyTwice(char),
    /// No tasks at all.
    Empty,
}

impl TaskListError {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Slot(minutes) => phrase("catalog-slot").with("minutes", *minutes),
            Self::Empty => phrase("catalog-empty"),
            Self::NoSuchCategory { task, category } => phrase("catalog-no-category")
                .with("task", task.as_str())
                .with("category", category.as_str()),
            Self::CodeTwice(id) => phrase("catalog-twice").with("id", id.as_str()),
            Self::KeyTwice(key) => phrase("catalog-key-twice").with("key", key.to_string()),
        }
    }
}

/// Slots that a survey may use, in minutes.
pub const SLOTS: [u16; 5] = [5, 10, 15, 30, 60];

impl TaskList {
    /// Checks that codes are unique, categories exist and the slot is one of the five.
    pub fn validate(&self) -> Result<(), TaskListError> {
        if !SLOTS.contains(&self.slot_minutes) {
            return Err(TaskListError::Slot(self.slot_minutes));
        }
        if self.tasks.is_empty() {
            return Err(TaskListError::Empty);
        }
        let mut categories = BTreeSet::new();
        for category in &self.categories {
            if !categories.insert(&category.code) {
                return Err(TaskListError::CodeTwice(category.code.to_string()));
            }
        }
        let mut tasks = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for task in &self.tasks {
            if let Some(key) = task.key
                && !keys.insert(key)
            {
                return Err(TaskListError::KeyTwice(key));
            }
            if !tasks.insert(&task.code) {
                return Err(TaskListError::CodeTwice(task.code.to_string()));
            }
            if !categories.contains(&task.category) {
                return Err(TaskListError::NoSuchCategory {
                    task: task.code.to_string(),
                    category: task.category.to_string(),
                });
            }
        }
        Ok(())
    }

    /// The task with this code.
    pub fn task(&self, code: &TaskCode) -> Option<&Task> {
        self.tasks.iter().find(|task| task.code == *code)
    }

    /// The category with this code.
    pub fn category(&self, code: &CategoryCode) -> Option<&Category> {
        self.categories.iter().find(|category| category.code == *code)
    }

    /// The category of a task.
    pub fn category_of(&self, task: &TaskCode) -> Option<&Category> {
        self.task(task).and_then(|task| self.category(&task.category))
    }

    /// Finds a task by what a person wrote: its code (`11`, `１１`, `11.`) or its full name in either language.
    pub fn find(&self, written: &str) -> Option<&Task> {
        let written = fold(written);
        let code = written.trim_end_matches(['.', '．', '、']);
        self.tasks
            .iter()
            .find(|task| task.code.0 == code || task.name.ja == written || task.name.en.eq_ignore_ascii_case(&written))
    }

    /// Codes of all tasks in categories of one kind.
    pub fn tasks_of_kind(&self, kind: CategoryKind) -> Vec<TaskCode> {
        self.tasks
            .iter()
            .filter(|task| {
                self.category(&task.category)
                    .is_some_and(|category| category.kind == kind)
            })
            .map(|task| task.code.clone())
            .collect()
    }
}
