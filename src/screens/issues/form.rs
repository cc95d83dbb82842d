//! The forms about challenges; each writes one thing into the book.

use crate::phrase::Phrase;
use crate::screens::desk::Job;
use crate::screens::form::Form;

/// What a form about challenges is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueForm {}

impl IssueForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match *self {}
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, _form: &Form) -> Result<Job, (usize, Phrase)> {
        match *self {}
    }
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueAsk {}

impl IssueAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {}
    }
}
