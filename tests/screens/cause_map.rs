//! The cause map on a screen: readable on both sizes, drawn, linked and taken back with keys.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::issues::{Cause, CauseId, CauseLayer, Evidence};
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome};
use yutori::screens::issues::IssueView;
use yutori::screens::model::{Context, Layer};
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::sample::{sample, shown_of};

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

/// The map of the sample home.
fn map() -> Screens {
    let mut screens = Screens::of(sample(), pen(Theme::NoColour));
    screens.keys("2ll");
    assert_eq!(screens.model.issues.view, IssueView::Map);
    assert_eq!(screens.model.context(), Context::IssueMap);
    screens
}

fn chosen(screens: &Screens) -> Option<CauseId> {
    screens.model.issues.map.chosen
}

fn choose(screens: &mut Screens, id: u32) {
    screens.press(KeyCode::Home);
    for _ in 0..40 {
        if chosen(screens) == Some(CauseId(id)) {
            return;
        }
        screens.press(KeyCode::Down);
    }
    panic!("box {id} cannot be reached");
}

/// What was given to the desk, done to the book; the screens show it.
fn written(screens: &mut Screens) -> Vec<(Option<Cause>, Option<Cause>)> {
    let [Effect::Run(Job::Apply(Occasion::CauseMapDrawn, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    let steps: Vec<(Option<Cause>, Option<Cause>)> = changes
        .iter()
        .map(|change| match change {
            Change::CauseKept { before, after } => (before.as_deref().cloned(), after.as_deref().cloned()),
            other => panic!("{other:?}"),
        })
        .collect();
    let mut holdings = (*screens.model.shown.as_ref().unwrap().holdings).clone();
    for (before, after) in &steps {
        if let Some(before) = before {
            assert!(holdings.issues.causes.contains(before));
            holdings.issues.causes.retain(|it| it.id != before.id);
        }
        holdings.issues.causes.extend(after.clone());
    }
    holdings.issues.causes.sort_by_key(|it| it.id);
    screens.happen(Action::Done(Outcome::Applied(Box::new(shown_of(holdings)))));
    steps
}

#[test]
fn the_map_of_25_boxes_is_read_on_a_wide_screen() {
    let mut screens = map();
    let drawn = screens.draw(120, 40).text();
    for cause in &screens.model.shown.as_ref().unwrap().holdings.issues.causes {
        let start: String = cause.text.chars().take(8).collect();
        assert!(drawn.contains(&start), "{}", cause.text);
    }
    choose(&mut screens, 15);
    keep("issues-map-120x40", &screens.draw(120, 40).both());
    choose(&mut screens, 12);
    keep("issues-map-passage-120x40", &screens.draw(120, 40).text());
}

#[test]
fn the_map_is_an_outline_by_layer_on_a_small_screen() {
    let mut screens = map();
    keep("issues-map-80x24", &screens.draw(80, 24).both());
    choose(&mut screens, 25);
    assert!(screens.draw(80, 24).text().contains("新人が続かない"));
    assert!(screens.draw(80, 24).text().contains("まだ測っていません"));
}

#[test]
fn plain_symbols_draw_no_letter_of_disputed_width() {
    let pen = yutori::screens::Pen::new(yutori::text::Text::new(yutori::text::Lang::Ja), Theme::NoColour, true);
    let mut screens = Screens::of(sample(), pen);
    screens.keys("2ll");
    for size in [(120, 40), (80, 24)] {
        let drawn = screens.draw(size.0, size.1).text();
        let disputed = drawn
            .chars()
            .find(|letter| yutori::screens::text::is_ambiguous(*letter));
        assert_eq!(disputed, None, "{drawn}");
    }
}

#[test]
fn arrows_go_down_a_layer_and_along_links_and_brackets_turn_the_view() {
    let mut screens = map();
    choose(&mut screens, 1);
    screens.press(KeyCode::Right);
    assert_eq!(chosen(&screens), Some(CauseId(7)));
    screens.press(KeyCode::Right);
    assert_eq!(chosen(&screens), Some(CauseId(15)));
    screens.press(KeyCode::Left);
    assert!(matches!(chosen(&screens), Some(CauseId(7..=9))));
    screens.keys("]");
    assert_eq!(screens.model.issues.view, IssueView::Choice);
    screens.keys("h");
    screens.ctrl_key(KeyCode::Left);
    assert_eq!(screens.model.issues.view, IssueView::Notices);
}

#[test]
fn a_box_is_added_as_a_cause_of_the_chosen_one() {
    let mut screens = map();
    choose(&mut screens, 15);
    screens.keys("a").keys("用紙が多い");
    keep("issues-map-add-80x24", &screens.draw(80, 24).text());
    screens.press(KeyCode::Enter);
    let steps = written(&mut screens);
    let [(None, Some(added))] = steps.as_slice() else {
        panic!("{steps:?}")
    };
    assert_eq!((added.id, added.layer), (CauseId(26), CauseLayer::Cause));
    assert_eq!(added.leads_to, [CauseId(15)].into());
    assert_eq!(chosen(&screens), Some(CauseId(26)));
    assert!(screens.model.layers.is_empty());
}

#[test]
fn an_empty_text_and_a_link_back_are_told_in_the_form() {
    let mut screens = map();
    choose(&mut screens, 1);
    screens.ctrl('a').press(KeyCode::Enter);
    assert!(screens.effects.is_empty());
    assert!(screens.draw(80, 24).text().contains("空です"));
    screens.keys("疲れる").press(KeyCode::Tab);
    screens.press(KeyCode::Left).press(KeyCode::Enter);
    assert!(screens.effects.is_empty());
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("層をさかのぼる"), "{drawn}");
}

#[test]
fn a_link_is_put_on_and_taken_off_with_one_key() {
    let mut screens = map();
    choose(&mut screens, 1);
    screens.keys("c");
    assert_eq!(screens.model.context(), Context::CausePick);
    keep("issues-map-links-80x24", &screens.draw(80, 24).text());
    screens.press(KeyCode::Char(' '));
    let steps = written(&mut screens);
    let [(Some(before), Some(after))] = steps.as_slice() else {
        panic!("{steps:?}")
    };
    assert_eq!(after.leads_to.len(), before.leads_to.len() + 1);
    assert!(matches!(screens.model.layers.last(), Some(Layer::Cause(_))));
    screens.press(KeyCode::Enter);
    let steps = written(&mut screens);
    assert_eq!(steps[0].1.as_ref(), Some(before));
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::IssueMap);
}

#[test]
fn a_loop_is_refused_with_the_way_round() {
    let mut screens = map();
    let targets = |screens: &Screens| match screens.model.layers.last() {
        Some(Layer::Cause(page)) => page.targets(&screens.model),
        other => panic!("{other:?}"),
    };
    let pick = |screens: &mut Screens, from: u32, to: u32| {
        choose(screens, from);
        screens.press(KeyCode::F(8));
        let place = targets(screens).iter().position(|id| *id == CauseId(to)).unwrap();
        for _ in 0..place {
            screens.press(KeyCode::Down);
        }
        screens.press(KeyCode::Char(' '));
    };
    pick(&mut screens, 7, 8);
    written(&mut screens);
    screens.press(KeyCode::Esc);
    pick(&mut screens, 8, 7);
    assert!(screens.effects.is_empty());
    let drawn = screens.draw(80, 24).text();
    assert!(drawn.contains("8 記録を勤務の終わりにまとめる → 7"), "{drawn}");
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::CausePick);
    screens.press(KeyCode::Esc);
    // A link within a layer is drawn too.
    choose(&mut screens, 7);
    keep("issues-map-within-120x40", &screens.draw(120, 40).text());
}

#[test]
fn evidence_is_put_on_by_kind_and_undone() {
    let mut screens = map();
    choose(&mut screens, 25);
    screens.keys("s");
    keep("issues-map-evidence-80x24", &screens.draw(80, 24).text());
    screens
        .press(KeyCode::Right)
        .press(KeyCode::Right)
        .press(KeyCode::Char(' '));
    let steps = written(&mut screens);
    let after = steps[0].1.as_ref().unwrap();
    assert!(matches!(after.evidence.first(), Some(Evidence::Kind(_))));
    screens.model.shown.as_mut().unwrap().can_undo = Some("図".to_owned());
    screens.keys("u");
    assert_eq!(screens.effects, [Effect::Run(Job::Undo)]);
    let before = Box::new(sample());
    screens.happen(Action::Done(Outcome::Undone(None, before)));
    assert_eq!(screens.model.context(), Context::CauseEvidence);
    screens.model.layers.clear();
    screens.model.shown.as_mut().unwrap().can_redo = Some("図".to_owned());
    screens.ctrl('y');
    assert_eq!(screens.effects, [Effect::Run(Job::Redo)]);
}

#[test]
fn a_box_that_a_challenge_stands_on_stays_and_another_goes_with_its_links() {
    let mut screens = map();
    choose(&mut screens, 15);
    screens.keys("x");
    assert!(screens.effects.is_empty());
    assert!(screens.draw(120, 40).text().contains("のもとになっている"));
    screens.press(KeyCode::Esc);
    choose(&mut screens, 25);
    screens.press(KeyCode::Delete);
    let steps = written(&mut screens);
    assert_eq!(steps.len(), 2);
    assert_eq!(steps[1].1, None);
    assert_eq!(chosen(&screens), Some(screens_first(&screens)));
}

/// The box that is chosen where the chosen one is gone.
fn screens_first(screens: &Screens) -> CauseId {
    yutori::screens::issues::cause_layout(&screens.model).all_boxes()[0]
}

#[test]
fn the_question_and_the_text_are_changed_in_forms() {
    let mut screens = map();
    choose(&mut screens, 25);
    screens.keys("t").keys("1年で何人が辞めましたか").press(KeyCode::Enter);
    let steps = written(&mut screens);
    assert_eq!(
        steps[0].1.as_ref().unwrap().question.as_deref(),
        Some("1年で何人が辞めましたか")
    );
    screens.press(KeyCode::Enter).keys("ない").press(KeyCode::Enter);
    let steps = written(&mut screens);
    assert_eq!(steps[0].1.as_ref().unwrap().text, "新人が続かないない");
}

#[test]
fn an_empty_map_says_how_to_begin_and_takes_a_trouble_first() {
    let mut screens = Screens::of(super::fixture::home(), pen(Theme::NoColour));
    screens.keys("2ll");
    assert!(screens.draw(80, 24).text().contains("Ctrl-A"));
    screens.keys("xct").press(KeyCode::Enter);
    assert!(screens.effects.is_empty() && screens.model.layers.is_empty());
    screens.keys("a").keys("記録に時間がかかる").press(KeyCode::Enter);
    let steps = written(&mut screens);
    let added = steps[0].1.as_ref().unwrap();
    assert_eq!((added.layer, added.leads_to.len()), (CauseLayer::Trouble, 0));
}

#[test]
fn a_box_starts_from_a_statement_or_a_notice_without_typing_its_words() {
    let mut holdings = (*sample().holdings).clone();
    holdings.issues.causes.clear();
    holdings.issues.challenges.clear();
    holdings.issues.measures.clear();
    let mut screens = Screens::of(shown_of(holdings), pen(Theme::NoColour));
    screens.keys("2lls");
    assert_eq!(screens.model.context(), Context::CauseEvidence);
    screens.keys(" ");
    screens.press(KeyCode::Enter);
    let steps = written(&mut screens);
    let first = steps[0].1.clone().unwrap();
    assert_eq!((steps.len(), first.layer), (1, CauseLayer::Trouble));
    assert!(!first.text.is_empty() && !first.text.ends_with('。'));
    assert!(matches!(first.evidence.first(), Some(Evidence::Statement(_))));
    screens.keys("s");
    screens.press(KeyCode::Right);
    screens.keys("a");
    screens.press(KeyCode::Enter);
    let steps = written(&mut screens);
    let second = steps[0].1.clone().unwrap();
    assert_eq!(second.layer, CauseLayer::Cause);
    assert!(second.leads_to.contains(&first.id));
    assert!(matches!(second.evidence.first(), Some(Evidence::Notice(_))));
}
