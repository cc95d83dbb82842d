//! Figures as the screens show them; rounding and thousands are those of every other output.

pub use crate::effect::probability;
use crate::report::{decimal_text, optional_text, share_text, thousands};

/// A number with its sign; none for no difference.
pub fn signed(value: f64, decimals: u8) -> String {
    let shown = decimal_text(value, decimals);
    if value > 0.0 && shown.contains(|digit| ('1'..='9').contains(&digit)) {
        format!("+{shown}")
    } else {
        shown
    }
}

/// A share from 0 to 1 as percent with one decimal.
pub fn percent(share: Option<f64>) -> String {
    share_text(share)
}

/// A share from 0 to 1 as whole percent.
pub fn round_percent(share: f64) -> String {
    format!("{}%", decimal_text(share * 100.0, 0))
}

/// A number with one decimal.
pub fn tenth(value: Option<f64>) -> String {
    optional_text(value)
}

/// Minutes as hours with one decimal.
pub fn hours(minutes: u32) -> String {
    let tenths = minutes.saturating_add(3) / 6;
    format!("{}.{}", thousands(tenths / 10), tenths % 10)
}

/// One number divided by another; `None` when there is nothing to divide by.
pub fn ratio(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_shows_its_sign() {
        assert_eq!(signed(-25.12, 1), "-25.1");
        assert_eq!(signed(3.0, 0), "+3");
        assert_eq!(signed(0.01, 1), "0.0");
        assert_eq!(signed(-0.01, 1), "0.0");
    }

    #[test]
    fn what_does_not_exist_is_no_zero() {
        assert_eq!(ratio(1, 0), None);
        assert_ne!(percent(None), percent(Some(0.0)));
        assert_ne!(tenth(None), tenth(Some(0.0)));
    }

    #[test]
    fn hours_are_not_cut_to_whole_ones() {
        assert_eq!(
            [0, 2, 3, 59, 30_594, 90_000].map(hours),
            ["0.0", "0.0", "0.1", "1.0", "509.9", "1,500.0"]
        );
    }
}
