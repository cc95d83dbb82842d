//! The boxes of the cause map.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::notice::TroubleKind;
use super::number::{CauseId, NoticeId};
use super::questionnaire::StatementCode;
use crate::phrase::{Phrase, phrase};
use crate::worktime::TaskCode;

/// A layer of the cause map (層), from what lies behind to what comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseLayer {
    /// 背景要因
    Background,
    /// 直接原因
    Cause,
    /// 困りごと
    Trouble,
    /// 影響
    Effect,
}

impl CauseLayer {
    /// From what lies behind to what comes of it.
    pub const ALL: [Self; 4] = [Self::Background, Self::Cause, Self::Trouble, Self::Effect];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Background => "background",
            Self::Cause => "cause",
            Self::Trouble => "trouble",
            Self::Effect => "effect",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Background => phrase("layer-background"),
            Self::Cause => phrase("layer-cause"),
            Self::Trouble => phrase("layer-trouble"),
            Self::Effect => phrase("layer-effect"),
        }
    }
}

/// What shows that a box of the map is so (根拠).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Answers to a statement of the survey.
    Statement(StatementCode),
    /// A notice.
    Notice(NoticeId),
    /// All notices of a kind of trouble.
    Kind(TroubleKind),
    /// Minutes of a task in the time study.
    Minutes(TaskCode),
}

/// A box of the cause map with what it leads to (因果関係図の項目).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// Its number.
    pub id: CauseId,
    /// Its layer.
    pub layer: CauseLayer,
    /// What it says; never empty.
    pub text: String,
    /// The boxes that it leads to.
    #[serde(default)]
    pub leads_to: BTreeSet<CauseId>,
    /// What shows that it is so.
    #[serde(default)]
    pub evidence: BTreeSet<Evidence>,
    /// What to ask so that it can be measured, in the team's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
}
