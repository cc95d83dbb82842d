//! Intervals, and the estimate that is read off an ordered list of pairwise values.

use super::median;

/// Interval that covers the true value in the given share of repetitions (信頼区間).
///
/// The ends are in the unit of what was estimated and belong to the interval. `level` is the level
/// that was achieved: for exact intervals at least the one asked for, otherwise the one asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Achieved level, between 0 and 1.
    pub level: f64,
}

/// Interval of a ratio, second divided by first (比の信頼区間).
///
/// Without unit; the ends belong to it. 0.8 to 1.3 is a change of −20 % to +30 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatioInterval {
    /// Lower end.
    pub low: f64,
    /// Upper end; `None` where the first may be 0, so that no ratio is too large.
    pub high: Option<f64>,
    /// The level asked for, which is reached at least, between 0 and 1.
    pub level: f64,
}

/// Typical change by the median of all pairwise values, with its exact interval
/// (ホッジス・レーマン推定値).
///
/// `interval` is `None` when so few people cannot reach the level asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HodgesLehmann {
    /// Median of the pairwise values, in their unit.
    pub estimate: f64,
    /// Exact interval at its achieved level.
    pub interval: Option<Interval>,
}

impl HodgesLehmann {
    /// Reads estimate and interval off the pairwise values.
    ///
    /// `null` holds the chance that exactly k of them lie below 0 when nothing changed, for k = 0
    /// to their number. With c the largest k whose lower tail stays within `tail`, the interval
    /// runs from the (c+1)-th smallest to the (c+1)-th largest (Hollander, Wolfe & Chicken,
    /// Nonparametric Statistical Methods, 3rd ed., 3.3 and 4.3). The chances are those without
    /// ties; with ties the closed interval covers at least as often (Noether 1967).
    pub(super) fn read(mut pairwise: Vec<f64>, null: &[f64], tail: f64) -> Option<Self> {
        let estimate = median(&pairwise)?;
        pairwise.sort_by(f64::total_cmp);
        let mut below = 0.0;
        let mut interval = None;
        for ((low, high), chance) in pairwise.iter().zip(pairwise.iter().rev()).zip(null) {
            below += chance;
            // A tail of 1/20 must satisfy a level of 90 % although 1 − 0.9 is not 0.1 in doubles.
            if below > tail + 1e-12 {
                break;
            }
            interval = Some(Interval {
                low: *low,
                high: *high,
                level: 1.0 - 2.0 * below,
            });
        }
        Some(Self { estimate, interval })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Four values split by 0 at five places with chances 1/8 1/4 1/4 1/4 1/8. A tail of 1/8 cuts
    // nothing off (1st to last, level 1 − 2/8), one of 3/8 cuts one on each side, one of 1/10 has
    // no interval.
    #[test]
    fn ends_move_inward_with_the_tail() {
        let null = [0.125, 0.25, 0.25, 0.25, 0.125];
        let at = |tail| HodgesLehmann::read(vec![9.0, 1.0, 4.0, 2.0], &null, tail).map(|read| read.interval);
        let interval = |low, high, level| Some(Some(Interval { low, high, level }));
        assert_eq!(at(0.125), interval(1.0, 9.0, 0.75));
        assert_eq!(at(0.375), interval(2.0, 4.0, 0.25));
        assert_eq!(at(0.1), Some(None));
    }
}
