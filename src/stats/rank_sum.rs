//! Mann–Whitney's rank-sum test for two groups of people, and the shift that goes with it.

use super::door::{count, tail, usable};
use super::interval::HodgesLehmann;
use super::ranks::{choice_sums, doubled_mid_ranks};

/// Largest number of people in both groups together; the table of sums grows with its fourth power.
const MOST_PEOPLE: usize = 200;

/// Result of the rank-sum test (マン・ホイットニーのU検定).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankSum {
    /// Number of pairs in which the second group's value is larger, a tie counting one half.
    pub u: f64,
    /// Exact two-sided p.
    pub p: f64,
}

/// Tests whether values of `y` tend to be larger or smaller than those of `x` by ranks, exactly,
/// with ties.
///
/// p is the share of all C(n, m) ways to choose a group whose sum of mid-ranks is at least as far
/// from its mean as the observed one (Hollander, Wolfe & Chicken, 4.1; with ties by Streitberg &
/// Röhmel 1986). Values within 10^-10 of the largest are tied. All values tied give 1.
///
/// Both slices are in the same unit. `None` for an empty group, a value that is not finite, or more
/// than 200 people.
#[must_use]
pub fn rank_sum(x: &[f64], y: &[f64]) -> Option<RankSum> {
    if !fit(x, y) {
        return None;
    }
    let ranks = doubled_mid_ranks(&[x, y].concat());
    let (first, second) = ranks.split_at(x.len());
    let sum: usize = second.iter().sum();
    let own = y.len() * (y.len() + 1);
    // Either group tells the same; the smaller one has the smaller table.
    let smaller = if x.len() < y.len() { first } else { second };
    let mean = smaller.len() * (ranks.len() + 1);
    let far = smaller.iter().sum::<usize>().abs_diff(mean);
    let ways = choice_sums(&ranks, smaller.len());
    let all: f64 = ways.iter().sum();
    let extreme: f64 = ways
        .iter()
        .enumerate()
        .filter(|(sum, _)| sum.abs_diff(mean) >= far)
        .map(|(_, ways)| ways)
        .sum();
    Some(RankSum {
        u: count((sum - own) as u64) / 2.0,
        p: extreme / all,
    })
}

/// Estimates by how much `y` lies above `x` as the median of all differences y − x, with its exact
/// interval.
///
/// The interval takes the c-th difference from each end by the distribution of U without ties
/// (Hodges & Lehmann 1963; Hollander, Wolfe & Chicken, 4.2 and 4.3), so with ties it covers at
/// least as often as it says. Its `level` is the one achieved; it is `None` when the groups are so
/// small that even the whole range does not reach `level`.
///
/// Everything is in the unit of the values. `None` for an empty group, a value that is not finite,
/// more than 200 people, or a bad level.
#[must_use]
pub fn shift(x: &[f64], y: &[f64], level: f64) -> Option<HodgesLehmann> {
    let tail = tail(level)?;
    if !fit(x, y) {
        return None;
    }
    let differences = y
        .iter()
        .flat_map(|after| x.iter().map(move |before| after - before))
        .collect();
    let ranks: Vec<usize> = (1..=x.len() + y.len()).collect();
    let few = x.len().min(y.len());
    let ways = choice_sums(&ranks, few);
    let all: f64 = ways.iter().sum();
    let null: Vec<f64> = ways[few * (few + 1) / 2..].iter().map(|ways| ways / all).collect();
    HodgesLehmann::read(differences, &null, tail)
}

/// Tells whether both groups can be compared here.
fn fit(x: &[f64], y: &[f64]) -> bool {
    usable(x) && usable(y) && x.len() + y.len() <= MOST_PEOPLE
}

#[cfg(test)]
mod tests {
    use super::super::support::{chosen_sum, close, config, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    fn test(x: &[f64], y: &[f64]) -> RankSum {
        rank_sum(x, y).expect("usable groups have a test")
    }

    // x = 1 2 2, y = 2 3. Pairs with y larger: 2 over 1, 3 over 1 2 2, and two ties: 4 + 2/2 = 5.
    // Doubled ranks 2 6 6 | 6 10, y has 16, mean 12. Two of the five: 8 ×3, 12 ×4, 16 ×3; four or
    // more away: 6/10.
    #[test]
    fn five_people_with_ties_by_hand() {
        assert_eq!(test(&[1.0, 2.0, 2.0], &[2.0, 3.0]), RankSum { u: 5.0, p: 0.6 });
    }

    // x = 1 2 3, y = 4 5 6: the two extreme choices of C(6,3) = 20.
    #[test]
    fn complete_separation_is_the_smallest_p() {
        assert_eq!(test(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]), RankSum { u: 9.0, p: 0.1 });
    }

    #[test]
    fn all_tied_gives_one() {
        assert_eq!(test(&[5.0, 5.0], &[5.0]), RankSum { u: 1.0, p: 1.0 });
    }

    #[test]
    fn empty_broken_and_crowded_groups_have_no_test() {
        for (x, y) in [
            (vec![], vec![1.0]),
            (vec![1.0], vec![]),
            (vec![f64::NAN], vec![1.0]),
            (vec![1.0; 100], vec![2.0; 101]),
        ] {
            assert_eq!(rank_sum(&x, &y), None);
            assert_eq!(shift(&x, &y, 0.9), None);
        }
        assert_eq!(shift(&[1.0], &[2.0], 0.0), None);
    }

    // x = 1 2, y = 4 8: differences 2 3 6 7, median 4.5. U = 0 has chance 1/6: the range holds at
    // 2/3.
    #[test]
    fn two_and_two_have_a_shift_but_no_high_level() {
        let found = shift(&[1.0, 2.0], &[4.0, 8.0], 0.6).expect("usable");
        close(found.estimate, 4.5, 1e-12);
        let interval = found.interval.expect("2/3 can be reached");
        close(interval.low, 2.0, 0.0);
        close(interval.high, 7.0, 0.0);
        close(interval.level, 2.0 / 3.0, 1e-12);
        let strict = shift(&[1.0, 2.0], &[4.0, 8.0], 0.95).expect("usable");
        assert_eq!(strict.interval, None);
    }

    // 3 and 3: U = 0 has chance 1/20, and 1 − 2/20 is 90 % on the dot.
    #[test]
    fn a_level_reached_on_the_dot_counts_as_reached() {
        let found = shift(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], 0.9).expect("usable");
        close(found.interval.map(|interval| interval.level), 0.9, 1e-12);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn p_is_that_of_every_choice_one_by_one(x in minutes(1..6), y in minutes(1..6)) {
            let ranks = doubled_mid_ranks(&[x.as_slice(), y.as_slice()].concat());
            let mean = x.len() * (ranks.len() + 1);
            let far = ranks[..x.len()].iter().sum::<usize>().abs_diff(mean);
            let sums: Vec<usize> = (0..1usize << ranks.len())
                .filter(|choice| choice.count_ones() as usize == x.len())
                .map(|choice| chosen_sum(&ranks, choice))
                .collect();
            let extreme = sums.iter().filter(|sum| sum.abs_diff(mean) >= far).count();
            close(
                test(&x, &y).p,
                count(extreme as u64) / count(sums.len() as u64),
                1e-12,
            );
        }

        #[test]
        fn order_unit_and_start_do_not_matter(
            x in minutes(1..9),
            y in minutes(1..9),
            factor in 1i32..9,
            by in -90i32..90,
        ) {
            let change = |values: &[f64]| {
                moved(&scaled(&reversed(values), f64::from(factor)), f64::from(by))
            };
            prop_assert_eq!(test(&change(&x), &change(&y)), test(&x, &y));
        }

        #[test]
        fn swapping_the_groups_mirrors_test_and_shift(x in minutes(4..9), y in minutes(4..9)) {
            let (there, back) = (test(&x, &y), test(&y, &x));
            close(back.p, there.p, 1e-12);
            close(back.u, count((x.len() * y.len()) as u64) - there.u, 1e-12);
            let (there, back) = (
                shift(&x, &y, 0.9).expect("usable"),
                shift(&y, &x, 0.9).expect("usable"),
            );
            close(back.estimate, -there.estimate, 1e-12);
            let (there, back) = (
                there.interval.expect("4 and 4"),
                back.interval.expect("4 and 4"),
            );
            close(back.low, -there.high, 1e-12);
            close(back.high, -there.low, 1e-12);
        }

        #[test]
        fn the_shift_follows_the_second_group(
            x in minutes(4..9),
            y in minutes(4..9),
            by in -90i32..90,
        ) {
            let plain = shift(&x, &y, 0.9).expect("usable");
            let later = shift(&x, &moved(&y, f64::from(by)), 0.9).expect("usable");
            close(later.estimate, plain.estimate + f64::from(by), 1e-9);
            close(
                later.interval.map(|i| i.low),
                plain.interval.expect("4 and 4").low + f64::from(by),
                1e-9,
            );
        }
    }
}
