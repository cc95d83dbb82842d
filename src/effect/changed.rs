//! Who changed, and which way (変わった人).

use super::indicator::Direction;

/// Share of the largest number in play up to which two numbers are the same: means carry rounding noise.
pub(super) const NOISE: f64 = 1e-10;

/// The change of each person, later − earlier; exactly 0 where only rounding noise lies between.
///
/// A share of the minutes is a mean of quotients: the same day in another order differs in the last digits, and such a person has not
/// changed.
pub(super) fn changes(paths: &[(f64, f64)]) -> Vec<f64> {
    let sizes = paths.iter().flat_map(|(earlier, later)| [earlier.abs(), later.abs()]);
    let noise = NOISE * sizes.fold(0.0, f64::max);
    let change = |(earlier, later): &(f64, f64)| Some(later - earlier).filter(|change| change.abs() > noise);
    paths.iter().map(|path| change(path).unwrap_or(0.0)).collect()
}

/// Whether every person has the same value before and after.
pub(super) fn nobody_changed(paths: &[(f64, f64)]) -> bool {
    changes(paths).iter().all(|change| *change == 0.0)
}

/// Share of the people who changed in the good direction; `None` for nobody.
pub(super) fn good_share(paths: &[(f64, f64)], direction: Direction) -> Option<f64> {
    let good = changes(paths).into_iter().filter(|change| direction.is_good(*change));
    #[expect(clippy::cast_precision_loss, reason = "numbers of people")]
    (!paths.is_empty()).then(|| good.count() as f64 / paths.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0.1 + 0.2 is a hair more than 0.3 in doubles.
    const NOISY: [(f64, f64); 3] = [(0.3, 0.1 + 0.2), (0.5, 0.6), (0.6, 0.5)];

    #[test]
    fn noise_in_the_last_digit_is_no_change() {
        assert!(changes(&NOISY)[0].abs() < f64::MIN_POSITIVE);
        assert!(nobody_changed(&NOISY[..1]) && !nobody_changed(&NOISY));
        assert_eq!(good_share(&NOISY, Direction::Up), Some(1.0 / 3.0));
        assert_eq!(good_share(&NOISY, Direction::Down), Some(1.0 / 3.0));
    }

    #[test]
    fn nobody_has_no_share() {
        assert_eq!(good_share(&[], Direction::Up), None);
    }
}
