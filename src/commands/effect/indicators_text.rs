//! Indicators as plain text.

use crate::commands::plain::Table;
use crate::effect::{Direction, Family};
use crate::phrase::{Gap, Phrase, phrase};
use crate::report::UNKNOWN;
use crate::report::finding::{ChosenFinding, ChosenIndicator, OfferedIndicator};
use crate::text::Text;

/// Both families, what is followed marked, and what is still missing.
pub(super) fn list(finding: &ChosenFinding, text: &Text) -> String {
    let mut said = [finding.sentence.as_str(), "\n"].concat();
    for remark in &finding.remarks {
        said += &["! ", remark, "\n"].concat();
    }
    for family in Family::ALL {
        said += &["\n", &text.say(&family.phrase()), "\n"].concat();
        said += &table(finding, family, text);
    }
    said += &["\n", &text.get("chosen-legend"), "\n"].concat();
    said
}

fn table(finding: &ChosenFinding, family: Family, text: &Text) -> String {
    let mut table = Table::new(&[
        String::new(),
        text.get("chosen-column-id"),
        text.get("chosen-column-name"),
        text.get("chosen-column-before"),
        text.get("chosen-target"),
        text.get("chosen-margin"),
        text.get("chosen-column-per"),
    ]);
    for offered in finding.offered.iter().filter(|it| it.family == family) {
        let chosen = finding.indicators.iter().find(|it| it.id == offered.id);
        let unknown = || UNKNOWN.to_owned();
        let told = |of: fn(&ChosenIndicator) -> &Option<String>| chosen.and_then(|it| of(it).clone());
        table.row([
            signs(offered),
            offered.id.clone(),
            offered.name.clone(),
            offered.before_text.clone().unwrap_or_else(unknown),
            told(|it| &it.target_text).unwrap_or_else(unknown),
            told(|it| &it.margin_text).unwrap_or_else(unknown),
            offered.per_text.clone(),
        ]);
    }
    table.text()
}

/// `*` is followed, `+` is of the office's own, `-` cannot be measured with the task list of the book.
fn signs(offered: &OfferedIndicator) -> String {
    let signs = [(offered.chosen, "*"), (offered.own, "+"), (!offered.measurable, "-")];
    signs.iter().filter(|(is, _)| *is).map(|(_, sign)| *sign).collect()
}

/// One indicator with all that is known of it.
pub(super) fn one(offered: &OfferedIndicator, chosen: Option<&ChosenIndicator>, text: &Text) -> String {
    let mut lines = vec![
        phrase("chosen-one-title")
            .with("name", offered.name.as_str())
            .with("id", offered.id.as_str())
            .with("unit", offered.unit.as_str()),
        phrase("chosen-one-kind")
            .with("family", offered.family.phrase())
            .with("direction", direction(offered.direction))
            .with("per", offered.per_text.as_str())
            .with("measured", offered.measured_text.as_str()),
    ];
    if !offered.how.is_empty() {
        lines.push(phrase("chosen-one-how").with("how", offered.how.as_str()));
    }
    if !offered.source.is_empty() {
        lines.push(phrase("chosen-one-source").with("source", offered.source.as_str()));
    }
    if let Some(range) = &offered.range_text {
        lines.push(phrase("chosen-one-range").with("range", range.as_str()));
    }
    if !offered.measurable {
        lines.push(phrase("chosen-not-measurable").with("name", offered.name.as_str()));
    }
    lines.extend(promises(chosen));
    for measure in &offered.measures {
        let said = phrase("chosen-one-measure")
            .with("number", measure.number)
            .with("text", measure.text.as_str());
        lines.push(said);
    }
    let before = offered.before_text.as_ref().map(|before| {
        phrase("chosen-one-before")
            .with("before", before.as_str())
            .with("n", offered.n_before)
    });
    lines.extend(before);
    let mut said: Vec<String> = lines.iter().map(|line| text.say(line)).collect();
    if let Some(chosen) = chosen {
        said.extend(chosen.margins.iter().map(|line| line.sentence.clone()));
    }
    said.push(offered.feasible.sentence.clone());
    said.extend(offered.feasible.advice.iter().map(|advice| format!("- {advice}")));
    said.join("\n") + "\n"
}

/// Whether it is followed, since when, and what is promised of it.
fn promises(chosen: Option<&ChosenIndicator>) -> Vec<Phrase> {
    let Some(chosen) = chosen else {
        return vec![phrase("chosen-one-not")];
    };
    let figure = |text: &Option<String>| match text {
        Some(text) => Gap::from(text.as_str()),
        None => Gap::from(phrase("chosen-unset")),
    };
    let mut said = vec![phrase("chosen-one-since").with("on", chosen.on.to_string())];
    said.push(phrase("chosen-one-target").with("target", figure(&chosen.target_text)));
    if chosen.family == Family::Quality {
        said.push(phrase("chosen-one-margin").with("margin", figure(&chosen.margin_text)));
    }
    if let Some(spread) = &chosen.spread {
        said.push(phrase("chosen-one-spread").with("spread", spread.as_str()));
    }
    said
}

fn direction(direction: Direction) -> Phrase {
    match direction {
        Direction::Down => phrase("screens-less-is-good"),
        Direction::Up => phrase("screens-more-is-good"),
    }
}
