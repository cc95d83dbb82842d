//! `yutori chart` of effects: the digits are those of every other output, and nobody can be told.

use crate::support::Home;

/// A home with the sample book.
fn home() -> (Home, String) {
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui", "--json"]);
    (home, "demo/hidamari.yutori".to_owned())
}

fn drawing(home: &Home, book: &str, kind: &str) -> String {
    let file = format!("{kind}.svg");
    home.ok(&["-b", book, "chart", kind, "--out", &file, "--height", "2400"]);
    std::fs::read_to_string(home.path().join(file)).unwrap()
}

/// A figure of an indicator as people read it.
fn shown(indicator: &serde_json::Value, value: &serde_json::Value) -> String {
    let factor = if indicator["is_share"].as_bool().unwrap() {
        100.0
    } else {
        1.0
    };
    let decimals = usize::try_from(indicator["decimals"].as_u64().unwrap()).unwrap();
    format!("{:.decimals$}", value.as_f64().unwrap() * factor)
}

#[test]
fn means_and_differences_of_the_dumbbell_have_the_digits_of_the_comparison() {
    let (home, book) = home();
    let compared = home.json(&["-b", &book, "compare"]);
    let drawn = drawing(&home, &book, "effects");
    let indicators = compared["indicators"].as_array().unwrap();
    assert!(!indicators.is_empty());
    for indicator in indicators {
        let unit = indicator["unit"].as_str().unwrap();
        for wave in ["from", "to"] {
            let mean = format!(">{}{unit}<", shown(indicator, &indicator[wave]["mean"]));
            assert!(drawn.contains(&mean), "{mean}");
        }
        let sign = |value: &serde_json::Value| {
            let shown = shown(indicator, value);
            // What rounds to nothing has no sign.
            let is_nothing = !shown.contains(|digit: char| ('1'..='9').contains(&digit));
            match value.as_f64().unwrap() > 0.0 {
                _ if is_nothing => shown.replace('-', ""),
                true => format!("+{shown}"),
                false => shown,
            }
        };
        let [low, high] = [0, 1].map(|end| sign(&indicator["interval"][end]));
        let difference = sign(&indicator["difference"]);
        let said = format!(
            ">{difference}{} [{low}, {high}]<",
            indicator["difference_unit"].as_str().unwrap()
        );
        assert!(drawn.contains(&said), "{said}");
    }
    assert!(drawn.contains("BIZ UDPGothic") && drawn.contains("ひだまり"));
}

#[test]
fn people_of_the_paths_have_no_code() {
    let (home, book) = home();
    let summary = home.json(&["-b", &book, "summary"]);
    let drawn = drawing(&home, &book, "paths");
    let people = summary["waves"][0]["staff_minutes"].as_array().unwrap();
    assert!(people.len() > 2);
    for person in people {
        let code = person["staff"].as_str().unwrap();
        assert!(!drawn.contains(&format!(">{code}")), "{code}");
    }
    let compared = home.json(&["-b", &book, "compare"]);
    let first = &compared["indicators"][0];
    let lines = first["paths"].as_array().unwrap().len();
    assert!(drawn.contains(&format!("両方の調査にいる{lines}人")), "{lines}");
}

#[test]
fn pairs_of_the_quadrant_say_what_may_be_said() {
    let (home, book) = home();
    let drawn = drawing(&home, &book, "quadrant");
    assert!(drawn.contains("効率も質も良い方へ") && drawn.contains("組を見ました"));
    let run = home.run(&["-b", &book, "chart", "quadrant", "--out", "a.svg", "--to", "after5"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("取組後⑤"), "{}", run.err);
}

#[test]
fn two_surveys_are_no_path_and_the_refusal_says_what_it_takes() {
    let (home, book) = home();
    let run = home.run(&["-b", &book, "chart", "waves", "--out", "a.svg"]);
    assert_eq!(run.status, 1);
    assert!(
        run.err.contains("3回以上") && run.err.contains("前後の差"),
        "{}",
        run.err
    );
}

#[test]
fn two_people_are_in_no_chart_of_effects() {
    let home = Home::new();
    home.ok(&["new", "b.yutori"]);
    for (wave, day, minutes) in [("before", 6, [30, 41]), ("after1", 13, [20, 17])] {
        let mut csv = String::from("wave,staff,date,start,end,task,minutes\n");
        for (person, minutes) in minutes.iter().enumerate() {
            csv.push_str(&format!(
                "{wave},S{person},2025-10-{day:02},9:00,9:{minutes},11,{minutes}\n"
            ));
        }
        home.file("minutes.csv", &csv);
        home.ok(&["-b", "b.yutori", "import", "minutes.csv", "--wave", wave]);
    }
    let run = home.run(&["-b", "b.yutori", "chart", "paths", "--out", "a.svg"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.err.contains("3人に満たない"), "{}", run.err);
    let drawn = drawing(&home, "b.yutori", "effects");
    assert!(drawn.contains("3人未満のため表示しません"));
    for figure in ["35.5分", "18.5分", "-17.0分"] {
        assert!(!drawn.contains(figure), "{figure}");
    }
}
