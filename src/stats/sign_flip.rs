//! Main test for people measured twice: the exact sign-flip of the mean difference.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::RngCore;

use super::door::{TIE, count, usable};
use super::draws::{DRAWS, PValue};

/// Largest number of pairs whose arrangements are all counted.
pub(super) const MOST_COUNTED: usize = 20;

/// Tests whether the differences centre on 0 by flipping their signs (符号反転検定).
///
/// If nothing changed, each person's before and after could as well be swapped. The two-sided p is
/// the share of the 2^n sign patterns whose sum is at least as far from 0 as the observed one
/// (Fisher, The Design of Experiments, § 21). Up to 20 pairs every pattern is counted, beyond that
/// 200,000 are drawn from `seed`. Sums are tied within 10^-10 of Σ|d|. Zeros stay in and only
/// double the count; all zeros give 1.
///
/// `differences` are in any one unit. `None` for no differences or one that is not finite.
#[must_use]
pub fn sign_flip(differences: &[f64], seed: u64) -> Option<PValue> {
    if !usable(differences) {
        return None;
    }
    Some(if differences.len() <= MOST_COUNTED {
        counted(differences)
    } else {
        drawn(differences, seed)
    })
}

/// Returns the smallest two-sided p that [`sign_flip`] can give for so many pairs.
///
/// Only the observed pattern and its mirror image are as extreme: 2/2^n, hence 1 for no pair and
/// for one. Above 20 pairs the answer is drawn and cannot fall below 1/200,001.
#[must_use]
pub fn smallest_p(n_pairs: usize) -> f64 {
    if n_pairs > MOST_COUNTED {
        return 1.0 / (f64::from(DRAWS) + 1.0);
    }
    2.0_f64.min(count(1 << n_pairs)) / count(1 << n_pairs)
}

/// Counts all patterns by meeting in the middle: the sums of each half are few, sorted, and free of
/// drift.
fn counted(differences: &[f64]) -> PValue {
    let all = 1 << differences.len();
    let Some(bar) = bar(differences) else {
        return PValue::exact(all, all);
    };
    let (left, right) = differences.split_at(differences.len() / 2);
    let right = flipped_sums(right);
    let above: usize = flipped_sums(left)
        .iter()
        .map(|sum| right.len() - right.partition_point(|other| sum + other < bar))
        .sum();
    // Every pattern has its mirror image, so as many lie below −bar.
    PValue::exact(2 * above as u64, all)
}

/// Draws patterns.
fn drawn(differences: &[f64], seed: u64) -> PValue {
    let bar = bar(differences).unwrap_or(0.0);
    let total: f64 = differences.iter().sum();
    PValue::drawn(seed, |source| {
        let (flipped, _) = draw_flipped(source, differences);
        // Flipping signs takes their sum away twice.
        (total - 2.0 * flipped).abs() >= bar
    })
}

/// Draws whose signs are flipped, one bit each, and returns their sum and their number.
pub(super) fn draw_flipped(source: &mut ChaCha8Rng, differences: &[f64]) -> (f64, u64) {
    let (mut sum, mut flipped) = (0.0, 0);
    for block in differences.chunks(64) {
        let mut signs = source.next_u64();
        for difference in block {
            if signs & 1 == 1 {
                sum += difference;
                flipped += 1;
            }
            signs >>= 1;
        }
    }
    (sum, flipped)
}

/// Returns the size a sum must have to count as extreme, `None` when every sum has it.
fn bar(differences: &[f64]) -> Option<f64> {
    let observed = differences.iter().sum::<f64>().abs();
    let reach: f64 = differences.iter().map(|difference| difference.abs()).sum();
    Some(observed - TIE * reach).filter(|bar| *bar > 0.0)
}

/// Returns the sums under every sign pattern, in ascending order.
fn flipped_sums(differences: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0];
    for difference in differences {
        sums = sums
            .iter()
            .flat_map(|sum| [sum - difference, sum + difference])
            .collect();
    }
    sums.sort_by(f64::total_cmp);
    sums
}

#[cfg(test)]
mod tests {
    use super::super::door::len;
    use super::super::draws::Method;
    use super::super::support::{chosen_sum, close, config, minutes, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    fn p(differences: &[f64]) -> f64 {
        sign_flip(differences, 1).expect("usable differences have a p").p
    }

    // d = 3 −1 2, sum 4. The eight sums are ±6 ±4 ±2 0 0; four of them are at least 4 in size: 4/8.
    #[test]
    fn three_people_by_hand() {
        close(p(&[3.0, -1.0, 2.0]), 0.5, 0.0);
    }

    // One zero: each of the patterns of 1 and 2 counts twice, 2·2/8.
    #[test]
    fn a_zero_stays_in_without_changing_p() {
        close(p(&[1.0, 0.0, 2.0]), 0.5, 0.0);
        close(p(&[1.0, 2.0]), 0.5, 0.0);
    }

    #[test]
    fn no_change_at_all_gives_one() {
        close(p(&[0.0, 0.0, 0.0]), 1.0, 0.0);
        close(p(&[5.0, -5.0]), 1.0, 0.0);
        close(p(&[0.0; 25]), 1.0, 0.0);
    }

    #[test]
    fn nothing_and_nonsense_have_no_p() {
        assert_eq!(sign_flip(&[], 1), None);
        assert_eq!(sign_flip(&[1.0, f64::NAN], 1), None);
    }

    // 0.1 + 0.2 is not 0.3 in doubles; in minutes it is. Sums ±0.6 ±0.4 ±0.2 0 0 for 0.1 0.2 0.3
    // with observed 0.
    #[test]
    fn noise_in_the_last_digit_breaks_no_tie() {
        close(p(&[0.1, 0.2, -0.3]), 1.0, 0.0);
        close(p(&[0.3 - 0.2, 0.1, -0.2, 0.2]), p(&[1.0, 1.0, -2.0, 2.0]), 0.0);
    }

    #[test]
    fn twenty_pairs_are_counted_and_twenty_one_are_drawn() {
        let twenty = sign_flip(&[1.0; 20], 9).expect("usable");
        assert_eq!(twenty, PValue::exact(2, 1 << 20));
        let drawn = sign_flip(&[1.0; 21], 9).expect("usable");
        assert_eq!(
            drawn.method,
            Method::Drawn {
                draws: 200_000,
                seed: 9
            }
        );
        close(drawn.p, smallest_p(21), 5e-5);
    }

    // Standard error of 200,000 draws at p = .5 is .0011; five of them are .006.
    #[test]
    fn draws_agree_with_the_count() {
        let differences = [32.0, 7.0, -12.0, 0.0, 9.0, -25.0, 21.0, 4.0];
        let exact = counted(&differences).p;
        close(drawn(&differences, 5).p, exact, 0.006);
        assert_eq!(drawn(&differences, 5), drawn(&differences, 5));
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn the_count_is_that_of_every_pattern_one_by_one(differences in minutes(1..10)) {
            let total: f64 = differences.iter().sum();
            // Flipping the chosen signs takes their sum away twice.
            let sums: Vec<f64> = (0..1usize << differences.len())
                .map(|pattern| total - 2.0 * chosen_sum(&differences, pattern))
                .collect();
            let extreme = sums.iter().filter(|sum| sum.abs() >= total.abs()).count();
            close(p(&differences), count(extreme as u64) / len(&sums), 1e-12);
        }

        #[test]
        fn order_sign_and_unit_do_not_matter(differences in minutes(1..16), factor in 1i32..40) {
            let expected = p(&differences);
            close(p(&reversed(&differences)), expected, 0.0);
            close(p(&scaled(&differences, -1.0)), expected, 0.0);
            close(
                p(&scaled(&differences, f64::from(factor) / 7.0)),
                expected,
                0.0,
            );
        }

        #[test]
        fn no_p_is_below_the_smallest(differences in minutes(1..16)) {
            prop_assert!(p(&differences) >= smallest_p(differences.len()));
        }
    }
}
