//! 課題の選定: where the team placed the challenges, and the list with what was chosen and why.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::super::look::{Figure, Look, Role};
use super::super::page::{Page, Paper, Print, count, row};
use super::super::{Contents, head, office};
use crate::phrase::phrase;
use crate::report::finding::{ChallengeLine, ChoiceFinding};
use crate::text::Text;

/// Columns of the list. The five fields of the matrix are as wide as: text, viewpoint, the three small ones together, the
/// reason, the day with the measures.
const NUMBER: u16 = 0;
const TEXT: u16 = 1;
const VIEWPOINT: u16 = 2;
const EFFECT: u16 = 3;
const EASE: u16 = 4;
const STANDING: u16 = 5;
const BECAUSE: u16 = 6;
const ON: u16 = 7;
const MEASURES: u16 = 8;
const FIELDS: [(u16, u16); 5] = [
    (TEXT, TEXT),
    (VIEWPOINT, VIEWPOINT),
    (EFFECT, STANDING),
    (BECAUSE, BECAUSE),
    (ON, MEASURES),
];
/// Units of a field.
const FIELD: f64 = 27.0;

/// Adds the sheet, where there is a challenge to show.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.issues.choice;
    if found.challenges.is_empty() {
        return Ok(());
    }
    let name = text.get("workbook-sheet-choice");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-choice-title"))?;
    page.fix(NUMBER, 9.0);
    for (first, last) in FIELDS {
        let columns = f64::from(last - first + 1);
        for col in first..=last {
            page.fix(col, FIELD / columns);
        }
    }
    page.across(2, (0, MEASURES), &found.sentence, Look::words(Role::Lead).wrapped())?;
    let mut at = 3;
    if let Some(advice) = &found.advice {
        page.across(at, (0, MEASURES), advice, Look::words(Role::Warning).wrapped())?;
        at += 1;
    }
    at = matrix(&mut page, found, at + 1, text)?;
    list(&mut page, found, at + 1, text)?;
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

/// The matrix with the words of the challenges in its fields. Returns the row after it.
fn matrix(page: &mut Page, found: &ChoiceFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    page.text(top, 0, &text.get("workbook-choice-matrix"), Look::words(Role::Section))?;
    let mut at = top + 1;
    for effect in (1..=5_u8).rev() {
        let label = phrase("workbook-choice-effect").with("effect", effect);
        page.text(at, 0, &text.say(&label), Look::words(Role::Group).middle())?;
        for (ease, columns) in (1..=5_u8).zip(FIELDS) {
            let said: Vec<String> = found
                .at(effect, ease)
                .iter()
                .filter_map(|number| found.challenge(*number))
                .map(|line| format!("{} {}", marked(line), line.text))
                .collect();
            page.across(at, columns, &said.join("\n"), Look::words(Role::Field).wrapped())?;
        }
        at += 1;
    }
    page.blank(at, (0, 0), Role::Head)?;
    for (ease, columns) in (1..=5_u8).zip(FIELDS) {
        let label = phrase("workbook-choice-ease").with("ease", ease);
        page.across(at, columns, &text.say(&label), Look::words(Role::Head).middle())?;
    }
    let corners = text.get("workbook-choice-corners");
    page.across(at + 1, (0, MEASURES), &corners, Look::words(Role::Note).wrapped())?;
    Ok(at + 2)
}

/// The number, with a mark where the challenge was chosen.
fn marked(line: &ChallengeLine) -> String {
    let mark = if line.chosen.is_some() { "◎" } else { "" };
    format!("{mark}{}", line.number)
}

fn list(page: &mut Page, found: &ChoiceFinding, top: u32, text: &Text) -> Result<(), XlsxError> {
    page.text(top, 0, &text.get("workbook-choice-list"), Look::words(Role::Section))?;
    let names = [
        text.get("choice-column-number"),
        text.get("choice-column-text"),
        text.get("workbook-choice-viewpoint"),
        text.get("choice-column-effect"),
        text.get("choice-column-ease"),
        text.get("choice-column-chosen"),
        text.get("workbook-choice-because"),
        text.get("workbook-choice-on"),
        text.get("choice-column-measures"),
    ];
    for (col, name) in (0..).zip(&names) {
        page.text(top + 1, col, name, Look::words(Role::Head).middle())?;
    }
    let words = Look::words(Role::Body).wrapped();
    for (offset, line) in found.challenges.iter().enumerate() {
        let at = top + 2 + row(offset);
        let degree = |degree: Option<u8>| degree.map(f64::from);
        let figure = Look::of(Role::Body, Figure::Count).middle();
        page.number(at, NUMBER, f64::from(line.number), figure)?;
        page.text(at, TEXT, &line.text, words)?;
        let viewpoint = line
            .viewpoint
            .as_ref()
            .map_or_else(String::new, |it| format!("{} {}", it.code, it.name));
        page.text(at, VIEWPOINT, &viewpoint, words)?;
        page.known(at, EFFECT, degree(line.effect), figure)?;
        page.known(at, EASE, degree(line.ease), figure)?;
        let standing = match (&line.chosen, line.finished) {
            (None, _) => text.get("choice-standing-open"),
            (Some(_), false) => format!("◎{}", text.get("choice-standing-chosen")),
            (Some(_), true) => format!("◎{}", text.get("choice-standing-finished")),
        };
        page.text(at, STANDING, &standing, Look::words(Role::Body).middle())?;
        let because = line.chosen.as_ref().map_or("", |chosen| chosen.because.as_str());
        page.text(at, BECAUSE, because, words)?;
        page.date(at, ON, line.chosen.as_ref().map(|chosen| chosen.on), Role::Body)?;
        page.number(at, MEASURES, count(line.measures), figure)?;
    }
    Ok(())
}
