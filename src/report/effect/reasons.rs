//! Why a grade is what it is: a sentence for each rule.

use super::compared::Basis;
use super::said::{counted, interval_text};
use crate::effect::{
    ComparedAs, Comparison, CountComparison, Design, Filled, Grade, Ground, Rule, percent_text, probability, rules,
};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::IndicatorFinding;
use crate::report::signed_text;
use crate::text::Text;

/// Below this p a difference is more than chance.
const LINE: f64 = 0.05;

/// The reasons of the grade of a finding; `tested` is the number of indicators of its family that were tested together.
pub(super) fn reasons(finding: &IndicatorFinding, basis: &Basis, tested: usize, text: &Text) -> Vec<String> {
    let said = match basis {
        Basis::People(comparison, ..) if comparison.n_from > 0 && comparison.n_to > 0 => {
            of_people(finding, comparison, text)
        }
        Basis::Counts(comparison) => of_counts(finding, comparison, text),
        Basis::People(..) | Basis::Nothing => return vec![finding.why.clone()],
    };
    let drawn = finding.p_method.as_deref().filter(|method| *method != "exact");
    let drawn = drawn.map(|method| phrase("reason-drawn").with("method", method));
    let adjusted = finding.p_holm.filter(|_| tested > 1).map(|p| {
        let said = if p < LINE || finding.grade > Grade::B {
            phrase("reason-holm")
        } else {
            phrase("reason-holm-chance")
        };
        said.with("indicators", tested).with("p", probability(p))
    });
    let mut reasons: Vec<String> = said.iter().map(|it| text.say(it)).collect();
    let last = reasons.pop();
    reasons.extend(drawn.iter().chain(&adjusted).map(|it| text.say(it)));
    reasons.extend(last);
    reasons
}

/// A sentence for each rule, and last which of them held the grade back.
fn of_people(finding: &IndicatorFinding, comparison: &Comparison, text: &Text) -> Vec<Phrase> {
    let rules = rules(comparison);
    let mut said: Vec<Phrase> = rules
        .iter()
        .map(|rule| of_rule(finding, comparison, rule, text))
        .collect();
    let missing = comparison.n_from.saturating_sub(comparison.n_paired);
    if comparison.filled == Filled::NotAsked && missing > 0 {
        said.push(
            phrase("reason-missing")
                .with("from", comparison.n_from)
                .with("n", comparison.n_paired),
        );
    }
    said.extend(beside(finding));
    let holding: Vec<String> = rules
        .iter()
        .filter(|rule| rule.leaves == comparison.grade)
        .map(|rule| text.say(&named(rule.ground)))
        .collect();
    said.push(if comparison.grade == Grade::A {
        phrase("reason-nothing-holds-back")
    } else {
        phrase("reason-holds-back")
            .with("rules", holding.join(&text.get("list-separator")))
            .with("grade", comparison.grade.letter())
    });
    said
}

/// The other way to compare, where it is shown: all people as different ones, or the few who are in both.
fn beside(finding: &IndicatorFinding) -> Option<Phrase> {
    let (said, other) = match (&finding.unpaired, &finding.paired) {
        (Some(other), _) => (phrase("reason-beside-unpaired"), other),
        (None, Some(other)) => (phrase("reason-beside-paired").with("n", finding.n_paired), other),
        (None, None) => return None,
    };
    Some(
        said.with("difference", signed_text(finding, other.difference))
            .with("p", probability(other.p_value)),
    )
}

fn named(ground: Ground) -> Phrase {
    match ground {
        Ground::Waves => phrase("rule-waves"),
        Ground::Filled(_) => phrase("rule-filled"),
        Ground::Design(_) => phrase("rule-design"),
        Ground::People(_) => phrase("rule-people"),
        Ground::Chance(_) => phrase("rule-chance"),
        Ground::BeyondZero(_) => phrase("rule-interval"),
    }
}

fn of_rule(finding: &IndicatorFinding, comparison: &Comparison, rule: &Rule, text: &Text) -> Phrase {
    match rule.ground {
        Ground::Waves => phrase("why-no-values"),
        Ground::Design(Design::Paired) => phrase("reason-paired").with("n", comparison.n_paired),
        Ground::Design(Design::Unpaired) => phrase("reason-unpaired")
            .with("from", comparison.n_from)
            .with("to", comparison.n_to)
            .with("n", comparison.n_paired),
        Ground::People(n) => of_number(comparison, rule.leaves)
            .with("n", n)
            .with("p", comparison.p_smallest.map_or_else(String::new, probability)),
        Ground::Filled(Filled::NotAsked) => phrase("reason-entered"),
        Ground::Filled(Filled::Share(share)) => {
            let said = match rule.leaves {
                Grade::A => phrase("reason-filled"),
                Grade::D => phrase("reason-too-little-filled"),
                _ => phrase("reason-partly-filled"),
            };
            said.with("filled", percent_text(share.unwrap_or(0.0)))
        }
        Ground::Chance(p) => chance(p),
        Ground::BeyondZero(beyond) => {
            let said = match beyond {
                Some(true) => phrase("reason-beyond-zero"),
                Some(false) => phrase("reason-over-zero"),
                None => return phrase("reason-no-interval"),
            };
            said.with(
                "interval",
                interval_text(finding, finding.interval.unwrap_or_default(), text),
            )
        }
    }
}

fn of_number(comparison: &Comparison, leaves: Grade) -> Phrase {
    match (comparison.design, leaves) {
        (Design::Paired, Grade::A) => phrase("reason-people"),
        (Design::Paired, Grade::D) => phrase("reason-too-few"),
        (Design::Paired, _) => phrase("reason-few"),
        (Design::Unpaired, Grade::D) if comparison.p_smallest.is_some_and(|p| p < LINE) => phrase("why-no-spread"),
        (Design::Unpaired, Grade::D) => phrase("reason-too-few-groups"),
        (Design::Unpaired, _) => phrase("reason-groups"),
    }
}

fn chance(p: Option<f64>) -> Phrase {
    match p {
        Some(p) if p < LINE => phrase("reason-beyond-chance").with("p", probability(p)),
        Some(p) => phrase("reason-chance").with("p", probability(p)),
        None => phrase("why-nobody-changed"),
    }
}

/// The same for what was counted.
fn of_counts(finding: &IndicatorFinding, comparison: &CountComparison, text: &Text) -> Vec<Phrase> {
    let Some(p) = comparison.p else {
        return vec![comparison.why.clone()];
    };
    let design = match finding.assessment.compared_as {
        ComparedAs::Rate => phrase("reason-rate"),
        _ => phrase("reason-share"),
    };
    let mut said = vec![
        design
            .with("from", counted(finding.assessment.counts_from))
            .with("to", counted(finding.assessment.counts_to)),
    ];
    if comparison.grade == Grade::D {
        said.push(comparison.why.clone());
        return said;
    }
    said.push(chance(Some(p)));
    if p < LINE && comparison.grade == Grade::C {
        said.push(comparison.why.clone());
    }
    if let Some(ends) = finding.interval {
        let is_over = ends[0] <= 0.0 && ends[1] >= 0.0;
        let interval = match (is_over, comparison.grade) {
            (false, _) => phrase("reason-beyond-zero"),
            (true, Grade::B) => phrase("reason-counted-over-zero"),
            (true, _) => phrase("reason-counted-interval"),
        };
        said.push(interval.with("interval", interval_text(finding, ends, text)));
    }
    said.push(phrase("reason-counted"));
    said
}
