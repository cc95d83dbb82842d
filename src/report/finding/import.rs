//! What became of files.

use serde::{Deserialize, Serialize};

/// What became of the files of one import (`yutori.import/1`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportFinding {
    /// Always `yutori.import/1`.
    pub schema: String,
    /// Whether anything was written to the book.
    pub written: bool,
    /// Sheets recorded or completed; two files of one night shift make one sheet.
    #[serde(default)]
    pub sheets: usize,
    /// Answers of people to the challenge sheet.
    #[serde(default)]
    pub responses: usize,
    /// Notices.
    #[serde(default)]
    pub notices: usize,
    /// Figures of indicators.
    #[serde(default)]
    pub figures: usize,
    /// Slips that went as data, counted in the files.
    #[serde(default)]
    pub slips: usize,
    /// Months of documents.
    #[serde(default)]
    pub documents: usize,
    /// In order of path.
    pub files: Vec<FileFinding>,
    /// Words of another program of which nobody has said what they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmapped: Vec<String>,
    /// Headings of answer tables of which nobody has said what they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<String>,
    /// Whether somebody must say which questionnaire an answer table is of.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_questionnaire: bool,
    /// Id of the questionnaire by which those headings were read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub questionnaire: Option<String>,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileFinding {
    /// As given or found.
    pub path: String,
    /// `betten4`, `minutes-csv`, `klog` …; `None` when it was not recognised.
    pub kind: Option<String>,
    /// What became of it.
    pub status: FileStatus,
    /// Sheets that it brought or changed.
    pub sheets: usize,
    /// Answers of people to the challenge sheet that it brought.
    #[serde(default)]
    pub responses: usize,
    /// Notices that it brought.
    #[serde(default)]
    pub notices: usize,
    /// Figures of indicators that it brought.
    #[serde(default)]
    pub figures: usize,
    /// Slips that went as data, counted in it.
    #[serde(default)]
    pub slips: usize,
    /// Documents and their months that it brought or changed.
    #[serde(default)]
    pub documents: usize,
    /// Filled cells, lines or answers read.
    pub rows: usize,
    /// All faults.
    pub problems: Vec<FileProblem>,
    /// What was inferred, in words.
    pub notes: Vec<String>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileStatus {
    /// It is in the book (or would be, in a dry run).
    Imported,
    /// It was in the book already.
    Unchanged,
    /// It has faults; nothing of it is in the book.
    Refused,
    /// It is without fault, but not in the book because another file of the call was refused.
    HeldBack,
}

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileProblem {
    /// Cell (`sheet1!F12`) or line; `None` for the whole file.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to try.
    pub hint: Option<String>,
}
