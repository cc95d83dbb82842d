//! The line of task lists that a book has used.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::conflict::Conflict;
use super::error::BookFault;
use super::tables;
use crate::worktime::{ListHistory, ListNumber, ListStep, TaskCode, TaskList};

/// Takes the next list; every task that a sheet, a plan or a timing uses must have its place in it.
pub(super) fn take(connection: &Connection, step: &ListStep) -> Result<(), BookFault> {
    step.list.validate().map_err(Conflict::TaskListUnsound)?;
    if let Some(unknown) = step.mapping.0.values().find(|task| step.list.task(task).is_none()) {
        return Err(Conflict::TaskHasNoPlace(unknown.clone()).into());
    }
    let mut history = history(connection)?;
    history.steps.push(step.clone());
    for (task, since) in used(connection)? {
        if history.today(&task, since).is_none() {
            return Err(Conflict::TaskHasNoPlace(task).into());
        }
    }
    connection.execute(
        "INSERT INTO task_list (number, list, mapping) VALUES (?1, ?2, ?3)",
        params![
            history.number().0,
            serde_json::to_string(&step.list)?,
            serde_json::to_string(&step.mapping)?
        ],
    )?;
    Ok(())
}

/// Gives the latest list back; nothing may be of it any more.
pub(super) fn give_back(connection: &Connection, step: &ListStep) -> Result<(), BookFault> {
    let history = history(connection)?;
    let number = history.number();
    if history.steps.last() != Some(step) || used(connection)?.iter().any(|(_, since)| *since == number) {
        return Err(Conflict::TaskListDiffers.into());
    }
    connection.execute("DELETE FROM task_list WHERE number = ?1", [number.0])?;
    Ok(())
}

/// All lists of the book in order.
pub(super) fn history(connection: &Connection) -> Result<ListHistory, BookFault> {
    let steps = connection
        .prepare_cached("SELECT list, mapping FROM task_list ORDER BY number")?
        .query_and_then([], |row| {
            let (list, mapping): (String, String) = (row.get(0)?, row.get(1)?);
            Ok::<_, BookFault>(ListStep {
                list: serde_json::from_str(&list)?,
                mapping: serde_json::from_str(&mapping)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(ListHistory {
        first: tables::first_list(connection)?,
        steps,
    })
}

/// The list that was taken last, where one was taken since the founding.
pub(super) fn latest(connection: &Connection) -> Result<Option<TaskList>, BookFault> {
    let list: Option<String> = connection
        .prepare_cached("SELECT list FROM task_list ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(list.map(|list| serde_json::from_str(&list)).transpose()?)
}

/// Tasks in use, each with the number of the list of which it is.
fn used(connection: &Connection) -> Result<BTreeSet<(TaskCode, ListNumber)>, BookFault> {
    // Sheets, and the plans beside them, are the same in form; a timing has the tasks of its stretches.
    let query = "
        SELECT DISTINCT share.value ->> 0, sheet.list
          FROM sheet, json_each (sheet.cells) AS cell, json_each (cell.value, '$.shares') AS share
        UNION
        SELECT DISTINCT share.value ->> 0, ifnull (record.body ->> '$.list', 0)
          FROM record, json_each (record.body, '$.cells') AS cell, json_each (cell.value, '$.shares') AS share
         WHERE record.kind = 'plan'
        UNION
        SELECT DISTINCT stretch.value ->> 'task', ifnull (record.body ->> '$.list', 0)
          FROM record, json_each (record.body, '$.entries') AS stretch
         WHERE record.kind = 'timing'";
    connection
        .prepare_cached(query)?
        .query_and_then([], |row| Ok((TaskCode(row.get(0)?), ListNumber(row.get(1)?))))?
        .collect()
}
