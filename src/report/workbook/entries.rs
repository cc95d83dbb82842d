//! 明細（全件）: every entry; only in the person-level export.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, cell, column, row};
use super::{Contents, Entry, head, office};
use crate::report::UNKNOWN;
use crate::text::Text;

const SUM: u32 = 3;
const HEADING: u32 = 4;
const MINUTES: u16 = 9;

pub(super) fn add(book: &mut Workbook, contents: &Contents, entries: &[Entry], text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-entries");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-entries-title"))?;
    let headings = [
        text.get("workbook-wave"),
        text.get("workbook-staff"),
        text.get("workbook-role"),
        text.get("workbook-unit"),
        text.get("workbook-date"),
        text.get("workbook-start"),
        text.get("workbook-code"),
        text.get("workbook-task"),
        text.get("workbook-category"),
        text.get("workbook-minutes"),
    ];
    for (index, heading) in headings.iter().enumerate() {
        page.text(HEADING, column(index), heading, Look::words(Role::Head).middle())?;
    }
    // Room for the buttons of the filter.
    page.at_least((0, MINUTES), 10.0);
    for (index, entry) in entries.iter().enumerate() {
        line(&mut page, entry, HEADING + 1 + row(index))?;
    }
    let last = HEADING + row(entries.len());
    if last > HEADING {
        page.text(
            SUM,
            MINUTES - 1,
            &text.get("workbook-total-shown"),
            Look::words(Role::Total).right(),
        )?;
        let range = (cell(HEADING + 1, MINUTES), cell(last, MINUTES));
        let minutes: u32 = entries.iter().map(|entry| entry.minutes).sum();
        page.formula(
            (SUM, MINUTES),
            &format!("=SUBTOTAL(109,{}:{})", range.0, range.1),
            f64::from(minutes),
            Look::of(Role::Total, Figure::Count),
        )?;
        page.sheet().autofilter(HEADING, 0, last, MINUTES)?;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Portrait,
        heading: Some((0, HEADING)),
        stays: 2,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

fn line(page: &mut Page, entry: &Entry, at: u32) -> Result<(), XlsxError> {
    let words = Look::words(Role::Body);
    page.text(at, 0, &entry.wave, words)?;
    page.text(at, 1, &entry.staff, words)?;
    page.text(at, 2, entry.role.as_deref().unwrap_or(UNKNOWN), words)?;
    page.text(at, 3, entry.unit.as_deref().unwrap_or(UNKNOWN), words)?;
    page.date(at, 4, Some(entry.date), Role::Body)?;
    let start = f64::from(entry.start) / 1440.0;
    page.number(at, 5, start, Look::of(Role::Body, Figure::Clock))?;
    page.text(at, 6, &entry.task, words.middle())?;
    page.text(at, 7, &entry.task_name, words)?;
    page.text(at, 8, &entry.category, words)?;
    page.number(
        at,
        MINUTES,
        f64::from(entry.minutes),
        Look::of(Role::Body, Figure::Count),
    )
}
