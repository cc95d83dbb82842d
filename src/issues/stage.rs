//! Where the office stands in the loop of improvement.

use chrono::NaiveDate;
use serde::Serialize;

use super::Issues;
use super::measure::Measure;
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// A step of the loop of improvement (改善の6つの段階).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 準備: nothing is there yet.
    Prepare,
    /// 見える化: troubles are collected, and the time was not yet studied.
    See,
    /// 計画: the time before is known, or challenges were chosen, and no measure answers them yet.
    Plan,
    /// 取組: measures are on their way.
    Act,
    /// 振り返り: it was studied again, or all measures are over.
    LookBack,
    /// 練り直し: it was studied again, and all measures are over.
    Replan,
}

/// What the time study tells about where the office stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Studied {
    /// Whether there are sheets of any wave.
    pub any: bool,
    /// Whether there are sheets from before the improvement.
    pub before: bool,
    /// The last day of the latest wave after it, where there is one to compare with the wave before.
    pub again: Option<NaiveDate>,
    /// How many judgements of the team are missing after the waves that were compared.
    pub unjudged: usize,
}

impl Stage {
    /// In order.
    pub const ALL: [Self; 6] = [
        Self::Prepare,
        Self::See,
        Self::Plan,
        Self::Act,
        Self::LookBack,
        Self::Replan,
    ];

    /// Where an office stands.
    ///
    /// What came after the latest look at the results belongs to the next turn of the loop. A measure of this turn that is not over
    /// means acting; a challenge chosen in this turn without a measure means planning; measures of this turn that are all over
    /// mean looking back. Where this turn has nothing yet, the results of the last one are looked at, and once all its measures
    /// are over and the team has judged them it is time to plan anew. Before the first results, sheets from before the improvement mean planning, and
    /// anything else seeing.
    pub fn of(issues: &Issues, studied: Studied) -> Self {
        let again = studied.again.max(asked_again(issues));
        let is_new = |day: NaiveDate| again.is_none_or(|again| day > again);
        let of_turn: Vec<&Measure> = issues.measures.iter().filter(|it| is_new(it.start)).collect();
        if of_turn.iter().any(|it| !it.status().is_over()) {
            return Self::Act;
        }
        if unanswered(issues, is_new) {
            return Self::Plan;
        }
        if !of_turn.is_empty() {
            return Self::LookBack;
        }
        let all_over = !issues.measures.is_empty() && issues.measures.iter().all(|it| it.status().is_over());
        match again {
            Some(_) if all_over && studied.unjudged == 0 => Self::Replan,
            Some(_) => Self::LookBack,
            None if studied.before => Self::Plan,
            None if studied.any || !issues.is_empty() => Self::See,
            None => Self::Prepare,
        }
    }

    /// From 1 to 6.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// In a word.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Prepare => phrase("stage-prepare"),
            Self::See => phrase("stage-see"),
            Self::Plan => phrase("stage-plan"),
            Self::Act => phrase("stage-act"),
            Self::LookBack => phrase("stage-look-back"),
            Self::Replan => phrase("stage-replan"),
        }
    }
}

/// The day of the last answer after the improvement, where people were also asked before it.
fn asked_again(issues: &Issues) -> Option<NaiveDate> {
    let of = |before: bool| {
        let is_of = move |round: Wave| (round == Wave::Before) == before;
        issues.responses.iter().filter(move |it| is_of(it.key.round))
    };
    of(true).next()?;
    of(false).filter_map(|it| it.date).max()
}

/// Whether a challenge was chosen in this turn that no measure answers.
fn unanswered(issues: &Issues, is_new: impl Fn(NaiveDate) -> bool) -> bool {
    issues.challenges.iter().any(|challenge| {
        let chosen = challenge.chosen.as_ref().is_some_and(|it| is_new(it.on));
        chosen && issues.measures.iter().all(|it| it.challenge != Some(challenge.id))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issues::{
        Challenge, ChallengeId, Decision, MeasureId, News, Notice, NoticeId, Response, ResponseKey, ResponseNumber,
        Status, ViewpointCode,
    };

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    const BEFORE: Studied = Studied {
        any: true,
        before: true,
        again: None,
        unjudged: 0,
    };

    fn again(on: NaiveDate) -> Studied {
        Studied {
            again: Some(on),
            ..BEFORE
        }
    }

    fn chosen(number: u32, on: NaiveDate) -> Challenge {
        Challenge {
            id: ChallengeId(number),
            text: "記録の二度書き".to_owned(),
            viewpoint: None,
            causes: [].into(),
            effect: None,
            ease: None,
            chosen: Some(Decision {
                because: "多くの人が困っているため".to_owned(),
                on,
                by: None,
            }),
        }
    }

    fn measure(challenge: u32, start: NaiveDate, status: Status) -> Measure {
        Measure {
            id: MeasureId(challenge),
            challenge: Some(ChallengeId(challenge)),
            viewpoint: ViewpointCode::parse("4"),
            text: "用紙をまとめる".to_owned(),
            owner: None,
            decided: start,
            start,
            end: start,
            steps: Vec::new(),
            indicators: Vec::new(),
            checks: Vec::new(),
            news: vec![News {
                on: start,
                status,
                word: "始めました".to_owned(),
            }],
        }
    }

    fn answer(round: Wave, on: NaiveDate) -> Response {
        Response {
            key: ResponseKey {
                round,
                number: ResponseNumber(1),
            },
            questionnaire: "challenge-facility".to_owned(),
            staff: None,
            role: None,
            unit: None,
            position: None,
            date: Some(on),
            answers: [].into(),
        }
    }

    #[test]
    fn with_nothing_the_office_prepares_and_with_the_first_notice_it_sees() {
        let mut issues = Issues::default();
        assert_eq!(Stage::of(&issues, Studied::default()), Stage::Prepare);
        issues.notices.push(Notice::saying(NoticeId(1), "物を探し回る"));
        assert_eq!(Stage::of(&issues, Studied::default()), Stage::See);
    }

    #[test]
    fn sheets_from_after_alone_show_no_effect() {
        let studied = Studied {
            any: true,
            ..Studied::default()
        };
        assert_eq!(Stage::of(&Issues::default(), studied), Stage::See);
    }

    #[test]
    fn the_office_plans_from_the_survey_before_until_a_measure_is_decided() {
        let mut issues = Issues::default();
        assert_eq!(Stage::of(&issues, BEFORE), Stage::Plan);
        issues.challenges.push(chosen(1, day(1, 10)));
        assert_eq!(Stage::of(&issues, BEFORE), Stage::Plan);
        assert_eq!(Stage::of(&issues, Studied::default()), Stage::Plan);
        issues.measures.push(measure(1, day(1, 20), Status::Planned));
        assert_eq!(Stage::of(&issues, BEFORE), Stage::Act);
    }

    #[test]
    fn the_office_looks_back_when_all_measures_are_over_or_the_time_was_studied_again() {
        let mut issues = Issues {
            measures: vec![
                measure(1, day(1, 20), Status::Underway),
                measure(2, day(1, 20), Status::Done),
            ],
            ..Issues::default()
        };
        assert_eq!(Stage::of(&issues, again(day(4, 10))), Stage::LookBack);
        issues.measures[0] = measure(1, day(1, 20), Status::Dropped);
        assert_eq!(Stage::of(&issues, BEFORE), Stage::LookBack);
        assert_eq!(Stage::of(&issues, again(day(4, 10))), Stage::Replan);
        let unjudged = Studied {
            unjudged: 1,
            ..again(day(4, 10))
        };
        assert_eq!(
            Stage::of(&issues, unjudged),
            Stage::LookBack,
            "looking back ends with the judgement"
        );
    }

    #[test]
    fn without_measures_two_surveys_are_enough_to_look_back() {
        assert_eq!(Stage::of(&Issues::default(), again(day(4, 10))), Stage::LookBack);
    }

    #[test]
    fn a_second_round_of_answers_is_a_look_at_results_too() {
        let mut issues = Issues {
            measures: vec![measure(1, day(1, 20), Status::Underway)],
            responses: vec![answer(Wave::After(1), day(4, 10))],
            ..Issues::default()
        };
        assert_eq!(Stage::of(&issues, Studied::default()), Stage::Act);
        issues.responses.insert(0, answer(Wave::Before, day(1, 5)));
        assert_eq!(Stage::of(&issues, Studied::default()), Stage::LookBack);
    }

    #[test]
    fn the_loop_turns_again_with_what_comes_after_the_results() {
        let results = again(day(4, 10));
        let mut issues = Issues {
            challenges: vec![chosen(1, day(1, 10))],
            measures: vec![measure(1, day(1, 20), Status::Done)],
            ..Issues::default()
        };
        assert_eq!(Stage::of(&issues, results), Stage::Replan);
        issues.challenges.push(chosen(2, day(5, 1)));
        assert_eq!(Stage::of(&issues, results), Stage::Plan);
        issues.measures.push(measure(2, day(5, 7), Status::Underway));
        assert_eq!(Stage::of(&issues, results), Stage::Act);
        issues.measures[1] = measure(2, day(5, 7), Status::Done);
        assert_eq!(Stage::of(&issues, results), Stage::LookBack);
    }

    #[test]
    fn stages_count_from_one_to_six() {
        let numbers: Vec<usize> = Stage::ALL.into_iter().map(Stage::number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    }
}
