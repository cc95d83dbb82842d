//! What the linkage saves (連携による削減): minutes and yen of a month before and one after, and of a year.
//!
//! Integers only. Minutes are rounded once for each step, a half up, and then added; yen for work once for each side, from its
//! minutes; yen besides work once for each way. A year is twelve months. What is unknown stays unknown, and a loss is a negative
//! saving.

use super::linkage::{LinkageSide, SendingWay, WayUse};
use crate::office::Month;

/// Months of a year.
pub const MONTHS: i64 = 12;

/// Minutes of one step in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepSum {
    /// Id of a step of the catalog, or the office's own words.
    pub step: String,
    /// Pieces × minutes, a half rounded up.
    pub minutes: u64,
}

/// What one way of sending took in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaySum {
    /// Which way.
    pub way: SendingWay,
    /// Pieces.
    pub pieces: u64,
    /// Minutes by step.
    pub steps: Vec<StepSum>,
    /// Minutes of all steps.
    pub minutes: u64,
    /// Yen besides work: pieces × yen for one, a half rounded up.
    pub expenses: u64,
}

/// What a month of sending took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideSum {
    /// Which month.
    pub month: Month,
    /// By way.
    pub ways: Vec<WaySum>,
    /// Pieces of all ways.
    pub pieces: u64,
    /// Minutes of all ways.
    pub minutes: u64,
    /// Yen besides work of all ways.
    pub expenses: u64,
    /// Yen for the minutes; `None` while the wage is unknown.
    pub labour: Option<u64>,
}

impl SideSum {
    /// Adds up a month; `None` where the figures are beyond all measure.
    pub fn of(side: &LinkageSide, wage: Option<u32>) -> Option<Self> {
        let ways: Vec<WaySum> = side.ways.iter().map(way_sum).collect::<Option<_>>()?;
        let sum = |of: fn(&WaySum) -> u64| ways.iter().try_fold(0u64, |sum, way| sum.checked_add(of(way)));
        let minutes = sum(|way| way.minutes)?;
        Some(Self {
            month: side.month,
            pieces: sum(|way| way.pieces)?,
            minutes,
            expenses: sum(|way| way.expenses)?,
            labour: wage.and_then(|wage| labour(minutes, wage)),
            ways,
        })
    }

    /// Yen with work; `None` while the wage is unknown.
    pub fn cost(&self) -> Option<u64> {
        self.labour?.checked_add(self.expenses)
    }
}

/// Yen for minutes at a wage per hour, a half rounded up.
pub fn labour(minutes: u64, wage: u32) -> Option<u64> {
    let sixtieths = minutes.checked_mul(u64::from(wage))?;
    Some(sixtieths.checked_add(30)? / 60)
}

fn way_sum(way: &WayUse) -> Option<WaySum> {
    let pieces = u64::from(way.pieces);
    let steps: Vec<StepSum> = way
        .steps
        .iter()
        .map(|step| {
            Some(StepSum {
                step: step.step.clone(),
                minutes: step.minutes.times(pieces)?,
            })
        })
        .collect::<Option<_>>()?;
    let minutes = steps.iter().try_fold(0u64, |sum, step| sum.checked_add(step.minutes))?;
    Some(WaySum {
        way: way.way,
        pieces,
        steps,
        minutes,
        expenses: way.yen_per_piece.times(pieces)?,
    })
}

/// What is saved each month and each year; below 0 where it costs more than before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Saving {
    /// Minutes a month; `None` while a side is missing.
    pub minutes_a_month: Option<i64>,
    /// Minutes a year.
    pub minutes_a_year: Option<i64>,
    /// Yen a month with work, without the licence; `None` while a side or the wage is missing.
    pub yen_a_month: Option<i64>,
    /// Yen a year with work: `12 × (before − after) − licence`; `None` while the licence is unknown too.
    pub yen_a_year: Option<i64>,
    /// Yen a month without work and licence.
    pub expenses_a_month: Option<i64>,
    /// Yen a year without work: `12 × (before − after) − licence`.
    pub expenses_a_year: Option<i64>,
}

impl Saving {
    /// Compares two months; a missing side leaves everything unknown.
    pub fn of(before: Option<&SideSum>, after: Option<&SideSum>, licence: Option<u32>) -> Self {
        let (Some(before), Some(after)) = (before, after) else {
            return Self::default();
        };
        let minus = |one: Option<u64>, other: Option<u64>| {
            let [one, other] = [one?, other?].map(i64::try_from);
            one.ok()?.checked_sub(other.ok()?)
        };
        let year = |month: Option<i64>| month?.checked_mul(MONTHS);
        let net = |month: Option<i64>| year(month)?.checked_sub(i64::from(licence?));
        let minutes = minus(Some(before.minutes), Some(after.minutes));
        let yen = minus(before.cost(), after.cost());
        let expenses = minus(Some(before.expenses), Some(after.expenses));
        Self {
            minutes_a_month: minutes,
            minutes_a_year: year(minutes),
            yen_a_month: yen,
            yen_a_year: net(yen),
            expenses_a_month: expenses,
            expenses_a_year: net(expenses),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::StepMinutes;
    use crate::office::Decimal;

    fn figure(written: &str) -> Decimal {
        Decimal::parse(written).unwrap()
    }

    fn way(way: SendingWay, pieces: u32, steps: &[(&str, &str)], yen: &str) -> WayUse {
        let step = |(step, minutes): &(&str, &str)| StepMinutes {
            step: (*step).to_owned(),
            minutes: figure(minutes),
        };
        WayUse {
            way,
            pieces,
            steps: steps.iter().map(step).collect(),
            yen_per_piece: figure(yen),
        }
    }

    fn side(month: u32, ways: Vec<WayUse>, wage: Option<u32>) -> SideSum {
        let month = Month::new(2025, month).unwrap();
        SideSum::of(&LinkageSide { month, ways }, wage).unwrap()
    }

    fn before(wage: Option<u32>) -> SideSum {
        let fax = way(SendingWay::Fax, 33, &[("print", "0.5"), ("fax", "2")], "12.5");
        let post = way(SendingWay::Post, 10, &[("envelope", "3.25")], "110");
        side(10, vec![fax, post], wage)
    }

    #[test]
    fn every_step_is_rounded_once_a_half_up_and_then_added() {
        let sum = before(Some(1_500));
        // 33 × 0.5 = 16.5 → 17; 33 × 2 = 66; 10 × 3.25 = 32.5 → 33
        let minutes: Vec<u64> = sum
            .ways
            .iter()
            .flat_map(|way| &way.steps)
            .map(|it| it.minutes)
            .collect();
        assert_eq!(minutes, [17, 66, 33]);
        assert_eq!((sum.minutes, sum.pieces), (116, 43));
        // 33 × 12.5 = 412.5 → 413; 10 × 110 = 1,100; 116 × 1,500 ÷ 60 = 2,900
        assert_eq!(
            (sum.expenses, sum.labour, sum.cost()),
            (1_513, Some(2_900), Some(4_413))
        );
    }

    #[test]
    fn a_half_yen_of_work_is_rounded_up() {
        assert_eq!(labour(1, 90), Some(2));
        assert_eq!(labour(1, 89), Some(1));
        assert_eq!(labour(0, 1_500), Some(0));
    }

    #[test]
    fn a_year_is_twelve_months_less_the_licence() {
        let (before, after) = (
            before(Some(1_500)),
            side(
                11,
                vec![way(SendingWay::System, 43, &[("upload", "1")], "0")],
                Some(1_500),
            ),
        );
        let saving = Saving::of(Some(&before), Some(&after), Some(21_000));
        // 43 × 1,500 ÷ 60 = 1,075
        assert_eq!((saving.minutes_a_month, saving.minutes_a_year), (Some(73), Some(876)));
        assert_eq!((saving.yen_a_month, saving.yen_a_year), (Some(3_338), Some(19_056)));
        assert_eq!(
            (saving.expenses_a_month, saving.expenses_a_year),
            (Some(1_513), Some(-2_844))
        );
    }

    #[test]
    fn what_is_unknown_stays_unknown() {
        let (before, after) = (before(None), side(11, Vec::new(), None));
        let saving = Saving::of(Some(&before), Some(&after), None);
        assert_eq!(
            (saving.minutes_a_year, saving.expenses_a_month),
            (Some(1_392), Some(1_513))
        );
        assert_eq!(
            (saving.yen_a_month, saving.yen_a_year, saving.expenses_a_year),
            (None, None, None)
        );
        assert_eq!(Saving::of(Some(&before), None, Some(0)), Saving::default());
    }

    #[test]
    fn a_loss_is_a_negative_saving() {
        let (before, after) = (side(10, Vec::new(), Some(1_500)), before(Some(1_500)));
        let saving = Saving::of(Some(&before), Some(&after), Some(21_000));
        assert_eq!(saving.yen_a_year, Some(-12 * 4_413 - 21_000));
    }
}
