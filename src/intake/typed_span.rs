//! What people type of one day, or of a stretch of which the end may be left open.

use chrono::{Days, NaiveDate};

use super::typed::days;
use super::written::quoted;
use crate::office::fold;
use crate::phrase::{Phrase, phrase};

/// What stands between the ends of a stretch.
const TO: [char; 3] = ['~', '～', '〜'];

/// Reads one day: `2026-02-10`, `2/10`, `令和8年2月10日`; without a year it is the one nearest to `near`.
pub fn one_day(text: &str, near: NaiveDate) -> Result<NaiveDate, Phrase> {
    match days(text, near)?.as_slice() {
        [day] => Ok(*day),
        _ => Err(phrase("intake-bad-date").with("written", quoted(text))),
    }
}

/// Reads the first and the last day of a stretch: `2/10〜5/9`, or `2/10` and `2/10〜` where the end is left open. The
/// end without a year lies up to eleven months after the first day.
pub fn open_stretch(text: &str, near: NaiveDate) -> Result<(NaiveDate, Option<NaiveDate>), Phrase> {
    let folded = fold(text);
    let Some((first, last)) = folded.split_once(TO) else {
        return Ok((one_day(&folded, near)?, None));
    };
    let first = one_day(first, near)?;
    if last.trim().is_empty() {
        return Ok((first, None));
    }
    // Around this day lie the ends of up to eleven months, and a slip of some days stays before the first day, where it is seen.
    let near = first.checked_add_days(Days::new(150)).unwrap_or(first);
    Ok((first, Some(one_day(last, near)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn one_day_is_read_and_nothing_or_several_are_not() {
        let read = |text: &str| one_day(text, date(2026, 2, 10));
        assert_eq!(read("１２／２４"), Ok(date(2025, 12, 24)));
        assert_eq!(read("令和8年3月1日"), Ok(date(2026, 3, 1)));
        for text in ["", "3/1、3/2", "3/1〜3/2", "そのうち"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_end_of_a_stretch_may_be_left_open() {
        let read = |text: &str| open_stretch(text, date(2026, 2, 10));
        assert_eq!(read("2/16"), Ok((date(2026, 2, 16), None)));
        assert_eq!(read("2/16～"), Ok((date(2026, 2, 16), None)));
        assert_eq!(read("12/1〜2/28"), Ok((date(2025, 12, 1), Some(date(2026, 2, 28)))));
        assert_eq!(
            read("2026-02-16 〜 2026-05-15"),
            Ok((date(2026, 2, 16), Some(date(2026, 5, 15))))
        );
        assert_eq!(read("4/1〜12/31"), Ok((date(2026, 4, 1), Some(date(2026, 12, 31)))));
        assert_eq!(read("4/1〜2/20"), Ok((date(2026, 4, 1), Some(date(2027, 2, 20)))));
        let slip = read("2/16〜2/10").unwrap();
        assert_eq!(
            slip,
            (date(2026, 2, 16), Some(date(2026, 2, 10))),
            "left to who knows what it is for"
        );
        assert!(read("〜5/15").is_err());
    }
}
