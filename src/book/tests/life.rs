//! Making, writing, reading, taking back.

use super::*;
use crate::book::{ActId, ActState, BookFault, Conflict, SheetFault};

#[test]
fn what_was_applied_is_read_back_after_opening_again() {
    let (_folder, mut book) = book();
    let after = Sheet {
        role: None,
        unit: None,
        scheduled: None,
        actual: Span::new(0, 480).ok(),
        cells: Vec::new(),
        note: String::new(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
        ..sheet("Ｓ 003", 7, 1)
    };
    let late = Wave::After(12);
    book.apply(imported("b.csv"), vec![recorded(late, after.clone())], now())
        .unwrap();

    let book = Book::open(book.path()).unwrap();
    assert_eq!(book.founding(), &founding());
    assert_eq!(book.waves().unwrap(), vec![Wave::Before, late]);
    assert_eq!(
        book.sheets().unwrap(),
        vec![
            (Wave::Before, sheet("S001", 6, 8)),
            (Wave::Before, sheet("S002", 6, 10)),
            (late, after.clone())
        ]
    );
    assert_eq!(book.sheets_of(late).unwrap(), vec![after.clone()]);
    assert_eq!(book.sheet(&after.key(late)).unwrap(), Some(after.clone()));
    assert_eq!(book.sheet(&after.key(Wave::Before)).unwrap(), None);
    assert_eq!(book.files().unwrap(), vec![file("a.xlsx")]);
}

#[test]
fn a_file_is_known_again_by_its_bytes_and_its_wave() {
    let (_folder, mut book) = book();
    let known = file("a.xlsx").fingerprint;
    assert!(book.has_file(&known, Some(Wave::Before)).unwrap());
    assert!(!book.has_file(&known, Some(Wave::After(1))).unwrap());
    assert!(!book.has_file(&known, None).unwrap());
    assert!(!book.has_file(&fingerprint(b"other"), Some(Wave::Before)).unwrap());

    let without_wave = FileRead {
        wave: None,
        ..file("a.xlsx")
    };
    let take = vec![Change::FileTaken(without_wave)];
    book.apply(imported("a.xlsx"), take.clone(), now()).unwrap();
    assert!(book.has_file(&known, None).unwrap());
    let again = book.apply(imported("a.xlsx"), take, now()).unwrap_err();
    assert_eq!(again.fault, Conflict::FileKnown("a.xlsx".to_owned()).into());
}

#[test]
fn the_history_names_what_was_done_and_what_became_of_it() {
    let (_folder, mut book) = book();
    let undone = book.undo(now()).unwrap().unwrap();
    assert_eq!((undone.id, undone.state), (ActId(2), ActState::Undone));
    let history = book.history().unwrap();
    let lines: Vec<_> = history
        .iter()
        .map(|act| (act.id.0, act.occasion.clone(), act.changes, act.state))
        .collect();
    assert_eq!(
        lines,
        vec![
            (1, Occasion::Founded, 1, ActState::Done),
            (2, imported("a.xlsx"), 3, ActState::Undone),
            (3, Occasion::Undone(ActId(2)), 3, ActState::Done),
        ]
    );
    assert!(history.iter().all(|act| act.at == now()));
}

#[test]
fn undo_and_redo_go_back_and_forth_but_never_past_the_founding() {
    let (_folder, mut book) = book();
    let full = book.sheets().unwrap();
    book.undo(now()).unwrap();
    assert_eq!(book.sheets().unwrap(), vec![]);
    assert_eq!(book.files().unwrap(), vec![]);
    assert_eq!(book.undo(now()).unwrap(), None);
    let redone = book.redo(now()).unwrap().unwrap();
    assert_eq!((redone.id, redone.state), (ActId(2), ActState::Done));
    assert_eq!(book.sheets().unwrap(), full);
    assert_eq!(book.redo(now()).unwrap(), None);
    assert!(book.check().unwrap().is_whole());
}

#[test]
fn the_office_is_shown_as_it_is_now_and_undo_brings_the_old_one_back() {
    let (_folder, mut book) = book();
    let before = founding().office;
    let after = Office {
        name: "あおぞら苑".to_owned(),
        ..before.clone()
    };
    let describe = vec![Change::OfficeDescribed {
        before: before.clone(),
        after: after.clone(),
    }];
    book.apply(Occasion::OfficeDescribed, describe.clone(), now()).unwrap();
    assert_eq!(book.founding().office, after);
    assert_eq!(Book::open(book.path()).unwrap().founding().office, after);
    let stale = book.apply(Occasion::OfficeDescribed, describe, now()).unwrap_err();
    assert_eq!(stale.fault, Conflict::OfficeDiffers.into());
    book.undo(now()).unwrap();
    assert_eq!(book.founding().office, before);
}

#[test]
fn no_changes_make_no_act() {
    let (_folder, mut book) = book();
    assert_eq!(book.apply(imported("a.xlsx"), Vec::new(), now()).unwrap(), None);
    assert_eq!(book.history().unwrap().len(), 2);
}

/// Applies changes that do not fit and expects journal and tables as they were.
fn refused(changes: Vec<Change>) -> BookFault {
    let (_folder, mut book) = book();
    let dump = |book: &Book| {
        let bytes = std::fs::read(book.path()).unwrap();
        (bytes, book.sheets().unwrap(), book.history().unwrap())
    };
    let before = dump(&book);
    let error = book.apply(imported("b.xlsx"), changes, now()).unwrap_err();
    assert_eq!(dump(&book), before);
    assert_eq!(error.path, book.path());
    error.fault
}

#[test]
fn one_change_that_does_not_fit_leaves_the_book_byte_for_byte() {
    let here = sheet("S001", 6, 8);
    let key = here.key(Wave::Before);
    let new = || recorded(Wave::Before, sheet("S009", 6, 10));
    assert_eq!(
        refused(vec![new(), recorded(Wave::Before, sheet("S001", 6, 1)), new()]),
        Conflict::SheetExists(key.clone()).into()
    );
    assert_eq!(
        refused(vec![new(), replaced(sheet("S001", 6, 9), sheet("S001", 6, 10))]),
        Conflict::SheetDiffers(key).into()
    );
    assert_eq!(
        refused(vec![new(), replaced(sheet("S005", 6, 9), here)]),
        Conflict::SheetMissing(sheet("S005", 6, 9).key(Wave::Before)).into()
    );
    assert_eq!(
        refused(vec![new(), Change::FileTaken(file("a.xlsx"))]),
        Conflict::FileKnown("a.xlsx".to_owned()).into()
    );
    assert_eq!(
        refused(vec![new(), Change::FileForgotten(file("b.xlsx"))]),
        Conflict::FileUnknown("b.xlsx".to_owned()).into()
    );
    assert_eq!(
        refused(vec![new(), Change::BookFounded(Box::new(founding()))]),
        Conflict::FoundedAlready.into()
    );
}

#[test]
fn only_the_book_itself_founds_undoes_and_redoes() {
    let (_folder, mut book) = book();
    let change = || vec![recorded(Wave::Before, sheet("S009", 6, 10))];
    for occasion in [
        Occasion::Founded,
        Occasion::Undone(ActId(2)),
        Occasion::Redone(ActId(2)),
    ] {
        let error = book.apply(occasion, change(), now()).unwrap_err();
        assert_eq!(error.fault, Conflict::ReservedOccasion.into());
    }
}

#[test]
fn a_sheet_that_breaks_its_own_promises_is_refused() {
    let share = |task: &str, minutes| Share(TaskCode(task.to_owned()), Minutes(minutes));
    let fault_of = |start: u16, shares: Vec<Share>| {
        let mut broken = sheet("S009", 6, 10);
        broken.cells.push(Cell { start, shares });
        match refused(vec![recorded(Wave::Before, broken)]) {
            BookFault::Conflict(Conflict::SheetUnsound(_, fault)) => fault,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(fault_of(1005, vec![share("1", 1)]), SheetFault::Order(1005));
    assert_eq!(fault_of(1010, vec![]), SheetFault::Cell(1010));
    assert_eq!(fault_of(1010, vec![share("1", 0)]), SheetFault::Cell(1010));
    assert_eq!(
        fault_of(1010, vec![share("1", 1), share("1", 2)]),
        SheetFault::Cell(1010)
    );
    assert_eq!(
        fault_of(1010, vec![share("1", 6), share("11", 5)]),
        SheetFault::Overfull(1010)
    );
    assert_eq!(
        fault_of(1010, vec![share("99", 1)]),
        SheetFault::Task(TaskCode("99".to_owned()))
    );
    let slotless = Sheet {
        slot_minutes: 0,
        ..sheet("S009", 6, 10)
    };
    assert!(matches!(
        refused(vec![recorded(Wave::Before, slotless)]),
        BookFault::Conflict(Conflict::SheetUnsound(_, SheetFault::NoSlot))
    ));
}

#[test]
fn a_replaced_sheet_may_start_at_another_minute() {
    let (_folder, mut book) = book();
    let longer = Sheet {
        actual: Span::new(900, 1050).ok(),
        ..sheet("S001", 6, 8)
    };
    let change = vec![replaced(sheet("S001", 6, 8), longer.clone())];
    book.apply(imported("b.xlsx"), change, now()).unwrap();
    assert_eq!(
        book.sheets_of(Wave::Before).unwrap(),
        vec![longer, sheet("S002", 6, 10)]
    );
    book.undo(now()).unwrap();
    assert_eq!(
        book.sheets_of(Wave::Before).unwrap(),
        vec![sheet("S001", 6, 8), sheet("S002", 6, 10)]
    );
}

#[test]
fn a_new_book_overwrites_nothing_and_needs_its_folder() {
    let (folder, path) = place();
    std::fs::write(&path, "mine").unwrap();
    let error = Book::create(&path, founding(), now()).unwrap_err();
    assert_eq!(error.fault, BookFault::Exists);
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");

    let nowhere = folder.path().join("none").join("a.yutori");
    let error = Book::create(&nowhere, founding(), now()).unwrap_err();
    assert_eq!(error.fault, BookFault::NoFolder);
}

#[test]
fn a_new_book_leaves_nothing_else_in_its_folder() {
    let (folder, book) = book();
    drop(book);
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["苑 1.yutori"]);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_a_book() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, book) = book();
    let mode = std::fs::metadata(book.path()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
