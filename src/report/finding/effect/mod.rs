//! Findings about effects.

mod chosen;
mod feasible;
mod judgements;
mod path;
mod quadrant;
mod series;

pub use chosen::{ChosenFinding, ChosenIndicator, LinkedMeasure, MarginLine, MarginState, OfferedIndicator};
pub use feasible::{FeasibleFinding, FeasibleLine, SpreadSource};
pub use judgements::{JudgementLine, JudgementsFinding};
pub use path::{PathPoint, PathStep, WavePath};
pub use quadrant::{QuadrantEnd, QuadrantFinding, QuadrantPlace, QuadrantPoint};
pub use series::{SeriesBreakLine, SeriesFinding, SeriesLimits, SeriesPhase, SeriesPoint, SeriesSignal};

use serde::Serialize;

use super::Comparisons;

/// A survey by its id and its name for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaveName {
    /// Id, e.g. `after1`.
    pub id: String,
    /// 取組後①
    pub label: String,
}

/// Everything about effects (`yutori.effect/1`).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EffectFinding {
    /// `yutori.effect/1`
    pub schema: &'static str,
    /// Surveys with sheets or figures, in order.
    pub waves: Vec<WaveName>,
    /// What was chosen and promised.
    pub chosen: ChosenFinding,
    /// What the plan can show.
    pub feasible: FeasibleFinding,
    /// The first survey against each later one.
    pub results: Vec<Comparisons>,
    /// Indicators over all surveys; empty with fewer than three.
    pub paths: Vec<WavePath>,
    /// Efficiency against quality, first survey against the last.
    pub quadrant: QuadrantFinding,
    /// Series of months or days.
    pub series: Vec<SeriesFinding>,
    /// What the team judges.
    pub judgements: JudgementsFinding,
}
