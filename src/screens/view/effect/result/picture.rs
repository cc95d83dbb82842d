//! The two surveys as bars, and their difference with its interval.

use ratatui::text::{Line, Span};

use super::figures::{behind, means, title, way};
use crate::effect::Verdict;
use crate::report::finding::{Comparisons, IndicatorFinding};
use crate::report::signed_text;
use crate::screens::effect::of_unit;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::{bar, interval};

/// Cells beside the bars that figures have at least.
const TAIL: usize = 20;

/// The picture.
pub fn lines(comparisons: &Comparisons, finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let labels = [pen.clean(&comparisons.from_label), pen.clean(&comparisons.to_label)];
    let difference = pen.get("screens-difference");
    let longest_label = labels.iter().chain([&difference]).map(|label| width(label)).max();
    let label = longest_label.unwrap_or(0) + 2;
    let means = means(finding);
    let told = means.map(|mean| mean.with_unit(finding, pen));
    let behind = behind(finding, pen);
    let changed = changed(finding, pen);
    let figures = told
        .iter()
        .zip(&behind)
        .map(|(told, behind)| width(told) + width(behind) + 3);
    let tail = figures.chain([width(&changed) + 1, TAIL]).max().unwrap_or(TAIL);
    let free = cells.saturating_sub(label + tail);
    let longest = means.iter().filter_map(|mean| mean.number()).fold(0.0, f64::max);
    let mut lines = vec![Line::styled(title(finding, pen), theme.strong())];
    for (series, name) in labels.iter().enumerate() {
        let bar = bar::single(pen, series, means[series].number().unwrap_or(0.0), longest, free);
        lines.push(
            Row::new()
                .cell(name, label, theme.text())
                .parts(vec![bar])
                .gap(1)
                .text(told[series].clone(), theme.strong())
                .text(format!("  {}", behind[series]), theme.faint())
                .line(),
        );
    }
    lines.extend(difference_lines(finding, pen, (&difference, label), &changed, free));
    lines
}

/// The difference with its unit and its way as a word; nothing where there is none.
fn changed(finding: &IndicatorFinding, pen: &Pen) -> String {
    finding.difference.map_or_else(String::new, |difference| {
        let way = pen.say(&way(finding, difference));
        pen.clean(&format!("{} {way}", signed_text(finding, difference)))
    })
}

fn difference_lines(
    finding: &IndicatorFinding,
    pen: &Pen,
    (name, label): (&str, usize),
    changed: &str,
    free: usize,
) -> Vec<Line<'static>> {
    let Some(difference) = finding.difference else {
        return Vec::new();
    };
    let theme = pen.theme();
    let ends = finding.interval.map(|ends| ends.map(|end| of_unit(finding, end)));
    let style = match finding.verdict {
        Verdict::Improved => theme.good(),
        Verdict::Worse => theme.bad(),
        Verdict::NotShown | Verdict::NotDecidable => theme.strong(),
    };
    let value = of_unit(finding, difference);
    let row = Row::new().cell(name, label, theme.text());
    match interval::lines(pen, value, ends, finding.decimals, free, style) {
        Some([scale, marks]) => vec![
            row.parts(scale.spans)
                .gap(1)
                .text(changed.to_owned(), theme.strong())
                .line(),
            Row::new()
                .gap(label)
                .parts(vec![Span::styled(marks.to_string(), theme.faint())])
                .line(),
        ],
        None => vec![row.text(changed.to_owned(), theme.strong()).line()],
    }
}
