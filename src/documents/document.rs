//! A kind of document of an office (文書の種類).

use serde::{Deserialize, Serialize};

use crate::office::{fold, numbers};
use crate::phrase::{Phrase, phrase};

numbers! {
    /// Number of a kind of document in the ledger.
    DocumentId;
}

/// Most letters of a document's name.
pub const LONGEST_NAME: usize = 60;

/// What a document is for (文書の分類).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentGroup {
    /// 記録
    Record,
    /// 計画
    Plan,
    /// 提供票・連絡
    Slip,
    /// 請求
    Billing,
    /// 申し送り
    Handover,
    /// 会議
    Meeting,
    /// 契約
    Contract,
    /// 研修
    Training,
    /// その他
    Other,
}

impl DocumentGroup {
    /// In the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Record,
        Self::Plan,
        Self::Slip,
        Self::Billing,
        Self::Handover,
        Self::Meeting,
        Self::Contract,
        Self::Training,
        Self::Other,
    ];

    /// The word in commands and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Plan => "plan",
            Self::Slip => "slip",
            Self::Billing => "billing",
            Self::Handover => "handover",
            Self::Meeting => "meeting",
            Self::Contract => "contract",
            Self::Training => "training",
            Self::Other => "other",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Record => phrase("document-group-record"),
            Self::Plan => phrase("document-group-plan"),
            Self::Slip => phrase("document-group-slip"),
            Self::Billing => phrase("document-group-billing"),
            Self::Handover => phrase("document-group-handover"),
            Self::Meeting => phrase("document-group-meeting"),
            Self::Contract => phrase("document-group-contract"),
            Self::Training => phrase("document-group-training"),
            Self::Other => phrase("document-group-other"),
        }
    }
}

/// How finished pieces are kept (保管).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Storage {
    /// On paper, in binders.
    #[default]
    Paper,
    /// As data.
    Data,
    /// On paper and as data.
    Both,
    /// Not kept.
    NotKept,
}

impl Storage {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Paper, Self::Data, Self::Both, Self::NotKept];

    /// The word in commands and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Data => "data",
            Self::Both => "both",
            Self::NotKept => "not-kept",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Paper => phrase("document-storage-paper"),
            Self::Data => phrase("document-storage-data"),
            Self::Both => phrase("document-storage-both"),
            Self::NotKept => phrase("document-storage-not-kept"),
        }
    }

    /// Whether paper stays in the binders.
    pub fn is_on_paper(self) -> bool {
        matches!(self, Self::Paper | Self::Both)
    }
}

/// How a fact gets into a document (転記の区分).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactWay {
    /// It is written here first.
    First,
    /// It is written again by hand.
    Again,
    /// It is to be taken over without writing: entered once (一度だけ入力).
    Once,
}

impl FactWay {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::First, Self::Again, Self::Once];

    /// The word in commands and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Again => "again",
            Self::Once => "once",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::First => phrase("document-fact-first"),
            Self::Again => phrase("document-fact-again"),
            Self::Once => phrase("document-fact-once"),
        }
    }
}

/// A fact that stands in a document (書かれる事項).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FactUse {
    /// Id of a fact of the catalog, or the office's own words.
    pub fact: String,
    /// How it gets there.
    pub way: FactWay,
}

/// A kind of document that the office has (文書の種類): one line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its number.
    pub id: DocumentId,
    /// Its name; no other of the ledger has it.
    pub name: String,
    /// What it is for.
    pub group: DocumentGroup,
    /// Id in the catalog; `None` for one of the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<String>,
    /// How finished pieces are kept.
    pub storage: Storage,
    /// For how many years they are kept; `None` when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_years: Option<u8>,
    /// Facts that stand in it, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactUse>,
}

/// A name as it is compared: width, case and blanks make no difference.
pub(super) fn plain_name(name: &str) -> String {
    let folded = fold(name).to_lowercase();
    folded.chars().filter(|letter| !letter.is_whitespace()).collect()
}
