//! The page of a ledger while it is typed (台帳の1か月の表): a line per kind of document, a column per figure.

mod block;
mod cell;
mod days;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use block::PageBlockFault;
pub use cell::{PageColumn, PageFault};
pub use days::{DayColumn, DayPage};

use cell::{count, figure, medium_of, spelt};

use super::document::DocumentId;
use super::goal::DocumentGoal;
use super::month::{Counted, DocumentMonth, Medium, Tally};
use super::Documents;
use crate::office::{Month, fold, printable};

/// A line as it is typed, a text for each column.
type Line = [String; PageColumn::ALL.len()];
/// Of which month and kind a line is.
type Place = (Month, DocumentId);

/// What changes in the book when a page is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageStep {
    /// What was counted.
    Counted {
        /// As it was.
        before: Option<DocumentMonth>,
        /// As it is now.
        after: Option<DocumentMonth>,
    },
    /// What is planned.
    Planned {
        /// As it was.
        before: Option<DocumentGoal>,
        /// As it is now.
        after: Option<DocumentGoal>,
    },
}

/// Figures of documents while they are typed; nothing of it is in the book. It shows one month and remembers the others.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerPage {
    kinds: Vec<(DocumentId, String)>,
    month: Month,
    typed: BTreeMap<Place, Line>,
    kept: BTreeMap<Place, Line>,
    /// Lines that were counted day by day.
    weeks: BTreeMap<Place, Counted>,
    kept_weeks: BTreeMap<Place, Counted>,
}

impl LedgerPage {
    /// The pages of a ledger, opened at a month.
    pub fn new(documents: &Documents, month: Month) -> Self {
        let mut typed: BTreeMap<Place, Line> = BTreeMap::new();
        let mut weeks = BTreeMap::new();
        for it in &documents.months {
            let place = (it.month, it.document);
            typed.insert(place, spelt(it));
            if matches!(it.counted, Counted::Week { .. }) {
                weeks.insert(place, it.counted.clone());
            }
        }
        for goal in &documents.goals {
            let line = typed.entry((goal.month, goal.document)).or_default();
            line[PageColumn::Goal.place()] = goal.sheets.to_string();
        }
        let kinds = documents.kinds.iter().map(|kind| (kind.id, kind.name.clone()));
        Self {
            kinds: kinds.collect(),
            month,
            kept: typed.clone(),
            typed,
            kept_weeks: weeks.clone(),
            weeks,
        }
    }

    /// The kinds of document, line by line.
    pub fn kinds(&self) -> &[(DocumentId, String)] {
        &self.kinds
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
        self.kinds.get(row).map(|(id, _)| (self.month, *id))
    }

    /// What stands in a field; nothing where the figure is missing.
    pub fn text(&self, row: usize, column: PageColumn) -> &str {
        let line = self.place(row).and_then(|place| self.typed.get(&place));
        line.map_or("", |line| line[column.place()].as_str())
    }

    /// What was counted day by day in a line; `None` where the whole month was counted, or nothing.
    pub fn days(&self, row: usize) -> Option<&Counted> {
        self.weeks.get(&self.place(row)?)
    }

    /// Whether a field comes from days that were counted.
    pub fn is_scaled(&self, row: usize, column: PageColumn) -> bool {
        column.is_counted() && self.days(row).is_some()
    }

    /// Puts a text into a field; where it can be read it is spelt as the book spells figures. A field that comes from counted
    /// days stays as it is.
    pub fn set(&mut self, row: usize, column: PageColumn, written: &str) {
        let Some(place) = self.place(row).filter(|_| !self.is_scaled(row, column)) else {
            return;
        };
        let usual = self.usual_medium(place);
        let mut line = self.typed.remove(&place).unwrap_or_default();
        let text = if cell::is_missing(written) {
            String::new()
        } else {
            column.respelt(&printable(&fold(written)))
        };
        let is_given = !text.is_empty();
        line[column.place()] = text;
        let medium = &mut line[PageColumn::Medium.place()];
        if is_given && column.is_of_month() && medium.is_empty() {
            usual.id().clone_into(medium);
        }
        if line.iter().any(|text| !text.is_empty()) {
            self.typed.insert(place, line);
        }
    }

    /// Takes what was counted day by day; without days the whole month is to be counted again.
    pub fn set_days(&mut self, row: usize, counted: Option<Counted>) {
        let Some(place) = self.place(row) else { return };
        self.weeks.remove(&place);
        let tally = counted.as_ref().map(Counted::tally);
        let text = |of: Option<u32>| of.map_or_else(String::new, |count| count.to_string());
        for (column, count) in [
            (PageColumn::Pieces, tally.and_then(|it| it.pieces)),
            (PageColumn::Sheets, tally.and_then(|it| it.sheets)),
            (PageColumn::Copies, tally.map(|it| it.copies)),
        ] {
            self.set(row, column, &text(count));
        }
        if let Some(counted) = counted {
            self.weeks.insert(place, counted);
        }
    }

    /// What the original was when the kind was counted last before this line, else paper.
    fn usual_medium(&self, place: Place) -> Medium {
        let own = self.typed.iter().filter(|((_, kind), _)| *kind == place.1);
        let earlier = own.filter(|((month, _), _)| *month <= place.0);
        let known = earlier.filter_map(|(_, line)| medium_of(&line[PageColumn::Medium.place()]));
        known.last().unwrap_or(Medium::Paper)
    }

    /// What is wrong with a field.
    pub fn fault(&self, row: usize, column: PageColumn) -> Option<PageFault> {
        self.fault_at(self.place(row)?, column)
    }

    fn fault_at(&self, place: Place, column: PageColumn) -> Option<PageFault> {
        let line = self.typed.get(&place)?;
        let text = &line[column.place()];
        let own = match column {
            PageColumn::Medium => (!text.is_empty() && medium_of(text).is_none()).then_some(PageFault::Medium),
            PageColumn::Pieces | PageColumn::Sheets | PageColumn::Copies | PageColumn::Goal => count(text).err(),
            PageColumn::Reentries => cell::times(text).err(),
            PageColumn::Minutes | PageColumn::ReentryMinutes => figure(text).err(),
        };
        if own.is_some() {
            return own;
        }
        let is_data = medium_of(&line[PageColumn::Medium.place()]) == Some(Medium::Data);
        let is_counted = line
            .iter()
            .zip(PageColumn::ALL)
            .any(|(text, column)| column.is_of_month() && column != PageColumn::Medium && !text.is_empty());
        match column {
            PageColumn::Sheets if is_data && count(text).ok().flatten().is_some_and(|sheets| sheets > 0) => {
                Some(PageFault::SheetsOfData)
            }
            PageColumn::Copies if is_data && is_counted && text.is_empty() => Some(PageFault::CopiesOfData),
            _ => None,
        }
    }

    /// Lines that are not as they were.
    fn changed(&self) -> BTreeSet<Place> {
        let places = self.typed.keys().chain(self.kept.keys());
        let weeks = self.weeks.keys().chain(self.kept_weeks.keys());
        places
            .chain(weeks)
            .filter(|place| {
                self.typed.get(place) != self.kept.get(place) || self.weeks.get(place) != self.kept_weeks.get(place)
            })
            .copied()
            .collect()
    }

    /// All fields of changed lines with something wrong: month, row and column.
    pub fn faults(&self) -> Vec<(Month, usize, PageColumn, PageFault)> {
        let mut faults = Vec::new();
        for place in self.changed() {
            let row = self.kinds.iter().position(|(id, _)| *id == place.1).unwrap_or(0);
            let of_line = PageColumn::ALL
                .into_iter()
                .filter_map(|column| Some((place.0, row, column, self.fault_at(place, column)?)));
            faults.extend(of_line);
        }
        faults
    }

    /// Whether something was typed that the book does not have.
    pub fn is_unsaved(&self) -> bool {
        !self.changed().is_empty()
    }

    /// What is typed now is what the book has.
    pub fn saved(&mut self) {
        self.kept.clone_from(&self.typed);
        self.kept_weeks.clone_from(&self.weeks);
    }

    /// How many kinds have no sheets in the month that is shown.
    pub fn missing(&self) -> usize {
        let rows = 0..self.kinds.len();
        rows.filter(|row| self.line(*row).and_then(|it| it.sheets()).is_none())
            .count()
    }

    /// What a line of the month that is shown says; `None` where nothing was counted or something is wrong.
    pub fn line(&self, row: usize) -> Option<DocumentMonth> {
        let place = self.place(row)?;
        let is_wrong = |column| self.fault_at(place, column).is_some();
        if PageColumn::ALL.into_iter().any(is_wrong) {
            return None;
        }
        self.counted(place)
    }

    fn counted(&self, place: Place) -> Option<DocumentMonth> {
        let line = self.typed.get(&place)?;
        let text = |column: PageColumn| line[column.place()].as_str();
        let number = |column| count(text(column)).ok().flatten();
        let decimal = |column| figure(text(column)).ok().flatten();
        let mut of_month = PageColumn::ALL.into_iter().filter(|column| column.is_of_month());
        if !of_month.any(|column| column != PageColumn::Medium && !text(column).is_empty()) {
            return None;
        }
        let of_whole_month = || {
            Counted::Month(Tally {
                pieces: number(PageColumn::Pieces),
                sheets: number(PageColumn::Sheets),
                copies: number(PageColumn::Copies).unwrap_or(0),
            })
        };
        Some(DocumentMonth {
            document: place.1,
            month: place.0,
            medium: medium_of(text(PageColumn::Medium)).unwrap_or(Medium::Paper),
            counted: self.weeks.get(&place).cloned().unwrap_or_else(of_whole_month),
            minutes_per_piece: decimal(PageColumn::Minutes),
            reentries_per_piece: cell::times(text(PageColumn::Reentries)).ok().flatten(),
            minutes_per_reentry: decimal(PageColumn::ReentryMinutes),
        })
    }

    fn goal(&self, place: Place) -> Option<DocumentGoal> {
        let line = self.typed.get(&place)?;
        let sheets = count(&line[PageColumn::Goal.place()]).ok().flatten()?;
        Some(DocumentGoal {
            document: place.1,
            month: place.0,
            sheets,
        })
    }

    /// What must change so that the book holds what is typed; the first field with something wrong where there is one.
    pub fn steps(&self, in_book: &Documents) -> Result<Vec<PageStep>, (Month, usize, PageColumn, PageFault)> {
        if let Some(fault) = self.faults().into_iter().next() {
            return Err(fault);
        }
        let mut steps = Vec::new();
        // What nobody touched here may have been changed elsewhere: it stays as it is.
        for place in self.changed() {
            let counted = (in_book.month(place.1, place.0).cloned(), self.counted(place));
            if counted.0 != counted.1 {
                let (before, after) = counted;
                steps.push(PageStep::Counted { before, after });
            }
            let planned = (in_book.goal(place.1, place.0).copied(), self.goal(place));
            if planned.0 != planned.1 {
                let (before, after) = planned;
                steps.push(PageStep::Planned { before, after });
            }
        }
        Ok(steps)
    }
}
