//! Percent change of people measured twice.

use super::door::{TIE, largest, len, tail};
use super::interval::Interval;
use super::spread::{mean, sd};
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

#[cfg(test)]
mod tests {
    use super::super::student::t_paired;
    use super::super::support::{close, config, doubled, reversed, scaled};
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
