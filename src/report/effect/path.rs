//! Indicators over several surveys.

use crate::analysis::AnalysisError;
use crate::report::Holdings;
use crate::report::finding::{Comparisons, WavePath};
use crate::text::Text;

/// Each indicator over all surveys; none with fewer than three.
pub(super) fn paths(
    _holdings: &Holdings,
    _results: &[Comparisons],
    _text: &Text,
) -> Result<Vec<WavePath>, AnalysisError> {
    Ok(Vec::new())
}
