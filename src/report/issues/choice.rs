//! Makes the finding: what was chosen (課題の選定).

use crate::report::Holdings;
use crate::report::finding::ChoiceFinding;
use crate::text::Text;

/// Shows what was chosen (課題の選定).
pub fn choice(_holdings: &Holdings, _text: &Text) -> ChoiceFinding {
    ChoiceFinding::default()
}
