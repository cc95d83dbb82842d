//! Whole minutes as people write them.

use super::plain;

/// Why a text is no amount of whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMinutes {
    /// It is not a number at all.
    NotANumber,
    /// It has a fraction.
    NotWhole,
    /// It is below zero.
    Negative,
    /// It is beyond what any field here may hold.
    TooLarge,
}

/// Reads whole minutes from text: `７`, `7分`, `10.0`; nothing for blanks and a lone dash.
///
/// `△3`, `▲3`, `−3` are negative.
pub fn minutes_of_text(text: &str) -> Result<Option<u32>, NotMinutes> {
    let text = plain(text);
    let text = text.strip_suffix('分').unwrap_or(&text);
    let (negative, digits) = match text.strip_prefix(['-', '△', '▲', '▵', '▴']) {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() {
        return Ok(None);
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return Err(NotMinutes::NotANumber);
    }
    let is_zero = |text: &str| text.chars().all(|c| c == '0');
    if negative && !(is_zero(whole) && is_zero(fraction)) {
        return Err(NotMinutes::Negative);
    }
    if !is_zero(fraction) {
        return Err(NotMinutes::NotWhole);
    }
    // Only digits are left, so it can only be too long.
    whole.parse().map(Some).map_err(|_| NotMinutes::TooLarge)
}

/// Reads whole minutes from a number of a spreadsheet.
pub fn minutes_of_number(number: f64) -> Result<u32, NotMinutes> {
    if number < 0.0 {
        Err(NotMinutes::Negative)
    } else if number.is_finite() && number.fract() != 0.0 {
        Err(NotMinutes::NotWhole)
    } else if number.is_finite() {
        whole(number).ok_or(NotMinutes::TooLarge)
    } else {
        Err(NotMinutes::NotANumber)
    }
}

/// A number of a spreadsheet as a whole number; `None` when it is none, or beyond what any field here may hold.
pub fn whole(number: f64) -> Option<u32> {
    const LARGEST: f64 = 999_999_999.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range just tested"
    )]
    (number.fract() == 0.0 && (0.0..=LARGEST).contains(&number)).then_some(number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_read_in_every_spelling() {
        for (text, minutes) in [
            ("7", 7),
            ("７", 7),
            (" １０ ", 10),
            ("10分", 10),
            ("10.0", 10),
            ("0", 0),
            ("△0", 0),
        ] {
            assert_eq!(minutes_of_text(text), Ok(Some(minutes)), "{text}");
        }
        for text in ["", "　", "-", "ー"] {
            assert_eq!(minutes_of_text(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_amount_is_told_apart() {
        for text in ["7.5", "７．５"] {
            assert_eq!(minutes_of_text(text), Err(NotMinutes::NotWhole), "{text}");
        }
        for text in ["-3", "−3", "△3", "▲３", "－3", "-0.5"] {
            assert_eq!(minutes_of_text(text), Err(NotMinutes::Negative), "{text}");
        }
        for text in ["x", "7a", "1/2", "七", ".5", "1e3", "NaN"] {
            assert_eq!(minutes_of_text(text), Err(NotMinutes::NotANumber), "{text}");
        }
        assert_eq!(minutes_of_number(7.5), Err(NotMinutes::NotWhole));
        assert_eq!(minutes_of_number(-1.0), Err(NotMinutes::Negative));
        assert_eq!(minutes_of_number(10.0), Ok(10));
        assert_eq!(minutes_of_number(f64::INFINITY), Err(NotMinutes::NotANumber));
        assert_eq!(minutes_of_number(1e308), Err(NotMinutes::TooLarge));
        assert_eq!(minutes_of_text("99999999999"), Err(NotMinutes::TooLarge));
    }
}
