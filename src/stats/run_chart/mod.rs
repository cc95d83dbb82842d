//! Run charts and charts of individual values (XmR): what in a series is more than chance.

mod rules;
mod runs;
mod signals;

pub use rules::RuleSet;
pub use runs::Runs;

use self::signals::{beyond, inner_third, outside, shifts, trends, two_of_three};
use super::door::{TIE, largest, usable};
use super::{mean, median};

/// Points under which limits are only tried out (暫定の管理限界).
pub const TRIAL_POINTS: usize = 12;
/// Mean moving ranges to a limit: 3/d2 with d2 = 1.128 for two neighbours.
const TO_LIMIT: f64 = 2.66;
/// Mean moving ranges above which a moving range counts as large: D4 for two neighbours.
const LARGE_RANGE: f64 = 3.267;

/// What is more than chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// Too many points in a row on one side of the centre (偏り).
    Shift,
    /// Too many points in a row that go one way (傾向).
    Trend,
    /// The centre line is crossed too seldom.
    FewCrossings,
    /// The side changes too often to be chance.
    ManyRuns,
    /// A point beyond a limit (管理限界の外).
    Outside,
    /// Two of three neighbours near the same limit.
    NearLimit,
    /// Fifteen in a row close to the centre: the limits do not belong to this series.
    CloseToCentre,
}

/// A signal with its points, counted from 0; none for a signal of the whole series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub signal: Signal,
    /// Which points show it.
    pub points: Vec<usize>,
}

/// Limits of a series (管理限界), in the unit of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Mean of the moving ranges that they are made from.
    pub moving_range: f64,
    /// Whether there are too few points to trust them.
    pub trial: bool,
}

/// A series read by a named set of rules (ランチャート).
#[derive(Debug, Clone, PartialEq)]
pub struct RunChart {
    /// The set of rules.
    pub rules: RuleSet,
    /// Median or mean, in the unit of the values.
    pub centre: f64,
    /// Only where the rules have limits and there are two points at least.
    pub limits: Option<Limits>,
    /// Runs and crossings about the centre.
    pub runs: Runs,
    /// What is more than chance, in the order of [`Signal`].
    pub signals: Vec<Found>,
}

/// Reads a series of one phase by a set of rules; the values are in order of time.
///
/// `None` for no values and for values that are not finite.
#[must_use]
pub fn run_chart(values: &[f64], rules: RuleSet) -> Option<RunChart> {
    if !usable(values) {
        return None;
    }
    let centre = if rules.is_about_the_median() {
        median(values)?
    } else {
        mean(values)?
    };
    let sides = sides(values, centre);
    let runs = Runs::of(&sides);
    let limits = if rules.is_about_the_median() {
        None
    } else {
        limits(values, centre, rules)
    };
    let mut signals = Vec::new();
    let mut add = |signal: Signal, points: Vec<usize>| {
        if !points.is_empty() {
            signals.push(Found { signal, points });
        }
    };
    let skips = rules.is_about_the_median();
    let shift = rules.shift().unwrap_or(runs.longest_allowed.saturating_add(1));
    add(Signal::Shift, shifts(&sides, shift, skips));
    if let Some(points) = rules.trend() {
        add(Signal::Trend, trends(values, points, skips));
    }
    if let Some(limits) = limits {
        let wide = |share: f64| beyond(values, centre, (limits.high - centre) * share);
        add(Signal::Outside, outside(&wide(1.0)));
        add(Signal::NearLimit, two_of_three(&wide(2.0 / 3.0)));
        // Limits that close up on the centre say nothing about closeness.
        if rules == RuleSet::Shewhart && limits.moving_range > 0.0 {
            add(Signal::CloseToCentre, inner_third(&wide(1.0 / 3.0)));
        }
    }
    let few = match rules {
        RuleSet::Anhoej => runs.crosses_too_seldom(),
        RuleSet::Ihi => runs.are_too_few(&sides),
        _ => false,
    };
    let whole = [
        (few, Signal::FewCrossings),
        (rules == RuleSet::Ihi && runs.are_too_many(&sides), Signal::ManyRuns),
    ];
    let whole = whole.into_iter().filter(|(found, _)| *found);
    signals.extend(whole.map(|(_, signal)| Found {
        signal,
        points: Vec::new(),
    }));
    signals.sort_by_key(|found| found.signal);
    Some(RunChart {
        rules,
        centre,
        limits,
        runs,
        signals,
    })
}

/// On which side of the centre each value lies: −1, 0 on it, or 1.
fn sides(values: &[f64], centre: f64) -> Vec<i8> {
    let noise = TIE * largest(values);
    let side = |value: &f64| match value - centre {
        apart if apart > noise => 1,
        apart if apart < -noise => -1,
        _ => 0,
    };
    values.iter().map(side).collect()
}

/// The limits, centre ± 2.66 mean moving ranges; large ranges are left out once where the rules say so.
fn limits(values: &[f64], centre: f64, rules: RuleSet) -> Option<Limits> {
    let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let mut moving_range = mean(&ranges)?;
    if rules == RuleSet::Mdc {
        let kept: Vec<f64> = ranges
            .into_iter()
            .filter(|range| *range <= LARGE_RANGE * moving_range)
            .collect();
        moving_range = mean(&kept)?;
    }
    let reach = TO_LIMIT * moving_range;
    Some(Limits {
        low: centre - reach,
        high: centre + reach,
        moving_range,
        trial: values.len() < TRIAL_POINTS,
    })
}

#[cfg(test)]
mod tests;
