//! ムリ・ムダ・ムラ, what-if, and walking through what was found about the sheets.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::report::Holdings;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::model::Context;
use yutori::screens::update::Effect;
use yutori::worktime::{Acceptance, MeterSettings, Scenario, TaskCode, Wave};

use super::canvas::{Screens, pen};
use super::sample::{sample, shown_of};

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

fn look(name: &str, screens: &Screens) {
    for (columns, rows) in [(80, 24), (120, 40)] {
        keep(&format!("{name}-{columns}x{rows}"), &screens.draw(columns, rows).both());
    }
}

fn of(shown: Shown) -> Screens {
    Screens::of(shown, pen(Theme::NoColour))
}

/// The sample home with something kept beside its sheets.
fn with(change: impl FnOnce(&mut Holdings)) -> Shown {
    let mut holdings = (*sample().holdings).clone();
    change(&mut holdings);
    shown_of(holdings)
}

fn applied(screens: &Screens) -> (Occasion, Change) {
    match screens.effects.as_slice() {
        [Effect::Run(Job::Apply(occasion, changes))] => (occasion.clone(), changes[0].clone()),
        other => panic!("{other:?}"),
    }
}

fn code(code: &str) -> TaskCode {
    TaskCode(code.to_owned())
}

/// On the page of the meters.
fn meters(shown: Shown) -> Screens {
    let mut screens = of(shown);
    screens.keys("3").press(KeyCode::Left);
    assert_eq!(screens.model.context(), Context::Meters);
    screens
}

/// On the page of the sheets before the improvement, the worst one chosen.
fn sheets(shown: Shown) -> Screens {
    let mut screens = of(shown);
    screens.keys("3lllw");
    assert_eq!(screens.model.context(), Context::Sheets);
    screens
}

#[test]
fn meters_before_and_after_stand_side_by_side_with_their_definition() {
    let marked = with(|holdings| {
        holdings.meters = Some(MeterSettings {
            slack_percent: 8,
            wasteful: vec![code("11"), code("21")],
        });
    });
    let mut screens = meters(marked);
    screens.press(KeyCode::Down).press(KeyCode::Down);
    look("time-meters", &screens);
    screens.press(KeyCode::End);
    let text = screens.draw(80, 24).text();
    assert!(text.contains("減 −19.5") && text.contains("11, 21"), "{text}");
    assert!(screens.draw(60, 20).text().contains("減 −19.5"));
}

#[test]
fn before_anything_is_marked_the_page_says_how() {
    let mut screens = meters(sample());
    screens.press(KeyCode::End);
    let text = screens.draw(80, 24).text();
    assert!(
        text.contains("まだ印がありません") && text.contains("候補：11"),
        "{text}"
    );
}

#[test]
fn marks_are_written_when_enter_is_pressed_and_not_before() {
    let mut screens = meters(sample());
    screens.keys("m");
    for _ in 0..10 {
        screens.press(KeyCode::Down);
    }
    screens.keys(" ");
    assert_eq!(screens.effects, []);
    look("marks", &screens);
    screens.press(KeyCode::Enter);
    let (occasion, change) = applied(&screens);
    assert_eq!(occasion, Occasion::MetersSet);
    let after = Some(MeterSettings {
        slack_percent: 10,
        wasteful: vec![code("11")],
    });
    assert_eq!(change, Change::MetersSet { before: None, after });
}

#[test]
fn marks_that_did_not_change_are_not_written() {
    let mut screens = meters(sample());
    screens.keys("m").press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    assert_eq!(screens.model.context(), Context::Meters);
}

#[test]
fn the_limit_of_slack_is_read_as_it_is_typed_and_keeps_the_marks() {
    let marked = MeterSettings {
        slack_percent: 10,
        wasteful: vec![code("11")],
    };
    let mut screens = meters(with(|holdings| holdings.meters = Some(marked.clone())));
    screens.keys("s").ctrl('u').keys("１５％").press(KeyCode::Enter);
    let after = Some(MeterSettings {
        slack_percent: 15,
        ..marked.clone()
    });
    let before = Some(marked);
    assert_eq!(applied(&screens).1, Change::MetersSet { before, after });
    let mut screens = meters(sample());
    screens.keys("s").ctrl('u').keys("0").press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    assert!(screens.draw(80, 24).text().contains("1から100まで"));
}

#[test]
fn the_next_move_shows_before_it_is_made_and_is_named_when_it_cannot() {
    let mut screens = meters(sample());
    screens.keys("t").press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Trying);
    let before = screens.draw(80, 24).text();
    assert!(before.contains("案（データではありません）"), "{before}");
    screens.keys("６0");
    look("scenario", &screens);
    let shown = screens.draw(80, 24).text();
    assert_ne!(shown, before);
    screens.press(KeyCode::Enter);
    screens.keys("9999");
    let text = screens.draw(80, 24).text();
    assert!(text.contains("しかありません"), "{text}");
    screens.press(KeyCode::Enter);
    // Refused: the move stays to be corrected, the one before is made.
    assert!(screens.draw(80, 24).text().contains("9999"));
    assert!(screens.draw(80, 24).text().contains(" 1 入れ替える"));
}

#[test]
fn a_scenario_is_kept_under_a_name_with_the_move_that_is_still_typed() {
    let mut screens = meters(sample());
    screens.keys("t").press(KeyCode::Enter).keys("30").press(KeyCode::Enter);
    screens.keys("10").press(KeyCode::F(2));
    assert_eq!(screens.model.context(), Context::FormText);
    screens.keys("昼へ").press(KeyCode::Enter);
    let (occasion, change) = applied(&screens);
    assert_eq!(
        occasion,
        Occasion::ScenarioKept {
            name: "昼へ".to_owned()
        }
    );
    let Change::ScenarioKept {
        before: None,
        after: Some(kept),
    } = change
    else {
        panic!("{change:?}")
    };
    assert_eq!((kept.wave, kept.moves.len()), (Wave::After(1), 2));
    let shown = with(|holdings| holdings.scenarios.push((*kept).clone()));
    screens.happen(Action::Done(Outcome::Applied(Box::new(shown))));
    assert_eq!(screens.model.context(), Context::Trying);
    // Kept, so that leaving asks nothing.
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Scenarios);
    assert!(screens.draw(80, 24).text().contains("昼へ（取組後①、2手）"));
}

#[test]
fn leaving_a_scenario_that_is_not_kept_takes_two_keys() {
    let mut screens = meters(sample());
    screens.keys("t").press(KeyCode::Enter).keys("30").press(KeyCode::Enter);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Trying);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Scenarios);
    // Letters are typed on the page of a scenario and never leave the program.
    screens.press(KeyCode::Enter).keys("q");
    assert_eq!(screens.effects, []);
}

fn kept(name: &str, steps: &[&str]) -> Scenario {
    Scenario {
        name: name.to_owned(),
        wave: Wave::Before,
        moves: steps
            .iter()
            .map(|step| yutori::worktime::Move::parse(step).unwrap())
            .collect(),
    }
}

#[test]
fn a_kept_scenario_opens_again_and_is_taken_out_with_its_own_key() {
    let scenario = kept("夕方", &["rearrange 11 17>14 10", "eliminate 11 17 5"]);
    let mut screens = meters(with(|holdings| holdings.scenarios.push(scenario.clone())));
    screens.keys("t").press(KeyCode::Down).press(KeyCode::Enter);
    look("scenario-kept", &screens);
    screens.press(KeyCode::Esc).press(KeyCode::Delete);
    let before = Some(Box::new(scenario));
    assert_eq!(applied(&screens).1, Change::ScenarioKept { before, after: None });
}

#[test]
fn a_new_scenario_may_not_take_the_name_of_another() {
    let scenario = kept("夕方", &["eliminate 11 17 5"]);
    let mut screens = meters(with(|holdings| holdings.scenarios.push(scenario)));
    screens.keys("t").press(KeyCode::Enter).keys("5").press(KeyCode::F(2));
    screens.keys("夕方").press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    assert!(screens.draw(80, 24).text().contains("同じ名前"));
}

#[test]
fn a_scenario_stays_out_of_every_other_finding() {
    let plain = sample();
    let tried = with(|holdings| holdings.scenarios.push(kept("夕方", &["eliminate 11 17 5"])));
    assert_eq!(plain.summary, tried.summary);
    assert_eq!(plain.comparisons(), tried.comparisons());
    assert_eq!(plain.meters, tried.meters);
    assert_eq!(plain.check, tried.check);
}

#[test]
fn the_worst_sheets_are_marked_and_each_problem_can_be_walked_to() {
    let mut screens = sheets(sample());
    let text = screens.draw(80, 24).text();
    assert_eq!(text.matches("\n !  ").count(), 3, "{text}");
    // S08 has an empty slot and a column that does not add up.
    for _ in 0..4 {
        screens.press(KeyCode::Down);
    }
    screens.keys(" ");
    look("sheets-problems", &screens);
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Keying);
    assert!(screens.draw(120, 24).text().contains("S08"));
}

#[test]
fn a_finding_is_accepted_with_a_reason_and_says_so_afterwards() {
    let mut screens = sheets(sample());
    screens.keys("a");
    screens.press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("理由が書かれていません"));
    screens.keys("早退").press(KeyCode::Tab).keys("主任");
    look("form-accept", &screens);
    screens.press(KeyCode::Enter);
    let (_, change) = applied(&screens);
    let Change::QualityAccepted {
        before: None,
        after: Some(said),
    } = change
    else {
        panic!("{change:?}")
    };
    assert_eq!((said.code.as_str(), said.because.as_str()), ("unfilled", "早退"));
    let shown = with(|holdings| holdings.acceptances.push((*said).clone()));
    screens.happen(Action::Done(Outcome::Applied(Box::new(shown))));
    let text = screens.draw(120, 24).text();
    // The sheet has moved down the list, and is still the one that is looked at.
    assert!(text.contains("（このままでよい：早退）"), "{text}");
    screens.press(KeyCode::Delete);
    let (_, change) = applied(&screens);
    assert_eq!(
        change,
        Change::QualityAccepted {
            before: Some(said),
            after: None
        }
    );
}

#[test]
fn when_the_sheet_changes_the_earlier_reason_is_shown_and_the_finding_counts_again() {
    let first = sample();
    let sheet = first.check.sheets.iter().find(|sheet| sheet.wave == "before").unwrap();
    let said = Acceptance {
        sheet: first.holdings.sheet_of(sheet).unwrap(),
        code: sheet.problems[0].code.clone(),
        about: "something else".to_owned(),
        because: "早退".to_owned(),
        by: None,
    };
    let screens = sheets(with(|holdings| holdings.acceptances.push(said)));
    let text = screens.draw(120, 24).text();
    assert!(text.contains("前の理由：早退") && text.contains("  92"), "{text}");
}

#[test]
fn what_is_not_accepted_cannot_be_taken_back() {
    let mut screens = sheets(sample());
    screens.keys("x");
    assert_eq!(screens.effects, []);
    assert!(screens.model.notice.is_some());
}
