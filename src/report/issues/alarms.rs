//! What must not be forgotten: sleeping measures, late steps and checks, the committee, too many challenges.

use chrono::{Months, NaiveDate};

use crate::issues::{Challenge, ChallengeId, Issues, MOST_CHALLENGES, Measure};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{IssueAlarm, IssueAlarmKind};
use crate::text::Text;

/// Months after its last meeting when the committee should have met again.
const COMMITTEE_MONTHS: u32 = 3;

/// What must not be forgotten on a day: measures that sleep, then what is late, the longest first, then the rest.
pub fn alarms(issues: &Issues, today: NaiveDate, text: &Text) -> Vec<IssueAlarm> {
    let open = || issues.measures.iter().filter(|it| !it.status().is_over());
    let mut asleep: Vec<_> = open().filter_map(|it| asleep(it, today, text)).collect();
    asleep.sort_by_key(|it| it.since);
    let mut late: Vec<_> = open().flat_map(|it| overdue(it, today, text)).collect();
    late.sort_by_key(|it| it.since);
    let rest = [committee(issues, today, text), too_many(issues, text)];
    asleep
        .into_iter()
        .chain(late)
        .chain(rest.into_iter().flatten())
        .collect()
}

fn about(measure: &Measure, phrase: Phrase) -> Phrase {
    phrase
        .with("number", measure.id.0)
        .with("text", printable(&measure.text))
}

fn asleep(measure: &Measure, today: NaiveDate, text: &Text) -> Option<IssueAlarm> {
    let days = measure.asleep_for(today)?;
    Some(IssueAlarm {
        kind: IssueAlarmKind::Asleep,
        measure: Some(measure.id),
        since: Some(measure.last_heard().max(measure.start)),
        days: Some(days),
        count: None,
        sentence: text.say(&about(measure, phrase("alarm-asleep")).with("days", days)),
    })
}

/// The late steps of a measure in one line, and its passed days of checking in another.
fn overdue(measure: &Measure, today: NaiveDate, text: &Text) -> impl Iterator<Item = IssueAlarm> {
    let steps = measure.steps.iter().filter(|it| it.done.is_none());
    let checks = measure.checks.iter().filter(|it| it.done.is_none());
    let late = |days: Vec<NaiveDate>| -> Vec<NaiveDate> { days.into_iter().filter(|it| *it < today).collect() };
    let steps = late(steps.map(|it| it.due).collect());
    let checks = late(checks.map(|it| it.on).collect());
    let lines = [
        (IssueAlarmKind::StepOverdue, steps, phrase("alarm-steps")),
        (IssueAlarmKind::CheckOverdue, checks, phrase("alarm-checks")),
    ];
    lines.into_iter().filter_map(move |(kind, days, phrase)| {
        let since = days.iter().min()?;
        let sentence = about(measure, phrase)
            .with("date", since.to_string())
            .with("others", days.len() - 1);
        Some(IssueAlarm {
            kind,
            measure: Some(measure.id),
            since: Some(*since),
            days: None,
            count: Some(days.len()),
            sentence: text.say(&sentence),
        })
    })
}

fn committee(issues: &Issues, today: NaiveDate, text: &Text) -> Option<IssueAlarm> {
    let held = issues.meetings.iter().map(|it| it.date).filter(|it| *it <= today);
    let last = held.max()?;
    let next = last.checked_add_months(Months::new(COMMITTEE_MONTHS))?;
    (next < today).then(|| IssueAlarm {
        kind: IssueAlarmKind::CommitteeLate,
        measure: None,
        since: Some(last),
        days: None,
        count: None,
        sentence: text.say(&phrase("alarm-committee").with("date", last.to_string())),
    })
}

fn too_many(issues: &Issues, text: &Text) -> Option<IssueAlarm> {
    let at_work = |it: &&Challenge| it.chosen.is_some() && !is_finished(issues, it.id);
    let chosen = issues.challenges.iter().filter(at_work).count();
    (chosen > MOST_CHALLENGES).then(|| IssueAlarm {
        kind: IssueAlarmKind::TooManyChosen,
        measure: None,
        since: None,
        days: None,
        count: Some(chosen),
        sentence: text.say(
            &phrase("alarm-chosen")
                .with("count", chosen)
                .with("most", MOST_CHALLENGES),
        ),
    })
}

/// Whether a challenge has measures, all of them over.
fn is_finished(issues: &Issues, id: ChallengeId) -> bool {
    let mut measures = issues.measures.iter().filter(|it| it.challenge == Some(id)).peekable();
    measures.peek().is_some() && measures.all(|it| it.status().is_over())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issues::{Decision, MeasureId};
    use crate::text::Lang;

    fn sample() -> Issues {
        serde_json::from_str(include_str!("../../../sample-data/issues.json")).unwrap()
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn told(issues: &Issues, today: NaiveDate) -> Vec<(IssueAlarmKind, Option<u32>)> {
        let alarms = alarms(issues, today, &Text::new(Lang::Ja));
        alarms
            .iter()
            .map(|it| (it.kind, it.measure.map(|MeasureId(number)| number)))
            .collect()
    }

    #[test]
    fn a_measure_without_news_is_named_with_its_days_and_late_things_with_their_earliest_day() {
        let alarms = alarms(&sample(), day(2026, 2, 10), &Text::new(Lang::Ja));
        let said: Vec<&str> = alarms.iter().map(|it| it.sentence.as_str()).collect();
        assert_eq!(
            said,
            [
                "50日間、知らせがありません：打ち手3「棚に写真と名前を貼り、補充の係を決める」",
                "手順の期限を過ぎています（2025-12-26、ほか2件）：打ち手3「棚に写真と名前を貼り、補充の係を決める」",
                "確認日を過ぎています（2026-01-26）：打ち手3「棚に写真と名前を貼り、補充の係を決める」",
                "手順の期限を過ぎています（2026-02-06）：打ち手2「申し送りは書いて回し、口頭は急ぎだけにする」",
            ]
        );
    }

    #[test]
    fn on_its_last_day_nothing_is_late_yet() {
        use IssueAlarmKind::{Asleep, CheckOverdue, StepOverdue};
        let mut issues = sample();
        issues.measures.retain(|it| it.id == MeasureId(2));
        assert_eq!(told(&issues, day(2026, 2, 6)), []);
        assert_eq!(told(&issues, day(2026, 2, 7)), [(StepOverdue, Some(2))]);
        assert_eq!(
            told(&issues, day(2026, 2, 18)),
            [(Asleep, Some(2)), (StepOverdue, Some(2)), (CheckOverdue, Some(2))]
        );
        assert_eq!(told(&issues, day(2026, 2, 17)).first(), Some(&(StepOverdue, Some(2))));
    }

    #[test]
    fn a_measure_that_is_over_raises_nothing() {
        let mut issues = sample();
        issues.measures.retain(|it| it.id == MeasureId(1));
        issues.meetings.clear();
        issues.measures[0].steps[0].done = None;
        assert_eq!(told(&issues, day(2027, 1, 1)), []);
    }

    #[test]
    fn the_committee_is_late_after_three_months_and_only_where_it_ever_met() {
        let mut issues = sample();
        issues.measures.clear();
        assert_eq!(told(&issues, day(2026, 4, 26)), []);
        assert_eq!(told(&issues, day(2026, 4, 27)), [(IssueAlarmKind::CommitteeLate, None)]);
        issues.meetings[2].date = day(2026, 6, 1);
        let told_again = alarms(&issues, day(2026, 4, 27), &Text::new(Lang::Ja));
        assert_eq!(
            told_again[0].since,
            Some(day(2025, 10, 27)),
            "a meeting to come was not held"
        );
        issues.meetings.clear();
        assert_eq!(told(&issues, day(2026, 4, 27)), []);
    }

    #[test]
    fn the_fourth_chosen_challenge_is_one_too_many() {
        let mut issues = sample();
        issues.measures.clear();
        issues.challenges[3].chosen = Some(Decision {
            because: "夜勤の人の声が多いため".to_owned(),
            on: day(2026, 2, 1),
            by: None,
        });
        assert_eq!(told(&issues, day(2026, 2, 10)), [(IssueAlarmKind::TooManyChosen, None)]);
        let mut fewer = issues.clone();
        fewer.challenges.remove(0);
        assert_eq!(told(&fewer, day(2026, 2, 10)), []);
        issues.measures = sample().measures;
        issues.measures.retain(|it| it.id == MeasureId(1));
        assert_eq!(
            told(&issues, day(2026, 2, 10)),
            [],
            "a finished challenge no longer counts"
        );
    }
}
