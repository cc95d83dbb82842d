//! Series of months from the command line: read, parted by a cause, drawn.

use yutori::book::{Book, Change, Occasion};
use yutori::clock::Moment;
use yutori::effect::{Effects, Measurement};

use crate::screens::fixture;
use crate::support::{self, Home};

/// Indicators, figures and phases of the sample home.
pub fn effects() -> Effects {
    let written = std::fs::read_to_string(support::sample().join("effects.json")).unwrap();
    serde_json::from_str(&written).unwrap()
}

/// Everything that a book needs to have these figures.
pub fn entered(measurements: &[Measurement]) -> Vec<Change> {
    let kept = measurements.iter().map(|it| Change::MeasurementKept {
        before: None,
        after: Some(Box::new(it.clone())),
    });
    kept.collect()
}

/// A home whose book has the figures of the sample home, and no phase yet.
fn home() -> Home {
    let home = Home::new();
    let now = Moment::parse_from_rfc3339("2026-02-10T08:00:00+09:00").unwrap();
    let mut book = Book::create(&home.path().join("a.yutori"), fixture::holdings().founding, now).unwrap();
    let occasion = Occasion::MeasurementsKept {
        names: vec!["事故の発生".to_owned()],
        figures: 1,
    };
    book.apply(occasion, entered(&effects().measurements), now).unwrap();
    home
}

#[test]
fn each_series_is_told_in_a_sentence_and_one_of_them_in_full() {
    let home = home();
    let said = home.ok(&["series"]);
    assert!(
        said.contains("事故の発生（件/100日・少ないほど良い）[incident-rate]"),
        "{said}"
    );
    assert!(
        said.contains("2024-02〜2026-01、値23個、ルール：上下の限界（Making Data Count） [mdc]"),
        "{said}"
    );
    assert!(said.contains("ヒヤリ・ハットの報告"), "{said}");
    assert!(
        said.contains("偶然では説明しにくい変化があります：中央値をまたいだのは1回だけ"),
        "{said}"
    );
    let one = home.ok(&["series", "--indicator", "incident-rate"]);
    assert!(one.contains("2025-05     —"), "{one}");
    assert!(one.contains("2024-02  0.36  5/1370"), "{one}");
    assert!(one.contains("値のない1か月は空けてあります"), "{one}");
    let by = home.ok(&["series", "--indicator", "incident-rate", "--rules", "anhoej"]);
    assert!(
        by.contains("ルールは、選ばれた「続き方とまたぎ方（Anhoej）」です"),
        "{by}"
    );
}

#[test]
fn one_series_is_an_object_and_all_are_a_list() {
    let home = home();
    let all = home.json(&["series"]);
    assert_eq!(all["schema"], "yutori.series-list/1");
    assert_eq!(all["series"].as_array().unwrap().len(), 2);
    let one = home.json(&["series", "--indicator", "near-miss-rate", "--rules", "shewhart"]);
    assert_eq!(
        (one["schema"].as_str(), one["rules"].as_str()),
        (Some("yutori.series/1"), Some("shewhart"))
    );
    assert_eq!(
        (one["n"].as_u64(), one["points"].as_array().unwrap().len()),
        (Some(15), 15)
    );
    assert_eq!(one["phases"][0]["cause"], serde_json::Value::Null);
    assert_eq!(one["phases"][0]["limits"]["trial"], false);
    assert_eq!(one["break"]["offered"], false);
    let point = &home.json(&["series", "--indicator", "incident-rate"])["points"][15];
    assert_eq!((point["at"].as_str(), point["value"].as_f64()), (Some("2025-05"), None));
    assert_eq!(point["good"], serde_json::Value::Null);
}

#[test]
fn a_phase_needs_a_cause_a_place_and_goes_again() {
    let home = home();
    let phase = |arguments: &[&str]| home.run(&[&["series", "phase"], arguments].concat());
    let incident = ["incident-rate", "--from", "2025-12"];
    let because = ["--because", "居室のタブレットを使い始めた"];
    let added = phase(&[&["add"], &incident[..], &because].concat());
    assert_eq!(added.status, 0, "{added:?}");
    assert!(
        added.out.contains("2025年12月からの区切りを付けました"),
        "{}",
        added.out
    );
    assert!(
        added
            .out
            .contains("平均は、区切りの前が0.36件/100日、後が0.17件/100日です"),
        "{}",
        added.out
    );
    let phases = home.json(&["series", "--indicator", "incident-rate"]);
    assert_eq!(phases["phases"][1]["cause"], "居室のタブレットを使い始めた");
    assert!(
        phases["break"]["sentence"]
            .as_str()
            .unwrap()
            .contains("それぞれ8か月以上")
    );
    for (arguments, status, said) in [
        (
            &["add", "incident-rate", "--from", "2025-12", "--because", "別の理由"][..],
            1,
            "もう区切りがあります",
        ),
        (
            &["add", "incident-rate", "--from", "令和6年2月", "--because", "機器"],
            1,
            "最初の値（2024年2月）より後",
        ),
        (
            &["add", "incident-rate", "--from", "2025-06", "--because", "　"],
            1,
            "区切りの理由が空です",
        ),
        (&["add", "incident-rate", "--from", "2025-06"], 2, "--because"),
        (
            &["add", "incident-rate", "--from", "2025-06-15", "--because", "機器"],
            1,
            "この指標と合いません",
        ),
        (
            &["add", "hospital-days", "--from", "2025-06", "--because", "機器"],
            1,
            "まだ値がありません",
        ),
        (
            &["add", "record-minutes", "--from", "2025-06", "--because", "機器"],
            1,
            "月ごと・日ごとの指標ではありません",
        ),
        (
            &["add", "no-such", "--from", "2025-06", "--because", "機器"],
            2,
            "指標「no-such」はありません",
        ),
        (
            &["remove", "incident-rate", "--from", "2025-06"],
            1,
            "区切りはありません",
        ),
    ] {
        let run = phase(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    }
    assert!(
        home.ok(&["history"])
            .contains("推移の区切り：事故の発生（居室のタブレットを使い始めた）")
    );
    let removed = phase(&["remove", "incident-rate", "--from", "２０２５年１２月", "--json"]);
    assert!(removed.out.contains("yutori.series-phase-removed/1"), "{removed:?}");
    let phases = home.json(&["series", "--indicator", "incident-rate"]);
    assert_eq!(phases["phases"].as_array().unwrap().len(), 1);
    home.ok(&["undo"]);
    let phases = home.json(&["series", "--indicator", "incident-rate"]);
    assert_eq!(phases["phases"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_no_series_is_refused() {
    let home = home();
    for (arguments, status, said) in [
        (&["--indicator", "no-such"][..], 2, "指標「no-such」はありません"),
        (
            &["--indicator", "record-minutes"],
            1,
            "月ごと・日ごとの指標ではありません",
        ),
        (&["--indicator", "hospital-days"], 1, "まだ値がありません"),
        (&["--rules", "west"], 2, "west"),
    ] {
        let run = home.run(&[&["series"], arguments].concat());
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    }
    let empty = Home::new();
    empty.ok(&["new", "a.yutori"]);
    assert_eq!(empty.ok(&["series"]), "月ごと・日ごとの値は、まだありません。\n");
    assert_eq!(empty.json(&["series"])["series"].as_array().unwrap().len(), 0);
}

#[test]
fn the_chart_shows_the_digits_of_the_series_and_all_charts_have_one_for_each() {
    let home = home();
    let found = home.json(&["series", "--indicator", "near-miss-rate"]);
    home.ok(&["chart", "run", "--indicator", "near-miss-rate", "--out", "a.svg"]);
    let drawing = std::fs::read_to_string(home.path().join("a.svg")).unwrap();
    let centre = found["phases"][0]["centre"].as_f64().unwrap();
    for said in [
        "推移：ヒヤリ・ハットの報告（件/100日）".to_owned(),
        format!("中央値 {centre:.2}"),
        "値15個（値のない所0）".to_owned(),
    ] {
        assert!(drawing.contains(&said), "{said}");
    }
    home.ok(&[
        "chart",
        "run",
        "--indicator",
        "near-miss-rate",
        "--rules",
        "mdc",
        "--out",
        "b.svg",
    ]);
    let other = std::fs::read_to_string(home.path().join("b.svg")).unwrap();
    assert!(other.contains("Making Data Count") && !drawing.contains("Making Data Count"));
    let refused = home.run(&["chart", "run", "--indicator", "hospital-days", "--out", "c.svg"]);
    assert_eq!(refused.status, 1);
    assert!(
        refused
            .err
            .contains("「hospital-days」には、月ごと・日ごとの値がありません"),
        "{}",
        refused.err
    );
    home.json(&[
        "chart", "all", "--out", "all", "--width", "800", "--height", "500", "--format", "svg",
    ]);
    for id in ["incident-rate", "near-miss-rate"] {
        assert!(home.path().join(format!("all/run-{id}.svg")).exists(), "{id}");
    }
}
