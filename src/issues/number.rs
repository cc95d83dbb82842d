//! Numbers by which people call things: notice 12, measure 3.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::office::fold;

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// Reads a number as people write it, full-width digits too; numbers count from 1.
            pub fn parse(written: &str) -> Option<Self> {
                fold(written).trim().parse().ok().filter(|number| *number > 0).map(Self)
            }

            /// The number after the highest of these, or 1.
            pub fn after(numbers: impl Iterator<Item = Self>) -> Self {
                Self(numbers.map(|number| number.0).max().unwrap_or(0).saturating_add(1))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}

numbers! {
    /// Number of a response within its round.
    ResponseNumber;
    /// Number of a notice (気づき).
    NoticeId;
    /// Number of a box of the cause map.
    CauseId;
    /// Number of a challenge (課題).
    ChallengeId;
    /// Number of a measure (打ち手).
    MeasureId;
    /// Number of a meeting (委員会).
    MeetingId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_from_one_and_are_typed_as_people_type() {
        assert_eq!(NoticeId::parse("１２"), Some(NoticeId(12)));
        assert_eq!(NoticeId::parse("0"), None);
        assert_eq!(NoticeId::parse("-1"), None);
        assert_eq!(NoticeId::after([NoticeId(3), NoticeId(1)].into_iter()), NoticeId(4));
        assert_eq!(NoticeId::after(std::iter::empty()), NoticeId(1));
    }
}
