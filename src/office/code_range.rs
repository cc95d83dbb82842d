//! Several codes typed in one line: R01 R02, R05〜R20.

use super::spelling::fold;

/// Most codes of one line.
const MOST: usize = 300;

/// Why a line cannot be read as codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeRangeFault {
    /// The two ends do not count on from each other; as written.
    NoRange(String),
    /// More than this many codes.
    TooMany(usize),
}

/// Reads the codes that a line names, in its order: parted by blanks, commas or 、, ranges written with 〜 or a hyphen.
///
/// `R08〜R10` is R08, R09 and R10. A hyphen makes a range only where both ends have the same letters before their digits:
/// `A-01` is a code.
pub fn codes_typed(line: &str) -> Result<Vec<String>, CodeRangeFault> {
    let line = fold(line).replace('〜', "~");
    let parts = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '、' | ';'));
    let mut codes = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        match part.split_once('~') {
            Some((first, last)) => {
                let range = counted(first, last, true)?;
                codes.extend(range.ok_or_else(|| CodeRangeFault::NoRange(part.to_owned()))?);
            }
            None => match part.split_once('-').map(|(first, last)| counted(first, last, false)) {
                Some(Ok(Some(range))) => codes.extend(range),
                Some(Err(fault)) => return Err(fault),
                Some(Ok(None)) | None => codes.push(part.to_owned()),
            },
        }
        if codes.len() > MOST {
            return Err(CodeRangeFault::TooMany(MOST));
        }
    }
    Ok(codes)
}

/// The codes from one to another; `None` where they do not count on from each other. `R01` to `20` may leave the letters out.
fn counted(first: &str, last: &str, may_be_short: bool) -> Result<Option<Vec<String>>, CodeRangeFault> {
    let (letters, digits) = parted(first);
    let (last_letters, last_digits) = parted(last);
    let is_short = may_be_short && last_letters.is_empty();
    let is_same = letters.to_lowercase() == last_letters.to_lowercase() && (may_be_short || !letters.is_empty());
    let (Ok(from), Ok(to)) = (digits.parse::<usize>(), last_digits.parse::<usize>()) else {
        return Ok(None);
    };
    if !(is_same || is_short) || to < from {
        return Ok(None);
    }
    if to - from >= MOST {
        return Err(CodeRangeFault::TooMany(MOST));
    }
    let wide = digits.len();
    Ok(Some(
        (from..=to).map(|number| format!("{letters}{number:0wide$}")).collect(),
    ))
}

/// What stands before the digits at the end of a code, and the digits.
fn parted(code: &str) -> (&str, &str) {
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    (letters, code.strip_prefix(letters).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_parted_as_people_part_them() {
        let codes = codes_typed(" Ｒ０１　R02、R03,R04  介護01 ").unwrap();
        assert_eq!(codes, ["R01", "R02", "R03", "R04", "介護01"]);
        assert_eq!(codes_typed("　"), Ok(Vec::new()));
    }

    #[test]
    fn a_range_counts_on_with_its_zeros() {
        for written in ["R08〜R11", "Ｒ０８～Ｒ１１", "R08~11", "r08-R11"] {
            let codes: Vec<String> = codes_typed(written)
                .unwrap()
                .iter()
                .map(|code| code.to_uppercase())
                .collect();
            assert_eq!(codes, ["R08", "R09", "R10", "R11"], "{written}");
        }
        assert_eq!(codes_typed("9〜11").unwrap(), ["9", "10", "11"]);
    }

    #[test]
    fn a_hyphen_within_a_code_is_no_range() {
        for code in ["A-01", "2F-3", "1-2", "介護-1"] {
            assert_eq!(codes_typed(code).unwrap(), [code]);
        }
    }

    #[test]
    fn a_range_that_does_not_count_on_is_refused() {
        for written in ["R05〜S09", "R09〜R05", "R〜R05", "〜"] {
            assert_eq!(
                codes_typed(written),
                Err(CodeRangeFault::NoRange(written.replace('〜', "~")))
            );
        }
        assert_eq!(codes_typed("R1〜R999"), Err(CodeRangeFault::TooMany(300)));
    }
}
