//! 課題の選定 and 委員会 from the command line: named, placed, chosen, laid aside, written down, undone.

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::support::Home;

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--office", "ひだまり苑"]);
    home
}

fn challenge(home: &Home, arguments: &[&str]) -> Value {
    home.json(&[&["issues", "challenge"], arguments].concat())
}

fn refused(home: &Home, arguments: &[&str]) -> String {
    let run = home.run(arguments);
    assert_eq!(run.status, 1, "{run:?}");
    run.err
}

#[test]
fn a_challenge_is_named_placed_chosen_and_laid_aside_and_the_history_says_why() {
    let home = home();
    let added = challenge(&home, &["add", "記録が2回", "--viewpoint", "4"]);
    assert_eq!(
        (&added["schema"], &added["number"]),
        (&"yutori.challenge/1".into(), &1.into())
    );
    assert_eq!(added["challenge"]["viewpoint"]["code"], "4");
    assert_eq!(added["challenge"]["effect"], Value::Null);
    let placed = challenge(&home, &["place", "1", "--effect", "５", "--ease", "4"]);
    assert_eq!(
        (&placed["challenge"]["effect"], &placed["challenge"]["ease"]),
        (&5.into(), &4.into())
    );
    let because = "毎日みんなが困っている";
    let chosen = challenge(
        &home,
        &[
            "choose",
            "1",
            "--because",
            because,
            "--by",
            "委員会",
            "--date",
            "2026-01-20",
        ],
    );
    assert_eq!(chosen["challenge"]["chosen"]["because"], because);
    assert_eq!(chosen["challenge"]["chosen"]["on"], "2026-01-20");
    assert!(
        home.ok(&["history"])
            .contains("取り組む課題に選定：記録が2回（理由：毎日みんなが困っている）")
    );
    let list = challenge(&home, &["list"]);
    assert_eq!(
        (&list["schema"], &list["chosen"]),
        (&"yutori.choice/1".into(), &1.into())
    );
    assert_eq!(list["matrix"][0]["challenges"][0], 1);
    let dropped = challenge(&home, &["drop", "1", "--because", "人が足りない"]);
    assert_eq!(dropped["challenge"]["chosen"], Value::Null);
    let history = home.json(&["history"]);
    let acts: Vec<&str> = history["acts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|act| act["what"].as_str().unwrap())
        .collect();
    assert!(acts.iter().any(|what| what.contains("人が足りない")), "{acts:?}");
    // Undone, it is chosen as before, with its reason.
    home.ok(&["undo"]);
    assert_eq!(challenge(&home, &[])["challenges"][0]["chosen"]["because"], because);
    home.ok(&["redo"]);
    assert_eq!(challenge(&home, &[])["challenges"][0]["chosen"], Value::Null);
    assert_eq!(home.run(&["check"]).status, 0);
}

#[test]
fn the_fourth_choice_is_written_and_advised_against_with_the_names_of_all() {
    let home = home();
    for (place, text) in ["甲の課題", "乙の課題", "丙の課題", "丁の課題"].iter().enumerate() {
        challenge(&home, &["add", text]);
        let number = (place + 1).to_string();
        let said = home.ok(&["issues", "challenge", "choose", &number, "--because", "困っている"]);
        assert_eq!(said.contains("3つまで"), place == 3, "{said}");
        if place == 3 {
            assert!(
                said.contains("甲の課題") && said.contains("丁の課題") && said.contains("見送る"),
                "{said}"
            );
        }
    }
    assert_eq!(challenge(&home, &[])["chosen"], 4);
}

#[test]
fn words_are_taken_over_from_a_statement_and_what_is_wrong_is_refused() {
    let home = home();
    let added = challenge(&home, &["add", "--from-statement", "1a"]);
    assert_eq!(added["challenge"]["text"], "必要な物を探し回ることがよくあります。");
    assert_eq!(added["challenge"]["viewpoint"]["code"], "1");
    let add = ["issues", "challenge", "add"];
    assert!(refused(&home, &[&add[..], &["必要な物を探し回ることがよくあります。"]].concat()).contains("1番"));
    assert!(refused(&home, &[&add[..], &[" "]].concat()).contains("空"));
    assert!(refused(&home, &[&add[..], &["夜勤", "--cause", "9"]].concat()).contains('9'));
    assert!(refused(&home, &[&add[..], &["--from-cause", "9"]].concat()).contains('9'));
    assert!(refused(&home, &["issues", "challenge", "choose", "1", "--because", " "]).contains("理由"));
    assert!(refused(&home, &["issues", "challenge", "drop", "1", "--because", "-"]).contains("選ばれていない"));
    assert!(refused(&home, &["issues", "challenge", "remove", "7"]).contains('7'));
    let usage = home.run(&["issues", "challenge", "place", "1", "--effect", "6", "--ease", "1"]);
    assert_eq!(usage.status, 2, "{usage:?}");
    let usage = home.run(&["issues", "challenge", "add", "夜勤", "--viewpoint", "9"]);
    assert!(usage.status == 2 && usage.err.contains("2-1"), "{usage:?}");
    // Nothing of that was written.
    assert_eq!(home.json(&["history"])["acts"].as_array().unwrap().len(), 2);
    let edited = challenge(&home, &["edit", "1", "--text", "物を探している", "--viewpoint", "none"]);
    assert_eq!(edited["challenge"]["viewpoint"], Value::Null);
    assert!(
        home.ok(&["issues", "challenge", "edit", "1"])
            .contains("変わったところはありません")
    );
    assert_eq!(challenge(&home, &["remove", "1"])["challenge"], Value::Null);
}

#[test]
fn a_meeting_is_written_down_changed_and_taken_out() {
    let home = home();
    let add = [
        "issues",
        "meetings",
        "add",
        "--date",
        "2025-11-30",
        "--people",
        "介護職員 3、看護職員 1*、管理者",
        "--topic",
        "safety=転倒が2件",
        "--topic",
        "負担",
        "--decision",
        "記録を1回にする",
        "--decision",
        "用紙を減らす",
    ];
    let added = home.json(&add);
    assert_eq!(added["schema"], "yutori.meeting/1");
    let meeting = &added["meeting"];
    assert_eq!(
        (&meeting["people_count"], &meeting["has_care_staff"]),
        (&5.into(), &true.into())
    );
    assert_eq!(meeting["topics"][0]["said"], "転倒が2件");
    assert_eq!(
        (&meeting["topics"][1]["discussed"], &meeting["topics"][1]["said"]),
        (&true.into(), &Value::Null)
    );
    assert_eq!(meeting["remarks"][0]["code"], "topics_missing");
    assert_eq!(added["next_due"], "2026-02-28");
    let list = home.json(&["issues", "meetings"]);
    assert_eq!(
        (&list["schema"], &list["days_left"]),
        (&"yutori.meetings/1".into(), &18.into())
    );
    assert_eq!(list["topics"][3]["last"], Value::Null);
    assert!(home.ok(&["issues", "meetings"]).contains("あと18日"));
    let edited = home.json(&[
        "issues",
        "meetings",
        "edit",
        "1",
        "--people",
        "管理者",
        "--no-topic",
        "safety",
        "--note",
        "オンライン",
    ]);
    assert_eq!(edited["meeting"]["has_care_staff"], false);
    assert_eq!(edited["meeting"]["decisions"].as_array().unwrap().len(), 2);
    assert_eq!(edited["meeting"]["note"], "オンライン");
    assert!(home.ok(&["history"]).contains("委員会の記録（2025-11-30）"));
    home.ok(&["issues", "meetings", "remove", "1"]);
    assert_eq!(home.json(&["issues", "meetings"])["next_due"], Value::Null);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["issues", "meetings"])["meetings"][0]["note"], "オンライン");
    for (people, word) in [
        ("介護職員 0", "介護職員 0"),
        ("介護職員, 介護職員 2", "2回"),
        ("、", "出席者がいません"),
    ] {
        let err = refused(
            &home,
            &["issues", "meetings", "add", "--date", "2026-01-01", "--people", people],
        );
        assert!(err.contains(word), "{err}");
    }
    let err = refused(&home, &["issues", "meetings", "edit", "1", "--topic", "食事"]);
    assert!(err.contains("safety"), "{err}");
}

fn sheet(home: &Home, name: &str) -> Option<Range<Data>> {
    let mut book: Xlsx<_> = open_workbook(home.path().join("report.xlsx")).unwrap();
    book.worksheet_range(name).ok()
}

/// The rows of a sheet as text.
fn rows(range: &Range<Data>) -> Vec<String> {
    let row = |cells: &[Data]| cells.iter().map(ToString::to_string).collect::<Vec<_>>().join("|");
    range.rows().map(row).collect()
}

#[test]
fn the_report_has_the_choice_with_its_reason_and_the_meetings_in_order_of_their_days() {
    let home = home();
    challenge(&home, &["add", "=1+1 記録が2回", "--effect", "5", "--ease", "4"]);
    challenge(&home, &["choose", "1", "--because", "毎日起きる", "--by", "施設長"]);
    challenge(&home, &["add", "夜の見回り"]);
    let meeting = |date: &str, decision: &str| {
        let people = "介護職員 3, 管理者 1";
        home.ok(&[
            "issues",
            "meetings",
            "add",
            "--date",
            date,
            "--people",
            people,
            "--topic",
            "safety=転倒が2件",
            "--decision",
            decision,
        ]);
    };
    meeting("2026-01-20", "用紙を減らす");
    meeting("2025-10-20", "調査をする");
    home.ok(&["export", "workbook", "--out", "report.xlsx"]);
    let choice = rows(&sheet(&home, "課題の選定").unwrap());
    let matrix = choice.iter().find(|row| row.starts_with("効果 5")).unwrap();
    assert_eq!(
        matrix.split('|').position(|cell| cell == "◎1 =1+1 記録が2回"),
        Some(6),
        "{matrix}"
    );
    let line = choice.iter().find(|row| row.starts_with("1|")).unwrap();
    assert!(line.contains("=1+1 記録が2回") && line.contains("毎日起きる"), "{line}");
    // The role of one person does not stand beside what was said in what is handed on.
    assert!(!choice.iter().any(|row| row.contains("施設長")), "{choice:?}");
    let meetings = rows(&sheet(&home, "委員会記録").unwrap());
    let place = |words: &str| {
        meetings
            .iter()
            .position(|row| row.contains(words))
            .unwrap_or_else(|| panic!("{words}: {meetings:?}"))
    };
    assert!(place("第1回　2025-10-20（月曜日）") < place("調査をする"));
    assert!(place("調査をする") < place("第2回　2026-01-20（火曜日）"));
    assert_eq!(meetings.iter().filter(|row| row.contains("検討した")).count(), 2);
    assert_eq!(meetings.iter().filter(|row| row.contains("しなかった")).count(), 6);
    assert_eq!(meetings.iter().filter(|row| row.starts_with("確認|")).count(), 2);
    assert!(place("介護職員 3人*、管理者 1人（計4人）") > 0);
}

#[test]
fn an_office_without_challenges_has_no_such_sheets_and_no_such_chart() {
    let home = home();
    home.ok(&[
        "issues",
        "meetings",
        "add",
        "--date",
        "2026-01-20",
        "--people",
        "介護職員 3",
    ]);
    home.ok(&["export", "workbook", "--out", "report.xlsx"]);
    assert!(sheet(&home, "課題の選定").is_none() && sheet(&home, "委員会記録").is_some());
    let run = home.run(&["chart", "choice", "--out", "choice.svg"]);
    assert_eq!(run.status, 1, "{run:?}");
    challenge(&home, &["add", "記録が2回", "--effect", "5", "--ease", "4"]);
    challenge(&home, &["choose", "1", "--because", "毎日起きる", "--by", "施設長"]);
    home.ok(&["chart", "choice", "--out", "choice.svg"]);
    let drawn = std::fs::read_to_string(home.path().join("choice.svg")).unwrap();
    assert!(drawn.contains("記録が2回") && drawn.contains("毎日起きる") && !drawn.contains("施設長"));
}
