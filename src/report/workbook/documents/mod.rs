//! 文書量: sheets, minutes and re-entries by kind with live totals, money, storage, plan, months, facts.

mod facts;
mod kinds;
mod tables;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::{Look, Role};
use super::page::{Page, Paper, Print, column};
use super::{Contents, head, office};
use crate::text::Text;

/// Widths: name, group, original, then figures.
const WIDTHS: [f64; 13] = [
    26.0, 13.0, 15.0, 10.0, 10.0, 10.0, 10.0, 10.0, 12.0, 10.0, 10.0, 10.0, 10.0,
];
/// Last column.
const LAST: u16 = 12;

/// Adds the sheet, where the ledger has a kind of document.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let finding = contents.documents;
    if finding.kinds.is_empty() {
        return Ok(());
    }
    let name = text.get("papers-sheet");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("papers-sheet-title"))?;
    for (index, units) in WIDTHS.into_iter().enumerate() {
        page.fix(column(index), units);
    }
    let mut at = 2;
    let lead = Look::words(Role::Lead).wrapped();
    let said = [&finding.sentence, &finding.halving.bring_sentence];
    for line in said.into_iter().chain(&finding.remarks).filter(|line| !line.is_empty()) {
        page.across(at, (0, LAST), line, lead)?;
        at += 1;
    }
    let note = Look::words(Role::Note).wrapped();
    page.across(at, (0, LAST), &finding.rule.text, note)?;
    at = kinds::add(&mut page, finding, at + 2, text)? + 1;
    if !finding.is_empty() {
        page.break_before(at);
        at = tables::money(&mut page, finding, at, text)? + 1;
        at = tables::storage(&mut page, finding, at, text)? + 1;
        if !finding.plan.is_empty() {
            at = tables::plan(&mut page, finding, at, text)? + 1;
        }
        page.break_before(at);
        at = tables::trend(&mut page, finding, at, text)? + 1;
    }
    page.break_before(at);
    facts::add(&mut page, &finding.rewriting, at, text)?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, 1)),
        stays: 0,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// Headings over the columns, each over so many of them.
fn headings(page: &mut Page, at: u32, heads: &[((u16, u16), &'static str)], text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle().wrapped();
    for (columns, key) in heads {
        page.across(at, *columns, &text.get(key), look)?;
    }
    Ok(())
}

fn section(page: &mut Page, at: u32, key: &'static str, text: &Text) -> Result<(), XlsxError> {
    page.text(at, 0, &text.get(key), Look::words(Role::Section))
}

/// A whole number of a cell.
#[expect(clippy::cast_precision_loss, reason = "sheets and yen of an office, far below 2^52")]
fn number(number: Option<i64>) -> Option<f64> {
    number.map(|it| it as f64)
}

/// A count of a cell.
fn count(count: Option<u64>) -> Option<f64> {
    number(count.and_then(|it| i64::try_from(it).ok()))
}
