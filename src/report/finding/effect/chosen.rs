//! Finding: the indicators that the office follows.

use chrono::NaiveDate;
use serde::Serialize;

use super::FeasibleLine;
use crate::effect::{Direction, Family, Per};

/// What the office follows, and what is still missing (選んだ指標).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChosenFinding {
    /// In the order of the catalog, efficiency first.
    pub indicators: Vec<ChosenIndicator>,
    /// Whether both families have at least one.
    pub complete: bool,
    /// What is missing, in words: a family without an indicator, a margin that is not set, a measure without an indicator.
    pub remarks: Vec<String>,
    /// In a sentence.
    pub sentence: String,
    /// All indicators that there are, efficiency first.
    pub offered: Vec<OfferedIndicator>,
}

/// An indicator that can be followed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OfferedIndicator {
    /// Id in the catalog or the book.
    pub id: String,
    /// Name.
    pub name: String,
    /// Efficiency or quality.
    pub family: Family,
    /// Unit as people read it.
    pub unit: String,
    /// Which way is good.
    pub direction: Direction,
    /// What one value stands for.
    pub per: Per,
    /// The same in words.
    pub per_text: String,
    /// Where values come from, in words; the formula where it is computed.
    pub measured_text: String,
    /// How it is measured.
    pub how: String,
    /// Where the definition comes from.
    pub source: String,
    /// Figures that it can have, in words; `null` where there is no end.
    pub range_text: Option<String>,
    /// Whether the office follows it.
    pub chosen: bool,
    /// Whether the office made it itself.
    pub own: bool,
    /// Whether the task list of the book can give it, or people type it in.
    pub measurable: bool,
    /// Measures that watch it.
    pub measures: Vec<LinkedMeasure>,
    /// Mean of the first survey; hidden under three people.
    pub before: Option<f64>,
    /// The same with its unit.
    pub before_text: Option<String>,
    /// People or values behind it.
    pub n_before: usize,
    /// What can be shown of it.
    pub feasible: FeasibleLine,
}

/// An indicator that the office follows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChosenIndicator {
    /// Id in the catalog or the book.
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
    /// Whether values are shares from 0 to 1, shown as percent.
    pub is_share: bool,
    /// What one value stands for.
    pub per: Per,
    /// The same in words.
    pub per_text: String,
    /// Where values come from, in words.
    pub measured_text: String,
    /// How it is measured.
    pub how: String,
    /// Whether the office made it itself.
    pub own: bool,
    /// The day on which it was chosen.
    pub on: NaiveDate,
    /// Measures that watch it.
    pub measures: Vec<LinkedMeasure>,
    /// The target as it was typed, in the unit as people read it; `null` where none is set.
    pub target: Option<String>,
    /// The target with its unit.
    pub target_text: Option<String>,
    /// The margin as it was typed.
    pub margin: Option<String>,
    /// The margin with its unit.
    pub margin_text: Option<String>,
    /// The guess of the spread as it was typed.
    pub spread: Option<String>,
    /// Mean of the first survey; hidden under three people.
    pub before: Option<f64>,
    /// The same with its unit.
    pub before_text: Option<String>,
    /// People or values behind it.
    pub n_before: usize,
    /// Whether the margin stood before the figures, survey by survey.
    pub margins: Vec<MarginLine>,
}

/// A measure that watches an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkedMeasure {
    /// Its number.
    pub number: u32,
    /// What is done.
    pub text: String,
}

/// Whether a margin stood before the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MarginState {
    /// It was set before the first figure of the survey: it counts.
    InTime,
    /// There are no figures of the survey yet.
    Waiting,
    /// It was set after the first figure: it does not count.
    Late,
    /// None is set.
    NotSet,
}

/// Whether the margin stood before the first figure of a survey; the journal proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarginLine {
    /// The survey.
    pub wave: String,
    /// Its name.
    pub label: String,
    /// In time or not.
    pub state: MarginState,
    /// The act of the journal since which the margin is as it is.
    pub margin_act: Option<i64>,
    /// When that was, RFC 3339.
    pub margin_at: Option<String>,
    /// The act of the journal that brought the first figure of the survey.
    pub figure_act: Option<i64>,
    /// When that was, RFC 3339.
    pub figure_at: Option<String>,
    /// In words, with both acts.
    pub sentence: String,
}
