//! 選ぶ on a screen: both families, the forms, and the three use cases walked with keys, into a real book.

use ratatui::crossterm::event::KeyCode;
use tempfile::TempDir;
use yutori::book::{Book, Change, Occasion};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::effect::Chosen;
use yutori::report::Holdings;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome};
use yutori::screens::effect::{EffectLayer, EffectView};
use yutori::screens::model::{Context, Layer};
use yutori::screens::update::Effect;
use yutori::worktime::Wave;

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::{keep, look};
use super::sample::{sample, shown_of};

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap()
}

/// The view of the sample home.
fn view(theme: Theme) -> Screens {
    let mut screens = Screens::of(sample(), pen(theme));
    screens.keys("4]");
    assert_eq!(screens.model.effect.view, EffectView::Choose);
    screens
}

/// A book on the disk with the first survey and the measures of the sample home, and the screens on the view.
struct Office {
    book: Book,
    screens: Screens,
    _folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = fixture::holdings().founding;
        let mut book = Book::create(&folder.path().join("a.yutori"), founding, now()).unwrap();
        let sample = sample();
        let sheets = sample.holdings.sheets.iter().filter(|(wave, _)| *wave == Wave::Before);
        let sheets = sheets.map(|(wave, sheet)| Change::SheetRecorded {
            wave: *wave,
            sheet: Box::new(sheet.clone()),
        });
        let measures = sample
            .holdings
            .issues
            .measures
            .iter()
            .map(|measure| Change::MeasureKept {
                before: None,
                after: Some(Box::new(yutori::issues::Measure {
                    challenge: None,
                    ..measure.clone()
                })),
            });
        let changes = sheets.chain(measures).collect();
        let occasion = Occasion::Imported { files: Vec::new() };
        book.apply(occasion, changes, now()).unwrap();
        let mut screens = Screens::of(shown_of(holdings(&book)), pen(Theme::Default));
        screens.keys("4]");
        Self {
            book,
            screens,
            _folder: folder,
        }
    }

    fn acts(&self) -> usize {
        self.book.history().unwrap().len()
    }

    fn chosen(&self) -> Vec<Chosen> {
        self.book.effects().unwrap().chosen
    }

    /// Does the work that the last key asked for.
    fn work(&mut self) -> &mut Self {
        for effect in std::mem::take(&mut self.screens.effects) {
            let Effect::Run(Job::Apply(occasion, changes)) = effect else {
                panic!("{effect:?}");
            };
            self.book.apply(occasion, changes, now()).unwrap();
            let shown = Box::new(shown_of(holdings(&self.book)));
            self.screens.happen(Action::Done(Outcome::Applied(shown)));
        }
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.screens.keys(keys);
        self
    }

    fn press(&mut self, key: KeyCode) -> &mut Self {
        self.screens.press(key);
        self
    }

    fn draw(&self, name: &str) {
        for (columns, rows) in [(80, 24), (120, 40)] {
            keep(
                &format!("{name}-{columns}x{rows}"),
                &self.screens.draw(columns, rows).both(),
            );
        }
    }

    fn text(&self) -> String {
        self.screens.draw(80, 24).text().replace(['\n', ' '], "")
    }
}

fn holdings(book: &Book) -> Holdings {
    Holdings::of(book, Catalog::built_in()).unwrap()
}

fn is_in_guide(screens: &Screens) -> bool {
    matches!(screens.model.layers.last(), Some(Layer::Effect(EffectLayer::Choose(_))))
}

#[test]
fn both_families_and_the_one_under_the_cursor_at_every_size() {
    look("choose", view);
    let mut screens = view(Theme::Default);
    screens.press(KeyCode::End).press(KeyCode::Down);
    let last = screens.draw(80, 24).text();
    assert!(last.contains("SRS-18") && last.contains("まだ選んでいません"), "{last}");
}

#[test]
fn enter_chooses_and_lays_aside_and_the_margin_is_asked_for() {
    let mut office = Office::new();
    let before = office.acts();
    office.press(KeyCode::Enter).work();
    assert_eq!(office.chosen()[0].indicator, "record-minutes");
    assert_eq!(office.acts(), before + 1);
    assert_eq!(
        office.book.effects().unwrap().indicators.len(),
        1,
        "the book keeps a copy"
    );
    office.press(KeyCode::Enter).work();
    assert_eq!(office.chosen(), []);
    while office.screens.model.effect.choose.at.as_deref() != Some("direct-share") {
        office.press(KeyCode::Down);
    }
    office.keys(" ").work();
    assert_eq!(
        office.screens.model.notice.as_ref().unwrap().key(),
        "chosen-now-the-margin"
    );
    assert_eq!(
        office.screens.model.effect.choose.at.as_deref(),
        Some("direct-share"),
        "the cursor stays on it"
    );
}

#[test]
fn target_margin_and_measures_are_asked_on_one_page() {
    let mut office = Office::new();
    while office.screens.model.effect.choose.at.as_deref() != Some("direct-share") {
        office.press(KeyCode::Down);
    }
    office.press(KeyCode::F(2));
    office.draw("choose-form");
    office.keys("５２").press(KeyCode::Tab).keys("0").press(KeyCode::Enter);
    let Some(Layer::Form(form)) = office.screens.model.layers.last() else {
        panic!()
    };
    assert_eq!(
        (form.focus, form.problem.as_ref().unwrap().key()),
        (1, "chosen-not-above")
    );
    office.screens.ctrl('u');
    office
        .keys("３")
        .press(KeyCode::Tab)
        .press(KeyCode::Right)
        .press(KeyCode::Right);
    office.press(KeyCode::Enter).work();
    assert!(office.screens.model.layers.is_empty());
    let chosen = office.chosen();
    assert_eq!(chosen[0].target.unwrap().to_string(), "52");
    assert_eq!(chosen[0].margin.unwrap().to_string(), "3");
    let issues = office.book.issues().unwrap();
    let watches = |it: &&yutori::issues::Measure| it.indicators.iter().any(|id| id == "direct-share");
    let watching: Vec<u32> = issues.measures.iter().filter(watches).map(|it| it.id.0).collect();
    assert_eq!(watching, [1, 3], "from 3 alone two choices on");
    office.draw("choose-chosen");
}

#[test]
fn one_of_each_is_chosen_step_by_step_and_written_as_one_act() {
    let mut office = Office::new();
    let before = office.acts();
    office.press(KeyCode::F(8));
    keep("guide-case-80x24", &office.screens.draw(80, 24).both());
    office.press(KeyCode::Enter);
    office.draw("guide-pick");
    office.press(KeyCode::Enter).press(KeyCode::Down).press(KeyCode::Down);
    assert_eq!(office.screens.model.context(), Context::EffectGuidePick);
    office.press(KeyCode::Up).press(KeyCode::Up).press(KeyCode::Enter);
    assert_eq!(office.screens.model.context(), Context::EffectGuideText);
    office.keys("６０");
    office.draw("guide-target");
    office.press(KeyCode::Enter);
    assert!(office.text().contains("測る前に決め"), "{}", office.text());
    office.keys("多め").press(KeyCode::Enter);
    assert!(
        office.text().contains("許容幅を数として読めません"),
        "{}",
        office.text()
    );
    office.screens.ctrl('u');
    office.keys("3");
    keep("guide-margin-80x24", &office.screens.draw(80, 24).both());
    office.press(KeyCode::Enter).keys(" ");
    keep("guide-measures-80x24", &office.screens.draw(80, 24).both());
    office.press(KeyCode::Enter);
    office.draw("guide-review");
    assert_eq!(office.acts(), before, "nothing is written before the last step");
    office.press(KeyCode::F(2)).work();
    assert!(office.screens.model.layers.is_empty(), "the path is over");
    assert_eq!(office.acts(), before + 1);
    let chosen = office.chosen();
    let ids: Vec<&str> = chosen.iter().map(|it| it.indicator.as_str()).collect();
    assert_eq!(ids, ["direct-share", "record-minutes"]);
    assert_eq!(chosen[0].margin.unwrap().to_string(), "3");
    assert_eq!(chosen[1].target.unwrap().to_string(), "60");
    let first = &office.book.issues().unwrap().measures[0];
    assert!(
        ids.iter().all(|id| first.indicators.iter().any(|it| it == id)),
        "{:?}",
        first.indicators
    );
}

#[test]
fn two_of_efficiency_are_wanted_before_it_goes_on() {
    let mut office = Office::new();
    office
        .keys("s")
        .press(KeyCode::Down)
        .press(KeyCode::Enter)
        .press(KeyCode::Enter);
    assert!(office.text().contains("2つ選びます（今は0つ）"), "{}", office.text());
    office.keys(" ").press(KeyCode::Enter);
    assert!(office.text().contains("（今は1つ）"), "{}", office.text());
    office
        .press(KeyCode::Down)
        .keys(" ")
        .press(KeyCode::Enter)
        .press(KeyCode::Enter);
    assert_eq!(office.screens.model.context(), Context::EffectGuideText);
    // Esc goes back step by step, and what was picked stays.
    office.press(KeyCode::Esc).press(KeyCode::Esc);
    let marked = office.screens.draw(80, 24).text().matches("[x]").count();
    assert_eq!(marked, 2);
    for _ in 0..6 {
        office.press(KeyCode::Enter);
    }
    office.work();
    assert_eq!(office.chosen().len(), 3);
}

#[test]
fn an_own_indicator_is_made_on_the_way_and_picked() {
    let mut office = Office::new();
    office.keys("s").press(KeyCode::End).press(KeyCode::Enter).keys("a");
    office.draw("own-form");
    office
        .keys("ナースコールの回数")
        .press(KeyCode::Tab)
        .press(KeyCode::Tab)
        .keys("回");
    office.press(KeyCode::Enter).work();
    assert!(is_in_guide(&office.screens), "the path goes on");
    assert!(office.text().contains("+ナースコールの回数"), "{}", office.text());
    office.keys(" ").press(KeyCode::Enter).keys(" ");
    for _ in 0..5 {
        office.press(KeyCode::Enter);
    }
    office.work();
    let ids: Vec<String> = office.chosen().into_iter().map(|it| it.indicator).collect();
    assert_eq!(ids, ["direct-share", "own-1"]);
    // It is chosen: it is not taken out.
    office.press(KeyCode::Home);
    assert_eq!(office.screens.model.effect.choose.at.as_deref(), Some("own-1"));
    office.press(KeyCode::Delete);
    assert_eq!(office.screens.model.notice.as_ref().unwrap().key(), "chosen-is-chosen");
    office.press(KeyCode::Enter).work();
    office.press(KeyCode::Delete).work();
    assert_eq!(
        office
            .book
            .effects()
            .unwrap()
            .indicators
            .iter()
            .filter(|it| it.id == "own-1")
            .count(),
        0
    );
}

#[test]
fn leaving_the_path_writes_nothing() {
    let mut office = Office::new();
    let before = office.acts();
    office.keys("s").press(KeyCode::Enter).press(KeyCode::Enter);
    for _ in 0..3 {
        assert!(is_in_guide(&office.screens));
        office.press(KeyCode::Esc);
    }
    assert!(office.screens.model.layers.is_empty());
    assert_eq!((office.acts(), office.chosen().len()), (before, 0));
}

#[test]
fn what_is_built_in_is_not_taken_out() {
    let mut office = Office::new();
    office.keys("x");
    assert!(office.screens.effects.is_empty());
    assert_eq!(office.screens.model.notice.as_ref().unwrap().key(), "chosen-not-own");
}
