//! Interval of the mean difference: the sign-flip test turned round.

use super::door::{TIE, count, tail, usable};
use super::draws::{DRAWS, seeded};
use super::interval::Interval;
use super::sign_flip::{MOST_COUNTED, draw_flipped};

/// Returns the interval of the mean difference that [`sign_flip`](super::sign_flip) gives when it is turned round
/// (符号反転検定による信頼区間).
///
/// The means of the 2^n − 1 sets that can be picked from n people cut the line into 2^n parts, and each is as likely to hold the
/// centre (Hartigan, Using subsample values as typical values, 1969). With k = ⌊(1 − level)/2 · 2^n⌋ the ends are the k-th smallest and the
/// k-th largest of these means, and the level reached is 1 − 2k/2^n, with ties at least that. Nothing is asked of the differences but that
/// they lie symmetrically around the centre.
///
/// Up to 20 pairs every set is taken. Beyond that 200,000 sets are drawn from `seed`, the very ones of the test, and each is taken
/// together with the people it leaves out; then k is 2·⌊(1 − level)/2 · 200,001⌋ and the level 1 − k/200,001.
///
/// At 95 % the interval leaves out 0 exactly where the test with the same seed gives p < .05. An end within 10^-10 of Σ|d| of 0 is 0.
///
/// In the unit of `differences`. `None` for no differences, one that is not finite, a bad level, and where k is 0: so few people cannot
/// reach the level (five or fewer for 95 %).
#[must_use]
pub fn sign_flip_interval(differences: &[f64], level: f64, seed: u64) -> Option<Interval> {
    let tail = tail(level)?;
    if !usable(differences) {
        return None;
    }
    // Measured from the first value, so that equal values have exactly their own mean.
    let origin = differences[0];
    let centred: Vec<f64> = differences.iter().map(|difference| difference - origin).collect();
    let values = if differences.len() <= MOST_COUNTED {
        counted(&centred, tail)
    } else {
        drawn(&centred, tail, seed)
    };
    let reach: f64 = differences.iter().map(|difference| difference.abs()).sum();
    let (low, high, level) = values.ends()?;
    let end = |value: f64| {
        Some(origin + value)
            .filter(|end| end.abs() > TIE * reach)
            .unwrap_or(0.0)
    };
    Some(Interval {
        low: end(low),
        high: end(high),
        level,
    })
}

/// Means of sets of people, and how many of them lie beyond each end.
struct TypicalValues {
    means: Vec<f64>,
    beyond: usize,
    level: f64,
}

impl TypicalValues {
    /// Reads off the ends and the level reached; with none beyond, the ends are unknown.
    fn ends(mut self) -> Option<(f64, f64, f64)> {
        let low = self.beyond.checked_sub(1)?;
        let high = self.means.len().checked_sub(self.beyond)?;
        let mut at = |place: usize| {
            (place < self.means.len()).then(|| *self.means.select_nth_unstable_by(place, f64::total_cmp).1)
        };
        Some((at(low)?, at(high)?, self.level))
    }
}

/// Takes every set.
fn counted(centred: &[f64], tail: f64) -> TypicalValues {
    let mut sums = vec![0.0];
    for value in centred {
        sums.extend_from_within(..);
        let half = sums.len() / 2;
        for sum in &mut sums[half..] {
            *sum += value;
        }
    }
    let all = count(sums.len() as u64);
    // The bits of its place say who is in a set; the set of nobody has no mean.
    let means = sums.iter().enumerate().skip(1);
    let beyond = floor(tail * all);
    TypicalValues {
        means: means.map(|(set, sum)| sum / f64::from(set.count_ones())).collect(),
        beyond,
        level: 1.0 - 2.0 * count(beyond as u64) / all,
    }
}

/// Draws sets, and takes each with those it leaves out.
fn drawn(centred: &[f64], tail: f64, seed: u64) -> TypicalValues {
    let mut source = seeded(seed);
    let total: f64 = centred.iter().sum();
    let people = centred.len() as u64;
    let mut means = Vec::with_capacity(2 * DRAWS as usize);
    for _ in 0..DRAWS {
        let (sum, size) = draw_flipped(&mut source, centred);
        let both = [(sum, size), (total - sum, people - size)];
        means.extend(
            both.iter()
                .filter(|(_, size)| *size > 0)
                .map(|(sum, size)| sum / count(*size)),
        );
    }
    let all = f64::from(DRAWS) + 1.0;
    let beyond = 2 * floor(tail * all);
    // The test counts a set of nobody on whichever side it looks at, so each takes the place of one beyond.
    let without_mean = 2 * DRAWS as usize - means.len();
    TypicalValues {
        means,
        beyond: beyond.saturating_sub(without_mean),
        level: 1.0 - count(beyond as u64) / all,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of the sets is neither negative nor more than all of them"
)]
fn floor(sets: f64) -> usize {
    sets.floor() as usize
}

#[cfg(test)]
mod tests {
    use super::super::door::len;
    use super::super::sign_flip::sign_flip;
    use super::super::spread::mean;
    use super::super::support::{chosen_sum, close, config, doubled, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    fn interval(differences: &[f64], level: f64) -> Interval {
        sign_flip_interval(differences, level, 1).expect("the level can be reached")
    }

    fn holds(interval: Interval, value: f64) -> bool {
        interval.low <= value && value <= interval.high
    }

    // d = 1 2 6: the seven means are 1 1.5 2 3 3.5 4 6. At 75 % one of eight parts lies beyond each end: 1 to 6. At 50 % two: 1.5 to 4. At
    // 40 % still two (2.4), and the level reached is 50 %.
    #[test]
    fn three_people_by_hand() {
        let by = |low, high, level| Interval { low, high, level };
        assert_eq!(interval(&[1.0, 2.0, 6.0], 0.75), by(1.0, 6.0, 0.75));
        assert_eq!(interval(&[1.0, 2.0, 6.0], 0.5), by(1.5, 4.0, 0.5));
        assert_eq!(interval(&[6.0, 1.0, 2.0], 0.4), by(1.5, 4.0, 0.5));
    }

    // Data A and D of the golden table. Their 511 and 255 means were sorted as whole fractions: the 12th and the 6th from each end.
    #[test]
    fn nine_and_eight_people_by_fractions() {
        let a = [0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01];
        let found = interval(&a, 0.95);
        close(found.low, 0.09325, 1e-12);
        close(found.high, 0.771, 1e-12);
        close(found.level, 1.0 - 24.0 / 512.0, 0.0);
        let d = [32.0, 7.0, 38.0, 0.0, 37.0, 25.0, 21.0, 24.0];
        let found = interval(&d, 0.95);
        assert_eq!((found.low, found.high, found.level), (10.5, 34.5, 1.0 - 12.0 / 256.0));
    }

    // 2·1/64: one mean lies beyond each end, so the interval is the whole range.
    #[test]
    fn five_people_reach_no_95_percent_and_six_do() {
        assert_eq!(sign_flip_interval(&[3.0, 1.0, 4.0, 1.0, 5.0], 0.95, 1), None);
        let six = interval(&[3.0, 1.0, 4.0, 1.0, 5.0, 9.0], 0.95);
        assert_eq!((six.low, six.high, six.level), (1.0, 9.0, 0.968_75));
    }

    #[test]
    fn nothing_nonsense_and_a_bad_level_have_no_interval() {
        assert_eq!(sign_flip_interval(&[], 0.5, 1), None);
        assert_eq!(sign_flip_interval(&[1.0; 8].map(|one| one / 0.0), 0.5, 1), None);
        for level in [0.0, 1.0, 95.0, f64::NAN] {
            assert_eq!(sign_flip_interval(&[1.0; 8], level, 1), None);
        }
        assert_eq!(sign_flip_interval(&[1.0], 0.01, 1), None);
    }

    #[test]
    fn equal_values_and_only_zeros_are_their_own_interval() {
        let same = interval(&[0.1; 9], 0.95);
        assert_eq!((same.low, same.high), (0.1, 0.1));
        let none = interval(&[0.0; 9], 0.95);
        assert_eq!((none.low, none.high), (0.0, 0.0));
        let many = interval(&[0.1; 30], 0.95);
        assert_eq!((many.low, many.high), (0.1, 0.1));
    }

    // The smallest mean is that of the one who lost: in doubles 0.1 + 0.2 − 0.3 is a hair above 0.
    #[test]
    fn an_end_a_hair_from_zero_is_zero() {
        let found = interval(&[0.1 + 0.2 - 0.3, 1.0, 2.0, 3.0, 4.0, 5.0], 0.95);
        close(found.low, 0.0, 0.0);
        let mirrored = interval(&[0.3 - 0.1 - 0.2, -1.0, -2.0, -3.0, -4.0, -5.0], 0.95);
        close(mirrored.high, 0.0, 0.0);
    }

    #[test]
    fn twenty_pairs_are_counted_and_twenty_one_are_drawn() {
        let steps: Vec<f64> = (0..21).map(|step| f64::from(step * step)).collect();
        let twenty = interval(&steps[..20], 0.95);
        assert_eq!(twenty, sign_flip_interval(&steps[..20], 0.95, 2).expect("twenty"));
        close(twenty.level, 1.0 - 2.0 * 26_214.0 / 1_048_576.0, 0.0);
        let drawn = interval(&steps, 0.95);
        assert_ne!(drawn, sign_flip_interval(&steps, 0.95, 2).expect("twenty-one"));
        close(drawn.level, 1.0 - 10_000.0 / 200_001.0, 1e-15);
        assert!(drawn.level >= 0.95);
    }

    // The 2.5 % quantile of 200,000 draws is off by at most five standard errors, .0017: between the quantiles of .0233 and .0267.
    #[test]
    fn draws_agree_with_the_count() {
        let differences = [32.0, 7.0, -12.0, 0.0, 9.0, -25.0, 21.0, 4.0, 16.0, 3.0, -8.0, 14.0];
        let by = |tail: f64, drawing: bool| {
            let values = if drawing {
                drawn(&differences, tail, 5)
            } else {
                counted(&differences, tail)
            };
            values.ends().expect("twelve people")
        };
        let (wide, found, narrow) = (by(0.0233, false), by(0.025, true), by(0.0267, false));
        assert!(wide.0 <= found.0 && found.0 <= narrow.0);
        assert!(narrow.1 <= found.1 && found.1 <= wide.1);
    }

    // With p on both sides of .05: the test and the interval from the same draws never contradict each other.
    #[test]
    fn drawn_test_and_drawn_interval_agree() {
        let noise: Vec<f64> = (0..24).map(|step| f64::from(step * 37 % 23) * 5.0 - 55.0).collect();
        let mut shown = 0;
        for by in 0..12 {
            let differences = moved(&noise, f64::from(by) * 2.5);
            let p = sign_flip(&differences, 3).expect("usable").p;
            let found = sign_flip_interval(&differences, 0.95, 3).expect("many");
            assert_eq!(p < 0.05, !holds(found, 0.0), "{by}: {p} {found:?}");
            shown += u32::from(p < 0.05);
        }
        assert!(0 < shown && shown < 12);
    }

    // At an end the test from the same draws still allows the value, a thousandth of a minute further out no more.
    #[test]
    fn the_drawn_test_stands_on_the_edge_at_both_ends() {
        let differences: Vec<f64> = (0..23).map(|step| f64::from(step * 37 % 23) * 5.0 - 40.0).collect();
        let found = sign_flip_interval(&differences, 0.95, 3).expect("many");
        let p = |value: f64| sign_flip(&moved(&differences, -value), 3).expect("usable").p;
        for (end, out) in [(found.low, -0.001), (found.high, 0.001)] {
            assert!(p(end) >= 0.05 && p(end + out) < 0.05, "{} {}", p(end), p(end + out));
        }
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn the_ends_are_those_of_every_set_one_by_one(differences in minutes(2..10), percent in 20u32..60) {
            let level = f64::from(percent) / 100.0;
            let mut means: Vec<f64> = (1..1usize << differences.len())
                .map(|set| chosen_sum(&differences, set) / f64::from(set.count_ones()))
                .collect();
            means.sort_by(f64::total_cmp);
            let k = floor((1.0 - level) / 2.0 * (len(&means) + 1.0));
            let Some(found) = sign_flip_interval(&differences, level, 1) else {
                prop_assert_eq!(k, 0);
                return Ok(());
            };
            close(found.low, means[k - 1], 1e-9);
            close(found.high, means[means.len() - k], 1e-9);
            prop_assert!(found.level >= level);
        }

        // A divisor of seven brings rounding noise into every sum; zeros and ties are common.
        #[test]
        fn zero_is_left_out_exactly_where_the_test_shows_a_change(
            noise in minutes(6..14),
            by in -12i32..13,
            factor in 1i32..40,
        ) {
            let differences = scaled(&moved(&noise, f64::from(by * 5)), f64::from(factor) / 7.0);
            let p = sign_flip(&differences, 1).expect("usable").p;
            let found = interval(&differences, 0.95);
            prop_assert_eq!(p < 0.05, !holds(found, 0.0), "{} {:?}", p, found);
        }

        // Any value, not only 0: what the test of d − value shows lies outside.
        #[test]
        fn every_value_is_judged_as_the_test_judges_it(differences in minutes(6..12), value in -60i32..60) {
            let value = f64::from(value);
            let p = sign_flip(&moved(&differences, -value), 1).expect("usable").p;
            prop_assert_eq!(p < 0.05, !holds(interval(&differences, 0.95), value));
        }

        #[test]
        fn it_moves_stretches_and_mirrors_with_the_data(
            differences in minutes(6..14),
            by in -90i32..90,
            factor in 1i32..9,
        ) {
            let (by, factor) = (f64::from(by), -f64::from(factor));
            let plain = interval(&differences, 0.95);
            let other = interval(&moved(&scaled(&reversed(&differences), factor), by), 0.95);
            close(other.low, plain.high * factor + by, 1e-7);
            close(other.high, plain.low * factor + by, 1e-7);
            close(other.level, plain.level, 0.0);
        }

        #[test]
        fn it_holds_the_mean_and_lies_within_the_data(differences in minutes(6..14)) {
            let found = interval(&differences, 0.95);
            let centre = mean(&differences).expect("not empty");
            prop_assert!(found.low <= centre + 1e-9 && centre - 1e-9 <= found.high);
            prop_assert!(found.low >= differences.iter().copied().fold(f64::MAX, f64::min));
            prop_assert!(found.high <= differences.iter().copied().fold(f64::MIN, f64::max));
        }

        // Six people span their whole range; twelve cut something off it.
        #[test]
        fn doubled_data_never_widens_the_interval_of_six(differences in minutes(6)) {
            let (plain, twice) = (interval(&differences, 0.95), interval(&doubled(&differences), 0.95));
            prop_assert!(plain.low <= twice.low && twice.high <= plain.high);
        }
    }
}
