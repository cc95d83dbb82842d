//! Before measuring: which change a plan can show at all.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::RngCore;
use statrs::distribution::{ContinuousCDF, Normal};

use super::door::{count, len, usable};
use super::draws::seeded;
use super::sign_flip::{sign_flip, smallest_p};
use super::spread::{mean, sd};
use super::student::critical;
use super::two_groups::smallest_p_of_groups;

/// p from which a change counts as shown.
pub const SHOWN: f64 = 0.05;
/// Share of repetitions in which the change is to be found (検出力).
pub const POWER: f64 = 0.8;

/// Repetitions of the survey that are made up.
const REPETITIONS: usize = 1_000;
/// Most people for whom the exact test itself is run; beyond, Student's t gives nearly the same and is quick.
const MOST_EXACT: usize = 16;
/// Steps of halving: a thousandth of the range that is searched.
const HALVINGS: usize = 12;
/// Largest change that is searched, in standard deviations.
const FURTHEST: f64 = 12.0;

/// Returns the change that a plan with the same people before and after finds in [`POWER`] of all repetitions (検出できる変化), in
/// the unit of `spread`.
///
/// `spread` is the standard deviation of the people's differences. Repetitions are normal differences drawn from `seed`; for each
/// the smallest change is searched at which the exact sign-flip test reaches [`SHOWN`], and the answer is the [`POWER`] quantile
/// of these. Above 16 people Student's t stands in for the test.
///
/// `None` where so few people can never reach [`SHOWN`] (five or fewer), and for a spread that is not above 0 or not finite.
#[must_use]
pub fn detectable_change(people: usize, spread: f64, seed: u64) -> Option<f64> {
    if smallest_p(people) >= SHOWN || !is_spread(spread) {
        return None;
    }
    let mut source = seeded(seed);
    let thresholds = (0..REPETITIONS).map(|_| {
        let noise = normal_values(&mut source, people);
        if people <= MOST_EXACT {
            exact_threshold(&noise)
        } else {
            threshold_by_t(&noise)
        }
    });
    Some(spread * reached_by_most(thresholds.collect()))
}

/// Returns the same for two groups of different people.
///
/// `spread` is the standard deviation of people within a group. Each repetition is judged by Student's t with the common spread,
/// which the permutation test follows closely.
///
/// `None` where so few people can never reach [`SHOWN`], and for a spread that is not above 0 or not finite.
#[must_use]
pub fn detectable_difference(first: usize, second: usize, spread: f64, seed: u64) -> Option<f64> {
    if smallest_p_of_groups(first, second)? >= SHOWN || !is_spread(spread) {
        return None;
    }
    let mut source = seeded(seed);
    let freedom = count((first + second) as u64) - 2.0;
    let t = critical(SHOWN / 2.0, freedom);
    let thresholds = (0..REPETITIONS).map(|_| {
        let groups = [first, second].map(|people| normal_values(&mut source, people));
        let squares: f64 = groups
            .iter()
            .map(|group| sd(group).unwrap_or(0.0).powi(2) * (len(group) - 1.0))
            .sum();
        let error = (squares / freedom * groups.iter().map(|group| 1.0 / len(group)).sum::<f64>()).sqrt();
        let [before, after] = groups.map(|group| mean(&group).unwrap_or(0.0));
        (t * error - (after - before)).max(0.0)
    });
    Some(spread * reached_by_most(thresholds.collect()))
}

fn is_spread(spread: f64) -> bool {
    spread > 0.0 && usable(&[spread])
}

/// The value that [`POWER`] of these do not exceed.
fn reached_by_most(mut thresholds: Vec<f64>) -> f64 {
    thresholds.sort_by(f64::total_cmp);
    // Of a thousand the eight hundredth: a change of this size is enough in at least 80 %.
    let place = REPETITIONS * 4 / 5 - 1;
    thresholds.get(place).copied().unwrap_or(f64::INFINITY)
}

/// The smallest change that the exact test shows in these differences, by halving.
fn exact_threshold(noise: &[f64]) -> f64 {
    let is_shown = |change: f64| {
        let differences: Vec<f64> = noise.iter().map(|value| value + change).collect();
        // The people are few enough to be counted: the seed is not used.
        differences.iter().sum::<f64>() > 0.0 && sign_flip(&differences, 0).is_some_and(|found| found.p < SHOWN)
    };
    let (mut low, mut high) = (0.0, FURTHEST);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if is_shown(middle) { high = middle } else { low = middle }
    }
    high
}

/// The same by Student's t.
fn threshold_by_t(noise: &[f64]) -> f64 {
    let error = sd(noise).unwrap_or(0.0) / len(noise).sqrt();
    (critical(SHOWN / 2.0, len(noise) - 1.0) * error - mean(noise).unwrap_or(0.0)).max(0.0)
}

fn normal_values(source: &mut ChaCha8Rng, people: usize) -> Vec<f64> {
    let normal = Normal::standard();
    let mut draw = || {
        // The middle of one of 2^32 equal parts: never 0, never 1.
        let part = f64::from(source.next_u32()) + 0.5;
        normal.inverse_cdf(part / 4_294_967_296.0)
    };
    (0..people).map(|_| draw()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_people_can_never_show_anything() {
        assert_eq!(detectable_change(5, 10.0, 1), None);
        assert_eq!(detectable_difference(3, 3, 10.0, 1), None);
        assert!(detectable_change(6, 10.0, 1).is_some());
        for spread in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(detectable_change(9, spread, 1), None);
            assert_eq!(detectable_difference(9, 9, spread, 1), None);
        }
    }

    // Power of Student's t: 80 % needs a change of 0.996 standard deviations with 10 pairs, 0.6604 with 20 (Cohen 1988, from the
    // noncentral t), and of 1.3249 with two groups of 10.
    #[test]
    fn the_change_agrees_with_the_tables_of_power() {
        let near = |found: Option<f64>, expected: f64| {
            let found = found.unwrap();
            assert!((found / expected - 1.0).abs() < 0.06, "{found} is not near {expected}");
        };
        near(detectable_change(10, 1.0, 20_260_401), 0.996);
        near(detectable_change(20, 1.0, 20_260_401), 0.660);
        near(detectable_difference(10, 10, 1.0, 20_260_401), 1.325);
    }

    #[test]
    fn more_people_see_smaller_changes_and_the_spread_is_the_unit() {
        let found: Vec<f64> = [6, 7, 8, 10, 12, 20, 30]
            .iter()
            .map(|people| detectable_change(*people, 1.0, 7).unwrap())
            .collect();
        assert!(found.windows(2).all(|pair| pair[1] < pair[0]), "{found:?}");
        assert_eq!(
            detectable_change(8, 30.0, 7),
            detectable_change(8, 1.0, 7).map(|change| change * 30.0)
        );
        assert_eq!(
            detectable_change(8, 2.0, 7),
            detectable_change(8, 2.0, 7),
            "the same seed gives the same answer"
        );
    }
}
