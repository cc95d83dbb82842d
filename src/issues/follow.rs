//! Following a measure: its steps, its checks, its news, and what can be read from them.

use chrono::NaiveDate;

use super::decide::{in_order, worded};
use super::measure::{CheckDate, Measure, News, Status, Step};
use super::measure_fault::MeasureFault;
use crate::phrase::{Phrase, phrase};

/// Something about a measure that may be meant so, and that a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeasureRemark {
    /// A step is due on a day outside the measure's own.
    StepOutside {
        /// What is done.
        text: String,
        /// Until when.
        due: NaiveDate,
    },
    /// A check lies outside the measure's own days.
    CheckOutside(NaiveDate),
}

impl MeasureRemark {
    /// What should be known, for people.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::StepOutside { text, due } => phrase("measures-step-outside")
                .with("text", text.as_str())
                .with("due", due.to_string()),
            Self::CheckOutside(day) => phrase("measures-check-outside").with("day", day.to_string()),
        }
    }
}

/// Refuses a day that is still to come.
fn has_come(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, MeasureFault> {
    if day > today {
        return Err(MeasureFault::InFuture(day));
    }
    Ok(day)
}

impl Measure {
    /// With another step.
    pub fn with_step(&self, text: &str, due: NaiveDate) -> Result<Self, MeasureFault> {
        let mut after = self.clone();
        after.steps.push(step(text, due)?);
        after.steps = in_order(after.steps);
        Ok(after)
    }

    /// With other words or another day for a step, counted from 1.
    pub fn with_step_changed(&self, number: usize, text: &str, due: NaiveDate) -> Result<Self, MeasureFault> {
        let mut after = self.clone();
        let place = self.step_at(number)?;
        after.steps[place] = Step {
            done: self.steps[place].done,
            ..step(text, due)?
        };
        after.steps = in_order(after.steps);
        Ok(after)
    }

    /// With a step, counted from 1, done on a day.
    pub fn with_step_done(&self, number: usize, on: NaiveDate, today: NaiveDate) -> Result<Self, MeasureFault> {
        let mut after = self.clone();
        after.steps[self.step_at(number)?].done = Some(has_come(on, today)?);
        Ok(after)
    }

    /// With a step, counted from 1, not done.
    pub fn with_step_undone(&self, number: usize) -> Result<Self, MeasureFault> {
        let mut after = self.clone();
        after.steps[self.step_at(number)?].done = None;
        Ok(after)
    }

    /// Without a step, counted from 1.
    pub fn without_step(&self, number: usize) -> Result<Self, MeasureFault> {
        let mut after = self.clone();
        after.steps.remove(self.step_at(number)?);
        Ok(after)
    }

    fn step_at(&self, number: usize) -> Result<usize, MeasureFault> {
        let place = number.checked_sub(1).filter(|place| *place < self.steps.len());
        place.ok_or(MeasureFault::NoSuchStep(number))
    }

    /// With another check date; one that is there stays as it is.
    #[must_use]
    pub fn with_check(&self, on: NaiveDate) -> Self {
        let mut after = self.clone();
        if after.checks.iter().all(|check| check.on != on) {
            after.checks.push(CheckDate { on, done: None });
            after.checks.sort_by_key(|check| check.on);
        }
        after
    }

    /// With the check of a day done on a day, or no longer done.
    pub fn with_check_done(
        &self,
        check: NaiveDate,
        done: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Self, MeasureFault> {
        let mut after = self.clone();
        after.checks[self.check_at(check)?].done = done.map(|day| has_come(day, today)).transpose()?;
        Ok(after)
    }

    /// Without the check of a day.
    pub fn without_check(&self, check: NaiveDate) -> Result<Self, MeasureFault> {
        let mut after = self.clone();
        after.checks.remove(self.check_at(check)?);
        Ok(after)
    }

    fn check_at(&self, day: NaiveDate) -> Result<usize, MeasureFault> {
        let place = self.checks.iter().position(|check| check.on == day);
        place.ok_or(MeasureFault::NoSuchCheck(day))
    }

    /// With news of a day: how it stands, and why.
    pub fn with_news(&self, on: NaiveDate, status: Status, word: &str, today: NaiveDate) -> Result<Self, MeasureFault> {
        let word = worded(word)?;
        if word.is_empty() {
            return Err(MeasureFault::NoWord);
        }
        let on = has_come(on, today)?;
        match self.news.last() {
            Some(last) if on < last.on => return Err(MeasureFault::BeforeLastNews(last.on)),
            _ => {}
        }
        let mut after = self.clone();
        after.news.push(News { on, status, word });
        Ok(after)
    }

    /// With an indicator watched, or no longer watched.
    #[must_use]
    pub fn with_indicator_turned(&self, id: &str) -> Self {
        let mut after = self.clone();
        match after.indicators.iter().position(|watched| watched == id) {
            Some(place) => {
                after.indicators.remove(place);
            }
            None => after.indicators.push(id.to_owned()),
        }
        after
    }

    /// How many steps are done.
    pub fn steps_done(&self) -> usize {
        self.steps.iter().filter(|step| step.done.is_some()).count()
    }

    /// The first step that is not done, counted from 1; `None` where the measure is over.
    pub fn next_step(&self) -> Option<(usize, &Step)> {
        let open = (1..).zip(&self.steps).find(|(_, step)| step.done.is_none());
        open.filter(|_| !self.status().is_over())
    }

    /// The first check that is not done; `None` where the measure is over.
    pub fn next_check(&self) -> Option<NaiveDate> {
        let open = self.checks.iter().find(|check| check.done.is_none());
        open.filter(|_| !self.status().is_over()).map(|check| check.on)
    }

    /// Whether a day lies behind while the measure is not over.
    pub fn is_late(&self, day: NaiveDate, today: NaiveDate) -> bool {
        day < today && !self.status().is_over()
    }

    /// Steps that should have been done before a day.
    pub fn overdue_steps(&self, today: NaiveDate) -> usize {
        let open = self.steps.iter().filter(|step| step.done.is_none());
        open.filter(|step| self.is_late(step.due, today)).count()
    }

    /// Checks that should have been made before a day.
    pub fn overdue_checks(&self, today: NaiveDate) -> usize {
        let open = self.checks.iter().filter(|check| check.done.is_none());
        open.filter(|check| self.is_late(check.on, today)).count()
    }

    /// What a person should know about it.
    pub fn remarks(&self) -> Vec<MeasureRemark> {
        let outside = |day: &NaiveDate| !(self.start..=self.end).contains(day);
        let steps = self.steps.iter().filter(|step| outside(&step.due));
        let steps = steps.map(|step| MeasureRemark::StepOutside {
            text: step.text.clone(),
            due: step.due,
        });
        let checks = self.checks.iter().map(|check| check.on).filter(outside);
        steps.chain(checks.map(MeasureRemark::CheckOutside)).collect()
    }
}

fn step(text: &str, due: NaiveDate) -> Result<Step, MeasureFault> {
    let text = worded(text)?;
    if text.is_empty() {
        return Err(MeasureFault::NoStepText);
    }
    Ok(Step { text, due, done: None })
}

#[cfg(test)]
mod tests {
    use super::super::measure::SLEEP_DAYS;
    use super::super::{MeasureId, ViewpointCode};
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn measure() -> Measure {
        Measure {
            id: MeasureId(1),
            challenge: None,
            viewpoint: ViewpointCode("4".to_owned()),
            text: "記録の様式を1つにする".to_owned(),
            owner: None,
            decided: day(1, 5),
            start: day(1, 10),
            end: day(4, 9),
            steps: Vec::new(),
            indicators: Vec::new(),
            checks: Vec::new(),
            news: Vec::new(),
        }
    }

    #[test]
    fn a_measure_sleeps_after_thirty_days_without_news_and_not_after_twenty_nine() {
        let told = measure()
            .with_news(day(1, 12), Status::Underway, "始めた", day(1, 12))
            .unwrap();
        assert_eq!(told.asleep_for(day(2, 10)), None);
        assert_eq!(told.asleep_for(day(2, 11)), Some(SLEEP_DAYS));
        let woken = told.with_step("様式を集める", day(2, 1)).unwrap();
        assert_eq!(
            woken.asleep_for(day(2, 11)),
            Some(30),
            "a step that is planned is no news"
        );
        let woken = woken.with_step_done(1, day(2, 10), day(2, 11)).unwrap();
        assert_eq!(woken.asleep_for(day(2, 11)), None);
        assert_eq!(woken.asleep_for(day(3, 12)), Some(30));
        let checked = told
            .with_check(day(2, 9))
            .with_check_done(day(2, 9), Some(day(2, 10)), day(2, 11));
        assert_eq!(checked.unwrap().asleep_for(day(2, 11)), None);
    }

    #[test]
    fn a_measure_that_is_over_or_has_not_begun_never_sleeps() {
        for status in [Status::Done, Status::Dropped] {
            let over = measure().with_news(day(1, 12), status, "終わった", day(1, 12)).unwrap();
            assert_eq!(over.asleep_for(day(12, 31)), None);
            assert_eq!((over.next_step(), over.next_check()), (None, None));
        }
        assert_eq!(measure().asleep_for(day(2, 8)), None, "29 days after it began");
        assert_eq!(measure().asleep_for(day(2, 9)), Some(30));
    }

    #[test]
    fn news_need_a_word_and_a_day_that_has_come_and_is_not_before_the_last() {
        let told = measure()
            .with_news(day(2, 1), Status::Stuck, " 人が足りない ", day(2, 3))
            .unwrap();
        assert_eq!(
            (told.status(), told.news[0].word.as_str()),
            (Status::Stuck, "人が足りない")
        );
        let tell = |on, word: &str| told.with_news(on, Status::Underway, word, day(2, 3));
        assert_eq!(tell(day(2, 2), "　"), Err(MeasureFault::NoWord));
        assert_eq!(tell(day(1, 31), "再開"), Err(MeasureFault::BeforeLastNews(day(2, 1))));
        assert_eq!(tell(day(2, 4), "再開"), Err(MeasureFault::InFuture(day(2, 4))));
        assert_eq!(tell(day(2, 1), "再開").unwrap().status(), Status::Underway);
    }

    #[test]
    fn steps_stand_in_order_and_are_counted_from_one() {
        let two = measure()
            .with_step("後", day(3, 1))
            .unwrap()
            .with_step("先", day(2, 1))
            .unwrap();
        let texts: Vec<&str> = two.steps.iter().map(|step| step.text.as_str()).collect();
        assert_eq!(texts, ["先", "後"]);
        assert_eq!(two.with_step_undone(3), Err(MeasureFault::NoSuchStep(3)));
        assert_eq!(two.without_step(0), Err(MeasureFault::NoSuchStep(0)));
        assert_eq!(two.with_step("", day(2, 2)), Err(MeasureFault::NoStepText));
        let done = two.with_step_done(1, day(2, 1), day(2, 5)).unwrap();
        assert_eq!((done.steps_done(), done.next_step().unwrap().0), (1, 2));
        assert_eq!(done.with_step_undone(1).unwrap(), two);
        let moved = done.with_step_changed(1, "先", day(3, 2)).unwrap();
        assert_eq!(
            (moved.steps[1].text.as_str(), moved.steps[1].done),
            ("先", Some(day(2, 1)))
        );
    }

    #[test]
    fn what_should_have_been_done_is_counted_until_the_measure_is_over() {
        let late = measure()
            .with_step("様式を集める", day(2, 1))
            .unwrap()
            .with_check(day(2, 9));
        assert_eq!((late.overdue_steps(day(2, 1)), late.overdue_steps(day(2, 2))), (0, 1));
        assert_eq!(
            (late.overdue_checks(day(2, 9)), late.overdue_checks(day(2, 10))),
            (0, 1)
        );
        let over = late.with_news(day(2, 3), Status::Dropped, "やめた", day(2, 3)).unwrap();
        assert_eq!((over.overdue_steps(day(3, 1)), over.overdue_checks(day(3, 1))), (0, 0));
    }

    #[test]
    fn days_outside_the_measure_are_remarked_and_allowed() {
        let outside = measure().with_step("準備", day(1, 9)).unwrap().with_check(day(4, 10));
        assert_eq!(
            outside.remarks(),
            [
                MeasureRemark::StepOutside {
                    text: "準備".to_owned(),
                    due: day(1, 9)
                },
                MeasureRemark::CheckOutside(day(4, 10))
            ]
        );
        let inside = measure().with_step("準備", day(1, 10)).unwrap().with_check(day(4, 9));
        assert!(inside.remarks().is_empty());
    }

    #[test]
    fn a_check_is_named_by_its_day() {
        let one = measure().with_check(day(2, 9));
        assert_eq!(one.with_check(day(2, 9)), one);
        assert_eq!(
            one.with_check_done(day(2, 8), None, day(2, 8)),
            Err(MeasureFault::NoSuchCheck(day(2, 8)))
        );
        let done = one.with_check_done(day(2, 9), Some(day(2, 10)), day(2, 10)).unwrap();
        assert_eq!(done.next_check(), None);
        assert_eq!(done.with_check_done(day(2, 9), None, day(2, 10)).unwrap(), one);
        assert!(one.without_check(day(2, 9)).unwrap().checks.is_empty());
    }
}
