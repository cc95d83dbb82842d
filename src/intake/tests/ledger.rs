//! Tables of documents as offices have them.

use super::support::{Asker, faults, folder, notes, write};
use crate::documents::{Counted, DocumentMonth, Documents, Medium, Storage, Tally};
use crate::intake::{Gathered, Kind, Status};
use crate::office::Month;

const HEAD: &str = "文書,分類,年月,原本,件数,原本の枚数,写し・印刷の枚数,1件の分,転記の回数,転記1回の分\n";
const DAYS: &str = "日付,文書,件数,原本の枚数,写し・印刷の枚数,営業日数\n";

/// An office that reads files one after the other.
#[derive(Default)]
struct Office {
    asker: Asker,
}

impl Office {
    fn read(&mut self, texts: &[&str]) -> Gathered {
        let folder = folder();
        let names = ["a.csv", "b.csv", "c.csv"];
        let files = names.iter().zip(texts);
        let paths: Vec<_> = files
            .map(|(name, text)| write(folder.path(), name, text.as_bytes()))
            .collect();
        self.asker.take(&paths)
    }

    fn ledger(&self) -> &Documents {
        &self.asker.documents
    }

    fn month(&self, name: &str, month: u32) -> &DocumentMonth {
        let id = self.ledger().kind_named(name).unwrap().id;
        self.ledger().month(id, Month::new(2025, month).unwrap()).unwrap()
    }
}

fn statuses(gathered: &Gathered) -> Vec<Status> {
    gathered.files.iter().map(|file| file.status).collect()
}

#[test]
fn a_table_of_months_makes_lines_of_the_ledger() {
    let mut office = Office::default();
    let gathered = office.read(&[&format!(
        "{HEAD}申し送りノート,,2025-10,紙,３１,31,,4,1,1.5\n庭の日誌,その他,令和7年10月,データ,5,,10,,,\n会議録,,2025-10,,,,,,,\n"
    )]);
    assert_eq!(faults(&gathered), []);
    assert_eq!(gathered.files[0].kind, Some(Kind::DocumentsCsv));
    assert_eq!((gathered.files[0].documents, gathered.files[0].rows), (2, 2));
    // A line without a count is that of a sheet nobody filled in.
    let names: Vec<&str> = office.ledger().kinds.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["申し送りノート", "庭の日誌"]);
    let common = &office.ledger().kinds[0];
    assert_eq!(common.offer.as_deref(), Some("handover-notebook"));
    assert!(!common.facts.is_empty());
    assert_eq!(office.ledger().kinds[1].offer, None);
    let notebook = office.month("申し送りノート", 10);
    assert_eq!((notebook.sheets(), notebook.minutes()), (Some(31), Some(124)));
    assert_eq!(office.month("庭の日誌", 10).sheets(), Some(10));
    assert!(notes(&gathered).contains(&"ledgerin-note-new"));
}

#[test]
fn tables_of_offices_are_known_by_other_headings() {
    let mut office = Office::default();
    let gathered = office.read(&[
        "文書量調査\n書類名,対象月,紙の枚数（枚）,コピー枚数,作成時間（分）,担当\n介護記録,2025/10,400,12,6,田中\n",
    ]);
    assert_eq!(faults(&gathered), []);
    assert_eq!(notes(&gathered), ["intake-note-ignored-columns", "ledgerin-note-new"]);
    let read = office.month("介護記録", 10);
    assert_eq!((read.sheets(), read.pieces()), (Some(412), None));
    assert!(!format!("{:?}", gathered.changes).contains("田中"));
}

#[test]
fn days_make_the_month_by_the_days_on_which_the_office_is_open() {
    let mut office = Office::default();
    let gathered = office.read(&[
        &format!("{DAYS}2025-10-06,連絡帳,20,20,0,23\n10/7（火）,連絡帳,22,22,,\n2025-10-08,業務日誌,1,2,,\n"),
        &format!("{HEAD}連絡帳,,2025-10,紙,,,,3,2,1\n"),
    ]);
    assert_eq!(faults(&gathered)[0].1, "intake-no-year");
    let gathered = office.read(&[
        &format!("{DAYS}2025-10-06,連絡帳,20,20,0,23\n2025/10/7（火）,連絡帳,22,22,,\n2025-10-08,業務日誌,1,2,,\n"),
        &format!("{HEAD}連絡帳,,2025-10,紙,,,,3,2,1\n"),
    ]);
    assert_eq!(faults(&gathered), []);
    let notebook = office.month("連絡帳", 10);
    // (20 + 22) × 23 ÷ 2
    assert_eq!((notebook.pieces(), notebook.minutes()), (Some(483), Some(1449)));
    assert_eq!(notebook.reentries(), Some(966));
    assert_eq!(office.month("業務日誌", 10).sheets(), Some(46));
}

#[test]
fn the_same_file_changes_nothing_and_another_replaces_the_months_that_it_names() {
    let mut office = Office::default();
    let first = format!("{HEAD}日誌,,2025-10,紙,31,31,0,,,\n日誌,,2025-11,紙,30,30,0,,,\n");
    assert_eq!(statuses(&office.read(&[&first])), [Status::Accepted]);
    let before = office.ledger().clone();
    assert_eq!(statuses(&office.read(&[&first])), [Status::Unchanged]);
    // The same counts in other bytes.
    let spelt = format!("{HEAD}日誌,,2025年10月,紙,３１,31枚,,,,\n");
    let again = office.read(&[&spelt]);
    assert_eq!((statuses(&again), again.changes.len()), (vec![Status::Unchanged], 0));
    let changed = office.read(&[&format!("{HEAD}日誌,,2025-10,データ,31,,5,,,\n")]);
    assert_eq!(notes(&changed), ["ledgerin-note-replaced"]);
    assert_eq!(office.month("日誌", 10).sheets(), Some(5));
    assert_eq!(office.month("日誌", 11), before.months.last().unwrap());
}

#[test]
fn a_week_is_replaced_by_a_week_and_a_month_by_a_week() {
    let mut office = Office::default();
    office.read(&[&format!("{HEAD}日誌,,2025-10,紙,31,31,0,5,,\n")]);
    office.read(&[&format!("{DAYS}2025-10-06,日誌,1,1,0,30\n2025-10-07,日誌,1,3,0,\n")]);
    let counted = office.month("日誌", 10).clone();
    assert_eq!((counted.sheets(), counted.minutes()), (Some(60), Some(150)));
    office.read(&[&format!("{DAYS}2025-10-13,日誌,2,2,0,\n")]);
    let Counted::Week { days, open_days } = &office.month("日誌", 10).counted else {
        panic!("days were counted");
    };
    assert_eq!((days.len(), *open_days), (1, 30));
}

#[test]
fn every_fault_is_named_with_its_line_and_nothing_is_taken() {
    let mut office = Office::default();
    let gathered = office.read(&[&format!(
        "{HEAD}日誌,手紙,2025-10,紙,多い,1.5,-3,早い,,\n,記録,2025-10,,3,,,,,\n会議録,,,紙,3,3,,,,\n会議録,,10月,紙,3,3,,,,\n\
         契約書,,2025-10,データ,3,3,,,,\n日報,,2025-10,紙,3,3,,,,\n日報,,2025-10,紙,4,3,,,,\n"
    )]);
    let found: Vec<(String, &str)> = faults(&gathered);
    let all = [
        ("2", "ledger-no-group"),
        ("2", "ledger-no-number"),
        ("2", "ledger-not-whole"),
        ("2", "ledger-below-zero"),
        ("2", "ledger-no-number"),
        ("3", "ledger-missing"),
        ("4", "ledger-missing"),
        ("5", "ledger-no-month"),
        ("6", "ledger-data-sheets"),
    ];
    let all: Vec<(String, &str)> = all.map(|(line, key)| (line.to_owned(), key)).into();
    assert_eq!(found, all);
    assert!(gathered.changes.is_empty());
    let twice = office.read(&[&format!("{HEAD}日報,,2025-10,紙,3,3,,,,\n日報,,2025-10,紙,4,3,,,,\n")]);
    assert_eq!(faults(&twice), [("3".to_owned(), "ledgerin-twice")]);
}

#[test]
fn days_that_do_not_go_together_are_refused() {
    let refused = |text: &str| {
        let gathered = Office::default().read(&[text]);
        faults(&gathered)
            .into_iter()
            .map(|(line, key)| format!("{line} {key}"))
            .collect::<Vec<_>>()
    };
    let no_days = refused(&format!("{DAYS}2025-10-06,日誌,1,1,0,\n"));
    assert_eq!(no_days, ["2 ledger-no-open-days"]);
    let two = refused(&format!("{DAYS}2025-10-06,日誌,1,1,0,30\n2025-10-07,日誌,1,1,0,31\n"));
    assert_eq!(two, ["3 ledgerin-open-days-twice"]);
    let few = refused(&format!("{DAYS}2025-10-06,日誌,1,1,0,1\n2025-10-07,日誌,1,1,0,\n"));
    assert_eq!(few, ["2 ledger-open-days"]);
    let twice = refused(&format!("{DAYS}2025-10-06,日誌,1,1,0,30\n2025-10-06,日誌,2,1,0,\n"));
    assert_eq!(twice, ["3 ledgerin-twice"]);
    let none = refused(&format!("{DAYS}2025-10-36,日誌,1,1,0,30\n"));
    assert_eq!(none, ["2 intake-bad-date"]);
    let files = [
        format!("{HEAD}日誌,,2025-10,紙,31,31,0,,,\n"),
        format!("{DAYS}2025-10-06,日誌,2,2,0,30\n"),
    ];
    let both = Office::default().read(&[&files[0], &files[1]]);
    assert_eq!(faults(&both), [("2".to_owned(), "ledgerin-month-and-days")]);
}

#[test]
fn an_empty_sheet_is_refused_as_such() {
    let empty = Office::default().read(&[&format!("{HEAD}日誌,,2025-10,紙,,,,,,\n")]);
    assert_eq!(faults(&empty), [(String::new(), "ledgerin-nothing")]);
}

#[test]
fn what_a_line_says_of_the_document_itself_is_kept() {
    let mut office = Office::default();
    let head = "文書,分類,年月,枚数,保管,保存年数,事項\n";
    office.read(&[&format!(
        "{head}契約書,契約,2025-10,40,紙とデータ,5,薬=転記\n庭の日誌,,,,,,\n"
    )]);
    let kind = office.ledger().kind_named("契約書").unwrap().clone();
    assert_eq!(
        (kind.storage, kind.keep_years, kind.facts.len()),
        (Storage::Both, Some(5), 1)
    );
    assert_eq!(office.ledger().kinds.len(), 2);
    let gathered = office.read(&[&format!("{head}契約書,,2025-11,20,データで保管,,\n")]);
    assert!(notes(&gathered).contains(&"ledgerin-note-kind"));
    let kind = office.ledger().kind_named("契約書").unwrap();
    assert_eq!(
        (kind.storage, kind.keep_years, kind.facts.len()),
        (Storage::Data, Some(5), 1)
    );
    let contract = office.month("契約書", 11);
    assert_eq!(contract.medium, Medium::Paper);
    let tally = Tally {
        pieces: None,
        sheets: Some(20),
        copies: 0,
    };
    assert_eq!(contract.counted, Counted::Month(tally));
}
