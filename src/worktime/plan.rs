//! Planned against done (計画と実績): what a timetable (業務表) said of a shift, and what the sheet says of it.

use std::collections::BTreeMap;

use super::sheet::Sheet;
use super::task_list::TaskCode;
use crate::office::Minutes;

/// Planned and done minutes side by side, and how they differ.
///
/// `planned = as_planned + shifted + not_done`, `done = as_planned + shifted + not_planned`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlanDifference {
    /// Minutes of the plan.
    pub planned: Minutes,
    /// Minutes of the sheet.
    pub done: Minutes,
    /// Done in the hour in which they were planned (計画どおり).
    pub as_planned: Minutes,
    /// Planned for one hour and done in another of the same shift (時間のずれ).
    pub shifted: Minutes,
    /// Planned and not done (計画したが行わなかった).
    pub not_done: Minutes,
    /// Done and not planned (計画になかった).
    pub not_planned: Minutes,
}

impl PlanDifference {
    /// Of one task over the hours of one shift: `(planned, done)` hour by hour.
    ///
    /// What an hour has too much and another too little is shifted, as far as the smaller of the two sums goes. Records planned
    /// 10:00–10:20 and done 13:00–13:30: 20 minutes are shifted, 10 were not planned.
    pub fn of_hours(hours: impl IntoIterator<Item = (Minutes, Minutes)>) -> Self {
        let mut difference = Self::default();
        let (mut surplus, mut deficit) = (Minutes::ZERO, Minutes::ZERO);
        for (planned, done) in hours {
            difference.planned += planned;
            difference.done += done;
            difference.as_planned += planned.min(done);
            surplus += done.minus(planned);
            deficit += planned.minus(done);
        }
        difference.shifted = surplus.min(deficit);
        difference.not_done = deficit.minus(difference.shifted);
        difference.not_planned = surplus.minus(difference.shifted);
        difference
    }

    /// Takes the minutes of another shift or task to its own.
    pub fn add(&mut self, other: Self) {
        self.planned += other.planned;
        self.done += other.done;
        self.as_planned += other.as_planned;
        self.shifted += other.shifted;
        self.not_done += other.not_done;
        self.not_planned += other.not_planned;
    }
}

/// Planned and done minutes of one clock hour.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanHour {
    /// Minutes of the plan by task.
    pub planned: BTreeMap<TaskCode, Minutes>,
    /// Minutes of the sheet by task.
    pub done: BTreeMap<TaskCode, Minutes>,
    /// Minutes of the shift with no task.
    pub unfilled: Minutes,
}

/// Shifts laid beside their plans, summed up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanComparison {
    /// By task; only tasks that were planned or done.
    pub tasks: BTreeMap<TaskCode, PlanDifference>,
    /// By clock hour, 0–23; only hours in which something was planned or done, or is unfilled.
    pub hours: BTreeMap<u16, PlanHour>,
}

impl PlanComparison {
    /// Lays one sheet beside its plan.
    pub fn add(&mut self, plan: &Sheet, sheet: &Sheet) {
        let (planned, done) = (by_task_and_hour(plan), by_task_and_hour(sheet));
        let mut pairs: BTreeMap<&TaskCode, BTreeMap<u16, (Minutes, Minutes)>> = BTreeMap::new();
        for ((task, hour), minutes) in &planned {
            pairs.entry(task).or_default().entry(*hour).or_default().0 += *minutes;
            let at = self.hours.entry(hour % 24).or_default();
            *at.planned.entry(task.clone()).or_default() += *minutes;
        }
        for ((task, hour), minutes) in &done {
            pairs.entry(task).or_default().entry(*hour).or_default().1 += *minutes;
            let at = self.hours.entry(hour % 24).or_default();
            *at.done.entry(task.clone()).or_default() += *minutes;
        }
        for (slot, minutes) in sheet.unfilled_slots() {
            self.hours.entry(slot / 60 % 24).or_default().unfilled += minutes;
        }
        for (task, hours) in pairs {
            let difference = PlanDifference::of_hours(hours.into_values());
            self.tasks.entry(task.clone()).or_default().add(difference);
        }
    }

    /// All tasks together.
    pub fn whole(&self) -> PlanDifference {
        let mut whole = PlanDifference::default();
        for difference in self.tasks.values() {
            whole.add(*difference);
        }
        whole
    }

    /// Minutes with no task.
    pub fn unfilled(&self) -> Minutes {
        self.hours.values().map(|hour| hour.unfilled).sum()
    }
}

/// Minutes by task and hour, the hours counted on past midnight; a cell never reaches over the end of its hour.
fn by_task_and_hour(sheet: &Sheet) -> BTreeMap<(TaskCode, u16), Minutes> {
    let mut minutes: BTreeMap<(TaskCode, u16), Minutes> = BTreeMap::new();
    for cell in &sheet.cells {
        for share in &cell.shares {
            *minutes.entry((share.0.clone(), cell.start / 60)).or_default() += share.1;
        }
    }
    minutes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sheet::tests::sheet;
    use super::*;

    fn minutes(difference: PlanDifference) -> [u32; 6] {
        let d = difference;
        [d.planned, d.done, d.as_planned, d.shifted, d.not_done, d.not_planned].map(|minutes| minutes.0)
    }

    #[test]
    fn work_done_at_another_hour_is_shifted_and_what_is_more_was_not_planned() {
        let plan = sheet(
            Some((600, 840)),
            &[(600, &[("11", 10)]), (610, &[("11", 10)]), (660, &[("7", 10)])],
        );
        let done = sheet(
            Some((600, 840)),
            &[
                (660, &[("7", 10)]),
                (780, &[("11", 10)]),
                (790, &[("11", 10)]),
                (800, &[("11", 10)]),
            ],
        );
        let mut comparison = PlanComparison::default();
        comparison.add(&plan, &done);
        let of = |code: &str| minutes(comparison.tasks[&TaskCode(code.to_owned())]);
        assert_eq!(of("11"), [20, 30, 0, 20, 0, 10]);
        assert_eq!(of("7"), [10, 10, 10, 0, 0, 0]);
        assert_eq!(comparison.unfilled(), done.unfilled());
        assert_eq!(
            comparison.hours[&13].done.values().copied().sum::<Minutes>(),
            Minutes(30)
        );
    }

    #[test]
    fn hours_past_midnight_stand_at_their_clock_hour() {
        let plan = sheet(Some((1430, 1450)), &[(1430, &[("10", 10)]), (1440, &[("10", 10)])]);
        let mut comparison = PlanComparison::default();
        comparison.add(&plan, &plan);
        assert_eq!(comparison.hours.keys().copied().collect::<Vec<_>>(), [0, 23]);
        assert_eq!(minutes(comparison.whole()), [20, 20, 20, 0, 0, 0]);
    }

    /// Cells of whole slots between 16:00 and 9:00 of the next day, each with one of three tasks or shared by two.
    fn cells() -> impl Strategy<Value = Vec<(u16, Vec<(&'static str, u32)>)>> {
        let shares = prop_oneof![
            Just(Vec::new()),
            (0usize..3, 1u32..=10).prop_map(|(task, minutes)| vec![(["1", "7", "11"][task], minutes)]),
            (1u32..=9).prop_map(|minutes| vec![("1", minutes), ("11", 10 - minutes)]),
        ];
        proptest::collection::vec(shares, 102).prop_map(|slots| {
            let at = |slot: usize| 960 + 10 * u16::try_from(slot).unwrap();
            let slots = slots.into_iter().enumerate().filter(|(_, shares)| !shares.is_empty());
            slots.map(|(slot, shares)| (at(slot), shares)).collect()
        })
    }

    fn sheet_of(cells: &[(u16, Vec<(&'static str, u32)>)]) -> Sheet {
        let cells: Vec<(u16, &[(&str, u32)])> = cells.iter().map(|(at, shares)| (*at, shares.as_slice())).collect();
        sheet(Some((960, 1980)), &cells)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_minute_is_lost_or_counted_twice(pairs in proptest::collection::vec((cells(), cells()), 1..4)) {
            let mut comparison = PlanComparison::default();
            let (mut planned, mut done) = (Minutes::ZERO, Minutes::ZERO);
            for (plan, sheet) in &pairs {
                let (plan, sheet) = (sheet_of(plan), sheet_of(sheet));
                comparison.add(&plan, &sheet);
                planned += plan.filled();
                done += sheet.filled();
            }
            let whole = comparison.whole();
            prop_assert_eq!((whole.planned, whole.done), (planned, done));
            for it in comparison.tasks.values().chain([&whole]) {
                prop_assert_eq!(it.planned, it.as_planned + it.shifted + it.not_done);
                prop_assert_eq!(it.done, it.as_planned + it.shifted + it.not_planned);
            }
            let of_hours = |minutes: fn(&PlanHour) -> &BTreeMap<TaskCode, Minutes>| -> Minutes {
                comparison.hours.values().flat_map(|hour| minutes(hour).values().copied()).sum()
            };
            prop_assert_eq!(of_hours(|hour| &hour.planned), planned);
            prop_assert_eq!(of_hours(|hour| &hour.done), done);
        }
    }
}
