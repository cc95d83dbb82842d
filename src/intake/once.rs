//! A shift happens once: finds the same shift in another wave, and codes that may mean one person twice.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;

use super::part::Part;
use crate::office::StaffCode;
use crate::worktime::{Sheet, Wave};

/// Minutes of a day.
const DAY: i32 = 1440;

/// A shift of the book or of a part that came before.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Its wave.
    pub wave: Wave,
    /// The file that brought it; `None` for the book.
    pub file: Option<usize>,
    starts_at: i32,
    /// From its start to its end, by its span and its cells.
    whole: Range<i32>,
    /// From its first to its last cell.
    filled: Range<i32>,
    /// Whether only the rest of a night is there, whose date may be the day after.
    is_rest: bool,
}

impl Seen {
    fn of(sheet: &Sheet, wave: Wave, file: Option<usize>, is_rest: bool) -> Self {
        let first = sheet.cells.first().map_or(0, |cell| i32::from(cell.start));
        let end = sheet
            .cells
            .last()
            .map_or(0, |cell| i32::from(cell.start + sheet.slot_minutes));
        let whole = sheet.span().map_or(first..end, |span| {
            first.min(i32::from(span.start()))..end.max(i32::from(span.end()))
        });
        Self {
            wave,
            file,
            starts_at: i32::from(sheet.starts_at()),
            whole,
            filled: first..end,
            is_rest,
        }
    }

    /// Whether another, dated so many days later, is the same shift.
    fn is_same(&self, other: &Self, days: i32) -> bool {
        let meet = |mine: &Range<i32>, theirs: Range<i32>| mine.start < theirs.end && theirs.start < mine.end;
        let later = |range: &Range<i32>, minutes: i32| range.start + minutes..range.end + minutes;
        if days == 0 {
            return self.starts_at == other.starts_at || meet(&self.whole, other.whole.clone());
        }
        meet(&self.filled, later(&other.filled, days * DAY))
            // The minutes of a rest are counted from the day of its shift, which may be the day before its date.
            || (days == 1 && other.is_rest && meet(&self.filled, other.filled.clone()))
            || (days == -1 && self.is_rest && meet(&self.filled, other.filled.clone()))
    }
}

/// The shifts of every wave, by person and date.
#[derive(Debug, Default)]
pub struct Shifts {
    seen: BTreeMap<(StaffCode, NaiveDate), Vec<Seen>>,
}

impl Shifts {
    /// Those of the book.
    pub fn of_book(sheets: &[(Wave, Sheet)]) -> Self {
        let mut shifts = Self::default();
        for (wave, sheet) in sheets {
            shifts.keep(sheet, Seen::of(sheet, *wave, None, false));
        }
        shifts
    }

    fn keep(&mut self, sheet: &Sheet, seen: Seen) {
        let key = (sheet.staff.clone(), sheet.date);
        self.seen.entry(key).or_default().push(seen);
    }

    /// Adds a part, or tells the same shift in another wave.
    pub fn add(&mut self, part: &Part) -> Option<Seen> {
        let sheet = &part.sheet;
        let new = Seen::of(sheet, part.wave, Some(part.file), part.is_rest);
        let elsewhere = [0, -1, 1].into_iter().find_map(|days| {
            let date = sheet
                .date
                .checked_add_signed(chrono::TimeDelta::days(i64::from(days)))?;
            let there = self.seen.get(&(sheet.staff.clone(), date))?;
            there
                .iter()
                .find(|seen| seen.wave != part.wave && seen.is_same(&new, -days))
                .cloned()
        });
        if elsewhere.is_none() {
            self.keep(sheet, new);
        }
        elsewhere
    }
}

/// Codes of people, to find those that differ only by upper and lower case.
#[derive(Debug, Default)]
pub struct Codes {
    seen: BTreeMap<String, BTreeSet<StaffCode>>,
}

impl Codes {
    /// Those of the book.
    pub fn of_book(sheets: &[(Wave, Sheet)]) -> Self {
        let mut codes = Self::default();
        for (_, sheet) in sheets {
            codes.add(&sheet.staff);
        }
        codes
    }

    /// Adds a code, and tells another that differs only by case.
    pub fn add(&mut self, code: &StaffCode) -> Option<StaffCode> {
        let same = self.seen.entry(code.as_str().to_lowercase()).or_default();
        if !same.contains(code) {
            same.insert(code.clone());
        }
        same.iter().find(|other| *other != code).cloned()
    }
}
