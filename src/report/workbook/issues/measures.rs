//! 改善計画: what is worked on and why, the weeks as filled cells, and every measure with all that belongs to it; ready to hand in.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Workbook, XlsxError};

use super::super::look::{Look, Role};
use super::super::page::{Page, Paper, Print};
use super::super::{Contents, head, office};
use super::measure_weeks::gantt;
use crate::phrase::phrase;
use crate::report::finding::{MeasureLine, MeasuresFinding};
use crate::text::Text;

/// Narrow columns of the sheet: a week takes one or more of them, a text lies across several.
pub(super) const GRID: u16 = 48;
pub(super) const GRID_UNITS: f64 = 2.8;
/// Columns of number, viewpoint and challenge, measure, owner, period, steps, indicators, checks, status.
const WIDTHS: [u16; 9] = [2, 6, 6, 3, 5, 8, 7, 4, 7];
/// Most steps, indicators and checks in one row; a row is never higher than a page.
const MOST: [usize; 3] = [8, 4, 12];

/// Adds the sheet, where there is a measure.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let finding = &contents.issues.measures;
    let Some(weeks) = finding.weeks else { return Ok(()) };
    let name = text.get("measures-sheet");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("measures-sheet-title"))?;
    for col in 0..GRID {
        page.fix(col, GRID_UNITS);
    }
    let made = phrase("measures-sheet-lead")
        .with("today", finding.today.to_string())
        .with("sentence", finding.sentence.as_str());
    page.across(2, (0, GRID - 1), &text.say(&made), Look::words(Role::Lead).wrapped())?;
    let top = challenges(&mut page, finding, 4, text)?;
    let top = gantt(&mut page, finding, weeks, top + 1, text)?;
    let (heading, last) = table(&mut page, finding, top + 1, text)?;
    page.across(
        last + 1,
        (0, GRID - 1),
        finding.note.trim(),
        Look::words(Role::Note).wrapped(),
    )?;
    page.sheet().set_repeat_rows(heading, heading)?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: None,
        stays: 0,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// A heading over the whole width.
pub(super) fn section(page: &mut Page, top: u32, words: &str) -> Result<(), XlsxError> {
    page.across(top, (0, GRID - 1), words, Look::words(Role::Section))
}

/// The challenges that were chosen, and why. Returns the row after them.
fn challenges(page: &mut Page, finding: &MeasuresFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, &text.get("measures-sheet-challenges"))?;
    let head = Look::words(Role::Head);
    let columns = [(0, 1), (2, 19), (20, 42), (43, GRID - 1)];
    let names = [
        text.get("measures-column-number"),
        text.get("measures-column-challenge"),
        text.get("measures-column-because"),
        text.get("measures-column-chosen"),
    ];
    for (columns, name) in columns.iter().zip(&names) {
        page.across(top + 1, *columns, name, head)?;
    }
    let mut at = top + 2;
    let body = Look::words(Role::Body).wrapped();
    if finding.challenges.is_empty() {
        page.across(at, (0, GRID - 1), &text.get("measures-sheet-none-chosen"), body)?;
        at += 1;
    }
    for challenge in &finding.challenges {
        let cells = [
            challenge.number.to_string(),
            challenge.text.clone(),
            challenge.because.clone(),
            challenge.on.to_string(),
        ];
        for (columns, cell) in columns.iter().zip(&cells) {
            page.across(at, *columns, cell, body)?;
        }
        at += 1;
    }
    Ok(at)
}

/// Every measure with all that belongs to it. Returns the row of the heading and the row after the last.
fn table(page: &mut Page, finding: &MeasuresFinding, top: u32, text: &Text) -> Result<(u32, u32), XlsxError> {
    section(page, top, &text.get("measures-sheet-measures"))?;
    let names = [
        text.get("measures-column-number"),
        text.get("measures-column-answers"),
        text.get("measures-column-measure"),
        text.get("measures-column-owner"),
        text.get("measures-column-period"),
        text.get("measures-column-steps"),
        text.get("measures-column-indicators"),
        text.get("measures-column-checks"),
        text.get("measures-column-why"),
    ];
    let heading = top + 1;
    cells(page, heading, &names, Look::words(Role::Head).wrapped())?;
    let mut at = heading + 1;
    for line in &finding.measures {
        for (place, row) in rows(line, text).iter().enumerate() {
            let look = Look::words(Role::Body).wrapped();
            // Where a measure goes on, its number stands again.
            let number = if place == 0 {
                line.number.to_string()
            } else {
                text.say(&phrase("measures-goes-on").with("number", line.number.to_string()))
            };
            let mut words = vec![number];
            words.extend_from_slice(row);
            cells(page, at, &words, look)?;
            at += 1;
        }
    }
    Ok((heading, at))
}

fn cells(page: &mut Page, at: u32, words: &[String], look: Look) -> Result<(), XlsxError> {
    let mut col = 0;
    for (words, wide) in words.iter().zip(WIDTHS) {
        page.across(at, (col, col + wide - 1), words, look)?;
        col += wide;
    }
    Ok(())
}

/// The rows of a measure without its number: what is said of it, and as many more as its lists need.
fn rows(line: &MeasureLine, text: &Text) -> Vec<Vec<String>> {
    let lists = [steps(line, text), indicators(line, text), checks(line, text)];
    let parts: Vec<Vec<String>> = lists
        .iter()
        .zip(MOST)
        .map(|(list, most)| list.chunks(most).map(|part| part.join("\n")).collect())
        .collect();
    let count = parts.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let part = |list: usize, place: usize| parts[list].get(place).cloned().unwrap_or_default();
    (0..count)
        .map(|place| {
            let first = |words: String| if place == 0 { words } else { String::new() };
            vec![
                first(answers(line, text)),
                first(line.text.clone()),
                first(line.owner.clone().unwrap_or_else(|| text.get("measures-unset"))),
                first(period(line, text)),
                part(0, place),
                part(1, place),
                part(2, place),
                first(why(line, text)),
            ]
        })
        .collect()
}

fn answers(line: &MeasureLine, text: &Text) -> String {
    let viewpoint = text.say(
        &phrase("measures-cell-viewpoint")
            .with("code", line.viewpoint.code.as_str())
            .with("name", line.viewpoint.name.as_str()),
    );
    match &line.challenge {
        Some(challenge) => {
            let said = phrase("measures-cell-challenge")
                .with("number", challenge.number.to_string())
                .with("text", challenge.text.as_str());
            format!("{viewpoint}\n{}", text.say(&said))
        }
        None => viewpoint,
    }
}

fn period(line: &MeasureLine, text: &Text) -> String {
    let from = phrase("measures-cell-from").with("start", line.start.to_string());
    format!("{}\n{}", text.say(&from), line.end)
}

/// `3/9`: the year stands in the period.
fn short(day: NaiveDate) -> String {
    format!("{}/{}", day.month(), day.day())
}

/// Nothing at all is said in words, so that nobody takes an empty cell for a fault of the printer.
fn or_unset(list: Vec<String>, text: &Text) -> Vec<String> {
    if list.is_empty() {
        vec![text.get("measures-unset")]
    } else {
        list
    }
}

fn steps(line: &MeasureLine, text: &Text) -> Vec<String> {
    let said = line.steps.iter().map(|step| {
        let said = match step.done {
            Some(done) if done == step.due => phrase("measures-cell-step-in-time"),
            Some(done) => phrase("measures-cell-step-done").with("done", short(done)),
            None => phrase("measures-cell-step"),
        };
        text.say(&said.with("due", short(step.due)).with("text", step.text.as_str()))
    });
    or_unset(said.collect(), text)
}

fn indicators(line: &MeasureLine, text: &Text) -> Vec<String> {
    let said = line.indicators.iter().map(|indicator| {
        let before = match &indicator.before_text {
            Some(before) => before.clone(),
            None => text.get("measures-not-measured"),
        };
        let said = phrase("measures-cell-indicator")
            .with("name", indicator.name.as_str())
            .with("before", before)
            .with(
                "target",
                indicator
                    .target_text
                    .clone()
                    .unwrap_or_else(|| text.get("measures-unset")),
            );
        text.say(&said)
    });
    or_unset(said.collect(), text)
}

fn checks(line: &MeasureLine, text: &Text) -> Vec<String> {
    let said = line.checks.iter().map(|check| match check.done {
        Some(done) if done == check.on => text.say(&phrase("measures-cell-checked").with("day", short(check.on))),
        Some(done) => text.say(
            &phrase("measures-cell-checked-later")
                .with("day", short(check.on))
                .with("done", short(done)),
        ),
        None => short(check.on),
    });
    or_unset(said.collect(), text)
}

fn why(line: &MeasureLine, text: &Text) -> String {
    match line.news.last() {
        Some(news) => text.say(
            &phrase("measures-cell-why")
                .with("status", line.status_name.as_str())
                .with("on", short(news.on))
                .with("word", news.word.as_str()),
        ),
        None => line.status_name.clone(),
    }
}
