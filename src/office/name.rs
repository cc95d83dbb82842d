//! Names of an office, its units, its staff (as codes) and their roles.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::spelling::{fold, printable};

/// A name in the two languages of the program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// Why a text is no name or code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameError {
    /// Nothing but blanks.
    Empty,
    /// Longer than a code or name may be.
    TooLong,
}

fn short_name(text: &str, longest: usize) -> Result<String, NameError> {
    let name = printable(&fold(text)).trim().to_owned();
    if name.is_empty() {
        Err(NameError::Empty)
    } else if name.chars().count() > longest {
        Err(NameError::TooLong)
    } else {
        Ok(name)
    }
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident, $longest:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Reads it from what a person typed; full-width letters and digits are folded.
            pub fn parse(text: &str) -> Result<Self, NameError> {
                short_name(text, $longest).map(Self)
            }

            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

names! {
    /// A member of staff, by code only (職員ID); real names are never stored.
    StaffCode, 32;
    /// A resident or user of a service, by code only (利用者コード); real names are never stored.
    ResidentCode, 32;
    /// The kind of work a person was hired for (職種).
    Role, 40;
    /// A unit or floor of an office (ユニット・フロア).
    Unit, 40;
}

impl StaffCode {
    /// Whether it looks like a person's name, which a code must not be.
    ///
    /// The rule: at least one kanji or kana, and no digit. Codes count people (`S01`, `介護01`, `職員①`), names do not (`山田太郎`,
    /// `ヤマダ`, `S山田`). A word such as `日勤A` is taken for a name too: it costs a note, a name that is overlooked costs more.
    pub fn looks_like_name(&self) -> bool {
        is_like_name(&self.0)
    }
}

impl ResidentCode {
    /// Whether it looks like a person's name, by the rule of [`StaffCode::looks_like_name`].
    pub fn looks_like_name(&self) -> bool {
        is_like_name(&self.0)
    }
}

fn is_like_name(code: &str) -> bool {
    let has_digit = code.chars().any(is_digit_sign);
    !has_digit && code.chars().any(is_japanese_letter)
}

/// Digits of any script and digits in circles; the kanji for numbers occur in names (`三浦`).
fn is_digit_sign(letter: char) -> bool {
    letter.is_numeric() && !is_japanese_letter(letter)
}

/// Kanji and kana, half-width kana too; no long vowel or middle dot alone.
pub(super) fn is_japanese_letter(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ｦ'..='ﾝ' | '々' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The office that a book belongs to (事業所).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Name; empty until somebody gives it.
    pub name: String,
    /// The ten digits of the office number (事業所番号).
    pub number: Option<String>,
    /// Kind of service, a code of `indicators/services.toml` (サービス種別).
    pub service: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_typed_with_the_input_method_is_the_same_code() {
        assert_eq!(StaffCode::parse(" Ｓ００１　"), StaffCode::parse("S001"));
    }

    #[test]
    fn a_name_is_told_from_a_code() {
        let looks = |text: &str| StaffCode::parse(text).unwrap().looks_like_name();
        for name in [
            "山田太郎",
            "山田　太郎",
            "ヤマダ",
            "ﾔﾏﾀﾞ",
            "さくら",
            "S山田",
            "三浦",
            "髙橋",
            "佐々木",
            "日勤A",
        ] {
            assert!(looks(name), "{name}");
        }
        for code in ["S01", "介護01", "職員①", "介護１", "A", "Tanaka", "2F-3", "ー"] {
            assert!(!looks(code), "{code}");
        }
    }

    #[test]
    fn blanks_are_no_code() {
        assert_eq!(StaffCode::parse("　 "), Err(NameError::Empty));
        assert_eq!(Unit::parse(&"あ".repeat(41)), Err(NameError::TooLong));
    }
}
