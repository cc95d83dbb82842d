//! 連携 on a screen: months, pieces, minutes and costs entered by keys alone into a real book.

use ratatui::crossterm::event::KeyCode;
use tempfile::TempDir;
use yutori::book::Book;
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::report::Holdings;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome};
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::fixture;
use super::sample::shown_of;

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap()
}

struct Office {
    book: Book,
    screens: Screens,
    _folder: TempDir,
}

fn holdings(book: &Book) -> Holdings {
    Holdings::of(book, Catalog::built_in()).unwrap()
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = fixture::holdings().founding;
        let book = Book::create(&folder.path().join("a.yutori"), founding, now()).unwrap();
        let mut screens = Screens::of(shown_of(holdings(&book)), pen(Theme::Default));
        screens.keys("5]]]]");
        Self {
            book,
            screens,
            _folder: folder,
        }
    }

    /// Opens the chosen row, writes both answers and sends them.
    fn enter(&mut self, before: &str, after: &str) -> &mut Self {
        self.screens.press(KeyCode::Enter);
        self.screens.keys(before);
        self.screens.press(KeyCode::Tab);
        self.screens.keys(after);
        self.screens.press(KeyCode::Enter);
        for effect in std::mem::take(&mut self.screens.effects) {
            let Effect::Run(Job::Apply(occasion, changes)) = effect else {
                panic!("{effect:?}")
            };
            self.book.apply(occasion, changes, now()).unwrap();
            let shown = shown_of(holdings(&self.book));
            self.screens.happen(Action::Done(Outcome::Applied(Box::new(shown))));
        }
        self
    }

    fn down(&mut self, rows: usize) -> &mut Self {
        for _ in 0..rows {
            self.screens.press(KeyCode::Down);
        }
        self
    }

    fn text(&self) -> String {
        self.screens.draw(80, 24).text()
    }
}

#[test]
fn a_saving_is_entered_by_keys_and_stands_first() {
    let mut office = Office::new();
    assert!(
        office.text().contains("送り方がまだ入っていません"),
        "{}",
        office.text()
    );
    office.enter("2025-03", "2025-09");
    office.down(1).enter("1500", "21000");
    office.down(1).enter("40", "");
    // FAX has its steps now: print is the first of them.
    office.down(1).enter("3", "");
    let linkage = office.book.documents().unwrap().linkage.unwrap();
    assert_eq!((linkage.wage, linkage.licence), (Some(1_500), Some(21_000)));
    let before = linkage.before.unwrap();
    assert_eq!((before.ways[0].pieces, before.ways[0].steps.len()), (40, 1));
    // 40 × 3 = 120 min; 120 × 1,500 ÷ 60 = 3,000 yen; 12 × 3,000 − 21,000 = 15,000
    let text = office.text();
    assert!(text.contains("15,000") && text.contains("-21,000"), "{text}");
}

#[test]
fn published_figures_are_always_called_reference() {
    let mut office = Office::new();
    office.screens.press(KeyCode::End);
    let text = office.screens.draw(120, 40).text();
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("816,000")).collect();
    assert!(
        !lines.is_empty() && lines.iter().all(|line| line.contains("参考")),
        "{text}"
    );
}
