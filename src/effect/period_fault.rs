//! What the days of a survey must keep.

use std::collections::BTreeMap;

use super::chosen::Period;
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Why days cannot be those of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodFault {
    /// The last day is before the first.
    Backwards(Period),
    /// Some day belongs to another survey already.
    Overlaps(Wave, Period),
}

impl PeriodFault {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Backwards(Period { from, to }) => phrase("entering-period-backwards")
                .with("from", from.to_string())
                .with("to", to.to_string()),
            Self::Overlaps(wave, Period { from, to }) => phrase("entering-period-overlaps")
                .with("wave", wave.label())
                .with("from", from.to_string())
                .with("to", to.to_string()),
        }
    }
}

/// What is wrong with days for a survey, beside the days of the others.
pub fn period_fault(wave: Wave, period: Period, others: &BTreeMap<Wave, Period>) -> Option<PeriodFault> {
    if period.to < period.from {
        return Some(PeriodFault::Backwards(period));
    }
    let mut others = others.iter().filter(|(other, _)| **other != wave);
    let overlapping = others.find(|(_, its)| its.overlaps(&period));
    overlapping.map(|(other, its)| PeriodFault::Overlaps(*other, *its))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Month;

    fn period(from: (i32, u32), to: (i32, u32)) -> Period {
        let month = |(year, month)| Month::new(year, month).unwrap();
        Period {
            from: month(from).first_day(),
            to: month(to).last_day(),
        }
    }

    #[test]
    fn days_end_after_they_begin_and_belong_to_one_survey() {
        let before = period((2025, 7), (2025, 9));
        let others = BTreeMap::from([(Wave::Before, before)]);
        let fault = |wave, period| period_fault(wave, period, &others);
        assert_eq!(fault(Wave::After(1), period((2025, 10), (2025, 12))), None);
        assert_eq!(fault(Wave::Before, period((2025, 8), (2025, 12))), None);
        let backwards = period((2025, 12), (2025, 10));
        assert_eq!(
            fault(Wave::After(1), backwards),
            Some(PeriodFault::Backwards(backwards))
        );
        let one_day = Period {
            from: before.to,
            to: before.to,
        };
        assert_eq!(
            fault(Wave::After(1), one_day),
            Some(PeriodFault::Overlaps(Wave::Before, before))
        );
    }
}
