//! Figures of indicators: one a line, an indicator a column, and what is wrong with them.

use super::support::{Asker, blank_figures, faults, folder, notes, patched, statuses, table_workbook, write};
use crate::book::Change;
use crate::effect::{Measurement, Subject};
use crate::intake::{Gathered, Kind, Status};
use crate::text::Lang;
use crate::worktime::Wave;

fn ask(text: &str) -> Gathered {
    asker(&Asker::default(), text)
}

fn asker(asker: &Asker, text: &str) -> Gathered {
    let folder = folder();
    asker.ask(&[write(folder.path(), "figures.csv", text.as_bytes())])
}

/// `indicator at code value/of` for each figure that is to be kept.
fn kept(gathered: &Gathered) -> Vec<String> {
    let line = |it: &Measurement| {
        let of = it.of.map_or_else(String::new, |of| format!("/{of}"));
        let at = it.key.at;
        format!("{} {at} {} {}{of}", it.key.indicator, it.key.subject.code(), it.value).replace("  ", " ")
    };
    let figure = |change: &Change| match change {
        Change::MeasurementKept { after: Some(it), .. } => Some(line(it)),
        _ => None,
    };
    gathered.changes.iter().filter_map(figure).collect()
}

#[test]
fn one_figure_a_line_is_read_in_both_languages() {
    let gathered = ask("指標,時期,対象,値,母数\n\
         who5,取組前,R01,１３,\n\
         利用者の心の健康（WHO-5）,取組後①,R01,18,\n\
         事故の発生,令和7年10月,,3,600\n\
         resident-satisfaction,before,事業所,7人,20人\n\
         年次有給休暇の取得,before,S01,10.5,\n");
    assert_eq!(faults(&gathered), []);
    assert_eq!(gathered.files[0].kind, Some(Kind::FiguresCsv));
    assert_eq!((gathered.files[0].figures, gathered.files[0].rows), (5, 5));
    assert_eq!(
        kept(&gathered),
        [
            "who5 before R01 13",
            "who5 after1 R01 18",
            "incident-rate 2025-10 3/600",
            "resident-satisfaction before 7/20",
            "paid-leave-days before S01 10.5",
        ]
    );
    let english = ask("Indicator,When,Who,Value,Of\nAccidents,2025/11/1,office,0,\"1,620\"\n");
    assert_eq!(kept(&english), ["incident-rate 2025-11 0/1620"]);
}

#[test]
fn an_indicator_a_column_is_read_and_empty_cells_are_missing() {
    let gathered = ask("さくら苑 10月まとめ\n\
         年月,事故の発生（件/100日）,事故の発生：利用者延べ日数,incident-x,ヒヤリ・ハットの報告,ヒヤリ・ハットの報告：母数,備考\n\
         2025年10月,2,620,,14,620,運動会\n\
         2025年11月,,,,9,600,\n\
         2025年12月,-,ー,,,,\n");
    assert_eq!(faults(&gathered), []);
    assert_eq!(
        kept(&gathered),
        [
            "incident-rate 2025-10 2/620",
            "near-miss-rate 2025-10 14/620",
            "near-miss-rate 2025-11 9/600",
        ]
    );
}

#[test]
fn without_a_column_of_times_the_order_says_the_survey() {
    let text = "利用者コード,who5,氏名\nR01,12,山田花子\nR02,,\nR03,0,\n";
    let without = ask(text);
    assert_eq!(
        faults(&without),
        [
            ("2".to_owned(), "entering-no-wave"),
            ("4".to_owned(), "entering-no-wave")
        ]
    );
    let ordered = Asker {
        wave: Some(Wave::After(1)),
        ..Asker::default()
    };
    let gathered = asker(&ordered, text);
    assert_eq!(kept(&gathered), ["who5 after1 R01 12", "who5 after1 R03 0"]);
    assert_eq!(notes(&gathered), ["intake-note-ignored-columns"]);
    assert!(!format!("{:?}", gathered.changes).contains("山田"));
}

#[test]
fn every_fault_of_a_file_is_named_and_nothing_of_it_is_taken() {
    let gathered = ask("指標,時期,対象,値,母数\n\
         who5,取組前,R01,26,\n\
         who5,取組前,,12,\n\
         who5,2025-10,R02,12,\n\
         who6,取組前,R02,12,\n\
         事故の発生,2025-10,S01,2,600\n\
         事故の発生,2025-11,,2,\n\
         利用者の満足,取組前,,21,20\n\
         record-minutes,取組前,S01,120,\n\
         outings,取組前,R02,2.5,\n\
         outings,取組前,R03,たくさん,\n");
    assert_eq!(
        faults(&gathered),
        [
            ("2".to_owned(), "entering-of-indicator"),
            ("3".to_owned(), "entering-no-resident"),
            ("4".to_owned(), "entering-bad-wave"),
            ("5".to_owned(), "entering-unknown-indicator"),
            ("6".to_owned(), "entering-not-of-people"),
            ("7".to_owned(), "entering-of-indicator"),
            ("8".to_owned(), "entering-of-indicator"),
            ("9".to_owned(), "entering-not-entered"),
            ("10".to_owned(), "entering-of-indicator"),
            ("11".to_owned(), "entering-of-indicator"),
        ]
    );
    assert_eq!(gathered.changes, []);
}

#[test]
fn a_column_that_nobody_knows_is_a_fault_where_something_stands_in_it() {
    let gathered = ask("対象,時期,who5,who55,空\nR01,取組前,12,13,\n");
    assert_eq!(faults(&gathered), [("1".to_owned(), "entering-unknown-heading")]);
    let twice = ask("対象,時期,who5,利用者の心の健康（WHO-5）\nR01,取組前,12,13\n");
    assert_eq!(faults(&twice), [("1".to_owned(), "intake-column-twice")]);
    let empty = ask("対象,時期,who5\nR01,取組前,\n");
    assert_eq!(faults(&empty), [(String::new(), "entering-no-figures")]);
}

#[test]
fn the_same_file_again_is_unchanged_and_another_figure_needs_a_word() {
    let folder = folder();
    let mut asker = Asker::default();
    let first = write(
        folder.path(),
        "one.csv",
        "対象,時期,who5\nR01,取組前,12\nR02,取組前,15\n".as_bytes(),
    );
    asker.take(std::slice::from_ref(&first));
    assert_eq!(statuses(&asker.ask(std::slice::from_ref(&first))), [Status::Unchanged]);
    let grown = write(
        folder.path(),
        "two.csv",
        "対象,時期,who5\nｒ０１,取組前,12.0\nR02,取組前,15\nR03,取組前,9\n".as_bytes(),
    );
    let gathered = asker.take(&[grown]);
    assert_eq!(kept(&gathered), ["who5 before R03 9"]);
    assert_eq!(notes(&gathered), ["entering-note-known"]);
    let other = write(folder.path(), "three.csv", "対象,時期,who5\nR01,取組前,14\n".as_bytes());
    let refused = asker.ask(std::slice::from_ref(&other));
    assert_eq!(faults(&refused), [("2".to_owned(), "entering-differs")]);
    asker.replace = true;
    let replaced = asker.take(&[other]);
    assert_eq!(kept(&replaced), ["who5 before R01 14"]);
    assert_eq!(notes(&replaced), ["entering-note-replaced"]);
    assert_eq!(asker.measurements.len(), 3);
}

#[test]
fn two_figures_of_one_person_and_time_name_both_places() {
    let gathered = ask("対象,時期,who5\nR01,取組前,12\nR01,取組前,12\nR01,before,13\n");
    assert_eq!(faults(&gathered), [("4".to_owned(), "entering-twice")]);
    let same = ask("対象,時期,who5\nR01,取組前,12\nR01,before,１２\n");
    assert_eq!(kept(&same), ["who5 before R01 12"]);
}

#[test]
fn tables_of_other_kinds_stay_what_they_are() {
    let minutes = ask("職員ID,日付,開始,業務,分\nS01,2025-10-06,8:30,11,10\n");
    assert_eq!(minutes.files[0].kind, Some(Kind::MinutesCsv));
    let notices = ask("いつ,どこで,内容,分類\n朝,食堂,車いすがない,1\n");
    assert_eq!(notices.files[0].kind, Some(Kind::NoticesCsv));
}

#[test]
fn names_in_place_of_codes_are_pointed_out_also_those_of_residents() {
    let gathered = ask("対象,時期,who5\n山田花子,取組前,12\n");
    assert_eq!(notes(&gathered), ["intake-note-staff-name"]);
    let Some(Change::MeasurementKept { after: Some(it), .. }) = gathered.changes.last() else {
        panic!("{:?}", gathered.changes);
    };
    assert!(matches!(it.key.subject, Subject::Resident(_)));
}

#[test]
fn our_own_sheet_comes_back_in_both_languages() {
    let folder = folder();
    for lang in [Lang::Ja, Lang::En] {
        let empty = blank_figures(&["who5", "outings"], lang);
        let gathered = Asker::default().ask(&[write(folder.path(), "blank.xlsx", &empty)]);
        assert_eq!(faults(&gathered), [(String::new(), "entering-no-figures")]);
        let cells = [
            ("B5", "Ｒ０１"),
            ("C5", "１２"),
            ("D5", "3回"),
            ("B6", "R02"),
            ("C6", "-"),
            ("D6", "0"),
        ];
        let filled = write(folder.path(), "filled.xlsx", &patched(&empty, &cells));
        let gathered = Asker::default().ask(&[filled]);
        assert_eq!(faults(&gathered), []);
        assert_eq!(gathered.files[0].kind, Some(Kind::FiguresXlsx));
        assert_eq!(
            kept(&gathered),
            ["who5 before R01 12", "outings before R01 3", "outings before R02 0"]
        );
        let cells = [("C5", "12"), ("B6", "R02"), ("C6", "26"), ("B7", "R03"), ("D7", "2.5")];
        let wrong = write(folder.path(), "wrong.xlsx", &patched(&empty, &cells));
        let page = if lang == Lang::Ja { "利用者" } else { "Residents" };
        let place = |cell: &str| format!("{page}!{cell}");
        assert_eq!(
            faults(&Asker::default().ask(&[wrong])),
            [
                (place("B5"), "entering-no-resident"),
                (place("C6"), "entering-of-indicator"),
                (place("D7"), "entering-of-indicator"),
            ]
        );
    }
}

#[test]
fn a_sheet_of_months_holds_counts_and_bases() {
    let folder = folder();
    let empty = blank_figures(&["incident-rate", "hospital-days"], Lang::Ja);
    let cells = [
        ("B5", "2"),
        ("C5", "600"),
        ("D5", "12"),
        ("B6", "0"),
        ("C6", "620"),
        ("B7", "1"),
    ];
    let filled = write(folder.path(), "filled.xlsx", &patched(&empty, &cells));
    let gathered = Asker::default().ask(&[filled]);
    assert_eq!(
        faults(&gathered),
        [("事業所・1か月!C7".to_owned(), "entering-of-indicator")]
    );
    let filled = write(folder.path(), "filled.xlsx", &patched(&empty, &cells[..5]));
    assert_eq!(
        kept(&Asker::default().ask(&[filled])),
        [
            "incident-rate 2025-04 2/600",
            "hospital-days 2025-04 12",
            "incident-rate 2025-05 0/620",
        ]
    );
}

#[test]
fn the_same_table_is_read_in_every_encoding_and_from_a_worksheet() {
    let folder = folder();
    let text = "年月,事故の発生：件数,事故の発生：母数\n令和7年4月,2,600\n2025/5,1,620\n";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let cp932 = encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
    let expected = ["incident-rate 2025-04 2/600", "incident-rate 2025-05 1/620"];
    for (name, bytes) in [("a.csv", text.as_bytes().to_vec()), ("b.csv", cp932), ("c.txt", utf16)] {
        let gathered = Asker::default().ask(&[write(folder.path(), name, &bytes)]);
        assert_eq!(kept(&gathered), expected, "{name}");
    }
    let book = table_workbook(&[
        &["さくら苑の事故"],
        &["年月", "事故の発生：件数", "事故の発生：母数"],
        &["令和7年4月", "2", "600"],
        &["202505", "1", "620"],
    ]);
    let gathered = Asker::default().ask(&[write(folder.path(), "d.xlsx", &book)]);
    assert_eq!(kept(&gathered), expected);
}
