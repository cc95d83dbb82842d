//! A step from 1 to 5.

use serde::{Deserialize, Serialize};

use crate::office::fold;

/// One of five steps, 1 the least and 5 the most (5段階): how often, how heavy, how much effect, how easy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Degree(u8);

impl Degree {
    /// The five steps, the least first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The step of this number; `None` outside 1 to 5.
    pub fn of(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Self(number))
    }

    /// Reads a step as people write it, full-width digits too.
    pub fn parse(written: &str) -> Option<Self> {
        fold(written).trim().parse().ok().and_then(Self::of)
    }

    /// From 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl From<Degree> for u8 {
    fn from(degree: Degree) -> Self {
        degree.0
    }
}

impl TryFrom<u8> for Degree {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Self::of(number).ok_or_else(|| format!("{number} is not from 1 to 5"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_run_from_one_to_five() {
        assert_eq!(Degree::parse("３").map(Degree::number), Some(3));
        assert_eq!(Degree::parse("0"), None);
        assert_eq!(Degree::parse("6"), None);
        assert_eq!(Degree::ALL.map(Degree::number), [1, 2, 3, 4, 5]);
    }
}
