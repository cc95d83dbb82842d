//! 推移 on a screen: the picture, the rules, and phases with a cause written into a real book.

use ratatui::crossterm::event::KeyCode;
use tempfile::TempDir;
use yutori::book::{Book, Occasion};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::effect::Phase;
use yutori::report::Holdings;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::effect::EffectView;
use yutori::screens::model::Context;
use yutori::screens::update::Effect;
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::{keep, look};
use super::sample::shown_of;
use crate::series::{effects, entered};

/// The figures of the sample home, without its sheets.
fn shown() -> Shown {
    let mut holdings = fixture::holdings();
    holdings.effects = effects();
    shown_of(holdings)
}

fn at(shown: Shown, pen: Pen) -> Screens {
    let mut screens = Screens::of(shown, pen);
    screens.keys("4");
    while screens.model.effect.view != EffectView::Series {
        screens.press(KeyCode::Right);
    }
    assert_eq!(screens.model.context(), Context::EffectSeries);
    screens
}

fn view(theme: Theme) -> Screens {
    at(shown(), pen(theme))
}

#[test]
fn the_series_with_its_phase_and_the_next_one_with_its_marks() {
    look("series", view);
    look("series-marks", |theme| {
        let mut screens = view(theme);
        screens.press(KeyCode::Down).keys("v");
        screens
    });
    keep("series-60x20", &view(Theme::Default).draw(60, 20).both());
}

#[test]
fn plain_symbols_and_english() {
    let plain = |lang| Pen::new(Text::new(lang), Theme::Default, true);
    let screens = at(shown(), plain(Lang::Ja));
    let drawn = screens.draw(80, 24);
    assert!(
        drawn
            .rows()
            .concat()
            .chars()
            .all(|letter| !yutori::screens::text::is_ambiguous(letter)),
        "{}",
        drawn.text()
    );
    keep(
        "series-english-120x40",
        &at(shown(), plain(Lang::En)).draw(120, 40).both(),
    );
}

#[test]
fn a_book_without_figures_says_how_to_begin() {
    let mut screens = at(shown_of(fixture::holdings()), pen(Theme::Default));
    let text = screens.draw(80, 24).text();
    assert!(text.contains("値は、まだありません"), "{text}");
    screens.keys("vax");
    assert!(screens.effects.is_empty() && screens.model.layers.is_empty());
}

#[test]
fn the_rules_go_round_and_stay_for_the_next_series() {
    let mut screens = view(Theme::Default);
    let mut seen = Vec::new();
    for _ in 0..5 {
        screens.press(KeyCode::F(2));
        seen.push(screens.model.effect.series.rules.unwrap().id());
    }
    assert_eq!(seen, ["mdc-excel", "shewhart", "anhoej", "ihi", "mdc"]);
    screens.press(KeyCode::Down);
    let text = screens.draw(120, 40).text();
    assert!(text.contains("ルール：上下の限界（Making Data Count）"), "{text}");
}

#[test]
fn of_several_phases_no_line_is_named_at_the_edge_of_another() {
    let mut screens = view(Theme::Default);
    let text = screens.draw(120, 40).text();
    assert!(!text.contains("上の限界 ") && text.contains("目標 0.25"), "{text}");
    let one = screens.press(KeyCode::Down).keys("v").draw(120, 40).text();
    assert!(one.contains("中央値 0.96 |"), "{one}");
}

/// A book on the disk with the figures of the sample home, and the screens on it.
struct Office {
    book: Book,
    screens: Screens,
    _folder: TempDir,
}

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap()
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = fixture::holdings().founding;
        let mut book = Book::create(&folder.path().join("a.yutori"), founding, now()).unwrap();
        let occasion = Occasion::MeasurementsKept {
            names: Vec::new(),
            figures: 1,
        };
        book.apply(occasion, entered(&effects().measurements), now()).unwrap();
        Self {
            screens: at(Self::shown(&book), pen(Theme::Default)),
            book,
            _folder: folder,
        }
    }

    fn shown(book: &Book) -> Shown {
        shown_of(Holdings::of(book, Catalog::built_in()).unwrap())
    }

    fn phases(&self) -> Vec<Phase> {
        self.book.effects().unwrap().phases
    }

    /// Does the work that the last key asked for.
    fn work(&mut self) -> &mut Self {
        let [Effect::Run(Job::Apply(occasion, changes))] = self.screens.effects.as_slice() else {
            panic!("{:?}", self.screens.effects)
        };
        self.book.apply(occasion.clone(), changes.clone(), now()).unwrap();
        let shown = Self::shown(&self.book);
        self.screens.happen(Action::Done(Outcome::Applied(Box::new(shown))));
        self
    }
}

#[test]
fn a_phase_is_begun_with_its_cause_and_taken_out_again() {
    let mut office = Office::new();
    office.screens.keys("x");
    assert!(office.screens.draw(80, 24).text().contains("区切りがありません"));
    office.screens.ctrl('a');
    keep("series-form-80x24", &office.screens.draw(80, 24).both());
    office
        .screens
        .keys("２０２５年１２月")
        .press(KeyCode::Tab)
        .press(KeyCode::Enter);
    assert!(office.screens.effects.is_empty(), "no phase without a cause");
    let text = office.screens.draw(80, 24).text();
    assert!(text.contains("! 区切りの理由が空です"), "{text}");
    office.screens.keys("タブレットを使い始めた").press(KeyCode::Enter);
    office.work();
    let phases = office.phases();
    assert_eq!(
        (
            phases[0].indicator.as_str(),
            phases[0].from.to_string().as_str(),
            phases[0].cause.as_str()
        ),
        ("incident-rate", "2025-12", "タブレットを使い始めた")
    );
    assert!(office.screens.model.layers.is_empty());
    let text = office.screens.draw(120, 40).text();
    assert!(text.contains("2025-12から「タブレットを使い始めた」"), "{text}");
    // The same again is refused, and the answers stay.
    office
        .screens
        .keys("a")
        .keys("2025-12")
        .press(KeyCode::Tab)
        .keys("もう一度")
        .press(KeyCode::Enter);
    let text = office.screens.draw(80, 24).text();
    assert!(text.contains("! 2025年12月には、もう区切りがあります"), "{text}");
    office.screens.press(KeyCode::Esc);
    office.screens.press(KeyCode::Delete);
    let text = office.screens.draw(80, 24).text();
    assert!(text.contains("[2025年12月から：タブレットを使い始めた]"), "{text}");
    office.screens.press(KeyCode::Enter);
    office.work();
    assert_eq!(office.phases(), []);
}
