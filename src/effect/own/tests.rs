use super::*;

fn draft() -> IndicatorDraft {
    IndicatorDraft {
        id: String::new(),
        name: "ナースコールの回数".to_owned(),
        family: Family::Efficiency,
        unit: "回".to_owned(),
        direction: Direction::Down,
        per: Per::OfficeDay,
        way: OwnWay::Entered,
        detail: String::new(),
        range: String::new(),
        decimals: String::new(),
        how: String::new(),
    }
}

fn read(draft: &IndicatorDraft) -> Result<Indicator, Vec<OwnFault>> {
    draft.indicator(&[], &[])
}

fn faults(draft: &IndicatorDraft) -> Vec<OwnField> {
    read(draft).unwrap_err().iter().map(OwnFault::field).collect()
}

#[test]
fn a_name_and_a_unit_are_enough() {
    let indicator = read(&draft()).unwrap();
    assert_eq!(
        (indicator.id.as_str(), indicator.decimals, indicator.usual),
        ("own-1", 1, false)
    );
    assert_eq!(
        (indicator.name.ja.as_str(), indicator.unit.en.as_str()),
        ("ナースコールの回数", "回")
    );
    let next = IndicatorDraft {
        name: "別の指標".to_owned(),
        ..draft()
    };
    assert_eq!(next.indicator(&[indicator], &[]).unwrap().id, "own-2");
}

#[test]
fn every_way_to_measure_is_read_from_one_line() {
    let of = |way, per, detail: &str| {
        read(&IndicatorDraft {
            way,
            per,
            detail: detail.to_owned(),
            ..draft()
        })
    };
    let part = of(OwnWay::Part, Per::Office, "答えた家族の人数").unwrap();
    assert!(part.measured.is_share());
    assert_eq!(part.unit.ja, "%", "a share is always shown in percent");
    let rate = of(OwnWay::Rate, Per::OfficeMonth, "１００ 利用者延べ日数").unwrap();
    assert!(matches!(&rate.measured, Measured::Rate { per: 100, of } if of.ja == "利用者延べ日数"));
    let formula = of(OwnWay::ShareFormula, Per::StaffDay, "task(4) ÷ filled").unwrap();
    assert!(formula.measured.is_share());
    assert!(
        !of(OwnWay::Formula, Per::StaffDay, "task(4) + task(5)")
            .unwrap()
            .measured
            .is_share()
    );
    for (way, per, detail) in [
        (OwnWay::Part, Per::Office, " "),
        (OwnWay::Rate, Per::OfficeMonth, "利用者延べ日数"),
        (OwnWay::Rate, Per::OfficeMonth, "0 日"),
        (OwnWay::Rate, Per::OfficeMonth, "100"),
        (OwnWay::Formula, Per::StaffDay, "task(4"),
        (OwnWay::Formula, Per::StaffDay, "1 + 1"),
    ] {
        let wrong = of(way, per, detail).unwrap_err();
        assert_eq!(wrong[0].field(), OwnField::Detail, "{way:?} {detail}");
    }
    let per = of(OwnWay::Formula, Per::Office, "filled").unwrap_err();
    assert_eq!(per[0].field(), OwnField::Per);
}

#[test]
fn every_fault_is_named_in_the_order_of_the_questions() {
    let wrong = IndicatorDraft {
        id: "記録".to_owned(),
        name: " ".to_owned(),
        unit: String::new(),
        range: "たくさん".to_owned(),
        decimals: "x".to_owned(),
        how: "あ".repeat(201),
        ..draft()
    };
    assert_eq!(
        faults(&wrong),
        [
            OwnField::Id,
            OwnField::Name,
            OwnField::Unit,
            OwnField::Range,
            OwnField::Decimals,
            OwnField::How
        ]
    );
    let ranged = |range: &str| IndicatorDraft {
        range: range.to_owned(),
        ..draft()
    };
    assert_eq!(
        read(&ranged("０〜６０")).unwrap().range.unwrap().most,
        Decimal::whole(60)
    );
    assert_eq!(read(&ranged("-3..3")).unwrap().range.unwrap().least.to_string(), "-3");
    assert_eq!(faults(&ranged("60〜0")), [OwnField::Range]);
    assert_eq!(faults(&ranged("60")), [OwnField::Range]);
}

#[test]
fn an_id_or_a_name_that_is_taken_is_refused() {
    let known = read(&IndicatorDraft {
        id: "calls".to_owned(),
        ..draft()
    })
    .unwrap();
    let again = |id: &str, name: &str| {
        let draft = IndicatorDraft {
            id: id.to_owned(),
            name: name.to_owned(),
            ..draft()
        };
        draft.indicator(std::slice::from_ref(&known), &[])
    };
    assert_eq!(
        again("ｃａｌｌｓ", "ほか").unwrap_err(),
        [OwnFault::IdTaken("calls".to_owned())]
    );
    assert_eq!(
        again("", "ナースコールの回数").unwrap_err(),
        [OwnFault::NameTaken("ナースコールの回数".to_owned())]
    );
    assert!(again("calls-2", "ほか").is_ok());
}

#[test]
fn a_share_is_not_asked_for_its_unit_also_while_its_formula_is_wrong() {
    let wrong = IndicatorDraft {
        unit: String::new(),
        per: Per::StaffDay,
        way: OwnWay::ShareFormula,
        detail: "task(16) ÷ fill".to_owned(),
        ..draft()
    };
    assert_eq!(faults(&wrong), [OwnField::Detail]);
    let empty = IndicatorDraft {
        way: OwnWay::Part,
        detail: String::new(),
        ..wrong
    };
    assert_eq!(faults(&empty), [OwnField::Detail]);
}
