//! Finding: what must not be forgotten.

use chrono::NaiveDate;
use serde::Serialize;

use crate::issues::{MeasureId, Stage};
use crate::worktime::Wave;

/// What kind of thing was forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueAlarmKind {
    /// The team has not judged what measures have brought.
    JudgementMissing,
    /// Nothing was heard of a measure for long.
    Asleep,
    /// A measure is past its last day and not over.
    PastEnd,
    /// Steps of a measure are late.
    OverdueSteps,
    /// Days on which the team wanted to look at a measure have passed.
    OverdueChecks,
    /// The committee has not met for long.
    CommitteeLate,
    /// More challenges are chosen than an office can work on at once.
    TooManyChosen,
}

/// Something about challenges and effects that must not be forgotten (気をつけること).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IssueAlarm {
    /// What kind.
    pub kind: IssueAlarmKind,
    /// The measure.
    pub measure: Option<MeasureId>,
    /// The survey after which the team has not judged.
    pub wave: Option<Wave>,
    /// The day since which it is late, the earliest of them; the last news of a measure that sleeps, the last meeting of the
    /// committee, the last day of a survey.
    pub since: Option<NaiveDate>,
    /// Days without news, past the end, or since the survey.
    pub days: Option<i64>,
    /// How many steps, days, challenges or judgements.
    pub count: Option<usize>,
    /// In words.
    pub sentence: String,
}

/// Where the office stands in the loop, and what must not be forgotten; serialised it is `yutori.alarms/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlarmsFinding {
    /// `yutori.alarms/1`
    pub schema: &'static str,
    /// The day on which this is so.
    pub today: NaiveDate,
    /// The step of the loop.
    pub stage: Stage,
    /// Its number from 1 to 6.
    pub step: usize,
    /// What must not be forgotten, the most urgent first.
    pub alarms: Vec<IssueAlarm>,
}
