//! The committee.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::number::MeetingId;
use crate::office::Role;
use crate::phrase::{Phrase, phrase};

/// What the committee of the add-on has to talk about (検討事項).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// 利用者の安全及びケアの質の確保
    Safety,
    /// 職員の負担の軽減及び勤務状況への配慮
    Burden,
    /// 介護機器の定期的な点検
    Devices,
    /// 業務の効率化、質の向上、負担軽減を図るための職員研修
    Training,
}

impl Topic {
    /// In the order of the notification.
    pub const ALL: [Self; 4] = [Self::Safety, Self::Burden, Self::Devices, Self::Training];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Safety => "safety",
            Self::Burden => "burden",
            Self::Devices => "devices",
            Self::Training => "training",
        }
    }

    /// The words for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Safety => phrase("topic-safety"),
            Self::Burden => phrase("topic-burden"),
            Self::Devices => phrase("topic-devices"),
            Self::Training => phrase("topic-training"),
        }
    }
}

/// How many people of a role took part (出席者).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// 職種
    pub role: Role,
    /// How many, at least one.
    pub people: u16,
    /// Whether they give care; the committee needs some who do.
    pub gives_care: bool,
}

/// A meeting of the committee (委員会).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its number.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// Who took part, by role, each role once.
    #[serde(default)]
    pub people: Vec<Attendance>,
    /// What was talked about, with what was said.
    #[serde(default)]
    pub topics: BTreeMap<Topic, String>,
    /// What was decided.
    #[serde(default)]
    pub decisions: Vec<String>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

impl Meeting {
    /// Whether somebody who gives care took part.
    pub fn has_care_staff(&self) -> bool {
        self.people.iter().any(|it| it.gives_care && it.people > 0)
    }
}
