//! The plan from the command line: decided, followed, shown, printed, taken back.

use crate::support::Home;

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--office", "ひだまり苑"]);
    home
}

fn add(home: &Home) -> serde_json::Value {
    home.json(&[
        "issues",
        "measure",
        "add",
        "記録の様式を1つにする",
        "--viewpoint",
        "４",
        "--owner",
        "介護職員",
        "--start",
        "1/5",
        "--indicator",
        "record-minutes",
        "--step",
        "1/20 今の様式を集める",
        "--step",
        "令和8年2月20日　新しい様式で始める",
    ])
}

#[test]
fn a_measure_is_decided_with_three_months_and_monthly_checks() {
    let home = home();
    assert_eq!(
        home.json(&["issues", "measure"])["measures"].as_array().unwrap().len(),
        0
    );
    let measure = add(&home);
    assert_eq!(measure["schema"], "yutori.measure/1");
    assert_eq!(
        [&measure["start"], &measure["end"], &measure["decided"]],
        ["2026-01-05", "2026-04-04", "2026-02-10"]
    );
    assert_eq!(measure["viewpoint"]["name"], "記録・報告様式の工夫");
    let checks: Vec<&str> = measure["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["on"].as_str().unwrap())
        .collect();
    assert_eq!(checks, ["2026-02-04", "2026-03-04", "2026-04-04"]);
    assert_eq!(
        (measure["status"].as_str(), measure["asleep_days"].as_i64()),
        (Some("planned"), None)
    );
    assert_eq!(
        (measure["overdue_steps"].as_u64(), measure["next_step"].as_u64()),
        (Some(1), Some(1))
    );
    let watched = &measure["indicators"][0];
    assert_eq!(
        (watched["has_before"].as_bool(), watched["before"].is_null()),
        (Some(false), true)
    );
    assert!(home.ok(&["issues", "measure"]).contains("打ち手は1件です（予定 1件）"));
}

#[test]
fn what_cannot_be_so_is_refused_and_the_book_stays_as_it_was() {
    let home = home();
    let measure = ["issues", "measure"];
    let run = |arguments: &[&str]| home.run(&[&measure, arguments].concat());
    for (arguments, status, said) in [
        (&["add", "様式", "--viewpoint", "9"][..], 1, "視点「9」はありません"),
        (&["add", "様式"], 1, "視点が決まっていません"),
        (&["add", "様式", "--challenge", "1"], 1, "課題「1」はありません"),
        (&["add", "　", "--viewpoint", "4"], 1, "打ち手の内容が空です"),
        (
            &["add", "様式", "--viewpoint", "4", "--indicator", "歩数"],
            1,
            "指標「歩数」はありません",
        ),
        (
            &[
                "add",
                "様式",
                "--viewpoint",
                "4",
                "--start",
                "2026-02-16",
                "--end",
                "2026-02-15",
            ],
            1,
            "より前です",
        ),
        (
            &["add", "様式", "--viewpoint", "4", "--start", "そのうち"],
            2,
            "日付「そのうち」",
        ),
        (
            &["add", "様式", "--viewpoint", "4", "--step", "片付ける"],
            2,
            "手順「片付ける」",
        ),
        (
            &["news", "1", "--status", "underway", "--because", "始めた"],
            1,
            "打ち手「1」はありません",
        ),
    ] {
        let run = run(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert!(run.err.contains(said), "{arguments:?}: {run:?}");
    }
    assert_eq!(home.json(&["history"])["acts"].as_array().unwrap().len(), 1);
    add(&home);
    for (arguments, status, said) in [
        (
            &["news", "1", "--status", "進行中", "--because", "始めた"][..],
            2,
            "状況「進行中」はありません",
        ),
        (&["news", "1", "--status", "stuck", "--because", " "], 1, "理由が空です"),
        (
            &["news", "1", "--status", "stuck", "--because", "休み", "--date", "2/11"],
            1,
            "まだ来ていない日",
        ),
        (&["step", "1", "done", "3"], 1, "手順 3 はありません"),
        (&["check", "1", "2/5"], 1, "確認日にありません"),
    ] {
        let run = run(arguments);
        assert_eq!(
            (run.status, run.err.contains(said)),
            (status, true),
            "{arguments:?}: {run:?}"
        );
    }
    assert_eq!(home.json(&["history"])["acts"].as_array().unwrap().len(), 2);
}

#[test]
fn a_measure_is_followed_changed_taken_out_and_all_of_it_taken_back() {
    let home = home();
    add(&home);
    let measure = |arguments: &[&str]| home.json(&[&["issues", "measure"], arguments].concat());
    let done = measure(&["step", "1", "done", "1", "--on", "2/9"]);
    assert_eq!(
        (done["steps_done"].as_u64(), done["steps"][0]["done"].as_str()),
        (Some(1), Some("2026-02-09"))
    );
    assert_eq!(measure(&["step", "1", "undo", "1"])["steps_done"], 0);
    let added = measure(&["step", "1", "add", "5/1", "振り返る"]);
    assert_eq!(added["steps"][2]["due"], "2026-05-01");
    assert!(added["remarks"][0].as_str().unwrap().contains("期間の外"));
    measure(&["step", "1", "change", "3", "4/1", "振り返る"]);
    assert_eq!(
        measure(&["step", "1", "remove", "3"])["steps"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(measure(&["check", "1"])["checks"][0]["done"], "2026-02-10");
    assert_eq!(measure(&["check", "1", "2/4", "--undo"])["overdue_checks"], 1);
    let told = measure(&["news", "1", "--status", "stuck", "--because", "人が足りない"]);
    assert_eq!(
        (told["status_name"].as_str(), told["why"].as_str()),
        (Some("止まっている"), Some("人が足りない"))
    );
    let edited = measure(&[
        "edit",
        "1",
        "--end",
        "3/31",
        "--no-owner",
        "--check",
        "3/1",
        "--check",
        "3/31",
    ]);
    assert_eq!(
        (edited["end"].as_str(), edited["owner"].is_null()),
        (Some("2026-03-31"), true)
    );
    assert_eq!(edited["checks"].as_array().unwrap().len(), 2);
    assert_eq!(edited["news"].as_array().unwrap().len(), 1);

    let acts = home.json(&["history"])["acts"].as_array().unwrap().len();
    measure(&["edit", "1", "--end", "2026-03-31"]);
    assert_eq!(
        home.json(&["history"])["acts"].as_array().unwrap().len(),
        acts,
        "nothing changed, nothing written"
    );
    assert_eq!(measure(&["remove", "1"])["schema"], "yutori.measure-removed/1");
    home.ok(&["undo"]);
    assert_eq!(measure(&["show", "1"]), edited);
    for _ in 0..acts - 2 {
        home.ok(&["undo"]);
    }
    assert_eq!(measure(&["show", "1"]), {
        let other = home_with_one();
        other.json(&["issues", "measure", "show", "1"])
    });
    for _ in 0..acts - 2 {
        home.ok(&["redo"]);
    }
    assert_eq!(measure(&["show", "1"]), edited);
    assert_eq!(home.run(&["check"]).status, 0);
}

fn home_with_one() -> Home {
    let home = home();
    add(&home);
    home
}

#[test]
fn a_measure_without_news_for_thirty_days_is_an_alarm() {
    let home = home_with_one();
    let on = |now: &str| {
        let run = home
            .command(&["issues", "measure", "--json"])
            .env("YUTORI_NOW", format!("{now}T09:00:00+09:00"))
            .output()
            .unwrap();
        let finding: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
        finding["measures"][0]["asleep_days"].as_i64()
    };
    assert_eq!((on("2026-03-11"), on("2026-03-12")), (None, Some(30)));
    let said = home.ok(&["issues", "measure", "show", "1"]);
    assert!(said.contains("! 期日を過ぎた手順が1件あります。"), "{said}");
}

#[test]
fn the_sample_home_shows_what_was_measured_and_draws_and_prints_its_plan() {
    let home = Home::new();
    home.ok(&["demo", "d", "--no-tui"]);
    let book = "d/hidamari.yutori";
    let finding = home.json(&["issues", "measure", "--book", book]);
    let kinds: Vec<&str> = finding["alarms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["asleep", "overdue_steps", "overdue_steps", "overdue_checks"]);
    let watched = &finding["measures"][0]["indicators"][1];
    let compared = home.json(&["compare", "--book", book]);
    let own = compared["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == watched["id"])
        .unwrap();
    assert_eq!(watched["before"], own["from"]["mean"]);
    assert_eq!(watched["after"], own["to"]["mean"]);
    assert_eq!(
        (&watched["verdict"], &watched["n_before"]),
        (&own["verdict"], &own["n_paired"])
    );
    let all = home.json(&["issues", "--book", book]);
    assert_eq!(
        (&all["schema"], &all["measures"]["sentence"]),
        (&"yutori.issues/1".into(), &finding["sentence"])
    );
    let said = home.ok(&["issues", "--book", book]);
    for part in [
        "30人が回答",
        "項目は25個",
        "3つを選んでいます",
        "打ち手は3件",
        "委員会は3回",
        "50日間",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for ending in ["png", "svg"] {
        home.ok(&["chart", "measures", "--out", &format!("m.{ending}"), "--book", book]);
    }
    let svg = std::fs::read_to_string(home.path().join("m.svg")).unwrap();
    assert!(svg.contains("止まっている") && svg.contains("今日 2026-02-10"));
}

#[test]
fn a_book_without_measures_has_no_chart_and_no_sheet_of_them() {
    let home = home();
    let run = home.run(&["chart", "measures", "--out", "m.png"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("改善計画"), "{run:?}");
    assert!(home.ok(&["issues"]).contains("まだ何も書かれていません"));
}

#[test]
fn the_printed_plan_holds_every_word_whole_and_fits_the_paper() {
    use calamine::{Data, Reader, Xlsx, open_workbook};

    let home = Home::new();
    home.ok(&["demo", "d", "--no-tui"]);
    let book = "d/hidamari.yutori";
    let many: Vec<String> = (1..=20)
        .map(|number| format!("3/{number} 手順その{number}を進める"))
        .collect();
    let mut arguments = vec![
        "issues",
        "measure",
        "add",
        "=様式を1つにする",
        "--viewpoint",
        "4",
        "--book",
        book,
    ];
    for step in &many {
        arguments.extend(["--step", step.as_str()]);
    }
    home.ok(&arguments);
    home.ok(&["export", "workbook", "--out", "a.xlsx", "--book", book]);
    let mut workbook: Xlsx<_> = open_workbook(home.path().join("a.xlsx")).unwrap();
    let range = workbook.worksheet_range("改善計画").unwrap();
    let cells: Vec<String> = range
        .cells()
        .filter_map(|(_, _, cell)| match cell {
            Data::String(text) => Some(text.clone()),
            _ => None,
        })
        .collect();
    let all = cells.join("\n");
    let finding = home.json(&["issues", "measure", "--book", book]);
    for measure in finding["measures"].as_array().unwrap() {
        let texts = [&measure["text"], &measure["viewpoint"]["name"], &measure["status_name"]];
        let steps = measure["steps"].as_array().unwrap().iter().map(|step| &step["text"]);
        let indicators = measure["indicators"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["before_text"]);
        for text in texts.into_iter().chain(steps).chain(indicators) {
            assert!(all.contains(text.as_str().unwrap()), "{text}");
        }
    }
    for challenge in finding["challenges"].as_array().unwrap() {
        assert!(all.contains(challenge["because"].as_str().unwrap()));
    }
    assert!(
        all.contains("目標 60分") && all.contains("目標 未定") && all.contains("4 続き") && !all.contains('…'),
        "{all}"
    );
    assert!(cells.iter().any(|cell| cell == "◆") && cells.iter().any(|cell| cell == "○"));
}
