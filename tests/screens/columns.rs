//! An import that is refused because of unknown headings: the page on which they get their meaning.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::report::finding::{FileFinding, FileProblem, FileStatus, ImportFinding};
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::model::Context;
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::{fixture, sample};

fn refused(asks_questionnaire: bool) -> ImportFinding {
    let problem = |heading: &str| FileProblem {
        place: Some("1行目".to_owned()),
        message: format!("見出し「{heading}」が何の列か分かりません。"),
        hint: None,
    };
    ImportFinding {
        files: vec![FileFinding {
            path: "/home/kaigo/回答/アンケート.csv".to_owned(),
            kind: Some("challenge-csv".to_owned()),
            status: FileStatus::Refused,
            sheets: 0,
            responses: 0,
            notices: 0,
            figures: 0,
            slips: 0,
            documents: 0,
            rows: 0,
            problems: vec![
                problem("物の置き場は決まっていますか"),
                problem("あなたのお仕事"),
                problem("好きな色"),
            ],
            notes: Vec::new(),
        }],
        headings: ["物の置き場は決まっていますか", "あなたのお仕事", "好きな色"]
            .map(str::to_owned)
            .to_vec(),
        asks_questionnaire,
        ..fixture::import()
    }
}

fn without_questionnaire() -> Shown {
    let mut shown = sample::sample();
    let mut holdings = (*shown.holdings).clone();
    holdings.issues = yutori::issues::Issues::default();
    shown.holdings = std::sync::Arc::new(holdings);
    shown
}

fn at_results(theme: Theme, asks_questionnaire: bool) -> Screens {
    let mut screens = Screens::of(without_questionnaire(), pen(theme));
    screens.press(KeyCode::F(5)).keys("回答").press(KeyCode::Enter);
    screens.happen(Action::Done(Outcome::Imported(
        Box::new(refused(asks_questionnaire)),
        Box::new(without_questionnaire()),
    )));
    screens
}

#[test]
fn headings_of_a_refused_import_get_their_meaning_and_the_import_is_tried_again() {
    let mut screens = at_results(Theme::NoColour, false);
    assert_eq!(screens.model.context(), Context::Results);
    screens.press(KeyCode::F(4));
    assert_eq!(screens.model.context(), Context::Columns);
    screens.press(KeyCode::F(2));
    assert_eq!(screens.effects, [], "nothing is chosen yet");
    // The code as the input method types it, a word, and the first choice: a column that is not used.
    screens
        .keys("１ａ")
        .press(KeyCode::Enter)
        .keys("職種")
        .press(KeyCode::Down)
        .press(KeyCode::Right)
        .press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(Occasion::ColumnsMapped, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    let told: Vec<(&str, &str)> = changes
        .iter()
        .map(|change| match change {
            Change::ColumnMapped {
                heading,
                before: None,
                after: Some(column),
            } => (heading.as_str(), column.id()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            ("物の置き場は決まっていますか", "1a"),
            ("あなたのお仕事", "role"),
            ("好きな色", "-")
        ]
    );
    screens.happen(Action::Done(Outcome::Applied(Box::new(without_questionnaire()))));
    let [Effect::Run(Job::Import { paths, .. })] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert_eq!(paths[0].to_str(), Some("回答"));
}

#[test]
fn a_table_of_codes_is_told_its_questionnaire_on_the_same_page() {
    let mut screens = at_results(Theme::NoColour, true);
    screens
        .press(KeyCode::F(4))
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(Occasion::ColumnsMapped, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    let [Change::QuestionnaireKept { before: None, after }] = changes.as_slice() else {
        panic!("{changes:?}");
    };
    let catalog = yutori::catalog::Catalog::built_in();
    assert_eq!(after.as_deref(), catalog.questionnaires().get(1));
}

#[test]
fn what_is_no_statement_is_not_chosen_and_escape_leaves_everything() {
    let mut screens = at_results(Theme::NoColour, false);
    screens.press(KeyCode::F(4)).keys("9z").press(KeyCode::F(2));
    assert_eq!(screens.effects, []);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Results);
    let mut without = Screens::of(fixture::home(), pen(Theme::NoColour));
    without.happen(Action::Done(Outcome::Imported(
        Box::new(fixture::import()),
        Box::new(fixture::home()),
    )));
    without.press(KeyCode::F(4));
    assert_eq!(without.model.context(), Context::Results);
    assert!(without.model.notice.is_some());
}

#[test]
fn results_with_headings_and_the_page_for_them() {
    super::looks::look("results-headings", |theme| at_results(theme, false));
    super::looks::look("columns", |theme| {
        let mut screens = at_results(theme, true);
        screens
            .press(KeyCode::F(4))
            .press(KeyCode::Right)
            .press(KeyCode::Enter)
            .keys("2-1c");
        screens
    });
}
