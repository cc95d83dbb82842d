//! Signals stretch by stretch: which points hang together, and which way they go.

use crate::effect::Direction;
use crate::stats::{RuleSet, RunChart, Signal};

/// To which side of the centre points lie, or which way they go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Below the centre, or falling.
    Less,
    /// Above the centre, or rising.
    More,
}

impl Way {
    fn of(difference: f64) -> Self {
        if difference < 0.0 { Self::Less } else { Self::More }
    }

    /// Whether it is the good way.
    pub fn is_good(self, direction: Direction) -> bool {
        matches!(
            (self, direction),
            (Self::Less, Direction::Down) | (Self::More, Direction::Up)
        )
    }
}

/// Points that show a signal together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What they show.
    pub signal: Signal,
    /// Their places, in order; none for a signal of the whole stage.
    pub places: Vec<usize>,
    /// Where they lie or go; `None` for a signal that has no way.
    pub way: Option<Way>,
}

/// The signals of a chart, each parted into the stretches that hang together; places are those of the values.
pub(super) fn stretches(chart: &RunChart, values: &[f64]) -> Vec<Stretch> {
    let mut found = Vec::new();
    for signal in &chart.signals {
        let points = &signal.points;
        let parted: Vec<(Vec<usize>, Option<Way>)> = match signal.signal {
            Signal::Shift => runs(chart, values, points),
            Signal::Trend => slopes(chart, values, points),
            Signal::Outside => sides(chart, values, points, 1),
            // Two of three: one may lie between them.
            Signal::NearLimit => sides(chart, values, points, 2),
            Signal::FewCrossings | Signal::ManyRuns => vec![(Vec::new(), None)],
            Signal::CloseToCentre => vec![(points.clone(), None)],
        };
        found.extend(parted.into_iter().map(|(places, way)| Stretch {
            signal: signal.signal,
            places,
            way,
        }));
    }
    found
}

/// Whether points on the line, and equal neighbours, are passed over; else they end a stretch.
fn passes_over(rules: RuleSet) -> bool {
    matches!(rules, RuleSet::Anhoej | RuleSet::Ihi)
}

/// Runs on one side of the centre: what lies between two of its points must be on the line, where the rules pass over that.
fn runs(chart: &RunChart, values: &[f64], points: &[usize]) -> Vec<(Vec<usize>, Option<Way>)> {
    let way = |at: usize| Way::of(values[at] - chart.centre);
    let joins = |last: usize, next: usize| {
        let opposes = |at: usize| way(at) != way(next) && !is_near(values[at], chart.centre);
        way(last) == way(next) && (last + 1 == next || passes_over(chart.rules) && !(last + 1..next).any(opposes))
    };
    let mut found: Vec<(Vec<usize>, Option<Way>)> = Vec::new();
    for point in points {
        match found.last_mut() {
            Some((run, _)) if run.last().is_some_and(|last| joins(*last, *point)) => run.push(*point),
            _ => found.push((vec![*point], Some(way(*point)))),
        }
    }
    found
}

/// Values that differ by rounding noise only.
fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// Stretches that rise or fall; a turning point belongs to both.
fn slopes(chart: &RunChart, values: &[f64], points: &[usize]) -> Vec<(Vec<usize>, Option<Way>)> {
    let joins = |last: usize, next: usize| {
        let is_equal = |at: usize| is_near(values[at], values[last]);
        last + 1 == next || passes_over(chart.rules) && (last + 1..next).all(is_equal)
    };
    let mut found: Vec<(Vec<usize>, Way)> = Vec::new();
    for pair in points.windows(2) {
        let (last, next) = (pair[0], pair[1]);
        if !joins(last, next) {
            continue;
        }
        let way = Way::of(values[next] - values[last]);
        match found.last_mut() {
            Some((slope, of)) if *of == way && slope.last() == Some(&last) => slope.push(next),
            _ => found.push((vec![last, next], way)),
        }
    }
    // Between the end of one and the begin of the next lie two points at most; every trend has more.
    found.retain(|(slope, _)| slope.len() > 2);
    found.into_iter().map(|(slope, way)| (slope, Some(way))).collect()
}

/// Points beyond something, below and above, so far apart within a stretch at most.
fn sides(chart: &RunChart, values: &[f64], points: &[usize], apart: usize) -> Vec<(Vec<usize>, Option<Way>)> {
    let mut found: Vec<(Vec<usize>, Option<Way>)> = Vec::new();
    for way in [Way::Less, Way::More] {
        let is_there = |at: &&usize| Way::of(values[**at] - chart.centre) == way;
        let begin = found.len();
        for point in points.iter().filter(is_there) {
            match found[begin..].last_mut() {
                Some((stretch, _)) if stretch.last().is_some_and(|last| last + apart >= *point) => stretch.push(*point),
                _ => found.push((vec![*point], Some(way))),
            }
        }
    }
    found
}
