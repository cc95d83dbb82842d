//! Rates of events, and shares of two groups against each other.

use statrs::distribution::{ChiSquared, ContinuousCDF, Discrete, Hypergeometric};

use super::door::{TIE, count, tail};
use super::interval::Interval;

/// Returns the exact interval of a rate of events (発生率の信頼区間), per unit of exposure.
///
/// `exposure` is in the unit that the rate is wanted per, e.g. resident-days / 100 for a rate per 100 resident-days. With k
/// events the ends are χ²(α/2; 2k)/2 and χ²(1 − α/2; 2k + 2)/2 over the exposure (Garwood 1936); the low end of no event
/// is 0. The level is the one asked for; the interval covers at least as often.
///
/// `None` for an exposure that is not above 0 or not finite, and for a bad level.
#[must_use]
pub fn rate_interval(events: u64, exposure: f64, level: f64) -> Option<Interval> {
    let tail = tail(level)?;
    if !(exposure > 0.0 && exposure.is_finite()) {
        return None;
    }
    let half = |share: f64, freedom: f64| Some(ChiSquared::new(freedom).ok()?.inverse_cdf(share) / 2.0);
    let low = if events == 0 {
        0.0
    } else {
        half(tail, 2.0 * count(events))?
    };
    Some(Interval {
        low: low / exposure,
        high: half(1.0 - tail, 2.0 * count(events) + 2.0)? / exposure,
        level,
    })
}

/// Returns the two-sided p of Fisher's exact test (フィッシャーの正確確率検定) of two shares.
///
/// Each pair is (people to whom it applies, people asked). The p is the chance of every table with the same margins that is
/// no more likely than the one seen (Fisher 1935), at most 1.
///
/// `None` for a group of nobody, and for more people to whom it applies than were asked.
#[must_use]
pub fn fisher(first: (u64, u64), second: (u64, u64)) -> Option<f64> {
    let ((a, n), (b, m)) = (first, second);
    if n == 0 || m == 0 || a > n || b > m {
        return None;
    }
    let table = Hypergeometric::new(n + m, a + b, n).ok()?;
    let seen = table.pmf(a);
    let (least, most) = ((a + b).saturating_sub(m), (a + b).min(n));
    let rare = (least..=most)
        .map(|a| table.pmf(a))
        .filter(|p| *p <= seen * (1.0 + TIE.sqrt()));
    Some(rare.sum::<f64>().min(1.0))
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config};
    use super::*;
    use proptest::prelude::*;

    // Published table of exact Poisson limits: 10 events give 4.795 to 18.39; none gives 0 to −ln(0.025) = 3.6889.
    #[test]
    fn ten_events_and_none() {
        let ten = rate_interval(10, 1.0, 0.95).expect("a rate");
        close(ten.low, 4.795_389, 1e-5);
        close(ten.high, 18.390_356, 1e-5);
        let none = rate_interval(0, 2.0, 0.95).expect("a rate");
        close(none.low, 0.0, 0.0);
        close(none.high, -(0.025_f64.ln()) / 2.0, 1e-6);
    }

    #[test]
    fn no_exposure_has_no_rate() {
        for exposure in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(rate_interval(3, exposure, 0.95), None);
        }
        assert_eq!(rate_interval(3, 1.0, 1.0), None);
    }

    // The tea test, 3 of 4 against 1 of 4: tables 0 and 4 have 1/70 each, 1 and 3 have 16/70 each: 34/70.
    #[test]
    fn the_lady_who_tasted_tea() {
        close(fisher((3, 4), (1, 4)), 34.0 / 70.0, 1e-12);
        close(fisher((4, 4), (0, 4)), 2.0 / 70.0, 1e-12);
        close(fisher((2, 4), (2, 4)), 1.0, 1e-12);
    }

    #[test]
    fn shares_of_nobody_cannot_be_compared() {
        assert_eq!(fisher((0, 0), (1, 2)), None);
        assert_eq!(fisher((3, 2), (1, 2)), None);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn fisher_does_not_care_which_group_comes_first_or_what_is_counted(
            (n, a) in (1u64..25).prop_flat_map(|n| (Just(n), 0..=n)),
            (m, b) in (1u64..25).prop_flat_map(|m| (Just(m), 0..=m)),
        ) {
            let p = fisher((a, n), (b, m)).expect("two groups");
            prop_assert!(p > 0.0 && p <= 1.0);
            close(fisher((b, m), (a, n)), p, 1e-9);
            close(fisher((n - a, n), (m - b, m)), p, 1e-9);
        }

        #[test]
        fn a_rate_lies_in_its_interval_which_scales_with_the_exposure(events in 0u64..400, days in 1u32..900) {
            let days = f64::from(days);
            let one = rate_interval(events, 1.0, 0.95).expect("a rate");
            let many = rate_interval(events, days, 0.95).expect("a rate");
            prop_assert!(one.low <= count(events) && count(events) <= one.high);
            close(many.low * days, one.low, 1e-9 * one.high);
            close(many.high * days, one.high, 1e-9 * one.high);
        }
    }
}
