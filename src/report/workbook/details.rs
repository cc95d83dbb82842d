//! 明細: minutes by task and by the date on which the shift starts, all waves side by side.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, column, count, row, sum_along, sum_down};
use super::tasks::NAME_WIDTH;
use super::{Contents, head, office};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::WaveSummary;
use crate::text::Text;

const WAVES: u32 = 3;
const DATES: u32 = 4;
const FIRST: u16 = 2;
/// Most columns of figures that stay readable on one page.
const READABLE: u16 = 16;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let waves = &contents.summary.waves;
    let name = text.get("workbook-sheet-details");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-details-title"))?;
    page.fix(0, 5.0);
    page.fix(1, NAME_WIDTH);
    let tasks = waves.first().map_or(0, |wave| wave.tasks.len());
    let total = DATES + 1 + row(tasks);
    stub(&mut page, waves, total, text)?;
    let mut left = FIRST;
    let mut any_hidden = false;
    for wave in waves {
        let hidden = hidden(wave, contents.with_staff);
        any_hidden |= hidden.contains(&true);
        left = columns(&mut page, wave, left, total, &hidden, text)?;
    }
    let mut notes = vec![text.get("workbook-details-note")];
    if any_hidden {
        notes.push(text.say(&phrase("workbook-details-hidden").with("people", SMALLEST_GROUP)));
    }
    if !contents.with_staff {
        notes.push(text.get("workbook-details-entries"));
    }
    for (offset, note) in notes.iter().enumerate() {
        page.text(total + 5 + row(offset), 0, note, Look::words(Role::Note))?;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, DATES)),
        stays: FIRST,
        tall: 1,
        wide: (left - FIRST).div_ceil(READABLE).max(1),
        office: &office,
        title: &name,
    })
}

/// Whether the figures of each date stay hidden, because so few people worked that they could be told.
fn hidden(wave: &WaveSummary, with_staff: bool) -> Vec<bool> {
    wave.dates.iter().map(|date| date.hidden && !with_staff).collect()
}

/// Names of the rows.
fn stub(page: &mut Page, waves: &[WaveSummary], total: u32, text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.across(WAVES, (0, 1), &text.get("workbook-task"), look)?;
    page.blank(DATES, (0, 1), Role::Head)?;
    let tasks = waves.first().map_or(&[][..], |wave| &wave.tasks);
    for (offset, task) in tasks.iter().enumerate() {
        let at = DATES + 1 + row(offset);
        page.text(at, 0, &task.code, Look::words(Role::Body).middle())?;
        page.text(at, 1, &task.name, Look::words(Role::Body).wrapped())?;
    }
    let rows = [
        (text.get("workbook-total-filled"), Role::Total),
        (text.get("workbook-unfilled"), Role::Body),
        (text.get("workbook-people"), Role::Body),
        (text.get("workbook-sheets"), Role::Body),
    ];
    for (offset, (name, role)) in rows.iter().enumerate() {
        page.blank(total + row(offset), (0, 1), *role)?;
        page.text(total + row(offset), 1, name, Look::words(*role))?;
    }
    Ok(())
}

/// The dates of one wave and their sum. Returns the column after them.
fn columns(
    page: &mut Page,
    wave: &WaveSummary,
    left: u16,
    total: u32,
    hidden: &[bool],
    text: &Text,
) -> Result<u16, XlsxError> {
    if wave.dates.is_empty() {
        return Ok(left);
    }
    let sum = left + column(wave.dates.len());
    page.across(WAVES, (left, sum), &wave.label, Look::words(Role::Head).middle())?;
    let last = total - 1;
    for (index, date) in wave.dates.iter().enumerate() {
        let col = left + column(index);
        page.date(DATES, col, Some(date.date), Role::Head)?;
        if hidden[index] {
            for at in DATES + 1..=total + 3 {
                let role = if at == total { Role::Total } else { Role::Body };
                page.unknown(at, col, Look::words(role))?;
            }
            continue;
        }
        for (offset, task) in wave.tasks.iter().enumerate() {
            let minutes = date.by_task.get(&task.code).copied().unwrap_or(0);
            let look = Look::of(Role::Body, Figure::Count);
            page.number(DATES + 1 + row(offset), col, f64::from(minutes), look)?;
        }
        let whole = Look::of(Role::Total, Figure::Count);
        page.formula(
            (total, col),
            &sum_down((DATES + 1, last), col),
            f64::from(date.minutes),
            whole,
        )?;
        let whole = Look::of(Role::Body, Figure::Count);
        page.number(total + 1, col, f64::from(date.unfilled), whole)?;
        page.number(total + 2, col, count(date.people), whole)?;
        page.number(total + 3, col, count(date.sheets), whole)?;
    }
    if hidden.contains(&true) {
        // A sum of the dates that are shown would look like the sum of all.
        unknown_sums(page, sum, total, text)?;
    } else {
        sums(page, wave, (left, sum), total, text)?;
    }
    Ok(sum + 1)
}

fn sum_heading(page: &mut Page, sum: u16, text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.text(DATES, sum, &text.get("workbook-total"), look)
}

/// Dashes for the sums of a wave of which a date is hidden.
fn unknown_sums(page: &mut Page, sum: u16, total: u32, text: &Text) -> Result<(), XlsxError> {
    sum_heading(page, sum, text)?;
    for at in DATES + 1..=total + 3 {
        let role = if at == total { Role::Total } else { Role::Group };
        page.unknown(at, sum, Look::words(role))?;
    }
    Ok(())
}

/// The sums of all dates of a wave.
fn sums(
    page: &mut Page,
    wave: &WaveSummary,
    (left, sum): (u16, u16),
    total: u32,
    text: &Text,
) -> Result<(), XlsxError> {
    sum_heading(page, sum, text)?;
    let along = |at: u32| sum_along(at, (left, sum - 1));
    let dates = || wave.dates.iter();
    let look = Look::of(Role::Group, Figure::Count);
    for (offset, task) in wave.tasks.iter().enumerate() {
        let at = DATES + 1 + row(offset);
        let minutes: u32 = dates().filter_map(|date| date.by_task.get(&task.code)).sum();
        page.formula((at, sum), &along(at), f64::from(minutes), look)?;
    }
    let minutes: u32 = dates().map(|date| date.minutes).sum();
    let whole = Look::of(Role::Total, Figure::Count);
    page.formula((total, sum), &along(total), f64::from(minutes), whole)?;
    let unfilled: u32 = dates().map(|date| date.unfilled).sum();
    page.formula((total + 1, sum), &along(total + 1), f64::from(unfilled), look)?;
    // The same people come on several dates: their numbers have no sum.
    page.unknown(total + 2, sum, Look::words(Role::Group))?;
    let sheets: usize = dates().map(|date| date.sheets).sum();
    page.formula((total + 3, sum), &along(total + 3), count(sheets), look)
}
