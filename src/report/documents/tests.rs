use super::support::{counted, ledger, month};
use super::*;
use crate::documents::{DocumentGoal, DocumentId, Medium, UnitCosts};
use crate::report::effect::support::holdings;
use crate::text::Lang;

fn found(holdings: &Holdings) -> DocumentsFinding {
    documents(holdings, &[], &Text::new(Lang::Ja)).unwrap()
}

#[test]
fn one_sheet_short_of_one_half_is_not_halved_and_does_not_read_so() {
    let found = found(&ledger());
    let total = &found.total;
    assert_eq!((total.sheets_before, total.sheets_after), (Some(1_037), Some(519)));
    assert_eq!(
        (total.halved, total.missing, total.reduction),
        (Some(false), Some(1), Some(518))
    );
    assert_eq!(found.halving.goal, Some(518));
    assert!(found.sentence.contains("（-49.9%）"), "{}", found.sentence);
    assert!(
        found.sentence.contains("あと1枚です（道のりの99%）"),
        "{}",
        found.sentence
    );
    let bring: Vec<(&str, bool)> = found
        .halving
        .bring
        .iter()
        .map(|it| (it.name.as_str(), it.alone))
        .collect();
    assert_eq!(bring, [("サービス提供票", true)]);
}

#[test]
fn with_one_sheet_less_it_is_halved() {
    let mut book = ledger();
    book.documents
        .months
        .retain(|it| it.document != DocumentId(4) || it.month != month(2026, 10));
    book.documents
        .months
        .push(counted(4, month(2026, 10), Medium::Paper, (12, 37)));
    let found = found(&book);
    assert_eq!((found.total.halved, found.halving.missing), (Some(true), Some(0)));
    assert_eq!(found.halving.bring, []);
    assert!(found.halving.gauge.unwrap() >= 1.0);
}

#[test]
fn a_kind_without_its_month_leaves_the_total_open_and_is_named() {
    let mut book = ledger();
    book.documents
        .months
        .retain(|it| it.document != DocumentId(4) || it.month != month(2026, 10));
    let found = found(&book);
    assert_eq!((found.total.halved, found.total.sheets_after), (None, None));
    assert!(found.halving.sentence.contains("会議録"), "{}", found.halving.sentence);
    assert_eq!((found.pairs.kinds, found.pairs.of), (3, 4));
    assert_eq!((found.pairs.sheets_before, found.pairs.sheets_after), (1_001, 481));
    assert!(found.remarks[0].contains("4種類のうち3種類"), "{:?}", found.remarks);
    assert_eq!(found.kinds[3].figures.halved, None);
    assert!(found.kinds[3].sentence.contains("2026年10月の枚数がわからない"));
}

#[test]
fn money_is_what_was_computed_by_hand() {
    let money = found(&ledger()).money;
    // Sheets: 1,037 × 3.3 = 3,422.1; 519 × 3.3 = 1,712.7; 518 × 3.3 = 1,709.4, × 12 = 20,512.8.
    let sheets = money.sheets;
    assert_eq!((sheets.before, sheets.after), (Some(3_422), Some(1_713)));
    assert_eq!((sheets.saved, sheets.saved_a_year), (Some(1_709), Some(20_513)));
    // Minutes: (310 + 96 + 31 + 12) × 2.5, each kind rounded: 775 + 240 + 78 + 30 = 1,123, the same in both months.
    let labour = money.labour;
    assert_eq!((labour.before, labour.saved), (Some(25_268), Some(0)));
    assert_eq!(money.total.before, Some(28_690));
    assert_eq!(money.total.saved_a_year, Some(20_513));
}

#[test]
fn without_unit_costs_there_is_no_sum_and_it_says_which_are_missing() {
    let mut book = ledger();
    book.documents.settings = None;
    let money = found(&book).money;
    assert_eq!(money.total, crate::report::finding::YenLine::default());
    assert!(
        money.sentence.contains("紙1枚の円、印刷1枚の円、時給"),
        "{}",
        money.sentence
    );
    book.documents.settings = Some(crate::documents::LedgerSettings {
        costs: UnitCosts {
            wage: Some(1_200),
            ..UnitCosts::default()
        },
        ..crate::documents::LedgerSettings::default()
    });
    let money = found(&book).money;
    assert_eq!(
        (money.labour.saved, money.sheets.saved, money.total.saved),
        (Some(0), None, None)
    );
}

#[test]
fn paper_is_kept_over_its_years() {
    let storage = found(&ledger()).storage;
    assert_eq!(
        (storage.a_year_before, storage.a_year_after),
        (Some(12_444), Some(6_228))
    );
    assert_eq!((storage.kept_before, storage.kept_after), (Some(62_220), Some(31_140)));
    assert_eq!((storage.binders_before, storage.binders_after), (Some(125), Some(63)));
}

#[test]
fn the_plan_is_laid_beside_what_was_reached_year_by_year() {
    let plan = found(&ledger()).plan;
    let expected = [
        ("2025-10", None, Some(1_037), None),
        ("2026-10", Some(486), Some(519), Some(false)),
        ("2027-10", Some(340), None, None),
    ];
    assert_eq!(plan.len(), expected.len());
    for (year, (month, planned, reached, met)) in plan.iter().zip(expected) {
        assert_eq!(year.month.month.to_string(), month);
        assert_eq!(
            (year.planned, year.reached, year.met),
            (planned, reached, met),
            "{month}"
        );
    }
    assert_eq!((plan[1].plan_halves, plan[1].halved), (Some(true), Some(false)));
    assert!(plan[1].sentence.contains("33枚多い"), "{}", plan[1].sentence);
}

#[test]
fn a_plan_alone_is_no_result() {
    let mut book = ledger();
    book.documents.months.clear();
    book.documents.goals = vec![DocumentGoal {
        document: DocumentId(1),
        month: month(2026, 10),
        sheets: 1,
    }];
    let found = found(&book);
    assert!(found.is_empty() && found.plan.is_empty());
    assert_eq!(found.sentence, "文書が4種類あります。枚数は、まだ数えていません。");
}

#[test]
fn the_prediction_stands_beside_the_ledger_in_the_documents_that_it_is_about() {
    let rewriting = found(&ledger()).rewriting;
    // 310 × 2 = 620 times and 310 minutes; 31 × 1 = 31 times and 15.5 → 16 minutes.
    let predicted = &rewriting.predicted;
    assert_eq!((predicted.times, predicted.minutes), (Some(651), Some(326)));
    let lines: Vec<(Option<u64>, Option<u64>)> = predicted.lines.iter().map(|it| (it.times, it.minutes)).collect();
    assert_eq!(lines, [(Some(620), Some(310)), (Some(31), Some(16))]);
    assert_eq!((rewriting.ledger.n, rewriting.ledger.minutes), (2, Some(0)));
    let facts: Vec<(&str, usize, usize, usize)> = rewriting
        .facts
        .iter()
        .map(|it| (it.name.as_str(), it.first, it.again, it.once))
        .collect();
    assert_eq!(
        facts,
        [("バイタル", 0, 0, 2), ("利用者の氏名", 1, 1, 0), ("食事量", 0, 0, 1)]
    );
    assert_eq!(rewriting.documents.len(), 2);
    assert_eq!(rewriting.measured, []);
}

#[test]
fn a_prediction_without_a_figure_is_unknown_and_names_the_document() {
    let mut book = ledger();
    for counted in &mut book.documents.months {
        if counted.document == DocumentId(3) {
            counted.minutes_per_reentry = None;
        }
    }
    let predicted = found(&book).rewriting.predicted;
    assert_eq!((predicted.times, predicted.minutes), (Some(651), None));
    assert!(predicted.sentence.contains("申し送りノート"), "{}", predicted.sentence);
}

#[test]
fn an_empty_ledger_says_so() {
    let found = found(&holdings());
    assert!(found.is_empty());
    assert_eq!(
        (found.sentence.as_str(), found.total.halved),
        ("文書台帳は、まだ空です。", None)
    );
    assert_eq!((found.storage.kept_before, found.money.total.before), (None, None));
}

#[test]
fn months_in_which_a_kind_is_missing_have_no_total() {
    let trend = found(&ledger()).trend;
    let months: Vec<(String, usize, Option<u64>)> = trend
        .iter()
        .map(|it| (it.month.month.to_string(), it.counted, it.sheets))
        .collect();
    assert_eq!(
        months,
        [
            ("2025-10".to_owned(), 4, Some(1_037)),
            ("2026-04".to_owned(), 2, None),
            ("2026-10".to_owned(), 4, Some(519)),
        ]
    );
}
