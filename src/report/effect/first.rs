//! What the first survey says of an indicator: the ground on which targets and plans stand.

use std::collections::BTreeMap;

use crate::analysis::{AnalysisError, Frame, person_means};
use crate::effect::{Counted, Indicator, Measured, Measurement, Period};
use crate::office::SMALLEST_GROUP;
use crate::report::Holdings;
use crate::stats;
use crate::worktime::Wave;

use super::indicators::{is_measurable, periods, wave_of, waves_with_values};

/// The first survey of a book.
pub(super) struct FirstSurvey<'a> {
    holdings: &'a Holdings,
    /// Which one; `None` where there is none yet.
    wave: Option<Wave>,
    periods: BTreeMap<Wave, Period>,
    frame: Option<Frame>,
}

/// What it says of an indicator.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Before {
    /// The value of each person; empty where values are of the office.
    people: Vec<f64>,
    /// Values of the office.
    figures: Vec<f64>,
    /// What was counted, of parts and rates in whole numbers.
    pub(super) counted: Option<Counted>,
}

impl Before {
    /// People or values behind it.
    pub(super) fn n(&self) -> usize {
        self.people.len().max(self.figures.len())
    }

    /// People behind it; `None` where values are of the office or there are none.
    pub(super) fn people(&self) -> Option<usize> {
        (!self.people.is_empty()).then_some(self.people.len())
    }

    /// The mean; `None` under three people.
    pub(super) fn mean(&self) -> Option<f64> {
        if self.people.is_empty() {
            return stats::mean(&self.figures);
        }
        stats::mean(&self.people).filter(|_| self.people.len() >= SMALLEST_GROUP)
    }

    /// How far people's changes are thought to lie apart; `None` under three people.
    pub(super) fn spread(&self) -> Option<f64> {
        crate::effect::spread_of_changes(&self.people).filter(|_| self.people.len() >= SMALLEST_GROUP)
    }
}

impl<'a> FirstSurvey<'a> {
    pub(super) fn of(holdings: &'a Holdings) -> Result<Self, AnalysisError> {
        let wave = waves_with_values(holdings).first().copied();
        let sheets: Vec<_> = holdings
            .sheets
            .iter()
            .filter(|(of, _)| Some(*of) == wave)
            .cloned()
            .collect();
        let founding = &holdings.founding;
        let frame = (!sheets.is_empty()).then(|| Frame::of(&sheets, &founding.task_list, founding.night));
        Ok(Self {
            holdings,
            wave,
            periods: periods(holdings),
            frame: frame.transpose()?,
        })
    }

    /// How many people are in the plan of the survey; `None` where there is none.
    pub(super) fn planned_people(&self) -> Option<usize> {
        let planned = self.holdings.surveys.iter().map(|(_, survey)| survey.people.len());
        planned.max().filter(|people| *people > 0)
    }

    /// What the survey says of an indicator.
    pub(super) fn before(&self, indicator: &Indicator) -> Result<Before, AnalysisError> {
        let Some(wave) = self.wave else {
            return Ok(Before::default());
        };
        if indicator.measured.is_of_sheets() {
            let (Some(frame), true) = (&self.frame, is_measurable(self.holdings, indicator)) else {
                return Ok(Before::default());
            };
            let means = person_means(frame, wave, &indicator.measured, &self.holdings.founding.task_list)?;
            return Ok(Before {
                people: means.into_iter().map(|mean| mean.value).collect(),
                ..Before::default()
            });
        }
        let figures = self.holdings.effects.of(&indicator.id);
        let of_wave = figures.filter(|it| wave_of(&self.periods, it.key.at) == Some(wave));
        Ok(entered(indicator, &of_wave.collect::<Vec<_>>()))
    }
}

fn entered(indicator: &Indicator, figures: &[&Measurement]) -> Before {
    let mut by_person: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut of_office = Vec::new();
    for figure in figures {
        let Some(value) = value(&indicator.measured, figure) else {
            continue;
        };
        if figure.key.subject.is_person() {
            by_person.entry(figure.key.subject.code()).or_default().push(value);
        } else {
            of_office.push(value);
        }
    }
    Before {
        people: by_person.values().filter_map(|values| stats::mean(values)).collect(),
        figures: of_office,
        counted: counted(&indicator.measured, figures),
    }
}

fn value(measured: &Measured, figure: &Measurement) -> Option<f64> {
    let of = || figure.of.map(|of| of.as_f64()).filter(|of| *of > 0.0);
    match measured {
        Measured::Part { .. } => Some(figure.value.as_f64() / of()?),
        Measured::Rate { per, .. } => Some(figure.value.as_f64() / of()? * f64::from(*per)),
        _ => Some(figure.value.as_f64()),
    }
}

/// All that was counted, taken together.
fn counted(measured: &Measured, figures: &[&Measurement]) -> Option<Counted> {
    if figures.is_empty() {
        return None;
    }
    let hits = figures.iter().map(|it| it.value.as_count()).sum::<Option<u64>>()?;
    match measured {
        Measured::Part { .. } => {
            let of = figures
                .iter()
                .map(|it| it.of.and_then(|of| of.as_count()))
                .sum::<Option<u64>>()?;
            Some(Counted::Part { hits, of })
        }
        Measured::Rate { .. } => Some(Counted::Events(hits)),
        _ => None,
    }
}
