//! What can go wrong with a book.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

use super::conflict::Conflict;
use crate::failure::{Exit, Failure};
use crate::phrase::{Phrase, phrase};

/// Why something could not be done with a book, and with which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookError {
    /// What went wrong.
    pub fault: BookFault,
    /// The file of the book.
    pub path: PathBuf,
}

/// What went wrong with a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookFault {
    /// There is no such file.
    NotFound,
    /// It is a folder.
    Folder,
    /// The file has no bytes at all.
    Empty,
    /// The file is something else.
    Foreign,
    /// A newer version of the program wrote it.
    Newer {
        /// Its version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The file is cut off or its contents make no sense.
    Damaged(String),
    /// Another program is writing to it.
    Locked,
    /// A new book would overwrite a file.
    Exists,
    /// The folder of a new book does not exist.
    NoFolder,
    /// It can be read but not written.
    ReadOnly,
    /// Writing was interrupted, and what was left half done cannot be taken back because the file cannot be written.
    Interrupted,
    /// It may not be opened.
    Denied,
    /// It was moved or deleted while it was open.
    Moved,
    /// The disk is full.
    DiskFull,
    /// The disk could not be read or written.
    Disk(String),
    /// A change does not fit the book as it is.
    Conflict(Conflict),
}

impl BookFault {
    /// Says where.
    pub(super) fn at(self, path: &Path) -> BookError {
        BookError {
            fault: self,
            path: path.to_owned(),
        }
    }

    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NotFound => phrase("book-not-found"),
            Self::Folder => phrase("book-folder"),
            Self::Empty => phrase("book-empty"),
            Self::Foreign => phrase("book-foreign"),
            Self::Newer { found, known } => phrase("book-newer").with("found", *found).with("known", *known),
            Self::Damaged(detail) => phrase("book-damaged").with("detail", detail.as_str()),
            Self::Locked => phrase("book-locked"),
            Self::Exists => phrase("book-exists"),
            Self::NoFolder => phrase("book-no-folder"),
            Self::ReadOnly => phrase("book-read-only"),
            Self::Interrupted => phrase("book-interrupted"),
            Self::Denied => phrase("book-denied"),
            Self::Moved => phrase("book-moved"),
            Self::DiskFull => phrase("book-disk-full"),
            Self::Disk(detail) => phrase("book-disk").with("detail", detail.as_str()),
            Self::Conflict(conflict) => conflict.phrase(),
        }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Conflict(_) | Self::Exists => Exit::Refused,
            _ => Exit::Book,
        }
    }
}

impl BookError {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        self.fault.phrase()
    }
}

/// For panics and test output only; users see the words of `locales/`.
impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.phrase())
    }
}

impl std::error::Error for BookError {}

impl From<BookError> for Failure {
    fn from(error: BookError) -> Self {
        Self::new(error.fault.exit(), error.phrase()).at(error.path.display().to_string())
    }
}

impl From<Conflict> for BookFault {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}

impl From<rusqlite::Error> for BookFault {
    fn from(error: rusqlite::Error) -> Self {
        let detail = error.to_string();
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            // Everything else means that a row or a column is not what this program writes.
            return Self::Damaged(detail);
        };
        match (failure.code, failure.extended_code) {
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Locked,
            (ErrorCode::ReadOnly, ffi::SQLITE_READONLY_ROLLBACK) => Self::Interrupted,
            (ErrorCode::ReadOnly, ffi::SQLITE_READONLY_DBMOVED) => Self::Moved,
            (ErrorCode::ReadOnly, _) => Self::ReadOnly,
            (ErrorCode::CannotOpen | ErrorCode::PermissionDenied, _) => Self::Denied,
            (ErrorCode::DiskFull, _) => Self::DiskFull,
            (ErrorCode::SystemIoFailure, _) => Self::Disk(detail),
            (ErrorCode::NotADatabase, _) => Self::Foreign,
            _ => Self::Damaged(detail),
        }
    }
}

impl From<serde_json::Error> for BookFault {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<io::Error> for BookFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Disk(error.to_string()),
        }
    }
}
