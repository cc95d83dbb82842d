//! An indicator over all surveys (歩み): each mean with its interval on one scale, from the first survey to the last.

use ratatui::text::Line;

use super::figures::title;
use crate::report::finding::{ComparedAs, IndicatorFinding, PathPoint, WavePath};
use crate::report::{UNKNOWN, decimal_text, value_text};
use crate::screens::effect::{is_hidden, of_unit};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};
use crate::screens::widget::bar;

/// Fewest cells of a scale that can be read.
const NARROWEST: usize = 20;

/// The values that fit on the scale, and its cells.
struct Scale {
    low: f64,
    high: f64,
    cells: usize,
}

impl Scale {
    /// A scale for all means and intervals; `None` where there are none or no room.
    fn of(path: &WavePath, cells: usize) -> Option<Self> {
        let values = || {
            let points = path.points.iter().filter(|point| point.mean.is_some());
            points.flat_map(|point| point.mean.into_iter().chain(point.interval.into_iter().flatten()))
        };
        let low = values().min_by(f64::total_cmp)?;
        let high = values().max_by(f64::total_cmp)?;
        let spread = high - low;
        // Where nothing differs the one value stands in the middle.
        let edge = if spread > 0.0 { spread * 0.05 } else { 1.0 };
        (cells >= NARROWEST).then_some(Self {
            low: low - edge,
            high: high + edge,
            cells,
        })
    }

    fn cell(&self, value: f64) -> usize {
        let place = (value - self.low) / (self.high - self.low) * bar::as_f64(self.cells - 1);
        bar::whole(place.round()).min(self.cells - 1)
    }
}

/// The picture and what it says.
pub fn lines(path: &WavePath, finding: &IndicatorFinding, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![Line::styled(
        format!("{}  {}", title(finding, pen), pen.get("result-means-of-surveys")),
        theme.strong(),
    )];
    let names: Vec<String> = path.points.iter().map(|point| pen.clean(&point.label)).collect();
    let label = names.iter().map(|name| width(name)).max().unwrap_or(0) + 2;
    let told: Vec<String> = path.points.iter().map(|point| told(point, finding, pen)).collect();
    let tail = told.iter().map(|told| width(told)).max().unwrap_or(0) + 1;
    let scale = Scale::of(path, cells.saturating_sub(label + tail));
    for ((point, name), told) in path.points.iter().zip(&names).zip(&told) {
        let row = Row::new().cell(name, label, theme.text());
        let row = match &scale {
            Some(scale) => marks(row, point, scale, pen).gap(1),
            None => row,
        };
        lines.push(row.text(told.clone(), theme.strong()).line());
    }
    if let Some(scale) = &scale {
        let [low, high] = [scale.low, scale.high].map(|end| decimal_text(of_unit(finding, end), finding.decimals));
        let right = pad_left(&high, scale.cells.saturating_sub(width(&low)));
        lines.push(
            Row::new()
                .gap(label)
                .text(format!("{low}{right}"), theme.faint())
                .line(),
        );
    }
    lines.extend(pen.short_paragraph(&pen.clean(&path.sentence), cells, rows, theme.text()));
    lines
}

/// The mean with its unit and how much stands behind it.
fn told(point: &PathPoint, finding: &IndicatorFinding, pen: &Pen) -> String {
    let mean = match point.mean {
        Some(mean) => pen.clean(&value_text(finding, mean)),
        None if is_hidden(finding, point.n) => pen.get("result-hidden"),
        None => pen.clean(UNKNOWN),
    };
    match finding.assessment.compared_as {
        ComparedAs::Figure => mean,
        ComparedAs::People | ComparedAs::Share | ComparedAs::Rate => format!("{mean}  n={}", point.n),
    }
}

/// `*` for the mean between `[` and `]` for its interval, on a line.
fn marks(row: Row, point: &PathPoint, scale: &Scale, pen: &Pen) -> Row {
    let theme = pen.theme();
    let stroke = if pen.is_plain() { "-" } else { "─" };
    let at = point.mean.map(|mean| scale.cell(mean));
    let ends = point
        .interval
        .filter(|_| at.is_some())
        .map(|ends| ends.map(|end| scale.cell(end)));
    (0..scale.cells).fold(row, |row, cell| {
        let within = |[from, to]: [usize; 2]| (from..=to).contains(&cell);
        match ends {
            _ if at == Some(cell) => row.text("*", theme.strong()),
            Some([from, _]) if from == cell => row.text("[", theme.strong()),
            Some([_, to]) if to == cell => row.text("]", theme.strong()),
            Some(ends) if within(ends) => row.text("=", theme.strong()),
            _ => row.text(stroke, theme.faint()),
        }
    })
}
