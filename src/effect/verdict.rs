//! What may be said of a comparison, and how sure it is.

use serde::{Deserialize, Serialize};

use crate::phrase::{Phrase, phrase};

/// What a comparison shows (判定).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 改善した
    Improved,
    /// 差があるとは言えない
    NotShown,
    /// 悪化した
    Worse,
    /// 判定できない
    NotDecidable,
}

/// How sure a verdict is (確からしさ), A to D.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// Paired, eight people or more, exact p below .05, interval beyond 0, at least 95 % of minutes filled in both waves.
    A,
    /// p below .05, but six or seven people, or unpaired, or 80–95 % filled.
    B,
    /// A direction only.
    C,
    /// Not decidable.
    D,
}

impl Verdict {
    /// The word for people.
    pub fn word(self) -> Phrase {
        match self {
            Self::Improved => phrase("verdict-improved"),
            Self::NotShown => phrase("verdict-not-shown"),
            Self::Worse => phrase("verdict-worse"),
            Self::NotDecidable => phrase("verdict-not-decidable"),
        }
    }

    /// A sign beside the word, so that colour is never alone.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Improved => "+",
            Self::NotShown => "=",
            Self::Worse => "-",
            Self::NotDecidable => "?",
        }
    }
}

impl Grade {
    /// The letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}
