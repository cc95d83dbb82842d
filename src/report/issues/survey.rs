//! Makes the finding: what the survey shows (見える化).

use crate::report::Holdings;
use crate::report::finding::ChallengeSurveyFinding;
use crate::text::Text;

/// Shows what the survey shows (見える化).
pub fn survey(_holdings: &Holdings, _text: &Text) -> ChallengeSurveyFinding {
    ChallengeSurveyFinding::default()
}
