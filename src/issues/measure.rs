//! What the office decided to do, and how it goes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::number::{ChallengeId, MeasureId};
use super::questionnaire::ViewpointCode;
use crate::office::{Role, fold};
use crate::phrase::{Phrase, phrase};

/// Days without news after which a measure counts as sleeping.
pub const SLEEP_DAYS: i64 = 30;

/// How a measure stands (状況).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 予定
    Planned,
    /// 取組中
    Underway,
    /// 止まっている
    Stuck,
    /// 完了
    Done,
    /// 取りやめ
    Dropped,
}

impl Status {
    /// In the order of a board.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Underway, Self::Stuck, Self::Done, Self::Dropped];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Underway => "underway",
            Self::Stuck => "stuck",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Reads the word.
    pub fn parse(written: &str) -> Option<Self> {
        let written = fold(written).trim().to_lowercase();
        Self::ALL.into_iter().find(|status| status.id() == written)
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Planned => phrase("status-planned"),
            Self::Underway => phrase("status-underway"),
            Self::Stuck => phrase("status-stuck"),
            Self::Done => phrase("status-done"),
            Self::Dropped => phrase("status-dropped"),
        }
    }

    /// Whether nothing more is expected.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// A step of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What is done; never empty.
    pub text: String,
    /// Until when.
    pub due: NaiveDate,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
}

/// A day on which the team looks at how it goes (確認日).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckDate {
    /// The day.
    pub on: NaiveDate,
    /// When the team did look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
}

/// How a measure stood on a day, with a word of why (経過).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// The day.
    pub on: NaiveDate,
    /// How it stood.
    pub status: Status,
    /// Why; never empty.
    pub word: String,
}

/// What the office decided to do (打ち手).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its number.
    pub id: MeasureId,
    /// The challenge that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<ChallengeId>,
    /// The viewpoint that it belongs to.
    pub viewpoint: ViewpointCode,
    /// What is done; never empty.
    pub text: String,
    /// Who sees to it, as a role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Role>,
    /// The day on which it was decided.
    pub decided: NaiveDate,
    /// First day.
    pub start: NaiveDate,
    /// Last day, not before the first.
    pub end: NaiveDate,
    /// In order of their days.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Ids of the indicators to watch.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// In order.
    #[serde(default)]
    pub checks: Vec<CheckDate>,
    /// In order of their days; the last one holds.
    #[serde(default)]
    pub news: Vec<News>,
}

impl Measure {
    /// How it stands by the last news.
    pub fn status(&self) -> Status {
        self.news.last().map_or(Status::Planned, |news| news.status)
    }

    /// The last day on which something was heard of it: decided, reported, a step or a check done.
    pub fn last_heard(&self) -> NaiveDate {
        let steps = self.steps.iter().filter_map(|step| step.done);
        let checks = self.checks.iter().filter_map(|check| check.done);
        let news = self.news.iter().map(|news| news.on);
        steps.chain(checks).chain(news).fold(self.decided, NaiveDate::max)
    }

    /// Days since something was heard of it, where it sleeps on a day: begun, not over, and no news for [`SLEEP_DAYS`] days.
    pub fn asleep_for(&self, today: NaiveDate) -> Option<i64> {
        let days = (today - self.last_heard().max(self.start)).num_days();
        (!self.status().is_over() && days >= SLEEP_DAYS).then_some(days)
    }
}
