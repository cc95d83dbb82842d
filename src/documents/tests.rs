//! What is typed into the ledger, and what changes in it.

use chrono::NaiveDate;

use super::*;
use crate::office::{Decimal, Month};

fn month() -> Month {
    Month::new(2025, 10).unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, day).unwrap()
}

fn draft(name: &str) -> DocumentDraft {
    DocumentDraft {
        name: name.to_owned(),
        ..DocumentDraft::default()
    }
}

/// A ledger with so many documents.
fn ledger(names: &[&str]) -> Documents {
    names.iter().fold(Documents::default(), |ledger, name| {
        let document = draft(name).read(ledger.next_number(), &ledger).unwrap();
        ledger.with(&ledger.kept(document))
    })
}

fn line(medium: &str, counts: [&str; 3], others: [&str; 3]) -> MonthDraft {
    let own = |text: &str| text.to_owned();
    MonthDraft {
        medium: own(medium),
        tally: TallyDraft {
            pieces: own(counts[0]),
            sheets: own(counts[1]),
            copies: own(counts[2]),
        },
        minutes_per_piece: own(others[0]),
        reentries: own(others[1]),
        minutes_per_reentry: own(others[2]),
    }
}

fn tally(pieces: u32, sheets: u32) -> Tally {
    Tally {
        pieces: Some(pieces),
        sheets: Some(sheets),
        copies: 0,
    }
}

#[test]
fn a_document_is_typed_with_its_name_alone() {
    let document = ledger(&["申し送りノート"]).kinds.pop().unwrap();
    assert_eq!(document.group, DocumentGroup::Other);
    assert_eq!((document.storage, document.keep_years), (Storage::Paper, None));
    let back = DocumentDraft::of(&document).read(document.id, &Documents::default());
    assert_eq!(back, Ok(document));
}

#[test]
fn every_wrong_field_of_a_document_is_named_at_once() {
    let known = ledger(&["ＡＤＬ 表"]);
    let wrong = DocumentDraft {
        name: "ADL表".to_owned(),
        group: "手紙".to_owned(),
        storage: "倉庫".to_owned(),
        keep_years: "長い".to_owned(),
        ..DocumentDraft::default()
    };
    let faults = wrong.read(known.next_number(), &known).unwrap_err();
    let fields: Vec<LedgerField> = faults.iter().map(|fault| fault.field).collect();
    let all = [
        LedgerField::Name,
        LedgerField::Group,
        LedgerField::Storage,
        LedgerField::KeepYears,
    ];
    assert_eq!(fields, all);
    // Its own name is no other's.
    assert!(draft("ADL 表").read(DocumentId(1), &known).is_ok());
}

#[test]
fn a_blank_is_unknown_and_blank_copies_are_none() {
    let known = ledger(&["日誌"]);
    let read = |line: &MonthDraft| line.read(DocumentId(1), month(), &known);
    assert_eq!(read(&line("紙", ["", "", ""], ["", "", ""])), Ok(None));
    let counted = read(&line("", ["４０", "", ""], ["1.5", "", ""])).unwrap().unwrap();
    assert_eq!(counted.medium, Medium::Paper);
    let known_pieces = Tally {
        pieces: Some(40),
        sheets: None,
        copies: 0,
    };
    assert_eq!(counted.counted, Counted::Month(known_pieces));
    assert_eq!(counted.minutes_per_piece, Decimal::parse("1.5").ok());
    assert_eq!(
        MonthDraft::of(&counted).read(DocumentId(1), month(), &known),
        Ok(Some(counted))
    );
}

#[test]
fn a_medium_that_nobody_says_is_that_of_the_month_before() {
    let known = ledger(&["日誌"]);
    let data = line("データ", ["10", "", "2"], ["", "", ""]).read(DocumentId(1), month(), &known);
    let known = known.with(&known.counted(DocumentId(1), month(), data.unwrap()));
    let later = line("", ["10", "", ""], ["", "", ""]).read(DocumentId(1), month().next(), &known);
    assert_eq!(later.unwrap().unwrap().medium, Medium::Data);
    let wrong = line("", ["10", "5", ""], ["", "", ""]).read(DocumentId(1), month().next(), &known);
    assert_eq!(wrong.unwrap_err()[0].why, Why::SheetsOfData);
}

#[test]
fn days_make_a_counting_week_and_its_month_can_be_typed_on_without_losing_them() {
    let known = ledger(&["日誌", "会議録"]);
    let id = DocumentId(1);
    let unsaid = known.tallied(id, day(6), Some(tally(3, 6)), None);
    assert_eq!(unsaid, Err(LedgerFault::NoOpenDays(month())));
    let mut known = known.with(&known.tallied(id, day(6), Some(tally(3, 6)), Some(22)).unwrap());
    known = known.with(&known.tallied(id, day(7), Some(tally(5, 8)), None).unwrap());
    assert_eq!(known.month(id, month()).unwrap().pieces(), Some(88));
    let mut typed = MonthDraft::of(known.month(id, month()).unwrap());
    typed.minutes_per_piece = "4".to_owned();
    let kept = typed.read(id, month(), &known).unwrap().unwrap();
    assert!(matches!(kept.counted, Counted::Week { .. }));
    typed.tally.pieces = "90".to_owned();
    let whole = typed.read(id, month(), &known).unwrap().unwrap();
    assert!(matches!(whole.counted, Counted::Month(_)));
    // The office is open on the same days for all documents.
    let other = known
        .tallied(DocumentId(2), day(6), Some(tally(1, 1)), Some(23))
        .unwrap();
    let known = known.with(&other);
    assert_eq!(known.month(id, month()).unwrap().pieces(), Some(92));
    assert_eq!(known.fault(), None);
}

#[test]
fn the_last_day_that_is_taken_out_takes_its_month_along() {
    let known = ledger(&["日誌"]);
    let id = DocumentId(1);
    let counted = known.with(&known.tallied(id, day(6), Some(tally(3, 6)), Some(22)).unwrap());
    let emptied = counted.with(&counted.tallied(id, day(6), None, None).unwrap());
    assert_eq!(emptied, known);
}

#[test]
fn a_month_that_was_counted_whole_takes_no_day() {
    let known = ledger(&["日誌"]);
    let id = DocumentId(1);
    let whole = line("紙", ["40", "80", ""], ["", "", ""])
        .read(id, month(), &known)
        .unwrap();
    let known = known.with(&known.counted(id, month(), whole));
    let refused = known.tallied(id, day(6), Some(tally(3, 6)), Some(22));
    assert_eq!(refused, Err(LedgerFault::WholeMonth("日誌".to_owned(), month())));
}

#[test]
fn a_document_that_is_taken_out_takes_its_months_and_goals_along() {
    let known = ledger(&["日誌", "会議録"]);
    let id = DocumentId(1);
    let whole = line("紙", ["40", "80", ""], ["", "", ""])
        .read(id, month(), &known)
        .unwrap();
    let mut full = known.with(&known.counted(id, month(), whole));
    full = full.with(&full.planned(id, month(), Some(40)));
    let left = full.with(&full.taken_out(id));
    assert_eq!((left.kinds.len(), left.months.len(), left.goals.len()), (1, 0, 0));
    assert_eq!(left.fault(), None);
}

#[test]
fn nothing_changes_where_the_same_is_said_again() {
    let known = ledger(&["日誌"]);
    let id = DocumentId(1);
    assert_eq!(known.kept(known.kinds[0].clone()), []);
    let full = known.with(&known.planned(id, month(), Some(40)));
    assert_eq!(full.planned(id, month(), Some(40)), []);
    assert_eq!(full.settled(LedgerSettings::default()), []);
    let typed = SettingsDraft {
        before: "令和7年10月".to_owned(),
        paper: "0.8円".to_owned(),
        wage: "1,200".to_owned(),
        ..SettingsDraft::default()
    };
    let settings = typed.read().unwrap();
    let set = full.with(&full.settled(settings));
    assert_eq!(set.ledger(), settings);
    assert_eq!(set.settled(SettingsDraft::of(&settings).read().unwrap()), []);
}

#[test]
fn wrong_settings_are_named_each() {
    let wrong = SettingsDraft {
        before: "10月".to_owned(),
        after: "2025-13".to_owned(),
        paper: "安い".to_owned(),
        wage: "1200.5".to_owned(),
        binder_sheets: "0".to_owned(),
        ..SettingsDraft::default()
    };
    let fields: Vec<&str> = wrong.read().unwrap_err().iter().map(|it| it.field.id()).collect();
    assert_eq!(fields, ["before", "after", "paper_yen", "wage", "binder_sheets"]);
}
