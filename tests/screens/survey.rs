//! The board of a survey on the screens: how it looks, what its keys do, and the question about names.

use std::sync::OnceLock;

use chrono::NaiveDate;
use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::failure::{Exit, Failure};
use yutori::office::{Minutes, Span, StaffCode, Unit};
use yutori::phrase::phrase;
use yutori::report::blank::BlankOrder;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown, SurveyWork};
use yutori::screens::model::{Context, TimeView};
use yutori::screens::update::Effect;
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};
use yutori::worktime::{Participant, Survey, Wave};

use super::canvas::{Screens, pen};
use super::sample;

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn code(text: &str) -> StaffCode {
    StaffCode::parse(text).unwrap()
}

/// The sample home with a plan of its second survey: thirteen people, five days and a Saturday for one of them.
fn planned() -> Shown {
    // Its statistics are worked out once for all stories.
    static PLANNED: OnceLock<Shown> = OnceLock::new();
    PLANNED.get_or_init(plan_of_sample).clone()
}

fn plan_of_sample() -> Shown {
    let mut holdings = (*sample::sample().holdings).clone();
    let person = |number: u32| Participant {
        unit: Unit::parse(if number < 7 { "1階" } else { "2階" }).ok(),
        scheduled: Span::of_clock(510, 1050).ok(),
        ..Participant::of(code(&format!("S{number:02}")))
    };
    let mut survey = Survey::of((2..=6).map(|date| day(2, date)), (2..=14).map(person));
    survey.turn_day(&code("S03"), day(2, 4));
    survey.turn_day(&code("S14"), day(2, 14));
    holdings.surveys.push((Wave::After(1), survey));
    sample::shown_of(holdings)
}

/// The board, reached as a person reaches it.
fn board(theme: Theme) -> Screens {
    at_board(Screens::of(planned(), pen(theme)))
}

fn at_board(mut screens: Screens) -> Screens {
    screens.view(TimeView::Board);
    screens
}

/// The plan that a change of the book brings.
fn plan_of(effects: &[Effect]) -> (Wave, Survey) {
    let [Effect::Run(Job::Apply(Occasion::SurveyPlanned(wave), changes))] = effects else {
        panic!("{effects:?}");
    };
    let [Change::SurveyPlanned { after: Some(after), .. }] = changes.as_slice() else {
        panic!("{changes:?}");
    };
    (*wave, (**after).clone())
}

#[test]
fn the_board_tells_every_sheet_by_sign_and_word() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let name = format!("survey-board-{columns}x{rows}");
        keep(&name, &board(Theme::Default).draw(columns, rows).both());
        let plain = board(Theme::NoColour).draw(columns, rows).both();
        keep(&format!("{name}-no-colour"), &plain);
    }
    let mut small = board(Theme::Default);
    small.press(KeyCode::End).press(KeyCode::Right);
    keep("survey-board-60x20", &small.draw(60, 20).text());
}

#[test]
fn the_board_can_be_drawn_with_plain_symbols_and_in_english() {
    let plain = Pen::new(Text::new(Lang::Ja), Theme::NoColour, true);
    let drawn = at_board(Screens::of(planned(), plain)).draw(80, 24).text();
    assert!(!drawn.contains(['○', '△', '×', '─']), "{drawn}");
    keep("survey-board-plain-80x24", &drawn);
    let english = Pen::new(Text::new(Lang::En), Theme::Default, false);
    keep(
        "survey-board-english-80x24",
        &at_board(Screens::of(planned(), english)).draw(80, 24).text(),
    );
}

#[test]
fn days_without_a_year_are_those_of_the_sheets_of_the_wave() {
    let mut shown = sample::sample();
    shown.today = day(11, 20);
    let mut screens = at_board(Screens::of(shown, pen(Theme::Default)));
    screens
        .press(KeyCode::Enter)
        .keys("2/2-2/6")
        .press(KeyCode::Enter)
        .press(KeyCode::Enter);
    let (wave, survey) = plan_of(&screens.effects);
    assert_eq!(wave, Wave::After(1));
    assert_eq!(survey.dates, (2..=6).map(|date| day(2, date)).collect::<Vec<_>>());
}

#[test]
fn the_keys_needed_most_stand_in_the_hint_bar_at_80_columns() {
    let hints = |screens: &Screens| {
        screens
            .draw(80, 24)
            .text()
            .lines()
            .last()
            .unwrap_or_default()
            .to_owned()
    };
    let planned = hints(&board(Theme::Default));
    for key in ["Enter ", "Space ", "v ", "m ", "? ", "q "] {
        assert!(planned.contains(key), "{key}: {planned}");
    }
    let home = hints(&Screens::of(sample::sample(), pen(Theme::Default)));
    assert!(home.contains(" r "), "{home}");
}

#[test]
fn days_that_do_not_fit_are_reached_with_the_arrow_keys() {
    let mut shown = planned();
    let board = &mut shown.boards[0];
    board.days = (0..28).map(|add| day(2, 1) + chrono::Days::new(add)).collect();
    for row in &mut board.rows {
        let last = *row.sheets.last().unwrap();
        row.sheets = board
            .days
            .iter()
            .map(|date| yutori::report::finding::BoardCell { date: *date, ..last })
            .collect();
    }
    let mut screens = at_board(Screens::of(shown, pen(Theme::Default)));
    assert!(!screens.draw(80, 24).text().contains("2/28"));
    for _ in 0..40 {
        screens.press(KeyCode::Right);
    }
    let text = screens.draw(80, 24).text();
    assert!(
        text.contains("2/28") && text.contains("2026年2月28日") && !text.contains(" 2/1 "),
        "{text}"
    );
    for row in text.lines() {
        assert!(yutori::screens::text::width(row) <= 80, "{row}");
    }
}

#[test]
fn a_wave_without_a_plan_says_how_to_plan_it() {
    let mut screens = board(Theme::Default);
    screens.keys("w").keys("w");
    let text = screens.draw(80, 24).text();
    assert!(
        text.contains("[取組前]") && text.contains("まだ予定していません"),
        "{text}"
    );
    screens.press(KeyCode::Enter);
    let text = screens.draw(80, 24).text();
    // The people of the sheets are offered.
    assert!(text.contains("S01 S02 S03"), "{text}");
    keep("survey-plan-form-80x24", &text);
    screens.keys("10/6~10/8、10/10").press(KeyCode::Enter);
    let (wave, survey) = plan_of(&screens.effects);
    assert_eq!((wave, survey.dates.len(), survey.people.len()), (Wave::Before, 4, 12));
    assert_eq!(survey.dates[0], NaiveDate::from_ymd_opt(2025, 10, 6).unwrap());
}

#[test]
fn answers_that_will_not_do_are_pointed_at() {
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::F(8)).ctrl('u').press(KeyCode::Enter);
    assert!(screens.effects.is_empty());
    assert!(screens.draw(80, 24).text().contains("! 調査の日を入れてください"));
    screens.keys("2/31").press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("2/31"));
    screens
        .ctrl('u')
        .keys("2/2")
        .press(KeyCode::Tab)
        .ctrl('u')
        .press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("! 調査に出る人"));
}

#[test]
fn space_turns_a_day_of_one_person_off_and_on() {
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::Down).keys(" ");
    let (_, survey) = plan_of(&screens.effects);
    assert_eq!(survey.days_of(survey.person(&code("S03")).unwrap()).len(), 3);
    assert_eq!(survey.days_of(survey.person(&code("S02")).unwrap()).len(), 5);
    // S01 has sheets and no plan: its row is the last, and Space puts it into the plan for that day.
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::End).keys(" ");
    let (_, survey) = plan_of(&screens.effects);
    assert_eq!(survey.person(&code("S01")).unwrap().dates, Some(vec![day(2, 2)]));
}

#[test]
fn people_are_added_changed_and_taken_out() {
    let mut screens = board(Theme::Default);
    screens
        .keys("a")
        .keys("Ｎ１")
        .press(KeyCode::Down)
        .keys("看護職員")
        .press(KeyCode::Down);
    screens
        .press(KeyCode::Down)
        .ctrl('u')
        .keys("16:30-9:30")
        .press(KeyCode::Enter);
    let (_, survey) = plan_of(&screens.effects);
    let added = survey.person(&code("N1")).unwrap();
    assert_eq!(added.scheduled.map(Span::minutes), Some(Minutes(1020)));
    // The unit is that of the person beside whom somebody was added.
    assert_eq!(added.unit.as_ref().map(Unit::as_str), Some("1階"));
    assert_eq!(survey.people.len(), 14);
    let mut screens = board(Theme::Default);
    screens
        .keys("c")
        .press(KeyCode::Down)
        .press(KeyCode::Down)
        .ctrl('u')
        .keys("3階")
        .press(KeyCode::Enter);
    let (_, survey) = plan_of(&screens.effects);
    assert_eq!(
        survey.person(&code("S02")).unwrap().unit.as_ref().map(Unit::as_str),
        Some("3階")
    );
    assert_eq!(survey.people.len(), 13);
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::Delete);
    assert!(plan_of(&screens.effects).1.person(&code("S02")).is_none());
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::End).press(KeyCode::Delete);
    assert!(screens.effects.is_empty());
    assert!(screens.draw(80, 24).text().contains("S01は予定に入っていません"));
}

#[test]
fn a_name_in_a_plan_is_pointed_out() {
    let mut screens = board(Theme::Default);
    screens.keys("a").keys("山田太郎").press(KeyCode::Enter);
    screens.happen(Action::Done(Outcome::Applied(Box::new(planned()))));
    assert!(screens.draw(80, 24).text().contains("「山田太郎」は名前のように"));
}

#[test]
fn enter_on_a_sheet_that_is_there_opens_it() {
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Keying);
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("S02") && drawn.contains("2月2日"), "{drawn}");
}

#[test]
fn enter_on_a_sheet_that_is_owed_begins_to_key_it_in() {
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::Right).press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::KeyingHead);
    let drawn = screens.draw(80, 24).text();
    assert!(
        drawn.contains("S02") && drawn.contains("2026-02-03") && drawn.contains("取組後①"),
        "{drawn}"
    );
    assert!(screens.effects.is_empty());
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Board);
}

#[test]
fn papers_are_written_only_after_a_question() {
    let mut screens = board(Theme::Default);
    screens.keys("m").press(KeyCode::Enter);
    assert!(screens.effects.is_empty());
    assert_eq!(screens.model.context(), Context::Confirm);
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Survey(SurveyWork::Reminders { wave, path }))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert_eq!(*wave, Wave::After(1));
    assert!(path.ends_with("さくら苑-after1-reminders.xlsx"), "{path:?}");
    let mut screens = board(Theme::Default);
    screens
        .keys("b")
        .press(KeyCode::Right)
        .press(KeyCode::Down)
        .keys("S02 S03");
    screens.press(KeyCode::Down).keys("2/9").press(KeyCode::Enter);
    keep("survey-blank-confirm-80x24", &screens.draw(80, 24).text());
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Survey(SurveyWork::Blank(order)))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    let BlankOrder {
        staff, dates, one_book, ..
    } = order;
    assert_eq!(
        (staff.as_deref().map(<[_]>::len), dates.as_slice(), *one_book),
        (Some(2), &[day(2, 9)][..], true)
    );
    let mut screens = board(Theme::Default);
    screens.ctrl('b').press(KeyCode::Left);
    keep("survey-blank-form-80x24", &screens.draw(80, 24).both());
    screens.press(KeyCode::Enter).press(KeyCode::F(2));
    assert!(
        matches!(screens.effects.as_slice(), [Effect::Run(Job::Survey(SurveyWork::CodeList(path)))] if path.extension().is_some_and(|ending| ending == "xlsx"))
    );
}

#[test]
fn an_import_with_names_asks_what_becomes_of_them() {
    let mut screens = board(Theme::Default);
    screens.press(KeyCode::F(5)).keys("調査票").press(KeyCode::Enter);
    assert!(matches!(screens.effects.as_slice(), [Effect::Run(Job::Import { .. })]));
    let found = Failure::new(Exit::Refused, phrase("import-names-found").with("staff", "山田太郎"));
    screens.happen(Action::Done(Outcome::Failed(found.clone())));
    keep("survey-names-80x24", &screens.draw(80, 24).both());
    screens.press(KeyCode::Enter);
    let [Effect::Run(Job::Survey(SurveyWork::Import { paths, key_file, .. }))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert_eq!(paths[0].to_string_lossy(), "調査票");
    assert!(key_file.as_ref().unwrap().ends_with("さくら苑-codes.csv"));
    screens.happen(Action::Done(Outcome::Failed(found)));
    screens.press(KeyCode::Esc).press(KeyCode::Right).press(KeyCode::Enter);
    assert!(matches!(
        screens.effects.as_slice(),
        [Effect::Run(Job::Survey(SurveyWork::Import { key_file: None, .. }))]
    ));
}
