//! Shares of people, and agreement between two observers.

use statrs::distribution::{ContinuousCDF, Normal};

use super::door::{count, tail};
use super::interval::Interval;
use super::tails::lowest_share;

/// Returns Wilson's interval of a share (割合の信頼区間).
///
/// With z for the level and p = successes/n: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²))/(1 + z²/n)
/// (Wilson 1927, without continuity correction). Between 0 and 1, also at no success and at nothing
/// but success. The level is the one asked for.
///
/// `None` for n = 0, more successes than n, or a bad level.
#[must_use]
pub fn wilson(successes: u64, n: u64, level: f64) -> Option<Interval> {
    if n == 0 || successes > n {
        return None;
    }
    wilson_of_share(count(successes) / count(n), n, level)
}

/// Returns Wilson's interval of a share that is known as a number rather than as a count (割合の信頼区間).
///
/// The formula of [`wilson`] with p = `share` and `n` independent people. For answers that several questions gave of the
/// same people: answers of one person are not independent, so the answers are no n. With the people as n the interval is
/// as wide as if all answers of a person were alike; where they differ it is wider than it need be, never narrower.
///
/// `None` for n = 0, a share outside 0 to 1 or not a number, or a bad level.
#[must_use]
pub fn wilson_of_share(share: f64, n: u64, level: f64) -> Option<Interval> {
    let z = -Normal::standard().inverse_cdf(tail(level)?);
    if n == 0 || !(0.0..=1.0).contains(&share) {
        return None;
    }
    let square = z * z / count(n);
    let centre = share + square / 2.0;
    let reach = (square * (share * (1.0 - share) + square / 4.0)).sqrt();
    Some(Interval {
        // At no success both terms are the same number, so the low end is exactly 0; at nothing but
        // success rounding could step over 1, and at a share next to 0 under it.
        low: ((centre - reach) / (1.0 + square)).max(0.0),
        high: ((centre + reach) / (1.0 + square)).min(1.0),
        level,
    })
}

/// Returns the exact interval of a share (割合の正確な信頼区間).
///
/// The low end is the share of which `successes` or more have the chance (1 − level)/2, the high end that of which `successes` or
/// fewer have it (Clopper & Pearson 1934); 0 and 1 where nobody or everybody is a success. The level is the one asked for; the
/// interval covers at least as often, however few people there are, which Wilson's does only on average.
///
/// `None` for n = 0, more successes than n, or a bad level.
#[must_use]
pub fn clopper_pearson(successes: u64, n: u64, level: f64) -> Option<Interval> {
    let tail = tail(level)?;
    if n == 0 || successes > n {
        return None;
    }
    Some(Interval {
        low: lowest_share(successes, n, tail),
        high: 1.0 - lowest_share(n - successes, n, tail),
        level,
    })
}

/// Returns Cohen's kappa, agreement beyond chance (カッパ係数).
///
/// (share on the diagonal − share expected from the margins)/(1 − share expected) (Cohen 1960); 1
/// is full agreement, 0 that of chance. Row = the first observer's category, column = the second's,
/// in the same order; cells are counts.
///
/// `None` for a table that is empty, not square, or without any count, and when both observers used
/// one single category throughout, for then nothing beyond chance can be seen.
#[must_use]
pub fn kappa(table: &[Vec<u64>]) -> Option<f64> {
    if table.iter().any(|row| row.len() != table.len()) {
        return None;
    }
    let rows: Vec<f64> = table
        .iter()
        .map(|row| row.iter().map(|cell| count(*cell)).sum())
        .collect();
    let column = |at: usize| table.iter().map(|row| count(row[at])).sum::<f64>();
    let all: f64 = rows.iter().sum();
    let agreed: f64 = (0..table.len()).map(|at| count(table[at][at])).sum();
    let expected: f64 = rows.iter().enumerate().map(|(at, row)| row * column(at)).sum();
    // In counts rather than shares, so that "one category only" is an exact comparison; an empty
    // table has 0 of 0.
    let room = all * all - expected;
    (room > 0.0).then(|| (agreed * all - expected) / room)
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config};
    use super::*;
    use proptest::prelude::*;

    const SIX: f64 = 1e-6;

    /// Level of one standard deviation on each side, where z is 1.
    const ONE_SD: f64 = 0.682_689_492_137_086;

    // 1 of 2 with z = 1: (1/2 + 1/4 ± √(1/8 + 1/16))/(3/2) = 1/2 ± √3/6.
    #[test]
    fn one_of_two_by_hand() {
        let found = wilson(1, 2, ONE_SD).expect("a share");
        close(found.low, 0.5 - 3.0_f64.sqrt() / 6.0, 1e-9);
        close(found.high, 0.5 + 3.0_f64.sqrt() / 6.0, 1e-9);
    }

    // 0 of 3 with z = 1: 0 to (1/3)/(1 + 1/3) = 1/4.
    #[test]
    fn the_ends_stay_within_a_share() {
        let none = wilson(0, 3, ONE_SD).expect("a share");
        close(none.low, 0.0, 0.0);
        close(none.high, 0.25, 1e-9);
        let all = wilson(3, 3, ONE_SD).expect("a share");
        close(all.low, 0.75, 1e-9);
        close(all.high, 1.0, 0.0);
    }

    #[test]
    fn rounding_never_leaves_the_range_of_a_share() {
        for n in 1..3_000 {
            for level in [0.5, 0.8, 0.9, 0.95, 0.99] {
                assert!(wilson(0, n, level).is_some_and(|none| none.low >= 0.0));
                assert!(wilson(n, n, level).is_some_and(|all| all.high <= 1.0));
            }
        }
    }

    #[test]
    fn a_share_of_nothing_does_not_exist() {
        assert_eq!(wilson(0, 0, 0.95), None);
        assert_eq!(wilson(3, 2, 0.95), None);
        assert_eq!(wilson(1, 2, 1.0), None);
        assert_eq!(clopper_pearson(0, 0, 0.95), None);
        assert_eq!(clopper_pearson(3, 2, 0.95), None);
        assert_eq!(clopper_pearson(1, 2, 1.0), None);
    }

    // A share of 1/2 of 2 people with z = 1 is 1 of 2: 1/2 ± √3/6. Of 1/4 and 1 person with z = 1:
    // (1/4 + 1/2 ± √(3/16 + 1/4))/2 = 3/8 ± √7/8.
    #[test]
    fn a_share_that_is_no_count_by_hand() {
        assert_eq!(wilson_of_share(0.5, 2, ONE_SD), wilson(1, 2, ONE_SD));
        let found = wilson_of_share(0.25, 1, ONE_SD).expect("a share");
        close(found.low, 0.375 - 7.0_f64.sqrt() / 8.0, 1e-9);
        close(found.high, 0.375 + 7.0_f64.sqrt() / 8.0, 1e-9);
    }

    #[test]
    fn what_is_no_share_has_no_interval() {
        for share in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert_eq!(wilson_of_share(share, 5, 0.95), None, "{share}");
        }
        assert_eq!(wilson_of_share(0.5, 0, 0.95), None);
        assert_eq!(wilson_of_share(0.5, 5, 0.0), None);
    }

    // 2 of 2 at 92 %: the square of the low end is 4 %. 1 of 2 at 62 %: of 1 − (1 − low)² = 19 % the low end is 1/10.
    #[test]
    fn clopper_and_pearson_by_hand() {
        let by = |low: f64, high: f64, found: Option<Interval>| {
            close(found.map(|interval| interval.low), low, 1e-12);
            close(found.map(|interval| interval.high), high, 1e-12);
        };
        by(0.2, 1.0, clopper_pearson(2, 2, 0.92));
        by(0.0, 0.8, clopper_pearson(0, 2, 0.92));
        by(0.1, 0.9, clopper_pearson(1, 2, 0.62));
    }

    // Tables of exact limits: 5 of 10 at 95 % give .1871 to .8129, 1 of 10 gives .0025 to .4450.
    #[test]
    fn clopper_and_pearson_agree_with_the_tables() {
        let five = clopper_pearson(5, 10, 0.95).expect("a share");
        close(five.low, 0.187_086, SIX);
        close(five.high, 0.812_914, SIX);
        let one = clopper_pearson(1, 10, 0.95).expect("a share");
        close(one.low, 0.002_529, SIX);
        close(one.high, 0.445_016, SIX);
    }

    // [[2, 1], [1, 2]]: agreed 4/6, margins 3 3 and 3 3, expected 1/2: (2/3 − 1/2)/(1/2) = 1/3.
    #[test]
    fn kappa_by_hand() {
        close(kappa(&[vec![2, 1], vec![1, 2]]), 1.0 / 3.0, 1e-12);
        close(kappa(&[vec![5, 0], vec![0, 9]]), 1.0, 1e-12);
        close(kappa(&[vec![0, 5], vec![5, 0]]), -1.0, 1e-12);
    }

    #[test]
    fn no_table_no_minutes_and_one_category_have_no_kappa() {
        assert_eq!(kappa(&[]), None);
        assert_eq!(kappa(&[vec![0, 0], vec![0, 0]]), None);
        assert_eq!(kappa(&[vec![1, 2], vec![3]]), None);
        assert_eq!(kappa(&[vec![1, 2]]), None);
        assert_eq!(kappa(&[vec![7, 0], vec![0, 0]]), None);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn success_and_failure_mirror_each_other(successes in 0u64..60, failures in 1u64..60) {
            let n = successes + failures;
            let (there, back) = (
                wilson(successes, n, 0.95).expect("a share"),
                wilson(failures, n, 0.95).expect("a share"),
            );
            close(back.low, 1.0 - there.high, 1e-12);
            close(back.high, 1.0 - there.low, 1e-12);
            let share = count(successes) / count(n);
            prop_assert!(there.low <= share && share <= there.high);
        }

        #[test]
        fn the_exact_interval_mirrors_and_narrows_with_more_people(successes in 0u64..60, failures in 1u64..60) {
            let n = successes + failures;
            let exact = |k, n| clopper_pearson(k, n, 0.95).expect("a share");
            let (there, back, twice) = (exact(successes, n), exact(failures, n), exact(2 * successes, 2 * n));
            close(back.low, 1.0 - there.high, 1e-12);
            close(back.high, 1.0 - there.low, 1e-12);
            let share = count(successes) / count(n);
            prop_assert!(there.low <= share && share <= there.high);
            prop_assert!(twice.high - twice.low < there.high - there.low);
        }

        // The promise itself, summed over every outcome of n people.
        #[test]
        fn the_exact_interval_covers_every_share_at_least_as_often_as_it_says(n in 1u64..25, share in 0.001..0.999) {
            let mut covered = 0.0;
            let mut ways = 1.0;
            for k in 0..=n {
                let found = clopper_pearson(k, n, 0.9).expect("a share");
                if found.low <= share && share <= found.high {
                    covered += ways * share.powf(count(k)) * (1.0 - share).powf(count(n - k));
                }
                ways *= count(n - k) / count(k + 1);
            }
            prop_assert!(covered >= 0.9 - 1e-9, "{}", covered);
        }

        #[test]
        fn doubled_counts_narrow_the_interval_and_keep_kappa(
            cells in proptest::collection::vec(1u64..40, 9),
        ) {
            let table = |factor: u64| -> Vec<Vec<u64>> {
                cells
                    .chunks(3)
                    .map(|row| row.iter().map(|cell| cell * factor).collect())
                    .collect()
            };
            close(kappa(&table(2)), kappa(&table(1)).expect("counts"), 1e-12);
            let (plain, twice) = (
                wilson(cells[0], cells[0] + cells[1], 0.95).expect("a share"),
                wilson(cells[0] * 2, (cells[0] + cells[1]) * 2, 0.95).expect("a share"),
            );
            prop_assert!(twice.high - twice.low < plain.high - plain.low);
        }

        #[test]
        fn people_as_n_give_a_wider_interval_than_their_answers(people in 1u64..40, each in 2u64..9, part in 0.0..=1.0) {
            let by_people = wilson_of_share(part, people, 0.95).expect("a share");
            let by_answers = wilson_of_share(part, people * each, 0.95).expect("a share");
            prop_assert!(by_people.low >= 0.0 && by_people.high <= 1.0);
            prop_assert!(by_people.low <= part && part <= by_people.high);
            prop_assert!(by_answers.high - by_answers.low < by_people.high - by_people.low);
        }

        #[test]
        fn swapping_the_observers_keeps_kappa(cells in proptest::collection::vec(1u64..40, 9)) {
            let table: Vec<Vec<u64>> = cells.chunks(3).map(<[u64]>::to_vec).collect();
            let turned: Vec<Vec<u64>> = (0..3)
                .map(|at| table.iter().map(|row| row[at]).collect())
                .collect();
            close(kappa(&turned), kappa(&table).expect("counts"), 1e-12);
        }
    }
}
