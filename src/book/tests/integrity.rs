//! The journal that cannot be changed, and the check that finds what was changed all the same.

use super::*;
use crate::book::Integrity;

/// A check of the book after somebody has been at it with another tool.
fn after(tampering: &str) -> Integrity {
    let (_folder, book) = book();
    book.connection().execute_batch(tampering).unwrap();
    book.check().unwrap()
}

fn keys(integrity: &Integrity) -> Vec<&'static str> {
    integrity.problems.iter().map(crate::phrase::Phrase::key).collect()
}

#[test]
fn an_untouched_book_is_whole() {
    let (_folder, book) = book();
    let integrity = book.check().unwrap();
    assert!(integrity.is_whole());
    assert_eq!((integrity.changes, integrity.problems), (4, vec![]));
}

#[test]
fn the_journal_refuses_to_be_updated_deleted_or_replaced() {
    let (_folder, book) = book();
    for attempt in [
        "UPDATE act SET at = 'never' WHERE id = 2",
        "UPDATE change SET body = '{}'",
        "DELETE FROM act WHERE id = 2",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO act (id, at, occasion, changes, seal) VALUES (2, '', '', 1, '')",
        "INSERT OR REPLACE INTO change (id, act, body) VALUES (2, 2, '{}')",
        "INSERT INTO change (id, act, body) VALUES (5, 1, '{}')",
        "INSERT INTO act (id, at, occasion, changes, seal) VALUES (4, '', '', 1, '')",
    ] {
        let refusal = book.connection().execute_batch(attempt).unwrap_err().to_string();
        assert!(refusal.contains("append-only"), "{attempt}: {refusal}");
    }
    assert!(book.check().unwrap().is_whole());
}

#[test]
fn a_tampered_table_is_found_with_its_row() {
    let integrity = after("UPDATE sheet SET note = 'x' WHERE staff = 'S002'");
    assert_eq!(
        (integrity.file, integrity.journal, integrity.replay),
        (true, true, false)
    );
    assert_eq!(keys(&integrity), ["book-problem-table"]);
    assert!(
        integrity.problems[0]
            .to_string()
            .contains("before S002 2025-10-06 16:30")
    );

    for tampering in [
        "DELETE FROM sheet WHERE staff = 'S001'",
        "INSERT INTO sheet SELECT 3, staff, date, starts_at, role, unit, scheduled_from, scheduled_to, actual_from,
         actual_to, slot_minutes, cells, note, manner, list, copied FROM sheet LIMIT 1",
        "UPDATE office SET name = ''",
        "UPDATE founding SET slot_minutes = 15",
        "DELETE FROM file",
    ] {
        let integrity = after(tampering);
        assert_eq!((integrity.journal, integrity.replay), (true, false), "{tampering}");
    }
}

const OPEN_THE_JOURNAL: &str = "DROP TRIGGER act_is_never_updated; DROP TRIGGER act_is_never_deleted;
    DROP TRIGGER change_is_never_updated; DROP TRIGGER change_is_never_deleted;";

#[test]
fn a_tampered_journal_is_found_at_the_entry() {
    for (tampering, found) in [
        (
            "UPDATE act SET at = '2020-01-01T00:00:00+09:00' WHERE id = 2",
            "book-problem-seal",
        ),
        (
            "UPDATE change SET body = replace(body, 'S002', 'S003') WHERE id = 3",
            "book-problem-seal",
        ),
        ("DELETE FROM change WHERE id = 4", "book-problem-seal"),
        ("UPDATE act SET changes = 2 WHERE id = 2", "book-problem-seal"),
        (
            "UPDATE act SET occasion = 'nonsense' WHERE id = 2",
            "book-problem-entry",
        ),
        (
            "UPDATE act SET occasion = '{\"undone\":1}' WHERE id = 2",
            "book-problem-turn",
        ),
        (
            "UPDATE act SET occasion = '\"founded\"' WHERE id = 2",
            "book-problem-turn",
        ),
        (
            "PRAGMA foreign_keys = 0; DELETE FROM act WHERE id = 1",
            "book-problem-gap",
        ),
        ("DELETE FROM change; DELETE FROM act", "book-problem-gap"),
        ("UPDATE change SET body = '{' WHERE id = 3", "book-problem-replay"),
    ] {
        let integrity = after(&format!("{OPEN_THE_JOURNAL} {tampering}"));
        let expected_journal = found == "book-problem-replay";
        assert!(
            keys(&integrity).contains(&found),
            "{tampering}: {:?}",
            integrity.problems
        );
        assert!(!integrity.journal || expected_journal, "{tampering}");
    }
}

#[test]
fn a_book_without_its_triggers_does_not_have_the_right_form() {
    let integrity = after("DROP TRIGGER change_is_never_deleted");
    assert_eq!(
        (integrity.file, integrity.journal, integrity.replay),
        (false, true, true)
    );
    assert_eq!(keys(&integrity), ["book-problem-form"]);
}
