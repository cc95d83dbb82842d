//! 文書 on a screen: from an empty book to the sentence about halving, typed by keys alone into a real book.

use ratatui::crossterm::event::{Event, KeyCode};
use tempfile::TempDir;
use yutori::book::Book;
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::documents::{Counted, Documents, FactWay, Medium};
use yutori::office::Month;
use yutori::report::Holdings;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome};
use yutori::screens::documents::DocumentView;
use yutori::screens::model::Context;
use yutori::screens::update::Effect;
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::keep;
use super::sample::shown_of;

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap()
}

fn month(year: i32, number: u32) -> Month {
    Month::new(year, number).unwrap()
}

/// A book on the disk in which nothing stands yet, and the screens on the tab.
struct Office {
    book: Book,
    screens: Screens,
    _folder: TempDir,
}

impl Office {
    fn new() -> Self {
        Self::with_pen(pen(Theme::Default))
    }

    fn with_pen(pen: Pen) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = fixture::holdings().founding;
        let book = Book::create(&folder.path().join("a.yutori"), founding, now()).unwrap();
        let mut screens = Screens::of(shown_of(holdings(&book)), pen);
        screens.keys("5");
        Self {
            book,
            screens,
            _folder: folder,
        }
    }

    /// Does the work that the last key asked for.
    fn work(&mut self) -> &mut Self {
        for effect in std::mem::take(&mut self.screens.effects) {
            let Effect::Run(job) = effect else { panic!("{effect:?}") };
            let outcome = match job {
                Job::Apply(occasion, changes) => {
                    self.book.apply(occasion, changes, now()).unwrap();
                    Outcome::Applied(Box::new(shown_of(holdings(&self.book))))
                }
                Job::Undo => {
                    let act = self.book.undo(now()).unwrap();
                    let what = act.map(|_| "台帳".to_owned());
                    Outcome::Undone(what, Box::new(shown_of(holdings(&self.book))))
                }
                other => panic!("{other:?}"),
            };
            self.screens.happen(Action::Done(outcome));
        }
        if let Some(shown) = &mut self.screens.model.shown {
            shown.can_undo = Some("台帳".to_owned());
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

    /// Types a line of figures, one field after the other, and goes to the next line.
    fn line(&mut self, figures: &[&str]) -> &mut Self {
        for (place, figure) in figures.iter().enumerate() {
            if place > 0 {
                self.press(KeyCode::Tab);
            }
            self.keys(figure);
        }
        self.press(KeyCode::Enter)
    }

    fn ledger(&self) -> Documents {
        self.book.documents().unwrap()
    }

    fn text(&self) -> String {
        self.screens.draw(80, 24).text()
    }

    fn joined(&self) -> String {
        self.text().replace(['\n', ' '], "")
    }

    fn draw(&self, name: &str) {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let drawn = self.screens.draw(columns, rows).both();
            keep(&format!("documents-{name}-{columns}x{rows}"), &drawn);
        }
    }

    /// Adds a kind by its name.
    fn kind(&mut self, name: &str) -> &mut Self {
        self.keys("b").keys(name).press(KeyCode::Enter).work()
    }
}

fn holdings(book: &Book) -> Holdings {
    Holdings::of(book, Catalog::built_in()).unwrap()
}

/// Two kinds that were counted in October of two years; the second is data then, and together they are halved.
fn halved(pen: Pen) -> Office {
    let mut office = Office::with_pen(pen);
    office.keys("]").kind("介護記録").kind("連絡帳");
    let today = shown_month(&office);
    assert_eq!(today, month(2026, 2));
    office.keys(",,,,").press(KeyCode::Home).press(KeyCode::Enter);
    office.line(&["300", "300", "20", "3", "2", "0.5"]);
    office.line(&["80", "160", "0", "5"]);
    for _ in 0..12 {
        office.screens.ctrl_key(KeyCode::Right);
    }
    office.press(KeyCode::Up).press(KeyCode::Up);
    office.line(&["300", "200", "10", "2", "0", "0.5"]);
    office
        .press(KeyCode::Left)
        .keys("2")
        .press(KeyCode::Right)
        .line(&["80"]);
    office.press(KeyCode::F(2)).work().press(KeyCode::Esc).keys("[");
    office
}

fn shown_month(office: &Office) -> Month {
    let model = &office.screens.model;
    yutori::screens::documents::shown_month(model, model.shown.as_ref().unwrap())
}

#[test]
fn an_empty_ledger_leads_to_the_usual_documents_with_one_key() {
    let mut office = Office::new();
    office.draw("empty");
    office.press(KeyCode::Enter);
    assert_eq!(office.screens.model.context(), Context::DocumentPick);
    office.draw("pick");
    office.press(KeyCode::F(2)).work();
    let ledger = office.ledger();
    assert!(ledger.kinds.len() >= 5, "{}", ledger.kinds.len());
    assert!(ledger.kinds.iter().all(|kind| kind.offer.is_some()));
    assert_eq!(office.screens.model.layers, []);
    office.keys("]").draw("ledger-uncounted");
    let acts = office.book.history().unwrap().len();
    office.keys("u").work();
    assert!(office.ledger().kinds.is_empty(), "undo takes the whole act back");
    assert!(office.book.history().unwrap().len() > acts);
}

#[test]
fn from_an_empty_book_to_the_sentence_of_halving_by_keys_alone() {
    let mut office = halved(pen(Theme::Default));
    let ledger = office.ledger();
    assert_eq!(ledger.kinds.len(), 2);
    let record = ledger.month(ledger.kinds[0].id, month(2025, 10)).unwrap();
    assert_eq!(
        (record.sheets(), record.minutes(), record.reentries()),
        (Some(320), Some(900), Some(600))
    );
    let data = ledger.month(ledger.kinds[1].id, month(2026, 10)).unwrap();
    assert_eq!((data.medium, data.sheets()), (Medium::Data, Some(0)));
    // 320 + 160 = 480 before; 210 after: no more than half.
    let total = office.screens.model.shown.as_ref().unwrap().documents.total.clone();
    assert_eq!(
        (total.sheets_before, total.sheets_after, total.halved),
        (Some(480), Some(210), Some(true))
    );
    assert_eq!(office.screens.model.documents.view, DocumentView::Result);
    let said = office.joined();
    assert!(said.contains("半分以下"), "{said}");
    office.draw("result");
    office.keys("]").draw("ledger");
    office.keys("]]]").draw("trend");
}

#[test]
fn results_show_without_colour_in_english_and_on_a_small_screen() {
    let plain = Pen::new(Text::new(Lang::En), Theme::NoColour, true);
    let office = halved(plain);
    keep("documents-result-en-80x24-plain", &office.screens.draw(80, 24).both());
    let text = office.screens.draw(60, 20).text();
    assert!(text.contains("halved"), "{text}");
    assert!(text.is_ascii() || !text.contains(['─', '│', '■', '●']), "{text}");
}

#[test]
fn a_block_of_a_spreadsheet_fills_the_month_or_is_refused_with_every_bad_cell() {
    let mut office = Office::new();
    office
        .keys("]")
        .kind("介護記録")
        .kind("連絡帳")
        .press(KeyCode::Home)
        .press(KeyCode::Enter);
    office
        .screens
        .event(&Event::Paste("300\t多い\n80\t160\t0\n".to_owned()));
    assert_eq!(office.screens.model.context(), Context::DocumentFaults);
    office.draw("faults");
    office.press(KeyCode::Esc);
    office
        .screens
        .event(&Event::Paste("300\t600\t0\n80\t160\t0\n".to_owned()));
    office.draw("grid");
    office.press(KeyCode::F(2)).work();
    let ledger = office.ledger();
    let sheets: Vec<_> = ledger
        .months
        .iter()
        .map(yutori::documents::DocumentMonth::sheets)
        .collect();
    assert_eq!(sheets, [Some(600), Some(160)]);
}

#[test]
fn a_wrong_figure_is_told_with_what_to_try_and_nothing_is_written() {
    let mut office = Office::new();
    office.keys("]").kind("介護記録").press(KeyCode::Enter);
    office.keys("12x").press(KeyCode::F(2));
    assert!(office.screens.effects.is_empty());
    assert!(office.joined().contains("数として使えません"), "{}", office.text());
    office.press(KeyCode::Esc);
    assert_eq!(office.screens.model.context(), Context::DocumentLeave);
    office.press(KeyCode::F(8));
    assert!(office.ledger().months.is_empty());
}

#[test]
fn unsaved_figures_are_not_lost_by_leaving_the_program() {
    let mut office = Office::new();
    office.keys("]").kind("介護記録").press(KeyCode::Enter).keys("5");
    office.screens.ctrl('c');
    assert_eq!(office.screens.model.context(), Context::DocumentLeave);
    office.press(KeyCode::F(2)).work();
    let ledger = office.ledger();
    assert_eq!(ledger.months[0].pieces(), Some(5));
}

#[test]
fn a_counting_week_stands_for_the_month_and_says_by_which_rule() {
    let mut office = Office::new();
    office.keys("]").kind("介護記録").keys("w");
    assert_eq!(office.screens.model.context(), Context::DocumentWeek);
    office.keys("20").press(KeyCode::Enter);
    for _ in 0..5 {
        office.line(&["10", "12"]);
    }
    office.draw("days");
    assert!(office.joined().contains("240"), "{}", office.text());
    office.press(KeyCode::F(2)).work();
    assert_eq!(office.screens.model.context(), Context::DocumentGrid);
    let ledger = office.ledger();
    assert!(matches!(ledger.months[0].counted, Counted::Week { open_days: 20, .. }));
    assert_eq!(ledger.months[0].sheets(), Some(240));
    // What comes from days is not typed over.
    office
        .press(KeyCode::Home)
        .press(KeyCode::Right)
        .keys("9")
        .press(KeyCode::Enter);
    assert!(office.joined().contains("F9"), "{}", office.text());
    office.press(KeyCode::Esc);
    assert_eq!(office.screens.model.context(), Context::DocumentLedger);
}

#[test]
fn a_kind_is_changed_and_taken_out_with_asking() {
    let mut office = Office::new();
    office.keys("]").kind("介護記録").kind("連絡帳");
    office.keys("c");
    for _ in 0..4 {
        office.press(KeyCode::Backspace);
    }
    office.keys("ケース記録").press(KeyCode::Enter).work();
    let names: Vec<String> = office.ledger().kinds.iter().map(|kind| kind.name.clone()).collect();
    assert!(names.contains(&"ケース記録".to_owned()), "{names:?}");
    office.keys("b").keys("ケース記録").press(KeyCode::Enter);
    assert!(office.joined().contains("もう台帳にあります"), "{}", office.text());
    office.press(KeyCode::Esc).keys("x");
    assert_eq!(office.screens.model.context(), Context::DocumentRemove);
    office.press(KeyCode::Esc);
    assert_eq!(office.ledger().kinds.len(), 2);
    office.keys("x").press(KeyCode::F(8)).work();
    assert_eq!(office.ledger().kinds.len(), 1);
}

#[test]
fn a_plan_for_half_of_all_is_one_act() {
    let mut office = halved(pen(Theme::Default));
    office
        .keys("]p")
        .press(KeyCode::Tab)
        .press(KeyCode::Right)
        .press(KeyCode::Enter)
        .work();
    let ledger = office.ledger();
    let goals: Vec<_> = ledger.goals.iter().map(|goal| (goal.month, goal.sheets)).collect();
    assert_eq!(goals, [(month(2026, 10), 160), (month(2026, 10), 80)]);
    office.keys("[").press(KeyCode::Home);
    office.draw("result-with-plan");
}

#[test]
fn months_and_costs_are_set_and_money_appears() {
    let mut office = halved(pen(Theme::Default));
    office.keys("s").press(KeyCode::Tab).press(KeyCode::Tab).keys("0.8");
    office
        .press(KeyCode::Tab)
        .keys("2.5")
        .press(KeyCode::Tab)
        .keys("1500")
        .press(KeyCode::Enter)
        .work();
    let costs = office.ledger().ledger().costs;
    assert_eq!(costs.wage, Some(1500));
    let money = office.screens.model.shown.as_ref().unwrap().documents.money.clone();
    assert!(
        money.total.saved_a_year.is_some() || money.sheets.saved_a_year.is_some(),
        "{money:?}"
    );
}

#[test]
fn facts_are_turned_in_the_matrix_and_the_prediction_stands_below() {
    let mut office = halved(pen(Theme::Default));
    office.keys("]]");
    assert_eq!(office.screens.model.context(), Context::DocumentFacts);
    office.keys("b").keys("薬").press(KeyCode::Enter).work();
    office.press(KeyCode::F(9)).work();
    let ledger = office.ledger();
    assert_eq!(
        ledger.kinds[0].facts[0].fact, "medicine",
        "a fact of the catalog by its name"
    );
    assert_eq!(ledger.kinds[0].facts[0].way, FactWay::Again);
    office.keys(" ").work();
    assert_eq!(office.ledger().kinds[0].facts[0].way, FactWay::Once);
    office.draw("facts");
    office.keys("x").work();
    assert!(office.ledger().kinds[0].facts.is_empty());
}

#[test]
fn home_tells_that_a_promised_month_is_not_counted_yet() {
    let mut office = Office::new();
    office.keys("]").kind("介護記録").kind("連絡帳");
    for _ in 0..16 {
        office.keys(",");
    }
    assert_eq!(shown_month(&office), month(2024, 10));
    office.press(KeyCode::Home).press(KeyCode::Enter);
    office
        .line(&["300", "300"])
        .line(&["80", "160"])
        .press(KeyCode::F(2))
        .work()
        .press(KeyCode::Esc);
    office
        .keys("p")
        .press(KeyCode::Tab)
        .press(KeyCode::Right)
        .press(KeyCode::Enter)
        .work();
    office.keys("1");
    let said = office.joined();
    assert!(
        said.contains("2025年10月") && said.contains("そろっていません"),
        "{said}"
    );
}
