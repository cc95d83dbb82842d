//! 入力 on a screen: the list, the grid, people and months that come with a pasted block, into a real book.

use ratatui::crossterm::event::{Event, KeyCode};
use tempfile::TempDir;
use yutori::book::{Book, Change, Occasion};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::effect::{Chosen, Measurement};
use yutori::report::Holdings;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::effect::EffectView;
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::keep;
use super::sample::shown_of;
use crate::series::{effects, entered};

/// A book on the disk that follows WHO-5 and accidents, and the screens on the view.
struct Office {
    book: Book,
    screens: Screens,
    _folder: TempDir,
}

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap()
}

impl Office {
    fn new(figures: &[Measurement]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = fixture::holdings().founding;
        let mut book = Book::create(&folder.path().join("a.yutori"), founding, now()).unwrap();
        if !figures.is_empty() {
            let occasion = Occasion::MeasurementsKept {
                names: Vec::new(),
                figures: figures.len(),
            };
            book.apply(occasion, entered(figures), now()).unwrap();
        }
        let mut office = Self {
            screens: Screens::of(Self::shown(&book), pen(Theme::Default)),
            book,
            _folder: folder,
        };
        office.screens.keys("4]]");
        assert_eq!(office.screens.model.effect.view, EffectView::Enter);
        office.follow("who5");
        office
    }

    fn shown(book: &Book) -> Shown {
        shown_of(Holdings::of(book, Catalog::built_in()).unwrap())
    }

    /// Chooses an indicator, as the other view does.
    fn follow(&mut self, id: &str) {
        let chosen = Chosen {
            indicator: id.to_owned(),
            on: now().date_naive(),
            target: None,
            margin: None,
            spread: None,
        };
        let known = Catalog::built_in().indicator(id).unwrap().clone();
        let changes = vec![
            Change::IndicatorKept {
                before: None,
                after: Some(Box::new(known)),
            },
            Change::IndicatorChosen {
                before: None,
                after: Some(Box::new(chosen)),
            },
        ];
        let occasion = Occasion::IndicatorsChosen { names: Vec::new() };
        self.apply(occasion, changes);
    }

    fn apply(&mut self, occasion: Occasion, changes: Vec<Change>) {
        self.book.apply(occasion, changes, now()).unwrap();
        let shown = Box::new(Self::shown(&self.book));
        self.screens.happen(Action::Done(Outcome::Applied(shown)));
    }

    /// Does the work that the last key asked for.
    fn work(&mut self) {
        let [Effect::Run(Job::Apply(occasion, changes))] = self.screens.effects.as_slice() else {
            panic!("{:?}", self.screens.effects)
        };
        let (occasion, changes) = (occasion.clone(), changes.clone());
        self.apply(occasion, changes);
    }

    fn paste(&mut self, block: &str) {
        self.screens.event(&Event::Paste(block.to_owned()));
    }

    fn text(&self) -> String {
        self.screens.draw(80, 24).text()
    }

    fn draw(&self, name: &str) {
        for (columns, rows) in [(80, 24), (120, 40)] {
            keep(
                &format!("{name}-{columns}x{rows}"),
                &self.screens.draw(columns, rows).both(),
            );
        }
    }
}

#[test]
fn what_is_followed_stands_first_and_the_grid_opens_at_what_is_missing() {
    let mut office = Office::new(&effects().measurements);
    let text = office.text();
    assert!(text.contains("> [選] 利用者の心の健康"), "nobody has moved: {text}");
    office.screens.press(KeyCode::Down).press(KeyCode::Down);
    office.draw("enter");
    let text = office.text();
    // A rate is told with its counts: a bare number of figures would be read as a number of accidents.
    assert!(text.contains("件/100日（2/1455）"), "{text}");
    office.screens.press(KeyCode::Enter);
    office.draw("enter-grid");
    assert!(office.text().contains("2025年5月 件数 >"), "{}", office.text());
}

#[test]
fn residents_come_with_a_pasted_block_and_all_of_it_is_one_act() {
    let mut office = Office::new(&[]);
    office.screens.press(KeyCode::Enter);
    office.paste("R01\t14\r\nＲ０２\t9\r\nR03\t\r\n");
    let text = office.text();
    assert!(text.contains("3行を足して、2件を貼り付けました"), "{text}");
    assert!(
        text.contains("未入力 1"),
        "of the survey that has not begun nothing is missing: {text}"
    );
    assert!(office.screens.effects.is_empty(), "nothing is written yet");
    office.screens.press(KeyCode::F(2));
    office.work();
    let kept = office.book.effects().unwrap().measurements;
    let kept: Vec<(&str, String)> = kept
        .iter()
        .map(|it| (it.key.subject.code(), it.value.to_string()))
        .collect();
    assert_eq!(kept, [("R01", "14".to_owned()), ("R02", "9".to_owned())]);
}

#[test]
fn a_pasted_name_keeps_the_whole_block_out() {
    let mut office = Office::new(&[]);
    office.screens.press(KeyCode::Enter);
    office.paste("R01\t14\n山田　花子\t9\n");
    let text = office.text();
    assert!(text.contains("「山田 花子」は名前のように見えます"), "{text}");
    assert!(text.contains("2行目・1列目") && !text.contains("1行目・"), "{text}");
    office.screens.press(KeyCode::Esc);
    assert!(office.text().contains("まだ誰もいません"), "{}", office.text());
}

#[test]
fn several_codes_are_added_in_one_line() {
    let mut office = Office::new(&[]);
    office.screens.press(KeyCode::Enter).press(KeyCode::F(3));
    office.screens.keys("Ｒ０１〜Ｒ０３、R07").press(KeyCode::Enter);
    let text = office.text();
    for code in [">R01 ", " R02 ", " R03 ", " R07 "] {
        assert!(text.contains(code), "{code}: {text}");
    }
    assert!(!text.contains("R04"), "{text}");
    office.screens.press(KeyCode::F(3));
    office.screens.keys("R09〜R05").press(KeyCode::Enter);
    let text = office.text();
    assert!(text.contains("「R09~R05」の範囲がわかりません"), "{text}");
}

#[test]
fn a_total_that_cannot_be_holds_the_saving_back() {
    let mut office = Office::new(&[]);
    office.screens.press(KeyCode::Enter).press(KeyCode::F(3));
    office.screens.keys("R01").press(KeyCode::Enter);
    office.screens.keys("30").press(KeyCode::Enter);
    let text = office.text();
    assert!(text.contains("0から25までの数ではありません"), "{text}");
    office.screens.press(KeyCode::F(2));
    assert!(office.screens.effects.is_empty());
    assert!(office.text().contains("保存していません"), "{}", office.text());
    office.screens.keys("１２").press(KeyCode::Enter).press(KeyCode::F(2));
    office.work();
    assert_eq!(office.book.effects().unwrap().measurements[0].value.to_string(), "12");
}

#[test]
fn months_of_years_come_with_a_pasted_block() {
    let mut office = Office::new(&[]);
    office.follow("incident-rate");
    office.screens.press(KeyCode::Down).press(KeyCode::Enter);
    office.paste("2023/4\t4\t1450\n令和5年5月\t6\t1460\n2023/6/1\t5\t1440\n");
    let text = office.text();
    assert!(text.contains("3行を足して、6件を貼り付けました"), "{text}");
    office.screens.press(KeyCode::F(2));
    office.work();
    let months: Vec<String> = office
        .book
        .effects()
        .unwrap()
        .measurements
        .iter()
        .map(|it| it.key.at.to_string())
        .collect();
    assert_eq!(months, ["2023-04", "2023-05", "2023-06"]);
}
