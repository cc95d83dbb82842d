//! Keying in a sheet (調査票の入力) or a timetable (業務表): what the editor remembers, and what its keys do.
//!
//! [`open_at`], [`open_plan`] and [`begin`] are the ways in. Nothing reaches the book before it is saved, and what is saved can
//! be undone like any other act.

mod asides;
mod expected;
mod heading;
mod keys;
mod save;

use std::sync::Arc;

pub use expected::Expected;
pub use heading::{Ask, HeadField, Heading};
pub use keys::{edit, obey, paste, preview, quit_asks};
pub use save::applied;

use super::input::Input;
use super::model::{Context, Layer, Model};
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::worktime::keying::{BlockFault, Draft, Frame, Header};
use crate::worktime::{Sheet, SheetKey, Wave};

/// What is keyed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// What was done (調査票).
    Actual,
    /// What should be (業務表).
    Plan,
}

/// How the slots are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// One line a slot.
    Lines,
    /// Rows tasks, columns slots, as on the paper.
    Grid,
}

/// Something laid over the slots.
#[derive(Debug, Clone, PartialEq)]
pub enum Aside {
    /// A sheet to copy from is chosen; the chosen row.
    Copying(usize),
    /// Asks before unsaved work is thrown away; whether the program ends then.
    Leaving(bool),
    /// Asks before the sheet is taken out of the book.
    Removing,
    /// It was saved; the sheets that may come next, and the chosen row. The row behind the last leads back.
    Saved(Vec<Expected>, usize),
    /// A pasted block had faults; the row that is read.
    Faults(Vec<BlockFault>, usize),
}

/// What is being written to the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// The sheet; whether the editor closes then, and whether the program ends too.
    Sheet {
        /// The editor closes.
        leave: bool,
        /// The program ends.
        quit: bool,
    },
    /// Its removal.
    Removal,
}

/// A sheet that is being keyed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    /// What is keyed in.
    pub kind: SheetKind,
    /// The sheet in the making.
    pub draft: Draft,
    /// Its key in the book; `None` while it is not there.
    pub in_book: Option<SheetKey>,
    /// The slot that is keyed; `None` behind the last.
    pub at: Option<u16>,
    /// The line that is typed.
    pub entry: Input,
    /// How the slots are shown.
    pub mode: Mode,
    /// Why the last entry could not be taken.
    pub fault: Option<Phrase>,
    /// What lies over the slots.
    pub aside: Option<Aside>,
    saving: Option<Saving>,
    kept: Draft,
    past: Vec<(Draft, Option<u16>)>,
    future: Vec<(Draft, Option<u16>)>,
}

impl Editor {
    fn new(kind: SheetKind, draft: Draft, in_book: Option<SheetKey>) -> Self {
        let frame = draft.frame();
        Self {
            kind,
            kept: draft.clone(),
            at: frame.starts().first().copied(),
            draft,
            in_book,
            entry: Input::default(),
            mode: Mode::Lines,
            fault: None,
            aside: None,
            saving: None,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// Whether something would be lost by leaving.
    pub fn is_unsaved(&self) -> bool {
        self.draft != self.kept
    }

    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match &self.aside {
            None => Context::Keying,
            Some(Aside::Copying(_)) => Context::KeyingCopy,
            Some(Aside::Leaving(_)) => Context::KeyingLeave,
            Some(Aside::Removing) => Context::KeyingRemove,
            Some(Aside::Saved(..)) => Context::KeyingSaved,
            Some(Aside::Faults(..)) => Context::KeyingFaults,
        }
    }

    /// Takes the draft as it is after an entry; the one before can be taken up again.
    fn change(&mut self, draft: Draft, at: Option<u16>) {
        if draft != self.draft {
            let before = std::mem::replace(&mut self.draft, draft);
            self.past.push((before, self.at));
            self.future.clear();
        }
        self.at = at;
        self.fault = None;
    }

    /// Sheets that can be copied from: the same person's nearest days first, then others of the same hours.
    pub fn sources<'a>(&self, holdings: &'a Holdings) -> Vec<&'a (Wave, Sheet)> {
        let header = self.draft.header();
        let plans: &[(Wave, Sheet)] = match self.kind {
            SheetKind::Actual => &[],
            SheetKind::Plan => &holdings.plans,
        };
        let mut sources: Vec<(usize, &(Wave, Sheet))> = plans
            .iter()
            .map(|source| (0, source))
            .chain(holdings.sheets.iter().map(|source| (1, source)))
            .filter(|(table, (wave, sheet))| {
                let own = *table == usize::from(self.kind == SheetKind::Actual);
                let is_this = own && Some(&sheet.key(*wave)) == self.in_book.as_ref();
                !is_this && sheet.slot_minutes == self.draft.slot_minutes() && !sheet.cells.is_empty()
            })
            .collect();
        sources.sort_by_key(|(table, (wave, sheet))| {
            (
                *table,
                sheet.staff != header.staff,
                sheet.span() != header.span(),
                *wave != header.wave,
                sheet.date.signed_duration_since(header.date).num_days().abs(),
                sheet.staff.clone(),
            )
        });
        sources.into_iter().map(|(_, source)| source).collect()
    }
}

/// What the open book holds.
fn holdings_of(model: &Model) -> Option<Arc<Holdings>> {
    model.shown.as_ref().map(|shown| Arc::clone(&shown.holdings))
}

/// Opens a sheet of the book at a slot; without one at the first that is empty or does not add up.
pub fn open_at(model: &mut Model, key: &SheetKey, at: Option<u16>) {
    open(model, SheetKind::Actual, key, at);
}

/// Opens a timetable of the book.
pub fn open_plan(model: &mut Model, key: &SheetKey) {
    open(model, SheetKind::Plan, key, None);
}

fn open(model: &mut Model, kind: SheetKind, key: &SheetKey, at: Option<u16>) {
    let Some(holdings) = holdings_of(model) else { return };
    let sheet = match kind {
        SheetKind::Actual => holdings.sheet(key),
        SheetKind::Plan => holdings.plan(key),
    };
    let Some(sheet) = sheet else {
        model.notice = Some(phrase("keying-no-such-sheet"));
        return;
    };
    let draft = Draft::of_sheet(key.wave, sheet);
    let frame = draft.frame();
    let mut editor = Editor::new(kind, draft, Some(key.clone()));
    let slot = at.and_then(|at| frame.starts().iter().copied().rev().find(|start| *start <= at));
    editor.at = slot.or_else(|| editor.draft.next_gap(None)).or(editor.at);
    model.layers.push(Layer::Editor(Box::new(editor)));
}

/// Asks for the head of a new sheet or timetable, filled in with what is expected next.
pub fn begin(model: &mut Model, kind: SheetKind) {
    let Some(holdings) = holdings_of(model) else { return };
    let wave = model.wave().and_then(|wave| Wave::parse(&wave.id));
    let expected = expected::first(&holdings, kind, wave);
    begin_with(model, kind, expected.as_ref());
}

/// Asks for the head of a new sheet or timetable of one person's one day.
pub fn begin_with(model: &mut Model, kind: SheetKind, expected: Option<&Expected>) {
    let Some(holdings) = holdings_of(model) else { return };
    let wave = model.wave().and_then(|wave| Wave::parse(&wave.id));
    let heading = Heading::of_expected(kind, expected, wave, &holdings);
    model.layers.push(Layer::Heading(Box::new(heading)));
}

/// Opens the sheet that is chosen in the list of sheets, at its first problem.
pub fn open_chosen(model: &mut Model) {
    let Some(holdings) = holdings_of(model) else { return };
    let Some(chosen) = model.sheets().get(model.time.row).map(|sheet| (*sheet).clone()) else {
        return;
    };
    let Some(wave) = Wave::parse(&chosen.wave) else { return };
    let is_chosen = |(of, sheet): &&(Wave, Sheet)| {
        let minutes = (sheet.filled().0, sheet.unfilled().0);
        *of == wave
            && sheet.staff.as_str() == chosen.staff
            && sheet.date == chosen.date
            && minutes == (chosen.minutes, chosen.unfilled)
    };
    if let Some((_, sheet)) = holdings.sheets.iter().find(is_chosen) {
        let at = first_problem(&holdings, wave, sheet);
        open_at(model, &sheet.key(wave), at);
    }
}

/// The place of the costliest problem of a sheet that has a place.
fn first_problem(holdings: &Holdings, wave: Wave, sheet: &Sheet) -> Option<u16> {
    let siblings = holdings
        .sheets
        .iter()
        .filter(|(of, other)| *of == wave && other.staff == sheet.staff);
    let given: Vec<(Wave, &Sheet)> = siblings.map(|(of, other)| (*of, other)).collect();
    let index = given.iter().position(|(_, other)| *other == sheet)?;
    let qualities = crate::worktime::assess(&given, &holdings.founding.task_list);
    qualities.get(index)?.problems.iter().find_map(|problem| problem.at)
}

/// Starts keying under a head that is complete.
fn start(model: &mut Model, kind: SheetKind, header: Header) {
    let Some(holdings) = holdings_of(model) else { return };
    let draft = Draft::new(header, holdings.founding.slot_minutes);
    model
        .layers
        .push(Layer::Editor(Box::new(Editor::new(kind, draft, None))));
}

/// The slot after or before one, `None` being behind the last.
fn stepped(frame: &Frame, at: Option<u16>, steps: isize) -> Option<u16> {
    let starts = frame.starts();
    let place = at.and_then(|at| frame.place(at)).unwrap_or(starts.len());
    starts.get(place.saturating_add_signed(steps)).copied()
}
