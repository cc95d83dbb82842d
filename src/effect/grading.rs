//! From figures to a verdict, a grade and the reason (STATISTICS.md, "Verdict" and "Grade").

use super::comparison::{Comparison, Design};
use super::indicator::Direction;
use super::verdict::{Grade, Verdict, p_text, percent_text};
use crate::phrase::{Phrase, phrase};

/// Below this p a difference is more than chance.
const LINE: f64 = 0.05;
/// Fewest people in both waves for any decision: six can just reach p = .03125.
const FEWEST: usize = 6;
/// Fewest people in both waves for grade A.
const FEWEST_FOR_A: usize = 8;
/// Filled share for grade A.
const FILLED_FOR_A: f64 = 0.95;
/// Filled share below which nothing is decided.
const FILLED_AT_ALL: f64 = 0.80;

/// Judges a comparison whose figures are complete.
pub(super) fn judge(comparison: &Comparison, direction: Direction) -> (Verdict, Grade, Phrase) {
    match undecidable(comparison) {
        Some(why) => (Verdict::NotDecidable, Grade::D, why),
        None => decide(comparison, direction),
    }
}

fn undecidable(comparison: &Comparison) -> Option<Phrase> {
    if comparison.n_from == 0 || comparison.n_to == 0 {
        return Some(phrase("why-no-wave"));
    }
    let filled = comparison.filled_share.unwrap_or(0.0);
    if filled < FILLED_AT_ALL {
        return Some(phrase("why-too-little-filled").with("filled", percent_text(filled)));
    }
    let smallest = comparison.p_smallest.unwrap_or(1.0);
    match comparison.design {
        Design::Paired if comparison.n_paired < FEWEST => Some(
            phrase("why-too-few")
                .with("n", comparison.n_paired)
                .with("p", p_text(smallest)),
        ),
        // A group of one has no spread: without an interval nothing is claimed.
        Design::Unpaired if smallest >= LINE || comparison.interval.is_none() => Some(
            phrase("why-too-few-unpaired")
                .with("from", comparison.n_from)
                .with("to", comparison.n_to)
                .with("p", p_text(smallest)),
        ),
        _ => None,
    }
}

fn decide(comparison: &Comparison, direction: Direction) -> (Verdict, Grade, Phrase) {
    let (Some(p), Some(difference)) = (&comparison.p, comparison.difference) else {
        return (Verdict::NotShown, Grade::C, phrase("why-nobody-changed"));
    };
    if comparison
        .paths
        .iter()
        .all(|(earlier, later)| earlier.total_cmp(later).is_eq())
        && comparison.design == Design::Paired
    {
        return (Verdict::NotShown, Grade::C, phrase("why-nobody-changed"));
    }
    if p.p >= LINE {
        let n = comparison.n_people;
        return (
            Verdict::NotShown,
            Grade::C,
            phrase("why-chance").with("n", n).with("p", p_text(p.p)),
        );
    }
    let good = match direction {
        Direction::Down => difference < 0.0,
        Direction::Up => difference > 0.0,
    };
    let (grade, why) = grade(comparison, p.p);
    (if good { Verdict::Improved } else { Verdict::Worse }, grade, why)
}

fn grade(comparison: &Comparison, p: f64) -> (Grade, Phrase) {
    let filled = comparison.filled_share.unwrap_or(0.0);
    let said = |key: Phrase| {
        key.with("n", comparison.n_paired)
            .with("from", comparison.n_from)
            .with("to", comparison.n_to)
            .with("p", p_text(p))
            .with("filled", percent_text(filled))
    };
    let beyond_zero = comparison
        .interval
        .is_some_and(|interval| interval.low > 0.0 || interval.high < 0.0);
    if comparison.design == Design::Unpaired {
        (Grade::B, said(phrase("why-unpaired")))
    } else if comparison.n_paired < FEWEST_FOR_A {
        (Grade::B, said(phrase("why-few")))
    } else if filled < FILLED_FOR_A {
        (Grade::B, said(phrase("why-partly-filled")))
    } else if !beyond_zero {
        (Grade::B, said(phrase("why-interval-over-zero")))
    } else {
        (Grade::A, said(phrase("why-sure")))
    }
}
