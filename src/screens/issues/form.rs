//! The forms about challenges; each writes one thing into the book.

use super::choice_form::{ChoiceAsk, ChoiceForm};
use super::meeting_form::{MeetingAsk, MeetingForm};
use super::{CauseAsk, CauseForm};
use crate::phrase::Phrase;
use crate::screens::desk::Job;
use crate::screens::form::Form;

/// What a form about challenges is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueForm {
    /// About the cause map.
    Cause(CauseForm),
    /// 課題の選定
    Choice(ChoiceForm),
    /// 委員会
    Meeting(MeetingForm),
}

impl IssueForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Cause(form) => form.words(),
            Self::Choice(form) => form.words(),
            Self::Meeting(form) => form.words(),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        match self {
            Self::Cause(asked) => asked.job(form),
            Self::Choice(kind) => kind.job(form),
            Self::Meeting(kind) => kind.job(form),
        }
    }
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueAsk {
    /// About the cause map.
    Cause(CauseAsk),
    /// 課題の選定
    Choice(ChoiceAsk),
    /// 委員会
    Meeting(MeetingAsk),
}

impl IssueAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Cause(asked) => asked.question(),
            Self::Choice(ask) => ask.question(),
            Self::Meeting(ask) => ask.question(),
        }
    }
}
