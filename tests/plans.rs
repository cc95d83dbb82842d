//! Timetables against the sheets.

use crate::support::Home;

const HEAD: &str = "wave,staff,date,scheduled,start,task,minutes\n";

fn lines(staff: &str, date: &str, span: &str, tasks: &[(&str, &str)]) -> String {
    let line = |(start, task): &(&str, &str)| format!("before,{staff},{date},{span},{start},{task},10\n");
    tasks.iter().map(line).collect()
}

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    let day = "8:30-9:30";
    let mut sheets = String::from(HEAD);
    for staff in ["S1", "S2", "S3"] {
        sheets += &lines(
            staff,
            "2025-10-06",
            day,
            &[("8:30", "7"), ("8:40", "11"), ("9:00", "11")],
        );
    }
    sheets += &lines("S4", "2025-10-06", "10:00-11:00", &[("10:00", "1")]);
    home.file("sheets.csv", sheets);
    home.file(
        "plan.csv",
        HEAD.to_owned()
            + &lines(
                "日勤A",
                "2025-10-01",
                day,
                &[("8:30", "7"), ("8:40", "7"), ("8:50", "11")],
            ),
    );
    home.ok(&["import", "sheets.csv"]);
    home
}

#[test]
fn a_timetable_is_imported_compared_replaced_and_taken_out() {
    let home = home();
    assert_eq!(home.run(&["plan", "compare"]).status, 1);
    let imported = home.json(&["plan", "import", "plan.csv"]);
    assert_eq!(
        (imported["written"].as_bool(), imported["sheets"].as_u64()),
        (Some(true), Some(1))
    );
    let again = home.json(&["plan", "import", "plan.csv"]);
    assert_eq!(
        (again["written"].as_bool(), again["files"][0]["status"].as_str()),
        (Some(false), Some("unchanged"))
    );
    assert_eq!(home.json(&["summary"])["waves"][0]["sheets"], 4, "a plan is no sheet");

    let finding = home.json(&["plan", "compare", "--wave", "before"]);
    assert_eq!(finding["schema"], "yutori.plan/1");
    let wave = &finding["waves"][0];
    assert_eq!((wave["compared"].as_u64(), wave["people"].as_u64()), (Some(3), Some(3)));
    assert_eq!(wave["hidden"], false);
    let without = wave["without"].as_array().unwrap();
    assert_eq!((without.len(), without[0]["staff"].as_str()), (1, Some("S4")));
    // Of each: 7 once less; 11 in its hour for 10 minutes, and 10 more at nine o'clock.
    let task = |code: &str| {
        let tasks = wave["tasks"].as_array().unwrap().iter();
        tasks.clone().find(|task| task["code"] == code).unwrap().clone()
    };
    let figures = |code: &str| {
        ["planned", "done", "as_planned", "shifted", "not_done", "not_planned"]
            .map(|key| task(code)[key].as_u64().unwrap())
    };
    assert_eq!(figures("7"), [60, 30, 30, 0, 30, 0]);
    assert_eq!(figures("11"), [30, 60, 30, 0, 0, 30]);
    let said = home.ok(&["plan", "compare"]);
    assert!(said.contains("計画 90分のうち 60分（66.7%）"), "{said}");
    assert!(said.contains("S4 2025-10-06"), "{said}");

    home.file(
        "plan.csv",
        HEAD.to_owned()
            + &lines(
                "日勤A",
                "2025-10-01",
                "8:30-9:30",
                &[("8:30", "7"), ("8:40", "11"), ("9:00", "11")],
            ),
    );
    home.ok(&["plan", "import", "plan.csv"]);
    let whole = home.json(&["plan", "compare"])["waves"][0]["whole"].clone();
    assert_eq!(
        (whole["planned"].as_u64(), whole["as_planned"].as_u64()),
        (Some(90), Some(90))
    );
    assert_eq!(home.json(&["plan", "list"])["plans"].as_array().unwrap().len(), 1);
    assert_eq!(home.run(&["plan", "remove", "夜勤", "--wave", "before"]).status, 1);
    home.ok(&["plan", "remove", "日勤Ａ", "--wave", "before"]);
    assert_eq!(home.json(&["plan", "list"])["plans"].as_array().unwrap().len(), 0);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["plan", "list"])["plans"].as_array().unwrap().len(), 1);
    home.ok(&["check"]);
}

#[test]
fn a_file_with_faults_brings_no_timetable() {
    let home = home();
    home.file(
        "bad.csv",
        HEAD.to_owned() + &lines("日勤A", "2025-10-01", "8:30-9:30", &[("8:30", "99")]),
    );
    let run = home.run(&["plan", "import", "bad.csv", "plan.csv"]);
    assert!(run.status == 1 && run.out.contains("99"), "{run:?}");
    assert_eq!(home.json(&["plan", "list"])["plans"].as_array().unwrap().len(), 0);
}

#[test]
fn timetables_follow_the_task_list() {
    let home = home();
    home.ok(&["plan", "import", "plan.csv"]);
    let run = home.run(&["tasks", "take", "night"]);
    assert!(run.err.contains("7 食事支援（調査票3枚、業務表1枚）"), "{}", run.err);
    home.ok(&["tasks", "take", "night", "--map", "7=9"]);
    let finding = home.json(&["plan", "compare"]);
    let tasks = finding["waves"][0]["tasks"].as_array().unwrap();
    let other = tasks.iter().find(|task| task["code"] == "9").unwrap();
    assert_eq!(other["planned"], 60);
}
