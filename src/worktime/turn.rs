//! Turning the timer: each function says which stretches give way to which, and nothing is changed until that is written.

use super::task_list::TaskCode;
use super::timing::{TimerEntry, Timing, clock_seconds};
use crate::office::remark;
use crate::phrase::{Phrase, phrase};

/// Stretches that give way to others (計測の切り替え): from place `at` on, `before` stood there and `after` stands there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Place of the first stretch that changes.
    pub at: usize,
    /// Stretches from there on that give way.
    pub before: Vec<TimerEntry>,
    /// Stretches that stand there then.
    pub after: Vec<TimerEntry>,
}

impl Turn {
    /// What leads from some stretches to others.
    pub(super) fn between(old: &[TimerEntry], new: &[TimerEntry]) -> Self {
        let at = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        Self {
            at,
            before: old.iter().skip(at).cloned().collect(),
            after: new.iter().skip(at).cloned().collect(),
        }
    }

    /// Whether nothing changes.
    pub fn is_nothing(&self) -> bool {
        self.before == self.after
    }
}

/// Why the timer does not turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TurnError {
    /// The timing is over.
    Finished,
    /// This task is being measured already.
    RunsAlready(TaskCode),
    /// No task is being measured.
    NothingRuns,
    /// What runs has interrupted nothing.
    NothingInterrupted,
    /// The clock stands before a time that was measured (its second).
    ClockBehind(u32),
    /// There is no stretch with this number, counted from 1.
    NoSuchStretch(usize),
    /// The end is not later than the start.
    Backwards,
    /// The time has not come yet (now).
    InFuture(u32),
    /// The first stretch would begin on the next day.
    NextDay,
    /// The stretch with this number, counted from 1, would have no time left.
    NothingLeft(usize),
}

impl TurnError {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Finished => phrase("timer-finished"),
            Self::RunsAlready(_) => phrase("timer-runs-already"),
            Self::NothingRuns => phrase("timer-nothing-runs"),
            Self::NothingInterrupted => phrase("timer-nothing-interrupted"),
            Self::ClockBehind(second) => phrase("timer-clock-behind").with("time", clock_seconds(*second)),
            Self::NoSuchStretch(number) => phrase("timer-no-such-stretch").with("number", *number),
            Self::Backwards => phrase("timer-backwards"),
            Self::InFuture(now) => phrase("timer-in-future").with("now", clock_seconds(*now)),
            Self::NextDay => phrase("timer-next-day"),
            Self::NothingLeft(number) => phrase("timer-nothing-left").with("number", *number),
        }
    }
}

impl Timing {
    /// The timing after a turn.
    #[must_use]
    pub fn after(&self, turn: &Turn) -> Self {
        let kept = self.entries.iter().take(turn.at);
        self.with_entries(kept.chain(&turn.after).cloned().collect())
    }

    /// Ends what runs and begins another task; an interruption (割り込み) can be gone back from.
    ///
    /// A stretch without a single second gives way to the new one, so that a slip corrected at once leaves no trace; going on
    /// with the task that ended in the same second takes its stretch up again.
    pub fn switch(&self, task: &TaskCode, second: u32, interruption: bool) -> Result<Turn, TurnError> {
        self.can_turn(second)?;
        if self.running().is_some_and(|running| running.task == *task) && !interruption {
            return Err(TurnError::RunsAlready(task.clone()));
        }
        let mut entries = self.entries.clone();
        let slipped = entries
            .iter()
            .any(|entry| is_empty_run(entry, second) && !entry.parallel && entry.interruption);
        end(&mut entries, second, |entry| !entry.parallel || entry.task == *task);
        let interruption = interruption || slipped;
        let last = entries.iter_mut().rev().find(|entry| !entry.parallel);
        match last.filter(|last| last.task == *task && last.to == Some(second) && !interruption) {
            Some(last) => last.to = None,
            None => entries.push(begun(task, second, false, interruption)),
        }
        Ok(self.turn_to(&entries))
    }

    /// Goes back to the task that was interrupted.
    pub fn go_back(&self, second: u32) -> Result<Turn, TurnError> {
        let task = self.interrupted().ok_or(TurnError::NothingInterrupted)?.clone();
        self.switch(&task, second, false)
    }

    /// The task that what runs has interrupted, the latest of several.
    pub fn interrupted(&self) -> Option<&TaskCode> {
        self.running()?;
        let mut waiting: Vec<&TaskCode> = Vec::new();
        let mut current: Option<&TaskCode> = None;
        for entry in self.main() {
            if entry.interruption {
                waiting.extend(current);
            } else if let Some(place) = waiting.iter().rposition(|task| **task == entry.task) {
                waiting.truncate(place);
            } else {
                waiting.clear();
            }
            current = Some(&entry.task);
        }
        waiting.pop()
    }

    /// Begins a task beside the main one (ながら); the same task again ends it, another one takes its place.
    pub fn parallel(&self, task: &TaskCode, second: u32) -> Result<Turn, TurnError> {
        self.can_turn(second)?;
        let main = self.running().ok_or(TurnError::NothingRuns)?;
        if main.task == *task {
            return Err(TurnError::RunsAlready(task.clone()));
        }
        let ends_it = self.running_parallel().is_some_and(|entry| entry.task == *task);
        let mut entries = self.entries.clone();
        end(&mut entries, second, |entry| entry.parallel);
        if !ends_it {
            entries.push(begun(task, second, true, false));
        }
        Ok(self.turn_to(&entries))
    }

    /// Ends what runs beside the main task.
    pub fn end_parallel(&self, second: u32) -> Result<Turn, TurnError> {
        self.can_turn(second)?;
        if self.running_parallel().is_none() {
            return Err(TurnError::NothingRuns);
        }
        let mut entries = self.entries.clone();
        end(&mut entries, second, |entry| entry.parallel);
        Ok(self.turn_to(&entries))
    }

    /// Ends everything that runs, at this second.
    pub fn stop(&self, second: u32) -> Result<Turn, TurnError> {
        self.can_turn(second)?;
        if self.entries.iter().all(|entry| entry.to.is_some()) {
            return Err(TurnError::NothingRuns);
        }
        let mut entries = self.entries.clone();
        end(&mut entries, second, |_| true);
        Ok(self.turn_to(&entries))
    }

    /// Writes a remark on the main stretch that runs, else on the last one.
    pub fn remark(&self, note: &str) -> Result<Turn, TurnError> {
        let mut entries = self.entries.clone();
        let last = entries.iter_mut().rev().find(|entry| !entry.parallel);
        let last = last.ok_or(TurnError::NothingRuns)?;
        remark(note.trim()).clone_into(&mut last.note);
        Ok(self.turn_to(&entries))
    }

    pub(super) fn turn_to(&self, entries: &[TimerEntry]) -> Turn {
        Turn::between(&self.entries, entries)
    }

    fn can_turn(&self, second: u32) -> Result<(), TurnError> {
        if self.finished {
            return Err(TurnError::Finished);
        }
        let measured = self.entries.iter().map(|entry| entry.to.unwrap_or(entry.from)).max();
        match measured.filter(|measured| *measured > second) {
            Some(measured) => Err(TurnError::ClockBehind(measured)),
            None => Ok(()),
        }
    }
}

fn begun(task: &TaskCode, second: u32, parallel: bool, interruption: bool) -> TimerEntry {
    TimerEntry {
        task: task.clone(),
        from: second,
        to: None,
        parallel,
        interruption,
        note: String::new(),
    }
}

fn is_empty_run(entry: &TimerEntry, second: u32) -> bool {
    entry.to.is_none() && entry.from == second
}

/// Ends the running stretches among those that are meant; one that has no second yet was never there.
fn end(entries: &mut Vec<TimerEntry>, second: u32, meant: impl Fn(&TimerEntry) -> bool) {
    entries.retain(|entry| !(meant(entry) && is_empty_run(entry, second)));
    for entry in entries.iter_mut().filter(|entry| meant(entry)) {
        entry.to.get_or_insert(second);
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use chrono::NaiveDate;

    use super::super::list_history::ListNumber;
    use super::super::timing::{DAY, TimingKey};
    use super::super::wave::Wave;
    use super::*;
    use crate::office::StaffCode;

    pub(crate) fn task(code: &str) -> TaskCode {
        TaskCode(code.to_owned())
    }

    /// A timing of S001 in which nothing has been measured yet.
    pub(crate) fn timing() -> Timing {
        let key = TimingKey {
            wave: Wave::Before,
            staff: StaffCode::parse("S001").unwrap(),
            date: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
            observer: None,
        };
        Timing::new(key, ListNumber::default())
    }

    /// The timing after a turn, as the book does it.
    pub(crate) fn turned(timing: &Timing, turn: &Turn) -> Timing {
        assert_eq!(timing.entries.get(turn.at..), Some(turn.before.as_slice()));
        timing.after(turn)
    }

    impl Timing {
        pub(crate) fn then(&self, turn: impl FnOnce(&Self) -> Result<Turn, TurnError>) -> Self {
            turned(self, &turn(self).unwrap())
        }
    }

    /// `task from-to`, running ones open, `+` beside, `!` interrupting.
    pub(crate) fn told(timing: &Timing) -> Vec<String> {
        let entry = |entry: &TimerEntry| {
            let to = entry.to.map_or_else(String::new, |to| to.to_string());
            let beside = if entry.parallel { "+" } else { "" };
            let interrupting = if entry.interruption { "!" } else { "" };
            format!("{beside}{interrupting}{} {}-{to}", entry.task, entry.from)
        };
        timing.entries.iter().map(entry).collect()
    }

    fn switched(timing: &Timing, code: &str, second: u32) -> Timing {
        timing.then(|timing| timing.switch(&task(code), second, false))
    }

    #[test]
    fn a_switch_ends_what_runs_and_begins_the_next_in_the_same_second() {
        let timing = switched(&switched(&timing(), "1", 100), "2", 160);
        assert_eq!(told(&timing), ["1 100-160", "2 160-"]);
        assert_eq!((timing.seconds(200), timing.seconds_of(&task("1"), 200)), (100, 60));
        assert_eq!(
            timing.switch(&task("2"), 170, false),
            Err(TurnError::RunsAlready(task("2")))
        );
        assert_eq!(timing.switch(&task("3"), 159, false), Err(TurnError::ClockBehind(160)));
    }

    #[test]
    fn a_slip_corrected_in_the_same_second_leaves_no_trace() {
        let slip = switched(&switched(&timing(), "1", 100), "2", 160);
        assert_eq!(told(&switched(&slip, "3", 160)), ["1 100-160", "3 160-"]);
        assert_eq!(told(&switched(&slip, "1", 160)), ["1 100-"]);
    }

    #[test]
    fn one_goes_back_from_interruptions_in_their_order() {
        let timing = switched(&timing(), "1", 0)
            .then(|timing| timing.switch(&task("2"), 10, true))
            .then(|timing| timing.switch(&task("3"), 20, true))
            .then(|timing| timing.go_back(30))
            .then(|timing| timing.go_back(40));
        assert_eq!(told(&timing), ["1 0-10", "!2 10-20", "!3 20-30", "2 30-40", "1 40-"]);
        assert_eq!(timing.go_back(50), Err(TurnError::NothingInterrupted));
        let left = switched(&timing.then(|timing| timing.switch(&task("2"), 50, true)), "4", 60);
        assert_eq!(left.interrupted(), None);
    }

    #[test]
    fn a_task_beside_the_main_one_goes_on_over_a_switch_and_ends_with_the_stop() {
        let timing = switched(&timing(), "1", 0).then(|timing| timing.parallel(&task("9"), 5));
        let timing = switched(&timing, "2", 10);
        assert_eq!(told(&timing), ["1 0-10", "+9 5-", "2 10-"]);
        assert_eq!(timing.seconds(20), 20, "the main stretches alone make the total");
        let off = timing.then(|timing| timing.parallel(&task("9"), 15));
        assert_eq!(told(&off), ["1 0-10", "+9 5-15", "2 10-"]);
        let stopped = timing.then(|timing| timing.stop(30));
        assert_eq!(told(&stopped), ["1 0-10", "+9 5-30", "2 10-30"]);
        assert_eq!(stopped.stop(31), Err(TurnError::NothingRuns));
        assert_eq!(stopped.parallel(&task("9"), 31), Err(TurnError::NothingRuns));
        let main = switched(&timing, "9", 20);
        assert_eq!(told(&main), ["1 0-10", "+9 5-20", "2 10-20", "9 20-"]);
    }

    #[test]
    fn work_past_midnight_runs_on() {
        let timing = switched(&switched(&timing(), "1", DAY - 10), "2", DAY + 5);
        assert_eq!(timing.seconds_of(&task("1"), DAY + 9), 15);
    }

    #[test]
    fn a_remark_stands_on_what_runs() {
        let timing = switched(&timing(), "1", 0).then(|timing| timing.remark(" 転倒 "));
        assert_eq!(timing.running().unwrap().note, "転倒");
        assert_eq!(super::tests::timing().remark("x"), Err(TurnError::NothingRuns));
    }

    #[test]
    fn what_is_over_does_not_turn() {
        let mut over = switched(&timing(), "1", 0);
        over.finished = true;
        assert_eq!(over.switch(&task("2"), 1, false), Err(TurnError::Finished));
    }
}
