//! Series as plain text.

use crate::commands::plain::Table;
use crate::effect::Direction;
use crate::phrase::phrase;
use crate::report::finding::{SeriesFinding, SeriesPoint};
use crate::report::{UNKNOWN, decimal_text, series_figure, series_level_text};
use crate::text::Text;

/// All series: name and sentence of each.
pub(super) fn list(all: &[SeriesFinding], text: &Text) -> String {
    if all.is_empty() {
        return format!("{}\n", text.get("series-none"));
    }
    let lines = all.iter().map(|it| {
        let cells = [
            title(it, text),
            format!("  {}", it.sentence),
            format!("  {}", range(it, text)),
        ];
        format!("{}\n", cells.join("\n"))
    });
    let lines: Vec<String> = lines.collect();
    lines.join("\n")
}

fn title(finding: &SeriesFinding, text: &Text) -> String {
    let good = match finding.direction {
        Direction::Down => phrase("screens-less-is-good"),
        Direction::Up => phrase("screens-more-is-good"),
    };
    let said = phrase("series-title")
        .with("id", finding.id.as_str())
        .with("name", finding.name.as_str())
        .with("unit", finding.unit.as_str())
        .with("good", good);
    text.say(&said)
}

/// From when to when, how many values, and by which rules.
fn range(finding: &SeriesFinding, text: &Text) -> String {
    let at = |point: Option<&SeriesPoint>| point.map_or_else(String::new, |point| point.at.clone());
    let said = phrase("series-range")
        .with("first", at(finding.points.first()))
        .with("last", at(finding.points.last()))
        .with("n", finding.n)
        .with("rules", finding.rules_name.as_str())
        .with("id", finding.rules.as_str());
    text.say(&said)
}

/// One series: sentence, phases with their signals, before and after, every value.
pub(super) fn one(finding: &SeriesFinding, text: &Text) -> String {
    let mut lines = vec![
        title(finding, text),
        finding.sentence.clone(),
        String::new(),
        range(finding, text),
        finding.rules_says.clone(),
    ];
    lines.extend(finding.remarks.iter().cloned());
    lines.push(String::new());
    for phase in &finding.phases {
        let begin = match &phase.cause {
            None => phrase("series-phase-begin"),
            Some(cause) => phrase("series-phase-cause").with("cause", cause.as_str()),
        };
        let begin = begin.with("from", phase.from.as_str()).with("n", phase.n);
        lines.push(format!("{}{}", text.say(&begin), phase.sentence));
        lines.extend(phase.signals.iter().map(|it| {
            let sign = sign(it.good);
            format!("  {sign} {}：{}", it.name, it.sentence)
        }));
    }
    if let Some(target) = finding.target {
        let target = phrase("series-target-is").with("value", series_level_text(finding, target));
        lines.push(text.say(&target));
    }
    lines.push(finding.series_break.sentence.clone());
    let said = lines.join("\n") + "\n";
    format!("{said}\n{}", values(finding, text))
}

/// The sign of a mark: good, bad, or neither.
fn sign(good: Option<bool>) -> &'static str {
    match good {
        Some(true) => "+",
        Some(false) => "x",
        None => "*",
    }
}

fn values(finding: &SeriesFinding, text: &Text) -> String {
    let with_base = finding.points.iter().any(|point| point.base.is_some());
    let mut head = vec![text.get("series-column-at"), text.get("series-column-value")];
    if with_base {
        head.push(text.get("series-column-base"));
    }
    head.push(text.get("series-column-signals"));
    let mut table = Table::new(&head);
    for point in &finding.points {
        let value = point
            .value
            .map_or_else(|| UNKNOWN.to_owned(), |value| series_figure(finding, value));
        let mut cells = vec![point.at.clone(), value];
        if with_base {
            let base = point.count.zip(point.base);
            cells.push(base.map_or_else(String::new, |(count, base)| format!("{}/{}", plain(count), plain(base))));
        }
        cells.push(marks(finding, point, text));
        table.row(cells);
    }
    table.text()
}

/// A number as it was typed: without decimals where it has none.
fn plain(number: f64) -> String {
    let decimals = if number.fract() == 0.0 { 0 } else { 3 };
    decimal_text(number, decimals)
}

/// The sign and the names of the signals that a point shows.
fn marks(finding: &SeriesFinding, point: &SeriesPoint, text: &Text) -> String {
    if point.hidden {
        return text.get("series-point-hidden");
    }
    if point.signals.is_empty() {
        return String::new();
    }
    let phase = finding.phases.get(point.phase);
    let name = |id: &String| {
        let signals = phase.map_or(&[][..], |phase| &phase.signals);
        let found = signals.iter().find(|it| it.signal == *id);
        found.map_or_else(String::new, |it| it.name.clone())
    };
    let names: Vec<String> = point.signals.iter().map(name).collect();
    format!("{} {}", sign(point.good), names.join(&text.get("list-separator")))
}
