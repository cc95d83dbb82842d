//! 課題: what the survey shows, by viewpoint, statement and unit, the rounds compared, and how it was counted.

mod compared;
mod tables;

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::ChallengeSurveyFinding;
use crate::report::workbook::look::{Look, Role};
use crate::report::workbook::page::{Page, Paper, Print};
use crate::report::workbook::{Contents, head, office};
use crate::text::Text;

/// Last column of the tables.
const LAST: u16 = 13;
/// Widths of the columns: code, name, figures, figures of the groups, gap.
const CODE: f64 = 7.0;
const NAME: f64 = 55.0;
const EACH: f64 = 9.0;
const GROUP: f64 = 10.5;
/// The column of the last group, where the words of a verdict stand too.
const WORDS: u16 = 12;

/// Adds the sheet where anybody answered.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.issues.survey;
    if found.rounds.is_empty() {
        return Ok(());
    }
    let name = text.get("seen-sheet");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("seen-sheet-title"))?;
    page.fix(0, CODE);
    page.fix(1, NAME);
    for col in 2..=LAST {
        let width = match col {
            WORDS => 16.0,
            9..=11 => GROUP,
            _ => EACH,
        };
        page.fix(col, width);
    }
    let mut top = 3;
    for (place, round) in found.rounds.iter().enumerate() {
        if place > 0 {
            page.break_before(top);
        }
        top = tables::round(&mut page, round, top, text)? + 1;
    }
    for comparison in &found.comparisons {
        page.break_before(top);
        top = compared::comparison(&mut page, comparison, top, text)? + 1;
    }
    method(&mut page, found, top, text)?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, 2)),
        stays: 2,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// How it was counted.
fn method(page: &mut Page, found: &ChallengeSurveyFinding, top: u32, text: &Text) -> Result<(), XlsxError> {
    page.across(top, (0, LAST), &text.get("seen-sheet-method"), Look::words(Role::Head))?;
    for (at, line) in (top + 1..).zip(&found.method) {
        page.across(at, (0, LAST), line, Look::words(Role::Body).wrapped())?;
    }
    Ok(())
}

/// What stands in the place of figures of one or two people.
fn hidden(text: &Text) -> String {
    text.say(&phrase("seen-hidden").with("people", SMALLEST_GROUP))
}
