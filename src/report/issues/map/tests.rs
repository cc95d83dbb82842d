//! What stands behind the boxes, and in which order they are told.

use std::collections::BTreeSet;

use super::*;
use crate::book::Founding;
use crate::catalog::Catalog;
use crate::issues::{
    Answer, Degree, Evidence, Notice, NoticeId, Rating, Response, ResponseKey, ResponseNumber, StatementCode,
    TroubleKind,
};
use crate::office::{Minutes, Office, StaffCode};
use crate::report::finding::CauseEvidence;
use crate::text::Lang;
use crate::worktime::{Cell, ListNumber, Manner, NightHours, Share, Sheet, TaskCode, Wave};

fn empty() -> Holdings {
    let catalog = Catalog::built_in();
    let founding = Founding {
        office: Office::default(),
        task_list: catalog.task_list("kasan-2024").unwrap().clone(),
        slot_minutes: 10,
        night: NightHours::default(),
    };
    Holdings::empty(founding, catalog)
}

fn cause(id: u32, layer: CauseLayer, leads_to: &[u32]) -> Cause {
    Cause {
        id: CauseId(id),
        layer,
        text: format!("項目{id}"),
        leads_to: leads_to.iter().map(|id| CauseId(*id)).collect(),
        evidence: BTreeSet::new(),
        question: None,
    }
}

fn found(holdings: &Holdings) -> CauseMapFinding {
    crate::report::issues(holdings, chrono::NaiveDate::MIN, &Text::new(Lang::Ja)).map
}

fn shown(holdings: &Holdings, evidence: &Evidence) -> CauseEvidence {
    let text = Text::new(Lang::Ja);
    let survey = crate::report::issues::survey::survey(holdings, &text);
    EvidenceSource::new(holdings, &survey, &text).shown(evidence)
}

fn answer(number: u32, round: Wave, rating: Option<u8>) -> Response {
    let answer = rating.map_or(Answer::Unknown, |rating| Answer::Rated(Rating::of(rating).unwrap()));
    Response {
        key: ResponseKey {
            round,
            number: ResponseNumber(number),
        },
        questionnaire: "challenge-facility".to_owned(),
        staff: None,
        role: None,
        unit: None,
        position: None,
        date: None,
        answers: [(StatementCode("1a".to_owned()), answer)].into(),
    }
}

#[test]
fn the_outline_goes_from_the_effects_back_and_opens_each_box_once() {
    let mut holdings = empty();
    holdings.issues.causes = vec![
        cause(1, CauseLayer::Background, &[2, 3]),
        cause(2, CauseLayer::Trouble, &[4]),
        cause(3, CauseLayer::Trouble, &[4, 5]),
        cause(4, CauseLayer::Effect, &[]),
        cause(5, CauseLayer::Effect, &[]),
        cause(6, CauseLayer::Background, &[1]),
        cause(7, CauseLayer::Cause, &[]),
    ];
    let found = found(&holdings);
    let rows: Vec<(u32, usize, bool)> = found
        .outline
        .iter()
        .map(|it| (it.number.0, it.depth, it.again))
        .collect();
    assert_eq!(
        rows,
        [
            (4, 0, false),
            (2, 1, false),
            (1, 2, false),
            (6, 3, false),
            (3, 1, false),
            (1, 2, true),
            (5, 0, false),
            (3, 1, true),
            (7, 0, false)
        ]
    );
    let order: Vec<u32> = found.boxes.iter().map(|it| it.number.0).collect();
    assert_eq!(order, [4, 2, 1, 6, 3, 5, 7]);
    assert_eq!((found.measured, found.unmeasured, found.links.len()), (0, 7, 6));
    assert_eq!(found.boxes[1].from, [CauseId(1)]);
}

#[test]
fn what_nobody_measured_gets_a_question_and_no_figure() {
    let mut holdings = empty();
    let mut own = cause(1, CauseLayer::Effect, &[]);
    own.question = Some("何分かかりますか。".to_owned());
    own.evidence = [Evidence::Statement(StatementCode("1a".to_owned()))].into();
    holdings.issues.causes = vec![own, cause(2, CauseLayer::Cause, &[1])];
    let found = found(&holdings);
    let [one, two] = found.boxes.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(one.question.as_deref(), Some("何分かかりますか。"));
    assert_eq!((one.evidence[0].value, one.evidence[0].measured), (None, false));
    assert_eq!(one.evidence[0].shown, "まだ測っていません");
    assert!(!one.evidence[0].text.is_empty());
    assert!(two.question.as_ref().unwrap().contains("項目2"));
    assert!(!found.links[0].measured);
}

#[test]
fn the_share_counts_ratings_of_the_latest_round_and_hides_two_people() {
    let statement = Evidence::Statement(StatementCode("1a".to_owned()));
    let mut holdings = empty();
    let asked = holdings.catalog.questionnaire("challenge-facility").unwrap().clone();
    holdings.issues.questionnaires.push(asked);
    let ratings = [Some(3), Some(2), Some(1), None];
    holdings.issues.responses = (1..)
        .zip(ratings)
        .map(|(number, rating)| answer(number, Wave::After(1), rating))
        .collect();
    holdings.issues.responses.push(answer(1, Wave::Before, Some(0)));
    let of_three = shown(&holdings, &statement);
    assert_eq!((of_three.n, of_three.hidden), (Some(3), false));
    assert!((of_three.value.unwrap() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(of_three.shown, "当てはまる66.7%（取組後①、3人）");
    holdings.issues.responses.remove(0);
    let of_two = shown(&holdings, &statement);
    assert_eq!(
        (of_two.value, of_two.n, of_two.hidden, of_two.measured),
        (None, None, true, true)
    );
}

#[test]
fn notices_count_by_their_weight_and_their_kind_without_duplicates() {
    let mut holdings = empty();
    let mut first = Notice::saying(NoticeId(1), "鍵を探す");
    first.kind = Some(TroubleKind::Things);
    (first.often, first.heavy) = (Degree::of(4), Degree::of(3));
    let mut same = Notice::saying(NoticeId(2), "鍵がない");
    same.kind = Some(TroubleKind::Things);
    same.merged_into = Some(NoticeId(1));
    holdings.issues.notices = vec![first, same];
    let merged = shown(&holdings, &Evidence::Notice(NoticeId(2)));
    assert_eq!((merged.text.as_str(), merged.value), ("鍵を探す", Some(12.0)));
    let kind = shown(&holdings, &Evidence::Kind(TroubleKind::Things));
    assert_eq!((kind.n, kind.shown.as_str()), (Some(1), "気づき1件"));
    assert!(!shown(&holdings, &Evidence::Kind(TroubleKind::Goals)).measured);
    assert!(!shown(&holdings, &Evidence::Notice(NoticeId(9))).measured);
}

#[test]
fn minutes_are_those_of_a_person_day_of_the_latest_wave() {
    let sheet = |person: u32, minutes: u32| Sheet {
        staff: StaffCode::parse(&format!("S{person}")).unwrap(),
        date: chrono::NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
        role: None,
        unit: None,
        scheduled: None,
        actual: None,
        slot_minutes: 10,
        cells: vec![Cell {
            start: 540,
            shares: vec![Share(TaskCode("11".to_owned()), Minutes(minutes))],
        }],
        note: String::new(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    };
    let records = Evidence::Minutes(TaskCode("11".to_owned()));
    let mut holdings = empty();
    assert!(!shown(&holdings, &records).measured);
    holdings.sheets = vec![
        (Wave::Before, sheet(1, 10)),
        (Wave::After(1), sheet(1, 2)),
        (Wave::After(1), sheet(2, 4)),
    ];
    assert!(shown(&holdings, &records).hidden);
    holdings.sheets.push((Wave::After(1), sheet(3, 9)));
    let found = shown(&holdings, &records);
    assert_eq!((found.value, found.n), (Some(5.0), Some(3)));
    assert!(!shown(&holdings, &Evidence::Minutes(TaskCode("99".to_owned()))).measured);
}
