//! What must not be forgotten: missing judgements, sleeping measures, late steps and checks, the committee, too many challenges.

use chrono::NaiveDate;

use crate::issues::{Issues, MOST_CHALLENGES, Measure, Surveyed, next_meeting_due};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::effect::days_since;
use crate::report::finding::{IssueAlarm, IssueAlarmKind};
use crate::text::Text;

/// What must not be forgotten on a day: judgements without which a result is unfinished, measures that sleep, then what is late,
/// the longest first, then the rest. The surveys are those after the improvement, in order.
pub fn alarms(issues: &Issues, surveys: &[Surveyed], today: NaiveDate, text: &Text) -> Vec<IssueAlarm> {
    let missing = issues.unjudged(surveys).into_iter();
    let unjudged = missing.filter_map(|(survey, keys)| unjudged(survey, keys.len(), today, text));
    let open = || issues.measures.iter().filter(|it| !it.status().is_over());
    let mut asleep: Vec<_> = open().filter_map(|it| asleep(it, today, text)).collect();
    asleep.sort_by_key(|it| it.since);
    let mut late: Vec<_> = open().flat_map(|it| overdue(it, today, text)).collect();
    late.extend(open().filter_map(|it| past_end(it, today, text)));
    late.sort_by_key(|it| it.since);
    let rest = [committee(issues, today, text), too_many(issues, text)];
    unjudged
        .chain(asleep)
        .chain(late)
        .chain(rest.into_iter().flatten())
        .collect()
}

fn about(measure: &Measure, phrase: Phrase) -> Phrase {
    phrase
        .with("number", measure.id.0)
        .with("text", printable(&measure.text))
}

/// Judgements that are missing once a survey is over.
fn unjudged(survey: Surveyed, count: usize, today: NaiveDate, text: &Text) -> Option<IssueAlarm> {
    let days = days_since(survey, today);
    if days.is_none() && survey.last.is_some() {
        return None;
    }
    let said = match days {
        Some(days) => phrase("alarm-unjudged").with("days", days),
        None => phrase("alarm-unjudged-undated"),
    };
    let said = said.with("count", count).with("wave", survey.wave.label());
    Some(IssueAlarm {
        kind: IssueAlarmKind::JudgementMissing,
        measure: None,
        wave: Some(survey.wave),
        since: survey.last,
        days,
        count: Some(count),
        sentence: text.say(&said),
    })
}

fn asleep(measure: &Measure, today: NaiveDate, text: &Text) -> Option<IssueAlarm> {
    let days = measure.asleep_for(today)?;
    Some(IssueAlarm {
        kind: IssueAlarmKind::Asleep,
        measure: Some(measure.id),
        wave: None,
        since: Some(measure.last_heard().max(measure.start)),
        days: Some(days),
        count: None,
        sentence: text.say(&about(measure, phrase("alarm-asleep")).with("days", days)),
    })
}

fn past_end(measure: &Measure, today: NaiveDate, text: &Text) -> Option<IssueAlarm> {
    let days = (today - measure.end).num_days();
    let said = about(measure, phrase("alarm-past-end")).with("date", measure.end.to_string());
    (days > 0).then(|| IssueAlarm {
        kind: IssueAlarmKind::PastEnd,
        measure: Some(measure.id),
        wave: None,
        since: Some(measure.end),
        days: Some(days),
        count: None,
        sentence: text.say(&said),
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
        (IssueAlarmKind::OverdueSteps, steps, phrase("alarm-steps")),
        (IssueAlarmKind::OverdueChecks, checks, phrase("alarm-checks")),
    ];
    lines.into_iter().filter_map(move |(kind, days, phrase)| {
        let since = days.iter().min()?;
        let sentence = about(measure, phrase)
            .with("date", since.to_string())
            .with("others", days.len() - 1);
        Some(IssueAlarm {
            kind,
            measure: Some(measure.id),
            wave: None,
            since: Some(*since),
            days: None,
            count: Some(days.len()),
            sentence: text.say(&sentence),
        })
    })
}

fn committee(issues: &Issues, today: NaiveDate, text: &Text) -> Option<IssueAlarm> {
    let last = issues.last_meeting(today)?.date;
    (next_meeting_due(last) < today).then(|| IssueAlarm {
        kind: IssueAlarmKind::CommitteeLate,
        measure: None,
        wave: None,
        since: Some(last),
        days: None,
        count: None,
        sentence: text.say(&phrase("alarm-committee").with("date", last.to_string())),
    })
}

fn too_many(issues: &Issues, text: &Text) -> Option<IssueAlarm> {
    let chosen = issues.at_work().len();
    (chosen > MOST_CHALLENGES).then(|| IssueAlarm {
        kind: IssueAlarmKind::TooManyChosen,
        measure: None,
        wave: None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issues::{Decision, MeasureId};
    use crate::text::Lang;
    use crate::worktime::Wave;

    fn sample() -> Issues {
        serde_json::from_str(include_str!("../../../sample-data/issues.json")).unwrap()
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn told(issues: &Issues, today: NaiveDate) -> Vec<(IssueAlarmKind, Option<u32>)> {
        let alarms = alarms(issues, &[], today, &Text::new(Lang::Ja));
        alarms
            .iter()
            .map(|it| (it.kind, it.measure.map(|MeasureId(number)| number)))
            .collect()
    }

    #[test]
    fn a_measure_without_news_is_named_with_its_days_and_late_things_with_their_earliest_day() {
        let alarms = alarms(&sample(), &[], day(2026, 2, 10), &Text::new(Lang::Ja));
        let said: Vec<&str> = alarms.iter().map(|it| it.sentence.as_str()).collect();
        assert_eq!(
            said,
            [
                "50日間、経過の記入がありません：打ち手3「棚に写真と名前を貼り、補充の係を決める」",
                "手順の期限を過ぎています（2025-12-26、ほか2件）：打ち手3「棚に写真と名前を貼り、補充の係を決める」",
                "確認日を過ぎています（2026-01-26）：打ち手3「棚に写真と名前を貼り、補充の係を決める」",
                "手順の期限を過ぎています（2026-02-06）：打ち手2「申し送りは書いて回し、口頭は急ぎだけにする」",
            ]
        );
    }

    #[test]
    fn a_survey_without_all_judgements_comes_first_from_the_day_after_its_last() {
        let issues = sample();
        let survey = |last| Surveyed {
            wave: Wave::After(1),
            last,
        };
        let first = |surveys: &[Surveyed], today| alarms(&issues, surveys, today, &Text::new(Lang::Ja)).remove(0);
        let over = survey(Some(day(2026, 2, 6)));
        let alarm = first(&[over], day(2026, 2, 10));
        assert_eq!(alarm.kind, IssueAlarmKind::JudgementMissing);
        assert_eq!(
            (alarm.wave, alarm.since, alarm.days),
            (Some(over.wave), over.last, Some(4))
        );
        assert_eq!(alarm.count, Some(3));
        assert_eq!(alarm.sentence, "取組後①の判断が3件未記入です（調査が終わって4日）。");
        assert_ne!(first(&[over], day(2026, 2, 6)).kind, IssueAlarmKind::JudgementMissing);
        let undated = first(&[survey(None)], day(2026, 2, 6));
        assert_eq!((undated.kind, undated.days), (IssueAlarmKind::JudgementMissing, None));
        assert_eq!(undated.sentence, "取組後①の判断が3件未記入です。");
    }

    #[test]
    fn on_its_last_day_nothing_is_late_yet() {
        use IssueAlarmKind::{Asleep, OverdueChecks, OverdueSteps};
        let mut issues = sample();
        issues.measures.retain(|it| it.id == MeasureId(2));
        assert_eq!(told(&issues, day(2026, 2, 6)), []);
        assert_eq!(told(&issues, day(2026, 2, 7)), [(OverdueSteps, Some(2))]);
        assert_eq!(
            told(&issues, day(2026, 2, 18)),
            [(Asleep, Some(2)), (OverdueSteps, Some(2)), (OverdueChecks, Some(2))]
        );
        assert_eq!(told(&issues, day(2026, 2, 27)).len(), 3);
        assert_eq!(
            told(&issues, day(2026, 2, 28)).last(),
            Some(&(IssueAlarmKind::PastEnd, Some(2)))
        );
        assert_eq!(told(&issues, day(2026, 2, 17)).first(), Some(&(OverdueSteps, Some(2))));
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
        let told_again = alarms(&issues, &[], day(2026, 4, 27), &Text::new(Lang::Ja));
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
