//! How slips are sent between offices, and what that takes (ケアプランデータ連携).

use serde::{Deserialize, Serialize};

use crate::office::{Decimal, Month};
use crate::phrase::{Phrase, phrase};

/// A way of sending (送り方).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SendingWay {
    /// FAX
    Fax,
    /// 郵送
    Post,
    /// 手渡し
    Hand,
    /// メール
    Mail,
    /// チャット
    Chat,
    /// ケアプランデータ連携システム
    System,
}

impl SendingWay {
    /// In the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Fax, Self::Post, Self::Hand, Self::Mail, Self::Chat, Self::System];

    /// The word in commands and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fax => "fax",
            Self::Post => "post",
            Self::Hand => "hand",
            Self::Mail => "mail",
            Self::Chat => "chat",
            Self::System => "system",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Fax => phrase("sending-fax"),
            Self::Post => phrase("sending-post"),
            Self::Hand => phrase("sending-hand"),
            Self::Mail => phrase("sending-mail"),
            Self::Chat => phrase("sending-chat"),
            Self::System => phrase("sending-system"),
        }
    }
}

/// Minutes that a step takes for one piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepMinutes {
    /// Id of a step of the catalog, or the office's own words.
    pub step: String,
    /// Minutes for one piece.
    pub minutes: Decimal,
}

/// What one way of sending takes in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayUse {
    /// Which way; each stands once in a month.
    pub way: SendingWay,
    /// Pieces sent this way in the month (件数).
    pub pieces: u32,
    /// Minutes of the steps, each step once.
    pub steps: Vec<StepMinutes>,
    /// Yen for one piece besides work: stamps, paper, line (1件の実費).
    pub yen_per_piece: Decimal,
}

/// One month of sending, before or after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkageSide {
    /// Which month.
    pub month: Month,
    /// The ways that were used.
    pub ways: Vec<WayUse>,
}

/// How slips were sent before the linkage and are sent after it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linkage {
    /// A month before; `None` when nobody has entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<LinkageSide>,
    /// A month after, or as it is planned; `None` when nobody has entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<LinkageSide>,
    /// Yen for an hour of work; `None`: that of the ledger's costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wage: Option<u32>,
    /// Yen for a year's licence as the office pays it; `None`: the dated price of the catalog.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<u32>,
}
