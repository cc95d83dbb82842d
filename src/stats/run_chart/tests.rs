//! Series read by hand, and what every set of rules must keep.

use proptest::prelude::*;

use super::super::support::{close, config};
use super::*;

fn points(chart: &RunChart, signal: Signal) -> Vec<usize> {
    let found = chart.signals.iter().find(|found| found.signal == signal);
    found.map_or_else(Vec::new, |found| found.points.clone())
}

fn has(chart: &RunChart, signal: Signal) -> bool {
    chart.signals.iter().any(|found| found.signal == signal)
}

// Golden F of STATISTICS.md.
#[test]
fn large_ranges_are_left_out_once_and_only_by_the_rules_that_say_so() {
    let values: Vec<f64> = [1., 2., 1., 2., 10., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1.].to_vec();
    let screened = run_chart(&values, RuleSet::Mdc).unwrap();
    close(screened.centre, 1.944_444, 1e-6);
    close(screened.limits.unwrap().high, 4.604_444, 1e-6);
    close(screened.limits.unwrap().low, -0.715_556, 1e-6);
    let plain = run_chart(&values, RuleSet::MdcExcel).unwrap();
    close(plain.limits.unwrap().high, 6.951_503, 1e-6);
    close(plain.limits.unwrap().low, -3.062_614, 1e-6);
    assert_eq!(points(&screened, Signal::Outside), [4]);
    assert!(!screened.limits.unwrap().trial);
}

#[test]
fn six_in_a_row_are_a_shift_for_one_set_and_not_for_the_next() {
    // Median 5 (twice on the line): six below, then six above.
    let values = [1., 2., 1., 5., 2., 1., 2., 8., 9., 8., 5., 9., 8., 9.];
    let ihi = run_chart(&values, RuleSet::Ihi).unwrap();
    assert_eq!(points(&ihi, Signal::Shift), [0, 1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13]);
    assert!(has(&ihi, Signal::FewCrossings));
    let anhoej = run_chart(&values, RuleSet::Anhoej).unwrap();
    assert_eq!((anhoej.runs.longest, anhoej.runs.longest_allowed), (6, 7));
    assert!(!has(&anhoej, Signal::Shift));
    assert!(
        has(&anhoej, Signal::FewCrossings),
        "one crossing of three that chance gives"
    );
}

#[test]
fn a_point_on_the_mean_breaks_a_shift() {
    // Mean 0: seven above in a row, or four and three with one on the line between.
    let whole = [1., 1., 1., 1., 1., 1., 1., -1., -1., -1., -1., -3.];
    assert_eq!(
        points(&run_chart(&whole, RuleSet::Mdc).unwrap(), Signal::Shift),
        [0, 1, 2, 3, 4, 5, 6]
    );
    assert!(!has(&run_chart(&whole, RuleSet::Shewhart).unwrap(), Signal::Shift));
    let broken = [1., 1., 1., 1., 0., 1., 1., 1., -1., -1., -1., -1., -3.];
    assert!(!has(&run_chart(&broken, RuleSet::Mdc).unwrap(), Signal::Shift));
}

#[test]
fn a_trend_needs_its_points_and_a_tie_ends_it_or_not() {
    let rising = [1., 2., 3., 4., 5., 6., 0., 7.];
    assert_eq!(
        points(&run_chart(&rising, RuleSet::MdcExcel).unwrap(), Signal::Trend),
        [0, 1, 2, 3, 4, 5]
    );
    assert!(
        !has(&run_chart(&rising, RuleSet::Mdc).unwrap(), Signal::Trend),
        "seven points are asked for"
    );
    let tied = [1., 2., 3., 3., 4., 5., 0., 7.];
    assert_eq!(
        points(&run_chart(&tied, RuleSet::Ihi).unwrap(), Signal::Trend),
        [0, 1, 2, 4, 5]
    );
    assert!(!has(&run_chart(&tied, RuleSet::Shewhart).unwrap(), Signal::Trend));
    let turning = [5., 4., 3., 2., 1., 2., 3., 4., 5.];
    assert_eq!(
        points(&run_chart(&turning, RuleSet::Ihi).unwrap(), Signal::Trend),
        [0, 1, 2, 3, 4, 5, 6, 7, 8]
    );
}

#[test]
fn rounding_noise_is_no_step_of_a_trend() {
    // In doubles 0.1 + 0.2 is a hair above 0.3: a tie, which ends a trend of seven.
    let rising = [0.1, 0.2, 0.3, 0.1 + 0.2, 0.4, 0.5, 0.6, 0.0];
    assert!(!has(&run_chart(&rising, RuleSet::MdcExcel).unwrap(), Signal::Trend));
}

#[test]
fn two_of_three_near_a_limit_are_seen_on_one_side_only() {
    let quiet = [0., 1., 0., 1., 0., 1., 0., 1., 0., 1., 0., 1.];
    let with = |ending: &[f64]| run_chart(&[&quiet[..], ending].concat(), RuleSet::Shewhart).unwrap();
    let near = with(&[3.4, 0.5, 3.4]);
    assert_eq!(points(&near, Signal::NearLimit), [12, 14]);
    assert!(!has(&with(&[3.4, 0.5, -2.4]), Signal::NearLimit));
}

#[test]
fn alternating_values_have_too_many_runs() {
    let values: Vec<f64> = (0..14).map(|at| f64::from(at % 2)).collect();
    let chart = run_chart(&values, RuleSet::Ihi).unwrap();
    assert!(has(&chart, Signal::ManyRuns) && !has(&chart, Signal::FewCrossings));
}

#[test]
fn fifteen_close_to_the_centre_are_a_sign_of_wrong_limits() {
    let mut values = vec![9.0, -9.0, 9.0, -9.0];
    values.extend([0.1, -0.1].repeat(8));
    let chart = run_chart(&values, RuleSet::Shewhart).unwrap();
    assert_eq!(points(&chart, Signal::CloseToCentre).len(), 16);
}

#[test]
fn few_points_have_trial_limits_one_point_none_and_nothing_no_chart() {
    assert!(run_chart(&[1.0, 2.0, 4.0], RuleSet::Mdc).unwrap().limits.unwrap().trial);
    assert_eq!(run_chart(&[1.0], RuleSet::Mdc).unwrap().limits, None);
    assert_eq!(run_chart(&[], RuleSet::Mdc), None);
    assert_eq!(run_chart(&[1.0, f64::NAN], RuleSet::Ihi), None);
}

#[test]
fn equal_values_show_nothing() {
    for rules in RuleSet::ALL {
        assert_eq!(run_chart(&[3.1; 24], rules).unwrap().signals, [], "{rules:?}");
    }
}

#[test]
fn the_usual_rules_depend_on_the_number_of_points() {
    assert_eq!(
        (RuleSet::usual(19), RuleSet::usual(20)),
        (RuleSet::Anhoej, RuleSet::Mdc)
    );
    assert!(
        RuleSet::ALL
            .into_iter()
            .all(|rules| RuleSet::of_id(rules.id()) == Some(rules))
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_shift_a_factor_and_a_mirror_keep_what_is_found(
        values in proptest::collection::vec(-20i32..20, 1..40),
        by in -40i32..40,
        factor in 1i32..4,
    ) {
        // Steps of a power of two keep means exact, so that no point leaves the line by rounding.
        let series = |by: i32, factor: i32| -> Vec<f64> { values.iter().map(|value| f64::from((value + by) * factor)).collect() };
        for rules in RuleSet::ALL {
            let plain = run_chart(&series(0, 1), rules).unwrap();
            let shapes = [series(by, 1), series(0, 1 << factor), series(0, -1)];
            for shape in shapes {
                let other = run_chart(&shape, rules).unwrap();
                prop_assert_eq!(other.runs, plain.runs);
                let shift = |chart: &RunChart| (points(chart, Signal::Shift), points(chart, Signal::Trend));
                prop_assert_eq!(shift(&other), shift(&plain));
            }
        }
    }
}
