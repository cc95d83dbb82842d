//! An average survey day, and what moves on paper make of it.

use std::collections::BTreeMap;

use super::meters::{Hours, MeterSettings, is_work, kinds, survey_days};
use super::scenario::{Move, Way};
use super::sheet::Sheet;
use super::task_list::{CategoryKind, TaskCode, TaskList};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};

/// The minutes of a wave by task and clock hour, to be read as means a survey day (調査1日あたりの平均).
///
/// The sums stay whole; a move of a minute a day is a move of as many minutes as the survey has days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLoad {
    /// Days of the survey.
    pub days: u32,
    /// All minutes of the survey by task and clock hour.
    pub minutes: BTreeMap<TaskCode, [u32; 24]>,
    /// Minutes by clock hour for the meters.
    pub hours: Hours,
    /// Sheets with filled minutes (person-days).
    pub person_days: u32,
}

/// Why a move cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveFault {
    /// The list has no such task.
    NoSuchTask(TaskCode),
    /// An hour is none of 0–23.
    NoSuchHour(u16),
    /// No minutes are to be moved.
    NoMinutes,
    /// Fewer minutes are there than are to be taken, in tenths of a minute a survey day.
    NotThere {
        /// Tenths of minutes that are there.
        tenths: u32,
    },
    /// It moves to the hour from which it takes.
    SameHour,
    /// The way needs an hour to which the minutes go.
    NeedsHour(Way),
    /// With this way the minutes go away, and an hour to which they go was given.
    NeedsNoHour(Way),
}

/// What moves make of an average day (案の結果). It is no data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The day that would be.
    pub load: DayLoad,
    /// Minutes of the survey that more work than slack leaves no room for, by clock hour.
    pub short: [u32; 24],
}

impl DayLoad {
    /// Adds the sheets of one wave up.
    pub fn of(sheets: &[&Sheet], tasks: &TaskList) -> Self {
        let mut minutes: BTreeMap<TaskCode, [u32; 24]> = BTreeMap::new();
        for cell in sheets.iter().flat_map(|sheet| &sheet.cells) {
            let hour = super::meters::hour(cell.start);
            for share in &cell.shares {
                match minutes.get_mut(&share.0) {
                    Some(hours) => hours[hour] += share.1.0,
                    None => {
                        minutes.entry(share.0.clone()).or_insert([0; 24])[hour] = share.1.0;
                    }
                }
            }
        }
        let filled = sheets.iter().filter(|sheet| !sheet.cells.is_empty()).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            days: count(survey_days(sheets)),
            minutes,
            hours: Hours::of(sheets, tasks),
            person_days: count(filled),
        }
    }

    /// Minutes of a task in a clock hour, as mean a survey day.
    pub fn mean(&self, task: &TaskCode, hour: u16) -> f64 {
        self.a_day(self.of_task(task, hour))
    }

    /// Minutes of care work in a clock hour, as mean a survey day.
    pub fn work(&self, hour: u16) -> f64 {
        self.a_day(self.hours.work.get(usize::from(hour)).copied().unwrap_or(0))
    }

    /// Minutes of the survey as mean a day; 0 without days.
    pub fn a_day(&self, minutes: u32) -> f64 {
        f64::from(minutes) / f64::from(self.days.max(1))
    }

    /// The hour with most care work against the mean of the hours with anybody on duty; `None` without work.
    pub fn peak_to_mean(&self) -> Option<f64> {
        let duty = self.hours.work.iter().zip(&self.hours.on_duty);
        let loads: Vec<u32> = duty
            .filter(|(_, on_duty)| **on_duty > 0)
            .map(|(work, _)| *work)
            .collect();
        let (most, all) = (*loads.iter().max()?, loads.iter().sum::<u32>());
        let hours = u32::try_from(loads.len()).unwrap_or(24);
        (all > 0).then(|| f64::from(most) * f64::from(hours) / f64::from(all))
    }

    /// Minutes of the marked tasks a person-day; `None` where no task of the list is marked.
    pub fn waste_per_person_day(&self, tasks: &TaskList, settings: &MeterSettings) -> Option<f64> {
        let marked = tasks.tasks.iter().filter(|task| settings.wasteful.contains(&task.code));
        let marked: Vec<u32> = marked
            .map(|task| self.minutes.get(&task.code).map_or(0, |hours| hours.iter().sum()))
            .collect();
        let minutes: u32 = marked.iter().sum();
        (!marked.is_empty() && self.person_days > 0).then(|| f64::from(minutes) / f64::from(self.person_days))
    }

    fn of_task(&self, task: &TaskCode, hour: u16) -> u32 {
        let hours = self.minutes.get(task);
        hours
            .and_then(|hours| hours.get(usize::from(hour)))
            .copied()
            .unwrap_or(0)
    }

    /// Makes the moves in order; at a move that cannot be made, its place and why.
    ///
    /// The people on duty stay where they are. Work that leaves an hour becomes slack there, and work that comes takes slack away.
    pub fn after(&self, moves: &[Move], tasks: &TaskList) -> Result<Trial, (usize, MoveFault)> {
        let kinds = kinds(tasks);
        let mut load = self.clone();
        // Slack by hour; below nothing when more work came than slack was there.
        let mut slack: [i64; 24] = load.hours.slack.map(i64::from);
        for (place, step) in moves.iter().enumerate() {
            load.take(step, &kinds, &mut slack).map_err(|fault| (place, fault))?;
        }
        let whole = |minutes: i64| u32::try_from(minutes.max(0)).unwrap_or(u32::MAX);
        load.hours.slack = slack.map(whole);
        Ok(Trial {
            load,
            short: slack.map(|minutes| whole(-minutes)),
        })
    }

    fn take(
        &mut self,
        step: &Move,
        kinds: &std::collections::HashMap<&TaskCode, CategoryKind>,
        slack: &mut [i64; 24],
    ) -> Result<(), MoveFault> {
        step.examine()?;
        let kind = *kinds
            .get(&step.task)
            .ok_or_else(|| MoveFault::NoSuchTask(step.task.clone()))?;
        let there = self.of_task(&step.task, step.from_hour);
        let asked = step.minutes.checked_mul(self.days).filter(|asked| *asked <= there);
        let Some(minutes) = asked.filter(|_| self.days > 0) else {
            let tenths = there * 10 / self.days.max(1);
            return Err(MoveFault::NotThere { tenths });
        };
        let from = usize::from(step.from_hour);
        let hours = self.minutes.entry(step.task.clone()).or_insert([0; 24]);
        hours[from] -= minutes;
        if let Some(to) = step.to_hour.map(usize::from) {
            hours[to] += minutes;
        }
        let to = step.to_hour.map(usize::from);
        if is_work(kind) {
            self.hours.work[from] -= minutes;
            if let Some(to) = to {
                self.hours.work[to] += minutes;
            }
        }
        // Slack that is moved leaves its hour; anything else leaves slack behind.
        let sign = if kind == CategoryKind::Slack { -1 } else { 1 };
        slack[from] += sign * i64::from(minutes);
        if let Some(to) = to {
            slack[to] -= sign * i64::from(minutes);
        }
        Ok(())
    }
}

impl Move {
    /// Checks what can be told without the sheets: hours, minutes, and whether the way fits.
    pub fn examine(&self) -> Result<(), MoveFault> {
        let hours = [Some(self.from_hour), self.to_hour];
        if let Some(hour) = hours.into_iter().flatten().find(|hour| *hour > 23) {
            return Err(MoveFault::NoSuchHour(hour));
        }
        match (self.way.moves(), self.to_hour) {
            (true, None) => return Err(MoveFault::NeedsHour(self.way)),
            (false, Some(_)) => return Err(MoveFault::NeedsNoHour(self.way)),
            (true, Some(to)) if to == self.from_hour => return Err(MoveFault::SameHour),
            _ => {}
        }
        if self.minutes == 0 {
            return Err(MoveFault::NoMinutes);
        }
        Ok(())
    }
}

impl MoveFault {
    /// In words, for the move that cannot be made.
    pub fn phrase(&self, step: &Move) -> Phrase {
        match self {
            Self::NoSuchTask(task) => phrase("move-no-such-task").with("task", printable(task.as_str())),
            Self::NoSuchHour(hour) => phrase("move-no-such-hour").with("hour", *hour),
            Self::NoMinutes => phrase("move-no-minutes"),
            Self::NotThere { tenths } => phrase("move-not-there")
                .with("task", printable(step.task.as_str()))
                .with("hour", step.from_hour)
                .with("asked", step.minutes)
                .with("there", format!("{}.{}", tenths / 10, tenths % 10)),
            Self::SameHour => phrase("move-same-hour").with("hour", step.from_hour),
            Self::NeedsHour(way) => phrase("move-needs-hour").with("way", way.phrase()),
            Self::NeedsNoHour(way) => phrase("move-needs-no-hour").with("way", way.phrase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::meters::tests::list;
    use super::super::sheet::tests::sheet;
    use super::*;

    /// Two days: at 9 task 11 for 15 minutes a day, at 14 slack for 10 minutes on the first.
    fn load() -> DayLoad {
        let first = sheet(
            None,
            &[(540, &[("11", 10)]), (550, &[("11", 10)]), (840, &[("24", 10)])],
        );
        let mut second = sheet(None, &[(540, &[("11", 10)])]);
        second.date = second.date.succ_opt().unwrap();
        DayLoad::of(&[&first, &second], &list())
    }

    fn after(written: &[&str]) -> Result<Trial, (usize, MoveFault)> {
        let moves: Vec<Move> = written.iter().map(|written| Move::parse(written).unwrap()).collect();
        load().after(&moves, &list())
    }

    fn task(code: &str) -> TaskCode {
        TaskCode(code.to_owned())
    }

    #[test]
    fn a_day_is_the_mean_of_the_survey_days() {
        let load = load();
        assert_eq!((load.days, load.person_days), (2, 2));
        assert_eq!(
            (load.mean(&task("11"), 9), load.work(9), load.work(14)),
            (15.0, 15.0, 0.0)
        );
        // 15 minutes in one of two hours with somebody on duty.
        assert_eq!(load.peak_to_mean(), Some(2.0));
    }

    #[test]
    fn work_that_moves_leaves_slack_behind_and_takes_slack_away() {
        let trial = after(&["rearrange 11 9>14 7"]).unwrap();
        assert_eq!(
            (trial.load.mean(&task("11"), 9), trial.load.mean(&task("11"), 14)),
            (8.0, 7.0)
        );
        assert_eq!((trial.load.work(9), trial.load.work(14)), (8.0, 7.0));
        assert_eq!(trial.load.hours.slack[9], 14);
        // 10 minutes of slack in two days, 14 minutes of work came.
        assert_eq!((trial.load.hours.slack[14], trial.short[14]), (0, 4));
    }

    #[test]
    fn work_that_goes_away_becomes_slack_and_the_rest_of_the_day_stays() {
        let trial = after(&["eliminate 11 9 5", "simplify 11 9 10"]).unwrap();
        assert_eq!(trial.load.hours.work[9], 0);
        assert_eq!((trial.load.hours.slack[9], trial.load.hours.slack[14]), (30, 10));
        assert_eq!(trial.load.hours.on_duty, load().hours.on_duty);
        let settings = MeterSettings {
            slack_percent: 10,
            wasteful: vec![task("11")],
        };
        assert_eq!(load().waste_per_person_day(&list(), &settings), Some(15.0));
        assert_eq!(trial.load.waste_per_person_day(&list(), &settings), Some(0.0));
    }

    #[test]
    fn moves_are_made_in_order_and_may_build_on_each_other() {
        assert!(after(&["rearrange 11 9>14 15", "rearrange 11 14>16 15"]).is_ok());
        assert_eq!(
            after(&["rearrange 11 9>14 10", "eliminate 11 9 6"]),
            Err((1, MoveFault::NotThere { tenths: 50 }))
        );
    }

    #[test]
    fn slack_that_moves_is_gone_from_its_hour() {
        let trial = after(&["combine 24 14>9 5"]).unwrap();
        assert_eq!((trial.load.hours.slack[14], trial.load.hours.slack[9]), (0, 10));
        assert_eq!(trial.load.hours.work, load().hours.work);
    }

    #[test]
    fn a_move_that_makes_no_sense_is_refused_by_name() {
        let fault = |written: &str| after(&[written]).unwrap_err().1;
        assert_eq!(fault("eliminate 11 9>14 5"), MoveFault::NeedsNoHour(Way::Eliminate));
        assert_eq!(fault("simplify 11 9>14 5"), MoveFault::NeedsNoHour(Way::Simplify));
        assert_eq!(fault("combine 11 9 5"), MoveFault::NeedsHour(Way::Combine));
        assert_eq!(fault("rearrange 11 9 5"), MoveFault::NeedsHour(Way::Rearrange));
        assert_eq!(fault("rearrange 11 9>9 5"), MoveFault::SameHour);
        assert_eq!(fault("rearrange 11 9>24 5"), MoveFault::NoSuchHour(24));
        assert_eq!(fault("eliminate 99 9 5"), MoveFault::NoSuchTask(task("99")));
        assert_eq!(fault("eliminate 11 9 0"), MoveFault::NoMinutes);
        assert_eq!(fault("eliminate 11 9 16"), MoveFault::NotThere { tenths: 150 });
        assert_eq!(fault("eliminate 11 9 4294967295"), MoveFault::NotThere { tenths: 150 });
    }
}
