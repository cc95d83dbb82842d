//! The figures of a month while they are typed: a line per kind; days of a counting week lie over it.

mod asides;
mod keys;

pub use keys::{applied, edit, obey_layer, paste};

use super::typing::{Fields, Problem, Typing};
use crate::documents::{Counted, DayPage, Documents, LedgerField, LedgerPage, PAGE_COLUMNS, PageBlockFault, PageFault};
use crate::office::Month;
use crate::phrase::{Phrase, phrase};
use crate::screens::model::Context;

/// Something laid over the grid.
#[derive(Debug, Clone, PartialEq)]
pub enum GridAside {
    /// Asks before unsaved figures are thrown away; whether the program ends then.
    Leaving(bool),
    /// A pasted block had faults; the row that is read.
    Faults(Vec<PageBlockFault>, usize),
    /// The days of the chosen kind are typed.
    Days(Box<Typing<DayPage>>),
}

/// What is being written to the book, and what comes then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Saving {
    /// The grid closes.
    leave: bool,
    /// The program ends.
    quit: bool,
}

/// The grid of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct GridLayer {
    /// What is typed.
    pub page: Typing<LedgerPage>,
    /// What lies over the grid.
    pub aside: Option<GridAside>,
    saving: Option<Saving>,
}

impl GridLayer {
    /// The grid of a month as the book has it, in the line of a kind.
    pub fn new(ledger: &Documents, month: Month, row: usize) -> Self {
        Self {
            // The medium stands there as it was: the keys begin where something must be counted.
            page: Typing::at(LedgerPage::new(ledger, month), row, 1),
            aside: None,
            saving: None,
        }
    }

    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self.aside {
            None => Context::DocumentGrid,
            Some(GridAside::Leaving(_)) => Context::DocumentLeave,
            Some(GridAside::Faults(..)) => Context::DocumentFaults,
            Some(GridAside::Days(_)) => Context::DocumentWeek,
        }
    }

    /// Whether something would be lost by leaving.
    pub fn is_unsaved(&self) -> bool {
        self.page.fields.is_unsaved() || !self.page.entry.text().is_empty()
    }

    /// Opens the days of the kind in the line of the cursor, or says why that cannot be.
    pub fn open_days(&mut self) -> Result<(), Phrase> {
        self.page.commit();
        let (page, row) = (&self.page.fields, self.page.row);
        let Some(name) = page.name(row) else {
            return Err(PageFault::BeyondRows.phrase());
        };
        let days = page.days(row);
        let has_whole_month = [LedgerField::Pieces, LedgerField::Sheets]
            .into_iter()
            .any(|column| !page.text(row, column).is_empty());
        if days.is_none() && has_whole_month {
            return Err(phrase("ledger-whole-month")
                .with("name", name)
                .with("month", page.month().to_string()));
        }
        let days = DayPage::new(page.month(), days, page.open_days());
        let first = usize::from(!days.text(0, 0).is_empty());
        self.aside = Some(GridAside::Days(Box::new(Typing::at(days, first, 0))));
        Ok(())
    }

    /// Takes the typed days over into the grid; `false` where something is wrong with them.
    fn take_days(&mut self) -> bool {
        let Some(GridAside::Days(days)) = &mut self.aside else {
            return true;
        };
        days.commit();
        if let Some((row, column, fault)) = days.fields.first_fault() {
            (days.row, days.column) = (row, column);
            days.problem = Some(Problem {
                line: day_name(&days.fields, row),
                fault: fault.phrase(),
            });
            return false;
        }
        let counted: Option<Counted> = days.fields.counted();
        self.aside = None;
        let had_days = self.page.fields.days(self.page.row).is_some();
        if had_days || counted.is_some() {
            let mut page = self.page.fields.clone();
            page.set_days(self.page.row, counted);
            self.page.change(page);
        }
        true
    }
}

/// The day of a line, as people write it; empty for the line of the open days.
fn day_name(page: &DayPage, row: usize) -> String {
    page.day(row)
        .map_or_else(String::new, |day| day.format("%-m/%-d").to_string())
}

impl Fields for LedgerPage {
    fn lines(&self) -> usize {
        self.rows()
    }

    fn columns(&self) -> usize {
        PAGE_COLUMNS.len()
    }

    fn text(&self, row: usize, column: usize) -> &str {
        PAGE_COLUMNS
            .get(column)
            .map_or("", |column| Self::text(self, row, *column))
    }

    fn put(&mut self, row: usize, column: usize, written: &str) -> Option<Problem> {
        let column = *PAGE_COLUMNS.get(column)?;
        let fault = if self.is_scaled(row, column) {
            Some(PageFault::OfDays)
        } else {
            self.set(row, column, written);
            self.fault(row, column)
        };
        Some(Problem {
            line: self.name(row).unwrap_or_default().to_owned(),
            fault: fault?.phrase(),
        })
    }
}

impl Fields for DayPage {
    fn lines(&self) -> usize {
        self.rows()
    }

    fn columns(&self) -> usize {
        Self::COLUMNS.len()
    }

    fn text(&self, row: usize, column: usize) -> &str {
        Self::text(self, row, column)
    }

    fn put(&mut self, row: usize, column: usize, written: &str) -> Option<Problem> {
        self.set(row, column, written);
        // How many days were open may be typed after the days.
        let fault = self.fault(row, column).filter(|_| row > 0 || self.counted_days() > 0)?;
        Some(Problem {
            line: day_name(self, row),
            fault: fault.phrase(),
        })
    }
}
