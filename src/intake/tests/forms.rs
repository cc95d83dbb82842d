//! One form in all the ways people fill it in, and every fault it can have.

use super::support::{Asker, Form, Put, by_task, faults, folder, notes, sheets, statuses, workbook, write};
use crate::book::Change;
use crate::intake::{Gathered, Kind, Status};
use crate::office::Span;
use crate::worktime::{Sheet, Wave};

/// A day shift with a full first hour and a half.
fn day() -> Form {
    Form::of("8:30～17:30", 8).full(3..12, 11)
}

fn ask(form: &Form) -> Gathered {
    ask_named("S001.xlsx", form)
}

fn ask_named(name: &str, form: &Form) -> Gathered {
    let folder = folder();
    let path = write(folder.path(), name, &form.bytes());
    Asker::before().ask(&[path])
}

fn only(gathered: &Gathered) -> Sheet {
    assert_eq!(faults(gathered), []);
    let mut all = sheets(gathered);
    assert_eq!(all.len(), 1);
    all.remove(0).1
}

/// The only fault of a form, as place and key.
fn fault(form: &Form) -> (String, &'static str) {
    let found = faults(&ask(form));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

fn at(cell: &str) -> String {
    format!("別添４ TS調査票!{cell}")
}

#[test]
fn a_form_becomes_a_sheet() {
    let form = day()
        .put("H2", "さくら苑")
        .put("S2", "１階")
        .minutes(2, 0, 1, 6)
        .minutes(2, 0, 7, 4)
        .put("F35", "避難訓練")
        .put("F69", "早退");
    let gathered = ask(&form);
    let sheet = only(&gathered);
    assert_eq!(sheet.staff.as_str(), "S001");
    assert_eq!(sheet.date.to_string(), "2025-10-06");
    assert_eq!(sheet.unit.unwrap().as_str(), "1階");
    assert_eq!(sheet.scheduled, Span::new(510, 1050).ok());
    assert_eq!(sheet.actual, Span::new(510, 1050).ok());
    assert_eq!(sheet.note, "避難訓練 / 早退");
    assert_eq!(sheet.cells.first().unwrap().start, 510);
    assert_eq!(sheet.cells.last().unwrap().shares.len(), 2);
    let file = &gathered.files[0];
    assert_eq!((file.kind, file.sheets, file.rows), (Some(Kind::Betten4), 1, 11));
    let office = gathered.changes.iter().find_map(|change| match change {
        Change::OfficeDescribed { after, .. } => Some(after.name.clone()),
        _ => None,
    });
    assert_eq!(office.as_deref(), Some("さくら苑"));
}

#[test]
fn the_printed_example_is_never_read() {
    let sheet = only(&ask(&day()));
    assert_eq!(
        by_task([&sheet].into_iter()).into_iter().collect::<Vec<_>>(),
        [("11".to_owned(), 90)]
    );
}

#[test]
fn every_way_to_write_it_gives_the_same_sheet() {
    let plain = only(&ask(&day()));
    let ways: [Form; 7] = [
        day()
            .label(0, "８時台")
            .label(1, 9)
            .label(2, "10")
            .put("H3", "Ｓ００１"),
        day()
            .label(0, Put::Time(480))
            .put("S3", "8時30分-17時30分")
            .put("S4", "830-1730"),
        day()
            .put("S3", Put::Time(510))
            .put("T3", "～")
            .put("U3", Put::Time(1050)),
        day().put("S4", Put::Time(510)).put("W4", Put::Time(1050)),
        day()
            .minutes(0, 3, 11, "１０")
            .minutes(0, 4, 11, "10")
            .minutes(0, 5, 11, "10分"),
        day().put("H4", Put::Date(2025, 10, 6)),
        day().put("H4", "R7.10.6"),
    ];
    for form in &ways {
        assert_eq!(only(&ask(form)), plain);
    }
    let mut renamed = day();
    renamed.name = "S001さん 月曜".to_owned();
    assert_eq!(only(&ask(&renamed)), plain);
}

#[test]
fn a_form_that_stands_elsewhere_is_found_by_its_labels() {
    // A number in the last row and column makes no difference to where the form is.
    let form = day().put("AQ135", "x").put("A1", "記入日");
    assert_eq!(only(&ask(&form)).cells.len(), 9);
}

#[test]
fn a_workbook_with_a_sheet_for_each_day_is_several_forms() {
    let mut monday = day();
    monday.name = "月".to_owned();
    let mut tuesday = day().put("H4", "10月7日（火）");
    tuesday.name = "火".to_owned();
    let mut wednesday = Form::blank();
    wednesday.name = "水".to_owned();
    let mut example = day();
    example.name = "記入例".to_owned();
    let folder = folder();
    let path = write(
        folder.path(),
        "S001_20251006.xlsx",
        &workbook(&[example, monday, tuesday, wednesday]),
    );
    let gathered = Asker::before().ask(&[path]);
    assert_eq!(faults(&gathered), []);
    let dates: Vec<String> = sheets(&gathered)
        .iter()
        .map(|(_, sheet)| sheet.date.to_string())
        .collect();
    assert_eq!(dates, ["2025-10-06", "2025-10-07"]);
    let found = notes(&gathered);
    assert!(found.contains(&"intake-note-empty-form") && found.contains(&"intake-note-example-sheet"));
}

#[test]
fn the_year_comes_from_the_name_when_nobody_says_it() {
    let folder = folder();
    let form = day();
    let named = write(folder.path(), "before/S001_20241006.xlsx", &form.bytes());
    let gathered = Asker::default().ask(&[named]);
    assert_eq!(only(&gathered).date.to_string(), "2024-10-06");
    let found = notes(&gathered);
    for note in [
        "intake-note-wave-of-folder",
        "intake-note-year-from-name",
        "intake-note-weekday",
    ] {
        assert!(found.contains(&note), "{note} in {found:?}");
    }
    let nameless = write(folder.path(), "before/S001.xlsx", &form.bytes());
    assert_eq!(
        faults(&Asker::default().ask(&[nameless])),
        [(at("H4"), "intake-no-year")]
    );
}

#[test]
fn a_date_that_contradicts_the_name_is_a_fault() {
    let gathered = ask_named("S001_20251013.xlsx", &day());
    assert_eq!(faults(&gathered), [(at("H4"), "intake-date-not-of-name")]);
}

#[test]
fn the_wave_comes_from_the_nearest_folder_or_is_asked_for() {
    let folder = folder();
    let path = write(folder.path(), "before/取組後②/S001_20251006.xlsx", &day().bytes());
    let gathered = Asker::default().ask(&[folder.path().to_owned()]);
    assert_eq!(sheets(&gathered)[0].0, Wave::After(2));
    let other = write(folder.path(), "S001_20251006.xlsx", &day().bytes());
    assert_eq!(
        faults(&Asker::default().ask(&[other])),
        [(String::new(), "intake-no-wave")]
    );
    let asker = Asker {
        wave: Some(Wave::Before),
        ..Asker::default()
    };
    assert_eq!(sheets(&asker.ask(&[path]))[0].0, Wave::Before);
}

#[test]
fn each_fault_is_named_with_its_cell() {
    let cases: [(Form, &str, &str); 25] = [
        (day().minutes(0, 3, 1, 1), "I21", "intake-column-over"),
        (day().minutes(0, 3, 24, 1), "I34", "intake-column-over"),
        (day().minutes(0, 0, 1, 7.5), "F11", "intake-not-whole"),
        (day().minutes(0, 0, 1, "７．５"), "F11", "intake-not-whole"),
        (day().minutes(6, 0, 1, "あり"), "F45", "intake-not-a-number"),
        (day().minutes(0, 0, 1, -3), "F11", "intake-negative"),
        (day().minutes(0, 0, 1, "△3"), "F11", "intake-negative"),
        (
            day().minutes(0, 0, 1, Put::Date(2025, 1, 2)),
            "F11",
            "intake-not-a-number",
        ),
        (
            day().minutes(0, 0, 1, Put::Formula("=A1", "#REF!")),
            "F11",
            "intake-formula-error",
        ),
        (
            day().put("H3", Put::Formula("=A1", "#REF!")),
            "H3",
            "intake-formula-error",
        ),
        (day().put("C21", 25), "C21", "intake-unknown-task"),
        (day().put("C21", ""), "C21", "intake-unknown-task"),
        (day().put("C20", 11), "C21", "intake-task-row-twice"),
        (day().put("H3", "　"), "H3", "intake-no-staff"),
        (day().put("H3", "あ".repeat(33).as_str()), "H3", "intake-staff-too-long"),
        (day().put("S2", "あ".repeat(41).as_str()), "S2", "intake-unit-too-long"),
        (day().put("H4", ""), "H4", "intake-no-date"),
        (
            day().put("H4", "月　　　　日（　　　　　　曜日）"),
            "H4",
            "intake-no-date",
        ),
        (day().put("H4", "きのう"), "H4", "intake-bad-date"),
        (day().put("S4", "日勤"), "S4", "intake-bad-span"),
        (day().label(0, "時台"), "F9", "intake-no-hour"),
        (day().label(0, "八時台"), "F9", "intake-bad-hour"),
        (day().label(1, "10時台"), "L9", "intake-hours-out-of-order"),
        (day().put("F80", "職員ID").put("H80", "S002"), "F80", "intake-two-forms"),
        (day().put("A1001", "x"), "A1001", "intake-sheet-too-large"),
    ];
    for (form, cell, key) in &cases {
        assert_eq!(fault(form), (at(cell), *key), "{cell} {key}");
    }
}

#[test]
fn all_faults_of_a_form_are_listed_at_once() {
    let form = day()
        .put("H3", "")
        .put("H4", "きのう")
        .minutes(0, 3, 1, 1)
        .minutes(1, 0, 1, "x")
        .label(1, "?");
    let mut found: Vec<&str> = faults(&ask(&form)).into_iter().map(|(_, key)| key).collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "intake-bad-date",
            "intake-bad-hour",
            "intake-column-over",
            "intake-no-staff",
            "intake-not-a-number"
        ]
    );
    assert_eq!(statuses(&ask(&form)), [Status::Refused]);
}

#[test]
fn a_book_with_other_slots_or_tasks_says_so() {
    let folder = folder();
    let path = write(folder.path(), "S001.xlsx", &day().bytes());
    for slot_minutes in [5, 15, 30, 60] {
        let slots = Asker {
            slot_minutes,
            ..Asker::before()
        };
        assert_eq!(
            faults(&slots.ask(std::slice::from_ref(&path))),
            [(at("F10"), "intake-other-slot"), (at("F44"), "intake-other-slot")]
        );
    }
    let mut tasks = Asker::before();
    tasks.task_list.tasks.retain(|task| task.code.as_str() != "11");
    assert_eq!(faults(&tasks.ask(&[path])), [(at("C21"), "intake-unknown-task")]);
}

#[test]
fn one_bad_file_holds_back_the_good_ones_unless_told_to_keep_going() {
    let folder = folder();
    write(folder.path(), "a.xlsx", &day().bytes());
    write(folder.path(), "b.xlsx", &day().put("H3", "").bytes());
    let mut asker = Asker::before();
    let gathered = asker.ask(&[folder.path().to_owned()]);
    assert_eq!(statuses(&gathered), [Status::Accepted, Status::Refused]);
    assert_eq!(gathered.changes, []);
    asker.keep_going = true;
    let gathered = asker.take(&[folder.path().to_owned()]);
    assert_eq!(statuses(&gathered), [Status::Accepted, Status::Refused]);
    assert_eq!(sheets(&gathered).len(), 1);
}

#[test]
fn the_same_file_or_the_same_content_changes_nothing() {
    let folder = folder();
    let first = write(folder.path(), "a.xlsx", &day().bytes());
    let mut asker = Asker::before();
    assert_eq!(statuses(&asker.take(std::slice::from_ref(&first))), [Status::Accepted]);
    let again = asker.take(std::slice::from_ref(&first));
    assert_eq!((statuses(&again), again.changes.len()), (vec![Status::Unchanged], 0));
    let saved_again = write(folder.path(), "b.xlsx", &day().put("A1", "保存し直した").bytes());
    let again = asker.take(std::slice::from_ref(&saved_again));
    assert_eq!((statuses(&again), again.changes.len()), (vec![Status::Unchanged], 0));
    assert_eq!(notes(&again), ["intake-note-known"]);
    let both = Asker::before().ask(&[first, saved_again]);
    assert_eq!(statuses(&both), [Status::Accepted, Status::Unchanged]);
    assert_eq!(sheets(&both).len(), 1);
}

#[test]
fn the_same_shift_with_other_content_is_refused_and_both_are_named() {
    let folder = folder();
    let first = write(folder.path(), "a.xlsx", &day().bytes());
    let other = write(folder.path(), "b.xlsx", &day().minutes(0, 3, 11, 9).bytes());
    let mut asker = Asker {
        keep_going: true,
        ..Asker::before()
    };
    let gathered = asker.ask(&[first.clone(), other.clone()]);
    assert_eq!(statuses(&gathered), [Status::Accepted, Status::Refused]);
    let message = &gathered.files[1].faults[0].message;
    assert_eq!(message.key(), "intake-shift-twice");
    let said = crate::text::Text::new(crate::text::Lang::Ja).say(message);
    assert!(said.contains("a.xlsx") && said.contains("b.xlsx"), "{said}");
    asker.take(&[first]);
    let gathered = asker.ask(&[other]);
    assert_eq!(faults(&gathered), [(at("H4"), "intake-shift-twice")]);
}

#[test]
fn a_form_that_leaves_something_out_or_says_another_head_is_no_known_one() {
    let full = || Form::of("8:30～17:30", 8).full(3..57, 11).put("F35", "朝は行事");
    let cases = [
        full().minutes(1, 0, 11, 9),
        full().minutes(0, 3, 11, ""),
        full().minutes(9, 2, 11, ""),
        full().minutes(4, 2, 11, ""),
        (36..57).fold(full(), |form, slot| form.minutes(slot / 6, slot % 6, 11, "")),
        (3..36).fold(full(), |form, slot| form.minutes(slot / 6, slot % 6, 11, "")),
        full().put("F35", ""),
        full().put("F35", "朝は会議"),
        full().put("S4", "8:30～17:40"),
        full().put("S4", "：～："),
        full().put("S3", "8:20～17:30").put("S4", "8:20～17:30"),
        full().put("S2", "2階"),
    ];
    for (case, other) in cases.iter().enumerate() {
        let folder = folder();
        let first = write(folder.path(), "a.xlsx", &full().bytes());
        let other = write(folder.path(), "b.xlsx", &other.bytes());
        let both = Asker::before().ask(&[first.clone(), other.clone()]);
        assert_eq!(faults(&both), [(at("H4"), "intake-shift-twice")], "{case}");
        let mut asker = Asker::before();
        asker.take(&[first]);
        assert_eq!(
            faults(&asker.ask(&[other])),
            [(at("H4"), "intake-shift-twice")],
            "{case}"
        );
    }
}

#[test]
fn what_a_file_says_cannot_reach_the_terminal_as_a_command() {
    let mut form = day().put("H3", "S\u{1b}[31m001").put("F35", "a\u{202e}b");
    form.name = "s".to_owned();
    let sheet = only(&ask(&form));
    assert_eq!(sheet.staff.as_str(), "S[31m001");
    assert_eq!(sheet.note, "ab");
}

#[test]
fn a_file_of_another_office_is_noted() {
    let folder = folder();
    let path = write(folder.path(), "a.xlsx", &day().put("H2", "もみじ園").bytes());
    let mut asker = Asker::before();
    asker.office.name = "さくら苑".to_owned();
    let gathered = asker.ask(std::slice::from_ref(&path));
    assert_eq!(notes(&gathered), ["intake-note-other-office"]);
    asker.office.name = "特別養護老人ホームもみじ園".to_owned();
    assert_eq!(notes(&asker.ask(&[path])), [] as [&str; 0]);
}
