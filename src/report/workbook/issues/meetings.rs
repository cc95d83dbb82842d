//! 委員会記録: one block a meeting in order of their days, ready to be printed and confirmed.

use chrono::{Datelike, Weekday};
use rust_xlsxwriter::{Workbook, XlsxError};

use super::super::look::{Look, Role};
use super::super::page::{Page, Paper, Print};
use super::super::{Contents, head, office, width};
use crate::issues::MEETING_MONTHS;
use crate::phrase::phrase;
use crate::report::finding::MeetingLine;
use crate::text::Text;

/// What stands at the left: the topic, or what the row is about.
const LABEL: (u16, f64) = (0, 36.0);
/// Whether a topic was talked about.
const TICK: (u16, f64) = (1, 12.0);
/// What was said.
const SAID: (u16, f64) = (2, 47.0);
/// Rows that are printed on each page: title and office.
const HEADING: (u32, u32) = (0, 1);
/// Points of height on a page of A4 within the margins, under the heading.
const PAPER: f64 = 690.0;
/// Points of a row of one line, and of each further line.
const ROW: f64 = 20.0;
const LINE: f64 = 15.0;

/// Adds the sheet, where there is a meeting to show.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.issues.meetings;
    if found.meetings.is_empty() {
        return Ok(());
    }
    let name = text.get("workbook-sheet-meetings");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-meetings-title"))?;
    for (col, units) in [LABEL, TICK, SAID] {
        page.fix(col, units);
    }
    let all = (LABEL.0, SAID.0);
    page.across(2, all, &found.sentence, Look::words(Role::Lead).wrapped())?;
    let rule = phrase("workbook-meetings-rule").with("months", MEETING_MONTHS);
    page.across(3, all, &text.say(&rule), Look::words(Role::Note).wrapped())?;
    let mut at = 5;
    // The lead and the rule take their part of the first page.
    let mut used = 100.0;
    for (place, meeting) in found.meetings.iter().rev().enumerate() {
        let rows = rows(meeting, place + 1, text);
        let tall: f64 = rows.iter().map(Part::height).sum();
        if place > 0 && used + tall > PAPER {
            page.break_before(at);
            used = 0.0;
        }
        used += tall + ROW;
        for part in &rows {
            part.write(&mut page, at)?;
            at += 1;
        }
        at += 1;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Portrait,
        heading: Some(HEADING),
        stays: 0,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// One row of a block.
enum Part {
    /// The name of the meeting.
    Band(String),
    /// The heading of the topics.
    Heads([String; 3]),
    /// A topic, whether it was talked about, and what was said.
    Topic([String; 3]),
    /// What the row is about, and its words.
    Words(String, String),
}

impl Part {
    fn height(&self) -> f64 {
        let lines = |text: &str, units: f64| f64::from(width::lines(text, units - 1.0));
        let most = match self {
            Self::Band(_) | Self::Heads(_) => 1.0,
            Self::Topic([topic, _, said]) => lines(topic, LABEL.1).max(lines(said, SAID.1)),
            Self::Words(_, words) => lines(words, TICK.1 + SAID.1),
        };
        ROW + (most - 1.0) * LINE
    }

    fn write(&self, page: &mut Page, at: u32) -> Result<(), XlsxError> {
        let body = Look::words(Role::Body).wrapped();
        match self {
            Self::Band(words) => page.across(at, (LABEL.0, SAID.0), words, Look::words(Role::Group)),
            Self::Heads([label, tick, said]) => {
                let head = Look::words(Role::Head);
                page.text(at, LABEL.0, label, head)?;
                page.text(at, TICK.0, tick, head.middle())?;
                page.text(at, SAID.0, said, head)
            }
            Self::Topic([topic, tick, said]) => {
                page.text(at, LABEL.0, topic, body)?;
                page.text(at, TICK.0, tick, Look::words(Role::Body).middle())?;
                page.text(at, SAID.0, said, body)
            }
            Self::Words(label, words) => {
                page.text(at, LABEL.0, label, Look::words(Role::Body))?;
                page.across(at, (TICK.0, SAID.0), words, body)
            }
        }
    }
}

fn rows(meeting: &MeetingLine, number: usize, text: &Text) -> Vec<Part> {
    let held = phrase("workbook-meetings-held")
        .with("number", number)
        .with("date", meeting.date.to_string())
        .with("weekday", weekday(meeting, text));
    let mut rows = vec![
        Part::Band(text.say(&held)),
        Part::Words(text.get("workbook-meetings-people"), people(meeting, text)),
        Part::Heads([
            text.get("workbook-meetings-topic"),
            text.get("workbook-meetings-discussed"),
            text.get("workbook-meetings-said"),
        ]),
    ];
    rows.extend(meeting.topics.iter().map(|topic| {
        let tick = if topic.discussed {
            text.get("meetings-discussed")
        } else {
            text.get("meetings-not-discussed")
        };
        Part::Topic([topic.name.clone(), tick, topic.said.clone().unwrap_or_default()])
    }));
    let decisions: Vec<String> = meeting
        .decisions
        .iter()
        .enumerate()
        .map(|(place, decision)| {
            let said = phrase("meetings-numbered")
                .with("number", place + 1)
                .with("text", decision.as_str());
            text.say(&said)
        })
        .collect();
    rows.push(Part::Words(
        text.get("workbook-meetings-decisions"),
        decisions.join("\n"),
    ));
    if !meeting.note.is_empty() {
        rows.push(Part::Words(text.get("workbook-meetings-note"), meeting.note.clone()));
    }
    if !meeting.remarks.is_empty() {
        let remarks: Vec<&str> = meeting.remarks.iter().map(|remark| remark.text.as_str()).collect();
        rows.push(Part::Words(text.get("workbook-meetings-remarks"), remarks.join("\n")));
    }
    rows.push(Part::Words(
        text.get("workbook-meetings-confirm"),
        text.get("workbook-meetings-confirm-line"),
    ));
    rows
}

fn people(meeting: &MeetingLine, text: &Text) -> String {
    let people: Vec<String> = meeting
        .people
        .iter()
        .map(|it| {
            let said = if it.gives_care {
                phrase("meetings-person-care")
            } else {
                phrase("meetings-person")
            };
            text.say(&said.with("role", it.role.as_str()).with("people", it.people))
        })
        .collect();
    let counted = phrase("meetings-people-counted")
        .with("people", people.join(&text.get("list-separator")))
        .with("count", meeting.people_count);
    format!("{}\n{}", text.say(&counted), text.get("meetings-care-legend"))
}

fn weekday(meeting: &MeetingLine, text: &Text) -> String {
    text.get(match meeting.date.weekday() {
        Weekday::Mon => "weekday-monday",
        Weekday::Tue => "weekday-tuesday",
        Weekday::Wed => "weekday-wednesday",
        Weekday::Thu => "weekday-thursday",
        Weekday::Fri => "weekday-friday",
        Weekday::Sat => "weekday-saturday",
        Weekday::Sun => "weekday-sunday",
    })
}
