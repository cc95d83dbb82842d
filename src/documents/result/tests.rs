use super::*;
use crate::documents::{Counted, DocumentGoal, DocumentGroup, LedgerSettings, Storage, Tally};
use crate::office::Decimal;

const BEFORE: (i32, u32) = (2025, 10);
const AFTER: (i32, u32) = (2026, 10);

fn month((year, number): (i32, u32)) -> Month {
    Month::new(year, number).unwrap()
}

fn kind(id: u32) -> Document {
    Document {
        id: DocumentId(id),
        name: format!("文書{id}"),
        group: DocumentGroup::Record,
        offer: None,
        storage: Storage::Paper,
        keep_years: Some(5),
        facts: Vec::new(),
    }
}

fn counted(id: u32, at: (i32, u32), medium: Medium, sheets: u32) -> DocumentMonth {
    DocumentMonth {
        document: DocumentId(id),
        month: month(at),
        medium,
        counted: Counted::Month(Tally {
            pieces: Some(10),
            sheets: (medium != Medium::Data).then_some(sheets),
            copies: if medium == Medium::Data { sheets } else { 0 },
        }),
        minutes_per_piece: Decimal::parse("2.5").ok(),
        reentries_per_piece: Some(3),
        minutes_per_reentry: None,
    }
}

/// A ledger of kinds with their sheets before and after; `None` where a kind was not counted.
fn ledger(sheets: &[(Option<u32>, Option<u32>)]) -> Documents {
    let mut documents = Documents::default();
    for (id, (before, after)) in (1..).zip(sheets) {
        documents.kinds.push(kind(id));
        let line = |at, sheets: &Option<u32>| sheets.map(|sheets| counted(id, at, Medium::Paper, sheets));
        documents.months.extend(line(BEFORE, before));
        documents.months.extend(line(AFTER, after));
    }
    documents
}

#[test]
fn a_total_stands_for_all_kinds_or_for_none() {
    let whole = ledger(&[(Some(60), Some(20)), (Some(40), Some(30))]);
    let total = whole.all_before_after();
    assert_eq!((total.sheets(), total.halving()), (Some((100, 50)), Ok(true)));
    assert_eq!((total.before.minutes, total.before.reentries), (Some(50), Some(60)));

    let lacking = ledger(&[(Some(60), Some(20)), (Some(40), None)]);
    assert_eq!(lacking.all_before_after().halving(), Err(Unassessed::After));
    assert_eq!(lacking.before_after(DocumentId(2)).halving(), Err(Unassessed::After));
    assert_eq!(lacking.before_after(DocumentId(1)).halving(), Ok(true));

    let given_up = ledger(&[(Some(60), Some(20)), (Some(40), Some(0))]);
    assert_eq!(given_up.before_after(DocumentId(2)).halving(), Ok(true));
    assert_eq!(given_up.all_before_after().halving(), Ok(true));

    let never = ledger(&[(Some(60), Some(20)), (None, None)]);
    assert_eq!(never.all_before_after().halving(), Err(Unassessed::Neither));
}

#[test]
fn a_new_kind_that_had_no_sheet_before_is_not_assessable_alone() {
    let new = ledger(&[(Some(60), Some(20)), (Some(0), Some(5))]);
    assert_eq!(
        new.before_after(DocumentId(2)).halving(),
        Err(Unassessed::NothingBefore)
    );
    assert_eq!(new.all_before_after().halving(), Ok(true));
}

#[test]
fn the_month_after_is_the_latest_of_the_same_name() {
    let mut documents = ledger(&[(Some(60), Some(30))]);
    documents.months.push(counted(1, (2027, 3), Medium::Paper, 9));
    let months = documents.compared_months();
    assert_eq!(
        (months.before, months.after),
        (Some(month(BEFORE)), Some(month(AFTER)))
    );
    documents.months.push(counted(1, (2027, 10), Medium::Paper, 31));
    assert_eq!(documents.compared_months().after, Some(month((2027, 10))));
    assert_eq!(documents.all_before_after().halving(), Ok(false));
    documents.settings = Some(LedgerSettings {
        before: Some(month(AFTER)),
        ..LedgerSettings::default()
    });
    assert_eq!(documents.all_before_after().sheets(), Some((30, 31)));
}

#[test]
fn without_a_month_of_the_same_name_figures_stand_and_nothing_is_assessed() {
    let mut documents = ledger(&[(Some(60), None)]);
    documents.months.push(counted(1, (2026, 3), Medium::Paper, 10));
    let total = documents.all_before_after();
    assert_eq!(
        (total.sheets(), total.halving()),
        (Some((60, 10)), Err(Unassessed::OtherName))
    );
    let one = ledger(&[(Some(60), None)]);
    assert_eq!(one.all_before_after().halving(), Err(Unassessed::OneMonth));
    assert_eq!(
        Documents::default().all_before_after().halving(),
        Err(Unassessed::OneMonth)
    );
}

#[test]
fn sheets_go_to_data_or_away_or_come_in_addition() {
    let mut documents = Documents {
        kinds: vec![kind(1), kind(2), kind(3), kind(4)],
        ..Documents::default()
    };
    for (id, before, after, medium) in [
        (1, 100, 20, Medium::Data),
        (2, 50, 30, Medium::Paper),
        (3, 10, 15, Medium::Paper),
    ] {
        documents.months.push(counted(id, BEFORE, Medium::Paper, before));
        documents.months.push(counted(id, AFTER, medium, after));
    }
    let flow = |id| documents.flow(DocumentId(id));
    let of = |kept, to_data, less, more| {
        Some(SheetFlow {
            kept,
            to_data,
            less,
            more,
        })
    };
    assert_eq!(flow(1), of(20, 80, 0, 0));
    assert_eq!(flow(2), of(30, 0, 20, 0));
    assert_eq!(flow(3), of(10, 0, 0, 5));
    assert_eq!(flow(4), None);
}

#[test]
fn paper_is_kept_for_its_years_and_binders_are_counted_in_full() {
    let paper = kind(1);
    assert_eq!((paper.kept_a_year(Some(25)), paper.kept(Some(25))), (Some(300), Some(1_500)));
    let data = Document {
        storage: Storage::Data,
        ..kind(2)
    };
    assert_eq!((data.kept_a_year(Some(25)), data.kept(None)), (Some(0), Some(0)));
    let unknown = Document {
        keep_years: None,
        ..kind(3)
    };
    assert_eq!((unknown.kept_a_year(Some(25)), unknown.kept(Some(25))), (Some(300), None));
    assert_eq!(
        (binders(1_500, 500), binders(1_501, 500), binders(1, 0)),
        (Some(3), Some(4), None)
    );
}

#[test]
fn plans_are_laid_beside_the_months_of_the_same_name() {
    let mut documents = ledger(&[(Some(60), Some(20)), (Some(40), Some(30))]);
    for (id, at, sheets) in [(1, AFTER, 25), (2, AFTER, 25), (1, (2027, 10), 20), (2, (2026, 9), 1)] {
        documents.goals.push(DocumentGoal {
            document: DocumentId(id),
            month: month(at),
            sheets,
        });
    }
    assert_eq!(documents.years(), [month(BEFORE), month(AFTER), month((2027, 10))]);
    assert_eq!(documents.all_planned(month(AFTER)), Some(50));
    assert_eq!(documents.all_planned(month((2027, 10))), None);
}

/// Numbers that look like chance and are the same each time.
fn numbers(seed: u64) -> impl Iterator<Item = u32> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 54).unwrap()
    })
}

#[test]
fn neither_the_order_of_kinds_nor_doubling_everything_changes_the_verdict() {
    for seed in 0..200 {
        let mut chance = numbers(seed);
        let mut next = || chance.next().unwrap();
        let count = 1 + next() % 6;
        let sheets: Vec<(Option<u32>, Option<u32>)> = (0..count)
            .map(|_| {
                let known = |number: u32| (!number.is_multiple_of(17)).then_some(number);
                (known(next()), known(next() / 2))
            })
            .collect();
        let found = ledger(&sheets).all_before_after();

        let mut turned = sheets.clone();
        turned.reverse();
        turned.rotate_left(usize::try_from(next()).unwrap() % sheets.len());
        assert_eq!(ledger(&turned).all_before_after(), found, "{sheets:?}");

        let twice = |sheets: &Option<u32>| sheets.map(|it| it * 2);
        let doubled: Vec<_> = sheets.iter().map(|(one, other)| (twice(one), twice(other))).collect();
        let doubled = ledger(&doubled).all_before_after();
        assert_eq!(doubled.halving(), found.halving(), "{sheets:?}");
        let both = |(before, after): (u64, u64)| (2 * before, 2 * after);
        assert_eq!(doubled.sheets(), found.sheets().map(both), "{sheets:?}");
    }
}
