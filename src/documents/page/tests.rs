use super::*;
use crate::documents::{Document, DocumentGroup, Storage};
use crate::office::Decimal;

fn kind(id: u32, name: &str) -> Document {
    Document {
        id: DocumentId(id),
        name: name.to_owned(),
        group: DocumentGroup::Record,
        offer: None,
        storage: Storage::Paper,
        keep_years: None,
        facts: Vec::new(),
    }
}

fn october() -> Month {
    Month::new(2025, 10).unwrap()
}

fn ledger() -> Documents {
    Documents {
        kinds: vec![kind(1, "介護記録"), kind(2, "連絡帳")],
        ..Documents::default()
    }
}

fn page() -> LedgerPage {
    LedgerPage::new(&ledger(), october())
}

#[test]
fn what_is_typed_becomes_a_line_of_the_ledger() {
    let mut page = page();
    assert_eq!(page.missing(), 2);
    page.set(0, LedgerField::Pieces, "３００");
    page.set(0, LedgerField::Sheets, "1,200");
    page.set(0, LedgerField::MinutesPerPiece, "2.5");
    page.set(0, LedgerField::Reentries, "2");
    page.set(0, LedgerField::Goal, "600");
    assert_eq!(
        page.text(0, LedgerField::Medium),
        "paper",
        "the usual one is filled in and seen"
    );
    assert_eq!((page.missing(), page.is_unsaved()), (1, true));
    let steps = page.steps(&ledger()).unwrap();
    let [
        LedgerStep::Month {
            before: None,
            after: Some(month),
        },
        LedgerStep::Goal {
            before: None,
            after: Some(goal),
        },
    ] = steps.as_slice()
    else {
        panic!("{steps:?}");
    };
    assert_eq!(
        (month.sheets(), month.minutes(), month.reentries()),
        (Some(1200), Some(750), Some(600))
    );
    assert_eq!(month.minutes_per_reentry, None, "what nobody typed stays unknown");
    assert_eq!(goal.sheets, 600);
    page.saved();
    assert!(!page.is_unsaved());
}

#[test]
fn a_line_that_is_emptied_is_taken_out_of_the_book() {
    let mut documents = ledger();
    let mut page = page();
    page.set(0, LedgerField::Sheets, "10");
    documents.months.extend(page.line(0));
    let mut page = LedgerPage::new(&documents, october());
    for column in PAGE_COLUMNS {
        page.set(0, column, "");
    }
    let steps = page.steps(&documents).unwrap();
    assert!(matches!(
        steps.as_slice(),
        [LedgerStep::Month {
            before: Some(_),
            after: None
        }]
    ));
}

#[test]
fn bad_fields_are_named_and_nothing_is_written() {
    let mut page = page();
    page.set(0, LedgerField::Sheets, "たくさん");
    page.set(1, LedgerField::MinutesPerPiece, "-3");
    assert_eq!(page.faults().len(), 2);
    let (month, row, _, column) = page.steps(&ledger()).unwrap_err();
    assert_eq!((month, row, column), (october(), 0, LedgerField::Sheets));
}

#[test]
fn data_has_no_sheets_and_its_printouts_count() {
    let mut page = page();
    page.set(0, LedgerField::Medium, "2");
    page.set(0, LedgerField::Pieces, "40");
    assert_eq!(page.medium(0), Some(Medium::Data));
    assert_eq!(
        page.text(0, LedgerField::Copies),
        "0",
        "what a blank stands for is seen"
    );
    page.set(0, LedgerField::Sheets, "3");
    assert!(page.fault(0, LedgerField::Sheets).is_some());
    page.set(0, LedgerField::Sheets, "");
    page.set(0, LedgerField::Copies, "7");
    assert_eq!(page.line(0).and_then(|line| line.sheets()), Some(7));
}

#[test]
fn a_block_goes_where_the_cursor_is_or_to_the_kinds_that_it_names() {
    let block = "紙\t300\t300\t0\r\n紙\t20\t40\t0\r\n";
    let (filled, count) = page().with_block((0, 0), block).unwrap();
    assert_eq!(count, 8);
    assert_eq!(filled.text(1, LedgerField::Sheets), "40");
    let (named, _) = page()
        .with_block((0, 3), "連絡帳\t紙\t20\t40\n介護記録\t紙\t1\t2\n")
        .unwrap();
    assert_eq!(named.text(1, LedgerField::Sheets), "40");
    assert_eq!(named.text(0, LedgerField::Sheets), "2");
}

#[test]
fn a_block_with_bad_cells_is_refused_whole_with_each_of_them() {
    let faults = page().with_block((1, 6), "x\t1\t2\n1\t1").unwrap_err();
    let places: Vec<(usize, usize)> = faults.iter().map(|it| (it.row, it.column)).collect();
    assert_eq!(places, [(1, 1), (1, 3), (2, 1), (2, 2)]);
    assert_eq!(faults[1].fault, PageFault::BeyondColumns);
    assert_eq!(faults[2].fault, PageFault::BeyondRows);
}

#[test]
fn months_are_remembered_while_another_is_shown() {
    let mut page = page();
    page.set(0, LedgerField::Sheets, "10");
    page.show(october().next());
    assert_eq!(page.text(0, LedgerField::Sheets), "");
    page.set(0, LedgerField::Sheets, "5");
    assert_eq!(page.steps(&ledger()).unwrap().len(), 2);
}

#[test]
fn counted_days_stand_for_the_month_and_cannot_be_typed_over() {
    let mut days = DayPage::new(october(), None, None);
    days.set(6, 0, "3");
    days.set(6, 1, "6");
    days.set(7, 0, "4");
    days.set(7, 1, "8");
    assert_eq!(days.first_fault(), Some((0, 0, PageFault::OpenDays)));
    days.set(0, 0, "22");
    let counted = days.counted().unwrap();
    let mut page = page();
    page.set_days(0, Some(counted));
    assert_eq!(page.text(0, LedgerField::Sheets), "154");
    page.set(0, LedgerField::Sheets, "1");
    assert_eq!(page.text(0, LedgerField::Sheets), "154");
    page.set(0, LedgerField::MinutesPerPiece, "1.5");
    let line = page.line(0).unwrap();
    assert_eq!(
        (line.sheets(), line.minutes_per_piece),
        (Some(154), Decimal::parse("1.5").ok())
    );
    page.set_days(0, None);
    assert_eq!(page.text(0, LedgerField::Sheets), "");
}
