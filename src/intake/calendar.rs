//! Gives a written date its year, from the order, the name of the file, or the date itself.

use chrono::{Datelike, NaiveDate};

use super::limits;
use super::part::Source;
use super::written::date::{WrittenDate, nearest, weekday_sign};
use crate::phrase::{Phrase, phrase};

/// A date with what had to be inferred for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// The date.
    pub date: NaiveDate,
    /// What was inferred, and what does not fit.
    pub notes: Vec<Phrase>,
}

/// Completes a date. `typed` says that a person wrote the year; a spreadsheet adds the running year to `10/6` by itself.
pub fn complete(written: WrittenDate, typed: bool, source: &Source) -> Result<Dated, Phrase> {
    let WrittenDate { year, month, day, .. } = written;
    let near_name = source.name_date.and_then(|name| nearest(month, day, name));
    let mut notes = Vec::new();
    let date = match (source.year, near_name) {
        // The name tells on which side of New Year's Eve the rest of a night lies.
        (Some(ordered), Some(near)) if source.name_date.is_some_and(|name| name.year() == ordered) => Some(near),
        (Some(ordered), _) => NaiveDate::from_ymd_opt(ordered, month, day),
        (None, Some(near)) => {
            if year.is_none() {
                notes.push(phrase("intake-note-year-from-name").with("date", near.to_string()));
            }
            Some(near)
        }
        (None, None) => match year {
            Some(year) => NaiveDate::from_ymd_opt(year, month, day),
            None => return Err(phrase("intake-no-year").with("month", month).with("day", day)),
        },
    }
    .ok_or_else(|| phrase("intake-no-such-day").with("month", month).with("day", day))?;
    if !limits::YEARS.contains(&date.year()) {
        return Err(phrase("intake-year-out-of-range")
            .with("date", date.to_string())
            .with("first", limits::YEARS.start().to_string())
            .with("last", limits::YEARS.end().to_string()));
    }
    if let Some(year) = year.filter(|year| *year != date.year()) {
        if typed {
            return Err(phrase("intake-year-contradicts")
                .with("written", year.to_string())
                .with("year", date.year().to_string()));
        }
        notes.push(
            phrase("intake-note-year-replaced")
                .with("written", year.to_string())
                .with("date", date.to_string()),
        );
    }
    if let Some(weekday) = written.weekday.filter(|weekday| *weekday != date.weekday()) {
        notes.push(
            phrase("intake-note-weekday")
                .with("date", date.to_string())
                .with("written", weekday_sign(weekday))
                .with("right", weekday_sign(date.weekday())),
        );
    }
    Ok(Dated { date, notes })
}

#[cfg(test)]
mod tests {
    use super::super::written::date::written_date;
    use super::*;

    fn source(year: Option<i32>, name: Option<(i32, u32, u32)>) -> Source {
        Source {
            file: 0,
            wave: None,
            wave_is_ordered: false,
            year,
            name_date: name.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d)),
        }
    }

    fn dated(text: &str, typed: bool, source: &Source) -> Result<(String, Vec<&'static str>), &'static str> {
        complete(written_date(text).unwrap().unwrap(), typed, source)
            .map(|dated| (dated.date.to_string(), dated.notes.iter().map(Phrase::key).collect()))
            .map_err(|message| message.key())
    }

    #[test]
    fn the_year_comes_from_the_order_then_the_name_then_the_date() {
        let nothing = source(None, None);
        let ordered = source(Some(2024), Some((2025, 10, 6)));
        let named = source(None, Some((2025, 10, 6)));
        assert_eq!(dated("10/6", true, &ordered), Ok(("2024-10-06".to_owned(), vec![])));
        assert_eq!(
            dated("10/6", true, &named),
            Ok(("2025-10-06".to_owned(), vec!["intake-note-year-from-name"]))
        );
        assert_eq!(dated("R7.10.6", true, &nothing), Ok(("2025-10-06".to_owned(), vec![])));
        assert_eq!(dated("10/6", true, &nothing), Err("intake-no-year"));
    }

    #[test]
    fn a_typed_year_that_contradicts_is_a_fault_and_one_added_by_a_spreadsheet_is_replaced() {
        let named = source(None, Some((2025, 10, 6)));
        assert_eq!(dated("2026/10/6", true, &named), Err("intake-year-contradicts"));
        assert_eq!(
            dated("2026/10/6", false, &named),
            Ok(("2025-10-06".to_owned(), vec!["intake-note-year-replaced"]))
        );
    }

    #[test]
    fn the_rest_of_new_years_night_is_in_the_next_year() {
        let named = source(None, Some((2025, 12, 31)));
        assert_eq!(
            dated("1/1", true, &named),
            Ok(("2026-01-01".to_owned(), vec!["intake-note-year-from-name"]))
        );
    }

    #[test]
    fn a_weekday_that_does_not_fit_is_noted() {
        let ordered = source(Some(2025), None);
        assert_eq!(
            dated("10/6(火)", true, &ordered),
            Ok(("2025-10-06".to_owned(), vec!["intake-note-weekday"]))
        );
        assert_eq!(dated("2/29", true, &ordered), Err("intake-no-such-day"));
    }

    #[test]
    fn a_year_in_which_no_survey_was_taken_is_a_fault() {
        let nothing = source(None, None);
        for text in ["1989/12/31", "2101/1/1", "0205/10/6", "R99.10.6"] {
            assert_eq!(dated(text, true, &nothing), Err("intake-year-out-of-range"), "{text}");
        }
        for text in ["1990/1/1", "2100/12/31"] {
            assert!(dated(text, true, &nothing).is_ok(), "{text}");
        }
    }
}
