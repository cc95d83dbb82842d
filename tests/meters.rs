//! Meters, scenarios and accepted findings on the command line.

use crate::support::{Home, sample};

/// A book with both surveys of the sample home.
fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "a.yutori", "--office", "ひだまり苑"]);
    for wave in ["before", "after1"] {
        let folder = sample().join(wave);
        home.ok(&["import", folder.to_str().unwrap(), "--wave", wave]);
    }
    home
}

fn meter<'a>(finding: &'a serde_json::Value, id: &str) -> &'a serde_json::Value {
    let meters = finding["meters"].as_array().unwrap();
    meters.iter().find(|meter| meter["id"] == id).unwrap()
}

#[test]
fn every_meter_has_a_definition_and_says_on_what_it_stands() {
    let home = home();
    let finding = home.json(&["meters"]);
    assert_eq!(finding["schema"], "yutori.meters/1");
    assert_eq!(finding["meters"].as_array().unwrap().len(), 8);
    for meter in finding["meters"].as_array().unwrap() {
        assert!(meter["definition"].as_str().unwrap().len() > 20, "{meter:#}");
        for value in meter["values"].as_array().unwrap() {
            assert!(!value["basis"].as_str().unwrap().is_empty(), "{meter:#}");
        }
    }
    // 240 minutes on the 51 sheets with both spans.
    let overtime = meter(&finding, "overtime")["values"][0]["value"].as_f64().unwrap();
    assert!((overtime - 240.0 / 51.0).abs() < 1e-9, "{overtime}");
    assert_eq!(meter(&finding, "waste")["values"][0]["value"], serde_json::Value::Null);
    assert_eq!(finding["candidates"][0]["code"], "11");
    let said = home.ok(&["meters", "--wave", "before"]);
    assert!(said.contains("取組前") && !said.contains("取組後"), "{said}");
}

#[test]
fn meters_are_set_part_by_part_and_taken_back() {
    let home = home();
    home.ok(&["meters", "set", "--slack-percent", "8", "--wasteful", "２１、11"]);
    let set = home.json(&["meters", "set", "--slack-percent", "12"]);
    assert_eq!(set["wasteful"], serde_json::json!(["11", "21"]));
    let waste = &home.json(&["meters"])["meters"][7]["values"][0]["value"];
    // 4,010 and 1,026 minutes on 52 sheets.
    assert!((waste.as_f64().unwrap() - 5036.0 / 52.0).abs() < 1e-9, "{waste}");
    home.ok(&["undo"]);
    assert_eq!(home.json(&["meters"])["slack_percent"], 8);
    home.ok(&["meters", "set", "--no-wasteful"]);
    assert_eq!(home.json(&["meters"])["wasteful"], serde_json::json!([]));
    assert_eq!(home.run(&["meters", "set", "--wasteful", "99"]).status, 2);
    assert_eq!(home.run(&["meters", "set", "--slack-percent", "0"]).status, 2);
    assert_eq!(home.run(&["meters", "--wave", "after2"]).status, 1);
}

#[test]
fn a_scenario_is_saved_shown_listed_and_removed_and_changes_no_figure() {
    let home = home();
    let summary = home.ok(&["summary", "--json"]);
    let save = [
        "scenario",
        "save",
        "夕方",
        "--wave",
        "before",
        "--move",
        "rearrange 11 16>10 20",
    ];
    let kept = home.json(&save);
    assert_eq!(
        (&kept["schema"], &kept["is_data"]),
        (&"yutori.scenario/1".into(), &false.into())
    );
    let hour = |finding: &serde_json::Value, hour: usize, when: &str| finding["hours"][hour][when].as_f64().unwrap();
    assert!((hour(&kept, 16, "before") - hour(&kept, 16, "after") - 20.0).abs() < 1e-9);
    assert!((hour(&kept, 10, "after") - hour(&kept, 10, "before") - 20.0).abs() < 1e-9);
    assert_eq!(home.json(&["scenario", "show", "夕方"]), kept);
    assert_eq!(home.json(&["scenario", "list"])["scenarios"][0]["name"], "夕方");
    assert!(
        home.ok(&["scenario", "show", "夕方"])
            .starts_with("案（データではありません）")
    );
    assert_eq!(home.ok(&["summary", "--json"]), summary);
    home.ok(&["scenario", "remove", "夕方"]);
    assert_eq!(home.run(&["scenario", "show", "夕方"]).status, 1);
    home.ok(&["undo"]);
    home.ok(&["scenario", "show", "夕方"]);
}

#[test]
fn a_move_that_cannot_be_made_is_refused_with_its_words() {
    let home = home();
    let save = |step: &str| home.run(&["scenario", "save", "x", "--wave", "before", "--move", step]);
    for (step, status) in [
        ("eliminate 11 16 9999", 1),
        ("eliminate 11 16>10 5", 1),
        ("combine 11 16 5", 1),
        ("rearrange 11 16>16 5", 1),
        ("rearrange 99 16>10 5", 1),
        ("push 11 16>10 5", 2),
    ] {
        let run = save(step);
        assert_eq!(run.status, status, "{step}: {run:?}");
        assert!(run.err.contains(step) || status == 1, "{step}: {}", run.err);
        assert!(run.err.trim_end().lines().count() >= 2, "{step}: {}", run.err);
    }
    assert_eq!(home.json(&["scenario", "list"])["scenarios"], serde_json::json!([]));
}

#[test]
fn a_finding_is_accepted_as_it_is_with_a_reason_and_costs_nothing_from_then_on() {
    let home = home();
    let sheet = || {
        let check = home.json(&["check"]);
        let sheets = check["sheets"].as_array().unwrap().clone();
        let found = |sheet: &&serde_json::Value| {
            sheet["wave"] == "before" && sheet["staff"] == "S06" && sheet["date"] == "2025-10-08"
        };
        sheets.iter().find(found).unwrap().clone()
    };
    assert_eq!(
        (&sheet()["score"], &sheet()["problems"][0]["accepted"]),
        (&92.into(), &serde_json::Value::Null)
    );
    let of = [
        "check",
        "accept",
        "--wave",
        "before",
        "--staff",
        "S06",
        "--date",
        "2025-10-08",
    ];
    let accept = |rest: &[&str]| home.run(&[&of[..], rest].concat());
    assert_eq!(accept(&["--code", "unfilled"]).status, 2);
    assert_eq!(accept(&["--code", "copied", "--because", "x"]).status, 1);
    assert_eq!(accept(&["--code", "unfilled", "--withdraw"]).status, 1);
    let run = accept(&["--code", "unfilled", "--because", "早退", "--by", "介護主任"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert_eq!(sheet()["score"], 100);
    assert_eq!(
        sheet()["problems"][0]["accepted"],
        serde_json::json!({"because": "早退", "by": "介護主任"})
    );
    assert!(home.ok(&["check"]).contains("（このままでよい：早退）"));
    assert_eq!(accept(&["--code", "unfilled", "--withdraw"]).status, 0);
    assert_eq!(sheet()["score"], 92);
    assert!(home.json(&["check"])["ok"].as_bool().unwrap());
}
