//! `yutori record`: one sheet from lines, for scripts.

use std::io::Write;
use std::process::Stdio;

use crate::support::Home;

const HEAD: [&str; 7] = [
    "record",
    "--staff",
    "S01",
    "--date",
    "2025-10-06",
    "--span",
    "8:30-9:30",
];

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    home
}

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&HEAD[..], more].concat()
}

#[test]
fn a_file_of_lines_becomes_one_sheet_that_can_be_undone() {
    let home = home();
    home.file("sheet.txt", "# 申し送り\n11*2\n1:6 7\n\n３\n.\n");
    let recorded = home.json(&with(&["--role", "介護職員", "--unit", "1階", "sheet.txt"]));
    assert_eq!(recorded["schema"], "yutori.record/1");
    assert_eq!(
        (
            &recorded["written"],
            &recorded["slots"],
            &recorded["minutes"],
            &recorded["unfilled"]
        ),
        (&true.into(), &5.into(), &50.into(), &10.into())
    );
    let summary = home.json(&["summary"]);
    let tasks = summary["waves"][0]["tasks"].as_array().unwrap();
    let minutes = |code: &str| {
        let task = tasks.iter().find(|task| task["code"] == code).unwrap();
        task["minutes"].as_u64().unwrap()
    };
    assert_eq!(
        [minutes("11"), minutes("1"), minutes("7"), minutes("3")],
        [20, 6, 4, 20]
    );
    home.ok(&["undo"]);
    assert_eq!(home.json(&["summary"])["waves"].as_array().unwrap().len(), 0);
}

#[test]
fn remarks_of_several_lines_come_back_from_json_as_they_were_recorded() {
    let home = home();
    home.file("lines.txt", "11");
    home.ok(&with(&["--note", "\u{feff}申し送り\r\n1名\t受診", "lines.txt"]));
    home.ok(&["export", "entries", "--out", "a.json", "--with-staff", "-b", "a.yutori"]);
    home.ok(&["new", "b.yutori"]);
    home.ok(&["import", "a.json", "-b", "b.yutori"]);
    home.ok(&["export", "entries", "--out", "b.json", "--with-staff", "-b", "b.yutori"]);
    let sheets = |file: &str| {
        let text = std::fs::read_to_string(home.path().join(file)).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["sheets"].clone()
    };
    assert_eq!(sheets("a.json")[0]["note"], "申し送り\n1名 受診");
    assert_eq!(sheets("a.json"), sheets("b.json"));
}

#[test]
fn lines_with_faults_are_refused_whole_with_every_fault() {
    let home = home();
    home.file("sheet.txt", "11\n99\n1:6 7:3\n3\n11*9\n");
    let run = home.run(&with(&["sheet.txt"]));
    assert_eq!(run.status, 1, "{run:?}");
    assert!(
        run.out.contains("2行目") && run.out.contains("3行目") && run.out.contains("99"),
        "{}",
        run.out
    );
    assert!(
        !run.out.contains("5行目"),
        "what only follows from a fault is not told: {}",
        run.out
    );
    let run = home.run(&with(&["sheet.txt", "--json"]));
    let refused: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (&refused["written"], &refused["faults"][1]["line"]),
        (&false.into(), &3.into())
    );
    assert_eq!(home.json(&["summary"])["waves"].as_array().unwrap().len(), 0);
}

#[test]
fn a_sheet_of_a_shift_that_exists_is_replaced_only_when_asked_for() {
    let home = home();
    home.file("one.txt", "11*6\n");
    home.file("two.txt", "3*6\n");
    home.ok(&with(&["one.txt"]));
    let run = home.run(&with(&["two.txt"]));
    assert_eq!(run.status, 1);
    assert!(run.err.contains("--replace"), "{}", run.err);
    let replaced = home.json(&with(&["two.txt", "--replace"]));
    assert_eq!(replaced["replaced"], true);
    let csv = home.json(&["summary"]);
    let of = |code: &str| {
        let tasks = csv["waves"][0]["tasks"].as_array().unwrap();
        tasks.iter().find(|task| task["code"] == code).unwrap()["minutes"].clone()
    };
    assert_eq!((of("3"), of("11")), (60.into(), 0.into()));
}

#[test]
fn lines_may_come_through_a_pipe_and_go_into_a_timetable() {
    let home = home();
    let mut child = home
        .command(&with(&["--plan", "--wave", "after1", "--json", "-"]))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all("8:30-9:30 記録\n".as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let recorded: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&recorded["kind"], &recorded["wave"]),
        (&"plan".into(), &"after1".into())
    );
    assert_eq!(
        home.json(&["summary"])["waves"].as_array().unwrap().len(),
        0,
        "a timetable is no sheet"
    );
    assert!(home.ok(&["history"]).contains("業務表"));
}

#[test]
fn a_head_that_cannot_be_read_is_wrong_usage() {
    let home = home();
    for arguments in [
        &["record", "--staff", "S01", "--date", "10/6", "--span", "8:30-9:30", "x"][..],
        &[
            "record",
            "--staff",
            "S01",
            "--date",
            "2025-10-06",
            "--span",
            "8:30",
            "x",
        ],
        &["record", "--staff", "S01", "--date", "2025-10-06"],
        &with(&["--wave", "later", "x"]),
    ] {
        assert_eq!(home.run(arguments).status, 2, "{arguments:?}");
    }
    assert_eq!(home.run(&with(&["nothing.txt"])).status, 1);
    home.file("empty.txt", "\n\n");
    assert_eq!(home.run(&with(&["empty.txt"])).status, 1);
}
