//! Finding: what the survey shows (見える化).

use serde::Serialize;

/// Shows what the survey shows (見える化).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ChallengeSurveyFinding {}
