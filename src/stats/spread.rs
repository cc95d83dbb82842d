//! Centre and spread of a few values.

use super::door::{TIE, largest, len, usable};

/// Returns the arithmetic mean (平均), in the unit of the values.
///
/// `None` for no values or one that is not finite.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    let first = *values.first()?;
    // Measured from the first value, so that equal values have exactly their own mean.
    usable(values).then(|| first + values.iter().map(|value| value - first).sum::<f64>() / len(values))
}

/// Returns the median (中央値), in the unit of the values; with an even number the mean of the
/// middle two.
///
/// `None` for no values or one that is not finite.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    if !usable(values) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted[sorted.len() / 2];
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(f64::midpoint(lower, upper))
}

/// Returns the standard deviation with n − 1 in the denominator (標準偏差), in the unit of the
/// values.
///
/// Equal values give exactly 0. `None` for fewer than two values or one that is not finite.
#[must_use]
pub fn sd(values: &[f64]) -> Option<f64> {
    let centre = mean(values)?;
    if values.len() < 2 {
        return None;
    }
    let squares: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    Some((squares / (len(values) - 1.0)).sqrt())
}

/// Returns the standard deviation when it is more than rounding noise, so that it may stand in a
/// denominator.
pub(super) fn real_sd(values: &[f64]) -> Option<f64> {
    // A spread whose square underflows would still end up as a division by 0.
    sd(values).filter(|spread| *spread > TIE * largest(values) && spread.powi(2).is_normal())
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config, doubled, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    // 2 4 4 4 5 5 7 9: sum 40, mean 5; squared distances 9+1+1+1+0+0+4+16 = 32, 32/7 = 4.571428…,
    // root 2.13808994.
    #[test]
    fn centre_and_spread_by_hand() {
        let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        close(mean(&values), 5.0, 1e-12);
        close(median(&values), 4.5, 1e-12);
        close(sd(&values), 2.138_089_935, 1e-9);
        close(median(&[3.0, 1.0, 2.0]), 2.0, 1e-12);
    }

    #[test]
    fn nothing_has_no_centre_and_one_value_no_spread() {
        assert_eq!(mean(&[]), None);
        assert_eq!(median(&[]), None);
        assert_eq!(sd(&[3.0]), None);
        assert_eq!(median(&[1.0, f64::NAN]), None);
        assert_eq!(mean(&[f64::INFINITY]), None);
    }

    #[test]
    fn equal_values_have_exactly_no_spread() {
        assert_eq!(sd(&[0.1; 7]), Some(0.0));
        assert_eq!(mean(&[0.1; 3]), Some(0.1));
    }

    #[test]
    fn rounding_noise_is_no_spread() {
        assert_eq!(real_sd(&[0.3 - 0.2, 0.4 - 0.3, 0.2 - 0.1]), None);
        assert_eq!(real_sd(&[1e-162, 2e-162]), None);
        assert!(real_sd(&[0.1, 0.2]).is_some());
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn a_shift_moves_the_centre_and_not_the_spread(values in minutes(2..12), by in -90i32..90) {
            let later = moved(&values, f64::from(by));
            close(
                mean(&later),
                mean(&values).expect("not empty") + f64::from(by),
                1e-9,
            );
            close(
                median(&later),
                median(&values).expect("not empty") + f64::from(by),
                1e-9,
            );
            close(sd(&later), sd(&values).expect("two or more"), 1e-9);
        }

        #[test]
        fn a_factor_stretches_all_three(values in minutes(2..12), factor in -5i32..5) {
            let factor = f64::from(factor) / 4.0;
            let wide = scaled(&values, factor);
            close(
                mean(&wide),
                mean(&values).expect("not empty") * factor,
                1e-9,
            );
            close(
                median(&wide),
                median(&values).expect("not empty") * factor,
                1e-9,
            );
            close(
                sd(&wide),
                sd(&values).expect("two or more") * factor.abs(),
                1e-9,
            );
        }

        #[test]
        fn order_does_not_matter(values in minutes(2..12)) {
            let back = reversed(&values);
            close(mean(&back), mean(&values).expect("not empty"), 1e-9);
            close(median(&back), median(&values).expect("not empty"), 1e-9);
            close(sd(&back), sd(&values).expect("two or more"), 1e-9);
        }

        // The squared distances double while n − 1 becomes 2n − 1.
        #[test]
        fn doubled_data_keeps_the_centre_and_shrinks_the_spread(values in minutes(2..12)) {
            let twice = doubled(&values);
            close(mean(&twice), mean(&values).expect("not empty"), 1e-9);
            close(median(&twice), median(&values).expect("not empty"), 1e-9);
            let shrunk = (2.0 * (len(&values) - 1.0) / (len(&twice) - 1.0)).sqrt();
            close(sd(&twice), sd(&values).expect("two or more") * shrunk, 1e-9);
        }
    }
}
