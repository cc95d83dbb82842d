//! When a figure is of: surveys, months and days as people write them.

use chrono::{Datelike, NaiveDate};

use crate::effect::{At, Per};
use crate::intake::calendar::complete;
use crate::intake::part::Source;
use crate::intake::written::date::{nearest, written_date};
use crate::intake::written::{plain, quoted};
use crate::office::Month;
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Why a text is no time of an indicator.
fn bad(per: Per, written: &str) -> Phrase {
    let bad = match per {
        Per::Staff | Per::Resident | Per::Office => phrase("entering-bad-wave"),
        Per::StaffMonth | Per::OfficeMonth => phrase("entering-bad-month"),
        Per::StaffDay | Per::OfficeDay => phrase("entering-bad-day"),
    };
    bad.with("written", quoted(written))
}

/// Reads the time of a figure from a file, and what had to be inferred for it.
pub fn of_file(per: Per, written: &str, source: &Source) -> Result<(At, Vec<Phrase>), Phrase> {
    match per {
        Per::StaffDay | Per::OfficeDay => {
            let read = written_date(written).map_err(|()| bad(per, written))?;
            let dated = complete(read.ok_or_else(|| bad(per, written))?, true, source)?;
            Ok((At::Day(dated.date), dated.notes))
        }
        _ => {
            let at = without_day(per, written, source.year);
            at.map(|at| (at, Vec::new())).ok_or_else(|| bad(per, written))
        }
    }
}

/// Reads the time of a figure as a person types it; a day without a year is the one nearest to `near`.
pub fn typed(per: Per, written: &str, near: NaiveDate) -> Result<At, Phrase> {
    let at = match per {
        Per::StaffDay | Per::OfficeDay => day(written, near).map(At::Day),
        _ => without_day(per, written, None),
    };
    at.ok_or_else(|| bad(per, written))
}

fn day(written: &str, near: NaiveDate) -> Option<NaiveDate> {
    let written = written_date(written).ok().flatten()?;
    match written.year {
        Some(year) => NaiveDate::from_ymd_opt(year, written.month, written.day),
        None => nearest(written.month, written.day, near),
    }
}

fn without_day(per: Per, written: &str, year: Option<i32>) -> Option<At> {
    match per {
        Per::Staff | Per::Resident | Per::Office => Wave::parse(written).map(At::Wave),
        _ => month(written, year).map(At::Month),
    }
}

/// Reads `2025-10`, `令和7年10月`, `202510`, the first day of a month (a spreadsheet makes it of `2025/10`), with a year also `10月`.
fn month(written: &str, year: Option<i32>) -> Option<Month> {
    let text = plain(written);
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if text.len() == 6 && is_digits(&text) {
        let number: i32 = text.parse().ok()?;
        return Month::new(number / 100, u32::try_from(number % 100).ok()?);
    }
    if let Some(digits) = text.strip_suffix('月').filter(|digits| is_digits(digits)) {
        return Month::new(year?, digits.parse().ok()?);
    }
    Month::parse(&text).or_else(|| {
        let date = written_date(written).ok().flatten()?;
        let date = NaiveDate::from_ymd_opt(date.year?, date.month, date.day)?;
        (date.day() == 1).then(|| Month::of(date))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn times_are_read_as_the_indicator_has_them() {
        let near = date(2026, 1, 5);
        let month = |month| Ok(At::Month(Month::new(2025, month).unwrap()));
        for written in [
            "2025-10",
            "２０２５年１０月",
            "令和7年10月",
            "R7.10",
            "202510",
            "2025-10-01",
            "2025/10/1",
        ] {
            assert_eq!(typed(Per::OfficeMonth, written, near), month(10), "{written}");
        }
        assert_eq!(typed(Per::Staff, "取組後②", near), Ok(At::Wave(Wave::After(2))));
        assert_eq!(typed(Per::OfficeDay, "12/30", near), Ok(At::Day(date(2025, 12, 30))));
        for (per, written, key) in [
            (Per::OfficeMonth, "取組前", "entering-bad-month"),
            (Per::OfficeMonth, "2025-10-15", "entering-bad-month"),
            (Per::OfficeMonth, "10月", "entering-bad-month"),
            (Per::Office, "2025-10", "entering-bad-wave"),
            (Per::StaffDay, "2025-10", "entering-bad-day"),
            (Per::StaffDay, "", "entering-bad-day"),
        ] {
            assert_eq!(typed(per, written, near).unwrap_err().key(), key, "{written}");
        }
    }

    #[test]
    fn a_month_without_a_year_takes_the_year_that_was_ordered() {
        let source = Source {
            year: Some(2025),
            ..Source::default()
        };
        let read = of_file(Per::OfficeMonth, "４月", &source).unwrap().0;
        assert_eq!(read, At::Month(Month::new(2025, 4).unwrap()));
        let read = of_file(Per::OfficeDay, "4/3", &source).unwrap().0;
        assert_eq!(read, At::Day(date(2025, 4, 3)));
    }
}
