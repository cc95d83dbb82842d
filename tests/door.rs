//! Nothing lost: bad input is refused whole, undo brings back, a killed program leaves a whole book.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Home, sample};

/// Ten files of one person each, the last one with two faults.
fn ten_files(home: &Home) {
    for number in 0..10 {
        let minutes = if number == 9 { "11,-5" } else { "11,30" };
        let task = if number == 9 { "99,30" } else { "1,30" };
        home.file(
            &format!("before/S{number}.csv"),
            format!(
                "staff,date,start,task,minutes\nS{number},2025-10-06,9:00,{minutes}\nS{number},2025-10-06,9:30,{task}\n"
            ),
        );
    }
}

#[test]
fn one_bad_file_among_ten_changes_nothing_and_every_fault_is_named() {
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    ten_files(&home);
    let before = fs::read(home.path().join("home.yutori")).unwrap();
    let run = home.run(&["import", "before", "--json"]);
    assert_eq!(run.status, 1);
    let finding: Value = serde_json::from_str(&run.out).unwrap();
    let refused: Vec<&Value> = finding["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|file| file["status"] == "refused")
        .collect();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0]["problems"].as_array().unwrap().len(), 2, "{finding:#}");
    assert_eq!(fs::read(home.path().join("home.yutori")).unwrap(), before);
    let run = home.run(&["import", "before", "--keep-going", "--json"]);
    assert_eq!(run.status, 1);
    let finding: Value = serde_json::from_str(&run.out).unwrap();
    let imported = finding["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|file| file["status"] == "imported")
        .count();
    assert_eq!(imported, 9);
    assert_eq!(home.json(&["summary"])["waves"][0]["sheets"], 9);
}

#[test]
fn a_dry_run_writes_nothing() {
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    ten_files(&home);
    let before = fs::read(home.path().join("home.yutori")).unwrap();
    home.ok(&["import", "before/S0.csv", "--dry-run"]);
    assert_eq!(fs::read(home.path().join("home.yutori")).unwrap(), before);
}

#[test]
fn an_import_is_taken_back_and_done_again() {
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    ten_files(&home);
    home.ok(&["import", "before/S0.csv", "before/S1.csv"]);
    let full = home.json(&["summary"]);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["summary"])["waves"], serde_json::json!([]));
    home.ok(&["redo"]);
    assert_eq!(home.json(&["summary"]), full);
    assert_eq!(home.run(&["redo"]).status, 1);
    let acts = home.json(&["history"])["acts"].as_array().unwrap().len();
    assert_eq!(acts, 4);
    assert_eq!(home.json(&["check"])["ok"], true);
}

#[test]
fn an_undone_file_can_be_read_again() {
    let home = Home::new();
    home.ok(&["new", "home.yutori"]);
    ten_files(&home);
    home.ok(&["import", "before/S0.csv"]);
    home.ok(&["undo"]);
    assert_eq!(
        home.json(&["import", "before/S0.csv"])["files"][0]["status"],
        "imported"
    );
}

/// Moments of the kill, as shares of the time that a whole import took: a fixed sequence that visits all of it evenly.
fn moment(round: u32) -> f64 {
    (f64::from(round) * 0.618_033_988_749_895).fract() * 1.15
}

#[test]
fn a_killed_import_leaves_each_file_wholly_in_or_wholly_out() {
    const ROUNDS: u32 = 200;
    let home = Home::new();
    home.ok(&["new", "empty.yutori"]);
    let sheets = home.path().join("before");
    fs::create_dir(&sheets).unwrap();
    let names = ["S01_20251008.xlsx", "S02_20251007.xlsx"];
    for name in names {
        fs::copy(sample().join("before").join(name), sheets.join(name)).unwrap();
    }
    let begun = Instant::now();
    fs::copy(home.path().join("empty.yutori"), home.path().join("whole.yutori")).unwrap();
    home.ok(&["import", "before", "--book", "whole.yutori"]);
    let whole = begun.elapsed();
    let (mut inside, mut outside) = (0, 0);
    for round in 0..ROUNDS {
        let book = home.path().join("round.yutori");
        let _ = fs::remove_file(home.path().join("round.yutori-journal"));
        fs::copy(home.path().join("empty.yutori"), &book).unwrap();
        let mut child = home
            .command(&["import", "before", "--book", "round.yutori"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        wait(whole.mul_f64(moment(round)));
        let _ = child.kill();
        child.wait().unwrap();
        let book = yutori::book::Book::open(&book).unwrap();
        let integrity = book.check().unwrap();
        assert!(
            integrity.file && integrity.journal && integrity.replay,
            "round {round}: {integrity:?}"
        );
        let (files, sheets) = (book.files().unwrap().len(), book.sheets().unwrap().len());
        match (files, sheets) {
            (0, 0) => outside += 1,
            (2, 2) => inside += 1,
            other => panic!("round {round}: half an import: {other:?}"),
        }
    }
    println!("{ROUNDS} kills: {inside} wholly in, {outside} wholly out");
    assert_eq!(inside + outside, ROUNDS);
}

/// Lets a moment pass; the moment itself decides nothing, every outcome must be whole.
fn wait(duration: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < duration {
        std::thread::yield_now();
    }
}
