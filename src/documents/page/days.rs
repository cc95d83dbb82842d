//! A counting week while it is typed (計数週): a line per day of the month, and the days on which the office was open.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cell::{PageFault, count, is_missing};
use crate::documents::month::{Counted, Tally};
use crate::office::{Month, fold, printable};
use crate::phrase::{Phrase, phrase};

/// A column of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayColumn {
    /// 件数
    Pieces,
    /// 枚数
    Sheets,
    /// 写し・印刷
    Copies,
}

impl DayColumn {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::Pieces, Self::Sheets, Self::Copies];

    /// A short heading.
    pub fn heading(self) -> Phrase {
        match self {
            Self::Pieces => phrase("paperview-column-pieces"),
            Self::Sheets => phrase("paperview-column-sheets"),
            Self::Copies => phrase("paperview-column-copies"),
        }
    }
}

/// Day tallies of one kind of document while they are typed; the first line is the number of open days.
#[derive(Debug, Clone, PartialEq)]
pub struct DayPage {
    month: Month,
    open_days: String,
    days: BTreeMap<NaiveDate, [String; 3]>,
}

impl DayPage {
    /// The days of a month with what was counted.
    pub fn new(month: Month, counted: Option<&Counted>) -> Self {
        let mut page = Self {
            month,
            open_days: String::new(),
            days: BTreeMap::new(),
        };
        if let Some(Counted::Week { days, open_days }) = counted {
            page.open_days = open_days.to_string();
            let number = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
            let line = |tally: &Tally| [number(tally.pieces), number(tally.sheets), tally.copies.to_string()];
            page.days = days.iter().map(|(day, tally)| (*day, line(tally))).collect();
        }
        page
    }

    /// The days, line by line after the first.
    pub fn days(&self) -> Vec<NaiveDate> {
        self.month.first_day().iter_days().take(self.month.days()).collect()
    }

    fn day(&self, row: usize) -> Option<NaiveDate> {
        self.days().get(row.checked_sub(1)?).copied()
    }

    /// What stands in a field; the first line has one field only.
    pub fn text(&self, row: usize, column: usize) -> &str {
        match self.day(row) {
            None if row == 0 && column == 0 => &self.open_days,
            None => "",
            Some(day) => self
                .days
                .get(&day)
                .and_then(|line| line.get(column))
                .map_or("", String::as_str),
        }
    }

    /// Puts a text into a field.
    pub fn set(&mut self, row: usize, column: usize, written: &str) {
        let text = if is_missing(written) {
            String::new()
        } else {
            let text = printable(&fold(written));
            count(&text).ok().flatten().map_or(text, |count| count.to_string())
        };
        let Some(day) = self.day(row) else {
            if column == 0 {
                self.open_days = text;
            }
            return;
        };
        let mut line = self.days.remove(&day).unwrap_or_default();
        if let Some(field) = line.get_mut(column) {
            *field = text;
        }
        if line.iter().any(|text| !text.is_empty()) {
            self.days.insert(day, line);
        }
    }

    /// What is wrong with a field.
    pub fn fault(&self, row: usize, column: usize) -> Option<PageFault> {
        if row > 0 {
            return count(self.text(row, column)).err();
        }
        let open = self.open();
        let is_wrong = match open {
            _ if column > 0 || (self.days.is_empty() && self.open_days.is_empty()) => false,
            None => true,
            Some(open) => usize::from(open) < self.days.len() || usize::from(open) > self.month.days(),
        };
        is_wrong.then_some(PageFault::OpenDays)
    }

    fn open(&self) -> Option<u8> {
        count(&self.open_days).ok().flatten().and_then(|days| u8::try_from(days).ok())
    }

    /// The first field with something wrong.
    pub fn first_fault(&self) -> Option<(usize, usize, PageFault)> {
        let spots = (0..=self.days().len()).flat_map(|row| (0..DayColumn::ALL.len()).map(move |column| (row, column)));
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
        let number = |text: &str| count(text).ok().flatten();
        let tally = |[pieces, sheets, copies]: &[String; 3]| Tally {
            pieces: number(pieces),
            sheets: number(sheets),
            copies: number(copies).unwrap_or(0),
        };
        Some(Counted::Week {
            days: self.days.iter().map(|(day, line)| (*day, tally(line))).collect(),
            open_days: self.open()?,
        })
    }
}
