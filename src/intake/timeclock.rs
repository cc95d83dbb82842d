//! A timeclock of ledger or hledger: `i 2025/10/06 09:00:00 account  description`, then `o 2025/10/06 09:30:00`.
//!
//! Below a comment that is the head of a sheet, the accounts are `wave:staff:task` and everything is read back whole. In every
//! other timeclock the account tells the task, else one of its parts from the last on, else the description.

use chrono::{NaiveDate, NaiveDateTime};

use super::log::{Log, OwnSheet, Stretched};
use super::order::Fault;
use super::written::quoted;
use super::written::seconds::clock_seconds;
use crate::phrase::phrase;
use crate::worktime::{HeadLine, Manner, unescaped};

/// Whether the first line that is no comment clocks in, or the head of a sheet stands before it.
pub fn is_recognised(text: &str) -> bool {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(comment) = comment(line) {
            if HeadLine::is_head(comment) {
                return true;
            }
            continue;
        }
        return event(line).is_some();
    }
    false
}

/// Reads all stretches.
pub fn read(text: &str) -> Log {
    let mut log = Log {
        manner: Manner::Timed,
        ..Log::default()
    };
    let mut open: Option<(u64, NaiveDateTime, &str)> = None;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    for (number, line) in lines {
        if let Some(comment) = comment(line) {
            if HeadLine::is_head(comment) {
                begin_sheet(number, comment, &mut log);
            }
            continue;
        }
        let fault = |key| Fault::line(number, key);
        match event(line) {
            Some((Code::In, moment, rest)) => {
                if let Some((before, ..)) = open.replace((number, moment, rest)) {
                    log.faults
                        .push(fault(phrase("intake-clock-twice").with("other", before)));
                }
            }
            Some((Code::Out, moment, _)) => match open.take() {
                None => log.faults.push(fault(phrase("intake-clock-not-in"))),
                Some((line, from, rest)) => match Stretched::new(line, from, moment) {
                    Ok(work) => keep(work, rest, &mut log),
                    Err(fault) => log.faults.push(fault),
                },
            },
            Some((Code::Other, ..)) => {}
            None => log
                .faults
                .push(fault(phrase("intake-clock-bad-line").with("written", quoted(line)))),
        }
    }
    if let Some((line, ..)) = open {
        log.faults.push(Fault::line(line, phrase("intake-open-interval")));
    }
    log
}

fn begin_sheet(line: u64, comment: &str, log: &mut Log) {
    match HeadLine::parse(comment) {
        Ok(head) => log.own.push(OwnSheet {
            line,
            head,
            entries: Vec::new(),
        }),
        Err(word) => log
            .faults
            .push(Fault::line(line, phrase("intake-bad-head").with("word", quoted(&word)))),
    }
}

fn keep(work: Stretched, rest: &str, log: &mut Log) {
    let rest = rest.split(';').next().unwrap_or("").trim();
    let two_blanks = rest.find("  ").into_iter().chain(rest.find('\t')).min();
    let (account, description) = two_blanks.map_or((rest, ""), |at| rest.split_at(at));
    if let Some(own) = log.own.last_mut() {
        let code = account.rsplit(':').next().and_then(unescaped).unwrap_or_default();
        own.entries.push((work, code));
    } else {
        let parts = account.rsplit(':').map(|part| vec![part.trim().to_owned()]);
        let words = std::iter::once(vec![account.to_owned()])
            .chain(parts)
            .chain([vec![description.trim().to_owned()]]);
        log.foreign.push(Stretched {
            words: words.collect(),
            ..work
        });
    }
}

fn comment(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix([';', '#', '*']).map(str::trim)
}

enum Code {
    In,
    Out,
    /// Balances and hours that should be worked.
    Other,
}

/// What a line says: in or out, when, and what follows.
fn event(line: &str) -> Option<(Code, NaiveDateTime, &str)> {
    let (code, rest) = line.trim_end().split_once([' ', '\t'])?;
    let code = match code {
        "i" | "I" => Code::In,
        "o" | "O" => Code::Out,
        "b" | "h" => Code::Other,
        _ => return None,
    };
    let rest = rest.trim_start();
    let (date, rest) = rest.split_once([' ', '\t'])?;
    let date = ["%Y/%m/%d", "%Y-%m-%d", "%Y.%m.%d"]
        .into_iter()
        .find_map(|format| NaiveDate::parse_from_str(date, format).ok())?;
    let rest = rest.trim_start();
    let (time, rest) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
    // The zone that hledger lets stand behind the time is not looked at there either: the clock is the office's.
    let time = time.split(['+', '-']).next().unwrap_or(time);
    let seconds = clock_seconds(time).filter(|seconds| *seconds < 86_400)?;
    let moment = date.and_time(chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?);
    Some((code, moment, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_and_descriptions_are_told_apart() {
        let text = "; my work\ni 2025/10/06 22:50:05 care:night duty  rounds ; note\no 2025-10-07 00:10\n";
        assert!(is_recognised(text));
        let log = read(text);
        assert_eq!(log.faults, []);
        let work = &log.foreign[0];
        assert_eq!(
            work.words,
            [
                vec!["care:night duty"],
                vec!["night duty"],
                vec!["care"],
                vec!["rounds"]
            ]
        );
        assert_eq!((work.to - work.from).num_seconds(), 4795);
    }

    #[test]
    fn what_does_not_pair_is_a_fault_with_its_line() {
        let text = "o 2025/10/06 09:00:00\ni 2025/10/06 10:00:00 a\ni 2025/10/06 11:00:00 b\no 2025/10/06 10:30:00\nx\ni 2025/13/06 10:00 a\ni 2025/10/06 12:00:00 c\n";
        let log = read(text);
        let faults: Vec<(String, &str)> = log
            .faults
            .iter()
            .map(|fault| (fault.place.text().unwrap(), fault.message.key()))
            .collect();
        let at = |line: &str, key: &'static str| (line.to_owned(), key);
        assert_eq!(
            faults,
            [
                at("1", "intake-clock-not-in"),
                at("3", "intake-clock-twice"),
                at("3", "intake-ends-before-start"),
                at("5", "intake-clock-bad-line"),
                at("6", "intake-clock-bad-line"),
                at("7", "intake-open-interval"),
            ]
        );
    }
}
