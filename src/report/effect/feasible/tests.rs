use super::*;
use crate::effect::{At, Chosen, Measurement, MeasurementKey, Subject};
use crate::office::{Month, ResidentCode};
use crate::report::effect::support::holdings;
use crate::text::Lang;
use crate::worktime::Wave;

fn measured(id: &str, at: At, subject: Subject, value: u32, of: Option<u32>) -> Measurement {
    Measurement {
        key: MeasurementKey {
            indicator: id.to_owned(),
            at,
            subject,
        },
        value: Decimal::whole(value),
        of: of.map(Decimal::whole),
    }
}

/// Totals of WHO-5 before, one a resident.
fn residents(totals: &[u32]) -> Holdings {
    let mut holdings = holdings();
    let figures = totals.iter().enumerate().map(|(number, total)| {
        let resident = ResidentCode::parse(&format!("R{number:02}")).unwrap();
        measured(
            "who5",
            At::Wave(Wave::Before),
            Subject::Resident(resident),
            *total,
            None,
        )
    });
    holdings.effects.measurements = figures.collect();
    holdings
}

fn plan(id: &str) -> Plan {
    Plan {
        indicators: vec![id.to_owned()],
        ..Plan::default()
    }
}

fn line(holdings: &Holdings, plan: &Plan) -> FeasibleLine {
    let found = feasible(holdings, plan, &Text::new(Lang::Ja)).unwrap();
    found.indicators.into_iter().next().unwrap()
}

#[test]
fn five_people_are_told_that_nothing_can_be_shown_and_what_can_decide() {
    let five = line(&residents(&[10, 12, 14, 16, 18]), &plan("who5"));
    assert_eq!((five.can_decide, five.detectable), (Some(false), None));
    assert_eq!((five.p_smallest, five.people_needed), (Some(0.0625), Some(6)));
    assert!(five.sentence.contains("5人では、何を測っても"), "{}", five.sentence);
    assert!(
        five.advice.iter().any(|advice| advice.contains("0.031")),
        "{:?}",
        five.advice
    );
    let alone = feasible_people(
        &Plan {
            before: Some(5),
            ..Plan::default()
        },
        &Text::new(Lang::Ja),
    );
    assert!(alone.sentence.contains("5人では、何を測っても"), "{}", alone.sentence);
}

// sd of 8, 10 … 22 is 4.898979; with 8 pairs 1.192383 of it are found.
#[test]
fn eight_people_are_told_the_change_that_they_find() {
    let totals = [8, 10, 12, 14, 16, 18, 20, 22];
    let mut book = residents(&totals);
    let eight = line(&book, &plan("who5"));
    assert_eq!(
        (eight.can_decide, eight.spread_from),
        (Some(true), SpreadSource::Before)
    );
    assert!(
        (eight.detectable.unwrap() - 5.841_459).abs() < 1e-5,
        "{:?}",
        eight.detectable
    );
    assert!(eight.sentence.contains("5.8点"), "{}", eight.sentence);
    assert_eq!(eight.seed, SEED);
    // The user's own guess goes before, and a target says how many it takes.
    book.effects.chosen = vec![Chosen {
        indicator: "who5".to_owned(),
        on: chrono::NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
        target: Some(Decimal::whole(17)),
        margin: None,
        spread: Some(Decimal::whole(3)),
    }];
    let guessed = line(&book, &plan("who5"));
    assert_eq!((guessed.spread_from, guessed.wanted), (SpreadSource::Guess, Some(2.0)));
    assert!((guessed.detectable.unwrap() - 3.577_148).abs() < 1e-5);
    let people = guessed.people_for_wanted.unwrap();
    assert!(people > 8 && guessed.advice.iter().any(|it| it.contains(&format!("{people}人"))));
    // A target on the bad side is no way to go.
    book.effects.chosen[0].target = Some(Decimal::whole(9));
    assert_eq!(line(&book, &plan("who5")).wanted, None);
}

#[test]
fn other_people_after_find_less_than_the_same_people() {
    let book = residents(&[8, 10, 12, 14, 16, 18, 20, 22]);
    let others = Plan {
        design: Some(Design::Unpaired),
        after: Some(3),
        ..plan("who5")
    };
    let line_of_others = line(&book, &others);
    assert_eq!((line_of_others.design, line_of_others.n_after), ("unpaired", Some(3)));
    assert!(line_of_others.detectable > line(&book, &plan("who5")).detectable);
    let few = Plan {
        before: Some(3),
        ..others
    };
    let few = line(&book, &few);
    assert_eq!((few.can_decide, few.people_needed), (Some(false), Some(4)));
}

#[test]
fn two_people_tell_neither_mean_nor_spread() {
    let two = line(&residents(&[3, 22]), &plan("who5"));
    assert_eq!((two.n_before, two.spread, two.detectable_share), (Some(2), None, None));
    let nobody = line(&holdings(), &plan("who5"));
    assert_eq!((nobody.n_before, nobody.can_decide), (None, None));
    assert!(nobody.sentence.contains("6人以上"), "{}", nobody.sentence);
}

#[test]
fn where_people_are_not_the_unit_it_says_what_is_possible() {
    let mut book = holdings();
    let series = line(&book, &plan("document-sheets"));
    assert_eq!((series.design, series.can_decide), ("series", None));
    assert!(series.sentence.contains("12回以上"), "{}", series.sentence);
    assert_eq!(line(&book, &plan("fall-rate")).design, "counts");
    let falls = |events: u32| {
        let month = At::Month(Month::parse("2025-10").unwrap());
        vec![
            measured("fall-rate", month, Subject::Office, events, Some(900)),
            // Days of the survey, so that the month belongs to it.
        ]
    };
    book.effects.periods = vec![crate::effect::WavePeriod {
        wave: Wave::Before,
        period: crate::effect::Period {
            from: chrono::NaiveDate::from_ymd_opt(2025, 10, 1).unwrap(),
            to: chrono::NaiveDate::from_ymd_opt(2025, 10, 31).unwrap(),
        },
    }];
    book.effects.measurements = falls(5);
    let five = line(&book, &plan("fall-rate"));
    assert_eq!(five.can_decide, Some(false));
    assert!(
        five.advice.iter().any(|advice| advice.contains("2倍")),
        "{:?}",
        five.advice
    );
    book.effects.measurements = falls(6);
    let six = line(&book, &plan("fall-rate"));
    assert_eq!(six.can_decide, Some(true));
    assert!(six.sentence.contains("0件になれば"), "{}", six.sentence);
}

#[test]
fn the_sentence_over_all_names_what_cannot_be_decided() {
    let text = Text::new(Lang::Ja);
    let mut both = plan("who5");
    both.indicators.extend(["fall-rate".to_owned(), "outings".to_owned()]);
    let found = feasible(&residents(&[8, 10, 12, 14, 16, 18]), &both, &text).unwrap();
    assert!(found.sentence.contains("1つです"), "{}", found.sentence);
    assert!(found.sentence.contains("転倒・転落"), "{}", found.sentence);
    assert!(found.method.contains("0.5") && found.method.contains("20240401"));
}
