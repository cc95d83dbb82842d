//! What goes out comes in again: every format loses nothing but what it has no place for.

#[path = "exchange/sheets.rs"]
mod sheets;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use yutori::book::{Change, Founding};
use yutori::catalog::Catalog;
use yutori::intake::{Foreign, Gathered, Known, Order, Status, TagMap, gather};
use yutori::office::{Office, StaffCode};
use yutori::report::Holdings;
use yutori::report::exchange::{Format, Selection, forms};
use yutori::text::{Lang, Text};
use yutori::worktime::{ListNumber, Manner, NightHours, Sheet, TaskCode, TimerEntry, Timing, TimingKey, Wave};

use self::sheets::{any_book, form_book, full_night};
use super::support::{Home, sample};

type Sheets = Vec<(Wave, Sheet)>;

/// A book that holds just these sheets.
fn holdings(sheets: Sheets) -> Holdings {
    let catalog = Catalog::built_in();
    let founding = Founding {
        office: Office {
            name: "ひだまり苑".to_owned(),
            ..Office::default()
        },
        task_list: catalog.task_list("kasan-2024").unwrap().clone(),
        slot_minutes: 10,
        night: NightHours::default(),
    };
    Holdings {
        sheets,
        ..Holdings::empty(founding, catalog)
    }
}

/// Reads paths into an empty book.
fn read(paths: &[PathBuf]) -> Gathered {
    let catalog = Catalog::built_in();
    let known = Known {
        exchanged: yutori::intake::Exchanged::default(),
        task_list: catalog.task_list("kasan-2024").unwrap(),
        list: ListNumber::default(),
        slot_minutes: 10,
        office: &Office::default(),
        sheets: &[],
        has_file: &|_, _| false,
        tags: &TagMap::new(),
        issues: &yutori::issues::Issues::default(),
        questionnaires: &[],
        entered: yutori::intake::Entered::default(),
        ledger: yutori::intake::Ledger::none(),
    };
    let order = Order {
        paths,
        wave: None,
        year: None,
        kind: None,
        keep_going: false,
        replace: false,
        foreign: &Foreign::default(),
    };
    gather(&order, &known, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The sheets that a reading records, in the order of a book.
fn recorded(gathered: &Gathered) -> Sheets {
    for file in &gathered.files {
        assert_eq!(file.status, Status::Accepted, "{:#?}", file.faults);
    }
    let sheet = |change: &Change| match change {
        Change::SheetRecorded { wave, sheet } => Some((*wave, (**sheet).clone())),
        _ => None,
    };
    in_order(gathered.changes.iter().filter_map(sheet).collect())
}

fn in_order(mut sheets: Sheets) -> Sheets {
    sheets.sort_by_key(|(wave, sheet)| sheet.key(*wave));
    sheets
}

/// Out as one file, and in again.
fn through(format: Format, name: &str, lang: Lang, book: &Sheets) -> Sheets {
    let folder = tempfile::tempdir().unwrap();
    let holdings = holdings(book.clone());
    let bytes = format.sheets(&Selection::of(&holdings, None), &Text::new(lang));
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    recorded(&read(&[path]))
}

/// Out as forms, and in again.
fn through_forms(book: &Sheets) -> Sheets {
    let folder = tempfile::tempdir().unwrap();
    write_forms(book, folder.path());
    recorded(&read(&[folder.path().to_owned()]))
}

fn write_forms(book: &Sheets, folder: &Path) -> Vec<PathBuf> {
    let holdings = holdings(book.clone());
    let selection = Selection::of(&holdings, None);
    let mut paths = Vec::new();
    for file in forms(&selection).flat_map(Result::unwrap) {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &file.bytes).unwrap();
        paths.push(path);
    }
    paths
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_for_a_spreadsheet_loses_nothing(book in any_book(), japanese in any::<bool>()) {
        let lang = if japanese { Lang::Ja } else { Lang::En };
        // The date in the name of the file has nothing to do with the dates in it.
        prop_assert_eq!(through(Format::Csv, "entries_20240229.csv", lang, &book), book);
    }

    #[test]
    fn json_loses_nothing(book in any_book()) {
        prop_assert_eq!(through(Format::Json, "entries.json", Lang::Ja, &book), book);
    }

    #[test]
    fn klog_loses_nothing(book in any_book()) {
        prop_assert_eq!(through(Format::Klog, "entries.klg", Lang::Ja, &book), book);
    }

    #[test]
    fn a_timeclock_loses_nothing(book in any_book()) {
        prop_assert_eq!(through(Format::Timeclock, "entries.timeclock", Lang::Ja, &book), book);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The form has no place for role, manner and copied marks, and one line for remarks.
    #[test]
    fn forms_lose_nothing_that_they_have_a_place_for(book in form_book()) {
        prop_assert_eq!(through_forms(&book), book);
    }
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let mut night = full_night("=cmd|' /C calc'!A0");
    night.note = "+1\n=2".to_owned();
    night.unit = yutori::office::Unit::parse("@x").ok();
    let bytes = Format::Csv.sheets(
        &Selection::of(&holdings(vec![(Wave::Before, night)]), None),
        &Text::new(Lang::Ja),
    );
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}時期,職員ID,"));
    assert!(
        text.lines().count() == text.matches("\r\n").count() + 1,
        "only the remark has a line end of its own"
    );
    for field in text.split([',', '\n']) {
        let words = field.trim_start_matches(['"', '\u{feff}']);
        let is_of_remark = words.starts_with("=2");
        assert!(is_of_remark || !words.starts_with(['=', '+', '-', '@']), "{field}");
    }
}

#[test]
fn a_night_of_sixteen_and_a_half_hours_goes_over_two_forms_with_ten_minutes_in_every_column() {
    let night = full_night("S001");
    let folder = tempfile::tempdir().unwrap();
    let book = vec![(Wave::Before, night.clone())];
    let paths = write_forms(&book, folder.path());
    let names: Vec<&str> = paths
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(names, ["S001_20251006.xlsx", "S001_20251006_2.xlsx"]);
    let sums: Vec<u32> = paths
        .iter()
        .flat_map(|path| column_sums(path))
        .filter(|sum| *sum > 0)
        .collect();
    assert_eq!(sums, vec![10; 99]);
    assert_eq!(recorded(&read(&[folder.path().to_owned()])), book);
    assert_eq!(night.filled().0, 990);
}

/// Sums of the ten-minute columns of both blocks, read with another library than the one that wrote them.
fn column_sums(path: &Path) -> Vec<u32> {
    use calamine::{DataType, Reader};
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    let mut sums = Vec::new();
    for rows in [10..34, 44..68] {
        for column in 5..41 {
            let cells = rows.clone().filter_map(|row| range.get_value((row, column))?.as_i64());
            sums.push(u32::try_from(cells.sum::<i64>()).unwrap());
        }
    }
    sums
}

#[test]
fn the_sample_goes_round_through_every_format_and_the_command_line() {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    let data = sample();
    let paths = [data.join("before"), data.join("after1")];
    home.ok(&[
        "-b",
        "a.yutori",
        "import",
        paths[0].to_str().unwrap(),
        paths[1].to_str().unwrap(),
    ]);
    let of = |book: &str| home.ok(&["-b", book, "summary", "--json"]);
    let checked = |book: &str| home.json(&["-b", book, "check"])["sheets"].clone();
    for (out, arguments) in [
        ("e.csv", ["entries", "--format", "csv"].as_slice()),
        ("e.json", &["entries"]),
        ("e.klg", &["entries"]),
        ("e.timeclock", &["entries"]),
        ("forms", &["betten4"]),
    ] {
        let refused = home.run(&[&["-b", "a.yutori", "export"], arguments, &["--out", out]].concat());
        assert_eq!(refused.status, 1, "{refused:?}");
        assert!(refused.err.contains("--with-staff"));
        assert!(!home.path().join(out).exists());
        home.ok(&[
            &["-b", "a.yutori", "export"],
            arguments,
            &["--out", out, "--with-staff"],
        ]
        .concat());
        let book = format!("{}.yutori", out.replace('.', "-"));
        home.ok(&["new", &book, "--office", "x"]);
        home.ok(&["-b", &book, "import", out]);
        assert_eq!(checked(&book), checked("a.yutori"), "{out}");
        if out != "forms" {
            let same = of("a.yutori") == of(&book).replacen("\"x\"", "\"\"", 1);
            let same_waves =
                home.json(&["-b", &book, "summary"])["waves"] == home.json(&["-b", "a.yutori", "summary"])["waves"];
            assert!(same || same_waves, "{out}");
        }
        let again = home.json(&["-b", &book, "import", out]);
        assert_eq!(again["written"], false, "{out}");
    }
}

#[test]
fn timings_go_out_to_the_second_and_a_timeclock_of_them_comes_in_as_sheets() {
    let entry = |task: &str, from: u32, to: Option<u32>, parallel| TimerEntry {
        task: TaskCode(task.to_owned()),
        from,
        to,
        parallel,
        interruption: false,
        note: "急\"に".to_owned(),
    };
    let timing = Timing {
        key: TimingKey {
            wave: Wave::Before,
            staff: StaffCode::parse("S:1").unwrap(),
            date: chrono::NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
            observer: StaffCode::parse("K1").ok(),
        },
        role: None,
        unit: None,
        scheduled: None,
        entries: vec![
            entry("11", 86_000, Some(86_435), false),
            entry("2", 86_100, Some(86_200), true),
            entry("2", 86_435, Some(86_600), false),
            entry("3", 86_600, None, false),
        ],
        list: ListNumber::default(),
        finished: false,
    };
    let mut holdings = holdings(Vec::new());
    holdings.timings.push(timing);
    let selection = Selection::of(&holdings, Some(Wave::Before));
    assert_eq!(Format::Klog.timings(&selection), None);
    let json: serde_json::Value = serde_json::from_slice(&Format::Json.timings(&selection).unwrap()).unwrap();
    assert_eq!(json["schema"], "yutori.timings/1");
    let first = &json["timings"][0];
    assert_eq!((&first["staff"], &first["observer"]), (&"S:1".into(), &"K1".into()));
    assert_eq!(first["entries"][0]["to"], 86_435);
    assert_eq!(first["entries"][3]["to"], serde_json::Value::Null);
    assert_eq!(first["entries"][1]["parallel"], true);
    let clock = String::from_utf8(Format::Timeclock.timings(&selection).unwrap()).unwrap();
    assert!(clock.contains("i 2025/10/06 23:53:20 before:S%3A1:11  "), "{clock}");
    assert!(clock.contains("o 2025/10/07 00:00:35\n"), "{clock}");
    assert_eq!((clock.matches("\ni ").count(), clock.matches("\n; ").count()), (2, 2));
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    home.file("t.timeclock", &clock);
    home.ok(&[
        "-b",
        "a.yutori",
        "import",
        "t.timeclock",
        "--wave",
        "before",
        "--staff",
        "S1",
    ]);
    assert_eq!(home.json(&["-b", "a.yutori", "summary"])["waves"][0]["minutes"], 10);
    let none = home.run(&["-b", "a.yutori", "export", "timings", "--out", "t.json", "--with-staff"]);
    assert_eq!(none.status, 1);
}

#[test]
fn one_file_may_be_the_work_of_two_people() {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    home.file("day.klg", "2025-10-06\n    8:30 - 12:30 #11\n");
    let import = |staff: &str| {
        let found = home.json(&[
            "-b", "a.yutori", "import", "day.klg", "--wave", "before", "--staff", staff,
        ]);
        found["files"][0]["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(import("S1"), "imported");
    assert_eq!(import("S1"), "unchanged");
    assert_eq!(import("S2"), "imported");
    assert_eq!(home.json(&["-b", "a.yutori", "summary"])["waves"][0]["staff"], 2);
}

#[test]
fn forms_of_one_person_can_be_asked_for() {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    home.file(
        "a.csv",
        "wave,staff,date,start,task,minutes\nbefore,S1,2025-10-06,8:30,11,14\nbefore,S2,2025-10-06,8:30,11,10\n",
    );
    home.ok(&["-b", "a.yutori", "import", "a.csv"]);
    let told = home.json(&[
        "-b",
        "a.yutori",
        "export",
        "betten4",
        "--out",
        "f",
        "--staff",
        "S1",
        "--with-staff",
    ]);
    assert_eq!((&told["files"], &told["sheets"]), (&1.into(), &1.into()));
    assert_eq!(told["open_columns"][0]["start"], "8:40");
    assert_eq!(told["open_columns"][0]["minutes"], 4);
    let none = home.run(&[
        "-b",
        "a.yutori",
        "export",
        "betten4",
        "--out",
        "f",
        "--staff",
        "S9",
        "--with-staff",
    ]);
    assert_eq!(none.status, 1);
}

#[test]
fn a_tag_is_refused_until_somebody_says_what_it_means_and_then_remembered() {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    home.file(
        "timew.json",
        "[\n{\"id\":2,\"start\":\"20251005T233000Z\",\"end\":\"20251006T001501Z\",\"tags\":[\"お風呂\"]},\n\
         {\"id\":1,\"start\":\"20251006T001501Z\",\"end\":\"20251006T003000Z\",\"tags\":[\"11\"],\"annotation\":\"x\"}\n]\n",
    );
    let import = [
        "-b",
        "a.yutori",
        "import",
        "timew.json",
        "--wave",
        "before",
        "--staff",
        "S1",
    ];
    let refused = home.run(&[import.as_slice(), &["--json"]].concat());
    assert_eq!(refused.status, 1);
    let finding: serde_json::Value = serde_json::from_str(&refused.out).unwrap();
    assert_eq!(finding["unmapped"], serde_json::json!(["お風呂"]));
    assert_eq!(finding["files"][0]["kind"], "timewarrior");
    let message = finding["files"][0]["problems"][0]["message"].as_str().unwrap();
    assert!(message.contains("お風呂") && message.contains('2'), "{message}");
    home.file("map.csv", "タグ,業務\nお風呂,3\n");
    let dry = home.run(&[import.as_slice(), &["--map", "map.csv", "--dry-run"]].concat());
    assert_eq!(dry.status, 0);
    assert_eq!(
        home.json(&["-b", "a.yutori", "tags", "list"])["tags"],
        serde_json::json!([])
    );
    home.ok(&[import.as_slice(), &["--map", "map.csv"]].concat());
    assert_eq!(
        home.json(&["-b", "a.yutori", "tags", "list"])["tags"],
        serde_json::json!([{"tag": "お風呂", "task": "3", "is_in_list": true}])
    );
    let summary = home.json(&["-b", "a.yutori", "summary"]);
    assert_eq!(summary["waves"][0]["minutes"], 60);
    // One act wrote both, and one undo takes both back.
    home.ok(&["-b", "a.yutori", "undo"]);
    assert_eq!(
        home.json(&["-b", "a.yutori", "tags", "list"])["tags"],
        serde_json::json!([])
    );
    home.ok(&["-b", "a.yutori", "tags", "set", "お風呂", "入浴・整容・更衣"]);
    home.ok(&import);
    home.ok(&["-b", "a.yutori", "tags", "remove", "#お風呂"]);
    assert!(home.json(&["-b", "a.yutori", "check"])["ok"].as_bool().unwrap());
}

#[test]
fn a_sheet_of_another_program_is_cut_into_shifts_by_its_pauses() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("before").join("work.csv");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(
        &path,
        "staff,date,start,end,task\nS1,2025-10-06,6:00,9:00,1\nS1,2025-10-06,12:59,14:00,1\nS1,2025-10-06,22:00,7:00:20,11\n",
    )
    .unwrap();
    let sheets = recorded(&read(&[path]));
    let spans: Vec<String> = sheets
        .iter()
        .map(|(_, sheet)| sheet.actual.unwrap().to_string())
        .collect();
    assert_eq!(spans, ["6:00-14:00", "22:00-31:00"]);
    assert_eq!(sheets[1].1.filled().0, 540);
    assert!(sheets.iter().all(|(_, sheet)| sheet.manner == Manner::Timed));
    assert_eq!(sheets[0].1.staff, StaffCode::parse("S1").unwrap());
}
