//! ホーム follows the challenges: the step of the loop, what Enter does, what must not be forgotten.

use std::sync::Arc;

use ratatui::crossterm::event::KeyCode;
use yutori::issues::{Issues, Status};
use yutori::screens::Theme;
use yutori::screens::action::Tab;
use yutori::screens::desk::Shown;
use yutori::screens::issues::IssueView;

use super::canvas::{Screens, pen};
use super::looks::look;
use super::{fixture, sample};

/// A home that was surveyed before the improvement, with the challenges of the sample as far as they are kept.
fn home(keep: impl Fn(&mut Issues)) -> Shown {
    let mut shown = fixture::book(vec![fixture::before()]);
    let mut holdings = (*shown.holdings).clone();
    holdings.issues = sample::challenges(&holdings.catalog);
    keep(&mut holdings.issues);
    shown.holdings = Arc::new(holdings);
    shown
}

fn before_the_results(issues: &mut Issues) {
    issues
        .responses
        .retain(|it| it.key.round == yutori::worktime::Wave::Before);
}

fn unplanned(issues: &mut Issues) {
    before_the_results(issues);
    issues.measures.clear();
}

/// The step in brackets and where Enter leads.
fn step_and_enter(shown: Shown) -> (String, Tab, IssueView) {
    let mut screens = Screens::of(shown, pen(Theme::Default));
    let drawn = screens.draw(120, 40).text();
    let step = drawn.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    let step = step.map(|(step, _)| step.to_owned()).unwrap();
    screens.press(KeyCode::Enter);
    (step, screens.model.tab, screens.model.issues.view)
}

#[test]
fn the_step_moves_with_the_challenges_and_enter_leads_on() {
    let nothing_chosen = home(|issues| {
        unplanned(issues);
        for challenge in &mut issues.challenges {
            challenge.chosen = None;
        }
    });
    assert_eq!(
        step_and_enter(nothing_chosen),
        ("3 計画".to_owned(), Tab::Issues, IssueView::Choice)
    );
    assert_eq!(
        step_and_enter(home(unplanned)),
        ("3 計画".to_owned(), Tab::Issues, IssueView::Measures)
    );
    assert_eq!(
        step_and_enter(home(before_the_results)),
        ("4 取組".to_owned(), Tab::Issues, IssueView::Measures)
    );
    assert_eq!(
        step_and_enter(home(|_| ())),
        ("5 振り返り".to_owned(), Tab::Issues, IssueView::Survey)
    );
    let over = home(|issues| {
        for news in issues.measures.iter_mut().flat_map(|it| &mut it.news) {
            news.status = Status::Done;
        }
    });
    assert_eq!(
        step_and_enter(over),
        ("6 練り直し".to_owned(), Tab::Issues, IssueView::Choice)
    );
    let empty = fixture::book(Vec::new());
    let (step, tab, _) = step_and_enter(empty);
    assert_eq!((step.as_str(), tab), ("1 準備", Tab::Home));
}

#[test]
fn home_of_the_sample() {
    look("home-sample", |theme| Screens::of(sample::sample(), pen(theme)));
}

#[test]
fn alarms_that_have_no_room_are_counted() {
    let alarms = |columns, rows| {
        let screens = Screens::of(sample::sample(), pen(Theme::Default));
        let drawn = screens.draw(columns, rows).text();
        let lines = drawn.lines().filter(|line| line.starts_with(" ! "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let narrow = alarms(80, 24);
    assert_eq!(narrow.len(), 3);
    assert!(narrow[0].contains("判断が3件未記入"), "{narrow:?}");
    assert!(
        narrow[1].contains("50日間") && narrow[1].contains("打ち手3"),
        "{narrow:?}"
    );
    assert!(narrow[2].contains("ほかに3件"), "{narrow:?}");
    assert_eq!(alarms(120, 40).len(), 5);
}
