//! Dates, hours and spans as people write them on paper.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::office::{Span, clock};

/// Writes a date without its year, as the form asks for it: `10月 6日（月曜日）`.
pub(super) fn date(date: NaiveDate) -> String {
    let weekday = match date.weekday() {
        Weekday::Mon => '月',
        Weekday::Tue => '火',
        Weekday::Wed => '水',
        Weekday::Thu => '木',
        Weekday::Fri => '金',
        Weekday::Sat => '土',
        Weekday::Sun => '日',
    };
    format!("{}月{:2}日（{weekday}曜日）", date.month(), date.day())
}

/// The same with its year: an empty sheet is filled in and read later, when its file may have another name.
pub(super) fn date_with_year(day: NaiveDate) -> String {
    format!("{}年{}", day.year(), date(day))
}

/// Writes an hour label; hours after midnight begin again at 0.
pub(super) fn hour(hour: u16) -> String {
    format!("{}時台", hour % 24)
}

/// Writes a span by the clock: `16:30～9:30`.
pub(super) fn span(span: Span) -> String {
    // A shift that ends at midnight ends at 24:00; later ends are written as the next day's clock shows them.
    let end = if span.end() > 1440 {
        span.end() - 1440
    } else {
        span.end()
    };
    format!("{}～{}", clock(span.start()), clock(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_with_its_weekday_and_no_year() {
        let on = |y, m, d| date(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(on(2025, 10, 6), "10月 6日（月曜日）");
        assert_eq!(on(2026, 2, 15), "2月15日（日曜日）");
        let first = NaiveDate::from_ymd_opt(2025, 10, 6).unwrap();
        assert_eq!(date_with_year(first), "2025年10月 6日（月曜日）");
    }

    #[test]
    fn hours_and_spans_are_written_by_the_clock() {
        assert_eq!(hour(8), "8時台");
        assert_eq!(hour(25), "1時台");
        assert_eq!(span(Span::new(510, 1050).unwrap()), "8:30～17:30");
        assert_eq!(span(Span::new(990, 2010).unwrap()), "16:30～9:30");
        assert_eq!(span(Span::new(960, 1440).unwrap()), "16:00～24:00");
    }
}
