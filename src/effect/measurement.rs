//! Figures that were entered (測定値).

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::indicator::Per;
use crate::office::{Decimal, Month, ResidentCode, StaffCode};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Of whom a figure is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The office as a whole.
    Office,
    /// A member of staff.
    Staff(StaffCode),
    /// A resident or user.
    Resident(ResidentCode),
}

impl Subject {
    /// The code; empty for the office.
    pub fn code(&self) -> &str {
        match self {
            Self::Office => "",
            Self::Staff(code) => code.as_str(),
            Self::Resident(code) => code.as_str(),
        }
    }

    /// Whether it is one person.
    pub fn is_person(&self) -> bool {
        *self != Self::Office
    }
}

/// When a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// A survey.
    Wave(Wave),
    /// A month.
    Month(Month),
    /// A day.
    Day(NaiveDate),
}

impl At {
    /// The month or day after it; `None` for a survey and at the end of the calendar.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Wave(_) => None,
            Self::Month(month) => Some(Self::Month(month.next())),
            Self::Day(day) => day.succ_opt().map(Self::Day),
        }
    }

    /// Its name for people: 取組後①, 2025年10月, 2025年10月6日.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Wave(wave) => wave.label(),
            Self::Month(month) => phrase("at-month")
                .with("year", month.year().to_string())
                .with("month", month.number()),
            Self::Day(day) => phrase("at-day")
                .with("year", day.year().to_string())
                .with("month", day.month())
                .with("day", day.day()),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wave(wave) => f.pad(&wave.id()),
            Self::Month(month) => f.pad(&month.to_string()),
            Self::Day(day) => f.pad(&day.to_string()),
        }
    }
}

/// What tells a figure from others: there is one for each indicator, person and time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MeasurementKey {
    /// Id of the indicator.
    pub indicator: String,
    /// When.
    pub at: At,
    /// Of whom.
    pub subject: Subject,
}

impl MeasurementKey {
    /// Whether the person and the time are such as the indicator has.
    pub fn fits(&self, per: Per) -> bool {
        let subject = match per {
            Per::StaffDay | Per::StaffMonth | Per::Staff => matches!(self.subject, Subject::Staff(_)),
            Per::Resident => matches!(self.subject, Subject::Resident(_)),
            Per::Office | Per::OfficeDay | Per::OfficeMonth => self.subject == Subject::Office,
        };
        let at = match per {
            Per::Staff | Per::Resident | Per::Office => matches!(self.at, At::Wave(_)),
            Per::StaffMonth | Per::OfficeMonth => matches!(self.at, At::Month(_)),
            Per::StaffDay | Per::OfficeDay => matches!(self.at, At::Day(_)),
        };
        subject && at
    }
}

/// A figure that was entered (測定値).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measurement {
    /// Of what.
    pub key: MeasurementKey,
    /// The figure; of a part or a rate how many.
    pub value: Decimal,
    /// Of a part or a rate: of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Decimal>,
}
