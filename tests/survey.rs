//! A survey as a project: plan, board, reminders, empty sheets, and codes in the place of names.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{Home, sample};

fn founded() -> Home {
    let home = Home::new();
    home.ok(&["new", "a.yutori", "--office", "ひだまり苑"]);
    home
}

fn with_sample() -> Home {
    let home = founded();
    let before = sample().join("before");
    home.ok(&["import", before.to_str().unwrap(), "--wave", "before"]);
    home
}

/// Writes one file of a workbook anew.
fn rewrite(path: &Path, file: &str, change: impl Fn(String) -> String) {
    let mut archive = ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name == file {
            bytes = change(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(&bytes).unwrap();
    }
    std::fs::write(path, written.finish().unwrap().into_inner()).unwrap();
}

/// Writes minutes into empty cells of the worksheets of a workbook, as a spreadsheet would.
fn fill(path: &Path, pages: &[(&str, &[(&str, u32)])]) {
    for (page, cells) in pages {
        rewrite(path, &format!("xl/worksheets/{page}.xml"), |mut text| {
            for (cell, minutes) in *cells {
                let start = text.find(&format!("<c r=\"{cell}\" ")).unwrap();
                let end = start + text[start..].find("/>").unwrap();
                assert!(!text[start..end].contains('>'), "{cell} is not empty");
                text.replace_range(end..end + 2, &format!("><v>{minutes}</v></c>"));
            }
            text
        });
    }
}

/// The sheets of the book that `check` knows: staff, date, span, minutes.
fn sheets(home: &Home) -> Vec<(String, String, String, u64)> {
    let check = home.json(&["check"]);
    let mut sheets: Vec<_> = check["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sheet| {
            let said = |key: &str| sheet[key].as_str().unwrap_or("").to_owned();
            (
                said("staff"),
                said("date"),
                said("span"),
                sheet["minutes"].as_u64().unwrap(),
            )
        })
        .collect();
    sheets.sort();
    sheets
}

#[test]
fn a_plan_is_kept_taken_back_and_cleared() {
    let home = with_sample();
    let plan = [
        "survey",
        "plan",
        "--wave",
        "before",
        "--from",
        "2025-10-06",
        "--to",
        "2025-10-10",
    ];
    let planned = home.json(&[&plan[..], &["--staff", "all"]].concat());
    assert_eq!(planned["survey"]["dates"].as_array().unwrap().len(), 5);
    assert_eq!(planned["survey"]["people"].as_array().unwrap().len(), 12);
    assert_eq!(planned["survey"]["expected"], 60);
    let board = home.json(&["survey", "board"]);
    assert_eq!(board["schema"], "yutori.board/1");
    let number = |key: &str| board[key].as_u64().unwrap();
    assert_eq!(number("expected"), 60);
    assert_eq!(
        number("received") + number("incomplete") + number("missing") + number("to_come"),
        60
    );
    assert_eq!(number("to_come"), 0);
    // Only what is asked for changes.
    let planned = home.json(&["survey", "plan", "--wave", "before", "--days", "10/6,2025-10-08"]);
    assert_eq!(planned["survey"]["expected"], 24);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["survey", "board"])["expected"], 60);
    home.ok(&["survey", "plan", "--wave", "before", "--clear"]);
    assert_eq!(home.run(&["survey", "board"]).status, 1);
    assert!(home.json(&["check"])["ok"].as_bool().unwrap());
}

#[test]
fn a_roster_plans_shifts_units_and_own_days() {
    let home = founded();
    home.file(
        "名簿.csv",
        "職員ID,職種,ユニット,所定勤務時間,調査日\nS01,介護職員,1階,8:30-17:30,\nN01,,2階,16:30-9:30,2026-02-09\n",
    );
    let plan = [
        "survey",
        "plan",
        "--wave",
        "before",
        "--days",
        "2/8 2/9",
        "--roster",
        "名簿.csv",
    ];
    let planned = home.json(&plan);
    assert_eq!(planned["survey"]["people"][0]["shift"], "16:30-33:30");
    assert_eq!(planned["survey"]["expected"], 3);
    let board = home.json(&["survey", "board"]);
    // On 10 February the night of the 9th is not over.
    let state = |row: usize, day: usize| board["rows"][row]["sheets"][day]["state"].as_str().unwrap().to_owned();
    assert_eq!([state(0, 0), state(0, 1)], ["not_expected", "to_come"]);
    assert_eq!([state(1, 0), state(1, 1)], ["missing", "missing"]);
    let reminders = home.json(&["survey", "reminders"]);
    assert_eq!(reminders["units"][0]["unit"], "1階");
    assert_eq!(
        reminders["units"][0]["people"][0]["sheets"].as_array().unwrap().len(),
        2
    );
    assert_eq!(reminders["units"].as_array().unwrap().len(), 1);
    home.file("bad.csv", "staff,shift\nS01,朝から\nS02,夜まで\n");
    let run = home.run(&[
        "survey", "plan", "--wave", "before", "--days", "2/8", "--roster", "bad.csv",
    ]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("bad.csv:2,3"), "{}", run.err);
}

#[test]
fn a_plan_without_days_or_people_says_what_is_missing() {
    let home = founded();
    let plan = |arguments: &[&str]| {
        let run = home.run(&[&["survey", "plan", "--wave", "before"], arguments].concat());
        assert_eq!(run.status, 2, "{run:?}");
        run.err
    };
    assert!(plan(&[]).contains("--from"));
    assert!(plan(&["--from", "2026-02-02"]).contains("--to"));
    assert!(plan(&["--staff", "S01"]).contains("--days"));
    assert!(plan(&["--from", "2/6", "--to", "2/2", "--staff", "S01"]).contains("前"));
    assert!(plan(&["--from", "2/2", "--to", "2/6", "--days", "2/9", "--staff", "S01"]).contains("2026-02-09"));
    assert!(plan(&["--days", "2/2"]).contains("--staff"));
}

#[test]
fn an_empty_sheet_that_is_filled_in_is_read_back_with_person_date_and_hours() {
    let home = founded();
    home.file(
        "roster.csv",
        "staff,unit,shift\nS01,1階,8:30-17:30\nN01,2階,16:30-9:30\n",
    );
    home.ok(&[
        "survey",
        "plan",
        "--wave",
        "before",
        "--days",
        "2025-10-06,10/7",
        "--roster",
        "roster.csv",
    ]);
    home.ok(&["blank", "betten4", "--staff", "all", "--out", "用紙"]);
    let (day, night) = (
        home.path().join("用紙/S01_20251006.xlsx"),
        home.path().join("用紙/N01_20251006.xlsx"),
    );
    // 8:30 on the first day; 16:30 and, on the second page, 4:00 and 9:20 of the night that began on the second day.
    fill(&day, &[("sheet1", &[("I11", 6), ("I17", 4)])]);
    fill(
        &night,
        &[("sheet3", &[("I21", 10)]), ("sheet4", &[("F20", 10), ("AL32", 7)])],
    );
    home.ok(&["import", "用紙", "--wave", "before"]);
    let read = sheets(&home);
    let expected = [
        ("N01", "2025-10-07", "16:30〜翌9:30", 27),
        ("S01", "2025-10-06", "8:30〜17:30", 10),
    ];
    let expected = expected.map(|(staff, date, span, minutes)| (staff.into(), date.into(), span.into(), minutes));
    assert_eq!(read, expected);
    let board = home.json(&["survey", "board"]);
    assert_eq!([&board["incomplete"], &board["missing"]], [2, 2]);
    let unit = home.json(&["summary"])["waves"][0]["units"].to_string();
    assert!(unit.contains("1階") && unit.contains("2階"), "{unit}");
}

#[test]
fn one_workbook_for_all_has_a_page_for_each_person_and_day() {
    let home = with_sample();
    let out = home.path().join("all.xlsx");
    let order = [
        "blank",
        "betten4",
        "--staff",
        "S01,S02",
        "--date",
        "2026-02-02,2026-02-03",
    ];
    home.ok(&[&order[..], &["--one-book", "--out", "all.xlsx"]].concat());
    fill(&out, &[("sheet1", &[("F33", 10)])]);
    // Whose hours are not known writes them in; until then minutes have no place.
    let run = home.run(&["import", "all.xlsx", "--wave", "after1", "--json"]);
    let finding: Value = serde_json::from_str(&run.out).unwrap();
    let problems = finding["files"][0]["problems"].as_array().unwrap();
    let notes = finding["files"][0]["notes"].as_array().unwrap();
    assert_eq!(problems.len(), 1, "{finding}");
    assert_eq!(problems[0]["where"], "S01 2月2日!F9");
    assert!(
        notes.iter().any(|note| note.as_str().unwrap().contains("S02 2月3日")),
        "{finding}"
    );
    // A sheet that may be filled in is never written over.
    let again = home.run(&[&order[..], &["--one-book", "--out", "all.xlsx"]].concat());
    assert_eq!(again.status, 1, "{again:?}");
}

#[test]
fn an_untouched_empty_sheet_is_refused_with_what_to_try() {
    let home = founded();
    let order = [
        "blank",
        "betten4",
        "--staff",
        "S01",
        "--date",
        "2026-02-02",
        "--out",
        "s.xlsx",
    ];
    home.ok(&order);
    let run = home.run(&["import", "s.xlsx", "--wave", "before"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("--keep-going"), "{}", run.out);
}

#[test]
fn a_form_that_does_not_fit_is_refused_and_the_list_of_numbers_is_not() {
    let home = Home::new();
    home.ok(&["new", "a.yutori", "--slot", "15"]);
    let order = [
        "blank",
        "betten4",
        "--staff",
        "S01",
        "--date",
        "2026-02-02",
        "--out",
        "s.xlsx",
    ];
    let run = home.run(&order);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("10分"), "{}", run.err);
    assert!(!home.path().join("s.xlsx").exists());
    home.ok(&["blank", "codes", "--out", "codes.xlsx"]);
    assert!(home.path().join("codes.xlsx").is_file());
    let nobody = home.run(&[
        "blank",
        "betten4",
        "--staff",
        "all",
        "--date",
        "2026-02-02",
        "--out",
        "s.xlsx",
    ]);
    assert!(nobody.err.contains("--staff"), "{}", nobody.err);
}

/// A minutes CSV of these people on one day.
fn minutes(people: &[&str]) -> String {
    let mut csv = "wave,staff,date,start,task,minutes\n".to_owned();
    for staff in people {
        csv.push_str(&format!("before,{staff},2025-10-06,8:30,1,10\n"));
    }
    csv
}

fn key_lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
}

/// Whether the bytes of any file of the book hold these words.
fn holds(home: &Home, words: &str) -> bool {
    let files: Vec<PathBuf> = std::fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("a.yutori"))
        .collect();
    assert!(!files.is_empty());
    let wanted = words.as_bytes();
    files.iter().any(|file| {
        std::fs::read(file)
            .unwrap()
            .windows(wanted.len())
            .any(|part| part == wanted)
    })
}

#[test]
fn a_staff_id_that_looks_like_a_name_is_pointed_out_and_not_refused() {
    let home = founded();
    home.file("m.csv", minutes(&["山田太郎", "S02"]));
    let finding = home.json(&["import", "m.csv"]);
    assert_eq!(finding["written"], true);
    let notes = finding["files"][0]["notes"].to_string();
    assert!(notes.contains("山田太郎") && notes.contains("--codes"), "{notes}");
    assert!(holds(&home, "山田太郎"));
}

#[test]
fn codes_stand_in_the_place_of_names_and_no_name_reaches_the_book() {
    let home = founded();
    home.file("調査/山田太郎_20251006.csv", minutes(&["山田 太郎", "S01", "佐藤花子"]));
    home.ok(&["import", "調査", "--codes", "鍵.csv", "--dry-run"]);
    assert!(!home.path().join("鍵.csv").exists());
    // A code of the plan is taken too.
    home.ok(&[
        "survey",
        "plan",
        "--wave",
        "before",
        "--days",
        "2025-10-06",
        "--staff",
        "s04",
    ]);
    let finding = home.json(&["import", "調査", "--codes", "鍵.csv"]);
    assert_eq!(
        (finding["written"].clone(), finding["sheets"].clone()),
        (true.into(), 3.into())
    );
    assert_eq!(
        key_lines(&home.path().join("鍵.csv")),
        ["名前,記号", "佐藤花子,S02", "山田 太郎,S03"]
    );
    let staff: Vec<String> = sheets(&home).into_iter().map(|(staff, ..)| staff).collect();
    assert_eq!(staff, ["S01", "S02", "S03"]);
    for name in ["山田", "太郎", "佐藤", "花子"] {
        assert!(!holds(&home, name), "{name} is in the book");
    }
    assert!(home.ok(&["history"]).contains("S03_20251006.csv"));
    // The next wave knows the same people again, and the same file again.
    home.file("調査/鍵.csv", std::fs::read(home.path().join("鍵.csv")).unwrap());
    let later = minutes(&["佐藤花子", "鈴木一郎"])
        .replace("before,", "after1,")
        .replace("2025-10-06", "2026-02-02");
    home.file("調査/b.csv", later);
    home.ok(&["import", "調査", "--codes", "調査/鍵.csv"]);
    let keys = key_lines(&home.path().join("調査/鍵.csv"));
    assert_eq!(keys.len(), 4);
    assert_eq!(keys[3], "鈴木一郎,S05");
    let staff: Vec<String> = sheets(&home).into_iter().map(|(staff, ..)| staff).collect();
    assert_eq!(staff, ["S01", "S02", "S02", "S03", "S05"]);
    assert!(!holds(&home, "鈴木"));
}

#[test]
fn names_on_forms_and_in_remarks_give_way_too() {
    let home = founded();
    home.file("roster.csv", "staff,shift\nX77,8:30-17:30\n");
    home.ok(&[
        "survey",
        "plan",
        "--wave",
        "before",
        "--days",
        "2025-10-06",
        "--roster",
        "roster.csv",
    ]);
    home.ok(&["blank", "betten4", "--staff", "all", "--out", "山田.xlsx"]);
    let form = home.path().join("山田.xlsx");
    fill(&form, &[("sheet1", &[("I11", 10)])]);
    // Somebody writes a name into the field for the code, and into the remarks.
    rewrite(&form, "xl/sharedStrings.xml", |text| {
        assert!(text.contains("<t>X77</t>"));
        text.replace("<t>X77</t>", "<t>山田　太郎</t>")
            .replace("<t>備考・補足等</t>", "<t>備考・補足等（山田 太郎）</t>")
    });
    home.ok(&["import", "山田.xlsx", "--codes", "k.csv", "--wave", "before"]);
    assert_eq!(key_lines(&home.path().join("k.csv")), ["名前,記号", "山田 太郎,S01"]);
    let read = sheets(&home);
    assert_eq!((read.len(), read[0].0.as_str(), read[0].3), (1, "S01", 10));
    for name in ["山田", "太郎"] {
        assert!(!holds(&home, name), "{name} is in the book");
    }
    assert!(home.json(&["check"])["ok"].as_bool().unwrap());
}

#[test]
fn a_plan_points_out_names_too() {
    let home = founded();
    let said = home.ok(&[
        "survey",
        "plan",
        "--wave",
        "before",
        "--days",
        "2/2",
        "--staff",
        "S01,山田太郎",
    ]);
    assert!(said.contains("「山田太郎」"), "{said}");
}

#[test]
fn a_name_in_the_field_of_the_role_or_the_unit_does_not_reach_the_book() {
    let home = founded();
    home.file(
        "a.csv",
        "wave,staff,date,start,task,minutes,role,unit\nbefore,佐藤花子,2025-10-06,8:30,11,10,介護職員 佐藤花子,佐藤花子ユニット\n",
    );
    home.ok(&["import", "a.csv", "--codes", "k.csv"]);
    assert!(!holds(&home, "佐藤花子"));
    assert!(holds(&home, "介護職員 S01") && holds(&home, "S01ユニット"));
}

#[test]
fn a_file_that_is_no_list_of_codes_is_left_alone() {
    let home = founded();
    home.file("m.csv", minutes(&["山田太郎"]));
    let other = home.file("other.csv", minutes(&["S01"]));
    for codes in ["other.csv", "a.yutori"] {
        let run = home.run(&["import", "m.csv", "--codes", codes]);
        assert_ne!(run.status, 0, "{codes}: {run:?}");
    }
    assert_eq!(std::fs::read_to_string(other).unwrap(), minutes(&["S01"]));
    assert!(sheets(&home).is_empty());
    home.file("bad.csv", "名前,記号\n山田,S01\n佐藤,S01\n");
    let run = home.run(&["import", "m.csv", "--codes", "bad.csv"]);
    assert!(run.status == 1 && run.err.contains("bad.csv:3"), "{run:?}");
}
