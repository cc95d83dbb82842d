//! Choosing indicators, and making own ones: what a person says, as changes of the book.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::book::{Change, Occasion};
use crate::effect::{Atom, ChoosingFault, Chosen, Formula, Indicator, Measured, Terms};
use crate::issues::{Measure, MeasureId};
use crate::report::{Holdings, is_measurable};
use crate::text::Text;

/// What a person says of an indicator that is to be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// Its id.
    pub indicator: String,
    /// What is promised of it.
    pub terms: Terms,
    /// The measures that watch it; `None` where they stay as they are.
    pub measures: Option<Vec<MeasureId>>,
}

/// A fault, and which of the indicators has it.
pub type FollowingFault = (usize, ChoosingFault);

/// Chooses indicators, or changes what is promised of them, in one act.
///
/// The book keeps a whole copy of each, so that a later catalog changes nothing. The name of an indicator is taken in the language
/// that `name` gives.
pub fn indicators_followed(
    holdings: &Holdings,
    wanted: &[Following],
    today: NaiveDate,
    name: &dyn Fn(&Indicator) -> String,
) -> Result<(Occasion, Vec<Change>), Vec<FollowingFault>> {
    let mut faults = Vec::new();
    let mut changes = Vec::new();
    let mut names = Vec::new();
    let mut known = BTreeSet::new();
    let mut measures: BTreeMap<MeasureId, Measure> = BTreeMap::new();
    for (place, following) in wanted.iter().enumerate() {
        let Some(indicator) = holdings.indicator(&following.indicator) else {
            faults.push((place, ChoosingFault::Unknown(following.indicator.clone())));
            continue;
        };
        let found = faults_of(holdings, indicator, &following.terms, &name(indicator));
        faults.extend(found.into_iter().map(|fault| (place, fault)));
        names.push(name(indicator));
        copy(holdings, indicator, &mut known, &mut changes);
        changes.extend(promised(holdings, following, today));
        if let Some(watching) = &following.measures {
            link(holdings, &indicator.id, watching, &mut measures);
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let links = measures.into_values().filter_map(|after| {
        let before = holdings.issues.measure(after.id)?;
        (*before != after).then(|| Change::MeasureKept {
            before: Some(Box::new(before.clone())),
            after: Some(Box::new(after)),
        })
    });
    changes.extend(links);
    if changes.is_empty() {
        return Err(vec![(0, ChoosingFault::NothingChanged)]);
    }
    Ok((Occasion::IndicatorsChosen { names }, changes))
}

fn faults_of(holdings: &Holdings, indicator: &Indicator, terms: &Terms, name: &str) -> Vec<ChoosingFault> {
    let mut faults = terms.faults(indicator, name, holdings.catalog.scales());
    if !is_measurable(holdings, indicator) {
        faults.insert(0, ChoosingFault::NotMeasurable(name.to_owned()));
    }
    faults
}

/// The book keeps a copy of an indicator and of those that it is computed from, where it has none yet; `known` are those that were
/// looked at.
fn copy(holdings: &Holdings, indicator: &Indicator, known: &mut BTreeSet<String>, changes: &mut Vec<Change>) {
    if !known.insert(indicator.id.clone()) {
        return;
    }
    let is_there = holdings.effects.indicators.iter().any(|it| it.id == indicator.id);
    if !is_there {
        changes.push(Change::IndicatorKept {
            before: None,
            after: Some(Box::new(indicator.clone())),
        });
    }
    for id in used(indicator) {
        if let Some(other) = holdings.indicator(&id) {
            copy(holdings, other, known, changes);
        }
    }
}

fn promised(holdings: &Holdings, following: &Following, today: NaiveDate) -> Option<Change> {
    let before = holdings.effects.chosen(&following.indicator);
    let Terms { target, margin, spread } = following.terms;
    let after = Chosen {
        indicator: following.indicator.clone(),
        on: before.map_or(today, |before| before.on),
        target,
        margin,
        spread,
    };
    (before != Some(&after)).then(|| Change::IndicatorChosen {
        before: before.cloned().map(Box::new),
        after: Some(Box::new(after)),
    })
}

/// Makes the measures watch an indicator or not; a measure that others changed already is changed further.
fn link(holdings: &Holdings, id: &str, watching: &[MeasureId], measures: &mut BTreeMap<MeasureId, Measure>) {
    for measure in &holdings.issues.measures {
        let known = measures.get(&measure.id).unwrap_or(measure);
        let watches = known.indicators.iter().any(|it| it == id);
        if watches != watching.contains(&measure.id) {
            let turned = known.with_indicator_turned(id);
            measures.insert(measure.id, turned);
        }
    }
}

/// No longer follows an indicator; figures, its copy and what measures watch stay.
pub fn indicator_laid_aside(
    holdings: &Holdings,
    id: &str,
    name: &dyn Fn(&Indicator) -> String,
) -> Result<(Occasion, Vec<Change>), ChoosingFault> {
    let name = holdings.indicator(id).map_or_else(|| id.to_owned(), name);
    let Some(before) = holdings.effects.chosen(id) else {
        return Err(ChoosingFault::NotChosen(name));
    };
    let change = Change::IndicatorChosen {
        before: Some(Box::new(before.clone())),
        after: None,
    };
    Ok((Occasion::IndicatorsChosen { names: vec![name] }, vec![change]))
}

/// Whether the office made an indicator itself: the book has it and the catalog does not.
pub fn is_own(holdings: &Holdings, id: &str) -> bool {
    let in_book = holdings.effects.indicators.iter().any(|it| it.id == id);
    in_book && holdings.catalog.indicator(id).is_none()
}

/// An indicator of the office's own comes into the book.
pub fn own_indicator_kept(indicator: Indicator) -> (Occasion, Vec<Change>) {
    let occasion = Occasion::IndicatorKept {
        name: indicator.name.ja.clone(),
    };
    let change = Change::IndicatorKept {
        before: None,
        after: Some(Box::new(indicator)),
    };
    (occasion, vec![change])
}

/// Takes an indicator of the office's own out, unless something rests on it.
pub fn own_indicator_removed(
    holdings: &Holdings,
    id: &str,
    text_of: &dyn Fn(&Indicator) -> String,
) -> Result<(Occasion, Vec<Change>), ChoosingFault> {
    let Some(indicator) = holdings.indicator(id) else {
        return Err(ChoosingFault::Unknown(id.to_owned()));
    };
    let name = text_of(indicator);
    if !is_own(holdings, id) {
        return Err(ChoosingFault::NotOwn(name));
    }
    let figures = holdings.effects.of(id).count();
    if figures > 0 {
        return Err(ChoosingFault::HasFigures { name, figures });
    }
    if holdings.effects.chosen(id).is_some() {
        return Err(ChoosingFault::IsChosen(name));
    }
    let watching = holdings.issues.measures.iter();
    let watching = watching.filter(|measure| measure.indicators.iter().any(|it| it == id));
    let measures: Vec<u32> = watching.map(|measure| measure.id.0).collect();
    if !measures.is_empty() {
        return Err(ChoosingFault::IsWatched { name, measures });
    }
    if let Some(other) = holdings
        .indicators()
        .iter()
        .find(|other| used(other).iter().any(|it| it == id))
    {
        let by = text_of(other);
        return Err(ChoosingFault::IsUsed { name, by });
    }
    let change = Change::IndicatorKept {
        before: Some(Box::new(indicator.clone())),
        after: None,
    };
    Ok((Occasion::IndicatorKept { name }, vec![change]))
}

/// Ids of the indicators that one is computed from.
fn used(indicator: &Indicator) -> Vec<String> {
    let Measured::Formula { formula, .. } = &indicator.measured else {
        return Vec::new();
    };
    let Ok(formula) = Formula::parse(formula) else {
        return Vec::new();
    };
    let ids = formula.atoms().filter_map(|atom| match atom {
        Atom::Indicator(id) => Some(id.clone()),
        _ => None,
    });
    ids.collect()
}

/// The name of an indicator in the language of a text.
pub fn indicator_name(text: &Text) -> impl Fn(&Indicator) -> String + '_ {
    |indicator| text.lang().of(&indicator.name).to_owned()
}

#[cfg(test)]
mod tests;
