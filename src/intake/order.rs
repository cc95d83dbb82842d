//! What is asked of the intake, and what it answers.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::figures::Entered;
use super::foreign::{Foreign, TagMap};
use super::ledger::Ledger;
use super::slips::Exchanged;
use crate::book::Change;
use crate::failure::{Exit, Failure};
use crate::issues::{Issues, Questionnaire};
use crate::office::{Office, printable};
use crate::phrase::{Phrase, phrase};
use crate::worktime::{ListNumber, Sheet, TaskList, Wave};

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The official time-study workbook (別添4 職員向けタイムスタディ調査票).
    Betten4,
    /// A table of minutes: wave, staff, date, start, task, minutes.
    MinutesCsv,
    /// Entries as JSON (`yutori.entries/1`).
    EntriesJson,
    /// Records of klog.
    Klog,
    /// A timeclock of ledger or hledger.
    Timeclock,
    /// What `timew export` writes.
    Timewarrior,
    /// A table of stretches of time: date, start, end, task or tag.
    IntervalCsv,
    /// Filled surveys of the challenge sheet as a workbook: our sheet, or a table.
    ChallengeXlsx,
    /// Filled surveys of the challenge sheet as a table of text.
    ChallengeCsv,
    /// Notices as a workbook.
    NoticesXlsx,
    /// Notices as a table of text.
    NoticesCsv,
    /// Figures of indicators as a workbook.
    FiguresXlsx,
    /// Figures of indicators as a table of text.
    FiguresCsv,
    /// A file of the care-plan data linkage (ケアプランデータ連携の標準CSV).
    CarePlanCsv,
    /// Documents as a workbook: months, or days of a counting week.
    DocumentsXlsx,
    /// Documents as a table of text.
    DocumentsCsv,
}

impl Kind {
    /// Every kind, in the order in which they are told to people.
    pub const ALL: [Self; 16] = [
        Self::Betten4,
        Self::MinutesCsv,
        Self::EntriesJson,
        Self::Klog,
        Self::Timeclock,
        Self::Timewarrior,
        Self::IntervalCsv,
        Self::ChallengeXlsx,
        Self::ChallengeCsv,
        Self::NoticesXlsx,
        Self::NoticesCsv,
        Self::FiguresXlsx,
        Self::FiguresCsv,
        Self::CarePlanCsv,
        Self::DocumentsXlsx,
        Self::DocumentsCsv,
    ];

    /// The name in commands, JSON and the book.
    pub fn id(self) -> &'static str {
        match self {
            Self::Betten4 => "betten4",
            Self::MinutesCsv => "minutes-csv",
            Self::EntriesJson => "entries-json",
            Self::Klog => "klog",
            Self::Timeclock => "timeclock",
            Self::Timewarrior => "timewarrior",
            Self::IntervalCsv => "interval-csv",
            Self::ChallengeXlsx => "challenge-xlsx",
            Self::ChallengeCsv => "challenge-csv",
            Self::NoticesXlsx => "notices-xlsx",
            Self::NoticesCsv => "notices-csv",
            Self::FiguresXlsx => "figures-xlsx",
            Self::FiguresCsv => "figures-csv",
            Self::CarePlanCsv => "careplan-csv",
            Self::DocumentsXlsx => "documents-xlsx",
            Self::DocumentsCsv => "documents-csv",
        }
    }

    /// Whether it is a workbook.
    pub fn is_workbook(self) -> bool {
        matches!(
            self,
            Self::Betten4 | Self::ChallengeXlsx | Self::NoticesXlsx | Self::FiguresXlsx | Self::DocumentsXlsx
        )
    }

    /// Reads an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What to read, and what the person who asks has said about it.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Files and folders.
    pub paths: &'a [PathBuf],
    /// The wave of all files; else a column or the name of a folder tells it.
    pub wave: Option<Wave>,
    /// The year of dates without one; else the name of the file tells it.
    pub year: Option<i32>,
    /// The kind of all files; else each is recognised by what is in it.
    pub kind: Option<Kind>,
    /// Whether good files are taken although others are refused.
    pub keep_going: bool,
    /// Whether figures that the book has otherwise are changed; else they refuse their file.
    pub replace: bool,
    /// What a person says about files of other programs.
    pub foreign: &'a Foreign,
}

/// Answers whether a file with this fingerprint was read into this wave already.
pub type HasFile<'a> = &'a dyn Fn(&str, Option<Wave>) -> bool;

/// What the book knows already.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The task list that the book uses.
    pub task_list: &'a TaskList,
    /// Its number in the book.
    pub list: ListNumber,
    /// Slot length in minutes.
    pub slot_minutes: u16,
    /// The office as the book describes it.
    pub office: &'a Office,
    /// Every sheet in the book.
    pub sheets: &'a [(Wave, Sheet)],
    /// Whether a file was read already; files that name their waves themselves are asked for without a wave.
    pub has_file: HasFile<'a>,
    /// What words of other programs mean here.
    pub tags: &'a TagMap,
    /// What the book holds of challenges.
    pub issues: &'a Issues,
    /// The questionnaires at hand.
    pub questionnaires: &'a [Questionnaire],
    /// What it has of figures that are typed in.
    pub entered: Entered<'a>,
    /// What it has of slips that went as data.
    pub exchanged: Exchanged<'a>,
    /// What it has of documents.
    pub ledger: Ledger<'a>,
}

/// What was gathered from the files.
#[derive(Debug, Clone, PartialEq)]
pub struct Gathered {
    /// What became of each file, in order of reading.
    pub files: Vec<FileOutcome>,
    /// What is to be written; nothing if a file is refused, unless the order says to keep going.
    pub changes: Vec<Change>,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileOutcome {
    /// As given, or as found in a folder.
    pub path: PathBuf,
    /// What it is; `None` when it was not recognised.
    pub kind: Option<Kind>,
    /// What became of it.
    pub status: Status,
    /// Sheets that it brings or changes.
    pub sheets: usize,
    /// Answers of people to the challenge sheet that it brings.
    pub responses: usize,
    /// Notices that it brings.
    pub notices: usize,
    /// Figures of indicators that it brings.
    pub figures: usize,
    /// Slips that went as data, counted in it.
    pub slips: usize,
    /// Documents and their months that it brings or changes.
    pub documents: usize,
    /// Entries that were read: cells of a form, lines of a table, answers to statements.
    pub rows: usize,
    /// Everything that is wrong with it.
    pub faults: Vec<Fault>,
    /// What was inferred from it, and what a person should know.
    pub notes: Vec<Phrase>,
    /// Words of another program in it of which nobody has said what they mean.
    pub unmapped: Vec<String>,
    /// Headings of an answer table in it of which nobody has said what they mean.
    pub headings: Vec<String>,
    /// Whether somebody must say which questionnaire it is of.
    pub asks_questionnaire: bool,
    /// Id of the questionnaire by which those headings were read.
    pub questionnaire: Option<String>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is without fault and brings something; its changes are gathered, unless another file holds them all back.
    Accepted,
    /// The book has all of it already.
    Unchanged,
    /// It has faults.
    Refused,
}

/// Something wrong with a file, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What is wrong; what to try is its `.hint`.
    pub message: Phrase,
}

impl Fault {
    pub(super) fn file(message: Phrase) -> Self {
        Self {
            place: Place::File,
            message,
        }
    }

    pub(super) fn line(line: u64, message: Phrase) -> Self {
        Self {
            place: Place::Line(line),
            message,
        }
    }
}

/// Where in a file something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A cell of a workbook.
    Cell {
        /// Name of the worksheet.
        sheet: String,
        /// Column letters and row number, e.g. `F12`.
        cell: String,
    },
    /// A line of a text file, counted from 1.
    Line(u64),
}

impl Place {
    /// `sheet1!F12`, the number of the line, or nothing for the whole file.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::File => None,
            Self::Cell { sheet, cell } => Some(format!("{sheet}!{cell}")),
            Self::Line(line) => Some(line.to_string()),
        }
    }
}

/// How far the reading is; said before each file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Files read.
    pub done: usize,
    /// Files to read.
    pub total: usize,
    /// The file that comes next.
    pub path: PathBuf,
}

/// Hears of each step, and may stop the reading.
pub type Listener<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// Why nothing could be gathered at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntakeError {
    /// The listener stopped it.
    Cancelled,
    /// The folders hold no file that could be read.
    NothingToRead {
        /// The first path of the order, when there is one.
        path: Option<PathBuf>,
    },
}

impl IntakeError {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Cancelled => phrase("intake-cancelled"),
            Self::NothingToRead { path } => {
                phrase("intake-nothing-to-read").with("path", path.as_deref().map(shown).unwrap_or_default())
            }
        }
    }
}

/// A path as it may be shown on a terminal.
pub(super) fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

/// The name of a file without its folders, as it may be shown and kept.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| shown(path), |name| printable(&name.to_string_lossy()))
}

impl From<IntakeError> for Failure {
    fn from(error: IntakeError) -> Self {
        Self::new(Exit::Refused, error.phrase())
    }
}
