//! The pictures of 時間: how each looks with the sheets of the sample home, and what their keys do.

use std::sync::OnceLock;

use ratatui::crossterm::event::KeyCode;
use yutori::screens::action::Action;
use yutori::screens::desk::{Outcome, Shown};
use yutori::screens::model::{Context, TimeView};
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};

use super::canvas::{Screens, pen};
use super::looks::{keep, look};
use super::sample::{sample, shown_of};

/// The sample home, read once.
fn home() -> Shown {
    static HOME: OnceLock<Shown> = OnceLock::new();
    HOME.get_or_init(sample).clone()
}

/// The sample home on 時間, with these keys pressed.
fn times(keys: &str, pen: Pen) -> Screens {
    let mut screens = Screens::of(home(), pen);
    screens.keys("3").keys(keys);
    screens
}

fn looks(name: &str, keys: &str) {
    look(&format!("picture-{name}"), |theme| times(keys, pen(theme)));
    let english = times(keys, Pen::new(Text::new(Lang::En), Theme::NoColour, true));
    keep(&format!("picture-{name}-english-80x24"), &english.draw(80, 24).text());
    keep(&format!("picture-{name}-english-120x40"), &english.draw(120, 40).text());
    let plain = times(keys, Pen::new(Text::new(Lang::Ja), Theme::NoColour, true));
    keep(&format!("picture-{name}-plain-80x24"), &plain.draw(80, 24).text());
}

#[test]
fn categories_before_and_after_by_day_and_by_night() {
    looks("categories", "v7");
}

#[test]
fn tasks_from_the_longest() {
    looks("pareto", "v8j");
}

#[test]
fn hours_by_tasks() {
    looks("heat", "v9");
}

#[test]
fn one_day_shift_by_shift() {
    looks("day", "v0");
}

#[test]
fn people_apart() {
    looks("spread", "v-j");
}

#[test]
fn a_line_to_find_a_row() {
    look("picture-find", |theme| times("/記録", pen(theme)));
}

fn shown(keys: &str) -> Screens {
    times(keys, pen(Theme::NoColour))
}

#[test]
fn the_colour_table_begins_at_the_fullest_field_of_work_and_moves_both_ways() {
    let mut screens = shown("v9");
    assert_eq!(screens.model.context(), Context::Heat);
    let (row, hour) = (screens.model.time.row, screens.model.pictures.hour);
    let said = |screens: &Screens| screens.draw(120, 40).rows().remove(5);
    let first = said(&screens);
    screens.keys(".");
    assert_eq!((screens.model.time.row, screens.model.pictures.hour), (row, hour + 1));
    assert_ne!(said(&screens), first);
    screens.ctrl_key(KeyCode::Left).press(KeyCode::Up);
    assert_eq!((screens.model.time.row, screens.model.pictures.hour), (row - 1, hour));
    screens.keys(&",".repeat(30));
    assert_eq!(screens.model.pictures.hour, 0);
    screens.keys(&".".repeat(30)).press(KeyCode::End);
    assert_eq!(screens.model.pictures.hour, 23);
    assert!(said(&screens).contains("未記入"), "{}", said(&screens));
}

#[test]
fn every_field_of_the_colour_table_can_be_read_without_colour() {
    let text = shown("v9").draw(120, 40).text();
    let row = text.lines().find(|row| row.contains("11 記録")).unwrap();
    let fields: Vec<&str> = row.split_whitespace().skip(2).collect();
    let number = |field: &str| field.trim_start_matches([':', '+', '*', '#']).parse::<u32>().ok();
    assert!(fields.iter().filter_map(|field| number(field)).count() > 10, "{row}");
    assert!(fields.iter().any(|field| field.starts_with('+')), "{row}");
}

#[test]
fn a_night_shift_that_began_the_day_before_is_shown_with_its_rest() {
    let mut screens = shown("v0");
    assert_eq!(screens.model.context(), Context::Day);
    assert!(!screens.draw(80, 24).text().contains("前の日から"));
    screens.keys(".");
    let text = screens.draw(80, 24).text();
    assert!(text.contains("（前の日からの続き）"), "{text}");
    let first = text.lines().find(|row| row.starts_with(" A  <")).unwrap();
    assert!(first.contains('B') || first.contains('A'), "{first}");
}

#[test]
fn the_date_moves_within_the_survey_and_is_kept_for_each_survey() {
    let mut screens = shown("v0");
    let date = |screens: &Screens| screens.model.pictures.day(screens.model.time.wave).unwrap().date;
    let first = date(&screens);
    screens.keys(",");
    assert_eq!(date(&screens), first, "nothing before the first");
    screens.keys("..");
    let third = date(&screens);
    assert!(third > first);
    screens.keys("w");
    assert!(date(&screens) < first, "the survey before");
    screens.keys("w");
    assert_eq!(date(&screens), third);
    screens.keys(&".".repeat(20));
    assert_eq!(date(&screens), first.checked_add_days(chrono::Days::new(4)).unwrap());
}

#[test]
fn nobody_can_be_told_in_the_views_of_people_apart_and_of_a_day() {
    for keys in ["v0", "v0.", "v-", "v-j"] {
        let text = shown(keys).draw(120, 40).text();
        assert!(!text.contains("S0"), "{keys}:\n{text}");
    }
}

#[test]
fn two_people_are_not_shown_apart() {
    let mut holdings = (*home().holdings).clone();
    let mut staff: Vec<_> = holdings.sheets.iter().map(|(_, sheet)| sheet.staff.clone()).collect();
    staff.sort();
    staff.dedup();
    holdings.sheets.retain(|(_, sheet)| staff[..2].contains(&sheet.staff));
    let mut screens = Screens::of(shown_of(holdings), pen(Theme::NoColour));
    screens.keys("3v-");
    let text = screens.draw(80, 24).text();
    assert!(text.contains("3人に満たない") && !text.contains('['), "{text}");
}

#[test]
fn the_categories_begin_at_the_largest_change_and_tell_it_by_sign_and_word() {
    let mut screens = shown("v7");
    assert!(
        screens
            .draw(80, 24)
            .text()
            .contains("「間接業務」の割合は、前 38.0% → 後 34.0% -4.0 減")
    );
    screens.press(KeyCode::End);
    assert!(screens.draw(80, 24).text().contains("「未記入」の割合は"));
}

#[test]
fn a_task_is_found_by_its_name_or_number_and_esc_goes_back() {
    let mut screens = shown("/きろく");
    assert!(screens.draw(80, 24).text().contains("見つかりません"));
    screens.ctrl('u').keys("記録");
    let found = screens.model.time.row;
    assert!(found > 0);
    screens.press(KeyCode::Enter);
    assert_eq!(
        (screens.model.context(), screens.model.time.row),
        (Context::Tasks, found)
    );
    screens.keys("/１３");
    assert_eq!(screens.model.time.row, found + 2);
    screens.press(KeyCode::Esc);
    assert_eq!(
        (screens.model.context(), screens.model.time.row),
        (Context::Tasks, found)
    );
}

#[test]
fn down_goes_to_the_next_row_that_holds_it_and_round_the_end() {
    let mut screens = shown("v4/2026-02-03");
    let first = screens.model.time.row;
    let sheets: Vec<String> = screens
        .model
        .sheets()
        .iter()
        .map(|sheet| sheet.date.to_string())
        .collect();
    assert_eq!(sheets[first], "2026-02-03");
    let all = sheets.iter().filter(|date| *date == "2026-02-03").count();
    assert!(all > 2);
    screens.press(KeyCode::Down);
    assert_ne!(screens.model.time.row, first);
    screens.press(KeyCode::Up);
    assert_eq!(screens.model.time.row, first);
    for _ in 0..all {
        screens.press(KeyCode::Down);
        assert_eq!(sheets[screens.model.time.row], "2026-02-03");
    }
    assert_eq!(screens.model.time.row, first);
}

#[test]
fn a_person_is_found_by_code_and_a_day_by_its_date() {
    let mut screens = shown("v3/ｓ０３");
    assert!(screens.model.time.row > 0);
    assert_eq!(
        screens.model.wave().unwrap().staff_minutes[screens.model.time.row].staff,
        "S03"
    );
    screens.press(KeyCode::Enter).keys("v0/2月4日");
    let day = |screens: &Screens| screens.model.pictures.day(1).unwrap().date.to_string();
    assert_eq!(day(&screens), "2026-02-04");
    screens.press(KeyCode::Esc);
    assert_eq!(
        (screens.model.time.view, day(&screens).as_str()),
        (TimeView::Day, "2026-02-02")
    );
}

#[test]
fn the_pictures_follow_the_book() {
    let mut screens = shown("v9");
    let mut holdings = (*home().holdings).clone();
    holdings.sheets.clear();
    let empty = shown_of(holdings);
    screens.happen(Action::Done(Outcome::Applied(Box::new(empty))));
    assert!(screens.model.pictures.heat(1).is_none());
    screens.draw(80, 24);
    screens.happen(Action::Done(Outcome::Applied(Box::new(home()))));
    screens.keys("w");
    assert!(screens.draw(80, 24).text().contains("時台の"));
}

#[test]
fn a_view_without_rows_of_words_says_that_nothing_can_be_found_there() {
    let screens = shown("v2/");
    assert_eq!(screens.model.context(), Context::Time);
    assert!(screens.draw(80, 24).text().contains("この見方では探せません"));
}

#[test]
fn the_cursor_stands_in_the_line_to_find() {
    let mut screens = shown("/");
    let (start, row) = screens.draw(80, 24).cursor.unwrap();
    screens.keys("記録");
    assert_eq!(screens.draw(80, 24).cursor, Some((start + 4, row)));
    assert_eq!(row, 21);
}
