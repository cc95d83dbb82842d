//! Kinds of document with their totals, and the chart before and after.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartType, XlsxError};

use super::{LAST, count, headings, number, section};
use crate::report::finding::{DocumentFigures, DocumentsFinding};
use crate::report::workbook::look::{Figure, Look, Role};
use crate::report::workbook::page::{Page, cell, row, sum_down};
use crate::report::workbook::paint;
use crate::text::Text;

const BEFORE: u16 = 3;
const AFTER: u16 = 4;
const REDUCTION: u16 = 5;
const SHARE: u16 = 6;
const GOAL: u16 = 7;
const HALVED: u16 = 8;
/// Rows that a page of paper holds.
const PAGE_ROWS: u32 = 34;

/// The table and the chart under it. Returns the row after them.
pub(super) fn add(page: &mut Page, finding: &DocumentsFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, "papers-sheet-kinds", text)?;
    let heading = top + 1;
    let heads = [
        ((0, 0), "papers-column-kind"),
        ((1, 1), "papers-sheet-group"),
        ((2, 2), "papers-column-medium"),
        ((BEFORE, BEFORE), "papers-column-before"),
        ((AFTER, AFTER), "papers-column-after"),
        ((REDUCTION, REDUCTION), "papers-sheet-reduction"),
        ((SHARE, SHARE), "papers-column-change"),
        ((GOAL, GOAL), "papers-sheet-goal"),
        ((HALVED, HALVED), "papers-column-halved"),
        ((9, 9), "papers-column-minutes-before"),
        ((10, 10), "papers-column-minutes-after"),
        ((11, 11), "papers-column-reentry-before"),
        ((12, 12), "papers-column-reentry-after"),
    ];
    headings(page, heading, &heads, text)?;
    let first = heading + 1;
    let last = heading + row(finding.kinds.len());
    for (kind, at) in finding.kinds.iter().zip(first..) {
        let words = Look::words(Role::Body).wrapped();
        page.text(at, 0, &kind.name, words)?;
        page.text(at, 1, &kind.group_name, words)?;
        page.text(at, 2, &kind.medium_text, words)?;
        for (col, figure) in columns(&kind.figures) {
            page.known(at, col, count(figure), Look::of(Role::Body, Figure::Count))?;
        }
        worked_out(page, &kind.figures, at, Role::Body, text)?;
    }
    let total = last + 1;
    page.text(total, 0, &text.get("papers-total"), Look::words(Role::Total))?;
    page.blank(total, (1, 2), Role::Total)?;
    for (col, figure) in columns(&finding.total) {
        let look = Look::of(Role::Total, Figure::Count);
        match count(figure) {
            Some(sum) => page.formula((total, col), &sum_down((first, last), col), sum, look)?,
            None => page.unknown(total, col, look)?,
        }
    }
    worked_out(page, &finding.total, total, Role::Total, text)?;
    let mut at = total + 1;
    let note = Look::words(Role::Note).wrapped();
    for kind in &finding.kinds {
        for said in kind.scaled.iter().chain(&kind.figures.halved_why) {
            page.across(at, (0, LAST), &format!("{}：{said}", kind.name), note)?;
            at += 1;
        }
    }
    if !finding.has_both() {
        return Ok(at);
    }
    let rows = chart_rows(finding.kinds.len());
    if at + rows > PAGE_ROWS {
        page.break_before(at + 1);
    }
    chart(page, (heading, first, last), (at + 1, rows), text)?;
    Ok(at + 2 + rows)
}

/// Counted figures with their columns.
fn columns(figures: &DocumentFigures) -> [(u16, Option<u64>); 6] {
    [
        (BEFORE, figures.sheets_before),
        (AFTER, figures.sheets_after),
        (9, figures.minutes_before),
        (10, figures.minutes_after),
        (11, figures.reentry_before),
        (12, figures.reentry_after),
    ]
}

/// What a spreadsheet works out of the sheets: fewer, the share, one half.
fn worked_out(page: &mut Page, figures: &DocumentFigures, at: u32, role: Role, text: &Text) -> Result<(), XlsxError> {
    let (before, after) = (cell(at, BEFORE), cell(at, AFTER));
    let whole = Look::of(role, Figure::Count);
    match number(figures.reduction) {
        Some(fewer) => page.formula((at, REDUCTION), &format!("={before}-{after}"), fewer, whole)?,
        None => page.unknown(at, REDUCTION, whole)?,
    }
    // Cut and not rounded, so that what is not halved never reads as one half.
    let share = Look::of(role, Figure::SignedPercent(1));
    let cut = match (figures.sheets_before, figures.sheets_after) {
        (Some(before), Some(after)) if before > 0 => change(before, after),
        _ => None,
    };
    match cut {
        Some(change) => page.formula(
            (at, SHARE),
            &format!("=TRUNC(({after}-{before})/{before},3)"),
            change,
            share,
        )?,
        None => page.unknown(at, SHARE, share)?,
    }
    match count(figures.sheets_before) {
        Some(sheets) => page.formula((at, GOAL), &format!("=INT({before}/2)"), (sheets / 2.0).floor(), whole)?,
        None => page.unknown(at, GOAL, whole)?,
    }
    let word = match figures.halved {
        Some(true) => "papers-halved-yes",
        Some(false) => "papers-halved-no",
        None => "papers-halved-unknown",
    };
    page.text(at, HALVED, &text.get(word), Look::words(role).middle().wrapped())
}

/// The change as a share, cut after three decimals in whole numbers.
fn change(before: u64, after: u64) -> Option<f64> {
    let thousandths = (i128::from(after) - i128::from(before)) * 1_000 / i128::from(before);
    number(i64::try_from(thousandths).ok()).map(|it| it / 1_000.0)
}

/// Rows that the chart of so many kinds takes.
fn chart_rows(kinds: usize) -> u32 {
    (5 + 3 * row(kinds) / 2).clamp(12, PAGE_ROWS - 4)
}

/// Bars before and after.
fn chart(
    page: &mut Page,
    (heading, first, last): (u32, u32, u32),
    (at, rows): (u32, u32),
    text: &Text,
) -> Result<(), XlsxError> {
    let name = page.name();
    let mut chart = Chart::new(ChartType::Bar);
    for (index, col) in [BEFORE, AFTER].into_iter().enumerate() {
        chart
            .add_series()
            .set_name((name.as_str(), heading, col))
            .set_categories((name.as_str(), first, 0, last, 0))
            .set_values((name.as_str(), first, col, last, col))
            .set_format(&mut paint::wave(index))
            .set_data_label(&paint::values("#,##0", ChartDataLabelPosition::OutsideEnd))
            .set_gap(40);
    }
    let title = text.get("papers-sheet-chart");
    paint::dress(
        &mut chart,
        &title,
        &text.get("papers-trend-axis"),
        &text.get("papers-column-kind"),
    );
    paint::lay(&mut chart, "#,##0");
    chart.x_axis().set_min(0);
    chart
        .set_width(page.pixels((0, LAST)).min(1_000))
        .set_height(rows * 23)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(at, 0, &chart, 4, 4)?;
    Ok(())
}
