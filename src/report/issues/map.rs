//! Makes the finding: the cause map (因果関係図).

use crate::report::Holdings;
use crate::report::finding::CauseMapFinding;
use crate::text::Text;

/// Shows the cause map (因果関係図).
pub fn map(_holdings: &Holdings, _text: &Text) -> CauseMapFinding {
    CauseMapFinding::default()
}
