//! 効果: what changed, in words first, then as a picture, then in figures.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartType, Workbook, XlsxError};

use super::look::{Look, Role};
use super::overview::verdict;
use super::page::{Page, Paper, Print, row};
use super::{Contents, head, office, paint, statistics};
use crate::phrase::phrase;
use crate::report::finding::{Comparisons, IndicatorFinding};
use crate::text::Text;

/// Last column of the tables of figures.
pub(super) const LAST: u16 = 16;
/// Width of a column of figures: headings break into two or three lines.
const EACH: f64 = 10.0;
/// Rows that the charts take.
const CHART_ROWS: u32 = 20;
/// Column at which the chart of shares begins.
const SECOND_CHART: u16 = 6;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-effect");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-effect-title"))?;
    for col in 1..=LAST {
        page.fix(col, EACH);
    }
    // The words of verdict and method on one line.
    page.fix(LAST - 2, 15.0);
    page.fix(LAST, 15.0);
    let mut top = 3;
    if contents.comparisons.is_empty() {
        page.text(
            top,
            0,
            &text.get("workbook-nothing-to-compare"),
            Look::words(Role::Byline),
        )?;
    }
    for (index, comparison) in contents.comparisons.iter().enumerate() {
        if index > 0 {
            page.break_before(top);
        }
        top = block(&mut page, comparison, top, text)? + 1;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, 2)),
        stays: 1,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// Indicators in the order of the tables: minutes before shares, so that each chart has rows side by side; what has no
/// mean stands last in its part.
fn ordered(comparison: &Comparisons) -> Vec<&IndicatorFinding> {
    let mut ordered: Vec<&IndicatorFinding> = comparison.indicators.iter().collect();
    ordered.sort_by_key(|finding| (finding.is_share, !drawable(finding)));
    ordered
}

fn drawable(finding: &IndicatorFinding) -> bool {
    finding.from.is_some() && finding.to.is_some()
}

/// One comparison. Returns the row after it.
fn block(page: &mut Page, comparison: &Comparisons, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let title = phrase("workbook-effect-of")
        .with("from", comparison.from_label.as_str())
        .with("to", comparison.to_label.as_str());
    page.text(top, 0, &text.say(&title), Look::words(Role::Section))?;
    let findings = ordered(comparison);
    let charts = sentences(page, &findings, top + 1, text)? + 1;
    let figures = charts + CHART_ROWS;
    page.break_before(figures);
    let next = statistics::figures(page, comparison, &findings, figures, text)? + 1;
    let next = statistics::more(page, comparison, &findings, next, text)? + 1;
    let next = statistics::scaled(page, comparison, &findings, next, text)?;
    page.text(next, 0, &text.get("workbook-effect-note"), Look::words(Role::Note))?;
    let minutes = findings.iter().filter(|finding| !finding.is_share);
    let shares = findings.iter().filter(|finding| finding.is_share);
    let first = figures + statistics::HEADING_ROWS;
    let offset = row(minutes.clone().count());
    let drawn = (
        row(minutes.filter(|finding| drawable(finding)).count()),
        row(shares.filter(|finding| drawable(finding)).count()),
    );
    let groups = [
        (
            drawn.0,
            first,
            text.get("workbook-chart-minutes"),
            text.get("workbook-minutes"),
            "#,##0.0",
        ),
        (
            drawn.1,
            first + offset,
            text.get("workbook-chart-shares"),
            text.get("workbook-share"),
            "0.0%",
        ),
    ];
    let mut left = 0;
    for (count, from, title, unit, number_format) in groups {
        if count > 0 {
            let named = Named {
                waves: (&comparison.from_label, &comparison.to_label),
                title,
                unit,
                number_format,
            };
            chart(page, (from, from + count - 1), &named, (charts, left), text)?;
            left = SECOND_CHART;
        }
    }
    Ok(next + 1)
}

/// Indicator, verdict, grade, sentence, reason. Returns the row after them.
fn sentences(page: &mut Page, findings: &[&IndicatorFinding], top: u32, text: &Text) -> Result<u32, XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.text(top, 0, &text.get("workbook-indicator"), look)?;
    page.across(top, (1, 2), &text.get("workbook-verdict"), look)?;
    page.text(top, 3, &text.get("workbook-grade"), look)?;
    page.across(top, (4, 11), &text.get("workbook-sentence"), look)?;
    page.across(top, (12, LAST), &text.get("workbook-why"), look)?;
    let wrapped = Look::words(Role::Body).wrapped();
    for (offset, finding) in findings.iter().enumerate() {
        let at = top + 1 + row(offset);
        page.text(at, 0, &statistics::name(finding, text), wrapped)?;
        page.across(at, (1, 2), &verdict(finding.verdict, text), wrapped.middle())?;
        page.text(at, 3, finding.grade.letter(), wrapped.middle())?;
        page.across(at, (4, 11), &finding.sentence, wrapped)?;
        page.across(at, (12, LAST), &finding.why, wrapped.indented())?;
    }
    Ok(top + 1 + row(findings.len()))
}

struct Named<'a> {
    waves: (&'a str, &'a str),
    title: String,
    unit: String,
    number_format: &'static str,
}

/// Means before and after, indicator by indicator.
fn chart(page: &mut Page, rows: (u32, u32), named: &Named, at: (u32, u16), text: &Text) -> Result<(), XlsxError> {
    let name = page.name();
    let mut chart = Chart::new(ChartType::Column);
    let waves = [
        (statistics::MEAN_FROM, named.waves.0),
        (statistics::MEAN_TO, named.waves.1),
    ];
    for (index, (col, wave)) in waves.into_iter().enumerate() {
        chart
            .add_series()
            .set_name(wave)
            .set_categories((name.as_str(), rows.0, 0, rows.1, 0))
            .set_values((name.as_str(), rows.0, col, rows.1, col))
            .set_format(&mut paint::wave(index))
            .set_data_label(&paint::values(named.number_format, ChartDataLabelPosition::OutsideEnd))
            .set_gap(120)
            .set_overlap(-5);
    }
    paint::dress(&mut chart, &named.title, &text.get("workbook-indicator"), &named.unit);
    chart
        .y_axis()
        .set_num_format(named.number_format.replace(".0", ""))
        .set_min(0);
    let wide = if at.1 == 0 {
        page.pixels((0, SECOND_CHART - 1))
    } else {
        page.pixels((SECOND_CHART, LAST))
    };
    chart
        .set_width(wide.saturating_sub(16))
        .set_height(450)
        .set_alt_text(named.title.as_str());
    page.sheet().insert_chart_with_offset(at.0, at.1, &chart, 4, 4)?;
    Ok(())
}
