//! What the screens ask of the rest of the program, and what they get to show.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::charts::ChartsWritten;
use crate::book::{Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::office::StaffCode;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::report::blank::BlankOrder;
use crate::report::blank_survey::SurveySheetOrder;
use crate::report::chart::{Format, Kind};
use crate::report::finding::{
    BoardFinding, CheckFinding, Comparisons, DocumentsFinding, EffectFinding, ImportFinding, IssuesFinding,
    LinkageFinding, MetersFinding, PlanFinding, Summary,
};
use crate::worktime::Wave;

/// Everything the screens show of one book.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The book's file.
    pub path: PathBuf,
    /// Everything that the book holds.
    pub holdings: Arc<Holdings>,
    /// Where the time went, wave by wave.
    pub summary: Summary,
    /// Everything about effects.
    pub effect: EffectFinding,
    /// Quality of the sheets and integrity of the book.
    pub check: CheckFinding,
    /// ムリ・ムダ・ムラ, wave by wave.
    pub meters: MetersFinding,
    /// Planned against done.
    pub plan: PlanFinding,
    /// Challenges, from the survey to the committee.
    pub issues: IssuesFinding,
    /// How much paper and re-entry went away.
    pub documents: DocumentsFinding,
    /// What sending slips as data saves.
    pub linkage: LinkageFinding,
    /// The day on which the book was read.
    pub today: NaiveDate,
    /// The boards of the planned surveys, in order of wave.
    pub boards: Vec<BoardFinding>,
    /// What undo would take back, in words.
    pub can_undo: Option<String>,
    /// What redo would do again, in words.
    pub can_redo: Option<String>,
}

impl Shown {
    /// The first survey against the last; `None` with fewer than two.
    pub fn comparisons(&self) -> Option<&Comparisons> {
        self.effect.results.last()
    }
}

/// How far a long piece of work has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: usize,
    /// All steps; 0 while nobody knows.
    pub total: usize,
    /// The file or part at work.
    pub at: String,
}

/// Told of progress; answers whether to go on.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// The desk of the office: opens, fills and prints books. It lives on the worker thread.
pub trait Desk: Send {
    /// Books used lately, the latest first.
    fn recent(&self) -> Vec<PathBuf>;

    /// Opens a book.
    fn open(&mut self, path: &Path) -> Result<Shown, Failure>;

    /// Makes a book and opens it; never overwrites a file.
    fn create(&mut self, path: &Path, office_name: &str) -> Result<Shown, Failure>;

    /// Makes the sample office, or finds it where it was made before, and opens it.
    fn demo(&mut self) -> Result<Shown, Failure>;

    /// Reads files or folders into the open book, wholly or not at all. Without a wave the folder or the file names it; without a
    /// year the file names it; `staff` is whose work it is where the file names nobody. After a `Break` the book stays as it was and the answer is [`cancelled`].
    fn import(
        &mut self,
        paths: &[PathBuf],
        wave: Option<Wave>,
        year: Option<i32>,
        staff: Option<StaffCode>,
        progress: OnProgress<'_>,
    ) -> Result<(ImportFinding, Shown), Failure>;

    /// Does work for a survey: reads files with or without names, prints reminders, empty sheets and the list of codes.
    fn survey(&mut self, work: SurveyWork, progress: OnProgress<'_>) -> Result<Outcome, Failure>;

    /// Writes the workbook of the open book and answers its path; a file of that name is replaced (the person was asked). After a
    /// `Break` no file is left behind and the answer is [`cancelled`].
    fn export(&mut self, path: &Path, with_staff: bool, progress: OnProgress<'_>) -> Result<PathBuf, Failure>;

    /// Draws charts of the open book into a folder, each whole or not at all; files of the same names are replaced (the person
    /// was asked). After a `Break` no file is left behind and the answer is [`cancelled`].
    fn charts(
        &mut self,
        folder: &Path,
        kind: Option<Kind>,
        format: Format,
        progress: OnProgress<'_>,
    ) -> Result<ChartsWritten, Failure>;

    /// Writes what a person did on the screens, wholly or not at all, and shows the book as it is then.
    fn apply(&mut self, occasion: Occasion, changes: Vec<Change>) -> Result<Shown, Failure>;

    /// Writes what a person did without looking at the book again: for keys that must be answered at once.
    fn note(&mut self, occasion: Occasion, changes: Vec<Change>) -> Result<(), Failure>;

    /// Takes the last change back; answers what it was, or `None` when there is nothing to take back.
    fn undo(&mut self) -> Result<(Option<String>, Shown), Failure>;

    /// Does again what was taken back last; answers what it was, or `None` when there is nothing.
    fn redo(&mut self) -> Result<(Option<String>, Shown), Failure>;
}

/// Work for a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SurveyWork {
    /// Reads files after a person has said what becomes of staff IDs that look like names.
    Import {
        /// Files or folders.
        paths: Vec<PathBuf>,
        /// The wave; `None` to find it in the folder or file.
        wave: Option<Wave>,
        /// The year; `None` to find it in the file.
        year: Option<i32>,
        /// Whose work it is where the file names nobody.
        staff: Option<StaffCode>,
        /// The file of codes that are put in the place of names; `None` to take the names as they are.
        key_file: Option<PathBuf>,
    },
    /// Writes the list of sheets that are owed.
    Reminders {
        /// Of which survey.
        wave: Wave,
        /// The file to write.
        path: PathBuf,
    },
    /// Writes empty sheets.
    Blank(BlankOrder),
    /// Writes the list of task codes for the wall.
    CodeList(PathBuf),
    /// Writes survey sheets to hand out.
    SurveySheets(SurveySheetOrder),
}

/// The answer to work that a person has stopped.
pub fn cancelled() -> Failure {
    Failure::new(Exit::Refused, phrase("screens-cancelled"))
}

/// A piece of work for the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// Opens a book.
    Open(PathBuf),
    /// Makes a book.
    Create {
        /// The new file.
        path: PathBuf,
        /// Name of the office.
        office: String,
    },
    /// Makes or opens the sample office.
    Demo,
    /// Reads files or folders.
    Import {
        /// Files or folders.
        paths: Vec<PathBuf>,
        /// The wave; `None` to find it in the folder or file.
        wave: Option<Wave>,
        /// The year; `None` to find it in the file.
        year: Option<i32>,
        /// Whose work it is where the file names nobody.
        staff: Option<StaffCode>,
    },
    /// Does work for a survey.
    Survey(SurveyWork),
    /// Writes the workbook.
    Export {
        /// The file to write.
        path: PathBuf,
        /// Whether people appear one by one (as codes).
        with_staff: bool,
    },
    /// Writes charts.
    Charts {
        /// The folder.
        folder: PathBuf,
        /// The kind; `None` for all.
        kind: Option<Kind>,
        /// How they are written.
        format: Format,
    },
    /// Writes what a person did on the screens.
    Apply(Occasion, Vec<Change>),
    /// Writes what a person did without looking at the book again; no page tells of it.
    Note(Occasion, Vec<Change>),
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
}

/// What became of a [`Job`].
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A book is open.
    Opened(Box<Shown>),
    /// Files were read, or refused.
    Imported(Box<ImportFinding>, Box<Shown>),
    /// The workbook was written.
    Exported(PathBuf),
    /// Charts were written.
    Charted(ChartsWritten),
    /// The last change was taken back; `None` when there was none.
    Undone(Option<String>, Box<Shown>),
    /// A change was done again; `None` when there was none.
    Redone(Option<String>, Box<Shown>),
    /// What a person did on the screens was written.
    Applied(Box<Shown>),
    /// It was written, and the book was not looked at again.
    Noted,
    /// It could not be written; the screens must look at the book again before they go on.
    NotNoted(Failure),
    /// It could not be done.
    Failed(Failure),
}

impl Job {
    /// Whether a person can stop it half-way.
    pub fn can_stop(&self) -> bool {
        matches!(
            self,
            Self::Import { .. } | Self::Survey(SurveyWork::Import { .. }) | Self::Export { .. } | Self::Charts { .. }
        )
    }

    /// Does the work at the desk.
    pub fn run(self, desk: &mut dyn Desk, progress: OnProgress<'_>) -> Outcome {
        let opened = |shown| Outcome::Opened(Box::new(shown));
        let result = match self {
            Self::Open(path) => desk.open(&path).map(opened),
            Self::Create { path, office } => desk.create(&path, &office).map(opened),
            Self::Demo => desk.demo().map(opened),
            Self::Import {
                paths,
                wave,
                year,
                staff,
            } => desk
                .import(&paths, wave, year, staff, progress)
                .map(|(finding, shown)| Outcome::Imported(Box::new(finding), Box::new(shown))),
            Self::Survey(work) => desk.survey(work, progress),
            Self::Export { path, with_staff } => desk.export(&path, with_staff, progress).map(Outcome::Exported),
            Self::Charts { folder, kind, format } => desk.charts(&folder, kind, format, progress).map(Outcome::Charted),
            Self::Apply(occasion, changes) => desk
                .apply(occasion, changes)
                .map(|shown| Outcome::Applied(Box::new(shown))),
            Self::Note(occasion, changes) => {
                return desk
                    .note(occasion, changes)
                    .map_or_else(Outcome::NotNoted, |()| Outcome::Noted);
            }
            Self::Undo => desk.undo().map(|(what, shown)| Outcome::Undone(what, Box::new(shown))),
            Self::Redo => desk.redo().map(|(what, shown)| Outcome::Redone(what, Box::new(shown))),
        };
        result.unwrap_or_else(Outcome::Failed)
    }
}
