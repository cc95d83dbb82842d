//! Dates as people write them, with and without a year.

use chrono::{Datelike, NaiveDate, Weekday};

use super::plain;

/// A date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate {
    /// The year, where one is written; eras are counted in ours.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// The weekday, where one is written.
    pub weekday: Option<Weekday>,
}

/// Reads a date: `10月 6日（月曜日）`, `令和7年10月6日`, `R7.10.6`, `2025/10/6`, `10/6`, `20251006`.
///
/// `Ok(None)` for one that was left empty (`月　日（　曜日）`).
pub fn written_date(text: &str) -> Result<Option<WrittenDate>, ()> {
    // A time behind the date is what spreadsheets add when they export.
    let text = match text.trim().split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') => date,
        _ => text,
    };
    let text = plain(text);
    let (date, weekday) = split_weekday(&text)?;
    if !date.chars().any(|c| c.is_ascii_digit() || c == '元') {
        let is_template = date
            .chars()
            .all(|c| matches!(c, '年' | '月' | '日' | '/' | '令' | '和'));
        return if is_template { Ok(None) } else { Err(()) };
    }
    let (era, date) = split_era(date);
    let numbers = numbers(&date.replace('元', "1"))?;
    let (year, month, day) = match (era, numbers.as_slice()) {
        (Some(before), [(year, _), (month, _), (day, _)]) => {
            (Some(before + i32::try_from(*year).map_err(|_| ())?), *month, *day)
        }
        (None, [(year, 4), (month, _), (day, _)]) => (Some(i32::try_from(*year).map_err(|_| ())?), *month, *day),
        (None, [(month, _), (day, _)]) => (None, *month, *day),
        (None, [(eight, 8)]) => (
            Some(i32::try_from(eight / 10_000).map_err(|_| ())?),
            eight / 100 % 100,
            eight % 100,
        ),
        _ => return Err(()),
    };
    // A leap year tells whether the day can exist at all.
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day).ok_or(())?;
    Ok(Some(WrittenDate {
        year,
        month,
        day,
        weekday,
    }))
}

/// Takes a weekday off the end: `（月曜日）`, `(月)`, `月曜`.
fn split_weekday(text: &str) -> Result<(&str, Option<Weekday>), ()> {
    let (date, word) = match text.split_once('(') {
        Some((date, rest)) => (date, rest.trim_end_matches(')')),
        None => match text.rfind(|c: char| c.is_ascii_digit()) {
            Some(last) => {
                let (date, rest) = text.split_at(last + 1);
                (date, rest.strip_prefix('日').unwrap_or(rest))
            }
            None => (text, ""),
        },
    };
    let name = word
        .strip_suffix("曜日")
        .or_else(|| word.strip_suffix('曜'))
        .unwrap_or(word);
    let weekday = match name {
        "" | "祝" => None,
        "月" => Some(Weekday::Mon),
        "火" => Some(Weekday::Tue),
        "水" => Some(Weekday::Wed),
        "木" => Some(Weekday::Thu),
        "金" => Some(Weekday::Fri),
        "土" => Some(Weekday::Sat),
        "日" => Some(Weekday::Sun),
        _ => return Err(()),
    };
    Ok((date, weekday))
}

/// Takes an era off the front: the year before its first, and the rest.
fn split_era(date: &str) -> (Option<i32>, &str) {
    [
        ("令和", 2018),
        ("R", 2018),
        ("r", 2018),
        ("㋿", 2018),
        ("平成", 1988),
        ("H", 1988),
        ("h", 1988),
    ]
    .iter()
    .find_map(|(name, before)| date.strip_prefix(name).map(|rest| (Some(*before), rest)))
    .unwrap_or((None, date))
}

/// The numbers of a date with how many digits each has.
fn numbers(date: &str) -> Result<Vec<(u32, usize)>, ()> {
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    let mut within = false;
    for c in date.chars() {
        match c.to_digit(10) {
            Some(digit) if within => {
                let (number, count) = numbers.last_mut().ok_or(())?;
                *count += 1;
                if *count > 8 {
                    return Err(());
                }
                *number = *number * 10 + digit;
            }
            Some(digit) => {
                numbers.push((digit, 1));
                within = true;
            }
            None if matches!(c, '年' | '月' | '日' | '/' | '.' | '-') => within = false,
            None => return Err(()),
        }
    }
    Ok(numbers)
}

/// The eight-digit date in the name of a file (`S001_20251006.xlsx`), when there is exactly one.
pub fn date_in_name(name: &str) -> Option<NaiveDate> {
    let name = plain(name);
    let mut dates = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 8)
        .filter_map(|digits| digits.parse::<u32>().ok())
        .filter_map(|n| NaiveDate::from_ymd_opt(i32::try_from(n / 10_000).ok()?, n / 100 % 100, n % 100))
        .filter(|date| (2000..2100).contains(&date.year()));
    match (dates.next(), dates.next()) {
        (Some(date), None) => Some(date),
        _ => None,
    }
}

/// The date of this month and day that lies nearest to another date.
pub fn nearest(month: u32, day: u32, to: NaiveDate) -> Option<NaiveDate> {
    (to.year() - 1..=to.year() + 1)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .min_by_key(|date| (*date - to).num_days().abs())
}

/// The weekday as it is written on the form.
pub fn weekday_sign(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "月",
        Weekday::Tue => "火",
        Weekday::Wed => "水",
        Weekday::Thu => "木",
        Weekday::Fri => "金",
        Weekday::Sat => "土",
        Weekday::Sun => "日",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> (Option<i32>, u32, u32) {
        let date = written_date(text).unwrap_or_else(|()| panic!("{text}")).unwrap();
        (date.year, date.month, date.day)
    }

    #[test]
    fn dates_without_a_year_are_read_in_every_spelling() {
        for text in [
            "10月 6日（月曜日）",
            "１０月　６日（月）",
            "10/6",
            "10.6",
            "10-6",
            "10月6日月曜日",
            "10/6(月)",
            "10月6日",
        ] {
            assert_eq!(date(text), (None, 10, 6), "{text}");
        }
    }

    #[test]
    fn dates_with_a_year_are_read_in_every_spelling() {
        for text in [
            "令和7年10月6日",
            "令和７年１０月６日（月）",
            "R7.10.6",
            "r7/10/6",
            "2025/10/6",
            "2025-10-06",
            "2025年10月6日(月曜日)",
            "20251006",
            "2025-10-06 00:00:00",
            "2025-10-06T00:00:00",
        ] {
            assert_eq!(date(text), (Some(2025), 10, 6), "{text}");
        }
        assert_eq!(date("令和元年5月1日"), (Some(2019), 5, 1));
    }

    #[test]
    fn a_template_left_empty_is_no_date_and_no_fault() {
        for text in ["", "月　　　　日（　　　　　　曜日）", "年　月　日", "令和　年　月　日"]
        {
            assert_eq!(written_date(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_a_fault() {
        for text in [
            "13/1",
            "2月30日",
            "10月",
            "7.10.6",
            "きのう",
            "25/10/6",
            "10/6(晴)",
            "123456789",
            "月曜日",
        ] {
            assert_eq!(written_date(text), Err(()), "{text}");
        }
    }

    #[test]
    fn the_weekday_is_kept() {
        for text in ["10月 6日（月曜日）", "10/6(月)", "10月6日月曜"] {
            assert_eq!(
                written_date(text).unwrap().unwrap().weekday,
                Some(Weekday::Mon),
                "{text}"
            );
        }
        assert_eq!(
            written_date("10月5日(日)").unwrap().unwrap().weekday,
            Some(Weekday::Sun)
        );
    }

    #[test]
    fn a_file_name_tells_its_date() {
        let day = NaiveDate::from_ymd_opt(2025, 10, 6);
        assert_eq!(date_in_name("S001_20251006.xlsx"), day);
        assert_eq!(date_in_name("S001_２０２５１００６_2.xlsx"), day);
        for name in [
            "S001.xlsx",
            "20251306.xlsx",
            "202510061.xlsx",
            "20251006-20251007.xlsx",
            "11112222.xlsx",
        ] {
            assert_eq!(date_in_name(name), None, "{name}");
        }
    }

    #[test]
    fn the_year_turns_between_two_halves_of_a_night() {
        let eve = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();
        assert_eq!(nearest(1, 1, eve), NaiveDate::from_ymd_opt(2026, 1, 1));
        assert_eq!(nearest(12, 31, eve), Some(eve));
    }
}
