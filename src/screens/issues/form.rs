//! The forms about challenges; each writes one thing into the book.

use super::answering::{AnswerAsk, AnswerForm};
use super::{CauseAsk, CauseForm};
use crate::phrase::Phrase;
use crate::screens::desk::Job;
use crate::screens::form::Form;

/// What a form about challenges is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueForm {
    /// Around the survey.
    Answer(AnswerForm),
    /// About the cause map.
    Cause(CauseForm),
}

impl IssueForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Answer(form) => form.words(),
            Self::Cause(form) => form.words(),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        match self {
            Self::Answer(of) => of.job(form),
            Self::Cause(asked) => asked.job(form),
        }
    }
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueAsk {
    /// Around the survey.
    Answer(AnswerAsk),
    /// About the cause map.
    Cause(CauseAsk),
}

impl IssueAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Answer(ask) => ask.question(),
            Self::Cause(asked) => asked.question(),
        }
    }
}
