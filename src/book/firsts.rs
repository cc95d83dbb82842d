//! When figures and margins came into the book: what the journal proves.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::act::{ActId, ActState};
use super::change::Change;
use super::error::BookFault;
use super::journal;
use crate::clock::Moment;
use crate::effect::At;
use crate::office::Month;
use crate::worktime::Wave;

/// An act of the journal, and when it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Its number.
    pub act: ActId,
    /// When.
    pub at: Moment,
}

/// When figures and margins came into the book (記録の順序).
///
/// Figures count from the first act that brought them, taken back since or not: who has seen a figure has seen it. Margins count
/// from the act since which they are what they are now; acts that were taken back do not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Firsts {
    /// The first sheet of each survey.
    pub sheets: BTreeMap<Wave, Written>,
    /// The first figure of an indicator at a time.
    pub measurements: BTreeMap<(String, At), Written>,
    /// The first count of any kind of document in a month.
    pub documents: BTreeMap<Month, Written>,
    /// The margin of an indicator.
    pub margins: BTreeMap<String, Written>,
}

pub(super) fn firsts(connection: &Connection) -> Result<Firsts, BookFault> {
    let (acts, _) = journal::acts(connection)?;
    let written: BTreeMap<ActId, Written> = acts
        .iter()
        .map(|act| {
            (
                act.id,
                Written {
                    act: act.id,
                    at: act.at,
                },
            )
        })
        .collect();
    let holds = |act: ActId| {
        acts.iter()
            .any(|it| it.id == act && it.state == ActState::Done && it.occasion.is_of_a_person())
    };
    let mut firsts = Firsts::default();
    for (act, wave) in first_sheets(connection)? {
        if let (Some(wave), Some(written)) = (Wave::parse(&wave), written.get(&act)) {
            firsts.sheets.insert(wave, *written);
        }
    }
    for (act, change) in changes(connection, "measurement_kept")? {
        if let (Change::MeasurementKept { after: Some(after), .. }, Some(written)) = (change, written.get(&act)) {
            let key = (after.key.indicator, after.key.at);
            firsts.measurements.entry(key).or_insert(*written);
        }
    }
    for (act, change) in changes(connection, "document_counted")? {
        if let (Change::DocumentCounted { after: Some(after), .. }, Some(written)) = (change, written.get(&act)) {
            firsts.documents.entry(after.month).or_insert(*written);
        }
    }
    for (act, change) in changes(connection, "indicator_chosen")? {
        let Change::IndicatorChosen { before, after } = change else {
            continue;
        };
        let margin = |chosen: &Option<Box<crate::effect::Chosen>>| chosen.as_ref().and_then(|it| it.margin);
        if !holds(act) || margin(&before) == margin(&after) {
            continue;
        }
        let Some(indicator) = after.as_ref().or(before.as_ref()).map(|it| it.indicator.clone()) else {
            continue;
        };
        match (margin(&after), written.get(&act)) {
            (Some(_), Some(written)) => firsts.margins.insert(indicator, *written),
            _ => firsts.margins.remove(&indicator),
        };
    }
    Ok(firsts)
}

/// The first act with a sheet of each wave. A change begins with its name and its wave, so that whole sheets need not be read.
fn first_sheets(connection: &Connection) -> Result<Vec<(ActId, String)>, BookFault> {
    const START: &str = r#"{"change":"sheet_recorded","wave":""#;
    let query = "
        SELECT min(act), substr(body, ?1, instr(substr(body, ?1, 20), '\"') - 1) AS wave
          FROM change WHERE substr(body, 1, ?1 - 1) = ?2 GROUP BY wave";
    connection
        .prepare_cached(query)?
        .query_and_then(rusqlite::params![length(START) + 1, START], |row| {
            Ok((ActId(row.get(0)?), row.get(1)?))
        })?
        .collect()
}

/// All changes of a name, in order.
fn changes(connection: &Connection, name: &str) -> Result<Vec<(ActId, Change)>, BookFault> {
    let start = format!(r#"{{"change":"{name}""#);
    connection
        .prepare_cached("SELECT act, body FROM change WHERE substr(body, 1, ?1) = ?2 ORDER BY id")?
        .query_and_then(rusqlite::params![length(&start), start], |row| {
            let body: String = row.get(1)?;
            Ok((ActId(row.get(0)?), serde_json::from_str(&body)?))
        })?
        .collect()
}

fn length(start: &str) -> u32 {
    u32::try_from(start.len()).expect("the start of a change is short")
}
