//! Each person of both surveys as a step from the earlier to the later value, without a code.

use ratatui::text::Line;

use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::decimal_text;
use crate::report::finding::{ComparedAs, Comparisons, IndicatorFinding};
use crate::screens::effect::of_unit;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};
use crate::screens::widget::bar;

/// Fewest cells in which people can be told apart.
const NARROWEST: usize = 20;

/// The picture; a sentence where there are too few people for one.
pub fn lines(comparisons: &Comparisons, finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    if finding.assessment.compared_as != ComparedAs::People {
        return Vec::new();
    }
    let theme = pen.theme();
    if finding.paths.len() < SMALLEST_GROUP {
        let said = phrase("result-people-hidden").with("fewest", SMALLEST_GROUP);
        return pen.short_paragraph(&pen.say(&said), cells, 1, theme.faint());
    }
    let labels = [pen.clean(&comparisons.from_label), pen.clean(&comparisons.to_label)];
    let label = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let values = finding.paths.iter().flatten().copied();
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.fold(f64::NEG_INFINITY, f64::max);
    let free = cells.saturating_sub(label + 2);
    if free < NARROWEST {
        return Vec::new();
    }
    let mut lines = vec![Line::styled(pen.get("screens-each-person"), theme.faint())];
    for (end, name) in labels.iter().enumerate() {
        let mut counts = vec![0_usize; free];
        for path in &finding.paths {
            let place = if high > low {
                (path[end] - low) / (high - low)
            } else {
                0.5
            };
            let cell = bar::whole((place * bar::as_f64(free - 1)).round());
            counts[cell.min(free - 1)] += 1;
        }
        let strip: String = counts.iter().map(|count| dot(*count)).collect();
        lines.push(
            Row::new()
                .cell(name, label, theme.text())
                .text(strip, theme.strong())
                .line(),
        );
    }
    let ends = [low, high].map(|end| decimal_text(of_unit(finding, end), finding.decimals));
    let right = pad_left(&ends[1], free.saturating_sub(width(&ends[0])));
    lines.push(
        Row::new()
            .gap(label)
            .text(format!("{}{right}", ends[0]), theme.faint())
            .line(),
    );
    lines
}

/// One person is a dot, several are their number.
fn dot(count: usize) -> char {
    match count {
        0 => ' ',
        1 => 'o',
        2..=9 => char::from_digit(u32::try_from(count).unwrap_or(9), 10).unwrap_or('+'),
        _ => '+',
    }
}
