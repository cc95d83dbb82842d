//! What the first survey says of an indicator: the ground on which targets and plans stand.

use super::indicators::{is_measurable, periods, wave_of, waves_with_values};
use super::ledger::figures_of;
use super::sources::{Sources, WaveValues};
use crate::analysis::AnalysisError;
use crate::effect::{Counted, Indicator, Measured, PersonValues, spread_of_changes};
use crate::office::SMALLEST_GROUP;
use crate::report::Holdings;
use crate::stats;
use crate::worktime::Wave;

/// The first survey of a book.
pub(super) struct FirstSurvey<'a> {
    holdings: &'a Holdings,
    sources: Sources<'a>,
    /// All surveys with values, in order.
    waves: Vec<Wave>,
}

/// What it says of an indicator.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Before {
    /// The value of each person; empty where values are of the office.
    people: Vec<f64>,
    /// The value of the office.
    office: Option<f64>,
    /// Figures behind the value of the office.
    figures: usize,
    /// What was counted, of shares and rates in whole numbers.
    pub(super) counted: Option<Counted>,
}

impl Before {
    /// People or values behind it.
    pub(super) fn n(&self) -> usize {
        self.people.len().max(self.figures)
    }

    /// People behind it; `None` where values are of the office or there are none.
    pub(super) fn people(&self) -> Option<usize> {
        (!self.people.is_empty()).then_some(self.people.len())
    }

    /// The mean; `None` under three people.
    pub(super) fn mean(&self) -> Option<f64> {
        self.enough().and_then(stats::mean).or(self.office)
    }

    /// How far people's changes are thought to lie apart; `None` under three people.
    pub(super) fn spread(&self) -> Option<f64> {
        self.enough().and_then(spread_of_changes)
    }

    fn enough(&self) -> Option<&[f64]> {
        (self.people.len() >= SMALLEST_GROUP).then_some(&self.people)
    }
}

impl<'a> FirstSurvey<'a> {
    pub(super) fn of(holdings: &'a Holdings) -> Self {
        Self {
            holdings,
            sources: Sources::of(holdings),
            waves: waves_with_values(holdings).into_iter().collect(),
        }
    }

    /// How many people are in the plan of a survey; `None` where there is none.
    pub(super) fn planned_people(&self) -> Option<usize> {
        let planned = self.holdings.surveys.iter().map(|(_, survey)| survey.people.len());
        planned.max().filter(|people| *people > 0)
    }

    /// What the survey says of an indicator.
    pub(super) fn before(&self, indicator: &Indicator) -> Result<Before, AnalysisError> {
        let Some(first) = self.waves.first() else {
            return Ok(Before::default());
        };
        if !is_measurable(self.holdings, indicator) {
            return Ok(Before::default());
        }
        Ok(match self.sources.values(indicator, *first)? {
            WaveValues::People(people) => Before {
                people: self.shown(indicator, &people)?,
                ..Before::default()
            },
            WaveValues::Counts(None) | WaveValues::Figure(None) => Before::default(),
            WaveValues::Counts(Some(counts)) => {
                let counted = match &indicator.measured {
                    Measured::Part { .. } => counts.share().map(|(hits, of)| Counted::Part { hits, of }),
                    _ => counts.events().map(Counted::Events),
                };
                // A share of one or two people would tell theirs.
                let is_few = matches!(counted, Some(Counted::Part { of, .. }) if of < SMALLEST_GROUP as u64);
                Before {
                    office: (!is_few).then(|| counts.value()),
                    figures: self.figures(indicator, *first),
                    counted: counted.filter(|_| !is_few),
                    ..Before::default()
                }
            }
            WaveValues::Figure(figure) => Before {
                office: figure,
                figures: self.figures(indicator, *first).max(1),
                ..Before::default()
            },
        })
    }

    /// The values of people; only of those who are in the last survey too, where one or two are not: the mean of all beside that of
    /// those in both would tell theirs.
    fn shown(&self, indicator: &Indicator, people: &PersonValues) -> Result<Vec<f64>, AnalysisError> {
        let all: Vec<f64> = people.values().copied().collect();
        let Some(last) = self.waves.get(1..).and_then(<[Wave]>::last) else {
            return Ok(all);
        };
        let WaveValues::People(later) = self.sources.values(indicator, *last)? else {
            return Ok(all);
        };
        let both = people.iter().filter(|(code, _)| later.contains_key(*code));
        let both: Vec<f64> = both.map(|(_, value)| *value).collect();
        let left_out = all.len() - both.len();
        let is_told = both.len() >= SMALLEST_GROUP && (1..SMALLEST_GROUP).contains(&left_out);
        Ok(if is_told { both } else { all })
    }

    fn figures(&self, indicator: &Indicator, wave: Wave) -> usize {
        let periods = periods(self.holdings);
        let figures = figures_of(self.holdings, indicator);
        let is_of_wave = |at| wave_of(&periods, at) == Some(wave);
        figures.iter().filter(|it| is_of_wave(it.key.at)).count()
    }
}
