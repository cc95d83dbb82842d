//! Clock times, hours and spans as people write them.

use super::plain;
use crate::office::Span;

/// Latest time that may be written: the minute before 48:00, on the day after the sheet's date.
const LATEST: u16 = 47 * 60 + 59;

/// Reads a clock time: `8:30`, `８：３０`, `8時30分`, `8時半`, `830`, `25:30`, `翌1:30`, to 47:59.
pub fn clock_time(text: &str) -> Option<u16> {
    let chars: Vec<char> = plain(text).chars().collect();
    let mut reader = Reader { chars: &chars, at: 0 };
    let time = reader.time()?;
    reader.is_done().then_some(time)
}

/// Reads an hour label: `8`, `８時台`, `8時`, `8:00`, to 47. `Ok(None)` for a label that was left empty (`時台`).
pub fn hour_label(text: &str) -> Result<Option<u16>, ()> {
    let text = plain(text);
    let digits = text.trim_end_matches(['台', '時', '頃']);
    if digits.is_empty() {
        return Ok(None);
    }
    let digits = digits.strip_suffix(":00").unwrap_or(digits);
    if digits.len() > 2 || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(());
    }
    digits.parse().ok().filter(|hour| *hour < 48).map(Some).ok_or(())
}

/// Reads a span: `8:30～17:30`, `8時30分-17時30分`, `830-1730`, `16:30～翌9:30`.
///
/// `Ok(None)` for one that was left empty (`：　～　：`). An end at or before the start is on the next day.
pub fn span(text: &str) -> Result<Option<Span>, ()> {
    let text = plain(text);
    if !text.chars().any(|c| c.is_ascii_digit()) {
        let is_template = text
            .chars()
            .all(|c| matches!(c, ':' | '~' | '-' | '時' | '分' | '(' | ')'));
        return if is_template { Ok(None) } else { Err(()) };
    }
    let text = text.replace("から", "~").replace("まで", "");
    let chars: Vec<char> = text.chars().collect();
    let mut reader = Reader { chars: &chars, at: 0 };
    let start = reader.time().ok_or(())?;
    if !reader.dashes() {
        return Err(());
    }
    let end = reader.time().ok_or(())?;
    if !reader.is_done() {
        return Err(());
    }
    let span = if end <= start && end < 1440 {
        Span::of_clock(start, end)
    } else {
        Span::new(start, end)
    };
    span.map(Some).map_err(|_| ())
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn is_done(&self) -> bool {
        self.at == self.chars.len()
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, words: &str) -> bool {
        let length = words.chars().count();
        let found = self
            .chars
            .get(self.at..self.at + length)
            .is_some_and(|here| here.iter().copied().eq(words.chars()));
        if found {
            self.at += length;
        }
        found
    }

    fn dashes(&mut self) -> bool {
        let before = self.at;
        while self.peek().is_some_and(|c| matches!(c, '~' | '-' | '→')) {
            self.at += 1;
        }
        self.at > before
    }

    /// Up to four digits with how many there were.
    fn digits(&mut self) -> Option<(u16, usize)> {
        let mut number = 0u16;
        let mut count = 0;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            count += 1;
            if count > 4 {
                return None;
            }
            number = number * 10 + u16::try_from(digit).ok()?;
            self.at += 1;
        }
        (count > 0).then_some((number, count))
    }

    fn time(&mut self) -> Option<u16> {
        let next_day = self.take("翌日") || self.take("翌朝") || self.take("翌");
        let afternoon = self.take("午後");
        let forenoon = !afternoon && self.take("午前");
        let (first, count) = self.digits()?;
        let (hour, minute) = if self.take(":") || (count <= 2 && self.take(".")) {
            let (minute, digits) = self.digits()?;
            if digits != 2 {
                return None;
            }
            if self.take(":") {
                // Seconds are written by spreadsheets, never meant.
                self.digits()?;
            }
            (first, minute)
        } else if self.take("時") {
            if self.take("半") {
                (first, 30)
            } else {
                let minute = self.digits().map_or(0, |(minute, _)| minute);
                self.take("分");
                (first, minute)
            }
        } else if count >= 3 {
            (first / 100, first % 100)
        } else {
            (first, 0)
        };
        let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
        if minute >= 60 || hour >= 48 || (hour > 12 && forenoon) {
            return None;
        }
        let time = hour * 60 + minute + if next_day && hour < 24 { 1440 } else { 0 };
        (time <= LATEST).then_some(time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_in_every_spelling() {
        for text in [
            "8:30～17:30",
            "８：３０～１７：３０",
            "8：30〜17：30",
            "8時30分-17時30分",
            "8時半～17時半",
            "830-1730",
            "0830 ー 1730",
            "8:30 – 17:30",
            "8:30から17:30まで",
            "8.30-17.30",
            "午前8時30分～午後5時30分",
            "8:30:00~17:30:00",
        ] {
            assert_eq!(span(text), Ok(Some(Span::new(510, 1050).unwrap())), "{text}");
        }
    }

    #[test]
    fn a_span_past_midnight_is_read_in_every_spelling() {
        for text in [
            "16:30～9:30",
            "16:30～翌9:30",
            "16:30-33:30",
            "1630~翌日930",
            "16時30分～翌朝9時30分",
        ] {
            assert_eq!(span(text), Ok(Some(Span::new(990, 2010).unwrap())), "{text}");
        }
        assert_eq!(span("0:00~24:00"), Ok(Some(Span::new(0, 1440).unwrap())));
        assert_eq!(span("22~7"), Ok(Some(Span::new(1320, 1860).unwrap())));
    }

    #[test]
    fn a_template_left_empty_is_no_span_and_no_fault() {
        for text in ["", "：　　　～　　　：", "：～：", "時　分～　時　分", "～"] {
            assert_eq!(span(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn half_a_span_is_a_fault() {
        for text in [
            "8:30～",
            "8:30",
            "～17:30",
            "日勤",
            "8:30-12:00,13:00-17:30",
            "8:70-9:00",
            "50:00-51:00",
            "8:3-9:00",
        ] {
            assert_eq!(span(text), Err(()), "{text}");
        }
    }

    #[test]
    fn times_run_to_the_end_of_the_next_day() {
        for (text, minute) in [
            ("8:30", 510),
            ("２５：３０", 1530),
            ("47:59", 2879),
            ("翌1:30", 1530),
            ("8", 480),
            ("0830", 510),
            ("8:30:00", 510),
        ] {
            assert_eq!(clock_time(text), Some(minute), "{text}");
        }
        for text in ["48:00", "8:60", "", "8:30x", "12345", "-1:00"] {
            assert_eq!(clock_time(text), None, "{text}");
        }
    }

    #[test]
    fn hour_labels_are_read_in_every_spelling() {
        for text in ["8", "８", "8時台", "８時台", "8時", " 8 時台", "8:00", "08"] {
            assert_eq!(hour_label(text), Ok(Some(8)), "{text}");
        }
        assert_eq!(hour_label("25時台"), Ok(Some(25)));
        assert_eq!(hour_label("時台"), Ok(None));
        for text in ["八時台", "48", "8:30", "-1", "8-9"] {
            assert_eq!(hour_label(text), Err(()), "{text}");
        }
    }
}
