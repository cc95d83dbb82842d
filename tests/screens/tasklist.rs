//! The task list on a screen: edited as a draft, saved in one act, changed for another.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use yutori::book::{Change, Occasion};
use yutori::failure::{Exit, Failure};
use yutori::phrase::phrase;
use yutori::report;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome};
use yutori::screens::model::Context;
use yutori::screens::update::Effect;
use yutori::text::{Lang, Text};
use yutori::worktime::{Hue, ListStep, TaskCode, Wave};

use super::canvas::{Screens, pen};
use super::fixture;
use super::sample::{sample, shown_of};

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

/// The list of a book without sheets.
fn list() -> Screens {
    let mut screens = Screens::of(fixture::home(), pen(Theme::NoColour));
    screens.keys("3b");
    assert_eq!(screens.model.context(), Context::List);
    screens
}

fn ctrl(screens: &mut Screens, code: KeyCode) {
    screens.event(&Event::Key(KeyEvent::new(code, KeyModifiers::CONTROL)));
}

/// The step that was given to the desk.
fn saved(screens: &Screens) -> ListStep {
    match screens.effects.as_slice() {
        [Effect::Run(Job::Apply(Occasion::TaskListTaken { list }, changes))] => match changes.first() {
            Some(Change::TaskListTaken(step)) => {
                assert_eq!(step.list.id, *list);
                (**step).clone()
            }
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn edits_gather_and_are_saved_in_one_act() {
    let mut screens = list();
    // Below A: task 1. A new task of that category, with the number that is offered.
    screens
        .press(KeyCode::Down)
        .keys("a")
        .keys("送迎")
        .press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::ListText);
    screens.keys("Transport").press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::List);
    ctrl(&mut screens, KeyCode::Up);
    screens.keys("cc").keys("t").keys("ｓ").press(KeyCode::Enter);
    screens.press(KeyCode::Home).press(KeyCode::Down).press(KeyCode::Enter);
    screens
        .ctrl('u')
        .keys("移乗")
        .press(KeyCode::Tab)
        .ctrl('u')
        .press(KeyCode::Enter);
    assert!(screens.effects.is_empty());
    screens.press(KeyCode::F(2));
    let list = saved(&screens).list;
    let task = list.task(&TaskCode("25".to_owned())).unwrap();
    assert_eq!((task.name.ja.as_str(), task.name.en.as_str()), ("送迎", "Transport"));
    assert_eq!((task.key, task.colour), (Some('s'), Some(Hue::Orange)));
    let codes: Vec<&str> = list.tasks.iter().map(|task| task.code.as_str()).take(10).collect();
    assert_eq!(codes, ["1", "2", "3", "4", "5", "6", "7", "8", "25", "9"]);
    assert_eq!(list.tasks[0].name.en, "移乗");
    screens.happen(Action::Done(Outcome::Applied(Box::new(fixture::home()))));
    assert_eq!(screens.model.context(), Context::Tasks);
}

#[test]
fn unsaved_edits_are_not_lost_without_a_question() {
    let mut screens = list();
    screens.keys("c").press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::ListLeave);
    screens.press(KeyCode::Enter).press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::List);
    screens.ctrl('c');
    assert!(screens.effects.is_empty());
    assert_eq!(screens.model.context(), Context::ListLeave);
    screens.ctrl('c');
    assert_eq!(screens.effects, [Effect::Quit]);
    screens.press(KeyCode::F(2));
    assert_eq!(screens.model.context(), Context::Tasks);
    let mut screens = list();
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Tasks);
}

#[test]
fn a_failed_save_leaves_the_draft() {
    let mut screens = list();
    screens.keys("c").press(KeyCode::F(2));
    let failure = Failure::new(Exit::Book, phrase("screens-cancelled"));
    screens.happen(Action::Done(Outcome::Failed(failure)));
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::List);
    assert!(screens.draw(80, 24).text().contains("まだ保存していません"));
}

#[test]
fn a_task_in_use_stays_and_the_screen_says_where_it_is_used() {
    let mut screens = Screens::of(sample(), pen(Theme::NoColour));
    screens.keys("3b").press(KeyCode::Down).press(KeyCode::Delete);
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("使われているため外せません（調査票"), "{drawn}");
    screens.press(KeyCode::F(2));
    assert!(screens.effects.is_empty());
}

#[test]
fn another_list_is_taken_when_every_task_in_use_has_its_place() {
    let mut screens = Screens::of(sample(), pen(Theme::NoColour));
    screens.keys("3b").press(KeyCode::F(4)).press(KeyCode::Down);
    assert!(screens.draw(80, 24).text().contains("夜勤だけの調査"));
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::ListPlaces);
    keep("task-list-places-80x24", &screens.draw(80, 24).both());
    screens.press(KeyCode::F(2));
    assert!(screens.effects.is_empty());
    // 7, 12, 15, 16, 17 and 19 are no work of the night; each goes to the first task, one after the other.
    for _ in 0..6 {
        screens.press(KeyCode::Right).press(KeyCode::F(2));
    }
    let step = saved(&screens);
    assert_eq!(step.list.id, "night");
    assert_eq!(step.mapping.0.len(), 24);
    assert_eq!(step.mapping.0[&TaskCode("19".to_owned())].as_str(), "1");
    assert_eq!(step.mapping.0[&TaskCode("11".to_owned())].as_str(), "11");
}

#[test]
fn a_list_with_edits_is_saved_before_another_is_taken() {
    let mut screens = list();
    screens.keys("c").press(KeyCode::F(4));
    assert_eq!(screens.model.context(), Context::List);
    assert!(
        screens
            .draw(80, 24)
            .text()
            .contains("先に、直したところを保存してください")
    );
}

#[test]
fn the_pages_of_the_task_list() {
    let page = |columns, rows, keys: &dyn Fn(&mut Screens)| {
        let mut screens = Screens::of(sample(), pen(Theme::Default));
        screens.keys("3b");
        keys(&mut screens);
        screens.draw(columns, rows).both()
    };
    for (columns, rows) in [(80, 24), (120, 40)] {
        let coloured = |screens: &mut Screens| {
            screens.keys("c").press(KeyCode::Down).keys("cc");
        };
        keep(&format!("task-list-{columns}x{rows}"), &page(columns, rows, &coloured));
        let ask = |screens: &mut Screens| {
            screens.press(KeyCode::Down).keys("a").keys("送迎");
        };
        keep(&format!("task-list-ask-{columns}x{rows}"), &page(columns, rows, &ask));
        let lists = |screens: &mut Screens| {
            screens.press(KeyCode::F(4)).press(KeyCode::Down);
        };
        keep(
            &format!("task-list-others-{columns}x{rows}"),
            &page(columns, rows, &lists),
        );
    }
}

/// The sample home, its wave before recorded with the list of the demonstration projects (task 24 as 23).
fn two_lists() -> Screens {
    let mut holdings = (*sample().holdings).clone();
    let older = holdings.catalog.task_list("kasan-2022").unwrap().clone();
    let mapping = holdings.catalog.mapping("kasan-2022", "kasan-2024").unwrap();
    holdings.lists.first = older;
    holdings.lists.steps = vec![ListStep {
        list: holdings.founding.task_list.clone(),
        mapping,
    }];
    for (wave, sheet) in &mut holdings.sheets {
        if *wave == Wave::Before {
            for share in sheet.cells.iter_mut().flat_map(|cell| &mut cell.shares) {
                if share.0.as_str() == "24" {
                    share.0 = TaskCode("21".to_owned());
                }
            }
            holdings.older.insert(sheet.key(*wave), sheet.clone());
        }
        sheet.list = holdings.lists.number();
    }
    let notes = report::list_notes(&holdings, &Text::new(Lang::Ja));
    let mut shown = shown_of(holdings);
    shown.summary.list_notes.clone_from(&notes);
    shown.effect.results[0].list_notes = notes;
    Screens::of(shown, pen(Theme::NoColour))
}

#[test]
fn results_of_an_older_list_say_so_where_they_are_shown() {
    let mut screens = two_lists();
    screens.keys("3w");
    let time = screens.draw(80, 24).text();
    assert!(time.contains("kasan-2022 で記録され、kasan-2024"), "{time}");
    screens.keys("w");
    assert!(!screens.draw(80, 24).text().contains("kasan-2022"));
    screens.keys("4");
    assert!(
        screens
            .draw(80, 24)
            .text()
            .contains("kasan-2022 の調査票は kasan-2024 に読み替えています")
    );
    let roomy = screens.draw(120, 40).text().replace(['\n', ' '], "");
    assert!(roomy.contains("余裕時間に当たる業務は前の分類になく"), "{roomy}");
}
