//! The mean change against its spread, by Student's t.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::door::{len, tail};
use super::interval::Interval;
use super::spread::{mean, real_sd};

/// Mean change against its spread, by Student's t (対応のあるt検定).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TPaired {
    /// Mean divided by its standard error.
    pub t: f64,
    /// Degrees of freedom, n − 1.
    pub degrees: f64,
    /// Two-sided p.
    pub p: f64,
    /// Interval of the mean difference, in the unit of the differences.
    pub interval: Interval,
}

/// Compares the mean difference with its spread.
///
/// t = d̄/(s/√n) with n − 1 degrees of freedom, interval d̄ ± t·s/√n at the level asked for
/// (Student 1908).
///
/// `None` for fewer than two differences, one that is not finite, no spread beyond rounding noise,
/// or a bad level.
#[must_use]
pub fn t_paired(d: &[f64], level: f64) -> Option<TPaired> {
    let tail = tail(level)?;
    let error = real_sd(d)? / len(d).sqrt();
    let centre = mean(d)?;
    let degrees = len(d) - 1.0;
    let t = centre / error;
    let reach = critical(tail, degrees) * error;
    Some(TPaired {
        t,
        degrees,
        p: two_sided(t, degrees),
        interval: Interval {
            low: centre - reach,
            high: centre + reach,
            level,
        },
    })
}

/// Returns the t that leaves `tail` (0 to 0.5) above it.
pub(super) fn critical(tail: f64, degrees: f64) -> f64 {
    -standard(degrees).inverse_cdf(tail)
}

/// Returns the chance of a t at least as far from 0.
pub(super) fn two_sided(t: f64, degrees: f64) -> f64 {
    // The lower tail keeps its precision where 1 − cdf would lose it.
    2.0 * standard(degrees).cdf(-t.abs())
}

fn standard(degrees: f64) -> StudentsT {
    StudentsT::new(0.0, 1.0, degrees).expect("degrees of freedom are at least one")
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config, doubled, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    // One degree is Cauchy: quantile tan(π·.475) = 12.7062047362. Two degrees: F(t) = 1/2 +
    // t/(2√(2+t²)), so p(2) = 1 − 2/√6.
    #[test]
    fn closed_forms_for_one_and_two_degrees() {
        close(critical(0.025, 1.0), 12.706_204_736_2, 1e-9);
        close(critical(0.025, 2.0), 4.302_652_729_7, 1e-9);
        // tan(π·(1/2 − 0.00005)), the furthest quantile that is ever asked for.
        close(critical(0.000_05, 1.0), 6_366.197_67, 1e-5);
        close(two_sided(-2.0, 2.0), 1.0 - 2.0 / 6.0_f64.sqrt(), 1e-12);
    }

    #[test]
    fn quantile_and_chance_are_inverse() {
        for degrees in [1.0, 1.5, 7.0, 30.0, 400.0] {
            for tail in [0.25, 0.025, 0.005, 1e-6] {
                close(two_sided(critical(tail, degrees), degrees), 2.0 * tail, 1e-9 * tail);
            }
        }
    }

    // d = 1 2 3: mean 2, s 1, t = 2√3; with two degrees p = 1 − t/√(t² + 2) = 1 − √(12/14), t
    // quantile 4.302652730: 2 ± 2.484137712.
    #[test]
    fn three_people_by_hand() {
        let found = t_paired(&[1.0, 2.0, 3.0], 0.95).expect("spread");
        close(found.t, 12.0_f64.sqrt(), 1e-12);
        close(found.degrees, 2.0, 0.0);
        close(found.p, 1.0 - (12.0_f64 / 14.0).sqrt(), 1e-12);
        close(found.interval.low, 2.0 - 2.484_137_712, 1e-8);
        close(found.interval.high, 2.0 + 2.484_137_712, 1e-8);
    }

    #[test]
    fn too_few_no_spread_and_a_bad_level_have_no_test() {
        assert_eq!(t_paired(&[5.0], 0.95), None);
        assert_eq!(t_paired(&[5.0, 5.0, 5.0], 0.95), None);
        assert_eq!(t_paired(&[0.3 - 0.2, 0.1], 0.95), None);
        assert_eq!(t_paired(&[5.0, f64::NAN], 0.95), None);
        assert_eq!(t_paired(&[5.0, 6.0], 0.0), None);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn t_moves_stretches_and_mirrors(d in minutes(2..12), by in -90i32..90, factor in 1i32..9) {
            prop_assume!(real_sd(&d).is_some());
            let (by, factor) = (f64::from(by), -f64::from(factor));
            let plain = t_paired(&d, 0.9).expect("spread");
            let other = t_paired(&scaled(&reversed(&d), factor), 0.9).expect("spread");
            close(other.t, -plain.t, 1e-9);
            close(other.p, plain.p, 1e-9);
            close(other.interval.low, plain.interval.high * factor, 1e-8);
            let later = t_paired(&moved(&d, by), 0.9).expect("spread");
            close(later.interval.high, plain.interval.high + by, 1e-8);
        }

        // t² = n·d̄²/s², and s² shrinks by 2(n−1)/(2n−1) while n doubles: t² grows by (2n−1)/(n−1).
        #[test]
        fn doubled_data_looks_surer_than_it_is(d in minutes(2..12)) {
            prop_assume!(real_sd(&d).is_some());
            let (plain, twice) = (
                t_paired(&d, 0.9).expect("spread"),
                t_paired(&doubled(&d), 0.9).expect("spread"),
            );
            let grown = ((2.0 * len(&d) - 1.0) / (len(&d) - 1.0)).sqrt();
            close(twice.t, plain.t * grown, 1e-9);
        }
    }
}
