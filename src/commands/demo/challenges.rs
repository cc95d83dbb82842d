//! The challenges of the sample office, as acts of the days on which such a home would do them.

use chrono::NaiveDate;

use super::Done;
use crate::book::{Change, Occasion};
use crate::catalog::Catalog;
use crate::issues::{Challenge, Issues, Measure, Response, Status};
use crate::office::printable;
use crate::phrase::phrase;
use crate::text::Text;
use crate::worktime::Wave;

const ISSUES: &str = include_str!("../../../sample-data/issues.json");

/// The challenges as the file has them: without the questionnaire, which the catalog has.
pub(super) fn read() -> serde_json::Result<Issues> {
    serde_json::from_str(ISSUES)
}

/// What was done, in no order of days.
pub(super) fn acts(issues: &Issues, catalog: &Catalog) -> Vec<Done> {
    let mut done = surveys(issues, catalog);
    let seen = issues
        .notices
        .iter()
        .filter_map(|it| it.noted)
        .max()
        .unwrap_or_default();
    done.extend(drawn(issues, seen));
    done.extend(issues.challenges.iter().map(|it| named(it, seen)));
    done.extend(issues.meetings.iter().map(|meeting| Done {
        on: meeting.date,
        occasion: Occasion::MeetingKept(meeting.date),
        changes: vec![Change::MeetingKept {
            before: None,
            after: Some(Box::new(meeting.clone())),
        }],
    }));
    done.extend(issues.challenges.iter().filter_map(chosen));
    done.extend(issues.measures.iter().flat_map(followed));
    done
}

/// What the book holds of challenges, in a few lines.
pub(super) fn told(issues: &Issues, text: &Text) -> String {
    let answers = |before: bool| {
        let of_round = issues
            .responses
            .iter()
            .filter(|it| (it.key.round == Wave::Before) == before);
        of_round.count()
    };
    let seen = phrase("demo-challenges-seen")
        .with("before", answers(true))
        .with("after", answers(false))
        .with("notices", issues.notices.len())
        .with("boxes", issues.causes.len());
    let chosen: Vec<String> = issues
        .challenges
        .iter()
        .filter(|it| it.chosen.is_some())
        .map(|it| printable(&it.text))
        .collect();
    let chosen = phrase("demo-challenges-chosen")
        .with("challenges", issues.challenges.len())
        .with("chosen", chosen.len())
        .with("names", chosen.join(&text.get("demo-challenges-between")));
    let count = |status| issues.measures.iter().filter(|it| it.status() == status).count();
    let done = phrase("demo-challenges-done")
        .with("measures", issues.measures.len())
        .with("done", count(Status::Done))
        .with("underway", count(Status::Underway))
        .with("stuck", count(Status::Stuck))
        .with("meetings", issues.meetings.len());
    [seen, chosen, done].map(|line| text.say(&line) + "\n").concat()
}

/// The rounds of the survey; a questionnaire comes into the book with its first answers.
fn surveys(issues: &Issues, catalog: &Catalog) -> Vec<Done> {
    let mut known: Vec<&str> = Vec::new();
    let rounds = issues.responses.chunk_by(|one, other| one.key.round == other.key.round);
    rounds
        .filter_map(|round| {
            let wave: Wave = round.first()?.key.round;
            let mut changes = Vec::new();
            for response in round {
                let id = response.questionnaire.as_str();
                if !known.contains(&id) {
                    known.push(id);
                    changes.push(Change::QuestionnaireKept {
                        before: None,
                        after: Some(Box::new(catalog.questionnaire(id)?.clone())),
                    });
                }
            }
            changes.extend(round.iter().map(answered));
            Some(Done {
                on: round.iter().filter_map(|it| it.date).max()?,
                occasion: Occasion::ChallengeSurveyAnswered(wave),
                changes,
            })
        })
        .collect()
}

fn answered(response: &Response) -> Change {
    Change::ResponseKept {
        before: None,
        after: Some(Box::new(response.clone())),
    }
}

/// The notices, and the cause map drawn from them.
fn drawn(issues: &Issues, on: NaiveDate) -> [Done; 2] {
    let notices = issues.notices.iter().map(|notice| Change::NoticeKept {
        before: None,
        after: Some(Box::new(notice.clone())),
    });
    let causes = issues.causes.iter().map(|cause| Change::CauseKept {
        before: None,
        after: Some(Box::new(cause.clone())),
    });
    [
        Done {
            on,
            occasion: Occasion::NoticesKept,
            changes: notices.collect(),
        },
        Done {
            on,
            occasion: Occasion::CauseMapDrawn,
            changes: causes.collect(),
        },
    ]
}

fn unchosen(challenge: &Challenge) -> Challenge {
    Challenge {
        chosen: None,
        ..challenge.clone()
    }
}

fn named(challenge: &Challenge, on: NaiveDate) -> Done {
    Done {
        on,
        occasion: Occasion::ChallengeKept {
            text: challenge.text.clone(),
        },
        changes: vec![Change::ChallengeKept {
            before: None,
            after: Some(Box::new(unchosen(challenge))),
        }],
    }
}

fn chosen(challenge: &Challenge) -> Option<Done> {
    let decision = challenge.chosen.as_ref()?;
    Some(Done {
        on: decision.on,
        occasion: Occasion::ChallengeChosen {
            text: challenge.text.clone(),
            because: decision.because.clone(),
        },
        changes: vec![Change::ChallengeKept {
            before: Some(Box::new(unchosen(challenge))),
            after: Some(Box::new(challenge.clone())),
        }],
    })
}

/// A measure as it was decided.
fn decided(measure: &Measure) -> Measure {
    let mut decided = measure.clone();
    decided.news.clear();
    for step in &mut decided.steps {
        step.done = None;
    }
    for check in &mut decided.checks {
        check.done = None;
    }
    decided
}

/// A measure decided, and then everything that was heard of it.
fn followed(measure: &Measure) -> [Done; 2] {
    let decided = decided(measure);
    let text = measure.text.clone();
    [
        Done {
            on: measure.decided,
            occasion: Occasion::MeasureKept { text: text.clone() },
            changes: vec![Change::MeasureKept {
                before: None,
                after: Some(Box::new(decided.clone())),
            }],
        },
        Done {
            on: measure.last_heard(),
            occasion: Occasion::MeasureFollowed { text },
            changes: vec![Change::MeasureKept {
                before: Some(Box::new(decided)),
                after: Some(Box::new(measure.clone())),
            }],
        },
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Debug;

    use super::*;
    use crate::issues::{Evidence, Position};

    fn each_once<T: Ord + Debug>(numbers: impl Iterator<Item = T>) -> usize {
        let mut seen = BTreeSet::new();
        for number in numbers {
            let said = format!("{number:?} twice");
            assert!(seen.insert(number), "{said}");
        }
        seen.len()
    }

    #[test]
    fn the_sample_has_everything_once_and_as_many_as_it_promises() {
        let issues = read().unwrap();
        assert_eq!(each_once(issues.responses.iter().map(|it| it.key)), 56);
        assert_eq!(each_once(issues.notices.iter().map(|it| it.id)), 22);
        assert_eq!(each_once(issues.causes.iter().map(|it| it.id)), 25);
        assert_eq!(each_once(issues.challenges.iter().map(|it| it.id)), 5);
        assert_eq!(each_once(issues.measures.iter().map(|it| it.id)), 3);
        assert_eq!(each_once(issues.meetings.iter().map(|it| it.id)), 3);
        for round in [Wave::Before, Wave::After(1)] {
            let own: Vec<_> = issues.responses.iter().filter(|it| it.key.round == round).collect();
            each_once(own.iter().filter_map(|it| it.staff.as_ref()));
            let few = own
                .iter()
                .filter(|it| it.unit.as_ref().is_some_and(|it| it.as_str() == "3階"));
            assert_eq!(few.count(), 2, "a unit of two, so that hiding can be seen");
        }
        let floor = |it: &&Response| it.position == Some(Position::Floor) && it.key.round == Wave::Before;
        assert_eq!(issues.responses.iter().filter(floor).count(), 24);
    }

    #[test]
    fn the_sample_answers_statements_that_the_catalog_has() {
        let (issues, catalog) = (read().unwrap(), Catalog::built_in());
        for response in &issues.responses {
            let questionnaire = catalog.questionnaire(&response.questionnaire).unwrap();
            assert!(
                response
                    .answers
                    .keys()
                    .all(|code| questionnaire.statement(code).is_some())
            );
        }
    }

    #[test]
    fn links_of_the_sample_lead_forward_and_its_evidence_is_there() {
        let (issues, catalog) = (read().unwrap(), Catalog::built_in());
        let questionnaire = catalog.questionnaire("challenge-facility").unwrap();
        let tasks = catalog.task_list("kasan-2024").unwrap();
        for cause in &issues.causes {
            for next in &cause.leads_to {
                assert!(issues.cause(*next).unwrap().layer > cause.layer, "{}", cause.text);
            }
            for evidence in &cause.evidence {
                let there = match evidence {
                    Evidence::Statement(code) => questionnaire.statement(code).is_some(),
                    Evidence::Notice(id) => issues.notice(*id).is_some_and(crate::issues::Notice::stands),
                    Evidence::Kind(kind) => issues.notices.iter().any(|it| it.kind == Some(*kind)),
                    Evidence::Minutes(task) => tasks.tasks.iter().any(|it| it.code == *task),
                };
                assert!(there, "{}: {evidence:?}", cause.text);
            }
        }
        let merged = issues.notices.iter().filter_map(|it| it.merged_into);
        assert!(merged.into_iter().all(|id| issues.notice(id).is_some()));
    }

    #[test]
    fn challenges_and_measures_of_the_sample_name_what_is_there() {
        let (issues, catalog) = (read().unwrap(), Catalog::built_in());
        let questionnaire = catalog.questionnaire("challenge-facility").unwrap();
        for challenge in &issues.challenges {
            assert!(
                challenge
                    .viewpoint
                    .iter()
                    .all(|it| questionnaire.viewpoint(it).is_some())
            );
            assert!(challenge.causes.iter().all(|it| issues.cause(*it).is_some()));
        }
        for measure in &issues.measures {
            assert!(questionnaire.viewpoint(&measure.viewpoint).is_some());
            let answered = issues.challenge(measure.challenge.unwrap()).unwrap();
            assert!(answered.chosen.is_some());
            let known = |id: &String| catalog.indicators().iter().any(|it| it.id == *id);
            assert!(measure.indicators.iter().all(known));
            assert!(measure.start <= measure.end && measure.decided <= measure.start);
        }
    }

    #[test]
    fn the_challenges_of_the_sample_are_acts_of_both_surveys_and_of_all_between() {
        let (issues, catalog) = (read().unwrap(), Catalog::built_in());
        let acts = acts(&issues, &catalog);
        let surveys = acts.iter().filter_map(|done| match done.occasion {
            Occasion::ChallengeSurveyAnswered(wave) => Some(wave),
            _ => None,
        });
        assert_eq!(surveys.collect::<Vec<_>>(), [Wave::Before, Wave::After(1)]);
        assert_eq!(acts.len(), 2 + 2 + 5 + 3 + 3 + 6);
    }
}
