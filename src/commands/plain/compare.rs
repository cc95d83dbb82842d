//! The comparison as text.

use super::table::Table;
use crate::effect::p_text;
use crate::phrase::phrase;
use crate::report::finding::{Comparisons, IndicatorFinding};
use crate::report::{UNKNOWN, decimal_text, optional_text, signed_text, value_text};
use crate::text::Text;

/// Sentences first, then the figures of every indicator, then the reasons.
pub(in crate::commands) fn comparisons(comparisons: &Comparisons, text: &Text) -> String {
    let head = phrase("compare-head")
        .with("from", comparisons.from_label.as_str())
        .with("to", comparisons.to_label.as_str());
    let mut said = text.say(&head) + "\n\n";
    for indicator in &comparisons.indicators {
        said.push_str(
            &text.say(
                &phrase("compare-sentence")
                    .with("sign", indicator.verdict.sign())
                    .with("sentence", indicator.sentence.as_str()),
            ),
        );
        said.push('\n');
    }
    for note in &comparisons.list_notes {
        said.push_str(&text.say(&phrase("import-note").with("note", note.note.as_str())));
        said.push('\n');
    }
    said.push('\n');
    said.push_str(&figures(comparisons, text));
    said.push('\n');
    said.push_str(&scaled(comparisons, text));
    said.push('\n');
    for indicator in &comparisons.indicators {
        let why = phrase("compare-why")
            .with("name", indicator.name.as_str())
            .with("grade", indicator.grade.letter())
            .with("why", indicator.why.as_str());
        said.push_str(&text.say(&why));
        said.push('\n');
    }
    said
}

fn figures(comparisons: &Comparisons, text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("column-indicator"),
        text.get("column-n"),
        text.get("column-from"),
        text.get("column-to"),
        text.get("column-difference"),
        text.get("column-interval"),
        "p".to_owned(),
        text.get("column-holm"),
        text.get("column-verdict"),
        text.get("column-grade"),
    ]);
    for line in &comparisons.indicators {
        let unknown = || UNKNOWN.to_owned();
        table.row([
            line.name.clone(),
            format!("{}/{} ({})", line.n_from, line.n_to, line.n_paired),
            line.from
                .as_ref()
                .map_or_else(unknown, |from| value_text(line, from.mean)),
            line.to.as_ref().map_or_else(unknown, |to| value_text(line, to.mean)),
            line.difference
                .map_or_else(unknown, |difference| signed_text(line, difference)),
            line.interval.map_or_else(unknown, |ends| interval(line, ends, text)),
            line.p_value.map_or_else(unknown, p_text),
            line.p_holm.map_or_else(unknown, p_text),
            format!("{} {}", line.verdict.sign(), text.say(&line.verdict.word())),
            line.grade.letter().to_owned(),
        ]);
    }
    table.text() + &text.get("compare-note") + "\n"
}

fn interval(line: &IndicatorFinding, [low, high]: [f64; 2], text: &Text) -> String {
    let factor = if line.is_share { 100.0 } else { 1.0 };
    let end = |value: f64| decimal_text(value * factor, line.decimals);
    text.say(&phrase("range").with("low", end(low)).with("high", end(high)))
}

/// The same indicators scaled to 480 minutes by day and 600 by night.
fn scaled(comparisons: &Comparisons, text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("column-indicator"),
        text.get("column-period"),
        text.get("column-n-waves"),
        text.get("column-from"),
        text.get("column-to"),
    ]);
    for line in &comparisons.indicators {
        for (period, pair) in [("period-day", &line.scaled_day), ("period-night", &line.scaled_night)] {
            let Some(pair) = pair else { continue };
            table.row([
                line.name.clone(),
                text.get(period),
                format!("{}/{}", pair.n_from, pair.n_to),
                optional_text(pair.from),
                optional_text(pair.to),
            ]);
        }
    }
    let head = phrase("compare-scaled").with("night", comparisons.night_hours.as_str());
    format!("{}\n{}", text.say(&head), table.text())
}
