//! Chances of counts: how rare an outcome is, and where a tail reaches a given size.

use statrs::function::beta::beta_reg;

use super::door::{TIE, count};

/// Most outcomes that are gone through one by one.
pub(super) const MOST_OUTCOMES: u64 = 1_000_000;

/// Returns the chance of every outcome that is no more likely than the one at `seen`, between 0 (excluded) and 1.
///
/// `ratios` hold how many times more likely each outcome is than the one before, and fall. The chances are built up from the
/// likeliest outcome, so that nothing overflows however many people there are. Chances within 10^-5 of each other are equal.
pub(super) fn no_likelier(ratios: &[f64], seen: usize) -> f64 {
    let likeliest = ratios.partition_point(|ratio| *ratio > 1.0);
    let mut chances = vec![1.0; ratios.len() + 1];
    for (at, ratio) in ratios.iter().enumerate().skip(likeliest) {
        chances[at + 1] = chances[at] * ratio;
    }
    for (at, ratio) in ratios.iter().enumerate().take(likeliest).rev() {
        chances[at] = chances[at + 1] / ratio;
    }
    let bar = chances[seen] * (1.0 + TIE.sqrt());
    let rare: f64 = chances.iter().filter(|chance| **chance <= bar).sum();
    // What is too rare for a double is still no impossibility.
    (rare / chances.iter().sum::<f64>()).clamp(f64::MIN_POSITIVE, 1.0)
}

/// Returns the smallest p of all outcomes; as chances rise to one top and fall again, it is that of an end.
pub(super) fn smallest_of_outcomes(ratios: &[f64]) -> f64 {
    no_likelier(ratios, 0).min(no_likelier(ratios, ratios.len()))
}

/// Returns the largest share of which `hits` or more of `n` have at most the chance `tail`; 0 for no hit.
///
/// The low end of Clopper and Pearson; the high end is what it leaves for the misses.
pub(super) fn lowest_share(hits: u64, n: u64, tail: f64) -> f64 {
    if hits == 0 {
        return 0.0;
    }
    let (hits, misses) = (count(hits), count(n - hits));
    edge(0.0, 1.0, |share| beta_reg(hits, misses + 1.0, share) > tail).0
}

/// Halves the range until no number lies inside: the last that is not beyond the edge, and the first that is.
pub(super) fn edge(mut within: f64, mut beyond: f64, is_beyond: impl Fn(f64) -> bool) -> (f64, f64) {
    loop {
        let middle = f64::midpoint(within, beyond);
        if middle <= within || middle >= beyond {
            return (within, beyond);
        }
        if is_beyond(middle) {
            beyond = middle;
        } else {
            within = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::support::close;
    use super::*;

    // 1 4 6 4 1 of 16: the ratios are 4, 6/4, 4/6, 1/4.
    #[test]
    fn four_coins_by_hand() {
        let ratios = [4.0, 1.5, 4.0 / 6.0, 0.25];
        for (seen, p) in [2.0, 10.0, 16.0, 10.0, 2.0].into_iter().enumerate() {
            close(no_likelier(&ratios, seen), p / 16.0, 1e-15);
        }
        close(smallest_of_outcomes(&ratios), 2.0 / 16.0, 1e-15);
    }

    // 3 1 0.1 of 4.1: only the one end is rare.
    #[test]
    fn the_smallest_is_that_of_the_rarer_end() {
        close(smallest_of_outcomes(&[1.0 / 3.0, 0.1]), 0.1 / 4.1, 1e-15);
        close(smallest_of_outcomes(&[]), 1.0, 0.0);
    }

    #[test]
    fn an_outcome_beyond_the_smallest_double_is_not_impossible() {
        assert!(no_likelier(&[1e-200, 1e-210], 2) > 0.0);
    }

    // One of one: the share itself. Two of two: its square. One of two: 1 − (1 − share)².
    #[test]
    fn lowest_shares_by_hand() {
        close(lowest_share(1, 1, 0.025), 0.025, 1e-12);
        close(lowest_share(2, 2, 0.04), 0.2, 1e-12);
        close(lowest_share(1, 2, 0.19), 0.1, 1e-12);
        close(lowest_share(0, 7, 0.025), 0.0, 0.0);
    }

    #[test]
    fn the_edge_is_found_to_the_last_digit() {
        let (within, beyond) = edge(0.0, 100.0, |value| value * value > 2.0);
        assert!(within * within <= 2.0 && beyond * beyond > 2.0);
        assert_eq!(beyond.to_bits() - within.to_bits(), 1);
    }
}
