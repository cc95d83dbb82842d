//! Comparing the means of two groups of people.

use super::door::{TIE, count, len, tail, usable};
use super::draws::{DRAWS, PValue, index};
use super::interval::Interval;
use super::spread::{mean, real_sd, sd};
use super::student::critical;

/// Largest number of choices that are all counted; two groups of twelve, the size of many homes, have 2,704,156.
const MOST_COUNTED: u64 = 4_000_000;

/// Tests whether the means of two groups differ by permuting who belongs to which (並べ替え検定).
///
/// The two-sided p is the share of all C(n, m) ways to choose the first group whose difference of
/// means is at least as far from 0 as the observed one (Fisher 1935; Pitman 1937). Up to 4,000,000
/// ways every one is counted, beyond that 200,000 are drawn from `seed`. Sums are tied within
/// 10^-10 of Σ|v|. All values equal give 1.
///
/// Both slices are in the same unit. `None` for an empty group or a value that is not finite.
#[must_use]
pub fn permutation_of_means(x: &[f64], y: &[f64], seed: u64) -> Option<PValue> {
    if !usable(x) || !usable(y) {
        return None;
    }
    let (few, many) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let people = len(few) + len(many);
    // Measured from one value, so that large minutes with small differences lose nothing.
    let pooled: Vec<f64> = [few, many].concat().iter().map(|v| v - x[0]).collect();
    let expected = pooled.iter().sum::<f64>() * len(few) / people;
    let noise = TIE * x.iter().chain(y).map(|v| v.abs()).sum::<f64>();
    let observed: f64 = pooled[..few.len()].iter().sum();
    let bar = (observed - expected).abs() - noise;
    // With a fixed total the sum of one group decides the difference of means.
    let is_extreme = |sum: f64| (sum - expected).abs() >= bar;
    Some(match choices(pooled.len(), few.len()) {
        Some(all) => PValue::exact(extreme_choices(&pooled, few.len(), 0.0, &is_extreme), all),
        None => drawn(pooled, few.len(), seed, is_extreme),
    })
}

/// Draws groups by the first steps of a shuffle.
fn drawn(mut pooled: Vec<f64>, size: usize, seed: u64, is_extreme: impl Fn(f64) -> bool) -> PValue {
    PValue::drawn(seed, |source| {
        let mut sum = 0.0;
        for at in 0..size {
            let other = at + index(source, pooled.len() - at);
            pooled.swap(at, other);
            sum += pooled[at];
        }
        is_extreme(sum)
    })
}

/// Counts the choices of `size` values whose sum, added to `sum`, is extreme.
fn extreme_choices(values: &[f64], size: usize, sum: f64, is_extreme: &impl Fn(f64) -> bool) -> u64 {
    if size == 0 {
        return u64::from(is_extreme(sum));
    }
    (0..=values.len() - size)
        .map(|at| extreme_choices(&values[at + 1..], size - 1, sum + values[at], is_extreme))
        .sum()
}

/// Returns C(n, m), `None` when it is too large to count every choice.
fn choices(n: usize, m: usize) -> Option<u64> {
    let m = m.min(n - m) as u64;
    let mut all = 1;
    for step in 1..=m {
        // Up to n/2 the numbers only grow, so the first one beyond the limit decides.
        all = all * (n as u64 - m + step) / step;
        if all > MOST_COUNTED {
            return None;
        }
    }
    Some(all)
}

/// Returns the smallest two-sided p that [`permutation_of_means`] can give for groups of these sizes.
///
/// One choice in C(n + m, n) is the most extreme, two when the groups are equally large and mirror each other. Where choices
/// are drawn the answer cannot fall below 1/200,001. `None` for an empty group.
#[must_use]
pub fn smallest_p_of_groups(n: usize, m: usize) -> Option<f64> {
    if n == 0 || m == 0 {
        return None;
    }
    let extremes = if n == m { 2.0 } else { 1.0 };
    Some(choices(n + m, n).map_or(1.0 / (f64::from(DRAWS) + 1.0), |all| extremes / count(all)))
}

/// Returns Welch's interval for the mean of `y` minus the mean of `x`.
///
/// ȳ − x̄ ± t·√(s²x/n + s²y/m), degrees of freedom by Satterthwaite (Welch 1947); the groups may
/// spread differently. The level is the one asked for.
///
/// In the unit of the values. `None` for fewer than two people in a group, a value that is not
/// finite, no spread in either group, or a bad level.
#[must_use]
pub fn welch_interval(x: &[f64], y: &[f64], level: f64) -> Option<Interval> {
    let tail = tail(level)?;
    let difference = mean(y)? - mean(x)?;
    let (in_x, in_y) = (sd(x)?.powi(2) / len(x), sd(y)?.powi(2) / len(y));
    if real_sd(x).is_none() && real_sd(y).is_none() {
        return None;
    }
    // By shares rather than squares of variances, which small units would turn into 0/0.
    let (from_x, from_y) = (in_x / (in_x + in_y), in_y / (in_x + in_y));
    let parts = from_x.powi(2) / (len(x) - 1.0) + from_y.powi(2) / (len(y) - 1.0);
    let reach = critical(tail, 1.0 / parts) * (in_x + in_y).sqrt();
    Some(Interval {
        low: difference - reach,
        high: difference + reach,
        level,
    })
}

#[cfg(test)]
mod tests {
    use super::super::door::count;
    use super::super::draws::Method;
    use super::super::support::{chosen_sum, close, config, doubled, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    fn p(x: &[f64], y: &[f64]) -> f64 {
        permutation_of_means(x, y, 1).expect("usable groups have a p").p
    }

    // x = 1 2, y = 3 7, half the total is 6.5. The six pairs lie 3.5 2.5 1.5 1.5 2.5 3.5 away,
    // observed 3.5: 2/6.
    #[test]
    fn four_people_by_hand() {
        close(p(&[1.0, 2.0], &[3.0, 7.0]), 2.0 / 6.0, 1e-15);
    }

    #[test]
    fn equal_values_give_one() {
        close(p(&[0.1, 0.1], &[0.1, 0.1, 0.1]), 1.0, 0.0);
        close(p(&[0.3 - 0.2], &[0.1, 0.4 - 0.3]), 1.0, 0.0);
    }

    #[test]
    fn empty_and_broken_groups_have_no_answer() {
        assert_eq!(permutation_of_means(&[], &[1.0], 1), None);
        assert_eq!(permutation_of_means(&[1.0], &[f64::NAN], 1), None);
        assert_eq!(welch_interval(&[1.0], &[2.0, 3.0], 0.95), None);
        assert_eq!(welch_interval(&[1.0, 1.0], &[2.0, 2.0], 0.95), None);
        assert_eq!(welch_interval(&[1.0, 2.0], &[2.0, 3.0], 95.0), None);
        assert_eq!(welch_interval(&[0.0, 3e-162], &[0.0, 3e-162], 0.95), None);
    }

    // C(24,12) = 2704156, C(25,12) = 5200300.
    #[test]
    fn two_groups_of_twelve_are_counted_and_larger_ones_drawn() {
        assert_eq!(choices(24, 12), Some(2_704_156));
        assert_eq!(choices(25, 12), None);
        assert_eq!(choices(10_000, 1), Some(10_000));
        assert_eq!(choices(10_000, 9_999), Some(10_000));
        let twelve: Vec<f64> = (0..12).map(f64::from).collect();
        let thirteen: Vec<f64> = (0..13).map(f64::from).collect();
        let found = permutation_of_means(&twelve, &moved(&thirteen, 3.0), 4).expect("usable");
        let method = Method::Drawn {
            draws: 200_000,
            seed: 4,
        };
        assert_eq!(found.method, method);
    }

    // Standard error of 200,000 draws at p = .5 is .0011; five of them are .006.
    #[test]
    fn draws_agree_with_the_count() {
        let (x, y) = ([3.0, 9.0, 4.0, 12.0], [8.0, 6.0, 15.0, 11.0, 9.0]);
        let sum: f64 = x.iter().sum();
        let half = 77.0 * 4.0 / 9.0;
        let extreme = |other: f64| (other - half).abs() >= (sum - half).abs() - 1e-9;
        let found = drawn([x.as_slice(), y.as_slice()].concat(), 4, 8, extreme);
        close(found.p, p(&x, &y), 0.006);
    }

    #[test]
    fn the_unit_may_be_tiny_or_huge() {
        for unit in [1e-100, 1e29] {
            let found = welch_interval(&[unit, 3.0 * unit], &[5.0 * unit, 7.0 * unit], 0.95);
            let low = found.map(|interval| interval.low / unit);
            close(low, 4.0 - 6.084_869_844, 1e-8);
        }
    }

    // x = 1 3, y = 5 7: variances 2 and 2, standard error √(2/2 + 2/2), degrees 2²/(1 + 1) = 2, t =
    // 4.302652730: 4 ± 6.084869844.
    #[test]
    fn welch_by_hand() {
        let found = welch_interval(&[1.0, 3.0], &[5.0, 7.0], 0.95).expect("spread");
        close(found.low, 4.0 - 6.084_869_844, 1e-8);
        close(found.high, 4.0 + 6.084_869_844, 1e-8);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn p_is_that_of_every_choice_one_by_one(x in minutes(1..6), y in minutes(1..6)) {
            let pooled = [x.as_slice(), y.as_slice()].concat();
            let total: f64 = pooled.iter().sum();
            // |Σx/n − Σy/m| without division: whole minutes stay exact.
            let apart = |sum: f64| (sum * (len(&x) + len(&y)) - total * len(&x)).abs();
            let sums: Vec<f64> = (0..1usize << pooled.len())
                .filter(|choice| choice.count_ones() as usize == x.len())
                .map(|choice| chosen_sum(&pooled, choice))
                .collect();
            let extreme = sums
                .iter()
                .filter(|sum| apart(**sum) >= apart(x.iter().sum()))
                .count();
            close(p(&x, &y), count(extreme as u64) / len(&sums), 1e-12);
        }

        #[test]
        fn order_unit_start_and_swapping_do_not_matter(
            x in minutes(1..7),
            y in minutes(1..7),
            factor in 1i32..40,
            by in -90i32..90,
        ) {
            let change = |values: &[f64]| {
                moved(
                    &scaled(&reversed(values), f64::from(factor) / 7.0),
                    f64::from(by),
                )
            };
            close(p(&change(&y), &change(&x)), p(&x, &y), 0.0);
        }

        #[test]
        fn doubled_data_narrows_welch_around_the_same_middle(
            x in minutes(3..9),
            y in minutes(3..9),
        ) {
            prop_assume!(real_sd(&x).is_some());
            let plain = welch_interval(&x, &y, 0.95).expect("spread");
            let twice = welch_interval(&doubled(&x), &doubled(&y), 0.95).expect("spread");
            prop_assert!(twice.high - twice.low < plain.high - plain.low);
            close(
                f64::midpoint(twice.low, twice.high),
                f64::midpoint(plain.low, plain.high),
                1e-9,
            );
        }

        #[test]
        fn welch_moves_stretches_and_mirrors(
            x in minutes(3..9),
            y in minutes(3..9),
            factor in 1i32..9,
            by in -90i32..90,
        ) {
            prop_assume!(real_sd(&x).is_some());
            let (factor, by) = (f64::from(factor), f64::from(by));
            let plain = welch_interval(&x, &y, 0.9).expect("spread");
            let other = welch_interval(&moved(&scaled(&y, factor), by), &scaled(&x, factor), 0.9)
                .expect("spread");
            close(other.low, -plain.high * factor - by, 1e-8);
            close(other.high, -plain.low * factor - by, 1e-8);
        }
    }
}
