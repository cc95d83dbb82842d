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
mod tests {
    use super::super::support::{holdings, measure};
    use super::*;
    use crate::effect::{
        At, Direction, Family, IndicatorDraft, Measurement, MeasurementKey, OwnWay, Per, Subject, Term,
    };
    use crate::office::Decimal;
    use crate::worktime::Wave;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, 10).unwrap()
    }

    fn name(indicator: &Indicator) -> String {
        indicator.name.ja.clone()
    }

    fn following(id: &str, margin: Option<u32>, measures: &[u32]) -> Following {
        Following {
            indicator: id.to_owned(),
            terms: Terms {
                margin: margin.map(Decimal::whole),
                ..Terms::default()
            },
            measures: Some(measures.iter().map(|number| MeasureId(*number)).collect()),
        }
    }

    /// The book with what an act changed.
    fn done(holdings: &mut Holdings, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::IndicatorKept { after, before } => {
                    let gone = before.map(|it| it.id);
                    holdings.effects.indicators.retain(|it| Some(&it.id) != gone.as_ref());
                    holdings.effects.indicators.extend(after.map(|it| *it));
                }
                Change::IndicatorChosen { before, after } => {
                    let gone = before.map(|it| it.indicator);
                    holdings
                        .effects
                        .chosen
                        .retain(|it| Some(&it.indicator) != gone.as_ref());
                    holdings.effects.chosen.extend(after.map(|it| *it));
                }
                Change::MeasureKept {
                    before: Some(before),
                    after: Some(after),
                } => {
                    assert_eq!(before.id, after.id);
                    let measures = &mut holdings.issues.measures;
                    let place = measures.iter().position(|it| *it == *before).unwrap();
                    measures[place] = *after;
                }
                other => panic!("{other:?}"),
            }
        }
    }

    fn own(holdings: &Holdings, title: &str, way: OwnWay, detail: &str) -> Indicator {
        let draft = IndicatorDraft {
            id: String::new(),
            name: title.to_owned(),
            family: Family::Efficiency,
            unit: "分".to_owned(),
            direction: Direction::Down,
            per: Per::StaffDay,
            way,
            detail: detail.to_owned(),
            range: String::new(),
            decimals: String::new(),
            how: String::new(),
        };
        draft
            .indicator(&holdings.indicators(), holdings.catalog.scales())
            .unwrap()
    }

    #[test]
    fn one_act_keeps_a_copy_the_promise_and_the_links_and_nothing_is_written_twice() {
        let mut book = holdings();
        book.issues.measures = vec![measure(1, &["direct-share"]), measure(2, &[])];
        let wanted = [
            following("record-minutes", None, &[1, 2]),
            following("direct-share", Some(3), &[2]),
        ];
        let (occasion, changes) = indicators_followed(&book, &wanted, today(), &name).unwrap();
        assert!(matches!(occasion, Occasion::IndicatorsChosen { names } if names.len() == 2));
        assert_eq!(changes.len(), 6, "two copies, two promises, two measures: {changes:?}");
        done(&mut book, changes);
        let watched = |number: u32| book.issues.measure(MeasureId(number)).unwrap().indicators.clone();
        assert_eq!(watched(1), ["record-minutes"]);
        assert_eq!(watched(2), ["record-minutes", "direct-share"]);
        assert_eq!(
            book.effects.chosen("direct-share").unwrap().margin,
            Some(Decimal::whole(3))
        );
        let again = indicators_followed(&book, &wanted, today(), &name);
        assert_eq!(again.unwrap_err(), [(0, ChoosingFault::NothingChanged)]);
        let later = today().succ_opt().unwrap();
        let wider = [following("direct-share", Some(5), &[2])];
        let (_, changes) = indicators_followed(&book, &wider, later, &name).unwrap();
        assert!(
            matches!(&changes[..], [Change::IndicatorChosen { after: Some(after), .. }] if after.on == today()),
            "it was chosen when it was chosen: {changes:?}"
        );
    }

    #[test]
    fn every_fault_is_named_and_nothing_is_written() {
        let book = holdings();
        let wanted = [
            following("nowhere", None, &[]),
            following("record-minutes", Some(1), &[]),
            following("direct-share", Some(0), &[]),
        ];
        let faults = indicators_followed(&book, &wanted, today(), &name).unwrap_err();
        assert_eq!(
            faults,
            [
                (0, ChoosingFault::Unknown("nowhere".to_owned())),
                (1, ChoosingFault::MarginOfEfficiency("記録・文書作成の時間".to_owned())),
                (2, ChoosingFault::NotAbove(Term::Margin)),
            ]
        );
        let mut other_list = holdings();
        other_list.founding.task_list = other_list.catalog.task_list("care-management").unwrap().clone();
        let faults = indicators_followed(&other_list, &[following("rounds-minutes", None, &[])], today(), &name);
        assert!(matches!(
            faults.unwrap_err()[..],
            [(0, ChoosingFault::NotMeasurable(_))]
        ));
    }

    #[test]
    fn a_formula_is_copied_with_what_it_is_computed_from() {
        let mut book = holdings();
        let formula = own(&book, "記録の時間数", OwnWay::Formula, "indicator(record-minutes) ÷ 60");
        done(&mut book, own_indicator_kept(formula.clone()).1);
        let wanted = [
            following(&formula.id, None, &[]),
            following("record-minutes", None, &[]),
        ];
        let (_, changes) = indicators_followed(&book, &wanted, today(), &name).unwrap();
        let copied = |change: &Change| match change {
            Change::IndicatorKept { after: Some(after), .. } => Some(after.id.clone()),
            _ => None,
        };
        let copies: Vec<String> = changes.iter().filter_map(copied).collect();
        assert_eq!(copies, ["record-minutes"], "the own one is in the book already");
    }

    #[test]
    fn what_something_rests_on_is_not_taken_out() {
        let mut book = holdings();
        let calls = own(&book, "探す時間", OwnWay::Entered, "");
        let id = calls.id.clone();
        done(&mut book, own_indicator_kept(calls).1);
        let removed = |book: &Holdings| own_indicator_removed(book, &id, &name).map(|(_, changes)| changes);
        assert!(matches!(
            own_indicator_removed(&book, "who5", &name).unwrap_err(),
            ChoosingFault::NotOwn(_)
        ));
        let mut watched = book.clone();
        watched.issues.measures = vec![measure(3, &[&id])];
        let of = "探す時間".to_owned();
        assert_eq!(
            removed(&watched).unwrap_err(),
            ChoosingFault::IsWatched {
                name: of.clone(),
                measures: vec![3]
            }
        );
        let mut used = book.clone();
        let formula = own(&used, "二つ", OwnWay::Formula, &format!("indicator({id}) × 2"));
        done(&mut used, own_indicator_kept(formula).1);
        let by = "二つ".to_owned();
        assert_eq!(
            removed(&used).unwrap_err(),
            ChoosingFault::IsUsed { name: of.clone(), by }
        );
        let mut chosen = book.clone();
        let (_, changes) = indicators_followed(&chosen, &[following(&id, None, &[])], today(), &name).unwrap();
        done(&mut chosen, changes);
        assert_eq!(removed(&chosen).unwrap_err(), ChoosingFault::IsChosen(of.clone()));
        let (_, changes) = indicator_laid_aside(&chosen, &id, &name).unwrap();
        done(&mut chosen, changes);
        assert!(
            chosen.effects.indicators.iter().any(|it| it.id == id),
            "its definition stays"
        );
        let mut measured = book.clone();
        measured.effects.measurements.push(Measurement {
            key: MeasurementKey {
                indicator: id.clone(),
                at: At::Wave(Wave::Before),
                subject: Subject::Office,
            },
            value: Decimal::whole(4),
            of: None,
        });
        assert_eq!(
            removed(&measured).unwrap_err(),
            ChoosingFault::HasFigures { name: of, figures: 1 }
        );
        let changes = removed(&book).unwrap();
        done(&mut book, changes);
        assert!(book.effects.indicators.is_empty());
    }
}
