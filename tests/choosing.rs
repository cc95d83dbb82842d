//! 指標を選ぶ and 見込み from the command line: chosen, promised, laid aside, made, and what a plan can show.

use serde_json::Value;

use crate::support::Home;

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--office", "ひだまり苑"]);
    home
}

fn indicators(home: &Home, arguments: &[&str]) -> Value {
    home.json(&[&["indicators"], arguments].concat())
}

fn refused(home: &Home, arguments: &[&str]) -> String {
    let run = home.run(arguments);
    assert_eq!(run.status, 1, "{run:?}");
    run.err
}

fn measure(home: &Home, text: &str) {
    home.ok(&["issues", "measure", "add", text, "--viewpoint", "4"]);
}

fn acts(home: &Home) -> usize {
    home.json(&["history"])["acts"].as_array().unwrap().len()
}

#[test]
fn an_indicator_is_chosen_with_target_margin_and_measure_and_laid_aside_again() {
    let home = home();
    measure(&home, "様式を1つにする");
    let before = acts(&home);
    let chosen = indicators(
        &home,
        &[
            "choose",
            "direct-share",
            "--target",
            "５０",
            "--margin",
            "3",
            "--measure",
            "1",
        ],
    );
    assert_eq!(chosen["schema"], "yutori.indicator/1");
    assert_eq!(chosen["chosen"]["target_text"], "50%");
    assert_eq!(chosen["chosen"]["margin_text"], "3ポイント");
    assert_eq!(chosen["chosen"]["measures"][0]["number"], 1);
    assert_eq!(chosen["chosen"]["before"], Value::Null);
    assert_eq!(acts(&home), before + 1, "copy, promise and link are one act");
    assert!(home.ok(&["history"]).contains("指標を選ぶ：直接介護の割合"));
    let all = indicators(&home, &[]);
    assert_eq!(
        (&all["schema"], &all["complete"]),
        (&"yutori.indicators/1".into(), &false.into())
    );
    let marked = all["offered"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["chosen"] == true)
        .count();
    assert_eq!(marked, 1);
    // What is not said anew stays.
    let wider = indicators(&home, &["choose", "direct-share", "--margin", "5"]);
    assert_eq!(
        (&wider["chosen"]["target"], &wider["chosen"]["margin"]),
        (&"50".into(), &"5".into())
    );
    let open = indicators(&home, &["choose", "direct-share", "--target", "none"]);
    assert_eq!(open["chosen"]["target"], Value::Null);
    let acts_before = acts(&home);
    home.ok(&["indicators", "choose", "direct-share"]);
    assert_eq!(acts(&home), acts_before, "nothing new is nothing written");
    let dropped = indicators(&home, &["drop", "direct-share"]);
    assert_eq!(dropped["chosen"], Value::Null);
    assert_eq!(
        dropped["indicator"]["measures"][0]["number"], 1,
        "the measure still watches it"
    );
    home.ok(&["undo"]);
    assert_eq!(indicators(&home, &["show", "direct-share"])["chosen"]["margin"], "5");
    assert_eq!(home.run(&["check"]).status, 0);
}

#[test]
fn a_choice_that_cannot_be_is_refused_whole_with_every_fault() {
    let home = home();
    let before = acts(&home);
    let choose = |arguments: &[&str]| refused(&home, &[&["indicators", "choose"], arguments].concat());
    let both = choose(&["direct-share", "--target", "150", "--margin", "0"]);
    assert!(both.contains("0〜100") && both.contains("0より大きい"), "{both}");
    assert!(choose(&["record-minutes", "--margin", "5"]).contains("業務効率"));
    assert!(choose(&["nowhere"]).contains("nowhere"));
    assert!(choose(&["direct-share", "--measure", "7"]).contains('7'));
    let usage = home.run(&["indicators", "choose", "direct-share", "--target", "多め"]);
    assert!(usage.status == 2 && usage.err.contains("目標値"), "{usage:?}");
    assert!(refused(&home, &["indicators", "drop", "who5"]).contains("選ばれていません"));
    assert_eq!(acts(&home), before);
}

fn path<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["indicators", "path"], arguments].concat()
}

#[test]
fn the_three_use_cases_are_each_one_act() {
    let home = home();
    measure(&home, "様式を1つにする");
    let one = path(&["one", "--efficiency", "record-minutes", "--quality", "direct-share"]);
    let before = acts(&home);
    let said = home.ok(&[
        &one[..],
        &[
            "--target",
            "record-minutes=60",
            "--margin",
            "direct-share=3",
            "--measure",
            "1",
        ],
    ]
    .concat());
    assert!(said.contains("業務効率を1つ、介護サービスの質を1つ"), "{said}");
    assert_eq!(acts(&home), before + 1);
    let all = indicators(&home, &[]);
    assert_eq!(
        (&all["complete"], &all["remarks"]),
        (&true.into(), &Value::Array(Vec::new()))
    );
    assert_eq!(all["indicators"][0]["target"], "60");
    assert_eq!(all["indicators"][1]["measures"][0]["number"], 1);
    home.ok(&["undo"]);
    let short = path(&["two", "--efficiency", "record-minutes", "--quality", "direct-share"]);
    assert!(refused(&home, &short).contains("2つ選びます（今は1つ）"));
    let two = path(&[
        "two",
        "--efficiency",
        "record-minutes",
        "--efficiency",
        "slack-share",
        "--quality",
        "who5",
    ]);
    assert_eq!(home.json(&two)["indicators"].as_array().unwrap().len(), 3);
    home.ok(&["undo"]);
    let own = indicators(
        &home,
        &[
            "add",
            "ナースコールの回数",
            "--family",
            "efficiency",
            "--direction",
            "down",
            "--per",
            "office-day",
            "--unit",
            "回",
        ],
    );
    let id = own["indicator"]["id"].as_str().unwrap();
    let free = path(&[
        "free",
        "--efficiency",
        id,
        "--quality",
        "who5",
        "--quality",
        "direct-share",
    ]);
    assert_eq!(home.json(&free)["indicators"][0]["own"], true);
    assert!(refused(&home, &path(&["free", "--efficiency", "who5", "--quality", "who5"])).contains("業務効率"));
    let wrong = home.run(&path(&["three", "--efficiency", "who5"]));
    assert!(wrong.status == 2 && wrong.err.contains("one, two, free"), "{wrong:?}");
}

#[test]
fn an_own_indicator_is_made_kept_while_it_is_used_and_taken_out() {
    let home = home();
    let add = ["indicators", "add"];
    let common = ["--family", "quality", "--direction", "up", "--per"];
    let made = |arguments: &[&str]| -> Value { home.json(&[&add[..], arguments].concat()) };
    let share = made(&[&["外出できた人"][..], &common, &["office", "--of", "希望した人数"]].concat());
    assert_eq!(
        (
            &share["indicator"]["id"],
            &share["indicator"]["unit"],
            &share["indicator"]["own"]
        ),
        (&"own-1".into(), &"%".into(), &true.into())
    );
    let rate = made(
        &[
            &["転倒の手前"][..],
            &common,
            &[
                "office-month",
                "--of",
                "１００ 利用者延べ日数",
                "--unit",
                "件",
                "--id",
                "near-falls",
            ],
        ]
        .concat(),
    );
    assert_eq!(rate["indicator"]["id"], "near-falls");
    let formula = made(
        &[
            &["話す時間の割合"][..],
            &common,
            &["staff-day", "--formula", "task(4) / filled", "--share"],
        ]
        .concat(),
    );
    assert!(
        formula["indicator"]["measured_text"]
            .as_str()
            .unwrap()
            .contains("task(4)")
    );
    let wrong = refused(
        &home,
        &[
            &add[..],
            &[" "],
            &common,
            &["office", "--unit", "件", "--range", "多い"],
        ]
        .concat(),
    );
    assert!(wrong.contains("名前が空") && wrong.contains("多い"), "{wrong}");
    let wrong = refused(
        &home,
        &[
            &add[..],
            &["別の式"],
            &common,
            &["staff-day", "--formula", "task(4", "--share"],
        ]
        .concat(),
    );
    assert!(wrong.contains(')'), "{wrong}");
    home.ok(&["indicators", "choose", "own-1"]);
    assert!(refused(&home, &["indicators", "remove", "own-1"]).contains("選ばれている"));
    home.ok(&["indicators", "drop", "own-1"]);
    assert_eq!(indicators(&home, &["remove", "own-1"])["id"], "own-1");
    assert!(refused(&home, &["indicators", "remove", "who5"]).contains("自分で作った指標ではない"));
    assert!(refused(&home, &["indicators", "show", "own-1"]).contains("own-1"));
    home.ok(&["undo"]);
    assert_eq!(
        indicators(&home, &["show", "own-1"])["indicator"]["name"],
        "外出できた人"
    );
    assert_eq!(home.run(&["check"]).status, 0);
}

#[test]
fn a_plan_of_five_people_is_told_before_measuring_that_it_can_show_nothing() {
    let empty = Home::new();
    let said = empty.ok(&["feasible", "--people", "5"]);
    assert!(
        said.contains("5人では、何を測っても「差がある」とは言えません"),
        "{said}"
    );
    assert!(said.contains("p=0.031") && said.contains("12か月"), "{said}");
    let eight = empty.json(&["feasible", "--people", "8", "--spread", "10"]);
    let line = &eight["indicators"][0];
    assert_eq!(
        (&eight["schema"], &line["can_decide"]),
        (&"yutori.feasible/1".into(), &true.into())
    );
    assert_eq!(
        (&line["p_smallest"], &line["people_needed"]),
        (&0.007_812_5.into(), &6.into())
    );
    assert!(
        (line["detectable"].as_f64().unwrap() - 11.923_828).abs() < 1e-5,
        "{line}"
    );
    assert_eq!((&line["id"], &line["seed"]), (&Value::Null, &20_240_401.into()));
    let groups = empty.json(&["feasible", "--people", "3", "--after", "3", "--groups"]);
    assert_eq!(groups["indicators"][0]["can_decide"], false);
    let none = empty.run(&["feasible"]);
    assert_eq!(none.status, 3, "{none:?}");
    let home = home();
    let named = home.json(&["feasible", "--indicator", "who5", "--people", "7"]);
    assert_eq!(
        (&named["indicators"][0]["id"], &named["indicators"][0]["n_before"]),
        (&"who5".into(), &7.into())
    );
    assert_eq!(home.run(&["feasible", "--indicator", "nowhere"]).status, 2);
    assert_eq!(home.run(&["feasible", "--people", "8", "--spread", "-1"]).status, 2);
    let office = home.ok(&["feasible", "--indicator", "document-sheets"]);
    assert!(office.contains("人ごとの比較はできません"), "{office}");
}
