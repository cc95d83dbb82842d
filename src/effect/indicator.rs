//! What is measured to see an effect (指標).

use serde::{Deserialize, Serialize};

use crate::office::Bilingual;
use crate::worktime::{CategoryKind, TaskCode, TaskList};

/// Efficiency or quality (業務効率指標・介護サービスの質指標).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// 業務効率
    Efficiency,
    /// 介護サービスの質
    Quality,
}

/// Which way is good (良い方向).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Less is better.
    Down,
    /// More is better.
    Up,
}

/// What one value of an indicator stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// One person's one shift (1人1日).
    StaffDay,
}

/// How an indicator comes out of the time sheets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "as", deny_unknown_fields)]
pub enum Measured {
    /// Minutes of these tasks.
    Minutes {
        /// Codes of the task list.
        tasks: Vec<TaskCode>,
    },
    /// Share of filled minutes in categories of these kinds, from 0 to 1.
    Share {
        /// Kinds of category.
        kinds: Vec<CategoryKind>,
    },
}

/// A number that is followed before and after an improvement (指標).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Name in commands and JSON, e.g. `record-minutes`.
    pub id: String,
    /// Name for people.
    pub name: Bilingual,
    /// Efficiency or quality; set by the file that the indicator stands in.
    #[serde(skip_deserializing, default = "Family::until_the_file_says")]
    pub family: Family,
    /// Unit for people (分, %).
    pub unit: Bilingual,
    /// Which way is good.
    pub direction: Direction,
    /// Decimals shown.
    pub decimals: u8,
    /// What one value stands for.
    pub per: Per,
    /// How it comes out of the sheets.
    pub measured: Measured,
    /// How to measure it, for people.
    pub how: Bilingual,
    /// Where the definition comes from.
    pub source: String,
}

impl Family {
    fn until_the_file_says() -> Self {
        Self::Efficiency
    }
}

impl Measured {
    /// Codes of the tasks that count.
    pub fn tasks(&self, list: &TaskList) -> Vec<TaskCode> {
        match self {
            Self::Minutes { tasks } => tasks.clone(),
            Self::Share { kinds } => kinds.iter().flat_map(|kind| list.tasks_of_kind(*kind)).collect(),
        }
    }

    /// Whether values are shares from 0 to 1, shown as percent.
    pub fn is_share(&self) -> bool {
        matches!(self, Self::Share { .. })
    }
}
