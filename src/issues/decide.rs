//! Deciding a measure, and changing what was decided.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::measure::{CheckDate, Measure, Step};
use super::measure_fault::MeasureFault;
use super::number::{ChallengeId, MeasureId};
use super::questionnaire::ViewpointCode;
use crate::office::{Role, printable};

/// Months that a measure takes unless a person says otherwise.
pub const USUAL_MONTHS: u32 = 3;
/// Most letters of a text of a plan, so that it can be printed whole.
pub const LONGEST_TEXT: usize = 200;
/// Most check dates that are proposed.
const MOST_CHECKS: u32 = 24;

/// What a measure may name: challenges, viewpoints and indicators at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeasureGround {
    /// The challenges, each with its viewpoint.
    pub challenges: Vec<(ChallengeId, Option<ViewpointCode>)>,
    /// Codes of the viewpoints.
    pub viewpoints: Vec<ViewpointCode>,
    /// Ids of the indicators.
    pub indicators: Vec<String>,
}

/// What a person says of a measure; [`MeasureDraft::decided`] makes a measure of it where nothing is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureDraft {
    /// What is done.
    pub text: String,
    /// The challenge that it answers.
    pub challenge: Option<ChallengeId>,
    /// The viewpoint; `None` for that of the challenge.
    pub viewpoint: Option<ViewpointCode>,
    /// Who sees to it, as a role.
    pub owner: Option<Role>,
    /// First day.
    pub start: NaiveDate,
    /// Last day; `None` for three months.
    pub end: Option<NaiveDate>,
    /// Ids of the indicators to watch.
    pub indicators: Vec<String>,
    /// Days on which the team looks at how it goes; `None` for every month.
    pub checks: Option<Vec<NaiveDate>>,
}

/// The last day of so many months that begin on a day: the day before the same day of the month, or the last day of a month that
/// has no such day.
pub fn last_day_of(start: NaiveDate, months: u32) -> NaiveDate {
    let Some(same) = start.checked_add_months(Months::new(months)) else {
        return NaiveDate::MAX;
    };
    // A shorter month has no such day: its last day is the last of the stretch.
    if same.day() == start.day() {
        same.checked_sub_days(Days::new(1)).unwrap_or(same)
    } else {
        same
    }
}

/// A check at the end of each month of a stretch; of a shorter stretch its last day.
pub fn monthly_checks(start: NaiveDate, end: NaiveDate) -> Vec<NaiveDate> {
    let ends = (1..=MOST_CHECKS).map(|months| last_day_of(start, months));
    let within: Vec<NaiveDate> = ends.take_while(|day| *day <= end).collect();
    if within.is_empty() { vec![end] } else { within }
}

/// A text of a plan: one line that can be shown everywhere.
pub(super) fn worded(text: &str) -> Result<String, MeasureFault> {
    let text = printable(text).trim().to_owned();
    if text.chars().count() > LONGEST_TEXT {
        return Err(MeasureFault::TooLong);
    }
    Ok(text)
}

impl MeasureDraft {
    /// What stands in a measure, as a person would say it anew.
    pub fn of(measure: &Measure) -> Self {
        let days: Vec<NaiveDate> = measure.checks.iter().map(|check| check.on).collect();
        // Dates that nobody has chosen follow the stretch.
        let usual = days == monthly_checks(measure.start, measure.end);
        Self {
            text: measure.text.clone(),
            challenge: measure.challenge,
            viewpoint: Some(measure.viewpoint.clone()),
            owner: measure.owner.clone(),
            start: measure.start,
            end: Some(measure.end),
            indicators: measure.indicators.clone(),
            checks: (!usual).then_some(days),
        }
    }

    /// The measure, decided on a day.
    pub fn decided(self, id: MeasureId, on: NaiveDate, ground: &MeasureGround) -> Result<Measure, MeasureFault> {
        let empty = Measure {
            id,
            challenge: None,
            viewpoint: ViewpointCode(String::new()),
            text: String::new(),
            owner: None,
            decided: on,
            start: self.start,
            end: self.start,
            steps: Vec::new(),
            indicators: Vec::new(),
            checks: Vec::new(),
            news: Vec::new(),
        };
        self.changed(&empty, ground)
    }

    /// A measure with what is said anew; steps, news and checks that were done stay.
    pub fn changed(self, before: &Measure, ground: &MeasureGround) -> Result<Measure, MeasureFault> {
        let text = worded(&self.text)?;
        if text.is_empty() {
            return Err(MeasureFault::NoText);
        }
        let viewpoint = self.viewpoint_of(before, ground)?;
        let end = self.end.unwrap_or_else(|| last_day_of(self.start, USUAL_MONTHS));
        if end < self.start {
            return Err(MeasureFault::EndBeforeStart { start: self.start, end });
        }
        let mut indicators: Vec<String> = Vec::new();
        for id in self.indicators {
            // What an older catalog had may stay.
            if !ground.indicators.contains(&id) && !before.indicators.contains(&id) {
                return Err(MeasureFault::UnknownIndicator(id));
            }
            if !indicators.contains(&id) {
                indicators.push(id);
            }
        }
        let days = self.checks.unwrap_or_else(|| monthly_checks(self.start, end));
        Ok(Measure {
            challenge: self.challenge,
            viewpoint,
            text,
            owner: self.owner,
            start: self.start,
            end,
            indicators,
            checks: checks(days, &before.checks),
            ..before.clone()
        })
    }

    fn viewpoint_of(&self, before: &Measure, ground: &MeasureGround) -> Result<ViewpointCode, MeasureFault> {
        let of_challenge = match self.challenge {
            None => None,
            Some(id) => {
                let known = ground.challenges.iter().find(|(known, _)| *known == id);
                known.ok_or(MeasureFault::UnknownChallenge(id))?.1.clone()
            }
        };
        let viewpoint = self
            .viewpoint
            .clone()
            .or(of_challenge)
            .ok_or(MeasureFault::NoViewpoint)?;
        if !ground.viewpoints.contains(&viewpoint) && viewpoint != before.viewpoint {
            return Err(MeasureFault::UnknownViewpoint(viewpoint));
        }
        Ok(viewpoint)
    }
}

/// Check dates in order, each once; one that was done stays done, and stays.
fn checks(mut days: Vec<NaiveDate>, before: &[CheckDate]) -> Vec<CheckDate> {
    days.extend(before.iter().filter(|check| check.done.is_some()).map(|check| check.on));
    days.sort_unstable();
    days.dedup();
    let done = |day: NaiveDate| before.iter().find(|check| check.on == day).and_then(|check| check.done);
    days.into_iter().map(|on| CheckDate { on, done: done(on) }).collect()
}

/// Steps in order of their days; steps of one day stay as they were.
pub(super) fn in_order(mut steps: Vec<Step>) -> Vec<Step> {
    steps.sort_by_key(|step| step.due);
    steps
}

#[cfg(test)]
mod tests {
    use super::super::measure::{News, Status};
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn ground() -> MeasureGround {
        MeasureGround {
            challenges: vec![
                (ChallengeId(1), Some(ViewpointCode("4".to_owned()))),
                (ChallengeId(2), None),
            ],
            viewpoints: ["1", "4", "5"].map(|code| ViewpointCode(code.to_owned())).to_vec(),
            indicators: vec!["record-minutes".to_owned(), "direct-share".to_owned()],
        }
    }

    fn draft() -> MeasureDraft {
        MeasureDraft {
            text: " 記録の様式を1つにする ".to_owned(),
            challenge: Some(ChallengeId(1)),
            viewpoint: None,
            owner: None,
            start: day(2025, 10, 6),
            end: None,
            indicators: vec!["record-minutes".to_owned()],
            checks: None,
        }
    }

    fn decided(draft: MeasureDraft) -> Result<Measure, MeasureFault> {
        draft.decided(MeasureId(1), day(2025, 10, 1), &ground())
    }

    #[test]
    fn three_months_end_on_the_day_before_the_same_day_also_at_ends_of_months() {
        let end = |year, month, of| last_day_of(day(year, month, of), USUAL_MONTHS);
        assert_eq!(end(2025, 10, 6), day(2026, 1, 5));
        assert_eq!(end(2025, 10, 1), day(2025, 12, 31));
        assert_eq!(end(2025, 12, 1), day(2026, 2, 28));
        assert_eq!(end(2025, 11, 30), day(2026, 2, 28));
        assert_eq!(end(2023, 11, 30), day(2024, 2, 29));
        assert_eq!(end(2025, 11, 28), day(2026, 2, 27));
        assert_eq!(end(2026, 1, 31), day(2026, 4, 30));
    }

    #[test]
    fn checks_are_proposed_at_the_end_of_each_month_of_the_stretch() {
        let measure = decided(draft()).unwrap();
        let days: Vec<NaiveDate> = measure.checks.iter().map(|check| check.on).collect();
        assert_eq!(days, [day(2025, 11, 5), day(2025, 12, 5), day(2026, 1, 5)]);
        assert_eq!(monthly_checks(day(2026, 2, 1), day(2026, 2, 14)), [day(2026, 2, 14)]);
        assert_eq!(monthly_checks(day(2020, 1, 1), day(2100, 1, 1)).len(), 24);
    }

    #[test]
    fn the_viewpoint_is_that_of_the_challenge_unless_another_is_said() {
        assert_eq!(decided(draft()).unwrap().viewpoint.as_str(), "4");
        let other = MeasureDraft {
            viewpoint: Some(ViewpointCode("5".to_owned())),
            ..draft()
        };
        assert_eq!(decided(other).unwrap().viewpoint.as_str(), "5");
        let without = MeasureDraft {
            challenge: Some(ChallengeId(2)),
            ..draft()
        };
        assert_eq!(decided(without), Err(MeasureFault::NoViewpoint));
    }

    #[test]
    fn what_does_not_exist_is_refused() {
        let of = |draft: MeasureDraft| decided(draft).unwrap_err();
        let unknown = Some(ChallengeId(9));
        assert_eq!(
            of(MeasureDraft {
                challenge: unknown,
                ..draft()
            }),
            MeasureFault::UnknownChallenge(ChallengeId(9))
        );
        let nine = ViewpointCode("9".to_owned());
        let with = MeasureDraft {
            viewpoint: Some(nine.clone()),
            ..draft()
        };
        assert_eq!(of(with), MeasureFault::UnknownViewpoint(nine));
        let with = MeasureDraft {
            indicators: vec!["steps".to_owned()],
            ..draft()
        };
        assert_eq!(of(with), MeasureFault::UnknownIndicator("steps".to_owned()));
    }

    #[test]
    fn a_measure_says_what_is_done_and_ends_after_it_begins() {
        let of = |draft: MeasureDraft| decided(draft).unwrap_err();
        assert_eq!(
            of(MeasureDraft {
                text: "　".to_owned(),
                ..draft()
            }),
            MeasureFault::NoText
        );
        let long = "あ".repeat(LONGEST_TEXT + 1);
        assert_eq!(of(MeasureDraft { text: long, ..draft() }), MeasureFault::TooLong);
        let end = Some(day(2025, 10, 5));
        assert!(matches!(
            of(MeasureDraft { end, ..draft() }),
            MeasureFault::EndBeforeStart { .. }
        ));
        let end = Some(day(2025, 10, 6));
        assert_eq!(decided(MeasureDraft { end, ..draft() }).unwrap().end, day(2025, 10, 6));
    }

    #[test]
    fn a_change_keeps_steps_news_and_what_was_checked() {
        let mut before = decided(draft())
            .unwrap()
            .with_step("集める", day(2025, 10, 20))
            .unwrap();
        before.checks[0].done = Some(day(2025, 11, 6));
        before.news.push(News {
            on: day(2025, 11, 6),
            status: Status::Underway,
            word: "始めた".to_owned(),
        });
        let mut anew = MeasureDraft::of(&before);
        assert_eq!(anew.clone().changed(&before, &ground()), Ok(before.clone()));
        anew.end = Some(day(2025, 12, 31));
        let after = anew.changed(&before, &ground()).unwrap();
        assert_eq!((&after.steps, &after.news), (&before.steps, &before.news));
        let days: Vec<NaiveDate> = after.checks.iter().map(|check| check.on).collect();
        assert_eq!(
            days,
            [day(2025, 11, 5), day(2025, 12, 5)],
            "dates nobody chose follow the stretch"
        );
        assert_eq!(after.checks[0].done, Some(day(2025, 11, 6)));
        let chosen = MeasureDraft {
            checks: Some(vec![day(2025, 12, 24)]),
            ..MeasureDraft::of(&before)
        };
        let after = chosen.changed(&before, &ground()).unwrap();
        let days: Vec<NaiveDate> = after.checks.iter().map(|check| check.on).collect();
        assert_eq!(days, [day(2025, 11, 5), day(2025, 12, 24)], "what was checked stays");
        assert_eq!(MeasureDraft::of(&after).checks, Some(days));
    }
}
