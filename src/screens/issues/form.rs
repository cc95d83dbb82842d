//! The forms about challenges; each writes one thing into the book.

use super::answering::{AnswerAsk, AnswerForm};
use super::choice_form::{ChoiceAsk, ChoiceForm};
use super::measure_form::{MeasureAsk, MeasureForm};
use super::meeting_form::{MeetingAsk, MeetingForm};
use super::{CauseAsk, CauseForm};
use super::{NoticeAsk, NoticeForm};
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
    /// 課題の選定
    Choice(ChoiceForm),
    /// 委員会
    Meeting(MeetingForm),
    /// A measure, its news, a step or a check.
    Measure(MeasureForm),
    /// Something about notices.
    Notice(NoticeForm),
}

impl IssueForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Answer(form) => form.words(),
            Self::Cause(form) => form.words(),
            Self::Choice(form) => form.words(),
            Self::Meeting(form) => form.words(),
            Self::Measure(form) => form.words(),
            Self::Notice(notice) => notice.words(),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        match self {
            Self::Answer(of) => of.job(form),
            Self::Cause(asked) => asked.job(form),
            Self::Choice(kind) => kind.job(form),
            Self::Meeting(kind) => kind.job(form),
            Self::Measure(of) => of.job(form),
            Self::Notice(notice) => notice.job(form),
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
    /// 課題の選定
    Choice(ChoiceAsk),
    /// 委員会
    Meeting(MeetingAsk),
    /// Of a measure.
    Measure(MeasureAsk),
    /// About notices.
    Notice(NoticeAsk),
}

impl IssueAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Answer(ask) => ask.question(),
            Self::Cause(asked) => asked.question(),
            Self::Choice(ask) => ask.question(),
            Self::Meeting(ask) => ask.question(),
            Self::Measure(ask) => ask.question(),
            Self::Notice(asked) => asked.question(),
        }
    }
}
