//! What may be said to the committee: no more than is shown.

use super::said::{counted, interval_text, level_text, margin_text};
use crate::effect::{ComparedAs, Grade, NotWorse, Verdict, probability};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::IndicatorFinding;
use crate::report::number::{signed_text, value_text};
use crate::text::Text;

/// Below this p a difference is more than chance.
const LINE: f64 = 0.05;

/// The sentence for the committee (委員会への説明).
pub(super) fn committee(finding: &IndicatorFinding, text: &Text) -> String {
    let mut said = vec![text.say(&of_difference(finding, text))];
    if finding.verdict == Verdict::NotDecidable {
        said.push(finding.why.clone());
    }
    let others = other_answers(finding);
    if !others.is_empty() {
        let names = others.join(&text.get("list-separator"));
        said.push(text.say(&phrase("committee-method").with("methods", names)));
    }
    said.extend(of_margin(finding).map(|it| text.say(&it)));
    said.join(&text.get("between-sentences"))
}

/// Names of the other ways to compare that give another answer.
fn other_answers(finding: &IndicatorFinding) -> Vec<&str> {
    let methods = finding.assessment.methods.iter();
    let others = methods.filter(|line| !line.same && line.verdict != Verdict::NotDecidable);
    others.map(|line| line.name.as_str()).collect()
}

/// What became of it, how sure, and what that does not say.
fn of_difference(finding: &IndicatorFinding, text: &Text) -> Phrase {
    let values = finding.from.as_ref().zip(finding.to.as_ref()).zip(finding.difference);
    let said = |key: Phrase| key.with("name", finding.name.as_str());
    let Some(((from, to), difference)) = values else {
        return said(phrase("committee-nothing"));
    };
    let became = became(finding)
        .with("from", value_text(finding, from.mean))
        .with("to", value_text(finding, to.mean))
        .with("counted-from", counted(finding.assessment.counts_from))
        .with("counted-to", counted(finding.assessment.counts_to));
    let interval = finding.interval.map_or_else(
        || phrase("committee-no-interval"),
        |ends| phrase("committee-interval").with("interval", interval_text(finding, ends, text)),
    );
    let sure = phrase("committee-sure")
        .with("difference", signed_text(finding, difference))
        .with("interval", interval)
        .with("p", finding.p_value.map_or_else(String::new, probability));
    said(claim(finding))
        .with("became", became)
        .with("sure", sure)
        .with("grade", finding.grade.letter())
        .with("p-holm", finding.p_holm.map_or_else(String::new, probability))
}

fn became(finding: &IndicatorFinding) -> Phrase {
    match finding.assessment.compared_as {
        ComparedAs::People if finding.n_people == finding.n_paired => {
            phrase("committee-became-paired").with("n", finding.n_paired)
        }
        ComparedAs::People => phrase("committee-became-unpaired")
            .with("n-from", finding.n_from)
            .with("n-to", finding.n_to),
        ComparedAs::Share | ComparedAs::Rate => phrase("committee-became-counted"),
        ComparedAs::Figure => phrase("committee-became-figure"),
    }
}

/// Whether a difference still stands when all indicators of the family are looked at together: among several one often looks shown by
/// chance alone.
pub(super) fn holds_among_all(finding: &IndicatorFinding) -> bool {
    finding.p_holm.is_none_or(|p| p < LINE)
}

fn claim(finding: &IndicatorFinding) -> Phrase {
    let holds = holds_among_all(finding);
    match (finding.verdict, finding.grade) {
        (Verdict::Improved, Grade::A | Grade::B) if holds => phrase("committee-improved"),
        (Verdict::Worse, Grade::A | Grade::B) if holds => phrase("committee-worse"),
        (Verdict::Improved, _) => phrase("committee-improved-alone"),
        (Verdict::Worse, _) => phrase("committee-worse-alone"),
        (Verdict::NotShown, _) => phrase("committee-not-shown"),
        (Verdict::NotDecidable, _) => phrase("committee-not-decidable"),
    }
}

/// Whether it became no worse, where that is asked.
fn of_margin(finding: &IndicatorFinding) -> Option<Phrase> {
    let line = finding.assessment.not_worse.as_ref()?;
    let said = match line.result {
        NotWorse::Shown => phrase("committee-no-worse"),
        NotWorse::Worse => phrase("committee-beyond-margin"),
        NotWorse::NotShown => phrase("committee-no-worse-not-shown"),
        NotWorse::NotAssessable => phrase("committee-no-worse-not-assessable"),
    };
    Some(
        said.with("margin", margin_text(finding, line.margin.unwrap_or_default()))
            .with("level", level_text(finding.assessment.exact_level.unwrap_or_default())),
    )
}
