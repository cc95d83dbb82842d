//! `yutori issues alarms` and the challenges of the sample office through the program.

use crate::support::Home;

#[test]
fn alarms_are_the_same_in_both_commands_and_the_step_is_told() {
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui"]);
    let book = "demo/hidamari.yutori";
    let alarms = home.json(&["issues", "alarms", "--book", book]);
    assert_eq!(alarms["schema"], "yutori.alarms/1");
    assert_eq!((&alarms["stage"], &alarms["step"]), (&"look_back".into(), &5.into()));
    assert_eq!(home.json(&["issues", "--book", book])["alarms"], alarms["alarms"]);
    let said = home.ok(&["issues", "alarms", "--book", book]);
    assert!(said.contains("5「振り返り」"), "{said}");
    // Which ones there are depends on the day.
    for alarm in alarms["alarms"].as_array().unwrap() {
        assert!(said.contains(alarm["sentence"].as_str().unwrap()), "{said}");
    }
}

#[test]
fn the_challenges_of_the_demo_are_acts_that_can_be_taken_back() {
    let home = Home::new();
    let said = home.ok(&["demo", "demo", "--no-tui"]);
    assert!(
        said.contains("取組前30人・取組後26人、気づき22件、因果関係図25項目"),
        "{said}"
    );
    assert!(said.contains("課題5つのうち3つを選定"), "{said}");
    let book = "demo/hidamari.yutori";
    let acts = home.json(&["history", "--book", book])["acts"].as_array().map(Vec::len);
    for _ in 1..acts.unwrap_or_default() {
        home.ok(&["undo", "--book", book]);
    }
    let alarms = home.json(&["issues", "alarms", "--book", book]);
    assert_eq!(alarms["alarms"], serde_json::json!([]));
    assert_eq!(alarms["stage"], "prepare", "nothing is left but the book");
    home.ok(&["check", "--book", book]);
}
