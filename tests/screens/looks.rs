//! Every screen at 80x24 and 120x40, with and without colour.

use ratatui::crossterm::event::KeyCode;
use yutori::screens::action::Action;
use yutori::screens::desk::{Outcome, Progress};
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};

use super::canvas::{Screens, pen};
use super::fixture;

/// Compares with the picture kept in `tests/snapshots`.
pub fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

fn home(theme: Theme) -> Screens {
    Screens::of(fixture::home(), pen(theme))
}

/// Both sizes: letters with colour, letters and marks without.
pub fn look(name: &str, screens: impl Fn(Theme) -> Screens) {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let coloured = screens(Theme::Default).draw(columns, rows);
        keep(&format!("{name}-{columns}x{rows}"), &coloured.both());
        let plain = screens(Theme::NoColour).draw(columns, rows);
        keep(&format!("{name}-{columns}x{rows}-no-colour"), &plain.both());
    }
}

#[test]
fn start_page() {
    look("start", |theme| Screens::start(pen(theme)));
}

#[test]
fn home_of_a_new_book() {
    look("home-empty", |theme| Screens::of(fixture::book(Vec::new()), pen(theme)));
}

#[test]
fn home_before_the_improvement() {
    look("home-before", |theme| {
        Screens::of(fixture::book(vec![fixture::before()]), pen(theme))
    });
}

#[test]
fn home_before_and_after() {
    look("home", home);
}

#[test]
fn times_by_task() {
    look("time-tasks", |theme| {
        let mut screens = home(theme);
        screens.keys("3").press(KeyCode::Down);
        screens
    });
}

#[test]
fn times_by_task_at_night_scaled() {
    look("time-tasks-night", |theme| {
        let mut screens = home(theme);
        screens.keys("3wpps").press(KeyCode::End);
        screens
    });
}

#[test]
fn times_by_hour() {
    look("time-hours", |theme| {
        let mut screens = home(theme);
        screens.keys("3").press(KeyCode::Right);
        screens
    });
}

#[test]
fn times_by_person() {
    look("time-people", |theme| {
        let mut screens = home(theme);
        screens.keys("3ll").press(KeyCode::Down);
        screens
    });
}

#[test]
fn sheets_with_their_quality() {
    look("time-sheets", |theme| {
        let mut screens = home(theme);
        screens.keys("3lllw");
        screens
    });
}

#[test]
fn list_of_views() {
    look("time-views", |theme| {
        let mut screens = home(theme);
        screens.keys("3v").press(KeyCode::Down);
        screens
    });
}

#[test]
fn effect_of_an_indicator_that_fell() {
    look("effect", |theme| {
        let mut screens = home(theme);
        screens.keys("4");
        screens
    });
}

#[test]
fn effect_of_an_indicator_without_a_shown_difference() {
    look("effect-not-shown", |theme| {
        let mut screens = home(theme);
        screens.keys("4").press(KeyCode::End);
        screens
    });
}

#[test]
fn reports() {
    look("output", |theme| {
        let mut screens = home(theme);
        screens.keys("7").press(KeyCode::Down);
        screens
    });
}

#[test]
fn import_form() {
    look("form-import", |theme| {
        let mut screens = home(theme);
        screens
            .press(KeyCode::F(5))
            .keys("調査票/取組前")
            .press(KeyCode::Tab)
            .press(KeyCode::Right);
        screens
    });
}

#[test]
fn export_form_and_its_question() {
    let asked = |theme| {
        let mut screens = home(theme);
        screens.keys("7").press(KeyCode::Down).press(KeyCode::Enter);
        screens
    };
    look("form-export", asked);
    look("confirm-export", |theme| {
        let mut screens = asked(theme);
        screens.press(KeyCode::Enter);
        screens
    });
}

#[test]
fn import_at_work() {
    look("busy", |theme| {
        let mut screens = home(theme);
        screens.keys("i調査票").press(KeyCode::Enter);
        screens.happen(Action::Progress(Progress {
            done: 23,
            total: 60,
            at: "調査票/取組前/S005_6月2日.xlsx".to_owned(),
        }));
        screens
    });
}

#[test]
fn faults_of_an_import() {
    look("results", |theme| {
        let mut screens = home(theme);
        screens.happen(Action::Done(Outcome::Imported(
            Box::new(fixture::import()),
            Box::new(fixture::home()),
        )));
        screens.press(KeyCode::Down).press(KeyCode::Down).press(KeyCode::Down);
        screens
    });
}

#[test]
fn a_problem() {
    look("problem", |theme| {
        let mut screens = home(theme);
        let failure = yutori::screens::desk::cancelled().at("調査票/取組前");
        screens.happen(Action::Done(Outcome::Failed(failure)));
        screens
    });
}

#[test]
fn help() {
    look("help", |theme| {
        let mut screens = home(theme);
        screens.keys("?");
        screens
    });
}

#[test]
fn palette() {
    look("palette", |theme| {
        let mut screens = home(theme);
        screens.keys("：台帳").press(KeyCode::Down);
        screens
    });
}

#[test]
fn english() {
    let english = || Pen::new(Text::new(Lang::En), Theme::NoColour, false);
    let mut screens = Screens::of(fixture::home(), english());
    keep("english-home-80x24", &screens.draw(80, 24).text());
    screens.keys("4");
    keep("english-effect-80x24", &screens.draw(80, 24).text());
    screens.keys("3ll");
    keep("english-people-80x24", &screens.draw(80, 24).text());
    screens.keys("l");
    keep("english-sheets-80x24", &screens.draw(80, 24).text());
    screens.keys("?");
    keep("english-help-120x40", &screens.draw(120, 40).text());
}

#[test]
fn high_contrast() {
    let mut screens = home(Theme::HighContrast);
    screens.keys("4");
    keep("high-contrast-effect-80x24", &screens.draw(80, 24).both());
}

#[test]
fn plain_symbols() {
    let plain = Pen::new(Text::new(Lang::Ja), Theme::NoColour, true);
    let mut screens = Screens::of(fixture::home(), plain);
    keep("plain-home-80x24", &screens.draw(80, 24).text());
    screens.keys("4");
    keep("plain-effect-80x24", &screens.draw(80, 24).text());
}

#[test]
fn too_small() {
    keep("too-small-59x20", &home(Theme::NoColour).draw(59, 20).text());
    let mut screens = home(Theme::NoColour);
    keep("smallest-60x20", &screens.draw(60, 20).text());
    screens.keys("4").press(KeyCode::Down);
    keep("smallest-effect-60x20", &screens.draw(60, 20).text());
    screens.keys("3lll");
    keep("smallest-sheets-60x20", &screens.draw(60, 20).text());
}
