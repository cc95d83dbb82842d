//! 気づき by command: written down, listed, sorted, merged, taken back; in the workbook and as a chart.

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::support::Home;

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--office", "さくら苑"]);
    let add = |text: &str, more: &[&str]| home.ok(&[&["issues", "notices", "add", text], more].concat());
    let of = |when: &'static str, place: &'static str| ["--when", when, "--where", place];
    add(
        "車いすを探すのに時間がかかる",
        &[
            &of("朝食後", "食堂")[..],
            &["--kind", "1", "--often", "4", "--heavy", "5"],
        ]
        .concat(),
    );
    add(
        "車いすを探す時間が長い",
        &[
            &of("8時ごろ", "食堂")[..],
            &["--kind", "things", "--role", "介護職員", "--unit", "2階"],
        ]
        .concat(),
    );
    add("=HYPERLINK(\"x\")", &["--date", "2026-01-31"]);
    add(
        "申し送りが長い",
        &[
            &of("夜勤明け", "詰所")[..],
            &["--kind", "申し送り", "--often", "2", "--heavy", "2"],
        ]
        .concat(),
    );
    home
}

fn numbers(home: &Home, more: &[&str]) -> Vec<u64> {
    let listed = home.json(&[&["issues", "notices"], more].concat());
    assert_eq!(listed["schema"], "yutori.notices/1");
    let notices = listed["notices"].as_array().unwrap();
    notices
        .iter()
        .map(|notice| notice["number"].as_u64().unwrap())
        .collect()
}

#[test]
fn notices_are_listed_newest_first_and_found_by_text_kind_tag_and_group() {
    let home = home();
    home.ok(&["issues", "notices", "tag", "1", "#車いす", "物品"]);
    home.ok(&["issues", "notices", "group", "朝の忙しさ", "1", "4"]);
    assert_eq!(numbers(&home, &[]), [4, 2, 1, 3]);
    assert_eq!(numbers(&home, &["list"]), [4, 2, 1, 3]);
    assert_eq!(numbers(&home, &["--find", "車いす　食堂"]), [2, 1]);
    assert_eq!(numbers(&home, &["list", "--kind", "handover"]), [4]);
    assert_eq!(numbers(&home, &["--tag", "車いす"]), [1]);
    assert_eq!(numbers(&home, &["--group", "朝の忙しさ"]), [4, 1]);
    let told = home.ok(&["issues", "notices"]);
    assert!(told.contains("「食堂」（2件）") && told.contains("4×5"), "{told}");
    assert!(!told.contains("介護職員") && !told.contains("2階"), "{told}");
    assert!(home.ok(&["issues", "notices", "--find", "ない"]).contains("当てはまる"));
}

#[test]
fn the_part_of_the_day_is_read_from_what_was_written() {
    let home = home();
    let listed = home.json(&["issues", "notices"]);
    let parts: Vec<Option<&str>> = listed["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["part"].as_str())
        .collect();
    assert_eq!(
        parts,
        [
            Some("early-morning"),
            Some("early-morning"),
            Some("early-morning"),
            None
        ]
    );
    home.ok(&["issues", "notices", "edit", "1", "--when", "昼食", "--clear", "kind"]);
    let listed = home.json(&["issues", "notices", "--find", "昼食"]);
    let notice = &listed["notices"][0];
    assert_eq!((notice["part"].as_str(), notice["kind"].as_str()), (Some("noon"), None));
    assert_eq!(notice["weight"], 20);
}

#[test]
fn notices_are_merged_freed_taken_out_and_all_of_it_taken_back() {
    let home = home();
    let similar = home.json(&["issues", "notices", "similar"]);
    assert_eq!(
        (
            similar["pairs"][0]["first"].as_u64(),
            similar["pairs"][0]["second"].as_u64()
        ),
        (Some(1), Some(2))
    );
    let kept = home.json(&["issues", "notices", "merge", "2", "--into", "1"]);
    assert_eq!(
        (
            kept["changed"][0]["number"].as_u64(),
            kept["changed"][0]["merged_into"].as_u64()
        ),
        (Some(2), Some(1))
    );
    assert_eq!(numbers(&home, &[]), [4, 1, 3]);
    assert_eq!(
        home.json(&["issues", "notices", "similar"])["pairs"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    for refused in [["1", "1"], ["2", "4"], ["3", "2"], ["9", "1"]] {
        let run = home.run(&["issues", "notices", "merge", refused[0], "--into", refused[1]]);
        assert_eq!(run.status, 1, "{refused:?}: {run:?}");
    }
    let told = home.ok(&["issues", "notices", "remove", "1"]);
    assert!(told.contains("1番を取り除きました") && told.contains("2番"), "{told}");
    assert_eq!(numbers(&home, &[]), [4, 2, 3]);
    home.ok(&["undo"]);
    assert_eq!(numbers(&home, &[]), [4, 1, 3]);
    home.ok(&["issues", "notices", "unmerge", "2"]);
    home.ok(&["undo"]);
    home.ok(&["redo"]);
    assert_eq!(numbers(&home, &[]), [4, 2, 1, 3]);
    assert_eq!(home.run(&["check"]).status, 0);
}

#[test]
fn what_is_no_notice_kind_or_degree_is_refused_with_its_status() {
    let home = home();
    for (arguments, status) in [
        (vec!["add", " "], 1),
        (vec!["add", "x", "--kind", "9"], 2),
        (vec!["add", "x", "--often", "6"], 2),
        (vec!["edit", "x", "--text", "y"], 2),
        (vec!["edit", "99", "--text", "y"], 1),
        (vec!["remove", "99"], 1),
        (vec!["group", " ", "1"], 1),
        (vec!["tag", "1", "#"], 1),
        (vec!["unmerge", "1"], 1),
    ] {
        let run = home.run(&[&["issues", "notices"], arguments.as_slice()].concat());
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
    }
    assert!(home.ok(&["issues", "notices", "ungroup", "1"]).contains("変わった"));
}

#[test]
fn the_workbook_has_the_notices_as_text_and_their_counts() {
    let home = home();
    home.ok(&["issues", "notices", "group", "朝", "1", "2", "4"]);
    home.ok(&["export", "workbook", "--out", "out.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(home.path().join("out.xlsx")).unwrap();
    let sheet = book.worksheet_range("気づき").unwrap();
    let what: Vec<String> = (5..9)
        .map(|row| sheet.get_value((row, 5)).unwrap().to_string())
        .collect();
    assert_eq!(
        what,
        [
            "車いすを探すのに時間がかかる",
            "申し送りが長い",
            "車いすを探す時間が長い",
            "=HYPERLINK(\"x\")"
        ]
    );
    assert!(
        book.worksheet_formula("気づき")
            .unwrap()
            .cells()
            .all(|(_, _, formula)| formula.is_empty())
    );
    let all: Vec<String> = sheet.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(
        !all.iter().any(|cell| cell.contains("介護職員") || cell.contains("2階")),
        "{all:?}"
    );
    let counts = book.worksheet_range("気づきの集計").unwrap();
    let things = counts
        .rows()
        .find(|row| row[0].to_string().starts_with("物を探す"))
        .unwrap();
    assert_eq!((&things[1], &things[8]), (&Data::Float(2.0), &Data::Float(2.0)));
}

#[test]
fn the_chart_is_drawn_and_without_notices_it_says_where_to_write_them() {
    let home = home();
    home.ok(&["chart", "notices", "--out", "notices.svg"]);
    let drawn = std::fs::read_to_string(home.path().join("notices.svg")).unwrap();
    assert!(drawn.contains("食堂") && drawn.contains("早朝"));
    let empty = Home::new();
    empty.ok(&["new", "home.yutori"]);
    assert_eq!(empty.run(&["chart", "notices", "--out", "notices.svg"]).status, 1);
}
