//! The traps of a Japanese terminal, on every screen.

use ratatui::crossterm::event::KeyCode;
use ratatui::style::{Color, Modifier};
use yutori::report::finding::FileStatus;
use yutori::screens::action::Action;
use yutori::screens::desk::{Outcome, Shown, cancelled};
use yutori::screens::text::{is_ambiguous, width};
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};

use super::canvas::{Canvas, Screens, pen};
use super::fixture;

/// A name with everything that is drawn wrong somewhere.
const TRAP: &str = "ﾃﾞｲ①→±−Ⅱ…─ \u{1b}[31mか\u{3099}㎡";

/// The home with traps in every text that comes from outside.
fn trapped() -> Shown {
    let mut shown = fixture::home();
    let trap = || TRAP.to_owned();
    shown.path = TRAP.into();
    shown.can_undo = Some(trap());
    shown.summary.office.name = trap();
    shown.summary.night_hours = trap();
    for wave in &mut shown.summary.waves {
        wave.label = trap();
        for category in wave.categories.iter_mut().chain(&mut wave.periods.day.categories) {
            category.name = trap();
        }
        for task in wave.tasks.iter_mut().chain(&mut wave.periods.day.tasks) {
            task.name = trap();
        }
        for person in &mut wave.staff_minutes {
            person.staff = trap();
        }
    }
    let comparisons = &mut shown.effect.results[0];
    comparisons.from_label = trap();
    comparisons.to_label = trap();
    for finding in &mut comparisons.indicators {
        for text in [
            &mut finding.name,
            &mut finding.unit,
            &mut finding.difference_unit,
            &mut finding.why,
            &mut finding.sentence,
        ] {
            *text = trap();
        }
        finding.interval_kind = Some(trap());
    }
    for sheet in &mut shown.check.sheets {
        sheet.staff = trap();
        sheet.span = Some(trap());
        for problem in &mut sheet.problems {
            problem.message = trap();
            problem.place = Some(trap());
        }
    }
    shown
}

/// Every screen of a book, each named.
fn every_screen(shown: &Shown, pen: impl Fn() -> Pen) -> Vec<(String, Screens)> {
    let open = || Screens::of(shown.clone(), pen());
    let mut screens = vec![("start".to_owned(), Screens::start(pen()))];
    for keys in [
        "1", "3", "3v", "3v5", "3v6", "3v6G", "3v7", "3v8", "3v8G", "3v9", "3v0", "3v-", "3v^", "3/記", "3s", "3sp",
        "3l", "3ll", "3lll", "3lllw", "4", "4G", "7", "?", ":", ":あ", "i", "o", "n", "e",
    ] {
        let mut screen = open();
        screen.keys(keys);
        screens.push((keys.to_owned(), screen));
    }
    let mut choice = open();
    choice.keys("i").press(KeyCode::Tab).press(KeyCode::Right);
    screens.push(("choice".to_owned(), choice));
    let mut why = open();
    why.keys("4").press(KeyCode::Enter);
    screens.push(("why".to_owned(), why));
    let mut confirm = open();
    confirm.keys("7j").press(KeyCode::Enter).press(KeyCode::Enter);
    screens.push(("confirm".to_owned(), confirm));
    let mut busy = open();
    busy.keys("ia").press(KeyCode::Enter);
    screens.push(("busy".to_owned(), busy));
    let mut results = open();
    let mut finding = fixture::import();
    for file in &mut finding.files {
        TRAP.clone_into(&mut file.path);
        file.notes.push(TRAP.to_owned());
        if file.status == FileStatus::Refused {
            for problem in &mut file.problems {
                TRAP.clone_into(&mut problem.message);
                problem.place = Some(TRAP.to_owned());
                problem.hint = Some(TRAP.to_owned());
            }
        }
    }
    results.happen(Action::Done(Outcome::Imported(
        Box::new(finding),
        Box::new(shown.clone()),
    )));
    screens.push(("results".to_owned(), results));
    let mut problem = open();
    problem.happen(Action::Done(Outcome::Failed(cancelled().at(TRAP))));
    screens.push(("problem".to_owned(), problem));
    screens
}

fn all_cells(canvas: &Canvas) -> impl Iterator<Item = &ratatui::buffer::Cell> {
    canvas.buffer.content.iter()
}

#[test]
fn plain_screens_have_no_letter_of_disputed_width() {
    for lang in [Lang::Ja, Lang::En] {
        for (name, screens) in every_screen(&trapped(), || Pen::new(Text::new(lang), Theme::NoColour, true)) {
            for (columns, rows) in [(80, 24), (120, 40)] {
                let text = screens.draw(columns, rows).text();
                let disputed: Vec<char> = text.chars().filter(|letter| is_ambiguous(*letter)).collect();
                assert!(disputed.is_empty(), "{name}: {disputed:?} in\n{text}");
            }
        }
    }
}

#[test]
fn half_width_katakana_and_escapes_are_never_drawn() {
    for (name, screens) in every_screen(&trapped(), || pen(Theme::Default)) {
        let text = screens.draw(120, 40).text();
        assert!(
            !text.contains(|c| ('\u{ff61}'..='\u{ff9f}').contains(&c)),
            "{name}:\n{text}"
        );
        assert!(!text.contains('\u{1b}'), "{name}");
    }
    let drawn = Screens::of(trapped(), pen(Theme::Default)).draw(120, 40).text();
    assert!(drawn.contains("デイ①"), "{drawn}");
}

#[test]
fn every_row_is_as_wide_as_the_screen() {
    for shown in [trapped(), fixture::home()] {
        for (name, screens) in every_screen(&shown, || pen(Theme::Default)) {
            for row in screens.draw(80, 24).rows() {
                assert_eq!(width(&row), 80, "{name}: {row}");
            }
        }
    }
}

#[test]
fn every_size_of_every_screen_can_be_drawn() {
    let mut bare = fixture::home();
    for wave in &mut bare.summary.waves {
        wave.minutes = 0;
        wave.hours.clear();
        wave.categories.clear();
        wave.tasks.clear();
        wave.staff_minutes.clear();
    }
    bare.effect.results[0].indicators.clear();
    for shown in [fixture::home(), trapped(), bare, fixture::book(Vec::new())] {
        for (_, screens) in every_screen(&shown, || pen(Theme::Default)) {
            for (columns, rows) in [
                (1, 1),
                (20, 5),
                (60, 20),
                (61, 21),
                (77, 23),
                (133, 20),
                (60, 50),
                (200, 60),
            ] {
                let canvas = screens.draw(columns, rows);
                assert_eq!(canvas.rows().len(), usize::from(rows));
            }
        }
    }
}

#[test]
fn without_colour_no_cell_has_one() {
    for (name, screens) in every_screen(&fixture::home(), || pen(Theme::NoColour)) {
        let canvas = screens.draw(80, 24);
        assert!(
            all_cells(&canvas).all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
            "{name}"
        );
    }
}

#[test]
fn without_colour_the_choice_is_seen() {
    for (name, screens) in every_screen(&fixture::home(), || pen(Theme::NoColour)) {
        let canvas = screens.draw(80, 24);
        // Lists, choices and tabs are reversed; pages that only ask a question or tell something have nothing to choose.
        assert!(
            name == ":あ" || all_cells(&canvas).any(|cell| cell.modifier.contains(Modifier::REVERSED)),
            "{name}"
        );
    }
}

#[test]
fn the_cursor_stands_where_the_next_letter_goes() {
    let mut screens = Screens::of(fixture::home(), pen(Theme::Default));
    assert_eq!(screens.draw(80, 24).cursor, None);
    let cursor = |screens: &Screens| screens.draw(80, 24).cursor.unwrap();
    screens.keys("i");
    let (start, row) = cursor(&screens);
    screens.keys("調査票a");
    assert_eq!(cursor(&screens), (start + 7, row));
    screens.press(KeyCode::Left).press(KeyCode::Left);
    assert_eq!(cursor(&screens), (start + 4, row));
    screens.press(KeyCode::Home);
    assert_eq!(cursor(&screens), (start, row));
    screens.press(KeyCode::Tab);
    assert_eq!(screens.draw(80, 24).cursor, None, "a choice has no cursor");
}

#[test]
fn a_long_path_moves_so_that_its_end_is_seen() {
    let mut screens = Screens::of(fixture::home(), pen(Theme::Default));
    screens.keys("i");
    let (_, row) = screens.draw(80, 24).cursor.unwrap();
    screens.keys(&"長い名前の".repeat(20)).keys("末尾");
    let canvas = screens.draw(80, 24);
    let (column, same_row) = canvas.cursor.unwrap();
    assert_eq!(same_row, row);
    assert!(column < 80);
    assert!(canvas.rows()[usize::from(row)].contains("末尾"));
}

#[test]
fn letters_of_the_input_method_are_keys_on_a_page_and_letters_in_a_field() {
    let mut screens = Screens::of(fixture::home(), pen(Theme::Default));
    screens.keys("あ");
    assert!(screens.draw(80, 24).text().contains("日本語入力を切って"));
    screens.keys("ｉ").keys("ｉあ１");
    assert!(screens.draw(80, 24).text().contains("ｉあ１"));
}

#[test]
fn the_way_out_is_always_in_the_hint_bar() {
    for (name, screens) in every_screen(&fixture::home(), || pen(Theme::Default)) {
        for columns in [60, 80] {
            let last = screens.draw(columns, 24).rows().remove(23);
            assert!(last.contains("終わる"), "{name}: {last}");
        }
    }
}

#[test]
fn a_hint_that_names_a_command_is_followed_by_the_keys_for_it() {
    use yutori::failure::{Exit, Failure};
    use yutori::phrase::phrase;
    use yutori::screens::{action::Action, desk::Outcome};
    let shown = |key| {
        let mut screens = Screens::of(fixture::home(), pen(Theme::NoColour));
        let failure = Failure::new(Exit::Book, phrase(key));
        screens.happen(Action::Done(Outcome::Failed(failure)));
        screens.draw(80, 24).text()
    };
    let keys = "この画面では、Esc で戻ってから";
    let text = shown("book-not-found");
    assert!(text.contains("yutori new") && text.contains(keys), "{text}");
    assert!(!shown("screens-cancelled").contains(keys));
}

#[test]
fn the_sentences_at_home_have_one_of_the_quality_of_care() {
    let text = Screens::of(fixture::home(), pen(Theme::NoColour)).draw(80, 24).text();
    assert!(text.contains("直接介護の割合は、前"), "{text}");
}

#[test]
fn the_effect_of_an_indicator_is_told_by_sign_and_word() {
    let mut screens = Screens::of(fixture::home(), pen(Theme::NoColour));
    screens.keys("4");
    let text = screens.draw(80, 24).text();
    for told in ["-26.0 減", "+3.2 増", "+ 改善", "= 差は示せない"] {
        assert!(text.contains(told), "{told} in\n{text}");
    }
}
