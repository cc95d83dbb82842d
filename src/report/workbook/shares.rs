//! 割合: shares of the categories, as a table and as bars of 100 %.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartType, Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, cell, column, row};
use super::{Contents, head, office, paint};
use crate::phrase::phrase;
use crate::report::finding::{ShareBar, Shares};
use crate::text::Text;
use crate::worktime::Period;

const HEADING: u32 = 3;
/// Part of the day and wave.
const NAMES: u16 = 1;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-shares");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-shares-title"))?;
    shares(&mut page, contents, HEADING, text)?;
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

/// A table of minutes and shares, and the bars under it.
fn shares(page: &mut Page, contents: &Contents, top: u32, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.pictures.shares;
    let parts = column(found.classes.len());
    let look = Look::words(Role::Head).middle();
    let sum = NAMES + parts;
    let first_share = sum + 2;
    page.blank(top, (0, first_share + parts - 1), Role::Head)?;
    page.across(top, (NAMES, sum + 1), &text.get("workbook-minutes"), look)?;
    page.across(
        top,
        (first_share, first_share + parts - 1),
        &text.get("workbook-share"),
        look,
    )?;
    page.text(top + 1, 0, &text.get("workbook-wave"), look)?;
    for (index, class) in found.classes.iter().enumerate() {
        page.text(top + 1, NAMES + column(index), &class.name, look)?;
        page.text(top + 1, first_share + column(index), &class.name, look)?;
    }
    page.text(top + 1, sum, &text.get("workbook-filled"), look)?;
    page.text(top + 1, sum + 1, &text.get("workbook-unfilled"), look)?;
    let bars: Vec<&ShareBar> = found.bars.iter().filter(|bar| bar.minutes > 0).collect();
    for (offset, bar) in bars.iter().enumerate() {
        share_row(page, found, bar, top + 2 + row(offset), text)?;
    }
    let (from, to) = (top + 2, top + 1 + row(bars.len()));
    if bars.is_empty() {
        return Ok(());
    }
    let name = page.name();
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    for index in 0..found.classes.len() {
        let col = first_share + column(index);
        chart
            .add_series()
            .set_name((name.as_str(), top + 1, col))
            .set_categories((name.as_str(), from, 0, to, 0))
            .set_values((name.as_str(), from, col, to, col))
            .set_format(&mut paint::part(&found.classes, index))
            .set_data_label(&paint::values("[<0.04]\"\";0.0%", ChartDataLabelPosition::Center))
            .set_gap(40);
    }
    let title = text.get("workbook-shares-chart");
    paint::dress(
        &mut chart,
        &title,
        &text.get("workbook-share"),
        &text.get("workbook-wave"),
    );
    paint::lay(&mut chart, "0%");
    chart
        .set_width(1000)
        .set_height(420)
        .set_alt_text(alt(&title, found, &bars));
    page.sheet().insert_chart_with_offset(to + 1, 0, &chart, 8, 12)?;
    Ok(())
}

/// The title of a picture with its figures, for those who cannot see it.
fn alt(title: &str, found: &Shares, bars: &[&ShareBar]) -> String {
    let mut said = title.to_owned();
    for bar in bars.iter().filter(|bar| bar.period.is_none()) {
        said.push('\n');
        said.push_str(&found.waves[bar.wave].label);
        said.push_str(": ");
        let parts = bar.parts.iter().zip(&found.classes);
        let parts = parts.map(|(part, class)| format!("{} {}", class.name, crate::report::share_text(part.share)));
        said.push_str(&parts.collect::<Vec<String>>().join(", "));
    }
    said
}

fn share_row(page: &mut Page, found: &Shares, bar: &ShareBar, at: u32, text: &Text) -> Result<(), XlsxError> {
    let period = match bar.period {
        None => text.get("workbook-whole-day"),
        Some(Period::Day) => text.get("workbook-day"),
        Some(Period::Night) => text.get("workbook-night"),
    };
    let parts = column(found.classes.len());
    let sum = NAMES + parts;
    let whole = Look::of(Role::Body, Figure::Count);
    let percent = Look::of(Role::Body, Figure::Percent(1));
    let name = phrase("chart-bar-name")
        .with("period", period)
        .with("wave", found.waves[bar.wave].label.as_str());
    page.text(at, 0, &text.say(&name), Look::words(Role::Body))?;
    let filled = f64::from(bar.minutes);
    for (index, part) in bar.parts.iter().enumerate() {
        let col = NAMES + column(index);
        let minutes = f64::from(part.minutes);
        page.number(at, col, minutes, whole)?;
        let formula = format!("={}/{}", cell(at, col), cell(at, sum));
        page.ratio((at, sum + 2 + column(index)), &formula, (minutes, filled), percent)?;
    }
    page.formula((at, sum), &super::page::sum_along(at, (NAMES, sum - 1)), filled, whole)?;
    page.number(at, sum + 1, f64::from(bar.unfilled), whole)
}
