//! What a plan can show at all.

use crate::analysis::AnalysisError;
use crate::effect::Design;
use crate::office::Decimal;
use crate::report::Holdings;
use crate::report::finding::FeasibleFinding;
use crate::text::Text;

/// What is planned; what is `None` is taken from the book.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Indicators by their ids; empty for those that are compared.
    pub indicators: Vec<String>,
    /// People before.
    pub before: Option<usize>,
    /// People after.
    pub after: Option<usize>,
    /// The same people, or others.
    pub design: Option<Design>,
    /// How far people's changes lie apart, in the unit as people read it.
    pub spread: Option<Decimal>,
}

/// Whether the plan can decide.
pub fn feasible(_holdings: &Holdings, _plan: &Plan, text: &Text) -> Result<FeasibleFinding, AnalysisError> {
    Ok(FeasibleFinding {
        schema: "yutori.feasible/1",
        indicators: Vec::new(),
        sentence: text.get("feasible-none"),
    })
}
