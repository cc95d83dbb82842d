//! Why the cause map cannot be changed as somebody wants.

use super::cause::CauseLayer;
use super::number::CauseId;
use crate::office::printable;
use crate::phrase::{Phrase, phrase};

/// A box by its number and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCause {
    /// Its number.
    pub id: CauseId,
    /// What it says.
    pub text: String,
}

impl NamedCause {
    fn short(&self) -> String {
        format!("{} {}", self.id, printable(&self.text))
    }
}

/// Why the cause map cannot be changed so; it stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CauseFault {
    /// A box without a text.
    NoText,
    /// The text is longer than so many full-width letters.
    TooLong(usize),
    /// There is no box of this number.
    NoBox(CauseId),
    /// A box cannot lead to itself.
    ToItself(NamedCause),
    /// There is such a link already.
    LinkedAlready(NamedCause, NamedCause),
    /// There is no such link.
    NotLinked(NamedCause, NamedCause),
    /// The link would go back to an earlier layer.
    Backward {
        /// From this box.
        from: NamedCause,
        /// Its layer.
        from_layer: CauseLayer,
        /// To this box.
        to: NamedCause,
        /// Its layer.
        to_layer: CauseLayer,
    },
    /// The link would close this way round; the first box is also the last.
    Loop(Vec<NamedCause>),
    /// The box has this evidence already.
    SupportedAlready(NamedCause),
    /// The box does not have this evidence.
    NotSupported(NamedCause),
    /// A challenge stands on this box (its text).
    InChallenge(NamedCause, String),
}

impl CauseFault {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        let of = |key: Phrase, box_: &NamedCause| key.with("box", box_.short());
        let link =
            |key: Phrase, from: &NamedCause, to: &NamedCause| key.with("from", from.short()).with("to", to.short());
        match self {
            Self::NoText => phrase("causes-no-text"),
            Self::TooLong(most) => phrase("causes-too-long").with("most", *most),
            Self::NoBox(id) => phrase("causes-no-box").with("number", id.to_string()),
            Self::ToItself(name) => of(phrase("causes-to-itself"), name),
            Self::LinkedAlready(from, to) => link(phrase("causes-linked-already"), from, to),
            Self::NotLinked(from, to) => link(phrase("causes-not-linked"), from, to),
            Self::Backward {
                from,
                from_layer,
                to,
                to_layer,
            } => link(phrase("causes-backward"), from, to)
                .with("earlier", to_layer.phrase())
                .with("later", from_layer.phrase()),
            Self::Loop(way) => {
                let way: Vec<String> = way.iter().map(NamedCause::short).collect();
                phrase("causes-loop").with("way", way.join(" → "))
            }
            Self::SupportedAlready(name) => of(phrase("causes-supported-already"), name),
            Self::NotSupported(name) => of(phrase("causes-not-supported"), name),
            Self::InChallenge(name, challenge) => {
                of(phrase("causes-in-challenge"), name).with("challenge", printable(challenge))
            }
        }
    }
}
