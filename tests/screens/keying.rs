//! Keying in a sheet: with how few keys, and what each key may do.

use std::sync::{Arc, LazyLock};

use ratatui::crossterm::event::{Event, KeyCode};
use yutori::book::{Change, Occasion};
use yutori::report::Holdings;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::editor::{Editor, SheetKind, open_at, open_plan};
use yutori::screens::model::{Context, Layer, TimeView};
use yutori::screens::text::is_ambiguous;
use yutori::screens::update::Effect;
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};
use yutori::worktime::keying::Mark;
use yutori::worktime::{ListNumber, Sheet, SheetKey, Wave};

use super::canvas::{Screens, pen};
use super::sample as home;

/// The sample home, read once.
pub fn sample() -> Shown {
    static SAMPLE: LazyLock<Shown> = LazyLock::new(home::sample);
    SAMPLE.clone()
}

/// The sample home with other holdings; only the editor looks at them, so the findings need not follow.
pub fn shown_of(mut holdings: Holdings) -> Shown {
    holdings.sheets.sort_by_key(|(wave, sheet)| sheet.key(*wave));
    Shown {
        holdings: Arc::new(holdings),
        ..sample()
    }
}

pub fn of(shown: Shown) -> Screens {
    Screens::of(shown, pen(Theme::NoColour))
}

/// The sample home without one sheet, and that sheet.
pub fn without(wave: Wave, staff: &str, date: &str) -> (Shown, Sheet) {
    let mut holdings = Holdings::clone(&sample().holdings);
    let place = holdings
        .sheets
        .iter()
        .position(|(of, sheet)| *of == wave && sheet.staff.as_str() == staff && sheet.date.to_string() == date)
        .unwrap();
    let (_, sheet) = holdings.sheets.remove(place);
    (shown_of(holdings), sheet)
}

pub fn editor(screens: &Screens) -> &Editor {
    match screens.model.layers.last() {
        Some(Layer::Editor(editor)) => editor,
        other => panic!("{other:?}"),
    }
}

/// An open editor on an empty day shift.
fn empty() -> Screens {
    let (shown, _) = without(Wave::After(1), "S01", "2026-02-02");
    let mut screens = of(shown);
    screens
        .keys("r")
        .press(KeyCode::Down)
        .press(KeyCode::Down)
        .keys("8:30-17:30")
        .press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Keying);
    screens
}

fn typed(screens: &mut Screens, lines: &[&str]) {
    for line in lines {
        screens.keys(line).press(KeyCode::Enter);
    }
}

fn written(screens: &Screens) -> Vec<String> {
    let sheet = editor(screens).draft.to_sheet(ListNumber::default());
    let cell = |cell: &yutori::worktime::Cell| {
        let shares: Vec<String> = cell
            .shares
            .iter()
            .map(|share| format!("{}:{}", share.0, share.1))
            .collect();
        format!("{} {}", yutori::office::clock(cell.start), shares.join(" "))
    };
    sheet.cells.iter().map(cell).collect()
}

fn key_of(shown: &Shown, staff: &str, date: &str) -> SheetKey {
    let found = shown
        .holdings
        .sheets
        .iter()
        .find(|(_, sheet)| sheet.staff.as_str() == staff && sheet.date.to_string() == date);
    let (wave, sheet) = found.unwrap();
    sheet.key(*wave)
}

/// The open editor on a sheet of the sample.
fn opened(staff: &str, date: &str) -> Screens {
    let mut screens = of(sample());
    let key = key_of(screens.model.shown.as_ref().unwrap(), staff, date);
    open_at(&mut screens.model, &key, None);
    screens
}

#[test]
fn what_the_input_method_types_is_read_too() {
    let mut screens = empty();
    typed(
        &mut screens,
        &["１１＊２", "１：６　７", "。", "１０：００ー１０：２０　３"],
    );
    assert_eq!(
        written(&screens),
        [
            "8:30 11:10",
            "8:40 11:10",
            "8:50 1:6 7:4",
            "9:00 1:6 7:4",
            "10:00 3:10",
            "10:10 3:10"
        ]
    );
}

#[test]
fn no_enter_writes_to_the_book() {
    let mut screens = empty();
    typed(&mut screens, &["11*54", "", "", "11"]);
    for _ in 0..5 {
        screens.press(KeyCode::Enter);
        assert_eq!(screens.effects, []);
    }
    assert!(screens.draw(80, 24).text().contains("最後のコマまで来ました"));
}

#[test]
fn a_line_that_will_not_do_stays_to_be_corrected() {
    let mut screens = empty();
    screens.keys("1:6 7:3").press(KeyCode::Enter);
    let drawn = screens.draw(80, 24);
    assert!(drawn.text().contains("あと1分足りません"), "{}", drawn.text());
    screens.press(KeyCode::Backspace).keys("4").press(KeyCode::Enter);
    assert_eq!(written(&screens), ["8:30 1:6 7:4"]);
}

#[test]
fn what_was_typed_can_be_taken_back_and_done_again() {
    let mut screens = empty();
    typed(&mut screens, &["11*3", "3"]);
    screens.press(KeyCode::F(6)).ctrl('z');
    assert_eq!((written(&screens).len(), editor(&screens).at), (0, Some(510)));
    screens.ctrl('y');
    assert_eq!((written(&screens).len(), editor(&screens).at), (3, Some(540)));
    screens.press(KeyCode::F(5));
    assert_eq!(written(&screens).len(), 54);
    screens.press(KeyCode::F(6));
    assert_eq!(written(&screens).len(), 3);
}

#[test]
fn a_block_that_arrives_as_keys_is_taken_line_by_line() {
    let mut screens = empty();
    for letter in "11\n1:6\t7:4\n\n3\n".chars() {
        match letter {
            '\n' => screens.press(KeyCode::Enter),
            '\t' => screens.press(KeyCode::Tab),
            letter => screens.press(KeyCode::Char(letter)),
        };
    }
    assert_eq!(written(&screens), ["8:30 11:10", "8:40 1:6 7:4", "9:00 3:10"]);
}

#[test]
fn a_pasted_block_is_taken_wholly_or_not_at_all() {
    let mut screens = empty();
    screens.event(&Event::Paste("11\r\n1:6\t7:4\r\n".to_owned()));
    assert_eq!(written(&screens), ["8:30 11:10", "8:40 1:6 7:4"]);
    screens.event(&Event::Paste("3\n99\n1:6\n".to_owned()));
    let drawn = screens.draw(80, 24).text();
    assert_eq!(screens.model.context(), Context::KeyingFaults);
    assert!(drawn.contains("2行目") && drawn.contains("3行目"), "{drawn}");
    assert_eq!(screens.model.notice, None, "nothing may say that something was pasted");
    screens.press(KeyCode::Enter);
    assert_eq!(written(&screens).len(), 2);
    screens.event(&Event::Paste("1:6\t7".to_owned())).press(KeyCode::Enter);
    assert_eq!(written(&screens)[2], "8:50 1:6 7:4");
}

#[test]
fn leaving_unsaved_work_asks_first() {
    let mut screens = empty();
    typed(&mut screens, &["11"]);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::KeyingLeave);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Keying);
    screens.ctrl('c');
    assert_eq!(
        (screens.effects.as_slice(), screens.model.context()),
        (&[][..], Context::KeyingLeave)
    );
    screens.press(KeyCode::Esc).press(KeyCode::F(1)).press(KeyCode::F(10));
    assert_eq!(
        (screens.effects.as_slice(), screens.model.context()),
        (&[][..], Context::KeyingLeave)
    );
    screens.ctrl('c');
    assert_eq!(screens.effects, [Effect::Quit]);
    screens.press(KeyCode::Esc).press(KeyCode::Esc).press(KeyCode::F(8));
    assert_eq!(
        (screens.effects.as_slice(), screens.model.context()),
        (&[][..], Context::Home)
    );
}

#[test]
fn what_has_not_changed_is_left_without_a_question() {
    let mut screens = opened("S01", "2026-02-02");
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Home);
}

#[test]
fn a_changed_sheet_replaces_the_one_in_the_book() {
    let mut screens = opened("S01", "2026-02-02");
    let before = editor(&screens).draft.to_sheet(ListNumber::default());
    typed(&mut screens, &["9:00-9:10 24"]);
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(_, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    let [
        Change::SheetReplaced {
            before: named, after, ..
        },
    ] = changes.as_slice()
    else {
        panic!("{changes:?}");
    };
    assert_eq!(**named, before);
    assert_eq!(after.cell_at(540).unwrap().shares[0].0.as_str(), "24");
}

#[test]
fn a_sheet_that_starts_at_another_time_moves_in_one_act() {
    let mut screens = opened("S01", "2026-02-02");
    screens
        .press(KeyCode::F(7))
        .press(KeyCode::Down)
        .keys("8:20-17:30")
        .press(KeyCode::Enter);
    assert_eq!(editor(&screens).draft.tally().unfilled.0, 10);
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(_, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert!(
        matches!(changes.as_slice(), [Change::SheetRemoved { .. }, Change::SheetRecorded { sheet, .. }] if sheet.starts_at() == 500)
    );
}

#[test]
fn a_new_sheet_of_a_shift_that_exists_leads_to_that_sheet() {
    let mut screens = of(sample());
    screens
        .keys("rS01")
        .press(KeyCode::Down)
        .keys("2026-02-02")
        .press(KeyCode::Down)
        .keys("8:30-17:30");
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::KeyingHead);
    assert!(screens.draw(80, 24).text().contains("もうあります"));
    screens.press(KeyCode::Enter);
    assert_eq!(editor(&screens).draft.tally().filled_slots, 54);
    assert!(!editor(&screens).is_unsaved());
}

#[test]
fn a_head_without_hours_or_code_is_asked_again() {
    let mut screens = of(shown_of(Holdings::empty(
        sample().holdings.founding.clone(),
        sample().holdings.catalog.clone(),
    )));
    screens.keys("r").press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("職員IDが読めません"));
    screens.keys("S77").press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("日付が読めません"));
    screens.keys("R7.10.6").press(KeyCode::Enter);
    assert!(screens.draw(80, 24).text().contains("勤務時間を入れてください"));
    screens.keys("22:00-7:00").press(KeyCode::Enter);
    assert_eq!(editor(&screens).draft.header().actual.unwrap().end(), 1860);
    assert_eq!(editor(&screens).draft.header().date.to_string(), "2025-10-06");
}

#[test]
fn the_head_of_a_new_sheet_follows_the_person() {
    let (shown, sheet) = without(Wave::After(1), "S05", "2026-02-04");
    let mut screens = of(shown);
    screens.keys("rS05").press(KeyCode::Enter);
    let header = editor(&screens).draft.header();
    assert_eq!(
        (header.date, &header.role, &header.unit),
        (sheet.date, &sheet.role, &sheet.unit)
    );
}

#[test]
fn the_day_that_is_offered_next_stays_when_an_earlier_one_is_missing_too() {
    let mut holdings = Holdings::clone(&sample().holdings);
    let is_kept = |sheet: &Sheet| !["2026-02-02", "2026-02-05"].contains(&sheet.date.to_string().as_str());
    holdings
        .sheets
        .retain(|(_, sheet)| sheet.staff.as_str() != "S01" || is_kept(sheet));
    let mut screens = of(shown_of(holdings));
    let key = key_of(screens.model.shown.as_ref().unwrap(), "S01", "2026-02-04");
    open_at(&mut screens.model, &key, None);
    typed(&mut screens, &["24"]);
    screens.press(KeyCode::F(2));
    let shown = screens.model.shown.clone().unwrap();
    screens.happen(Action::Done(Outcome::Applied(shown)));
    screens.press(KeyCode::Enter).press(KeyCode::Enter);
    let header = editor(&screens).draft.header();
    assert_eq!(
        (header.staff.as_str(), header.date.to_string().as_str()),
        ("S01", "2026-02-05")
    );
}

#[test]
fn values_of_the_head_are_completed_and_cycled_with_arrows() {
    let mut screens = of(sample());
    screens.keys("rS1").press(KeyCode::Right);
    assert!(screens.draw(80, 24).text().contains("S10"));
    screens
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::Right);
    assert!(
        screens.draw(80, 24).text().contains("S10"),
        "round the end of S10, S11, S12"
    );
    screens.press(KeyCode::Down).keys("28").press(KeyCode::Left);
    assert!(screens.draw(80, 24).text().contains("2026-02-27"));
}

#[test]
fn a_copy_is_marked_until_it_is_touched_and_never_overwrites() {
    let mut screens = empty();
    typed(&mut screens, &["24*2"]);
    screens.press(KeyCode::F(4));
    assert_eq!(screens.model.context(), Context::KeyingCopy);
    screens.press(KeyCode::Down).press(KeyCode::Enter);
    let draft = &editor(&screens).draft;
    assert_eq!(draft.slot(510).unwrap().mark, Mark::Typed);
    assert_eq!(draft.slot(530).unwrap().mark, Mark::Copied);
    let copied = draft.tally().copied;
    assert!(copied > 20);
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("写し") && drawn.contains("= … "), "{drawn}");
    typed(&mut screens, &["3", "=*2"]);
    assert_eq!(editor(&screens).draft.tally().copied, copied - 3);
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(_, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert!(matches!(changes.as_slice(), [Change::SheetRecorded { sheet, .. }] if sheet.copied.len() == copied - 3));
}

#[test]
fn after_saving_the_next_sheet_is_one_key_away() {
    let mut screens = empty();
    typed(&mut screens, &["11*54"]);
    screens.press(KeyCode::F(2));
    let Some(Effect::Run(Job::Apply(_, changes))) = screens.effects.pop() else {
        panic!("nothing was written");
    };
    let mut holdings = Holdings::clone(&screens.model.shown.as_ref().unwrap().holdings);
    for change in changes {
        if let Change::SheetRecorded { wave, sheet } = change {
            holdings.sheets.push((wave, *sheet));
        }
    }
    screens.happen(Action::Done(Outcome::Applied(Box::new(shown_of(holdings)))));
    assert_eq!(screens.model.context(), Context::KeyingSaved);
    assert!(!editor(&screens).is_unsaved());
    let offered = screens.draw(80, 24).text();
    assert!(offered.contains("次の日") && offered.contains("次の人"), "{offered}");
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::KeyingHead);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Home);
}

#[test]
fn a_sheet_that_could_not_be_saved_is_still_there() {
    let mut screens = empty();
    typed(&mut screens, &["11"]);
    screens.press(KeyCode::F(2));
    let failure =
        yutori::failure::Failure::new(yutori::failure::Exit::Book, yutori::phrase::phrase("screens-cancelled"));
    screens
        .happen(Action::Done(Outcome::Failed(failure)))
        .press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Keying);
    assert!(editor(&screens).is_unsaved());
}

#[test]
fn a_sheet_is_taken_out_only_after_a_question() {
    let mut screens = opened("S01", "2026-02-02");
    screens.press(KeyCode::F(8));
    assert_eq!(
        (screens.effects.as_slice(), screens.model.context()),
        (&[][..], Context::KeyingRemove)
    );
    screens.press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    screens.press(KeyCode::F(8));
    let [Effect::Run(Job::Apply(Occasion::SheetKeyed { .. }, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert!(matches!(changes.as_slice(), [Change::SheetRemoved { .. }]));
}

#[test]
fn a_sheet_opens_from_the_list_at_its_first_problem() {
    let mut screens = of(sample());
    screens.keys("3lll");
    let chosen = screens
        .model
        .sheets()
        .iter()
        .position(|sheet| sheet.unfilled > 0)
        .unwrap();
    for _ in 0..chosen {
        screens.press(KeyCode::Down);
    }
    screens.press(KeyCode::Enter);
    let editor = editor(&screens);
    assert_eq!(editor.draft.slot(editor.at.unwrap()), None, "the slot is unfilled");
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.time.view, TimeView::Sheets);
    assert!(screens.model.layers.is_empty());
}

#[test]
fn a_timetable_is_keyed_in_the_same_way() {
    let mut holdings = Holdings::clone(&sample().holdings);
    let (wave, sheet) = holdings.sheets[0].clone();
    holdings.plans.push((wave, sheet.clone()));
    let mut screens = of(shown_of(holdings));
    open_plan(&mut screens.model, &sheet.key(wave));
    assert_eq!(editor(&screens).kind, SheetKind::Plan);
    typed(&mut screens, &["24"]);
    screens.press(KeyCode::F(2));
    let [Effect::Run(Job::Apply(Occasion::PlanKept, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    assert!(
        matches!(changes.as_slice(), [Change::PlanKept { before: Some(before), after: Some(_), .. }] if **before == sheet)
    );
}

#[test]
fn arrows_move_among_slots_and_within_a_line_that_is_typed() {
    let mut screens = empty();
    screens
        .press(KeyCode::Down)
        .press(KeyCode::Right)
        .press(KeyCode::PageDown);
    assert_eq!(editor(&screens).at, Some(590));
    screens.press(KeyCode::F(3)).press(KeyCode::Down).press(KeyCode::Left);
    assert_eq!(editor(&screens).at, Some(640));
    screens.press(KeyCode::End).press(KeyCode::Home);
    assert_eq!(editor(&screens).at, Some(510));
    screens
        .keys("16 7")
        .press(KeyCode::Left)
        .press(KeyCode::Left)
        .press(KeyCode::Left)
        .keys(":");
    assert_eq!(editor(&screens).entry.text(), "1:6 7");
    typed(&mut screens, &[""]);
    screens.press(KeyCode::F(9));
    assert_eq!((written(&screens).len(), editor(&screens).at), (1, Some(530)));
}

#[test]
fn the_real_cursor_stands_where_the_next_letter_goes() {
    let mut screens = empty();
    screens.keys("記録:4 ");
    for (columns, rows) in [(80, 24), (120, 40)] {
        let drawn = screens.draw(columns, rows);
        let (x, y) = drawn.cursor.unwrap();
        let row = &drawn.rows()[usize::from(y)];
        assert!(row.contains("8:30 > 記録:4"), "{row}");
        assert_eq!(usize::from(x), yutori::screens::text::width(" 8:30 > 記録:4 "));
    }
}

/// Compares with the picture kept in `tests/snapshots`.
fn look(name: &str, screens: impl Fn(Theme) -> Screens) {
    for (columns, rows) in [(80, 24), (120, 40)] {
        for (theme, colour) in [(Theme::Default, ""), (Theme::NoColour, "-no-colour")] {
            let drawn = screens(theme).draw(columns, rows).both();
            insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
                insta::assert_snapshot!(format!("{name}-{columns}x{rows}{colour}"), drawn);
            });
        }
    }
}

/// A sheet half-way: filled, shared, unfilled, short and copied slots.
fn half_way(theme: Theme) -> Screens {
    let mut screens = empty();
    screens.pen = pen(theme);
    typed(&mut screens, &["11*2", "1:6 7", "", "3:4 -", "22"]);
    screens.press(KeyCode::F(4)).press(KeyCode::Enter);
    typed(&mut screens, &["10:00-10:30 -"]);
    screens.press(KeyCode::Home);
    screens
}

#[test]
fn keying_line_by_line() {
    look("keying-lines", |theme| {
        let mut screens = half_way(theme);
        screens.keys("1:6 7*2");
        screens
    });
}

#[test]
fn keying_in_a_table() {
    look("keying-grid", |theme| {
        let mut screens = half_way(theme);
        screens
            .press(KeyCode::F(3))
            .press(KeyCode::Right)
            .keys("1:6")
            .press(KeyCode::Enter);
        screens
    });
}

#[test]
fn the_head_of_a_sheet() {
    look("keying-head", |theme| {
        let mut screens = Screens::of(sample(), pen(theme));
        screens
            .keys("r")
            .press(KeyCode::Down)
            .press(KeyCode::Down)
            .press(KeyCode::Right);
        screens
    });
}

#[test]
fn plain_screens_have_no_letter_of_disputed_width() {
    const TRAP: &str = "ﾃﾞｲ①→±−Ⅱ…─か\u{3099}㎡";
    let (mut holdings, wave) = (Holdings::clone(&sample().holdings), Wave::After(1));
    for task in &mut holdings.founding.task_list.tasks {
        TRAP.clone_into(&mut task.name.ja);
    }
    for (_, sheet) in &mut holdings.sheets {
        sheet.unit = Some(yutori::office::Unit::parse(TRAP).unwrap());
        TRAP.clone_into(&mut sheet.note);
    }
    let shown = shown_of(holdings);
    let key = key_of(&shown, "S01", "2026-02-02");
    assert_eq!(key.wave, wave);
    for keys in ["", "r", "3", "4", "5", "7", "8", "=", "?"] {
        let plain = Pen::new(Text::new(Lang::Ja), Theme::NoColour, true);
        let mut screens = Screens::of(shown.clone(), plain);
        if keys == "r" {
            screens.keys("r");
        } else {
            open_at(&mut screens.model, &key, None);
            let number = keys.parse().map_or(KeyCode::Null, KeyCode::F);
            screens.keys(if keys == "=" { "=*3" } else { "1:6 ﾃﾞ" }).press(number);
        }
        for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
            let text = screens.draw(columns, rows).text();
            let disputed: Vec<char> = text.chars().filter(|letter| is_ambiguous(*letter)).collect();
            assert!(disputed.is_empty(), "{keys}: {disputed:?} in\n{text}");
            assert!(!text.contains('ﾃ'), "{keys}:\n{text}");
        }
    }
}
