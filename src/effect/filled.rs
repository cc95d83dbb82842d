//! How much of what had to be filled in was filled in.

use super::verdict::Grade;

/// Filled share for grade A.
const FOR_A: f64 = 0.95;
/// Filled share below which nothing is decided.
const AT_ALL: f64 = 0.80;

/// How much of what had to be filled in was filled in (記入率).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Filled {
    /// The lower share of the two waves, from 0 to 1; `None` when a wave has nothing.
    Share(Option<f64>),
    /// Values were entered one by one: there is no sheet that could have gaps.
    NotAsked,
}

impl From<Option<f64>> for Filled {
    fn from(share: Option<f64>) -> Self {
        Self::Share(share)
    }
}

impl Filled {
    /// The share, where there is one.
    pub fn share(self) -> Option<f64> {
        match self {
            Self::Share(share) => share,
            Self::NotAsked => None,
        }
    }

    /// The best grade that it leaves.
    pub(super) fn leaves(self) -> Grade {
        match self {
            Self::NotAsked => Grade::A,
            Self::Share(share) => match share.unwrap_or(0.0) {
                share if share < AT_ALL => Grade::D,
                share if share < FOR_A => Grade::B,
                _ => Grade::A,
            },
        }
    }
}
