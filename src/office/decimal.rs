//! Exact decimal figures, as people type them.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::spelling::fold;

/// A decimal figure of up to three decimals (小数), kept exactly: it counts thousandths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalFault {
    /// Nothing but blanks.
    Empty,
    /// Something that is no figure.
    NoNumber,
    /// More than three decimals.
    TooFine,
    /// Beyond a thousand million.
    TooLarge,
}

const THOUSAND: i64 = 1_000;
/// Largest figure, in whole units.
const LARGEST: i64 = 1_000_000_000;

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Self(i64::from(number) * THOUSAND)
    }

    /// A whole number, which may be below nothing.
    pub fn integer(number: i32) -> Self {
        Self(i64::from(number) * THOUSAND)
    }

    /// Reads what a person typed: full-width digits, `1,800`, `−3`, `△3`.
    pub fn parse(written: &str) -> Result<Self, DecimalFault> {
        let folded = fold(written);
        let mut rest = folded.trim();
        if rest.is_empty() {
            return Err(DecimalFault::Empty);
        }
        let mut sign = 1;
        for minus in ['-', '−', '△', '▲', '‐', '–'] {
            if let Some(after) = rest.strip_prefix(minus) {
                (rest, sign) = (after.trim_start(), -1);
                break;
            }
        }
        if sign > 0 {
            rest = rest.strip_prefix('+').unwrap_or(rest);
        }
        let (whole, part) = rest.split_once('.').unwrap_or((rest, ""));
        if whole.is_empty() && part.is_empty() {
            return Err(DecimalFault::NoNumber);
        }
        let whole = without_commas(whole)?;
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(&whole) || !is_digits(part) {
            return Err(DecimalFault::NoNumber);
        }
        let part = part.trim_end_matches('0');
        if part.len() > 3 {
            return Err(DecimalFault::TooFine);
        }
        let whole: i64 = match whole.trim_start_matches('0') {
            "" => 0,
            digits if digits.len() > 10 => return Err(DecimalFault::TooLarge),
            digits => digits.parse().map_err(|_| DecimalFault::TooLarge)?,
        };
        if whole > LARGEST {
            return Err(DecimalFault::TooLarge);
        }
        let part: i64 = format!("{part:0<3}").parse().map_err(|_| DecimalFault::NoNumber)?;
        Ok(Self(sign * (whole * THOUSAND + part)))
    }

    /// As a floating number.
    #[expect(clippy::cast_precision_loss, reason = "thousandths of at most a thousand million")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1_000.0
    }

    /// As a whole number of 0 or more; `None` for a negative one or one with decimals.
    pub fn as_count(self) -> Option<u64> {
        (self.0 % THOUSAND == 0)
            .then(|| u64::try_from(self.0 / THOUSAND).ok())
            .flatten()
    }

    /// In thousandths.
    pub fn thousandths(self) -> i64 {
        self.0
    }

    /// So many times as much as a whole number, a half rounded up; `None` below 0 and past the largest number.
    pub fn times(self, times: u64) -> Option<u64> {
        let thousandths = u64::try_from(self.0).ok()?.checked_mul(times)?;
        Some(thousandths.checked_add(500)? / 1_000)
    }

    /// How many decimals it has, 0 to 3.
    pub fn decimals(self) -> u8 {
        match self.0 {
            thousandths if thousandths % THOUSAND == 0 => 0,
            thousandths if thousandths % 100 == 0 => 1,
            thousandths if thousandths % 10 == 0 => 2,
            _ => 3,
        }
    }
}

/// Takes the commas between thousands out; a comma anywhere else is no number.
fn without_commas(whole: &str) -> Result<String, DecimalFault> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let others: Vec<&str> = groups.collect();
    if !others.is_empty() && (first.is_empty() || first.len() > 3 || others.iter().any(|group| group.len() != 3)) {
        return Err(DecimalFault::NoNumber);
    }
    Ok(std::iter::once(first).chain(others).collect())
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1_000, self.0.unsigned_abs() % 1_000);
        let decimals = usize::from(self.decimals());
        let part: String = format!("{part:03}").chars().take(decimals).collect();
        let point = if decimals == 0 { "" } else { "." };
        f.pad(&format!("{sign}{whole}{point}{part}"))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|_| serde::de::Error::custom(format!("no figure: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_type_them() {
        for (written, text) in [
            ("12", "12"),
            ("１２．５", "12.5"),
            ("1,800", "1800"),
            ("△3", "-3"),
            ("-0.250", "-0.25"),
            (".5", "0.5"),
            ("+7", "7"),
            ("-0", "0"),
        ] {
            assert_eq!(Decimal::parse(written).unwrap().to_string(), text, "{written}");
        }
    }

    #[test]
    fn what_is_no_figure_says_why() {
        for (written, fault) in [
            (" ", DecimalFault::Empty),
            ("十二", DecimalFault::NoNumber),
            ("1,80", DecimalFault::NoNumber),
            ("1.2.3", DecimalFault::NoNumber),
            ("-", DecimalFault::NoNumber),
            ("0.1234", DecimalFault::TooFine),
            ("10000000000", DecimalFault::TooLarge),
            ("99999999999999999999", DecimalFault::TooLarge),
        ] {
            assert_eq!(Decimal::parse(written), Err(fault), "{written}");
        }
    }

    #[test]
    fn counts_are_whole_and_not_negative() {
        assert_eq!(Decimal::whole(7).as_count(), Some(7));
        assert_eq!(Decimal::parse("7.5").unwrap().as_count(), None);
        assert_eq!(Decimal::parse("-7").unwrap().as_count(), None);
    }

    #[test]
    fn a_half_is_rounded_up_after_multiplying() {
        let half = Decimal::parse("1.5").unwrap();
        assert_eq!(half.times(33), Some(50));
        assert_eq!(half.times(2), Some(3));
        assert_eq!(Decimal::parse("0.499").unwrap().times(1), Some(0));
        assert_eq!(Decimal::parse("-1").unwrap().times(1), None);
    }
}
