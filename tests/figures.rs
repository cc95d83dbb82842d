//! 測定値: entered, listed, written out, read back, taken back; and which days belong to which survey.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::Value;
use yutori::book::{Change, Founding};
use yutori::catalog::Catalog;
use yutori::effect::{At, Indicator, Measurement, MeasurementKey, Per, Subject};
use yutori::intake::{Entered, Foreign, Gathered, Known, Order, Status, TagMap, gather};
use yutori::issues::Issues;
use yutori::office::{Decimal, Month, Office, ResidentCode, StaffCode};
use yutori::report::blank_figures::filled_figures;
use yutori::report::form::figures_book;
use yutori::report::{Holdings, entered_indicators, exchange};
use yutori::text::{Lang, Text};
use yutori::worktime::{ListNumber, NightHours, Wave};

use crate::support::Home;

const WHO5: &str = "時期,対象,利用者の心の健康（WHO-5）\n取組前,R01,12\n取組前,R02,8\n取組前,R03,\n取組後①,R01,14\n";

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--office", "さくら苑"]);
    home
}

/// The times of an indicator.
fn times(home: &Home, id: &str, more: &[&str]) -> Vec<Value> {
    let listed = home.json(&[&["values", "list", "--indicator", id], more].concat());
    assert_eq!(listed["schema"], "yutori.values/1");
    listed["indicators"][0]["times"].as_array().unwrap().clone()
}

fn acts(home: &Home) -> usize {
    home.json(&["history"])["acts"].as_array().unwrap().len()
}

#[test]
fn a_figure_is_entered_changed_taken_out_and_all_of_it_taken_back() {
    let home = home();
    let set = |value: &str| {
        home.json(&[
            "values",
            "set",
            "paid-leave-days",
            "--at",
            "取組前",
            "--staff",
            "Ｓ０１",
            value,
        ])
    };
    let kept = set("１０．５");
    assert_eq!(kept["schema"], "yutori.values-kept/1");
    assert_eq!(
        (kept["code"].as_str(), kept["after"]["value"].as_f64()),
        (Some("S01"), Some(10.5))
    );
    assert_eq!(
        (kept["before"].is_null(), kept["new_person"].as_bool()),
        (true, Some(true))
    );
    let before = acts(&home);
    assert_eq!(set("10.5")["changed"], false);
    assert_eq!(acts(&home), before, "nothing changed, so nothing was written");
    assert_eq!(set("12")["before"]["value"], 10.5);
    home.ok(&[
        "values",
        "remove",
        "年次有給休暇の取得",
        "--at",
        "before",
        "--staff",
        "s01",
    ]);
    assert_eq!(
        home.json(&["values", "--indicator", "paid-leave-days"])["indicators"][0]["n"],
        0
    );
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    let people = times(&home, "paid-leave-days", &["--with-staff"])[0]["people"].clone();
    assert_eq!(people[0]["value"], 10.5);
    assert_eq!(home.json(&["check"])["ok"], true, "the book replays");
}

#[test]
fn what_cannot_be_a_figure_is_refused_with_where_and_what_to_try() {
    let home = home();
    for (arguments, place, word) in [
        (
            &["who5", "--at", "before", "--resident", "R1", "26"][..],
            "VALUE",
            "0から25",
        ),
        (&["who5", "--at", "2025-10", "--resident", "R1", "20"], "--at", "取組前"),
        (&["who5", "--at", "before", "20"], "", "--resident"),
        (
            &["work-worth", "--at", "before", "--staff", "S1", "--", "-4"],
            "VALUE",
            "-3から3",
        ),
        (
            &["resident-satisfaction", "--at", "before", "21/20"],
            "VALUE",
            "20のうち21",
        ),
        (&["incident-rate", "--at", "2025-10", "2"], "--of", "母数"),
        (
            &["incident-rate", "--at", "2025-10", "2", "--of", "0"],
            "--of",
            "両方を空",
        ),
        (
            &["incident-rate", "--at", "2025-10", "--staff", "S1", "2/600"],
            "",
            "事業所全体",
        ),
        (
            &["record-minutes", "--at", "before", "--staff", "S1", "20"],
            "",
            "調査票",
        ),
        (&["no-such", "--at", "before", "20"], "", "yutori indicators"),
        (
            &["who5", "--at", "before", "--resident", "R1", "-"],
            "",
            "values remove",
        ),
    ] {
        let run = home.run(&[&["values", "set"], arguments].concat());
        assert!(run.status == 1 || run.status == 2, "{arguments:?}: {run:?}");
        assert!(
            run.err.contains(place) && run.err.contains(word),
            "{arguments:?}: {}",
            run.err
        );
    }
    assert_eq!(acts(&home), 1);
}

#[test]
fn means_of_fewer_than_three_people_are_hidden_and_single_people_want_a_word() {
    let home = home();
    home.file("f.csv", WHO5);
    home.ok(&["import", "f.csv"]);
    let of = |more: &[&str]| times(&home, "who5", more);
    let before = &of(&[])[0];
    assert_eq!(
        (before["n"].as_u64(), before["hidden"].as_bool()),
        (Some(2), Some(true))
    );
    assert!(before["value"].is_null() && before.get("people").is_none());
    assert_eq!(of(&[])[1]["missing"], 1);
    home.ok(&["values", "set", "who5", "--at", "before", "--resident", "R03", "10"]);
    let shown = &of(&[])[0];
    assert_eq!(
        (shown["value"].as_f64(), shown["hidden"].as_bool()),
        (Some(10.0), Some(false))
    );
    assert_eq!(of(&["--with-staff"])[0]["people"][0]["code"], "R01");
    assert!(!home.ok(&["values"]).contains("R01"));
    let refused = home.run(&["values", "export", "--out", "a.csv", "--indicator", "who5"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("--with-staff") && !home.path().join("a.csv").exists());
}

#[test]
fn what_is_written_out_reads_back_to_the_same_figures_and_changes_nothing() {
    let home = home();
    home.file("f.csv", WHO5);
    home.file(
        "g.csv",
        "年月,incident-rate,incident-rate:of,入院の日数\n2025-04,3,600,12\n2025-05,,,0\n",
    );
    home.ok(&["import", "f.csv", "g.csv"]);
    let all = home.json(&["values", "list", "--with-staff"]);
    home.ok(&["new", "other.yutori"]);
    for file in ["out.csv", "out.xlsx"] {
        let said = home.ok(&["-b", "home.yutori", "values", "export", "--with-staff", "--out", file]);
        assert!(said.contains("6件"), "{said}");
        let again = home.json(&["-b", "home.yutori", "import", file]);
        assert_eq!(
            (again["files"][0]["status"].as_str(), again["written"].as_bool()),
            (Some("unchanged"), Some(false))
        );
        let other = home.json(&["-b", "other.yutori", "import", file]);
        assert_eq!(
            (other["figures"].as_u64(), other["files"][0]["figures"].as_u64()),
            (Some(6), Some(6))
        );
        assert_eq!(
            home.json(&["-b", "other.yutori", "values", "list", "--with-staff"]),
            all,
            "{file}"
        );
        home.ok(&["-b", "other.yutori", "undo"]);
    }
    let groups = home.ok(&["-b", "home.yutori", "values", "export", "--out", "groups.csv"]);
    assert!(groups.contains("--with-staff"), "{groups}");
    let written = std::fs::read_to_string(home.path().join("groups.csv")).unwrap();
    assert!(written.contains("incident-rate") && !written.contains("who5"));
}

#[test]
fn a_changed_figure_comes_in_only_where_somebody_says_so() {
    let home = home();
    home.file("f.csv", WHO5);
    home.ok(&["import", "f.csv"]);
    home.file("later.csv", "時期,対象,who5\n取組前,R01,13\n取組前,R03,9\n");
    let refused = home.run(&["import", "later.csv"]);
    assert_eq!(refused.status, 1);
    assert!(
        refused.out.contains("2行目") && refused.out.contains("--replace"),
        "{refused:?}"
    );
    assert_eq!(times(&home, "who5", &[])[0]["n"], 2);
    let said = home.ok(&["import", "--replace", "later.csv"]);
    assert!(said.contains("測定値2件") && said.contains("1件、直しました"), "{said}");
    assert_eq!(times(&home, "who5", &["--with-staff"])[0]["people"][0]["value"], 13.0);
    home.ok(&["undo"]);
    assert_eq!(times(&home, "who5", &["--with-staff"])[0]["people"][0]["value"], 12.0);
}

#[test]
fn with_codes_no_name_of_a_resident_reaches_the_book() {
    let home = home();
    home.file("f.csv", "時期,対象,who5\n取組前,山田花子,12\n取組前,R02,8\n");
    home.ok(&["import", "--codes", "keys.csv", "f.csv"]);
    let people = times(&home, "who5", &["--with-staff"])[0]["people"].clone();
    assert_eq!(people.as_array().unwrap().len(), 2);
    assert!(!people.to_string().contains("山田"), "{people}");
    assert!(
        std::fs::read_to_string(home.path().join("keys.csv"))
            .unwrap()
            .contains("山田花子")
    );
}

#[test]
fn days_belong_to_one_survey_and_can_be_left_to_the_sheets_again() {
    let home = home();
    let set =
        |wave: &str, from: &str, to: &str| home.run(&["values", "periods", "set", wave, "--from", from, "--to", to]);
    assert_eq!(set("取組前", "2025-07-01", "令和7年9月30日").status, 0);
    let overlap = set("after1", "2025-09-30", "2025-12-31");
    assert_eq!(overlap.status, 1);
    assert!(
        overlap.err.contains("取組前") && overlap.err.contains("2025-09-30"),
        "{}",
        overlap.err
    );
    let backwards = set("after1", "2025-12-31", "2025-10-01");
    assert!(
        backwards.status == 1 && backwards.err.contains("より前"),
        "{}",
        backwards.err
    );
    assert_eq!(set("after1", "2025-10-01", "2025-12-31").status, 0);
    home.ok(&["values", "set", "incident-rate", "--at", "2025-08", "1/600"]);
    home.ok(&["values", "set", "incident-rate", "--at", "2026-01", "1/600"]);
    let waves: Vec<Option<String>> = times(&home, "incident-rate", &[])
        .iter()
        .map(|time| time["wave"].as_str().map(str::to_owned))
        .collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        waves,
        [
            text("before"),
            text("before"),
            text("after1"),
            text("after1"),
            text("after1"),
            None
        ]
    );
    let listed = home.json(&["values", "periods", "clear", "after1"]);
    assert_eq!(listed["schema"], "yutori.values-periods/1");
    assert_eq!(listed["periods"].as_array().unwrap().len(), 1);
    assert_eq!(listed["periods"][0]["is_set"], true);
}

#[test]
fn a_sheet_to_fill_is_made_for_what_is_asked_and_never_over_a_file() {
    let home = home();
    let nothing = home.run(&["blank", "figures", "--out", "blank.xlsx"]);
    assert_eq!(nothing.status, 2);
    assert!(nothing.err.contains("--indicator"), "{}", nothing.err);
    let order = [
        "blank",
        "figures",
        "--indicator",
        "who5",
        "--indicator",
        "事故の発生",
        "--months",
        "2025-04..2026-03",
        "--out",
        "blank.xlsx",
    ];
    home.ok(&order);
    assert_eq!(home.run(&order).status, 1, "a file that is there stays");
    let refused = home.run(&["import", "blank.xlsx"]);
    assert!(
        refused.status == 1 && refused.out.contains("1つも書かれていません"),
        "{refused:?}"
    );
    let wrong = home.run(&[
        "blank",
        "figures",
        "--indicator",
        "who5",
        "--months",
        "2026-04..2025-03",
        "--out",
        "b.xlsx",
    ]);
    assert!(wrong.status == 2 && wrong.err.contains("--months"), "{}", wrong.err);
}

/// A book with nothing but figures.
fn holdings(measurements: Vec<Measurement>) -> Holdings {
    let catalog = Catalog::built_in();
    let founding = Founding {
        office: Office::default(),
        task_list: catalog.task_list("kasan-2024").unwrap().clone(),
        slot_minutes: 10,
        night: NightHours::default(),
    };
    let mut holdings = Holdings::empty(founding, catalog);
    holdings.effects.measurements = measurements;
    holdings
}

/// Reads a file into a book that holds some figures already.
fn read(path: &Path, holdings: &Holdings, in_book: &[Measurement]) -> Gathered {
    let indicators = holdings.indicators();
    let founding = &holdings.founding;
    let known = Known {
        exchanged: yutori::intake::Exchanged::default(),
        task_list: &founding.task_list,
        list: ListNumber::default(),
        slot_minutes: 10,
        office: &founding.office,
        sheets: &[],
        has_file: &|_, _| false,
        tags: &TagMap::new(),
        issues: &Issues::default(),
        questionnaires: &[],
        entered: Entered {
            indicators: &indicators,
            scales: holdings.catalog.scales(),
            measurements: in_book,
        },
        ledger: yutori::intake::Ledger::none(),
    };
    let paths = [path.to_owned()];
    let order = Order {
        paths: &paths,
        wave: None,
        year: None,
        kind: None,
        keep_going: false,
        replace: false,
        foreign: &Foreign::default(),
    };
    gather(&order, &known, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// A figure that the indicator may have.
fn figure(indicator: &Indicator, (person, time, value, base): (u8, u8, u16, u16)) -> Measurement {
    let staff = || Subject::Staff(StaffCode::parse(&format!("S{person:02}")).unwrap());
    let subject = match indicator.per {
        Per::Resident => Subject::Resident(ResidentCode::parse(&format!("=R{person}")).unwrap()),
        Per::Staff | Per::StaffDay | Per::StaffMonth => staff(),
        _ => Subject::Office,
    };
    let month = Month::new(2024 + i32::from(time) / 12, 1 + u32::from(time) % 12).unwrap();
    let at = match indicator.per {
        Per::StaffMonth | Per::OfficeMonth => At::Month(month),
        Per::StaffDay | Per::OfficeDay => At::Day(month.first_day()),
        _ if time % 4 == 0 => At::Wave(Wave::Before),
        _ => At::Wave(Wave::After(time % 4)),
    };
    let holds = holdings(Vec::new());
    let rule = yutori::report::figure_rule(&holds, indicator);
    let (value, of) = match rule.range() {
        _ if rule.has_base() => (i32::from(value.min(base)), Some(Decimal::whole(u32::from(base)))),
        Some(range) => {
            let end = |end: Decimal| end.to_string().parse::<i32>().unwrap().min(500);
            let (least, most) = (end(range.least), end(range.most));
            (least + i32::from(value) % (most - least + 1), None)
        }
        None => (i32::from(value), None),
    };
    let whole = Decimal::integer(value);
    let tenth = Decimal::parse(&format!("{}.5", value / 2)).unwrap();
    let key = MeasurementKey {
        indicator: indicator.id.clone(),
        at,
        subject,
    };
    Measurement {
        key,
        value: if rule.decimals() > 0 { tenth } else { whole },
        of,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_is_exported_reads_back_to_no_change(
        picked in proptest::collection::vec((0_usize..40, 1_u8..9, 0_u8..30, 0_u16..400, 1_u16..900), 1..60),
        is_english in any::<bool>(),
    ) {
        let empty = holdings(Vec::new());
        let entered = entered_indicators(&empty);
        let figures: BTreeMap<MeasurementKey, Measurement> = picked
            .into_iter()
            .map(|(place, person, time, value, base)| figure(&entered[place % entered.len()], (person, time, value, base)))
            .map(|it| (it.key.clone(), it))
            .collect();
        let measurements: Vec<Measurement> = figures.into_values().collect();
        let book = holdings(measurements.clone());
        let text = Text::new(if is_english { Lang::En } else { Lang::Ja });
        let folder = tempfile::tempdir().unwrap();
        let all: Vec<&Measurement> = measurements.iter().collect();
        let csv = folder.path().join("out.csv");
        std::fs::write(&csv, exchange::figures(&book, &all, &text)).unwrap();
        let xlsx = folder.path().join("out.xlsx");
        std::fs::write(&xlsx, figures_book("", &filled_figures(&book, &entered), &text).unwrap()).unwrap();
        for path in [csv, xlsx] {
            let same = read(&path, &book, &measurements);
            prop_assert_eq!(&same.changes, &[]);
            prop_assert_eq!(same.files[0].status, Status::Unchanged, "{:?}", same.files[0].faults);
            let new = read(&path, &book, &[]);
            let mut brought: Vec<Measurement> = new
                .changes
                .iter()
                .filter_map(|change| match change {
                    Change::MeasurementKept { before: None, after: Some(it) } => Some((**it).clone()),
                    _ => None,
                })
                .collect();
            brought.sort_by(|one, other| one.key.cmp(&other.key));
            prop_assert_eq!(&brought, &measurements);
        }
    }
}

#[test]
fn a_day_is_written_as_a_day() {
    let day = NaiveDate::from_ymd_opt(2025, 10, 6).unwrap();
    assert_eq!(exchange::time_text(At::Day(day), &Text::new(Lang::Ja)), "2025-10-06");
}
