//! Shares of two groups against each other.
//!
//! Each pair is (people to whom it applies, people asked); the change is second − first.

use super::door::{count, tail};
use super::interval::{Interval, RatioInterval};
use super::tails::{MOST_OUTCOMES, lowest_share, no_likelier, smallest_of_outcomes};

/// Share of the second group divided by that of the first (割合の比).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareRatio {
    /// Second share divided by first, without unit; (ratio − 1)·100 is the change in per cent. `None` where the first is 0.
    pub ratio: Option<f64>,
    /// Interval of the ratio.
    pub interval: RatioInterval,
}

/// Returns the two-sided p of Fisher's exact test (フィッシャーの正確確率検定) of two shares.
///
/// Each pair is (people to whom it applies, people asked). The p is the chance of every table with the same margins that is
/// no more likely than the one seen (Fisher 1935), at most 1.
///
/// `None` for a group of nobody, for more people to whom it applies than were asked, and for more than a million people.
#[must_use]
pub fn fisher(first: (u64, u64), second: (u64, u64)) -> Option<f64> {
    let ((a, n), (b, m)) = (first, second);
    if a > n || b > m {
        return None;
    }
    let (least, ratios) = tables(n, m, a.checked_add(b)?)?;
    Some(no_likelier(&ratios, usize::try_from(a - least).ok()?))
}

/// Returns the smallest two-sided p that [`fisher`] can give for groups of `first` and `second` people when it applies to `hits` of
/// them together.
///
/// It is that of the table in which all hits that fit are in one group. A smallest p of .05 or more can decide nothing.
///
/// `None` for a group of nobody, more hits than people, and more than a million people.
#[must_use]
pub fn smallest_p_of_shares(first: u64, second: u64, hits: u64) -> Option<f64> {
    tables(first, second, hits).map(|(_, ratios)| smallest_of_outcomes(&ratios))
}

/// Goes through the tables with these margins: the fewest hits in the first group, and how many times more likely each further one
/// makes the table (the hypergeometric distribution).
fn tables(n: u64, m: u64, hits: u64) -> Option<(u64, Vec<f64>)> {
    let people = n.checked_add(m).filter(|people| *people <= MOST_OUTCOMES)?;
    if n == 0 || m == 0 || hits > people {
        return None;
    }
    let (least, most) = (hits.saturating_sub(m), hits.min(n));
    let ratio = |a: u64| count(hits - a) * count(n - a) / (count(a + 1) * count(m + a + 1 - hits));
    Some((least, (least..most).map(ratio).collect()))
}

/// Returns the interval of the second share minus the first (割合の差の信頼区間), between −1 and 1.
///
/// From the exact interval of each share at the level 1 − (1 − level)/2 (Clopper & Pearson 1934): low end minus high end, and high
/// end minus low end. That at least one of them misses has at most the chance 1 − level (Bonferroni), whatever the shares are and even when
/// the same people are in both groups; so the level, which is the one asked for, is reached at least.
///
/// `None` for a group of nobody, for more people to whom it applies than were asked, or a bad level.
#[must_use]
pub fn difference_of_shares(first: (u64, u64), second: (u64, u64), level: f64) -> Option<Interval> {
    let [from, to] = both(first, second, level)?;
    Some(Interval {
        low: to[0] - from[1],
        high: to[1] - from[0],
        level,
    })
}

/// Returns the second share divided by the first (割合の変化率) with an interval from the same two as [`difference_of_shares`].
///
/// Low end by high end, and high end by low end. Where nobody of the first group is hit, its share may be 0: the ratio does not exist
/// and its interval has no upper end. The lower end always exists.
///
/// `None` for a group of nobody, for more people to whom it applies than were asked, or a bad level.
#[must_use]
pub fn ratio_of_shares(first: (u64, u64), second: (u64, u64), level: f64) -> Option<ShareRatio> {
    let [from, to] = both(first, second, level)?;
    let [before, after] = [first, second].map(|(hits, n)| count(hits) / count(n));
    Some(ShareRatio {
        ratio: (before > 0.0).then(|| after / before),
        interval: RatioInterval {
            low: to[0] / from[1],
            high: (from[0] > 0.0).then(|| to[1] / from[0]),
            level,
        },
    })
}

/// The ends of both shares, which hold together at the level.
fn both(first: (u64, u64), second: (u64, u64), level: f64) -> Option<[[f64; 2]; 2]> {
    let tail = tail(level)? / 2.0;
    let groups = [first, second];
    let are_shares = groups.iter().all(|(hits, n)| *n > 0 && hits <= n);
    are_shares.then(|| groups.map(|(hits, n)| [lowest_share(hits, n, tail), 1.0 - lowest_share(n - hits, n, tail)]))
}

#[cfg(test)]
mod tests {
    use super::super::shares::clopper_pearson;
    use super::super::support::{close, config};
    use super::*;
    use proptest::prelude::*;

    // The tea test, 3 of 4 against 1 of 4: tables 0 and 4 have 1/70 each, 1 and 3 have 16/70 each: 34/70.
    #[test]
    fn the_lady_who_tasted_tea() {
        close(fisher((3, 4), (1, 4)), 34.0 / 70.0, 1e-12);
        close(fisher((4, 4), (0, 4)), 2.0 / 70.0, 1e-12);
        close(fisher((2, 4), (2, 4)), 1.0, 1e-12);
        close(smallest_p_of_shares(4, 4, 4), 2.0 / 70.0, 1e-12);
    }

    // Convictions of Fisher's twins: 2 of 17 against 10 of 13.
    #[test]
    fn fishers_twins() {
        close(fisher((2, 17), (10, 13)), 0.000_536_7, 5e-8);
    }

    // One hit among 3 and 5: in the first group with 3/8, in the second with 5/8. So the smallest p is 3/8.
    #[test]
    fn one_hit_decides_nothing() {
        close(smallest_p_of_shares(3, 5, 1), 3.0 / 8.0, 1e-12);
        close(smallest_p_of_shares(3, 5, 0), 1.0, 0.0);
        close(smallest_p_of_shares(3, 5, 8), 1.0, 0.0);
    }

    #[test]
    fn shares_of_nobody_cannot_be_compared() {
        for (first, second) in [
            ((0, 0), (1, 2)),
            ((3, 2), (1, 2)),
            ((1, 2), (0, 0)),
            ((1, 2), (u64::MAX, 2)),
        ] {
            assert_eq!(fisher(first, second), None);
            assert_eq!(difference_of_shares(first, second, 0.95), None);
            assert_eq!(ratio_of_shares(first, second, 0.95), None);
        }
        assert_eq!(difference_of_shares((1, 2), (1, 2), 1.0), None);
        assert_eq!(fisher((1, u64::MAX), (1, u64::MAX)), None);
        for (n, m, hits) in [(0, 5, 1), (5, 0, 1), (3, 3, 7), (600_000, 600_000, 1)] {
            assert_eq!(smallest_p_of_shares(n, m, hits), None);
        }
    }

    // 500 of 1000 against 600 of 1000: p summed in whole numbers. Binomials of 2000 overflow; ratios do not.
    #[test]
    fn thousands_people_overflow_nothing() {
        close(fisher((500, 1000), (600, 1000)), 8.453_719_674e-6, 1e-14);
        close(fisher((50_000, 100_000), (50_000, 100_000)), 1.0, 1e-9);
    }

    // 0 of 1, then 1 of 1, at 95 %: 1.25 % is left at each end. First 0 to .9875, second .0125 to 1.
    #[test]
    fn one_person_each_by_hand() {
        let up = difference_of_shares((0, 1), (1, 1), 0.95).expect("shares");
        close(up.low, -0.975, 1e-12);
        close(up.high, 1.0, 0.0);
        let down = ratio_of_shares((1, 1), (0, 1), 0.95).expect("shares");
        close(down.ratio, 0.0, 0.0);
        close(down.interval.low, 0.0, 0.0);
        close(down.interval.high, 79.0, 1e-9);
        let from_nothing = ratio_of_shares((0, 1), (1, 1), 0.95).expect("shares");
        assert_eq!((from_nothing.ratio, from_nothing.interval.high), (None, None));
        close(from_nothing.interval.low, 0.0125 / 0.9875, 1e-12);
    }

    fn group() -> impl Strategy<Value = (u64, u64)> {
        (1u64..25).prop_flat_map(|n| (0..=n, Just(n)))
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn fisher_does_not_care_which_group_comes_first_or_what_is_counted((a, n) in group(), (b, m) in group()) {
            let p = fisher((a, n), (b, m)).expect("two groups");
            prop_assert!(p > 0.0 && p <= 1.0);
            close(fisher((b, m), (a, n)), p, 1e-9);
            close(fisher((n - a, n), (m - b, m)), p, 1e-9);
        }

        #[test]
        fn no_p_is_below_the_smallest_and_one_table_has_it(n in 1u64..20, m in 1u64..20, hits in 0u64..40) {
            prop_assume!(hits <= n + m);
            let all: Vec<f64> = (hits.saturating_sub(m)..=hits.min(n))
                .map(|a| fisher((a, n), (hits - a, m)).expect("two groups"))
                .collect();
            let least = all.iter().copied().fold(1.0, f64::min);
            close(smallest_p_of_shares(n, m, hits), least, 1e-12);
        }

        #[test]
        fn swapping_the_groups_mirrors_the_difference_and_turns_the_ratio_over(first in group(), second in group()) {
            let there = difference_of_shares(first, second, 0.95).expect("shares");
            let back = difference_of_shares(second, first, 0.95).expect("shares");
            close(back.low, -there.high, 1e-12);
            close(back.high, -there.low, 1e-12);
            prop_assert!(-1.0 <= there.low && there.high <= 1.0);
            let there = ratio_of_shares(first, second, 0.95).expect("shares");
            let back = ratio_of_shares(second, first, 0.95).expect("shares");
            prop_assert_eq!(there.interval.high.is_some(), first.0 > 0);
            prop_assert_eq!(there.ratio.is_some(), first.0 > 0);
            if let Some(high) = there.interval.high {
                close(back.interval.low, 1.0 / high, 1e-9);
                prop_assert!(there.ratio.is_some_and(|ratio| there.interval.low <= ratio && ratio <= high));
            }
        }

        // Each share at 97.5 %, so that both hold at 95 %.
        #[test]
        fn difference_and_ratio_come_from_the_exact_interval_of_each(first in group(), second in group()) {
            let exact = |(hits, n): (u64, u64)| clopper_pearson(hits, n, 0.975).expect("a share");
            let (from, to) = (exact(first), exact(second));
            let difference = difference_of_shares(first, second, 0.95).expect("shares");
            close(difference.low, to.low - from.high, 1e-9);
            close(difference.high, to.high - from.low, 1e-9);
            let ratio = ratio_of_shares(first, second, 0.95).expect("shares");
            close(ratio.interval.low, to.low / from.high, 1e-9);
        }

        #[test]
        fn doubled_counts_narrow_the_difference((a, n) in group(), (b, m) in group()) {
            let plain = difference_of_shares((a, n), (b, m), 0.95).expect("shares");
            let twice = difference_of_shares((2 * a, 2 * n), (2 * b, 2 * m), 0.95).expect("shares");
            prop_assert!(twice.high - twice.low < plain.high - plain.low);
        }
    }
}
