//! Records of klog: a date, a summary, and indented entries `8:00 - 9:30 #11 what it was`.
//!
//! A record whose summary has the head of a sheet was written by yutori and is read back whole. In every other record the tags
//! of an entry tell its task, else its words, else the tags of the record.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::log::{Log, OwnSheet, Stretched};
use super::order::Fault;
use super::written::quoted;
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::worktime::{HeadLine, unescaped};

/// Whether a text begins with the date of a record.
pub fn is_recognised(text: &str) -> bool {
    text.lines()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| headline(line).is_some())
}

/// Reads all records.
pub fn read(text: &str) -> Log {
    let mut reader = Reader::default();
    for (number, line) in (1..).zip(text.lines()) {
        reader.line(number, line);
    }
    reader.end_record();
    reader.log
}

/// The record that is being read.
struct Record {
    line: u64,
    date: NaiveDate,
    own: Option<OwnSheet>,
    /// Indentation of its entries, once there is one.
    indent: Option<String>,
    tags: Vec<String>,
    work: Vec<(Stretched, String)>,
}

#[derive(Default)]
struct Reader {
    log: Log,
    record: Option<Record>,
    /// Whether the lines up to the next blank one belong to a record that could not be read.
    is_lost: bool,
}

impl Reader {
    fn line(&mut self, number: u64, line: &str) {
        if line.trim().is_empty() {
            self.end_record();
            self.is_lost = false;
            return;
        }
        let Some(record) = &mut self.record else {
            self.begin_record(number, line);
            return;
        };
        let faults = &mut self.log.faults;
        if !line.starts_with([' ', '\t']) {
            record.summary(number, line, faults);
        } else if !record.goes_on(line) {
            match entry(line.trim()) {
                Ok((from, to, words)) => {
                    let moment = |minute| moment(record.date, minute);
                    match moment(from)
                        .zip(moment(to))
                        .map(|(from, to)| Stretched::new(number, from, to))
                    {
                        Some(Ok(work)) => record.work.push((work, words.to_owned())),
                        Some(Err(fault)) => faults.push(fault),
                        None => faults.push(Fault::line(number, unread(line))),
                    }
                }
                Err(message) => faults.push(Fault::line(number, message)),
            }
        }
    }

    fn begin_record(&mut self, line: u64, text: &str) {
        if let Some(date) = headline(text) {
            self.record = Some(Record {
                line,
                date,
                own: None,
                indent: None,
                tags: Vec::new(),
                work: Vec::new(),
            });
        } else if !std::mem::replace(&mut self.is_lost, true) {
            let message = phrase("intake-klog-no-date").with("written", quoted(text));
            self.log.faults.push(Fault::line(line, message));
        }
    }

    fn end_record(&mut self) {
        let Some(record) = self.record.take() else { return };
        if let Some(mut own) = record.own {
            for (work, words) in record.work {
                let code = own_code(&words);
                own.entries.push((work, code));
            }
            self.log.own.push(own);
            return;
        }
        let staff = record.tags.iter().find_map(|tag| tag.strip_prefix("staff="));
        let staff = staff.and_then(|staff| StaffCode::parse(staff).ok());
        let of_record = names(&record.tags);
        for (work, words) in record.work {
            let words = vec![names(&tags(&words)), vec![without_tags(&words)], of_record.clone()];
            self.log.foreign.push(Stretched {
                staff: staff.clone(),
                words,
                ..work
            });
        }
    }
}

impl Record {
    fn summary(&mut self, number: u64, line: &str, faults: &mut Vec<Fault>) {
        if !HeadLine::is_head(line) {
            self.tags.extend(tags(line));
            return;
        }
        match HeadLine::parse(line) {
            Ok(head) if head.date != self.date => {
                faults.push(Fault::line(number, phrase("intake-bad-head").with("word", "date")));
            }
            Ok(head) => {
                self.own = Some(OwnSheet {
                    line: self.line,
                    head,
                    entries: Vec::new(),
                });
            }
            Err(word) => faults.push(Fault::line(
                number,
                phrase("intake-bad-head").with("word", quoted(&word)),
            )),
        }
    }

    /// Whether a line goes on with the words of the entry before it: it is indented twice.
    fn goes_on(&mut self, line: &str) -> bool {
        match &self.indent {
            None => {
                let blanks = line.chars().take_while(|c| matches!(c, ' ' | '\t'));
                self.indent = Some(blanks.collect());
                false
            }
            Some(indent) => {
                let rest = line.strip_prefix(indent.as_str());
                match rest.filter(|rest| rest.starts_with([' ', '\t'])) {
                    Some(rest) => {
                        if let Some((_, words)) = self.work.last_mut() {
                            words.push(' ');
                            words.push_str(rest.trim());
                        }
                        true
                    }
                    None => false,
                }
            }
        }
    }
}

fn moment(date: NaiveDate, minute: i64) -> Option<NaiveDateTime> {
    date.and_time(NaiveTime::MIN)
        .checked_add_signed(TimeDelta::minutes(minute))
}

/// The date of a record: `2025-10-06`, `2025/10/06`, perhaps with what should be worked: `2025-10-06 (8h!)`.
fn headline(line: &str) -> Option<NaiveDate> {
    let date = line.get(..10)?;
    let rest = line.get(10..)?.trim();
    let is_should = rest.starts_with('(') && rest.ends_with(')');
    let format = if date.contains('-') { "%Y-%m-%d" } else { "%Y/%m/%d" };
    (rest.is_empty() || is_should)
        .then(|| NaiveDate::parse_from_str(date, format).ok())
        .flatten()
}

fn unread(line: &str) -> Phrase {
    phrase("intake-klog-bad-entry").with("written", quoted(line.trim()))
}

/// A range of time with its words; minutes count from 0:00 of the record's date.
fn entry(line: &str) -> Result<(i64, i64, &str), Phrase> {
    let no_range = || {
        let first = line.split_whitespace().next().unwrap_or("");
        let is_length = first.ends_with(['h', 'm']) && first.chars().all(|c| c.is_ascii_digit() || "+-hm".contains(c));
        if is_length {
            phrase("intake-klog-length").with("written", quoted(first))
        } else {
            unread(line)
        }
    };
    let (from, rest) = time(line).ok_or_else(no_range)?;
    let rest = rest.trim_start().strip_prefix('-').ok_or_else(no_range)?.trim_start();
    if rest.starts_with('?') {
        return Err(phrase("intake-open-interval"));
    }
    let (to, words) = time(rest).ok_or_else(|| unread(line))?;
    if !(words.is_empty() || words.starts_with([' ', '\t'])) {
        return Err(unread(line));
    }
    Ok((from, to, words.trim()))
}

/// A time of the day, `<23:00` of the day before, `0:30>` of the day after, and what follows it.
fn time(text: &str) -> Option<(i64, &str)> {
    let (before, text) = match text.strip_prefix('<') {
        Some(rest) => (-1440, rest),
        None => (0, text),
    };
    let (hour, rest) = text.split_once(':')?;
    let minute = rest.get(..2)?;
    let mut rest = rest.get(2..)?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && (1..=2).contains(&text.len());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (mut hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    for (half, hours) in [("am", 0), ("pm", 12)] {
        if let Some(after) = rest.strip_prefix(half) {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + hours;
            rest = after;
        }
    }
    let (after, rest) = match rest.strip_prefix('>') {
        Some(rest) => (1440, rest),
        None => (0, rest),
    };
    let is_time = hour < 24 && minute < 60 || hour == 24 && minute == 0;
    (is_time && !(before < 0 && after > 0)).then_some((hour * 60 + minute + before + after, rest))
}

/// The code of the task in an entry that yutori has written: `#11 …` or `#task="…" …`.
fn own_code(words: &str) -> String {
    let quoted = words.strip_prefix("#task=\"").and_then(|rest| rest.split_once('"'));
    match quoted {
        Some((code, _)) => unescaped(code).unwrap_or_default(),
        None => tags(words).into_iter().next().unwrap_or_default(),
    }
}

/// All tags in words, without the `#`; one with a value as `name=value`.
fn tags(words: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('#') {
        let is_begin = before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || "([{,;".contains(c));
        let end = |text: &str| text.find(|c| !is_of_tag(c)).unwrap_or(text.len());
        let (name, tail) = after.split_at(end(after));
        rest = tail;
        if name.is_empty() || !is_begin {
            continue;
        }
        let Some(value) = tail.strip_prefix('=') else {
            tags.push(name.to_owned());
            continue;
        };
        let quoted = ['"', '\'']
            .into_iter()
            .find_map(|mark| value.strip_prefix(mark)?.split_once(mark));
        let (value, tail) = quoted.unwrap_or_else(|| value.split_at(end(value)));
        tags.push(format!("{name}={value}"));
        rest = tail;
    }
    tags
}

fn is_of_tag(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// Each tag, and for one with a value its name too.
fn names(tags: &[String]) -> Vec<String> {
    let mut names: Vec<String> = tags.to_vec();
    let own = tags
        .iter()
        .filter_map(|tag| tag.split_once('=').map(|(name, _)| name.to_owned()));
    // A staff code is no task.
    names.extend(own);
    names.retain(|name| name != "staff" && !name.starts_with("staff="));
    names
}

/// The words of an entry without its tags.
fn without_tags(words: &str) -> String {
    words
        .split_whitespace()
        .filter(|word| !word.starts_with('#'))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<(String, String)> {
        let log = read(text);
        assert_eq!(log.faults, []);
        let shown = |moment: NaiveDateTime| moment.format("%d %H:%M").to_string();
        log.foreign
            .iter()
            .map(|work| (shown(work.from), shown(work.to)))
            .collect()
    }

    #[test]
    fn times_shifted_over_midnight_are_read() {
        let text = "2025-10-06 (8h!)\nNight #work\n    <23:00 - 6:00 #入浴\n    22:00-0:30> #記録\n\n2025/10/08\n\t1:00pm - 24:00 bath\n";
        assert!(is_recognised(text));
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(
            spans(text),
            [
                pair("05 23:00", "06 06:00"),
                pair("06 22:00", "07 00:30"),
                pair("08 13:00", "09 00:00"),
            ]
        );
    }

    #[test]
    fn tags_come_before_words_and_both_before_those_of_the_record() {
        let log = read("2025-10-06\n#office #staff=S001\n  8:00 - 9:00 helped #bath=east today\n    and #more\n");
        assert_eq!(
            log.foreign[0].words,
            [
                vec!["bath=east", "more", "bath"],
                vec!["helped today and"],
                vec!["office"]
            ]
        );
        assert_eq!(log.foreign[0].staff, StaffCode::parse("S001").ok());
    }

    #[test]
    fn what_has_no_place_in_the_day_is_a_fault_with_its_line() {
        let text = "2025-10-06\n  8:00 - ?\n  1h30m\n  9:00 - 8:00\n  25:00 - 26:00\n  8:00 - 9:00x\nhello\n\nno record\nat all\n";
        let faults: Vec<(Option<String>, &str)> = read(text)
            .faults
            .iter()
            .map(|fault| (fault.place.text(), fault.message.key()))
            .collect();
        let at = |line: &str, key: &'static str| (Some(line.to_owned()), key);
        assert_eq!(
            faults,
            [
                at("2", "intake-open-interval"),
                at("3", "intake-klog-length"),
                at("4", "intake-ends-before-start"),
                at("5", "intake-klog-bad-entry"),
                at("6", "intake-klog-bad-entry"),
                at("9", "intake-klog-no-date"),
            ]
        );
    }
}
