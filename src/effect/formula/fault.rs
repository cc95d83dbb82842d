//! What is wrong with a formula, and where.

use std::fmt;

use super::read::{DEEPEST, LONGEST};
use crate::phrase::{Phrase, phrase};

/// Why a formula cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaFault {
    /// Letter of the text, counted from 1; one past the end where something is missing there.
    pub at: usize,
    /// What is wrong there.
    pub kind: FormulaFaultKind,
}

/// What is wrong at a place of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormulaFaultKind {
    /// Nothing but blanks.
    Empty,
    /// More letters than a formula may have.
    TooLong,
    /// A sign that no formula has, or one that cannot stand here.
    UnexpectedSign(char),
    /// A word that is not `task`, `category`, `filled` or `indicator`.
    UnknownWord(String),
    /// `task`, `category` or `indicator` without anything in brackets.
    NothingNamed(&'static str),
    /// An indicator's name has small letters, digits and hyphens only.
    BadId(String),
    /// A value is missing, as after `1 +`.
    ValueMissing,
    /// Two values follow each other without a sign between them.
    SignMissing,
    /// A bracket is not closed.
    UnclosedBracket,
    /// More digits than a figure has: a thousand million at most, to a thousandth.
    NumberTooLong,
    /// Brackets or minus signs within each other, deeper than allowed.
    TooDeep,
}

impl FormulaFault {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        use FormulaFaultKind as Kind;
        let phrase = match &self.kind {
            Kind::Empty => return phrase("formula-empty"),
            Kind::TooLong => phrase("formula-too-long").with("most", LONGEST),
            Kind::UnexpectedSign(sign) => phrase("formula-sign").with("sign", shown(*sign)),
            Kind::UnknownWord(word) => phrase("formula-word").with("word", word.as_str()),
            Kind::NothingNamed(word) => phrase("formula-nothing-named").with("word", *word).with(
                "example",
                match *word {
                    "task" => "11",
                    "category" => "A",
                    _ => "record-minutes",
                },
            ),
            Kind::BadId(id) => phrase("formula-bad-id").with("id", id.as_str()),
            Kind::ValueMissing => phrase("formula-value-missing"),
            Kind::SignMissing => phrase("formula-sign-missing"),
            Kind::UnclosedBracket => phrase("formula-unclosed"),
            Kind::NumberTooLong => phrase("formula-number"),
            Kind::TooDeep => phrase("formula-too-deep").with("most", DEEPEST),
        };
        phrase.with("at", self.at)
    }
}

/// A sign as it can be shown on a terminal.
fn shown(sign: char) -> String {
    if crate::office::printable(sign.encode_utf8(&mut [0; 4]))
        .trim()
        .is_empty()
    {
        format!("U+{:04X}", u32::from(sign))
    } else {
        sign.to_string()
    }
}

/// For readers of data that have no language; users see the words of `locales/`.
impl fmt::Display for FormulaFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "formula, letter {}: {:?}", self.at, self.kind)
    }
}
