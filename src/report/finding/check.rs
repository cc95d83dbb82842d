//! Quality of the sheets and integrity of the book.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Data quality of the sheets and integrity of the book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckFinding {
    /// Always `yutori.check/1`.
    pub schema: String,
    /// Whether the book is whole; sheets with faults do not count against it.
    pub ok: bool,
    /// What was tested on the book.
    pub integrity: IntegrityFinding,
    /// Worst sheets first.
    pub sheets: Vec<SheetQuality>,
}

/// What was tested on the book itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntegrityFinding {
    /// The database finds its file sound.
    pub file: bool,
    /// The journal is unbroken and readable.
    pub journal: bool,
    /// Replaying the journal gives exactly the tables.
    pub replay: bool,
    /// Changes in the journal.
    pub changes: u64,
    /// What is wrong, in words.
    pub problems: Vec<String>,
}

/// Quality of one sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SheetQuality {
    /// Wave.
    pub wave: String,
    /// Code of the person.
    pub staff: String,
    /// Date on which the shift starts.
    pub date: NaiveDate,
    /// Minute after 0:00 of that date at which it starts; with wave, person and date it tells the sheet from all others.
    pub starts_at: u16,
    /// The span that counts, e.g. `16:30-33:30`.
    pub span: Option<String>,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// 0 to 100.
    pub score: u32,
    /// Costliest first.
    pub problems: Vec<ProblemLine>,
}

/// One problem of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProblemLine {
    /// Short name.
    pub code: String,
    /// Clock time of the first place.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// The same as minutes after 0:00 of the sheet's date; past 1440 on the next day.
    pub minute: Option<u16>,
    /// In words.
    pub message: String,
    /// Points that it costs; 0 when it was accepted.
    pub penalty: u32,
    /// What exactly was found, in no language; an acceptance holds as long as it stays so.
    pub about: String,
    /// Why it is right as it is, where somebody said so.
    pub accepted: Option<AcceptedLine>,
    /// What somebody said about an earlier finding of this code, before the sheet changed; it no longer counts.
    pub accepted_before: Option<AcceptedLine>,
}

/// Why somebody took a finding as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AcceptedLine {
    /// In their words.
    pub because: String,
    /// Role of who said so; never a name.
    pub by: Option<String>,
}

impl SheetQuality {
    /// Problems that nobody has accepted.
    pub fn open(&self) -> impl Iterator<Item = &ProblemLine> {
        self.problems.iter().filter(|problem| problem.accepted.is_none())
    }
}
