//! A month of the calendar.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::spelling::fold;

/// A month (年月).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// A month of a year; `None` where there is none.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1..=12).contains(&month) && (1990..=2100).contains(&year)).then_some(Self { year, month })
    }

    /// Reads `2025-10`, `2025/10`, `2025年10月`, `令和7年10月`, `R7.10`.
    pub fn parse(written: &str) -> Option<Self> {
        let folded = fold(written).trim().to_uppercase();
        let (era, rest) = match folded.strip_prefix("令和").or_else(|| folded.strip_prefix('R')) {
            Some(rest) => (2018, rest),
            None => (0, folded.as_str()),
        };
        let rest = rest.trim_end_matches('月');
        let at = rest.find(['-', '/', '.', '年'])?;
        let (year, month) = rest.split_at(at);
        let month = month.trim_start_matches(['-', '/', '.', '年']).trim();
        let year: i32 = match year.trim() {
            "元" if era > 0 => 1,
            digits => digits.parse().ok()?,
        };
        Self::new(era + year, month.parse().ok()?)
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).expect("a month has a first day")
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day().pred_opt().expect("a month has a day before it")
    }

    /// How many days it has.
    pub fn days(self) -> usize {
        self.last_day().day() as usize
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self.month {
            12 => Self {
                year: self.year + 1,
                month: 1,
            },
            month => Self {
                year: self.year,
                month: month + 1,
            },
        }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, from 1.
    pub fn number(self) -> u32 {
        self.month
    }

    /// Every month from this one to another.
    pub fn to(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| Some(month.next())).take_while(move |month| *month <= last)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}", self.year, self.month))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("no month: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_people_write_them() {
        for written in ["2025-10", "２０２５／１０", "2025年10月", "令和7年10月", "R7.10"] {
            assert_eq!(Month::parse(written), Month::new(2025, 10), "{written}");
        }
        for written in ["", "2025", "2025-13", "10月", "R7"] {
            assert_eq!(Month::parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_year_goes_on_after_december() {
        let december = Month::new(2025, 12).unwrap();
        let months: Vec<String> = december
            .to(Month::new(2026, 2).unwrap())
            .map(|it| it.to_string())
            .collect();
        assert_eq!(months, ["2025-12", "2026-01", "2026-02"]);
        assert_eq!(december.last_day().to_string(), "2025-12-31");
        assert_eq!(december.next().first_day().to_string(), "2026-01-01");
    }
}
