//! A fault of a sheet that the office takes as it is.

use serde::{Deserialize, Serialize};

use super::sheet::SheetKey;
use crate::office::Role;

/// "As it is, because …" (このままでよい理由): a finding about the quality of a sheet that somebody has looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The sheet.
    pub sheet: SheetKey,
    /// Code of the finding, e.g. `unfilled`.
    pub code: String,
    /// What exactly was found then, as [`super::QualityProblem::about`] says it: the acceptance holds as long as that stays so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Why it is right as it is, in words.
    pub because: String,
    /// Role of the person who says so; never a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Role>,
}
