//! 長い業務: tasks from the longest to the shortest with the running total of their shares.

use rust_xlsxwriter::{Chart, ChartMarker, ChartMarkerType, ChartType, Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, cell, column, held, row};
use super::{Contents, head, office, paint};
use crate::phrase::phrase;
use crate::text::Text;

const HEADING: u32 = 3;
/// Code and name.
const NAMES: u16 = 2;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-pareto");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-pareto-title"))?;
    page.fix(0, 6.0);
    page.fix(1, 52.0);
    pareto(&mut page, contents, HEADING, text)?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Portrait,
        heading: None,
        stays: 0,
        tall: 1,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// The table, and under it the columns with lines.
fn pareto(page: &mut Page, contents: &Contents, top: u32, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.pictures.pareto;
    if found.lines.is_empty() {
        return Ok(());
    }
    let waves = column(found.waves.len());
    let look = Look::words(Role::Head).middle();
    let heading = top;
    page.text(heading, 0, &text.get("workbook-code"), look)?;
    page.text(heading, 1, &text.get("workbook-task"), look)?;
    for (index, wave) in found.waves.iter().enumerate() {
        let col = NAMES + column(index);
        let day = phrase("workbook-wave-per-day").with("wave", wave.label.as_str());
        let total = phrase("workbook-wave-running").with("wave", wave.label.as_str());
        page.text(heading, col, &text.say(&day), look)?;
        page.text(heading, col + waves, &text.say(&total), look)?;
    }
    let (first, last) = (heading + 1, heading + row(found.lines.len()));
    let decimals = Look::of(Role::Body, Figure::Decimals(1));
    let percent = Look::of(Role::Body, Figure::Percent(1));
    for (offset, line) in found.lines.iter().enumerate() {
        let at = first + row(offset);
        page.text(at, 0, &line.code, Look::words(Role::Body).middle())?;
        page.text(at, 1, &line.name, Look::words(Role::Body))?;
        for (index, value) in line.values.iter().enumerate() {
            let col = NAMES + column(index);
            page.known(at, col, value.per_person_day, decimals)?;
            let (begin, end) = (held(first, col), held(last, col));
            let formula = format!("=SUM({begin}:{})/SUM({begin}:{end})", cell(at, col));
            match value.cumulative {
                Some(share) => page.formula((at, col + waves), &formula, share, percent)?,
                None => page.unknown(at, col + waves, percent)?,
            }
        }
    }
    page.text(last + 1, 1, &text.get("workbook-unfilled"), Look::words(Role::Body))?;
    page.blank(last + 1, (0, 0), Role::Body)?;
    for (index, value) in found.unfilled.iter().enumerate() {
        page.known(last + 1, NAMES + column(index), *value, decimals)?;
        page.unknown(last + 1, NAMES + column(index) + waves, percent)?;
    }
    pareto_chart(page, contents, (heading, first, last), text)
}

fn pareto_chart(
    page: &mut Page,
    contents: &Contents,
    (heading, first, last): (u32, u32, u32),
    text: &Text,
) -> Result<(), XlsxError> {
    let waves = column(contents.pictures.pareto.waves.len());
    let name = page.name();
    let mut chart = Chart::new(ChartType::Column);
    let mut lines = Chart::new(ChartType::Line);
    for index in 0..usize::from(waves) {
        let col = NAMES + column(index);
        chart
            .add_series()
            .set_name((name.as_str(), heading, col))
            .set_categories((name.as_str(), first, 1, last, 1))
            .set_values((name.as_str(), first, col, last, col))
            .set_format(&mut paint::wave(index))
            .set_gap(40);
        let marker = if index == 0 {
            ChartMarkerType::Circle
        } else {
            ChartMarkerType::Diamond
        };
        lines
            .add_series()
            .set_name((name.as_str(), heading, col + waves))
            .set_categories((name.as_str(), first, 1, last, 1))
            .set_values((name.as_str(), first, col + waves, last, col + waves))
            .set_secondary_axis(true)
            .set_format(&mut paint::line())
            .set_marker(ChartMarker::new().set_type(marker).set_size(5));
    }
    let title = text.get("workbook-pareto-title");
    paint::dress(
        &mut chart,
        &title,
        &text.get("workbook-task"),
        &text.get("workbook-minutes"),
    );
    chart.combine(&lines);
    chart
        .y2_axis()
        .set_name(&text.get("workbook-running"))
        .set_name_font(&paint::letters(9.0))
        .set_font(&paint::letters(9.0))
        .set_num_format("0%")
        .set_min(0)
        .set_max(1)
        .set_major_gridlines(false);
    chart.y_axis().set_num_format("#,##0").set_min(0);
    let mut small = paint::letters(8.0);
    small.set_rotation(-45);
    chart.x_axis().set_font(&small);
    chart
        .set_width(page.pixels((0, NAMES + 2 * waves - 1)).max(640))
        .set_height(640)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(last + 3, 0, &chart, 4, 4)?;
    Ok(())
}
