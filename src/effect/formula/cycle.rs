//! Indicators that are calculated from each other.

use std::collections::BTreeSet;

use super::{Atom, Formula};

/// Finds indicators that are calculated from each other, beginning with one: their ids in order, the first again at the end.
///
/// `formula_of` tells the formula of an indicator, `None` where it has none. `None` when nothing leads back.
pub fn cycle(id: &str, formula_of: impl Fn(&str) -> Option<Formula>) -> Option<Vec<String>> {
    let used_by = |id: &str| -> Vec<String> {
        let formula = formula_of(id);
        let mut used: Vec<String> = formula.iter().flat_map(Formula::atoms).filter_map(indicator).collect();
        used.reverse();
        used
    };
    // The way from the first indicator to the one looked at, each with what is still to be followed from it.
    let mut way = vec![(id.to_owned(), used_by(id))];
    let mut cleared = BTreeSet::new();
    while let Some((_, open)) = way.last_mut() {
        let Some(next) = open.pop() else {
            cleared.extend(way.pop().map(|(id, _)| id));
            continue;
        };
        if let Some(first) = way.iter().position(|(id, _)| *id == next) {
            let mut ids: Vec<String> = way.into_iter().skip(first).map(|(id, _)| id).collect();
            ids.push(next);
            return Some(ids);
        }
        if !cleared.contains(&next) {
            let used = used_by(&next);
            way.push((next, used));
        }
    }
    None
}

fn indicator(atom: &Atom) -> Option<String> {
    match atom {
        Atom::Indicator(id) => Some(id.clone()),
        Atom::Task(_) | Atom::Category(_) | Atom::Filled => None,
    }
}
