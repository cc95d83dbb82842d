//! How large a change is: Hedges' g and Cliff's delta.

use statrs::function::gamma::ln_gamma;

use super::door::{TIE, largest, len, usable};
use super::spread::{mean, real_sd, sd};

/// Returns Hedges' g of paired differences on their own spread, `g_z` (対応のある効果量).
///
/// d̄/s·J(n − 1) (Hedges 1981; Lakens 2013). J(m) = Γ(m/2)/(√(m/2)·Γ((m − 1)/2)) is the exact
/// correction. No unit.
///
/// `None` for fewer than three differences (J(1) is 0), one that is not finite, or no spread beyond
/// rounding noise.
#[must_use]
pub fn hedges_z(d: &[f64]) -> Option<f64> {
    Some(mean(d)? / real_sd(d)? * correction(len(d) - 1.0)?)
}

/// Returns Hedges' g of the paired change on the average spread of the two waves, `g_av`.
///
/// (mean after − mean before)/√((s²before + s²after)/2)·J(n − 1) (Cumming 2012; J as in
/// [`hedges_z`]). No unit.
///
/// `None` for slices of different length, fewer than three pairs, a value that is not finite, or no
/// spread in both waves.
#[must_use]
pub fn hedges_av(before: &[f64], after: &[f64]) -> Option<f64> {
    if before.len() != after.len() {
        return None;
    }
    // With equally many on both sides the pooled variance is the average variance.
    Some(standardised(before, after)? * correction(len(before) - 1.0)?)
}

/// Returns Hedges' g of the difference between two groups on their pooled spread
/// (対応のない効果量).
///
/// (mean of y − mean of x)/√(((n − 1)s²x + (m − 1)s²y)/(n + m − 2))·J(n + m − 2) (Hedges 1981; J as
/// in [`hedges_z`]). No unit.
///
/// `None` for fewer than two people in a group, a value that is not finite, or no spread in both
/// groups.
#[must_use]
pub fn hedges_unpaired(x: &[f64], y: &[f64]) -> Option<f64> {
    Some(standardised(x, y)? * correction(len(x) + len(y) - 2.0)?)
}

/// Returns Cliff's delta of the second group over the first (クリフのデルタ).
///
/// Share of pairs with y larger minus share with y smaller (Cliff 1993), from −1 to 1; 1 means
/// every y lies above every x. Values within 10^-10 of the largest are tied.
///
/// `None` for an empty group or a value that is not finite.
#[must_use]
pub fn cliffs_delta(x: &[f64], y: &[f64]) -> Option<f64> {
    if !usable(x) || !usable(y) {
        return None;
    }
    let noise = TIE * largest(x).max(largest(y));
    let side = |difference: f64| {
        if difference.abs() <= noise {
            0.0
        } else {
            difference.signum()
        }
    };
    let balance: f64 = y
        .iter()
        .flat_map(|upper| x.iter().map(move |lower| side(upper - lower)))
        .sum();
    Some(balance / (len(x) * len(y)))
}

/// Returns the difference of means over the pooled standard deviation.
fn standardised(x: &[f64], y: &[f64]) -> Option<f64> {
    let (in_x, in_y) = (len(x) - 1.0, len(y) - 1.0);
    let squares = in_x * sd(x)?.powi(2) + in_y * sd(y)?.powi(2);
    if real_sd(x).is_none() && real_sd(y).is_none() {
        return None;
    }
    Some((mean(y)? - mean(x)?) / (squares / (in_x + in_y)).sqrt())
}

/// Returns the factor that makes g unbiased, `None` below two degrees of freedom where it vanishes.
fn correction(degrees: f64) -> Option<f64> {
    let half = degrees / 2.0;
    (degrees >= 2.0).then(|| (ln_gamma(half) - ln_gamma(half - 0.5)).exp() / half.sqrt())
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config, doubled, minutes, moved, reversed, scaled};
    use super::*;
    use proptest::prelude::*;

    // Γ(1)/Γ(1/2) = 1/√π; Γ(2)/(√2·Γ(3/2)) = 2/√(2π).
    const J_2: f64 = 0.564_189_583_548;
    const J_4: f64 = 0.797_884_560_803;

    #[test]
    fn the_correction_by_hand() {
        close(correction(2.0), J_2, 1e-11);
        close(correction(4.0), J_4, 1e-11);
        assert_eq!(correction(1.0), None);
    }

    // d = 2 1 3: mean 2, s 1. before 1 2 3, after 3 4 5: change 2, s 1 and 1.
    #[test]
    fn the_three_g_by_hand() {
        close(hedges_z(&[2.0, 1.0, 3.0]), 2.0 * J_2, 1e-10);
        let (before, after) = ([1.0, 2.0, 3.0], [3.0, 4.0, 5.0]);
        close(hedges_av(&before, &after), 2.0 * J_2, 1e-10);
        close(hedges_unpaired(&before, &after), 2.0 * J_4, 1e-10);
        close(hedges_unpaired(&after, &before), -2.0 * J_4, 1e-10);
    }

    // x = 1 2, y = 2 3: y larger in three pairs, one tie: 3/4.
    #[test]
    fn cliff_by_hand() {
        close(cliffs_delta(&[1.0, 2.0], &[2.0, 3.0]), 0.75, 0.0);
        close(cliffs_delta(&[0.1], &[0.3 - 0.2]), 0.0, 0.0);
    }

    #[test]
    fn no_spread_has_no_size() {
        assert_eq!(hedges_z(&[5.0, 5.0, 5.0]), None);
        assert_eq!(hedges_av(&[1.0; 3], &[2.0; 3]), None);
        assert_eq!(hedges_unpaired(&[1.0; 3], &[2.0; 3]), None);
    }

    #[test]
    fn too_few_and_broken_values_have_no_size() {
        assert_eq!(hedges_z(&[5.0, 6.0]), None);
        assert_eq!(hedges_av(&[1.0, 2.0, 3.0], &[1.0, 2.0]), None);
        assert_eq!(hedges_unpaired(&[1.0], &[2.0, 3.0]), None);
        assert_eq!(hedges_unpaired(&[], &[2.0, 3.0]), None);
        assert_eq!(cliffs_delta(&[], &[1.0]), None);
        assert_eq!(cliffs_delta(&[1.0], &[f64::NAN]), None);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn g_has_no_unit_and_no_start(
            x in minutes(3..9),
            y in minutes(3..9),
            by in -90i32..90,
            factor in 1i32..9,
        ) {
            prop_assume!(real_sd(&x).is_some());
            let change = |values: &[f64]| {
                moved(&scaled(&reversed(values), f64::from(factor)), f64::from(by))
            };
            close(
                hedges_unpaired(&change(&x), &change(&y)),
                hedges_unpaired(&x, &y).expect("spread"),
                1e-9,
            );
            close(
                hedges_unpaired(&y, &x),
                -hedges_unpaired(&x, &y).expect("spread"),
                1e-9,
            );
            close(
                hedges_z(&scaled(&x, f64::from(factor))),
                hedges_z(&x).expect("spread"),
                1e-9,
            );
        }

        #[test]
        fn delta_mirrors_and_ignores_doubling(
            x in minutes(1..9),
            y in minutes(1..9),
            by in -90i32..90,
            factor in 1i32..9,
        ) {
            let expected = cliffs_delta(&x, &y).expect("usable");
            let change = |values: &[f64]| {
                moved(&scaled(&reversed(values), f64::from(factor)), f64::from(by))
            };
            close(cliffs_delta(&change(&x), &change(&y)), expected, 1e-12);
            close(cliffs_delta(&y, &x), -expected, 1e-12);
            close(cliffs_delta(&doubled(&x), &y), expected, 1e-12);
        }
    }
}
