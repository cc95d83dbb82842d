//! 改善計画 on a screen: the board, the weeks, and what keys write into a real book.

use chrono::NaiveDate;
use ratatui::crossterm::event::KeyCode;
use tempfile::TempDir;
use yutori::book::{Book, Change, Occasion};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::issues::{Issues, Measure, Status};
use yutori::report::Holdings;
use yutori::screens::Theme;
use yutori::screens::action::{Action, Command};
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::model::Layer;
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::fixture;
use super::sample::{challenges, sample, shown_of};

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

/// The view of the sample home.
fn view(theme: Theme) -> Screens {
    let mut screens = Screens::of(sample(), pen(theme));
    screens.keys("2]]]]");
    screens
}

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A book on the disk with the challenges of the sample home, and the screens on it.
struct Office {
    book: Book,
    screens: Screens,
    _folder: TempDir,
}

impl Office {
    fn of(issues: &Issues) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = fixture::holdings().founding;
        let mut book = Book::create(&folder.path().join("a.yutori"), founding, now()).unwrap();
        let chosen = issues.challenges.iter().map(|challenge| Change::ChallengeKept {
            before: None,
            after: Some(Box::new(challenge.clone())),
        });
        let measures = issues.measures.iter().map(|measure| Change::MeasureKept {
            before: None,
            after: Some(Box::new(measure.clone())),
        });
        let changes: Vec<Change> = chosen.chain(measures).collect();
        if !changes.is_empty() {
            book.apply(Occasion::CauseMapDrawn, changes, now()).unwrap();
        }
        let shown = shown(&book);
        let mut screens = Screens::of(shown, pen(Theme::Default));
        screens.keys("2]]]]");
        Self {
            book,
            screens,
            _folder: folder,
        }
    }

    fn sample() -> Self {
        Self::of(&challenges(&Catalog::built_in()))
    }

    /// Does the work that the last key asked for.
    fn work(&mut self) -> &mut Self {
        let effects = std::mem::take(&mut self.screens.effects);
        for effect in effects {
            let Effect::Run(job) = effect else { panic!("{effect:?}") };
            let outcome = match job {
                Job::Apply(occasion, changes) => {
                    self.book.apply(occasion, changes, now()).unwrap();
                    Outcome::Applied(Box::new(shown(&self.book)))
                }
                Job::Undo => {
                    self.book.undo(now()).unwrap().unwrap();
                    Outcome::Undone(None, Box::new(shown(&self.book)))
                }
                Job::Redo => {
                    self.book.redo(now()).unwrap().unwrap();
                    Outcome::Redone(None, Box::new(shown(&self.book)))
                }
                other => panic!("{other:?}"),
            };
            self.screens.happen(Action::Done(outcome));
        }
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.screens.keys(keys);
        self
    }

    fn press(&mut self, key: KeyCode) -> &mut Self {
        self.screens.press(key);
        self
    }

    /// Types over what stands in a field, and goes to the next.
    fn field(&mut self, typed: &str) -> &mut Self {
        self.screens.ctrl('u');
        self.keys(typed).press(KeyCode::Tab)
    }

    fn measures(&self) -> Vec<Measure> {
        self.book.issues().unwrap().measures
    }
}

fn shown(book: &Book) -> Shown {
    let holdings = Holdings::of(book, Catalog::built_in()).unwrap();
    let mut shown = shown_of(holdings);
    shown.can_undo = Some("前の操作".to_owned());
    shown.can_redo = Some("前の操作".to_owned());
    shown
}

#[test]
fn the_board_and_the_weeks() {
    for (way, name) in [("", "measures-board"), ("v", "measures-weeks"), ("s", "measures-parts")] {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let mut screens = view(Theme::Default);
            screens.keys(way);
            keep(&format!("{name}-{columns}x{rows}"), &screens.draw(columns, rows).both());
        }
        let mut plain = view(Theme::NoColour);
        plain.keys(way);
        keep(&format!("{name}-80x24-no-colour"), &plain.draw(80, 24).both());
    }
}

#[test]
fn up_and_down_goes_through_every_measure_and_the_choice_stays_when_the_way_changes() {
    let mut screens = view(Theme::Default);
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(screens.model.issues.measures.chosen.unwrap().0);
        screens.press(KeyCode::Down);
    }
    assert_eq!(seen, [2, 3, 1, 1]);
    screens.keys("v");
    assert_eq!(screens.model.issues.measures.chosen.unwrap().0, 1);
    screens.press(KeyCode::Home).press(KeyCode::Down);
    assert_eq!(
        screens.model.issues.measures.chosen.unwrap().0,
        2,
        "over the weeks they stand by their start"
    );
}

#[test]
fn a_measure_is_decided_told_of_and_taken_out_with_undo_and_redo() {
    let mut office = Office::sample();
    office.keys("a").press(KeyCode::Right).press(KeyCode::Tab);
    office
        .field("連絡ノートを1冊にする")
        .field("看護職員")
        .field("２／１６")
        .field("");
    office.press(KeyCode::Enter).work();
    let measures = office.measures();
    let new = measures.last().unwrap();
    assert_eq!(
        (new.id.0, new.challenge.unwrap().0, new.viewpoint.as_str()),
        (4, 2, "5")
    );
    assert_eq!((new.start, new.end, new.checks.len()), (day(2, 16), day(5, 15), 3));
    assert_eq!(
        office.screens.model.issues.measures.chosen,
        Some(new.id),
        "the new one is chosen"
    );
    assert!(office.screens.model.layers.is_empty());

    office.keys("w").press(KeyCode::Tab).press(KeyCode::Enter);
    assert!(office.screens.effects.is_empty(), "news without a word are not written");
    let drawn = office.screens.draw(80, 24).text();
    assert!(drawn.contains("! 理由が空です"), "{drawn}");
    office.keys("ノートを用意した").press(KeyCode::Enter).work();
    let told = office.measures()[3].clone();
    assert_eq!(
        (told.status(), told.news[0].word.as_str()),
        (Status::Underway, "ノートを用意した")
    );

    office.keys("u").work();
    assert_eq!(office.measures()[3].status(), Status::Planned);
    office.screens.ctrl('y');
    office.work();
    assert_eq!(office.measures()[3], told);

    office.press(KeyCode::Delete).work();
    assert_eq!(office.measures().len(), 3);
    office.keys("u").work();
    assert_eq!(office.measures()[3], told);
    assert!(office.book.check().unwrap().replay);
}

#[test]
fn what_is_wrong_with_a_measure_is_said_at_its_field_on_the_smallest_screen() {
    let mut office = Office::sample();
    office.keys("a").press(KeyCode::Enter);
    let drawn = office.screens.draw(80, 24).text();
    assert!(
        drawn.contains("! 打ち手の内容が空です") && drawn.contains("> 何をしますか"),
        "{drawn}"
    );
    office.keys("様式を1つに").press(KeyCode::Tab).press(KeyCode::Tab);
    office.field("2/16〜2/10").press(KeyCode::Enter);
    let drawn = office.screens.draw(80, 24).text();
    assert!(
        drawn.contains("終わり（2026-02-10）が始まり（2026-02-16）より前です"),
        "{drawn}"
    );
}

#[test]
fn a_measure_is_changed_and_an_unchanged_one_is_not_written() {
    let mut office = Office::sample();
    office.press(KeyCode::Enter).press(KeyCode::Enter);
    assert!(office.screens.effects.is_empty(), "nothing has changed");
    office.press(KeyCode::Tab);
    office.field("申し送りは書いて回す").press(KeyCode::Enter).work();
    let after = &office.measures()[1];
    assert_eq!(
        (after.text.as_str(), after.news.len(), after.steps.len()),
        ("申し送りは書いて回す", 3, 5)
    );
}

#[test]
fn steps_checks_and_indicators_are_turned_added_and_taken_out_on_their_page() {
    let mut office = Office::sample();
    let before = office.measures()[1].clone();
    office
        .keys("s")
        .press(KeyCode::Down)
        .press(KeyCode::Down)
        .press(KeyCode::Down);
    office.keys(" ").work();
    assert_eq!(office.measures()[1].steps[3].done, Some(day(2, 10)));
    office.keys(" ").work();
    assert_eq!(office.measures()[1], before);
    office.screens.ctrl('a');
    office
        .keys("古い表を片付ける")
        .press(KeyCode::Tab)
        .keys("2/13")
        .press(KeyCode::Enter)
        .work();
    assert_eq!(office.measures()[1].steps[4].text, "古い表を片付ける");
    assert!(matches!(
        office.screens.model.layers.last(),
        Some(Layer::MeasureParts(_))
    ));
    office.press(KeyCode::Down).press(KeyCode::Enter);
    office
        .field("古い表を捨てる")
        .field("2/28")
        .press(KeyCode::Enter)
        .work();
    let steps: Vec<String> = office.measures()[1]
        .steps
        .iter()
        .map(|step| step.text.clone())
        .collect();
    assert_eq!(steps.last().unwrap(), "古い表を捨てる");
    office.press(KeyCode::F(9)).keys("2/25").press(KeyCode::Enter).work();
    assert_eq!(office.measures()[1].checks[3].on, day(2, 25));
    office.press(KeyCode::End).keys(" ").work();
    let watched = office.measures()[1].indicators.len();
    assert_eq!(watched, before.indicators.len() + 1);
    for _ in 0..4 {
        office.keys("u").work();
    }
    assert_eq!(office.measures()[1], before);
    office.press(KeyCode::Home).keys("x").work();
    assert_eq!(office.measures()[1].steps.len(), before.steps.len() - 1);
    office.press(KeyCode::Esc);
    assert!(office.screens.model.layers.is_empty());
}

#[test]
fn the_next_check_is_noted_as_made_today() {
    let mut office = Office::sample();
    office.press(KeyCode::F(9)).work();
    assert_eq!(office.measures()[1].checks[2].done, Some(day(2, 10)));
    office.keys("c");
    assert!(office.screens.effects.is_empty(), "no check is open any more");
    assert_eq!(
        office.screens.model.notice.as_ref().unwrap().key(),
        "measures-no-open-check"
    );
}

#[test]
fn undoing_the_measure_whose_page_is_open_closes_the_page() {
    let mut office = Office::of(&Issues::default());
    let drawn = office.screens.draw(80, 24).text();
    assert!(drawn.contains("打ち手はまだありません"), "{drawn}");
    for keys in ["w", "s", "c", "x"] {
        office.keys(keys);
        assert!(
            office.screens.effects.is_empty() && office.screens.model.notice.is_some(),
            "{keys}"
        );
    }
    office.screens.happen(Action::Do(Command::IssueAdd));
    office
        .press(KeyCode::Tab)
        .keys("物の置き場所を決める")
        .press(KeyCode::Enter)
        .work();
    assert_eq!(
        office.measures()[0].viewpoint.as_str(),
        "1",
        "without challenges a viewpoint is chosen"
    );
    office.keys("su").work();
    assert!(office.measures().is_empty() && office.screens.model.layers.is_empty());
    assert_eq!(office.screens.model.issues.measures.chosen, None);
}
