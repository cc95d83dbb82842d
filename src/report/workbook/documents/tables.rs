//! Money, storage, plan and months.

use rust_xlsxwriter::{Chart, ChartEmptyCells, ChartMarker, ChartMarkerType, ChartType, XlsxError};

use super::{LAST, count, headings, number, section};
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{DocumentsFinding, YenLine};
use crate::report::workbook::look::{Figure, Look, Role};
use crate::report::workbook::page::{Page, row};
use crate::report::workbook::paint;
use crate::text::Text;

/// Rows that the chart of months takes.
const CHART_ROWS: u32 = 16;

/// In yen, each figure rounded once. Returns the row after it.
pub(super) fn money(page: &mut Page, finding: &DocumentsFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let money = &finding.money;
    section(page, top, "papers-show-money", text)?;
    page.across(top + 1, (0, LAST), &money.sentence, Look::words(Role::Lead).wrapped())?;
    let heads = [
        ((0, 0), "papers-column-what"),
        ((1, 1), "papers-column-money-before"),
        ((2, 2), "papers-column-money-after"),
        ((3, 4), "papers-column-money-saved"),
        ((5, 6), "papers-column-money-year"),
    ];
    headings(page, top + 2, &heads, text)?;
    let lines = [
        ("papers-money-row-sheets", money.sheets, Role::Body),
        ("papers-money-row-labour", money.labour, Role::Body),
        ("papers-money-row-total", money.total, Role::Total),
    ];
    for ((key, line, role), at) in lines.into_iter().zip(top + 3..) {
        page.text(at, 0, &text.get(key), Look::words(role))?;
        yen(page, &line, at, role)?;
    }
    let or_unknown = |set: &Option<String>| set.clone().unwrap_or_else(|| UNKNOWN.to_owned());
    let costs = phrase("papers-sheet-costs")
        .with("paper", or_unknown(&money.paper))
        .with("print", or_unknown(&money.print))
        .with(
            "wage",
            money.wage.map_or_else(|| UNKNOWN.to_owned(), |wage| wage.to_string()),
        );
    page.across(top + 6, (0, LAST), &text.say(&costs), Look::words(Role::Note).wrapped())?;
    Ok(top + 7)
}

fn yen(page: &mut Page, line: &YenLine, at: u32, role: Role) -> Result<(), XlsxError> {
    let look = Look::of(role, Figure::Count);
    let figures = [
        (1, line.before),
        (2, line.after),
        (3, line.saved),
        (5, line.saved_a_year),
    ];
    for (col, yen) in figures {
        page.known(at, col, number(yen), look)?;
    }
    page.blank(at, (4, 4), role)?;
    page.blank(at, (6, 6), role)
}

/// Paper that is kept. Returns the row after it.
pub(super) fn storage(page: &mut Page, finding: &DocumentsFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let storage = &finding.storage;
    section(page, top, "papers-show-storage", text)?;
    page.across(top + 1, (0, LAST), &storage.sentence, Look::words(Role::Lead).wrapped())?;
    let heads = [
        ((0, 0), "papers-column-what"),
        ((1, 1), "papers-chart-before"),
        ((2, 2), "papers-chart-after"),
    ];
    headings(page, top + 2, &heads, text)?;
    let lines = [
        ("papers-sheet-storage-year", storage.a_year_before, storage.a_year_after),
        ("papers-sheet-storage-kept", storage.kept_before, storage.kept_after),
        (
            "papers-sheet-storage-binders",
            storage.binders_before,
            storage.binders_after,
        ),
    ];
    for ((key, before, after), at) in lines.into_iter().zip(top + 3..) {
        let look = Look::of(Role::Body, Figure::Count);
        page.text(at, 0, &text.get(key), Look::words(Role::Body))?;
        page.known(at, 1, count(before), look)?;
        page.known(at, 2, count(after), look)?;
    }
    Ok(top + 6)
}

/// Planned against reached. Returns the row after it.
pub(super) fn plan(page: &mut Page, finding: &DocumentsFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, "papers-show-plan", text)?;
    let heads = [
        ((0, 0), "papers-column-month"),
        ((1, 1), "papers-column-planned"),
        ((2, 2), "papers-column-reached"),
        ((3, LAST), "papers-column-what"),
    ];
    headings(page, top + 1, &heads, text)?;
    for (year, at) in finding.plan.iter().zip(top + 2..) {
        let look = Look::of(Role::Body, Figure::Count);
        page.text(at, 0, &year.month.label, Look::words(Role::Body))?;
        page.known(at, 1, count(year.planned), look)?;
        page.known(at, 2, count(year.reached), look)?;
        page.across(at, (3, LAST), &year.sentence, Look::words(Role::Body).wrapped())?;
    }
    Ok(top + 2 + row(finding.plan.len()))
}

/// Every month that was counted, with a chart. Returns the row after it.
pub(super) fn trend(page: &mut Page, finding: &DocumentsFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, "papers-show-trend", text)?;
    let heading = top + 1;
    let heads = [
        ((0, 0), "papers-column-month"),
        ((1, 1), "papers-column-sheets"),
        ((2, 2), "papers-column-planned"),
        ((3, 3), "papers-column-minutes"),
        ((4, 4), "papers-column-reentries"),
        ((5, 6), "papers-column-counted"),
    ];
    headings(page, heading, &heads, text)?;
    for (month, at) in finding.trend.iter().zip(heading + 1..) {
        page.text(at, 0, &month.month.month.to_string(), Look::words(Role::Body))?;
        let look = Look::of(Role::Body, Figure::Count);
        for (col, figure) in [(1, month.sheets), (2, month.planned)] {
            match count(figure) {
                Some(sheets) => page.number(at, col, sheets, look)?,
                // An empty cell is a gap of the line; a word would be a point at 0.
                None => page.blank(at, (col, col), Role::Body)?,
            }
        }
        page.known(at, 3, count(month.minutes), look)?;
        page.known(at, 4, count(month.reentries), look)?;
        let counted = phrase("papers-counted-of")
            .with("counted", month.counted)
            .with("of", finding.kinds.len());
        page.across(at, (5, 6), &text.say(&counted), Look::words(Role::Body).middle())?;
    }
    let last = heading + row(finding.trend.len());
    if last == heading {
        return Ok(last + 1);
    }
    chart(page, (heading, last), last + 2, text)?;
    Ok(last + 2 + CHART_ROWS)
}

fn chart(page: &mut Page, (heading, last): (u32, u32), at: u32, text: &Text) -> Result<(), XlsxError> {
    let name = page.name();
    let mut chart = Chart::new(ChartType::Line);
    for (col, mark) in [(1, ChartMarkerType::Circle), (2, ChartMarkerType::Square)] {
        let mut format = if col == 1 { paint::line() } else { paint::wave(3) };
        chart
            .add_series()
            .set_name((name.as_str(), heading, col))
            .set_categories((name.as_str(), heading + 1, 0, last, 0))
            .set_values((name.as_str(), heading + 1, col, last, col))
            .set_format(&mut format)
            .set_marker(ChartMarker::new().set_type(mark).set_size(7));
    }
    let title = text.get("papers-sheet-trend-chart");
    paint::dress(
        &mut chart,
        &title,
        &text.get("papers-column-month"),
        &text.get("papers-trend-axis"),
    );
    chart.y_axis().set_num_format("#,##0").set_min(0);
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart
        .set_width(page.pixels((0, LAST)).min(1_000))
        .set_height(CHART_ROWS * 23)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(at, 0, &chart, 4, 4)?;
    Ok(())
}
