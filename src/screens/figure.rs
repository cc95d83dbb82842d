//! Figures as people read them. Rounding is half away from zero on the decimal that is shown.

/// A number with fixed decimals; a minus is the sign `−`.
pub fn fixed(value: f64, decimals: u8) -> String {
    let scale = 10_f64.powi(i32::from(decimals));
    // The small step carries 0.285 (stored as 0.28499…) over the border on which it stands for a person.
    let rounded = (value * scale + value.signum() * 1e-9).round() / scale;
    let shown = format!("{:.*}", usize::from(decimals), rounded.abs());
    if rounded < 0.0 { format!("−{shown}") } else { shown }
}

/// A number with its sign, `±0` for none.
pub fn signed(value: f64, decimals: u8) -> String {
    let shown = fixed(value, decimals);
    if shown.starts_with('−') {
        shown
    } else if shown.chars().all(|c| matches!(c, '0' | '.')) {
        format!("±{shown}")
    } else {
        format!("+{shown}")
    }
}

/// A share from 0 to 1 as percent with one decimal; `-` where there is none.
pub fn percent(share: Option<f64>) -> String {
    share.map_or_else(none, |share| format!("{}%", fixed(share * 100.0, 1)))
}

/// A share from 0 to 1 as whole percent.
pub fn round_percent(share: f64) -> String {
    format!("{}%", fixed(share * 100.0, 0))
}

/// A number with one decimal; `-` where there is none.
pub fn tenth(value: Option<f64>) -> String {
    value.map_or_else(none, |value| fixed(value, 1))
}

/// What stands where a figure does not exist.
pub fn none() -> String {
    "-".to_owned()
}

/// A probability: three decimals, or `<0.001`.
pub fn probability(p: f64) -> String {
    if p < 0.001 { "<0.001".to_owned() } else { fixed(p, 3) }
}

/// Minutes with a comma between thousands.
pub fn grouped(minutes: u32) -> String {
    let digits = minutes.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// One number divided by another; `None` when there is nothing to divide by.
pub fn ratio(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(fixed(0.285, 2), "0.29");
        assert_eq!(fixed(-2.5, 0), "−3");
        assert_eq!(fixed(2.5, 0), "3");
        assert_eq!(fixed(-0.04, 1), "0.0");
    }

    #[test]
    fn a_difference_shows_its_sign() {
        assert_eq!(signed(-25.12, 1), "−25.1");
        assert_eq!(signed(3.0, 0), "+3");
        assert_eq!(signed(0.01, 1), "±0.0");
    }

    #[test]
    fn what_does_not_exist_is_no_zero() {
        assert_eq!(percent(None), "-");
        assert_eq!(tenth(None), "-");
        assert_eq!(ratio(1, 0), None);
        assert_eq!(percent(Some(0.4567)), "45.7%");
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(28_800), "28,800");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
