//! What somebody noticed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::degree::Degree;
use super::number::NoticeId;
use crate::office::{Role, Unit, fold};
use crate::phrase::{Phrase, phrase};

/// The kind of trouble (困りごと分類).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TroubleKind {
    /// 物を探す・準備・片付け・移動
    Things,
    /// 仕事の流れ・分担・偏り
    Flow,
    /// 記録や書類
    Records,
    /// 連絡・申し送り
    Handover,
    /// 目標の共有・改善活動
    Goals,
}

impl TroubleKind {
    /// In the order of the official list.
    pub const ALL: [Self; 5] = [Self::Things, Self::Flow, Self::Records, Self::Handover, Self::Goals];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Things => "things",
            Self::Flow => "flow",
            Self::Records => "records",
            Self::Handover => "handover",
            Self::Goals => "goals",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Things => phrase("trouble-things"),
            Self::Flow => phrase("trouble-flow"),
            Self::Records => phrase("trouble-records"),
            Self::Handover => phrase("trouble-handover"),
            Self::Goals => phrase("trouble-goals"),
        }
    }
}

/// A part of the day (時間帯).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// 早朝, 5:00 to 8:59.
    EarlyMorning,
    /// 午前, 9:00 to 11:59.
    Morning,
    /// 昼, 12:00 to 13:59.
    Noon,
    /// 午後, 14:00 to 16:59.
    Afternoon,
    /// 夕方, 17:00 to 20:59.
    Evening,
    /// 夜間, 21:00 to 4:59.
    Night,
}

impl DayPart {
    /// In the order of a day that begins in the early morning.
    pub const ALL: [Self; 6] = [
        Self::EarlyMorning,
        Self::Morning,
        Self::Noon,
        Self::Afternoon,
        Self::Evening,
        Self::Night,
    ];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::EarlyMorning => "early-morning",
            Self::Morning => "morning",
            Self::Noon => "noon",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Night => "night",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::EarlyMorning => phrase("day-part-early-morning"),
            Self::Morning => phrase("day-part-morning"),
            Self::Noon => phrase("day-part-noon"),
            Self::Afternoon => phrase("day-part-afternoon"),
            Self::Evening => phrase("day-part-evening"),
            Self::Night => phrase("day-part-night"),
        }
    }

    /// The part in which a clock hour from 0 to 23 lies; hours of the next day run on.
    pub fn of_hour(hour: u16) -> Self {
        match hour % 24 {
            5..=8 => Self::EarlyMorning,
            9..=11 => Self::Morning,
            12..=13 => Self::Noon,
            14..=16 => Self::Afternoon,
            17..=20 => Self::Evening,
            _ => Self::Night,
        }
    }
}

/// A notice (気づき): when, where, what, how often and how heavy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its number.
    pub id: NoticeId,
    /// The day it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted: Option<NaiveDate>,
    /// いつ, as it was written.
    #[serde(default)]
    pub when: String,
    /// The part of the day that this means, where it says one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<DayPart>,
    /// どこで, as it was written.
    #[serde(default)]
    pub place: String,
    /// どんな課題や気づき; never empty.
    pub what: String,
    /// 困りごと分類
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<TroubleKind>,
    /// 職種 of who noticed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// ユニット・フロア
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// How often it happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub often: Option<Degree>,
    /// How heavy it weighs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heavy: Option<Degree>,
    /// The group that it was put into by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Words to find it by.
    #[serde(default)]
    pub tags: BTreeSet<String>,
    /// The notice that says the same; this one then no longer stands for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<NoticeId>,
}

impl Notice {
    /// A notice of which nothing is known but what it says.
    pub fn saying(id: NoticeId, what: &str) -> Self {
        Self {
            id,
            noted: None,
            when: String::new(),
            part: None,
            place: String::new(),
            what: what.to_owned(),
            kind: None,
            role: None,
            unit: None,
            often: None,
            heavy: None,
            group: None,
            tags: BTreeSet::new(),
            merged_into: None,
        }
    }

    /// How much it weighs in all: often × heavy, from 1 to 25; `None` where one of them was not said.
    pub fn weight(&self) -> Option<u8> {
        Some(self.often?.number() * self.heavy?.number())
    }

    /// Whether it stands for itself and is not a duplicate of another.
    pub fn stands(&self) -> bool {
        self.merged_into.is_none()
    }

    /// Whether some text of it holds these letters, in any width and case.
    pub fn holds(&self, sought: &str) -> bool {
        let plain = |text: &str| fold(text).to_lowercase();
        let sought = plain(sought.trim());
        let texts = [self.when.as_str(), &self.place, &self.what];
        let more = self.group.iter().chain(&self.tags).map(String::as_str);
        texts.into_iter().chain(more).any(|text| plain(text).contains(&sought))
    }
}
