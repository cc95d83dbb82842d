//! Finding: a series of months or days.

use serde::Serialize;

use crate::effect::{Direction, Family};

/// A series read by a named set of rules (`yutori.series/1`). Values are in the unit of the finding: shares from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesFinding {
    /// `yutori.series/1`
    pub schema: &'static str,
    /// Id of the indicator.
    pub id: String,
    /// Name.
    pub name: String,
    /// Efficiency or quality.
    pub family: Family,
    /// Unit as people read it.
    pub unit: String,
    /// Which way is good.
    pub direction: Direction,
    /// Decimals shown.
    pub decimals: u8,
    /// Whether values are shares, shown in percent.
    pub is_share: bool,
    /// `month` or `day`.
    pub step: &'static str,
    /// Id of the rule set.
    pub rules: String,
    /// Its name for people, printed on the chart.
    pub rules_name: String,
    /// What it marks, in words.
    pub rules_says: String,
    /// Values that are there.
    pub n: usize,
    /// Months or days between the first and the last value that have none.
    pub missing: usize,
    /// Every month or day from the first to the last, missing ones too.
    pub points: Vec<SeriesPoint>,
    /// Phases in order; the first has no cause, unless it began before the first value.
    pub phases: Vec<SeriesPhase>,
    /// The target, in the unit of the finding; `null` where none is set.
    pub target: Option<f64>,
    /// Level and slope before and after the last phase began.
    #[serde(rename = "break")]
    pub series_break: SeriesBreakLine,
    /// In a sentence.
    pub sentence: String,
    /// Why these rules, what is missing, what cannot be said.
    pub remarks: Vec<String>,
}

/// A month or day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesPoint {
    /// `2025-10` or `2025-10-06`.
    pub at: String,
    /// Short, for an axis.
    pub label: String,
    /// The value; `null` where nothing was entered.
    pub value: Option<f64>,
    /// Of a part or a rate: how many.
    pub count: Option<f64>,
    /// Of a part or a rate: of how many.
    pub base: Option<f64>,
    /// Whether the value is kept back: fewer than three stand behind it.
    pub hidden: bool,
    /// Place of its phase, from 0.
    pub phase: usize,
    /// Ids of the signals that it shows.
    pub signals: Vec<String>,
    /// Whether it is a signal in the good direction; `null` without a signal or where a signal has no direction.
    pub good: Option<bool>,
}

/// A phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesPhase {
    /// Its first month or day.
    pub from: String,
    /// What was changed then; `null` for the first.
    pub cause: Option<String>,
    /// Values in it.
    pub n: usize,
    /// Median or mean; `null` without a value.
    pub centre: Option<f64>,
    /// `median` or `mean`.
    pub centre_kind: &'static str,
    /// Limits, where the rules have any.
    pub limits: Option<SeriesLimits>,
    /// Longest run on one side of the centre.
    pub longest_run: usize,
    /// Longest that is still chance.
    pub longest_allowed: usize,
    /// How often the centre is crossed.
    pub crossings: usize,
    /// How often it should be at least.
    pub crossings_needed: usize,
    /// What is more than chance.
    pub signals: Vec<SeriesSignal>,
    /// In a sentence.
    pub sentence: String,
}

/// Limits of a phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesLimits {
    /// Lower.
    pub low: f64,
    /// Upper.
    pub high: f64,
    /// Mean of the moving ranges.
    pub moving_range: f64,
    /// Whether there are fewer than 12 points: trial limits.
    pub trial: bool,
}

/// What is more than chance: points that hang together, or the whole phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesSignal {
    /// Id, e.g. `shift`.
    pub signal: String,
    /// Its name for people.
    pub name: String,
    /// Months or days that show it; empty for a signal of the whole phase.
    pub points: Vec<String>,
    /// Whether it goes in the good direction; `null` where it has none.
    pub good: Option<bool>,
    /// In words.
    pub sentence: String,
}

/// Level and slope before and after a phase began; offered with eight values on each side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesBreakLine {
    /// Whether it can be computed.
    pub offered: bool,
    /// From which month or day on.
    pub from: Option<String>,
    /// Values of the phase before.
    pub n_before: usize,
    /// Values after.
    pub n_after: usize,
    /// Slope before, per step.
    pub slope_before: Option<f64>,
    /// Change of level at the last step before it.
    pub level: Option<f64>,
    /// Its standard error after Newey and West with two lags.
    pub level_error: Option<f64>,
    /// Change of slope, per step.
    pub slope: Option<f64>,
    /// Its standard error.
    pub slope_error: Option<f64>,
    /// What it says, or why it is refused.
    pub sentence: String,
}
