//! What people type on the command line and on the screens: days, people, hours.

use chrono::{Datelike, NaiveDate};

use super::limits;
use super::written::date::{nearest, written_date};
use super::written::{quoted, time};
use crate::office::{NameError, Span, StaffCode, fold};
use crate::phrase::{Phrase, phrase};

/// Most days of one survey.
const MOST_DAYS: usize = 366;

/// Reads days: `2025-10-06`, `10/6`, `10/6〜10/10`, `令和7年10月6日、10月8日`.
///
/// A day without a year is the one nearest to the day before it, the first one the one nearest to `near`. Days
/// come back in order, each once.
pub fn days(text: &str, near: NaiveDate) -> Result<Vec<NaiveDate>, Phrase> {
    let mut days = Vec::new();
    for written in parted(text, &[',', '、', ';', ' ']) {
        let near = days.last().copied().unwrap_or(near);
        let ends: Vec<&str> = written.split(['~', '～', '〜']).collect();
        match ends.as_slice() {
            [day] => match self::day(day, near) {
                Ok(day) => days.push(day),
                // Where the IME is off, a stretch is written with the sign that dates have inside, too.
                Err(bad) => {
                    let (first, last) = stretch_with_hyphen(day, near).ok_or(bad)?;
                    add_stretch(&mut days, first, last, &written)?;
                }
            },
            [first, last] => {
                let first = self::day(first, near)?;
                add_stretch(&mut days, first, self::day(last, first)?, &written)?;
            }
            _ => return Err(phrase("intake-bad-date").with("written", quoted(&written))),
        }
        if days.len() > MOST_DAYS {
            return Err(phrase("typed-too-many-days").with("limit", MOST_DAYS));
        }
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

/// Adds the days of a stretch, and stops after one more than there may be.
fn add_stretch(days: &mut Vec<NaiveDate>, first: NaiveDate, last: NaiveDate, written: &str) -> Result<(), Phrase> {
    if last < first {
        return Err(phrase("typed-days-backwards").with("written", quoted(written)));
    }
    let stretch = first.iter_days().take_while(|day| *day <= last);
    days.extend(stretch.take(MOST_DAYS + 1));
    Ok(())
}

/// The ends of `10/6-10/10`: the first hyphen with a day on either side of it.
fn stretch_with_hyphen(text: &str, near: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    text.match_indices('-').find_map(|(at, hyphen)| {
        let first = day(text.get(..at)?, near).ok()?;
        let last = day(text.get(at + hyphen.len()..)?, first).ok()?;
        Some((first, last))
    })
}

fn day(text: &str, near: NaiveDate) -> Result<NaiveDate, Phrase> {
    let bad = || phrase("intake-bad-date").with("written", quoted(text));
    let written = written_date(text).map_err(|()| bad())?.ok_or_else(bad)?;
    let date = match written.year {
        Some(year) => NaiveDate::from_ymd_opt(year, written.month, written.day),
        None => nearest(written.month, written.day, near),
    };
    date.filter(|date| limits::YEARS.contains(&date.year())).ok_or_else(bad)
}

/// Reads codes of people: `S01,S02`, `S01 S02`, `S01、S02`; each once, in the order in which they stand.
pub fn staff(text: &str) -> Result<Vec<StaffCode>, Phrase> {
    let mut people: Vec<StaffCode> = Vec::new();
    for written in parted(text, &[',', '、', ';', ' ']) {
        let code = StaffCode::parse(&written).map_err(|error| match error {
            NameError::Empty => phrase("intake-no-staff"),
            NameError::TooLong => phrase("intake-staff-too-long"),
        })?;
        if !people.contains(&code) {
            people.push(code);
        }
    }
    Ok(people)
}

/// Reads the hours of a shift (`8:30-17:30`, `16:30～翌9:30`); nothing where nothing stands.
pub fn time_span(text: &str) -> Result<Option<Span>, Phrase> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    time::span(text).map_err(|()| phrase("intake-bad-span").with("written", quoted(text)))
}

/// The parts of a text that are not empty.
fn parted(text: &str, between: &[char]) -> Vec<String> {
    fold(text)
        .split(between)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn days_are_read_one_by_one_and_as_stretches() {
        let near = date(2026, 1, 5);
        let read = |text: &str| days(text, near).unwrap();
        assert_eq!(read("2025-10-06"), [date(2025, 10, 6)]);
        assert_eq!(read("１２／３０～１／２").len(), 4);
        assert_eq!(read("12/30〜1/2")[3], date(2026, 1, 2));
        assert_eq!(read("10/8, 10/6、10/8"), [date(2025, 10, 6), date(2025, 10, 8)]);
        assert_eq!(read("令和7年10月6日（月）"), [date(2025, 10, 6)]);
        assert_eq!(read(" "), []);
    }

    #[test]
    fn a_day_without_a_year_lies_near_the_day_before_it() {
        let read = |text: &str| days(text, date(2026, 11, 20)).unwrap();
        assert_eq!(read("2026/2/2~2/6").last(), Some(&date(2026, 2, 6)));
        assert_eq!(read("2025/12/30~1/2").last(), Some(&date(2026, 1, 2)));
        assert_eq!(read("2026-02-02, 2/4"), [date(2026, 2, 2), date(2026, 2, 4)]);
    }

    #[test]
    fn a_stretch_may_be_written_with_a_hyphen() {
        let read = |text: &str| days(text, date(2026, 1, 5)).unwrap();
        assert_eq!(read("10/6-10/10").len(), 5);
        assert_eq!(read("１０／６－１０／１０").len(), 5);
        assert_eq!(read("2026-02-02-2026-02-06").len(), 5);
        assert_eq!(read("2026-02-02"), [date(2026, 2, 2)]);
        assert_eq!(
            days("10/6-10/3", date(2026, 1, 5)).unwrap_err().key(),
            "typed-days-backwards"
        );
    }

    #[test]
    fn days_that_cannot_be_read_are_told() {
        let wrong = |text: &str| days(text, date(2026, 1, 5)).unwrap_err().key();
        assert_eq!(wrong("10/6〜10/3"), "typed-days-backwards");
        assert_eq!(wrong("13/1"), "intake-bad-date");
        assert_eq!(wrong("明日"), "intake-bad-date");
        assert_eq!(wrong("2024-01-01〜2026-01-01"), "typed-too-many-days");
    }

    #[test]
    fn people_and_hours_are_read_as_people_type_them() {
        let codes: Vec<String> = staff("Ｓ０１、S02 S01")
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(codes, ["S01", "S02"]);
        assert_eq!(time_span("16:30-9:30").unwrap().unwrap().end(), 2010);
        assert_eq!(time_span("　"), Ok(None));
        assert!(time_span("朝").is_err());
    }
}
