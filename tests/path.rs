//! The first whole path: filled sheets in, an honest answer and a workbook out.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::support::{Home, reference, sample};

/// Compares every total of a summary with the totals that are known of the files.
fn assert_totals(summary: &Value, expected: &Value) {
    for (id, wave) in expected["waves"].as_object().unwrap() {
        let found = summary["waves"]
            .as_array()
            .unwrap()
            .iter()
            .find(|found| found["id"] == *id)
            .unwrap();
        assert_eq!(found["minutes"], wave["minutes"], "{id}");
        assert_eq!(found["sheets"], wave["sheets"], "{id}");
        let by = |list: &str, key: &str| -> Map<String, Value> {
            let lines = found[list].as_array().unwrap().iter();
            let name = |line: &Value| {
                line[key]
                    .as_str()
                    .map_or_else(|| line[key].to_string(), ToOwned::to_owned)
            };
            lines
                .filter(|line| line["minutes"] != 0)
                .map(|line| (name(line), line["minutes"].clone()))
                .collect()
        };
        let without_zero = |totals: &Value| -> Map<String, Value> {
            let totals = totals.as_object().unwrap().iter();
            totals
                .filter(|(_, minutes)| **minutes != 0)
                .map(|(key, minutes)| (key.clone(), minutes.clone()))
                .collect()
        };
        assert_eq!(by("tasks", "code"), without_zero(&wave["task"]), "{id}: tasks");
        assert_eq!(
            by("categories", "code"),
            without_zero(&wave["category"]),
            "{id}: categories"
        );
        assert_eq!(by("hours", "hour"), without_zero(&wave["hour"]), "{id}: hours");
        assert_eq!(
            by("staff_minutes", "staff"),
            without_zero(&wave["staff"]),
            "{id}: staff"
        );
        for line in found["staff_minutes"].as_array().unwrap() {
            let staff = line["staff"].as_str().unwrap();
            assert_eq!(
                without_zero(&line["by_task"]),
                without_zero(&wave["staff_task"][staff]),
                "{id}: {staff}"
            );
        }
    }
}

fn expected(folder: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap()
}

fn files_give_their_totals(folder: &Path) {
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    let imported = home.json(&["import", folder.to_str().unwrap()]);
    assert_eq!(imported["schema"], "yutori.import/1");
    assert!(
        imported["files"]
            .as_array()
            .unwrap()
            .iter()
            .all(|file| file["status"] == "imported"),
        "{imported:#}"
    );
    let summary = home.json(&["summary"]);
    assert_totals(&summary, &expected(folder));
    let again = home.json(&["import", folder.to_str().unwrap()]);
    assert!(
        again["files"]
            .as_array()
            .unwrap()
            .iter()
            .all(|file| file["status"] == "unchanged"),
        "{again:#}"
    );
    assert_eq!(home.json(&["summary"]), summary);
    assert_eq!(home.json(&["check"])["ok"], true);
}

#[test]
fn plainly_filled_official_sheets_give_exactly_their_minutes() {
    if let Some(reference) = reference() {
        files_give_their_totals(&reference.join("filled-plain"));
    }
}

#[test]
fn official_sheets_as_people_really_fill_them_give_exactly_their_minutes() {
    if let Some(reference) = reference() {
        files_give_their_totals(&reference.join("filled-messy"));
    }
}

#[test]
fn the_sample_office_gives_exactly_its_minutes() {
    files_give_their_totals(&sample());
}

const BEFORE: [u32; 8] = [182, 175, 210, 160, 195, 188, 170, 205];
const AFTER: [u32; 8] = [150, 168, 172, 160, 158, 163, 149, 181];

/// Golden case D of the statistics as a file: minutes of task 11 of so many people.
fn golden(people: usize) -> String {
    let mut csv = "wave,staff,date,start,task,minutes\n".to_owned();
    for (wave, date, minutes) in [("before", "2025-10-06", BEFORE), ("after1", "2026-02-02", AFTER)] {
        for (number, minutes) in minutes.iter().take(people).enumerate() {
            csv.push_str(&format!("{wave},S{number:02},{date},8:30,11,{minutes}\n"));
        }
    }
    csv
}

fn compared(people: usize) -> (Home, Value) {
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    home.file("minutes.csv", golden(people));
    home.ok(&["import", "minutes.csv"]);
    let comparison = home.json(&["compare", "--indicator", "record-minutes"]);
    let indicator = comparison["indicators"][0].clone();
    assert_eq!(comparison["schema"], "yutori.compare/1");
    (home, indicator)
}

#[test]
fn golden_case_d_is_an_improvement_of_grade_a() {
    let (_, indicator) = compared(8);
    let close = |value: &Value, expected: f64| {
        assert!((value.as_f64().unwrap() - expected).abs() < 1e-6, "{value} {expected}");
    };
    close(&indicator["p_value"], 0.015_625);
    close(&indicator["hodges_lehmann"]["estimate"], -23.5);
    close(&indicator["hedges_g"], -1.501_366);
    close(&indicator["difference"], -23.0);
    close(&indicator["interval"][0], -34.375_503);
    close(&indicator["interval"][1], -11.624_497);
    assert_eq!(indicator["verdict"], "improved");
    assert_eq!(indicator["grade"], "A");
    assert_eq!(
        (&indicator["n_from"], &indicator["n_to"], &indicator["n_paired"]),
        (&json!(8), &json!(8), &json!(8))
    );
}

#[test]
fn five_people_can_never_reach_the_line_and_are_told_so() {
    let (home, indicator) = compared(5);
    assert_eq!(indicator["verdict"], "not_decidable");
    assert_eq!(indicator["grade"], "D");
    let why = indicator["why"].as_str().unwrap();
    assert!(
        why.contains("5人") && why.contains("0.0625") && why.contains("決してない"),
        "{why}"
    );
    assert!(
        home.ok(&["compare", "--lang", "en"])
            .contains("It can never be below 0.05")
    );
}

#[test]
fn what_is_unknown_is_null_and_never_nan() {
    let (home, _) = compared(1);
    let comparison = home.ok(&["compare", "--json"]);
    assert!(!comparison.contains("NaN"));
    let comparison: Value = serde_json::from_str(&comparison).unwrap();
    assert_eq!(comparison["indicators"][0]["from"]["sd"], Value::Null);
    assert_eq!(comparison["indicators"][0]["paths"], Value::Null);
}

#[test]
fn the_demo_needs_no_terminal_and_can_be_repeated() {
    let home = Home::new();
    let first = home.ok(&["demo"]);
    assert!(first.contains("ひだまり苑") && first.contains("改善"), "{first}");
    assert!(home.path().join("yutori-demo/hidamari.xlsx").is_file());
    assert_eq!(home.ok(&["demo", "--no-tui"]), first);
    let compared = home.json(&["compare", "--book", "yutori-demo/hidamari.yutori"]);
    let records = &compared["indicators"][0];
    assert_eq!(
        (records["id"].as_str(), records["grade"].as_str()),
        (Some("record-minutes"), Some("A"))
    );
}

#[test]
fn the_workbook_is_written_whole_and_without_people() {
    let home = Home::new();
    home.ok(&["demo"]);
    let book = "yutori-demo/hidamari.yutori";
    home.ok(&["export", "workbook", "--out", "a.xlsx", "--book", book]);
    home.ok(&["export", "workbook", "--out", "b.xlsx", "--book", book]);
    assert_eq!(
        std::fs::read(home.path().join("a.xlsx")).unwrap(),
        std::fs::read(home.path().join("b.xlsx")).unwrap()
    );
    home.ok(&[
        "export",
        "workbook",
        "--out",
        "people.xlsx",
        "--with-staff",
        "--book",
        book,
    ]);
    let refused = home.run(&["export", "workbook", "--out", "none/a.xlsx", "--book", book]);
    assert_eq!(refused.status, 1, "{refused:?}");
}
