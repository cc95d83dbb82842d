//! Wilcoxon's signed-rank test for people measured twice, and the change that goes with it.

use super::door::{TIE, count, largest, tail, usable};
use super::interval::HodgesLehmann;
use super::ranks::{coin_sums, doubled_mid_ranks};

/// Largest number of pairs; the table of sums grows with its cube.
const MOST_PAIRS: usize = 500;

/// Treatment of people who did not change at all (差が0の人の扱い).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// They are left out before ranking (Wilcoxon 1945).
    Dropped,
    /// They are ranked with the others, then left out (Pratt 1959).
    Pratt,
}

/// Result of the signed-rank test (ウィルコクソンの符号付順位検定).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignedRank {
    /// Sum of the mid-ranks of the positive differences.
    pub t_plus: f64,
    /// Number of people whose difference is not zero.
    pub n_used: usize,
    /// Exact two-sided p.
    pub p: f64,
}

/// Tests whether the differences lie symmetrically around 0 by their signed ranks, exactly, with
/// ties.
///
/// T+ is the sum of the mid-ranks of |d| over positive d; p is twice its smaller tail over all 2^n
/// sign patterns of these very ranks, at most 1 (Hollander, Wolfe & Chicken, 3.1). Sizes within
/// 10^-10 of the largest |d| are tied, and as small a difference is a zero.
///
/// `d` is in any one unit. `None` for no differences, one that is not finite, only zeros, or more
/// than 500.
#[must_use]
pub fn signed_rank(d: &[f64], zeros: Zeros) -> Option<SignedRank> {
    if !usable(d) || d.len() > MOST_PAIRS {
        return None;
    }
    let noise = TIE * largest(d);
    let is_zero = |value: f64| value.abs() <= noise;
    let ranked: Vec<f64> = match zeros {
        Zeros::Dropped => d.iter().copied().filter(|v| !is_zero(*v)).collect(),
        Zeros::Pratt => d.to_vec(),
    };
    let sizes: Vec<f64> = ranked.iter().map(|v| if is_zero(*v) { 0.0 } else { v.abs() }).collect();
    let (changes, ranks): (Vec<f64>, Vec<usize>) = ranked
        .iter()
        .copied()
        .zip(doubled_mid_ranks(&sizes))
        .filter(|(v, _)| !is_zero(*v))
        .unzip();
    if changes.is_empty() {
        return None;
    }
    let doubled: usize = changes
        .iter()
        .zip(&ranks)
        .filter(|(v, _)| **v > 0.0)
        .map(|(_, rank)| rank)
        .sum();
    let null = coin_sums(&ranks);
    let lower: f64 = null[..=doubled].iter().sum();
    let upper: f64 = null[doubled..].iter().sum();
    Some(SignedRank {
        t_plus: count(doubled as u64) / 2.0,
        n_used: changes.len(),
        p: (2.0 * lower.min(upper)).min(1.0),
    })
}

/// Estimates the typical change as the median of the Walsh averages, with its exact interval.
///
/// Walsh averages are (`d_i` + `d_j`)/2 for i ≤ j, zeros included; the interval takes the c-th
/// average from each end by the distribution of T+ without ties (Hodges & Lehmann 1963; Hollander,
/// Wolfe & Chicken, 3.2 and 3.3), so with ties it covers at least as often as it says. Its `level`
/// is the one achieved; it is `None` when n is so small that even the whole range does not reach
/// `level` (five people at 95 %).
///
/// Everything is in the unit of `d`. `None` for no differences, one that is not finite, more than
/// 500, or a bad level.
#[must_use]
pub fn hodges_lehmann(d: &[f64], level: f64) -> Option<HodgesLehmann> {
    let tail = tail(level)?;
    if !usable(d) || d.len() > MOST_PAIRS {
        return None;
    }
    let averages = d
        .iter()
        .enumerate()
        .flat_map(|(i, a)| d[i..].iter().map(|b| f64::midpoint(*a, *b)))
        .collect();
    let ranks: Vec<usize> = (1..=d.len()).collect();
    HodgesLehmann::read(averages, &coin_sums(&ranks), tail)
}

#[cfg(test)]
mod tests {
    use super::super::door::len;
    use super::super::support::{chosen_sum, close, config, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    fn changed(size: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Vec<f64>> {
        minutes(size).prop_filter("only zeros", |d| d.iter().any(|v| *v != 0.0))
    }

    fn test(d: &[f64], zeros: Zeros) -> SignedRank {
        signed_rank(d, zeros).expect("changes have a test")
    }

    // d = 0 1 −2 2. Dropped: |d| 1 2 2 have ranks 1 2.5 2.5, T+ = 3.5 of 6. Sums over 8 patterns: 0
    // 1 2.5 2.5 3.5 3.5 5 6; at least 3.5: four of eight, twice that is 1. Pratt: ranks 1 | 2 3.5
    // 3.5, T+ = 5.5 of 9, sums 0 2 3.5 3.5 5.5 5.5 7 9: 1.
    #[test]
    fn a_zero_is_dropped_or_ranked() {
        let d = [0.0, 1.0, -2.0, 2.0];
        let by = |t_plus| SignedRank {
            t_plus,
            n_used: 3,
            p: 1.0,
        };
        assert_eq!(test(&d, Zeros::Dropped), by(3.5));
        assert_eq!(test(&d, Zeros::Pratt), by(5.5));
    }

    // 5 5 5 5: ranks 2.5 each, only all-positive and all-negative are as extreme: 2/16.
    #[test]
    fn four_people_with_one_change() {
        let all_tied = test(&[5.0; 4], Zeros::Dropped);
        close(all_tied.t_plus, 10.0, 0.0);
        close(all_tied.p, 0.125, 0.0);
    }

    #[test]
    fn noise_in_the_last_digit_breaks_no_tie() {
        let noisy = [0.3 - 0.2, 0.1, -0.2, 0.1 + 0.2 - 0.3];
        assert_eq!(
            test(&noisy, Zeros::Dropped),
            test(&[1.0, 1.0, -2.0, 0.0], Zeros::Dropped)
        );
    }

    #[test]
    fn nothing_nonsense_and_no_change_have_no_test() {
        for d in [&[] as &[f64], &[f64::NAN], &[0.0, 0.0], &[1.0; 501]] {
            assert_eq!(signed_rank(d, Zeros::Dropped), None);
            assert_eq!(signed_rank(d, Zeros::Pratt), None);
        }
        assert_eq!(hodges_lehmann(&[], 0.95), None);
        assert_eq!(hodges_lehmann(&[1.0], 1.0), None);
    }

    // d = 1 2 6: averages 1 1.5 2 3.5 4 6, median 2.75. T+ = 0 has chance 1/8: the range 1 to 6
    // holds at 75 %.
    #[test]
    fn three_people_have_an_estimate_but_no_high_level() {
        let found = hodges_lehmann(&[1.0, 2.0, 6.0], 0.75).expect("usable");
        close(found.estimate, 2.75, 1e-12);
        let interval = found.interval.expect("75 % can be reached");
        close(interval.low, 1.0, 0.0);
        close(interval.high, 6.0, 0.0);
        close(interval.level, 0.75, 1e-12);
        let strict = hodges_lehmann(&[1.0, 2.0, 6.0], 0.95).expect("usable");
        assert_eq!(strict.interval, None);
    }

    #[test]
    fn five_people_reach_no_95_percent_and_six_do() {
        let reached = |n| hodges_lehmann(&vec![3.0; n], 0.95).expect("usable").interval.is_some();
        assert!(!reached(5));
        assert!(reached(6));
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn p_is_that_of_every_pattern_one_by_one(d in changed(1..10)) {
            let sizes: Vec<f64> = d.iter().map(|v| v.abs()).filter(|v| *v > 0.0).collect();
            let ranks = doubled_mid_ranks(&sizes);
            let patterns = 1usize << ranks.len();
            let observed = test(&d, Zeros::Dropped);
            let sums: Vec<f64> = (0..patterns)
                .map(|pattern| count(chosen_sum(&ranks, pattern) as u64) / 2.0)
                .collect();
            let lower = sums.iter().filter(|sum| **sum <= observed.t_plus).count();
            let upper = sums.iter().filter(|sum| **sum >= observed.t_plus).count();
            let smaller = count(lower.min(upper) as u64);
            close(observed.p, (2.0 * smaller / len(&sums)).min(1.0), 1e-12);
        }

        #[test]
        fn order_and_unit_do_not_matter(d in changed(1..20), factor in 1i32..40) {
            for zeros in [Zeros::Dropped, Zeros::Pratt] {
                let expected = test(&d, zeros);
                prop_assert_eq!(test(&reversed(&d), zeros), expected);
                prop_assert_eq!(test(&scaled(&d, f64::from(factor) / 7.0), zeros), expected);
            }
        }

        #[test]
        fn swapping_before_and_after_mirrors_the_test(d in changed(1..20)) {
            let (there, back) = (
                test(&d, Zeros::Dropped),
                test(&scaled(&d, -1.0), Zeros::Dropped),
            );
            let n = count(there.n_used as u64);
            close(back.p, there.p, 1e-12);
            close(back.t_plus, n * (n + 1.0) / 2.0 - there.t_plus, 1e-12);
        }

        #[test]
        fn the_estimate_moves_and_stretches_with_the_data(
            d in minutes(6..14),
            by in -90i32..90,
            factor in 1i32..9,
        ) {
            let (by, factor) = (f64::from(by), f64::from(factor));
            let plain = hodges_lehmann(&d, 0.9).expect("usable");
            let other =
                hodges_lehmann(&moved(&scaled(&reversed(&d), factor), by), 0.9).expect("usable");
            close(other.estimate, plain.estimate * factor + by, 1e-9);
            let (plain, other) = (
                plain.interval.expect("six or more"),
                other.interval.expect("six or more"),
            );
            close(other.low, plain.low * factor + by, 1e-9);
            close(other.high, plain.high * factor + by, 1e-9);
            close(other.level, plain.level, 0.0);
        }

        #[test]
        fn the_interval_holds_the_estimate_at_no_less_than_the_level(
            d in minutes(8..16),
            percent in 50u32..99,
        ) {
            let level = f64::from(percent) / 100.0;
            let found = hodges_lehmann(&d, level).expect("usable");
            let interval = found.interval.expect("99 % needs eight people");
            prop_assert!(interval.low <= found.estimate && found.estimate <= interval.high);
            prop_assert!(interval.level >= level - 1e-9);
        }
    }
}
