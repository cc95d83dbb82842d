//! Makes the finding: measures and how they go (改善計画).

use crate::report::Holdings;
use crate::report::finding::MeasuresFinding;
use crate::text::Text;

/// Shows measures and how they go (改善計画).
pub fn measures(_holdings: &Holdings, _text: &Text) -> MeasuresFinding {
    MeasuresFinding::default()
}
