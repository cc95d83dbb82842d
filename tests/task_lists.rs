//! A book that changes its task list: earlier sheets are read in the new one, and every result says so.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Home, sample};

/// Sheets of three people on one day, ten minutes a line, by the codes of their list.
fn sheets(wave: &str, date: &str, tasks: &[&[&str]]) -> String {
    let mut text = String::from("wave,staff,date,scheduled,actual,start,task,minutes\n");
    for (person, tasks) in tasks.iter().enumerate() {
        for (slot, task) in tasks.iter().enumerate() {
            let end = 9 * 60 + tasks.len() * 10;
            let span = format!("9:00-{}:{:02}", end / 60, end % 60);
            let (hour, minute) = (9 + slot / 6, slot % 6 * 10);
            text += &format!("{wave},S{person:02},{date},{span},{span},{hour}:{minute:02},{task},10\n");
        }
    }
    text
}

const BEFORE: &[&[&str]] = &[
    &["1", "11", "11", "19", "21", "23"],
    &["1", "1", "11", "19", "19", "22"],
    &["7", "11", "11", "21", "2", "22"],
    &["7", "11", "11", "11", "2", "22"],
];
const AFTER: &[&[&str]] = &[
    &["1", "11", "24", "19", "21", "23"],
    &["1", "1", "11", "24", "19", "22"],
    &["7", "11", "24", "21", "2", "22"],
    &["7", "11", "11", "24", "2", "22"],
];

fn minutes(summary: &Value, wave: usize) -> BTreeMap<String, u64> {
    let tasks = summary["waves"][wave]["tasks"].as_array().unwrap().iter();
    tasks
        .map(|task| {
            (
                task["code"].as_str().unwrap().to_owned(),
                task["minutes"].as_u64().unwrap(),
            )
        })
        .filter(|(_, minutes)| *minutes > 0)
        .collect()
}

/// Ten minutes a line, each in the task that it becomes.
fn by_hand(lines: &[&[&str]], becomes: impl Fn(&str) -> String) -> BTreeMap<String, u64> {
    let mut minutes = BTreeMap::new();
    for task in lines.iter().flat_map(|lines| lines.iter()) {
        *minutes.entry(becomes(task)).or_default() += 10;
    }
    minutes
}

/// A book of the older list with a wave before, still in that list.
fn older_book() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--task-list", "kasan-2022"]);
    home.file("before.csv", sheets("before", "2025-10-06", BEFORE));
    home.file("after.csv", sheets("after1", "2026-02-02", AFTER));
    home.ok(&["import", "before.csv"]);
    home
}

#[test]
fn two_waves_of_two_lists_are_compared_through_the_mapping() {
    let home = older_book();
    assert_eq!(
        home.run(&["import", "after.csv"]).status,
        1,
        "24 is no task of the older list"
    );
    let taken = home.json(&["tasks", "take", "kasan-2024", "--map", "19=21"]);
    assert_eq!(taken["schema"], "yutori.tasks-taken/1");
    assert_eq!(taken["without_source"], serde_json::json!(["19", "24"]));
    home.ok(&["import", "after.csv"]);

    let summary = home.json(&["summary"]);
    let becomes = |task: &str| if task == "19" { "21".to_owned() } else { task.to_owned() };
    assert_eq!(minutes(&summary, 0), by_hand(BEFORE, becomes));
    assert_eq!(minutes(&summary, 1), by_hand(AFTER, str::to_owned));
    let note = &summary["list_notes"][0];
    assert_eq!(
        (note["wave"].as_str(), note["sheets"].as_u64()),
        (Some("before"), Some(4))
    );
    let parts: Vec<(&str, u64)> = note["merged"][0]["from"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| (part["code"].as_str().unwrap(), part["minutes"].as_u64().unwrap()))
        .collect();
    assert_eq!(parts, [("19", 30), ("21", 20)]);

    let compare = home.json(&["compare"]);
    let indicator = |id: &str| {
        let all = compare["indicators"].as_array().unwrap().iter();
        all.clone().find(|indicator| indicator["id"] == id).unwrap().clone()
    };
    let records = indicator("record-minutes");
    assert_eq!(
        (records["n_paired"].as_u64(), records["difference"].as_f64()),
        (Some(4), Some(-7.5))
    );
    // The older list knew no slack: that is no zero.
    let slack = indicator("slack-share");
    assert_eq!(
        (&slack["from"], slack["verdict"].as_str()),
        (&Value::Null, Some("not_decidable"))
    );
    assert!(slack["why"].as_str().unwrap().contains("業務分類"), "{slack}");
    for command in ["summary", "compare"] {
        let said = home.ok(&[command]);
        assert!(
            said.contains("kasan-2022 で記録され、kasan-2024 に読み替えています"),
            "{said}"
        );
        assert!(
            said.contains("「居室清掃・片付け」30分と「その他の間接業務」20分"),
            "{said}"
        );
    }
    home.ok(&["export", "workbook", "--out", "report.xlsx"]);
    home.ok(&["check"]);
}

#[test]
fn hours_are_not_called_tight_where_the_list_of_then_had_no_slack() {
    let home = older_book();
    home.ok(&["tasks", "take", "kasan-2024"]);
    home.ok(&["import", "after.csv"]);
    let meters = home.json(&["meters"]);
    let of = |id: &str| {
        let meters = meters["meters"].as_array().unwrap().iter();
        let meter = meters.clone().find(|meter| meter["id"] == id).unwrap();
        meter["values"].clone()
    };
    let tight = of("tight-hours");
    assert_eq!(
        (&tight[0]["wave"], &tight[0]["value"]),
        (&"before".into(), &Value::Null)
    );
    assert_eq!((&tight[1]["wave"], &tight[1]["value"]), (&"after1".into(), &0.0.into()));
    assert!(tight[0]["basis"].as_str().unwrap().contains("余裕時間がない"));
    for (wave, expected) in [("before", Value::Null), ("after1", 0.0.into())] {
        let scenario = home.json(&["scenario", "save", wave, "--wave", wave, "--move", "eliminate 1 9 1"]);
        let effects = scenario["effects"].as_array().unwrap().iter();
        let tight = effects.clone().find(|effect| effect["id"] == "tight-hours").unwrap();
        assert_eq!(tight["before"], expected, "{wave}");
    }
}

#[test]
fn undo_goes_back_to_the_older_list_with_its_codes() {
    let home = older_book();
    let before = home.json(&["summary"]);
    home.ok(&["tasks", "take", "kasan-2024"]);
    assert_eq!(home.json(&["tasks", "show"])["id"], "kasan-2024");
    assert_ne!(home.json(&["summary"]), before);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["summary"]), before);
    home.ok(&["redo"]);
    home.ok(&["import", "after.csv"]);
    assert_eq!(home.json(&["tasks", "show"])["id"], "kasan-2024");
    home.ok(&["check"]);
}

#[test]
fn all_tasks_in_use_without_a_place_are_named_at_once() {
    let home = older_book();
    let run = home.run(&["tasks", "take", "night"]);
    assert_eq!(run.status, 1, "{run:?}");
    for missing in [
        "1 移動・移乗・体位変換（調査票2枚）",
        "7 食事支援（調査票2枚）",
        "19 居室清掃・片付け（調査票2枚）",
    ] {
        assert!(run.err.contains(missing), "{missing}: {}", run.err);
    }
    assert!(run.err.contains("--map 1="), "{}", run.err);
    home.ok(&[
        "tasks", "take", "night", "--map", "1=1", "--map", "7=9", "--map", "19=21",
    ]);
    let becomes = |task: &str| match task {
        "7" => "9".to_owned(),
        "19" => "21".to_owned(),
        other => other.to_owned(),
    };
    assert_eq!(minutes(&home.json(&["summary"]), 0), by_hand(BEFORE, becomes));
    assert_eq!(home.run(&["tasks", "take", "night"]).status, 1);
    assert_eq!(home.run(&["tasks", "take", "nowhere"]).status, 2);
    assert_eq!(home.run(&["tasks", "take", "kasan-2024", "--map", "99=1"]).status, 2);
}

#[test]
fn the_second_half_of_a_night_joins_a_sheet_of_the_older_list() {
    let halves = ["S01_20251006.xlsx", "S01_20251006_2.xlsx"].map(|name| sample().join("before").join(name));
    let halves = halves.each_ref().map(|path| path.to_str().unwrap());
    let whole = Home::new();
    whole.ok(&["new", "home.yutori"]);
    whole.ok(&["import", halves[0], halves[1]]);
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    home.ok(&["import", halves[0]]);
    home.ok(&["tasks", "add", "25", "--category", "B", "--name", "送迎"]);
    assert_eq!(home.json(&["import", halves[1]])["files"][0]["status"], "imported");
    let summary = home.json(&["summary"]);
    assert_eq!(summary["waves"][0]["sheets"], 1);
    assert_eq!(minutes(&summary, 0), minutes(&whole.json(&["summary"]), 0));
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    home.ok(&["check"]);
}

#[test]
fn a_list_is_edited_exported_and_used_by_another_book() {
    let home = older_book();
    let show = |home: &Home| home.json(&["tasks", "show"]);
    home.ok(&[
        "tasks",
        "add",
        "25",
        "--category",
        "B",
        "--name",
        "送迎",
        "--name-en",
        "Transport",
        "--key",
        "s",
    ]);
    home.ok(&["tasks", "colour", "11", "blue"]);
    home.ok(&["tasks", "rename", "21", "--name", "その他の間接（行事など）"]);
    home.ok(&["tasks", "move", "25", "--before", "10"]);
    let list = show(&home);
    assert_eq!(
        (list["id"].as_str(), list["version"].as_str()),
        (Some("kasan-2022-own"), Some("3"))
    );
    assert_eq!(list["tasks"][9]["code"], "25");
    let refused = home.run(&["tasks", "remove", "19"]);
    assert!(refused.status == 1 && refused.err.contains("調査票2枚"), "{refused:?}");
    home.ok(&["tasks", "remove", "18"]);
    home.ok(&["tasks", "key", "25", "none"]);
    for wrong in [
        &["tasks", "add", "25", "--category", "B", "--name", "x"][..],
        &["tasks", "move", "25", "--before", "1"],
        &["tasks", "rename", "99", "--name", "x"],
    ] {
        assert_eq!(home.run(wrong).status, 1, "{wrong:?}");
    }
    assert_eq!(home.run(&["tasks", "colour", "11", "pink"]).status, 2);
    home.ok(&["check"]);
    assert_eq!(minutes(&home.json(&["summary"]), 0), by_hand(BEFORE, str::to_owned));

    let other = Home::new();
    std::fs::create_dir_all(other.path().join("indicators/tasks")).unwrap();
    let file = other.path().join("indicators/tasks/own.toml");
    home.ok(&["tasks", "export", "--out", file.to_str().unwrap()]);
    other.ok(&["new", "other.yutori", "--task-list", "kasan-2022-own"]);
    let (mine, theirs) = (show(&home), show(&other));
    for key in ["id", "version", "categories"] {
        assert_eq!(mine[key], theirs[key]);
    }
    let names = |list: &Value| -> Vec<Value> {
        list["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| task["name"].clone())
            .collect()
    };
    assert_eq!(names(&mine), names(&theirs));
    // The own list leads on to the official one by the file for the list that it came from.
    let run = home.run(&["tasks", "take", "kasan-2024", "--dry-run"]);
    assert!(run.status == 0 && run.out.contains("25 送迎"), "{run:?}");
}
