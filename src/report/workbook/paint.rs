//! Colours and patterns of charts: told apart by colour-blind eyes and on a grey printer.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartPatternFill, ChartPatternFillType, ChartSolidFill, Color,
};

use super::look::FONT;
use crate::report::chart::rgb;
use crate::report::finding::Class;
use crate::worktime::Hue;

const WHITE: Color = Color::RGB(0x00FF_FFFF);
const INK: Color = Color::RGB(0x0026_3238);
const GRID: Color = Color::RGB(0x00DD_E2E5);

/// Patterns in the order in which parts of a whole take them; `None` is a plain fill.
const PATTERNS: [Option<ChartPatternFillType>; 8] = [
    None,
    Some(ChartPatternFillType::DiagonalStripesWideUpwards),
    Some(ChartPatternFillType::Dotted25Percent),
    Some(ChartPatternFillType::HorizontalStripesNarrow),
    Some(ChartPatternFillType::SmallGrid),
    Some(ChartPatternFillType::DiagonalStripesWideDownwards),
    Some(ChartPatternFillType::VerticalStripesNarrow),
    Some(ChartPatternFillType::LargeConfetti),
];

/// Waves: the first is striped grey, what came after is plain.
const WAVES: [(u32, Option<ChartPatternFillType>); 4] = [
    (0x0099_9999, Some(ChartPatternFillType::DiagonalStripesWideUpwards)),
    (0x0000_72B2, None),
    (0x0000_9E73, Some(ChartPatternFillType::Dotted75Percent)),
    (0x00D5_5E00, Some(ChartPatternFillType::HorizontalStripesNarrow)),
];

/// The fill of the class at this place, in the colour that every picture gives it.
pub(super) fn part(classes: &[Class], index: usize) -> ChartFormat {
    let hue = classes.get(index).map_or(Hue::Black, |class| class.hue);
    let [red, green, blue] = rgb(hue);
    let color = u32::from_be_bytes([0, red, green, blue]);
    fill((color, PATTERNS[index % PATTERNS.len()]))
}

/// As planned, shifted, not done, not planned.
pub(super) fn plan(index: usize) -> ChartFormat {
    const PLAN: [(u32, Option<ChartPatternFillType>); 4] = [
        (0x0000_72B2, None),
        (0x0056_B4E9, Some(ChartPatternFillType::DiagonalStripesWideUpwards)),
        (0x0099_9999, Some(ChartPatternFillType::DiagonalStripesLightDownwards)),
        (0x00D5_5E00, Some(ChartPatternFillType::Dotted75Percent)),
    ];
    fill(PLAN[index % PLAN.len()])
}

/// The fill of the wave at this place.
pub(super) fn wave(index: usize) -> ChartFormat {
    fill(WAVES[index % WAVES.len()])
}

fn fill((color, pattern): (u32, Option<ChartPatternFillType>)) -> ChartFormat {
    let mut format = ChartFormat::new();
    match pattern {
        None => format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(color))),
        Some(pattern) => format.set_pattern_fill(
            ChartPatternFill::new()
                .set_pattern(pattern)
                .set_foreground_color(Color::RGB(color))
                .set_background_color(WHITE),
        ),
    };
    format.set_border(ChartLine::new().set_color(Color::RGB(color)).set_width(0.75));
    format
}

/// A dark line with no fill.
pub(super) fn line() -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_line(ChartLine::new().set_color(INK).set_width(1.75));
    format
}

/// Letters of a chart.
pub(super) fn letters(size: f64) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size).set_color(INK).unset_bold();
    font
}

/// Values beside their bars; on a white ground where they lie on a pattern.
pub(super) fn values(number_format: &str, position: ChartDataLabelPosition) -> ChartDataLabel {
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_num_format(number_format)
        .set_position(position)
        .set_font(&letters(9.0));
    if position == ChartDataLabelPosition::Center {
        let mut ground = ChartFormat::new();
        ground.set_solid_fill(ChartSolidFill::new().set_color(WHITE));
        label.set_format(&mut ground);
    }
    label
}

/// Thin rules across the values.
pub(super) fn rule(axis: &mut ChartAxis) {
    axis.set_major_gridlines(true)
        .set_major_gridlines_line(ChartLine::new().set_color(GRID).set_width(0.75));
}

/// Title, axes and legend as every chart has them.
pub(super) fn dress(chart: &mut Chart, title: &str, across: &str, up: &str) {
    let mut heading = letters(11.0);
    heading.set_bold();
    chart.title().set_name(title).set_font(&heading);
    chart
        .x_axis()
        .set_name(across)
        .set_name_font(&letters(9.0))
        .set_font(&letters(9.0));
    chart
        .y_axis()
        .set_name(up)
        .set_name_font(&letters(9.0))
        .set_font(&letters(9.0));
    rule(chart.y_axis());
    chart
        .legend()
        .set_position(ChartLegendPosition::Bottom)
        .set_font(&letters(9.0));
    chart
        .chart_area()
        .set_format(ChartFormat::new().set_border(ChartLine::new().set_color(GRID)));
}

/// Bars lie: the categories stand along the vertical axis, the first on top, and the values still below.
pub(super) fn lay(chart: &mut Chart, values: &str) {
    chart
        .y_axis()
        .set_reverse()
        .set_crossing(ChartAxisCrossing::Max)
        .set_major_gridlines(false);
    chart.x_axis().set_num_format(values);
    rule(chart.x_axis());
}
