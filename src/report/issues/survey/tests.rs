//! Shares as a person counts them, and nothing of one or two people.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::book::Founding;
use crate::catalog::Catalog;
use crate::issues::{
    Answer, Position, Questionnaire, Rating, Response, ResponseKey, ResponseNumber, Statement, StatementCode,
    Viewpoint, ViewpointCode,
};
use crate::office::{Bilingual, Office, StaffCode, Unit};
use crate::report::finding::{ChallengeRound, ChallengeShare};
use crate::text::Lang;
use crate::worktime::NightHours;

fn both(text: &str) -> Bilingual {
    Bilingual {
        ja: text.to_owned(),
        en: text.to_owned(),
    }
}

/// Two viewpoints of two statements.
fn questionnaire() -> Questionnaire {
    let viewpoint = |code: &str| Viewpoint {
        code: ViewpointCode(code.to_owned()),
        name: both(&format!("視点{code}")),
        before: both("前"),
        after: both("後"),
        statements: ["a", "b"]
            .map(|letter| Statement {
                code: StatementCode(format!("{code}{letter}")),
                text: both(&format!("設問{code}{letter}")),
            })
            .to_vec(),
    };
    Questionnaire {
        id: "small".to_owned(),
        version: "1".to_owned(),
        title: both("小さな質問票"),
        source: "参考".to_owned(),
        scale: ["0", "1", "2", "3"].map(both),
        unknown: both("?"),
        viewpoints: ["1", "2"].map(viewpoint).to_vec(),
    }
}

/// Round, code, position (`f`, `m`, `-`), unit (`-` for none), answers to 1a 1b 2a 2b (`?` わからない, `.` nothing).
type Line<'t> = (Wave, &'t str, char, &'t str, &'t str);

fn response(number: u32, (round, staff, position, unit, answers): Line) -> Response {
    let codes = ["1a", "1b", "2a", "2b"].map(|code| StatementCode(code.to_owned()));
    let answer = |sign: char| match sign {
        '.' => None,
        '?' => Some(Answer::Unknown),
        digit => Rating::of(u8::try_from(digit.to_digit(10).unwrap()).unwrap()).map(Answer::Rated),
    };
    Response {
        key: ResponseKey {
            round,
            number: ResponseNumber(number),
        },
        questionnaire: "small".to_owned(),
        staff: StaffCode::parse(staff).ok(),
        role: None,
        unit: Some(unit)
            .filter(|unit| *unit != "-")
            .and_then(|unit| Unit::parse(unit).ok()),
        position: match position {
            'f' => Some(Position::Floor),
            'm' => Some(Position::Management),
            _ => None,
        },
        date: None,
        answers: codes
            .into_iter()
            .zip(answers.chars())
            .filter_map(|(code, sign)| Some((code, answer(sign)?)))
            .collect(),
    }
}

fn holdings(lines: &[Line]) -> Holdings {
    let catalog = Catalog::built_in();
    let founding = Founding {
        office: Office::default(),
        task_list: catalog.task_list("kasan-2024").unwrap().clone(),
        slot_minutes: 10,
        night: NightHours::default(),
    };
    let mut holdings = Holdings::empty(founding, catalog);
    holdings.issues.questionnaires = vec![questionnaire()];
    holdings.issues.responses = (1..).zip(lines).map(|(number, line)| response(number, *line)).collect();
    holdings
}

fn found(lines: &[Line]) -> ChallengeSurveyFinding {
    survey(&holdings(lines), &Text::new(Lang::Ja))
}

const B: Wave = Wave::Before;
const A: Wave = Wave::After(1);

/// Six of the floor, four managers, all in two units, a few gaps.
const TEN: [Line; 10] = [
    (B, "S01", 'f', "1F", "3210"),
    (B, "S02", 'f', "1F", "3300"),
    (B, "S03", 'f', "1F", "2201"),
    (B, "S04", 'f', "2F", "31??"),
    (B, "S05", 'f', "2F", "2.11"),
    (B, "S06", 'f', "2F", "3000"),
    (B, "S07", 'm', "1F", "0033"),
    (B, "S08", 'm', "1F", "1123"),
    (B, "S09", 'm', "2F", "0.23"),
    (B, "S10", 'm', "2F", "2032"),
];

fn close(found: Option<f64>, expected: f64) {
    assert!(
        found.is_some_and(|found| (found - expected).abs() < 1e-12),
        "{found:?} {expected}"
    );
}

// Counted by hand. 1a: floor 3 3 2 3 2 3 all six apply, management 0 1 0 2 one of four. 1b: floor 2 3 2 1 . 0 three of
// five, management 0 1 . 0 none of three. 2a: floor 1 0 0 ? 1 0 none of five, management 3 2 2 3 all four.
// 2b: floor 0 0 1 ? 1 0 none of five, management 3 3 3 2 all four.
#[test]
fn shares_are_those_of_a_hand_count() {
    let finding = found(&TEN);
    let round = &finding.rounds[0];
    let (one, two) = (&round.viewpoints[0], &round.viewpoints[1]);
    close(one.statements[0].share, 7.0 / 10.0);
    close(one.statements[1].share, 3.0 / 8.0);
    close(one.share, 10.0 / 18.0);
    assert_eq!((one.people, one.answers, one.applies), (Some(10), Some(18), Some(10)));
    close(one.floor.as_ref().unwrap().share, 9.0 / 11.0);
    close(one.management.as_ref().unwrap().share, 1.0 / 7.0);
    close(one.gap, 1.0 / 7.0 - 9.0 / 11.0);
    close(two.share, 8.0 / 18.0);
    close(two.floor.as_ref().unwrap().share, 0.0);
    close(two.management.as_ref().unwrap().share, 1.0);
    close(two.gap, 1.0);
    assert_eq!(round.gaps, ["2", "1"]);
    assert_eq!((one.rank, two.rank), (Some(1), Some(2)));
    assert_eq!(
        (round.floor, round.management, round.without_position),
        (Some(6), Some(4), Some(0))
    );
    let wilson = crate::stats::wilson_of_share(10.0 / 18.0, 10, 0.95).unwrap();
    assert_eq!(one.interval, Some([wilson.low, wilson.high]));
}

#[test]
fn who_did_not_rate_is_parted_only_among_three_or_more() {
    let finding = found(&TEN);
    let statement = |code: &str| finding.rounds[0].statement(code).unwrap().clone();
    // Nobody left 1a out; two left 1b out; one said わからない to 2a.
    assert_eq!((statement("1a").unknown, statement("1a").missing), (Some(0), Some(0)));
    assert_eq!((statement("1b").unknown, statement("1b").missing), (None, None));
    assert_eq!((statement("2a").unknown, statement("2a").missing), (None, None));
}

#[test]
fn two_people_are_a_round_of_which_only_their_number_is_told() {
    let finding = found(&TEN[..2]);
    let round = &finding.rounds[0];
    assert!(round.hidden && round.people == 2);
    assert!(
        round
            .viewpoints
            .iter()
            .all(|it| it.hidden && it.share.is_none() && it.floor.is_none())
    );
    assert_eq!(
        (round.floor, round.management, round.without_position),
        (None, None, None)
    );
    assert!(round.sentence.contains("2人"));
}

#[test]
fn a_unit_of_two_keeps_its_name_and_takes_another_with_it() {
    let mut lines = TEN.to_vec();
    lines.push((B, "S11", 'f', "別館", "3333"));
    lines.push((B, "S12", 'm', "別館", "0000"));
    let finding = found(&lines);
    let units: Vec<(&str, Option<usize>)> = finding.rounds[0]
        .units
        .iter()
        .map(|unit| (unit.unit.as_str(), unit.people))
        .collect();
    assert_eq!(units, [("1F", None), ("2F", Some(5)), ("別館", None)]);
    for viewpoint in &finding.rounds[0].viewpoints {
        assert_eq!(viewpoint.units[2].share, None);
        assert_eq!(viewpoint.units[0].share, None);
    }
}

#[test]
fn rounds_are_compared_by_person_and_less_is_better() {
    let lines: Vec<Line> = (0..10).map(|place| (B, CODES[place], 'f', "-", "3333")).collect();
    let later: Vec<Line> = (0..10).map(|place| (A, CODES[place], 'f', "-", "3300")).collect();
    let finding = found(&[lines, later].concat());
    let [one, two] = finding.comparisons[0].viewpoints.as_slice() else {
        panic!("{finding:?}")
    };
    assert_eq!(
        (one.verdict, one.grade),
        (crate::effect::Verdict::NotShown, crate::effect::Grade::C)
    );
    assert_eq!(
        (two.verdict, two.n_paired),
        (crate::effect::Verdict::Improved, Some(10))
    );
    close(two.difference, -1.0);
    // All ten changed alike: 2/2^10.
    close(two.p_value, 2.0 / 1024.0);
    assert_eq!(finding.comparisons[0].note, None);
}

const CODES: [&str; 12] = [
    "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12",
];

#[test]
fn answers_without_codes_are_compared_as_different_people_and_say_so() {
    let turns = |place: usize, one, other| if place.is_multiple_of(2) { one } else { other };
    let lines: Vec<Line> = (0..10).map(|n| (B, "", 'f', "-", turns(n, "3333", "3233"))).collect();
    let lines: Vec<Line> = lines.into_iter().chain([(B, "", 'f', "-", "3033")]).collect();
    let later: Vec<Line> = (0..10).map(|n| (A, "", 'f', "-", turns(n, "0000", "0300"))).collect();
    let finding = found(&[lines, later].concat());
    let comparison = &finding.comparisons[0];
    assert_eq!(comparison.viewpoints[0].test.as_deref(), Some("permutation"));
    assert_eq!(comparison.viewpoints[0].grade, crate::effect::Grade::B);
    assert!(comparison.note.is_some());
}

// Ten people before, eleven after: after − both rounds would be the one who is new.
#[test]
fn one_who_is_new_hides_the_size_but_not_the_verdict() {
    let lines: Vec<Line> = (0..10).map(|place| (B, CODES[place], 'f', "-", "3331")).collect();
    let later: Vec<Line> = (0..11).map(|place| (A, CODES[place], 'f', "-", "0000")).collect();
    let finding = found(&[lines, later].concat());
    let change = &finding.comparisons[0].viewpoints[0];
    assert!(change.hidden);
    assert_eq!(
        (change.from, change.to, change.difference, change.interval),
        (None, None, None, None)
    );
    assert_eq!(
        (change.hedges_g, change.good_share, change.cliffs_delta),
        (None, None, None)
    );
    assert_eq!((change.p_value, change.p_rank, change.p_holm), (None, None, None));
    assert!(!change.why.contains("p=") && !change.sentence.contains("p="));
    assert_eq!(change.verdict, crate::effect::Verdict::Improved);
    close(change.share_from, 1.0);
}

// 23 of 24 answers before: the mean of shares weighs the one of the fourth more than the sum of answers does.
#[test]
fn who_left_a_statement_out_hides_the_size_of_a_difference_between_other_people_too() {
    let lines: Vec<Line> = (0..12)
        .map(|place| (B, "", 'f', "-", if place == 3 { "3.11" } else { "3311" }))
        .collect();
    let later: Vec<Line> = (0..12).map(|_| (A, "", 'f', "-", "1011")).collect();
    let finding = found(&[lines, later].concat());
    let [one, other] = [0, 1].map(|place| &finding.comparisons[0].viewpoints[place]);
    assert_eq!(
        (one.test.as_deref(), one.hidden, one.from),
        (Some("permutation"), true, None)
    );
    assert!(one.p_value.is_none() && one.p_holm.is_none() && one.share_from.is_some());
    assert_eq!((other.hidden, other.from), (false, Some(0.0)));
}

#[test]
fn the_finding_as_json() {
    let finding = found(&TEN);
    let json = serde_json::to_string_pretty(&finding).unwrap();
    insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("challenge-survey-json", json);
    });
}

/// A person as drawn: code, position, unit, answers.
fn person() -> impl Strategy<Value = (usize, usize, usize, Vec<usize>)> {
    (
        0_usize..14,
        0_usize..3,
        0_usize..5,
        proptest::collection::vec(0_usize..6, 4),
    )
}

fn drawn(round: Wave, people: &[(usize, usize, usize, Vec<usize>)]) -> Vec<Response> {
    let units = ["-", "あ", "い", "う", "え"];
    let all = people
        .iter()
        .enumerate()
        .map(|(place, (code, position, unit, answers))| {
            let staff = if *code < 12 { CODES[*code] } else { "" };
            let answers: String = answers.iter().map(|it| ['0', '1', '2', '3', '?', '.'][*it]).collect();
            let position = ['f', 'm', '-'][*position];
            response(
                u32::try_from(place + 1).unwrap(),
                (round, staff, position, units[*unit], &answers),
            )
        });
    all.collect()
}

/// How many people each group of a partition has, and whether it is shown.
type Parts = Vec<(usize, bool)>;

fn sound(parts: &Parts, place: &str) {
    for (people, shown) in parts {
        assert!(!shown || *people == 0 || *people >= 3, "{place}: {parts:?}");
    }
    let behind: usize = parts.iter().filter(|(_, shown)| !shown).map(|(people, _)| people).sum();
    assert!(behind == 0 || behind >= 3, "{place}: {parts:?}");
}

/// People of the round, one each, as the finding must have counted them.
fn people_of(responses: &[Response]) -> Vec<&Response> {
    let mut last: BTreeMap<String, &Response> = BTreeMap::new();
    for (place, response) in responses.iter().enumerate() {
        let key = response
            .staff
            .as_ref()
            .map_or_else(|| format!("#{place}"), ToString::to_string);
        last.insert(key, response);
    }
    last.into_values().collect()
}

fn check_round(round: &ChallengeRound, responses: &[Response]) {
    let people = people_of(responses);
    assert_eq!(round.people, people.len());
    for viewpoint in &round.viewpoints {
        for statement in &viewpoint.statements {
            let rated = |wanted: &dyn Fn(&Response) -> bool| {
                let code = StatementCode(statement.code.clone());
                let rates = |it: &&&Response| crate::issues::tally::rating(it, &code).is_some();
                people.iter().filter(rates).filter(|it| wanted(it)).count()
            };
            let all = rated(&|_| true);
            assert!(statement.n.is_none() || all == 0 || all >= 3);
            assert_eq!(statement.n.is_none(), viewpoint.hidden);
            let split = people.len() - all;
            assert!(statement.unknown.is_none() || split == 0 || split >= 3);
            if viewpoint.hidden {
                let none = |share: &Option<ChallengeShare>| share.is_none();
                assert!(none(&viewpoint.floor) && none(&viewpoint.management) && none(&statement.floor));
                assert!(viewpoint.share.is_none() && viewpoint.units.iter().all(|unit| unit.share.is_none()));
                continue;
            }
            let position = |position, share: &Option<ChallengeShare>| {
                (
                    rated(&move |it: &Response| it.position == Some(position)),
                    share.is_some(),
                )
            };
            let positions = vec![
                position(Position::Floor, &statement.floor),
                position(Position::Management, &statement.management),
                (rated(&|it| it.position.is_none()), false),
            ];
            if viewpoint.floor.is_some() || viewpoint.management.is_some() {
                sound(&positions, &statement.code);
            }
            let mut units: Parts = viewpoint
                .units
                .iter()
                .map(|unit| {
                    let own = |it: &Response| it.unit.as_ref().is_some_and(|name| name.as_str() == unit.unit);
                    (rated(&own), unit.share.is_some())
                })
                .collect();
            units.push((rated(&|it| it.unit.is_none()), false));
            if viewpoint.units.iter().any(|unit| unit.share.is_some()) {
                sound(&units, &statement.code);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_one_or_two_people_can_be_told_from_any_survey(
        before in proptest::collection::vec(person(), 0..16),
        after in proptest::collection::vec(person(), 0..16),
    ) {
        let mut holdings = holdings(&[]);
        let (before, after) = (drawn(B, &before), drawn(A, &after));
        holdings.issues.responses = [before.clone(), after.clone()].concat();
        let finding = survey(&holdings, &Text::new(Lang::Ja));
        for round in &finding.rounds {
            check_round(round, if round.id == "before" { &before } else { &after });
        }
        for comparison in &finding.comparisons {
            for change in comparison.viewpoints.iter().filter(|it| it.difference.is_some()) {
                let counts = [change.n_from, change.n_to, change.n_paired];
                prop_assert!(counts.iter().flatten().all(|n| *n == 0 || *n >= 3));
                if change.test.as_deref() == Some("sign-flip") {
                    let both = change.n_paired.unwrap();
                    for all in [change.n_from.unwrap(), change.n_to.unwrap()] {
                        prop_assert!(all == both || all - both >= 3, "{change:?}");
                    }
                }
            }
        }
    }
}
