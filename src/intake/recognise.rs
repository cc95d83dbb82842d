//! Finds out what a file is by looking inside, and reads it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::betten4;
use super::container::{self, Content, Package};
use super::limits;
use super::minutes_csv::Table;
use super::order::{Kind, Known};
use super::part::{Reading, Source};
use super::walk::{ends_with, reason};
use super::workbook;
use crate::phrase::{Phrase, phrase};

/// A file that was not read: what it is, as far as known, and why.
#[derive(Debug)]
pub struct Refusal {
    /// What it is; `None` when it was not recognised.
    pub kind: Option<Kind>,
    /// Why.
    pub message: Phrase,
    /// Whether it was recognised as nothing that has to do with this program.
    pub is_foreign: bool,
}

impl From<Phrase> for Refusal {
    fn from(message: Phrase) -> Self {
        Self {
            kind: None,
            message,
            is_foreign: false,
        }
    }
}

/// Reads the bytes of a file, within the limit.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Phrase> {
    let load = || -> io::Result<Option<Vec<u8>>> {
        let file = File::open(path)?;
        let data = file.metadata()?;
        if data.len() > limits::FILE_BYTES {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or(0) + 1);
        file.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= limits::FILE_BYTES))
    };
    match load() {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(phrase("intake-file-too-large").with("limit", limits::FILE_BYTES / (1024 * 1024))),
        Err(error) => Err(reason(path, &error)),
    }
}

/// The kind of a file that was read without fault before: of the two, one is a container and one is text.
pub fn kind_of_known(bytes: &[u8]) -> Kind {
    if container::is_packed(bytes) {
        Kind::Betten4
    } else {
        Kind::MinutesCsv
    }
}

/// Reads a file of whatever kind it is, or of the kind that is forced.
pub fn read(
    path: &Path,
    bytes: &[u8],
    forced: Option<Kind>,
    known: &Known,
    source: &Source,
) -> Result<(Kind, Reading), Refusal> {
    let refuse = |message| Refusal {
        kind: forced,
        message,
        is_foreign: false,
    };
    match (container::open(bytes).map_err(refuse)?, forced) {
        (Content::Workbook(_), Some(Kind::MinutesCsv)) => Err(refuse(phrase("intake-not-text"))),
        (Content::Workbook(package), _) => {
            let reading = read_workbook(package, known, source).map_err(refuse)?;
            Ok((Kind::Betten4, reading))
        }
        (Content::Plain(_), Some(Kind::Betten4)) => Err(refuse(phrase("intake-not-a-workbook"))),
        (Content::Plain(bytes), _) => read_text(path, bytes, forced, known, source),
    }
}

fn read_workbook(package: Package, known: &Known, source: &Source) -> Result<Reading, Phrase> {
    let has_macros = package.has_macros;
    let grids = workbook::worksheets(package)?;
    let forms = betten4::forms(&grids);
    if forms.is_empty() {
        return Err(phrase("intake-no-form"));
    }
    let mut reading = betten4::read(&forms, known, source);
    if has_macros {
        reading.notes.push(phrase("intake-note-macros"));
    }
    Ok(reading)
}

fn read_text(
    path: &Path,
    bytes: &[u8],
    forced: Option<Kind>,
    known: &Known,
    source: &Source,
) -> Result<(Kind, Reading), Refusal> {
    let is_named_workbook = ends_with(path, &["xlsx", "xlsm", "xls", "xlsb"]);
    let foreign = || Refusal {
        kind: None,
        message: if is_named_workbook {
            phrase("intake-not-a-workbook")
        } else {
            phrase("intake-not-known")
        },
        is_foreign: true,
    };
    let table = match Table::open(bytes) {
        Ok(table) => table,
        Err(_) if is_named_workbook => return Err(foreign()),
        Err(message) => return Err(message.into()),
    };
    if !table.is_recognised() && forced.is_none() {
        return Err(foreign());
    }
    Ok((Kind::MinutesCsv, table.read(known, source)))
}
