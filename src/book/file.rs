//! The file on the disk: making it whole or not at all, opening it, and copying it before a migration.
//!
//! The file of an open book is touched by `SQLite` only. On Unix, closing any other handle of the same file would let go
//! of the locks that keep a second program from writing.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tempfile::NamedTempFile;

use super::error::BookFault;
use super::schema;

/// How a file is opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// The steps of the schema.
    pub(super) steps: &'static [&'static str],
    /// How long to wait for another program.
    pub(super) patience: Duration,
    /// Whether the file may be written. A file that cannot be written is opened for reading all the same.
    pub(super) to_write: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            steps: schema::STEPS,
            patience: Duration::from_secs(2),
            to_write: true,
        }
    }
}

/// Opens a file that must be a book, and brings it to the version of this program.
pub(super) fn open(path: &Path, manner: Manner) -> Result<Connection, BookFault> {
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotADirectory => BookFault::NotFound,
        _ => error.into(),
    })?;
    if about.is_dir() {
        return Err(BookFault::Folder);
    }
    if !about.is_file() {
        return Err(BookFault::Foreign);
    }
    if about.len() == 0 {
        return Err(BookFault::Empty);
    }
    let mut connection = connect(path, manner)?;
    if !schema::is_marked(&connection)? {
        return Err(BookFault::Foreign);
    }
    migrate(&mut connection, path, manner)?;
    Ok(connection)
}

/// Makes a new file; `fill` writes its contents within one transaction.
///
/// The file is made under another name beside its place and gets its own name only when it is whole. On Unix nobody but
/// its owner can read it.
pub(super) fn create(
    path: &Path,
    manner: Manner,
    fill: impl FnOnce(&Connection) -> Result<(), BookFault>,
) -> Result<(), BookFault> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(BookFault::Exists);
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(BookFault::NoFolder);
    }
    let unfinished = tempfile::Builder::new()
        .prefix(".yutori-")
        .suffix(".new")
        .tempfile_in(folder)
        .map_err(|error| match error.kind() {
            io::ErrorKind::ReadOnlyFilesystem => BookFault::Denied,
            _ => error.into(),
        })?
        .into_temp_path();
    let mut connection = connect(&unfinished, manner)?;
    let transaction = connection.transaction()?;
    schema::mark(&transaction)?;
    schema::take_steps(&transaction, manner.steps)?;
    fill(&transaction)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    unfinished.persist_noclobber(path).map_err(|refused| refused.error)?;
    sync_folder(folder);
    Ok(())
}

fn connect(path: &Path, manner: Manner) -> Result<Connection, BookFault> {
    let access = if manner.to_write {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    // `./` keeps SQLite from taking a name like `file:a` or `:memory:` for something other than a name.
    let plain = if path.is_relative() {
        Path::new(".").join(path)
    } else {
        path.to_owned()
    };
    let connection = Connection::open_with_flags(plain, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(manner.patience)?;
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if mode == "wal" && !connection.is_readonly("main")? {
        // Another tool has switched it; WAL does not work on network shares.
        connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    }
    settle(&connection)?;
    Ok(connection)
}

/// Sets what every connection to a book has in common.
///
/// `EXTRA` is `FULL`, and the folder is synced too when the rollback journal is deleted: without that, a power cut right
/// after a commit could bring the journal back and with it the state before.
pub(super) fn settle(connection: &Connection) -> Result<(), BookFault> {
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(())
}

fn migrate(connection: &mut Connection, path: &Path, manner: Manner) -> Result<(), BookFault> {
    let known = schema::version_after(manner.steps);
    let found = schema::version(connection)?;
    if found > known {
        return Err(BookFault::Newer { found, known });
    }
    if found < 1 {
        return Err(BookFault::Damaged(format!("version {found}")));
    }
    if found == known {
        return Ok(());
    }
    if connection.is_readonly("main")? {
        return Err(BookFault::ReadOnly);
    }
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let mut copy = None;
    let done = step_up(connection, path, manner, &mut copy).and_then(|()| Ok(connection.execute_batch("COMMIT")?));
    if done.is_err() {
        // The file is as it was; what counts is the fault that was found first. A copy would only pile up.
        let _ = connection.execute_batch("ROLLBACK");
        let _ = copy.map(fs::remove_file);
    }
    done
}

/// Copies the file as it is and takes the missing steps; nobody else can write meanwhile.
fn step_up(
    connection: &mut Connection,
    path: &Path,
    manner: Manner,
    copy: &mut Option<PathBuf>,
) -> Result<(), BookFault> {
    // Another program may have been faster.
    let found = schema::version(connection)?;
    let known = schema::version_after(manner.steps);
    if found > known {
        return Err(BookFault::Newer { found, known });
    }
    if found < known {
        *copy = Some(keep_copy(&connection.serialize("main")?, path, found)?);
        schema::take_steps(connection, manner.steps)?;
    }
    Ok(())
}

/// Writes `NAME.yutori.v1-backup`, or with a number behind when there is one already.
fn keep_copy(bytes: &[u8], path: &Path, version: i64) -> Result<PathBuf, BookFault> {
    let folder = folder_of(path);
    let mut unnamed = NamedTempFile::new_in(folder)?;
    unnamed.write_all(bytes)?;
    unnamed.as_file().sync_all()?;
    let mut unnamed = unnamed.into_temp_path();
    let mut count = 1;
    loop {
        let name = backup_name(path, version, count);
        match unnamed.persist_noclobber(&name) {
            Ok(()) => {
                sync_folder(folder);
                return Ok(name);
            }
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => unnamed = refused.path,
            Err(refused) => return Err(refused.error.into()),
        }
        count += 1;
    }
}

fn backup_name(path: &Path, version: i64, count: u32) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(format!(".v{version}-backup"));
    if count > 1 {
        name.push(format!("-{count}"));
    }
    PathBuf::from(name)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a new name in a folder survive a power cut, where the system can do that.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        // Some file systems refuse to sync a folder; the file itself is on the disk in any case.
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}
