//! Whether quality is shown to be no worse, and what the journal has to say about the margin.

use serde_json::{Value, json};
use yutori::effect::{Measured, Measurement, Per};
use yutori::worktime::Wave;

use super::told::*;

/// Nothing is shown of a difference, and yet it is shown not to be worse: the interval decides, never the p.
#[test]
fn no_worse_is_shown_by_the_interval_where_the_margin_came_first() {
    let told = with_a_margin_in_time();
    let found = told.compared("who5");
    let not_worse = &found["not_worse"];
    assert_eq!(not_worse["result"], "shown", "{not_worse}");
    assert_eq!(not_worse["margin"], 2.0);
    assert_eq!(
        (&not_worse["margin_act"], &not_worse["figure_act"]),
        (&json!(2), &json!(4))
    );
    // The sign-flip test turned round: 8 people, 6 of 256 sets beyond each end.
    assert_eq!(found["exact_kind"], "sign-flip");
    let low = found["exact_interval"][0].as_f64().unwrap();
    assert!((-2.0..=0.0).contains(&low), "{low}");
    assert!(found["committee"].as_str().unwrap().contains("示せています"));
}

#[test]
fn a_wider_spread_shows_neither_worse_nor_no_worse() {
    let mut told = Told::new();
    told.choose(None, chosen("who5", Some("1")));
    told.enter(who5(Wave::Before, &CALM));
    told.enter(who5(Wave::After(1), &[5, 18, 9, 13, 6, 19, 10, 17]));
    let found = told.compared("who5");
    assert_eq!(found["verdict"], "not_shown");
    assert_eq!(found["not_worse"]["result"], "not_shown");
    let said = found["not_worse"]["sentence"].as_str().unwrap();
    assert!(said.contains("悪くなったという意味でもありません"), "{said}");
}

#[test]
fn a_loss_beyond_the_margin_is_worse() {
    let mut told = Told::new();
    told.choose(None, chosen("who5", Some("1")));
    told.enter(who5(Wave::Before, &CALM));
    told.enter(who5(Wave::After(1), &CALM.map(|value| value - 5)));
    let found = told.compared("who5");
    assert_eq!(
        (&found["verdict"], &found["not_worse"]["result"]),
        (&json!("worse"), &json!("worse"))
    );
    // All changed alike: there is no spread and so no interval of Student.
    assert_eq!((&found["grade"], &found["interval"]), (&json!("B"), &Value::Null));
    assert_eq!(found["exact_interval"], json!([-5.0, -5.0]));
}

#[test]
fn a_margin_set_after_the_first_later_figure_is_not_assessable_and_both_acts_are_named() {
    let mut told = Told::new();
    told.choose(None, chosen("who5", None));
    told.enter(who5(Wave::Before, &CALM));
    let figures = told.enter(who5(Wave::After(1), &AS_CALM));
    let margin = told.choose(Some(chosen("who5", None)), chosen("who5", Some("2")));
    let found = told.compared("who5");
    let line = &found["not_worse"];
    assert_eq!(line["result"], "not_assessable");
    assert_eq!(
        (&line["margin_act"], &line["figure_act"]),
        (&json!(margin), &json!(figures))
    );
    let said = line["sentence"].as_str().unwrap();
    assert!(
        said.contains(&format!("許容幅は操作{margin}（2026-02-01 12:30）で決められましたが"))
            && said.contains(&format!(
                "取組後①の最初の値は操作{figures}（2026-02-01 11:30）で入っています"
            )),
        "{said}"
    );
    // The difference keeps its own verdict.
    assert_eq!((&found["verdict"], &found["grade"]), (&json!("not_shown"), &json!("C")));
}

/// A margin that is widened once the figures are there is a new margin.
#[test]
fn a_margin_that_is_changed_after_the_figures_no_longer_counts() {
    let mut told = with_a_margin_in_time();
    assert_eq!(told.compared("who5")["not_worse"]["result"], "shown");
    told.choose(Some(chosen("who5", Some("2"))), chosen("who5", Some("3")));
    assert_eq!(told.compared("who5")["not_worse"]["result"], "not_assessable");
    // The same margin again is newer than the figures too.
    told.choose(Some(chosen("who5", Some("3"))), chosen("who5", Some("2")));
    assert_eq!(told.compared("who5")["not_worse"]["result"], "not_assessable");
}

#[test]
fn quality_without_a_margin_is_not_assessable_and_efficiency_is_not_asked() {
    let mut told = Told::new();
    told.enter(who5(Wave::Before, &CALM));
    told.enter(who5(Wave::After(1), &AS_CALM));
    let found = told.compared("who5");
    assert_eq!(found["not_worse"]["result"], "not_assessable");
    let said = found["not_worse"]["sentence"].as_str().unwrap();
    assert!(said.contains("許容幅が決められていません"), "{said}");
    let hours = |wave, values: &[i32]| -> Vec<Measurement> {
        let people = values.iter().enumerate();
        people
            .map(|(number, value)| figure("my-hours", wave, staff(number), &value.to_string(), None))
            .collect()
    };
    told.own(own("my-hours", Per::Staff, Measured::Entered));
    told.enter(hours(Wave::Before, &CALM));
    told.enter(hours(Wave::After(1), &AS_CALM));
    assert_eq!(told.compared("my-hours")["not_worse"], Value::Null);
}
