//! 課題の選定 and 委員会 on a screen.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::issues::{CauseId, Challenge, ChallengeId, Degree, Topic};
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::form::Field;
use yutori::screens::issues::IssueView;
use yutori::screens::model::{Context, Layer};
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::sample::{sample, shown_of};

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

/// The tab of the challenges on a view, as a person goes there.
fn at(shown: Shown, view: IssueView, theme: Theme) -> Screens {
    let mut screens = Screens::of(shown, pen(theme));
    screens.keys("2");
    for _ in IssueView::ALL {
        match screens.model.issues.view {
            shown if shown == view => break,
            // There the arrows go from box to box.
            IssueView::Map => screens.ctrl_key(KeyCode::Right),
            _ => screens.press(KeyCode::Right),
        };
    }
    assert_eq!(screens.model.issues.view, view);
    screens
}

fn choice() -> Screens {
    at(sample(), IssueView::Choice, Theme::Default)
}

fn meetings() -> Screens {
    at(sample(), IssueView::Meetings, Theme::Default)
}

/// The one act that the screens ask for.
fn act(screens: &Screens) -> (&Occasion, &[Change]) {
    match screens.effects.as_slice() {
        [Effect::Run(Job::Apply(occasion, changes))] => (occasion, changes),
        other => panic!("{other:?}"),
    }
}

/// The challenge as it is after the act.
fn challenge_after(screens: &Screens) -> Challenge {
    match act(screens).1 {
        [Change::ChallengeKept { after: Some(after), .. }] => (**after).clone(),
        other => panic!("{other:?}"),
    }
}

/// The sample home with what the act wrote.
fn applied(screens: &mut Screens, change: impl FnOnce(&mut yutori::issues::Issues)) {
    let mut holdings = (*sample().holdings).clone();
    change(&mut holdings.issues);
    screens.happen(Action::Done(Outcome::Applied(Box::new(shown_of(holdings)))));
}

#[test]
fn the_choice_at_both_sizes() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        keep(
            &format!("choice-{columns}x{rows}"),
            &choice().draw(columns, rows).both(),
        );
    }
    let plain = at(sample(), IssueView::Choice, Theme::NoColour).draw(80, 24);
    keep("choice-80x24-no-colour", &plain.both());
}

#[test]
fn four_chosen_challenges_get_the_advice_at_the_smallest_size_too() {
    let mut holdings = (*sample().holdings).clone();
    holdings.issues.measures.clear();
    holdings.issues.challenges[3].chosen = holdings.issues.challenges[0].chosen.clone();
    let screens = at(shown_of(holdings), IssueView::Choice, Theme::Default);
    let drawn = screens.draw(80, 24);
    keep("choice-four-80x24", &drawn.both());
    let text = drawn.text().replace(['\n', ' '], "");
    assert!(text.contains("3つまで") && text.contains("見送る"), "{text}");
}

#[test]
fn a_challenge_is_moved_step_by_step_and_written_once() {
    let mut screens = choice();
    screens.press(KeyCode::Down).press(KeyCode::Down).press(KeyCode::Down);
    screens.ctrl_key(KeyCode::Right);
    assert_eq!(screens.model.context(), Context::ChoicePlacing);
    screens.press(KeyCode::Right).press(KeyCode::Down).press(KeyCode::Right);
    keep("choice-placing-80x24", &screens.draw(80, 24).both());
    assert!(screens.effects.is_empty());
    screens.press(KeyCode::Enter);
    let after = challenge_after(&screens);
    assert_eq!(
        (after.id, after.effect, after.ease),
        (ChallengeId(4), Degree::of(4), Degree::of(5))
    );
    assert!(matches!(act(&screens).0, Occasion::ChallengeKept { .. }));
}

#[test]
fn a_move_that_ends_where_it_began_or_is_taken_back_writes_nothing() {
    let mut screens = choice();
    screens.keys("m").press(KeyCode::Up).press(KeyCode::Enter);
    assert!(
        screens.effects.is_empty() && screens.model.layers.is_empty(),
        "5 is the greatest effect"
    );
    screens.keys("m").press(KeyCode::Left).press(KeyCode::Esc);
    assert!(screens.effects.is_empty() && screens.model.layers.is_empty());
}

#[test]
fn a_challenge_is_made_of_boxes_of_the_map_without_typing() {
    let mut screens = choice();
    screens.keys("a");
    assert_eq!(screens.model.context(), Context::ChoiceSources);
    screens.press(KeyCode::Down).keys("  ");
    keep("choice-sources-80x24", &screens.draw(80, 24).both());
    screens.press(KeyCode::Enter);
    keep("choice-form-80x24", &screens.draw(80, 24).both());
    screens.press(KeyCode::Enter);
    let after = challenge_after(&screens);
    assert_eq!(after.id, ChallengeId(6));
    assert_eq!(after.causes.len(), 2);
    let first = sample().holdings.issues.cause(CauseId(15)).unwrap().clone();
    assert_eq!(after.text, first.text);
    assert_eq!((after.effect, after.chosen), (None, None));
}

#[test]
fn a_challenge_is_made_of_a_statement_or_written_anew() {
    let mut screens = choice();
    screens
        .keys("a")
        .press(KeyCode::End)
        .press(KeyCode::Enter)
        .press(KeyCode::Enter);
    let after = challenge_after(&screens);
    assert!(after.viewpoint.is_some() && !after.text.is_empty());
    let mut screens = choice();
    screens.keys("a").press(KeyCode::Enter).press(KeyCode::Enter);
    assert!(screens.effects.is_empty(), "a challenge without words");
    screens.keys("記録が2回").press(KeyCode::Enter);
    assert_eq!(challenge_after(&screens).text, "記録が2回");
    // The new one is gone to.
    let after = challenge_after(&screens);
    applied(&mut screens, |issues| issues.challenges.push(after));
    assert_eq!(screens.model.issues.choice.row, 5);
}

#[test]
fn a_choice_needs_its_reason_and_the_journal_gets_it() {
    let mut screens = choice();
    for _ in 0..3 {
        screens.press(KeyCode::Down);
    }
    screens.keys("c");
    keep("choice-choose-80x24", &screens.draw(80, 24).both());
    screens.press(KeyCode::Enter);
    assert!(screens.effects.is_empty(), "without a reason");
    screens
        .keys("夜勤が2人でつらい")
        .press(KeyCode::Tab)
        .keys("委員会")
        .press(KeyCode::Enter);
    match act(&screens).0 {
        Occasion::ChallengeChosen { because, .. } => assert_eq!(because, "夜勤が2人でつらい"),
        other => panic!("{other:?}"),
    }
    let decision = challenge_after(&screens).chosen.unwrap();
    assert_eq!(decision.by.unwrap().as_str(), "委員会");
    assert_eq!(decision.on.to_string(), "2026-02-10");
}

#[test]
fn a_chosen_challenge_is_laid_aside_with_a_reason() {
    let mut screens = choice();
    screens.press(KeyCode::F(8)).press(KeyCode::Enter);
    assert!(screens.effects.is_empty(), "without a reason");
    screens.keys("先に夜勤").press(KeyCode::Enter);
    assert!(matches!(act(&screens).0, Occasion::ChallengeLaidAside { because, .. } if because == "先に夜勤"));
    assert_eq!(challenge_after(&screens).chosen, None);
}

#[test]
fn a_challenge_with_measures_stays_and_another_goes() {
    let mut screens = choice();
    screens.keys("x");
    assert!(screens.effects.is_empty());
    assert_eq!(screens.model.notice.as_ref().unwrap().key(), "choice-has-measures");
    screens.press(KeyCode::End).press(KeyCode::Delete);
    assert!(matches!(
        act(&screens).1,
        [Change::ChallengeKept {
            before: Some(_),
            after: None
        }]
    ));
}

#[test]
fn an_empty_book_says_what_to_do_and_no_key_fails() {
    let mut holdings = (*sample().holdings).clone();
    holdings.issues = yutori::issues::Issues::default();
    let mut screens = at(shown_of(holdings.clone()), IssueView::Choice, Theme::Default);
    keep("choice-empty-80x24", &screens.draw(80, 24).text());
    for key in ["c", "m", "x"] {
        screens.keys(key);
        assert!(
            screens.model.notice.is_some() && screens.model.layers.is_empty(),
            "{key}"
        );
    }
    let mut screens = at(shown_of(holdings), IssueView::Meetings, Theme::Default);
    assert!(screens.draw(80, 24).text().contains("まだありません"));
    screens.keys("x");
    assert!(screens.model.notice.is_some());
}

#[test]
fn the_committee_at_both_sizes() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        keep(
            &format!("meetings-{columns}x{rows}"),
            &meetings().draw(columns, rows).both(),
        );
    }
}

#[test]
fn a_meeting_is_written_down_with_the_people_of_the_last() {
    let mut screens = meetings();
    screens.keys("a");
    let Some(Layer::Form(form)) = screens.model.layers.last() else {
        panic!("no form");
    };
    assert_eq!(form.fields.len(), 8);
    assert!(form.typed(1).starts_with("施設長 1, 介護主任 2"), "{}", form.typed(1));
    keep("meetings-form-80x24", &screens.draw(80, 24).both());
    screens.press(KeyCode::Tab).press(KeyCode::Tab);
    screens.keys("転倒が1件").press(KeyCode::Tab).keys("○");
    for _ in 0..3 {
        screens.press(KeyCode::Tab);
    }
    screens.keys("記録を1回にする；用紙を2枚に減らす");
    // The last questions and the cursor are seen on the smallest screen.
    screens.press(KeyCode::Tab);
    let drawn = screens.draw(80, 24);
    assert!(drawn.text().contains("備考"), "{}", drawn.text());
    assert!(drawn.cursor.is_some_and(|(_, row)| row < 22), "{:?}", drawn.cursor);
    screens.press(KeyCode::Enter);
    let (occasion, changes) = act(&screens);
    assert!(matches!(occasion, Occasion::MeetingKept(date) if date.to_string() == "2026-02-10"));
    let [
        Change::MeetingKept {
            before: None,
            after: Some(after),
        },
    ] = changes
    else {
        panic!("{changes:?}");
    };
    assert_eq!(after.topics.len(), 2);
    assert_eq!(
        (
            after.topics[&Topic::Safety].as_str(),
            after.topics[&Topic::Burden].as_str()
        ),
        ("転倒が1件", "")
    );
    assert_eq!(after.decisions, ["記録を1回にする", "用紙を2枚に減らす"]);
}

#[test]
fn what_is_wrong_with_a_meeting_is_seen_beside_its_question() {
    let mut screens = meetings();
    screens
        .keys("a")
        .press(KeyCode::Tab)
        .ctrl('u')
        .keys("介護職員 0")
        .press(KeyCode::Enter);
    assert!(screens.effects.is_empty());
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("! 出席者の「介護職員 0」が読めません"), "{drawn}");
    assert!(drawn.contains("> 出席者"), "{drawn}");
}

#[test]
fn an_unchanged_form_of_a_meeting_writes_nothing_and_a_meeting_is_taken_out() {
    let mut screens = meetings();
    screens.press(KeyCode::Enter);
    let Some(Layer::Form(form)) = screens.model.layers.last() else {
        panic!("no form");
    };
    assert!(form.fields.iter().all(|field| matches!(field, Field::Text(..))));
    screens.press(KeyCode::Enter);
    assert!(screens.effects.is_empty());
    screens.press(KeyCode::Esc).press(KeyCode::Down).press(KeyCode::Delete);
    let (occasion, changes) = act(&screens);
    assert!(matches!(occasion, Occasion::MeetingKept(date) if date.to_string() == "2025-10-27"));
    assert!(matches!(
        changes,
        [Change::MeetingKept {
            before: Some(_),
            after: None
        }]
    ));
}
