//! The one format-neutral result (結果) that every screen, workbook, chart and JSON shows.
//!
//! Names and sentences are already in the language of the reader; figures are not yet rounded. Shares run from 0 to 1.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::effect::{Direction, Family, Grade, Verdict};
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
    /// By date on which the shift starts.
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

/// Before and after, indicator by indicator (`yutori.compare/1`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparisons {
    /// Always `yutori.compare/1`.
    pub schema: String,
    /// Id of the earlier wave.
    pub from: String,
    /// Id of the later wave.
    pub to: String,
    /// 取組前
    pub from_label: String,
    /// 取組後①
    pub to_label: String,
    /// The border between day and night, e.g. `22:00-06:00`.
    #[serde(default)]
    pub night_hours: String,
    /// In the order of the catalog.
    pub indicators: Vec<IndicatorFinding>,
}

/// Mean, median and spread over people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Mean over people.
    pub mean: f64,
    /// Median over people.
    pub median: f64,
    /// Standard deviation (n−1); `None` for one person.
    pub sd: Option<f64>,
}

/// An estimate with its interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The estimate.
    pub estimate: f64,
    /// Lower and upper end; `None` when there are too few people.
    pub interval: Option<[f64; 2]>,
    /// Level reached, e.g. 0.9609; `None` without an interval.
    pub level: Option<f64>,
}

/// The other way to compare, when both are possible.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherTest {
    /// `permutation` or `sign-flip`.
    pub test: String,
    /// Difference of means, later − earlier.
    pub difference: f64,
    /// Two-sided.
    pub p_value: f64,
    /// Hodges–Lehmann shift.
    pub hodges_lehmann: Option<Estimate>,
}

/// Minutes scaled to 480 or 600 filled minutes of a person, mean over people, per wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaledPair {
    /// 480 or 600.
    pub scale: u16,
    /// People with minutes in the period, earlier wave.
    pub n_from: usize,
    /// People with minutes in the period, later wave.
    pub n_to: usize,
    /// Mean, earlier wave.
    pub from: Option<f64>,
    /// Mean, later wave.
    pub to: Option<f64>,
}

/// One indicator before and after. Differences are later − earlier; shares are from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorFinding {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub name: String,
    /// Efficiency or quality.
    pub family: Family,
    /// Unit as people read it (`分`, `%`).
    pub unit: String,
    /// Unit of differences: percentage points for shares, else the unit.
    #[serde(default)]
    pub difference_unit: String,
    /// Which way is good.
    pub direction: Direction,
    /// Decimals to show, in the unit as people read it.
    pub decimals: u8,
    /// Whether values are shares, to be shown times 100.
    pub is_share: bool,
    /// People in the earlier wave.
    pub n_from: usize,
    /// People in the later wave.
    pub n_to: usize,
    /// People in both.
    pub n_paired: usize,
    /// Spread over people, earlier wave.
    pub from: Option<Spread>,
    /// Spread over people, later wave.
    pub to: Option<Spread>,
    /// Difference of means (paired: of the people in both waves).
    pub difference: Option<f64>,
    /// Difference as a share of the earlier mean.
    pub change: Option<f64>,
    /// Interval of `change`.
    pub change_interval: Option<[f64; 2]>,
    /// `sign-flip` (paired) or `permutation` (unpaired).
    pub test: Option<String>,
    /// Two-sided p of the main test.
    pub p_value: Option<f64>,
    /// `exact`, or `drawn` with draws and seed.
    pub p_method: Option<String>,
    /// p adjusted after Holm within the family.
    pub p_holm: Option<f64>,
    /// Smallest p that this number of people could reach.
    pub p_smallest: Option<f64>,
    /// p of the signed-rank test (paired).
    pub p_signed_rank: Option<f64>,
    /// Interval of `difference`.
    pub interval: Option<[f64; 2]>,
    /// How the interval was made, e.g. `t 95%`.
    pub interval_kind: Option<String>,
    /// Hodges–Lehmann estimate with its exact interval.
    pub hodges_lehmann: Option<Estimate>,
    /// Hedges g on the differences (paired) or the pooled sd (unpaired).
    pub hedges_g: Option<f64>,
    /// Hedges g on the average sd (paired only).
    pub hedges_g_av: Option<f64>,
    /// Cliff's delta, later against earlier.
    pub cliffs_delta: Option<f64>,
    /// Share of people in both waves who changed in the good direction.
    pub good_share: Option<f64>,
    /// The unpaired comparison beside a paired one.
    pub unpaired: Option<OtherTest>,
    /// Filled share of all minutes, the lower of the two waves.
    pub filled_share: Option<f64>,
    /// Minutes scaled to 480 by day.
    pub scaled_day: Option<ScaledPair>,
    /// Minutes scaled to 600 by night.
    pub scaled_night: Option<ScaledPair>,
    /// What it shows.
    pub verdict: Verdict,
    /// How sure.
    pub grade: Grade,
    /// The reason in words.
    pub why: String,
    /// What changed, by how much, how sure, in one or two sentences.
    pub sentence: String,
    /// Values of the people in both waves, without codes, in order of the earlier value: `[earlier, later]`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub paths: Vec<[f64; 2]>,
}

/// Data quality of the sheets and integrity of the book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckFinding {
    /// Always `yutori.check/1`.
    pub schema: String,
    /// Whether the book is whole; sheets with faults do not count against it.
    pub ok: bool,
    /// What was tested on the book.
    pub integrity: IntegrityFinding,
    /// Worst sheets first.
    pub sheets: Vec<SheetQuality>,
}

/// What was tested on the book itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntegrityFinding {
    /// The database finds its file sound.
    pub file: bool,
    /// The journal is unbroken and readable.
    pub journal: bool,
    /// Replaying the journal gives exactly the tables.
    pub replay: bool,
    /// Changes in the journal.
    pub changes: u64,
    /// What is wrong, in words.
    pub problems: Vec<String>,
}

/// Quality of one sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SheetQuality {
    /// Wave.
    pub wave: String,
    /// Code of the person.
    pub staff: String,
    /// Date on which the shift starts.
    pub date: NaiveDate,
    /// The span that counts, e.g. `16:30-33:30`.
    pub span: Option<String>,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// 0 to 100.
    pub score: u32,
    /// Costliest first.
    pub problems: Vec<ProblemLine>,
}

/// One problem of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProblemLine {
    /// Short name.
    pub code: String,
    /// Clock time of the first place.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// In words.
    pub message: String,
}

/// What became of the files of one import (`yutori.import/1`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportFinding {
    /// Always `yutori.import/1`.
    pub schema: String,
    /// Whether anything was written to the book.
    pub written: bool,
    /// Sheets recorded or completed; two files of one night shift make one sheet.
    #[serde(default)]
    pub sheets: usize,
    /// In order of path.
    pub files: Vec<FileFinding>,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileFinding {
    /// As given or found.
    pub path: String,
    /// `betten4`, `minutes-csv`; `None` when it was not recognised.
    pub kind: Option<String>,
    /// What became of it.
    pub status: FileStatus,
    /// Sheets that it brought or changed.
    pub sheets: usize,
    /// Filled cells or lines read.
    pub rows: usize,
    /// All faults.
    pub problems: Vec<FileProblem>,
    /// What was inferred, in words.
    pub notes: Vec<String>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileStatus {
    /// It is in the book (or would be, in a dry run).
    Imported,
    /// It was in the book already.
    Unchanged,
    /// It has faults; nothing of it is in the book.
    Refused,
    /// It is without fault, but not in the book because another file of the call was refused.
    HeldBack,
}

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileProblem {
    /// Cell (`sheet1!F12`) or line; `None` for the whole file.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to try.
    pub hint: Option<String>,
}
