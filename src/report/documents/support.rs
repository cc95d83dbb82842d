//! A ledger made by hand, for tests of what shows it.

use crate::documents::{
    Counted, Document, DocumentGoal, DocumentGroup, DocumentId, DocumentMonth, Documents, FactUse, FactWay,
    LedgerSettings, Medium, Storage, Tally, UnitCosts,
};
use crate::office::{Decimal, Month};
use crate::report::Holdings;
use crate::report::effect::support::holdings;

pub fn month(year: i32, number: u32) -> Month {
    Month::new(year, number).unwrap()
}

/// A kind of document that is kept on paper for five years.
pub fn kind(id: u32, name: &str, group: DocumentGroup) -> Document {
    Document {
        id: DocumentId(id),
        name: name.to_owned(),
        group,
        offer: None,
        storage: Storage::Paper,
        keep_years: Some(5),
        facts: Vec::new(),
    }
}

/// A month in which so many pieces and sheets were counted.
pub fn counted(id: u32, at: Month, medium: Medium, (pieces, sheets): (u32, u32)) -> DocumentMonth {
    let is_data = medium == Medium::Data;
    DocumentMonth {
        document: DocumentId(id),
        month: at,
        medium,
        counted: Counted::Month(Tally {
            pieces: Some(pieces),
            sheets: (!is_data).then_some(sheets),
            copies: if is_data { sheets } else { 0 },
        }),
        minutes_per_piece: Decimal::parse("2.5").ok(),
        reentries_per_piece: Some(2),
        minutes_per_reentry: Decimal::parse("0.5").ok(),
    }
}

/// Four kinds, one sheet short of one half: 1,037 → 519.
pub fn documents() -> Documents {
    let mut diary = kind(1, "ケース記録", DocumentGroup::Record);
    diary.facts = facts(&[
        ("利用者の氏名", FactWay::First),
        ("バイタル", FactWay::Once),
        ("食事量", FactWay::Once),
    ]);
    let mut handover = kind(3, "申し送りノート", DocumentGroup::Handover);
    handover.facts = facts(&[("利用者の氏名", FactWay::Again), ("バイタル", FactWay::Once)]);
    let kinds = vec![
        diary,
        kind(2, "サービス提供票", DocumentGroup::Slip),
        handover,
        kind(4, "会議録", DocumentGroup::Meeting),
    ];
    let mut months = Vec::new();
    for (id, pieces, before, after, medium) in [
        (1, 310, 620, 200, Medium::Data),
        (2, 96, 288, 250, Medium::Paper),
        (3, 31, 93, 31, Medium::Both),
        (4, 12, 36, 38, Medium::Paper),
    ] {
        months.push(counted(id, month(2025, 10), Medium::Paper, (pieces, before)));
        months.push(counted(id, month(2026, 10), medium, (pieces, after)));
    }
    // Only two kinds were counted in spring.
    months.push(counted(1, month(2026, 4), Medium::Both, (300, 400)));
    months.push(counted(2, month(2026, 4), Medium::Paper, (96, 280)));
    let goal = |(id, year, sheets): (u32, i32, u32)| DocumentGoal {
        document: DocumentId(id),
        month: month(year, 10),
        sheets,
    };
    let goals = [(1, 2026, 150), (2, 2026, 260), (3, 2026, 40), (4, 2026, 36)];
    let later = [(1, 2027, 100), (2, 2027, 200), (3, 2027, 20), (4, 2027, 20)];
    Documents {
        kinds,
        months,
        goals: goals.into_iter().chain(later).map(goal).collect(),
        settings: Some(LedgerSettings {
            costs: UnitCosts {
                paper: Decimal::parse("0.8").ok(),
                print: Decimal::parse("2.5").ok(),
                wage: Some(1_350),
            },
            binder_sheets: Some(500),
            ..LedgerSettings::default()
        }),
        linkage: None,
        slips: Vec::new(),
    }
}

fn facts(facts: &[(&str, FactWay)]) -> Vec<FactUse> {
    let fact = |(fact, way): &(&str, FactWay)| FactUse {
        fact: (*fact).to_owned(),
        way: *way,
    };
    facts.iter().map(fact).collect()
}

/// A book with that ledger and nothing else.
pub fn ledger() -> Holdings {
    Holdings {
        documents: documents(),
        ..holdings()
    }
}
