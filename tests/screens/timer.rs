//! The timer on the screen: what keys write, and how it looks.

use std::sync::Arc;

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::clock::Moment;
use yutori::failure::{Exit, Failure};
use yutori::office::StaffCode;
use yutori::phrase::phrase;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::model::Context;
use yutori::screens::timer::ticks;
use yutori::screens::update::Effect;
use yutori::worktime::{ListNumber, TaskCode, TimerEntry, Timing, TimingKey, Wave};

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::keep;

const DATE: &str = "2026-02-10";

fn moment(clock: &str) -> Moment {
    Moment::parse_from_rfc3339(&format!("{DATE}T{clock}+09:00")).unwrap()
}

fn code(text: &str) -> StaffCode {
    StaffCode::parse(text).unwrap()
}

fn second(clock: &str) -> u32 {
    yutori::worktime::parse_clock_seconds(clock).unwrap()
}

fn entry(task: &str, from: &str, to: Option<&str>) -> TimerEntry {
    TimerEntry {
        task: TaskCode(task.to_owned()),
        from: second(from),
        to: to.map(second),
        parallel: false,
        interruption: false,
        note: String::new(),
    }
}

fn timing(observer: Option<&str>, entries: Vec<TimerEntry>) -> Timing {
    let key = TimingKey {
        wave: Wave::Before,
        staff: code("S001"),
        date: DATE.parse().unwrap(),
        observer: observer.map(code),
    };
    Timing::new(key, ListNumber::default()).with_entries(entries)
}

fn shown(timings: Vec<Timing>) -> Shown {
    let shown = fixture::book(vec![fixture::before()]);
    let mut holdings = (*shown.holdings).clone();
    holdings.timings = timings;
    Shown {
        holdings: Arc::new(holdings),
        ..shown
    }
}

fn screens_in(theme: Theme, clock: &str, timings: Vec<Timing>) -> Screens {
    let mut screens = Screens::of(shown(timings), pen(theme));
    screens.happen(Action::Clock(moment(clock)));
    screens
}

fn screens(clock: &str, timings: Vec<Timing>) -> Screens {
    screens_in(Theme::NoColour, clock, timings)
}

/// The page of a new timing of S001 at this time, its beginning written.
fn begun(clock: &str) -> Screens {
    let mut screens = screens(clock, Vec::new());
    screens.keys("tS001").press(KeyCode::Enter);
    screens.happen(Action::Done(Outcome::Noted));
    screens
}

fn at<'a>(screens: &'a mut Screens, clock: &str) -> &'a mut Screens {
    screens.happen(Action::Clock(moment(clock)))
}

/// The one change that the last key writes at once.
fn noted(screens: &Screens) -> &Change {
    match screens.effects.as_slice() {
        [Effect::Run(Job::Note(_, changes))] if changes.len() == 1 => &changes[0],
        other => panic!("{other:?}"),
    }
}

fn turned(screens: &Screens) -> Vec<String> {
    let Change::TimerTurned { after, .. } = noted(screens) else {
        panic!("{:?}", screens.effects);
    };
    let said = |entry: &TimerEntry| {
        let clock = yutori::worktime::clock_seconds;
        let mark = match (entry.interruption, entry.parallel) {
            (true, _) => "!",
            (_, true) => "+",
            _ => "",
        };
        format!(
            "{mark}{} {}-{}",
            entry.task,
            clock(entry.from),
            entry.to.map_or_else(String::new, clock)
        )
    };
    after.iter().map(said).collect()
}

#[test]
fn one_key_begins_a_task_and_the_next_ends_it() {
    let mut screens = begun("10:00:00");
    screens.keys("3");
    assert_eq!(turned(&screens), ["3 10:00:00-"]);
    at(&mut screens, "10:05:10").keys("a");
    assert_eq!(turned(&screens), ["3 10:00:00-10:05:10", "11 10:05:10-"]);
    assert!(screens.draw(80, 24).text().contains("00:05:10"));
}

#[test]
fn the_beginning_is_written_at_once_with_what_was_answered() {
    let mut screens = screens("10:00:00", Vec::new());
    screens.press(KeyCode::Tab).ctrl('t');
    assert_eq!(screens.model.context(), Context::FormText);
    screens
        .keys("Ｓ００１")
        .press(KeyCode::Tab)
        .keys("O1")
        .press(KeyCode::Tab)
        .press(KeyCode::Right);
    screens.press(KeyCode::Enter);
    let Change::TimingKept {
        before: None,
        after: Some(timing),
    } = noted(&screens)
    else {
        panic!("{:?}", screens.effects);
    };
    assert_eq!(timing.key.staff, code("S001"));
    assert_eq!(
        (timing.key.observer.clone(), timing.key.wave),
        (Some(code("O1")), Wave::After(1))
    );
    assert_eq!(screens.model.context(), Context::Timer);
}

#[test]
fn nobody_observes_oneself_and_a_code_is_needed() {
    let mut screens = screens("10:00:00", Vec::new());
    screens.keys("t").press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("職員のIDを書いてください"));
    screens
        .keys("S001")
        .press(KeyCode::Tab)
        .keys("S001")
        .press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("観察者を空に"));
    assert_eq!(screens.effects, []);
}

#[test]
fn letters_of_an_input_method_are_keys_of_tasks_too() {
    let mut screens = begun("10:00:00");
    screens.keys("３");
    assert_eq!(turned(&screens), ["3 10:00:00-"]);
    at(&mut screens, "10:00:01").keys("あ");
    assert_eq!(turned(&screens), ["3 10:00:00-10:00:01", "11 10:00:01-"]);
    at(&mut screens, "10:00:02").keys("ぬ");
    assert_eq!(screens.effects, []);
    assert_eq!(
        screens.model.notice.as_ref().unwrap().key(),
        "screens-input-method-is-on"
    );
}

#[test]
fn arrows_and_enter_choose_a_task_without_letters() {
    let mut screens = begun("10:00:00");
    screens.press(KeyCode::Down).press(KeyCode::Down).press(KeyCode::Enter);
    assert_eq!(turned(&screens), ["3 10:00:00-"]);
}

#[test]
fn an_interruption_is_marked_and_one_key_goes_back() {
    let mut screens = begun("10:00:00");
    screens.keys("3");
    at(&mut screens, "10:01:00").press(KeyCode::F(2)).keys("2");
    assert_eq!(turned(&screens), ["3 10:00:00-10:01:00", "!2 10:01:00-"]);
    at(&mut screens, "10:02:00").press(KeyCode::F(3));
    assert_eq!(turned(&screens), ["!2 10:01:00-10:02:00", "3 10:02:00-"]);
    at(&mut screens, "10:03:00").press(KeyCode::F(3));
    assert_eq!(screens.effects, []);
    assert_eq!(
        screens.model.notice.as_ref().unwrap().key(),
        "timer-nothing-interrupted"
    );
}

#[test]
fn a_task_beside_the_main_one_goes_on_and_off_with_one_key() {
    let mut screens = begun("10:00:00");
    screens.keys("3");
    at(&mut screens, "10:01:00").press(KeyCode::F(4)).keys("c");
    assert_eq!(turned(&screens), ["+13 10:01:00-"]);
    assert!(screens.draw(80, 24).text().contains("ながら：見守り機器"));
    at(&mut screens, "10:02:00").press(KeyCode::F(4));
    assert_eq!(turned(&screens), ["+13 10:01:00-10:02:00"]);
}

#[test]
fn a_remark_and_other_times_are_written_for_the_chosen_stretch() {
    let mut screens = begun("10:00:00");
    screens.keys("3");
    at(&mut screens, "10:01:00").keys("2");
    at(&mut screens, "10:02:00")
        .press(KeyCode::F(5))
        .keys("電話")
        .press(KeyCode::Enter);
    let Change::TimerTurned { after, .. } = noted(&screens) else {
        panic!()
    };
    assert_eq!(after[0].note, "電話");
    screens.press(KeyCode::Left).press(KeyCode::F(6)).press(KeyCode::Tab);
    screens.ctrl('u').keys("１０：００：３０").press(KeyCode::Enter);
    assert_eq!(turned(&screens), ["3 10:00:00-10:00:30", "2 10:00:30-"]);
    screens
        .press(KeyCode::F(6))
        .ctrl('u')
        .keys("9:00")
        .press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    assert!(screens.draw(80, 24).text().contains("時間がなくなって"));
}

#[test]
fn undo_asks_the_book_and_the_page_follows_it() {
    let mut screens = begun("10:00:00");
    screens.keys("3");
    at(&mut screens, "10:01:00")
        .keys("2")
        .happen(Action::Done(Outcome::Noted))
        .happen(Action::Done(Outcome::Noted));
    screens.keys("u");
    assert_eq!(screens.effects, [Effect::Run(Job::Undo)]);
    let book = shown(vec![timing(None, vec![entry("3", "10:00:00", None)])]);
    screens.happen(Action::Done(Outcome::Undone(
        Some("計測の切り替え".to_owned()),
        Box::new(book),
    )));
    assert_eq!(screens.model.context(), Context::Timer);
    at(&mut screens, "10:02:00").keys("4");
    assert_eq!(turned(&screens), ["3 10:00:00-10:02:00", "4 10:02:00-"]);
}

#[test]
fn a_turn_that_could_not_be_written_is_told_and_taken_from_the_page() {
    let mut screens = begun("10:00:00");
    screens.keys("3").happen(Action::Done(Outcome::Noted));
    at(&mut screens, "10:01:00").keys("2");
    let locked = Failure::new(Exit::Book, phrase("book-locked"));
    screens.happen(Action::Done(Outcome::NotNoted(locked)));
    assert!(
        matches!(screens.effects.as_slice(), [Effect::Run(Job::Apply(Occasion::TimingKept { .. }, changes))] if changes.is_empty()),
        "the book is looked at again: {:?}",
        screens.effects
    );
    let book = shown(vec![timing(None, vec![entry("3", "10:00:00", None)])]);
    screens.happen(Action::Done(Outcome::Applied(Box::new(book))));
    assert_eq!(screens.model.context(), Context::Problem);
    assert!(screens.draw(80, 24).text().contains("ほかのプログラムがこの台帳に"));
    screens.press(KeyCode::Esc);
    at(&mut screens, "10:02:00").keys("5");
    assert_eq!(turned(&screens), ["3 10:00:00-10:02:00", "5 10:02:00-"]);
}

#[test]
fn a_beginning_that_could_not_be_written_leaves_no_page() {
    let mut screens = screens("10:00:00", Vec::new());
    screens.keys("tS001").press(KeyCode::Enter);
    screens.happen(Action::Done(Outcome::NotNoted(Failure::new(
        Exit::Book,
        phrase("book-locked"),
    ))));
    assert_eq!(screens.model.context(), Context::Problem);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Home);
}

#[test]
fn after_an_hour_in_one_task_it_asks_and_waits_another_hour_when_told_so() {
    let mut screens = begun("10:00:00");
    screens.keys("3");
    at(&mut screens, "10:59:59");
    assert_eq!(screens.model.context(), Context::Timer);
    at(&mut screens, "11:00:00");
    assert_eq!(screens.model.context(), Context::TimerForgotten);
    assert!(
        screens
            .draw(80, 24)
            .text()
            .contains("60分続いています。止め忘れていませんか")
    );
    screens.press(KeyCode::Enter);
    assert_eq!((screens.model.context(), screens.effects.len()), (Context::Timer, 0));
    at(&mut screens, "11:59:59");
    assert_eq!(screens.model.context(), Context::Timer);
    at(&mut screens, "12:00:00")
        .press(KeyCode::F(8))
        .keys("10:40")
        .press(KeyCode::Enter);
    assert_eq!(turned(&screens), ["3 10:00:00-10:40:00"]);
    assert_eq!(screens.model.context(), Context::Timer);
}

#[test]
fn the_question_can_be_set_or_left_out() {
    let mut screens = screens("10:00:00", Vec::new());
    screens
        .keys("tS001")
        .press(KeyCode::BackTab)
        .press(KeyCode::Left)
        .press(KeyCode::Enter);
    screens.keys("3");
    at(&mut screens, "23:59:59");
    assert_eq!(screens.model.context(), Context::Timer);
}

#[test]
fn finishing_stops_first_and_asks_before_it_makes_a_sheet() {
    let mut screens = begun("10:00:00");
    screens.keys("3");
    // After three hours of one task the screen asks first whether it still goes on.
    at(&mut screens, "13:10:00").press(KeyCode::Enter).press(KeyCode::F(8));
    assert_eq!(turned(&screens), ["3 10:00:00-13:10:00"]);
    assert_eq!(screens.model.context(), Context::TimerEnd);
    screens.effects.clear();
    screens.press(KeyCode::Enter);
    assert_eq!(screens.effects, [], "Enter alone makes nothing");
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(_, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    let [
        Change::TimingKept {
            after: Some(timing), ..
        },
        Change::SheetRecorded { sheet, .. },
    ] = changes.as_slice()
    else {
        panic!("{changes:?}");
    };
    assert!(timing.finished);
    assert_eq!((sheet.filled().0, sheet.unfilled().0), (190, 0));
}

#[test]
fn a_shift_that_has_a_sheet_stays_a_timing() {
    let over = timing(None, vec![entry("3", "10:00:00", Some("10:10:00"))]);
    let mut book = shown(vec![over.clone()]);
    let list = book.holdings.founding.task_list.clone();
    let sheet = over.to_sheet(10, &list).unwrap();
    Arc::make_mut(&mut book.holdings).sheets.push((Wave::Before, sheet));
    let mut screens = Screens::of(book, pen(Theme::NoColour));
    at(&mut screens, "11:00:00")
        .keys("t")
        .press(KeyCode::Enter)
        .press(KeyCode::F(8))
        .keys("y");
    assert_eq!(screens.effects, []);
    assert!(screens.draw(80, 24).text().contains("調査票がもうあります"));
    screens.press(KeyCode::Esc).keys("n");
    assert!(matches!(screens.effects.as_slice(), [Effect::Run(Job::Apply(_, changes))] if changes.len() == 1));
}

#[test]
fn what_still_runs_is_told_at_home_and_gone_on_with() {
    let running = timing(None, vec![entry("3", "10:12:00", None)]);
    let mut screens = screens("10:30:00", vec![running]);
    assert!(screens.draw(80, 24).text().contains("S001の計測が続いています"));
    assert!(!ticks(&screens.model));
    screens.keys("t").press(KeyCode::Enter);
    assert!(ticks(&screens.model));
    assert!(screens.draw(80, 24).text().contains("00:18:00"));
    screens.keys("2");
    assert_eq!(turned(&screens), ["3 10:12:00-10:30:00", "2 10:30:00-"]);
    screens.press(KeyCode::Esc);
    assert!(matches!(screens.effects.as_slice(), [Effect::Run(Job::Apply(_, changes))] if changes.is_empty()));
    assert!(!ticks(&screens.model));
}

fn two() -> Vec<Timing> {
    let mut noted = entry("11", "10:08:20", Some("10:12:00"));
    "家族から電話".clone_into(&mut noted.note);
    noted.interruption = true;
    let own = vec![
        entry("3", "10:00:00", Some("10:08:20")),
        noted,
        entry("3", "10:12:00", Some("10:20:00")),
        entry("17", "10:20:00", None),
        TimerEntry {
            parallel: true,
            ..entry("13", "10:21:00", None)
        },
    ];
    let observed = vec![
        entry("3", "10:00:05", Some("10:08:30")),
        entry("12", "10:08:30", Some("10:12:10")),
        entry("3", "10:12:10", Some("10:20:00")),
    ];
    vec![timing(None, own), timing(Some("O1"), observed)]
}

fn look(name: &str, keys: impl Fn(&mut Screens)) {
    for (columns, rows) in [(80, 24), (120, 40)] {
        for (theme, ending) in [(Theme::Default, ""), (Theme::NoColour, "-no-colour")] {
            let mut screens = screens_in(theme, "10:24:30", two());
            keys(&mut screens);
            keep(
                &format!("{name}-{columns}x{rows}{ending}"),
                &screens.draw(columns, rows).both(),
            );
        }
    }
}

#[test]
fn the_timer_that_runs() {
    look("timer", |screens| {
        screens.keys("t").press(KeyCode::Enter).press(KeyCode::Left);
    });
}

#[test]
fn the_timings() {
    look("timer-list", |screens| {
        screens.keys("t");
    });
}

#[test]
fn two_recordings_compared() {
    look("timer-agreement", |screens| {
        screens.keys("t").press(KeyCode::F(9));
    });
}

#[test]
fn the_questions_before_a_timing() {
    look("timer-start", |screens| {
        screens.keys("t").press(KeyCode::Up).press(KeyCode::Enter).keys("S002");
    });
}

#[test]
fn the_question_whether_somebody_forgot() {
    look("timer-forgotten", |screens| {
        screens.keys("t").press(KeyCode::Enter);
        at(screens, "11:30:00");
    });
}
