//! Challenges to choose among.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::degree::Degree;
use super::number::{CauseId, ChallengeId};
use super::questionnaire::ViewpointCode;
use crate::office::Role;

/// How many challenges an office should work on at once.
pub const MOST_CHALLENGES: usize = 3;

/// That a challenge was chosen, and why (選んだ理由).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Why; never empty.
    pub because: String,
    /// When.
    pub on: NaiveDate,
    /// By whom, as a role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Role>,
}

/// Something that the office may work on (課題), placed by the team by effect and ease.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Its number.
    pub id: ChallengeId,
    /// What it says; never empty.
    pub text: String,
    /// The viewpoint that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewpoint: Option<ViewpointCode>,
    /// The boxes of the cause map that it would change.
    #[serde(default)]
    pub causes: BTreeSet<CauseId>,
    /// How much would come of it (効果), as the team sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Degree>,
    /// How easy it is (取り組みやすさ), as the team sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ease: Option<Degree>,
    /// Whether it was chosen, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Decision>,
}
