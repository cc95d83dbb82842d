//! Makes the finding: the committee (委員会).

use chrono::NaiveDate;

use crate::issues::{Issues, Meeting, Topic, listed_topics, next_meeting_due};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::{AttendanceLine, MeetingLine, MeetingRemarkLine, MeetingsFinding, TopicLast, TopicLine};
use crate::text::Text;

/// Shows the committee (委員会) as it stands on a day.
pub fn meetings(holdings: &Holdings, today: NaiveDate, text: &Text) -> MeetingsFinding {
    let issues = &holdings.issues;
    let by_day = issues.meetings_by_day();
    let next_due = issues.last_meeting(today).map(|last| next_meeting_due(last.date));
    let last = |topic: Topic| {
        let held = by_day
            .iter()
            .rev()
            .find(|it| it.date <= today && it.topics.contains_key(&topic));
        held.map(|it| it.date)
    };
    MeetingsFinding {
        meetings: by_day.iter().rev().map(|it| line(issues, it, today, text)).collect(),
        next_due,
        days_left: next_due.map(|due| (due - today).num_days()),
        topics: Topic::ALL
            .into_iter()
            .map(|topic| TopicLast {
                id: topic.id().to_owned(),
                name: text.say(&topic.phrase()),
                last: last(topic),
            })
            .collect(),
        sentence: sentence(issues, today, text),
    }
}

fn line(issues: &Issues, meeting: &Meeting, today: NaiveDate, text: &Text) -> MeetingLine {
    let topic = |topic: Topic| {
        let said = meeting.topics.get(&topic);
        TopicLine {
            id: topic.id().to_owned(),
            name: text.say(&topic.phrase()),
            discussed: said.is_some(),
            said: said.map(|said| printable(said)).filter(|said| !said.is_empty()),
        }
    };
    let remarks = issues.meeting_remarks(meeting, today);
    MeetingLine {
        number: meeting.id.0,
        date: meeting.date,
        people: meeting
            .people
            .iter()
            .map(|it| AttendanceLine {
                role: printable(it.role.as_str()),
                people: it.people,
                gives_care: it.gives_care,
            })
            .collect(),
        people_count: meeting.people.iter().map(|it| u32::from(it.people)).sum(),
        has_care_staff: meeting.has_care_staff(),
        topics: Topic::ALL.into_iter().map(topic).collect(),
        decisions: meeting.decisions.iter().map(|it| printable(it)).collect(),
        note: printable(&meeting.note),
        remarks: remarks
            .iter()
            .map(|remark| MeetingRemarkLine {
                code: remark.id().to_owned(),
                text: text.say(&remark.phrase()),
            })
            .collect(),
    }
}

/// The last meeting and the next, what was never talked about, and whether care staff was missing.
fn sentence(issues: &Issues, today: NaiveDate, text: &Text) -> String {
    let Some(last) = issues.last_meeting(today) else {
        return text.get("meetings-sentence-none");
    };
    let held: Vec<&Meeting> = issues.meetings.iter().filter(|it| it.date <= today).collect();
    let due = next_meeting_due(last.date);
    let days = (due - today).num_days();
    let next = match days {
        0.. => phrase("meetings-sentence-next").with("days", days),
        _ => phrase("meetings-sentence-overdue").with("days", -days),
    };
    let mut said: Vec<Phrase> = vec![
        phrase("meetings-sentence")
            .with("count", held.len())
            .with("last", last.date.to_string()),
        next.with("due", due.to_string()),
    ];
    let never: Vec<Topic> = Topic::ALL
        .into_iter()
        .filter(|topic| !held.iter().any(|it| it.topics.contains_key(topic)))
        .collect();
    if !never.is_empty() {
        said.push(phrase("meetings-sentence-never").with("topics", listed_topics(&never)));
    }
    let without_care = held.iter().filter(|it| !it.has_care_staff()).count();
    if without_care > 0 {
        said.push(phrase("meetings-sentence-no-care").with("count", without_care));
    }
    let said: Vec<String> = said.iter().map(|phrase| text.say(phrase)).collect();
    said.join(&text.get("between-sentences"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::issues::{MeetingId, read_people};
    use crate::office::Office;
    use crate::text::Lang;
    use crate::worktime::NightHours;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn meeting(id: u32, date: NaiveDate, people: &str, topics: &[(Topic, &str)]) -> Meeting {
        Meeting {
            id: MeetingId(id),
            date,
            people: read_people(people).unwrap(),
            topics: topics
                .iter()
                .map(|(topic, said)| (*topic, (*said).to_owned()))
                .collect::<BTreeMap<_, _>>(),
            decisions: vec!["記録を1回にする".to_owned()],
            note: String::new(),
        }
    }

    fn found(today: NaiveDate) -> MeetingsFinding {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let mut holdings = Holdings::empty(founding, catalog);
        holdings.issues.meetings = vec![
            meeting(
                1,
                day(1, 31),
                "介護職員 3, 管理者 1",
                &[(Topic::Safety, "転倒が2件"), (Topic::Burden, "")],
            ),
            meeting(2, day(2, 10), "管理者 1", &[(Topic::Safety, "")]),
            meeting(3, day(9, 1), "介護職員 1", &[(Topic::Devices, "")]),
        ];
        meetings(&holdings, today, &Text::new(Lang::Ja))
    }

    #[test]
    fn the_newest_meeting_stands_first_and_the_next_is_due_after_the_last_that_was_held() {
        let found = found(day(2, 20));
        let numbers: Vec<u32> = found.meetings.iter().map(|it| it.number).collect();
        assert_eq!(numbers, [3, 2, 1]);
        assert_eq!((found.next_due, found.days_left), (Some(day(5, 10)), Some(79)));
        assert!(found.sentence.contains("2回"), "{}", found.sentence);
        // A meeting to come has not talked about anything yet.
        let last: Vec<Option<NaiveDate>> = found.topics.iter().map(|it| it.last).collect();
        assert_eq!(last, [Some(day(2, 10)), Some(day(1, 31)), None, None]);
    }

    #[test]
    fn days_past_the_due_date_count_below_zero() {
        let found = found(day(5, 13));
        assert_eq!(found.days_left, Some(-3));
        assert!(found.sentence.contains("3日"), "{}", found.sentence);
    }

    #[test]
    fn a_topic_that_was_only_ticked_has_nothing_said() {
        let found = found(day(2, 20));
        let first = found.meetings.last().unwrap();
        let said: Vec<(bool, Option<&str>)> = first
            .topics
            .iter()
            .map(|it| (it.discussed, it.said.as_deref()))
            .collect();
        assert_eq!(
            said,
            [(true, Some("転倒が2件")), (true, None), (false, None), (false, None)]
        );
        assert_eq!((first.people_count, first.has_care_staff), (4, true));
        assert_eq!(first.remarks.len(), 1);
    }
}
