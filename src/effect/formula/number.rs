//! A number of a formula, kept as text so that formulas can be compared exactly.

use std::fmt;

/// Most digits of a number, before and after the point together.
pub(super) const MOST_DIGITS: usize = 12;

/// A decimal number without sign, in its shortest spelling: `007.50` is `7.5`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number(String);

impl Number {
    /// Makes a number of digits and at most one point between them.
    pub(super) fn of(digits: &str) -> Self {
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        Self(match decimals.trim_end_matches('0') {
            "" => whole.to_owned(),
            decimals => format!("{whole}.{decimals}"),
        })
    }

    /// The nearest floating-point number.
    pub(super) fn value(&self) -> f64 {
        self.0.parse().expect("digits with a point between them are a number")
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
