//! What is let in, and when two numbers count as equal.

/// Share of the largest value up to which a difference is rounding noise.
///
/// Six orders above the noise of a sum of doubles, four below a hundredth of a minute in a month.
pub(super) const TIE: f64 = 1e-10;

/// Largest size of a value that is let in; even its fourth power is far from overflow.
const LARGEST: f64 = 1e30;

/// Tells whether there is at least one value and every value is finite and of a sane size.
pub(super) fn usable(values: &[f64]) -> bool {
    // NaN fails the comparison too.
    !values.is_empty() && values.iter().all(|value| value.abs() <= LARGEST)
}

/// Returns the largest absolute value, 0 for none.
pub(super) fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |most, value| f64::max(most, value.abs()))
}

/// Highest level of an interval; further out quantiles lose digits, and no office has the data for
/// it.
const HIGHEST_LEVEL: f64 = 0.9999;

/// Returns the share left over on each side of a two-sided level.
///
/// `None` for a level that is not above 0 or lies above 99.99 %.
pub(super) fn tail(level: f64) -> Option<f64> {
    (level > 0.0 && level <= HIGHEST_LEVEL).then(|| (1.0 - level) / 2.0)
}

/// Turns a count into a number to divide by.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts stay below 2^53, where doubles are exact"
)]
pub(super) fn count(n: u64) -> f64 {
    n as f64
}

/// Returns the number of values as a number to divide by.
pub(super) fn len<T>(values: &[T]) -> f64 {
    count(values.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_nonsense_stay_outside() {
        assert!(!usable(&[]));
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e31] {
            assert!(!usable(&[1.0, bad]));
        }
        assert!(usable(&[0.0, -480.0]));
    }

    #[test]
    fn a_level_is_a_share_and_not_a_percentage() {
        assert_eq!(tail(0.5), Some(0.25));
        assert!(tail(0.9999).is_some());
        for bad in [0.0, 0.99999, 1.0, -0.1, 95.0, f64::NAN] {
            assert_eq!(tail(bad), None);
        }
    }
}
