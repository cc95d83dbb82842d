//! Dates as people type them into the forms about challenges and effects.

use chrono::{Datelike, NaiveDate};

use crate::intake::written::date::written_date;
use crate::office::fold;

/// Reads a date; one without a year is the one nearest to today.
pub(in crate::screens) fn read_date(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let written = written_date(&fold(typed)).ok().flatten()?;
    if let Some(year) = written.year {
        return NaiveDate::from_ymd_opt(year, written.month, written.day);
    }
    let years = [today.year(), today.year() - 1, today.year() + 1];
    let dates = years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, written.month, written.day));
    dates.min_by_key(|date| (*date - today).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_without_a_year_is_the_nearest() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let today = day(2026, 1, 5);
        assert_eq!(read_date("12/20", today), Some(day(2025, 12, 20)));
        assert_eq!(read_date("１／２０", today), Some(day(2026, 1, 20)));
        assert_eq!(read_date("令和8年3月31日", today), Some(day(2026, 3, 31)));
        assert_eq!(read_date("きのう", today), None);
        assert_eq!(read_date("", today), None);
    }
}
