//! Answers to the survey by command: typed as a line, listed, corrected, taken out, undone; and the sheets that are handed out.

use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use yutori::catalog::Catalog;
use yutori::issues::survey_sheet::{self, Entry, HeadField};
use yutori::issues::{Answer, Position, Rating, Response, ResponseKey, ResponseNumber};
use yutori::office::{Role, StaffCode, Unit};
use yutori::report::form::filled_survey_sheet;
use yutori::text::{Lang, Text};
use yutori::worktime::Wave;
use zip::ZipArchive;

use crate::support::Home;

/// Answers to the 32 statements in order.
const LINE: &str = "0123 ?.12 3210 0000 1111 2222 3333 1212";

fn founded() -> Home {
    let home = Home::new();
    home.ok(&["new", "a.yutori", "--office", "ひだまり苑"]);
    home
}

fn responses(home: &Home) -> Vec<Value> {
    home.json(&["issues", "responses", "list"])["responses"]
        .as_array()
        .unwrap()
        .clone()
}

fn cells(bytes: &[u8]) -> (String, calamine::Range<Data>) {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let name = workbook.sheet_names()[0].clone();
    (name, workbook.worksheet_range_at(0).unwrap().unwrap())
}

fn at(range: &calamine::Range<Data>, (row, column): (u32, u16)) -> String {
    range
        .get_value((row, u32::from(column)))
        .map(ToString::to_string)
        .unwrap_or_default()
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn answers_are_written_listed_corrected_and_taken_back() {
    let home = founded();
    let first = [
        "issues",
        "answer",
        "--round",
        "before",
        "--code",
        "S01",
        "--position",
        "floor",
        "--unit",
        "1階",
        LINE,
    ];
    let told = home.json(&first);
    assert_eq!(told["schema"], "yutori.response/1");
    assert_eq!(
        (&told["number"], &told["answered"], &told["asked"]),
        (&1.into(), &31.into(), &32.into())
    );
    home.ok(&["issues", "answer", "--round", "before", "1a=2", "7d=わからない"]);
    let listed = responses(&home);
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0]["staff"], "S01");
    assert_eq!(listed[0]["position"], "floor");
    assert_eq!(listed[1]["staff"], Value::Null);
    assert_eq!(listed[1]["answered"], 2);
    assert!(!listed[0].as_object().unwrap().contains_key("answers"));
    home.ok(&[
        "issues",
        "responses",
        "edit",
        "--round",
        "before",
        "--number",
        "2",
        "--code",
        "S02",
        "1a=-",
        "1b=0",
        "1c=1",
    ]);
    assert_eq!(
        (&responses(&home)[1]["staff"], &responses(&home)[1]["answered"]),
        (&"S02".into(), &3.into())
    );
    home.ok(&["undo"]);
    assert_eq!(responses(&home)[1]["staff"], Value::Null);
    home.ok(&["redo"]);
    home.ok(&["issues", "responses", "remove", "--round", "before", "--number", "1"]);
    assert_eq!(responses(&home).len(), 1);
    home.ok(&["undo"]);
    assert_eq!(responses(&home).len(), 2);
    assert_eq!(home.json(&["check"])["integrity"]["replay"], true);
}

#[test]
fn the_first_answer_and_its_questionnaire_are_one_act() {
    let home = founded();
    home.ok(&["issues", "answer", "--round", "before", LINE]);
    home.ok(&["undo"]);
    assert!(responses(&home).is_empty());
    let listed = home.json(&["issues", "questionnaire", "list"]);
    assert_eq!(listed["questionnaires"][0]["responses"], 0);
    home.ok(&["redo"]);
    assert_eq!(responses(&home).len(), 1);
}

#[test]
fn a_code_answers_once_a_round_unless_it_is_replaced() {
    let home = founded();
    let answer =
        |more: &[&str]| home.run(&[&["issues", "answer", "--round", "before", "--code", "S01"], more].concat());
    assert_eq!(answer(&[LINE]).status, 0);
    let again = answer(&["1a=3"]);
    assert_eq!(again.status, 1);
    assert!(again.err.contains("すでに回答しています（回答 1）"), "{again:?}");
    assert_eq!(answer(&["--replace", "1a=3"]).status, 0);
    assert_eq!(responses(&home)[0]["answered"], 1);
    let later = home.run(&["issues", "answer", "--round", "after1", "--code", "S01", "1a=3"]);
    assert_eq!(later.status, 0, "{later:?}");
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    let home = founded();
    let refused = |more: &[&str], said: &str, status: i32| {
        let run = home.run(&[&["issues", "answer", "--round", "before"], more].concat());
        assert_eq!(run.status, status, "{run:?}");
        assert!(run.err.contains(said), "{run:?}");
    };
    refused(&["0123"], "答えが 4 個あります。設問は 32 個", 2);
    refused(&["1a=5"], "設問 1a の「5」", 2);
    refused(&["8a=1"], "番号「8a」の設問はありません", 2);
    refused(&["--position", "boss", "1a=1"], "「boss」という立場はありません", 2);
    refused(
        &["--questionnaire", "none", "1a=1"],
        "「none」という質問票はありません",
        1,
    );
    refused(&["1a=-"], "まだ1つも答えがありません", 1);
    let run = home.run(&["issues", "responses", "remove", "--round", "before", "--number", "7"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("番号 7 の回答はありません"), "{run:?}");
    assert!(responses(&home).is_empty());
}

#[test]
fn a_code_that_looks_like_a_name_is_pointed_out() {
    let home = founded();
    let told = home.json(&["issues", "answer", "--round", "before", "--code", "山田花子", "1a=1"]);
    assert_eq!(told["code_looks_like_name"], true);
    let said = home.ok(&["issues", "answer", "--round", "before", "--code", "佐藤", "1a=1"]);
    assert!(said.contains("名前のようです"), "{said}");
}

#[test]
fn an_own_questionnaire_is_shown_answered_and_kept_as_it_was() {
    let home = founded();
    let own = |text: &str| {
        format!(
            "id = \"own\"\nversion = \"1\"\ntitle = {{ ja = \"自前\", en = \"Own\" }}\nsource = \"自前\"\nscale = [ {{ ja = \"ない\", en = \"No\" }}, \
             {{ ja = \"少し\", en = \"Little\" }}, {{ ja = \"ある\", en = \"Yes\" }}, {{ ja = \"よくある\", en = \"Often\" }} ]\n\
             unknown = {{ ja = \"不明\", en = \"Unknown\" }}\n[[viewpoints]]\ncode = \"A\"\nname = {{ ja = \"送迎\", en = \"Transport\" }}\n\
             before = {{ ja = \"前\", en = \"b\" }}\nafter = {{ ja = \"後\", en = \"a\" }}\n[[viewpoints.statements]]\ncode = \"a1\"\n\
             text = {{ ja = \"{text}\", en = \"x\" }}\n"
        )
    };
    home.file("indicators/surveys/own.toml", own("送迎が遅れます。"));
    let shown = home.ok(&["issues", "questionnaire", "show", "own"]);
    assert!(shown.contains("a1") && shown.contains("送迎が遅れます。"), "{shown}");
    home.ok(&[
        "issues",
        "answer",
        "--round",
        "before",
        "--questionnaire",
        "own",
        "A1=よくある",
    ]);
    home.file("indicators/surveys/own.toml", own("送迎がたいへんです。"));
    let shown = home.json(&["issues", "questionnaire", "show", "own"]);
    assert_eq!(shown["viewpoints"][0]["statements"][0]["text"], "送迎が遅れます。");
    // The questionnaire of the round is meant where none is named.
    home.ok(&["issues", "answer", "--round", "before", "2"]);
    assert_eq!(responses(&home)[1]["questionnaire"], "own");
}

#[test]
fn sheets_are_written_for_people_or_without_a_code_and_never_over_a_file() {
    let home = founded();
    home.ok(&["blank", "survey", "--round", "before", "--out", "sheet.xlsx"]);
    let run = home.run(&["blank", "survey", "--round", "before", "--out", "sheet.xlsx"]);
    assert_eq!(run.status, 1, "{run:?}");
    let many = home.json(&[
        "blank", "survey", "--round", "before", "--staff", "S01,S02", "--out", "people",
    ]);
    assert_eq!(many["paths"].as_array().unwrap().len(), 2);
    let (_, page) = cells(&std::fs::read(home.path().join("people/S02_before.xlsx")).unwrap());
    assert_eq!(at(&page, HeadField::Staff.place()), "S02");
    assert_eq!(at(&page, HeadField::Round.place()), "取組前");
    let some = home.json(&["blank", "survey", "--round", "after1", "--count", "3", "--out", "some"]);
    assert_eq!(some["paths"].as_array().unwrap().len(), 3);
    let nobody = home.run(&["blank", "survey", "--round", "before", "--staff", "all", "--out", "all"]);
    assert_eq!(nobody.status, 1, "{nobody:?}");
}

#[test]
fn a_sheet_offers_its_answers_and_prints_on_one_page() {
    let home = founded();
    home.ok(&["blank", "survey", "--round", "before", "--out", "sheet.xlsx"]);
    let path = home.path().join("sheet.xlsx");
    let (name, page) = cells(&std::fs::read(&path).unwrap());
    assert_eq!(name, survey_sheet::PAGE_NAME);
    assert_eq!(
        at(&page, survey_sheet::MARK_PLACE),
        "yutori survey challenge-facility 2026-04"
    );
    assert!(at(&page, survey_sheet::SCALE_PLACE).contains("9 わからない"));
    let sheet = part(&path, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("sqref=\"D10:D49\""), "{sheet}");
    assert!(sheet.contains("<formula1>$F$1:$F$5</formula1>"), "{sheet}");
    assert!(
        sheet.contains("paperSize=\"9\"") && !sheet.contains("fitToHeight=\"0\""),
        "{sheet}"
    );
    assert!(!sheet.contains("<sheetProtection"), "{sheet}");
    assert!(
        part(&path, "xl/workbook.xml").contains("$9:$9"),
        "the headings are on each page"
    );
}

#[test]
fn a_filled_sheet_says_in_its_cells_what_was_answered() {
    let catalog = Catalog::built_in();
    for lang in [Lang::Ja, Lang::En] {
        for asked in catalog.questionnaires() {
            let answer = |at: usize| match at % 6 {
                5 => None,
                4 => Some(Answer::Unknown),
                at => Rating::of(u8::try_from(at).unwrap()).map(Answer::Rated),
            };
            let answers = asked.statements().enumerate();
            let response = Response {
                key: ResponseKey {
                    round: Wave::After(1),
                    number: ResponseNumber(1),
                },
                questionnaire: asked.id.clone(),
                staff: StaffCode::parse("=S01").ok(),
                role: Role::parse("介護職員").ok(),
                unit: Unit::parse("1階").ok(),
                position: Some(Position::Management),
                date: chrono::NaiveDate::from_ymd_opt(2026, 4, 10),
                answers: answers
                    .filter_map(|(at, it)| Some((it.code.clone(), answer(at)?)))
                    .collect(),
            };
            let bytes = filled_survey_sheet("ひだまり苑", asked, &response, &Text::new(lang)).unwrap();
            let (_, page) = cells(&bytes);
            let field = |field: HeadField| at(&page, field.place());
            assert_eq!(Wave::parse(&field(HeadField::Round)), Some(Wave::After(1)));
            assert_eq!(field(HeadField::Staff), "=S01");
            assert_eq!(Position::parse(&field(HeadField::Position)), response.position);
            let (row, column) = HeadField::Date.place();
            let date = page.get_value((row, u32::from(column))).unwrap();
            assert!(matches!(date, Data::DateTime(_)), "{date:?}");
            for (row, entry) in survey_sheet::rows(asked) {
                let Entry::Statement(code) = entry else { continue };
                assert_eq!(at(&page, (row, survey_sheet::CODE_COLUMN)), code.as_str());
                let written = at(&page, (row, survey_sheet::ANSWER_COLUMN));
                let read = survey_sheet::read_answer(asked, &written);
                assert_eq!(read, Ok(response.answers.get(code).copied()), "{written}");
            }
        }
    }
}

#[test]
fn one_person_is_printed_only_when_it_is_asked_for() {
    let home = founded();
    home.ok(&["issues", "answer", "--round", "before", "--code", "S01", LINE]);
    let print = [
        "issues",
        "responses",
        "print",
        "--round",
        "before",
        "--number",
        "1",
        "--out",
        "one.xlsx",
    ];
    assert_eq!(home.run(&print).status, 1);
    home.ok(&[&print[..], &["--with-staff"]].concat());
    let (_, page) = cells(&std::fs::read(home.path().join("one.xlsx")).unwrap());
    assert_eq!(at(&page, (10, survey_sheet::ANSWER_COLUMN)), "当てはまらない");
}
