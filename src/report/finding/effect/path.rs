//! Finding: an indicator over several surveys.

use serde::Serialize;

use crate::effect::{Direction, Family, Grade, Verdict};

/// An indicator from the first survey over each later one (取組前→取組後①→取組後②). Values are in the unit of the finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WavePath {
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
    /// The surveys in order.
    pub points: Vec<PathPoint>,
    /// From each survey to the next, and last from the first to the last.
    pub steps: Vec<PathStep>,
    /// In a sentence.
    pub sentence: String,
}

/// One survey.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathPoint {
    /// Id of the survey.
    pub wave: String,
    /// Its name.
    pub label: String,
    /// People, or how many were counted.
    pub n: usize,
    /// Mean; `null` where there is none or fewer than three people.
    pub mean: Option<f64>,
    /// 95 % interval of the mean.
    pub interval: Option<[f64; 2]>,
}

/// From one survey to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathStep {
    /// Id of the earlier survey.
    pub from: String,
    /// Id of the later survey.
    pub to: String,
    /// Later − earlier.
    pub difference: Option<f64>,
    /// Two-sided.
    pub p_value: Option<f64>,
    /// What it shows.
    pub verdict: Verdict,
    /// How sure.
    pub grade: Grade,
}
