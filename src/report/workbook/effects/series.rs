//! 指標の推移: each series with its centre, limits and signals, as a table and a chart.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::super::look::{Figure, Look, Role};
use super::super::page::{Page, Paper, Print, column, row};
use super::super::{Contents, head, office};
use super::series_chart;
use crate::phrase::phrase;
use crate::report::finding::{SeriesFinding, SeriesPhase, SeriesPoint};
use crate::report::{UNKNOWN, series_bounds};
use crate::text::Text;

/// Time, value, count, base, centre, lower and upper limit, signals.
const WIDTHS: [f64; 8] = [12.0, 12.0, 10.0, 12.0, 12.0, 12.0, 12.0, 44.0];
pub(super) const LAST: u16 = 7;
pub(super) const VALUE: u16 = 1;
const CENTRE: u16 = 4;
const LOW: u16 = 5;
const HIGH: u16 = 6;
/// Rows that a chart takes.
pub(super) const CHART_ROWS: u32 = 17;

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
    if leaves_a_limit_out(series) {
        at += 1;
        let said = text.get("series-chart-limit-left-out");
        page.across(at, (0, LAST), &said, Look::words(Role::Note).wrapped())?;
    }
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
    series_chart::add(page, series, (heading, last), charted, text)?;
    Ok(last + 1)
}

fn phase_words(phase: &SeriesPhase, text: &Text) -> String {
    match &phase.cause {
        None => phase.sentence.clone(),
        Some(cause) => {
            let said = phrase("workbook-series-phase")
                .with("from", phase.from.as_str())
                .with("cause", cause.as_str());
            text.say(&said) + &phase.sentence
        }
    }
}

fn line(page: &mut Page, series: &SeriesFinding, point: &SeriesPoint, at: u32, text: &Text) -> Result<(), XlsxError> {
    let look = |decimals: u8| {
        let figure = if series.is_share {
            Figure::Percent(decimals)
        } else {
            Figure::Decimals(decimals)
        };
        Look::of(Role::Body, figure)
    };
    // A centre lies between whole numbers too, and is told so in the sentences.
    let (figure, level) = (look(series.decimals), look(series.decimals.max(1)));
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
    page.known(at, CENTRE, phase.and_then(|it| it.centre), level)?;
    let [low, high] = phase.map_or([None; 2], |phase| drawn_limits(series, phase));
    page.known(at, LOW, low, level)?;
    page.known(at, HIGH, high, level)?;
    page.text(
        at,
        LAST,
        &signals(series, point, text),
        Look::words(Role::Body).wrapped().indented(),
    )
}

/// The limits of a phase that can be: none lies below 0 where no value does, nor above a share of 1.
pub(super) fn drawn_limits(series: &SeriesFinding, phase: &SeriesPhase) -> [Option<f64>; 2] {
    let (least, most) = series_bounds(series);
    let limits = phase.limits.as_ref();
    [limits.map(|it| it.low), limits.map(|it| it.high)].map(|end| end.filter(|end| (least..=most).contains(end)))
}

/// Whether a limit cannot be, and is left out.
fn leaves_a_limit_out(series: &SeriesFinding) -> bool {
    let left_out = |phase: &SeriesPhase| phase.limits.is_some() && drawn_limits(series, phase).contains(&None);
    series.phases.iter().any(left_out)
}

/// What a point shows, with whether that is good.
fn signals(series: &SeriesFinding, point: &SeriesPoint, text: &Text) -> String {
    match point.value {
        None if point.hidden => return text.get("series-point-hidden"),
        None => return text.get("workbook-series-missing"),
        Some(_) => {}
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
