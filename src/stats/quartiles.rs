//! Quartiles of a few values.

use super::door::usable;

/// Returns the lower quartile, the median and the upper quartile (四分位数), in the unit of the values.
///
/// Between two values the quartile lies in proportion, as `QUARTILE.INC` of spreadsheets has it (type 7 of Hyndman and Fan).
/// `None` for no values or one that is not finite.
#[must_use]
pub fn quartiles(values: &[f64]) -> Option<[f64; 3]> {
    if values.is_empty() || !usable(values) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let steps = sorted.len() - 1;
    Some([1, 2, 3].map(|quarter| {
        let (below, rest) = (steps * quarter / 4, steps * quarter % 4);
        let low = sorted[below];
        let high = sorted[(below + 1).min(steps)];
        #[expect(clippy::cast_precision_loss, reason = "0 to 3")]
        let part = rest as f64 / 4.0;
        low + (high - low) * part
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    // QUARTILE.INC of 2 4 4 4 5 5 7 9: places 1.75, 3.5, 5.25 → 4, 4.5, 5.5.
    #[test]
    fn quartiles_by_hand() {
        assert_eq!(
            quartiles(&[9.0, 2.0, 4.0, 5.0, 4.0, 7.0, 4.0, 5.0]),
            Some([4.0, 4.5, 5.5])
        );
        assert_eq!(quartiles(&[1.0, 2.0, 3.0]), Some([1.5, 2.0, 2.5]));
        assert_eq!(quartiles(&[7.0]), Some([7.0; 3]));
    }

    #[test]
    fn nothing_has_no_quartiles() {
        assert_eq!(quartiles(&[]), None);
        assert_eq!(quartiles(&[1.0, f64::NAN]), None);
    }
}
