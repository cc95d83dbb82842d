//! Indicators that the office chose to follow, and what was promised of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::office::{Decimal, Month};
use crate::worktime::Wave;

/// An indicator that the office follows (選んだ指標). Which measures it is watched beside stands with the measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Id of the indicator.
    pub indicator: String,
    /// The day on which it was chosen.
    pub on: NaiveDate,
    /// What the office wants to reach, in the unit as people read it: shares in percent (目標値).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Decimal>,
    /// How much in the bad direction still counts as no worse, above 0, in the unit as people read it (許容幅).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<Decimal>,
    /// How far people's changes are thought to lie apart (standard deviation), as long as nobody has measured it; in the unit as
    /// people read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread: Option<Decimal>,
}

/// The days that belong to a survey (調査時期の期間), both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day, not before the first.
    pub to: NaiveDate,
}

impl Period {
    /// Whether a day lies in it.
    pub fn has_day(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether a whole month lies in it.
    pub fn has_month(&self, month: Month) -> bool {
        self.has_day(month.first_day()) && self.has_day(month.last_day())
    }

    /// Whether some day is in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// The days of a survey as the office set them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WavePeriod {
    /// Which survey.
    pub wave: Wave,
    /// Its days.
    pub period: Period,
}

/// From when on a series runs anew, and why (区切り); a phase without a cause does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Id of the indicator.
    pub indicator: String,
    /// The first month or day of the new phase.
    pub from: super::At,
    /// What was changed then; never empty.
    pub cause: String,
}
