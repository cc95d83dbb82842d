//! The comparison as text.

use super::table::Table;
use crate::effect::{ComparedAs, p_text, probability};
use crate::phrase::phrase;
use crate::report::finding::{Comparisons, IndicatorFinding, WavePath};
use crate::report::{UNKNOWN, ends_text, optional_text, signed_text, value_text};
use crate::text::Text;

/// Sentences first with what may be claimed, then the figures of every indicator, then the reasons; each one of them where `why`
/// asks for it.
pub(in crate::commands) fn comparisons(
    comparisons: &Comparisons,
    paths: &[WavePath],
    why: bool,
    text: &Text,
) -> String {
    let head = phrase("compare-head")
        .with("from", comparisons.from_label.as_str())
        .with("to", comparisons.to_label.as_str());
    let mut said = text.say(&head) + "\n\n";
    for indicator in &comparisons.indicators {
        said.push_str(&sentences(indicator, text));
    }
    for note in &comparisons.list_notes {
        said.push_str(&text.say(&phrase("import-note").with("note", note.note.as_str())));
        said.push('\n');
    }
    said.push('\n');
    said.push_str(&figures(comparisons, text));
    if comparisons.indicators.iter().any(|it| it.scaled_day.is_some()) {
        said.push('\n');
        said.push_str(&scaled(comparisons, text));
    }
    said.push_str(&waves(paths, text));
    said.push('\n');
    for indicator in &comparisons.indicators {
        if why {
            said.push_str(&reasons(indicator, text));
        } else {
            let why = phrase("compare-why")
                .with("name", indicator.name.as_str())
                .with("grade", indicator.grade.letter())
                .with("why", indicator.why.as_str());
            said.push_str(&text.say(&why));
            said.push('\n');
        }
    }
    said
}

/// What changed, and under it what may be claimed.
fn sentences(indicator: &IndicatorFinding, text: &Text) -> String {
    let told = phrase("compare-sentence")
        .with("sign", indicator.verdict.sign())
        .with("sentence", indicator.sentence.as_str());
    let mut said = text.say(&told) + "\n";
    let assessment = &indicator.assessment;
    let not_worse = assessment.not_worse.as_ref().map(|it| it.sentence.as_str());
    let methods = Some(assessment.methods_sentence.as_str()).filter(|_| !assessment.methods.is_empty());
    for (key, told) in [
        (phrase("compare-not-worse"), not_worse),
        (phrase("compare-methods"), methods),
        (phrase("compare-committee"), Some(assessment.committee.as_str())),
    ] {
        if let Some(told) = told {
            said.push_str("    ");
            said.push_str(&text.say(&key.with("said", told)));
            said.push('\n');
        }
    }
    said
}

/// Every reason of a grade, and what other ways to compare show.
fn reasons(indicator: &IndicatorFinding, text: &Text) -> String {
    let head = phrase("compare-reasons").with("name", indicator.name.as_str());
    let mut said = text.say(&head) + "\n";
    let methods = indicator.assessment.methods.iter().map(|line| {
        let told = phrase("compare-method")
            .with("name", line.name.as_str())
            .with("p", line.p_value.map_or_else(|| format!("p={UNKNOWN}"), probability))
            .with("verdict", line.verdict.word());
        text.say(&told)
    });
    for line in indicator.assessment.reasons.iter().cloned().chain(methods) {
        said.push_str(&text.say(&phrase("compare-reason").with("said", line)));
        said.push('\n');
    }
    said
}

/// How indicators went over all surveys, where there are three or more.
fn waves(paths: &[WavePath], text: &Text) -> String {
    if paths.is_empty() {
        return String::new();
    }
    let mut said = format!("\n{}\n", text.get("compare-waves"));
    for path in paths {
        said.push_str(&path.sentence);
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
            people(line),
            line.from
                .as_ref()
                .map_or_else(unknown, |from| value_text(line, from.mean)),
            line.to.as_ref().map_or_else(unknown, |to| value_text(line, to.mean)),
            line.difference
                .map_or_else(unknown, |difference| signed_text(line, difference)),
            line.interval.map_or_else(unknown, |ends| ends_text(line, ends)),
            line.p_value.map_or_else(unknown, p_text),
            line.p_holm.map_or_else(unknown, p_text),
            format!("{} {}", line.verdict.sign(), text.say(&line.verdict.word())),
            line.grade.letter().to_owned(),
        ]);
    }
    table.text() + &text.get("compare-note") + "\n"
}

/// People of both waves; what the office counts or measures as a whole is no number of people.
fn people(line: &IndicatorFinding) -> String {
    match line.assessment.compared_as {
        ComparedAs::People => format!("{}/{} ({})", line.n_from, line.n_to, line.n_paired),
        ComparedAs::Share | ComparedAs::Rate | ComparedAs::Figure => UNKNOWN.to_owned(),
    }
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
