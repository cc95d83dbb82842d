//! Cells made of seconds (計測から調査票へ): no minute is made or lost.

use std::collections::BTreeMap;

use super::sheet::{Cell, Manner, Share, Sheet, SheetKey};
use super::task_list::{TaskCode, TaskList};
use super::timing::Timing;
use super::wave::Wave;
use crate::office::{Minutes, Span};
use crate::phrase::{Phrase, phrase};

/// Why a timing makes no sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSheet {
    /// A task is still being measured.
    Running,
    /// Less than half a minute was measured.
    Nothing,
    /// It lasted longer than a day.
    TooLong,
    /// A sheet of the person at that time is in the book already.
    SheetThere(SheetKey),
}

impl NoSheet {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Running => phrase("timer-sheet-running"),
            Self::Nothing => phrase("timer-sheet-nothing"),
            Self::TooLong => phrase("timer-sheet-too-long"),
            Self::SheetThere(key) => phrase("timer-sheet-there")
                .with("staff", key.staff.as_str())
                .with("date", key.date.to_string())
                .with("time", crate::office::clock(key.starts_at)),
        }
    }
}

impl Timing {
    /// The main stretches that have ended, laid into slots of whole minutes.
    ///
    /// The rule is largest remainder, twice. All seconds together make `round(Σ seconds / 60)` minutes (half a minute up). They
    /// are shared out to the slots: each gets its whole minutes, and the rest goes, one minute each, to the slots with the
    /// largest remainder of seconds, the earlier one first. Within a slot its minutes go to its tasks in the same way, the
    /// earlier one in the list first. So a slot that is wholly covered gets exactly its minutes, no slot gets more than it has,
    /// and each task is within a minute of its seconds in every slot.
    pub fn cells(&self, slot_minutes: u16, list: &TaskList) -> Vec<Cell> {
        let slots = self.slots(slot_minutes, list);
        let per_slot: Vec<u32> = slots
            .values()
            .map(|tasks| tasks.iter().map(|(_, seconds)| seconds).sum())
            .collect();
        let total = per_slot.iter().sum::<u32>();
        let minutes = shared_out((total + 30) / 60, &per_slot);
        let cell = |((start, tasks), minutes): ((u16, Vec<(TaskCode, u32)>), u32)| {
            let seconds: Vec<u32> = tasks.iter().map(|(_, seconds)| *seconds).collect();
            let shares = tasks.into_iter().zip(shared_out(minutes, &seconds));
            let shares = shares.filter(|(_, minutes)| *minutes > 0);
            let shares = shares.map(|((task, _), minutes)| Share(task, Minutes(minutes)));
            let shares: Vec<Share> = shares.collect();
            Cell { start, shares }
        };
        let cells = slots.into_iter().zip(minutes).map(cell);
        cells.filter(|cell| !cell.shares.is_empty()).collect()
    }

    /// The sheet of the timing: cells by [`Self::cells`], the span from the first minute to the last.
    ///
    /// A minute that was begun or ended within itself counts into the span only where the cells have it, so that a timing without
    /// gaps leaves nothing unfilled.
    pub fn to_sheet(&self, slot_minutes: u16, list: &TaskList) -> Result<Sheet, NoSheet> {
        let mut ended = self.main().map(|entry| entry.to.map(|to| (entry.from, to)));
        let ended: Vec<(u32, u32)> = ended.by_ref().collect::<Option<Vec<_>>>().ok_or(NoSheet::Running)?;
        let cells = self.cells(slot_minutes, list);
        let (Some((from, _)), Some((_, to)), false) = (ended.first(), ended.last(), cells.is_empty()) else {
            return Err(NoSheet::Nothing);
        };
        let notes: Vec<&str> = self.entries.iter().map(|entry| entry.note.as_str()).collect();
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        let mut sheet = Sheet {
            staff: self.key.staff.clone(),
            date: self.key.date,
            role: self.role.clone(),
            unit: self.unit.clone(),
            scheduled: self.scheduled,
            actual: None,
            slot_minutes,
            cells,
            note: notes.join(" / "),
            manner: match self.key.observer {
                Some(_) => Manner::Observed,
                None => Manner::Timed,
            },
            list: self.list,
            copied: Vec::new(),
        };
        let span = |from: u32, to: u32| {
            let (from, to) = (u16::try_from(from).ok()?, u16::try_from(to).ok()?);
            Span::new(from, to).ok()
        };
        let (mut first, mut last) = (from / 60, to.div_ceil(60));
        sheet.actual = Some(span(first, last).ok_or(NoSheet::TooLong)?);
        let open = |sheet: &Sheet, minute: u32| {
            let slot = u32::from(slot_minutes);
            let slots = sheet.unfilled_slots();
            slots.iter().any(|(start, _)| u32::from(*start) == minute / slot * slot)
        };
        if from % 60 != 0 && last - first > 1 && open(&sheet, first) {
            first += 1;
            sheet.actual = span(first, last);
        }
        if to % 60 != 0 && last - first > 1 && open(&sheet, last - 1) {
            last -= 1;
            sheet.actual = span(first, last);
        }
        Ok(sheet)
    }

    /// The sheet of the timing, where no sheet of the person at that time is among `sheets`.
    pub fn to_new_sheet(&self, slot_minutes: u16, list: &TaskList, sheets: &[(Wave, Sheet)]) -> Result<Sheet, NoSheet> {
        let sheet = self.to_sheet(slot_minutes, list)?;
        let there = sheets
            .iter()
            .filter(|(wave, other)| *wave == self.key.wave && other.staff == sheet.staff)
            .find(|(_, other)| overlap(&sheet, other));
        match there {
            Some((wave, other)) => Err(NoSheet::SheetThere(other.key(*wave))),
            None => Ok(sheet),
        }
    }

    /// Seconds by slot and task, tasks in the order of the list.
    fn slots(&self, slot_minutes: u16, list: &TaskList) -> BTreeMap<u16, Vec<(TaskCode, u32)>> {
        let length = u32::from(slot_minutes.max(1)) * 60;
        let mut slots: BTreeMap<u16, Vec<(TaskCode, u32)>> = BTreeMap::new();
        for entry in self.main() {
            let Some(to) = entry.to else { continue };
            let mut from = entry.from;
            while from < to {
                let next = (from / length + 1) * length;
                // Beyond the last minute that a sheet can name there are no cells; such a timing is too long for a sheet.
                let Ok(start) = u16::try_from(from / length * u32::from(slot_minutes)) else {
                    break;
                };
                let tasks = slots.entry(start).or_default();
                let seconds = next.min(to) - from;
                match tasks.iter_mut().find(|(task, _)| *task == entry.task) {
                    Some((_, so_far)) => *so_far += seconds,
                    None => tasks.push((entry.task.clone(), seconds)),
                }
                from = next;
            }
        }
        for tasks in slots.values_mut() {
            tasks.sort_by_key(|(code, _)| list.tasks.iter().position(|task| task.code == *code));
        }
        slots
    }
}

/// Shares whole minutes out by largest remainder; of equal remainders the earlier one comes first.
fn shared_out(minutes: u32, seconds: &[u32]) -> Vec<u32> {
    let mut shares: Vec<u32> = seconds.iter().map(|seconds| seconds / 60).collect();
    let left = minutes.saturating_sub(shares.iter().sum());
    let mut places: Vec<usize> = (0..seconds.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(seconds[*place] % 60));
    for place in places.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        shares[place] += 1;
    }
    shares
}

/// Whether two sheets of a person share a minute.
fn overlap(one: &Sheet, other: &Sheet) -> bool {
    let reach = |sheet: &Sheet| {
        let slot = sheet.slot_minutes;
        let cells = sheet.cells.first().zip(sheet.cells.last());
        let cells = cells.map(|(first, last)| (first.start, last.start + slot));
        let span = sheet.span().map(|span| (span.start(), span.end()));
        let day = one.date.signed_duration_since(sheet.date).num_days();
        span.or(cells)
            .map(|(from, to)| (i64::from(from) - day * 1440, i64::from(to) - day * 1440))
    };
    match (reach(one), reach(other)) {
        (Some((from, to)), Some((its_from, its_to))) => from < its_to && its_from < to,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::list_history::tests::list;
    use super::super::sheet::tests::sheet;
    use super::super::timing::TimerEntry;
    use super::super::turn::tests::{task, timing};
    use super::*;

    /// Main stretches one after the other: `(task, seconds)`, or a gap where the task is empty.
    fn measured(start: u32, stretches: &[(&str, u32)]) -> Timing {
        let mut at = start;
        let mut entries = Vec::new();
        for (code, seconds) in stretches {
            let from = at;
            at += seconds;
            if !code.is_empty() {
                entries.push(TimerEntry {
                    task: task(code),
                    from,
                    to: Some(at),
                    parallel: false,
                    interruption: false,
                    note: String::new(),
                });
            }
        }
        timing().with_entries(entries)
    }

    fn three() -> TaskList {
        list("three", &["1", "2", "3"])
    }

    fn told(cells: &[Cell]) -> Vec<(u16, Vec<(&str, u32)>)> {
        let shares = |cell: &Cell| cell.shares.len();
        assert!(cells.iter().all(|cell| shares(cell) > 0));
        cells
            .iter()
            .map(|cell| {
                let shares = cell.shares.iter().map(|share| (share.0.as_str(), share.1.0));
                (cell.start, shares.collect())
            })
            .collect()
    }

    // 600 s in the slot of 10:00: 3 min 40 s, 2 min 50 s, 3 min 30 s. Whole minutes 3 + 2 + 3, two are left: 50 s, then 40 s.
    #[test]
    fn a_whole_slot_is_shared_out_by_largest_remainder() {
        let timing = measured(36_000, &[("1", 220), ("2", 170), ("3", 210)]);
        assert_eq!(
            told(&timing.cells(10, &three())),
            [(600, vec![("1", 4), ("2", 3), ("3", 3)])]
        );
    }

    // From 10:00:40 to 10:10:20: 580 s are 9.67, so 10 minutes; both slots have 20 s over, the earlier one gets the minute.
    #[test]
    fn a_timing_without_gaps_leaves_nothing_unfilled() {
        let timing = measured(36_040, &[("1", 580)]);
        let sheet = timing.to_sheet(10, &three()).unwrap();
        assert_eq!(told(&sheet.cells), [(600, vec![("1", 10)])]);
        assert_eq!((sheet.filled(), sheet.unfilled()), (Minutes(10), Minutes(0)));
        assert_eq!(sheet.manner, Manner::Timed);
    }

    #[test]
    fn an_observers_sheet_says_so_and_what_runs_beside_makes_no_cells() {
        let mut timing = measured(36_000, &[("1", 600)]);
        timing.key.observer = Some(crate::office::StaffCode::parse("O1").unwrap());
        timing.entries.push(TimerEntry {
            parallel: true,
            note: "見守り".to_owned(),
            ..timing.entries[0].clone()
        });
        let sheet = timing.to_sheet(10, &three()).unwrap();
        assert_eq!((sheet.manner, sheet.filled()), (Manner::Observed, Minutes(10)));
        assert_eq!(sheet.note, "見守り");
    }

    #[test]
    fn a_night_runs_past_midnight_into_one_sheet() {
        let timing = measured(86_400 - 300, &[("1", 600)]);
        let sheet = timing.to_sheet(10, &three()).unwrap();
        assert_eq!(told(&sheet.cells), [(1430, vec![("1", 5)]), (1440, vec![("1", 5)])]);
        assert_eq!(sheet.actual, Span::new(1435, 1445).ok());
    }

    #[test]
    fn what_makes_no_sheet_says_why() {
        assert_eq!(measured(0, &[]).to_sheet(10, &three()), Err(NoSheet::Nothing));
        assert_eq!(measured(0, &[("1", 29)]).to_sheet(10, &three()), Err(NoSheet::Nothing));
        assert_eq!(
            measured(3600, &[("1", 86_401)]).to_sheet(10, &three()),
            Err(NoSheet::TooLong)
        );
        let mut running = measured(0, &[("1", 600)]);
        running.entries[0].to = None;
        assert_eq!(running.to_sheet(10, &three()), Err(NoSheet::Running));
    }

    #[test]
    fn a_sheet_of_the_same_person_at_that_time_keeps_its_place() {
        let mut timing = measured(36_000, &[("1", 600)]);
        let there = sheet(Some((510, 1050)), &[(600, &[("1", 10)])]);
        timing.key.date = there.date;
        let refused = |wave, timing: &Timing| timing.to_new_sheet(10, &three(), &[(wave, there.clone())]).is_err();
        assert!(refused(Wave::Before, &timing));
        assert!(!refused(Wave::After(1), &timing));
        timing.key.date = there.date.succ_opt().unwrap();
        assert!(!refused(Wave::Before, &timing));
        let night = sheet(Some((1000, 2050)), &[]);
        assert!(timing.to_new_sheet(10, &three(), &[(Wave::Before, night)]).is_err());
    }

    fn stretches() -> impl Strategy<Value = Vec<(&'static str, u32)>> {
        prop::collection::vec((prop::sample::select(vec!["1", "2", "3", ""]), 1_u32..1500), 1..40)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

        #[test]
        fn no_minute_is_made_or_lost(
            start in 0_u32..86_000, stretches in stretches(), slot in prop::sample::select(vec![5_u16, 10, 15, 30, 60])
        ) {
            let timing = measured(start, &stretches);
            let list = three();
            let cells = timing.cells(slot, &list);
            let seconds: u32 = timing.seconds(0);
            let minutes: Minutes = cells.iter().map(Cell::filled).sum();
            prop_assert_eq!(minutes, Minutes((seconds + 30) / 60));
            for (start, tasks) in timing.slots(slot, &list) {
                let of_slot: u32 = tasks.iter().map(|(_, seconds)| seconds).sum();
                let cell = cells.iter().find(|cell| cell.start == start);
                let filled = cell.map_or(Minutes::ZERO, Cell::filled);
                prop_assert!(filled <= Minutes(u32::from(slot)));
                if of_slot == u32::from(slot) * 60 {
                    prop_assert_eq!(filled, Minutes(u32::from(slot)));
                }
                for (task, seconds) in tasks {
                    let share = cell.and_then(|cell| cell.shares.iter().find(|share| share.0 == task));
                    let minutes = share.map_or(0, |share| share.1.0);
                    prop_assert!((minutes * 60).abs_diff(seconds) < 60);
                }
            }
        }

        #[test]
        fn whole_minutes_stay_as_they_are(stretches in prop::collection::vec(("[123]", 1_u32..40), 1..20)) {
            let stretches: Vec<(&str, u32)> = stretches.iter().map(|(task, minutes)| (task.as_str(), minutes * 60)).collect();
            let sheet = measured(30_000, &stretches).to_sheet(10, &three()).unwrap();
            prop_assert_eq!(sheet.unfilled(), Minutes::ZERO);
            for code in ["1", "2", "3"] {
                let seconds: u32 = stretches.iter().filter(|(task, _)| *task == code).map(|(_, seconds)| seconds).sum();
                let shares = sheet.cells.iter().flat_map(|cell| &cell.shares).filter(|share| share.0 == task(code));
                prop_assert_eq!(shares.map(|share| share.1).sum::<Minutes>(), Minutes(seconds / 60));
            }
        }
    }
}
