//! 時間帯: clock hour by category, wave under wave, with the people on duty.

use rust_xlsxwriter::{
    Chart, ChartDataLabelPosition, ChartLegendPosition, ChartMarker, ChartMarkerType, ChartType, Workbook, XlsxError,
};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, column, row, sum_along, sum_down};
use super::{Contents, head, office, paint};
use crate::phrase::phrase;
use crate::report::finding::{Class, WaveSummary};
use crate::text::Text;

const HEADING: u32 = 3;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let waves = &contents.summary.waves;
    let name = text.get("workbook-sheet-hours");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-hours-title"))?;
    if let Some(first) = waves.first() {
        heading(&mut page, first, text)?;
    }
    page.at_least((0, 0), 9.0);
    let mut top = HEADING + 1;
    let mut tops = Vec::new();
    for (index, wave) in waves.iter().enumerate() {
        if index > 0 {
            page.break_before(top);
        }
        tops.push(top);
        top = block(&mut page, wave, top, text)? + 1;
    }
    page.text(top, 0, &text.get("workbook-hours-note"), Look::words(Role::Note))?;
    for (wave, top) in waves.iter().zip(tops) {
        chart(&mut page, wave, &contents.pictures.classes, (top, text))?;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, HEADING)),
        stays: 1,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

fn heading(page: &mut Page, wave: &WaveSummary, text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.text(HEADING, 0, &text.get("workbook-hour"), look)?;
    let parts = wave.categories.len();
    for (index, category) in wave.categories.iter().enumerate() {
        page.text(HEADING, column(index + 1), &category.name, look)?;
    }
    page.text(HEADING, column(parts + 1), &text.get("workbook-filled"), look)?;
    page.text(HEADING, column(parts + 2), &text.get("workbook-unfilled"), look)?;
    page.text(HEADING, column(parts + 3), &text.get("workbook-on-duty"), look)
}

/// One wave: a band, 24 hours, totals. Returns the row after it.
fn block(page: &mut Page, wave: &WaveSummary, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let parts = column(wave.categories.len());
    page.blank(top, (0, parts + 3), Role::Group)?;
    let band = phrase("workbook-hours-band")
        .with("wave", wave.label.as_str())
        .with("days", wave.days);
    page.across(top, (0, parts + 3), &text.say(&band), Look::words(Role::Group))?;
    let whole = Look::of(Role::Body, Figure::Count);
    for (offset, hour) in wave.hours.iter().enumerate() {
        let at = top + 1 + row(offset);
        let name = phrase("workbook-hour-of").with("hour", hour.hour);
        page.text(at, 0, &text.say(&name), Look::words(Role::Body).middle())?;
        for (index, category) in wave.categories.iter().enumerate() {
            let minutes = hour.by_category.get(&category.code).copied().unwrap_or(0);
            page.number(at, column(index + 1), f64::from(minutes), whole)?;
        }
        page.formula(
            (at, parts + 1),
            &sum_along(at, (1, parts)),
            f64::from(hour.minutes),
            whole,
        )?;
        page.number(at, parts + 2, f64::from(hour.unfilled), whole)?;
        page.known(at, parts + 3, hour.people, Look::of(Role::Body, Figure::Decimals(1)))?;
    }
    let last = top + row(wave.hours.len());
    let total = last + 1;
    let look = Look::of(Role::Total, Figure::Count);
    page.text(total, 0, &text.get("workbook-total"), Look::words(Role::Total).middle())?;
    for (index, category) in wave.categories.iter().enumerate() {
        let col = column(index + 1);
        let minutes: u32 = wave
            .hours
            .iter()
            .filter_map(|hour| hour.by_category.get(&category.code))
            .sum();
        page.formula((total, col), &sum_down((top + 1, last), col), f64::from(minutes), look)?;
    }
    let filled: u32 = wave.hours.iter().map(|hour| hour.minutes).sum();
    let unfilled: u32 = wave.hours.iter().map(|hour| hour.unfilled).sum();
    page.formula(
        (total, parts + 1),
        &sum_down((top + 1, last), parts + 1),
        f64::from(filled),
        look,
    )?;
    page.formula(
        (total, parts + 2),
        &sum_down((top + 1, last), parts + 2),
        f64::from(unfilled),
        look,
    )?;
    page.blank(total, (parts + 3, parts + 3), Role::Total)?;
    Ok(total + 1)
}

/// Stacked minutes with the people on duty as a line.
fn chart(page: &mut Page, wave: &WaveSummary, classes: &[Class], (top, text): (u32, &Text)) -> Result<(), XlsxError> {
    let name = page.name();
    let parts = column(wave.categories.len());
    let (from, to) = (top + 1, top + row(wave.hours.len()));
    let mut chart = Chart::new(ChartType::ColumnStacked);
    for index in 0..wave.categories.len() {
        let col = column(index + 1);
        chart
            .add_series()
            .set_name((name.as_str(), HEADING, col))
            .set_categories((name.as_str(), from, 0, to, 0))
            .set_values((name.as_str(), from, col, to, col))
            .set_format(&mut paint::part(classes, index))
            .set_gap(30);
    }
    let mut line = Chart::new(ChartType::Line);
    line.add_series()
        .set_name((name.as_str(), HEADING, parts + 3))
        .set_categories((name.as_str(), from, 0, to, 0))
        .set_values((name.as_str(), from, parts + 3, to, parts + 3))
        .set_secondary_axis(true)
        .set_format(&mut paint::line())
        .set_marker(ChartMarker::new().set_type(ChartMarkerType::Diamond).set_size(6))
        .set_data_label(&paint::values("0.0;;", ChartDataLabelPosition::Above));
    let title = phrase("workbook-hours-chart")
        .with("wave", wave.label.as_str())
        .with("days", wave.days);
    paint::dress(
        &mut chart,
        &text.say(&title),
        &text.get("workbook-hour"),
        &text.get("workbook-minutes"),
    );
    chart.combine(&line);
    chart
        .y2_axis()
        .set_name(&text.get("workbook-on-duty"))
        .set_name_font(&paint::letters(9.0))
        .set_font(&paint::letters(9.0))
        .set_num_format("0")
        .set_min(0)
        .set_major_gridlines(false);
    chart.y_axis().set_num_format("#,##0").set_min(0);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.x_axis().set_font(&paint::letters(8.0));
    chart.set_width(780).set_height(640).set_alt_text(text.say(&title));
    // Away from the edge of the row, where a page of paper may begin: its border must not print on the page before.
    page.sheet().insert_chart_with_offset(top, parts + 4, &chart, 20, 8)?;
    Ok(())
}
