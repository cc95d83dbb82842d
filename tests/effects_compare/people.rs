//! Figures of people that were entered, and what may be claimed of them.

use serde_json::{Value, json};
use yutori::effect::{Chosen, Measured, Measurement, Per, Subject};
use yutori::office::ResidentCode;
use yutori::worktime::Wave;

use super::told::*;

#[test]
fn entered_figures_of_people_are_compared_person_by_person() {
    let told = with_a_margin_in_time();
    let found = told.compared("who5");
    assert_eq!(
        (&found["n_from"], &found["n_to"], &found["n_paired"]),
        (&json!(8), &json!(8), &json!(8))
    );
    assert_eq!(found["compared_as"], "people");
    assert_eq!(found["filled_share"], Value::Null);
    assert_eq!((&found["verdict"], &found["grade"]), (&json!("not_shown"), &json!("C")));
    assert_eq!(found["difference"], 0.25);
}

/// Staff S01 and resident S01 are two people.
#[test]
fn staff_and_residents_of_one_code_are_never_mixed() {
    let mut told = Told::new();
    told.own(own("my-points", Per::Staff, Measured::Entered));
    let both = |wave, value: &str| -> Vec<Measurement> {
        let code = |number: usize| format!("S{number:02}");
        let of_staff = (0..6).map(|number| figure("my-points", wave, staff(number), value, None));
        let of_residents = (0..6).map(|number| {
            let subject = Subject::Resident(ResidentCode::parse(&code(number)).unwrap());
            figure("my-points", wave, subject, "99", None)
        });
        of_staff.chain(of_residents).collect()
    };
    told.enter(both(Wave::Before, "10"));
    told.enter(both(Wave::After(1), "4"));
    let found = told.compared("my-points");
    assert_eq!(
        (&found["n_from"], &found["from"]["mean"], &found["to"]["mean"]),
        (&json!(6), &json!(10.0), &json!(4.0))
    );
}

#[test]
fn figures_of_two_people_are_never_shown() {
    let mut told = Told::new();
    told.choose(None, chosen("who5", Some("2")));
    told.enter(who5(Wave::Before, &[17, 23]));
    told.enter(who5(Wave::After(1), &[18, 24]));
    let found = told.compared("who5");
    for hidden in [
        "from",
        "to",
        "difference",
        "p_value",
        "interval",
        "good_share",
        "hedges_g",
        "exact_interval",
    ] {
        assert_eq!(found[hidden], Value::Null, "{hidden}");
    }
    assert_eq!(found["paths"], Value::Null);
    assert_eq!(found["methods"], json!([]));
    assert_eq!(found["verdict"], "not_decidable");
    let text = told.home.ok(&["compare", "--indicator", "who5", "--why"]);
    assert!(text.contains("3人分に届かない"), "{text}");
    for value in ["17", "18", "23", "24", "20.0", "21.0"] {
        assert!(!text.contains(value), "{value}: {text}");
    }
}

/// Eight people are in both waves and a ninth only before: the mean of all nine would tell the ninth's value.
#[test]
fn one_person_who_is_in_one_wave_only_is_not_told_by_a_second_mean() {
    let mut told = Told::new();
    let mut nine = CALM.to_vec();
    nine.push(25);
    told.enter(who5(Wave::Before, &nine));
    told.enter(who5(Wave::After(1), &AS_CALM));
    let found = told.compared("who5");
    assert_eq!((&found["n_from"], &found["n_paired"]), (&json!(9), &json!(8)));
    assert_eq!(found["unpaired"], Value::Null);
    let unpaired = found["methods"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["method"] == "unpaired");
    assert_eq!(unpaired.unwrap()["difference"], Value::Null);
    let reasons = found["reasons"].to_string();
    assert!(
        reasons.contains("前に値がある9人のうち、後にも値があるのは8人です"),
        "{reasons}"
    );
}

#[test]
fn several_indicators_of_a_family_are_adjusted_and_the_committee_is_told() {
    let mut told = Told::new();
    for id in ["a", "b", "c"] {
        told.own(own(id, Per::Staff, Measured::Entered));
    }
    let people = |id: &str, wave, values: [i32; 6]| -> Vec<Measurement> {
        let people = values.iter().enumerate();
        people
            .map(|(number, value)| figure(id, wave, staff(number), &value.to_string(), None))
            .collect()
    };
    let mut all = Vec::new();
    for id in ["a", "b", "c"] {
        all.extend(people(id, Wave::Before, [10, 12, 14, 16, 18, 20]));
    }
    all.extend(people("a", Wave::After(1), [9, 10, 13, 14, 17, 18]));
    all.extend(people("b", Wave::After(1), [11, 11, 15, 15, 19, 19]));
    all.extend(people("c", Wave::After(1), [11, 11, 15, 15, 19, 19]));
    told.enter(all);
    let told = told
        .home
        .json(&["compare", "--indicator", "a", "--indicator", "b", "--indicator", "c"]);
    let found = &told["indicators"][0];
    assert_eq!(
        (&found["p_value"], &found["p_holm"]),
        (&json!(0.03125), &json!(0.09375))
    );
    assert_eq!((&found["verdict"], &found["grade"]), (&json!("improved"), &json!("B")));
    let said = found["committee"].as_str().unwrap();
    assert!(
        said.contains("改善したとは言い切れません") && said.contains("0.0938"),
        "{said}"
    );
}

#[test]
fn one_person_who_stands_alone_turns_the_answer_and_it_is_said() {
    let mut told = Told::new();
    told.own(own("a", Per::Staff, Measured::Entered));
    let people = |wave, values: [i32; 9]| -> Vec<Measurement> {
        let people = values.iter().enumerate();
        people
            .map(|(number, value)| figure("a", wave, staff(number), &value.to_string(), None))
            .collect()
    };
    told.enter(people(Wave::Before, [100; 9]));
    told.enter(people(Wave::After(1), [90, 91, 89, 92, 88, 90, 91, 89, 400]));
    let found = told.compared("a");
    assert_eq!(
        (&found["verdict"], &found["methods_agree"]),
        (&json!("not_shown"), &json!(false))
    );
    let said = found["methods_sentence"].as_str().unwrap();
    assert!(said.contains("最も大きく変わった人を除くと「改善」"), "{said}");
    assert!(
        found["committee"]
            .as_str()
            .unwrap()
            .contains("別の比べ方では答えが変わります")
    );
}

#[test]
fn a_target_is_reached_by_the_later_mean() {
    let mut told = Told::new();
    let with_target = |target: &str| Chosen {
        target: Some(decimal(target)),
        ..chosen("who5", None)
    };
    told.choose(None, with_target("12.25"));
    told.enter(who5(Wave::Before, &CALM));
    told.enter(who5(Wave::After(1), &AS_CALM));
    let found = told.compared("who5");
    assert_eq!(
        (&found["target"], &found["target_reached"]),
        (&json!(12.25), &json!(true))
    );
    told.choose(Some(with_target("12.25")), with_target("12.3"));
    assert_eq!(told.compared("who5")["target_reached"], false);
}

#[test]
fn three_surveys_make_a_path_of_the_people_who_are_in_all() {
    let mut told = Told::new();
    told.enter(who5(Wave::Before, &CALM));
    told.enter(who5(Wave::After(1), &CALM.map(|value| value + 2)));
    assert_eq!(
        told.home.json(&["compare", "--indicator", "who5"])["paths"],
        Value::Null
    );
    told.enter(who5(Wave::After(2), &CALM.map(|value| value + 3)[..7]));
    let compared = told.home.json(&["compare", "--indicator", "who5"]);
    assert_eq!(
        (&compared["from"], &compared["to"]),
        (&json!("before"), &json!("after2"))
    );
    let path = &compared["paths"][0];
    let points: Vec<(&Value, &Value)> = path["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (&it["n"], &it["mean"]))
        .collect();
    assert_eq!(
        points,
        [
            (&json!(7), &json!(12.0)),
            (&json!(7), &json!(14.0)),
            (&json!(7), &json!(15.0))
        ]
    );
    let steps: Vec<(&str, &str, f64)> = path["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let of = |key: &str| it[key].as_str().unwrap();
            (of("from"), of("to"), it["difference"].as_f64().unwrap())
        })
        .collect();
    assert_eq!(
        steps,
        [
            ("before", "after1", 2.0),
            ("after1", "after2", 1.0),
            ("before", "after2", 3.0)
        ]
    );
    assert!(path["points"][0]["interval"][0].as_f64().unwrap() < 12.0);
    let text = told.home.ok(&["compare", "--indicator", "who5"]);
    assert!(text.contains(path["sentence"].as_str().unwrap()), "{text}");
}

/// Each rule has its sentence, and the last one names what held the grade back.
#[test]
fn why_spells_out_every_rule_of_the_grade() {
    let mut told = Told::new();
    told.enter(who5(Wave::Before, &CALM[..6]));
    told.enter(who5(Wave::After(1), &[13, 16, 16, 12, 15, 15]));
    let found = told.compared("who5");
    assert_eq!((&found["verdict"], &found["grade"]), (&json!("improved"), &json!("B")));
    let reasons: Vec<&str> = found["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    assert_eq!(reasons.len(), 7, "{reasons:#?}");
    assert!(
        reasons[1].contains("8人に届かない") && reasons[3].contains("p=0.0312"),
        "{reasons:#?}"
    );
    // Whoever is in both is compared as different people too.
    assert!(
        reasons[5].contains("別々の人として比べると、差は+3.0点、p=0.0260"),
        "{reasons:#?}"
    );
    assert!(reasons[6].contains("Bにとどめたのは、人数です"), "{reasons:#?}");
    let plain = told.home.ok(&["compare", "--indicator", "who5"]);
    let with_why = told.home.ok(&["compare", "--indicator", "who5", "--why"]);
    for reason in reasons {
        assert!(with_why.contains(reason) && !plain.contains(reason), "{reason}");
    }
    assert!(
        told.home
            .ok(&["compare", "--indicator", "who5", "--why", "--lang", "en"])
            .contains("Grade B at most.")
    );
}
