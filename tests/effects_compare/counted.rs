//! What is counted, measured or calculated for the office as a whole, and what is calculated for each person.

use serde_json::{Value, json};
use yutori::effect::{Measured, Per, Subject};
use yutori::worktime::Wave;

use super::told::*;

#[test]
fn shares_of_the_office_are_compared_after_fisher_with_grade_b_at_most() {
    let mut told = Told::new();
    told.choose(None, chosen("resident-satisfaction", Some("10")));
    let counted =
        |wave, count: &str, of: &str| vec![figure("resident-satisfaction", wave, Subject::Office, count, Some(of))];
    told.enter(counted(Wave::Before, "12", "40"));
    told.enter(counted(Wave::After(1), "30", "42"));
    let found = told.compared("resident-satisfaction");
    assert_eq!(
        (&found["compared_as"], &found["test"]),
        (&json!("share"), &json!("fisher"))
    );
    assert_eq!((&found["verdict"], &found["grade"]), (&json!("improved"), &json!("B")));
    assert_eq!(found["from"]["mean"], 0.3);
    assert_eq!(
        (&found["counts_to"]["count"], &found["counts_to"]["base"]),
        (&json!(30.0), &json!(42.0))
    );
    // The margin is 10 points of percent, the finding has shares.
    assert_eq!(
        (&found["not_worse"]["margin"], &found["not_worse"]["result"]),
        (&json!(0.1), &json!("shown"))
    );
    assert_eq!(found["exact_kind"], "clopper-pearson");
    assert_eq!((&found["methods"], &found["methods_agree"]), (&json!([]), &Value::Null));
    let wilson = found["counts_from"]["interval"].as_array().unwrap();
    assert!(wilson[0].as_f64().unwrap() < 0.3 && wilson[1].as_f64().unwrap() > 0.3);
    let said = found["sentence"].as_str().unwrap();
    assert!(
        said.contains("30.0%（12/40）") && said.contains("71.4%（30/42）"),
        "{said}"
    );
}

#[test]
fn shares_of_two_people_are_hidden() {
    let mut told = Told::new();
    let counted = |wave, count: &str| vec![figure("resident-satisfaction", wave, Subject::Office, count, Some("2"))];
    told.enter(counted(Wave::Before, "1"));
    told.enter(counted(Wave::After(1), "2"));
    let found = told.compared("resident-satisfaction");
    for hidden in ["from", "to", "difference", "p_value", "counts_from", "counts_to"] {
        assert_eq!(found[hidden], Value::Null, "{hidden}");
    }
}

#[test]
fn rates_of_the_months_of_a_survey_are_compared_exactly() {
    let mut told = Told::new();
    survey_days(&told);
    told.enter(vec![
        of_month("incident-rate", "2025-01", "99", Some("1400")),
        of_month("incident-rate", "2025-02", "24", Some("1400")),
        of_month("incident-rate", "2025-06", "6", Some("1500")),
    ]);
    let found = told.compared("incident-rate");
    assert_eq!(
        (&found["compared_as"], &found["test"]),
        (&json!("rate"), &json!("poisson"))
    );
    assert_eq!(
        (&found["from"]["mean"], &found["to"]["mean"]),
        (&json!(24.0 / 1400.0 * 100.0), &json!(0.4))
    );
    assert_eq!((&found["verdict"], &found["grade"]), (&json!("improved"), &json!("B")));
    assert_eq!(found["exact_kind"], "garwood");
}

#[test]
fn a_few_events_decide_nothing_and_say_how_small_p_could_be() {
    let mut told = Told::new();
    survey_days(&told);
    told.enter(vec![
        of_month("incident-rate", "2025-02", "4", Some("1500")),
        of_month("incident-rate", "2025-06", "0", Some("1500")),
    ]);
    let found = told.compared("incident-rate");
    assert_eq!(
        (&found["verdict"], &found["grade"]),
        (&json!("not_decidable"), &json!("D"))
    );
    assert_eq!(found["p_smallest"], 0.125);
    assert_eq!(found["from"]["mean"], 4.0 / 15.0);
    let why = found["why"].as_str().unwrap();
    assert!(why.contains("4件") && why.contains("p=0.1250"), "{why}");
}

#[test]
fn two_figures_of_the_office_never_decide_and_point_to_the_series() {
    let mut told = Told::new();
    survey_days(&told);
    told.own(own("my-paper", Per::OfficeMonth, Measured::Entered));
    told.enter(vec![
        of_month("my-paper", "2025-02", "4000", None),
        of_month("my-paper", "2025-06", "10", None),
    ]);
    let found = told.compared("my-paper");
    assert_eq!(
        (&found["compared_as"], &found["difference"]),
        (&json!("figure"), &json!(-3990.0))
    );
    assert_eq!(
        (&found["verdict"], &found["grade"]),
        (&json!("not_decidable"), &json!("D"))
    );
    assert!(found["why"].as_str().unwrap().contains("推移"));
    assert!(
        found["committee"]
            .as_str()
            .unwrap()
            .contains("良くなったとも悪くなったとも言えません")
    );
}

/// Task 11 took 61 to 68 minutes of a sheet that has nothing else: all of it.
#[test]
fn a_formula_is_calculated_for_each_person_and_asks_for_filled_sheets() {
    let mut told = Told::new();
    survey_days(&told);
    let formula = |written: &str| Measured::Formula {
        formula: written.to_owned(),
        share: false,
    };
    told.own(own(
        "my-points",
        Per::StaffDay,
        formula("task(11) / filled + indicator(record-minutes)"),
    ));
    let found = told.compared("my-points");
    assert_eq!((&found["n_paired"], &found["from"]["mean"]), (&json!(8), &json!(65.5)));
    assert!(found["filled_share"].is_number());
    assert_eq!(found["scaled_day"], Value::Null);
}

#[test]
fn a_formula_of_the_office_is_calculated_from_what_was_counted_altogether() {
    let mut told = Told::new();
    survey_days(&told);
    told.own(own("my-paper", Per::OfficeMonth, Measured::Entered));
    told.own(own(
        "my-ratio",
        Per::OfficeMonth,
        Measured::Formula {
            formula: "indicator(my-paper) / indicator(incident-rate)".to_owned(),
            share: false,
        },
    ));
    told.enter(vec![
        of_month("my-paper", "2025-02", "40", None),
        of_month("my-paper", "2025-06", "30", None),
        of_month("incident-rate", "2025-02", "4", Some("200")),
        of_month("incident-rate", "2025-06", "0", Some("200")),
    ]);
    let found = told.compared("my-ratio");
    assert_eq!(found["from"]["mean"], 20.0);
    // Divided by a rate of nothing there is no value, and nothing is 0.
    assert_eq!((&found["to"], &found["difference"]), (&Value::Null, &Value::Null));
}
