//! Documents from the command line: counted before and after, halved or not, drawn, in the workbook.

use calamine::{Data, Reader, Xlsx, open_workbook};
use yutori::book::{Book, Change, Occasion};
use yutori::clock::Moment;
use yutori::documents::{
    Counted, Document, DocumentGoal, DocumentGroup, DocumentId, DocumentMonth, FactUse, FactWay, LedgerSettings,
    Medium, Storage, Tally, UnitCosts,
};
use yutori::effect::{At, Measurement, MeasurementKey, Subject};
use yutori::office::{Decimal, Month};

use crate::screens::fixture;
use crate::series::entered;
use crate::support::Home;

fn month(year: i32, number: u32) -> Month {
    Month::new(year, number).unwrap()
}

fn kind(id: u32, name: &str, group: DocumentGroup, facts: &[(&str, FactWay)]) -> Change {
    let facts = facts.iter().map(|(fact, way)| FactUse {
        fact: (*fact).to_owned(),
        way: *way,
    });
    Change::DocumentKept {
        before: None,
        after: Some(Box::new(Document {
            id: DocumentId(id),
            name: name.to_owned(),
            group,
            offer: None,
            storage: Storage::Paper,
            keep_years: Some(5),
            facts: facts.collect(),
        })),
    }
}

fn counted(id: u32, at: Month, medium: Medium, (pieces, sheets): (u32, u32)) -> Change {
    let is_data = medium == Medium::Data;
    Change::DocumentCounted {
        before: None,
        after: Some(Box::new(DocumentMonth {
            document: DocumentId(id),
            month: at,
            medium,
            counted: Counted::Month(Tally {
                pieces: Some(pieces),
                sheets: (!is_data).then_some(sheets),
                copies: if is_data { sheets } else { 0 },
            }),
            minutes_per_piece: Decimal::parse(if is_data { "1.5" } else { "2.5" }).ok(),
            reentries_per_piece: Some(if is_data { 0 } else { 2 }),
            minutes_per_reentry: Decimal::parse("0.5").ok(),
        })),
    }
}

const KINDS: [(u32, &str, DocumentGroup); 4] = [
    (1, "ケース記録", DocumentGroup::Record),
    (2, "サービス提供票", DocumentGroup::Slip),
    (3, "申し送りノート", DocumentGroup::Handover),
    (4, "会議録", DocumentGroup::Meeting),
];

/// Sheets of each kind in October, before and after.
type Sheets = [(Option<u32>, Option<u32>); 4];

/// One sheet more than one half: 1,037 → 519.
const SHORT: Sheets = [
    (Some(620), Some(200)),
    (Some(288), Some(250)),
    (Some(93), Some(31)),
    (Some(36), Some(38)),
];

/// A home whose ledger has these sheets.
fn home(sheets: &Sheets) -> Home {
    let home = Home::new();
    let now = Moment::parse_from_rfc3339("2026-02-10T08:00:00+09:00").unwrap();
    let mut book = Book::create(&home.path().join("a.yutori"), fixture::holdings().founding, now).unwrap();
    let facts = [
        ("利用者の氏名", FactWay::First),
        ("バイタル", FactWay::Once),
        ("食事量", FactWay::Once),
    ];
    let mut changes: Vec<Change> = KINDS
        .iter()
        .map(|(id, name, group)| kind(*id, name, *group, if *id == 1 { &facts } else { &facts[..1] }))
        .collect();
    let pieces = [310, 96, 31, 12];
    for (((id, ..), (before, after)), pieces) in KINDS.iter().zip(sheets).zip(pieces) {
        let medium = if *id == 1 { Medium::Data } else { Medium::Paper };
        changes.extend(before.map(|it| counted(*id, month(2025, 10), Medium::Paper, (pieces, it))));
        changes.extend(after.map(|it| counted(*id, month(2026, 10), medium, (pieces, it))));
    }
    for (id, sheets) in [(1, 150), (2, 260), (3, 40), (4, 36)] {
        changes.push(Change::DocumentPlanned {
            before: None,
            after: Some(Box::new(DocumentGoal {
                document: DocumentId(id),
                month: month(2026, 10),
                sheets,
            })),
        });
    }
    changes.push(Change::LedgerSet {
        before: None,
        after: Some(Box::new(LedgerSettings {
            costs: UnitCosts {
                paper: Decimal::parse("0.8").ok(),
                print: Decimal::parse("2.5").ok(),
                wage: Some(1_350),
            },
            binder_sheets: Some(500),
            ..LedgerSettings::default()
        })),
    });
    let occasion = Occasion::DocumentsKept {
        names: vec!["ケース記録".to_owned()],
    };
    book.apply(occasion, changes, now).unwrap();
    home
}

/// The same with the sheets of the last kind after.
fn with_last(sheets: Option<u32>) -> Home {
    let mut all = SHORT;
    all[3].1 = sheets;
    home(&all)
}

#[test]
fn exactly_half_passes_and_one_sheet_more_does_not() {
    let more = home(&SHORT).json(&["documents"]);
    assert_eq!(more["schema"], "yutori.documents/1");
    let total = &more["total"];
    assert_eq!(
        (total["sheets_before"].as_u64(), total["sheets_after"].as_u64()),
        (Some(1_037), Some(519))
    );
    assert_eq!(
        (total["halved"].as_bool(), total["missing"].as_u64()),
        (Some(false), Some(1))
    );
    assert_eq!(total["rule"], "2*sheets_after<=sheets_before");
    let half = with_last(Some(37)).json(&["documents"]);
    assert_eq!(half["total"]["halved"].as_bool(), Some(true));
    assert_eq!(half["kinds"][0]["halved"].as_bool(), Some(true));
    assert_eq!(half["kinds"][3]["halved"].as_bool(), Some(false));
}

#[test]
fn a_kind_that_was_given_up_is_a_zero_and_one_that_was_not_counted_leaves_the_total_open() {
    let given_up = with_last(Some(0)).json(&["documents"]);
    assert_eq!(given_up["kinds"][3]["halved"].as_bool(), Some(true));
    let home = with_last(None);
    let open = home.json(&["documents"]);
    assert!(open["total"]["halved"].is_null() && open["total"]["sheets_after"].is_null());
    assert!(open["kinds"][3]["halved"].is_null());
    let said = home.ok(&["documents"]);
    assert!(said.contains("合計の半減は判定できません：会議録"), "{said}");
    assert!(said.contains("4種類のうち3種類で、その合計は1,001枚 → 481枚"), "{said}");
    let mut all = SHORT;
    all[3] = (Some(0), Some(4));
    let nothing = self::home(&all).json(&["documents"]);
    assert!(nothing["kinds"][3]["halved"].is_null());
    assert!(
        nothing["kinds"][3]["halved_why"]
            .as_str()
            .unwrap()
            .contains("0枚のため")
    );
}

#[test]
fn the_results_are_told_in_words() {
    let home = home(&SHORT);
    let said = home.ok(&["documents"]);
    for part in [
        "紙は1,037枚から519枚（-49.9%）になりました。半分の518枚まで、あと1枚です（道のりの99%）。",
        "サービス提供票（250枚）を紙でなくせば、半分になります。",
        "比べる月：2025年10月 → 2026年10月",
        "紙 → データ",
        "計画486枚に対して実績519枚で、33枚多いです。",
        "1年あたり104,213円の減です（紙と印刷 20,513円、時間 83,700円）",
        "620回、310分減る見込みです",
        "同じ1種類の文書づくりの時間は、台帳では1か月に310分の減です。",
    ] {
        assert!(said.contains(part), "{part}:\n{said}");
    }
    let english = home.ok(&["--lang", "en", "documents"]);
    assert!(
        english.contains("To one half (518 sheets) it is 1 more to go"),
        "{english}"
    );
}

#[test]
fn an_empty_ledger_says_so_and_is_no_failure() {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    assert_eq!(home.ok(&["documents"]), "文書台帳は、まだ空です。\n");
    assert_eq!(home.json(&["documents"])["kinds"].as_array().unwrap().len(), 0);
    let run = home.run(&["chart", "documents", "--out", "a.svg"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("まだ文書台帳にありません"), "{}", run.err);
}

/// Every cell of the sheet of documents.
fn sheet(home: &Home) -> Vec<Data> {
    home.ok(&["export", "workbook", "--out", "a.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(home.path().join("a.xlsx")).unwrap();
    let range = book.worksheet_range("文書量").unwrap();
    range.cells().map(|(_, _, cell)| cell.clone()).collect()
}

#[test]
fn text_json_workbook_and_charts_have_the_same_digits_and_need_no_time_sheets() {
    let home = home(&SHORT);
    let found = home.json(&["documents"]);
    let said = home.ok(&["documents"]);
    let cells = sheet(&home);
    home.ok(&["chart", "documents", "--out", "a.svg"]);
    let drawn = std::fs::read_to_string(home.path().join("a.svg")).unwrap();
    let is_there = |figure: f64| {
        cells
            .iter()
            .any(|cell| matches!(cell, Data::Float(it) if (it - figure).abs() < 1e-9))
    };
    let written = |figure: u64| match figure {
        1_000.. => format!("{},{:03}", figure / 1_000, figure % 1_000),
        _ => figure.to_string(),
    };
    let lines = found["kinds"].as_array().unwrap().iter().chain([&found["total"]]);
    for line in lines {
        for key in ["sheets_before", "sheets_after"] {
            let figure = line[key].as_u64().unwrap();
            let digits = written(figure);
            assert!(said.contains(&digits), "text: {digits}");
            assert!(drawn.contains(&format!("{digits}枚")), "chart: {digits}");
            assert!(
                is_there(f64::from(u32::try_from(figure).unwrap())),
                "workbook: {digits}"
            );
        }
        for key in ["minutes_before", "minutes_after", "reentry_before", "reentry_after"] {
            let figure = line[key].as_u64().unwrap();
            assert!(said.contains(&written(figure)), "text: {key} {figure}");
            assert!(
                is_there(f64::from(u32::try_from(figure).unwrap())),
                "workbook: {key} {figure}"
            );
        }
    }
    // 518 × 3.3 × 12 = 20,512.8; (1,123 − 813) ÷ 60 × 1,350 × 12 = 83,700.
    let money = &found["money"];
    assert_eq!(money["sheets"]["saved_a_year"].as_i64(), Some(20_513));
    assert_eq!(money["labour"]["saved_a_year"].as_i64(), Some(83_700));
    for figure in [20_513_u64, 83_700] {
        assert!(said.contains(&written(figure)));
        assert!(is_there(f64::from(u32::try_from(figure).unwrap())));
    }
    assert!(drawn.contains("-49.9%") && said.contains("-49.9%"));
    assert!(is_there(-0.499));
}

#[test]
fn all_charts_hold_those_of_documents() {
    let home = home(&SHORT);
    home.ok(&[
        "chart", "all", "--out", "all", "--width", "800", "--height", "500", "--format", "svg",
    ]);
    for id in ["documents", "document-flow", "document-trend"] {
        assert!(home.path().join(format!("all/{id}.svg")).exists(), "{id}");
    }
    let flow = std::fs::read_to_string(home.path().join("all/document-flow.svg")).unwrap();
    assert!(flow.contains("データになった") && flow.contains("420"), "{flow}");
}

#[test]
fn indicators_of_documents_are_read_from_the_ledger_and_typed_figures_stay_aside() {
    let home = home(&SHORT);
    let typed = Measurement {
        key: MeasurementKey {
            indicator: "document-sheets".to_owned(),
            at: At::Month(month(2024, 1)),
            subject: Subject::Office,
        },
        value: Decimal::whole(9_999),
        of: None,
    };
    let now = Moment::parse_from_rfc3339("2026-02-10T08:30:00+09:00").unwrap();
    let mut book = Book::open(&home.path().join("a.yutori")).unwrap();
    let occasion = Occasion::MeasurementsKept {
        names: vec!["紙の枚数".to_owned()],
        figures: 1,
    };
    book.apply(occasion, entered(&[typed]), now).unwrap();
    drop(book);
    let series = home.json(&["series", "--indicator", "document-sheets"]);
    let points = series["points"].as_array().unwrap();
    let (first, last) = (&points[0], points.last().unwrap());
    assert_eq!(
        (first["at"].as_str(), first["value"].as_f64()),
        (Some("2025-10"), Some(1_037.0))
    );
    assert_eq!(
        (last["at"].as_str(), last["value"].as_f64()),
        (Some("2026-10"), Some(519.0))
    );
    let said = home.ok(&["series", "--indicator", "document-sheets"]);
    assert!(
        said.contains("文書台帳から計算しています") && said.contains("手で入れた値1個は使っていません"),
        "{said}"
    );
    let values = home.ok(&["values", "list", "--indicator", "document-sheets"]);
    assert!(values.contains("文書台帳から計算しています"), "{values}");
    assert_eq!(
        home.json(&["series", "--indicator", "reentries"])["points"][0]["value"].as_f64(),
        Some(898.0)
    );
}

#[test]
fn figures_that_were_typed_in_hold_while_no_month_has_every_kind() {
    let mut lacking = SHORT;
    lacking[3] = (None, None);
    let home = home(&lacking);
    assert_eq!(home.run(&["series", "--indicator", "document-sheets"]).status, 1);
    home.ok(&["values", "set", "document-sheets", "--at", "2026-01", "800"]);
    let said = home.ok(&["series", "--indicator", "document-sheets"]);
    assert!(said.contains("値は手で入れたものです"), "{said}");
}
