//! Challenges in the book: whatever is written can be taken back and done again, and the journal gives the same tables.

use proptest::prelude::*;

use super::*;
use crate::book::{BookFault, Conflict};
use crate::issues::{
    Answer, Attendance, Cause, CauseId, CauseLayer, Challenge, ChallengeId, Degree, Evidence, Issues, Measure,
    MeasureId, Meeting, MeetingId, Notice, NoticeId, Questionnaire, Rating, Response, ResponseKey, ResponseNumber,
    Statement, StatementCode, SurveyColumn, Topic, Viewpoint, ViewpointCode,
};

fn questionnaire(version: &str) -> Questionnaire {
    Questionnaire {
        id: "short".to_owned(),
        version: version.to_owned(),
        title: Bilingual::default(),
        source: "参考".to_owned(),
        scale: Default::default(),
        unknown: Bilingual::default(),
        viewpoints: vec![Viewpoint {
            code: ViewpointCode("1".to_owned()),
            name: Bilingual::default(),
            before: Bilingual::default(),
            after: Bilingual::default(),
            statements: vec![Statement {
                code: StatementCode("1a".to_owned()),
                text: Bilingual::default(),
            }],
        }],
    }
}

fn response(number: u32, rating: u8) -> Response {
    Response {
        key: ResponseKey {
            round: Wave::Before,
            number: ResponseNumber(number),
        },
        questionnaire: "short".to_owned(),
        staff: None,
        role: None,
        unit: Unit::parse("1階").ok(),
        position: None,
        date: None,
        answers: [
            (
                StatementCode("1a".to_owned()),
                Answer::Rated(Rating::of(rating % 4).unwrap()),
            ),
            (StatementCode("1b".to_owned()), Answer::Unknown),
        ]
        .into(),
    }
}

fn cause(number: u32, text: &str) -> Cause {
    Cause {
        id: CauseId(number),
        layer: CauseLayer::Background,
        text: text.to_owned(),
        leads_to: std::collections::BTreeSet::new(),
        evidence: [
            Evidence::Notice(NoticeId(1)),
            Evidence::Minutes(TaskCode("11".to_owned())),
        ]
        .into(),
        question: None,
    }
}

fn challenge(number: u32, effect: u8) -> Challenge {
    Challenge {
        id: ChallengeId(number),
        text: "記録を二度書いている".to_owned(),
        viewpoint: Some(ViewpointCode("4".to_owned())),
        causes: [CauseId(1)].into(),
        effect: Degree::of(effect % 5 + 1),
        ease: None,
        chosen: None,
    }
}

fn measure(number: u32, text: &str) -> Measure {
    let day = NaiveDate::from_ymd_opt(2025, 11, 1).unwrap();
    Measure {
        id: MeasureId(number),
        challenge: Some(ChallengeId(1)),
        viewpoint: ViewpointCode("4".to_owned()),
        text: text.to_owned(),
        owner: Role::parse("介護主任").ok(),
        decided: day,
        start: day,
        end: day,
        steps: Vec::new(),
        indicators: vec!["record-minutes".to_owned()],
        checks: Vec::new(),
        news: Vec::new(),
    }
}

fn meeting(number: u32, note: &str) -> Meeting {
    Meeting {
        id: MeetingId(number),
        date: NaiveDate::from_ymd_opt(2025, 11, 20).unwrap(),
        people: vec![Attendance {
            role: Role::parse("介護職員").unwrap(),
            people: 3,
            gives_care: true,
        }],
        topics: [(Topic::Safety, "転倒".to_owned()), (Topic::Training, String::new())].into(),
        decisions: Vec::new(),
        note: note.to_owned(),
    }
}

/// Puts a thing of a kind and number into one of two states, or takes it out, whatever it was before.
fn set(issues: &Issues, kind: u8, number: u32, state: u8) -> Change {
    let text = ["朝", "夕"][usize::from(state % 2)];
    macro_rules! kept {
        ($variant:ident, $list:ident, $is:expr, $thing:expr) => {
            Change::$variant {
                before: issues.$list.iter().find($is).cloned().map(Box::new),
                after: (state < 2).then(|| Box::new($thing)),
            }
        };
    }
    match kind {
        0 => kept!(
            QuestionnaireKept,
            questionnaires,
            |it| it.id == "short",
            questionnaire(text)
        ),
        1 => kept!(
            ResponseKept,
            responses,
            |it| it.key.number.0 == number,
            response(number, state)
        ),
        2 => kept!(
            NoticeKept,
            notices,
            |it| it.id.0 == number,
            Notice::saying(NoticeId(number), text)
        ),
        3 => kept!(CauseKept, causes, |it| it.id.0 == number, cause(number, text)),
        4 => kept!(
            ChallengeKept,
            challenges,
            |it| it.id.0 == number,
            challenge(number, state)
        ),
        5 => kept!(MeasureKept, measures, |it| it.id.0 == number, measure(number, text)),
        6 => kept!(MeetingKept, meetings, |it| it.id.0 == number, meeting(number, text)),
        _ => Change::ColumnMapped {
            heading: "設問1".to_owned(),
            before: issues.columns.get("設問1").cloned(),
            after: (state < 2).then_some(SurveyColumn::Ignored),
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_is_undone_and_redone_through_the_journal(
        steps in proptest::collection::vec((0u8..8, 1u32..4, 0u8..3), 1..24),
    ) {
        let (_folder, mut book) = book();
        let mut states = vec![book.issues().unwrap()];
        for (kind, number, state) in steps {
            let change = set(states.last().unwrap(), kind, number, state);
            book.apply(Occasion::NoticesKept, vec![change], now()).unwrap();
            states.push(book.issues().unwrap());
        }
        prop_assert!(book.check().unwrap().is_whole());
        for state in states.iter().rev().skip(1) {
            book.undo(now()).unwrap();
            prop_assert_eq!(&book.issues().unwrap(), state);
        }
        prop_assert!(book.check().unwrap().is_whole());
        for state in states.iter().skip(1) {
            book.redo(now()).unwrap();
            prop_assert_eq!(&book.issues().unwrap(), state);
        }
        let book = Book::open(book.path()).unwrap();
        prop_assert!(book.check().unwrap().is_whole());
        prop_assert_eq!(&book.issues().unwrap(), states.last().unwrap());
    }
}

#[test]
fn numbers_are_read_in_their_order_and_not_as_words() {
    let (_folder, mut book) = book();
    for number in [10, 2, 1] {
        let change = Change::NoticeKept {
            before: None,
            after: Some(Box::new(Notice::saying(NoticeId(number), "探し物"))),
        };
        book.apply(Occasion::NoticesKept, vec![change], now()).unwrap();
    }
    let numbers: Vec<u32> = book.issues().unwrap().notices.iter().map(|it| it.id.0).collect();
    assert_eq!(numbers, [1, 2, 10]);
}

#[test]
fn what_was_changed_elsewhere_meanwhile_is_not_overwritten() {
    let (_folder, mut book) = book();
    let noticed = |before: Option<&str>, after: &str| Change::NoticeKept {
        before: before.map(|what| Box::new(Notice::saying(NoticeId(1), what))),
        after: Some(Box::new(Notice::saying(NoticeId(1), after))),
    };
    book.apply(Occasion::NoticesKept, vec![noticed(None, "鍵")], now())
        .unwrap();
    for stale in [noticed(None, "車いす"), noticed(Some("車"), "車いす")] {
        let error = book.apply(Occasion::NoticesKept, vec![stale], now()).unwrap_err();
        assert!(
            matches!(error.fault, BookFault::Conflict(Conflict::RecordDiffers)),
            "{error:?}"
        );
    }
    assert_eq!(book.issues().unwrap().notices[0].what, "鍵");
}
