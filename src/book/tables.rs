//! The tables made from the journal: what each change does to them, and reading them.

use std::str::FromStr;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StringDeserializer};
use serde::{Deserialize, Serialize};

use super::change::{Change, FileRead, Founding};
use super::conflict::Conflict;
use super::error::BookFault;
use super::{lists, records};
use crate::office::{Office, Role, Span, Unit};
use crate::worktime::{Cell, ListNumber, Sheet, SheetKey, TaskList, Wave};

/// Does to the tables what a change says, or finds that it does not fit them.
pub(super) fn project(connection: &Connection, change: &Change) -> Result<(), BookFault> {
    match change {
        Change::BookFounded(founding) => found(connection, founding),
        Change::OfficeDescribed { before, after } => describe(connection, before, after),
        Change::FileTaken(file) => take(connection, file),
        Change::FileForgotten(file) => forget(connection, file),
        Change::SheetRecorded { wave, sheet } => record(connection, *wave, sheet),
        Change::SheetRemoved { wave, sheet } => remove(connection, *wave, sheet),
        Change::SheetReplaced { wave, before, after } => {
            remove(connection, *wave, before)?;
            record(connection, *wave, after)
        }
        Change::TaskListTaken(step) => lists::take(connection, step),
        Change::TaskListGivenBack(step) => lists::give_back(connection, step),
        kept => records::project(connection, kept),
    }
}

fn found(connection: &Connection, founding: &Founding) -> Result<(), BookFault> {
    let written = connection.execute(
        "INSERT INTO founding (one, slot_minutes, night, task_list) VALUES (1, ?1, ?2, ?3) ON CONFLICT DO NOTHING",
        params![
            founding.slot_minutes,
            serde_json::to_string(&founding.night)?,
            serde_json::to_string(&founding.task_list)?
        ],
    )?;
    if written == 0 {
        return Err(Conflict::FoundedAlready.into());
    }
    let Office { name, number, service } = &founding.office;
    connection.execute(
        "INSERT INTO office (one, name, number, service) VALUES (1, ?1, ?2, ?3)",
        params![name, number, service],
    )?;
    Ok(())
}

fn describe(connection: &Connection, before: &Office, after: &Office) -> Result<(), BookFault> {
    if office(connection)? != *before {
        return Err(Conflict::OfficeDiffers.into());
    }
    let Office { name, number, service } = after;
    connection.execute(
        "UPDATE office SET name = ?1, number = ?2, service = ?3",
        params![name, number, service],
    )?;
    Ok(())
}

fn take(connection: &Connection, file: &FileRead) -> Result<(), BookFault> {
    let written = connection
        .prepare_cached(
            "INSERT INTO file (fingerprint, wave, name, kind) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        )?
        .execute(params![file.fingerprint, file.wave.map(number), file.name, file.kind])?;
    if written == 0 {
        return Err(Conflict::FileKnown(file.name.clone()).into());
    }
    Ok(())
}

fn forget(connection: &Connection, file: &FileRead) -> Result<(), BookFault> {
    let gone = connection
        .prepare_cached("DELETE FROM file WHERE fingerprint = ?1 AND wave IS ?2 AND name = ?3 AND kind = ?4")?
        .execute(params![file.fingerprint, file.wave.map(number), file.name, file.kind])?;
    if gone == 0 {
        return Err(Conflict::FileUnknown(file.name.clone()).into());
    }
    Ok(())
}

fn record(connection: &Connection, wave: Wave, sheet: &Sheet) -> Result<(), BookFault> {
    let written = connection
        .prepare_cached(
            "INSERT INTO sheet (wave, staff, date, starts_at, role, unit, scheduled_from, scheduled_to, actual_from,
             actual_to, slot_minutes, cells, note, manner, list, copied)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            number(wave),
            sheet.staff.as_str(),
            sheet.date.to_string(),
            sheet.starts_at(),
            sheet.role.as_ref().map(Role::as_str),
            sheet.unit.as_ref().map(Unit::as_str),
            sheet.scheduled.map(Span::start),
            sheet.scheduled.map(Span::end),
            sheet.actual.map(Span::start),
            sheet.actual.map(Span::end),
            sheet.slot_minutes,
            serde_json::to_string(&sheet.cells)?,
            sheet.note,
            word(&sheet.manner)?,
            sheet.list.0,
            serde_json::to_string(&sheet.copied)?,
        ])?;
    if written == 0 {
        return Err(Conflict::SheetExists(sheet.key(wave)).into());
    }
    Ok(())
}

fn remove(connection: &Connection, wave: Wave, sheet: &Sheet) -> Result<(), BookFault> {
    let key = sheet.key(wave);
    match sheet_with(connection, &key)? {
        None => return Err(Conflict::SheetMissing(key).into()),
        Some(present) if present != *sheet => return Err(Conflict::SheetDiffers(key).into()),
        Some(_) => {}
    }
    connection
        .prepare_cached("DELETE FROM sheet WHERE wave = ?1 AND staff = ?2 AND date = ?3 AND starts_at = ?4")?
        .execute(params![
            number(wave),
            key.staff.as_str(),
            key.date.to_string(),
            key.starts_at
        ])?;
    Ok(())
}

const COLUMNS: &str =
    "wave, staff, date, role, unit, scheduled_from, scheduled_to, actual_from, actual_to, slot_minutes,
    cells, note, manner, list, copied";

/// The task list of the founding.
pub(super) fn first_list(connection: &Connection) -> Result<TaskList, BookFault> {
    let list: String = connection.query_row("SELECT task_list FROM founding", [], |row| row.get(0))?;
    Ok(serde_json::from_str(&list)?)
}

/// The founding, with the office and the task list as they are now.
pub(super) fn founding(connection: &Connection) -> Result<Founding, BookFault> {
    let office = office(connection)?;
    let (slot_minutes, night, task_list): (u16, String, String) =
        connection.query_row("SELECT slot_minutes, night, task_list FROM founding", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let first = serde_json::from_str(&task_list)?;
    Ok(Founding {
        office,
        task_list: lists::latest(connection)?.unwrap_or(first),
        slot_minutes,
        night: serde_json::from_str(&night)?,
    })
}

/// The office as it is now.
pub(super) fn office(connection: &Connection) -> Result<Office, BookFault> {
    let office = connection.query_row("SELECT name, number, service FROM office", [], |row| {
        Ok(Office {
            name: row.get(0)?,
            number: row.get(1)?,
            service: row.get(2)?,
        })
    })?;
    Ok(office)
}

/// Waves with a sheet, in order.
pub(super) fn waves(connection: &Connection) -> Result<Vec<Wave>, BookFault> {
    connection
        .prepare_cached("SELECT DISTINCT wave FROM sheet ORDER BY wave")?
        .query_and_then([], |row| wave(row.get(0)?))?
        .collect()
}

/// All sheets, or those of one wave, by wave, staff, date and start.
pub(super) fn sheets(connection: &Connection, only: Option<Wave>) -> Result<Vec<(Wave, Sheet)>, BookFault> {
    let chosen = if only.is_some() { "wave = ?1" } else { "?1 IS NULL" };
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM sheet WHERE {chosen} ORDER BY wave, staff, date, starts_at"
        ))?
        .query_and_then([only.map(number)], read_sheet)?
        .collect()
}

/// The sheet of one shift.
pub(super) fn sheet_with(connection: &Connection, key: &SheetKey) -> Result<Option<Sheet>, BookFault> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM sheet WHERE wave = ?1 AND staff = ?2 AND date = ?3 AND starts_at = ?4"
        ))?
        .query_and_then(
            params![
                number(key.wave),
                key.staff.as_str(),
                key.date.to_string(),
                key.starts_at
            ],
            |row| read_sheet(row).map(|(_, sheet)| sheet),
        )?
        .next()
        .transpose()
}

/// Whether a file with these bytes was read into a wave.
pub(super) fn has_file(connection: &Connection, fingerprint: &str, wave: Option<Wave>) -> Result<bool, BookFault> {
    let found = connection
        .prepare_cached("SELECT 1 FROM file WHERE fingerprint = ?1 AND ifnull(wave, -1) = ifnull(?2, -1)")?
        .query_row(params![fingerprint, wave.map(number)], |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

/// Files that count as read, in the order in which they were read.
pub(super) fn files(connection: &Connection) -> Result<Vec<FileRead>, BookFault> {
    connection
        .prepare_cached("SELECT fingerprint, name, kind, wave FROM file ORDER BY rowid")?
        .query_and_then([], |row| {
            Ok(FileRead {
                fingerprint: row.get(0)?,
                name: row.get(1)?,
                kind: row.get(2)?,
                wave: row.get::<_, Option<i64>>(3)?.map(wave).transpose()?,
            })
        })?
        .collect()
}

pub(super) fn number(wave: Wave) -> i64 {
    match wave {
        Wave::Before => 0,
        Wave::After(count) => count.into(),
    }
}

pub(super) fn wave(number: i64) -> Result<Wave, BookFault> {
    match u8::try_from(number) {
        Ok(0) => Ok(Wave::Before),
        Ok(count) => Ok(Wave::After(count)),
        Err(_) => Err(BookFault::Damaged(format!("wave {number}"))),
    }
}

fn read_sheet(row: &Row<'_>) -> Result<(Wave, Sheet), BookFault> {
    let date: String = row.get(2)?;
    let sheet = Sheet {
        staff: name(row.get(1)?)?,
        date: NaiveDate::from_str(&date).map_err(|_| BookFault::Damaged(format!("date {date}")))?,
        role: row.get::<_, Option<String>>(3)?.map(name).transpose()?,
        unit: row.get::<_, Option<String>>(4)?.map(name).transpose()?,
        scheduled: span(row.get(5)?, row.get(6)?)?,
        actual: span(row.get(7)?, row.get(8)?)?,
        slot_minutes: row.get(9)?,
        cells: cells(row.get_ref(10)?.as_str().map_err(rusqlite::Error::from)?)?,
        note: row.get(11)?,
        manner: name(row.get(12)?)?,
        list: ListNumber(row.get(13)?),
        copied: serde_json::from_str(row.get_ref(14)?.as_str().map_err(rusqlite::Error::from)?)?,
    };
    Ok((wave(row.get(0)?)?, sheet))
}

/// Cells without the room that the reader keeps for more: most have one share, and a year has 600,000 of them.
fn cells(body: &str) -> Result<Vec<Cell>, BookFault> {
    let mut cells: Vec<Cell> = serde_json::from_str(body)?;
    for cell in &mut cells {
        cell.shares.shrink_to_fit();
    }
    cells.shrink_to_fit();
    Ok(cells)
}

/// A plain word of the journal, as the column has it.
fn word<T: Serialize>(value: &T) -> Result<String, BookFault> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(BookFault::Damaged(other.to_string())),
    }
}

/// A code or name exactly as it was written, without folding it again.
fn name<T: for<'de> Deserialize<'de>>(text: String) -> Result<T, BookFault> {
    let text: StringDeserializer<ValueError> = text.into_deserializer();
    T::deserialize(text).map_err(|error| BookFault::Damaged(error.to_string()))
}

fn span(from: Option<u16>, to: Option<u16>) -> Result<Option<Span>, BookFault> {
    match (from, to) {
        (None, None) => Ok(None),
        (Some(from), Some(to)) => Span::new(from, to)
            .map(Some)
            .map_err(|_| BookFault::Damaged(format!("span {from}-{to}"))),
        _ => Err(BookFault::Damaged("half a span".to_owned())),
    }
}
