//! Minutes and spans of a working day that may run past midnight.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Serialize};

use crate::phrase::{Phrase, phrase};

/// An amount of working time in whole minutes (分).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub u32);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Subtracts, stopping at zero.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// This amount as a number for the last division.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0)
    }
}

impl Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Minutes {
    type Output = i64;
    fn sub(self, other: Self) -> i64 {
        i64::from(self.0) - i64::from(other.0)
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A stretch of working time from `start` to `end`, in minutes after 0:00 of the sheet's date (勤務時間).
///
/// `end` is later than `start` and may pass 24:00: 16:30–9:30 is 990–2010. Never longer than 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: u16,
    end: u16,
}

/// Why two times make no span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanError {
    /// The start is not on the sheet's date (0:00–23:59).
    StartOutsideDay,
    /// The end is before the start, or more than 24 hours later.
    EndOutOfReach,
}

impl Span {
    /// Makes a span from minutes after 0:00 of the sheet's date.
    pub fn new(start: u16, end: u16) -> Result<Self, SpanError> {
        if start >= 1440 {
            return Err(SpanError::StartOutsideDay);
        }
        if end <= start || end - start > 1440 {
            return Err(SpanError::EndOutOfReach);
        }
        Ok(Self { start, end })
    }

    /// Makes a span from two clock times; an end at or before the start is on the next day.
    pub fn of_clock(start: u16, end: u16) -> Result<Self, SpanError> {
        let end = if end <= start { end + 1440 } else { end };
        Self::new(start, end)
    }

    /// First minute.
    pub fn start(self) -> u16 {
        self.start
    }

    /// The minute after the last.
    pub fn end(self) -> u16 {
        self.end
    }

    /// Length.
    pub fn minutes(self) -> Minutes {
        Minutes(u32::from(self.end - self.start))
    }

    /// Minutes that this span shares with `from..to`.
    pub fn overlap(self, from: u16, to: u16) -> Minutes {
        Minutes(u32::from(self.end.min(to).saturating_sub(self.start.max(from))))
    }

    /// As people say it: `16:30〜翌9:30`.
    pub fn phrase(self) -> Phrase {
        phrase("span")
            .with("start", clock_phrase(self.start))
            .with("end", clock_phrase(self.end))
    }

    /// Whether it runs past midnight.
    pub fn passes_midnight(self) -> bool {
        self.end > 1440
    }
}

/// Writes minutes after midnight as a clock time; hours run on past 24 (`25:30`).
pub fn clock(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// A minute after midnight as people say it: on the next day `翌9:30`.
pub fn clock_phrase(minute: u16) -> Phrase {
    if minute <= 1440 {
        phrase("clock-same-day").with("time", clock(minute))
    } else {
        phrase("clock-next-day").with("time", clock(minute - 1440))
    }
}

/// For files and tests; people read [`Span::phrase`].
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", clock(self.start), clock(self.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_shift_ends_on_the_next_day() {
        let span = Span::of_clock(16 * 60 + 30, 9 * 60 + 30).unwrap();
        assert_eq!((span.start(), span.end()), (990, 2010));
        assert_eq!(span.minutes(), Minutes(1020));
        assert!(span.passes_midnight());
        assert_eq!(span.to_string(), "16:30-33:30");
    }

    #[test]
    fn a_span_has_a_length_and_at_most_a_day() {
        assert_eq!(Span::new(540, 540), Err(SpanError::EndOutOfReach));
        assert_eq!(Span::new(0, 1441), Err(SpanError::EndOutOfReach));
        assert_eq!(Span::new(1440, 1500), Err(SpanError::StartOutsideDay));
        assert_eq!(Span::new(0, 1440).unwrap().minutes(), Minutes(1440));
    }

    #[test]
    fn overlap_counts_only_shared_minutes() {
        let span = Span::new(510, 1050).unwrap();
        assert_eq!(span.overlap(500, 520), Minutes(10));
        assert_eq!(span.overlap(1050, 1060), Minutes(0));
        assert_eq!(span.overlap(0, 2880), Minutes(540));
    }
}
