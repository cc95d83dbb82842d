//! Finds out what a file is by looking inside, and reads it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::answers;
use super::betten4;
use super::container::{self, Content, Package};
use super::decode::{Decoded, decode};
use super::entries_json;
use super::figures;
use super::foreign::Foreign;
use super::interval_csv;
use super::klog;
use super::ledger;
use super::limits;
use super::minutes_csv::{self, Table};
use super::notices;
use super::order::{Fault, Kind, Known, Order};
use super::part::{Reading, Source};
use super::slips;
use super::timeclock;
use super::timewarrior;
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

/// The kind of a file that was read without fault before.
pub fn kind_of_known(path: &Path, bytes: &[u8], order: &Order, known: &Known) -> Kind {
    if is_of_linkage(path, order.kind) {
        return Kind::CarePlanCsv;
    }
    if container::is_packed(bytes) {
        return kind_of_workbook(bytes, order, known).unwrap_or(Kind::Betten4);
    }
    let of_text = |bytes| {
        decode(bytes)
            .ok()
            .and_then(|decoded| kind_of_text(&decoded, order, known))
    };
    kind_of_json(bytes)
        .or_else(|| of_text(bytes))
        .unwrap_or(Kind::MinutesCsv)
}

/// Whether a file is of the care-plan data linkage: only its name tells, and it has no headings.
fn is_of_linkage(path: &Path, forced: Option<Kind>) -> bool {
    match forced {
        Some(kind) => kind == Kind::CarePlanCsv,
        None => slips::is_named(path),
    }
}

/// The kind of a text that is JSON, as far as it is known.
fn kind_of_json(bytes: &[u8]) -> Option<Kind> {
    let text = without_mark(bytes);
    match text.iter().find(|byte| !byte.is_ascii_whitespace())? {
        b'{' => entries_json::is_recognised(text).then_some(Kind::EntriesJson),
        b'[' => timewarrior::is_recognised(text).then_some(Kind::Timewarrior),
        _ => None,
    }
}

/// The kind of any other text. One line for each kind; a table of minutes is what is left.
fn kind_of_text(decoded: &Decoded, order: &Order, known: &Known) -> Option<Kind> {
    let text = decoded.text.as_str();
    let is_it = |kind: &Kind| match kind {
        Kind::Klog => klog::is_recognised(text),
        Kind::Timeclock => timeclock::is_recognised(text),
        Kind::IntervalCsv => interval_csv::is_recognised(text),
        // A web form may ask for minutes too.
        Kind::ChallengeCsv | Kind::NoticesCsv | Kind::FiguresCsv | Kind::DocumentsCsv
            if minutes_csv::is_recognised(text) =>
        {
            false
        }
        Kind::DocumentsCsv => ledger::is_recognised(decoded),
        Kind::ChallengeCsv | Kind::NoticesCsv | Kind::FiguresCsv if ledger::is_recognised(decoded) => false,
        Kind::ChallengeCsv => {
            let is_other = notices::is_recognised(decoded) || figures::is_recognised(decoded, known);
            !is_other && answers::is_recognised(decoded, order, known)
        }
        Kind::NoticesCsv => notices::is_recognised(decoded),
        Kind::FiguresCsv => figures::is_recognised(decoded, known),
        _ => false,
    };
    Kind::ALL.into_iter().find(is_it)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Reads a file of whatever kind it is, or of the kind that is forced.
pub fn read(
    path: &Path,
    bytes: &[u8],
    order: &Order,
    known: &Known,
    source: &Source,
) -> Result<(Kind, Reading), Refusal> {
    let forced = order.kind;
    if is_of_linkage(path, forced) {
        return Ok((Kind::CarePlanCsv, slips::read(path, bytes, known)));
    }
    let refuse = |message| Refusal {
        kind: forced,
        message,
        is_foreign: false,
    };
    match (container::open(bytes).map_err(refuse)?, forced) {
        (Content::Workbook(_), Some(kind)) if !kind.is_workbook() => Err(refuse(phrase("intake-not-text"))),
        (Content::Workbook(package), _) => read_workbook(package, order, known, source).map_err(refuse),
        (Content::Plain(_), Some(kind)) if kind.is_workbook() => Err(refuse(phrase("intake-not-a-workbook"))),
        (Content::Plain(bytes), _) => read_text(path, bytes, order, known, source),
    }
}

/// Reads the worksheets of a workbook as the kind that is forced, else as the first kind of which they hold something.
fn read_workbook(package: Package, order: &Order, known: &Known, source: &Source) -> Result<(Kind, Reading), Phrase> {
    let has_macros = package.has_macros;
    let grids = workbook::worksheets(package)?;
    let is_asked = |kind| order.kind.is_none_or(|forced| forced == kind);
    let forms = if is_asked(Kind::Betten4) {
        betten4::forms(&grids)
    } else {
        Vec::new()
    };
    let of_forms = || (!forms.is_empty()).then(|| (Kind::Betten4, betten4::read(&forms, known, source)));
    let of_notices = || {
        let reading = is_asked(Kind::NoticesXlsx).then(|| notices::read_grids(&grids, order, source));
        Some((Kind::NoticesXlsx, reading.flatten()?))
    };
    let of_documents = || {
        let reading = is_asked(Kind::DocumentsXlsx).then(|| ledger::read_grids(&grids, known, source));
        Some((Kind::DocumentsXlsx, reading.flatten()?))
    };
    let of_figures = || {
        let reading = is_asked(Kind::FiguresXlsx).then(|| figures::read_grids(&grids, order, known, source));
        Some((Kind::FiguresXlsx, reading.flatten()?))
    };
    let of_answers = || {
        let reading = is_asked(Kind::ChallengeXlsx).then(|| answers::read_grids(&grids, order, known, source));
        Some((Kind::ChallengeXlsx, reading.flatten()?))
    };
    let (kind, mut reading) = of_forms()
        .or_else(of_documents)
        .or_else(of_notices)
        .or_else(of_figures)
        .or_else(of_answers)
        .ok_or_else(|| match order.kind {
            Some(Kind::ChallengeXlsx) => phrase("surveyin-no-headings"),
            Some(Kind::NoticesXlsx) => phrase("surveyin-no-notice-headings"),
            Some(Kind::FiguresXlsx) => phrase("entering-no-headings"),
            Some(Kind::DocumentsXlsx) => phrase("ledgerin-no-headings"),
            _ => phrase("intake-no-form"),
        })?;
    if has_macros {
        reading.notes.push(phrase("intake-note-macros"));
    }
    Ok((kind, reading))
}

/// The kind of a workbook that was read before.
fn kind_of_workbook(bytes: &[u8], order: &Order, known: &Known) -> Option<Kind> {
    let Ok(Content::Workbook(package)) = container::open(bytes) else {
        return None;
    };
    let source = Source::default();
    read_workbook(package, order, known, &source).ok().map(|(kind, _)| kind)
}

fn read_text(
    path: &Path,
    bytes: &[u8],
    order: &Order,
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
    if let Some(kind) = order.kind.filter(is_json).or_else(|| kind_of_json(bytes)) {
        return Ok((kind, read_json(kind, without_mark(bytes), order.foreign, known, source)));
    }
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(_) if is_named_workbook => return Err(foreign()),
        Err(message) => return Err(message.into()),
    };
    match order.kind.or_else(|| kind_of_text(&decoded, order, known)) {
        Some(Kind::ChallengeCsv) => {
            let reading = answers::read_text(&decoded, order, known, source);
            return Ok((Kind::ChallengeCsv, reading));
        }
        Some(Kind::NoticesCsv) => return Ok((Kind::NoticesCsv, notices::read_text(&decoded, order, source))),
        Some(Kind::FiguresCsv) => {
            let reading = figures::read_text(&decoded, order, known, source);
            return Ok((Kind::FiguresCsv, reading));
        }
        Some(Kind::DocumentsCsv) => return Ok((Kind::DocumentsCsv, ledger::read_text(&decoded, known, source))),
        None | Some(Kind::MinutesCsv) => {}
        Some(kind) => return Ok((kind, read_log(kind, decoded, order.foreign, known, source))),
    }
    let table = Table::open(decoded)?;
    if !table.is_recognised() && order.kind.is_none() {
        return Err(foreign());
    }
    Ok((Kind::MinutesCsv, table.read(known, source)))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "a filter hands a reference over")]
fn is_json(kind: &Kind) -> bool {
    matches!(kind, Kind::EntriesJson | Kind::Timewarrior)
}

fn read_json(kind: Kind, bytes: &[u8], foreign: &Foreign, known: &Known, source: &Source) -> Reading {
    match std::str::from_utf8(bytes) {
        Ok(text) if kind == Kind::EntriesJson => entries_json::read(text, known, source),
        Ok(text) => timewarrior::read(text, foreign).into_reading(foreign, known, source),
        Err(error) => {
            let before = bytes.iter().take(error.valid_up_to());
            let line = 1 + before.filter(|byte| **byte == b'\n').count() as u64;
            let message = phrase("intake-undecodable").with("encoding", "UTF-8");
            Reading {
                faults: vec![Fault::line(line, message)],
                ..Reading::default()
            }
        }
    }
}

fn read_log(kind: Kind, decoded: Decoded, foreign: &Foreign, known: &Known, source: &Source) -> Reading {
    let log = match kind {
        Kind::Klog => klog::read(&decoded.text),
        Kind::Timeclock => timeclock::read(&decoded.text),
        _ => interval_csv::read(&decoded.text, foreign, source),
    };
    let faults = decoded.faults.into_iter();
    log.with_faults(faults).into_reading(foreign, known, source)
}
