//! Series of many lengths at many sizes: no word is cut or lies on another, and what is drawn is what was found.

use chrono::NaiveDate;

use super::*;
use crate::effect::{Measured, Per};
use crate::report::chart::canvas::Shape;
use crate::report::chart::effect::mark::{BAD, GOOD};
use crate::report::chart::{Choice, Contents, Look};
use crate::report::effect::series_support::{empty, entered, indicator, month, monthly, phase, target};
use crate::report::finding::{EffectFinding, IssuesFinding, Summary};
use crate::report::{self, Holdings};
use crate::stats::RuleSet;
use crate::text::{Lang, Text};

/// Everything that charts are drawn from, made once.
struct Made {
    holdings: Holdings,
    text: Text,
    summary: Summary,
    issues: IssuesFinding,
    effect: EffectFinding,
}

impl Made {
    fn of(holdings: &Holdings, lang: Lang) -> Self {
        let text = Text::new(lang);
        let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
        Self {
            summary: report::summary(&holdings.founding, &holdings.sheets, &text).unwrap(),
            issues: report::issues(holdings, today, &text),
            effect: report::effect(holdings, Vec::new(), today, &text).unwrap(),
            holdings: holdings.clone(),
            text,
        }
    }

    fn drawn(&self, choice: &Choice, (width, height): (u32, u32)) -> Result<Canvas, ChartError> {
        let contents = Contents {
            holdings: &self.holdings,
            summary: &self.summary,
            issues: &self.issues,
            effect: &self.effect,
            version: "0.0.0",
        };
        let look = Look::new(width, height, false).unwrap();
        super::super::canvas_of(Kind::Run, &contents, choice, look, &self.text)
    }
}

fn by(rules: Option<RuleSet>) -> Choice {
    Choice {
        rules,
        ..Choice::default()
    }
}

fn drawn(holdings: &Holdings, rules: Option<RuleSet>) -> Canvas {
    Made::of(holdings, Lang::Ja).drawn(&by(rules), (1600, 1000)).unwrap()
}

/// So many months: up and down about 12, from two thirds on about 7, every eleventh missing.
fn office(count: usize) -> Holdings {
    let values: Vec<Option<f64>> = (0..count)
        .map(|at| {
            let noise = [0.0, 2.0, -1.0, 1.0, -2.0, 3.0, -1.0][at * 5 % 7];
            let level = if at < count * 2 / 3 { 12.0 } else { 7.0 };
            (at % 11 != 4).then_some(level + noise)
        })
        .collect();
    monthly(&values)
}

fn words(canvas: &Canvas) -> Vec<&str> {
    canvas.words.iter().map(|words| words.text.as_str()).collect()
}

fn check(canvas: &Canvas, place: &str) {
    assert!(canvas.words.len() > 8, "{place}");
    let boxes: Vec<[f64; 4]> = canvas
        .words
        .iter()
        .map(|it| [it.x, it.y - it.size * 0.44, it.x + it.width, it.y + it.size * 0.44])
        .collect();
    let (wide, high) = (f64::from(canvas.width), f64::from(canvas.height));
    for (index, own) in boxes.iter().enumerate() {
        let said = &canvas.words[index].text;
        let inside = own[0] >= -0.5 && own[1] >= -0.5 && own[2] <= wide + 0.5 && own[3] <= high + 0.5;
        assert!(inside, "{place}: {said} is cut");
        for (other, with) in boxes.iter().zip(&canvas.words).skip(index + 1) {
            let apart = own[2] <= other[0] + 1.0
                || other[2] <= own[0] + 1.0
                || own[3] <= other[1] + 1.0
                || other[3] <= own[1] + 1.0;
            assert!(apart, "{place}: {said} lies on {}", with.text);
        }
    }
}

#[test]
fn no_word_is_cut_or_lies_on_another() {
    let long = "見守り機器を2階の全室に入れ、夜の巡回の回数を半分にして、記録をタブレットに変えた";
    let sizes = [(1600, 1000), (800, 500), (640, 400), (900, 3000), (3000, 500)];
    for count in [1, 2, 6, 14, 36, 60] {
        let mut holdings = office(count);
        target(&mut holdings, "falls", "6.8");
        for phases in 0..3 {
            if phases > 0 && count > 6 {
                phase(&mut holdings, "falls", month(count * phases / 3 + 1), long);
            }
            let lang = [Lang::Ja, Lang::En][(count + phases) % 2];
            let made = Made::of(&holdings, lang);
            for rules in [None, Some(RuleSet::Shewhart), Some(RuleSet::Ihi)] {
                for size in sizes {
                    let canvas = made.drawn(&by(rules), size).unwrap();
                    check(
                        &canvas,
                        &format!("{count} months, {phases} phases, {rules:?}, {size:?}, {lang:?}"),
                    );
                }
            }
        }
    }
}

#[test]
fn three_years_of_days_fit_too() {
    let mut holdings = empty();
    let daily = indicator("falls", Per::OfficeDay, Measured::Entered);
    let figures: Vec<_> = (0..1100)
        .map(|at| (at % 7 < 5).then_some((f64::from(at * 7 % 11), None)))
        .collect();
    entered(&mut holdings, &daily, &figures);
    let made = Made::of(&holdings, Lang::Ja);
    for size in [(1600, 1000), (640, 400)] {
        check(&made.drawn(&by(None), size).unwrap(), &format!("{size:?}"));
    }
}

#[test]
fn the_rules_and_the_number_of_values_stand_on_the_chart() {
    let holdings = office(14);
    let canvas = drawn(&holdings, None);
    let said = words(&canvas);
    assert!(
        said.contains(&"ルール：続き方とまたぎ方（Anhoej）　値13個（値のない所1）"),
        "{said:?}"
    );
    assert!(said.contains(&"推移：転倒・転落（件）"), "{said:?}");
    let canvas = drawn(&holdings, Some(RuleSet::Mdc));
    let said = words(&canvas).concat();
    assert!(said.contains("上下の限界（Making Data Count）"), "{said}");
}

#[test]
fn causes_targets_and_trial_limits_are_named_beside_their_lines() {
    let mut holdings = office(20);
    phase(&mut holdings, "falls", month(13), "見守り機器を入れた");
    target(&mut holdings, "falls", "5");
    let canvas = drawn(&holdings, Some(RuleSet::Mdc));
    let said = words(&canvas);
    for part in ["見守り機器を入れた", "上の限界（暫定）", "目標 5.0"] {
        assert!(said.iter().any(|words| words.contains(part)), "{part}: {said:?}");
    }
}

/// Dots of a colour.
fn dots(canvas: &Canvas, wanted: Colour) -> usize {
    let is_wanted = |shape: &&Shape| matches!(shape, Shape::Dot { colour, .. } if *colour == wanted);
    canvas.shapes.iter().filter(is_wanted).count()
}

/// Squares of the bad way.
fn squares(canvas: &Canvas) -> usize {
    let is_bad = |shape: &&Shape| matches!(shape, Shape::Area(_, fill) if fill.colour == BAD);
    canvas.shapes.iter().filter(is_bad).count()
}

#[test]
fn good_and_bad_marks_go_by_the_good_way_of_the_indicator() {
    let values: Vec<Option<f64>> = (0..18).map(|at| Some(if at < 9 { 9.0 } else { 4.0 })).collect();
    let mut holdings = monthly(&values);
    let legend = 1;
    let down = drawn(&holdings, None);
    assert_eq!((dots(&down, GOOD), squares(&down)), (9 + legend, 9 + legend));
    assert_eq!(dots(&down, LINE), legend);
    assert!(words(&down).contains(&"良い：片側に続く 9個"), "{:?}", words(&down));
    holdings.effects.indicators[0].direction = crate::effect::Direction::Up;
    holdings.effects.measurements.truncate(9);
    let up = drawn(&holdings, None);
    assert_eq!((dots(&up, GOOD), squares(&up), dots(&up, LINE)), (0, 0, 9 + legend));
}

#[test]
fn a_missing_month_breaks_the_line() {
    let lines = |values: &[Option<f64>]| {
        let canvas = drawn(&monthly(values), None);
        let is_line = |shape: &&Shape| matches!(shape, Shape::Line { colour, .. } if *colour == LINE);
        canvas.shapes.iter().filter(is_line).count()
    };
    let whole = [1.0, 2.0, 3.0, 2.0, 1.0, 2.0].map(Some);
    let mut gap = whole;
    gap[3] = None;
    assert_eq!(lines(&gap), lines(&whole) + 1);
}

#[test]
fn a_limit_that_cannot_be_is_left_out_and_said_so() {
    let holdings = monthly(&[0.0, 4.0, 1.0, 3.0, 0.0, 5.0].map(Some));
    let canvas = drawn(&holdings, Some(RuleSet::Shewhart));
    let said = words(&canvas);
    assert!(
        said.iter().any(|words| words.contains("限界は描いていません")),
        "{said:?}"
    );
    assert!(!said.iter().any(|words| words.starts_with("下の限界")), "{said:?}");
}

#[test]
fn an_indicator_without_months_is_refused() {
    let made = Made::of(&office(12), Lang::Ja);
    for rules in [None, Some(RuleSet::Mdc)] {
        let choice = Choice {
            indicator: Some("record-minutes".to_owned()),
            ..by(rules)
        };
        let refused = made.drawn(&choice, (800, 500)).unwrap_err();
        assert_eq!(refused, ChartError::NoSeries("record-minutes".to_owned()));
    }
    let none = Made::of(&empty(), Lang::Ja).drawn(&by(None), (800, 500)).unwrap_err();
    assert_eq!(none, ChartError::NothingYet(Kind::Run));
}
