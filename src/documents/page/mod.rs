//! The page of a ledger while it is typed (台帳の1か月の表): a line per kind of document, a column per figure.

mod block;
mod days;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use block::PageBlockFault;
pub use days::DayPage;

use super::document::DocumentId;
use super::draft::MonthDraft;
use super::field::{DraftFault, LedgerField};
use super::month::{Counted, DocumentMonth, Medium, Tally};
use super::step::LedgerStep;
use super::typed::{document_medium, ledger_count, ledger_figure};
use super::{Documents, TallyDraft};
use crate::office::{Month, fold, is_missing, printable};
use crate::phrase::{Phrase, phrase};

/// The columns of a page in their order.
pub const PAGE_COLUMNS: [LedgerField; 8] = [
    LedgerField::Medium,
    LedgerField::Pieces,
    LedgerField::Sheets,
    LedgerField::Copies,
    LedgerField::MinutesPerPiece,
    LedgerField::Reentries,
    LedgerField::MinutesPerReentry,
    LedgerField::Goal,
];

/// Of which month and kind a line is.
type Place = (Month, DocumentId);

/// What is wrong with a field of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageFault {
    /// It cannot be read, or does not go with the others.
    Draft(DraftFault),
    /// It comes from days that were counted.
    OfDays,
    /// Fewer open days than counted ones, or more than the month has.
    OpenDays,
    /// There is no line here.
    BeyondRows,
    /// There is no column here.
    BeyondColumns,
}

impl PageFault {
    /// In words, with what to try.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Draft(fault) => fault.phrase(),
            Self::OfDays => phrase("paperview-of-days"),
            Self::OpenDays => phrase("paperview-bad-open-days"),
            Self::BeyondRows => phrase("paperview-beyond-rows"),
            Self::BeyondColumns => phrase("paperview-beyond-columns"),
        }
    }
}

/// A line as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Line {
    of_month: MonthDraft,
    goal: String,
    /// What was counted day by day.
    days: Option<Counted>,
}

impl Line {
    fn text(&self, column: LedgerField) -> &str {
        match column {
            LedgerField::Goal => &self.goal,
            column => self.of_month.field(column).unwrap_or_default(),
        }
    }

    fn field(&mut self, column: LedgerField) -> Option<&mut String> {
        match column {
            LedgerField::Goal => Some(&mut self.goal),
            column => self.of_month.field_mut(column),
        }
    }

    fn is_empty(&self) -> bool {
        PAGE_COLUMNS.into_iter().all(|column| self.text(column).is_empty())
    }

    fn faults(&self, place: Place) -> Vec<DraftFault> {
        let of_month = self.of_month.read(place.1, place.0, &Documents::default());
        let of_goal = ledger_count(LedgerField::Goal, &self.goal);
        of_month.err().into_iter().flatten().chain(of_goal.err()).collect()
    }

    fn counted(&self, place: Place) -> Option<DocumentMonth> {
        let read = self.of_month.read(place.1, place.0, &Documents::default());
        let counted = read.ok().flatten()?;
        Some(match &self.days {
            Some(days) => DocumentMonth {
                counted: days.clone(),
                ..counted
            },
            None => counted,
        })
    }
}

/// Figures of documents while they are typed; nothing of it is in the book. It shows one month and remembers the others.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerPage {
    ground: Documents,
    month: Month,
    typed: BTreeMap<Place, Line>,
    kept: BTreeMap<Place, Line>,
}

impl LedgerPage {
    /// The pages of a ledger, opened at a month.
    pub fn new(documents: &Documents, month: Month) -> Self {
        let mut typed: BTreeMap<Place, Line> = BTreeMap::new();
        for it in &documents.months {
            let days = matches!(it.counted, Counted::Week { .. }).then(|| it.counted.clone());
            let line = Line {
                of_month: MonthDraft::of(it),
                goal: String::new(),
                days,
            };
            typed.insert((it.month, it.document), line);
        }
        for goal in &documents.goals {
            let line = typed.entry((goal.month, goal.document)).or_default();
            line.goal = goal.sheets.to_string();
        }
        Self {
            ground: documents.clone(),
            month,
            kept: typed.clone(),
            typed,
        }
    }

    /// How many kinds of document there are, a line for each.
    pub fn rows(&self) -> usize {
        self.ground.kinds.len()
    }

    /// The name of the kind of a line.
    pub fn name(&self, row: usize) -> Option<&str> {
        self.ground.kinds.get(row).map(|kind| kind.name.as_str())
    }

    /// The month that is shown.
    pub fn month(&self) -> Month {
        self.month
    }

    /// Shows another month.
    pub fn show(&mut self, month: Month) {
        self.month = month;
    }

    fn place(&self, row: usize) -> Option<Place> {
        self.ground.kinds.get(row).map(|kind| (self.month, kind.id))
    }

    fn at(&self, row: usize) -> Option<&Line> {
        self.typed.get(&self.place(row)?)
    }

    /// What stands in a field; nothing where the figure is missing.
    pub fn text(&self, row: usize, column: LedgerField) -> &str {
        self.at(row).map_or("", |line| line.text(column))
    }

    /// The medium of a line as it can be read.
    pub fn medium(&self, row: usize) -> Option<Medium> {
        document_medium(self.text(row, LedgerField::Medium)).ok().flatten()
    }

    /// What was counted day by day in a line; `None` where the whole month was counted, or nothing.
    pub fn days(&self, row: usize) -> Option<&Counted> {
        self.at(row).and_then(|line| line.days.as_ref())
    }

    /// Days of the month that is shown on which the office was open, as its counting weeks have it.
    pub fn open_days(&self) -> Option<u8> {
        let mut of_month = self.typed.iter().filter(|((month, _), _)| *month == self.month);
        of_month.find_map(|(_, line)| match line.days {
            Some(Counted::Week { open_days, .. }) => Some(open_days),
            _ => None,
        })
    }

    /// Whether a field comes from days that were counted.
    pub fn is_scaled(&self, row: usize, column: LedgerField) -> bool {
        let is_tally = matches!(column, LedgerField::Pieces | LedgerField::Sheets | LedgerField::Copies);
        is_tally && self.days(row).is_some()
    }

    /// Puts a text into a field; where it can be read it is spelt as the book spells figures. A field that comes from counted
    /// days stays as it is.
    pub fn set(&mut self, row: usize, column: LedgerField, written: &str) {
        if !self.is_scaled(row, column) {
            self.put(row, column, written);
        }
    }

    fn put(&mut self, row: usize, column: LedgerField, written: &str) {
        let Some(place) = self.place(row) else { return };
        let mut line = self.typed.remove(&place).unwrap_or_default();
        let text = if is_missing(written) {
            String::new()
        } else {
            respelt(column, &printable(&fold(written)))
        };
        let is_figure = !text.is_empty() && !matches!(column, LedgerField::Medium | LedgerField::Goal);
        if let Some(field) = line.field(column) {
            *field = text;
        }
        // What a blank stands for is seen before it is written.
        if is_figure && line.of_month.medium.is_empty() {
            let usual = self.ground.usual_medium(place.1, place.0);
            usual.id().clone_into(&mut line.of_month.medium);
        }
        if is_figure && line.of_month.tally.copies.is_empty() {
            "0".clone_into(&mut line.of_month.tally.copies);
        }
        if !line.is_empty() {
            self.typed.insert(place, line);
        }
    }

    /// Takes what was counted day by day; without days the whole month is to be counted again. The number of open days holds
    /// for every kind of the month.
    pub fn set_days(&mut self, row: usize, counted: Option<Counted>) {
        let Some(place) = self.place(row) else { return };
        if let Some(line) = self.typed.get_mut(&place) {
            line.days = None;
        }
        let tally = counted.as_ref().map(Counted::tally);
        let draft = tally.as_ref().map(TallyDraft::of).unwrap_or_default();
        self.put(row, LedgerField::Copies, &draft.copies);
        self.put(row, LedgerField::Pieces, &draft.pieces);
        self.put(row, LedgerField::Sheets, &draft.sheets);
        let Some(Counted::Week { open_days, .. }) = counted else {
            return;
        };
        self.typed.entry(place).or_default().days = counted;
        let others = self.typed.iter_mut().filter(|((month, _), _)| *month == place.0);
        for (_, line) in others {
            if let Some(Counted::Week { days, open_days: own }) = &mut line.days {
                *own = open_days.max(u8::try_from(days.len()).unwrap_or(u8::MAX));
                let tally: Tally = line.days.as_ref().map(Counted::tally).unwrap_or_default();
                line.of_month.tally = TallyDraft::of(&tally);
            }
        }
    }

    /// What is wrong with a field.
    pub fn fault(&self, row: usize, column: LedgerField) -> Option<PageFault> {
        let place = self.place(row)?;
        let faults = self.typed.get(&place)?.faults(place);
        faults
            .into_iter()
            .find(|fault| fault.field == column)
            .map(PageFault::Draft)
    }

    /// Lines that are not as they were.
    fn changed(&self) -> BTreeSet<Place> {
        let places = self.typed.keys().chain(self.kept.keys());
        places
            .filter(|place| self.typed.get(place) != self.kept.get(place))
            .copied()
            .collect()
    }

    /// All fields of changed lines with something wrong: month, row and column.
    pub fn faults(&self) -> Vec<(Month, usize, PageFault, LedgerField)> {
        let mut faults = Vec::new();
        for place in self.changed() {
            let row = self.ground.kinds.iter().position(|kind| kind.id == place.1);
            let of_line = self
                .typed
                .get(&place)
                .map(|line| line.faults(place))
                .unwrap_or_default();
            faults.extend(
                of_line
                    .into_iter()
                    .filter_map(|fault| Some((place.0, row?, PageFault::Draft(fault.clone()), fault.field))),
            );
        }
        faults
    }

    /// Whether something was typed that the book does not have.
    pub fn is_unsaved(&self) -> bool {
        self.typed != self.kept
    }

    /// What is typed now is what the book has.
    pub fn saved(&mut self) {
        self.kept.clone_from(&self.typed);
    }

    /// How many kinds have no sheets in the month that is shown.
    pub fn missing(&self) -> usize {
        let rows = 0..self.rows();
        rows.filter(|row| self.line(*row).and_then(|it| it.sheets()).is_none())
            .count()
    }

    /// What a line of the month that is shown says; `None` where nothing was counted or something is wrong.
    pub fn line(&self, row: usize) -> Option<DocumentMonth> {
        self.at(row)?.counted(self.place(row)?)
    }

    /// What must change so that the book holds what is typed; the first field with something wrong where there is one.
    pub fn steps(&self, in_book: &Documents) -> Result<Vec<LedgerStep>, (Month, usize, PageFault, LedgerField)> {
        if let Some(fault) = self.faults().into_iter().next() {
            return Err(fault);
        }
        let mut steps = Vec::new();
        // What nobody touched here may have been changed elsewhere: it stays as it is.
        for place in self.changed() {
            let line = self.typed.get(&place);
            let counted = line.and_then(|line| line.counted(place));
            steps.extend(in_book.counted(place.1, place.0, counted));
            let goal = line.and_then(|line| ledger_count(LedgerField::Goal, &line.goal).ok().flatten());
            steps.extend(in_book.planned(place.1, place.0, goal));
        }
        Ok(steps)
    }
}

/// A text as the book spells it, or as it was where it cannot be read.
fn respelt(column: LedgerField, text: &str) -> String {
    let read = match column {
        LedgerField::Medium => match text {
            "1" => Some(Medium::Paper),
            "2" => Some(Medium::Data),
            "3" => Some(Medium::Both),
            text => document_medium(text).ok().flatten(),
        }
        .map(|medium| medium.id().to_owned()),
        LedgerField::MinutesPerPiece | LedgerField::MinutesPerReentry => ledger_figure(column, text)
            .ok()
            .flatten()
            .map(|figure| figure.to_string()),
        column => ledger_count(column, text).ok().flatten().map(|count| count.to_string()),
    };
    read.unwrap_or_else(|| text.to_owned())
}
