//! What the office follows, and what was promised of it.

use crate::analysis::AnalysisError;
use crate::report::Holdings;
use crate::report::finding::ChosenFinding;
use crate::text::Text;

/// The indicators that the office follows.
pub(super) fn chosen(_holdings: &Holdings, text: &Text) -> Result<ChosenFinding, AnalysisError> {
    Ok(ChosenFinding {
        indicators: Vec::new(),
        complete: false,
        remarks: Vec::new(),
        sentence: text.get("chosen-none"),
    })
}
