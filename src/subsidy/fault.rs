//! What is wrong with a scheme, or missing for an amount.

use crate::office::Decimal;
use crate::phrase::{Phrase, phrase};

/// Why the data of a scheme cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgrammeFault {
    /// The last rate has conditions, or one before it has none.
    NoRate,
    /// A rate or an addition names a condition that is not there.
    NoSuchCondition(String),
    /// The caps leave a gap, overlap or have an end.
    Caps,
    /// What is cut off has no unit.
    Rounding,
}

impl ProgrammeFault {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoRate => phrase("programme-no-rate"),
            Self::NoSuchCondition(name) => phrase("programme-no-condition").with("name", name.as_str()),
            Self::Caps => phrase("programme-caps"),
            Self::Rounding => phrase("programme-rounding"),
        }
    }
}

/// Why there is no amount: something has to be asked for first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GrantFault {
    /// The cap hangs on the number of people, and nobody has said it.
    StaffAsked,
    /// So many people lie between two bands; the scheme does not say which one holds.
    StaffBetween {
        /// As it was said.
        staff: Decimal,
        /// Most people of the band below.
        below: u32,
        /// Fewest people of the band above.
        above: u32,
    },
    /// Fewer people than the lowest band has.
    StaffTooFew(Decimal),
    /// The scheme has no such condition.
    NoSuchCondition {
        /// As it was said.
        name: String,
        /// Those that it has.
        known: Vec<String>,
    },
    /// The scheme has no such kind of cost.
    NoSuchCost {
        /// As it was said.
        kind: String,
        /// Those that it has.
        known: Vec<String>,
    },
    /// More recurring costs than costs.
    RecurringBeyondCost,
    /// More yen than can be counted.
    TooLarge,
}

impl GrantFault {
    /// In words, with what to try.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::StaffAsked => phrase("grant-staff-asked"),
            Self::StaffBetween { staff, below, above } => phrase("grant-staff-between")
                .with("staff", staff.to_string())
                .with("below", *below)
                .with("above", *above),
            Self::StaffTooFew(staff) => phrase("grant-staff-too-few").with("staff", staff.to_string()),
            Self::NoSuchCondition { name, known } => phrase("grant-no-condition")
                .with("name", name.as_str())
                .with("known", known.join(", ")),
            Self::NoSuchCost { kind, known } => phrase("grant-no-cost")
                .with("kind", kind.as_str())
                .with("known", known.join(", ")),
            Self::RecurringBeyondCost => phrase("grant-recurring-beyond"),
            Self::TooLarge => phrase("grant-too-large"),
        }
    }
}
