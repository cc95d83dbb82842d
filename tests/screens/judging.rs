//! 判断 on a screen.

use std::sync::{Arc, OnceLock};

use ratatui::crossterm::event::KeyCode;
use yutori::book::{ActId, Change, Occasion, Written};
use yutori::clock::Moment;
use yutori::effect::Effects;
use yutori::issues::{Care, Judgement, Next};
use yutori::report;
use yutori::screens::Theme;
use yutori::screens::action::Tab;
use yutori::screens::desk::{Job, Shown};
use yutori::screens::effect::EffectView;
use yutori::screens::model::{Context, Layer};
use yutori::screens::update::Effect;
use yutori::text::{Lang, Text};
use yutori::worktime::Wave;

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::{keep, look};
use super::sample::{sample, shown_of};
use crate::support;

/// The sample home with its indicators, figures and judgements; comparing takes its time, so it is done once.
fn judged() -> Shown {
    static JUDGED: OnceLock<Shown> = OnceLock::new();
    JUDGED.get_or_init(read).clone()
}

fn read() -> Shown {
    #[derive(serde::Deserialize)]
    struct Sample {
        #[serde(flatten)]
        effects: Effects,
        judgements: Vec<Judgement>,
    }
    let written = std::fs::read_to_string(support::sample().join("effects.json")).unwrap();
    let read: Sample = serde_json::from_str(&written).unwrap();
    let mut holdings = (*sample().holdings).clone();
    // The margins stood before any figure: what the journal of the sample home proves.
    let act = |number| Written {
        act: ActId(number),
        at: Moment::parse_from_rfc3339("2026-02-10T10:00:00+09:00").unwrap(),
    };
    let margins = read.effects.chosen.iter().filter(|it| it.margin.is_some());
    holdings.firsts.margins = margins.map(|it| (it.indicator.clone(), act(12))).collect();
    let figures = read.effects.measurements.iter();
    holdings.firsts.measurements = figures
        .map(|it| ((it.key.indicator.clone(), it.key.at), act(28)))
        .collect();
    holdings.firsts.sheets = [(Wave::Before, act(3)), (Wave::After(1), act(30))].into();
    holdings.effects = read.effects;
    holdings.issues.judgements = read.judgements;
    shown_of(holdings)
}

fn at(shown: Shown, theme: Theme) -> Screens {
    let mut screens = Screens::of(shown, pen(theme));
    screens.keys("4").press(KeyCode::Left);
    assert_eq!(screens.model.effect.view, EffectView::Judge);
    screens
}

/// The one act that the screens ask for.
fn act(screens: &Screens) -> (&Occasion, &Change) {
    match screens.effects.as_slice() {
        [Effect::Run(Job::Apply(occasion, changes))] => (occasion, changes.first().unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn missing_judgements_stand_first_and_the_chosen_one_beside_its_figures() {
    let shown = judged();
    look("judge", |theme| at(shown.clone(), theme));
    let mut screens = at(shown, Theme::Default);
    screens.press(KeyCode::Down);
    for (columns, rows) in [(80, 24), (120, 40)] {
        keep(
            &format!("judge-given-{columns}x{rows}"),
            &screens.draw(columns, rows).both(),
        );
    }
    screens.press(KeyCode::End).press(KeyCode::Down);
    assert_eq!(screens.model.effect.judge.row, 2, "it stays within the list");
}

#[test]
fn a_book_with_nothing_to_judge_says_what_will_be_here() {
    let screens = at(fixture::book(vec![fixture::before()]), Theme::Default);
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("判断するものはありません"), "{drawn}");
    let mut screens = screens;
    screens.press(KeyCode::Enter);
    assert!(screens.model.layers.is_empty() && screens.model.notice.is_some());
}

#[test]
fn nothing_is_judged_by_pressing_enter_and_all_answers_make_a_judgement() {
    let mut screens = at(judged(), Theme::Default);
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::FormChoice);
    for (columns, rows) in [(80, 24), (120, 40)] {
        keep(
            &format!("judge-form-{columns}x{rows}"),
            &screens.draw(columns, rows).both(),
        );
    }
    for _ in 0..6 {
        screens.press(KeyCode::Enter);
    }
    assert!(screens.effects.is_empty(), "nothing was answered");
    let Some(Layer::Form(form)) = screens.model.layers.last() else {
        panic!("{:?}", screens.model.layers);
    };
    assert!(form.problem.is_some() && form.focus == 0);
    screens.press(KeyCode::Right).press(KeyCode::Right).press(KeyCode::Tab);
    screens
        .keys("1階の棚だけ")
        .press(KeyCode::Tab)
        .keys("変化なし")
        .press(KeyCode::Tab);
    screens
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::Tab);
    screens.keys("介護職員").press(KeyCode::Tab);
    screens.press(KeyCode::Enter);
    let (occasion, change) = act(&screens);
    assert_eq!(*occasion, Occasion::Judged(Wave::After(1)));
    let Change::JudgementKept {
        before: None,
        after: Some(after),
    } = change
    else {
        panic!("{change:?}");
    };
    assert_eq!((after.care, after.next), (Care::Same, Next::Stop));
    assert_eq!(after.key.measure.map(|id| id.0), Some(3));
    assert_eq!(
        (after.words.as_str(), after.residents.as_str()),
        ("1階の棚だけ", "変化なし")
    );
    assert_eq!(
        (after.by.as_str(), after.on.to_string().as_str()),
        ("介護職員", "2026-02-10")
    );
}

#[test]
fn a_given_judgement_is_changed_or_taken_back_and_a_missing_one_cannot_be() {
    let mut screens = at(judged(), Theme::Default);
    screens.press(KeyCode::Delete);
    assert!(screens.effects.is_empty() && screens.model.notice.is_some());
    screens.press(KeyCode::Down).press(KeyCode::Enter);
    let Some(Layer::Form(form)) = screens.model.layers.last() else {
        panic!("{:?}", screens.model.layers);
    };
    assert_eq!(form.chosen_id(0), Some("better"));
    assert!(form.typed(1).contains("居室"));
    screens.press(KeyCode::Esc).keys("x");
    let (_, change) = act(&screens);
    assert!(
        matches!(change, Change::JudgementKept { before: Some(before), after: None } if before.key.measure.is_some()),
        "{change:?}"
    );
}

#[test]
fn home_leads_to_what_is_missing_and_to_the_results_once_all_is_judged() {
    let mut screens = Screens::of(judged(), pen(Theme::Default));
    for (columns, rows) in [(80, 24), (120, 40)] {
        let drawn = screens.draw(columns, rows).text();
        assert!(drawn.contains("! 取組後①の判断が1件未記入です"), "{drawn}");
    }
    screens.press(KeyCode::Enter);
    assert_eq!(
        (screens.model.tab, screens.model.effect.view),
        (Tab::Effect, EffectView::Judge)
    );

    let mut shown = judged();
    let mut holdings = (*shown.holdings).clone();
    let mut third = holdings.issues.judgements[1].clone();
    third.key.measure = Some(yutori::issues::MeasureId(3));
    holdings.issues.judgements.push(third);
    let text = Text::new(Lang::Ja);
    shown.effect.judgements = report::judgements(&holdings, &shown.effect.results, shown.today, &text);
    shown.issues = report::issues(&holdings, shown.today, &text);
    shown.holdings = Arc::new(holdings);
    let mut screens = Screens::of(shown, pen(Theme::Default));
    let drawn = screens.draw(120, 40).text();
    assert!(
        drawn.contains("判断はそろいました") && !drawn.contains("件未記入"),
        "{drawn}"
    );
    screens.press(KeyCode::Enter);
    assert_eq!(
        (screens.model.tab, screens.model.effect.view),
        (Tab::Effect, EffectView::Result)
    );
}
