//! Finding: what was noticed (気づき).

use chrono::NaiveDate;
use serde::Serialize;

/// Shows what was noticed (気づき): the notices that stand for themselves, and where and when most trouble is.
///
/// Nobody's role or unit is in it: what leaves the program must not tell who said what.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NoticesFinding {
    /// Notices that stand for themselves.
    pub count: usize,
    /// Notices that were merged into another.
    pub merged: usize,
    /// Notices of no known kind.
    pub without_kind: usize,
    /// Notices of no known part of the day.
    pub without_part: usize,
    /// Notices that do not say how often or how heavy.
    pub without_weight: usize,
    /// Where and when most trouble is, in words; `None` where nothing stands out.
    pub sentence: Option<String>,
    /// The notices, newest first.
    pub notices: Vec<NoticeLine>,
    /// By kind of trouble, in the order of the official list; the last is those without one.
    pub kinds: Vec<NoticeCount>,
    /// By part of the day, in its order; the last is those without one.
    pub parts: Vec<NoticeCount>,
    /// By place, the most first; those without one last.
    pub places: Vec<NoticeCount>,
    /// The places that are not listed one by one.
    pub other_places: Option<NoticeOthers>,
    /// By group, the most first; those in none last.
    pub groups: Vec<NoticeCount>,
    /// Each kind, in the order of `kinds`, by each part of the day, in the order of `parts`.
    pub heat: Vec<Vec<NoticeCell>>,
}

/// A notice that stands for itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoticeLine {
    /// Its number.
    pub number: u32,
    /// The day it was written down.
    pub noted: Option<NaiveDate>,
    /// いつ, as it was written.
    pub when: Option<String>,
    /// The part of the day.
    pub part: Option<&'static str>,
    /// Its name.
    pub part_name: Option<String>,
    /// どこで, as it was written.
    pub place: Option<String>,
    /// What it says.
    pub what: String,
    /// The kind of trouble.
    pub kind: Option<&'static str>,
    /// Its name.
    pub kind_name: Option<String>,
    /// How often, from 1 to 5.
    pub often: Option<u8>,
    /// How heavy, from 1 to 5.
    pub heavy: Option<u8>,
    /// often × heavy
    pub weight: Option<u8>,
    /// The group it was put into.
    pub group: Option<String>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The numbers of those that were merged into it.
    pub merged: Vec<u32>,
}

/// How many notices of one kind, place, part of the day or group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoticeCount {
    /// The word of the kind or part in commands, or the name as it was written; `None` for those that say none.
    pub id: Option<String>,
    /// Its name for people.
    pub name: String,
    /// How many.
    #[serde(flatten)]
    pub cell: NoticeCell,
}

/// How many notices, and what they weigh together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct NoticeCell {
    /// How many.
    pub count: usize,
    /// What those of known weight weigh together; `None` where none has one.
    pub weight: Option<u32>,
    /// How many have a known weight.
    pub weighed: usize,
}

/// What is not listed one by one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoticeOthers {
    /// How many places.
    pub places: usize,
    /// How many notices.
    #[serde(flatten)]
    pub cell: NoticeCell,
}

/// Two notices that may say the same; only a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoticePair {
    /// The one of the lower number.
    pub first: u32,
    /// What it says.
    pub first_what: String,
    /// The other.
    pub second: u32,
    /// What it says.
    pub second_what: String,
    /// How like they are, to 100.
    pub percent: u8,
}
