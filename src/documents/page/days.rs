//! A counting week while it is typed (計数週): a line per day of the month, and the days on which the office was open.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::PageFault;
use crate::documents::draft::TallyDraft;
use crate::documents::field::LedgerField;
use crate::documents::month::Counted;
use crate::documents::typed::ledger_count;
use crate::office::{Month, fold, is_missing, printable};

/// Day tallies of one kind of document while they are typed; the first line is the number of open days.
#[derive(Debug, Clone, PartialEq)]
pub struct DayPage {
    month: Month,
    open_days: String,
    days: BTreeMap<NaiveDate, TallyDraft>,
}

impl DayPage {
    /// The columns of a day in their order.
    pub const COLUMNS: [LedgerField; 3] = [LedgerField::Pieces, LedgerField::Sheets, LedgerField::Copies];

    /// The days of a month with what was counted; the number of open days where it is known.
    pub fn new(month: Month, counted: Option<&Counted>, open_days: Option<u8>) -> Self {
        let days = match counted {
            Some(Counted::Week { days, .. }) => days.iter().map(|(day, it)| (*day, TallyDraft::of(it))).collect(),
            _ => BTreeMap::new(),
        };
        Self {
            month,
            open_days: open_days.map_or_else(String::new, |days| days.to_string()),
            days,
        }
    }

    /// The days, line by line after the first.
    pub fn dates(&self) -> Vec<NaiveDate> {
        self.month.first_day().iter_days().take(self.month.days()).collect()
    }

    /// Lines, that of the open days among them.
    pub fn rows(&self) -> usize {
        1 + self.month.days()
    }

    /// The day of a line; `None` for the first line.
    pub fn day(&self, row: usize) -> Option<NaiveDate> {
        self.dates().get(row.checked_sub(1)?).copied()
    }

    /// What stands in a field; the first line has one field only.
    pub fn text(&self, row: usize, column: usize) -> &str {
        match self.day(row) {
            None if row == 0 && column == 0 => &self.open_days,
            None => "",
            Some(day) => self.days.get(&day).map_or("", |it| field(it, column)),
        }
    }

    /// Puts a text into a field.
    pub fn set(&mut self, row: usize, column: usize, written: &str) {
        let of = Self::COLUMNS.get(column).copied().unwrap_or(LedgerField::Pieces);
        let text = if is_missing(written) {
            String::new()
        } else {
            let text = printable(&fold(written));
            let count = ledger_count(of, &text).ok().flatten();
            count.map_or(text, |count| count.to_string())
        };
        let Some(day) = self.day(row) else {
            if column == 0 {
                self.open_days = text;
            }
            return;
        };
        let mut line = self.days.remove(&day).unwrap_or_default();
        match of {
            LedgerField::Sheets => line.sheets = text,
            LedgerField::Copies => line.copies = text,
            _ => line.pieces = text,
        }
        if !line.is_blank() {
            self.days.insert(day, line);
        }
    }

    /// What is wrong with a field.
    pub fn fault(&self, row: usize, column: usize) -> Option<PageFault> {
        if let Some(day) = self.day(row) {
            let faults = self.days.get(&day)?.read().err()?;
            let of = Self::COLUMNS.get(column).copied();
            return faults
                .into_iter()
                .find(|fault| Some(fault.field) == of)
                .map(PageFault::Draft);
        }
        let is_empty = self.days.is_empty() && self.open_days.is_empty();
        let is_right = self.open().is_some_and(|open| {
            let open = usize::from(open);
            (self.days.len()..=self.month.days()).contains(&open)
        });
        (column == 0 && !is_empty && !is_right).then_some(PageFault::OpenDays)
    }

    fn open(&self) -> Option<u8> {
        let read = ledger_count(LedgerField::OpenDays, &self.open_days).ok().flatten();
        read.and_then(|days| u8::try_from(days).ok())
    }

    /// The first field with something wrong.
    pub fn first_fault(&self) -> Option<(usize, usize, PageFault)> {
        let spots = (0..self.rows()).flat_map(|row| (0..Self::COLUMNS.len()).map(move |column| (row, column)));
        spots
            .into_iter()
            .find_map(|(row, column)| Some((row, column, self.fault(row, column)?)))
    }

    /// How many days were counted.
    pub fn counted_days(&self) -> usize {
        self.days.len()
    }

    /// What was counted; `None` where no day was, or something is wrong.
    pub fn counted(&self) -> Option<Counted> {
        if self.first_fault().is_some() || self.days.is_empty() {
            return None;
        }
        let days = self.days.iter();
        let days = days.filter_map(|(day, it)| Some((*day, it.read().ok().flatten()?)));
        Some(Counted::Week {
            days: days.collect(),
            open_days: self.open()?,
        })
    }
}

fn field(tally: &TallyDraft, column: usize) -> &str {
    match column {
        0 => &tally.pieces,
        1 => &tally.sheets,
        2 => &tally.copies,
        _ => "",
    }
}
