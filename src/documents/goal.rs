//! What is planned of a kind of document (削減の計画).

use serde::{Deserialize, Serialize};

use super::document::DocumentId;
use crate::office::Month;

/// How many sheets a kind of document is to take in a month (計画の枚数).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentGoal {
    /// Which kind.
    pub document: DocumentId,
    /// In which month.
    pub month: Month,
    /// Sheets, copies and printouts included.
    pub sheets: u32,
}
