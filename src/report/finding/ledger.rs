//! The document ledger as it stands.

use chrono::NaiveDate;
use serde::Serialize;

use crate::documents::{DocumentGroup, DocumentId, FactWay, Medium, Storage};
use crate::office::Month;

/// The whole ledger (`yutori.documents-ledger/1`), or the lines of it that a command has changed (`yutori.documents-kept/1`).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerFinding {
    /// Which of the two.
    pub schema: &'static str,
    /// Months to compare and costs.
    pub settings: LedgerSettingsLine,
    /// Kinds of document in order of their numbers.
    pub documents: Vec<LedgerDocument>,
}

/// Months to compare and costs as they are set; `null` where nobody has set them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerSettingsLine {
    /// The month before.
    pub before: Option<Month>,
    /// The month after.
    pub after: Option<Month>,
    /// Yen for a sheet of paper.
    pub paper_yen: Option<f64>,
    /// Yen for printing a sheet.
    pub print_yen: Option<f64>,
    /// Yen for an hour of work.
    pub wage: Option<u32>,
    /// Sheets that fill a binder.
    pub binder_sheets: Option<u32>,
}

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerDocument {
    /// Its number.
    pub id: DocumentId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub group: DocumentGroup,
    /// The same for people.
    pub group_name: String,
    /// Id in the catalog.
    pub offer: Option<String>,
    /// How finished pieces are kept.
    pub storage: Storage,
    /// For how many years.
    pub keep_years: Option<u8>,
    /// Facts that stand in it.
    pub facts: Vec<LedgerFact>,
    /// What was counted, in order of month.
    pub months: Vec<LedgerMonth>,
    /// What is planned, in order of month.
    pub goals: Vec<LedgerGoal>,
}

/// A fact that stands in a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerFact {
    /// Id in the catalog, or the office's own words.
    pub fact: String,
    /// Its name.
    pub name: String,
    /// How it gets there.
    pub way: FactWay,
}

/// What a kind of document took in a month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerMonth {
    /// Which month.
    pub month: Month,
    /// What the original is.
    pub medium: Medium,
    /// `month` where the whole month was counted, `week` where some days stand for it.
    pub counted: &'static str,
    /// Pieces.
    pub pieces: Option<u32>,
    /// Sheets of originals on paper.
    pub originals: Option<u32>,
    /// Sheets of copies and printouts.
    pub copies: u32,
    /// All sheets of paper.
    pub sheets: Option<u64>,
    /// Minutes for one piece.
    pub minutes_per_piece: Option<f64>,
    /// How often facts are written again in one piece.
    pub reentries_per_piece: Option<u16>,
    /// Minutes for writing them again, each time.
    pub minutes_per_reentry: Option<f64>,
    /// Minutes of the month.
    pub minutes: Option<u64>,
    /// Re-entries of the month.
    pub reentries: Option<u64>,
    /// Of a week: days of the month on which the office was open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_days: Option<u8>,
    /// Of a week: what was counted on each day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<LedgerDay>,
}

/// What was counted on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerDay {
    /// Which day.
    pub date: NaiveDate,
    /// Pieces.
    pub pieces: Option<u32>,
    /// Sheets of originals on paper.
    pub originals: Option<u32>,
    /// Sheets of copies and printouts.
    pub copies: u32,
}

/// Sheets that are planned of a month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerGoal {
    /// Which month.
    pub month: Month,
    /// Sheets, copies and printouts included.
    pub sheets: u32,
}
