//! Documents in the book: whatever is written can be taken back and done again, and the journal gives the same tables.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::book::{BookFault, ledger_act};
use crate::documents::{
    Document, DocumentGroup, DocumentId, DocumentMonth, Documents, LedgerSettings, Linkage, LinkageSide, MonthDraft,
    OfficeNumber, SendingWay, SlipCount, SlipKey, SlipKind, Storage, Tally, WayUse,
};
use crate::office::{Decimal, Month};

fn month(number: u32) -> Month {
    Month::new(2025, number).unwrap()
}

fn document(number: u32, state: u8) -> Document {
    Document {
        id: DocumentId(number),
        name: format!("日誌{number}"),
        group: DocumentGroup::Handover,
        offer: None,
        storage: Storage::Paper,
        keep_years: Some(state),
        facts: Vec::new(),
    }
}

fn counted(ledger: &Documents, number: u32, state: u8) -> Option<DocumentMonth> {
    let mut draft = MonthDraft::default();
    draft.tally.sheets = (u32::from(state) + number).to_string();
    draft.minutes_per_piece = "1.5".to_owned();
    draft.read(DocumentId(number), month(10), ledger).unwrap()
}

fn linkage(pieces: u32) -> Linkage {
    let way = WayUse {
        way: SendingWay::Fax,
        pieces,
        steps: Vec::new(),
        yen_per_piece: Decimal::parse("2.5").unwrap(),
    };
    Linkage {
        before: Some(LinkageSide {
            month: month(10),
            ways: vec![way],
        }),
        ..Linkage::default()
    }
}

fn slips(user: u32) -> SlipCount {
    let office = |number: &str| OfficeNumber::parse(number).unwrap();
    SlipCount {
        key: SlipKey {
            month: month(10),
            kind: SlipKind::Planned,
            from: office("1234567890"),
            to: office("0987654321"),
            from_service: None,
            to_service: Some("15".to_owned()),
        },
        made: "20251001090000".to_owned(),
        users: BTreeSet::from(["a1".to_owned(), format!("b{user}")]),
    }
}

/// What a step of a kind does to a document; a document that is not there is neither counted nor planned.
fn step(ledger: &Documents, kind: u8, number: u32, state: u8) -> Vec<Change> {
    let id = DocumentId(number);
    let is_there = ledger.kind(id).is_some();
    let tally = Tally {
        pieces: Some(u32::from(state)),
        sheets: None,
        copies: number,
    };
    let day = NaiveDate::from_ymd_opt(2025, 11, number).unwrap();
    let steps = match kind {
        0 | 1 if state < 2 => ledger.kept(document(number, state)),
        0 | 1 => ledger.taken_out(id),
        2 if is_there => ledger.counted(id, month(10), counted(ledger, number, state).filter(|_| state < 2)),
        3 if is_there => ledger
            .tallied(id, day, (state < 2).then_some(tally), Some(20 + state))
            .unwrap(),
        4 if is_there => ledger.planned(id, month(12), (state < 2).then(|| u32::from(state))),
        5 => ledger.settled(LedgerSettings {
            before: (state < 2).then(|| month(number)),
            binder_sheets: Some(500),
            ..LedgerSettings::default()
        }),
        6 => {
            return vec![Change::LinkageKept {
                before: ledger.linkage.clone().map(Box::new),
                after: (state < 2).then(|| Box::new(linkage(number))),
            }];
        }
        7 => {
            return vec![Change::SlipsCounted {
                before: ledger.slips.first().cloned().map(Box::new),
                after: (state < 2).then(|| Box::new(slips(number))),
            }];
        }
        _ => Vec::new(),
    };
    steps.into_iter().map(Change::from).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_is_undone_and_redone_through_the_journal(
        steps in proptest::collection::vec((0u8..8, 1u32..4, 0u8..3), 1..24),
    ) {
        let (_folder, mut book) = book();
        let mut states = vec![book.documents().unwrap()];
        for (kind, number, state) in steps {
            let changes = step(states.last().unwrap(), kind, number, state);
            if changes.is_empty() {
                continue;
            }
            book.apply(Occasion::LedgerSet, changes, now()).unwrap();
            states.push(book.documents().unwrap());
        }
        prop_assert!(book.check().unwrap().is_whole());
        for state in states.iter().rev().skip(1) {
            book.undo(now()).unwrap();
            prop_assert_eq!(&book.documents().unwrap(), state);
        }
        prop_assert!(book.check().unwrap().is_whole());
        for state in states.iter().skip(1) {
            book.redo(now()).unwrap();
            prop_assert_eq!(&book.documents().unwrap(), state);
        }
        let book = Book::open(book.path()).unwrap();
        prop_assert!(book.check().unwrap().is_whole());
        prop_assert_eq!(&book.documents().unwrap(), states.last().unwrap());
    }

    #[test]
    fn the_steps_of_a_ledger_make_the_ledger_that_the_book_then_has(
        steps in proptest::collection::vec((0u8..5, 1u32..4, 0u8..2), 1..16),
    ) {
        let (_folder, mut book) = book();
        let mut after = Documents::default();
        for (kind, number, state) in steps {
            let changes = step(&after, kind, number, state);
            if !changes.is_empty() {
                book.apply(Occasion::LedgerSet, changes, now()).unwrap();
            }
            after = book.documents().unwrap();
        }
        let way = Documents::default().steps_to(&after);
        prop_assert_eq!(&Documents::default().with(&way), &after);
        let (_folder, mut other) = self::book();
        if let Some((occasion, changes)) = ledger_act(way) {
            other.apply(occasion, changes, now()).unwrap();
        }
        prop_assert_eq!(&other.documents().unwrap(), &after);
    }
}

#[test]
fn a_document_is_not_taken_out_from_under_its_months() {
    let (_folder, mut book) = book();
    let empty = Documents::default();
    let (occasion, changes) = ledger_act(empty.kept(document(1, 1))).unwrap();
    book.apply(occasion, changes, now()).unwrap();
    let ledger = book.documents().unwrap();
    let month = counted(&ledger, 1, 1);
    let (occasion, changes) = ledger_act(ledger.counted(DocumentId(1), self::month(10), month)).unwrap();
    book.apply(occasion, changes, now()).unwrap();
    let alone = Change::DocumentKept {
        before: Some(Box::new(document(1, 1))),
        after: None,
    };
    let error = book.apply(Occasion::LedgerSet, vec![alone], now()).unwrap_err();
    assert!(!matches!(error.fault, BookFault::Damaged(_)), "{error:?}");
    assert_eq!(book.documents().unwrap().months.len(), 1);
}
