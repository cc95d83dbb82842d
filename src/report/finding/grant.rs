//! Subsidy schemes and the amounts that follow from them (補助事業・補助額).

use serde::{Deserialize, Serialize};

/// What stands behind a step: a sum of yen or a rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum StepValue {
    /// Yen.
    Yen(u64),
    /// A fraction, `3/4`.
    Rate(String),
}

/// One step of the way to an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantStepLine {
    /// What is done, in words.
    pub rule: String,
    /// What comes out.
    pub value: StepValue,
    /// Where the rule comes from.
    pub source: String,
}

/// A line of the costs, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantCostLine {
    /// What it is.
    pub what: String,
    /// Kind of cost.
    pub kind: String,
    /// The same for people.
    pub kind_name: String,
    /// Yen without tax.
    pub net: u64,
    /// Yen that count.
    pub eligible: u64,
    /// Why the rest does not.
    pub refused: Vec<String>,
    /// What the scheme says of this kind; `None` when nothing.
    pub rule: Option<String>,
}

/// The amount that follows from a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantFinding {
    /// Always `yutori.grant/1`.
    pub schema: String,
    /// Id of the scheme.
    pub programme: String,
    /// Its name.
    pub title: String,
    /// Whether its figures were not compared with the original text.
    pub unverified: bool,
    /// The rate, `3/4`.
    pub rate: String,
    /// Yen that count.
    pub eligible_cost: u64,
    /// Yen that are paid at most.
    pub cap: u64,
    /// Yen.
    pub amount: u64,
    /// Costs line by line; empty when one sum was named.
    pub lines: Vec<GrantCostLine>,
    /// The way to the amount.
    pub steps: Vec<GrantStepLine>,
    /// What would have brought more, or is not stated.
    pub unmet: Vec<String>,
    /// What is to be said beside it.
    pub notes: Vec<String>,
}

/// A scheme in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeLine {
    /// Id.
    pub id: String,
    /// Name.
    pub title: String,
    /// Whether its figures were not compared with the original text.
    pub unverified: bool,
    /// Rates from the highest on, `3/4`.
    pub rates: Vec<String>,
    /// The highest cap without additions; yen.
    pub cap: u64,
}

/// All schemes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeList {
    /// Always `yutori.programmes/1`.
    pub schema: String,
    /// In the order of the catalog.
    pub programmes: Vec<ProgrammeLine>,
}

/// A heading with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammePart {
    /// Which part, e.g. `rates`.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its lines, in words.
    pub lines: Vec<String>,
}

/// Everything that is known of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeFinding {
    /// Always `yutori.programme/1`.
    pub schema: String,
    /// Id.
    pub id: String,
    /// Name.
    pub title: String,
    /// Whether its figures were not compared with the original text.
    pub unverified: bool,
    /// Where it comes from, with the day where it is known.
    pub source: String,
    /// Rates, caps, conditions, costs, requirements, papers, calendar, reports.
    pub parts: Vec<ProgrammePart>,
}
