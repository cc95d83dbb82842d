//! A sentence that has no language yet.
//!
//! The pure rooms say *what* is to be said (a key and what fills its gaps); only [`crate::text`] knows in which words.

use std::fmt;

/// What fills a gap of a phrase.
#[derive(Debug, Clone, PartialEq)]
pub enum Gap {
    /// Text that stands as it is (a name, a code, a number already rounded by its own rule).
    Text(String),
    /// A whole number; languages with plural forms look at it.
    Count(i64),
    /// Another phrase, said in the same language.
    Phrase(Phrase),
}

impl From<&str> for Gap {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Gap {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Phrase> for Gap {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

macro_rules! count_gaps {
    ($($number:ty),*) => {$(
        impl From<$number> for Gap {
            fn from(count: $number) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
    )*};
}
count_gaps!(u8, u16, u32, u64, usize, i32, i64);

/// A key of `locales/` with the values for its gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    key: &'static str,
    gaps: Vec<(&'static str, Gap)>,
}

/// Makes a phrase without gaps; the key must stand in `locales/` (a test compares).
pub fn phrase(key: &'static str) -> Phrase {
    Phrase { key, gaps: Vec::new() }
}

impl Phrase {
    /// Fills one gap.
    #[must_use]
    pub fn with(mut self, name: &'static str, gap: impl Into<Gap>) -> Self {
        self.gaps.push((name, gap.into()));
        self
    }

    /// The key in `locales/`.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The gaps in the order in which they were filled.
    pub fn gaps(&self) -> &[(&'static str, Gap)] {
        &self.gaps
    }
}

/// For panics and test output only; users see the words of `locales/`.
impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:?}", self.key, self.gaps)
    }
}
