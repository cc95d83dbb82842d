//! The plan of a survey: who is expected on which days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::office::{Role, Span, StaffCode, Unit};

/// A person who is expected to hand in sheets (調査対象者).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub staff: StaffCode,
    /// 職種
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// ユニット・フロア
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The usual shift, written onto empty sheets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled: Option<Span>,
    /// The days of this person, in order; `None`: every day of the survey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Vec<NaiveDate>>,
}

/// The survey of one wave as a project (調査の予定): days and people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The days, in order, each once.
    pub dates: Vec<NaiveDate>,
    /// The people, in order of code, each once.
    pub people: Vec<Participant>,
}
