//! 効率と質 on a screen.

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::crossterm::event::KeyCode;
use yutori::effect::{Family, Grade, Verdict};
use yutori::issues::{Measure, MeasureId, ViewpointCode};
use yutori::report;
use yutori::report::finding::*;
use yutori::screens::desk::Shown;
use yutori::screens::effect::EffectView;
use yutori::screens::model::Context;
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};

use super::canvas::{Screens, pen};
use super::fixture;

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

/// The four indicators of the fixture with their intervals, and two of quality: one that got worse, one of two people.
fn comparisons() -> Comparisons {
    let mut all = fixture::comparisons();
    for indicator in &mut all.indicators {
        let mean = indicator.from.as_ref().unwrap().mean;
        indicator.change_interval = indicator.interval.map(|ends| ends.map(|end| end / mean));
    }
    let direct = all
        .indicators
        .iter()
        .find(|it| it.family == Family::Quality)
        .unwrap()
        .clone();
    let change = -0.08;
    all.indicators.push(IndicatorFinding {
        id: "satisfaction".to_owned(),
        name: "利用者の満足度（5点満点）".to_owned(),
        change: Some(change),
        change_interval: Some([-0.13, -0.03]),
        verdict: Verdict::Worse,
        grade: Grade::A,
        ..direct.clone()
    });
    all.indicators.push(IndicatorFinding {
        id: "who5".to_owned(),
        name: "WHO-5".to_owned(),
        n_from: 2,
        n_to: 2,
        n_paired: 2,
        ..direct
    });
    all
}

fn shown_of(indicators: Comparisons, measures: Vec<Measure>) -> Shown {
    let mut shown = fixture::home();
    let mut holdings = (*shown.holdings).clone();
    holdings.issues.measures = measures;
    let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
    shown.effect = report::effect(&holdings, vec![indicators], today, &Text::new(Lang::Ja)).unwrap();
    shown.holdings = Arc::new(holdings);
    shown
}

fn measure(number: u32, indicators: &[&str]) -> Measure {
    let day = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();
    Measure {
        id: MeasureId(number),
        challenge: None,
        viewpoint: ViewpointCode("4".to_owned()),
        text: "記録の様式を1つにまとめ、居室のタブレットで一度だけ書く".to_owned(),
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

/// The view, as a person goes there.
fn at(shown: Shown, pen: Pen) -> Screens {
    let mut screens = Screens::of(shown, pen);
    screens.keys("4");
    while screens.model.effect.view != EffectView::Quadrant {
        screens.press(KeyCode::Right);
    }
    assert_eq!(screens.model.context(), Context::EffectQuadrant);
    screens
}

fn watched() -> Shown {
    let measures = vec![
        measure(1, &["record-minutes", "direct-share"]),
        measure(2, &["indirect-share", "satisfaction"]),
    ];
    shown_of(comparisons(), measures)
}

#[test]
fn the_pairs_of_two_measures_at_both_sizes() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let screens = at(watched(), pen(Theme::Default));
        keep(
            &format!("quadrant-{columns}x{rows}"),
            &screens.draw(columns, rows).both(),
        );
    }
}

#[test]
fn all_pairs_are_there_where_no_measure_watches_two() {
    let mut screens = at(shown_of(comparisons(), Vec::new()), pen(Theme::Default));
    keep("quadrant-all-80x24", &screens.draw(80, 24).both());
    // More pairs than lines: the chosen one is seen.
    for _ in 0..9 {
        screens.press(KeyCode::Down);
    }
    let text = screens.draw(80, 24).text();
    assert!(text.contains("6   +- 効率は良く質は悪い"), "{text}");
    keep("quadrant-last-120x40", &screens.draw(120, 40).both());
}

#[test]
fn up_and_down_choose_a_pair_and_tell_what_may_be_said_of_it() {
    let mut screens = at(watched(), pen(Theme::Default));
    let text = |screens: &Screens| screens.draw(80, 24).text().replace(['\n', ' '], "");
    assert!(text(&screens).contains("打ち手1"), "{}", text(&screens));
    screens.press(KeyCode::Down);
    assert!(text(&screens).contains("打ち手2") && text(&screens).contains("話し合って"));
    screens.press(KeyCode::Down).press(KeyCode::Up);
    assert_eq!(screens.model.effect.quadrant.row, 0);
}

#[test]
fn what_has_no_place_is_named_with_the_reason_and_no_figure_of_two_people_is_shown() {
    let screens = at(watched(), pen(Theme::Default));
    for (columns, rows) in [(80, 24), (120, 40)] {
        let text = screens.draw(columns, rows).text();
        assert!(text.contains("WHO-5：3人未満のため"), "{text}");
        assert!(text.contains("余裕時間の割合："), "{text}");
    }
}

#[test]
fn without_colour_and_with_plain_symbols_signs_and_words_tell() {
    let plain = Pen::new(Text::new(Lang::Ja), Theme::NoColour, true);
    let drawn = at(watched(), plain).draw(80, 24);
    keep("quadrant-80x24-plain", &drawn.both());
    let text = drawn.text();
    assert!(!text.contains(['─', '│', '①', '−', '→']), "{text}");
    assert!(text.contains("(1)") && text.contains("+- 効率は良く"), "{text}");
}

#[test]
fn an_office_without_results_or_without_quality_is_told_what_to_do() {
    let empty = Screens::of(fixture::book(vec![fixture::before()]), pen(Theme::Default));
    let text = at(empty.model.shown.map(|it| *it).unwrap(), pen(Theme::Default))
        .draw(80, 24)
        .text();
    assert!(
        text.replace(['\n', ' '], "").contains("「入力」で値を入れてください"),
        "{text}"
    );
    let mut efficiency = comparisons();
    efficiency.indicators.retain(|it| it.family == Family::Efficiency);
    let text = at(shown_of(efficiency, Vec::new()), pen(Theme::Default))
        .draw(80, 24)
        .text();
    assert!(
        text.replace(['\n', ' '], "").contains("介護サービスの質の指標がない"),
        "{text}"
    );
}

#[test]
fn twelve_pairs_have_twelve_numbers_at_every_size() {
    let mut all = comparisons();
    let quality = all
        .indicators
        .iter()
        .find(|it| it.id == "satisfaction")
        .unwrap()
        .clone();
    for number in 0..3 {
        all.indicators.push(IndicatorFinding {
            id: format!("quality-{number}"),
            ..quality.clone()
        });
    }
    let mut screens = at(shown_of(all, Vec::new()), pen(Theme::NoColour));
    assert_eq!(screens.model.shown.as_ref().unwrap().effect.quadrant.points.len(), 12);
    for step in 0..12 {
        for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
            let text = screens.draw(columns, rows).text();
            let left: Vec<&str> = text.lines().collect();
            let cross = usize::from(columns) * 46 / 100;
            let numbers: Vec<String> = left
                .iter()
                .skip(5)
                .flat_map(|line| {
                    let cut: String = line.chars().take(cross).collect();
                    let split: Vec<String> = cut.split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect();
                    split
                })
                .collect();
            for number in 1..=12 {
                assert!(
                    numbers.contains(&number.to_string()),
                    "{number} at {step} of {columns}: {text}"
                );
            }
        }
        screens.press(KeyCode::Down);
    }
}
