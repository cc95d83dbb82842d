//! How figures are written: rounding has one place and one name.

use super::finding::IndicatorFinding;
use crate::text::Text;

/// What stands where a value does not exist.
pub const UNKNOWN: &str = "—";

/// Rounds half away from zero to so many decimals; minus zero becomes zero.
pub fn rounded(value: f64, decimals: u8) -> f64 {
    let factor = 10_f64.powi(i32::from(decimals));
    // The nudge keeps a half that binary cannot hold (2.675) on the side on which people expect it.
    let scaled = value * factor;
    let result = (scaled + scaled.signum() * scaled.abs() * 1e-12).round() / factor;
    if result == 0.0 { 0.0 } else { result }
}

/// Writes a value with so many decimals.
pub fn decimal_text(value: f64, decimals: u8) -> String {
    format!("{:.*}", usize::from(decimals), rounded(value, decimals))
}

/// Writes whole numbers with separators between thousands.
pub fn thousands(value: impl Into<u64>) -> String {
    let digits = value.into().to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Writes large whole numbers with separators between thousands.
pub fn thousands(value: u64) -> String {
    thousands(value)
}

/// Writes a whole number with separators between thousands, and its sign where it is below 0.
pub fn whole_text(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}", thousands(value.unsigned_abs()))
}

/// Writes a share as percent with one decimal, or the sign for unknown.
pub fn share_text(share: Option<f64>) -> String {
    share.map_or_else(
        || UNKNOWN.to_owned(),
        |share| format!("{}%", decimal_text(share * 100.0, 1)),
    )
}

/// Writes a difference of shares in points with its sign and one decimal; none for no difference.
pub fn points_text(difference: f64) -> String {
    let shown = decimal_text(difference * 100.0, 1);
    if difference > 0.0 && shown.contains(|digit| ('1'..='9').contains(&digit)) {
        format!("+{shown}")
    } else {
        shown
    }
}

/// Writes a value that may not exist with one decimal.
pub fn optional_text(value: Option<f64>) -> String {
    value.map_or_else(|| UNKNOWN.to_owned(), |value| decimal_text(value, 1))
}

/// Writes a value of an indicator with its unit: `120.0分`, `34.5%`.
pub fn value_text(finding: &IndicatorFinding, value: f64) -> String {
    format!("{}{}", shown(finding, value), spaced(&finding.unit))
}

/// Writes a difference of an indicator with its sign and unit: `-23.0分`, `+1.2ポイント` as the unit says.
pub fn signed_text(finding: &IndicatorFinding, difference: f64) -> String {
    format!("{}{}", signed(finding, difference), spaced(&finding.difference_unit))
}

/// Writes both ends of a difference of an indicator with their signs, without the unit: `[-34.4, -11.6]`.
pub fn ends_text(finding: &IndicatorFinding, ends: [f64; 2]) -> String {
    let [low, high] = ends.map(|end| signed(finding, end));
    format!("[{low}, {high}]")
}

/// Writes a relative change with its sign, or the sign for unknown.
pub fn change_text(change: Option<f64>, text: &Text) -> String {
    change.map_or_else(
        || text.get("change-unknown"),
        |change| {
            let percent = decimal_text(change * 100.0, 1);
            if change > 0.0 && percent != "0.0" {
                format!("+{percent}%")
            } else {
                format!("{percent}%")
            }
        },
    )
}

fn signed(finding: &IndicatorFinding, difference: f64) -> String {
    let text = shown(finding, difference);
    let sign = if text.starts_with('-') || !text.contains(|c| ('1'..='9').contains(&c)) {
        ""
    } else {
        "+"
    };
    format!("{sign}{text}")
}

fn shown(finding: &IndicatorFinding, value: f64) -> String {
    decimal_text(if finding.is_share { value * 100.0 } else { value }, finding.decimals)
}

/// Writes a figure that is text already with its unit.
pub fn with_unit(figure: &str, unit: &str) -> String {
    format!("{figure}{}", spaced(unit))
}

/// A unit of letters stands apart from its number; `分` and `%` do not.
pub(super) fn spaced(unit: &str) -> String {
    if unit.starts_with(|c: char| c.is_ascii_alphabetic()) {
        format!(" {unit}")
    } else {
        unit.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_away_from_zero_as_people_expect() {
        assert_eq!(decimal_text(2.675, 2), "2.68");
        assert_eq!(decimal_text(0.25, 1), "0.3");
        assert_eq!(decimal_text(-0.25, 1), "-0.3");
        assert_eq!(decimal_text(-0.04, 1), "0.0");
        assert_eq!(share_text(Some(0.3335)), "33.4%");
        assert_eq!(share_text(None), "—");
    }

    #[test]
    fn thousands_are_separated() {
        assert_eq!(thousands(0_u32), "0");
        assert_eq!(thousands(999_u32), "999");
        assert_eq!(thousands(5280_u32), "5,280");
        assert_eq!(thousands(1_234_567_u32), "1,234,567");
    }
}
