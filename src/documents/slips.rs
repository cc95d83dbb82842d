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
    /// Kind of service of the sender, two letters, where the name of the file has it (V4.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_service: Option<String>,
    /// Kind of service of the receiver, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_service: Option<String>,
}

impl SlipKey {
    /// The office on the other side; `None` when neither is this one.
    pub fn partner(&self, own: &OfficeNumber) -> Option<&OfficeNumber> {
        match (self.from == *own, self.to == *own) {
            (true, _) => Some(&self.to),
            (false, true) => Some(&self.from),
            (false, false) => None,
        }
    }
}

/// Slips of a month from one office to another (提供票の数). No personal field is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipCount {
    /// Which.
    pub key: SlipKey,
    /// When the latest file that was counted was made, `YYYYMMDDHHMMSS` as its name says.
    pub made: String,
    /// Users, each once as a salted hash, whatever number of files had them: a file may hold only some of a partner's users.
    pub users: BTreeSet<String>,
}

impl SlipCount {
    /// Slips: one for each user.
    pub fn slips(&self) -> usize {
        self.users.len()
    }

    /// With what another file of the same key says: its users join, and a later one tells when it was made.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        self.users.extend(other.users.iter().cloned());
        if other.made > self.made {
            self.made.clone_from(&other.made);
        }
        self
    }
}
