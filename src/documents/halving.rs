//! When documents count as halved (半減). Source: 参考, our own rule; whole numbers only.

use super::Documents;
use super::document::DocumentId;
use crate::office::Month;

/// The rule in one line, as it stands in every result.
pub const HALVING_RULE: &str = "2*sheets_after<=sheets_before";

/// The months that are compared (比べる月).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ComparedMonths {
    /// The month before; `None` where nothing was counted.
    pub before: Option<Month>,
    /// The month after; `None` where no later one was counted.
    pub after: Option<Month>,
}

impl ComparedMonths {
    /// Both, where they are there.
    pub fn both(self) -> Option<(Month, Month)> {
        self.before.zip(self.after)
    }
}

/// Why a halving cannot be assessed (判定できない理由).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unassessed {
    /// There are no two months yet.
    OneMonth,
    /// The month after does not come after the month before.
    NotLater,
    /// The months have different names: October is to stand beside October.
    OtherName,
    /// It was not counted in the month before.
    Before,
    /// It was not counted in the month after.
    After,
    /// It was counted in neither month.
    Neither,
    /// There was no sheet in the month before.
    NothingBefore,
}

/// Whether sheets are halved: exactly half is, one sheet more is not.
pub fn is_halved(before: u64, after: u64) -> bool {
    after <= most_for_half(before)
}

/// Most sheets that are no more than half of so many: `2·after ≤ before` means after ≤ before ÷ 2 without its rest.
pub fn most_for_half(before: u64) -> u64 {
    before / 2
}

/// Whether sheets of two months are halved, or why that cannot be said.
pub fn halving(months: ComparedMonths, before: Option<u64>, after: Option<u64>) -> Result<bool, Unassessed> {
    let (first, last) = months.both().ok_or(Unassessed::OneMonth)?;
    if last <= first {
        return Err(Unassessed::NotLater);
    }
    if first.number() != last.number() {
        return Err(Unassessed::OtherName);
    }
    match (before, after) {
        (None, None) => Err(Unassessed::Neither),
        (None, Some(_)) => Err(Unassessed::Before),
        (Some(_), None) => Err(Unassessed::After),
        (Some(0), Some(_)) => Err(Unassessed::NothingBefore),
        (Some(before), Some(after)) => Ok(is_halved(before, after)),
    }
}

/// The fewest kinds with which so many sheets would go if these kinds took none any more, the largest first; none where all
/// together do not reach.
pub fn bringing(missing: u64, left: &[(DocumentId, u64)]) -> Vec<(DocumentId, u64)> {
    let mut left: Vec<(DocumentId, u64)> = left.iter().copied().filter(|(_, sheets)| *sheets > 0).collect();
    // Kinds of the same size in the order of their numbers, however the ledger is read.
    left.sort_by_key(|(id, sheets)| (std::cmp::Reverse(*sheets), *id));
    let mut sum = 0;
    let mut enough = Vec::new();
    for kind in left {
        if sum >= missing {
            break;
        }
        sum += kind.1;
        enough.push(kind);
    }
    if sum >= missing { enough } else { Vec::new() }
}

impl Documents {
    /// Months in which anything was counted, in order.
    pub fn counted_months(&self) -> Vec<Month> {
        let mut months: Vec<Month> = self.months.iter().map(|it| it.month).collect();
        months.sort_unstable();
        months.dedup();
        months
    }

    /// The months that are compared: as they were set; else the first that was counted, and the latest one after it of the same
    /// name, or the latest at all.
    pub fn compared_months(&self) -> ComparedMonths {
        let settings = self.ledger();
        let counted = self.counted_months();
        let before = settings.before.or(counted.first().copied());
        let later = || {
            let before = before?;
            let later = || counted.iter().rev().copied().filter(|month| *month > before);
            later()
                .find(|month| month.number() == before.number())
                .or_else(|| later().next())
        };
        ComparedMonths {
            before,
            after: settings.after.or_else(later),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(year: i32, number: u32) -> Month {
        Month::new(year, number).unwrap()
    }

    fn october() -> ComparedMonths {
        ComparedMonths {
            before: Some(month(2025, 10)),
            after: Some(month(2026, 10)),
        }
    }

    #[test]
    fn exactly_half_passes_and_one_sheet_more_does_not() {
        for (before, after, halved) in [
            (100, 50, true),
            (100, 51, false),
            (101, 50, true),
            (101, 51, false),
            (1, 0, true),
            (1, 1, false),
            (2, 1, true),
            (3, 2, false),
            (u64::MAX, u64::MAX / 2, true),
            (u64::MAX, u64::MAX / 2 + 1, false),
        ] {
            assert_eq!(
                halving(october(), Some(before), Some(after)),
                Ok(halved),
                "{before} {after}"
            );
        }
    }

    #[test]
    fn what_is_missing_makes_it_not_assessable_and_says_why() {
        for (before, after, why) in [
            (Some(0), Some(0), Unassessed::NothingBefore),
            (Some(0), Some(9), Unassessed::NothingBefore),
            (None, Some(9), Unassessed::Before),
            (Some(9), None, Unassessed::After),
            (None, None, Unassessed::Neither),
        ] {
            assert_eq!(halving(october(), before, after), Err(why));
        }
    }

    #[test]
    fn only_a_later_month_of_the_same_name_can_be_assessed() {
        for (before, after, why) in [
            (Some((2025, 10)), Some((2026, 9)), Unassessed::OtherName),
            (Some((2025, 10)), Some((2025, 11)), Unassessed::OtherName),
            (Some((2025, 10)), Some((2025, 10)), Unassessed::NotLater),
            (Some((2025, 10)), Some((2024, 10)), Unassessed::NotLater),
            (Some((2025, 10)), None, Unassessed::OneMonth),
            (None, None, Unassessed::OneMonth),
        ] {
            let at = |at: Option<(i32, u32)>| at.map(|(year, number)| month(year, number));
            let months = ComparedMonths {
                before: at(before),
                after: at(after),
            };
            assert_eq!(halving(months, Some(10), Some(1)), Err(why), "{months:?}");
        }
        let two_years = ComparedMonths {
            after: Some(month(2027, 10)),
            ..october()
        };
        assert_eq!(halving(two_years, Some(10), Some(5)), Ok(true));
    }

    #[test]
    fn the_fewest_kinds_bring_what_is_missing() {
        let left = [(1, 30), (2, 80), (3, 0), (4, 80), (5, 20)].map(|(id, sheets)| (DocumentId(id), sheets));
        let ids = |missing| -> Vec<u32> { bringing(missing, &left).iter().map(|(id, _)| id.0).collect() };
        assert_eq!(ids(0), [0_u32; 0]);
        assert_eq!(ids(80), [2]);
        assert_eq!(ids(81), [2, 4]);
        assert_eq!(ids(161), [2, 4, 1]);
        assert_eq!(ids(210), [2, 4, 1, 5]);
        assert_eq!(ids(211), [0_u32; 0]);
    }
}
