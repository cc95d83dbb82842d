//! Is the book whole? The file, the journal, and whether replaying the journal gives exactly the tables.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::act::{ActId, Occasion};
use super::change::Change;
use super::error::BookFault;
use super::line::Line;
use super::{journal, records, schema, tables};
use crate::office::{clock, printable};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// What was tested on a book (完全性).
#[derive(Debug, Clone, PartialEq)]
pub struct Integrity {
    /// `SQLite` finds the file sound, and it has the form that this version writes.
    pub file: bool,
    /// The journal has no gap, every seal fits, every entry can be read.
    pub journal: bool,
    /// Replaying the journal gives exactly the tables.
    pub replay: bool,
    /// Changes in the journal.
    pub changes: u64,
    /// What is wrong; empty when all is well.
    pub problems: Vec<Phrase>,
}

impl Integrity {
    /// Whether all is well.
    pub fn is_whole(&self) -> bool {
        self.file && self.journal && self.replay
    }
}

/// Tests a book as it is at one moment, also while another program is writing to it.
pub(super) fn check(connection: &Connection, steps: &[&str]) -> Result<Integrity, BookFault> {
    let moment = connection.unchecked_transaction()?;
    let mut problems = Vec::new();
    let mut test = |found: Result<Vec<Phrase>, BookFault>| {
        let found = match found {
            // What cannot be read is a finding here; a locked book or a pulled stick is still an error.
            Err(BookFault::Damaged(detail)) => vec![phrase("book-problem-unreadable").with("detail", detail)],
            other => other?,
        };
        let passed = found.is_empty();
        problems.extend(found);
        Ok::<_, BookFault>(passed)
    };
    let file = test(of_file(&moment, steps))?;
    let journal = test(of_journal(&moment))?;
    let replay = test(of_replay(&moment, steps))?;
    let changes: i64 = moment
        .query_row("SELECT count(*) FROM change", [], |row| row.get(0))
        .unwrap_or(0);
    Ok(Integrity {
        file,
        journal,
        replay,
        changes: u64::try_from(changes).unwrap_or(0),
        problems,
    })
}

fn of_file(connection: &Connection, steps: &[&str]) -> Result<Vec<Phrase>, BookFault> {
    let mut problems = Vec::new();
    for detail in texts(connection, "PRAGMA integrity_check (5)")? {
        if detail != "ok" {
            problems.push(phrase("book-problem-file").with("detail", detail));
        }
    }
    if !texts(connection, "PRAGMA foreign_key_check")?.is_empty() {
        problems.push(phrase("book-problem-file").with("detail", "foreign_key_check"));
    }
    let form = "SELECT name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY type, name";
    if texts(connection, form)? != texts(&blank(steps)?, form)? {
        problems.push(phrase("book-problem-form"));
    }
    Ok(problems)
}

fn texts(connection: &Connection, query: &str) -> Result<Vec<String>, BookFault> {
    connection
        .prepare(query)?
        .query_and_then([], |row| Ok(row.get(0)?))?
        .collect()
}

fn of_journal(connection: &Connection) -> Result<Vec<Phrase>, BookFault> {
    let mut problems = Vec::new();
    let mut line = Line::default();
    let mut seal = String::new();
    for (expected, entry) in (1..).zip(journal::entries(connection)?) {
        let bodies = journal::bodies(connection, entry.id)?;
        if entry.id != expected {
            problems.push(phrase("book-problem-gap").with("act", expected));
            break;
        }
        if bodies.len() != entry.changes || entry.seal != entry.seal_over(&seal, &bodies) {
            problems.push(phrase("book-problem-seal").with("act", entry.id));
        }
        // Only a body with the word can found; reading every sheet again would take as long as the whole test.
        let founds = |body: &String| {
            body.contains("book_founded") && matches!(serde_json::from_str(body), Ok(Change::BookFounded(_)))
        };
        match entry.occasion() {
            Err(_) => problems.push(phrase("book-problem-entry").with("act", entry.id)),
            Ok(occasion) => {
                let starts = entry.id == 1 && occasion == Occasion::Founded && bodies.iter().all(founds);
                let goes_on = entry.id > 1 && occasion != Occasion::Founded && !bodies.iter().any(founds);
                if !(starts || goes_on) || line.follow(ActId(entry.id), &occasion).is_err() {
                    problems.push(phrase("book-problem-turn").with("act", entry.id));
                }
            }
        }
        seal = entry.seal;
    }
    if seal.is_empty() {
        problems.push(phrase("book-problem-gap").with("act", 1));
    }
    Ok(problems)
}

fn of_replay(connection: &Connection, steps: &[&str]) -> Result<Vec<Phrase>, BookFault> {
    let replayed = blank(steps)?;
    for entry in journal::entries(connection)? {
        for body in journal::bodies(connection, entry.id)? {
            let done = serde_json::from_str(&body)
                .map_err(BookFault::from)
                .and_then(|change: Change| tables::project(&replayed, &change));
            if done.is_err() {
                return Ok(vec![phrase("book-problem-replay").with("act", entry.id)]);
            }
        }
    }
    let mut problems = Vec::new();
    for table in &TABLES {
        if let Some(row) = first_difference(connection, &replayed, table)? {
            problems.push(
                phrase("book-problem-table")
                    .with("table", (table.words)())
                    .with("row", printable(&(table.name_row)(&row))),
            );
        }
    }
    if let Some(fault) = records::cause_fault(connection)? {
        problems.push(phrase("causes-problem").with("fault", fault.phrase()));
    }
    Ok(problems)
}

/// An empty book in memory.
fn blank(steps: &[&str]) -> Result<Connection, BookFault> {
    let connection = Connection::open_in_memory()?;
    schema::take_steps(&connection, steps)?;
    // Nothing of it is kept, so one transaction holds the whole replay.
    connection.execute_batch("BEGIN")?;
    Ok(connection)
}

/// A table that the replay must give again.
struct Table {
    rows: &'static str,
    words: fn() -> Phrase,
    name_row: fn(&[Value]) -> String,
}

const TABLES: [Table; 6] = [
    Table {
        rows: "SELECT * FROM founding",
        words: || phrase("book-table-founding"),
        name_row: |_| String::new(),
    },
    Table {
        rows: "SELECT * FROM office",
        words: || phrase("book-table-office"),
        name_row: |_| String::new(),
    },
    Table {
        rows: "SELECT * FROM sheet ORDER BY wave, staff, date, starts_at",
        words: || phrase("book-table-sheet"),
        name_row: name_sheet,
    },
    Table {
        rows: "SELECT name, * FROM file ORDER BY rowid",
        words: || phrase("book-table-file"),
        name_row: |row| row.first().map_or_else(String::new, plain),
    },
    Table {
        rows: "SELECT * FROM task_list ORDER BY number",
        words: || phrase("book-table-task-list"),
        name_row: |row| row.first().map_or_else(String::new, plain),
    },
    Table {
        rows: "SELECT * FROM record ORDER BY kind, key",
        words: || phrase("book-table-record"),
        name_row: |row| row.iter().take(2).map(plain).collect::<Vec<_>>().join(" "),
    },
];

fn name_sheet(row: &[Value]) -> String {
    let [Value::Integer(wave), staff, date, Value::Integer(starts_at), ..] = row else {
        return String::new();
    };
    let wave = tables::wave(*wave).map_or_else(|_| wave.to_string(), Wave::id);
    let starts_at = u16::try_from(*starts_at).map_or_else(|_| starts_at.to_string(), clock);
    format!("{wave} {} {} {starts_at}", plain(staff), plain(date))
}

fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The first row that is not the same in both.
fn first_difference(ours: &Connection, replayed: &Connection, table: &Table) -> Result<Option<Vec<Value>>, BookFault> {
    let mut ours = ours.prepare(table.rows)?;
    let mut replayed = replayed.prepare(table.rows)?;
    let columns = ours.column_count();
    if columns != replayed.column_count() {
        return Ok(Some(Vec::new()));
    }
    let row = |row: &rusqlite::Row<'_>| {
        (0..columns)
            .map(|column| row.get(column))
            .collect::<Result<Vec<Value>, _>>()
    };
    let mut ours = ours.query_map([], row)?;
    let mut replayed = replayed.query_map([], row)?;
    loop {
        match (ours.next().transpose()?, replayed.next().transpose()?) {
            (None, None) => return Ok(None),
            (left, right) if left == right => {}
            (left, right) => return Ok(left.or(right)),
        }
    }
}
