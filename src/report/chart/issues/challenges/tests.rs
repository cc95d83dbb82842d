//! The sample home's survey at many sizes: no word is cut or lies on another.

use chrono::NaiveDate;

use crate::book::Founding;
use crate::catalog::Catalog;
use crate::office::Office;
use crate::report::chart::canvas::{Canvas, Words};
use crate::report::chart::{ChartError, Choice, Contents, Kind, Look, canvas_of};
use crate::report::finding::IssuesFinding;
use crate::report::{self, Holdings};
use crate::text::{Lang, Text};
use crate::worktime::{NightHours, Wave};

const ISSUES: &str = include_str!("../../../../../sample-data/issues.json");

fn holdings() -> Holdings {
    let catalog = Catalog::built_in();
    let founding = Founding {
        office: Office::default(),
        task_list: catalog.task_list("kasan-2024").unwrap().clone(),
        slot_minutes: 10,
        night: NightHours::default(),
    };
    let questionnaire = catalog.questionnaire("challenge-facility").unwrap().clone();
    let mut holdings = Holdings::empty(founding, catalog);
    holdings.issues = serde_json::from_str(ISSUES).unwrap();
    holdings.issues.questionnaires = vec![questionnaire];
    holdings
}

fn found(holdings: &Holdings, lang: Lang) -> IssuesFinding {
    report::issues(
        holdings,
        NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
        &Text::new(lang),
    )
}

fn drawn(
    (holdings, issues): (&Holdings, &IssuesFinding),
    choice: &Choice,
    (width, height): (u32, u32),
    lang: Lang,
) -> Result<Canvas, ChartError> {
    let text = Text::new(lang);
    let summary = report::summary(&holdings.founding, &holdings.sheets, &text).unwrap();
    let contents = Contents {
        holdings,
        summary: &summary,
        issues,
        effect: &crate::report::effect(
            holdings,
            Vec::new(),
            NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
            &text,
        )
        .unwrap(),
        version: "0.0.0",
    };
    let look = Look::new(width, height, false).unwrap();
    canvas_of(Kind::Challenges, &contents, choice, look, &text)
}

/// Left, top, right, bottom of the letters.
fn box_of(words: &Words) -> [f64; 4] {
    let half = words.size * 0.44;
    [words.x, words.y - half, words.x + words.width, words.y + half]
}

fn check(canvas: &Canvas, place: &str) {
    assert!(canvas.words.len() > 20, "{place}");
    for (index, words) in canvas.words.iter().enumerate() {
        let [left, top, right, bottom] = box_of(words);
        let inside = left >= -0.5
            && top >= -0.5
            && right <= f64::from(canvas.width) + 0.5
            && bottom <= f64::from(canvas.height) + 0.5;
        assert!(inside, "{place}: {words:?} is cut");
        for with in &canvas.words[index + 1..] {
            let other = box_of(with);
            let apart =
                right <= other[0] + 1.0 || other[2] <= left + 1.0 || bottom <= other[1] + 1.0 || other[3] <= top + 1.0;
            assert!(apart, "{place}: {words:?} lies on {with:?}");
        }
    }
}

fn of(wave: Wave) -> Choice {
    Choice {
        wave: Some(wave),
        ..Choice::default()
    }
}

#[test]
fn no_word_is_cut_or_lies_on_another() {
    let holdings = holdings();
    for lang in [Lang::Ja, Lang::En] {
        let issues = found(&holdings, lang);
        for choice in [of(Wave::Before), Choice::default()] {
            for size in [(1600, 1000), (800, 500), (640, 400), (900, 3000), (3000, 500)] {
                let canvas = drawn((&holdings, &issues), &choice, size, lang).unwrap();
                check(&canvas, &format!("{choice:?} {size:?} {lang:?}"));
            }
        }
    }
}

#[test]
fn one_round_shows_the_largest_gap_first_and_two_rounds_both_labels() {
    let holdings = holdings();
    let issues = found(&holdings, Lang::Ja);
    let words = |choice| -> Vec<String> {
        let canvas = drawn((&holdings, &issues), &choice, (1600, 1000), Lang::Ja).unwrap();
        canvas.words.into_iter().map(|words| words.text).collect()
    };
    let names: Vec<String> = words(of(Wave::Before))
        .into_iter()
        .filter(|it| it.ends_with("の工夫"))
        .collect();
    assert_eq!(names, ["5 情報共有の工夫", "4 記録・報告様式の工夫"]);
    let both = words(Choice::default());
    assert!(both.iter().any(|it| it == "取組前") && both.iter().any(|it| it == "取組後①"));
}

#[test]
fn a_round_that_is_not_there_or_too_small_is_refused() {
    let mut holdings = holdings();
    let refused = |holdings: &Holdings, choice: Choice| {
        drawn((holdings, &found(holdings, Lang::Ja)), &choice, (800, 500), Lang::Ja).unwrap_err()
    };
    holdings.issues.responses.truncate(5);
    assert_eq!(
        refused(&holdings, of(Wave::After(3))),
        ChartError::NoWave(Wave::After(3))
    );
    holdings.issues.responses.truncate(2);
    assert_eq!(refused(&holdings, Choice::default()), ChartError::TooFewPeople);
    holdings.issues.responses.clear();
    assert_eq!(
        refused(&holdings, Choice::default()),
        ChartError::NothingYet(Kind::Challenges)
    );
}
