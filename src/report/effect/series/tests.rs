//! What a series says: golden numbers, gaps, phases, the good way, and nothing that is not so.

use super::support::{day, empty, entered, indicator, month, monthly, phase, target};
use super::*;
use crate::effect::{Direction, Measured};
use crate::office::Bilingual;
use crate::text::Lang;

fn ja() -> Text {
    Text::new(Lang::Ja)
}

fn read(holdings: &Holdings, rules: Option<RuleSet>) -> SeriesFinding {
    let indicator = holdings.indicator("falls").unwrap();
    series_of(holdings, indicator, rules, &ja()).unwrap()
}

fn whole(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn near(value: Option<f64>, wanted: f64) {
    let value = value.unwrap();
    assert!((value - wanted).abs() < 1e-6, "{value} is not {wanted}");
}

// Golden F of STATISTICS.md.
const F: [f64; 18] = [1., 2., 1., 2., 10., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1.];

#[test]
fn golden_limits_come_through_the_finding() {
    let holdings = monthly(&whole(&F));
    let mdc = read(&holdings, Some(RuleSet::Mdc));
    let phase = &mdc.phases[0];
    near(phase.centre, 1.944_444_444);
    let limits = phase.limits.as_ref().unwrap();
    near(Some(limits.high), 4.604_444_444);
    near(Some(limits.low), -0.715_555_556);
    assert!(!limits.trial);
    assert_eq!(phase.centre_kind, "mean");
    let excel = read(&holdings, Some(RuleSet::MdcExcel));
    let limits = excel.phases[0].limits.as_ref().unwrap();
    near(Some(limits.high), 6.951_503_268);
    near(Some(limits.low), -3.062_614_379);
    let outside: Vec<&SeriesPoint> = mdc.points.iter().filter(|it| it.signals == ["outside"]).collect();
    assert_eq!(
        (outside.len(), outside[0].at.as_str(), outside[0].good),
        (1, "2023-08", Some(false))
    );
    assert_eq!(
        mdc.sentence,
        "偶然では説明しにくい変化があります：2023年8月が上の限界（4.6件）より多い（悪い向き）。"
    );
}

// Golden G of STATISTICS.md.
#[test]
fn golden_runs_and_crossings_come_through_the_finding() {
    for (useful, allowed, needed) in [(10, 6, 2), (12, 7, 3), (15, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10)] {
        // Up and down about the median; where the count is odd two values lie on it.
        let mut values: Vec<f64> = (0..useful).map(|at| if at % 2 == 0 { 3.0 } else { 1.0 }).collect();
        values.extend(vec![2.0; useful % 2 * 2]);
        let found = read(&monthly(&whole(&values)), Some(RuleSet::Anhoej));
        let phase = &found.phases[0];
        assert_eq!(
            (phase.longest_allowed, phase.crossings_needed),
            (allowed, needed),
            "{useful}"
        );
        assert_eq!((phase.longest_run, phase.crossings), (1, useful - 1));
    }
}

#[test]
fn the_latest_shift_is_told_with_its_begin_its_length_and_its_way() {
    let values = [&[6., 7., 6., 7., 6., 7., 6., 7.][..], &[4., 3., 4., 3., 4., 3., 4., 3.]].concat();
    let mut holdings = monthly(&whole(&values));
    let found = read(&holdings, None);
    assert_eq!(found.rules, "anhoej");
    assert_eq!(
        found.sentence,
        "偶然では説明しにくい変化があります：2023年12月から8か月続けて中央値より少ない（良い向き）。ほかに印が2個あります。"
    );
    let goods: Vec<Option<bool>> = found.points.iter().map(|point| point.good).collect();
    assert_eq!(goods, [vec![Some(false); 8], vec![Some(true); 8]].concat());
    assert_eq!(found.phases[0].signals[2].signal, "few_crossings");
    assert_eq!(found.phases[0].signals[2].good, None);
    assert_eq!(
        found.phases[0].signals[2].sentence,
        "中央値をまたいだのは1回だけ（偶然なら4回以上。途中で水準が変わると、こうなります）"
    );
    assert!(found.remarks.iter().any(|it| it.contains("この図だけではわかりません")));
    // Where more is better the same series is bad news.
    holdings.effects.indicators[0].direction = Direction::Up;
    let up = read(&holdings, None);
    assert!(up.sentence.contains("（悪い向き）"), "{}", up.sentence);
    assert_eq!(up.points[15].good, Some(false));
}

#[test]
fn what_is_chance_is_called_chance_and_too_little_is_called_so() {
    let up_and_down = |count: usize| -> Vec<Option<f64>> {
        (0..count)
            .map(|at| Some([5., 3., 4., 6., 2., 5., 3.][at % 7]))
            .collect()
    };
    let chance = read(&monthly(&up_and_down(14)), None);
    assert_eq!(chance.sentence, "偶然の範囲の上下です。");
    assert!(
        chance
            .points
            .iter()
            .all(|point| point.signals.is_empty() && point.good.is_none())
    );
    let few = read(&monthly(&up_and_down(11)), None);
    assert_eq!(
        few.sentence,
        "偶然の範囲の上下です。値がまだ11個なので、小さな変化は見つかりません。"
    );
    let fewer = read(&monthly(&up_and_down(6)), None);
    assert_eq!(
        fewer.sentence,
        "値が6個なので、偶然の上下かどうかは、まだわかりません。"
    );
}

#[test]
fn gaps_stay_gaps_and_are_counted() {
    let mut values = whole(&[6., 7., 6., 7., 6., 7., 6., 7., 4., 3., 4., 3., 4., 3., 4., 3.]);
    values.insert(10, None);
    values.insert(2, None);
    let found = read(&monthly(&values), None);
    assert_eq!((found.n, found.missing, found.points.len()), (16, 2, 18));
    assert_eq!((found.points[2].value, found.points[2].at.as_str()), (None, "2023-06"));
    assert_eq!(found.points[2].signals, [""; 0]);
    assert!(
        found.remarks.iter().any(|it| it.contains("値のない2か月")),
        "{:?}",
        found.remarks
    );
    assert!(
        found
            .sentence
            .contains("2024年1月から2024年9月までの8個の値が続けて中央値より少ない"),
        "a month that is missing is no month in a row: {}",
        found.sentence
    );
}

#[test]
fn each_phase_has_its_own_centre_and_the_first_has_no_cause() {
    let values = [&[6., 7.][..]; 5].concat();
    let values = [values, [&[3., 4.][..]; 5].concat()].concat();
    let mut holdings = monthly(&whole(&values));
    phase(&mut holdings, "falls", month(10), "見守り機器を入れた");
    let found = read(&holdings, None);
    assert_eq!(found.rules, "mdc", "twenty values in all, ten in each phase");
    let told: Vec<(&str, Option<&str>, usize, f64, bool)> = found
        .phases
        .iter()
        .map(|it| {
            let trial = it.limits.as_ref().unwrap().trial;
            (it.from.as_str(), it.cause.as_deref(), it.n, it.centre.unwrap(), trial)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2023-04", None, 10, 6.5, true),
            ("2024-02", Some("見守り機器を入れた"), 10, 3.5, true),
        ]
    );
    assert_eq!(
        found.sentence,
        "偶然の範囲の上下です。値がまだ10個なので、小さな変化は見つかりません。平均は、区切りの前が6.5件、後が3.5件です。"
    );
    assert!(
        found.phases[1].sentence.ends_with("暫定です。"),
        "{}",
        found.phases[1].sentence
    );
}

#[test]
fn before_and_after_are_compared_at_a_phase_with_a_cause_only() {
    // Golden H of STATISTICS.md.
    let values = [
        182., 179., 185., 181., 178., 183., 180., 184., 181., 179., 182., 180., 165., 163., 166., 160., 162., 158.,
        161., 157., 159., 156., 155., 157.,
    ];
    let mut holdings = monthly(&whole(&values));
    let none = read(&holdings, None).series_break;
    assert!(!none.offered && none.level.is_none());
    assert!(none.sentence.contains("区切りが要ります"), "{}", none.sentence);
    phase(&mut holdings, "falls", month(12), "様式を1つにした");
    let offered = read(&holdings, None).series_break;
    assert!(offered.offered);
    near(offered.level, -15.213_286_713);
    near(offered.level_error, 0.730_021_500);
    near(offered.slope, -0.786_713_287);
    near(offered.slope_error, 0.099_342_1);
    assert!(
        offered
            .sentence
            .contains("区切りで15.2件少なくなりました（誤差の目安 ±0.7件）。誤差の2倍より大きい変化です。"),
        "{}",
        offered.sentence
    );
    let mut late = monthly(&whole(&values[..19]));
    phase(&mut late, "falls", month(12), "様式を1つにした");
    let refused = read(&late, None).series_break;
    assert_eq!((refused.offered, refused.n_before, refused.n_after), (false, 12, 7));
    assert_eq!(
        refused.sentence,
        "区切りの前が12か月、後が7か月です。前と後の水準を比べるには、それぞれ8か月以上の値が要ります。"
    );
}

#[test]
fn rates_parts_and_targets_are_in_one_unit() {
    let mut holdings = empty();
    let part = Measured::Part {
        of: Bilingual::default(),
    };
    let share = indicator("falls", Per::OfficeMonth, part);
    let figures: Vec<_> = (0..12).map(|at| Some((f64::from(at % 3) + 1.0, Some(10.0)))).collect();
    entered(&mut holdings, &share, &figures);
    target(&mut holdings, "falls", "12.5");
    let found = read(&holdings, None);
    assert!(found.is_share);
    near(found.points[1].value, 0.2);
    assert_eq!((found.points[1].count, found.points[1].base), (Some(2.0), Some(10.0)));
    near(found.target, 0.125);
    assert!(
        found.phases[0].sentence.starts_with("中央値20.00%。"),
        "{}",
        found.phases[0].sentence
    );
    let mut holdings = empty();
    let rate = Measured::Rate {
        per: 1000,
        of: Bilingual::default(),
    };
    entered(
        &mut holdings,
        &indicator("falls", Per::OfficeMonth, rate),
        &[
            Some((3.0, Some(900.0))),
            Some((0.0, Some(0.0))),
            Some((1.0, Some(930.0))),
        ],
    );
    let found = read(&holdings, None);
    near(found.points[0].value, 3.0 / 900.0 * 1000.0);
    assert_eq!(found.points[1].value, None, "nothing to divide by is no zero");
}

#[test]
fn a_share_of_one_or_two_leaves_no_trace() {
    let mut holdings = empty();
    let part = Measured::Part {
        of: Bilingual::default(),
    };
    let figures = [Some((4.0, Some(9.0))), Some((1.0, Some(2.0))), Some((3.0, Some(9.0)))];
    entered(&mut holdings, &indicator("falls", Per::OfficeMonth, part), &figures);
    let found = read(&holdings, None);
    let hidden = &found.points[1];
    assert_eq!(
        (hidden.value, hidden.count, hidden.base, hidden.hidden),
        (None, None, None, true)
    );
    assert_eq!((found.n, found.missing), (2, 1));
    assert!(found.remarks.iter().any(|it| it.contains("伏せています")));
}

#[test]
fn a_formula_is_calculated_month_by_month() {
    let mut holdings = empty();
    let monthly = |id: &str, measured| indicator(id, Per::OfficeMonth, measured);
    let figures = [Some((6.0, None)), None, Some((9.0, None)), Some((4.0, None))];
    entered(&mut holdings, &monthly("meetings", Measured::Entered), &figures);
    let part = Measured::Part {
        of: Bilingual::default(),
    };
    let figures = [(3.0, 4.0), (1.0, 4.0), (1.0, 2.0), (1.0, 4.0)].map(|(count, base)| Some((count, Some(base))));
    entered(&mut holdings, &monthly("satisfied", part), &figures);
    let formula = |formula: &str| Measured::Formula {
        formula: formula.to_owned(),
        share: false,
    };
    let falls = formula("indicator(meetings) / (indicator(satisfied) - 1 / 4)");
    entered(&mut holdings, &monthly("falls", falls), &[]);
    let found = read(&holdings, None);
    let told: Vec<(&str, Option<f64>, bool)> = found
        .points
        .iter()
        .map(|point| (point.at.as_str(), point.value, point.hidden))
        .collect();
    // In May a figure is missing, in June one is kept back, in July something would be divided by nothing.
    assert_eq!(told, [("2023-04", Some(12.0), false)]);
    let others = [
        ("twice", "indicator(falls) * 2"),
        ("round", "indicator(circle)"),
        ("circle", "indicator(round)"),
    ];
    for (id, written) in others {
        entered(&mut holdings, &monthly(id, formula(written)), &[]);
    }
    let value = |id: &str| {
        let found = series_of(&holdings, holdings.indicator(id).unwrap(), None, &ja())?;
        found.points.first().map(|point| point.value)
    };
    assert_eq!(value("twice"), Some(Some(24.0)));
    assert_eq!(value("round"), None);
}

#[test]
fn days_are_counted_day_by_day() {
    let mut holdings = empty();
    let figures: Vec<_> = (0..40)
        .map(|at| (at % 7 < 5).then_some((f64::from(at % 3), None)))
        .collect();
    entered(
        &mut holdings,
        &indicator("falls", Per::OfficeDay, Measured::Entered),
        &figures,
    );
    phase(&mut holdings, "falls", day(20), "人を増やした");
    let found = read(&holdings, None);
    assert_eq!((found.step, found.points.len(), found.n), ("day", 40, 30));
    assert_eq!(
        (found.points[30].at.as_str(), found.points[30].label.as_str()),
        ("2025-10-01", "10/1")
    );
    assert_eq!(found.phases[1].from, "2025-09-21");
    assert!(
        found.series_break.sentence.contains("値のない所があります"),
        "{}",
        found.series_break.sentence
    );
}

#[test]
fn a_book_without_figures_has_no_series() {
    let mut holdings = empty();
    assert!(series(&holdings, None, &ja()).is_empty());
    entered(
        &mut holdings,
        &indicator("falls", Per::OfficeMonth, Measured::Entered),
        &[],
    );
    assert!(series(&holdings, None, &ja()).is_empty());
    let monthly = monthly(&whole(&F));
    assert_eq!(series(&monthly, None, &ja()).len(), 1);
}
