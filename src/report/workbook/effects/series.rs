//! 指標の推移: each series with its centre, limits and signals, as a table and a chart.

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFormat, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartType, Color,
    Workbook, XlsxError,
};

use super::super::look::{Figure, Look, Role};
use super::super::page::{Page, Paper, Print, column, row};
use super::super::{Contents, head, office, paint};
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{SeriesFinding, SeriesPhase, SeriesPoint};
use crate::text::Text;

/// Time, value, count, base, centre, lower and upper limit, signals.
const WIDTHS: [f64; 8] = [12.0, 12.0, 10.0, 12.0, 12.0, 12.0, 12.0, 44.0];
const LAST: u16 = 7;
const VALUE: u16 = 1;
const CENTRE: u16 = 4;
const LOW: u16 = 5;
const HIGH: u16 = 6;
/// Rows that a chart takes.
const CHART_ROWS: u32 = 17;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-series");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-series-title"))?;
    for (index, units) in WIDTHS.into_iter().enumerate() {
        page.fix(column(index), units);
    }
    let mut top = 3;
    for (place, series) in contents.effect.series.iter().enumerate() {
        if place > 0 {
            page.break_before(top);
        }
        top = block(&mut page, series, top, text)? + 1;
    }
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

/// One series. Returns the row after it.
fn block(page: &mut Page, series: &SeriesFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    page.text(
        top,
        0,
        &format!("{} ({})", series.name, series.unit),
        Look::words(Role::Section),
    )?;
    page.across(top + 1, (0, LAST), &series.sentence, Look::words(Role::Lead).wrapped())?;
    let rules = phrase("workbook-series-rules")
        .with("rules", series.rules_name.as_str())
        .with("n", series.points.iter().filter(|point| point.value.is_some()).count())
        .with(
            "missing",
            series.points.iter().filter(|point| point.value.is_none()).count(),
        );
    page.across(top + 2, (0, LAST), &text.say(&rules), Look::words(Role::Note).wrapped())?;
    let charted = top + 3;
    let mut at = charted + CHART_ROWS;
    for phase in &series.phases {
        page.across(
            at,
            (0, LAST),
            &phase_words(phase, text),
            Look::words(Role::Body).wrapped(),
        )?;
        at += 1;
    }
    page.across(
        at,
        (0, LAST),
        &series.series_break.sentence,
        Look::words(Role::Note).wrapped(),
    )?;
    let heading = at + 1;
    page.break_before(heading);
    let heads = [
        "workbook-series-at",
        "workbook-series-value",
        "workbook-series-count",
        "workbook-series-base",
        "workbook-series-centre",
        "workbook-series-low",
        "workbook-series-high",
        "workbook-series-signals",
    ];
    for (index, key) in heads.into_iter().enumerate() {
        let look = Look::words(Role::Head).middle().wrapped();
        page.text(heading, column(index), &text.get(key), look)?;
    }
    for (offset, point) in series.points.iter().enumerate() {
        line(page, series, point, heading + 1 + row(offset), text)?;
    }
    let last = heading + row(series.points.len());
    chart(page, series, (heading, last), charted, text)?;
    Ok(last + 1)
}

fn phase_words(phase: &SeriesPhase, text: &Text) -> String {
    let trial = phase.limits.as_ref().is_some_and(|limits| limits.trial);
    let trial = if trial {
        text.get("workbook-series-trial")
    } else {
        String::new()
    };
    match &phase.cause {
        None => format!("{}{trial}", phase.sentence),
        Some(cause) => {
            let said = phrase("workbook-series-phase")
                .with("from", phase.from.as_str())
                .with("cause", cause.as_str());
            format!("{}{}{trial}", text.say(&said), phase.sentence)
        }
    }
}

fn line(page: &mut Page, series: &SeriesFinding, point: &SeriesPoint, at: u32, text: &Text) -> Result<(), XlsxError> {
    let figure = Look::of(
        Role::Body,
        if series.is_share {
            Figure::Percent(series.decimals)
        } else {
            Figure::Decimals(series.decimals)
        },
    );
    let counted = Look::of(Role::Body, Figure::Count);
    page.text(at, 0, &point.at, Look::words(Role::Body).middle())?;
    match point.value {
        Some(value) => page.number(at, VALUE, value, figure)?,
        // An empty cell is a gap of the line; a word would be a point at 0.
        None => page.blank(at, (VALUE, VALUE), Role::Body)?,
    }
    page.known(at, 2, point.count, counted)?;
    page.known(at, 3, point.base, counted)?;
    let phase = series.phases.get(point.phase);
    page.known(at, CENTRE, phase.and_then(|it| it.centre), figure)?;
    let limits = phase.and_then(|it| it.limits.as_ref());
    page.known(at, LOW, limits.map(|it| it.low), figure)?;
    page.known(at, HIGH, limits.map(|it| it.high), figure)?;
    page.text(
        at,
        LAST,
        &signals(series, point, text),
        Look::words(Role::Body).wrapped(),
    )
}

/// What a point shows, with whether that is good.
fn signals(series: &SeriesFinding, point: &SeriesPoint, text: &Text) -> String {
    if point.value.is_none() {
        return text.get("workbook-series-missing");
    }
    let names: Vec<&str> = series
        .phases
        .get(point.phase)
        .into_iter()
        .flat_map(|phase| &phase.signals)
        .filter(|signal| signal.points.contains(&point.at))
        .map(|signal| signal.name.as_str())
        .collect();
    if names.is_empty() {
        return UNKNOWN.to_owned();
    }
    let good = match point.good {
        Some(true) => text.get("workbook-series-good"),
        Some(false) => text.get("workbook-series-bad"),
        None => String::new(),
    };
    format!("{}{good}", names.join("・"))
}

/// Values as a line with gaps; centre and limits as thin lines.
fn chart(
    page: &mut Page,
    series: &SeriesFinding,
    (heading, last): (u32, u32),
    at: u32,
    text: &Text,
) -> Result<(), XlsxError> {
    let name = page.name();
    let mut chart = Chart::new(ChartType::Line);
    let has_limits = series.phases.iter().any(|phase| phase.limits.is_some());
    let thin = |color: u32, dash: ChartLineDashType| {
        let mut format = ChartFormat::new();
        format.set_line(
            ChartLine::new()
                .set_color(Color::RGB(color))
                .set_width(1.25)
                .set_dash_type(dash),
        );
        format
    };
    let mut lines = vec![
        (VALUE, paint::line()),
        (CENTRE, thin(0x0000_72B2, ChartLineDashType::Solid)),
    ];
    if has_limits {
        lines.push((LOW, thin(0x00D5_5E00, ChartLineDashType::Dash)));
        lines.push((HIGH, thin(0x00D5_5E00, ChartLineDashType::Dash)));
    }
    for (col, mut format) in lines {
        let added = chart
            .add_series()
            .set_name((name.as_str(), heading, col))
            .set_categories((name.as_str(), heading + 1, 0, last, 0))
            .set_values((name.as_str(), heading + 1, col, last, col))
            .set_format(&mut format);
        let mut marker = ChartMarker::new();
        if col == VALUE {
            marker.set_type(ChartMarkerType::Circle).set_size(6);
        } else {
            marker.set_none();
        }
        added.set_marker(&marker);
    }
    let title = phrase("workbook-series-chart")
        .with("name", series.name.as_str())
        .with("rules", series.rules_name.as_str());
    let title = text.say(&title);
    paint::dress(&mut chart, &title, "", &series.unit);
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart
        .set_width(page.pixels((0, LAST)).min(1000))
        .set_height(CHART_ROWS * 23)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(at, 0, &chart, 4, 4)?;
    Ok(())
}
