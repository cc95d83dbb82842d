//! The form of the file: application id, version, and the steps from one version to the next.

use rusqlite::Connection;

use super::error::BookFault;

/// `yutr` in ASCII: says in the file's header that it is a book.
pub(super) const APPLICATION_ID: i32 = 0x7975_7472;

/// Step `n` (from 1) makes version `n` out of version `n - 1`. Steps are only ever added, never changed, and a new book
/// goes through all of them, so that every book of a version has the same form.
pub(super) const STEPS: &[&str] = &[
    include_str!("schema/001.sql"),
    include_str!("schema/002.sql"),
    include_str!("schema/003.sql"),
    include_str!("schema/004.sql"),
    include_str!("schema/005.sql"),
];

/// The version that a list of steps leads to.
pub(super) fn version_after(steps: &[&str]) -> i64 {
    i64::try_from(steps.len()).expect("there are few steps")
}

/// Version of an open file.
pub(super) fn version(connection: &Connection) -> Result<i64, BookFault> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Says in the header that the file is a book.
pub(super) fn mark(connection: &Connection) -> Result<(), BookFault> {
    Ok(connection.pragma_update(None, "application_id", APPLICATION_ID)?)
}

/// Whether the header says that the file is a book.
pub(super) fn is_marked(connection: &Connection) -> Result<bool, BookFault> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    Ok(id == APPLICATION_ID)
}

/// Takes the steps that a file has not taken yet, within the transaction of the caller.
pub(super) fn take_steps(connection: &Connection, steps: &[&str]) -> Result<(), BookFault> {
    let taken = usize::try_from(version(connection)?).unwrap_or(usize::MAX);
    for step in steps.iter().skip(taken) {
        connection.execute_batch(step)?;
    }
    Ok(connection.pragma_update(None, "user_version", version_after(steps))?)
}
