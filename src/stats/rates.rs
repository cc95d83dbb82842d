//! Rates of events: of one time, and of two times against each other.
//!
//! Each pair is (events, exposure), the exposure in the unit that the rate is wanted per, e.g. resident-days / 100 for a rate per 100
//! resident-days. The change is second − first, or second divided by first. An exposure lies above 0, from 10^-30 to 10^30.

use statrs::function::gamma::{gamma_lr, gamma_ur};

use super::door::{count, tail, usable};
use super::interval::{Interval, RatioInterval};
use super::tails::{MOST_OUTCOMES, edge, lowest_share, no_likelier, smallest_of_outcomes};

/// Rate of the second time divided by that of the first (発生率の比).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// Second rate divided by first, without unit; (ratio − 1)·100 is the change in per cent. `None` where nothing happened the first time.
    pub ratio: Option<f64>,
    /// Exact two-sided p of "the rates are equal", between 0 (excluded) and 1.
    pub p: f64,
    /// Exact interval of the ratio.
    pub interval: RatioInterval,
}

/// Returns the exact interval of a rate of events (発生率の信頼区間), per unit of exposure.
///
/// With k events the ends are χ²(α/2; 2k)/2 and χ²(1 − α/2; 2k + 2)/2 over the exposure (Garwood 1936); the low end of no event
/// is 0. The level is the one asked for; the interval covers at least as often.
///
/// `None` for a bad exposure and for a bad level.
#[must_use]
pub fn rate_interval(events: u64, exposure: f64, level: f64) -> Option<Interval> {
    let tail = tail(level)?;
    let [low, high] = is_exposure(exposure).then(|| expected(events, tail))?;
    Some(Interval {
        low: low / exposure,
        high: high / exposure,
        level,
    })
}

/// Returns the interval of the second rate minus the first (発生率の差の信頼区間), per unit of exposure.
///
/// From Garwood's interval of each rate at the level 1 − (1 − level)/2: low end minus high end, and high end minus low end. That at
/// least one of them misses has at most the chance 1 − level (Bonferroni); so the level, which is the one asked for, is reached at least.
///
/// `None` for a bad exposure and for a bad level.
#[must_use]
pub fn difference_of_rates(first: (u64, f64), second: (u64, f64), level: f64) -> Option<Interval> {
    let tail = tail(level)? / 2.0;
    if !is_exposure(first.1) || !is_exposure(second.1) {
        return None;
    }
    let [from, to] = [first, second].map(|(events, exposure)| expected(events, tail).map(|end| end / exposure));
    Some(Interval {
        low: to[0] - from[1],
        high: to[1] - from[0],
        level,
    })
}

/// Compares two rates by the exact conditional test (発生率の比の正確検定).
///
/// Of all events together, those of the second time are binomial with the share ρ·exposure₂/(exposure₁ + ρ·exposure₂), where ρ is the
/// ratio of the rates (Przyborowski & Wilenski 1940). With ρ = 1, p is the chance of every split of the events that is no more likely than
/// the one seen; the interval is that of Clopper & Pearson for the share, solved for ρ. No event at all gives p = 1 and 0 to no end.
///
/// p adds up both sides as they are and the interval leaves half of what is left over on each side, so next to the edge one may
/// speak and the other not: claim a change only where both do.
///
/// `None` for a bad exposure, a bad level, and more than a million events.
#[must_use]
pub fn rate_ratio(first: (u64, f64), second: (u64, f64), level: f64) -> Option<RateRatio> {
    let tail = tail(level)?;
    let ((a, before), (b, after)) = (first, second);
    let all = a.checked_add(b)?;
    let ratios = splits(all, before, after)?;
    // Odds of the second time among all events, as a ratio of rates.
    let of_odds = |share: f64, other: f64| share / other * (before / after);
    let low = lowest_share(b, all, tail);
    let least_of_first = lowest_share(a, all, tail);
    Some(RateRatio {
        ratio: (a > 0).then(|| of_odds(count(b), count(a))),
        p: no_likelier(&ratios, usize::try_from(b).ok()?),
        interval: RatioInterval {
            low: of_odds(low, 1.0 - low),
            high: (least_of_first > 0.0).then(|| of_odds(1.0 - least_of_first, least_of_first)),
            level,
        },
    })
}

/// Returns the smallest two-sided p that [`rate_ratio`] can give for so many events together under these exposures.
///
/// It is that of all events falling into one time. A smallest p of .05 or more can decide nothing: five events under equal exposures
/// have 2/2^5. 1 for no event.
///
/// `None` for a bad exposure and more than a million events.
#[must_use]
pub fn smallest_p_of_counts(events: u64, first_exposure: f64, second_exposure: f64) -> Option<f64> {
    splits(events, first_exposure, second_exposure).map(|ratios| smallest_of_outcomes(&ratios))
}

/// Tells how many times more likely each further event of the second time makes a split, when the rates are equal (binomial).
fn splits(events: u64, first_exposure: f64, second_exposure: f64) -> Option<Vec<f64>> {
    if events > MOST_OUTCOMES || !is_exposure(first_exposure) || !is_exposure(second_exposure) {
        return None;
    }
    let odds = second_exposure / first_exposure;
    Some((0..events).map(|b| count(events - b) / count(b + 1) * odds).collect())
}

fn is_exposure(exposure: f64) -> bool {
    // The inverse too, so that neither rates nor their ratio can overflow.
    exposure > 0.0 && usable(&[exposure, 1.0 / exposure])
}

/// Garwood's ends of the number of events to be expected.
fn expected(events: u64, tail: f64) -> [f64; 2] {
    let events = count(events);
    let low = if events > 0.0 {
        edge(0.0, events, |mean| gamma_lr(events, mean) > tail).0
    } else {
        0.0
    };
    let is_too_many = |mean: f64| gamma_ur(events + 1.0, mean) < tail;
    let mut beyond = events + 1.0;
    while !is_too_many(beyond) {
        beyond *= 2.0;
    }
    [low, edge(events, beyond, is_too_many).1]
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config};
    use super::*;
    use proptest::prelude::*;

    // Published table of exact Poisson limits: 10 events give 4.795389 to 18.390356; none gives 0 to −ln(0.025) = 3.6889.
    #[test]
    fn ten_events_and_none() {
        let ten = rate_interval(10, 1.0, 0.95).expect("a rate");
        close(ten.low, 4.795_389, 1e-6);
        close(ten.high, 18.390_356, 1e-6);
        let none = rate_interval(0, 2.0, 0.95).expect("a rate");
        close(none.low, 0.0, 0.0);
        close(none.high, -(0.025_f64.ln()) / 2.0, 1e-9);
    }

    // With a mean of a million the ends are those of a normal with spread 1000, up to (z² + 2)/6 + 1/2 ± 1/2.
    #[test]
    fn a_million_events_keep_their_digits() {
        let found = rate_interval(1_000_000, 1.0, 0.95).expect("a rate");
        close(found.low, 1_000_000.0 - 1_959.964 + 0.947, 0.01);
        close(found.high, 1_000_000.0 + 1_959.964 + 1.947, 0.01);
    }

    #[test]
    fn no_exposure_has_no_rate() {
        for exposure in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e31, 1e-31] {
            assert_eq!(rate_interval(3, exposure, 0.95), None);
            for (first, second) in [((3, exposure), (3, 1.0)), ((3, 1.0), (3, exposure))] {
                assert_eq!(difference_of_rates(first, second, 0.95), None);
                assert_eq!(rate_ratio(first, second, 0.95), None);
                assert_eq!(smallest_p_of_counts(3, first.1, second.1), None);
            }
        }
        assert_eq!(rate_interval(3, 1.0, 1.0), None);
        assert_eq!(difference_of_rates((3, 1.0), (3, 1.0), 1.0), None);
        assert_eq!(rate_ratio((3, 1.0), (3, 1.0), 1.0), None);
    }

    #[test]
    fn more_events_than_can_be_gone_through_have_no_test() {
        assert_eq!(rate_ratio((u64::MAX, 1.0), (1, 1.0), 0.95), None);
        assert_eq!(rate_ratio((600_000, 1.0), (600_000, 1.0), 0.95), None);
        assert_eq!(smallest_p_of_counts(1_000_001, 1.0, 1.0), None);
        assert!(smallest_p_of_counts(1_000_000, 1.0, 1.0).is_some_and(|p| p > 0.0));
    }

    // One event, then three, equally long: splits 1 4 6 4 1 of 16, those of 1 and 4 are no likelier: 10/16. One and one: the low end of
    // 1 of 2 solves 1 − (1 − share)² = .025.
    #[test]
    fn a_few_events_by_hand() {
        close(
            rate_ratio((1, 1.0), (3, 1.0), 0.95).map(|found| found.p),
            10.0 / 16.0,
            1e-12,
        );
        let one_each = rate_ratio((1, 2.0), (1, 1.0), 0.95).expect("rates");
        close(one_each.ratio, 2.0, 1e-12);
        let misses = 0.975_f64.sqrt();
        close(one_each.interval.low, 2.0 * (1.0 - misses) / misses, 1e-12);
        close(one_each.interval.high, 2.0 * misses / (1.0 - misses), 1e-9);
    }

    // Three events with a quarter of the exposure first: 27 27 9 1 of 64 from all in the second time to all in the first.
    #[test]
    fn the_smallest_p_of_a_few_events_by_hand() {
        close(smallest_p_of_counts(3, 1.0, 3.0), 1.0 / 64.0, 1e-12);
        close(
            rate_ratio((2, 1.0), (1, 3.0), 0.95).map(|found| found.p),
            10.0 / 64.0,
            1e-12,
        );
        close(smallest_p_of_counts(5, 2.0, 2.0), 2.0 / 32.0, 1e-12);
        close(smallest_p_of_counts(0, 2.0, 2.0), 1.0, 0.0);
    }

    #[test]
    fn nothing_happened_once_or_at_all() {
        let once = rate_ratio((0, 1.0), (1, 1.0), 0.95).expect("rates");
        assert_eq!((once.ratio, once.p, once.interval.high), (None, 1.0, None));
        close(once.interval.low, 0.025 / 0.975, 1e-12);
        let stopped = rate_ratio((1, 1.0), (0, 1.0), 0.95).expect("rates");
        close(stopped.ratio, 0.0, 0.0);
        close(stopped.interval.low, 0.0, 0.0);
        close(stopped.interval.high, 39.0, 1e-9);
        let never = rate_ratio((0, 1.0), (0, 1.0), 0.95).expect("rates");
        assert_eq!((never.ratio, never.p), (None, 1.0));
        assert_eq!((never.interval.low, never.interval.high), (0.0, None));
    }

    // The example of R's poisson.test, 11 events in 800 person-years against 21 in 3011.
    #[test]
    fn eleven_against_twenty_one() {
        let found = rate_ratio((21, 3011.0), (11, 800.0), 0.95).expect("rates");
        close(found.ratio, 1.971_488, 1e-6);
        close(found.p, 0.079_67, 5e-6);
        close(found.interval.low, 0.858_426_4, 1e-7);
        close(found.interval.high, 4.277_265_9, 1e-7);
    }

    // None, then one, at 95 %: 1.25 % is left at each end. First 0 to −ln(.0125), second −ln(.9875) to 5.830.
    #[test]
    fn difference_of_none_and_one_by_hand() {
        let found = difference_of_rates((0, 1.0), (1, 2.0), 0.95).expect("rates");
        close(found.low, -(0.9875_f64.ln()) / 2.0 + 0.0125_f64.ln(), 1e-12);
        // x with (1 + x)·e^−x = .0125.
        let high = found.high * 2.0;
        close((1.0 + high) * (-high).exp(), 0.0125, 1e-12);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn a_rate_lies_in_its_interval_which_scales_with_the_exposure(events in 0u64..400, days in 1u32..900) {
            let days = f64::from(days);
            let one = rate_interval(events, 1.0, 0.95).expect("a rate");
            let many = rate_interval(events, days, 0.95).expect("a rate");
            prop_assert!(one.low <= count(events) && count(events) <= one.high);
            close(many.low * days, one.low, 1e-9 * one.high);
            close(many.high * days, one.high, 1e-9 * one.high);
        }

        #[test]
        fn the_unit_of_the_exposure_does_not_touch_the_ratio(
            (a, b) in (0u64..60, 0u64..60),
            (before, after) in (1u32..90, 1u32..90),
            unit in 1u32..100,
        ) {
            let by = |unit: f64| {
                rate_ratio((a, f64::from(before) * unit), (b, f64::from(after) * unit), 0.95).expect("rates")
            };
            let (plain, other) = (by(1.0), by(f64::from(unit) / 7.0));
            close(other.p, plain.p, 1e-9);
            close(other.interval.low, plain.interval.low, 1e-9);
            prop_assert_eq!(plain.ratio.is_some(), a > 0);
            prop_assert_eq!(plain.interval.high.is_some(), a > 0);
            if let Some((ratio, high)) = plain.ratio.zip(plain.interval.high) {
                prop_assert!(plain.interval.low <= ratio && ratio <= high);
                close(other.interval.high, high, 1e-9 * high);
            }
        }

        #[test]
        fn swapping_the_times_turns_the_ratio_over_and_mirrors_the_difference(
            (a, b) in (0u64..60, 0u64..60),
            (before, after) in (1u32..90, 1u32..90),
        ) {
            let (first, second) = ((a, f64::from(before)), (b, f64::from(after)));
            let there = rate_ratio(first, second, 0.95).expect("rates");
            let back = rate_ratio(second, first, 0.95).expect("rates");
            close(back.p, there.p, 1e-9);
            if let Some(high) = there.interval.high {
                close(back.interval.low, 1.0 / high, 1e-9);
            }
            let there = difference_of_rates(first, second, 0.95).expect("rates");
            let back = difference_of_rates(second, first, 0.95).expect("rates");
            close(back.low, -there.high, 1e-9);
            prop_assert!(there.low <= there.high);
        }

        #[test]
        fn no_p_is_below_the_smallest_and_one_split_has_it(events in 0u64..40, before in 1u32..9, after in 1u32..9) {
            let (before, after) = (f64::from(before), f64::from(after));
            let all = (0..=events).map(|b| rate_ratio((events - b, before), (b, after), 0.95).expect("rates").p);
            close(smallest_p_of_counts(events, before, after), all.fold(1.0, f64::min), 1e-12);
        }

        #[test]
        fn doubled_counts_and_exposures_narrow_both_intervals(a in 1u64..60, b in 1u64..60, before in 1u32..9, after in 1u32..9) {
            let (before, after) = (f64::from(before), f64::from(after));
            let ratio = |factor: u64| {
                let by = count(factor);
                let found = rate_ratio((a * factor, before * by), (b * factor, after * by), 0.95).expect("rates");
                found.interval.high.expect("events the first time") / found.interval.low
            };
            prop_assert!(ratio(2) < ratio(1));
            let width = |factor: u64| {
                let by = count(factor);
                let found = difference_of_rates((a * factor, before * by), (b * factor, after * by), 0.95).expect("rates");
                found.high - found.low
            };
            prop_assert!(width(2) < width(1));
        }
    }
}
