//! The charts of effects at many sizes: no word is cut or lies on another, and the shapes tell without colour.

use chrono::NaiveDate;

use super::*;
use crate::effect::{Family, Grade, Verdict};
use crate::report::chart::canvas::{Shape, Words};
use crate::report::effect::support::{self, comparisons, minutes, path, share, tested};
use crate::report::finding::{ComparedAs, EffectFinding, IndicatorFinding, NotWorse, QuadrantPlace, WaveName};
use crate::report::{issues, summary};
use crate::text::Lang;

const SIZES: [(u32, u32); 5] = [(1600, 1000), (800, 500), (640, 400), (900, 3000), (3000, 500)];

/// Eleven indicators with names as offices write them, of every verdict.
fn many() -> Vec<IndicatorFinding> {
    let efficiency = |id, means, ends, verdict| minutes((id, Family::Efficiency), means, ends, verdict);
    let quality = |id, means, ends, verdict| minutes((id, Family::Quality), means, ends, verdict);
    let mut figure = efficiency(
        "事業所全体の1か月の時間外勤務の合計",
        [1840.0, 1502.0],
        [-400.0, -200.0],
        (Verdict::NotDecidable, Grade::D),
    );
    figure.assessment.compared_as = ComparedAs::Figure;
    figure.interval = None;
    figure.interval_kind = None;
    let two = IndicatorFinding {
        n_from: 2,
        n_to: 2,
        n_paired: 2,
        paths: Vec::new(),
        ..quality(
            "居室で過ごす時間",
            [120.0, 150.0],
            [10.0, 50.0],
            (Verdict::NotDecidable, Grade::D),
        )
    };
    let others = IndicatorFinding {
        n_paired: 1,
        interval_kind: Some("welch 95%".to_owned()),
        change_interval: None,
        paths: Vec::new(),
        ..quality(
            "利用者と話した時間",
            [31.0, 38.5],
            [1.2, 13.8],
            (Verdict::Improved, Grade::B),
        )
    };
    vec![
        efficiency(
            "記録・文書作成の時間",
            [120.0, 94.2],
            [-33.1, -18.4],
            (Verdict::Improved, Grade::A),
        ),
        share(efficiency(
            "間接業務の割合",
            [0.402, 0.343],
            [-0.083, -0.035],
            (Verdict::Improved, Grade::B),
        )),
        efficiency(
            "移動にかかる時間",
            [42.0, 44.0],
            [-2.5, 6.5],
            (Verdict::NotShown, Grade::C),
        ),
        efficiency(
            "利用者のアセスメント・情報収集・介護計画の作成・見直しにかかる時間と申し送りの時間の合計",
            [33.0, 41.0],
            [2.0, 14.0],
            (Verdict::Worse, Grade::B),
        ),
        figure,
        share(quality(
            "直接介護の割合",
            [0.463, 0.490],
            [-0.011, 0.065],
            (Verdict::NotShown, Grade::C),
        )),
        tested(
            quality(
                "満足度の合計点",
                [52.0, 51.5],
                [-2.4, 1.4],
                (Verdict::NotShown, Grade::C),
            ),
            NotWorse::Shown,
        ),
        quality("WHO-5の合計点", [14.0, 11.2], [-4.6, -1.0], (Verdict::Worse, Grade::A)),
        others,
        two,
        quality("改善の機運", [0.0, 4.0], [1.0, 7.0], (Verdict::Improved, Grade::A)),
    ]
}

fn effect(holdings: &crate::report::Holdings, indicators: Vec<IndicatorFinding>, lang: Lang) -> EffectFinding {
    let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
    let results = vec![comparisons(indicators)];
    let mut effect = crate::report::effect(holdings, results, today, &Text::new(lang)).unwrap();
    effect.waves = [("before", "取組前"), ("after1", "取組後①")]
        .map(|(id, label)| WaveName {
            id: id.to_owned(),
            label: label.to_owned(),
        })
        .to_vec();
    effect
}

fn drawn(
    kind: Kind,
    effect: &EffectFinding,
    choice: &Choice,
    (width, height): (u32, u32),
    lang: Lang,
) -> Result<Canvas, ChartError> {
    let (holdings, text) = (support::holdings(), Text::new(lang));
    let contents = Contents {
        holdings: &holdings,
        summary: &summary(&holdings.founding, &holdings.sheets, &text).unwrap(),
        issues: &issues(&holdings, NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(), &text),
        effect,
        version: "0.0.0",
    };
    canvas_of(kind, &contents, choice, Look::new(width, height, false).unwrap(), &text)
}

fn usual(kind: Kind, effect: &EffectFinding) -> Canvas {
    drawn(kind, effect, &Choice::default(), (1600, 1000), Lang::Ja).unwrap()
}

/// Left, top, right, bottom of the letters.
fn box_of(words: &Words) -> [f64; 4] {
    let half = words.size * 0.44;
    [words.x, words.y - half, words.x + words.width, words.y + half]
}

fn check(canvas: &Canvas, place: &str) {
    assert!(canvas.words.len() > 8, "{place}");
    for (index, words) in canvas.words.iter().enumerate() {
        let [left, top, right, bottom] = box_of(words);
        let inside = left >= -0.5
            && top >= -0.5
            && right <= f64::from(canvas.width) + 0.5
            && bottom <= f64::from(canvas.height) + 0.5;
        assert!(inside, "{place}: {words:?} is cut");
        for with in &canvas.words[index + 1..] {
            let other = box_of(with);
            let apart =
                right <= other[0] + 1.0 || other[2] <= left + 1.0 || bottom <= other[1] + 1.0 || other[3] <= top + 1.0;
            assert!(apart, "{place}: {words:?} lies on {with:?}");
        }
    }
}

#[test]
fn no_word_is_cut_or_lies_on_another() {
    let holdings = support::holdings();
    for lang in [Lang::Ja, Lang::En] {
        for indicators in [many(), vec![many().remove(0), many().remove(7)]] {
            let count = indicators.len();
            let mut effect = effect(&holdings, indicators, lang);
            effect.paths = (3..=6)
                .cycle()
                .take(count)
                .map(|surveys| path("記録・文書作成の時間", surveys))
                .collect();
            for kind in [Kind::Effects, Kind::Paths, Kind::Quadrant, Kind::Waves] {
                for size in SIZES {
                    let canvas = drawn(kind, &effect, &Choice::default(), size, lang).unwrap();
                    check(&canvas, &format!("{kind:?} {count} {size:?} {lang:?}"));
                }
            }
        }
    }
}

fn said(canvas: &Canvas) -> Vec<&str> {
    canvas.words.iter().map(|words| words.text.as_str()).collect()
}

#[test]
fn figures_of_the_dumbbell_are_those_of_every_other_output() {
    let effect = effect(&support::holdings(), many(), Lang::Ja);
    let canvas = usual(Kind::Effects, &effect);
    let said = said(&canvas);
    for expected in [
        "120.0分",
        "94.2分",
        "-25.8分 [-33.1, -18.4]",
        "-5.9ポイント [-8.3, -3.5]",
        "改善 A　同じ8人　t分布 95%",
        "改善 B　前n=8・後n=8　ウェルチのt分布 95%",
        "3人未満のため表示しません",
    ] {
        assert!(said.contains(&expected), "{expected} {said:?}");
    }
    // Two people: neither their means nor their difference.
    assert!(
        !said
            .iter()
            .any(|words| words.contains("150.0") || words.contains("+30.0")),
        "{said:?}"
    );
}

#[test]
fn rows_without_room_are_counted() {
    let mut indicators = many();
    indicators.extend(many());
    indicators.extend(many());
    let effect = effect(&support::holdings(), indicators, Lang::Ja);
    let canvas = drawn(Kind::Effects, &effect, &Choice::default(), (640, 400), Lang::Ja).unwrap();
    let rows = canvas
        .words
        .iter()
        .filter(|it| it.text.contains("[-") || it.text.contains("[+"))
        .count();
    let rest = said(&canvas)
        .into_iter()
        .find(|it| it.starts_with("ほか"))
        .unwrap()
        .to_owned();
    assert!(rows > 2 && rest.contains("件"), "{rows} {rest}");
}

#[test]
fn verdicts_differ_in_their_shape() {
    let holdings = support::holdings();
    let of = |verdict| {
        let one = minutes(
            ("記録", Family::Efficiency),
            [120.0, 94.2],
            [-33.1, -18.4],
            (verdict, Grade::B),
        );
        let canvas = usual(Kind::Effects, &effect(&holdings, vec![one], Lang::Ja));
        let dots = canvas
            .shapes
            .iter()
            .filter(|it| matches!(it, Shape::Dot { .. }))
            .count();
        let areas = canvas.shapes.iter().filter(|it| matches!(it, Shape::Area(..))).count();
        (dots, areas)
    };
    // A dot with its white edge, a square, a ring, an empty square; the band is an area too.
    assert_eq!(of(Verdict::Improved), (2, 1));
    assert_eq!(of(Verdict::Worse), (0, 3));
    assert_eq!(of(Verdict::NotShown), (3, 1));
    assert_eq!(of(Verdict::NotDecidable), (0, 4));
}

#[test]
fn people_are_drawn_without_codes_and_not_of_two() {
    let holdings = support::holdings();
    let effect = effect(&holdings, many(), Lang::Ja);
    let canvas = usual(Kind::Paths, &effect);
    let words = said(&canvas);
    for expected in [
        "良くなった人 7人",
        "悪くなった人 0人",
        "変わらない人 1人",
        "平均 94.2分",
    ] {
        assert!(words.contains(&expected), "{expected} {words:?}");
    }
    let of = |id: &str| Choice {
        indicator: Some(id.to_owned()),
        ..Choice::default()
    };
    let refused = |id: &str| drawn(Kind::Paths, &effect, &of(id), (800, 500), Lang::Ja).unwrap_err();
    assert_eq!(refused("居室で過ごす時間"), ChartError::TooFewPeople);
    assert_eq!(refused("ない指標"), ChartError::NothingYet(Kind::Paths));
    let worse = drawn(Kind::Paths, &effect, &of("WHO-5の合計点"), (800, 500), Lang::Ja).unwrap();
    assert!(said(&worse).contains(&"悪くなった人 7人"));
}

#[test]
fn pairs_that_are_not_clear_are_hollow_and_every_pair_has_its_number_and_place() {
    let effect = effect(&support::holdings(), many(), Lang::Ja);
    let canvas = usual(Kind::Quadrant, &effect);
    let words = said(&canvas);
    for point in &effect.quadrant.points {
        let number = point.number.to_string();
        assert_eq!(
            words.iter().filter(|it| **it == number).count(),
            2,
            "{number} in picture and list"
        );
    }
    let unclear = effect
        .quadrant
        .points
        .iter()
        .filter(|it| it.place == QuadrantPlace::Unclear)
        .count();
    assert!(unclear > 0);
    let rings = canvas
        .shapes
        .iter()
        .filter(|it| matches!(it, Shape::Dot { colour, .. } if *colour == crate::report::chart::paint::INK));
    assert!(rings.count() >= unclear * 2);
    for field in [
        "効率も質も良い方へ",
        "効率は良い方へ、質は悪い方へ",
        "質は良い方へ、効率は悪い方へ",
        "効率も質も悪い方へ",
    ] {
        assert!(words.contains(&field), "{field}");
    }
}

#[test]
fn surveys_of_two_people_stay_without_a_mean_and_two_surveys_are_no_path() {
    let mut effect = effect(&support::holdings(), many(), Lang::Ja);
    assert_eq!(
        drawn(Kind::Waves, &effect, &Choice::default(), (800, 500), Lang::Ja).unwrap_err(),
        ChartError::NothingYet(Kind::Waves)
    );
    effect.paths = vec![path("記録", 4), path("移動", 3)];
    let canvas = usual(Kind::Waves, &effect);
    let words = said(&canvas);
    assert!(words.contains(&"107.5分") && words.contains(&"3人未満"), "{words:?}");
    let one = Choice {
        indicator: Some("移動".to_owned()),
        ..Choice::default()
    };
    let canvas = drawn(Kind::Waves, &effect, &one, (800, 500), Lang::Ja).unwrap();
    assert!(!said(&canvas).contains(&"記録"));
}

#[test]
fn a_book_without_results_has_no_chart_and_an_unknown_survey_is_refused() {
    let holdings = support::holdings();
    let mut nothing = effect(&holdings, many(), Lang::Ja);
    nothing.results.clear();
    for kind in [Kind::Effects, Kind::Paths, Kind::Quadrant, Kind::Waves] {
        let error = drawn(kind, &nothing, &Choice::default(), (800, 500), Lang::Ja).unwrap_err();
        assert_eq!(error, ChartError::NothingYet(kind));
    }
    let effect = effect(&holdings, many(), Lang::Ja);
    let choice = Choice {
        to: Some(Wave::After(7)),
        ..Choice::default()
    };
    let error = drawn(Kind::Effects, &effect, &choice, (800, 500), Lang::Ja).unwrap_err();
    assert_eq!(error, ChartError::NoWave(Wave::After(7)));
    let turned = Choice {
        from: Some(Wave::After(1)),
        ..Choice::default()
    };
    let error = drawn(Kind::Effects, &effect, &turned, (800, 500), Lang::Ja).unwrap_err();
    assert_eq!(error, ChartError::NothingYet(Kind::Effects));
}
