use super::*;
use crate::effect::{At, Direction, Family, IndicatorDraft, Measurement, MeasurementKey, OwnWay, Per, Subject, Term};
use crate::office::Decimal;
use crate::report::effect::support::{holdings, measure};
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
