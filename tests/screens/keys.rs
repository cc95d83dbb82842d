//! What keys and news do to the screens.

use std::path::PathBuf;

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use yutori::failure::{Exit, Failure};
use yutori::phrase::phrase;
use yutori::report::chart::{Format, Kind};
use yutori::report::finding::ImportFinding;
use yutori::screens::Theme;
use yutori::screens::action::{Action, Tab};
use yutori::screens::charts::ChartsWritten;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::model::{Context, PeriodChoice, TimeView};
use yutori::screens::update::{Effect, open_at_start};
use yutori::worktime::Wave;

use super::canvas::{Screens, pen};
use super::fixture;

fn of(shown: Shown) -> Screens {
    Screens::of(shown, pen(Theme::NoColour))
}

fn home() -> Screens {
    of(fixture::home())
}

fn failed() -> Action {
    Action::Done(Outcome::Failed(Failure::new(Exit::Book, phrase("screens-cancelled"))))
}

fn notice(screens: &Screens) -> Option<&'static str> {
    screens.model.notice.as_ref().map(yutori::phrase::Phrase::key)
}

#[test]
fn an_import_takes_the_path_as_it_was_typed_and_the_wave_that_was_chosen() {
    let mut screens = home();
    screens.keys("i").keys(" 調査票/Ａ棟 ").press(KeyCode::Tab);
    screens
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::Down)
        .keys("令和７");
    screens.press(KeyCode::Enter);
    assert_eq!(
        screens.effects,
        [Effect::Run(Job::Import {
            paths: vec![PathBuf::from("調査票/Ａ棟")],
            wave: Some(Wave::After(1)),
            year: Some(2025),
            staff: None,
        })]
    );
    assert_eq!(screens.model.context(), Context::Busy);
}

#[test]
fn without_a_choice_the_folder_names_the_wave() {
    let mut screens = home();
    screens.press(KeyCode::F(5)).keys("調査票").press(KeyCode::Enter);
    let [Effect::Run(Job::Import { wave, year, .. })] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert_eq!((*wave, *year), (None, None));
}

#[test]
fn an_answer_that_will_not_do_gets_the_cursor_and_starts_nothing() {
    let mut screens = home();
    screens
        .keys("i調査票")
        .press(KeyCode::BackTab)
        .press(KeyCode::BackTab)
        .keys("去年")
        .press(KeyCode::BackTab);
    screens.press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    assert!(screens.draw(80, 24).text().contains("年を読めません"));
    screens.ctrl('u').keys("2025").press(KeyCode::Enter);
    assert_eq!(screens.effects.len(), 1);
}

#[test]
fn enter_alone_never_writes_a_report() {
    let mut screens = home();
    screens.keys("7");
    for _ in 0..5 {
        screens.press(KeyCode::Enter);
        assert_eq!(screens.effects, []);
    }
    assert_eq!(screens.model.context(), Context::Confirm);
    screens.press(KeyCode::F(2));
    assert_eq!(
        screens.effects,
        [Effect::Run(Job::Export {
            path: PathBuf::from("/home/kaigo/台帳/さくら苑.xlsx"),
            with_staff: false,
        })]
    );
}

#[test]
fn staff_appear_in_a_report_only_when_asked_for() {
    let mut screens = home();
    screens
        .keys("7")
        .press(KeyCode::Down)
        .press(KeyCode::Enter)
        .press(KeyCode::Enter)
        .keys("y");
    let [Effect::Run(Job::Export { with_staff, .. })] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert!(with_staff);
    screens.happen(Action::Done(Outcome::Exported(PathBuf::from("a.xlsx"))));
    assert_eq!(
        (screens.model.context(), notice(&screens)),
        (Context::Output, Some("screens-exported"))
    );
}

#[test]
fn charts_are_written_after_a_question_of_their_own() {
    let mut screens = home();
    screens
        .keys("7")
        .press(KeyCode::Down)
        .press(KeyCode::Down)
        .press(KeyCode::Enter);
    // The second question is the kind: all, then the first.
    screens.press(KeyCode::Tab).press(KeyCode::Right).press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    screens.press(KeyCode::F(2));
    assert_eq!(
        screens.effects,
        [Effect::Run(Job::Charts {
            folder: PathBuf::from("/home/kaigo/台帳/さくら苑-charts"),
            kind: Some(Kind::Categories),
            format: Format::Png,
        })]
    );
    screens.happen(Action::Done(Outcome::Charted(ChartsWritten {
        folder: PathBuf::from("図"),
        count: 1,
        refused: Vec::new(),
    })));
    assert_eq!(
        (screens.model.context(), notice(&screens)),
        (Context::Output, Some("screens-charted"))
    );
}

#[test]
fn esc_stops_an_import_and_the_book_stays_as_it_was() {
    let mut screens = home();
    screens.keys("i調査票").press(KeyCode::Enter).press(KeyCode::Esc);
    assert_eq!(screens.effects, [Effect::Stop]);
    let before = screens.model.shown.clone();
    screens.happen(Action::Done(Outcome::Failed(yutori::screens::desk::cancelled())));
    assert_eq!(
        (screens.model.context(), &screens.model.shown),
        (Context::Problem, &before)
    );
    screens.press(KeyCode::Esc);
    assert!(
        screens.draw(80, 24).text().contains("調査票"),
        "the answers are still there"
    );
}

#[test]
fn opening_a_book_cannot_be_stopped_half_way() {
    let mut screens = Screens::start(pen(Theme::NoColour));
    screens.press(KeyCode::Enter).press(KeyCode::Esc);
    assert_eq!(
        (screens.effects.as_slice(), screens.model.context()),
        (&[][..], Context::Busy)
    );
}

#[test]
fn leaving_while_work_goes_on_stops_the_work_first() {
    let mut screens = home();
    screens.keys("i調査票").press(KeyCode::Enter).ctrl('c');
    assert_eq!(screens.effects, [Effect::Stop, Effect::Quit]);
}

#[test]
fn a_book_that_the_program_was_started_with_ends_it_when_it_cannot_be_opened() {
    let mut screens = Screens::start(pen(Theme::NoColour));
    let path = PathBuf::from("無い.yutori");
    assert_eq!(
        open_at_start(&mut screens.model, path.clone()),
        [Effect::Run(Job::Open(path))]
    );
    screens.happen(failed());
    assert!(matches!(screens.effects.as_slice(), [Effect::Fail(_)]));
}

#[test]
fn a_book_chosen_on_the_start_page_that_cannot_be_opened_leads_back_there() {
    let mut screens = Screens::start(pen(Theme::NoColour));
    screens.press(KeyCode::Enter);
    screens.happen(failed()).press(KeyCode::Enter);
    assert_eq!(
        (screens.effects.as_slice(), screens.model.context()),
        (&[][..], Context::Start)
    );
}

#[test]
fn the_start_page_offers_recent_books_a_new_one_a_file_and_the_sample() {
    let chosen = |downs: usize| {
        let mut screens = Screens::start(pen(Theme::NoColour));
        for _ in 0..downs {
            screens.press(KeyCode::Down);
        }
        screens.press(KeyCode::Enter);
        (screens.effects.clone(), screens.model.context())
    };
    assert_eq!(
        chosen(1).0,
        [Effect::Run(Job::Open(
            "/home/kaigo/台帳/デイサービスもみじ.yutori".into()
        ))]
    );
    assert_eq!(chosen(2), (Vec::new(), Context::FormText));
    assert_eq!(chosen(3), (Vec::new(), Context::FormText));
    assert_eq!(chosen(4).0, [Effect::Run(Job::Demo)]);
    assert_eq!(chosen(99).0, [Effect::Run(Job::Demo)]);
}

#[test]
fn undo_says_what_it_took_back_and_that_there_is_nothing() {
    let mut screens = home();
    screens.keys("u");
    assert_eq!(screens.effects, [Effect::Run(Job::Undo)]);
    let empty = fixture::book(Vec::new());
    screens.happen(Action::Done(Outcome::Undone(
        Some("取り込み".to_owned()),
        Box::new(empty),
    )));
    assert_eq!(notice(&screens), Some("screens-undone"));
    screens.ctrl('z');
    assert_eq!(
        (screens.effects.as_slice(), notice(&screens)),
        (&[][..], Some("screens-nothing-to-undo"))
    );
    screens.ctrl('r');
    assert_eq!(
        (screens.effects.as_slice(), notice(&screens)),
        (&[][..], Some("screens-nothing-to-redo"))
    );
}

#[test]
fn what_was_chosen_stays_within_a_book_that_became_smaller() {
    let mut screens = home();
    screens.keys("4").press(KeyCode::End).keys("3lll").press(KeyCode::End);
    let small = fixture::book(vec![fixture::before()]);
    screens.happen(Action::Done(Outcome::Undone(None, Box::new(small))));
    assert_eq!((screens.model.time.wave, screens.model.indicator), (0, 0));
    let empty = fixture::book(Vec::new());
    screens.happen(Action::Done(Outcome::Undone(None, Box::new(empty))));
    assert_eq!(screens.model.time.row, 0);
}

#[test]
fn scaled_minutes_exist_by_day_or_by_night_only() {
    let mut screens = home();
    screens.keys("3s");
    assert_eq!(
        (screens.model.time.scaled, screens.model.time.period),
        (true, PeriodChoice::Day)
    );
    screens.press(KeyCode::F(8));
    assert_eq!(
        (screens.model.time.scaled, screens.model.time.period),
        (true, PeriodChoice::Night)
    );
    screens.press(KeyCode::F(8));
    assert_eq!(
        (screens.model.time.scaled, screens.model.time.period),
        (false, PeriodChoice::All)
    );
}

#[test]
fn day_and_night_and_scaling_leave_the_other_views_as_they_are() {
    for view in ["l", "ll", "lll"] {
        let mut screens = home();
        screens.keys("3").keys(view);
        let before = screens.model.clone();
        for key in ["p", "s"] {
            screens.keys(key);
            assert_eq!(notice(&screens), Some("screens-tasks-view-only"));
            assert_eq!(screens.model.time, before.time);
        }
        screens.keys("w");
        let hints = screens.draw(80, 24).rows().remove(23);
        assert!(!hints.contains("昼と夜") && !hints.contains("換算"), "{hints}");
    }
}

#[test]
fn the_first_step_down_in_the_help_moves_its_lines() {
    let mut screens = home();
    screens.keys("?");
    let first = |screens: &Screens| screens.draw(80, 24).rows().remove(4);
    let before = first(&screens);
    screens.press(KeyCode::Down);
    assert_ne!(first(&screens), before);
}

#[test]
fn a_digit_leaves_the_help_for_its_tab_also_in_full_width() {
    for digit in ["4", "４"] {
        let mut screens = home();
        screens.keys("?").keys(digit);
        assert_eq!((screens.model.context(), notice(&screens)), (Context::Effect, None));
    }
    let mut screens = home();
    screens
        .keys("i調査票")
        .press(KeyCode::F(1))
        .keys("４")
        .press(KeyCode::Esc);
    assert!(
        screens.draw(80, 24).text().contains("調査票"),
        "the answers are still there"
    );
    let mut screens = Screens::start(pen(Theme::NoColour));
    screens.keys("?4");
    assert_eq!(screens.model.context(), Context::Help);
}

#[test]
fn a_full_width_key_without_a_meaning_is_no_fault_of_the_input_method() {
    let mut screens = home();
    screens.keys("９ｚ");
    assert_eq!(notice(&screens), None);
    screens.keys("あ");
    assert_eq!(notice(&screens), Some("screens-input-method-is-on"));
}

#[test]
fn the_hours_begin_at_the_busiest() {
    let mut screens = home();
    screens.press(KeyCode::F(3)).press(KeyCode::Right);
    assert_eq!((screens.model.time.view, screens.model.time.row), (TimeView::Hours, 9));
    screens.press(KeyCode::Left);
    assert_eq!((screens.model.time.view, screens.model.time.row), (TimeView::Tasks, 0));
}

#[test]
fn tabs_are_reached_by_number_by_tab_and_by_mouse() {
    let mut screens = home();
    screens.keys("４");
    assert_eq!(screens.model.tab, Tab::Effect);
    screens.press(KeyCode::Tab).press(KeyCode::Tab);
    assert_eq!(screens.model.tab, Tab::Output);
    screens.press(KeyCode::Tab);
    assert_eq!(screens.model.tab, Tab::Home);
    screens.press(KeyCode::BackTab);
    assert_eq!(screens.model.tab, Tab::Output);
    let first_row = screens.draw(80, 24).rows().remove(0);
    let before = first_row.split_once("3 時間").unwrap().0;
    let click = |row| {
        Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: u16::try_from(yutori::screens::text::width(before)).unwrap(),
            row,
            modifiers: KeyModifiers::NONE,
        })
    };
    screens.event(&click(5));
    assert_eq!(screens.model.tab, Tab::Output);
    screens.event(&click(0));
    assert_eq!(screens.model.tab, Tab::Time);
}

#[test]
fn enter_at_home_does_the_next_step() {
    let mut screens = of(fixture::book(Vec::new()));
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::FormText);
    let mut screens = of(fixture::book(vec![fixture::before()]));
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.tab, Tab::Issues);
    let mut screens = home();
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.tab, Tab::Effect);
}

#[test]
fn a_command_can_be_chosen_by_its_name() {
    let mut screens = home();
    screens.press(KeyCode::F(12)).keys("書き").press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::FormText);
    assert!(screens.draw(80, 24).text().contains("さくら苑.xlsx"));
}

#[test]
fn a_name_that_no_command_has_chooses_nothing() {
    let mut screens = home();
    screens.keys(":zzz").press(KeyCode::Down).press(KeyCode::Enter);
    assert_eq!(
        (screens.effects.as_slice(), screens.model.context()),
        (&[][..], Context::Home)
    );
}

#[test]
fn only_the_press_of_a_key_counts() {
    let mut screens = home();
    for kind in [KeyEventKind::Release, KeyEventKind::Repeat] {
        let key = KeyEvent::new_with_kind(KeyCode::Char('4'), KeyModifiers::NONE, kind);
        screens.event(&Event::Key(key));
        assert_eq!(screens.model.tab, Tab::Home);
    }
}

#[test]
fn pasted_text_enters_a_field_and_does_nothing_elsewhere() {
    let mut screens = home();
    screens.event(&Event::Paste("q4\n".to_owned()));
    assert_eq!((screens.effects.as_slice(), screens.model.tab), (&[][..], Tab::Home));
    screens
        .keys("i")
        .event(&Event::Paste("\"C:\\調査 票\"\r\n".to_owned()))
        .press(KeyCode::Enter);
    let [Effect::Run(Job::Import { paths, .. })] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert_eq!(paths, &[PathBuf::from("C:\\調査 票")]);
}

#[test]
fn the_results_of_an_import_are_read_row_by_row() {
    let mut screens = home();
    let finding = fixture::import();
    let rows: usize = finding
        .files
        .iter()
        .map(|file| 1 + file.notes.len() + file.problems.len())
        .sum();
    screens.happen(Action::Done(Outcome::Imported(
        Box::new(finding),
        Box::new(fixture::home()),
    )));
    screens.press(KeyCode::End);
    assert!(
        matches!(screens.model.layers.last(), Some(yutori::screens::model::Layer::Results(_, row)) if row + 1 == rows)
    );
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Home);
}

#[test]
fn after_a_refused_import_the_answers_can_be_tried_again() {
    let mut screens = home();
    let imported = |written| {
        let finding = ImportFinding {
            written,
            ..fixture::import()
        };
        Action::Done(Outcome::Imported(Box::new(finding), Box::new(fixture::home())))
    };
    screens.keys("i調査票").press(KeyCode::Enter).happen(imported(false));
    assert_eq!(screens.model.context(), Context::Results);
    screens.press(KeyCode::Esc).press(KeyCode::Enter);
    assert_eq!(screens.effects.len(), 1, "the path is still there");
    screens.happen(imported(true)).press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Home);
}

#[test]
fn a_view_is_reached_by_its_number_in_half_and_full_width_and_by_the_arrows() {
    for number in ["v2", "v２", "ｖ２"] {
        let mut screens = home();
        screens.keys("3").keys(number);
        assert_eq!(
            (screens.model.time.view, screens.model.context()),
            (TimeView::Hours, Context::Time)
        );
        assert_eq!(screens.model.time.row, 9, "the busiest hour");
    }
    let mut screens = home();
    screens
        .keys("3")
        .ctrl('g')
        .press(KeyCode::Down)
        .press(KeyCode::Down)
        .press(KeyCode::Enter);
    assert_eq!(screens.model.time.view, TimeView::People);
    screens.keys("v").press(KeyCode::Esc);
    assert_eq!(
        (screens.model.time.view, screens.model.context()),
        (TimeView::People, Context::Time)
    );
}

#[test]
fn a_number_that_no_view_has_is_told_and_nothing_changes() {
    let mut screens = home();
    screens.keys("3vz");
    assert_eq!(
        (screens.model.context(), notice(&screens)),
        (Context::Views, Some("views-no-such-number"))
    );
}
