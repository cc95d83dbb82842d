//! What one person answered.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::number::ResponseNumber;
use super::questionnaire::StatementCode;
use crate::office::{Role, StaffCode, Unit, fold};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// How far a statement applies: 0 当てはまらない … 3 よく当てはまる.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl Rating {
    /// The four ratings, from 0.
    pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(3)];

    /// The rating of this number; `None` above 3.
    pub fn of(number: u8) -> Option<Self> {
        (number <= 3).then_some(Self(number))
    }

    /// From 0 to 3.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Whether the statement counts as applying (当てはまる): 2 or 3.
    pub fn applies(self) -> bool {
        self.0 >= 2
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Self::of(number).ok_or_else(|| format!("{number} is not from 0 to 3"))
    }
}

/// An answer to a statement; a statement without an answer is simply not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// How far it applies.
    Rated(Rating),
    /// わからない
    Unknown,
}

impl Answer {
    /// How far it applies; `None` for わからない.
    pub fn rating(self) -> Option<Rating> {
        match self {
            Self::Rated(rating) => Some(rating),
            Self::Unknown => None,
        }
    }
}

/// From where a person sees the work (立場).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// 現場の職員
    Floor,
    /// 管理者・リーダー
    Management,
}

impl Position {
    /// Both, the floor first.
    pub const ALL: [Self; 2] = [Self::Floor, Self::Management];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Management => "management",
        }
    }

    /// Reads the word, also as people write it in forms.
    pub fn parse(written: &str) -> Option<Self> {
        match fold(written).trim().to_lowercase().as_str() {
            "floor" | "staff" | "floor staff" | "現場" | "現場の職員" | "現場職員" | "職員" | "一般職員"
            | "スタッフ" => Some(Self::Floor),
            "management"
            | "manager"
            | "managers and leaders"
            | "管理"
            | "管理職"
            | "管理者"
            | "管理者・リ-ダ-"
            | "管理者・リーダー"
            | "リーダー"
            | "リ-ダ-" => Some(Self::Management),
            _ => None,
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Floor => phrase("position-floor"),
            Self::Management => phrase("position-management"),
        }
    }
}

/// Which response: the round it belongs to, and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ResponseKey {
    /// When in the improvement people were asked.
    pub round: Wave,
    /// Counted from 1 within the round.
    pub number: ResponseNumber,
}

/// What one person answered (回答). Who it was is a code or not said at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Which response.
    pub key: ResponseKey,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// 職員ID, if it was asked for; it tells who answered in two rounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffCode>,
    /// 職種
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// ユニット・フロア
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// 立場
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// When it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Answers by statement; what was left out is not there.
    pub answers: BTreeMap<StatementCode, Answer>,
}

/// What a column of an answer table holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurveyColumn {
    /// The answer to this statement.
    Statement(StatementCode),
    /// 職員ID
    Staff,
    /// 職種
    Role,
    /// ユニット・フロア
    Unit,
    /// 立場
    Position,
    /// The date of the answer.
    Date,
    /// 調査時期
    Round,
    /// Nothing that is kept.
    Ignored,
}
