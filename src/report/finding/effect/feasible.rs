//! Finding: what a plan can show at all, before anything is measured.

use serde::Serialize;

/// Whether the plan can decide (`yutori.feasible/1`).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FeasibleFinding {
    /// `yutori.feasible/1`
    pub schema: &'static str,
    /// One line for each indicator.
    pub indicators: Vec<FeasibleLine>,
    /// In a sentence, over all.
    pub sentence: String,
    /// By which rules it was worked out.
    pub method: String,
}

/// Where the spread comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpreadSource {
    /// From people's values of the first survey.
    Before,
    /// The user's guess.
    Guess,
    /// Nobody knows it.
    Unknown,
}

/// What can be shown of one indicator. Values are in the unit of the finding: shares from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FeasibleLine {
    /// Id; `null` for a plan without an indicator.
    pub id: Option<String>,
    /// Name; empty for a plan without an indicator.
    pub name: String,
    /// Unit as people read it.
    pub unit: String,
    /// Whether values are shares, shown in percent.
    pub is_share: bool,
    /// Decimals shown.
    pub decimals: u8,
    /// `paired` or `unpaired` where people are compared, `counts` where events or cases are, `series` where there is one figure a
    /// month or day, `single` where there is one figure a survey.
    pub design: &'static str,
    /// People before; `null` where nobody knows yet, or people are not compared.
    pub n_before: Option<usize>,
    /// People after; the same people where paired.
    pub n_after: Option<usize>,
    /// Smallest two-sided p that can be reached at all.
    pub p_smallest: Option<f64>,
    /// Whether a comparison of before and after can show anything; `null` where it is not known yet, and where figures are followed
    /// as a series.
    pub can_decide: Option<bool>,
    /// Spread of people's changes that the detectable change rests on.
    pub spread: Option<f64>,
    /// Where it comes from.
    pub spread_from: SpreadSource,
    /// Change that is found with the power below; `null` where nothing can be found or the spread is unknown.
    pub detectable: Option<f64>,
    /// The same as a share of the mean before.
    pub detectable_share: Option<f64>,
    /// Share of repetitions in which that change is found.
    pub power: f64,
    /// Seed of the simulation.
    pub seed: u64,
    /// Fewest people each time with whom it could be decided; `null` where people are not compared.
    pub people_needed: Option<usize>,
    /// From the mean before to the target, in the good direction; `null` where either is unknown or the target is no better.
    pub wanted: Option<f64>,
    /// People each time with whom a change of that size is found; `null` where it is unknown or more than 200.
    pub people_for_wanted: Option<usize>,
    /// In a sentence.
    pub sentence: String,
    /// What to do so that it can be decided.
    pub advice: Vec<String>,
}

impl FeasibleLine {
    /// A sign beside the sentence: it can be decided, it cannot, or nobody knows yet.
    pub fn sign(&self) -> &'static str {
        match self.can_decide {
            Some(true) => "o",
            Some(false) => "x",
            None => "?",
        }
    }
}
