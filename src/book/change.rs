//! What can happen to a book, in the office's words.

use serde::{Deserialize, Serialize};

use crate::office::Office;
use crate::worktime::{NightHours, Sheet, TaskList, Wave};

/// What a book is founded with; everything but the office stays as it is for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// The office.
    pub office: Office,
    /// The task list that the book uses, kept whole.
    pub task_list: TaskList,
    /// Slot length in minutes.
    pub slot_minutes: u16,
    /// The border between day and night.
    pub night: NightHours,
}

/// A file that was read into the book, known again by the fingerprint of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRead {
    /// SHA-256 of the bytes, in hex.
    pub fingerprint: String,
    /// File name without folders.
    pub name: String,
    /// What kind of file it was, e.g. `betten4`.
    pub kind: String,
    /// The wave into which it was read; `None` when the file itself names waves.
    pub wave: Option<Wave>,
}

/// One thing that happened (変更). Each has an inverse, so that undo is another entry and nothing is ever taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum Change {
    /// The book was founded; always the first entry, and the only one without an inverse.
    BookFounded(Box<Founding>),
    /// The office was described anew.
    OfficeDescribed {
        /// As it was.
        before: Office,
        /// As it is now.
        after: Office,
    },
    /// A file was read.
    FileTaken(FileRead),
    /// A file that had been read no longer counts as read.
    FileForgotten(FileRead),
    /// A sheet was recorded.
    SheetRecorded {
        /// When in the improvement.
        wave: Wave,
        /// The sheet.
        sheet: Box<Sheet>,
    },
    /// A sheet was taken back.
    SheetRemoved {
        /// When in the improvement.
        wave: Wave,
        /// The sheet as it was.
        sheet: Box<Sheet>,
    },
    /// A sheet was replaced, e.g. by the same night shift with its second half.
    SheetReplaced {
        /// When in the improvement.
        wave: Wave,
        /// As it was.
        before: Box<Sheet>,
        /// As it is now.
        after: Box<Sheet>,
    },
}

impl Change {
    /// The change that takes this one back; `None` for the founding.
    pub fn inverse(&self) -> Option<Self> {
        Some(match self.clone() {
            Self::BookFounded(_) => return None,
            Self::OfficeDescribed { before, after } => Self::OfficeDescribed {
                before: after,
                after: before,
            },
            Self::FileTaken(file) => Self::FileForgotten(file),
            Self::FileForgotten(file) => Self::FileTaken(file),
            Self::SheetRecorded { wave, sheet } => Self::SheetRemoved { wave, sheet },
            Self::SheetRemoved { wave, sheet } => Self::SheetRecorded { wave, sheet },
            Self::SheetReplaced { wave, before, after } => Self::SheetReplaced {
                wave,
                before: after,
                after: before,
            },
        })
    }
}
