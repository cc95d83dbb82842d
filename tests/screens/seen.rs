//! 課題, 見える化: the survey by viewpoint, position, unit and round.

use ratatui::crossterm::event::KeyCode;
use yutori::screens::Theme;
use yutori::screens::model::Context;

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::keep;
use super::sample::sample;

fn look(name: &str, screens: &Screens) {
    for (columns, rows) in [(80, 24), (120, 40)] {
        keep(&format!("{name}-{columns}x{rows}"), &screens.draw(columns, rows).both());
    }
}

/// On the view, the sample home open.
fn survey(theme: Theme) -> Screens {
    let mut screens = Screens::of(sample(), pen(theme));
    screens.keys("2");
    assert_eq!(screens.model.context(), Context::IssueSurvey);
    screens
}

#[test]
fn nobody_has_answered() {
    let mut screens = Screens::of(fixture::book(Vec::new()), pen(Theme::NoColour));
    screens.keys("2");
    look("seen-empty", &screens);
}

#[test]
fn by_viewpoint() {
    look("seen-viewpoints", survey(Theme::Default).press(KeyCode::Down));
    look("seen-viewpoints-no-colour", &survey(Theme::NoColour));
}

#[test]
fn floor_against_management() {
    look("seen-positions", survey(Theme::NoColour).keys("s"));
}

#[test]
fn by_unit() {
    look("seen-units", survey(Theme::NoColour).keys("ss"));
}

#[test]
fn two_rounds() {
    let mut screens = survey(Theme::NoColour);
    screens.keys("sss");
    for _ in 0..4 {
        screens.press(KeyCode::Down);
    }
    look("seen-rounds", &screens);
}

#[test]
fn statements_open_and_close_and_the_chosen_viewpoint_stays() {
    let mut screens = survey(Theme::NoColour);
    screens.keys("s").press(KeyCode::Down).press(KeyCode::Enter);
    look("seen-statements", &screens);
    assert!(screens.draw(80, 24).text().contains("5a  同じ連絡を"));
    screens.press(KeyCode::Down).press(KeyCode::Esc);
    assert_eq!(screens.model.issues.survey.row, 1);
    assert_eq!(screens.model.issues.survey.inside, None);
}

#[test]
fn the_round_turns_with_w_and_a_unit_of_two_shows_no_figure_in_either() {
    let mut screens = survey(Theme::NoColour);
    screens.keys("ss");
    for label in ["取組後①", "取組前", "取組後①"] {
        let drawn = screens.draw(80, 24).text();
        assert!(drawn.contains(label), "{drawn}");
        let row = drawn.lines().find(|line| line.trim_start().starts_with("3階")).unwrap();
        let figures = row.trim_start().trim_start_matches("3階");
        assert!(!figures.contains(|letter: char| letter.is_ascii_digit()), "{row}");
        screens.keys("w");
    }
    screens.press(KeyCode::Enter);
    assert!(screens.model.notice.is_some());
}
