//! Where the working time went.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ListNote;
use crate::worktime::CategoryKind;

/// Name and number of the office as results show them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfficeName {
    /// Name; empty when nobody has given one.
    pub name: String,
    /// Ten digits.
    pub number: Option<String>,
}

/// Where the working time went, wave by wave (`yutori.summary/1`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Always `yutori.summary/1`.
    pub schema: String,
    /// Whose time.
    pub office: OfficeName,
    /// Id of the task list.
    pub task_list: String,
    /// Slot in minutes.
    pub slot_minutes: u16,
    /// The border between day and night, e.g. `22:00-06:00`.
    pub night_hours: String,
    /// In order of time.
    pub waves: Vec<WaveSummary>,
    /// Waves that were recorded with an older task list; empty when none was.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub list_notes: Vec<ListNote>,
}

/// One wave of a [`Summary`]. Minutes are filled minutes unless they are called unfilled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaveSummary {
    /// `before`, `after1` …
    pub id: String,
    /// 取組前, 取組後① …
    pub label: String,
    /// First date of a sheet.
    pub from: Option<NaiveDate>,
    /// Last date of a sheet.
    pub to: Option<NaiveDate>,
    /// People.
    pub staff: usize,
    /// Sheets (person-days, 人日).
    pub sheets: usize,
    /// Dates with a sheet.
    pub days: usize,
    /// Filled minutes.
    pub minutes: u32,
    /// Minutes of the shifts with no task.
    pub unfilled: u32,
    /// Every category of the list, also those without minutes.
    pub categories: Vec<CategoryLine>,
    /// Every task of the list, also those without minutes.
    pub tasks: Vec<TaskLine>,
    /// All 24 clock hours.
    pub hours: Vec<HourLine>,
    /// By person, in order of code.
    pub staff_minutes: Vec<StaffLine>,
    /// By role; groups under three people have no figures.
    pub roles: Vec<GroupLine>,
    /// By unit; groups under three people have no figures.
    pub units: Vec<GroupLine>,
    /// By weekday of the date on which the shift starts, Monday first.
    pub weekdays: Vec<GroupLine>,
    /// By date on which the shift starts; for the workbook, which hides small groups itself, and not in the JSON.
    #[serde(skip_serializing, default)]
    pub dates: Vec<DateLine>,
    /// Day and night by the clock.
    pub periods: Periods,
}

/// Minutes of one category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CategoryLine {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: CategoryKind,
    /// Minutes.
    pub minutes: u32,
    /// Share of all filled minutes; `None` without any.
    pub share: Option<f64>,
    /// Minutes per sheet (1人1日あたり); `None` without sheets.
    pub per_person_day: Option<f64>,
    /// Within a period: minutes scaled to 480 (day) or 600 (night) filled minutes of a person; else `None`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub scaled: Option<f64>,
}

/// Minutes of one task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskLine {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of its category.
    pub category: String,
    /// Minutes.
    pub minutes: u32,
    /// Share of all filled minutes; `None` without any.
    pub share: Option<f64>,
    /// Minutes per sheet (1人1日あたり); `None` without sheets.
    pub per_person_day: Option<f64>,
    /// Within a period: minutes scaled to 480 (day) or 600 (night) filled minutes of a person; else `None`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub scaled: Option<f64>,
}

/// Minutes of one clock hour over all dates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HourLine {
    /// 0 to 23.
    pub hour: u16,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// Mean number of people on duty at this hour on a survey day; `None` without days.
    pub people: Option<f64>,
    /// By code of category.
    pub by_category: BTreeMap<String, u32>,
}

/// Minutes of one person; people are codes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffLine {
    /// Code.
    pub staff: String,
    /// Sheets.
    pub sheets: usize,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// By code of category.
    pub by_category: BTreeMap<String, u32>,
    /// By code of task.
    pub by_task: BTreeMap<String, u32>,
}

/// Minutes of a group of people; all figures are `None` when the group is hidden.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupLine {
    /// Name of the role, unit or weekday.
    pub name: String,
    /// Whether it has so few people that its figures stay hidden.
    pub hidden: bool,
    /// People.
    pub people: Option<usize>,
    /// Sheets.
    pub sheets: Option<usize>,
    /// Filled minutes.
    pub minutes: Option<u32>,
    /// Unfilled minutes.
    pub unfilled: Option<u32>,
    /// By code of category.
    pub by_category: Option<BTreeMap<String, u32>>,
}

/// Minutes of the shifts that start on one date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DateLine {
    /// The date.
    pub date: NaiveDate,
    /// Whether so few people worked that the figures stay hidden in what leaves the program.
    #[serde(default)]
    pub hidden: bool,
    /// People.
    pub people: usize,
    /// Sheets.
    pub sheets: usize,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// By code of category.
    pub by_category: BTreeMap<String, u32>,
    /// By code of task.
    pub by_task: BTreeMap<String, u32>,
}

/// Day and night.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Periods {
    /// 昼間
    pub day: PeriodSummary,
    /// 夜間
    pub night: PeriodSummary,
}

/// One period of a wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PeriodSummary {
    /// People with at least one minute in the period (対象人数).
    pub people: usize,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// Minutes to which `scaled` figures are scaled: 480 or 600.
    pub scale: u16,
    /// Every category of the list.
    pub categories: Vec<CategoryLine>,
    /// Every task of the list.
    pub tasks: Vec<TaskLine>,
}
