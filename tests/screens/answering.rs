//! The survey answered on a screen: the head, one key a statement, the overview, the next person; and all answers on a page.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::issues::{Answer, Position, Questionnaire, Rating, Response, ResponseKey, ResponseNumber, StatementCode};
use yutori::office::StaffCode;
use yutori::report::Holdings;
use yutori::report::blank_survey::SurveyFor;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, SurveyWork};
use yutori::screens::model::{Context, Layer};
use yutori::screens::update::Effect;
use yutori::worktime::Wave;

use super::canvas::{Screens, pen};
use super::{fixture, sample};

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

/// A book with the answers of two people in the first round.
fn holdings() -> Holdings {
    let mut holdings = Holdings::empty(fixture::holdings().founding, yutori::catalog::Catalog::built_in());
    let asked = holdings.catalog.questionnaire("challenge-facility").unwrap().clone();
    holdings.issues.responses = vec![response(&asked, 1, Some("S01")), response(&asked, 2, None)];
    holdings.issues.questionnaires = vec![asked];
    holdings
}

fn response(asked: &Questionnaire, number: u32, staff: Option<&str>) -> Response {
    let answers = asked
        .statements()
        .map(|it| (it.code.clone(), Answer::Rated(Rating::of(2).unwrap())));
    Response {
        key: ResponseKey {
            round: Wave::Before,
            number: ResponseNumber(number),
        },
        questionnaire: asked.id.clone(),
        staff: staff.map(|staff| StaffCode::parse(staff).unwrap()),
        role: None,
        unit: None,
        position: Some(Position::Floor),
        date: None,
        answers: answers.collect(),
    }
}

fn screens_of(holdings: Holdings) -> Screens {
    let mut screens = Screens::of(sample::shown_of(holdings), pen(Theme::Default));
    screens.keys("2");
    assert_eq!(screens.model.context(), Context::IssueSurvey);
    screens
}

fn empty() -> Screens {
    screens_of(Holdings::empty(
        fixture::holdings().founding,
        yutori::catalog::Catalog::built_in(),
    ))
}

/// What a key wrote into the book.
fn written(screens: &Screens) -> (Occasion, Vec<Change>) {
    let [Effect::Run(Job::Apply(occasion, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    (occasion.clone(), changes.clone())
}

fn kept(changes: &[Change]) -> Response {
    let kept = changes.iter().find_map(|change| match change {
        Change::ResponseKept { after: Some(after), .. } => Some((**after).clone()),
        _ => None,
    });
    kept.unwrap()
}

/// The book takes what was written.
fn applied(screens: &mut Screens, changes: &[Change]) {
    let mut holdings = (*screens.model.shown.as_ref().unwrap().holdings).clone();
    for change in changes {
        match change.clone() {
            Change::QuestionnaireKept { after: Some(after), .. } => holdings.issues.questionnaires.push(*after),
            Change::ResponseKept { before, after } => {
                let before = before.map(|before| before.key);
                holdings.issues.responses.retain(|it| Some(it.key) != before);
                holdings.issues.responses.extend(after.map(|after| *after));
                holdings.issues.responses.sort_by_key(|it| it.key);
            }
            other => panic!("{other:?}"),
        }
    }
    let shown = sample::shown_of(holdings);
    screens.happen(Action::Done(Outcome::Applied(Box::new(shown))));
}

fn code(text: &str) -> StatementCode {
    StatementCode(text.to_owned())
}

#[test]
fn a_sheet_of_paper_takes_a_key_for_each_statement_and_the_next_person_is_asked_for() {
    let mut screens = empty();
    screens.keys("a").keys("S07").press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Answer);
    screens.keys("01239-.").keys("1111").keys("222222222222222222222");
    assert_eq!(screens.model.context(), Context::AnswerOverview);
    screens.press(KeyCode::F(2));
    let (occasion, changes) = written(&screens);
    assert_eq!(occasion, Occasion::ChallengeSurveyAnswered(Wave::Before));
    assert!(matches!(changes[0], Change::QuestionnaireKept { before: None, .. }));
    let after = kept(&changes);
    assert_eq!(after.staff, StaffCode::parse("S07").ok());
    assert_eq!(after.answers.len(), 30);
    assert_eq!(after.answers[&code("1a")], Answer::Rated(Rating::of(0).unwrap()));
    assert_eq!(after.answers[&code("2-1a")], Answer::Unknown);
    assert!(!after.answers.contains_key(&code("2-1b")));
    applied(&mut screens, &changes);
    assert_eq!(screens.model.context(), Context::FormText);
    screens.keys("S08").press(KeyCode::Enter).keys("3").press(KeyCode::F(2));
    let (_, changes) = written(&screens);
    assert_eq!(changes.len(), 1, "the questionnaire is kept once");
    assert_eq!(kept(&changes).key.number, ResponseNumber(2));
    applied(&mut screens, &changes);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::IssueSurvey);
}

#[test]
fn full_width_digits_answer_and_arrows_go_back_and_on() {
    let mut screens = empty();
    screens.keys("a").press(KeyCode::Enter).keys("３２");
    screens
        .press(KeyCode::Left)
        .press(KeyCode::Backspace)
        .keys("1")
        .press(KeyCode::Right)
        .keys("９");
    let Some(Layer::Answering(answering)) = screens.model.layers.last() else {
        panic!("{:?}", screens.model.layers);
    };
    assert_eq!(answering.at, 3);
    let given = |text: &str| answering.answer(&code(text));
    assert_eq!(given("1a"), Rating::of(1).map(Answer::Rated));
    assert_eq!(given("1b"), Rating::of(2).map(Answer::Rated));
    assert_eq!(given("1c"), Some(Answer::Unknown));
}

#[test]
fn leaving_asks_only_when_answers_would_be_lost() {
    let mut screens = empty();
    screens.keys("a").press(KeyCode::Enter).press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::IssueSurvey);
    screens.keys("a").press(KeyCode::Enter).keys("3").press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::AnswerLeave);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Answer);
    screens.press(KeyCode::F(10));
    assert_eq!(screens.model.context(), Context::AnswerLeave);
    screens.press(KeyCode::F(8));
    assert_eq!(screens.effects, [Effect::Quit]);
}

#[test]
fn a_person_who_answered_before_is_refused_and_may_be_opened_or_replaced() {
    let asked = |screens: &mut Screens| {
        screens.keys("a").keys("S01").press(KeyCode::Enter);
        assert!(matches!(screens.model.layers.last(), Some(Layer::Form(_))));
        keep("answer-again-80x24", &screens.draw(80, 24).text());
    };
    let mut screens = screens_of(holdings());
    asked(&mut screens);
    screens.press(KeyCode::Right).press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::AnswerOverview);
    let mut screens = screens_of(holdings());
    asked(&mut screens);
    screens
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::Enter)
        .keys("0")
        .press(KeyCode::F(2));
    let (_, changes) = written(&screens);
    let [
        Change::ResponseKept {
            before: Some(before),
            after: Some(after),
        },
    ] = changes.as_slice()
    else {
        panic!("{changes:?}");
    };
    assert_eq!((before.key, before.answers.len()), (after.key, 32));
    assert_eq!(after.answers.len(), 1);
}

#[test]
fn answers_are_put_right_and_taken_out_on_the_page_of_all_answers() {
    let mut screens = screens_of(holdings());
    screens.keys("c");
    assert_eq!(screens.model.context(), Context::AnswerList);
    screens.press(KeyCode::Down).press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::AnswerOverview);
    screens
        .press(KeyCode::Down)
        .press(KeyCode::Right)
        .keys("0")
        .press(KeyCode::F(2));
    let (_, changes) = written(&screens);
    let after = kept(&changes);
    assert_eq!(after.key.number, ResponseNumber(2));
    assert_eq!(after.answers[&code("2-1a")], Answer::Rated(Rating::of(0).unwrap()));
    applied(&mut screens, &changes);
    assert_eq!(screens.model.context(), Context::AnswerList);
    screens.keys("x");
    let (_, changes) = written(&screens);
    let [
        Change::ResponseKept {
            before: Some(before),
            after: None,
        },
    ] = changes.as_slice()
    else {
        panic!("{changes:?}");
    };
    assert_eq!(before.key.number, ResponseNumber(2));
    applied(&mut screens, &changes);
    assert!(matches!(screens.model.layers.last(), Some(Layer::Responses(0))));
}

#[test]
fn the_head_is_corrected_while_answers_stay() {
    let mut screens = empty();
    screens
        .keys("a")
        .press(KeyCode::Enter)
        .keys("32")
        .press(KeyCode::F(7))
        .keys("山田")
        .press(KeyCode::Enter);
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("名前のよう"), "{drawn}");
    screens.press(KeyCode::F(2));
    let after = kept(&written(&screens).1);
    assert_eq!((after.staff.unwrap().as_str(), after.answers.len()), ("山田", 2));
}

#[test]
fn nothing_is_saved_without_an_answer_and_it_says_why() {
    let mut screens = empty();
    screens.keys("a").press(KeyCode::Enter).press(KeyCode::F(2));
    assert!(screens.effects.is_empty());
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("まだ1つも答えがありません"), "{drawn}");
}

#[test]
fn sheets_to_hand_out_are_written_after_a_question() {
    let mut screens = screens_of(holdings());
    screens.keys("b").keys("S01 S02").press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Confirm);
    assert!(screens.effects.is_empty());
    keep("answer-sheets-confirm-80x24", &screens.draw(80, 24).text());
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Survey(SurveyWork::SurveySheets(order)))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert!(matches!(&order.whom, SurveyFor::People(people) if people.len() == 2));
    assert_eq!(order.questionnaire, "challenge-facility");
}

#[test]
fn every_page_fits_the_smallest_usual_screen() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let name = |page: &str| format!("answer-{page}-{columns}x{rows}");
        let mut screens = screens_of(holdings());
        screens.keys("b");
        keep(&name("sheets"), &screens.draw(columns, rows).text());
        screens.press(KeyCode::Esc).keys("c");
        keep(&name("list"), &screens.draw(columns, rows).text());
        screens.press(KeyCode::Esc).keys("a");
        keep(&name("head"), &screens.draw(columns, rows).text());
        screens
            .keys("S09")
            .press(KeyCode::Enter)
            .keys("0123")
            .press(KeyCode::Left);
        keep(&name("statement"), &screens.draw(columns, rows).both());
        screens.press(KeyCode::End);
        keep(&name("overview"), &screens.draw(columns, rows).both());
        screens.press(KeyCode::Esc);
        keep(&name("leave"), &screens.draw(columns, rows).text());
    }
}
