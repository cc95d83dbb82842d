//! The journal: acts with their changes, each act sealed onto the one before.
//!
//! The seal of an act is a fingerprint over the seal before it, the act itself and its changes, so that an entry that was
//! altered, left out or put in later is found. It guards against accidents and clumsy tools; whoever can write the file
//! can also make new seals.

use chrono::DateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::act::{Act, ActId, ActState, Occasion};
use super::change::Change;
use super::error::BookFault;
use super::fingerprint::fingerprint_of_all;
use super::line::Line;
use crate::clock::Moment;

/// An act as it stands in the journal.
pub(super) struct Entry {
    pub(super) id: i64,
    pub(super) at: String,
    pub(super) occasion: String,
    pub(super) changes: usize,
    pub(super) seal: String,
}

impl Entry {
    fn of(row: &Row<'_>) -> Result<Self, rusqlite::Error> {
        Ok(Self {
            id: row.get(0)?,
            at: row.get(1)?,
            occasion: row.get(2)?,
            changes: usize::try_from(row.get::<_, u32>(3)?).unwrap_or(usize::MAX),
            seal: row.get(4)?,
        })
    }

    /// The seal that this act must have.
    pub(super) fn seal_over(&self, before: &str, bodies: &[String]) -> String {
        let id = self.id.to_string();
        let act = [before, &id, &self.at, &self.occasion];
        fingerprint_of_all(act.into_iter().chain(bodies.iter().map(String::as_str)))
    }

    pub(super) fn occasion(&self) -> Result<Occasion, BookFault> {
        Ok(serde_json::from_str(&self.occasion)?)
    }

    fn act(&self) -> Result<Act, BookFault> {
        let damaged = |_| BookFault::Damaged(format!("act {}: {}", self.id, self.at));
        Ok(Act {
            id: ActId(self.id),
            at: DateTime::parse_from_rfc3339(&self.at).map_err(damaged)?,
            occasion: self.occasion()?,
            changes: self.changes,
            state: ActState::Done,
        })
    }
}

/// Appends an act with its changes; there is at least one.
pub(super) fn append(
    connection: &Connection,
    at: Moment,
    occasion: &Occasion,
    changes: &[Change],
) -> Result<ActId, BookFault> {
    let last: Option<(i64, String)> = connection
        .prepare_cached("SELECT id, seal FROM act ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (last, seal_before) = last.unwrap_or_default();
    let bodies = changes
        .iter()
        .map(serde_json::to_string)
        .collect::<Result<Vec<_>, _>>()?;
    let mut entry = Entry {
        id: last + 1,
        at: at.to_rfc3339(),
        occasion: serde_json::to_string(occasion)?,
        changes: bodies.len(),
        seal: String::new(),
    };
    entry.seal = entry.seal_over(&seal_before, &bodies);
    connection
        .prepare_cached("INSERT INTO act (id, at, occasion, changes, seal) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            entry.id,
            entry.at,
            entry.occasion,
            i64::try_from(entry.changes).unwrap_or(i64::MAX),
            entry.seal
        ])?;
    append_bodies(connection, entry.id, &bodies)?;
    Ok(ActId(entry.id))
}

fn append_bodies(connection: &Connection, act: i64, bodies: &[String]) -> Result<(), BookFault> {
    let last: i64 = connection
        .prepare_cached("SELECT ifnull(max(id), 0) FROM change")?
        .query_row([], |row| row.get(0))?;
    let mut insert = connection.prepare_cached("INSERT INTO change (id, act, body) VALUES (?1, ?2, ?3)")?;
    for (id, body) in (last + 1..).zip(bodies) {
        insert.execute(params![id, act, body])?;
    }
    Ok(())
}

/// All acts as they stand in the journal, oldest first.
pub(super) fn entries(connection: &Connection) -> Result<Vec<Entry>, BookFault> {
    connection
        .prepare_cached("SELECT id, at, occasion, changes, seal FROM act ORDER BY id")?
        .query_and_then([], |row| Ok(Entry::of(row)?))?
        .collect()
}

/// The changes of one act as they stand in the journal.
pub(super) fn bodies(connection: &Connection, act: i64) -> Result<Vec<String>, BookFault> {
    connection
        .prepare_cached("SELECT body FROM change WHERE act = ?1 ORDER BY id")?
        .query_and_then([act], |row| Ok(row.get(0)?))?
        .collect()
}

/// The changes of one act.
pub(super) fn changes(connection: &Connection, act: ActId) -> Result<Vec<Change>, BookFault> {
    bodies(connection, act.0)?
        .iter()
        .map(|body| Ok(serde_json::from_str(body)?))
        .collect()
}

/// All acts, oldest first, with what has become of them.
pub(super) fn acts(connection: &Connection) -> Result<(Vec<Act>, Line), BookFault> {
    let mut line = Line::default();
    let mut acts = Vec::new();
    for entry in entries(connection)? {
        let act = entry.act()?;
        line.follow(act.id, &act.occasion)
            .map_err(|_| BookFault::Damaged(format!("act {} is out of turn", act.id)))?;
        acts.push(act);
    }
    for act in &mut acts {
        act.state = line.state(act.id);
    }
    Ok((acts, line))
}
