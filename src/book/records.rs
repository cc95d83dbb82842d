//! What the office keeps beside its sheets: plans, surveys, timings, settings.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::change::Change;
use super::conflict::Conflict;
use super::error::BookFault;
use super::tables::number;
use crate::documents::{DocumentId, Documents, SlipKey};
use crate::effect::{At, MeasurementKey, Subject};
use crate::issues::{Cause, CauseFault, CauseMap};
use crate::office::Month;
use crate::worktime::{SheetKey, Timing, TimingKey, Wave};

/// The kinds of records, as the column `kind` names them.
pub(super) mod kind {
    pub(in crate::book) const PLAN: &str = "plan";
    pub(in crate::book) const SURVEY: &str = "survey";
    pub(in crate::book) const ACCEPTANCE: &str = "acceptance";
    pub(in crate::book) const METERS: &str = "meters";
    pub(in crate::book) const SCENARIO: &str = "scenario";
    pub(in crate::book) const TIMING: &str = "timing";
    pub(in crate::book) const TAG: &str = "tag";
    pub(in crate::book) const QUESTIONNAIRE: &str = "questionnaire";
    pub(in crate::book) const RESPONSE: &str = "response";
    pub(in crate::book) const COLUMN: &str = "column";
    pub(in crate::book) const NOTICE: &str = "notice";
    pub(in crate::book) const CAUSE: &str = "cause";
    pub(in crate::book) const CHALLENGE: &str = "challenge";
    pub(in crate::book) const MEASURE: &str = "measure";
    pub(in crate::book) const MEETING: &str = "meeting";
    pub(in crate::book) const JUDGEMENT: &str = "judgement";
    pub(in crate::book) const INDICATOR: &str = "indicator";
    pub(in crate::book) const CHOSEN: &str = "chosen";
    pub(in crate::book) const MEASUREMENT: &str = "measurement";
    pub(in crate::book) const PERIOD: &str = "period";
    pub(in crate::book) const PHASE: &str = "phase";
    pub(in crate::book) const DOCUMENT: &str = "document";
    pub(in crate::book) const DOCUMENT_MONTH: &str = "document_month";
    pub(in crate::book) const DOCUMENT_GOAL: &str = "document_goal";
    pub(in crate::book) const LEDGER: &str = "ledger";
    pub(in crate::book) const LINKAGE: &str = "linkage";
    pub(in crate::book) const SLIPS: &str = "slips";
}

/// Does to the records what a change says, or finds that it does not fit them.
pub(super) fn project(connection: &Connection, change: &Change) -> Result<(), BookFault> {
    match change {
        Change::PlanKept { wave, before, after } => {
            let key = |sheet: &crate::worktime::Sheet| sheet_key(&sheet.key(*wave));
            put(connection, kind::PLAN, before.as_deref(), after.as_deref(), key)
        }
        Change::SurveyPlanned { wave, before, after } => {
            put(connection, kind::SURVEY, before.as_deref(), after.as_deref(), |_| {
                wave_key(*wave)
            })
        }
        Change::QualityAccepted { before, after } => put(
            connection,
            kind::ACCEPTANCE,
            before.as_deref(),
            after.as_deref(),
            |it| format!("{} {}", sheet_key(&it.sheet), it.code),
        ),
        Change::MetersSet { before, after } => put(connection, kind::METERS, before.as_ref(), after.as_ref(), |_| {
            String::new()
        }),
        Change::ScenarioKept { before, after } => {
            put(connection, kind::SCENARIO, before.as_deref(), after.as_deref(), |it| {
                it.name.clone()
            })
        }
        Change::TimingKept { before, after } => {
            put(connection, kind::TIMING, before.as_deref(), after.as_deref(), |it| {
                timing_key(&it.key)
            })
        }
        Change::TagMapped { tag, before, after } => {
            put(connection, kind::TAG, before.as_ref(), after.as_ref(), |_| tag.clone())
        }
        Change::TimerTurned {
            timing,
            at,
            before,
            after,
        } => {
            let differs = || Conflict::TimerDiffers(timing.clone());
            let key = timing_key(timing);
            let present: Timing = one(connection, kind::TIMING, &key)?.ok_or_else(differs)?;
            let mut turned = present.clone();
            if turned.entries.get(*at..) != Some(before.as_slice()) {
                return Err(differs().into());
            }
            turned.entries.truncate(*at);
            turned.entries.extend(after.iter().cloned());
            put(connection, kind::TIMING, Some(&present), Some(&turned), |_| key.clone())
        }
        kept => project_issues(connection, kept),
    }
}

/// Keeps what an office says about its challenges.
fn project_issues(connection: &Connection, change: &Change) -> Result<(), BookFault> {
    match change {
        Change::QuestionnaireKept { before, after } => put(
            connection,
            kind::QUESTIONNAIRE,
            before.as_deref(),
            after.as_deref(),
            |it| it.id.clone(),
        ),
        Change::ResponseKept { before, after } => {
            put(connection, kind::RESPONSE, before.as_deref(), after.as_deref(), |it| {
                format!("{} {}", wave_key(it.key.round), numbered(it.key.number.0))
            })
        }
        Change::ColumnMapped { heading, before, after } => {
            put(connection, kind::COLUMN, before.as_ref(), after.as_ref(), |_| {
                heading.clone()
            })
        }
        Change::NoticeKept { before, after } => {
            put(connection, kind::NOTICE, before.as_deref(), after.as_deref(), |it| {
                numbered(it.id.0)
            })
        }
        Change::CauseKept { before, after } => {
            put(connection, kind::CAUSE, before.as_deref(), after.as_deref(), |it| {
                numbered(it.id.0)
            })
        }
        Change::ChallengeKept { before, after } => {
            put(connection, kind::CHALLENGE, before.as_deref(), after.as_deref(), |it| {
                numbered(it.id.0)
            })
        }
        Change::MeasureKept { before, after } => {
            put(connection, kind::MEASURE, before.as_deref(), after.as_deref(), |it| {
                numbered(it.id.0)
            })
        }
        Change::MeetingKept { before, after } => {
            put(connection, kind::MEETING, before.as_deref(), after.as_deref(), |it| {
                numbered(it.id.0)
            })
        }
        Change::JudgementKept { before, after } => {
            put(connection, kind::JUDGEMENT, before.as_deref(), after.as_deref(), |it| {
                let measure = it.key.measure.map_or(0, |measure| measure.0);
                format!("{} {}", wave_key(it.key.wave), numbered(measure))
            })
        }
        kept => project_effects(connection, kept),
    }
}

/// Keeps what an office says about effects.
fn project_effects(connection: &Connection, change: &Change) -> Result<(), BookFault> {
    match change {
        Change::IndicatorKept { before, after } => {
            put(connection, kind::INDICATOR, before.as_deref(), after.as_deref(), |it| {
                it.id.clone()
            })
        }
        Change::IndicatorChosen { before, after } => {
            put(connection, kind::CHOSEN, before.as_deref(), after.as_deref(), |it| {
                it.indicator.clone()
            })
        }
        Change::MeasurementKept { before, after } => put(
            connection,
            kind::MEASUREMENT,
            before.as_deref(),
            after.as_deref(),
            |it| measurement_key(&it.key),
        ),
        Change::PeriodKept { before, after } => {
            put(connection, kind::PERIOD, before.as_deref(), after.as_deref(), |it| {
                wave_key(it.wave)
            })
        }
        Change::PhaseKept { before, after } => {
            put(connection, kind::PHASE, before.as_deref(), after.as_deref(), |it| {
                format!("{}\u{1f}{}", it.indicator, at_key(it.from))
            })
        }
        kept => project_documents(connection, kept),
    }
}

/// Keeps what an office says about its documents.
fn project_documents(connection: &Connection, change: &Change) -> Result<(), BookFault> {
    match change {
        Change::DocumentKept { before, after } => {
            put(connection, kind::DOCUMENT, before.as_deref(), after.as_deref(), |it| {
                numbered(it.id.0)
            })
        }
        Change::DocumentCounted { before, after } => put(
            connection,
            kind::DOCUMENT_MONTH,
            before.as_deref(),
            after.as_deref(),
            |it| month_key(it.document, it.month),
        ),
        Change::DocumentPlanned { before, after } => put(
            connection,
            kind::DOCUMENT_GOAL,
            before.as_deref(),
            after.as_deref(),
            |it| month_key(it.document, it.month),
        ),
        Change::LedgerSet { before, after } => {
            put(connection, kind::LEDGER, before.as_deref(), after.as_deref(), |_| {
                String::new()
            })
        }
        Change::LinkageKept { before, after } => {
            put(connection, kind::LINKAGE, before.as_deref(), after.as_deref(), |_| {
                String::new()
            })
        }
        Change::SlipsCounted { before, after } => {
            put(connection, kind::SLIPS, before.as_deref(), after.as_deref(), |it| {
                slip_key(&it.key)
            })
        }
        // The tables know what to do with all others.
        _ => Ok(()),
    }
}

/// Everything about documents.
pub(super) fn documents(connection: &Connection) -> Result<Documents, BookFault> {
    Ok(Documents {
        kinds: things(connection, kind::DOCUMENT)?,
        months: things(connection, kind::DOCUMENT_MONTH)?,
        goals: things(connection, kind::DOCUMENT_GOAL)?,
        settings: one(connection, kind::LEDGER, "")?,
        linkage: one(connection, kind::LINKAGE, "")?,
        slips: things(connection, kind::SLIPS)?,
    })
}

fn month_key(document: DocumentId, month: Month) -> String {
    format!("{} {month}", numbered(document.0))
}

fn slip_key(key: &SlipKey) -> String {
    let of = |service: &Option<String>| service.clone().unwrap_or_default();
    let (from_service, to_service) = (of(&key.from_service), of(&key.to_service));
    let SlipKey {
        month, kind, from, to, ..
    } = key;
    format!("{month} {} {from} {from_service} {to} {to_service}", kind.id())
}

fn measurement_key(key: &MeasurementKey) -> String {
    let MeasurementKey { indicator, at, subject } = key;
    let kind = match subject {
        Subject::Office => "",
        Subject::Staff(_) => "s",
        Subject::Resident(_) => "r",
    };
    format!("{indicator}\u{1f}{}\u{1f}{kind}{}", at_key(*at), subject.code())
}

/// Surveys stand before months and days.
fn at_key(at: At) -> String {
    match at {
        At::Wave(wave) => format!("w{}", wave_key(wave)),
        At::Month(_) | At::Day(_) => format!("y{at}"),
    }
}

/// A number as part of a key; keys stand in order of their numbers.
fn numbered(number: u32) -> String {
    format!("{number:010}")
}

/// Puts one state of a thing in place of another; `None` is a thing that is not there.
fn put<T: Serialize + DeserializeOwned + PartialEq>(
    connection: &Connection,
    kind: &str,
    before: Option<&T>,
    after: Option<&T>,
    key: impl Fn(&T) -> String,
) -> Result<(), BookFault> {
    if let Some(thing) = before {
        if one::<T>(connection, kind, &key(thing))?.as_ref() != Some(thing) {
            return Err(Conflict::RecordDiffers.into());
        }
        connection
            .prepare_cached("DELETE FROM record WHERE kind = ?1 AND key = ?2")?
            .execute(params![kind, key(thing)])?;
    }
    if let Some(thing) = after {
        let written = connection
            .prepare_cached("INSERT INTO record (kind, key, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
            .execute(params![kind, key(thing), serde_json::to_string(thing)?])?;
        if written == 0 {
            return Err(Conflict::RecordDiffers.into());
        }
    }
    Ok(())
}

/// One thing.
pub(super) fn one<T: DeserializeOwned>(connection: &Connection, kind: &str, key: &str) -> Result<Option<T>, BookFault> {
    let body: Option<String> = connection
        .prepare_cached("SELECT body FROM record WHERE kind = ?1 AND key = ?2")?
        .query_row(params![kind, key], |row| row.get(0))
        .optional()?;
    Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
}

/// All things of a kind with their keys, in order of the keys.
pub(super) fn all<T: DeserializeOwned>(connection: &Connection, kind: &str) -> Result<Vec<(String, T)>, BookFault> {
    connection
        .prepare_cached("SELECT key, body FROM record WHERE kind = ?1 ORDER BY key")?
        .query_and_then([kind], |row| {
            let body: String = row.get(1)?;
            Ok((row.get(0)?, serde_json::from_str(&body)?))
        })?
        .collect()
}

/// All things of a kind, in order of their keys.
pub(super) fn things<T: DeserializeOwned>(connection: &Connection, kind: &str) -> Result<Vec<T>, BookFault> {
    Ok(all(connection, kind)?.into_iter().map(|(_, thing)| thing).collect())
}

/// Why the links of the cause map do not keep its rules; `None` when they do.
pub(super) fn cause_fault(connection: &Connection) -> Result<Option<CauseFault>, BookFault> {
    let causes: Vec<Cause> = things(connection, kind::CAUSE)?;
    Ok(CauseMap::check(&causes).err())
}

/// The wave at the front of a key.
pub(super) fn wave_of(key: &str) -> Result<Wave, BookFault> {
    let front = key.split(' ').next().unwrap_or_default();
    let number: i64 = front.parse().map_err(|_| BookFault::Damaged(format!("record {key}")))?;
    super::tables::wave(number)
}

fn wave_key(wave: Wave) -> String {
    format!("{:02}", number(wave))
}

fn sheet_key(key: &SheetKey) -> String {
    let SheetKey {
        wave,
        staff,
        date,
        starts_at,
    } = key;
    format!("{} {staff} {date} {starts_at:04}", wave_key(*wave))
}

fn timing_key(key: &TimingKey) -> String {
    let TimingKey {
        wave,
        staff,
        date,
        observer,
    } = key;
    let observer = observer.as_ref().map_or("", |observer| observer.as_str());
    format!("{} {date} {staff}\u{1f}{observer}", wave_key(*wave))
}
