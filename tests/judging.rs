//! The team's judgement from the command line: what is missing, given, changed, taken back.

use serde_json::Value;

use crate::support::{self, Home, Run};

/// A home that was surveyed before and after, with so many measures between.
fn home(measures: &[&str]) -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--office", "ひだまり苑"]);
    let files = support::sample();
    home.ok(&["import", &files.join("before/minutes.csv").display().to_string()]);
    let after = files.join("after1/minutes.csv").display().to_string();
    home.ok(&["import", &after, "--wave", "after1"]);
    for what in measures {
        let add = [
            "issues",
            "measure",
            "add",
            what,
            "--viewpoint",
            "4",
            "--start",
            "2025-12-01",
        ];
        home.ok(&[&add[..], &["--indicator", "record-minutes"]].concat());
    }
    home
}

const WORDS: [&str; 9] = [
    "--care",
    "unclear",
    "--words",
    "1階の棚だけ片付いた",
    "--residents",
    "変化なし",
    "--next",
    "change",
    "--by",
];

/// Gives the whole judgement of a measure.
fn give(home: &Home, measure: &str) -> Run {
    let key = ["judge", "give", "--wave", "取組後①", "--measure", measure];
    home.run(&[&key[..], &WORDS, &["介護主任"]].concat())
}

fn acts(home: &Home) -> usize {
    home.json(&["history"])["acts"].as_array().unwrap().len()
}

#[test]
fn the_sample_has_one_judgement_to_give_and_then_its_results_are_finished() {
    let home = Home::new();
    home.ok(&["demo", "d", "--no-tui", "--json"]);
    let book = ["--book", "d/hidamari.yutori"];
    let found = home.json(&[&["judge"][..], &book].concat());
    assert_eq!(found["schema"], "yutori.judgements/1");
    assert_eq!(found["unfinished"], 1);
    let lines = found["judgements"].as_array().unwrap();
    let numbers: Vec<_> = lines
        .iter()
        .map(|it| (it["measure"].as_u64(), it["done"].as_bool()))
        .collect();
    assert_eq!(
        numbers,
        [(Some(3), Some(false)), (Some(1), Some(true)), (Some(2), Some(true))]
    );
    assert!(lines[0]["care"].is_null() && lines[0]["words"].is_null());
    assert_eq!(
        (&lines[1]["care"], &lines[1]["next"]),
        (&"better".into(), &"continue".into())
    );
    let figures = |line: &Value| line["figures"].as_array().unwrap().len();
    assert_eq!(
        (figures(&lines[0]), figures(&lines[1])),
        (2, 4),
        "one for each indicator"
    );
    let alarms = || home.json(&[&["issues", "alarms"][..], &book].concat())["alarms"][0].clone();
    let alarm = alarms();
    assert_eq!(
        (&alarm["kind"], &alarm["wave"]),
        (&"judgement_missing".into(), &"after1".into())
    );
    assert_eq!((&alarm["count"], &alarm["days"]), (&1.into(), &4.into()));

    let third = ["judge", "give", "--wave", "after1", "--measure", "３"];
    home.ok(&[&third[..], &WORDS, &["介護主任"], &book].concat());
    assert_ne!(alarms()["kind"], "judgement_missing");
}

#[test]
fn a_judgement_is_given_changed_part_by_part_and_taken_back() {
    let home = home(&["様式を1つにする", "棚に写真を貼る"]);
    assert_eq!(home.json(&["judge"])["unfinished"], 2);
    let said = give(&home, "2").out;
    assert!(
        said.contains("打ち手2 棚に写真を貼る（まだわからない・やり方を変える）"),
        "{said}"
    );
    assert!(said.contains("1件未記入"), "{said}");
    let before = acts(&home);
    let second = ["--wave", "after1", "--measure", "2"];
    let again = || home.json(&[&["judge", "give"][..], &second, &["--next", "continue"]].concat());
    let given = again();
    assert_eq!(given["schema"], "yutori.judgement/1");
    assert_eq!((&given["changed"], &given["unfinished"]), (&true.into(), &1.into()));
    let line = &given["judgement"];
    assert_eq!((&line["next"], &line["care"]), (&"continue".into(), &"unclear".into()));
    assert_eq!((&line["by"], &line["on"]), (&"介護主任".into(), &"2026-02-10".into()));
    assert_eq!((again()["changed"].as_bool(), acts(&home)), (Some(false), before + 1));
    let said = home.ok(&["judge", "list", "--wave", "after1"]);
    for part in [
        "! 未記入",
        "まだわからない・続ける",
        "そう考える理由: 1階の棚だけ片付いた",
        "変化なし",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = home.ok(&[&["judge", "remove"][..], &second].concat());
    assert!(said.contains("取り消しました") && said.contains("2件未記入"), "{said}");
    assert_eq!(home.run(&[&["judge", "remove"][..], &second].concat()).status, 1);
    home.ok(&["undo"]);
    let found = home.json(&["judge"]);
    assert_eq!(
        (&found["unfinished"], &found["judgements"][1]["next"]),
        (&1.into(), &"continue".into())
    );
    home.ok(&["check"]);
}

#[test]
fn what_cannot_be_so_is_refused_with_everything_that_is_missing() {
    let home = home(&["様式を1つにする"]);
    let before = acts(&home);
    let first = ["give", "--wave", "after1", "--measure", "1"];
    let whole = [&first[..], &WORDS, &["介護主任"]].concat();
    for (arguments, status, said) in [
        (
            &["give", "--wave", "after1", "--care", "same"][..],
            2,
            "--measure で番号",
        ),
        (
            &["give", "--wave", "after2", "--measure", "1"],
            1,
            "前と比べた結果がありません",
        ),
        (
            &["give", "--wave", "before", "--measure", "1"],
            1,
            "判断できる時期: after1",
        ),
        (
            &["give", "--wave", "after1", "--measure", "9"],
            1,
            "打ち手「9」はありません",
        ),
        (&["give", "--wave", "さくら"], 2, "さくら"),
        (&[&first[..], &["--care", "良い"]].concat(), 2, "「良い」は選べません"),
        (&[&first[..], &["--next", "続行"]].concat(), 2, "「続行」は選べません"),
        (&[&whole[..], &["--date", "2026-02-11"]].concat(), 1, "まだ来ていない日"),
        (
            &["remove", "--wave", "after1", "--measure", "1"],
            1,
            "まだ書いてありません",
        ),
    ] {
        let run = home.run(&[&["judge"][..], arguments].concat());
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert!(run.err.contains(said), "{arguments:?}: {run:?}");
    }
    let run = home.run(&[&["judge"][..], &first, &["--words", " "]].concat());
    for part in [
        "良くなったかどうか",
        "理由が空",
        "利用者が何を得たか",
        "これからどうするか",
        "役割が空",
    ] {
        assert!(run.err.contains(part), "{part}: {run:?}");
    }
    assert_eq!(acts(&home), before, "nothing was written");
}

#[test]
fn without_measures_the_improvement_is_judged_as_a_whole() {
    let empty = Home::new();
    empty.ok(&["new", "home.yutori", "--office", "ひだまり苑"]);
    let said = empty.ok(&["judge"]);
    assert!(said.contains("判断するものはありません"), "{said}");
    let refused = empty.run(&["judge", "give", "--wave", "after1"]);
    assert!(
        refused.status == 1 && refused.err.contains("まだありません"),
        "{refused:?}"
    );
    let home = home(&[]);
    let found = home.json(&["judge"]);
    let line = &found["judgements"][0];
    assert_eq!(
        (&line["measure"], &line["measure_text"]),
        (&Value::Null, &"取組全体".into())
    );
    assert!(!line["figures"].as_array().unwrap().is_empty());
    home.ok(&[&["judge", "give", "--wave", "after1"][..], &WORDS, &["介護主任"]].concat());
    assert_eq!(home.json(&["judge"])["unfinished"], 0);
    let history = home.ok(&["history"]);
    assert!(history.contains("チームの判断（取組後①）"), "{history}");
}
