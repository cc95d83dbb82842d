//! `yutori issues map`: drawn, linked, supported, shown and written through the program.

use crate::support::Home;

fn book() -> (Home, &'static str) {
    let home = Home::new();
    home.ok(&["new", "b.yutori", "--office", "ひだまり苑"]);
    (home, "b.yutori")
}

fn map<'a>(book: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    [&["-b", book, "issues", "map"], rest].concat()
}

#[test]
fn a_map_is_drawn_linked_and_taken_back_with_commands() {
    let (home, book) = book();
    assert!(home.ok(&map(book, &[])).contains("まだありません"));
    home.ok(&map(book, &["add", "--layer", "trouble", "記録に時間がかかる"]));
    let added = home.json(&map(
        book,
        &["add", "--layer", "cause", "３か所に書く", "--leads-to", "１"],
    ));
    assert_eq!(
        (&added["schema"], &added["number"]),
        (&"yutori.cause/1".into(), &2.into())
    );
    assert_eq!(added["box"]["leads_to"][0], 1);
    home.ok(&map(book, &["add", "--layer", "effect", "帰りが遅い", "--from", "1"]));
    home.ok(&map(book, &["add", "--layer", "cause", "用紙が多い", "--from", "2"]));
    let refused = home.run(&map(book, &["link", "4", "2"]));
    assert_eq!(refused.status, 1);
    assert!(
        refused.err.contains("4 用紙が多い → 2 ３か所に書く → 4 用紙が多い"),
        "{}",
        refused.err
    );
    let back = home.run(&map(book, &["link", "3", "4"]));
    assert_eq!(back.status, 1);
    assert!(
        back.err.contains("影響") && back.err.contains("直接原因"),
        "{}",
        back.err
    );
    home.ok(&map(book, &["link", "4", "1"]));
    home.ok(&map(book, &["unlink", "4", "1"]));
    assert_eq!(home.run(&map(book, &["unlink", "4", "1"])).status, 1);
    let moved = home.run(&map(book, &["edit", "4", "--layer", "background"]));
    assert_eq!(moved.status, 1, "{moved:?}");
    home.ok(&map(book, &["unlink", "2", "4"]));
    let edited = ["edit", "4", "--layer", "background", "--question", "何枚ですか。"];
    assert_eq!(home.json(&map(book, &edited))["box"]["question"], "何枚ですか。");
    home.ok(&map(book, &["link", "4", "2"]));
    assert_eq!(home.run(&map(book, &["link", "2", "1"])).status, 1);
    let before = home.json(&map(book, &["show"]));
    home.ok(&map(book, &["remove", "1"]));
    assert_eq!(home.json(&map(book, &[]))["map"]["boxes"].as_array().unwrap().len(), 3);
    home.ok(&["-b", book, "undo"]);
    assert_eq!(home.json(&map(book, &["show"])), before);
    home.ok(&["-b", book, "redo"]);
    assert_eq!(home.run(&map(book, &["remove", "1"])).status, 1);
    assert!(home.json(&["-b", book, "check"])["ok"].as_bool().unwrap());
}

#[test]
fn evidence_is_put_on_and_taken_off_and_only_what_the_book_has() {
    let (home, book) = book();
    home.ok(&map(book, &["add", "--layer", "trouble", "記録に時間がかかる"]));
    let found = home.json(&map(
        book,
        &[
            "evidence",
            "1",
            "--add",
            "task:11",
            "--add",
            "設問：１ａ",
            "--add",
            "kind:records",
        ],
    ));
    let evidence = found["box"]["evidence"].as_array().unwrap();
    assert_eq!(evidence.len(), 3);
    assert!(
        evidence
            .iter()
            .all(|it| it["measured"] == false && it["value"].is_null())
    );
    assert_eq!(found["box"]["measured"], false);
    assert!(
        found["box"]["question"]
            .as_str()
            .unwrap()
            .contains("記録に時間がかかる")
    );
    let said = home.ok(&map(book, &["show"]));
    assert!(said.contains("まだ測っていません") && said.contains("問い："));
    for (unknown, status) in [("notice:3", 1), ("task:99", 1), ("statement:9z", 1), ("1a", 2)] {
        let run = home.run(&map(book, &["evidence", "1", "--add", unknown]));
        assert_eq!(run.status, status, "{unknown}: {run:?}");
    }
    home.ok(&map(book, &["evidence", "1", "--remove", "task:11"]));
    assert_eq!(
        home.run(&map(book, &["evidence", "1", "--remove", "task:11"])).status,
        1
    );
    assert_eq!(home.run(&map(book, &["evidence", "1"])).status, 2);
    assert_eq!(home.run(&map(book, &["edit", "1"])).status, 2);
    assert_eq!(home.run(&map(book, &["add", "--layer", "上", "x"])).status, 2);
    assert_eq!(home.run(&map(book, &["remove", "x"])).status, 2);
    let same = home.json(&map(book, &["edit", "1", "--layer", "trouble"]));
    assert_eq!(same["changed"], false);
}

#[test]
fn the_map_of_the_sample_is_a_chart_a_sheet_and_an_outline() {
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui"]);
    let book = "demo/hidamari.yutori";
    let found = home.json(&map(book, &["show"]));
    assert_eq!(found["schema"], "yutori.cause-map/1");
    let boxes = found["map"]["boxes"].as_array().unwrap();
    assert_eq!(boxes.len(), 25);
    assert_eq!(home.json(&["-b", book, "issues"])["map"], found["map"]);
    home.ok(&["-b", book, "chart", "cause-map", "--out", "図.svg"]);
    let drawing = std::fs::read_to_string(home.path().join("図.svg")).unwrap();
    for it in boxes {
        let said = format!("{} {}", it["number"], it["text"].as_str().unwrap());
        assert!(drawing.contains(&said), "{said}");
    }
    assert!(drawing.contains("未測定"));
    let refused = home.run(&map(book, &["remove", "15"]));
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("記録の二度書きをなくす"), "{}", refused.err);
}

#[test]
fn the_sheet_holds_every_box_its_evidence_and_the_picture() {
    use calamine::Reader;
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui"]);
    let book = "demo/hidamari.yutori";
    home.ok(&["-b", book, "export", "workbook", "--out", "r.xlsx"]);
    let found = home.json(&map(book, &["show"]));
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook(home.path().join("r.xlsx")).unwrap();
    let sheet = workbook.worksheet_range("因果関係図").unwrap();
    let said: Vec<String> = sheet.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    for it in found["map"]["boxes"].as_array().unwrap() {
        assert!(said.iter().any(|cell| it["text"] == cell.as_str()), "{it}");
        for evidence in it["evidence"].as_array().unwrap() {
            let shown = evidence["shown"].as_str().unwrap();
            assert!(said.iter().any(|cell| cell.contains(shown)), "{shown}");
        }
        if let Some(question) = it["question"].as_str() {
            assert!(said.iter().any(|cell| cell == question), "{question}");
        }
    }
    let bytes = std::fs::read(home.path().join("r.xlsx")).unwrap();
    let parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert!(
        parts
            .file_names()
            .any(|name| name.is_ok_and(|name| name.ends_with(".png")))
    );
}
