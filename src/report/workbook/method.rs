//! 方法: the rules behind every figure, so that nobody has to ask.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::{Look, Role};
use super::page::{Page, Paper, Print};
use super::{Contents, head, office};
use crate::effect::{Grade, Verdict};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::CheckFinding;
use crate::text::Text;

/// The part that begins the second page of paper.
const SECOND_PAGE: usize = 2;

/// A row: what it is about, and what is to be said.
type Row = (String, String);

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-method");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-method-title"))?;
    page.fix(0, 24.0);
    page.fix(1, 78.0);
    let parts = [
        (text.get("workbook-method-source"), source(contents, text)),
        (text.get("workbook-method-counting"), counting(contents, text)),
        (text.get("workbook-method-effect"), effect(text)),
        (text.get("workbook-method-verdicts"), verdicts(text)),
        (text.get("workbook-method-grades"), grades(text)),
        (text.get("workbook-method-check"), quality(contents.check, text)),
    ];
    let mut top = 3;
    for (index, (title, rows)) in parts.iter().enumerate() {
        if index == SECOND_PAGE {
            page.break_before(top);
        }
        page.across(top, (0, 1), title, Look::words(Role::Head))?;
        top += 1;
        for (about, words) in rows {
            page.text(top, 0, about, Look::words(Role::Body).wrapped())?;
            page.text(top, 1, words, Look::words(Role::Body).wrapped())?;
            top += 1;
        }
        top += 1;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Portrait,
        heading: Some((0, 2)),
        stays: 0,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

fn source(contents: &Contents, text: &Text) -> Vec<Row> {
    let summary = contents.summary;
    let list = phrase("workbook-method-list-of")
        .with("title", contents.task_list_title)
        .with("id", summary.task_list.as_str());
    let made = contents.made.format("%Y/%m/%d %H:%M").to_string();
    let staff = if contents.with_staff {
        text.get("workbook-method-with-staff")
    } else {
        text.say(&phrase("workbook-method-without-staff").with("people", SMALLEST_GROUP))
    };
    let mut rows = vec![
        (text.get("workbook-method-made"), made),
        (
            text.get("workbook-method-program"),
            format!("yutori {}", contents.version),
        ),
        (text.get("workbook-method-list"), text.say(&list)),
        (
            text.get("workbook-method-list-source"),
            contents.task_list_source.to_owned(),
        ),
        (
            text.get("workbook-method-slot"),
            text.say(&phrase("workbook-method-slot-of").with("minutes", summary.slot_minutes)),
        ),
        (
            text.get("workbook-method-night"),
            text.say(&phrase("workbook-method-night-of").with("night", summary.night_hours.as_str())),
        ),
        (text.get("workbook-method-people"), staff),
    ];
    let notes = summary.list_notes.iter();
    rows.extend(notes.map(|note| (text.get("list-note-title"), note.note.clone())));
    rows
}

fn counting(contents: &Contents, text: &Text) -> Vec<Row> {
    let scale = |of: fn(&crate::report::finding::Periods) -> u16, usual: u16| {
        contents.summary.waves.first().map_or(usual, |wave| of(&wave.periods))
    };
    let scaled = phrase("workbook-method-scaled-how")
        .with("day", scale(|periods| periods.day.scale, 480))
        .with("night", scale(|periods| periods.night.scale, 600));
    vec![
        (text.get("workbook-filled-minutes"), text.get("workbook-method-minutes")),
        (text.get("workbook-unfilled"), text.get("workbook-method-unfilled")),
        (text.get("workbook-share"), text.get("workbook-method-share")),
        (
            text.get("workbook-per-person-day"),
            text.get("workbook-method-per-person-day"),
        ),
        (text.get("workbook-method-scaled"), text.say(&scaled)),
        (text.get("workbook-hour"), text.get("workbook-method-hour")),
        (text.get("workbook-on-duty"), text.get("workbook-method-on-duty")),
        (text.get("workbook-date"), text.get("workbook-method-date")),
        (
            text.get("workbook-method-rounding"),
            text.get("workbook-method-rounding-how"),
        ),
        (text.get("workbook-method-dash"), text.get("workbook-method-dash-how")),
    ]
}

fn effect(text: &Text) -> Vec<Row> {
    vec![
        (
            text.get("workbook-method-person"),
            text.get("workbook-method-person-how"),
        ),
        (
            text.get("workbook-method-paired"),
            text.get("workbook-method-paired-how"),
        ),
        (
            text.get("workbook-method-unpaired"),
            text.get("workbook-method-unpaired-how"),
        ),
        (text.get("workbook-p"), text.get("workbook-method-p")),
        (text.get("workbook-p-holm"), text.get("workbook-method-holm")),
        (
            text.get("workbook-method-interval"),
            text.get("workbook-method-interval-how"),
        ),
        (
            text.get("workbook-hodges-lehmann"),
            text.get("workbook-method-hodges-lehmann"),
        ),
        (text.get("workbook-method-size"), text.get("workbook-method-size-how")),
        (text.get("workbook-method-few"), text.get("workbook-method-few-how")),
    ]
}

fn verdicts(text: &Text) -> Vec<Row> {
    let row = |verdict: Verdict, words: String| (super::overview::verdict(verdict, text), words);
    vec![
        row(Verdict::Improved, text.get("workbook-method-improved")),
        row(Verdict::Worse, text.get("workbook-method-worse")),
        row(Verdict::NotShown, text.get("workbook-method-not-shown")),
        row(Verdict::NotDecidable, text.get("workbook-method-not-decidable")),
    ]
}

fn grades(text: &Text) -> Vec<Row> {
    let row = |grade: Grade, words: String| (grade.letter().to_owned(), words);
    vec![
        row(Grade::A, text.get("workbook-method-grade-a")),
        row(Grade::B, text.get("workbook-method-grade-b")),
        row(Grade::C, text.get("workbook-method-grade-c")),
        row(Grade::D, text.get("workbook-method-grade-d")),
    ]
}

/// How many sheets have which problem; no sheet is named here.
fn quality(check: &CheckFinding, text: &Text) -> Vec<Row> {
    let book = if check.ok {
        text.get("workbook-method-book-whole")
    } else {
        text.get("workbook-method-book-damaged")
    };
    let mut rows = vec![(text.get("workbook-method-book"), book)];
    let sheets = check.sheets.len();
    if sheets == 0 {
        return rows;
    }
    let sound = check.sheets.iter().filter(|sheet| sheet.problems.is_empty()).count();
    let points: u32 = check.sheets.iter().map(|sheet| sheet.score).sum();
    let mean = f64::from(points) / super::page::count(sheets);
    let words = phrase("workbook-method-sheets-of")
        .with("sheets", sheets)
        .with("sound", sound)
        .with("score", format!("{mean:.1}"));
    rows.push((text.get("workbook-sheets"), text.say(&words)));
    for (code, name) in problems(text) {
        let with = check
            .sheets
            .iter()
            .filter(|sheet| sheet.problems.iter().any(|problem| problem.code == code))
            .count();
        if with > 0 {
            rows.push((
                name,
                text.say(&phrase("workbook-method-sheets-with").with("sheets", with)),
            ));
        }
    }
    rows
}

fn problems(text: &Text) -> [(&'static str, String); 7] {
    [
        ("unfilled", text.get("workbook-problem-unfilled")),
        ("missing-span", text.get("workbook-problem-missing-span")),
        ("outside-span", text.get("workbook-problem-outside-span")),
        ("break", text.get("workbook-problem-break")),
        ("heaping", text.get("workbook-problem-heaping")),
        ("overlap", text.get("workbook-problem-overlap")),
        ("copied", text.get("workbook-problem-copied")),
    ]
}
