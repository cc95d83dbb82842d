//! Bytes that are broken or made to harm: each is refused with a message, none stops the program.

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::support::{Asker, Form, faults, folder, notes, sheets, statuses, write};
use crate::intake::{IntakeError, Kind, Known, Order, Status, gather};

fn ask(name: &str, bytes: &[u8]) -> Vec<(String, &'static str)> {
    let folder = folder();
    let path = write(folder.path(), name, bytes);
    faults(&Asker::before().ask(&[path]))
}

fn form() -> Form {
    Form::of("8:30～17:30", 8).full(3..12, 11)
}

#[test]
fn what_is_no_workbook_gets_its_own_message() {
    let refused = |name: &str, bytes: &[u8]| ask(name, bytes)[0].1;
    assert_eq!(refused("a.xlsx", b""), "intake-empty-file");
    assert_eq!(
        refused("a.xlsx", "これは文章です。\n".as_bytes()),
        "intake-not-a-workbook"
    );
    assert_eq!(refused("a.xlsx", &[0u8; 100]), "intake-not-a-workbook");
    assert_eq!(refused("a.csv", &[0u8; 100]), "intake-not-text");
    assert_eq!(refused("a.json", b"{}"), "intake-not-known");
    let whole = form().bytes();
    let half = whole.get(..whole.len() / 2).unwrap();
    assert_eq!(refused("a.xlsx", half), "intake-damaged-workbook");
}

#[test]
fn a_text_in_a_folder_that_has_nothing_to_do_with_it_is_left_alone() {
    let folder = folder();
    write(folder.path(), "README.txt", b"Read me first.\n");
    write(folder.path(), "expected.json", b"{}");
    write(folder.path(), "a.xlsx", &form().bytes());
    let gathered = Asker::before().ask(&[folder.path().to_owned()]);
    assert_eq!(statuses(&gathered), [Status::Accepted]);
    assert_eq!(sheets(&gathered).len(), 1);
}

#[test]
fn a_workbook_with_macros_is_read_and_noted() {
    use std::io::{Cursor, Write};
    let mut archive = zip::ZipWriter::new_append(Cursor::new(form().bytes())).unwrap();
    archive
        .start_file("xl/vbaProject.bin", zip::write::SimpleFileOptions::default())
        .unwrap();
    archive.write_all(b"macros").unwrap();
    let folder = folder();
    let path = write(folder.path(), "S001.xlsm", &archive.finish().unwrap().into_inner());
    let gathered = Asker::before().ask(&[path]);
    assert_eq!(
        (statuses(&gathered), notes(&gathered)),
        (vec![Status::Accepted], vec!["intake-note-macros"])
    );
}

#[test]
fn an_order_without_files_says_so_and_one_can_be_stopped() {
    let folder = folder();
    let asker = Asker::before();
    let error = asker.try_ask(&[folder.path().to_owned()]).unwrap_err();
    assert_eq!(error.phrase().key(), "intake-nothing-to-read");
    let path = write(folder.path(), "a.xlsx", &form().bytes());
    let paths = [path.clone(), path];
    let order = Order {
        paths: &paths,
        wave: None,
        year: None,
        kind: Some(Kind::Betten4),
        keep_going: false,
        replace: false,
        foreign: &crate::intake::Foreign::default(),
    };
    let known = Known {
        task_list: &asker.task_list,
        list: crate::worktime::ListNumber::default(),
        slot_minutes: 10,
        office: &asker.office,
        sheets: &[],
        has_file: &|_, _| false,
        tags: &crate::intake::TagMap::new(),
        issues: &crate::issues::Issues::default(),
        questionnaires: &[],
        entered: crate::intake::Entered::default(),
        exchanged: crate::intake::Exchanged::default(),
        ledger: crate::intake::Ledger::none(),
    };
    let mut steps = Vec::new();
    let stopped = gather(&order, &known, &mut |step| {
        steps.push((step.done, step.total));
        ControlFlow::Break(())
    });
    assert_eq!((stopped, steps), (Err(IntakeError::Cancelled), vec![(0, 1)]));
}

#[test]
fn a_folder_that_is_not_there_is_refused() {
    let gathered = Asker::before().ask(&["no/such/folder".into()]);
    assert_eq!(faults(&gathered), [(String::new(), "intake-not-found")]);
}

/// The parts of a workbook in a container that is not packed, so that a changed byte reaches the reader of the part.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    match crate::intake::container::open(bytes) {
        Ok(crate::intake::container::Content::Workbook(package)) => package.bytes,
        _ => panic!("it is a workbook"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_stop_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "[abs]\\.(xlsx|csv|txt)") {
        ask(&name, &bytes);
    }

    #[test]
    fn no_text_stops_the_program(text in "(wave,staff,date,start,task,minutes\n)?([a-z0-9,:/\"\\-\t職員分１月日△ ]{0,30}\n){0,6}") {
        ask("a.csv", text.as_bytes());
    }

    #[test]
    fn a_cut_workbook_is_refused(share in 0.0f64..1.0) {
        let whole = form().bytes();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place within the bytes")]
        let end = (whole.len() as f64 * share) as usize;
        prop_assert!(!ask("a.xlsx", whole.get(..end).unwrap()).is_empty());
    }

    #[test]
    fn flipped_bits_never_stop_the_program(places in proptest::collection::vec((any::<proptest::sample::Index>(), 0u8..8), 1..12), packed in any::<bool>()) {
        let mut bytes = form().bytes();
        if !packed {
            bytes = unpacked(&bytes);
        }
        for (place, bit) in places {
            let at = place.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        ask("a.xlsx", &bytes);
    }

    #[test]
    fn changed_words_in_the_parts_never_stop_the_program(place in any::<proptest::sample::Index>(), word in "[0-9]{1,20}|[A-Z]{1,9}[0-9]{0,12}|[<>/\"=& ]{1,6}") {
        let bytes = rebuilt(&form().bytes(), place, &word);
        ask("a.xlsx", &bytes);
    }
}

/// The workbook with a run of letters and digits in one of its parts replaced by a word.
fn rebuilt(bytes: &[u8], place: prop::sample::Index, word: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
    ];
    let chosen = *place.get(&names);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        if name == chosen {
            let start = place.index(text.len());
            let length = text
                .iter()
                .skip(start)
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            text.splice(start..start + length, word.bytes());
        }
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&text).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
