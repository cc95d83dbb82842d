//! What is wrong with what a person says of a measure.

use chrono::NaiveDate;

use super::decide::LONGEST_TEXT;
use super::number::ChallengeId;
use super::questionnaire::ViewpointCode;
use crate::office::printable;
use crate::phrase::{Phrase, phrase};

/// Why a measure cannot be kept as a person says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeasureFault {
    /// It does not say what is done.
    NoText,
    /// A text is longer than can be printed.
    TooLong,
    /// Neither a viewpoint nor a challenge that has one.
    NoViewpoint,
    /// There is no such viewpoint.
    UnknownViewpoint(ViewpointCode),
    /// There is no such challenge.
    UnknownChallenge(ChallengeId),
    /// It ends before it begins.
    EndBeforeStart {
        /// First day.
        start: NaiveDate,
        /// Last day.
        end: NaiveDate,
    },
    /// The catalog has no such indicator.
    UnknownIndicator(String),
    /// A step does not say what is done.
    NoStepText,
    /// It has no step of this number.
    NoSuchStep(usize),
    /// It has no check on this day.
    NoSuchCheck(NaiveDate),
    /// No check is open.
    NoOpenCheck,
    /// News without a word of why.
    NoWord,
    /// News of a day before the last news.
    BeforeLastNews(NaiveDate),
    /// Something is said to have happened on a day that is still to come.
    InFuture(NaiveDate),
}

impl MeasureFault {
    /// What is wrong, for people.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoText => phrase("measures-no-text"),
            Self::TooLong => phrase("measures-too-long").with("most", LONGEST_TEXT),
            Self::NoViewpoint => phrase("measures-no-viewpoint"),
            Self::UnknownViewpoint(code) => phrase("measures-unknown-viewpoint").with("code", printable(code.as_str())),
            Self::UnknownChallenge(id) => phrase("measures-unknown-challenge").with("number", id.to_string()),
            Self::EndBeforeStart { start, end } => phrase("measures-end-before-start")
                .with("start", start.to_string())
                .with("end", end.to_string()),
            Self::UnknownIndicator(id) => phrase("measures-unknown-indicator").with("id", printable(id)),
            Self::NoStepText => phrase("measures-no-step-text"),
            Self::NoSuchStep(number) => phrase("measures-no-such-step").with("number", number.to_string()),
            Self::NoSuchCheck(day) => phrase("measures-no-such-check").with("day", day.to_string()),
            Self::NoOpenCheck => phrase("measures-no-open-check"),
            Self::NoWord => phrase("measures-no-word"),
            Self::BeforeLastNews(last) => phrase("measures-before-last-news").with("last", last.to_string()),
            Self::InFuture(day) => phrase("measures-in-future").with("day", day.to_string()),
        }
    }
}
