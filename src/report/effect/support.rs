//! Findings made by hand, for tests of what shows them.

use chrono::NaiveDate;

use crate::book::Founding;
use crate::catalog::Catalog;
use crate::effect::{Direction, Family, Grade, Verdict};
use crate::issues::{Measure, MeasureId, ViewpointCode};
use crate::office::Office;
use crate::report::Holdings;
use crate::report::finding::*;
use crate::worktime::NightHours;

/// A book of an office with a name, in which nothing has been recorded yet.
pub fn holdings() -> Holdings {
    let catalog = Catalog::built_in();
    let founding = Founding {
        office: Office {
            name: "ひだまり苑".to_owned(),
            ..Office::default()
        },
        task_list: catalog.task_list("kasan-2024").unwrap().clone(),
        slot_minutes: 10,
        night: NightHours::default(),
    };
    Holdings::empty(founding, catalog)
}

/// A measure that watches these indicators.
pub fn measure(number: u32, indicators: &[&str]) -> Measure {
    let day = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();
    Measure {
        id: MeasureId(number),
        challenge: None,
        viewpoint: ViewpointCode("4".to_owned()),
        text: "記録の様式を1つにまとめ、居室で書く".to_owned(),
        owner: None,
        decided: day,
        start: day,
        end: day,
        steps: Vec::new(),
        indicators: indicators.iter().map(|id| (*id).to_owned()).collect(),
        checks: Vec::new(),
        news: Vec::new(),
    }
}

/// Minutes of eight people, from one mean to another, with the interval of the difference.
pub fn minutes(
    (id, family): (&str, Family),
    [from, to]: [f64; 2],
    ends: [f64; 2],
    (verdict, grade): (Verdict, Grade),
) -> IndicatorFinding {
    let spread = |mean: f64| {
        Some(Spread {
            mean,
            median: mean,
            sd: Some(mean.abs() * 0.12),
        })
    };
    let is_quality = family == Family::Quality;
    // Seven of eight go with the mean, one stays where it was.
    let path = |person: u32| {
        let start = from * (0.86 + f64::from(person) * 0.04);
        let step = if person == 3 { 0.0 } else { (to - from) * 8.0 / 7.0 };
        [start, start + step]
    };
    IndicatorFinding {
        id: id.to_owned(),
        name: id.to_owned(),
        family,
        unit: "分".to_owned(),
        difference_unit: "分".to_owned(),
        direction: if is_quality { Direction::Up } else { Direction::Down },
        decimals: 1,
        is_share: false,
        n_from: 8,
        n_to: 8,
        n_paired: 8,
        n_people: 8,
        from: spread(from),
        to: spread(to),
        difference: Some(to - from),
        change: (from > 0.0).then_some((to - from) / from),
        change_interval: (from > 0.0).then_some(ends.map(|end| end / from)),
        test: Some("sign-flip".to_owned()),
        p_value: Some(0.015_625),
        p_method: Some("exact".to_owned()),
        p_holm: Some(0.031_25),
        p_smallest: Some(0.007_812_5),
        p_signed_rank: Some(0.015_625),
        p_rank_sum: None,
        interval: Some(ends),
        interval_kind: Some("t 95%".to_owned()),
        hodges_lehmann: None,
        hedges_g: None,
        hedges_g_av: None,
        cliffs_delta: None,
        good_share: Some(0.875),
        unpaired: None,
        paired: None,
        filled_share: Some(0.97),
        scaled_day: None,
        scaled_night: None,
        verdict,
        grade,
        why: String::new(),
        sentence: String::new(),
        paths: (0..8).map(path).collect(),
        assessment: Assessment::default(),
    }
}

/// The same as a share, in percent.
pub fn share(mut finding: IndicatorFinding) -> IndicatorFinding {
    finding.is_share = true;
    "%".clone_into(&mut finding.unit);
    "ポイント".clone_into(&mut finding.difference_unit);
    finding
}

/// The same with the result of the test for being no worse.
pub fn tested(mut finding: IndicatorFinding, result: NotWorse) -> IndicatorFinding {
    finding.assessment.not_worse = Some(NotWorseLine {
        result,
        margin: Some(5.0),
        margin_act: Some(12),
        figure_act: Some(40),
        margin_sentence: String::new(),
        sentence: String::new(),
    });
    finding
}

/// Indicators of the survey before and of the first after it.
pub fn comparisons(indicators: Vec<IndicatorFinding>) -> Comparisons {
    Comparisons {
        schema: "yutori.compare/1".to_owned(),
        from: "before".to_owned(),
        to: "after1".to_owned(),
        from_label: "取組前".to_owned(),
        to_label: "取組後①".to_owned(),
        night_hours: "22:00-06:00".to_owned(),
        indicators,
        list_notes: Vec::new(),
    }
}

/// An indicator over so many surveys; the last one of two people.
pub fn path(id: &str, surveys: u32) -> WavePath {
    let labels = ["取組前", "取組後①", "取組後②", "取組後③", "取組後④", "取組後⑤"];
    let wave = |place: u32| {
        if place == 0 {
            "before".to_owned()
        } else {
            format!("after{place}")
        }
    };
    let points = (0..surveys).map(|place| {
        let is_last = place + 1 == surveys;
        let mean = 120.0 - f64::from(place) * 12.5;
        PathPoint {
            wave: wave(place),
            label: labels[usize::try_from(place).unwrap()].to_owned(),
            n: if is_last { 2 } else { 8 },
            mean: (!is_last).then_some(mean),
            interval: (!is_last).then_some([mean - 9.0, mean + 11.0]),
        }
    });
    WavePath {
        id: id.to_owned(),
        name: id.to_owned(),
        family: Family::Efficiency,
        unit: "分".to_owned(),
        direction: Direction::Down,
        decimals: 1,
        is_share: false,
        points: points.collect(),
        steps: vec![PathStep {
            from: "before".to_owned(),
            to: wave(surveys - 1),
            difference: Some(-12.5),
            p_value: Some(0.031_25),
            verdict: Verdict::NotShown,
            grade: Grade::C,
        }],
        sentence: String::new(),
    }
}
