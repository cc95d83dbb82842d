//! Before and after of figures that were entered, counted and calculated, and what may be claimed of them.

use serde_json::{Value, json};
use yutori::book::{Book, Change, Occasion};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::effect::{At, Chosen, Family, Indicator, Measured, Measurement, MeasurementKey, Per, Subject};
use yutori::office::{Bilingual, Decimal, Month, ResidentCode, StaffCode};
use yutori::worktime::Wave;

use crate::support::Home;

/// A home whose book is written act by act, an hour apart.
struct Told {
    home: Home,
    book: Book,
    acts: u32,
}

impl Told {
    fn new() -> Self {
        let home = Home::new();
        home.ok(&["new", "a.yutori"]);
        let book = Book::open(&home.path().join("a.yutori")).unwrap();
        Self { home, book, acts: 0 }
    }

    /// Does something an hour after the last act; gives the number of the act.
    fn apply(&mut self, occasion: Occasion, changes: Vec<Change>) -> i64 {
        self.acts += 1;
        let hour = 8 + self.acts;
        let now = Moment::parse_from_rfc3339(&format!("2026-02-01T{hour:02}:30:00+09:00")).unwrap();
        self.book.apply(occasion, changes, now).unwrap().unwrap().0
    }

    fn choose(&mut self, before: Option<Chosen>, after: Chosen) -> i64 {
        let names = vec![after.indicator.clone()];
        let boxed = |it: Chosen| Box::new(it);
        self.apply(
            Occasion::IndicatorsChosen { names },
            vec![Change::IndicatorChosen {
                before: before.map(boxed),
                after: Some(boxed(after)),
            }],
        )
    }

    fn own(&mut self, indicator: Indicator) {
        let name = indicator.name.ja.clone();
        self.apply(
            Occasion::IndicatorKept { name },
            vec![Change::IndicatorKept {
                before: None,
                after: Some(Box::new(indicator)),
            }],
        );
    }

    fn enter(&mut self, figures: Vec<Measurement>) -> i64 {
        let occasion = Occasion::MeasurementsKept {
            names: vec![figures[0].key.indicator.clone()],
            figures: figures.len(),
        };
        let changes = figures.into_iter().map(|figure| Change::MeasurementKept {
            before: None,
            after: Some(Box::new(figure)),
        });
        self.apply(occasion, changes.collect())
    }

    fn compared(&self, id: &str) -> Value {
        let told = self.home.json(&["compare", "--indicator", id]);
        assert_eq!(told["schema"], "yutori.compare/1");
        told["indicators"][0].clone()
    }
}

fn decimal(written: &str) -> Decimal {
    Decimal::parse(written).unwrap()
}

fn chosen(indicator: &str, margin: Option<&str>) -> Chosen {
    Chosen {
        indicator: indicator.to_owned(),
        on: chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap(),
        target: None,
        margin: margin.map(decimal),
        spread: None,
    }
}

fn figure(indicator: &str, wave: Wave, subject: Subject, value: &str, of: Option<&str>) -> Measurement {
    Measurement {
        key: MeasurementKey {
            indicator: indicator.to_owned(),
            at: At::Wave(wave),
            subject,
        },
        value: decimal(value),
        of: of.map(decimal),
    }
}

fn resident(number: usize) -> Subject {
    Subject::Resident(ResidentCode::parse(&format!("R{number:02}")).unwrap())
}

fn staff(number: usize) -> Subject {
    Subject::Staff(StaffCode::parse(&format!("S{number:02}")).unwrap())
}

/// Well-being of residents, one value each.
fn who5(wave: Wave, values: &[i32]) -> Vec<Measurement> {
    let people = values.iter().enumerate();
    people
        .map(|(number, value)| figure("who5", wave, resident(number), &value.to_string(), None))
        .collect()
}

const CALM: [i32; 8] = [10, 12, 14, 9, 11, 13, 15, 12];
/// Each within a point of before.
const AS_CALM: [i32; 8] = [11, 12, 13, 10, 11, 14, 15, 12];

/// A book in which well-being is measured twice, with a margin set first.
fn with_a_margin_in_time() -> Told {
    let mut told = Told::new();
    told.choose(None, chosen("who5", Some("2")));
    told.enter(who5(Wave::Before, &CALM));
    told.enter(who5(Wave::After(1), &AS_CALM));
    told
}

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
            .map(|(number, value)| Measurement {
                key: MeasurementKey {
                    indicator: "my-hours".to_owned(),
                    at: At::Wave(wave),
                    subject: staff(number),
                },
                value: decimal(&value.to_string()),
                of: None,
            })
            .collect()
    };
    told.own(own("my-hours", Per::Staff, Measured::Entered));
    told.enter(hours(Wave::Before, &CALM));
    told.enter(hours(Wave::After(1), &AS_CALM));
    assert_eq!(told.compared("my-hours")["not_worse"], Value::Null);
}

fn own(id: &str, per: Per, measured: Measured) -> Indicator {
    let known = Catalog::built_in().indicator("record-minutes").unwrap().clone();
    let name = |ja: &str| Bilingual {
        ja: ja.to_owned(),
        en: ja.to_owned(),
    };
    Indicator {
        id: id.to_owned(),
        name: name("自分の指標"),
        family: Family::Efficiency,
        unit: name("点"),
        per,
        measured,
        range: None,
        usual: false,
        ..known
    }
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

/// 10 sheets of February before, 10 of June after make the months of the surveys.
fn survey_days(told: &Told) {
    let mut csv = String::from("wave,staff,date,start,task,minutes\n");
    for (wave, date) in [("before", "2025-02-03"), ("after1", "2025-06-02")] {
        for number in 1..=8 {
            csv.push_str(&format!("{wave},S{number:02},{date},8:30,11,{}\n", 60 + number));
        }
    }
    told.home.file("minutes.csv", csv);
    told.home.ok(&["import", "minutes.csv"]);
}

fn of_month(indicator: &str, month: &str, value: &str, of: Option<&str>) -> Measurement {
    Measurement {
        key: MeasurementKey {
            indicator: indicator.to_owned(),
            at: At::Month(Month::parse(month).unwrap()),
            subject: Subject::Office,
        },
        value: decimal(value),
        of: of.map(decimal),
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
    assert_eq!(reasons.len(), 6, "{reasons:#?}");
    assert!(
        reasons[1].contains("8人に届かない") && reasons[3].contains("p=0.0312"),
        "{reasons:#?}"
    );
    assert!(reasons[5].contains("Bにとどめたのは、人数です"), "{reasons:#?}");
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
