//! From figures to a verdict, a grade and the reason (STATISTICS.md, "Verdict" and "Grade").

use super::changed;
use super::comparison::{Comparison, Design};
use super::filled::Filled;
use super::indicator::Direction;
use super::verdict::{Grade, Verdict, percent_text, probability};
use crate::phrase::{Phrase, phrase};

/// Below this p a difference is more than chance.
pub(super) const LINE: f64 = 0.05;
/// Fewest people in both waves for any decision: six can just reach p = .03125.
const FEWEST: usize = 6;
/// Fewest people in both waves for grade A.
const FEWEST_FOR_A: usize = 8;

/// What a grade rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground {
    /// Whether both waves have values.
    Waves,
    /// How much was filled in.
    Filled(Filled),
    /// The same people, or others.
    Design(Design),
    /// Whether so many people can decide at all, and surely: people in both (paired), in either (unpaired).
    People(usize),
    /// Whether chance gives such a difference; `None` where there is nothing to test.
    Chance(Option<f64>),
    /// Whether the interval of the difference leaves out 0; `None` where there is no interval.
    BeyondZero(Option<bool>),
}

/// A rule of the grade, and the best grade that it leaves (判定の決まり).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// What it is about.
    pub ground: Ground,
    /// The best grade that it leaves; the grade is the worst of these.
    pub leaves: Grade,
}

/// Every rule of the grade of a comparison, in the order in which they are told.
pub fn rules(comparison: &Comparison) -> Vec<Rule> {
    let rule = |ground, leaves| Rule { ground, leaves };
    if comparison.n_from == 0 || comparison.n_to == 0 {
        return vec![rule(Ground::Waves, Grade::D)];
    }
    let if_true = |holds: bool, otherwise: Grade| if holds { Grade::A } else { otherwise };
    let paired = comparison.design == Design::Paired;
    let p = comparison.p.map(|p| p.p).filter(|_| !nobody_changed(comparison));
    let beyond_zero = comparison
        .interval
        .map(|interval| interval.low > 0.0 || interval.high < 0.0);
    vec![
        rule(Ground::Design(comparison.design), if_true(paired, Grade::B)),
        rule(Ground::People(comparison.n_people), people(comparison)),
        rule(Ground::Filled(comparison.filled), comparison.filled.leaves()),
        rule(Ground::Chance(p), if_true(p.is_some_and(|p| p < LINE), Grade::C)),
        rule(
            Ground::BeyondZero(beyond_zero),
            if_true(beyond_zero == Some(true), Grade::B),
        ),
    ]
}

/// The best grade that so many people leave.
fn people(comparison: &Comparison) -> Grade {
    let smallest = comparison.p_smallest.unwrap_or(1.0);
    match comparison.design {
        Design::Paired if comparison.n_paired < FEWEST => Grade::D,
        Design::Paired if comparison.n_paired < FEWEST_FOR_A => Grade::B,
        // A group of one has no spread: without an interval nothing is claimed.
        Design::Unpaired if smallest >= LINE || comparison.interval.is_none() => Grade::D,
        _ => Grade::A,
    }
}

fn nobody_changed(comparison: &Comparison) -> bool {
    comparison.design == Design::Paired && changed::nobody_changed(&comparison.paths)
}

/// Judges a comparison whose figures are complete.
pub(super) fn judge(comparison: &Comparison, direction: Direction) -> (Verdict, Grade, Phrase) {
    let rules = rules(comparison);
    let grade = rules.iter().map(|rule| rule.leaves).max().unwrap_or(Grade::D);
    let verdict = match grade {
        Grade::D => Verdict::NotDecidable,
        Grade::C => Verdict::NotShown,
        Grade::A | Grade::B => verdict_of(comparison.difference.unwrap_or(0.0), direction),
    };
    (verdict, grade, why(comparison, grade))
}

/// The verdict of a difference that is more than chance.
pub(super) fn verdict_of(difference: f64, direction: Direction) -> Verdict {
    if direction.is_good(difference) {
        Verdict::Improved
    } else {
        Verdict::Worse
    }
}

/// The one reason that decides.
fn why(comparison: &Comparison, grade: Grade) -> Phrase {
    match grade {
        Grade::D => why_undecidable(comparison),
        Grade::C => why_not_shown(comparison),
        Grade::B => with_figures(why_not_surer(comparison), comparison),
        Grade::A if comparison.filled == Filled::NotAsked => with_figures(phrase("why-sure-entered"), comparison),
        Grade::A => with_figures(phrase("why-sure"), comparison).with("filled", filled(comparison)),
    }
}

fn why_undecidable(comparison: &Comparison) -> Phrase {
    if comparison.n_from == 0 || comparison.n_to == 0 {
        return match comparison.filled {
            Filled::Share(_) => phrase("why-no-wave"),
            Filled::NotAsked => phrase("why-no-values"),
        };
    }
    if comparison.filled.leaves() == Grade::D {
        return phrase("why-too-little-filled").with("filled", filled(comparison));
    }
    let smallest = comparison.p_smallest.unwrap_or(1.0);
    match comparison.design {
        Design::Paired => phrase("why-too-few")
            .with("n", comparison.n_paired)
            .with("p", probability(smallest)),
        Design::Unpaired if smallest < LINE => phrase("why-no-spread"),
        Design::Unpaired => phrase("why-too-few-unpaired")
            .with("from", comparison.n_from)
            .with("to", comparison.n_to)
            .with("p", probability(smallest)),
    }
}

fn why_not_shown(comparison: &Comparison) -> Phrase {
    match comparison.p {
        Some(p) if !nobody_changed(comparison) => phrase("why-chance")
            .with("n", comparison.n_people)
            .with("p", probability(p.p)),
        _ => phrase("why-nobody-changed"),
    }
}

fn why_not_surer(comparison: &Comparison) -> Phrase {
    if comparison.design == Design::Unpaired {
        phrase("why-unpaired")
    } else if comparison.n_paired < FEWEST_FOR_A {
        phrase("why-few")
    } else if comparison.filled.leaves() > Grade::A {
        phrase("why-partly-filled").with("filled", filled(comparison))
    } else if comparison.interval.is_none() {
        phrase("why-no-interval")
    } else {
        phrase("why-interval-over-zero")
    }
}

fn with_figures(why: Phrase, comparison: &Comparison) -> Phrase {
    let also = match comparison.filled {
        Filled::Share(_) => phrase("why-also-filled").with("filled", filled(comparison)),
        Filled::NotAsked => phrase("why-also-nothing"),
    };
    why.with("n", comparison.n_paired)
        .with("from", comparison.n_from)
        .with("to", comparison.n_to)
        .with("p", comparison.p.map_or_else(String::new, |p| probability(p.p)))
        .with("also", also)
}

fn filled(comparison: &Comparison) -> String {
    percent_text(comparison.filled.share().unwrap_or(0.0))
}
