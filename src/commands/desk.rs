//! The desk behind the screens: books, files and reports.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::import::{How, Names};
use super::results::Reading;
use super::{Context, blank, chart, demo, export, import, new, recent, survey};
use crate::book::{Act, ActId, ActState, Book, Change, Integrity, Occasion};
use crate::clock::Clock;
use crate::failure::{Exit, Failure};
use crate::intake::{Foreign, Order};
use crate::office::{Office, StaffCode};
use crate::phrase::phrase;
use crate::report;
use crate::report::Holdings;
use crate::report::blank::BlankOrder;
use crate::report::blank_survey::SurveySheetOrder;
use crate::report::chart::{Format, Kind, Look};
use crate::report::finding::{EffectFinding, ImportFinding, IssuesFinding};
use crate::screens::charts::ChartsWritten;
use crate::screens::desk::{Desk, OnProgress, Outcome, Progress, Shown, SurveyWork, cancelled};
use crate::text::Text;
use crate::worktime::Wave;

/// The office's desk; it lives on the worker thread of the screens.
pub(super) struct OfficeDesk {
    text: Text,
    clock: Clock,
    home: Option<PathBuf>,
    folder: PathBuf,
    book: Option<Book>,
    /// The last act of the book when it was shown.
    seen: Option<ActId>,
    /// The test of the whole book when it was opened. It takes seconds for a year of a large office, and what is written
    /// here since is written by the same rules.
    integrity: Option<Integrity>,
    last: Option<Found>,
}

/// What was found when the book was shown last: what takes long is not found out again where nothing changed it.
struct Found {
    holdings: Arc<Holdings>,
    effect: EffectFinding,
    issues: IssuesFinding,
}

impl OfficeDesk {
    pub(super) fn new(context: &Context) -> Self {
        Self {
            text: Text::new(context.text.lang()),
            clock: context.clock,
            home: context.setting.home.clone(),
            folder: context.setting.folder.clone(),
            book: None,
            seen: None,
            integrity: None,
            last: None,
        }
    }

    fn book(&mut self) -> Result<&mut Book, Failure> {
        self.book
            .as_mut()
            .ok_or_else(|| Failure::new(Exit::Book, phrase("book-none")))
    }

    fn take(&mut self, book: Book) -> Result<Shown, Failure> {
        recent::remember(self.home.as_deref(), book.path());
        self.integrity = Some(book.check()?);
        self.book = Some(book);
        self.show()
    }

    fn show(&mut self) -> Result<Shown, Failure> {
        let none = || Failure::new(Exit::Book, phrase("book-none"));
        let book = self.book.as_ref().ok_or_else(none)?;
        let acts = book.history()?;
        let shown = self.shown(book, &acts)?;
        self.seen = acts.last().map(|act| act.id);
        self.last = Some(Found {
            holdings: Arc::clone(&shown.holdings),
            effect: shown.effect.clone(),
            issues: shown.issues.clone(),
        });
        Ok(shown)
    }

    /// Refuses to take back or do again what the person has not seen: somebody else may have written to the book.
    fn refuse_unseen(&mut self) -> Result<(), Failure> {
        let last = self.book()?.history()?.last().map(|act| act.id);
        if last == self.seen {
            Ok(())
        } else {
            Err(Failure::new(Exit::Refused, phrase("book-changed-outside")))
        }
    }

    fn shown(&self, book: &Book, acts: &[Act]) -> Result<Shown, Failure> {
        let reading = Reading::of(book)?;
        let of_a_person = |act: &&Act| act.occasion.is_of_a_person();
        let last_done = acts
            .iter()
            .rev()
            .filter(of_a_person)
            .find(|act| act.state == ActState::Done);
        let first_undone = acts
            .iter()
            .filter(of_a_person)
            .find(|act| act.state == ActState::Undone);
        let said = |act: Option<&Act>| act.map(|act| self.text.say(&act.occasion.phrase()));
        let today = self.clock.now().date_naive();
        let effect = self.effect(&reading, today)?;
        let documents = report::documents(&reading, &effect.results, &self.text)?;
        Ok(Shown {
            path: book.path().to_owned(),
            holdings: Arc::clone(&reading.0),
            summary: reading.summary(&self.text)?,
            effect,
            meters: crate::report::meters(&reading, &self.text),
            check: match &self.integrity {
                Some(integrity) => reading.check_with(integrity, &self.text),
                None => reading.check(book, &self.text)?,
            },
            plan: crate::report::plan(&reading, &self.text),
            issues: match &self.last {
                Some(last) => report::issues_since((&last.holdings, &last.issues), &reading, today, &self.text),
                None => report::issues(&reading, today, &self.text),
            },
            boards: report::boards(&reading, today, &self.text),
            documents,
            linkage: report::linkage(&reading, &self.text),
            today,
            can_undo: said(last_done),
            can_redo: said(first_undone),
        })
    }

    /// Everything about effects; the comparisons as they were shown where the figures and what they are measured with are the same.
    fn effect(&self, reading: &Reading, today: NaiveDate) -> Result<EffectFinding, Failure> {
        let same = |last: &&Found| {
            let (earlier, now) = (&last.holdings, &reading.0);
            (&earlier.sheets, &earlier.founding, &earlier.lists, &earlier.catalog)
                == (&now.sheets, &now.founding, &now.lists, &now.catalog)
                && (&earlier.effects, &earlier.firsts) == (&now.effects, &now.firsts)
        };
        let results = match self.last.as_ref().filter(same) {
            Some(last) => last.effect.results.clone(),
            None => reading.all_comparisons(&self.text)?,
        };
        Ok(report::effect(reading, results, today, &self.text)?)
    }

    fn take_files(
        &mut self,
        paths: &[PathBuf],
        (wave, year, staff): (Option<Wave>, Option<i32>, Option<StaffCode>),
        names: Names<'_>,
        progress: OnProgress<'_>,
    ) -> Result<(ImportFinding, Shown), Failure> {
        let now = self.clock.now();
        let order = Order {
            paths,
            wave,
            year,
            kind: None,
            keep_going: false,
            replace: false,
            foreign: &Foreign {
                staff,
                offset: *now.offset(),
                ..Foreign::default()
            },
        };
        let text = Text::new(self.text.lang());
        let step = &mut |step: crate::intake::Progress| {
            progress(Progress {
                done: step.done,
                total: step.total,
                at: super::book::file_name(&step.path),
            })
        };
        let how = How { names, dry_run: false };
        let finding = import::into_book(self.book()?, &order, how, now, &text, step)?;
        Ok((finding, self.show()?))
    }

    fn reminders(&mut self, wave: Wave, path: PathBuf) -> Result<PathBuf, Failure> {
        let holdings = Reading::of(self.book()?)?;
        survey::save_reminders(&holdings, wave, &path, self.clock.now(), &self.text)?;
        Ok(path)
    }

    fn blank(&mut self, order: &BlankOrder) -> Result<PathBuf, Failure> {
        let holdings = Reading::of(self.book()?)?;
        blank::save_forms(&holdings, order)?;
        Ok(order.out.clone())
    }

    fn survey_sheets(&mut self, order: &SurveySheetOrder) -> Result<PathBuf, Failure> {
        let holdings = Reading::of(self.book()?)?;
        blank::save_survey_sheets(&holdings, order, &self.text)?;
        Ok(order.out.clone())
    }

    fn code_list(&mut self, path: PathBuf) -> Result<PathBuf, Failure> {
        let holdings = Reading::of(self.book()?)?;
        blank::save_codes(&holdings, &path, &self.text)?;
        Ok(path)
    }

    fn told(&mut self, act: Option<Act>) -> Result<(Option<String>, Shown), Failure> {
        Ok((act.map(|act| self.text.say(&act.occasion.phrase())), self.show()?))
    }
}

impl Desk for OfficeDesk {
    fn recent(&self) -> Vec<PathBuf> {
        recent::books(self.home.as_deref())
    }

    fn open(&mut self, path: &Path) -> Result<Shown, Failure> {
        let book = Book::open(path)?;
        self.take(book)
    }

    fn create(&mut self, path: &Path, office_name: &str) -> Result<Shown, Failure> {
        let path = new::with_ending(path);
        let catalog = super::book::catalog(&path)?;
        let office = Office {
            name: office_name.trim().to_owned(),
            ..Office::default()
        };
        let book = new::found(&path, new::usual(office, &catalog), self.clock.now())?;
        self.take(book)
    }

    fn demo(&mut self) -> Result<Shown, Failure> {
        let book = demo::prepared(&self.folder.join(demo::FOLDER), self.clock.now(), &self.text)?;
        self.take(book)
    }

    fn import(
        &mut self,
        paths: &[PathBuf],
        wave: Option<Wave>,
        year: Option<i32>,
        staff: Option<StaffCode>,
        progress: OnProgress<'_>,
    ) -> Result<(ImportFinding, Shown), Failure> {
        self.take_files(paths, (wave, year, staff), Names::Ask, progress)
    }

    fn survey(&mut self, work: SurveyWork, progress: OnProgress<'_>) -> Result<Outcome, Failure> {
        let written = match work {
            SurveyWork::Import {
                paths,
                wave,
                year,
                staff,
                key_file,
            } => {
                let names = key_file.as_deref().map_or(Names::Keep, Names::Code);
                let (finding, shown) = self.take_files(&paths, (wave, year, staff), names, progress)?;
                return Ok(Outcome::Imported(Box::new(finding), Box::new(shown)));
            }
            SurveyWork::Reminders { wave, path } => self.reminders(wave, path)?,
            SurveyWork::Blank(order) => self.blank(&order)?,
            SurveyWork::CodeList(path) => self.code_list(path)?,
            SurveyWork::SurveySheets(order) => self.survey_sheets(&order)?,
        };
        Ok(Outcome::Exported(written))
    }

    fn export(&mut self, path: &Path, with_staff: bool, progress: OnProgress<'_>) -> Result<PathBuf, Failure> {
        let step = Progress {
            done: 0,
            total: 1,
            at: super::book::file_name(path),
        };
        if progress(step) == ControlFlow::Break(()) {
            return Err(cancelled());
        }
        let now = self.clock.now();
        let text = Text::new(self.text.lang());
        export::workbook(self.book()?, path, with_staff, now, &text)?;
        Ok(path.to_owned())
    }

    fn charts(
        &mut self,
        folder: &Path,
        kind: Option<Kind>,
        format: Format,
        progress: OnProgress<'_>,
    ) -> Result<ChartsWritten, Failure> {
        let text = Text::new(self.text.lang());
        let reading = Reading::of(self.book()?)?;
        let mut stopped = false;
        let written = chart::write_all(
            (&reading, self.clock.now().date_naive()),
            folder,
            kind,
            (Look::default(), format),
            &text,
            &mut |done, total, at| {
                let step = Progress {
                    done,
                    total,
                    at: at.to_owned(),
                };
                stopped = progress(step) == ControlFlow::Break(());
                !stopped
            },
        )?;
        if stopped {
            return Err(cancelled());
        }
        chart::counted(folder, written)
    }

    fn apply(&mut self, occasion: Occasion, changes: Vec<Change>) -> Result<Shown, Failure> {
        let now = self.clock.now();
        self.book()?.apply(occasion, changes, now)?;
        self.show()
    }

    fn note(&mut self, occasion: Occasion, changes: Vec<Change>) -> Result<(), Failure> {
        let now = self.clock.now();
        let act = self.book()?.apply(occasion, changes, now)?;
        self.seen = act.or(self.seen);
        Ok(())
    }

    fn undo(&mut self) -> Result<(Option<String>, Shown), Failure> {
        let now = self.clock.now();
        self.refuse_unseen()?;
        let act = self.book()?.undo(now)?;
        self.told(act)
    }

    fn redo(&mut self) -> Result<(Option<String>, Shown), Failure> {
        let now = self.clock.now();
        self.refuse_unseen()?;
        let act = self.book()?.redo(now)?;
        self.told(act)
    }
}
