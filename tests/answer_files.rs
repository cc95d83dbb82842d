//! Filled surveys and notices from the folder to the book, as a leader takes them in.

use std::fmt::Write;
use std::path::PathBuf;

use serde_json::Value;
use yutori::catalog::Catalog;
use yutori::issues::{Answer, Questionnaire, Rating, Response, ResponseKey, ResponseNumber, StatementCode};
use yutori::office::{Role, StaffCode, Unit};
use yutori::report::form::filled_survey_sheet;
use yutori::text::{Lang, Text};
use yutori::worktime::Wave;

use super::support::Home;

fn questionnaire() -> Questionnaire {
    Catalog::built_in().questionnaire("challenge-facility").unwrap().clone()
}

fn person(number: u8) -> Response {
    let answers = questionnaire()
        .statements()
        .zip(0u8..)
        .filter(|(_, at)| !(number + at).is_multiple_of(9))
        .map(|(statement, at)| {
            let answer = match (number + at) % 7 {
                0 => Answer::Unknown,
                rest => Answer::Rated(Rating::of(rest % 4).unwrap()),
            };
            (statement.code.clone(), answer)
        })
        .collect();
    Response {
        key: ResponseKey {
            round: Wave::Before,
            number: ResponseNumber(u32::from(number)),
        },
        questionnaire: "challenge-facility".to_owned(),
        staff: StaffCode::parse(&format!("S{number:02}")).ok(),
        role: Role::parse("介護職員").ok(),
        unit: Unit::parse(if number.is_multiple_of(2) { "1階" } else { "2階" }).ok(),
        position: None,
        date: None,
        answers,
    }
}

fn sheet(person: &Response) -> Vec<u8> {
    filled_survey_sheet("さくら苑", &questionnaire(), person, &Text::new(Lang::Ja)).unwrap()
}

/// A table of a web form with the answers of one person.
fn table(person: &Response) -> String {
    let (mut head, mut line) = ("タイムスタンプ,職員ID,職種,ユニット".to_owned(), String::new());
    let staff = person.staff.as_ref().unwrap();
    write!(
        line,
        "2026/02/02 10:11:12,{staff},介護職員,{}",
        person.unit.as_ref().unwrap()
    )
    .unwrap();
    for statement in questionnaire().statements() {
        write!(head, ",[{} {}]", statement.code, statement.text.ja).unwrap();
        let answer = match person.answers.get(&statement.code) {
            None => String::new(),
            Some(Answer::Unknown) => "わからない".to_owned(),
            Some(Answer::Rated(rating)) => questionnaire().scale[usize::from(rating.number())].ja.clone(),
        };
        write!(line, ",{answer}").unwrap();
    }
    format!("{head}\n{line}\n")
}

/// Thirty files in a folder whose name is the round; one of them has an answer that is none.
fn folder(home: &Home) -> PathBuf {
    for number in 1..=30 {
        let person = person(number);
        let name = |ending: &str| format!("取組前/{number:02}.{ending}");
        match number {
            13 => home.file(
                &name("csv"),
                table(&person).replacen("よく当てはまる", "とてもそう思う", 1),
            ),
            _ if number.is_multiple_of(3) => home.file(&name("csv"), format!("\u{feff}{}", table(&person))),
            _ => home.file(&name("xlsx"), sheet(&person)),
        };
    }
    home.path().join("取組前")
}

fn count(value: &Value, status: &str) -> usize {
    let files = value["files"].as_array().unwrap();
    files.iter().filter(|file| file["status"] == status).count()
}

fn book(home: &Home) {
    home.ok(&["new", "book.yutori", "--office", "さくら苑"]);
}

fn responses(home: &Home) -> usize {
    let issues = home.json(&["issues", "responses", "list"]);
    issues["responses"].as_array().unwrap().len()
}

#[test]
fn thirty_files_are_taken_whole_or_without_the_damaged_one_and_undone() {
    let home = Home::new();
    book(&home);
    let folder = folder(&home);
    let folder = folder.to_str().unwrap();
    let refused = home.run(&["import", folder]);
    assert_eq!(refused.status, 1);
    assert!(
        refused.out.contains("2行目: 回答「とてもそう思う」を読めません。"),
        "{}",
        refused.out
    );
    assert_eq!(responses(&home), 0);
    let run = home.run(&["import", folder, "--keep-going", "--json"]);
    let taken: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(run.status, 1);
    assert_eq!(
        (taken["responses"].as_u64(), taken["notices"].as_u64()),
        (Some(29), Some(0))
    );
    assert_eq!((count(&taken, "imported"), count(&taken, "refused")), (29, 1));
    assert_eq!(responses(&home), 29);
    let run = home.run(&["import", folder, "--keep-going", "--json"]);
    let again: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (count(&again, "unchanged"), again["written"].as_bool()),
        (29, Some(false))
    );
    home.ok(&["undo"]);
    assert_eq!(responses(&home), 0);
    home.ok(&["redo"]);
    assert_eq!(responses(&home), 29);
    home.ok(&["check"]);
}

#[test]
fn a_heading_is_told_once_and_remembered_until_it_is_taken_out() {
    let home = Home::new();
    book(&home);
    let statement = questionnaire().statements().next().unwrap().text.ja.clone();
    let text = |staff: &str| format!("職員ID,{statement},物の置き場,お名前\n{staff},3,2,山田太郎\n");
    let first = home.file("a.csv", text("S01"));
    let second = home.file("b.csv", text("S02"));
    let import = |path: &PathBuf, more: &[&str]| {
        let arguments = [&["import", path.to_str().unwrap(), "--wave", "before"], more].concat();
        home.run(&arguments)
    };
    let refused = import(&first, &["--json"]);
    let said: Value = serde_json::from_str(&refused.out).unwrap();
    assert_eq!(said["headings"], serde_json::json!(["物の置き場"]));
    let taken = import(&first, &["--column", "物の置き場=1b"]);
    assert_eq!(taken.status, 0, "{taken:?}");
    assert!(taken.out.contains("回答 1人分（2問）"), "{}", taken.out);
    assert!(taken.out.contains("名前や連絡先の列は読まず"), "{}", taken.out);
    assert_eq!(import(&second, &[]).status, 0);
    let list = home.json(&["issues", "columns", "list"]);
    assert_eq!(
        list["columns"],
        serde_json::json!([{"heading": "物の置き場", "meaning": "1b"}])
    );
    home.ok(&["issues", "columns", "set", "物の　置き場", "-"]);
    assert!(home.ok(&["issues", "columns", "list"]).contains("使わない列"));
    home.ok(&["issues", "columns", "remove", "物の置き場"]);
    assert_eq!(home.run(&["issues", "columns", "remove", "物の置き場"]).status, 1);
    assert_eq!(home.run(&["issues", "columns", "set", "x", "9z"]).status, 1);
    assert_eq!(import(&second, &["--column", "1b"]).status, 2);
    let bytes = std::fs::read(home.path().join("book.yutori")).unwrap();
    assert!(!bytes.windows("山田".len()).any(|part| part == "山田".as_bytes()));
}

#[test]
fn staff_codes_that_look_like_names_are_pointed_out_or_coded() {
    let home = Home::new();
    book(&home);
    let statement = questionnaire().statements().next().unwrap().text.ja.clone();
    let path = home.file("a.csv", format!("職員ID,{statement}\n山田太郎,3\n佐藤花子,1\n"));
    let path = path.to_str().unwrap();
    let pointed_out = home.ok(&["import", path, "--wave", "before", "--dry-run"]);
    assert!(
        pointed_out.contains("山田太郎") || pointed_out.contains("佐藤花子"),
        "{pointed_out}"
    );
    home.ok(&["import", path, "--wave", "before", "--codes", "keys.csv"]);
    let bytes = std::fs::read(home.path().join("book.yutori")).unwrap();
    assert!(!bytes.windows("山田".len()).any(|part| part == "山田".as_bytes()));
    assert!(
        std::fs::read_to_string(home.path().join("keys.csv"))
            .unwrap()
            .contains("山田太郎")
    );
}

#[test]
fn the_notice_sheet_is_made_once_and_notices_are_counted() {
    let home = Home::new();
    book(&home);
    home.ok(&["blank", "notices", "--out", "気づき.xlsx"]);
    assert_eq!(home.run(&["blank", "notices", "--out", "気づき.xlsx"]).status, 1);
    home.file(
        "before/notices.csv",
        "いつ？,どこで？,どんな課題や気づき？,困りごと分類\n夜勤中,廊下,コールが重なる,2\n",
    );
    let said = home.json(&["import", "before"]);
    assert_eq!(
        (said["notices"].as_u64(), said["responses"].as_u64()),
        (Some(1), Some(0))
    );
    assert_eq!(said["files"][0]["kind"], "notices-csv");
    let again = home.json(&["import", "before", "--wave", "after1"]);
    assert_eq!(again["files"][0]["status"], "unchanged");
    home.ok(&["undo"]);
    assert_eq!(home.json(&["import", "before"])["notices"], 1);
}

#[test]
fn from_filled_surveys_to_the_printed_plan_nothing_is_typed_twice() {
    use calamine::{Reader, Xlsx, open_workbook};

    let home = Home::new();
    book(&home);
    let folder = folder(&home);
    home.run(&["import", folder.to_str().unwrap(), "--keep-going"]);
    let survey = home.json(&["issues", "survey"]);
    let viewpoint = &survey["survey"]["rounds"][0]["viewpoints"][4];
    assert_eq!(viewpoint["code"], "4");
    // The box of the map is written once; the challenge takes it over, the measure belongs to the challenge.
    let text = "同じことを三か所に書く";
    home.ok(&["issues", "map", "add", "--layer", "trouble", text]);
    home.ok(&["issues", "map", "evidence", "1", "--add", "statement:4a"]);
    home.ok(&["issues", "challenge", "add", "--from-cause", "1", "--viewpoint", "4"]);
    home.ok(&[
        "issues",
        "challenge",
        "choose",
        "1",
        "--because",
        "いちばん多くの人が困っている",
    ]);
    home.ok(&["issues", "measure", "add", "様式を一つにする", "--challenge", "1"]);
    home.ok(&["export", "workbook", "--out", "plan.xlsx"]);
    let mut workbook: Xlsx<_> = open_workbook(home.path().join("plan.xlsx")).unwrap();
    let mut said = |sheet: &str| {
        let range = workbook.worksheet_range(sheet).unwrap();
        let cells: Vec<String> = range.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
        cells.join("\n")
    };
    let plan = said("改善計画");
    let name = viewpoint["name"].as_str().unwrap();
    for words in [text, "いちばん多くの人が困っている", "様式を一つにする", name] {
        assert!(plan.contains(words), "{words} is not in {plan}");
    }
    let statement = questionnaire()
        .statement(&StatementCode("4a".to_owned()))
        .unwrap()
        .text
        .ja
        .clone();
    assert!(said("因果関係図").contains(&statement));
    assert!(said("課題").contains(name));
}
