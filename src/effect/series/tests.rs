//! Series read by hand: gaps, phases, stretches, the break.

use super::*;
use crate::effect::{Direction, Family, Indicator, MeasurementKey, Per, Subject};
use crate::office::{Bilingual, Decimal, Month};
use crate::stats::Signal;

fn month(place: u32) -> At {
    At::Month(Month::new(2024 + i32::try_from(place / 12).unwrap(), place % 12 + 1).unwrap())
}

/// One value a month from January 2024 on; `None` for a month without.
fn months(values: &[Option<f64>]) -> BTreeMap<At, SeriesFigure> {
    let known = values.iter().zip(0..).filter(|(value, _)| value.is_some());
    known
        .map(|(value, place)| (month(place), SeriesFigure::of(*value)))
        .collect()
}

fn whole(values: &[f64]) -> BTreeMap<At, SeriesFigure> {
    months(&values.iter().copied().map(Some).collect::<Vec<_>>())
}

fn phase(place: u32, cause: &str) -> Phase {
    Phase {
        indicator: "falls".to_owned(),
        from: month(place),
        cause: cause.to_owned(),
    }
}

fn found(series: &Series) -> Vec<(Signal, Vec<usize>, Option<Way>)> {
    let stretches = series.stages.iter().flat_map(|stage| &stage.stretches);
    stretches.map(|it| (it.signal, it.places.clone(), it.way)).collect()
}

#[test]
fn a_missing_month_is_a_gap_and_the_rules_run_over_the_others() {
    let mut values: Vec<Option<f64>> = [5., 3., 5., 3., 5., 3., 5., 3.].map(Some).to_vec();
    values.insert(3, None);
    values.insert(0, None);
    values.push(None);
    let series = Series::of(&months(&values), &[], None).unwrap();
    assert_eq!(series.spots.len(), 9, "from the first value to the last");
    assert_eq!(series.spots[0].at, month(1));
    assert_eq!(series.spots[3].figure.value, None);
    assert_eq!((series.n(), series.stages[0].n), (8, 8));
    assert_eq!(series.stages[0].chart.as_ref().unwrap().runs.crossings, 7);
    assert_eq!(Series::of(&BTreeMap::new(), &[], None), None);
    assert_eq!(Series::of(&months(&[None]), &[], None), None);
}

#[test]
fn the_usual_rules_go_by_the_values_of_the_whole_series() {
    let values = |count: usize| {
        whole(
            &(0..count)
                .map(|at| if at % 2 == 0 { 1.0 } else { 2.0 })
                .collect::<Vec<_>>(),
        )
    };
    let rules = |count, phases: &[&Phase]| Series::of(&values(count), phases, None).unwrap().rules;
    assert_eq!(rules(19, &[]), RuleSet::Anhoej);
    assert_eq!(rules(20, &[]), RuleSet::Mdc);
    assert_eq!(rules(20, &[&phase(10, "機器")]), RuleSet::Mdc);
    assert_eq!(
        Series::of(&values(30), &[], Some(RuleSet::Ihi)).unwrap().rules,
        RuleSet::Ihi
    );
}

#[test]
fn a_shift_is_told_side_by_side_with_places_of_the_series() {
    let mut values: Vec<Option<f64>> = vec![Some(9.0); 9];
    values.extend([None]);
    values.extend(vec![Some(4.0); 9]);
    let series = Series::of(&months(&values), &[], None).unwrap();
    assert_eq!(series.rules, RuleSet::Anhoej);
    let shifts = found(&series);
    assert_eq!(
        shifts,
        [
            (Signal::Shift, (0..9).collect(), Some(Way::More)),
            (Signal::Shift, (10..19).collect(), Some(Way::Less)),
            (Signal::FewCrossings, Vec::new(), None),
        ]
    );
}

#[test]
fn a_point_on_the_line_joins_two_halves_of_a_run_only_where_the_rules_pass_over_it() {
    // Median 5: six above with one on the line among them, then six below.
    let values = [8., 8., 8., 5., 8., 8., 8., 2., 2., 2., 2., 2., 2.];
    let series = Series::of(&whole(&values), &[], Some(RuleSet::Ihi)).unwrap();
    let shifts: Vec<_> = found(&series).into_iter().filter(|it| it.0 == Signal::Shift).collect();
    assert_eq!(shifts[0], (Signal::Shift, vec![0, 1, 2, 4, 5, 6], Some(Way::More)));
    assert_eq!(shifts[1], (Signal::Shift, (7..13).collect(), Some(Way::Less)));
    assert_eq!(shifts.len(), 2);
}

#[test]
fn two_runs_on_one_side_stay_two() {
    // Median 0: six above, one below, six above; seven below at the end keep the median.
    let values = [
        1., 1., 1., 1., 1., 1., -1., 1., 1., 1., 1., 1., 1., -1., 1., -1., -1., -1., -1., -1., -1., -1., -1., -1., -1.,
        -1.,
    ];
    let series = Series::of(&whole(&values), &[], Some(RuleSet::Ihi)).unwrap();
    let shifts: Vec<Vec<usize>> = found(&series)
        .into_iter()
        .filter(|it| it.0 == Signal::Shift)
        .map(|it| it.1)
        .collect();
    assert_eq!(
        shifts,
        [(0..6).collect::<Vec<_>>(), (7..13).collect(), (15..26).collect()]
    );
}

#[test]
fn a_turning_point_belongs_to_the_rise_and_to_the_fall() {
    let turning = [1., 2., 3., 4., 5., 4., 3., 2., 1.];
    let trends = |values: &[f64], rules| -> Vec<(Vec<usize>, Option<Way>)> {
        let series = Series::of(&whole(values), &[], Some(rules)).unwrap();
        let trends = found(&series).into_iter().filter(|it| it.0 == Signal::Trend);
        trends.map(|it| (it.1, it.2)).collect()
    };
    assert_eq!(
        trends(&turning, RuleSet::Ihi),
        [((0..5).collect(), Some(Way::More)), ((4..9).collect(), Some(Way::Less)),]
    );
    // Two rises with a fall of one step between them.
    let stepped = [1., 2., 3., 4., 5., 0., 1., 2., 3., 4.];
    assert_eq!(
        trends(&stepped, RuleSet::Ihi),
        [
            ((0..5).collect(), Some(Way::More)),
            ((5..10).collect(), Some(Way::More)),
        ]
    );
    let tied = [1., 2., 3., 3., 4., 5., 0., 7.];
    assert_eq!(
        trends(&tied, RuleSet::Ihi),
        [(vec![0, 1, 2, 4, 5], Some(Way::More))],
        "an equal neighbour is passed over"
    );
}

// Golden F of STATISTICS.md.
#[test]
fn points_beyond_a_limit_tell_their_side() {
    let values = [1., 2., 1., 2., 10., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1.];
    let series = Series::of(&whole(&values), &[], Some(RuleSet::Mdc)).unwrap();
    assert_eq!(found(&series), [(Signal::Outside, vec![4], Some(Way::More))]);
    let chart = series.stages[0].chart.as_ref().unwrap();
    assert!((chart.limits.unwrap().high - 4.604_444).abs() < 1e-6);
    assert!((chart.limits.unwrap().low + 0.715_556).abs() < 1e-6);
}

#[test]
fn points_near_a_limit_that_lie_apart_are_told_apart() {
    let mut values: Vec<f64> = (0..24).map(|at| f64::from(at % 2)).collect();
    (values[2], values[4], values[16], values[17]) = (3.8, 3.8, -2.3, -2.3);
    (values[21], values[22]) = (3.8, 3.8);
    let series = Series::of(&whole(&values), &[], Some(RuleSet::Shewhart)).unwrap();
    let near: Vec<_> = found(&series)
        .into_iter()
        .filter(|it| it.0 == Signal::NearLimit)
        .collect();
    assert_eq!(
        near,
        [
            (Signal::NearLimit, vec![16, 17], Some(Way::Less)),
            (Signal::NearLimit, vec![2, 4], Some(Way::More)),
            (Signal::NearLimit, vec![21, 22], Some(Way::More)),
        ]
    );
}

#[test]
fn each_phase_is_read_by_itself_and_the_first_has_no_cause() {
    let values = [
        9., 8., 9., 8., 9., 8., 9., 8., 9., 8., 4., 3., 4., 3., 4., 3., 4., 3., 4., 3.,
    ];
    let phases = [phase(10, "見守り機器"), phase(30, "これから")];
    let series = Series::of(&whole(&values), &[&phases[1], &phases[0]], Some(RuleSet::Anhoej)).unwrap();
    let told: Vec<(At, Option<&str>, usize, Option<f64>)> = series
        .stages
        .iter()
        .map(|it| {
            (
                it.from,
                it.cause.as_deref(),
                it.n,
                it.chart.as_ref().map(|chart| chart.centre),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (month(0), None, 10, Some(8.5)),
            (month(10), Some("見守り機器"), 10, Some(3.5)),
            (month(30), Some("これから"), 0, None),
        ]
    );
    assert_eq!(found(&series), []);
    assert_eq!((series.spots[9].stage, series.spots[10].stage), (0, 1));
    let alone = Series::of(&whole(&values), &[], Some(RuleSet::Anhoej)).unwrap();
    assert_eq!(found(&alone).len(), 3, "without the phase both halves are shifts");
}

#[test]
fn a_phase_that_began_before_the_values_holds_from_the_first() {
    let phases = [phase(0, "前の前"), phase(2, "前")];
    let mut values = vec![None; 4];
    values.extend([1., 2., 1.].map(Some));
    let series = Series::of(&months(&values), &phases.iter().collect::<Vec<_>>(), None).unwrap();
    assert_eq!(series.stages.len(), 1);
    assert_eq!(
        (series.stages[0].from, series.stages[0].cause.as_deref()),
        (month(4), Some("前"))
    );
    assert_eq!(series.series_break, Err(BreakFault::NoPhase));
}

// Golden H of STATISTICS.md.
#[test]
fn the_break_is_fitted_at_the_last_phase_only() {
    let values = [
        182., 179., 185., 181., 178., 183., 180., 184., 181., 179., 182., 180., 165., 163., 166., 160., 162., 158.,
        161., 157., 159., 156., 155., 157.,
    ];
    let series = Series::of(&whole(&values), &[&phase(12, "様式")], None).unwrap();
    let fitted = series.series_break.unwrap();
    assert_eq!((fitted.n_before, fitted.n_after, fitted.from), (12, 12, month(12)));
    assert!((fitted.fitted.level_change.estimate + 15.213_286_7).abs() < 1e-6);
    assert!((fitted.fitted.level_change.hac_error - 0.730_021_5).abs() < 1e-6);
    let none = Series::of(&whole(&values), &[], None).unwrap();
    assert_eq!(none.series_break, Err(BreakFault::NoPhase));
    // An empty phase to come changes nothing; a second phase cuts what lies before it short.
    let to_come = Series::of(&whole(&values), &[&phase(12, "様式"), &phase(40, "次")], None).unwrap();
    assert_eq!(to_come.series_break, Ok(fitted));
    let twice = Series::of(&whole(&values), &[&phase(5, "会議"), &phase(12, "様式")], None).unwrap();
    assert_eq!(
        twice.series_break,
        Err(BreakFault::TooFew {
            from: month(12),
            before: 7,
            after: 12
        })
    );
}

#[test]
fn a_break_over_a_gap_is_refused() {
    let mut values: Vec<Option<f64>> = (0..20).map(|at| Some(f64::from(at % 3))).collect();
    values[4] = None;
    let series = Series::of(&months(&values), &[&phase(10, "様式")], None).unwrap();
    let gaps = BreakFault::Gaps {
        from: month(10),
        before: 9,
        after: 10,
        first: month(4),
        count: 1,
    };
    assert_eq!(series.series_break, Err(gaps));
}

#[test]
fn few_values_cannot_show_anything() {
    let can = |count: u32, rules| {
        let values: Vec<f64> = (0..count).map(|at| f64::from(at * 7 % 5 * 2 + at % 2)).collect();
        Series::of(&whole(&values), &[], Some(rules)).unwrap().stages[0].can_show(rules)
    };
    assert!(!can(7, RuleSet::Anhoej) && can(12, RuleSet::Anhoej));
    assert!(!can(4, RuleSet::Shewhart) && can(5, RuleSet::Shewhart));
}

fn indicator(per: Per, measured: Measured) -> Indicator {
    Indicator {
        id: "falls".to_owned(),
        name: Bilingual::default(),
        family: Family::Quality,
        unit: Bilingual::default(),
        direction: Direction::Down,
        decimals: 0,
        per,
        measured,
        range: None,
        usual: false,
        how: Bilingual::default(),
        source: String::new(),
    }
}

fn entered(value: &str, of: Option<&str>) -> Measurement {
    let decimal = |written| Decimal::parse(written).unwrap();
    Measurement {
        key: MeasurementKey {
            indicator: "falls".to_owned(),
            at: month(0),
            subject: Subject::Office,
        },
        value: decimal(value),
        of: of.map(decimal),
    }
}

#[test]
fn parts_are_shares_and_rates_are_events_per_so_many() {
    let part = Measured::Part {
        of: Bilingual::default(),
    };
    let rate = Measured::Rate {
        per: 100,
        of: Bilingual::default(),
    };
    let read = |measured: &Measured, value, of| SeriesFigure::entered(measured, &entered(value, of));
    assert_eq!(read(&part, "3", Some("12")).value, Some(0.25));
    assert_eq!(read(&rate, "3", Some("1200")).value, Some(0.25));
    assert_eq!(read(&rate, "3", Some("1200")).base, Some(1200.0));
    assert_eq!(read(&rate, "0", Some("0")).value, None, "nothing to divide by");
    assert_eq!(read(&Measured::Entered, "7.5", None), SeriesFigure::of(Some(7.5)));
}

#[test]
fn a_share_of_one_or_two_is_kept_back() {
    let part = Measured::Part {
        of: Bilingual::default(),
    };
    let hidden = SeriesFigure::entered(&part, &entered("1", Some("2")));
    assert_eq!(
        (hidden.value, hidden.count, hidden.base, hidden.hidden),
        (None, None, None, true)
    );
    assert!(!SeriesFigure::entered(&part, &entered("1", Some("3"))).hidden);
    assert!(!SeriesFigure::entered(&part, &entered("0", Some("0"))).hidden);
}

#[test]
fn a_phase_needs_a_cause_and_a_place_of_its_own() {
    let monthly = indicator(Per::OfficeMonth, Measured::Entered);
    let kept = [phase(10, "様式")];
    let begun = |from, cause: &str| Phase::begun(&monthly, from, cause, (Some(month(3)), &kept));
    assert_eq!(begun(month(4), "　機器を入れた\n").unwrap().cause, "機器を入れた");
    assert_eq!(begun(month(4), " 　"), Err(PhaseFault::NoCause));
    assert_eq!(begun(month(4), &"あ".repeat(101)), Err(PhaseFault::TooLong));
    assert_eq!(begun(month(3), "機器"), Err(PhaseFault::NotAfterFirst(month(3))));
    assert_eq!(begun(month(2), "機器"), Err(PhaseFault::NotAfterFirst(month(3))));
    assert_eq!(begun(month(10), "機器"), Err(PhaseFault::Twice(month(10))));
    let day = At::Day(chrono::NaiveDate::from_ymd_opt(2024, 8, 1).unwrap());
    assert_eq!(begun(day, "機器"), Err(PhaseFault::OtherStep));
    assert_eq!(
        Phase::begun(&monthly, month(4), "機器", (None, &kept)),
        Err(PhaseFault::NoValue)
    );
    let surveyed = indicator(Per::Office, Measured::Entered);
    assert_eq!(
        Phase::begun(&surveyed, month(4), "機器", (Some(month(3)), &kept)),
        Err(PhaseFault::NoSeries)
    );
}
