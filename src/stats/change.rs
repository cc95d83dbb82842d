//! Percent change of people measured twice, and of different people.

use super::door::{TIE, largest, len, tail, usable};
use super::interval::Interval;
use super::spread::{mean, real_sd, sd};
use super::student::critical;

/// Mean after as a share of the mean before (変化率).
///
/// 0.88 is a change of −12 %: (ratio − 1)·100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Mean after divided by mean before, without unit.
    pub ratio: f64,
    /// Interval of the ratio at the level asked for.
    pub interval: Option<Interval>,
}

/// Compares the means of two waves of the same people as a ratio, with Fieller's interval.
///
/// The interval holds every ρ for which the paired t test does not reject that after − ρ·before has
/// mean 0, with n − 1 degrees of freedom (Fieller 1954). Unlike the delta method it is exact for
/// normal pairs however small n is, and it uses the correlation of the waves. It is `None` for one
/// pair, when every person changed by the same ratio (no spread), and when the mean before is
/// itself so uncertain that 0 cannot be excluded and the set has no ends.
///
/// `before` and `after` hold the same people in the same order and unit. `None` for slices of
/// different length, no people, a value that is not finite, a mean before of 0 (or too small to
/// divide by), or a bad level.
#[must_use]
pub fn percent_change(before: &[f64], after: &[f64], level: f64) -> Option<Change> {
    let tail = tail(level)?;
    let base = mean(before)?;
    if before.len() != after.len() || base.abs() <= TIE * largest(before) {
        return None;
    }
    let ratio = Some(mean(after)? / base).filter(|ratio| ratio.is_finite())?;
    let interval = fieller(before, after, base, ratio, tail).map(|(low, high)| Interval {
        low: ratio + low,
        high: ratio + high,
        level,
    });
    Some(Change { ratio, interval })
}

/// Solves Fieller's inequality for the distances of both ends from the ratio.
///
/// Residuals r = after − ratio·before have mean 0, so with k = t²/n and δ = ρ − ratio the set is
/// `(b̄² − k·s²b)·δ² + 2k·s_rb·δ − k·s²r ≤ 0`: no large numbers cancel.
fn fieller(before: &[f64], after: &[f64], base: f64, ratio: f64, tail: f64) -> Option<(f64, f64)> {
    let degrees = len(before) - 1.0;
    let residuals: Vec<f64> = before
        .iter()
        .zip(after)
        .map(|(before, after)| after - ratio * before)
        .collect();
    // Their noise is that of the values they were taken from, not of the little that is left.
    let spread = sd(&residuals).filter(|spread| *spread > TIE * largest(after))?;
    let products: f64 = residuals
        .iter()
        .zip(before)
        .map(|(residual, before)| residual * (before - base))
        .sum();
    let squares: f64 = before.iter().map(|before| (before - base).powi(2)).sum();
    let k = critical(tail, degrees).powi(2) / len(before);
    let leading = base.powi(2) - k * squares / degrees;
    if leading <= 0.0 {
        return None;
    }
    let middle = k * products / degrees;
    // Both terms are positive: with a positive leading term the ratio itself always lies inside.
    let root = (middle.powi(2) + leading * k * spread.powi(2)).sqrt();
    Some(((-middle - root) / leading, (-middle + root) / leading))
}

/// Steps of halving until an end stands: beyond that a double has no more digits.
const HALVINGS: usize = 100;

/// Compares the means of two groups of different people as a ratio, mean of `y` over mean of `x` (対応のない変化率).
///
/// The interval is Welch's t test turned round: it holds every ρ with |ȳ − ρ·x̄| ≤ t·√(s²y/m + ρ²·s²x/n), degrees of freedom by
/// Satterthwaite at that ρ. It is `None` for one person in a group, no spread in both groups, and when the mean of `x` is itself so uncertain
/// that 0 cannot be excluded and the set has no ends, and where every `y` is 0. The level is the one asked for; like Welch's interval it comes close to it.
///
/// Both slices are in the same unit. `None` for an empty group, a value that is not finite, a mean of `x` of 0 (or too small to divide
/// by), or a bad level.
#[must_use]
pub fn change_of_groups(x: &[f64], y: &[f64], level: f64) -> Option<Change> {
    let tail = tail(level)?;
    let base = mean(x)?;
    if !usable(y) || base.abs() <= TIE * largest(x) {
        return None;
    }
    let ratio = Some(mean(y)? / base).filter(|ratio| ratio.is_finite())?;
    let interval = welch_ends(x, y, (base, ratio), tail).map(|(low, high)| Interval { low, high, level });
    Some(Change { ratio, interval })
}

/// Searches both ends outwards from the ratio.
fn welch_ends(x: &[f64], y: &[f64], (base, ratio): (f64, f64), tail: f64) -> Option<(f64, f64)> {
    let (in_x, in_y) = (sd(x)?.powi(2) / len(x), sd(y)?.powi(2) / len(y));
    if real_sd(x).is_none() && real_sd(y).is_none() {
        return None;
    }
    // Far out only the spread of x counts: there the test must reject, or the set has no ends.
    if base.powi(2) <= critical(tail, len(x) - 1.0).powi(2) * in_x {
        return None;
    }
    let is_held = |candidate: f64| {
        let (from_x, from_y) = (candidate.powi(2) * in_x, in_y);
        let whole = from_x + from_y;
        let parts = (from_x / whole).powi(2) / (len(x) - 1.0) + (from_y / whole).powi(2) / (len(y) - 1.0);
        let apart = (ratio - candidate) * base;
        whole > 0.0 && apart.abs() <= critical(tail, 1.0 / parts) * whole.sqrt()
    };
    let unit = in_y.sqrt().max(ratio.abs() * in_x.sqrt()) / base.abs();
    if unit <= 0.0 {
        return None;
    }
    let end = |way: f64| {
        let beyond = (0..HALVINGS).scan(unit, |step, _| {
            *step *= 2.0;
            Some(*step)
        });
        let mut outer = beyond
            .map(|step| ratio + way * step)
            .find(|candidate| !is_held(*candidate))?;
        let mut inner = ratio;
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(inner, outer);
            if is_held(middle) {
                inner = middle;
            } else {
                outer = middle;
            }
        }
        Some(f64::midpoint(inner, outer))
    };
    Some((end(-1.0)?, end(1.0)?))
}

#[cfg(test)]
mod tests {
    use super::super::student::t_paired;
    use super::super::support::{close, config, doubled, reversed, scaled};
    use super::super::two_groups::welch_interval;
    use super::*;
    use proptest::prelude::*;

    // before 8 12, after 6 14: ratio 1, residuals −2 2, s²r = s²b = s_rb = 8. At 50 % with one
    // degree t = 1, k = 1/2: 96δ² + 8δ − 4 ≤ 0, δ = (−8 ± 40)/192 = −1/4 and 1/6. Check: after −
    // .75·before = 0 5, t = 2.5/2.5 = 1.
    #[test]
    fn two_people_by_hand() {
        let found = percent_change(&[8.0, 12.0], &[6.0, 14.0], 0.5).expect("a ratio");
        close(found.ratio, 1.0, 1e-12);
        let interval = found.interval.expect("bounded");
        close(interval.low, 0.75, 1e-9);
        close(interval.high, 7.0 / 6.0, 1e-9);
        close(interval.level, 0.5, 0.0);
    }

    #[test]
    fn a_ratio_without_base_does_not_exist() {
        assert_eq!(percent_change(&[0.0, 0.0], &[1.0, 2.0], 0.95), None);
        assert_eq!(percent_change(&[0.1, 0.2, -0.3], &[1.0, 2.0, 3.0], 0.95), None);
        assert_eq!(percent_change(&[1e-300], &[1e10], 0.95), None);
        assert_eq!(percent_change(&[1.0, 2.0], &[1.0], 0.95), None);
        assert_eq!(percent_change(&[], &[], 0.95), None);
        assert_eq!(percent_change(&[1.0], &[f64::NAN], 0.95), None);
        assert_eq!(percent_change(&[1.0], &[1.0], 1.0), None);
    }

    #[test]
    fn one_person_or_one_common_ratio_has_no_interval() {
        let lonely = percent_change(&[10.0], &[9.0], 0.95).expect("a ratio");
        close(lonely.ratio, 0.9, 1e-12);
        assert_eq!(lonely.interval, None);
        let before = [10.0, 17.0, 23.0];
        let common = percent_change(&before, &scaled(&before, 0.9), 0.95).expect("a ratio");
        assert_eq!(common.interval, None);
    }

    // before 1 1 40: t of the mean is 14/13 = 1.08, far below the quantile 4.30, so the base may be
    // 0.
    #[test]
    fn an_uncertain_base_has_no_ends() {
        let found = percent_change(&[1.0, 1.0, 40.0], &[2.0, 3.0, 5.0], 0.95).expect("a ratio");
        assert_eq!(found.interval, None);
    }

    // Five and six people; the ends were found with scipy 1.17.1 as the ratios at which ttest_ind(ρ·x, y, equal_var=False) has p = .05.
    #[test]
    fn different_people_have_the_interval_of_welch_turned_round() {
        let x = [180.0, 165.0, 210.0, 150.0, 195.0];
        let y = [150.0, 140.0, 172.0, 131.0, 160.0, 149.0];
        let found = change_of_groups(&x, &y, 0.95).expect("a ratio");
        close(found.ratio, (902.0 / 6.0) / 180.0, 1e-12);
        let interval = found.interval.expect("bounded");
        close(interval.low, 0.712_330_184, 1e-7);
        close(interval.high, 0.997_517_433, 1e-7);
    }

    #[test]
    fn groups_without_base_or_spread_have_no_interval() {
        assert_eq!(change_of_groups(&[0.0, 0.0], &[1.0, 2.0], 0.95), None);
        assert_eq!(change_of_groups(&[], &[1.0], 0.95), None);
        assert_eq!(change_of_groups(&[1.0], &[f64::NAN], 0.95), None);
        assert_eq!(change_of_groups(&[1.0, 2.0], &[1.0], 95.0), None);
        for (x, y) in [
            (vec![10.0], vec![9.0, 8.0]),
            (vec![10.0, 10.0], vec![9.0, 9.0]),
            (vec![10.0, 12.0, 11.0], vec![0.0, 0.0]),
            (vec![1.0, 1.0, 40.0], vec![2.0, 3.0, 5.0]),
        ] {
            assert_eq!(change_of_groups(&x, &y, 0.95).expect("a ratio").interval, None);
        }
    }

    fn waves() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
        proptest::collection::vec((30i32..60, 20i32..60), 3..10).prop_map(|people| {
            people
                .into_iter()
                .map(|(before, after)| (f64::from(before * 5), f64::from(after * 5)))
                .unzip()
        })
    }

    proptest! {
        #![proptest_config(config())]

        // The definition itself: at an end of the interval the paired t test is exactly at its
        // limit.
        #[test]
        fn at_both_ends_the_t_test_is_on_the_edge((before, after) in waves()) {
            let Some(interval) =
                percent_change(&before, &after, 0.95).and_then(|found| found.interval)
            else {
                return Ok(());
            };
            for end in [interval.low, interval.high] {
                let left: Vec<f64> = after
                    .iter()
                    .zip(&before)
                    .map(|(after, before)| after - end * before)
                    .collect();
                close(t_paired(&left, 0.95).map(|test| test.p), 0.05, 1e-7);
            }
        }

        // The definition itself: at an end Welch's interval of y − ρ·x begins or ends at 0.
        #[test]
        fn at_both_ends_of_groups_the_test_is_on_the_edge((x, y) in waves(), factor in 1i32..9) {
            let Some(interval) = change_of_groups(&x, &y, 0.95).and_then(|found| found.interval) else {
                return Ok(());
            };
            for (end, is_low) in [(interval.low, true), (interval.high, false)] {
                let found = welch_interval(&scaled(&x, end), &y, 0.95).expect("spread");
                close(if is_low { found.low } else { found.high }, 0.0, 1e-6);
            }
            let by = |values: &[f64]| scaled(&reversed(values), f64::from(factor));
            let other = change_of_groups(&by(&x), &by(&y), 0.95).and_then(|found| found.interval).expect("bounded");
            close(other.low, interval.low, 1e-9);
            close(other.high, interval.high, 1e-9);
        }

        #[test]
        fn order_and_unit_do_not_matter((before, after) in waves(), factor in 1i32..9) {
            let plain = percent_change(&before, &after, 0.95).expect("a ratio");
            let change = |values: &[f64]| scaled(&reversed(values), f64::from(factor));
            let other = percent_change(&change(&before), &change(&after), 0.95).expect("a ratio");
            close(other.ratio, plain.ratio, 1e-12);
            prop_assert_eq!(other.interval.is_some(), plain.interval.is_some());
            if let (Some(other), Some(plain)) = (other.interval, plain.interval) {
                close(other.low, plain.low, 1e-9);
                close(other.high, plain.high, 1e-9);
            }
        }

        #[test]
        fn doubled_data_keeps_the_ratio_and_narrows_the_interval((before, after) in waves()) {
            let plain = percent_change(&before, &after, 0.95).expect("a ratio");
            let twice = percent_change(&doubled(&before), &doubled(&after), 0.95).expect("a ratio");
            close(twice.ratio, plain.ratio, 1e-12);
            if let (Some(twice), Some(plain)) = (twice.interval, plain.interval) {
                prop_assert!(plain.low < twice.low && twice.high < plain.high);
            }
        }
    }
}
