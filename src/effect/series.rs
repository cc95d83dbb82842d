//! A series of months or days (推移): its points with the gaps, its phases, and what in each phase is more than chance.

mod phase;
mod stretch;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use phase::PhaseFault;
pub use stretch::{Stretch, Way};

use super::chosen::Phase;
use super::indicator::Measured;
use super::measurement::{At, Measurement};
use crate::office::SMALLEST_GROUP;
use crate::stats::{POINTS_PER_SIDE, RuleSet, RunChart, SeriesBreak, run_chart, series_break};

/// What is known of a month or day (値). The value is in the unit of the finding: shares from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct SeriesFigure {
    /// The value; `None` where there is none, as where something would be divided by 0.
    pub value: Option<f64>,
    /// Of a part or a rate: how many.
    pub count: Option<f64>,
    /// Of a part or a rate: of how many.
    pub base: Option<f64>,
    /// Whether the value is kept back, because so few stand behind it that one of them could be told.
    pub hidden: bool,
}

impl SeriesFigure {
    /// A value alone.
    pub fn of(value: Option<f64>) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }

    /// What was entered, read as the indicator is measured: a part as a share, a rate as events per so many of its base.
    pub fn entered(measured: &Measured, entered: &Measurement) -> Self {
        let (count, base) = (entered.value.as_f64(), entered.of.map(crate::office::Decimal::as_f64));
        let of = |factor: f64| Self {
            value: base.filter(|base| *base > 0.0).map(|base| count / base * factor),
            count: Some(count),
            base,
            hidden: false,
        };
        match measured {
            // Behind a share of one or two stand one or two, who may be people.
            Measured::Part { .. } if base.is_some_and(|base| base > 0.0 && base < smallest()) => Self {
                hidden: true,
                ..Self::default()
            },
            Measured::Part { .. } => of(1.0),
            Measured::Rate { per, .. } => of(f64::from(*per)),
            _ => Self::of(Some(count)),
        }
    }
}

fn smallest() -> f64 {
    f64::from(u32::try_from(SMALLEST_GROUP).unwrap_or(u32::MAX))
}

/// A month or day of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesSpot {
    /// When.
    pub at: At,
    /// What is known of it.
    pub figure: SeriesFigure,
    /// Place of its stage.
    pub stage: usize,
}

/// A phase of a series with what it shows (期間).
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Its first month or day.
    pub from: At,
    /// What was changed then; `None` for a stage that began with the series.
    pub cause: Option<String>,
    /// Values in it.
    pub n: usize,
    /// Centre, limits and runs; `None` without a value.
    pub chart: Option<RunChart>,
    /// What is more than chance, stretch by stretch, in order of signal and time.
    pub stretches: Vec<Stretch>,
}

/// Every month or day from the first value to the last, read by one set of rules (推移).
///
/// Missing values stay missing: nothing is put in their place, and the rules run over the values that are there. Each stage is read
/// by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The set of rules, the same for all stages.
    pub rules: RuleSet,
    /// In order of time, missing ones too.
    pub spots: Vec<SeriesSpot>,
    /// In order of time; a later one has a cause.
    pub stages: Vec<Stage>,
    /// The break at the last stage, or why it is not offered.
    pub series_break: Result<Break, BreakFault>,
}

/// Level and slope before and after the last stage began.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Break {
    /// When the stage began.
    pub from: At,
    /// Values of the stage before.
    pub n_before: usize,
    /// Values since.
    pub n_after: usize,
    /// What was fitted, per month or day.
    pub fitted: SeriesBreak,
}

/// Why level and slope before and after are not offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BreakFault {
    /// No phase with a written cause follows another.
    NoPhase,
    /// Fewer than [`POINTS_PER_SIDE`] values on a side.
    TooFew {
        /// When the stage began.
        from: At,
        /// Values of the stage before.
        before: usize,
        /// Values since.
        after: usize,
    },
    /// Months or days between have no value, so that the steps are not even.
    Gaps {
        /// When the stage began.
        from: At,
        /// Values of the stage before.
        before: usize,
        /// Values since.
        after: usize,
        /// The first of them.
        first: At,
        /// How many.
        count: usize,
    },
}

impl BreakFault {
    /// When the last stage began, values of the stage before and values since; `None` where there is no such stage.
    pub fn sides(&self) -> Option<(At, usize, usize)> {
        match self {
            Self::NoPhase => None,
            Self::TooFew { from, before, after }
            | Self::Gaps {
                from, before, after, ..
            } => Some((*from, *before, *after)),
        }
    }
}

impl Series {
    /// Reads a series; by the usual rules for so many values where none are named.
    ///
    /// The usual rules go by the values of the whole series, so that one picture has one set of rules. `None` without a single value.
    /// Figures that are all of months or all of days are expected, and phases of the same kind in any order.
    pub fn of(figures: &BTreeMap<At, SeriesFigure>, phases: &[&Phase], rules: Option<RuleSet>) -> Option<Self> {
        let known = || figures.iter().filter(|(_, figure)| figure.value.is_some());
        let (first, last) = (*known().next()?.0, *known().next_back()?.0);
        let rules = rules.unwrap_or_else(|| RuleSet::usual(known().count()));
        let mut begins = begins(first, phases);
        begins.sort_by_key(|(from, _)| *from);
        let stage_of = |at: At| begins.iter().rposition(|(from, _)| *from <= at).unwrap_or(0);
        let spots: Vec<SeriesSpot> = steps(first, last)
            .map(|at| SeriesSpot {
                at,
                figure: figures.get(&at).copied().unwrap_or_default(),
                stage: stage_of(at),
            })
            .collect();
        let stages: Vec<Stage> = begins
            .into_iter()
            .enumerate()
            .map(|(place, (from, cause))| stage(place, from, cause, &spots, rules))
            .collect();
        let series_break = broken(&spots, &stages);
        Some(Self {
            rules,
            spots,
            stages,
            series_break,
        })
    }

    /// Values that are there.
    pub fn n(&self) -> usize {
        self.stages.iter().map(|stage| stage.n).sum()
    }
}

impl Stage {
    /// Whether the rules could find anything at all among so few values.
    ///
    /// With fewer than nine values off the median the 5 % point of the crossings is one at most, which every series reaches, and half of
    /// the values make no run that is long enough; shifts and trends of fixed length and limits need five.
    pub fn can_show(&self, rules: RuleSet) -> bool {
        match (rules, &self.chart) {
            (_, None) => false,
            (RuleSet::Anhoej, Some(chart)) => chart.runs.crossings_needed > 1,
            (_, Some(_)) => self.n >= FEWEST,
        }
    }
}

/// Values under which no rule of fixed length is reached.
const FEWEST: usize = 5;

/// Where stages begin: at the first value, and at each phase after it. Of phases that began before the first value the last one
/// holds from there.
fn begins(first: At, phases: &[&Phase]) -> Vec<(At, Option<String>)> {
    let earlier = phases.iter().filter(|it| it.from <= first).max_by_key(|it| it.from);
    let start = (first, earlier.map(|it| it.cause.clone()));
    let later = phases.iter().filter(|it| it.from > first);
    std::iter::once(start)
        .chain(later.map(|it| (it.from, Some(it.cause.clone()))))
        .collect()
}

/// Every month or day from one to another.
fn steps(first: At, last: At) -> impl Iterator<Item = At> {
    std::iter::successors(Some(first), |at| at.next()).take_while(move |at| *at <= last)
}

fn stage(place: usize, from: At, cause: Option<String>, spots: &[SeriesSpot], rules: RuleSet) -> Stage {
    let (places, values) = values_of(place, spots);
    let chart = run_chart(&values, rules);
    let stretches = chart.as_ref().map_or_else(Vec::new, |chart| {
        let mut found = stretch::stretches(chart, &values);
        for stretch in &mut found {
            for point in &mut stretch.places {
                *point = places[*point];
            }
        }
        found
    });
    Stage {
        from,
        cause,
        n: values.len(),
        chart,
        stretches,
    }
}

/// The values of a stage with their places in the series.
fn values_of(stage: usize, spots: &[SeriesSpot]) -> (Vec<usize>, Vec<f64>) {
    let own = spots.iter().enumerate().filter(|(_, spot)| spot.stage == stage);
    own.filter_map(|(at, spot)| Some((at, spot.figure.value?))).unzip()
}

/// The break where the last stage with a value begins; before it counts the stage before alone, which has one level.
fn broken(spots: &[SeriesSpot], stages: &[Stage]) -> Result<Break, BreakFault> {
    let with_values = stages.iter().rposition(|stage| stage.n > 0);
    let place = with_values.filter(|place| *place > 0).unwrap_or(stages.len() - 1);
    let (Some(one), Some(last)) = (
        place.checked_sub(1).and_then(|before| stages.get(before)),
        stages.get(place),
    ) else {
        return Err(BreakFault::NoPhase);
    };
    let (from, before, after) = (last.from, one.n, last.n);
    let too_few = BreakFault::TooFew { from, before, after };
    if before.min(after) < POINTS_PER_SIDE {
        return Err(too_few);
    }
    let is_gap = |spot: &&SeriesSpot| spot.stage + 1 >= place && spot.figure.value.is_none();
    let mut gaps = spots.iter().filter(is_gap);
    if let Some(gap) = gaps.next() {
        let count = 1 + gaps.count();
        return Err(BreakFault::Gaps {
            from,
            before,
            after,
            first: gap.at,
            count,
        });
    }
    let fitted = series_break(&values_of(place - 1, spots).1, &values_of(place, spots).1).ok_or(too_few)?;
    Ok(Break {
        from,
        n_before: before,
        n_after: after,
        fitted,
    })
}
