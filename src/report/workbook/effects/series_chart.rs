//! The chart of a series: values with gaps, centre and limits of each phase, what is more than chance, the target.

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFormat, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill,
    ChartType, Color, XlsxError,
};

use super::super::page::{Page, column, row};
use super::super::paint;
use super::series::{CHART_ROWS, LAST, VALUE, drawn_limits};
use crate::phrase::phrase;
use crate::report::finding::{SeriesFinding, SeriesPoint};
use crate::text::Text;

/// First of the hidden columns that only the chart reads.
const HELP: u16 = LAST + 2;
const BLUE: u32 = 0x0000_72B2;
const ORANGE: u32 = 0x00D5_5E00;
const PURPLE: u32 = 0x00CC_79A7;
const INK: u32 = 0x0026_3238;
const GREY: u32 = 0x0099_9999;

/// A line of the chart, or marks without a line, over all months or days.
struct Line {
    name: String,
    values: Vec<Option<f64>>,
    look: LineLook,
    /// Whether the legend names it: not a second time for each phase.
    is_named: bool,
}

#[derive(Clone, Copy)]
enum LineLook {
    Centre,
    Limit,
    Target,
    Good,
    Bad,
    Open,
}

impl LineLook {
    fn format(self) -> ChartFormat {
        let mut format = ChartFormat::new();
        let line = |color: u32, dash: ChartLineDashType| {
            let mut line = ChartLine::new();
            line.set_color(Color::RGB(color)).set_width(1.25).set_dash_type(dash);
            line
        };
        match self {
            Self::Centre => format.set_line(&line(BLUE, ChartLineDashType::Solid)),
            Self::Limit => format.set_line(&line(ORANGE, ChartLineDashType::Dash)),
            Self::Target => format.set_line(&line(PURPLE, ChartLineDashType::RoundDot)),
            Self::Good | Self::Bad | Self::Open => format.set_no_line(),
        };
        format
    }

    fn marker(self) -> ChartMarker {
        let mut marker = ChartMarker::new();
        let (kind, fill, border) = match self {
            Self::Centre | Self::Limit | Self::Target => {
                marker.set_none();
                return marker;
            }
            Self::Good => (ChartMarkerType::Circle, BLUE, BLUE),
            Self::Bad => (ChartMarkerType::Square, ORANGE, ORANGE),
            // No hollow ring: some programs draw a white mark without its edge.
            Self::Open => (ChartMarkerType::Diamond, GREY, INK),
        };
        let mut format = ChartFormat::new();
        format
            .set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(fill)))
            .set_border(ChartLine::new().set_color(Color::RGB(border)).set_width(1.5));
        marker.set_type(kind).set_size(9).set_format(&mut format);
        marker
    }
}

/// Draws a series whose table has its heading and its last row there.
pub(super) fn add(
    page: &mut Page,
    series: &SeriesFinding,
    (heading, last): (u32, u32),
    at: u32,
    text: &Text,
) -> Result<(), XlsxError> {
    let name = page.name();
    let lines = lines(series, text);
    let mut chart = Chart::new(ChartType::Line);
    let mut marker = ChartMarker::new();
    marker.set_type(ChartMarkerType::Circle).set_size(6);
    chart
        .add_series()
        .set_name((name.as_str(), heading, VALUE))
        .set_categories((name.as_str(), heading + 1, 0, last, 0))
        .set_values((name.as_str(), heading + 1, VALUE, last, VALUE))
        .set_format(&mut paint::line())
        .set_marker(&marker);
    let mut unnamed = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let col = HELP + column(place);
        for (offset, value) in line.values.iter().enumerate() {
            if let Some(value) = value {
                page.sheet().write_number(heading + 1 + row(offset), col, *value)?;
            }
        }
        page.sheet().set_column_hidden(col)?;
        chart
            .add_series()
            .set_name(line.name.as_str())
            .set_categories((name.as_str(), heading + 1, 0, last, 0))
            .set_values((name.as_str(), heading + 1, col, last, col))
            .set_format(&mut line.look.format())
            .set_marker(&line.look.marker());
        if !line.is_named {
            unnamed.push(place + 1);
        }
    }
    let title = phrase("workbook-series-chart")
        .with("name", series.name.as_str())
        .with("rules", series.rules_name.as_str());
    let title = text.say(&title);
    paint::dress(&mut chart, &title, "", &series.unit);
    chart.legend().delete_entries(&unnamed);
    // Months stand aslant: beside each other they would break in the middle.
    let mut aslant = paint::letters(9.0);
    aslant.set_rotation(-45);
    chart.x_axis().set_font(&aslant);
    let is_negative = series
        .points
        .iter()
        .filter_map(|point| point.value)
        .any(|value| value < 0.0);
    if !is_negative {
        chart.y_axis().set_min(0);
    }
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    // What the chart reads stands in hidden columns.
    chart.show_hidden_data();
    chart
        .set_width(page.pixels((0, LAST)).min(1000))
        .set_height(CHART_ROWS * 23)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(at, 0, &chart, 4, 4)?;
    Ok(())
}

/// Centre and limits, phase by phase, so that nothing joins one phase to the next; then the target and the marks.
fn lines(series: &SeriesFinding, text: &Text) -> Vec<Line> {
    let mut lines = Vec::new();
    let over = |place: usize, value: Option<f64>| -> Vec<Option<f64>> {
        let of_phase = series.points.iter().map(|point| value.filter(|_| point.phase == place));
        of_phase.collect()
    };
    for (place, phase) in series.phases.iter().enumerate() {
        let [low, high] = drawn_limits(series, phase);
        for (key, value, look) in [
            ("workbook-series-centre", phase.centre, LineLook::Centre),
            ("workbook-series-high", high, LineLook::Limit),
            ("workbook-series-low", low, LineLook::Limit),
        ] {
            if value.is_some() {
                let name = text.get(key);
                let is_named = lines.iter().all(|line: &Line| line.name != name);
                lines.push(Line {
                    name,
                    values: over(place, value),
                    look,
                    is_named,
                });
            }
        }
    }
    if series.target.is_some() {
        lines.push(Line {
            name: text.get("series-target"),
            values: vec![series.target; series.points.len()],
            look: LineLook::Target,
            is_named: true,
        });
    }
    for (good, key, look) in [
        (Some(true), "series-legend-good", LineLook::Good),
        (Some(false), "series-legend-bad", LineLook::Bad),
        (None, "series-legend-open", LineLook::Open),
    ] {
        let is_marked = |point: &SeriesPoint| !point.signals.is_empty() && point.good == good;
        let values = series
            .points
            .iter()
            .map(|point| point.value.filter(|_| is_marked(point)));
        let values: Vec<Option<f64>> = values.collect();
        if values.iter().any(Option::is_some) {
            lines.push(Line {
                name: text.get(key),
                values,
                look,
                is_named: true,
            });
        }
    }
    lines
}
