//! Amounts to the yen, at every border.

use std::collections::BTreeSet;

use super::*;
use crate::catalog::Catalog;
use crate::office::Decimal;

fn programme(id: &str) -> Programme {
    Catalog::built_in().programme(id).unwrap().clone()
}

fn with(cost: u64, conditions: &[&str]) -> Application {
    Application {
        cost,
        conditions: conditions.iter().map(|name| (*name).to_owned()).collect(),
        ..Application::default()
    }
}

fn amount(id: &str, application: &Application) -> u64 {
    grant(&programme(id), application).unwrap().amount
}

fn of_staff(id: &str, staff: &str, application: &Application) -> Result<Grant, GrantFault> {
    let staff = Some(Decimal::parse(staff).unwrap());
    grant(
        &programme(id),
        &Application {
            staff,
            ..application.clone()
        },
    )
}

#[test]
fn yamaguchi_cuts_off_below_a_thousand_yen_and_then_looks_at_the_cap() {
    for (cost, conditions, expected) in [
        (777_777, &["life-csv"][..], 583_000),
        (999_999, &[], 499_000),
        (1_000_000, &["documents-halved"], 600_000),
        (800_000, &["care-plan-linkage"], 600_000),
        (798_666, &["life-csv"], 598_000),
        (798_667, &["life-csv"], 599_000),
        (1_200_000, &[], 600_000),
        (1_199_999, &[], 599_000),
        (1_999, &[], 0),
        (2_000, &[], 1_000),
        (0, &["life-csv"], 0),
    ] {
        assert_eq!(amount("yamaguchi-r6", &with(cost, conditions)), expected, "{cost}");
    }
}

#[test]
fn the_second_time_in_yamaguchi_has_a_cap_of_its_own_and_leaves_recurring_costs_out() {
    let second = |cost, recurring| {
        let application = Application {
            second: true,
            recurring,
            ..with(cost, &["life-csv"])
        };
        grant(&programme("yamaguchi-r6"), &application).unwrap()
    };
    assert_eq!(second(700_000, 0).amount, 400_000);
    let less = second(700_000, 300_000);
    assert_eq!((less.eligible_cost, less.amount), (400_000, 300_000));
    let first = Application {
        recurring: 300_000,
        ..with(700_000, &["life-csv"])
    };
    assert_eq!(amount("yamaguchi-r6", &first), 525_000);
}

#[test]
fn the_cap_hangs_on_the_number_of_staff() {
    for (staff, r4, r8) in [
        ("1", 1_000_000, 1_000_000),
        ("10", 1_000_000, 1_000_000),
        ("11", 1_600_000, 1_500_000),
        ("20", 1_600_000, 1_500_000),
        ("21", 2_000_000, 2_000_000),
        ("30", 2_000_000, 2_000_000),
        ("31", 2_600_000, 2_500_000),
        ("500", 2_600_000, 2_500_000),
    ] {
        let much = with(10_000_000, &[]);
        assert_eq!(of_staff("national-r4", staff, &much).unwrap().amount, r4, "{staff}");
        assert_eq!(of_staff("ibaraki-r5", staff, &much).unwrap().cap, r4, "{staff}");
        assert_eq!(of_staff("national-r8", staff, &much).unwrap().cap, r8, "{staff}");
    }
}

#[test]
fn staff_between_two_bands_is_asked_for_and_never_guessed() {
    let much = with(10_000_000, &[]);
    assert_eq!(
        of_staff("national-r4", "10.5", &much),
        Err(GrantFault::StaffBetween {
            staff: Decimal::parse("10.5").unwrap(),
            below: 10,
            above: 11
        })
    );
    assert!(matches!(
        of_staff("ibaraki-r5", "30.1", &much),
        Err(GrantFault::StaffBetween { .. })
    ));
    assert!(of_staff("ibaraki-r5", "9.5", &much).is_ok());
    assert!(of_staff("ibaraki-r5", "31.5", &much).is_ok());
    assert_eq!(grant(&programme("national-r4"), &much), Err(GrantFault::StaffAsked));
    assert!(matches!(
        of_staff("national-r4", "0.9", &much),
        Err(GrantFault::StaffTooFew(_))
    ));
}

#[test]
fn any_of_the_four_conditions_brings_three_quarters_of_the_national_frame() {
    let rate = |conditions: &[&str]| {
        of_staff("national-r4", "10", &with(1_000_000, conditions))
            .unwrap()
            .rate
            .to_string()
    };
    assert_eq!(rate(&[]), "1/2");
    for name in ["care-plan-linkage", "life-csv", "documents-halved", "linkage-system"] {
        assert_eq!(rate(&[name]), "3/4", "{name}");
    }
    let missed = of_staff("national-r4", "10", &with(1_000_000, &[])).unwrap().unmet;
    assert!(matches!(&missed[..], [Unmet::HigherRate { any_of, .. }] if any_of.len() == 4));
    let none = of_staff("national-r4", "10", &with(1_000_000, &["life-csv"]))
        .unwrap()
        .unmet;
    assert_eq!(none, []);
}

#[test]
fn earlier_grants_in_ibaraki_leave_the_rest_of_the_cap() {
    let left = |earlier: &[u64]| {
        let application = Application {
            earlier: earlier.to_vec(),
            ..with(10_000_000, &[])
        };
        let granted = of_staff("ibaraki-r5", "31", &application).unwrap();
        (granted.cap, granted.amount)
    };
    assert_eq!(left(&[1_000_000]), (1_600_000, 1_600_000));
    assert_eq!(left(&[1_000_000, 1_600_000]), (0, 0));
    assert_eq!(left(&[2_600_001]), (0, 0));
    assert_eq!(left(&[]), (2_600_000, 2_600_000));
    let unclear = Application {
        earlier: vec![1],
        ..with(1_000_000, &[])
    };
    let granted = grant(&programme("yamaguchi-r6"), &unclear).unwrap();
    assert!(granted.unmet.contains(&Unmet::EarlierNotStated));
}

#[test]
fn additions_raise_the_cap_and_not_the_rate() {
    let both = with(10_000_000, &["adoption-support", "linked-with-five"]);
    let granted = of_staff("national-r8", "10", &both).unwrap();
    assert_eq!((granted.cap, granted.amount), (1_200_000, 1_200_000));
    let little = with(1_000_000, &["adoption-support"]);
    assert_eq!(of_staff("national-r8", "10", &little).unwrap().amount, 800_000);
}

#[test]
fn an_unknown_condition_is_no_condition() {
    let fault = grant(&programme("yamaguchi-r6"), &with(1, &["halved"])).unwrap_err();
    assert!(matches!(fault, GrantFault::NoSuchCondition { known, .. } if known.len() == 3));
}

fn line(kind: &str, net: u64) -> CostLine {
    CostLine {
        kind: kind.to_owned(),
        what: String::new(),
        net,
        tax: net / 10,
        elsewhere: 0,
        payment: Payment::Purchase,
        contracted: None,
    }
}

#[test]
fn lines_that_do_not_count_say_why() {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2024, 9, day).unwrap();
    let lines = [
        line("software", 500_000),
        CostLine {
            contracted: Some(day(20)),
            ..line("terminal", 200_000)
        },
        CostLine {
            elsewhere: 50_000,
            contracted: Some(day(25)),
            ..line("network", 80_000)
        },
        line("maintenance", 120_000),
    ];
    let found = outcomes(&programme("yamaguchi-r6"), &lines, Some(day(25)), true).unwrap();
    let eligible: Vec<u64> = found.iter().map(|it| it.eligible).collect();
    assert_eq!(eligible, [500_000, 0, 30_000, 0]);
    assert_eq!(found[0].refused, [Refusal::Tax(50_000)]);
    assert!(matches!(found[1].refused[0], Refusal::BeforeDecision { .. }));
    assert_eq!(found[2].refused[1], Refusal::Elsewhere(50_000));
    assert_eq!(found[3].refused[0], Refusal::RecurringAtSecondTime);
    let first = outcomes(&programme("yamaguchi-r6"), &lines, None, false).unwrap();
    assert_eq!(
        first.iter().map(|it| it.eligible).sum::<u64>(),
        500_000 + 200_000 + 30_000 + 120_000
    );
}

#[test]
fn fees_and_placed_machines_are_not_paid_for_in_ibaraki() {
    let ibaraki = programme("ibaraki-r5");
    for kind in ["communication", "placed-pc", "development"] {
        let found = outcomes(&ibaraki, &[line(kind, 60_000)], None, false).unwrap();
        assert_eq!((found[0].eligible, &found[0].refused[0]), (0, &Refusal::Kind), "{kind}");
    }
    assert!(outcomes(&ibaraki, &[line("robot", 1)], None, false).is_err());
}

#[test]
fn the_amount_never_exceeds_cost_or_cap_and_more_cost_never_pays_less() {
    for programme in Catalog::built_in().programmes() {
        let conditions: BTreeSet<String> = programme.conditions.iter().map(|it| it.name.clone()).collect();
        let mut last = 0;
        for step in 0..400_u64 {
            let application = Application {
                cost: step * 12_345,
                staff: Some(Decimal::whole(12)),
                conditions: conditions.clone(),
                ..Application::default()
            };
            let granted = grant(programme, &application).unwrap();
            assert!(granted.amount <= granted.cap && granted.amount <= application.cost);
            assert!(granted.amount >= last, "{} at {}", programme.id, application.cost);
            last = granted.amount;
        }
    }
}

#[test]
fn schemes_that_contradict_themselves_are_refused() {
    let sound = programme("national-r4");
    assert_eq!(sound.validate(), Ok(()));
    let mut gap = sound.clone();
    gap.caps.remove(1);
    assert_eq!(gap.validate(), Err(ProgrammeFault::Caps));
    let mut closed = sound.clone();
    closed.caps.pop();
    assert_eq!(closed.validate(), Err(ProgrammeFault::Caps));
    let mut no_else = sound.clone();
    no_else.rates.pop();
    assert_eq!(no_else.validate(), Err(ProgrammeFault::NoRate));
    let mut lost = sound.clone();
    lost.conditions.remove(0);
    assert!(matches!(lost.validate(), Err(ProgrammeFault::NoSuchCondition(_))));
    let mut no_unit = sound;
    no_unit.rounding.unit = 0;
    assert_eq!(no_unit.validate(), Err(ProgrammeFault::Rounding));
}
