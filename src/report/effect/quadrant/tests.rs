use super::*;
use crate::effect::Grade;
use crate::report::effect::support::{comparisons, holdings, measure, minutes, tested};
use crate::report::finding::CountPair;
use crate::text::Lang;

const IMPROVED: (Verdict, Grade) = (Verdict::Improved, Grade::A);
const WORSE: (Verdict, Grade) = (Verdict::Worse, Grade::B);
const OPEN: (Verdict, Grade) = (Verdict::NotShown, Grade::C);

fn efficiency(id: &str, verdict: (Verdict, Grade)) -> IndicatorFinding {
    minutes((id, Family::Efficiency), [120.0, 94.2], [-33.1, -18.4], verdict)
}

fn quality(id: &str, verdict: (Verdict, Grade)) -> IndicatorFinding {
    minutes((id, Family::Quality), [50.0, 49.0], [-4.0, 2.0], verdict)
}

fn found(indicators: Vec<IndicatorFinding>) -> QuadrantFinding {
    quadrant(&holdings(), Some(&comparisons(indicators)), &Text::new(Lang::Ja))
}

fn only(efficiency: IndicatorFinding, quality: IndicatorFinding) -> QuadrantPoint {
    let mut finding = found(vec![efficiency, quality]);
    assert_eq!(finding.points.len(), 1);
    finding.points.remove(0)
}

#[test]
fn less_of_what_should_be_less_lies_to_the_right_and_its_interval_is_turned_round() {
    let point = only(efficiency("記録", IMPROVED), quality("満足", OPEN));
    let near = |one: f64, other: f64| assert!((one - other).abs() < 1e-12, "{one} {other}");
    near(point.efficiency.change, 25.8 / 120.0);
    let [low, high] = point.efficiency.interval.unwrap();
    near(low, 18.4 / 120.0);
    near(high, 33.1 / 120.0);
    assert_eq!(point.efficiency.shown, "+21.5% [+15.3%, +27.6%]");
    // More is better here: nothing is turned.
    near(point.quality.change, -0.02);
    assert_eq!(point.quality.shown, "-2.0% [-8.0%, +4.0%]");
}

#[test]
fn a_pair_is_placed_by_its_verdicts_and_the_test_for_being_no_worse() {
    let place = |one, other| only(efficiency("記録", one), other).place;
    let held = |verdict| tested(quality("満足", verdict), NotWorse::Shown);
    assert_eq!(place(IMPROVED, quality("満足", IMPROVED)), QuadrantPlace::Both);
    assert_eq!(place(IMPROVED, held(OPEN)), QuadrantPlace::Both);
    assert_eq!(place(IMPROVED, quality("満足", WORSE)), QuadrantPlace::Bought);
    assert_eq!(place(WORSE, quality("満足", IMPROVED)), QuadrantPlace::Costly);
    assert_eq!(place(WORSE, quality("満足", WORSE)), QuadrantPlace::Neither);
    for open in [OPEN, (Verdict::NotDecidable, Grade::D)] {
        assert_eq!(place(IMPROVED, quality("満足", open)), QuadrantPlace::Unclear);
        assert_eq!(place(open, quality("満足", IMPROVED)), QuadrantPlace::Unclear);
        assert_eq!(place(open, quality("満足", WORSE)), QuadrantPlace::Unclear);
    }
}

#[test]
fn no_shown_difference_is_never_read_as_no_worse() {
    let point = only(
        efficiency("記録", IMPROVED),
        tested(quality("満足", OPEN), NotWorse::NotShown),
    );
    assert_eq!(point.place, QuadrantPlace::Unclear);
    assert!(
        point.sentence.contains("悪くなっていないとはまだ言えません"),
        "{}",
        point.sentence
    );
}

#[test]
fn quality_that_got_worse_stays_worse_within_the_margin() {
    let point = only(
        efficiency("記録", IMPROVED),
        tested(quality("満足", WORSE), NotWorse::Shown),
    );
    assert_eq!(point.place, QuadrantPlace::Bought);
    assert!(point.sentence.contains("許容幅の中"), "{}", point.sentence);
}

#[test]
fn too_few_people_are_not_shown_to_be_no_worse() {
    let few = tested(quality("満足", (Verdict::NotDecidable, Grade::D)), NotWorse::Shown);
    assert_eq!(only(efficiency("記録", IMPROVED), few).place, QuadrantPlace::Unclear);
}

#[test]
fn pairs_of_one_measure_come_alone_and_each_once() {
    let mut holdings = holdings();
    let watched = [
        measure(1, &["a", "x"]),
        measure(2, &["a", "x", "y"]),
        measure(3, &["b"]),
    ];
    holdings.issues.measures.extend(watched);
    let indicators = vec![
        efficiency("a", IMPROVED),
        efficiency("b", IMPROVED),
        quality("x", IMPROVED),
        quality("y", WORSE),
    ];
    let finding = quadrant(&holdings, Some(&comparisons(indicators)), &Text::new(Lang::Ja));
    let pairs: Vec<(usize, Option<u32>, &str, &str)> = finding
        .points
        .iter()
        .map(|it| (it.number, it.measure, it.efficiency.id.as_str(), it.quality.id.as_str()))
        .collect();
    assert_eq!(pairs, [(1, Some(1), "a", "x"), (2, Some(2), "a", "y")]);
    assert!(finding.left_out[0].starts_with("b："), "{:?}", finding.left_out);
    assert!(finding.sentence.contains("話し合って"), "{}", finding.sentence);
}

#[test]
fn without_measures_all_pairs_are_there_up_to_twelve_and_the_rest_is_counted() {
    let mut indicators: Vec<IndicatorFinding> = (0..4).map(|n| efficiency(&format!("e{n}"), IMPROVED)).collect();
    indicators.extend((0..4).map(|n| quality(&format!("q{n}"), OPEN)));
    let finding = found(indicators);
    assert_eq!(finding.points.len(), 12);
    assert_eq!(finding.points[4].efficiency.id, "e1");
    assert_eq!(finding.points[4].measure, None);
    assert!(finding.left_out[0].contains("4組"), "{:?}", finding.left_out);
}

#[test]
fn what_cannot_be_placed_is_named_with_the_reason() {
    let zero = minutes(("zero", Family::Efficiency), [0.0, 4.0], [1.0, 7.0], WORSE);
    let two = IndicatorFinding {
        n_from: 2,
        n_to: 2,
        n_paired: 2,
        ..efficiency("two", OPEN)
    };
    let mut figure = quality("figure", OPEN);
    figure.assessment.compared_as = ComparedAs::Figure;
    let mut answers = quality("answers", OPEN);
    answers.assessment.compared_as = ComparedAs::Share;
    answers.assessment.counts_from = Some(CountPair {
        count: 1.0,
        base: 2.0,
        interval: None,
    });
    (answers.n_from, answers.n_paired) = (2, 0);
    let gone = IndicatorFinding {
        to: None,
        change: None,
        ..quality("gone", OPEN)
    };
    let finding = found(vec![zero, two, figure, answers, gone]);
    assert!(finding.points.is_empty());
    let reasons = ["0以下", "3人", "事業所全体", "3人", "取組後①の値"];
    for (said, reason) in finding.left_out.iter().zip(reasons) {
        assert!(said.contains(reason), "{said} {reason}");
    }
    assert_eq!(finding.left_out.len(), 5);
    assert!(finding.sentence.contains("業務効率"), "{}", finding.sentence);
}

#[test]
fn an_office_without_one_family_is_told_what_to_do() {
    let finding = found(vec![efficiency("記録", IMPROVED)]);
    assert!(
        finding.sentence.contains("介護サービスの質") && finding.sentence.contains("選ぶ"),
        "{}",
        finding.sentence
    );
    let nothing = quadrant(&holdings(), None, &Text::new(Lang::Ja));
    assert!(nothing.sentence.contains("入力"), "{}", nothing.sentence);
}

#[test]
fn other_people_after_than_before_have_a_place_without_an_interval() {
    let unpaired = IndicatorFinding {
        n_paired: 1,
        change_interval: None,
        ..efficiency("記録", IMPROVED)
    };
    let point = only(unpaired, quality("満足", IMPROVED));
    assert_eq!(
        (point.efficiency.interval, point.efficiency.shown.as_str()),
        (None, "+21.5%")
    );
    assert_eq!([point.efficiency.n.as_str(), point.quality.n.as_str()], ["8→8", "8"]);
}

#[test]
fn of_what_is_counted_both_numbers_are_told() {
    let pair = |count, base| {
        Some(CountPair {
            count,
            base,
            interval: None,
        })
    };
    let mut rate = quality("事故", OPEN);
    rate.assessment.compared_as = ComparedAs::Rate;
    rate.assessment.counts_from = pair(16.0, 4338.0);
    rate.assessment.counts_to = pair(2.0, 1421.0);
    let point = only(efficiency("記録", IMPROVED), rate);
    assert_eq!(point.quality.n, "16/4338→2/1421");
}
