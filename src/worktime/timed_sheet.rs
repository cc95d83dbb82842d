//! Cells made of seconds (計測から調査票へ): no minute is made or lost.

use super::sheet::{Cell, Manner, Sheet, SheetKey};
use super::stretches::{Stretch, cells_of_stretches, span_of_stretches};
use super::task_list::TaskList;
use super::timing::{TimerEntry, Timing};
use super::wave::Wave;
use crate::office::Minutes;
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
    /// It lasted less than [`SHORTEST_SHIFT`]; so many minutes.
    TooShort(u32),
    /// A sheet of the person at that time is in the book already.
    SheetThere(SheetKey),
}

/// Shortest timing that may stand for a shift. A sheet counts as one day of a person, so the few minutes of a trial would
/// weigh as much as a whole shift. Our own mark (参考).
const SHORTEST_SHIFT: Minutes = Minutes(180);

impl NoSheet {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Running => phrase("timer-sheet-running"),
            Self::Nothing => phrase("timer-sheet-nothing"),
            Self::TooLong => phrase("timer-sheet-too-long"),
            Self::TooShort(minutes) => phrase("timer-sheet-too-short")
                .with("minutes", *minutes)
                .with("hours", SHORTEST_SHIFT.0 / 60),
            Self::SheetThere(key) => phrase("timer-sheet-there")
                .with("staff", key.staff.as_str())
                .with("date", key.date.to_string())
                .with("time", crate::office::clock(key.starts_at)),
        }
    }
}

impl Timing {
    /// The main stretches that have ended, laid into slots of whole minutes by the rule of [`cells_of_stretches`].
    pub fn cells(&self, slot_minutes: u16, list: &TaskList) -> Vec<Cell> {
        cells_of_stretches(&self.ended_stretches(), slot_minutes, list)
    }

    /// The sheet of the timing: cells by [`Self::cells`], the span from the first minute to the last.
    ///
    /// A minute that was begun or ended within itself counts into the span only where the cells have it, so that a timing without
    /// gaps leaves nothing unfilled.
    pub fn to_sheet(&self, slot_minutes: u16, list: &TaskList) -> Result<Sheet, NoSheet> {
        if self.running().is_some() {
            return Err(NoSheet::Running);
        }
        let stretches = self.ended_stretches();
        let cells = cells_of_stretches(&stretches, slot_minutes, list);
        if cells.is_empty() {
            return Err(NoSheet::Nothing);
        }
        let actual = span_of_stretches(&stretches, slot_minutes, &cells).ok_or(NoSheet::TooLong)?;
        let notes: Vec<&str> = self.entries.iter().map(|entry| entry.note.as_str()).collect();
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        Ok(Sheet {
            staff: self.key.staff.clone(),
            date: self.key.date,
            role: self.role.clone(),
            unit: self.unit.clone(),
            scheduled: self.scheduled,
            actual: Some(actual),
            slot_minutes,
            cells,
            note: notes.join(" / "),
            manner: match self.key.observer {
                Some(_) => Manner::Observed,
                None => Manner::Timed,
            },
            list: self.list,
            copied: Vec::new(),
        })
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
            None if sheet.filled() < SHORTEST_SHIFT => Err(NoSheet::TooShort(sheet.filled().0)),
            None => Ok(sheet),
        }
    }

    /// The main stretches that have ended, in order.
    fn ended_stretches(&self) -> Vec<Stretch> {
        let ended = |entry: &TimerEntry| {
            entry.to.map(|to| Stretch {
                task: entry.task.clone(),
                from: entry.from,
                to,
            })
        };
        self.main().filter_map(ended).collect()
    }
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
    use super::super::stretches::seconds_of_slots;
    use super::super::turn::tests::{task, timing};
    use super::*;
    use crate::office::{Minutes, Span};

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
        let mut timing = measured(36_000, &[("1", 12_000)]);
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

    #[test]
    fn a_few_minutes_do_not_stand_for_a_shift() {
        let made = |seconds| measured(36_000, &[("1", seconds)]).to_new_sheet(10, &three(), &[]);
        assert_eq!(made(600), Err(NoSheet::TooShort(10)));
        assert_eq!(made(179 * 60), Err(NoSheet::TooShort(179)));
        assert!(made(180 * 60).is_ok());
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
            for (start, tasks) in seconds_of_slots(&timing.ended_stretches(), slot, &list) {
                let of_slot: u32 = tasks.values().sum();
                let cell = cells.iter().find(|cell| cell.start == start);
                let filled = cell.map_or(Minutes::ZERO, Cell::filled);
                prop_assert!(filled <= Minutes(u32::from(slot)));
                if of_slot == u32::from(slot) * 60 {
                    prop_assert_eq!(filled, Minutes(u32::from(slot)));
                }
                for ((_, task), seconds) in tasks {
                    let share = cell.and_then(|cell| cell.shares.iter().find(|share| share.0 == *task));
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
