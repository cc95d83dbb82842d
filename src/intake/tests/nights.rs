//! Night shifts: hours past midnight, and the two halves that become one sheet.

use super::support::{Asker, Form, by_task, faults, folder, notes, sheets, statuses, write};
use crate::book::Change;
use crate::intake::{Gathered, Status};

const NIGHT: &str = "16:30～9:30";

/// 16:30 to 4:00, full.
fn head() -> Form {
    Form::of(NIGHT, 16).full(3..72, 1)
}

/// 4:00 to 9:30, full.
fn rest() -> Form {
    Form::of(NIGHT, 4).full(0..33, 2)
}

fn asked(asker: &mut Asker, files: &[(&str, Form)]) -> Gathered {
    let folder = folder();
    let paths: Vec<_> = files
        .iter()
        .map(|(name, form)| write(folder.path(), name, &form.bytes()))
        .collect();
    asker.take(&paths)
}

/// One sheet from 16:30 to 9:30 of the next day with all minutes of both halves.
fn assert_whole(gathered: &Gathered) {
    assert_eq!(faults(gathered), []);
    let all = sheets(gathered);
    assert_eq!(all.len(), 1);
    let sheet = &all[0].1;
    assert_eq!(sheet.date.to_string(), "2025-10-06");
    assert_eq!((sheet.cells[0].start, sheet.cells.last().unwrap().start), (990, 2000));
    assert_eq!((sheet.filled().0, sheet.unfilled().0), (1020, 0));
    let tasks = by_task([sheet].into_iter());
    assert_eq!((tasks["1"], tasks["2"]), (690, 330));
}

#[test]
fn the_rest_of_a_night_with_the_same_date_is_put_to_its_shift() {
    let gathered = asked(&mut Asker::before(), &[("a.xlsx", head()), ("b.xlsx", rest())]);
    assert_whole(&gathered);
    let found = notes(&gathered);
    for note in [
        "intake-note-past-midnight",
        "intake-note-rest-of-night",
        "intake-note-joined",
    ] {
        assert!(found.contains(&note), "{note} in {found:?}");
    }
    assert_eq!(
        gathered.files.iter().map(|file| file.sheets).collect::<Vec<_>>(),
        [1, 1]
    );
}

#[test]
fn the_rest_of_a_night_with_the_next_days_date_is_put_to_its_shift() {
    let next_day = || rest().put("H4", "10月7日（火）");
    assert_whole(&asked(
        &mut Asker::before(),
        &[("a.xlsx", head()), ("b.xlsx", next_day())],
    ));
    // The name may carry either day.
    for name in ["S001_20251006_2.xlsx", "S001_20251007.xlsx"] {
        assert_whole(&asked(
            &mut Asker::before(),
            &[("S001_20251006.xlsx", head()), (name, next_day())],
        ));
    }
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let mut turned = asked(&mut Asker::before(), &[("a.xlsx", rest()), ("b.xlsx", head())]);
    assert_whole(&turned);
    turned
        .changes
        .retain(|change| matches!(change, Change::SheetRecorded { .. }));
    assert_eq!(turned.changes.len(), 1);
}

#[test]
fn two_nights_in_a_row_keep_their_own_rests() {
    let tuesday = |form: Form| form.put("H4", "10月7日");
    let wednesday = |form: Form| form.put("H4", "10月8日");
    let same_date = [
        ("1.xlsx", head()),
        ("2.xlsx", rest()),
        ("3.xlsx", tuesday(head())),
        ("4.xlsx", tuesday(rest()).minutes(0, 0, 2, 7)),
    ];
    let next_date = [
        ("1.xlsx", head()),
        ("2.xlsx", tuesday(rest())),
        ("3.xlsx", tuesday(head())),
        ("4.xlsx", wednesday(rest()).minutes(0, 0, 2, 7)),
    ];
    for files in [same_date, next_date] {
        let gathered = asked(&mut Asker::before(), &files);
        assert_eq!(faults(&gathered), []);
        let filled: Vec<u32> = sheets(&gathered).iter().map(|(_, sheet)| sheet.filled().0).collect();
        assert_eq!(filled, [1020, 1017]);
    }
}

#[test]
fn a_rest_that_comes_later_replaces_the_sheet_in_the_book() {
    let mut asker = Asker::before();
    asked(&mut asker, &[("a.xlsx", head())]);
    let gathered = asked(&mut asker, &[("b.xlsx", rest().put("H4", "10/7"))]);
    assert_whole(&gathered);
    assert!(matches!(gathered.changes.last(), Some(Change::SheetReplaced { .. })));
    // All of it again, saved anew: nothing is new any more.
    let again = [
        ("c.xlsx", head().put("A1", "x")),
        ("d.xlsx", rest().put("A1", "x").put("H4", "10/7")),
    ];
    assert_eq!(
        statuses(&asked(&mut asker, &again)),
        [Status::Unchanged, Status::Unchanged]
    );
}

#[test]
fn a_rest_that_comes_first_waits_for_its_shift() {
    let mut asker = Asker::before();
    let gathered = asked(&mut asker, &[("b.xlsx", rest())]);
    assert!(notes(&gathered).contains(&"intake-note-rest-alone"));
    assert_eq!(sheets(&gathered)[0].1.cells[0].start, 1680);
    assert_whole(&asked(&mut asker, &[("a.xlsx", head())]));
    assert_eq!(asker.sheets.len(), 1);
}

#[test]
fn a_rest_that_says_something_else_is_refused() {
    let mut asker = Asker::before();
    asked(&mut asker, &[("a.xlsx", head()), ("b.xlsx", rest())]);
    for date in ["10/6", "10/7"] {
        let other = rest().minutes(0, 0, 2, 9).put("H4", date);
        let gathered = asked(&mut asker, &[("c.xlsx", other)]);
        assert_eq!(
            faults(&gathered),
            [("別添４ TS調査票!H4".to_owned(), "intake-shift-twice")]
        );
    }
}

#[test]
fn halves_without_a_span_are_joined_where_one_ends_and_the_other_begins() {
    let head = || Form::of("：～：", 16).full(0..72, 1);
    let rest = |date: &str| Form::of("：～：", 4).full(0..33, 2).put("H4", date);
    for date in ["10/6", "10/7"] {
        let mut asker = Asker::before();
        let gathered = asked(&mut asker, &[("a.xlsx", head()), ("b.xlsx", rest(date))]);
        assert_eq!(faults(&gathered), []);
        let all = sheets(&gathered);
        assert_eq!(all.len(), 1, "{date}");
        assert_eq!(all[0].1.cells.last().unwrap().start, 2000);
        assert!(notes(&gathered).contains(&"intake-note-joined"));
        let again = asked(&mut asker, &[("c.xlsx", rest(date).put("A1", "x"))]);
        assert_eq!(statuses(&again), [Status::Unchanged], "{date}");
    }
}

#[test]
fn a_long_day_in_two_forms_is_one_sheet() {
    let long = "7:00～21:00";
    let first = Form::of(long, 7).full(0..72, 1);
    let second = Form::of(long, 19).full(0..12, 2);
    let gathered = asked(&mut Asker::before(), &[("a.xlsx", first), ("b.xlsx", second)]);
    assert_eq!(faults(&gathered), []);
    assert_eq!(sheets(&gathered)[0].1.filled().0, 840);
}

#[test]
fn hours_may_be_written_on_past_24() {
    let mut form = Form::of("22:00～31:00", 22).full(0..54, 1);
    for (hour, label) in (22..34).enumerate() {
        form = form.label(u16::try_from(hour).unwrap(), label);
    }
    let gathered = asked(&mut Asker::before(), &[("a.xlsx", form)]);
    assert_eq!(notes(&gathered), [] as [&str; 0]);
    assert_eq!(sheets(&gathered)[0].1.cells.last().unwrap().start, 30 * 60 + 50);
}

#[test]
fn a_night_whose_first_minutes_lie_after_midnight_stays_on_its_date() {
    let form = Form::of("22:00～7:00", 22).full(12..54, 1);
    let gathered = asked(&mut Asker::before(), &[("a.xlsx", form)]);
    let sheet = &sheets(&gathered)[0].1;
    assert_eq!(
        (sheet.date.to_string().as_str(), sheet.cells[0].start),
        ("2025-10-06", 1440)
    );
}

#[test]
fn half_a_night_that_leaves_something_out_is_no_known_one() {
    let emptied = |form: Form, slots: std::ops::Range<u16>, task| {
        slots.fold(form, |form, slot| form.minutes(slot / 6, slot % 6, task, ""))
    };
    let mut asker = Asker::before();
    asked(&mut asker, &[("a.xlsx", head().put("F35", "行事")), ("b.xlsx", rest())]);
    let cases = [
        emptied(head(), 36..72, 1),
        emptied(head(), 3..36, 1),
        emptied(head(), 3..4, 1),
        emptied(head(), 71..72, 1),
        head().put("F35", "会議"),
        head().put("S4", "16:30～9:40"),
        emptied(rest(), 0..1, 2),
        emptied(rest(), 0..12, 2),
        emptied(rest(), 32..33, 2),
        rest().put("F35", "会議"),
    ];
    for (case, other) in cases.into_iter().enumerate() {
        let gathered = asked(&mut asker, &[("c.xlsx", other)]);
        assert_eq!(
            faults(&gathered),
            [("別添４ TS調査票!H4".to_owned(), "intake-shift-twice")],
            "{case}"
        );
    }
}

#[test]
fn half_a_night_without_a_span_that_leaves_something_out_is_no_known_one() {
    let half = |hour, slots, task| Form::of("：～：", hour).full(slots, task);
    for date in ["10/6", "10/7"] {
        let rest = |slots| half(4, slots, 2).put("H4", date);
        let mut asker = Asker::before();
        asked(&mut asker, &[("a.xlsx", half(16, 0..72, 1)), ("b.xlsx", rest(0..33))]);
        for other in [rest(0..32), rest(1..33), half(16, 0..71, 1), half(16, 1..72, 1)] {
            let gathered = asked(&mut asker, &[("c.xlsx", other)]);
            assert_eq!(
                faults(&gathered),
                [("別添４ TS調査票!H4".to_owned(), "intake-shift-twice")],
                "{date}"
            );
        }
    }
}
