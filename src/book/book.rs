//! The book: one door in, and what is read from it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::de::DeserializeOwned;

use super::act::{Act, ActId, ActState, Occasion};
use super::change::{Change, FileRead, Founding};
use super::conflict::{Conflict, examine};
use super::error::{BookError, BookFault};
use super::file::{self, Manner};
use super::firsts::{self, Firsts};
use super::integrity::{self, Integrity};
use super::line::Line;
use super::records::kind;
use super::{journal, lists, records, tables};
use crate::clock::Moment;
use crate::documents::Documents;
use crate::effect::Effects;
use crate::issues::Issues;
use crate::worktime::{
    Acceptance, ListHistory, MeterSettings, Scenario, Sheet, SheetKey, Survey, TaskCode, Timing, Wave,
};

/// The one file that holds everything of one office (台帳).
///
/// Reading needs no permission to write: a book on a write-protected stick opens, and only writing to it fails.
#[derive(Debug)]
pub struct Book {
    connection: Connection,
    path: PathBuf,
    founding: Founding,
    lists: ListHistory,
    steps: &'static [&'static str],
}

impl Book {
    /// Makes a new book; the file is whole or not there at all, and nothing is overwritten.
    pub fn create(path: &Path, founding: Founding, now: Moment) -> Result<Self, BookError> {
        file::create(path, Manner::default(), |connection| found(connection, founding, now))
            .map_err(|fault| fault.at(path))?;
        Self::open(path)
    }

    /// Opens a book; one of an older version is copied to `NAME.yutori.v1-backup` (its version) and brought up to date.
    pub fn open(path: &Path) -> Result<Self, BookError> {
        Self::open_as(path, Manner::default())
    }

    pub(super) fn open_as(path: &Path, manner: Manner) -> Result<Self, BookError> {
        let open = || {
            let connection = file::open(path, manner)?;
            let founding = tables::founding(&connection)?;
            let lists = lists::history(&connection)?;
            Ok(Self {
                connection,
                path: path.to_owned(),
                founding,
                lists,
                steps: manner.steps,
            })
        };
        open().map_err(|fault: BookFault| fault.at(path))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the book was founded with; office and task list as they were when the book was opened or last written by us.
    pub fn founding(&self) -> &Founding {
        &self.founding
    }

    /// Writes what happened: all changes in one transaction, or none of them.
    ///
    /// `None` when there are no changes: nothing is written then.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what happened is handed over, so that nobody writes it twice"
    )]
    pub fn apply(&mut self, occasion: Occasion, changes: Vec<Change>, now: Moment) -> Result<Option<ActId>, BookError> {
        if changes.is_empty() {
            return Ok(None);
        }
        let fits = if occasion.is_of_a_person() {
            changes.iter().try_for_each(|change| self.examine(change))
        } else {
            Err(Conflict::ReservedOccasion)
        };
        fits.map_err(|conflict| BookFault::from(conflict).at(&self.path))?;
        self.write(|transaction| {
            let done = act(transaction, now, &occasion, &changes)?;
            // A box may lead to one that comes later in the same act.
            if changes.iter().any(|change| matches!(change, Change::CauseKept { .. }))
                && let Some(fault) = records::cause_fault(transaction)?
            {
                return Err(Conflict::CauseMapUnsound(fault).into());
            }
            if changes.iter().any(Change::is_of_documents)
                && let Some(fault) = records::documents(transaction)?.fault()
            {
                return Err(Conflict::LedgerUnsound(fault).into());
            }
            Ok(Some(done))
        })
    }

    /// Takes back the latest act that holds, and returns it; `None` when there is none. The founding stays.
    pub fn undo(&mut self, now: Moment) -> Result<Option<Act>, BookError> {
        self.turn(now, Line::to_undo, Occasion::Undone, ActState::Undone, |changes| {
            // Only the founding has no inverse, and the line never offers it.
            changes.iter().rev().filter_map(Change::inverse).collect()
        })
    }

    /// Does the act again that was taken back last, and returns it; `None` when there is none.
    pub fn redo(&mut self, now: Moment) -> Result<Option<Act>, BookError> {
        self.turn(now, Line::to_redo, Occasion::Redone, ActState::Done, |changes| changes)
    }

    fn turn(
        &mut self,
        now: Moment,
        next: impl FnOnce(&Line) -> Option<ActId>,
        occasion: impl FnOnce(ActId) -> Occasion,
        state: ActState,
        turned: impl FnOnce(Vec<Change>) -> Vec<Change>,
    ) -> Result<Option<Act>, BookError> {
        self.write(|transaction| {
            let (acts, line) = journal::acts(transaction)?;
            let found = next(&line).and_then(|id| acts.into_iter().find(|act| act.id == id));
            let Some(turning) = found else {
                return Ok(None);
            };
            let changes = turned(journal::changes(transaction, turning.id)?);
            act(transaction, now, &occasion(turning.id), &changes)?;
            Ok(Some(Act { state, ..turning }))
        })
    }

    /// All acts, newest last.
    pub fn history(&self) -> Result<Vec<Act>, BookError> {
        self.read(|connection| journal::acts(connection).map(|(acts, _)| acts))
    }

    /// Waves with at least one sheet, in order.
    pub fn waves(&self) -> Result<Vec<Wave>, BookError> {
        self.read(tables::waves)
    }

    /// All sheets by wave, staff, date and start.
    pub fn sheets(&self) -> Result<Vec<(Wave, Sheet)>, BookError> {
        self.read(|connection| tables::sheets(connection, None))
    }

    /// The sheets of one wave by staff, date and start.
    pub fn sheets_of(&self, wave: Wave) -> Result<Vec<Sheet>, BookError> {
        self.read(|connection| {
            let sheets = tables::sheets(connection, Some(wave))?;
            Ok(sheets.into_iter().map(|(_, sheet)| sheet).collect())
        })
    }

    /// The sheet of one shift.
    pub fn sheet(&self, key: &SheetKey) -> Result<Option<Sheet>, BookError> {
        self.read(|connection| tables::sheet_with(connection, key))
    }

    /// The task lists that the book has used, in order.
    pub fn lists(&self) -> &ListHistory {
        &self.lists
    }

    /// Timetables of how shifts should be (業務表), by wave, name, date and start.
    pub fn plans(&self) -> Result<Vec<(Wave, Sheet)>, BookError> {
        self.records_by_wave(kind::PLAN)
    }

    /// The planned surveys, wave by wave.
    pub fn surveys(&self) -> Result<Vec<(Wave, Survey)>, BookError> {
        self.records_by_wave(kind::SURVEY)
    }

    /// Findings about sheets that were taken as they are, by wave, staff, date and start.
    pub fn acceptances(&self) -> Result<Vec<Acceptance>, BookError> {
        self.records(kind::ACCEPTANCE)
    }

    /// What was set for the meters of ムリ・ムダ・ムラ; `None` when nobody has set them.
    pub fn meter_settings(&self) -> Result<Option<MeterSettings>, BookError> {
        self.read(|connection| records::one(connection, kind::METERS, ""))
    }

    /// Scenarios by name.
    pub fn scenarios(&self) -> Result<Vec<Scenario>, BookError> {
        self.records(kind::SCENARIO)
    }

    /// Timings by wave, date, staff and observer.
    pub fn timings(&self) -> Result<Vec<Timing>, BookError> {
        self.records(kind::TIMING)
    }

    /// What words of other programs mean here.
    pub fn tags(&self) -> Result<BTreeMap<String, TaskCode>, BookError> {
        self.read(|connection| Ok(records::all(connection, kind::TAG)?.into_iter().collect()))
    }

    /// Everything about challenges, in order of their numbers.
    pub fn issues(&self) -> Result<Issues, BookError> {
        Ok(Issues {
            questionnaires: self.records(kind::QUESTIONNAIRE)?,
            responses: self.records(kind::RESPONSE)?,
            notices: self.records(kind::NOTICE)?,
            causes: self.records(kind::CAUSE)?,
            challenges: self.records(kind::CHALLENGE)?,
            measures: self.records(kind::MEASURE)?,
            meetings: self.records(kind::MEETING)?,
            judgements: self.records(kind::JUDGEMENT)?,
            columns: self.read(|connection| Ok(records::all(connection, kind::COLUMN)?.into_iter().collect()))?,
        })
    }

    /// Everything about effects.
    pub fn effects(&self) -> Result<Effects, BookError> {
        Ok(Effects {
            indicators: self.records(kind::INDICATOR)?,
            chosen: self.records(kind::CHOSEN)?,
            measurements: self.records(kind::MEASUREMENT)?,
            periods: self.records(kind::PERIOD)?,
            phases: self.records(kind::PHASE)?,
        })
    }

    /// Everything about documents.
    pub fn documents(&self) -> Result<Documents, BookError> {
        self.read(records::documents)
    }

    /// What no other book has, to be mixed into hashes of numbers that nobody is to read (ソルト): the seal of its founding.
    pub fn salt(&self) -> Result<String, BookError> {
        self.read(|connection| {
            let salt = connection.query_row("SELECT seal FROM act WHERE id = 1", [], |row| row.get(0));
            Ok(salt?)
        })
    }

    /// What the journal says of when figures and margins came into the book.
    pub fn firsts(&self) -> Result<Firsts, BookError> {
        self.read(firsts::firsts)
    }

    fn records<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<T>, BookError> {
        self.read(|connection| records::things(connection, kind))
    }

    fn records_by_wave<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<(Wave, T)>, BookError> {
        self.read(|connection| {
            let all = records::all(connection, kind)?;
            all.into_iter()
                .map(|(key, thing)| Ok((records::wave_of(&key)?, thing)))
                .collect()
        })
    }

    /// Whether a file with these bytes was read into this wave (`None`: a file that itself names waves).
    pub fn has_file(&self, fingerprint: &str, wave: Option<Wave>) -> Result<bool, BookError> {
        self.read(|connection| tables::has_file(connection, fingerprint, wave))
    }

    /// Files that count as read, in the order in which they were read.
    pub fn files(&self) -> Result<Vec<FileRead>, BookError> {
        self.read(tables::files)
    }

    /// Tests the whole book: the file, the journal, and whether replaying the journal gives exactly the tables.
    pub fn check(&self) -> Result<Integrity, BookError> {
        self.read(|connection| integrity::check(connection, self.steps))
    }

    fn examine(&self, change: &Change) -> Result<(), Conflict> {
        let (wave, sheet) = match change {
            Change::BookFounded(_) => return Err(Conflict::FoundedAlready),
            Change::SheetRecorded { wave, sheet }
            | Change::SheetReplaced { wave, after: sheet, .. }
            | Change::PlanKept {
                wave,
                after: Some(sheet),
                ..
            } => (wave, sheet),
            _ => return Ok(()),
        };
        let list = self.lists.list(sheet.list);
        let list = list.ok_or_else(|| Conflict::SheetOfUnknownList(sheet.key(*wave)))?;
        examine(sheet, list).map_err(|fault| Conflict::SheetUnsound(sheet.key(*wave), fault))
    }

    fn read<T>(&self, look: impl FnOnce(&Connection) -> Result<T, BookFault>) -> Result<T, BookError> {
        look(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    /// The only way to the tables and the journal: everything within one transaction that is undone on any error.
    fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, BookFault>) -> Result<T, BookError> {
        let write = || {
            if self.connection.is_readonly("main")? {
                return Err(BookFault::ReadOnly);
            }
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            let founding = tables::founding(&transaction)?;
            let lists = lists::history(&transaction)?;
            transaction.commit()?;
            self.founding = founding;
            self.lists = lists;
            Ok(done)
        };
        write().map_err(|fault| fault.at(&self.path))
    }
}

fn found(connection: &Connection, founding: Founding, now: Moment) -> Result<(), BookFault> {
    act(
        connection,
        now,
        &Occasion::Founded,
        &[Change::BookFounded(Box::new(founding))],
    )?;
    Ok(())
}

fn act(connection: &Connection, now: Moment, occasion: &Occasion, changes: &[Change]) -> Result<ActId, BookFault> {
    for change in changes {
        tables::project(connection, change)?;
    }
    journal::append(connection, now, occasion, changes)
}

#[cfg(test)]
impl Book {
    /// A book without a file, so that long random stories run fast.
    pub(super) fn in_memory(founding: Founding, now: Moment) -> Self {
        let connection = Connection::open_in_memory().unwrap();
        file::settle(&connection).unwrap();
        super::schema::take_steps(&connection, super::schema::STEPS).unwrap();
        found(&connection, founding.clone(), now).unwrap();
        Self {
            connection,
            path: PathBuf::new(),
            lists: ListHistory {
                first: founding.task_list.clone(),
                steps: Vec::new(),
            },
            founding,
            steps: super::schema::STEPS,
        }
    }

    /// What only a tamperer does.
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }
}
