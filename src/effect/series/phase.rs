//! Where a series runs anew: only with a written cause, never by itself.

use crate::effect::chosen::Phase;
use crate::effect::indicator::{Indicator, Per};
use crate::effect::measurement::At;
use crate::office::printable;
use crate::phrase::{Phrase as Said, phrase};

/// Longest cause, in letters.
const LONGEST: usize = 100;

/// Why a phase cannot begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhaseFault {
    /// The indicator has no months or days.
    NoSeries,
    /// A day where the series is of months, or a month where it is of days.
    OtherStep,
    /// No value was entered yet.
    NoValue,
    /// Nothing was written about what was changed.
    NoCause,
    /// The cause is too long to stand on a picture.
    TooLong,
    /// The first value, or before it.
    NotAfterFirst(At),
    /// A phase begins there already.
    Twice(At),
    /// None begins there.
    NoneThere(At),
}

impl PhaseFault {
    /// What is wrong, for people.
    pub fn phrase(&self) -> Said {
        match self {
            Self::NoSeries => phrase("series-fault-no-series"),
            Self::OtherStep => phrase("series-fault-other-step"),
            Self::NoValue => phrase("series-fault-no-value"),
            Self::NoCause => phrase("series-fault-no-cause"),
            Self::TooLong => phrase("series-fault-too-long").with("most", LONGEST),
            Self::NotAfterFirst(first) => phrase("series-fault-not-after-first").with("first", first.phrase()),
            Self::Twice(at) => phrase("series-fault-twice").with("at", at.phrase()),
            Self::NoneThere(at) => phrase("series-fault-none-there").with("at", at.phrase()),
        }
    }
}

impl Phase {
    /// A phase that begins at a month or day, by the cause that a person wrote; `first` is when the series has its first value.
    pub fn begun(
        indicator: &Indicator,
        from: At,
        cause: &str,
        (first, phases): (Option<At>, &[Self]),
    ) -> Result<Self, PhaseFault> {
        match (indicator.per, from) {
            (Per::OfficeMonth, At::Month(_)) | (Per::OfficeDay, At::Day(_)) => {}
            (per, _) if per.is_series() => return Err(PhaseFault::OtherStep),
            _ => return Err(PhaseFault::NoSeries),
        }
        let cause = printable(cause).trim().to_owned();
        if cause.is_empty() {
            return Err(PhaseFault::NoCause);
        }
        if cause.chars().count() > LONGEST {
            return Err(PhaseFault::TooLong);
        }
        let first = first.ok_or(PhaseFault::NoValue)?;
        if from <= first {
            return Err(PhaseFault::NotAfterFirst(first));
        }
        if phases.iter().any(|it| it.indicator == indicator.id && it.from == from) {
            return Err(PhaseFault::Twice(from));
        }
        Ok(Self {
            indicator: indicator.id.clone(),
            from,
            cause,
        })
    }
}
