//! What `timew export` writes: an array of intervals with UTC times and tags.

use chrono::NaiveDateTime;
use serde::Deserialize;

use super::foreign::Foreign;
use super::json_items::{defect, items, reason};
use super::log::{Log, Stretched};
use super::order::Fault;
use super::written::quoted;
use crate::phrase::phrase;
use crate::worktime::Manner;

/// How Timewarrior writes a moment.
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

#[derive(Deserialize)]
struct Interval {
    start: Option<String>,
    end: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    annotation: Option<String>,
}

/// Whether the first object of an array has the start of an interval.
pub fn is_recognised(bytes: &[u8]) -> bool {
    let end = bytes.iter().position(|byte| *byte == b'}').unwrap_or(bytes.len());
    let first = bytes.get(..end).unwrap_or_default();
    let mark = b"\"start\"";
    first.windows(mark.len()).any(|window| window == mark)
}

/// Reads all intervals and moves them to the clock of the office.
pub fn read(text: &str, foreign: &Foreign) -> Log {
    let mut log = Log {
        manner: Manner::Timed,
        notes: vec![phrase("intake-note-offset").with("offset", foreign.offset.to_string())],
        ..Log::default()
    };
    if let Some((line, reason)) = defect(text) {
        let message = phrase("intake-bad-json").with("reason", reason);
        log.faults.push(Fault::line(line, message));
        return log;
    }
    for (line, item) in items(text, 2) {
        match interval(line, item, foreign) {
            Ok(work) => log.foreign.push(work),
            Err(fault) => log.faults.push(fault),
        }
    }
    log
}

fn interval(line: u64, item: &str, foreign: &Foreign) -> Result<Stretched, Fault> {
    let fault = |message| Fault::line(line, message);
    let interval: Interval =
        serde_json::from_str(item).map_err(|error| fault(phrase("intake-bad-json").with("reason", reason(&error))))?;
    let moment = |written: &str| {
        NaiveDateTime::parse_from_str(written.trim(), MOMENT)
            .ok()
            .and_then(|utc| utc.checked_add_offset(foreign.offset))
            .ok_or_else(|| fault(phrase("intake-bad-moment").with("written", quoted(written))))
    };
    let from = moment(interval.start.as_deref().unwrap_or(""))?;
    let to = interval.end.ok_or_else(|| fault(phrase("intake-open-interval")))?;
    let work = Stretched::new(line, from, moment(&to)?)?;
    Ok(Stretched {
        words: vec![interval.tags, interval.annotation.into_iter().collect()],
        ..work
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_moved_to_the_clock_of_the_office() {
        let text = "[\n{\"id\":1,\"start\":\"20251005T233000Z\",\"end\":\"20251006T001501Z\",\"tags\":[\"bath\"]}\n]";
        assert!(is_recognised(text.as_bytes()));
        let log = read(text, &Foreign::default());
        assert_eq!(log.faults, []);
        assert_eq!(log.foreign[0].from.to_string(), "2025-10-06 08:30:00");
        assert_eq!(
            (log.foreign[0].line, log.foreign[0].to.to_string().as_str()),
            (2, "2025-10-06 09:15:01")
        );
    }

    #[test]
    fn what_is_wrong_has_its_line() {
        let text = "[\n{\"start\":\"20251006T000000Z\",\"tags\":[\"a\"]},\n{\"start\":\"yesterday\",\"end\":\"20251006T000000Z\"},\n{\"start\":5},\n{\"start\":\"20251006T010000Z\",\"end\":\"20251006T000000Z\"}]";
        let lines: Vec<(String, &str)> = read(text, &Foreign::default())
            .faults
            .iter()
            .map(|fault| (fault.place.text().unwrap(), fault.message.key()))
            .collect();
        let at = |line: &str, key: &'static str| (line.to_owned(), key);
        assert_eq!(
            lines,
            [
                at("2", "intake-open-interval"),
                at("3", "intake-bad-moment"),
                at("4", "intake-bad-json"),
                at("5", "intake-ends-before-start"),
            ]
        );
        assert_eq!(
            read("[{", &Foreign::default()).faults[0].message.key(),
            "intake-bad-json"
        );
    }
}
