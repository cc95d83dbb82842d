//! Phases of a series as changes of the book.

use super::series_figures::first_value_at;
use crate::book::{Change, Occasion};
use crate::effect::{At, Indicator, Phase, PhaseFault};
use crate::report::Holdings;

/// When the series of an indicator has its first value.
pub fn series_begin(holdings: &Holdings, indicator: &Indicator) -> Option<At> {
    first_value_at(holdings, indicator)
}

/// A phase that begins at a month or day, by the cause that a person wrote.
pub fn phase_begun(holdings: &Holdings, indicator: &Indicator, from: At, cause: &str) -> Result<Phase, PhaseFault> {
    let known = (series_begin(holdings, indicator), holdings.effects.phases.as_slice());
    Phase::begun(indicator, from, cause, known)
}

/// The phase of an indicator that begins at a month or day.
pub fn phase_of<'a>(holdings: &'a Holdings, indicator: &Indicator, from: At) -> Result<&'a Phase, PhaseFault> {
    let mut phases = holdings.effects.phases.iter();
    phases
        .find(|it| it.indicator == indicator.id && it.from == from)
        .ok_or(PhaseFault::NoneThere(from))
}

/// Writes a phase of an indicator, or takes it out.
pub fn phase_kept(indicator_name: &str, before: Option<&Phase>, after: Option<&Phase>) -> (Occasion, Vec<Change>) {
    let because = after.or(before).map(|phase| phase.cause.clone()).unwrap_or_default();
    let occasion = Occasion::PhaseKept {
        name: indicator_name.to_owned(),
        because,
    };
    let boxed = |phase: Option<&Phase>| phase.cloned().map(Box::new);
    let change = Change::PhaseKept {
        before: boxed(before),
        after: boxed(after),
    };
    (occasion, vec![change])
}
