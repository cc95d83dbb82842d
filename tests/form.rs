//! What our own 別添4 has in its cells, and the sample that is written with it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::{Data, Reader, Xlsx};
use yutori::book::Change;
use yutori::catalog::Catalog;
use yutori::intake::{Known, Order, gather};
use yutori::office::{Minutes, Office, Span, StaffCode, Unit};
use yutori::report::form::{FormError, betten4, betten4_book, betten4_file_name};
use yutori::worktime::{Cell, ListNumber, Manner, Share, Sheet, TaskCode, TaskList, Wave};

fn tasks() -> TaskList {
    Catalog::built_in().task_list("kasan-2024").unwrap().clone()
}

/// A sheet of S01 on 2025-10-06 with one span for both, and cells `(start, [(task, minutes)])`.
fn sheet(span: (u16, u16), cells: &[(u16, &[(&str, u32)])]) -> Sheet {
    let span = Some(Span::new(span.0, span.1).unwrap());
    let share = |(task, minutes): &(&str, u32)| Share(TaskCode((*task).to_owned()), Minutes(*minutes));
    let cell = |(start, shares): &(u16, &[(&str, u32)])| Cell {
        start: *start,
        shares: shares.iter().map(share).collect(),
    };
    Sheet {
        staff: StaffCode::parse("S01").unwrap(),
        date: chrono::NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
        role: None,
        unit: Some(Unit::parse("1階").unwrap()),
        scheduled: span,
        actual: span,
        slot_minutes: 10,
        cells: cells.iter().map(cell).collect(),
        note: String::new(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    }
}

/// The only page of a workbook, read with another library than the one that wrote it.
struct Page(calamine::Range<Data>);

impl Page {
    fn of(bytes: &[u8]) -> Self {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
        Self(workbook.worksheet_range_at(0).unwrap().unwrap())
    }

    /// What stands at an address such as `AO34`.
    fn at(&self, address: &str) -> String {
        let column = address.bytes().take_while(u8::is_ascii_alphabetic);
        let column = column.fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
        let row: u32 = address
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .parse()
            .unwrap();
        self.0
            .get_value((row - 1, column - 1))
            .map_or_else(String::new, Data::to_string)
    }

    /// Sum of all fields for minutes.
    fn minutes(&self) -> f64 {
        let rows = (10..34).chain(44..68);
        let fields = rows.flat_map(|row| (5..41).map(move |column| (row, column)));
        fields
            .filter_map(|place| calamine::DataType::as_f64(self.0.get_value(place)?))
            .sum()
    }
}

#[test]
fn what_is_read_back_stands_where_the_official_form_has_it() {
    let mut day = sheet((510, 1050), &[(510, &[("1", 6), ("7", 4)]), (1040, &[("24", 10)])]);
    day.note = "入浴は午前".to_owned();
    let files = betten4("ひだまり苑", &day, &tasks()).unwrap();
    assert_eq!(files.len(), 1);
    let page = Page::of(&files[0]);
    let stands = [
        ("A2", "職員向けタイムスタディ調査票"),
        ("F2", "施設名"),
        ("H2", "ひだまり苑"),
        ("N2", "担当しているユニット・フロア名"),
        ("S2", "1階"),
        ("F3", "職員ID"),
        ("H3", "S01"),
        ("N3", "所定勤務時間"),
        ("S3", "8:30～17:30"),
        ("F4", "調査実施日"),
        ("H4", "10月 6日（月曜日）"),
        ("N4", "実勤務時間（残業時間含む）"),
        ("S4", "8:30～17:30"),
        ("F9", "8時台"),
        ("L9", "9時台"),
        ("AJ9", "13時台"),
        ("F43", "14時台"),
        ("X43", "17時台"),
        ("AJ43", "時台"),
        ("F10", "00分-09分"),
        ("AO44", "50分-59分"),
        ("C11", "1"),
        ("D11", "移動・移乗・体位交換"),
        ("D34", "余裕時間"),
        ("D68", "余裕時間"),
        ("F35", "入浴は午前"),
        ("I11", "6"),
        ("I17", "4"),
        ("Z68", "10"),
    ];
    for (address, words) in stands {
        assert_eq!(page.at(address), words, "{address}");
    }
    assert!((page.minutes() - 20.0).abs() < 0.5);
}

#[test]
fn a_night_shift_over_twelve_hours_needs_two_files() {
    let night = sheet(
        (990, 2010),
        &[(990, &[("11", 10)]), (1670, &[("10", 9)]), (1680, &[("13", 8)])],
    );
    let files = betten4("", &night, &tasks()).unwrap();
    assert_eq!(files.len(), 2);
    let (head, rest) = (Page::of(&files[0]), Page::of(&files[1]));
    assert_eq!(
        [head.at("F9"), head.at("AJ43"), rest.at("F9"), rest.at("AJ9")],
        ["16時台", "3時台", "4時台", "9時台"]
    );
    assert_eq!([head.at("I21"), head.at("AO54"), rest.at("F23")], ["10", "9", "8"]);
    assert_eq!([head.at("H4"), rest.at("H4")], ["10月 6日（月曜日）"; 2]);
    assert_eq!([head.at("S3"), rest.at("S4")], ["16:30～9:30"; 2]);
    assert_eq!([rest.at("F43"), rest.at("AJ43")], ["時台"; 2]);
    let names = [1, 2].map(|part| betten4_file_name(&night, part));
    assert_eq!(names, ["S01_20251006.xlsx", "S01_20251006_2.xlsx"]);
}

#[test]
fn work_before_the_span_keeps_its_hour() {
    let early = sheet((510, 1050), &[(430, &[("11", 10)])]);
    let page = Page::of(&betten4("", &early, &tasks()).unwrap()[0]);
    assert_eq!([page.at("F9"), page.at("G21")], ["7時台", "10"]);
}

#[test]
fn a_missing_span_leaves_the_field_as_it_is_printed() {
    let mut day = sheet((510, 1050), &[(510, &[("1", 10)])]);
    day.actual = None;
    let page = Page::of(&betten4("", &day, &tasks()).unwrap()[0]);
    assert_eq!(page.at("S3"), "8:30～17:30");
    assert!(
        !page.at("S4").contains(|c: char| c.is_ascii_digit()),
        "{}",
        page.at("S4")
    );
}

#[test]
fn words_that_look_like_a_formula_stay_words() {
    let mut day = sheet((510, 1050), &[]);
    day.note = "=1+1".to_owned();
    let bytes = &betten4("=A1", &day, &tasks()).unwrap()[0];
    let page = Page::of(bytes);
    assert_eq!([page.at("H2"), page.at("F35")], ["=A1", "=1+1"]);
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let name = workbook.sheet_names()[0].clone();
    assert!(workbook.worksheet_formula(&name).unwrap().is_empty());
}

#[test]
fn what_the_form_cannot_hold_is_refused() {
    let mut quarter = sheet((510, 1050), &[]);
    quarter.slot_minutes = 15;
    assert!(matches!(betten4("", &quarter, &tasks()), Err(FormError::Slot(15))));
    let mut short = tasks();
    short.tasks.pop();
    assert!(matches!(
        betten4("", &sheet((510, 1050), &[]), &short),
        Err(FormError::TaskCount(23))
    ));
    let unknown = sheet((510, 1050), &[(510, &[("99", 10)])]);
    assert!(matches!(betten4("", &unknown, &tasks()), Err(FormError::UnknownTask(task)) if task == "99"));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let day = sheet((510, 1050), &[(510, &[("1", 10)])]);
    assert_eq!(
        betten4("あ", &day, &tasks()).unwrap(),
        betten4("あ", &day, &tasks()).unwrap()
    );
}

#[test]
fn labels_stand_where_the_official_workbook_has_them() {
    let official = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/reference/official-forms/betten4-time-study.xlsx");
    let Ok(official) = std::fs::read(&official) else {
        eprintln!("skipped: {} is not there", official.display());
        return;
    };
    let official = Page::of(&official);
    let mut empty = sheet((510, 1050), &[]);
    (empty.scheduled, empty.actual) = (None, None);
    let ours = Page::of(&betten4("", &empty, &tasks()).unwrap()[0]);
    let mut labels = [
        "A2", "F2", "N2", "F3", "N3", "F4", "N4", "E9", "E11", "E17", "D35", "D69",
    ]
    .map(String::from)
    .to_vec();
    labels.extend(["L9", "AJ9", "F43", "AJ43"].map(String::from));
    let columns = ["A", "B", "C", "D", "E", "F", "K", "L", "Z", "AA", "AO"];
    labels.extend(
        columns
            .iter()
            .flat_map(|column| [format!("{column}10"), format!("{column}44")]),
    );
    labels.extend(
        (11..=34)
            .chain(45..=68)
            .flat_map(|row| [format!("A{row}"), format!("C{row}")]),
    );
    for label in labels {
        assert_eq!(ours.at(&label), official.at(&label), "{label}");
    }
    // The names of tasks may carry the mark of a footnote in the official workbook.
    for row in (11..=34).chain(45..=68) {
        let (ours, official) = (ours.at(&format!("D{row}")), official.at(&format!("D{row}")));
        assert!(official.starts_with(&ours), "D{row}: {ours}");
    }
}

/// Writes a sheet as files into a folder named after a wave and reads the folder.
fn read_back(sheet: &Sheet) -> Sheet {
    let list = tasks();
    let folder = tempfile::tempdir().unwrap();
    let wave = folder.path().join("before");
    std::fs::create_dir(&wave).unwrap();
    for (bytes, part) in betten4("ひだまり苑", sheet, &list).unwrap().into_iter().zip(1..) {
        std::fs::write(wave.join(betten4_file_name(sheet, part)), bytes).unwrap();
    }
    let sheets = sheets_in(folder.path());
    assert_eq!(sheets.len(), 1);
    sheets.into_iter().next().unwrap()
}

/// The sheets that the files of a folder bring.
fn sheets_in(folder: &std::path::Path) -> Vec<Sheet> {
    let list = tasks();
    let known = Known {
        exchanged: yutori::intake::Exchanged::default(),
        task_list: &list,
        list: yutori::worktime::ListNumber::default(),
        slot_minutes: 10,
        office: &Office::default(),
        sheets: &[],
        has_file: &|_, _| false,
        tags: &yutori::intake::TagMap::new(),
        issues: &yutori::issues::Issues::default(),
        questionnaires: &[],
        entered: yutori::intake::Entered::default(),
        ledger: yutori::intake::Ledger::none(),
    };
    let order = Order {
        paths: &[folder.to_owned()],
        wave: None,
        year: None,
        kind: None,
        keep_going: false,
        replace: false,
        foreign: &yutori::intake::Foreign::default(),
    };
    let gathered = gather(&order, &known, &mut |_| ControlFlow::Continue(())).unwrap();
    let faults: Vec<_> = gathered.files.iter().flat_map(|file| &file.faults).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let sheets = gathered.changes.iter().filter_map(|change| match change {
        Change::SheetRecorded {
            wave: Wave::Before,
            sheet,
        } => Some((**sheet).clone()),
        _ => None,
    });
    sheets.collect()
}

#[test]
fn what_was_written_is_read_back_as_it_was() {
    let mut day = sheet(
        (510, 1055),
        &[(510, &[("1", 6), ("7", 4)]), (720, &[("22", 10)]), (1050, &[("24", 5)])],
    );
    day.note = "入浴は午前".to_owned();
    let night = sheet(
        (990, 2010),
        &[
            (990, &[("11", 10)]),
            (1430, &[("2", 3)]),
            (1440, &[("10", 9)]),
            (1670, &[("13", 1)]),
            (2000, &[("11", 7), ("23", 3)]),
        ],
    );
    let mut unspanned = sheet((420, 960), &[(420, &[("5", 10)]), (950, &[("21", 2)])]);
    (unspanned.scheduled, unspanned.actual) = (None, None);
    for sheet in [day, night, unspanned] {
        assert_eq!(read_back(&sheet), sheet);
    }
}

#[test]
fn a_workbook_of_many_sheets_is_read_back_whatever_its_name() {
    let planned = |staff: &str, date: u32, span, cells: &[(u16, &[(&str, u32)])]| Sheet {
        staff: StaffCode::parse(staff).unwrap(),
        date: chrono::NaiveDate::from_ymd_opt(2025, 12, date).unwrap(),
        // The hours that were worked are left to the person.
        actual: None,
        ..sheet(span, cells)
    };
    let sheets = [
        planned(
            "N/1",
            31,
            (990, 1980),
            &[(990, &[("11", 10)]), (1440, &[("10", 9)]), (1970, &[("13", 1)])],
        ),
        planned("S01", 29, (510, 1050), &[(510, &[("1", 6), ("7", 4)])]),
        planned("S01", 30, (420, 960), &[(950, &[("22", 10)])]),
        planned("s01 ", 30, (1000, 1060), &[(1000, &[("3", 5)])]),
    ];
    let folder = tempfile::tempdir().unwrap();
    let wave = folder.path().join("before");
    std::fs::create_dir(&wave).unwrap();
    let bytes = betten4_book("ひだまり苑", &sheets, &tasks()).unwrap();
    assert_eq!(betten4_book("ひだまり苑", &sheets, &tasks()).unwrap(), bytes);
    std::fs::write(wave.join("配った用紙.xlsx"), bytes).unwrap();
    assert_eq!(sheets_in(folder.path()), sheets);
}
