//! What a scheme pays, as a clerk asks for it.

use serde_json::{Value, json};

use crate::support::Home;

fn calc(home: &Home, arguments: &[&str]) -> Value {
    let mut all = vec!["subsidy", "calc"];
    all.extend(arguments);
    all.push("--json");
    serde_json::from_str(&home.ok(&all)).unwrap()
}

#[test]
fn the_amount_comes_with_its_way_and_what_would_bring_more() {
    let home = Home::new();
    let grant = calc(&home, &["yamaguchi-r6", "--cost", "999,999"]);
    assert_eq!(grant["schema"], "yutori.grant/1");
    for (key, value) in [
        ("programme", json!("yamaguchi-r6")),
        ("rate", json!("1/2")),
        ("eligible_cost", json!(999_999)),
        ("cap", json!(600_000)),
        ("amount", json!(499_000)),
    ] {
        assert_eq!(grant[key], value, "{key}");
    }
    let values: Vec<&Value> = grant["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["value"])
        .collect();
    assert_eq!(
        values,
        [
            &json!(999_999),
            &json!("1/2"),
            &json!(499_999),
            &json!(499_000),
            &json!(600_000),
            &json!(499_000)
        ]
    );
    assert!(grant["steps"][0]["source"].as_str().unwrap().contains("山口県"));
    assert_eq!(grant["unmet"].as_array().unwrap().len(), 1);
    let more = calc(
        &home,
        &["yamaguchi-r6", "--cost", "777777円", "--condition", "life-csv"],
    );
    assert_eq!(more["amount"], json!(583_000));
    assert_eq!(more["unmet"], json!([]));
}

#[test]
fn lines_that_are_not_paid_for_name_the_rule() {
    let home = Home::new();
    let arguments = [
        "ibaraki-r5",
        "--staff",
        "8",
        "--line",
        "kind=software,net=500000,tax=50000,what=記録ソフト",
        "--line",
        "kind=communication,net=60000",
        "--line",
        "kind=terminal,net=200000,contract=2024-09-20",
        "--decided",
        "2024-09-25",
    ];
    let grant = calc(&home, &arguments);
    assert_eq!(grant["amount"], json!(250_000));
    assert_eq!(grant["lines"][2]["eligible"], json!(0));
    let mut as_text = vec!["subsidy", "calc"];
    as_text.extend(arguments);
    let said = home.ok(&as_text);
    for words in [
        "補助額は250,000円",
        "消費税 50,000円",
        "この種類の経費は対象になりません",
        "より前です",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn what_is_missing_is_asked_for() {
    let home = Home::new();
    for (arguments, words) in [
        (&["national-r4", "--cost", "1"][..], "--staff"),
        (
            &["national-r4", "--cost", "1", "--staff", "10.5"],
            "10人と11人の区切りの間",
        ),
        (&["yamaguchi-r6"], "--cost"),
        (&["yamaguchi-r6", "--cost", "1.5"], "円の数ではありません"),
        (&["yamaguchi-r6", "--cost", "1", "--condition", "x"], "documents-halved"),
        (&["yamaguchi-r6", "--line", "kind=software"], "読めません"),
        (&["yamaguchi-r6", "--line", "kind=robot,net=1"], "software"),
        (&["nowhere-r1", "--cost", "1"], "yamaguchi-r6"),
    ] {
        let mut all = vec!["subsidy", "calc"];
        all.extend(arguments);
        let run = home.run(&all);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn schemes_are_listed_and_shown_and_an_office_adds_its_own() {
    let home = Home::new();
    let list = home.ok(&["subsidy"]);
    assert!(list.contains("ibaraki-r5") && list.contains("（未確認）"), "{list}");
    let shown = home.ok(&["subsidy", "show", "yamaguchi-r6"]);
    for words in [
        "1,000円未満を切り捨て",
        "経費所要額調書（別紙3） — メール",
        "2024-07-10",
        "documents-halved",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    home.ok(&["new", "a.yutori"]);
    let own = "
id = \"own-city\"
title = { ja = \"市の補助\", en = \"City scheme\" }
source = \"市の要綱\"
rounding = { unit = 100 }
conditions = []
requirements = []
rates = [{ rate = \"2/3\" }]
caps = [{ yen = 300_000 }]
costs = [{ kind = \"software\", name = { ja = \"ソフト\", en = \"software\" }, eligible = true }]
";
    home.file("indicators/programmes/own.toml", own);
    assert_eq!(calc(&home, &["own-city", "--cost", "100000"])["amount"], json!(66_600));
    home.file(
        "indicators/programmes/own.toml",
        own.replace("caps = [{ yen = 300_000 }]", "caps = []"),
    );
    let run = home.run(&["subsidy"]);
    assert_ne!(run.status, 0);
    assert!(run.err.contains("programmes/own.toml"), "{}", run.err);
}

#[test]
fn every_word_of_the_schemes_is_there_in_english_too() {
    let home = Home::new();
    for id in ["national-r4", "ibaraki-r5", "yamaguchi-r6", "national-r8"] {
        let shown = home.ok(&["subsidy", "show", id, "--lang", "en"]);
        assert!(shown.contains("Rate") && shown.contains("source: "), "{shown}");
    }
}
