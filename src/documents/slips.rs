//! Slips that went between offices as data, counted in files (データで送った提供票).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::office::{Month, fold};
use crate::phrase::{Phrase, phrase};

/// Number of a care office, ten digits or capital letters (事業所番号).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfficeNumber(String);

impl OfficeNumber {
    /// Reads a number as people write it; `None` where it has not ten digits or letters.
    pub fn parse(written: &str) -> Option<Self> {
        let folded = fold(written).trim().to_ascii_uppercase();
        let is_plain = folded.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (folded.len() == 10 && is_plain).then_some(Self(folded))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OfficeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What the slips of a file say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipKind {
    /// What is planned (予定).
    Planned,
    /// What was done (実績).
    Done,
}

impl SlipKind {
    /// The word in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Planned => phrase("slip-planned"),
            Self::Done => phrase("slip-done"),
        }
    }
}

/// What tells the slips of one file from those of others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SlipKey {
    /// Month of the service.
    pub month: Month,
    /// What they say.
    pub kind: SlipKind,
    /// Who sent them.
    pub from: OfficeNumber,
    /// To whom.
    pub to: OfficeNumber,
}

/// Slips of a month from one office to another (提供票の数). No personal field is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipCount {
    /// Which.
    pub key: SlipKey,
    /// When the file that was counted was made, `YYYYMMDDHHMMSS` as its name says; a later one takes its place.
    pub made: String,
    /// Users, each as a salted hash.
    pub users: BTreeSet<String>,
    /// Lines of the file.
    pub lines: u32,
}

impl SlipCount {
    /// Slips: one for each user.
    pub fn slips(&self) -> usize {
        self.users.len()
    }
}
