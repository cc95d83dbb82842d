//! How sheets, minutes and yen are written.

use crate::effect::At;
use crate::office::{Month, printable};
use crate::phrase::phrase;
use crate::report::finding::MonthName;
use crate::report::number::{UNKNOWN, thousands};
use crate::text::Text;

/// A month with its name for people.
pub(super) fn month_name(month: Month, text: &Text) -> MonthName {
    MonthName {
        month,
        label: text.say(&At::Month(month).phrase()),
    }
}

/// A name as it may be shown.
pub(super) fn printed(name: &str) -> String {
    printable(name)
}

/// Writes a whole number with separators between thousands.
pub(super) fn large(number: u64) -> String {
    thousands(number)
}

/// Writes a whole number that may be unknown.
pub(super) fn known(number: Option<u64>) -> String {
    number.map_or_else(|| UNKNOWN.to_owned(), large)
}

/// Writes sheets with their unit, or the sign for unknown.
pub fn sheets_text(sheets: Option<u64>, text: &Text) -> String {
    counted(sheets.map(large), "papers-sheets", text)
}

/// Writes minutes fewer, with a minus where they are more, or the sign for unknown.
pub fn minutes_fewer(minutes: Option<i64>, text: &Text) -> String {
    counted(minutes.map(below), "papers-minutes", text)
}

/// Writes yen with their unit, or the sign for unknown.
pub fn yen_text(yen: Option<i64>, text: &Text) -> String {
    counted(yen.map(below), "papers-yen", text)
}

fn counted(number: Option<String>, key: &'static str, text: &Text) -> String {
    match number {
        Some(number) => text.say(&phrase(key).with("number", number)),
        None => UNKNOWN.to_owned(),
    }
}

/// Writes a whole number that may lie below 0.
pub(super) fn below(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", large(number.unsigned_abs()))
}

/// Writes how many sheets fewer in percent with one decimal, with a minus: `-60.0%`.
///
/// It is cut, not rounded, so that what is not halved never reads as one half.
pub fn reduction_text(before: u64, after: u64) -> String {
    if before == 0 {
        return UNKNOWN.to_owned();
    }
    let (before_wide, after_wide) = (u128::from(before), u128::from(after));
    let gone = before_wide.abs_diff(after_wide);
    let tenths = gone * 1_000 / before_wide;
    let fell = after < before;
    let sign = match (tenths, fell) {
        (0, _) => "",
        (_, true) => "-",
        (_, false) => "+",
    };
    format!("{sign}{}.{}%", tenths / 10, tenths % 10)
}

/// Writes how much of the way to one half was gone in whole percent, cut: 100 only where it is reached.
pub(super) fn way_text(before: u64, after: u64) -> String {
    let (before_wide, gone) = (i128::from(before), i128::from(before) - i128::from(after));
    format!("{}%", (gone * 200).div_euclid(before_wide.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_halved_never_reads_as_one_half() {
        for (before, after, said) in [
            (100, 50, "-50.0%"),
            (100_000, 50_001, "-49.9%"),
            (3, 1, "-66.6%"),
            (100, 100, "0.0%"),
            (100, 130, "+30.0%"),
            (0, 4, "—"),
        ] {
            assert_eq!(reduction_text(before, after), said);
        }
        assert_eq!(way_text(100_000, 50_001), "99%");
        assert_eq!(
            (way_text(100, 50), way_text(100, 110), way_text(100, 20)),
            ("100%".to_owned(), "-20%".to_owned(), "160%".to_owned())
        );
    }
}
