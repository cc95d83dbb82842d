//! Efficiency against quality.

use crate::report::Holdings;
use crate::report::finding::{Comparisons, QuadrantFinding};
use crate::text::Text;

/// The pairs of the latest comparison.
pub(super) fn quadrant(_holdings: &Holdings, result: Option<&Comparisons>, text: &Text) -> QuadrantFinding {
    QuadrantFinding {
        from_label: result.map_or_else(String::new, |it| it.from_label.clone()),
        to_label: result.map_or_else(String::new, |it| it.to_label.clone()),
        points: Vec::new(),
        left_out: Vec::new(),
        sentence: text.get("quadrant-none"),
    }
}
