//! The ways in which the Ministry's tool is used (使い方の例).

use super::choosing::ChoosingFault;
use super::indicator::Family;
use crate::office::fold;
use crate::phrase::{Phrase, phrase};

/// How many indicators of each family are followed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UseCase {
    /// One of efficiency, one of quality.
    One,
    /// Two of efficiency, one of quality.
    Two,
    /// As many as wanted, own ones among them; at least one of each.
    Free,
}

impl UseCase {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Free];

    /// The word in commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Two => "two",
            Self::Free => "free",
        }
    }

    /// Reads the word.
    pub fn parse(written: &str) -> Option<Self> {
        let written = fold(written).trim().to_lowercase();
        Self::ALL.into_iter().find(|case| case.id() == written)
    }

    /// Its name.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::One => phrase("use-case-one"),
            Self::Two => phrase("use-case-two"),
            Self::Free => phrase("use-case-free"),
        }
    }

    /// When it fits.
    pub fn says(self) -> Phrase {
        match self {
            Self::One => phrase("use-case-one-says"),
            Self::Two => phrase("use-case-two-says"),
            Self::Free => phrase("use-case-free-says"),
        }
    }

    /// How many of a family it takes; `None` for at least one.
    pub fn takes(self, family: Family) -> Option<usize> {
        match (self, family) {
            (Self::Free, _) => None,
            (Self::Two, Family::Efficiency) => Some(2),
            (Self::One, _) | (Self::Two, Family::Quality) => Some(1),
        }
    }

    /// Checks how many of a family are chosen.
    pub fn check(self, family: Family, count: usize) -> Result<(), ChoosingFault> {
        let wanted = self.takes(family);
        let fits = wanted.map_or(count > 0, |wanted| wanted == count);
        fits.then_some(())
            .ok_or(ChoosingFault::WrongCount { family, wanted, count })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_case_takes_its_own_numbers() {
        let fitting = |case: UseCase, family| -> Vec<usize> {
            (0..5).filter(|count| case.check(family, *count).is_ok()).collect()
        };
        assert_eq!(fitting(UseCase::One, Family::Efficiency), [1]);
        assert_eq!(fitting(UseCase::Two, Family::Efficiency), [2]);
        assert_eq!(fitting(UseCase::Two, Family::Quality), [1]);
        assert_eq!(fitting(UseCase::Free, Family::Quality), [1, 2, 3, 4]);
        assert_eq!(UseCase::parse("ＴＷＯ"), Some(UseCase::Two));
        assert_eq!(UseCase::parse("three"), None);
    }
}
