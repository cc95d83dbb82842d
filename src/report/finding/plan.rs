//! Planned against done.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Timetables (業務表) against the sheets, wave by wave (`yutori.plan/1`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanFinding {
    /// Always `yutori.plan/1`.
    pub schema: String,
    /// Id of the task list.
    pub task_list: String,
    /// The rule by which a sheet has its plan, in words.
    pub rule: String,
    /// In order of time; waves that have a plan.
    pub waves: Vec<PlanWave>,
}

/// One wave of a [`PlanFinding`]. All figures are minutes, summed over the shifts that have a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanWave {
    /// `before`, `after1` …
    pub id: String,
    /// 取組前, 取組後① …
    pub label: String,
    /// Plans of the wave.
    pub plans: usize,
    /// Sheets of the wave.
    pub sheets: usize,
    /// Sheets that have a plan.
    pub compared: usize,
    /// People of those sheets.
    pub people: usize,
    /// Whether those are so few that the figures stay in the office: what is handed on must leave this wave out.
    pub hidden: bool,
    /// How the plans were found.
    pub fits: PlanFits,
    /// Sheets without a plan.
    pub without: Vec<PlanMissing>,
    /// All tasks together.
    pub whole: PlanFigures,
    /// Minutes of the compared shifts with no task; they may be part of what was not done.
    pub unfilled: u32,
    /// Every task of the list, also those neither planned nor done.
    pub tasks: Vec<PlanTaskLine>,
    /// All 24 clock hours.
    pub hours: Vec<PlanHourLine>,
    /// What differs most, in a sentence or two.
    pub sentence: String,
}

/// How many sheets have their plan by which rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFits {
    /// The plan of the same person and day.
    pub same_day: usize,
    /// The same person's latest earlier plan.
    pub earlier: usize,
    /// The timetable of a shift with the same scheduled span.
    pub timetable: usize,
}

/// A sheet without a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanMissing {
    /// Code of the person.
    pub staff: String,
    /// Date on which the shift starts.
    pub date: NaiveDate,
    /// The scheduled span, e.g. `8:30〜17:30`.
    pub span: Option<String>,
    /// Why, in words.
    pub why: String,
}

/// Planned and done minutes: `planned = as_planned + shifted + not_done`, `done = as_planned + shifted + not_planned`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFigures {
    /// Planned.
    pub planned: u32,
    /// Done.
    pub done: u32,
    /// Done in the hour in which they were planned.
    pub as_planned: u32,
    /// Planned for one hour and done in another of the same shift.
    pub shifted: u32,
    /// Planned and not done.
    pub not_done: u32,
    /// Done and not planned.
    pub not_planned: u32,
}

/// One task, planned against done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanTaskLine {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of its category.
    pub category: String,
    /// Minutes.
    #[serde(flatten)]
    pub figures: PlanFigures,
}

/// One clock hour, planned against done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanHourLine {
    /// 0 to 23.
    pub hour: u16,
    /// Planned.
    pub planned: u32,
    /// Done.
    pub done: u32,
    /// With no task.
    pub unfilled: u32,
    /// Planned, by code of category; every category of the list.
    pub planned_by_category: BTreeMap<String, u32>,
    /// Done, by code of category; every category of the list.
    pub done_by_category: BTreeMap<String, u32>,
    /// By code of task; only tasks planned or done at this hour.
    pub tasks: BTreeMap<String, PlanPair>,
}

/// Planned and done minutes of a task at an hour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPair {
    /// Planned.
    pub planned: u32,
    /// Done.
    pub done: u32,
}
