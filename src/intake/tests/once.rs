//! One shift in two waves, and one person under two codes.

use super::support::{Asker, Form, faults, folder, notes, sheets, statuses, write};
use crate::intake::Status;
use crate::text::{Lang, Text};

const HEADER: &str = "wave,staff,date,start,task,minutes\n";

fn by_name() -> Asker {
    Asker {
        year: Some(2025),
        ..Asker::default()
    }
}

fn form() -> Form {
    Form::of("8:30～17:30", 8).full(3..12, 11)
}

#[test]
fn a_shift_of_one_folder_is_refused_in_the_folder_of_another_wave() {
    let same_start = form().minutes(0, 3, 11, 9);
    let overlapping = Form::of("10:30～19:30", 10).full(3..12, 11);
    for other in [form(), same_start, overlapping] {
        let folder = folder();
        let first = write(folder.path(), "before/a.xlsx", &form().bytes());
        let second = write(folder.path(), "after1/b.xlsx", &other.bytes());
        let gathered = by_name().ask(&[first.clone(), second.clone()]);
        let fault = [("別添４ TS調査票!H4".to_owned(), "intake-shift-in-other-wave")];
        assert_eq!(faults(&gathered), fault);
        assert_eq!(statuses(&gathered), [Status::Accepted, Status::Refused]);
        let message = &gathered.files[1].faults[0].message;
        let said = Text::new(Lang::Ja).say(message);
        assert!(
            said.contains("取組前") && said.contains("取組後①") && said.contains("a.xlsx"),
            "{said}"
        );
        assert!(Text::new(Lang::Ja).hint(message).unwrap().contains("--wave"));
        let mut asker = by_name();
        asker.take(&[first]);
        assert_eq!(faults(&asker.ask(&[second])), fault);
    }
}

#[test]
fn a_table_that_writes_two_waves_beside_one_shift_is_taken_and_noted() {
    let lines = |second: &str| format!("{HEADER}before,S01,2025-10-06,8:30,11,30\nafter1,{second}\n");
    let ask = |second: &str| {
        let folder = folder();
        let path = write(folder.path(), "minutes.csv", lines(second).as_bytes());
        Asker::default().ask(&[path])
    };
    for second in ["S01,2025-10-06,8:30,11,10", "S01,2025-10-06,8:40,1,60"] {
        let gathered = ask(second);
        assert_eq!(faults(&gathered), [], "{second}");
        assert_eq!(notes(&gathered), ["intake-note-shift-in-other-wave"], "{second}");
    }
    for second in [
        "S02,2025-10-06,8:30,11,30",
        "S01,2025-10-07,8:30,11,30",
        "S01,2025-10-06,9:00,11,30",
    ] {
        let gathered = ask(second);
        assert_eq!(faults(&gathered), [], "{second}");
        assert_eq!(sheets(&gathered).len(), 2);
    }
}

#[test]
fn a_table_read_into_another_wave_than_before_is_refused() {
    let folder = folder();
    let table = "staff,date,start,task,minutes\nS01,2025-10-06,8:30,11,30\n";
    let first = write(folder.path(), "before/a.csv", table.as_bytes());
    let second = write(folder.path(), "after2/a.csv", table.as_bytes());
    let mut asker = Asker::default();
    asker.take(&[first]);
    assert_eq!(
        faults(&asker.ask(&[second])),
        [("2".to_owned(), "intake-shift-in-other-wave")]
    );
}

#[test]
fn the_rest_of_a_night_is_refused_in_another_wave_under_either_date() {
    let night = "16:30～9:30";
    for date in ["10/6", "10/7"] {
        let folder = folder();
        let head = write(
            folder.path(),
            "before/a.xlsx",
            &Form::of(night, 16).full(3..72, 1).bytes(),
        );
        let rest = Form::of(night, 4).full(0..33, 2).put("H4", date).bytes();
        let mut asker = by_name();
        asker.take(&[head, write(folder.path(), "before/b.xlsx", &rest)]);
        let again = write(folder.path(), "after1/b.xlsx", &rest);
        assert_eq!(
            faults(&asker.ask(&[again])),
            [("別添４ TS調査票!H4".to_owned(), "intake-shift-in-other-wave")],
            "{date}"
        );
    }
}

#[test]
fn codes_that_differ_only_by_case_are_noted() {
    let folder = folder();
    let line = |staff: &str| format!("before,{staff},2025-10-06,8:30,11,30\n");
    let both = write(
        folder.path(),
        "a.csv",
        format!("{HEADER}{}{}", line("S01"), line("s01")).as_bytes(),
    );
    let mut asker = Asker::default();
    let gathered = asker.ask(&[both]);
    assert_eq!(notes(&gathered), ["intake-note-staff-case"]);
    assert_eq!(sheets(&gathered).len(), 2);
    let first = write(folder.path(), "b.csv", format!("{HEADER}{}", line("S01")).as_bytes());
    assert_eq!(notes(&asker.take(&[first])), [] as [&str; 0]);
    let second = write(folder.path(), "c.csv", format!("{HEADER}{}", line("s01")).as_bytes());
    let said = asker.ask(&[second]).files[0].notes[0].clone();
    let said = Text::new(Lang::Ja).say(&said);
    assert!(said.contains("「s01」") && said.contains("「S01」"), "{said}");
}
