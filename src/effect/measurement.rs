//! Figures that were entered (測定値).

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::entry::Figure;
use super::indicator::Per;
use crate::office::{Decimal, Month, ResidentCode, StaffCode};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Of whom a figure is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The office as a whole.
    Office,
    /// A member of staff.
    Staff(StaffCode),
    /// A resident or user.
    Resident(ResidentCode),
}

impl Subject {
    /// The code; empty for the office.
    pub fn code(&self) -> &str {
        match self {
            Self::Office => "",
            Self::Staff(code) => code.as_str(),
            Self::Resident(code) => code.as_str(),
        }
    }

    /// Whether it is one person.
    pub fn is_person(&self) -> bool {
        *self != Self::Office
    }

    /// Whether its code looks like a person's name, which a code must not be.
    pub fn looks_like_name(&self) -> bool {
        match self {
            Self::Office => false,
            Self::Staff(code) => code.looks_like_name(),
            Self::Resident(code) => code.looks_like_name(),
        }
    }
}

/// When a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// A survey.
    Wave(Wave),
    /// A month.
    Month(Month),
    /// A day.
    Day(NaiveDate),
}

impl At {
    /// The month or day after it; `None` for a survey and at the end of the calendar.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Wave(_) => None,
            Self::Month(month) => Some(Self::Month(month.next())),
            Self::Day(day) => day.succ_opt().map(Self::Day),
        }
    }

    /// Its name for people: 取組後①, 2025年10月, 2025年10月6日.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Wave(wave) => wave.label(),
            Self::Month(month) => phrase("at-month")
                .with("year", month.year().to_string())
                .with("month", month.number()),
            Self::Day(day) => phrase("at-day")
                .with("year", day.year().to_string())
                .with("month", day.month())
                .with("day", day.day()),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wave(wave) => f.pad(&wave.id()),
            Self::Month(month) => f.pad(&month.to_string()),
            Self::Day(day) => f.pad(&day.to_string()),
        }
    }
}

/// What tells a figure from others: there is one for each indicator, person and time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MeasurementKey {
    /// Id of the indicator.
    pub indicator: String,
    /// When.
    pub at: At,
    /// Of whom.
    pub subject: Subject,
}

impl MeasurementKey {
    /// Whether the person and the time are such as the indicator has.
    pub fn fits(&self, per: Per) -> bool {
        let subject = match per {
            Per::StaffDay | Per::StaffMonth | Per::Staff => matches!(self.subject, Subject::Staff(_)),
            Per::Resident => matches!(self.subject, Subject::Resident(_)),
            Per::Office | Per::OfficeDay | Per::OfficeMonth => self.subject == Subject::Office,
        };
        let at = match per {
            Per::Staff | Per::Resident | Per::Office => matches!(self.at, At::Wave(_)),
            Per::StaffMonth | Per::OfficeMonth => matches!(self.at, At::Month(_)),
            Per::StaffDay | Per::OfficeDay => matches!(self.at, At::Day(_)),
        };
        subject && at
    }
}

/// A figure that was entered (測定値).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measurement {
    /// Of what.
    pub key: MeasurementKey,
    /// The figure; of a part or a rate how many.
    pub value: Decimal,
    /// Of a part or a rate: of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Decimal>,
}

impl Measurement {
    /// The figure itself.
    pub fn figure(&self) -> Figure {
        Figure {
            value: self.value,
            of: self.of,
        }
    }
}

impl MeasurementKey {
    /// What is entered under the key.
    pub fn holds(self, figure: Figure) -> Measurement {
        Measurement {
            key: self,
            value: figure.value,
            of: figure.of,
        }
    }
}

/// A figure that comes, changes or goes; one of the two at least is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureStep {
    /// As the book has it.
    pub before: Option<Measurement>,
    /// As it is to be.
    pub after: Option<Measurement>,
}

impl FigureStep {
    /// Of what.
    pub fn key(&self) -> Option<&MeasurementKey> {
        self.after.as_ref().or(self.before.as_ref()).map(|it| &it.key)
    }
}

/// What must change so that these keys hold these figures, `None` for none; what is so already is left out.
pub fn figure_steps(
    in_book: &[Measurement],
    wanted: impl IntoIterator<Item = (MeasurementKey, Option<Figure>)>,
) -> Vec<FigureStep> {
    let known: BTreeMap<&MeasurementKey, &Measurement> = in_book.iter().map(|it| (&it.key, it)).collect();
    let step = |(key, figure): (MeasurementKey, Option<Figure>)| {
        let before = known.get(&key).map(|it| (*it).clone());
        let after = figure.map(|figure| key.holds(figure));
        (before != after).then_some(FigureStep { before, after })
    };
    wanted.into_iter().filter_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(month: u32) -> MeasurementKey {
        MeasurementKey {
            indicator: "falls".to_owned(),
            at: At::Month(Month::new(2025, month).unwrap()),
            subject: Subject::Office,
        }
    }

    fn figure(value: u32) -> Figure {
        Figure {
            value: Decimal::whole(value),
            of: None,
        }
    }

    #[test]
    fn only_what_differs_from_the_book_is_a_step() {
        let book = [
            key(1).holds(figure(1)),
            key(2).holds(figure(2)),
            key(3).holds(figure(3)),
        ];
        let wanted = [
            (key(1), Some(figure(1))),
            (key(2), Some(figure(5))),
            (key(3), None),
            (key(4), None),
            (key(5), Some(figure(0))),
        ];
        let steps = figure_steps(&book, wanted);
        let values = |step: &FigureStep| {
            let value = |it: &Option<Measurement>| it.as_ref().map(|it| it.value.to_string());
            (value(&step.before), value(&step.after))
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            steps.iter().map(values).collect::<Vec<_>>(),
            [(text("2"), text("5")), (text("3"), None), (None, text("0"))]
        );
    }

    #[test]
    fn a_key_fits_where_person_and_time_are_those_of_the_indicator() {
        assert!(key(1).fits(Per::OfficeMonth));
        assert!(!key(1).fits(Per::Office));
        assert!(!key(1).fits(Per::StaffMonth));
    }
}
