//! Runs: stretches of points on one side of the centre.

use statrs::distribution::{Binomial, Discrete, DiscreteCDF};
use statrs::function::factorial::binomial;

use super::super::door::count;

/// Chance below which so few crossings are more than chance.
const SELDOM: f64 = 0.05;
/// Chance on each side below which so few or so many runs are more than chance.
const ODD: f64 = 0.025;

/// Runs and crossings about the centre line (連), of the points that do not lie on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Runs {
    /// Points that do not lie on the centre line.
    pub useful: usize,
    /// Stretches on one side.
    pub runs: usize,
    /// How often the line is crossed.
    pub crossings: usize,
    /// Points of the longest run.
    pub longest: usize,
    /// The longest run that is still chance: round(log2 of the useful points) + 3 (Schilling 2012; Anhøj & Olesen 2014).
    pub longest_allowed: usize,
    /// Crossings that chance gives at least: the 5 % point of the binomial of one less than the useful points and one half.
    pub crossings_needed: usize,
}

impl Runs {
    /// Counts the runs of sides, −1 below, 1 above; points on the line are passed over.
    pub(super) fn of(sides: &[i8]) -> Self {
        let useful: Vec<i8> = sides.iter().copied().filter(|side| *side != 0).collect();
        let mut lengths: Vec<usize> = Vec::new();
        for (at, side) in useful.iter().enumerate() {
            match lengths.last_mut() {
                Some(length) if useful[at - 1] == *side => *length += 1,
                _ => lengths.push(1),
            }
        }
        Self {
            useful: useful.len(),
            runs: lengths.len(),
            crossings: lengths.len().saturating_sub(1),
            longest: lengths.into_iter().max().unwrap_or(0),
            longest_allowed: longest_allowed(useful.len()),
            crossings_needed: crossings_needed(useful.len()),
        }
    }

    pub(super) fn crosses_too_seldom(&self) -> bool {
        self.crossings < self.crossings_needed
    }

    /// Whether so few runs come about by chance less than once in 40 times, given the points on each side (Swed & Eisenhart 1943).
    pub(super) fn are_too_few(&self, sides: &[i8]) -> bool {
        self.useful > 0 && chance_of_runs(sides, |runs| runs <= self.runs) <= ODD
    }

    /// The same of so many runs.
    pub(super) fn are_too_many(&self, sides: &[i8]) -> bool {
        self.useful > 0 && chance_of_runs(sides, |runs| runs >= self.runs) <= ODD
    }
}

fn longest_allowed(useful: usize) -> usize {
    let mut logarithm = 3;
    // round(log2 n) is the largest k with 2^(k − 1/2) ≤ n, that is 2^(2k − 1) ≤ n².
    for k in 1..60_usize {
        if 1_u128 << (2 * k - 1) <= (useful as u128).pow(2) {
            logarithm = k + 3;
        }
    }
    logarithm
}

fn crossings_needed(useful: usize) -> usize {
    let Some(turns) = useful.checked_sub(1).filter(|turns| *turns > 0) else {
        return 0;
    };
    let turns = turns as u64;
    Binomial::new(0.5, turns).map_or(0, |chance| {
        let mut below = 0.0;
        (0..=turns)
            .find(|crossings| {
                below += chance.pmf(*crossings);
                debug_assert!((below - chance.cdf(*crossings)).abs() < 1e-9);
                below >= SELDOM
            })
            .map_or(0, |crossings| usize::try_from(crossings).unwrap_or(usize::MAX))
    })
}

/// The chance of numbers of runs, given how many points lie above and below.
fn chance_of_runs(sides: &[i8], counts: impl Fn(usize) -> bool) -> f64 {
    let above = sides.iter().filter(|side| **side > 0).count() as u64;
    let below = sides.iter().filter(|side| **side < 0).count() as u64;
    if above == 0 || below == 0 {
        return 1.0;
    }
    let ways = |runs: u64| {
        let half = runs / 2;
        let choose = |n: u64, k: u64| if k > n { 0.0 } else { binomial(n, k) };
        if runs.is_multiple_of(2) {
            2.0 * choose(above - 1, half - 1) * choose(below - 1, half - 1)
        } else {
            choose(above - 1, half) * choose(below - 1, half - 1)
                + choose(above - 1, half - 1) * choose(below - 1, half)
        }
    };
    let counted = (2..=above + below).filter(|runs| usize::try_from(*runs).is_ok_and(&counts));
    counted.map(ways).sum::<f64>() / binomial(above + below, above).max(count(1))
}

#[cfg(test)]
mod tests {
    use super::super::super::support::close;
    use super::*;

    // Golden G of STATISTICS.md.
    #[test]
    fn limits_of_runs_and_crossings_grow_with_the_points() {
        let limits = [10, 12, 15, 20, 24, 30].map(|points| (longest_allowed(points), crossings_needed(points)));
        assert_eq!(limits, [(6, 2), (7, 3), (7, 4), (7, 6), (8, 8), (8, 10)]);
    }

    // 2 above and 2 below: 6 orders, of which 2 have two runs, 2 three and 2 four.
    #[test]
    fn chances_of_runs_by_hand() {
        let sides = [1, 1, -1, -1];
        close(chance_of_runs(&sides, |runs| runs == 2), 2.0 / 6.0, 1e-12);
        close(chance_of_runs(&sides, |runs| runs == 3), 2.0 / 6.0, 1e-12);
        close(chance_of_runs(&sides, |_| true), 1.0, 1e-12);
    }

    #[test]
    fn points_on_the_line_are_passed_over() {
        let runs = Runs::of(&[1, 0, 1, -1, 0, 0, -1, 1]);
        assert_eq!((runs.useful, runs.runs, runs.crossings, runs.longest), (5, 3, 2, 2));
        assert_eq!(Runs::of(&[0, 0]).longest, 0);
    }
}
