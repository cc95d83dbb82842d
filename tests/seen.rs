//! What the challenge survey shows on every way out, and what it never shows.

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;
use yutori::book::{Book, Change, Occasion};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::issues::{Answer, Position, Rating, Response, ResponseKey, ResponseNumber};
use yutori::office::{StaffCode, Unit};
use yutori::worktime::Wave;

use crate::support::Home;

const SMALL: &str = "離れの棟";

/// A person with the same rating everywhere.
fn person(round: Wave, number: u32, unit: &str, position: Position, rating: u8, catalog: &Catalog) -> Response {
    let questionnaire = catalog.questionnaire("challenge-facility").unwrap();
    let rating = Answer::Rated(Rating::of(rating).unwrap());
    Response {
        key: ResponseKey {
            round,
            number: ResponseNumber(number),
        },
        questionnaire: questionnaire.id.clone(),
        staff: Some(StaffCode::parse(&format!("S{number:02}")).unwrap()),
        role: None,
        unit: Some(Unit::parse(unit).unwrap()),
        position: Some(position),
        date: None,
        answers: questionnaire.statements().map(|it| (it.code.clone(), rating)).collect(),
    }
}

/// Five in 1階, six in 2階, and two in a unit of their own who alone say that everything applies; four are managers.
fn round(round: Wave, rating: u8, catalog: &Catalog) -> Vec<Response> {
    let people = (1..=13).map(|number| {
        let unit = match number {
            1..=5 => "1階",
            6..=11 => "2階",
            _ => SMALL,
        };
        let position = if number % 3 == 0 {
            Position::Management
        } else {
            Position::Floor
        };
        let rating = if unit == SMALL { 3 } else { rating };
        person(round, number, unit, position, rating, catalog)
    });
    people.collect()
}

fn home(rounds: &[Vec<Response>]) -> Home {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    let mut book = Book::open(&home.path().join("a.yutori")).unwrap();
    let now = Moment::parse_from_rfc3339("2026-02-01T09:00:00+09:00").unwrap();
    let questionnaire = Catalog::built_in().questionnaire("challenge-facility").unwrap().clone();
    let mut known = Some(Change::QuestionnaireKept {
        before: None,
        after: Some(Box::new(questionnaire)),
    });
    for round in rounds {
        let mut changes: Vec<Change> = known.take().into_iter().collect();
        changes.extend(round.iter().map(|response| Change::ResponseKept {
            before: None,
            after: Some(Box::new(response.clone())),
        }));
        book.apply(Occasion::ChallengeSurveyAnswered(round[0].key.round), changes, now)
            .unwrap();
    }
    home
}

fn with_a_unit_of_two() -> Home {
    home(&[round(Wave::Before, 0, &Catalog::built_in())])
}

/// Whether something could be a figure about people.
fn tells(cell: &str) -> bool {
    cell != "3人未満のため非表示" && cell.contains(|letter: char| letter.is_ascii_digit())
}

#[test]
fn a_unit_of_two_has_its_name_and_no_figure_in_text_and_json() {
    let home = with_a_unit_of_two();
    let said = home.ok(&["issues", "survey"]);
    let row = said.lines().find(|line| line.starts_with(SMALL)).unwrap();
    assert!(row.contains("3人未満のため非表示"), "{row}");
    assert!(row.split_whitespace().all(|cell| !tells(cell)), "{row}");
    for finding in [home.json(&["issues", "survey"]), home.json(&["issues"])] {
        assert_eq!(finding["schema"], "yutori.issues/1");
        let round = &finding["survey"]["rounds"][0];
        let small = |units: &Value| {
            units
                .as_array()
                .unwrap()
                .iter()
                .find(|it| it["unit"] == SMALL)
                .unwrap()
                .clone()
        };
        assert_eq!(small(&round["units"])["people"], Value::Null);
        for viewpoint in round["viewpoints"].as_array().unwrap() {
            assert_eq!(small(&viewpoint["units"])["share"], Value::Null);
            // With one other hidden beside it, all minus the shown ones is no figure of two people.
            let shown = viewpoint["units"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|it| !it["share"].is_null());
            assert_eq!(shown.count(), 1);
            // Two of thirteen say that it applies.
            assert!((viewpoint["share"].as_f64().unwrap() - 2.0 / 13.0).abs() < 1e-12);
        }
    }
}

#[test]
fn a_unit_of_two_has_no_figure_in_the_workbook_and_no_name_in_the_chart() {
    let home = with_a_unit_of_two();
    home.ok(&["export", "workbook", "--out", "a.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(home.path().join("a.xlsx")).unwrap();
    let sheet = book.worksheet_range("課題").unwrap();
    let rows: Vec<&[Data]> = sheet
        .rows()
        .filter(|row| row.iter().any(|cell| *cell == SMALL))
        .collect();
    assert_eq!(rows.len(), 1);
    let cells: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    assert!(cells.contains(&"3人未満のため非表示".to_owned()), "{cells:?}");
    assert!(cells.iter().all(|cell| !tells(cell)), "{cells:?}");
    home.ok(&["chart", "challenges", "--out", "a.svg"]);
    let drawn = std::fs::read_to_string(home.path().join("a.svg")).unwrap();
    assert!(drawn.contains("情報共有の工夫") && !drawn.contains(SMALL));
}

#[test]
fn two_answers_are_no_round_yet() {
    let home = home(&[round(Wave::Before, 2, &Catalog::built_in())[..2].to_vec()]);
    let said = home.ok(&["issues", "survey"]);
    assert!(said.contains("回答は2人です") && !said.contains("情報共有"), "{said}");
    let refused = home.run(&["chart", "challenges", "--out", "a.svg"]);
    assert_eq!(refused.status, 1);
    let json = home.json(&["issues", "survey"]);
    assert_eq!(json["survey"]["rounds"][0]["viewpoints"][0]["share"], Value::Null);
}

#[test]
fn rounds_are_chosen_and_compared_and_what_is_not_there_is_refused() {
    let catalog = Catalog::built_in();
    let home = home(&[round(Wave::Before, 3, &catalog), round(Wave::After(1), 0, &catalog)]);
    let ids = |arguments: &[&str]| -> (Vec<String>, usize) {
        let json = home.json(&[&["issues", "survey"], arguments].concat());
        let rounds = json["survey"]["rounds"].as_array().unwrap().clone();
        let ids = rounds
            .iter()
            .map(|round| round["id"].as_str().unwrap().to_owned())
            .collect();
        (ids, json["survey"]["comparisons"].as_array().unwrap().len())
    };
    assert_eq!(ids(&[]), (vec!["before".to_owned(), "after1".to_owned()], 1));
    assert_eq!(ids(&["--wave", "after1"]), (vec!["after1".to_owned()], 0));
    assert_eq!(ids(&["--from", "before", "--to", "after1"]).1, 1);
    let json = home.json(&["issues", "survey"]);
    let change = &json["survey"]["comparisons"][0]["viewpoints"][0];
    // Eleven of thirteen fell from 3 to 0: 2/2^11 of all ways of signs are as extreme.
    assert_eq!(
        (&change["verdict"], &change["grade"]),
        (&"improved".into(), &"A".into())
    );
    assert!((change["difference"].as_f64().unwrap() + 11.0 / 13.0).abs() < 1e-12);
    assert!((change["p_value"].as_f64().unwrap() - 2.0 / 2048.0).abs() < 1e-12);
    for (arguments, status) in [
        (["--wave", "after3"].as_slice(), 1),
        (&["--from", "after1", "--to", "before"], 1),
        (&["--from", "before", "--to", "before"], 2),
        (&["--wave", "nonsense"], 2),
    ] {
        let run = home.run(&[&["issues", "survey"], arguments].concat());
        assert_eq!(run.status, status, "{arguments:?} {run:?}");
    }
    assert_eq!(
        home.run(&["chart", "challenges", "--wave", "after3", "--out", "a.png"])
            .status,
        1
    );
    home.ok(&[
        "chart",
        "challenges",
        "--from",
        "before",
        "--to",
        "after1",
        "--out",
        "a.png",
    ]);
}

#[test]
fn without_answers_the_command_says_how_to_begin() {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    let run = home.run(&["issues", "survey"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("yutori import"), "{run:?}");
}
