//! What stands beside the picture in words.

use ratatui::style::Style;
use ratatui::text::Line;

use super::figures::means;
use crate::effect::Measured;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{ComparedAs, Comparisons, IndicatorFinding, NotWorse};
use crate::report::value_text;
use crate::screens::desk::Shown;
use crate::screens::effect::{EffectView, counts, interval_ends, margin_text, not_worse_sign};
use crate::screens::figure::{percent, probability, tenth};
use crate::screens::pen::Pen;
use crate::screens::text::width;

/// What may be said to the committee, whole: a claim that is cut may claim something else.
pub fn committee(finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let said = finding.assessment.committee.as_str();
    if said.trim().is_empty() {
        return Vec::new();
    }
    let said = phrase("result-committee").with("said", said);
    pen.paragraph(&pen.say(&said), cells, pen.theme().text())
}

/// Whether quality is no worse, by sign and word; with the whole reason where there is room.
pub fn not_worse(finding: &IndicatorFinding, pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    let Some(line) = &finding.assessment.not_worse else {
        return Vec::new();
    };
    let theme = pen.theme();
    let style = match line.result {
        NotWorse::Shown => theme.good(),
        NotWorse::Worse => theme.bad(),
        NotWorse::NotShown | NotWorse::NotAssessable => theme.text(),
    };
    let acts = line.margin_act.zip(line.figure_act);
    let said = match (roomy, acts, line.margin) {
        (true, ..) => phrase("result-not-worse").with("sentence", line.sentence.as_str()),
        (false, Some((margin, figure)), _) if margin >= figure => phrase("result-not-worse-late")
            .with("margin-act", margin.to_string())
            .with("figure-act", figure.to_string()),
        (false, _, Some(margin)) => phrase("result-not-worse-short").with("margin", margin_text(finding, margin)),
        (false, _, None) => phrase("result-not-worse-no-margin"),
    };
    let said = said
        .with("sign", not_worse_sign(line.result))
        .with("word", line.result.word());
    pen.paragraph(&pen.say(&said), cells, style)
}

/// Whether the target is reached, and whether other reasonable ways to compare show the same; on one line where both fit.
pub fn checks(finding: &IndicatorFinding, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let methods = pen.clean(finding.assessment.methods_sentence.trim());
    let target = target(finding, pen);
    let said = target.into_iter().chain((!methods.is_empty()).then_some(methods));
    let lines = packed(said.collect(), cells);
    let short = |line: &String| pen.short_paragraph(line, cells, rows, pen.theme().text());
    lines.iter().flat_map(short).collect()
}

/// The target, and whether the later survey has reached it.
fn target(finding: &IndicatorFinding, pen: &Pen) -> Option<String> {
    let target = value_text(finding, finding.assessment.target?);
    let said = match finding.assessment.target_reached {
        Some(true) => phrase("result-target-reached"),
        Some(false) => phrase("result-target-not-reached"),
        None => phrase("result-target-unknown"),
    };
    let [_, after] = means(finding).map(|mean| mean.with_unit(finding, pen));
    Some(pen.say(&said.with("target", target).with("after", after)))
}

/// That the team has not judged this survey yet, and where it does.
pub fn judgement(shown: &Shown, comparisons: &Comparisons, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let lines = shown.effect.judgements.judgements.iter();
    let missing = lines.filter(|line| line.wave == comparisons.to && !line.done).count();
    if missing == 0 {
        return Vec::new();
    }
    let said = phrase("result-judgement-missing")
        .with("wave", comparisons.to_label.as_str())
        .with("missing", missing)
        .with("view", EffectView::Judge.name());
    pen.short_paragraph(&pen.say(&said), cells, 1, pen.theme().strong())
}

/// How many, p and the interval, as many on a line as fit.
pub fn facts(shown: &Shown, finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let mut facts = vec![pen.say(&people(shown, finding, pen))];
    facts.extend(finding.p_value.map(probability));
    facts.extend(interval_text(finding).map(|interval| pen.say(&interval)));
    if finding.good_share.is_some() {
        facts.push(pen.say(&phrase("screens-good-share").with("share", percent(finding.good_share))));
    }
    let lines = packed(facts, cells);
    let short = |line: &String| pen.short_paragraph(line, cells, 1, pen.theme().text());
    lines.iter().flat_map(short).collect()
}

/// The people compared; of shares and rates the counts and what they are of, and no people.
fn people(shown: &Shown, finding: &IndicatorFinding, pen: &Pen) -> Phrase {
    let assessment = &finding.assessment;
    match assessment.compared_as {
        ComparedAs::People => phrase("screens-people-in-both")
            .with("paired", finding.n_paired)
            .with("from", finding.n_from)
            .with("to", finding.n_to),
        ComparedAs::Figure => phrase("result-figure-of-office"),
        ComparedAs::Share | ComparedAs::Rate => {
            let [from, to] = [assessment.counts_from, assessment.counts_to]
                .map(|pair| pair.map_or_else(|| phrase("result-no-values"), |pair| counts(finding, pair)));
            phrase("result-counts")
                .with("of", base(shown, finding, pen))
                .with("from", from)
                .with("to", to)
        }
    }
}

/// What the second number counts.
fn base(shown: &Shown, finding: &IndicatorFinding, pen: &Pen) -> String {
    let indicator = shown.holdings.indicator(&finding.id);
    match indicator.map(|it| &it.measured) {
        Some(Measured::Part { of } | Measured::Rate { of, .. }) => pen.name(of).to_owned(),
        _ => pen.get("result-base"),
    }
}

/// The interval of the difference in figures, with its level (`95%` of `t 95%`).
fn interval_text(finding: &IndicatorFinding) -> Option<Phrase> {
    let [low, high] = interval_ends(finding, finding.interval?);
    let level = finding.interval_kind.as_deref()?.split(' ').next_back()?;
    Some(
        phrase("screens-interval")
            .with("level", level.to_owned())
            .with("low", low)
            .with("high", high),
    )
}

/// Facts one after the other, each whole on its line.
fn packed(facts: Vec<String>, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(&fact) <= cells => *line = format!("{line}  {fact}"),
            _ => lines.push(fact),
        }
    }
    lines
}

/// The reason in words.
pub fn why(finding: &IndicatorFinding, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let why = phrase("screens-why").with("why", finding.why.as_str());
    pen.short_paragraph(&pen.say(&why), cells, rows, pen.theme().text())
}

/// Figures that a wide screen has room for: scaled to a day and a night, and p after Holm.
pub fn details(finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let mut said = Vec::new();
    if let Some(p) = finding.p_holm {
        said.push(phrase("screens-p-holm").with("p", probability(p)));
    }
    let periods = [
        (&finding.scaled_day, phrase("screens-period-day")),
        (&finding.scaled_night, phrase("screens-period-night")),
    ];
    let is_of_people = finding.assessment.compared_as == ComparedAs::People;
    for (pair, period) in periods {
        if let Some(pair) = pair.as_ref().filter(|_| is_of_people) {
            said.push(
                phrase("screens-scaled-pair")
                    .with("scale", pair.scale.to_string())
                    .with("period", period)
                    .with("from", tenth(pair.from))
                    .with("to", tenth(pair.to))
                    .with("n-from", pair.n_from.to_string())
                    .with("n-to", pair.n_to.to_string()),
            );
        }
    }
    paragraphs(said.iter().map(|said| pen.say(said)), pen, cells, pen.theme().faint())
}

/// Which surveys were recorded with an older task list; on a small screen one line that says where to read more.
pub fn list_notes(comparisons: &Comparisons, pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    let style = pen.theme().faint();
    let notes = &comparisons.list_notes;
    match notes.first() {
        None => Vec::new(),
        Some(note) if !roomy => {
            let said = phrase("list-note-short")
                .with("older", note.recorded_with.as_str())
                .with("newer", note.read_as.as_str());
            pen.short_paragraph(&pen.say(&said), cells, 1, style)
        }
        Some(_) => notes
            .iter()
            .flat_map(|note| pen.short_paragraph(&pen.clean(&note.note), cells, 2, style))
            .collect(),
    }
}

fn paragraphs(said: impl Iterator<Item = String>, pen: &Pen, cells: usize, style: Style) -> Vec<Line<'static>> {
    said.flat_map(|said| pen.paragraph(&said, cells, style)).collect()
}
