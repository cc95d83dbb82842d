//! Bootstrap interval of a mean.

use statrs::distribution::{ContinuousCDF, Normal};

use super::door::{TIE, count, len, tail};
use super::draws::{index, seeded};
use super::interval::Interval;
use super::spread::{mean, real_sd};

/// Smallest number of draws from which a tail can be read.
const FEWEST_DRAWS: u32 = 1_000;

/// Returns the bias-corrected and accelerated bootstrap interval of the mean
/// (ブートストラップ信頼区間、`BCa` 法).
///
/// Resamples with replacement `draws` times from `seed`; bias from the share of resampled means
/// below the mean (those equal to it count half), acceleration from the jackknife (Efron 1987;
/// Efron & Tibshirani, An Introduction to the Bootstrap, 14.3). Ends are read between the sorted
/// means by straight lines. The level is the one asked for and only approximate: below about ten
/// people the interval is too narrow, so it never decides alone.
///
/// In the unit of `d`. `None` for fewer than three values, one that is not finite, no spread beyond
/// rounding noise, fewer than 1,000 draws, or a bad level.
#[must_use]
pub fn bca_mean(d: &[f64], level: f64, draws: u32, seed: u64) -> Option<Interval> {
    let tail = tail(level)?;
    let centre = mean(d)?;
    if d.len() < 3 || draws < FEWEST_DRAWS {
        return None;
    }
    let spread = real_sd(d)?;
    // Standardised first, so that neither the unit nor the place of the data can touch the draws.
    let scores: Vec<f64> = d.iter().map(|value| (value - centre) / spread).collect();
    let means = resampled(&scores, draws, seed);
    let normal = Normal::standard();
    let bias = normal.inverse_cdf(share_below(&means));
    let pull = acceleration(&scores);
    let end = |tail: f64| {
        let place = adjusted(normal.inverse_cdf(tail), bias, pull);
        centre + spread * quantile(&means, normal.cdf(place))
    };
    let (low, high) = (end(tail), end(1.0 - tail));
    // Should every draw fall on one side, the bias is infinite and the ends are no numbers.
    (low <= high).then_some(Interval { low, high, level })
}

/// Moves a normal quantile by the bias and stretches it by the acceleration (Efron 1987).
fn adjusted(z: f64, bias: f64, pull: f64) -> f64 {
    let reached = bias + z;
    // |Σδ³| never exceeds (Σδ²)^1.5, so the pull stays within 1/6 and the denominator above 0.
    bias + reached / (1.0 - pull * reached)
}

/// Returns the resampled means, sorted.
fn resampled(scores: &[f64], draws: u32, seed: u64) -> Vec<f64> {
    let mut source = seeded(seed);
    let mut means: Vec<f64> = (0..draws)
        .map(|_| {
            let sum: f64 = (0..scores.len())
                .map(|_| scores[index(&mut source, scores.len())])
                .sum();
            sum / len(scores)
        })
        .collect();
    means.sort_by(f64::total_cmp);
    means
}

/// Returns the share of sorted standardised means below 0, those at 0 up to rounding counting half.
fn share_below(means: &[f64]) -> f64 {
    let below = means.partition_point(|mean| *mean < -TIE);
    let not_above = means.partition_point(|mean| *mean <= TIE);
    count((below + not_above) as u64) / (2.0 * len(means))
}

/// Returns Efron's acceleration of a mean, Σδ³/(6·(Σδ²)^1.5) over the distances δ from it.
fn acceleration(scores: &[f64]) -> f64 {
    let cubes: f64 = scores.iter().map(|score| score.powi(3)).sum();
    let squares: f64 = scores.iter().map(|score| score.powi(2)).sum();
    cubes / (6.0 * squares.powf(1.5))
}

/// Reads a quantile off sorted values, by a straight line between neighbours (type 7 of Hyndman &
/// Fan 1996).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share.clamp(0.0, 1.0) * (len(sorted) - 1.0);
    let at = floor_index(place);
    let next = sorted[(at + 1).min(sorted.len() - 1)];
    sorted[at] + (place - place.floor()) * (next - sorted[at])
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place lies between 0 and the number of draws"
)]
fn floor_index(place: f64) -> usize {
    place.floor() as usize
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    // 1 2 6: distances −2 −1 3, Σδ³ = 18, Σδ² = 14: 18/(6·14·√14) = 3/(14·3.741657387) = .0572703.
    #[test]
    fn acceleration_by_hand() {
        close(acceleration(&[-2.0, -1.0, 3.0]), 0.057_270_3, 1e-7);
        close(acceleration(&[-1.0, 0.0, 1.0]), 0.0, 0.0);
    }

    // z −1.96, bias .1, pull .05: −1.86/(1 + .093) = −1.701738…, plus .1.
    #[test]
    fn adjustment_by_hand() {
        close(adjusted(-1.96, 0.1, 0.05), -1.601_738, 1e-6);
        close(adjusted(-1.96, 0.0, 0.0), -1.96, 0.0);
    }

    // Places of 0 10 20 40 at one half: 1.5, between 10 and 20.
    #[test]
    fn a_quantile_lies_between_its_neighbours() {
        let sorted = [0.0, 10.0, 20.0, 40.0];
        close(quantile(&sorted, 0.5), 15.0, 1e-12);
        close(quantile(&sorted, 0.0), 0.0, 0.0);
        close(quantile(&sorted, 1.0), 40.0, 0.0);
    }

    #[test]
    fn means_at_the_centre_count_half() {
        close(share_below(&[-1.0, 0.0, 0.0, 2.0]), 0.5, 0.0);
        close(share_below(&[-1.0, 1e-14, 2.0, 2.0]), 0.375, 0.0);
    }

    #[test]
    fn too_little_has_no_interval() {
        assert_eq!(bca_mean(&[], 0.95, 2_000, 1), None);
        assert_eq!(bca_mean(&[1.0, 2.0], 0.95, 2_000, 1), None);
        assert_eq!(bca_mean(&[2.0; 5], 0.95, 2_000, 1), None);
        assert_eq!(bca_mean(&[1.0, 2.0, 4.0], 0.95, 999, 1), None);
        assert_eq!(bca_mean(&[1.0, 2.0, 4.0], 1.0, 2_000, 1), None);
        assert_eq!(bca_mean(&[1.0, 2.0, f64::NAN], 0.95, 2_000, 1), None);
    }

    // One outlier among fifty brings the acceleration near its bound of 1/6.
    #[test]
    fn one_outlier_keeps_the_ends_in_order_at_the_highest_level() {
        let mut d = [0.0; 50];
        d[7] = 1.0;
        let found = bca_mean(&d, 0.9999, 2_000, 1).expect("spread");
        assert!(0.0 <= found.low && found.low < 0.02 && 0.02 < found.high && found.high < 0.3);
    }

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let d = [12.3, 7.1, 38.9, 0.4, 25.2, 19.8, 31.7];
        assert_eq!(bca_mean(&d, 0.95, 2_000, 1), bca_mean(&d, 0.95, 2_000, 1));
        assert_ne!(bca_mean(&d, 0.95, 2_000, 1), bca_mean(&d, 0.95, 2_000, 2));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..config() })]

        #[test]
        fn the_interval_moves_and_stretches_with_the_data(
            d in minutes(4..10),
            by in -90i32..90,
            factor in 1i32..9,
        ) {
            prop_assume!(real_sd(&d).is_some());
            let (by, factor) = (f64::from(by), f64::from(factor));
            let plain = bca_mean(&d, 0.9, 1_000, 5).expect("spread");
            let other = bca_mean(&moved(&scaled(&d, factor), by), 0.9, 1_000, 5).expect("spread");
            close(other.low, plain.low * factor + by, 1e-8);
            close(other.high, plain.high * factor + by, 1e-8);
        }

        #[test]
        fn the_interval_lies_within_the_data_around_its_mean(d in minutes(4..10)) {
            prop_assume!(real_sd(&d).is_some());
            let found = bca_mean(&d, 0.9, 1_000, 5).expect("spread");
            let centre = mean(&d).expect("not empty");
            let (least, most) = d.iter().fold((f64::MAX, f64::MIN), |(low, high), v| {
                (low.min(*v), high.max(*v))
            });
            prop_assert!(least <= found.low && found.low < centre);
            prop_assert!(centre < found.high && found.high <= most);
        }

        // Another order meets other draws: the ends differ by chance only, here less than a third
        // of the spread.
        #[test]
        fn order_matters_only_by_chance(d in minutes(4..10)) {
            prop_assume!(real_sd(&d).is_some());
            let (there, back) = (
                bca_mean(&d, 0.9, 4_000, 5).expect("spread"),
                bca_mean(&reversed(&d), 0.9, 4_000, 5).expect("spread"),
            );
            let spread = real_sd(&d).expect("spread");
            close(back.low, there.low, spread / 3.0);
            close(back.high, there.high, spread / 3.0);
        }
    }
}
