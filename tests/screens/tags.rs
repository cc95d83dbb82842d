//! An import that is refused because of unknown tags: the page on which they get their tasks.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::report::finding::{FileFinding, FileProblem, FileStatus, ImportFinding};
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome};
use yutori::screens::model::Context;
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::fixture;

fn refused() -> ImportFinding {
    let problem = |line: &str, tag: &str| FileProblem {
        place: Some(format!("{line}行目")),
        message: format!("タグ「{tag}」がどの業務か分かりません（{line}行目）。"),
        hint: None,
    };
    ImportFinding {
        files: vec![FileFinding {
            path: "/home/kaigo/記録/10月.klg".to_owned(),
            kind: Some("klog".to_owned()),
            status: FileStatus::Refused,
            sheets: 0,
            responses: 0,
            notices: 0,
            figures: 0,
            slips: 0,
            documents: 0,
            rows: 12,
            problems: vec![problem("3", "お風呂"), problem("5", "kiroku")],
            notes: Vec::new(),
        }],
        unmapped: vec!["お風呂".to_owned(), "kiroku".to_owned()],
        ..fixture::import()
    }
}

fn at_results(theme: Theme) -> Screens {
    let mut screens = Screens::of(fixture::home(), pen(theme));
    screens.press(KeyCode::F(5)).keys("記録").press(KeyCode::Enter);
    screens.happen(Action::Done(Outcome::Imported(
        Box::new(refused()),
        Box::new(fixture::home()),
    )));
    screens
}

#[test]
fn tags_of_a_refused_import_get_their_tasks_and_the_import_is_tried_again() {
    let mut screens = at_results(Theme::NoColour);
    assert_eq!(screens.model.context(), Context::Results);
    screens.press(KeyCode::F(3));
    assert_eq!(screens.model.context(), Context::Tags);
    screens.press(KeyCode::F(2));
    assert_eq!(screens.effects, [], "nothing is chosen yet");
    // Full-width digits of the input method are digits.
    screens
        .keys("３")
        .press(KeyCode::Enter)
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(Occasion::TagsMapped, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    let told: Vec<(&str, &str)> = changes
        .iter()
        .map(|change| match change {
            Change::TagMapped {
                tag,
                before: None,
                after: Some(task),
            } => (tag.as_str(), task.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, [("お風呂", "3"), ("kiroku", "2")]);
    screens.happen(Action::Done(Outcome::Applied(Box::new(fixture::home()))));
    let [Effect::Run(Job::Import { paths, .. })] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert_eq!(paths[0].to_str(), Some("記録"));
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let mut screens = at_results(Theme::NoColour);
    screens
        .keys("t")
        .keys("3")
        .press(KeyCode::Backspace)
        .press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Results);
    let mut without = Screens::of(fixture::home(), pen(Theme::NoColour));
    without.happen(Action::Done(Outcome::Imported(
        Box::new(fixture::import()),
        Box::new(fixture::home()),
    )));
    without.press(KeyCode::F(3));
    assert_eq!(without.model.context(), Context::Results);
    assert!(without.model.notice.is_some());
}

#[test]
fn results_with_tags_and_the_page_for_them() {
    super::looks::look("results-tags", at_results);
    super::looks::look("tags", |theme| {
        let mut screens = at_results(theme);
        screens.press(KeyCode::F(3)).keys("3");
        screens
    });
}
