//! p values, either counted over every arrangement or estimated from seeded draws.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use super::door::count;

/// Number of draws when there are too many arrangements to count.
pub(super) const DRAWS: u32 = 200_000;

/// Way in which a p value was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every arrangement was counted (全数計算).
    Exact,
    /// Arrangements were drawn; the same seed gives the same answer on every machine (無作為抽出).
    Drawn {
        /// Number of draws.
        draws: u32,
        /// Seed of the generator.
        seed: u64,
    },
}

/// Two-sided p value and how it was found (両側p値).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PValue {
    /// Chance of a result at least as far from "no change", between 0 (excluded) and 1.
    pub p: f64,
    /// Counted or drawn.
    pub method: Method,
}

impl PValue {
    /// Divides the arrangements at least as extreme by all arrangements.
    pub(super) fn exact(extreme: u64, all: u64) -> Self {
        Self {
            p: count(extreme) / count(all),
            method: Method::Exact,
        }
    }

    /// Draws [`DRAWS`] times and gives (b + 1)/(m + 1), for the observed arrangement is one of them
    /// (Davison & Hinkley, Bootstrap Methods and their Application, 4.2; Phipson & Smyth 2010).
    pub(super) fn drawn(seed: u64, mut is_extreme: impl FnMut(&mut ChaCha8Rng) -> bool) -> Self {
        let mut source = seeded(seed);
        let extreme = (0..DRAWS).filter(|_| is_extreme(&mut source)).count();
        Self {
            p: (count(extreme as u64) + 1.0) / (f64::from(DRAWS) + 1.0),
            method: Method::Drawn { draws: DRAWS, seed },
        }
    }
}

/// Starts the generator; `ChaCha` gives the same numbers on every machine.
pub(super) fn seeded(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// Draws an index below `bound`, each equally likely.
pub(super) fn index(source: &mut ChaCha8Rng, bound: usize) -> usize {
    let bound = bound as u64;
    let mask = bound.next_power_of_two() - 1;
    loop {
        // Rejecting what is too large keeps the indexes equally likely; a remainder would not.
        let candidate = source.next_u64() & mask;
        if candidate < bound {
            return usize::try_from(candidate).expect("the bound came from a usize");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::support::close;
    use super::*;

    #[test]
    fn exact_is_a_plain_share() {
        assert_eq!(
            PValue::exact(1, 4),
            PValue {
                p: 0.25,
                method: Method::Exact
            }
        );
    }

    // No draw is as extreme: 1/200001. Every draw is: 200001/200001.
    #[test]
    fn the_observed_arrangement_counts_itself() {
        close(PValue::drawn(1, |_| false).p, 1.0 / 200_001.0, 1e-18);
        close(PValue::drawn(1, |_| true).p, 1.0, 0.0);
    }

    #[test]
    fn the_seed_is_kept_with_the_answer() {
        let method = PValue::drawn(7, |_| false).method;
        assert_eq!(
            method,
            Method::Drawn {
                draws: 200_000,
                seed: 7
            }
        );
    }

    // 60000 draws over 6: 10000 each, standard deviation √(60000·1/6·5/6) = 91; five of them are
    // 456.
    #[test]
    fn every_index_is_equally_likely() {
        let mut source = seeded(3);
        let mut seen = [0u32; 6];
        for _ in 0..60_000 {
            seen[index(&mut source, 6)] += 1;
        }
        assert!(seen.iter().all(|times| times.abs_diff(10_000) < 456));
        assert_eq!(index(&mut source, 1), 0);
    }

    // Pinned, because a p value printed last year must come out again.
    #[test]
    fn a_seed_gives_the_same_numbers_for_ever() {
        let mut source = seeded(1);
        let drawn: Vec<usize> = (0..8).map(|_| index(&mut source, 100)).collect();
        assert_eq!(drawn, PINNED);
    }

    const PINNED: [usize; 8] = [49, 66, 88, 23, 14, 19, 8, 99];
}
