//! Files that are no books, other programs, full disks, writing cut off in the middle, older and newer versions.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::*;
use crate::book::file::Manner;
use crate::book::{BookFault, schema};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::text::{Lang, Text};

fn fault(path: &Path) -> BookFault {
    Book::open(path).unwrap_err().fault
}

#[test]
fn what_is_no_book_gets_its_own_error() {
    let (folder, path) = place();
    assert_eq!(fault(&path), BookFault::NotFound);
    assert_eq!(fault(folder.path()), BookFault::Folder);
    fs::write(&path, "").unwrap();
    assert_eq!(fault(&path), BookFault::Empty);
    assert_eq!(fault(&path.join("below")), BookFault::NotFound);
    for bytes in [vec![b'x'], b"PK\x03\x04 not a book".repeat(300), vec![0; 5000]] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(fault(&path), BookFault::Foreign);
    }
}

#[test]
fn a_database_of_another_program_is_no_book() {
    let (_folder, path) = place();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE a (b)").unwrap();
    assert_eq!(fault(&path), BookFault::Foreign);
}

/// Opens a book and reads everything in it.
fn read_all(path: &Path) -> Result<(), BookFault> {
    let read = || {
        let book = Book::open(path)?;
        book.sheets()?;
        book.history()?;
        book.check()
    };
    let integrity = read().map_err(|error| error.fault)?;
    if integrity.is_whole() {
        Ok(())
    } else {
        Err(BookFault::Damaged(format!("{:?}", integrity.problems)))
    }
}

#[test]
fn a_book_cut_off_anywhere_is_damaged() {
    let (folder, book) = book();
    let whole = fs::read(book.path()).unwrap();
    let cut = folder.path().join("cut.yutori");
    for length in (100..whole.len()).step_by(1777) {
        fs::write(&cut, whole.get(..length).unwrap()).unwrap();
        let fault = read_all(&cut).unwrap_err();
        assert!(matches!(fault, BookFault::Damaged(_)), "{length}: {fault:?}");
    }
}

#[test]
fn overwritten_pages_are_found_and_never_a_panic() {
    let (folder, book) = book();
    let whole = fs::read(book.path()).unwrap();
    let path = folder.path().join("scratched.yutori");
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..][..600].fill(0xa5);
        fs::write(&path, bytes).unwrap();
        let fault = read_all(&path).unwrap_err();
        assert!(matches!(fault, BookFault::Damaged(_)), "page {page}: {fault:?}");
    }
}

const IMPATIENT: Manner = Manner {
    steps: schema::STEPS,
    patience: Duration::ZERO,
    to_write: true,
};

#[test]
fn a_book_that_another_program_writes_to_is_locked_but_readable() {
    let (_folder, book) = book();
    let mut ours = Book::open_as(book.path(), IMPATIENT).unwrap();
    book.connection().execute_batch("BEGIN IMMEDIATE").unwrap();
    let change = || vec![recorded(Wave::Before, sheet("S009", 6, 10))];
    let error = ours.apply(imported("b.csv"), change(), now()).unwrap_err();
    assert_eq!(error.fault, BookFault::Locked);
    assert_eq!(ours.undo(now()).unwrap_err().fault, BookFault::Locked);
    assert_eq!(ours.sheets().unwrap().len(), 2);
    book.connection().execute_batch("ROLLBACK").unwrap();
    assert!(ours.apply(imported("b.csv"), change(), now()).unwrap().is_some());
}

#[test]
fn a_reader_in_the_way_of_a_commit_costs_nothing_but_that_act() {
    let (_folder, book) = book();
    let mut ours = Book::open_as(book.path(), IMPATIENT).unwrap();
    book.connection()
        .execute_batch("BEGIN; SELECT count(*) FROM sheet;")
        .unwrap();
    let mut reading = book.connection().prepare("SELECT * FROM sheet").unwrap();
    let mut rows = reading.query([]).unwrap();
    rows.next().unwrap();
    let change = || vec![recorded(Wave::Before, sheet("S009", 6, 10))];
    let error = ours.apply(imported("b.csv"), change(), now()).unwrap_err();
    assert_eq!(error.fault, BookFault::Locked);
    assert_eq!(ours.sheets().unwrap().len(), 2);
    drop(rows);
    book.connection().execute_batch("COMMIT").unwrap();
    assert!(ours.apply(imported("b.csv"), change(), now()).unwrap().is_some());
    assert!(ours.check().unwrap().is_whole());
}

#[test]
fn a_book_that_cannot_be_written_can_be_read() {
    let (_folder, book) = book();
    let read_only = Manner {
        to_write: false,
        ..IMPATIENT
    };
    let mut ours = Book::open_as(book.path(), read_only).unwrap();
    assert_eq!(ours.sheets().unwrap(), book.sheets().unwrap());
    assert!(ours.check().unwrap().is_whole());
    let change = vec![recorded(Wave::Before, sheet("S009", 6, 10))];
    let error = ours.apply(imported("b.csv"), change, now()).unwrap_err();
    assert_eq!(error.fault, BookFault::ReadOnly);
}

#[test]
fn a_full_disk_leaves_the_book_as_it_was() {
    let (_folder, mut book) = book();
    let pages: i64 = book
        .connection()
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    book.connection()
        .execute_batch(&format!("PRAGMA max_page_count = {pages}"))
        .unwrap();
    let before = fs::read(book.path()).unwrap();
    let many = (0..100).map(|staff| recorded(Wave::Before, sheet(&format!("T{staff}"), 6, 10)));
    let error = book.apply(imported("b.csv"), many.collect(), now()).unwrap_err();
    assert_eq!(error.fault, BookFault::DiskFull);
    assert_eq!(fs::read(book.path()).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn a_book_that_was_moved_away_is_not_written() {
    let (folder, mut book) = book();
    fs::rename(book.path(), folder.path().join("elsewhere.yutori")).unwrap();
    let change = vec![recorded(Wave::Before, sheet("S009", 6, 10))];
    let error = book.apply(imported("b.csv"), change, now()).unwrap_err();
    assert_eq!(error.fault, BookFault::Moved);
}

/// Copies a book and its rollback journal as they are in the middle of writing, as after a power cut.
fn cut_off_while_writing(book: &Book, folder: &Path) -> PathBuf {
    let connection = book.connection();
    connection
        .execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
        .unwrap();
    for staff in 0..400 {
        let change = recorded(Wave::After(1), sheet(&format!("T{staff}"), 6, 10));
        crate::book::tables::project(connection, &change).unwrap();
    }
    let journal = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push("-journal");
        PathBuf::from(name)
    };
    let copy = folder.join("copy.yutori");
    fs::copy(book.path(), &copy).unwrap();
    fs::copy(journal(book.path()), journal(&copy)).unwrap();
    connection.execute_batch("ROLLBACK").unwrap();
    copy
}

#[test]
fn writing_cut_off_in_the_middle_is_taken_back_by_the_next_opening() {
    let (folder, book) = book();
    let before = fs::read(book.path()).unwrap();
    let copy = cut_off_while_writing(&book, folder.path());
    assert_ne!(fs::read(&copy).unwrap(), before);
    let reopened = Book::open(&copy).unwrap();
    assert_eq!(reopened.sheets().unwrap(), book.sheets().unwrap());
    assert!(reopened.check().unwrap().is_whole());
    assert_eq!(fs::read(&copy).unwrap(), before);
}

#[test]
fn half_done_writing_that_cannot_be_taken_back_is_said_so() {
    let (folder, book) = book();
    let copy = cut_off_while_writing(&book, folder.path());
    let read_only = Manner {
        to_write: false,
        ..IMPATIENT
    };
    let error = Book::open_as(&copy, read_only).unwrap_err();
    assert_eq!(error.fault, BookFault::Interrupted);
}

const TOMORROW: Manner = Manner {
    steps: &[
        include_str!("../schema/001.sql"),
        include_str!("../schema/002.sql"),
        include_str!("../schema/003.sql"),
        include_str!("../schema/004.sql"),
        include_str!("../schema/005.sql"),
        "ALTER TABLE office ADD COLUMN phone TEXT",
    ],
    ..IMPATIENT
};

#[test]
fn an_older_book_is_copied_and_brought_up_to_date() {
    let (folder, book) = book();
    let (path, sheets) = (book.path().to_owned(), book.sheets().unwrap());
    let before = fs::read(&path).unwrap();
    drop(book);

    let newer = Book::open_as(&path, TOMORROW).unwrap();
    assert_eq!(newer.sheets().unwrap(), sheets);
    assert_eq!(schema::version(newer.connection()).unwrap(), 6);
    let integrity = newer.check().unwrap();
    assert!(integrity.is_whole(), "{:?}", integrity.problems);
    let copy = folder.path().join("苑 1.yutori.v5-backup");
    assert_eq!(fs::read(&copy).unwrap(), before);
    assert_eq!(Book::open(&copy).unwrap().sheets().unwrap(), sheets);
    assert_eq!(fault(&path), BookFault::Newer { found: 6, known: 5 });
}

#[test]
fn a_book_of_the_first_version_is_brought_up_to_date() {
    let (folder, book) = book();
    let (path, sheets) = (book.path().to_owned(), book.sheets().unwrap());
    let back = "ALTER TABLE sheet DROP COLUMN manner; ALTER TABLE sheet DROP COLUMN list;
        ALTER TABLE sheet DROP COLUMN copied; DROP TABLE task_list; DROP TABLE record; PRAGMA user_version = 1";
    book.connection().execute_batch(back).unwrap();
    drop(book);

    let book = Book::open(&path).unwrap();
    assert_eq!(book.sheets().unwrap(), sheets);
    let integrity = book.check().unwrap();
    assert!(integrity.is_whole(), "{:?}", integrity.problems);
    assert!(folder.path().join("苑 1.yutori.v1-backup").exists());
}

#[test]
fn an_earlier_copy_is_not_overwritten() {
    let (folder, book) = book();
    let earlier = folder.path().join("苑 1.yutori.v5-backup");
    fs::write(&earlier, "earlier").unwrap();
    let before = fs::read(book.path()).unwrap();
    Book::open_as(book.path(), TOMORROW).unwrap();
    assert_eq!(fs::read(&earlier).unwrap(), b"earlier");
    assert_eq!(fs::read(folder.path().join("苑 1.yutori.v5-backup-2")).unwrap(), before);
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let (folder, book) = book();
    let before = fs::read(book.path()).unwrap();
    let broken = Manner {
        steps: &[
            include_str!("../schema/001.sql"),
            include_str!("../schema/002.sql"),
            include_str!("../schema/003.sql"),
            include_str!("../schema/004.sql"),
            include_str!("../schema/005.sql"),
            "DROP TABLE file; ALTER TABLE nowhere ADD COLUMN phone TEXT",
        ],
        ..IMPATIENT
    };
    let error = Book::open_as(book.path(), broken).unwrap_err();
    assert!(matches!(error.fault, BookFault::Damaged(_)));
    assert_eq!(fs::read(book.path()).unwrap(), before);
    assert!(Book::open(book.path()).unwrap().check().unwrap().is_whole());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_book_of_an_older_version_that_cannot_be_written_is_left_alone() {
    let (folder, book) = book();
    let read_only = Manner {
        to_write: false,
        ..TOMORROW
    };
    let error = Book::open_as(book.path(), read_only).unwrap_err();
    assert_eq!(error.fault, BookFault::ReadOnly);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_book_that_another_tool_switched_to_wal_is_switched_back() {
    let (folder, book) = book();
    let path = book.path().to_owned();
    drop(book);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
    drop(other);
    let mut ours = Book::open(&path).unwrap();
    ours.undo(now()).unwrap();
    assert!(!folder.path().join("苑 1.yutori-wal").exists());
    let mode: String = ours
        .connection()
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "delete");
}

#[test]
fn every_fault_says_what_is_wrong_and_what_to_try_in_both_languages() {
    let detail = || "disk I/O error".to_owned();
    for fault in [
        BookFault::NotFound,
        BookFault::Folder,
        BookFault::Empty,
        BookFault::Foreign,
        BookFault::Newer { found: 3, known: 1 },
        BookFault::Damaged(detail()),
        BookFault::Locked,
        BookFault::Exists,
        BookFault::NoFolder,
        BookFault::ReadOnly,
        BookFault::Interrupted,
        BookFault::Denied,
        BookFault::Moved,
        BookFault::DiskFull,
        BookFault::Disk(detail()),
    ] {
        for lang in [Lang::Ja, Lang::En] {
            let text = Text::new(lang);
            assert_ne!(text.say(&fault.phrase()), fault.phrase().key());
            assert!(text.hint(&fault.phrase()).is_some(), "{fault:?}");
        }
    }
}

#[test]
fn a_failure_names_the_file_and_the_exit_status() {
    let (_folder, path) = place();
    let failure = Failure::from(Book::open(&path).unwrap_err());
    assert_eq!(failure.message, phrase("book-not-found"));
    assert_eq!((failure.code, failure.exit), ("book-not-found", Exit::Book));
    assert_eq!(failure.place, Some(path.display().to_string()));
    fs::write(&path, "").unwrap();
    let exists = Failure::from(Book::create(&path, founding(), now()).unwrap_err());
    assert_eq!(exists.exit, Exit::Refused);
}
