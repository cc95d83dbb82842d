//! What sending slips as data saves, and how many went so.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::office::Month;

/// What sending slips between offices takes and saves (ケアプランデータ連携, `yutori.linkage/1`).
///
/// Minutes and yen are integers; a saving below 0 is a loss. References are published figures and no results of this office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkageFinding {
    /// Always `yutori.linkage/1`.
    pub schema: String,
    /// What is saved, in a sentence.
    pub sentence: String,
    /// What is missing, and what to bear in mind.
    pub notes: Vec<String>,
    /// Month before; `None` until it is entered.
    pub before: Option<LinkageMonth>,
    /// Month after, or as planned.
    pub after: Option<LinkageMonth>,
    /// Both months by way.
    pub ways: Vec<LinkageWay>,
    /// Yen for an hour of work.
    pub wage: Option<u32>,
    /// Whether the wage is that of the ledger's unit costs.
    pub wage_of_ledger: bool,
    /// The licence that is taken off.
    pub licence: LinkageLicence,
    /// What is saved.
    pub saving: LinkageSaving,
    /// How it is computed.
    pub rule: String,
    /// Prices of the licence by their first day.
    pub licences: Vec<LicenceLine>,
    /// Published figures to lay beside.
    pub references: Vec<ReferenceLine>,
    /// Slips that went as data, counted in files.
    pub slips: SlipsFinding,
}

/// One of the two months.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkageMonth {
    /// Which month.
    pub month: Month,
    /// Pieces sent.
    pub pieces: u64,
    /// Minutes.
    pub minutes: u64,
    /// Yen for the minutes; `None` while the wage is unknown.
    pub labour: Option<u64>,
    /// Yen besides work.
    pub expenses: u64,
    /// Yen with work.
    pub cost: Option<u64>,
    /// Minutes by step, over all ways, in the order of the work.
    pub steps: Vec<LinkageStepLine>,
}

/// One step of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkageStepLine {
    /// Id in the catalog, or the office's own words.
    pub step: String,
    /// Name.
    pub name: String,
    /// Minutes.
    pub minutes: u64,
}

/// One way of sending, before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkageWay {
    /// `fax`, `post`, `hand`, `mail`, `chat` or `system`.
    pub way: String,
    /// Name.
    pub name: String,
    /// Before; `None` where the way was not used or the month is missing.
    pub before: Option<LinkageWayMonth>,
    /// After.
    pub after: Option<LinkageWayMonth>,
}

/// One way of sending in a month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkageWayMonth {
    /// Pieces.
    pub pieces: u64,
    /// Minutes.
    pub minutes: u64,
    /// Yen besides work.
    pub expenses: u64,
    /// Yen for one piece besides work, as it was entered.
    pub yen_per_piece: String,
    /// Minutes by step.
    pub steps: Vec<LinkageStepUse>,
}

/// A step of a way in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkageStepUse {
    /// Id in the catalog, or the office's own words.
    pub step: String,
    /// Name.
    pub name: String,
    /// Minutes for one piece, as they were entered.
    pub minutes_per_piece: String,
    /// Minutes of the month.
    pub minutes: u64,
}

/// The licence that is taken off a year's saving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkageLicence {
    /// Yen a year; `None` while it is unknown.
    pub yen: Option<u32>,
    /// Whether the office entered it.
    pub own: bool,
    /// What is said of it.
    pub note: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
}

/// What is saved; `None` where something that it takes is unknown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkageSaving {
    /// Minutes a month.
    pub minutes_a_month: Option<i64>,
    /// Minutes a year.
    pub minutes_a_year: Option<i64>,
    /// Minutes after as a share of those before; `None` without minutes before.
    pub minutes_left: Option<f64>,
    /// Yen a month with labour, without the licence.
    pub yen_a_month: Option<i64>,
    /// Yen a year with labour, less the licence.
    pub yen_a_year: Option<i64>,
    /// Yen a month without labour and licence.
    pub expenses_a_month: Option<i64>,
    /// Yen a year without labour, less the licence.
    pub expenses_a_year: Option<i64>,
}

/// A price of the licence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceLine {
    /// First day.
    pub from: NaiveDate,
    /// Yen a year; `None` while it is not known.
    pub yen: Option<u32>,
    /// What is said of it.
    pub note: String,
    /// Where it comes from.
    pub source: String,
}

/// A published figure (参考値), never a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceLine {
    /// Id.
    pub id: String,
    /// Yen a year, where it is a sum.
    pub yen: Option<u32>,
    /// What it says.
    pub text: String,
    /// Where it comes from.
    pub source: String,
}

/// Slips that went as data (データで送った提供票).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipsFinding {
    /// In a sentence.
    pub sentence: String,
    /// What to bear in mind.
    pub notes: Vec<String>,
    /// The number of this office; `None` when nobody knows it.
    pub own: Option<String>,
    /// Whether that number was inferred from the files.
    pub own_inferred: bool,
    /// Other offices, over all months.
    pub partners: usize,
    /// In order of time.
    pub months: Vec<SlipMonth>,
}

/// One month of slips that went as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipMonth {
    /// Month of the service.
    pub month: Month,
    /// Slips: one for each user, file's kind, sender and receiver.
    pub slips: usize,
    /// Of these, what is planned.
    pub planned: usize,
    /// Of these, what was done.
    pub done: usize,
    /// Of all, sent by this office; `None` while its number is unknown.
    pub sent: Option<usize>,
    /// Of all, received by this office.
    pub received: Option<usize>,
    /// Other offices.
    pub partners: Option<usize>,
    /// Users.
    pub users: usize,
}
