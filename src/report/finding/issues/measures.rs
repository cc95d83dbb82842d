//! Finding: measures and how they go (改善計画).

use chrono::NaiveDate;
use serde::Serialize;

use super::viewpoint::ViewpointName;

use crate::effect::{Grade, Verdict};
use crate::issues::Status;

/// Measures and how they go on a day (改善計画).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MeasuresFinding {
    /// The day.
    pub today: NaiveDate,
    /// How many measures there are and how they go.
    pub sentence: String,
    /// What the plan answers: the challenges that were chosen.
    pub challenges: Vec<PlannedChallenge>,
    /// How many measures stand so; every status, in the order of a board.
    pub counts: Vec<StatusCount>,
    /// Whole weeks from the first to the last day of all measures; `None` without measures.
    pub weeks: Option<PlanWeeks>,
    /// In order of their numbers.
    pub measures: Vec<MeasureLine>,
    /// The viewpoints that a measure may belong to.
    pub viewpoints: Vec<ViewpointName>,
    /// What somebody should look after, the most pressing first.
    pub alarms: Vec<MeasureAlarm>,
    /// That figures beside measures are no proof; empty where there are none.
    pub note: String,
}

/// A challenge that was chosen to work on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlannedChallenge {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: String,
    /// Its viewpoint.
    pub viewpoint: Option<ViewpointName>,
    /// Why it was chosen.
    pub because: String,
    /// When it was chosen.
    pub on: NaiveDate,
    /// Numbers of the measures that answer it.
    pub measures: Vec<u32>,
}

/// How many measures stand so.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatusCount {
    /// How.
    pub status: Status,
    /// 予定, 取組中 …
    pub name: String,
    /// How many.
    pub measures: usize,
}

/// Whole weeks, Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PlanWeeks {
    /// The Monday of the first week.
    pub from: NaiveDate,
    /// The Sunday of the last week.
    pub to: NaiveDate,
}

/// The challenge that a measure answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnsweredChallenge {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: String,
}

/// A measure and how it goes (打ち手).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureLine {
    /// Its number.
    pub number: u32,
    /// What is done.
    pub text: String,
    /// The challenge that it answers.
    pub challenge: Option<AnsweredChallenge>,
    /// The viewpoint that it belongs to.
    pub viewpoint: ViewpointName,
    /// Who sees to it, as a role.
    pub owner: Option<String>,
    /// When it was decided.
    pub decided: NaiveDate,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// How it stands.
    pub status: Status,
    /// 予定, 取組中 …
    pub status_name: String,
    /// The last word of why it stands so.
    pub why: Option<String>,
    /// The last day on which something was heard of it.
    pub last_heard: NaiveDate,
    /// Days without news where it sleeps.
    pub asleep_days: Option<i64>,
    /// Days since its last day where it is not over.
    pub days_past_end: Option<i64>,
    /// In order of their days.
    pub steps: Vec<StepLine>,
    /// How many steps are done.
    pub steps_done: usize,
    /// How many steps should have been done.
    pub overdue_steps: usize,
    /// In order.
    pub checks: Vec<CheckLine>,
    /// How many checks should have been made.
    pub overdue_checks: usize,
    /// Number of the first step that is not done; `None` where it is over.
    pub next_step: Option<usize>,
    /// The first check that is not done; `None` where it is over.
    pub next_check: Option<NaiveDate>,
    /// The indicators to watch.
    pub indicators: Vec<WatchedIndicator>,
    /// In order of their days.
    pub news: Vec<NewsLine>,
    /// What a person should know about its days.
    pub remarks: Vec<String>,
}

/// A step of a measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepLine {
    /// Counted from 1, in order of the days.
    pub number: usize,
    /// What is done.
    pub text: String,
    /// Until when.
    pub due: NaiveDate,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// Whether it should have been done.
    pub overdue: bool,
}

/// A check of a measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckLine {
    /// The day.
    pub on: NaiveDate,
    /// When the team looked.
    pub done: Option<NaiveDate>,
    /// Whether the team should have looked.
    pub overdue: bool,
}

/// How a measure stood on a day, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewsLine {
    /// The day.
    pub on: NaiveDate,
    /// How it stood.
    pub status: Status,
    /// 予定, 取組中 …
    pub status_name: String,
    /// Why.
    pub word: String,
}

/// An indicator that is watched beside a measure. It says what was measured in that time, not what caused it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WatchedIndicator {
    /// Id in the catalog.
    pub id: String,
    /// Its name; the id again where the catalog has it no longer.
    pub name: String,
    /// Whether there are figures of the first wave, of enough people.
    pub has_before: bool,
    /// Mean of the first wave.
    pub before: Option<f64>,
    /// People in it.
    pub n_before: usize,
    /// Mean of the last wave, where there is a later one.
    pub after: Option<f64>,
    /// People in it.
    pub n_after: usize,
    /// What the comparison shows, where there is a later wave.
    pub verdict: Option<Verdict>,
    /// How sure it is.
    pub grade: Option<Grade>,
    /// Before with its unit and the number of people; `None` where there is none.
    pub before_text: Option<String>,
    /// The target with its unit; `None` where none is set.
    pub target_text: Option<String>,
    /// All of it in words.
    pub sentence: String,
}

/// What somebody should look after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureAlarm {
    /// `asleep`, `past_end`, `overdue_steps` or `overdue_checks`.
    pub kind: &'static str,
    /// Number of the measure.
    pub measure: u32,
    /// Days without news or past the end, or how many steps or checks.
    pub count: i64,
    /// What it is, without the name of the measure.
    pub what: String,
    /// In words.
    pub sentence: String,
}
