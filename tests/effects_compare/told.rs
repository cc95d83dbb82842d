//! A home whose book is written act by act.

use serde_json::Value;
use yutori::book::{Book, Change, Occasion};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::effect::{At, Chosen, Family, Indicator, Measured, Measurement, MeasurementKey, Per, Subject};
use yutori::office::{Bilingual, Decimal, Month, ResidentCode, StaffCode};
use yutori::worktime::Wave;

use crate::support::Home;

/// A home whose book is written act by act, an hour apart.
pub struct Told {
    pub home: Home,
    book: Book,
    acts: u32,
}

impl Told {
    pub fn new() -> Self {
        let home = Home::new();
        home.ok(&["new", "a.yutori"]);
        let book = Book::open(&home.path().join("a.yutori")).unwrap();
        Self { home, book, acts: 0 }
    }

    /// Does something an hour after the last act; gives the number of the act.
    pub fn apply(&mut self, occasion: Occasion, changes: Vec<Change>) -> i64 {
        self.acts += 1;
        let hour = 8 + self.acts;
        let now = Moment::parse_from_rfc3339(&format!("2026-02-01T{hour:02}:30:00+09:00")).unwrap();
        self.book.apply(occasion, changes, now).unwrap().unwrap().0
    }

    pub fn choose(&mut self, before: Option<Chosen>, after: Chosen) -> i64 {
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

    pub fn own(&mut self, indicator: Indicator) {
        let name = indicator.name.ja.clone();
        self.apply(
            Occasion::IndicatorKept { name },
            vec![Change::IndicatorKept {
                before: None,
                after: Some(Box::new(indicator)),
            }],
        );
    }

    pub fn enter(&mut self, figures: Vec<Measurement>) -> i64 {
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

    pub fn compared(&self, id: &str) -> Value {
        let told = self.home.json(&["compare", "--indicator", id]);
        assert_eq!(told["schema"], "yutori.compare/1");
        told["indicators"][0].clone()
    }
}

pub fn decimal(written: &str) -> Decimal {
    Decimal::parse(written).unwrap()
}

pub fn chosen(indicator: &str, margin: Option<&str>) -> Chosen {
    Chosen {
        indicator: indicator.to_owned(),
        on: chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap(),
        target: None,
        margin: margin.map(decimal),
        spread: None,
    }
}

pub fn figure(indicator: &str, wave: Wave, subject: Subject, value: &str, of: Option<&str>) -> Measurement {
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

pub fn resident(number: usize) -> Subject {
    Subject::Resident(ResidentCode::parse(&format!("R{number:02}")).unwrap())
}

pub fn staff(number: usize) -> Subject {
    Subject::Staff(StaffCode::parse(&format!("S{number:02}")).unwrap())
}

/// Well-being of residents, one value each.
pub fn who5(wave: Wave, values: &[i32]) -> Vec<Measurement> {
    let people = values.iter().enumerate();
    people
        .map(|(number, value)| figure("who5", wave, resident(number), &value.to_string(), None))
        .collect()
}

pub const CALM: [i32; 8] = [10, 12, 14, 9, 11, 13, 15, 12];
/// Each within a point of before.
pub const AS_CALM: [i32; 8] = [11, 12, 13, 10, 11, 14, 15, 12];

/// A book in which well-being is measured twice, with a margin set first.
pub fn with_a_margin_in_time() -> Told {
    let mut told = Told::new();
    told.choose(None, chosen("who5", Some("2")));
    told.enter(who5(Wave::Before, &CALM));
    told.enter(who5(Wave::After(1), &AS_CALM));
    told
}

pub fn own(id: &str, per: Per, measured: Measured) -> Indicator {
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

/// Eight sheets of February before and eight of June after make these the months of the surveys.
pub fn survey_days(told: &Told) {
    let mut csv = String::from("wave,staff,date,start,task,minutes\n");
    for (wave, date) in [("before", "2025-02-03"), ("after1", "2025-06-02")] {
        for number in 1..=8 {
            csv.push_str(&format!("{wave},S{number:02},{date},8:30,11,{}\n", 60 + number));
        }
    }
    told.home.file("minutes.csv", csv);
    told.home.ok(&["import", "minutes.csv"]);
}

pub fn of_month(indicator: &str, month: &str, value: &str, of: Option<&str>) -> Measurement {
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
