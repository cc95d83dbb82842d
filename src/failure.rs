//! What went wrong, where, and what to try; and the exit status that tells a script.

use crate::phrase::Phrase;

/// Exit status of the program, a public contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Done, but something was refused or a check found something.
    Refused = 1,
    /// Wrong usage.
    Usage = 2,
    /// The book cannot be used: absent, damaged, newer, locked.
    Book = 3,
    /// A defect of the program.
    Defect = 70,
}

/// Why something could not be done, in words that a person can act on.
///
/// What to try is the `.hint` of the message in `locales/`.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// Short name in JSON, e.g. `book-locked`: the key of the message.
    pub code: &'static str,
    /// What is wrong.
    pub message: Phrase,
    /// File, sheet, cell or line.
    pub place: Option<String>,
    /// Exit status.
    pub exit: Exit,
}

impl Failure {
    /// Makes a failure; its code is the key of the message.
    pub fn new(exit: Exit, message: Phrase) -> Self {
        Self {
            code: message.key(),
            message,
            place: None,
            exit,
        }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }
}
