//! What may be said of a comparison, and how sure it is.

use serde::{Deserialize, Serialize};

use crate::phrase::{Phrase, phrase};

/// What a comparison shows (判定).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 改善した
    Improved,
    /// 差があるとは言えない
    NotShown,
    /// 悪化した
    Worse,
    /// 判定できない
    NotDecidable,
}

/// How sure a verdict is (確からしさ), A to D.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// Paired, eight people or more, exact p below .05, interval beyond 0, at least 95 % of minutes filled in both waves.
    A,
    /// p below .05, but six or seven people, or unpaired, or 80–95 % filled.
    B,
    /// A direction only.
    C,
    /// Not decidable.
    D,
}

impl Verdict {
    /// The word for people.
    pub fn word(self) -> Phrase {
        match self {
            Self::Improved => phrase("verdict-improved"),
            Self::NotShown => phrase("verdict-not-shown"),
            Self::Worse => phrase("verdict-worse"),
            Self::NotDecidable => phrase("verdict-not-decidable"),
        }
    }

    /// A sign beside the word, so that colour is never alone.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Improved => "+",
            Self::NotShown => "=",
            Self::Worse => "-",
            Self::NotDecidable => "?",
        }
    }
}

impl Grade {
    /// The letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// Writes a p value with four decimals, or as many more as it takes to show on which side of .05 it lies.
pub fn p_text(p: f64) -> String {
    if p < 0.0001 {
        return "<0.0001".to_owned();
    }
    let digits = (4..=15).map(|decimals| format!("{p:.decimals$}"));
    let on_its_side = |text: &String| text.parse::<f64>().is_ok_and(|shown| (shown < 0.05) == (p < 0.05));
    digits.into_iter().find(on_its_side).unwrap_or_else(|| p.to_string())
}

/// Writes a probability for a sentence, with the digits of [`p_text`]: `p=0.0156`, `p<0.0001`.
pub fn probability(p: f64) -> String {
    match p_text(p) {
        below if below.starts_with('<') => format!("p{below}"),
        digits => format!("p={digits}"),
    }
}

/// Writes a share as percent with one decimal.
///
/// It is rounded, except where that would make it read as having reached 80, 95 or 100 %: there it is cut.
pub fn percent_text(share: f64) -> String {
    let tenths = share * 1000.0;
    let rounded = tenths.round();
    let reached = [800.0, 950.0, 1000.0]
        .iter()
        .any(|limit| tenths < limit - 1e-9 && rounded >= *limit);
    format!("{:.1}%", if reached { tenths.floor() } else { rounded } / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_just_below_a_limit_does_not_read_as_the_limit() {
        assert_eq!(percent_text(0.9496), "94.9%");
        assert_eq!(percent_text(0.7996), "79.9%");
        assert_eq!(percent_text(0.9996), "99.9%");
        assert_eq!(percent_text(0.95), "95.0%");
        assert_eq!(percent_text(0.995_963_5), "99.6%");
        assert_eq!(percent_text(1.0), "100.0%");
    }

    #[test]
    fn a_tiny_p_is_never_written_as_zero() {
        assert_eq!(p_text(0.000_03), "<0.0001");
        assert_eq!(p_text(0.015_625), "0.0156");
        assert_eq!(p_text(0.049_957_275), "0.04996");
        assert_eq!(p_text(0.05), "0.0500");
        assert_eq!(probability(0.000_04), "p<0.0001");
        assert_eq!(probability(0.015_625), "p=0.0156");
    }
}
