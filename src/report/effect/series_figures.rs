//! What is known of an indicator month by month or day by day: entered, or calculated from others.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::figures_of;
use crate::effect::{At, Atom, Formula, Indicator, Measured, SeriesFigure, cycle};
use crate::report::Holdings;

/// Figures in order of time.
pub(super) type Figures = BTreeMap<At, SeriesFigure>;

/// The figures of an indicator; none where it does not count the office month by month or day by day.
pub(super) fn figures(holdings: &Holdings, indicator: &Indicator) -> Figures {
    let formula_of = |id: &str| match &holdings.indicator(id)?.measured {
        Measured::Formula { formula, .. } => Formula::parse(formula).ok(),
        _ => None,
    };
    if cycle(&indicator.id, formula_of).is_some() {
        return Figures::new();
    }
    of(holdings, indicator, &mut BTreeMap::new())
}

/// When the series of an indicator has its first value.
pub(super) fn first_value_at(holdings: &Holdings, indicator: &Indicator) -> Option<At> {
    let figures = figures(holdings, indicator);
    figures
        .iter()
        .find(|(_, figure)| figure.value.is_some())
        .map(|(at, _)| *at)
}

/// The figures of an indicator, beside those that are known already.
fn of(holdings: &Holdings, indicator: &Indicator, known: &mut BTreeMap<String, Figures>) -> Figures {
    if !indicator.per.is_series() {
        return Figures::new();
    }
    if let Some(figures) = known.get(&indicator.id) {
        return figures.clone();
    }
    let figures = match &indicator.measured {
        Measured::Formula { formula, .. } => {
            Formula::parse(formula).map_or_else(|_| Figures::new(), |formula| calculated(holdings, &formula, known))
        }
        // Figures that were entered while the indicator stood for something else are of another series.
        measured => {
            let figures = figures_of(holdings, indicator);
            let own = figures.iter().filter(|it| it.key.fits(indicator.per));
            own.map(|it| (it.key.at, SeriesFigure::entered(measured, it))).collect()
        }
    };
    known.insert(indicator.id.clone(), figures.clone());
    figures
}

/// Month by month: where one figure is missing there is no value, and where one is kept back the result is too.
fn calculated(holdings: &Holdings, formula: &Formula, known: &mut BTreeMap<String, Figures>) -> Figures {
    let mut parts: BTreeMap<&Atom, Figures> = BTreeMap::new();
    for atom in formula.atoms() {
        let Atom::Indicator(id) = atom else { continue };
        if let Some(other) = holdings.indicator(id) {
            parts.insert(atom, of(holdings, other, known));
        }
    }
    let times: BTreeSet<At> = parts.values().flat_map(BTreeMap::keys).copied().collect();
    let figure = |at: At| {
        let value = formula.value(&mut |atom| parts.get(atom)?.get(&at)?.value);
        let hidden = parts.values().any(|part| part.get(&at).is_some_and(|it| it.hidden));
        SeriesFigure {
            hidden,
            ..SeriesFigure::of(value)
        }
    };
    times.into_iter().map(|at| (at, figure(at))).collect()
}
