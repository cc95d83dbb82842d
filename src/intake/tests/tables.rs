//! Tables of minutes as text.

use encoding_rs::SHIFT_JIS;

use super::support::{Asker, by_task, faults, folder, notes, sheets, statuses, write};
use crate::intake::{Gathered, Kind, Status};
use crate::office::Span;
use crate::worktime::{Sheet, Wave};

const HEADER: &str = "wave,staff,date,start,task,minutes\n";

fn ask_bytes(asker: &Asker, bytes: &[u8]) -> Gathered {
    let folder = folder();
    let path = write(folder.path(), "minutes.csv", bytes);
    asker.ask(&[path])
}

fn ask(text: &str) -> Gathered {
    ask_bytes(&Asker::default(), text.as_bytes())
}

fn lines(lines: &str) -> Gathered {
    ask(&format!("{HEADER}{lines}"))
}

fn only(gathered: &Gathered) -> Sheet {
    assert_eq!(faults(gathered), []);
    let mut all = sheets(gathered);
    assert_eq!(all.len(), 1);
    all.remove(0).1
}

fn cells(sheet: &Sheet) -> Vec<(u16, Vec<(&str, u32)>)> {
    sheet
        .cells
        .iter()
        .map(|cell| {
            let shares = cell.shares.iter().map(|share| (share.0.as_str(), share.1.0));
            (cell.start, shares.collect())
        })
        .collect()
}

#[test]
fn a_long_line_runs_on_into_the_following_slots() {
    let sheet = only(&lines("before,S01,2025-10-06,8:30,11,182\n"));
    assert_eq!(sheet.cells.len(), 19);
    assert_eq!(cells(&sheet)[17], (680, vec![("11", 10)]));
    assert_eq!(cells(&sheet)[18], (690, vec![("11", 2)]));
    assert_eq!(sheet.span(), None);
}

#[test]
fn a_line_that_starts_inside_a_slot_fills_it_from_there() {
    let sheet = only(&lines(
        "before,S01,2025-10-06,8:35,1,10\nbefore,S01,2025-10-06,8:30,7,5\n",
    ));
    assert_eq!(cells(&sheet), [(510, vec![("1", 5), ("7", 5)]), (520, vec![("1", 5)])]);
}

#[test]
fn the_same_table_is_read_in_every_encoding_and_with_every_delimiter() {
    let text = "調査時期,職員ＩＤ,調査日,開始時刻,業務番号,時間（分）,職種,フロア,所定,実勤務\r\n\
                取組前,Ｓ０１,令和7年10月6日,８：３０,移動・移乗・体位交換,１０,介護職員,1階,8:30～17:30,8:30～17:40\r\n";
    let plain = only(&ask(text));
    assert_eq!(cells(&plain), [(510, vec![("1", 10)])]);
    assert_eq!(plain.role.as_ref().unwrap().as_str(), "介護職員");
    assert_eq!(plain.unit.as_ref().unwrap().as_str(), "1階");
    assert_eq!(
        (plain.scheduled, plain.actual),
        (Span::new(510, 1050).ok(), Span::new(510, 1060).ok())
    );
    let tabs = text.replace(',', "\t");
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(tabs.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let utf16_be: Vec<u8> = [0xfe, 0xff]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    let ways: [Vec<u8>; 6] = [
        SHIFT_JIS.encode(text).0.into_owned(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        utf16,
        utf16_be,
        tabs.into_bytes(),
        text.replace(',', ";").into_bytes(),
    ];
    for bytes in &ways {
        assert_eq!(only(&ask_bytes(&Asker::default(), bytes)), plain);
    }
}

#[test]
fn columns_may_stand_in_any_order_and_unknown_ones_are_noted() {
    let gathered = ask("minutes,memo,task,start,date,staff,wave\n10,\"a, b\",11,8:30,2025-10-06,S01,after1\n");
    assert_eq!(sheets(&gathered)[0].0, Wave::After(1));
    assert_eq!(notes(&gathered), ["intake-note-ignored-columns"]);
    assert_eq!(gathered.files[0].kind, Some(Kind::MinutesCsv));
    assert_eq!(gathered.files[0].rows, 1);
}

#[test]
fn a_table_that_names_its_waves_is_known_again_without_one() {
    let text = format!("{HEADER}before,S01,2025-10-06,8:30,11,10\nafter1,S01,2026-02-02,8:30,11,10\n");
    let folder = folder();
    let path = write(folder.path(), "before/minutes.csv", text.as_bytes());
    let mut asker = Asker::default();
    assert_eq!(sheets(&asker.take(std::slice::from_ref(&path))).len(), 2);
    assert_eq!(asker.files[0].1, None);
    assert_eq!(statuses(&asker.take(std::slice::from_ref(&path))), [Status::Unchanged]);
    // One wave for all would mix the two.
    let mixed = Asker {
        wave: Some(Wave::Before),
        ..Asker::default()
    };
    assert_eq!(
        faults(&mixed.ask(&[path])),
        [("3".to_owned(), "intake-waves-contradict")]
    );
}

#[test]
fn the_wave_may_come_from_the_order_or_the_folder() {
    let text = "staff,date,start,task,minutes\nS01,2025-10-06,8:30,11,10\n";
    let folder = folder();
    let path = write(folder.path(), "after1/minutes.csv", text.as_bytes());
    assert_eq!(sheets(&Asker::default().ask(&[path]))[0].0, Wave::After(1));
    assert_eq!(faults(&ask(text)), [(String::new(), "intake-no-wave")]);
    let ordered = ask_bytes(
        &Asker::before(),
        format!("{HEADER}after1,S01,2025-10-06,8:30,11,10\n").as_bytes(),
    );
    assert_eq!(sheets(&ordered)[0].0, Wave::Before);
    assert_eq!(notes(&ordered), ["intake-note-wave-replaced"]);
}

#[test]
fn each_fault_is_named_with_its_line() {
    let good = "before,S01,2025-10-06,8:30,11,10\n";
    let cases = [
        ("before,S01,2025-10-06,8:40,11\n", "intake-field-count"),
        ("before,S01,2025-10-06,8:40,11,10,x\n", "intake-field-count"),
        ("later,S01,2025-10-06,8:40,11,10\n", "intake-bad-wave"),
        (",S01,2025-10-06,8:40,11,10\n", "intake-no-wave-in-line"),
        ("before,,2025-10-06,8:40,11,10\n", "intake-no-staff"),
        ("before,S01,,8:40,11,10\n", "intake-no-date"),
        ("before,S01,10/6,8:40,11,10\n", "intake-no-year"),
        ("before,S01,2025-13-06,8:40,11,10\n", "intake-bad-date"),
        ("before,S01,2025-10-06,48:00,11,10\n", "intake-bad-time"),
        ("before,S01,2025-10-06,8:40,25,10\n", "intake-unknown-task"),
        ("before,S01,2025-10-06,8:40,11,7.5\n", "intake-not-whole"),
        ("before,S01,2025-10-06,8:40,11,-3\n", "intake-negative"),
        ("before,S01,2025-10-06,8:40,11,△3\n", "intake-negative"),
        ("before,S01,2025-10-06,8:40,11,0\n", "intake-zero-minutes"),
        ("before,S01,2025-10-06,8:40,11,\n", "intake-no-minutes"),
        ("before,S01,2025-10-06,8:40,11,x\n", "intake-not-a-number"),
        ("before,S01,2025-10-06,8:40,11,1441\n", "intake-more-than-a-day"),
        ("before,S01,2025-10-06,47:50,11,20\n", "intake-beyond-two-days"),
        ("before,S01,2025-10-06,8:30,1,1\n", "intake-slot-over"),
    ];
    for (bad, key) in cases {
        assert_eq!(
            faults(&lines(&format!("{good}{bad}"))),
            [("3".to_owned(), key)],
            "{bad}"
        );
    }
}

#[test]
fn an_undecodable_byte_is_a_fault_with_its_line_and_no_line_is_lost() {
    let mut bytes = SHIFT_JIS.encode("時期,職員ID,日付,開始,業務,分\n").0.into_owned();
    bytes.extend(
        b"before,S01,2025-10-06,8:30,11,10\nbefore,S\xfd,2025-10-06,8:30,11,10\nbefore,S02,2025-10-06,8:30,11,x\n",
    );
    let gathered = ask_bytes(&Asker::default(), &bytes);
    assert_eq!(
        faults(&gathered),
        [
            ("3".to_owned(), "intake-undecodable"),
            ("4".to_owned(), "intake-not-a-number")
        ]
    );
    assert_eq!(gathered.changes, []);
}

#[test]
fn a_missing_or_doubled_heading_is_named() {
    let gathered = ask("wave,staff,date,start,task\nbefore,S01,2025-10-06,8:30,11\n");
    assert_eq!(faults(&gathered), [("1".to_owned(), "intake-missing-column")]);
    let gathered = ask("wave,staff,date,start,task,minutes,分\nbefore,S01,2025-10-06,8:30,11,10,10\n");
    assert_eq!(faults(&gathered), [("1".to_owned(), "intake-column-twice")]);
    assert_eq!(faults(&ask(HEADER)), [(String::new(), "intake-empty-table")]);
    assert_eq!(faults(&ask("a,b,c\n1,2,3\n")), [(String::new(), "intake-not-known")]);
}

#[test]
fn blank_lines_of_a_spreadsheet_are_no_faults() {
    let gathered = ask(&format!("\n{HEADER}\nbefore,S01,2025-10-06,8:30,11,10\n,,,,,\n\n"));
    assert_eq!(only(&gathered).filled().0, 10);
}

#[test]
fn times_past_midnight_are_written_on_or_known_by_their_order() {
    let night = |late: &str| {
        lines(&format!(
            "before,S01,2025-10-06,22:00,11,120\nbefore,S01,2025-10-06,{late},1,60\n"
        ))
    };
    let written = night("25:30");
    assert_eq!(notes(&written), [] as [&str; 0]);
    assert_eq!(only(&written).cells.last().unwrap().start, 1580);
    let ordered = night("1:30");
    assert_eq!(notes(&ordered), ["intake-note-next-day"]);
    assert_eq!(only(&ordered).cells, only(&written).cells);
}

#[test]
fn lines_that_are_sorted_by_task_do_not_pass_midnight() {
    let sheet = only(&lines(
        "before,S01,2025-10-06,7:00,1,10\nbefore,S01,2025-10-06,19:30,1,10\nbefore,S01,2025-10-06,7:10,2,10\n",
    ));
    assert_eq!(
        cells(&sheet).iter().map(|(start, _)| *start).collect::<Vec<_>>(),
        [420, 430, 1170]
    );
}

#[test]
fn a_span_past_midnight_tells_where_the_morning_belongs() {
    let gathered = ask("wave,staff,date,actual,start,task,minutes\n\
         before,S01,2025-10-06,16:30-9:30,4:00,2,30\nbefore,S01,2025-10-06,16:30-9:30,16:30,1,30\n");
    let sheet = only(&gathered);
    assert_eq!(cells(&sheet)[0].0, 990);
    assert_eq!(cells(&sheet).last().unwrap().0, 1700);
}

#[test]
fn lines_of_one_person_and_day_must_agree() {
    let gathered = ask("wave,staff,date,role,start,task,minutes\n\
         before,S01,2025-10-06,介護職員,8:30,1,10\nbefore,S01,2025-10-06,,8:40,1,10\nbefore,S01,2025-10-06,看護職員,8:50,1,10\n");
    assert_eq!(faults(&gathered), [("4".to_owned(), "intake-lines-differ")]);
}

#[test]
fn a_table_and_a_form_of_the_same_shift_agree_or_are_refused() {
    let mut asker = Asker::before();
    let folder = folder();
    let form = super::support::Form::of("8:30～17:30", 8).full(3..12, 11);
    let form = write(folder.path(), "S001.xlsx", &form.bytes());
    asker.take(&[form]);
    let table = |span: &str, minutes: u32| {
        format!("staff,date,scheduled,actual,start,task,minutes\nS001,2025-10-06,{span},8:30,11,{minutes}\n")
    };
    let same = table("8:30-17:30,8:30-17:30", 90);
    assert_eq!(statuses(&ask_bytes(&asker, same.as_bytes())), [Status::Unchanged]);
    for other in [
        table("8:30-17:30,8:30-17:30", 100),
        table("8:30-17:30,8:30-17:30", 80),
        table("8:30-17:30,8:30-17:40", 90),
        table(",", 90),
    ] {
        assert_eq!(
            faults(&ask_bytes(&asker, other.as_bytes())),
            [("2".to_owned(), "intake-shift-twice")],
            "{other}"
        );
    }
}

#[test]
fn a_table_under_the_name_of_a_workbook_is_known_by_what_is_in_it() {
    let folder = folder();
    let path = write(
        folder.path(),
        "minutes.xlsx",
        format!("{HEADER}before,S01,2025-10-06,8:30,11,10\n").as_bytes(),
    );
    let gathered = Asker::default().ask(&[path]);
    assert_eq!(by_task(sheets(&gathered).iter().map(|(_, sheet)| sheet))["11"], 10);
}

#[test]
fn a_kind_can_be_forced() {
    let forced = Asker {
        kind: Some(Kind::MinutesCsv),
        ..Asker::before()
    };
    let gathered = ask_bytes(&forced, b"a;b\n1;2\n");
    assert!(faults(&gathered).iter().all(|(_, key)| *key == "intake-missing-column"));
    let forced = Asker {
        kind: Some(Kind::Betten4),
        ..Asker::before()
    };
    assert_eq!(
        faults(&ask_bytes(&forced, HEADER.as_bytes())),
        [(String::new(), "intake-not-a-workbook")]
    );
}
