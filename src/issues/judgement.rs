//! The team's own judgement of what a measure has brought.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::number::MeasureId;
use crate::office::{Role, fold};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Whether care became better, in the eyes of the team (ケアは良くなったか).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Care {
    /// 良くなった
    Better,
    /// 変わらない
    Same,
    /// 悪くなった
    Worse,
    /// まだわからない
    Unclear,
}

/// What becomes of a measure (これからどうするか).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// 続ける
    Continue,
    /// やり方を変える
    Change,
    /// やめる
    Stop,
}

/// What tells a judgement from others: one for each measure and survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JudgementKey {
    /// The survey after which the team judges.
    pub wave: Wave,
    /// The measure; `None` for the improvement as a whole, where no measure was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureId>,
}

/// The team's judgement (チームの判断). The Ministry asks for it: a result without it is unfinished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Of what.
    pub key: JudgementKey,
    /// Whether care became better.
    pub care: Care,
    /// In the team's own words, what makes it think so; never empty.
    pub words: String,
    /// What residents gained, in the team's own words; never empty.
    pub residents: String,
    /// What becomes of it.
    pub next: Next,
    /// Who wrote it down, as a role.
    pub by: Role,
    /// When.
    pub on: NaiveDate,
}

impl Care {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Better, Self::Same, Self::Worse, Self::Unclear];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
            Self::Unclear => "unclear",
        }
    }

    /// Reads the word.
    pub fn parse(written: &str) -> Option<Self> {
        let written = fold(written).trim().to_lowercase();
        Self::ALL.into_iter().find(|it| it.id() == written)
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Better => phrase("judge-care-better"),
            Self::Same => phrase("judge-care-same"),
            Self::Worse => phrase("judge-care-worse"),
            Self::Unclear => phrase("judge-care-unclear"),
        }
    }
}

impl Next {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Continue, Self::Change, Self::Stop];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Change => "change",
            Self::Stop => "stop",
        }
    }

    /// Reads the word.
    pub fn parse(written: &str) -> Option<Self> {
        let written = fold(written).trim().to_lowercase();
        Self::ALL.into_iter().find(|it| it.id() == written)
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Continue => phrase("judge-next-continue"),
            Self::Change => phrase("judge-next-change"),
            Self::Stop => phrase("judge-next-stop"),
        }
    }
}
