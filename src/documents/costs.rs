//! What sheets and minutes cost, in whole yen (金額).

use super::settings::UnitCosts;
use crate::office::Decimal;

/// Parts of a yen that a sum is kept in: thousandths of a yen for a sheet, sixtieths of an hour.
const PARTS: i128 = 60_000;
/// Months of a year.
const YEAR: i128 = 12;

/// A sum of money that is not rounded yet (丸める前の金額).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum(i128);

impl Sum {
    /// In whole yen, a half rounded away from 0.
    pub fn yen(self) -> i64 {
        let rounded = (self.0.abs() + PARTS / 2) / PARTS;
        i64::try_from(rounded * self.0.signum()).unwrap_or(i64::MAX)
    }

    /// Of a year of such months.
    #[must_use]
    pub fn a_year(self) -> Self {
        Self(self.0.saturating_mul(YEAR))
    }
}

impl std::ops::Add for Sum {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Sum {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl UnitCosts {
    /// What so many sheets cost, paper and printing; `None` where one of the two is not set.
    pub fn of_sheets(&self, sheets: u64) -> Option<Sum> {
        let thousandths = |yen: Decimal| i128::from(yen.thousandths());
        let each = thousandths(self.paper?) + thousandths(self.print?);
        Some(Sum(each.checked_mul(i128::from(sheets))?.checked_mul(60)?))
    }

    /// What so many minutes of work cost; `None` where no wage is set.
    pub fn of_minutes(&self, minutes: u64) -> Option<Sum> {
        Some(Sum(i128::from(self.wage?) * i128::from(minutes) * 1_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn costs(paper: &str, print: &str, wage: u32) -> UnitCosts {
        UnitCosts {
            paper: Decimal::parse(paper).ok(),
            print: Decimal::parse(print).ok(),
            wage: Some(wage),
        }
    }

    #[test]
    fn sheets_and_minutes_cost_what_was_computed_by_hand() {
        let costs = costs("0.8", "2.5", 1_350);
        // 1,037 × 3.3 = 3,422.1 yen; 415 × 3.3 = 1,369.5; 622 × 3.3 × 12 = 24,631.2
        let (before, after) = (costs.of_sheets(1_037).unwrap(), costs.of_sheets(415).unwrap());
        assert_eq!((before.yen(), after.yen()), (3_422, 1_370));
        assert_eq!((before - after).a_year().yen(), 24_631);
        // 2,345 ÷ 60 × 1,350 = 52,762.5 yen
        assert_eq!(costs.of_minutes(2_345).unwrap().yen(), 52_763);
        assert_eq!((before + costs.of_minutes(2_345).unwrap()).yen(), 56_185);
    }

    #[test]
    fn more_after_than_before_is_a_sum_below_zero() {
        let costs = costs("1", "0.5", 1_000);
        let more = costs.of_sheets(1).unwrap() - costs.of_sheets(2).unwrap();
        assert_eq!((more.yen(), more.a_year().yen()), (-2, -18));
    }

    #[test]
    fn an_unknown_unit_cost_gives_no_sum() {
        let unknown = UnitCosts {
            print: None,
            wage: None,
            ..costs("1", "1", 1)
        };
        assert_eq!((unknown.of_sheets(10), unknown.of_minutes(10)), (None, None));
    }
}
