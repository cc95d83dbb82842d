//! The same comparison has the same digits on the screen, in text, in JSON, in the workbook and in the chart.

use calamine::{Data, Reader, Xlsx, open_workbook};
use ratatui::crossterm::event::KeyCode;
use serde_json::Value;
use yutori::book::Book;
use yutori::catalog::Catalog;
use yutori::report::Holdings;
use yutori::screens::Theme;

use crate::screens::canvas::{Screens, pen};
use crate::screens::sample::shown_of;
use crate::support::Home;

const BOOK: &str = "demo/hidamari.yutori";

/// The figures of an indicator as people read them, made from JSON by rounding alone.
struct Digits {
    name: String,
    means: [String; 2],
    difference: String,
    ends: Option<[String; 2]>,
    p: Option<String>,
}

impl Digits {
    fn of(found: &Value) -> Self {
        let decimals = usize::try_from(found["decimals"].as_u64().unwrap()).unwrap();
        let factor = if found["is_share"] == true { 100.0 } else { 1.0 };
        let plain = |value: &Value| format!("{:.decimals$}", value.as_f64().unwrap() * factor);
        Self {
            name: found["name"].as_str().unwrap().to_owned(),
            means: ["from", "to"].map(|wave| plain(&found[wave]["mean"])),
            difference: plain(&found["difference"]),
            ends: found["interval"]
                .is_array()
                .then(|| [0, 1].map(|end| plain(&found["interval"][end]))),
            p: found["p_value"].as_f64().map(|p| format!("{p:.4}")),
        }
    }

    /// All of them, without signs that some ways show and others leave out.
    fn all(&self) -> Vec<&str> {
        let ends = self.ends.iter().flatten();
        let all = self.means.iter().chain([&self.difference]).chain(ends).chain(&self.p);
        all.map(|digits| digits.trim_start_matches('-')).collect()
    }

    /// Fails unless a text has all of them, each as a figure of its own.
    #[track_caller]
    fn stand_in(&self, written: &str, left_out: &[&str], place: &str) {
        for digits in self.all() {
            assert!(
                left_out.contains(&digits) || has_figure(written, digits),
                "{place} has no {digits} for {}:\n{written}",
                self.name
            );
        }
    }
}

/// Whether a figure stands in a text and is not a part of another one.
fn has_figure(written: &str, figure: &str) -> bool {
    written.match_indices(figure).any(|(at, _)| {
        let is_digit = |c: char| c.is_ascii_digit() || c == '.';
        !written[..at].ends_with(is_digit) && !written[at + figure.len()..].starts_with(|c: char| c.is_ascii_digit())
    })
}

/// The lines of a text that are of an indicator.
fn lines_of(written: &str, name: &str) -> String {
    let lines = written.lines().filter(|line| line.contains(name));
    lines.collect::<Vec<&str>>().join("\n")
}

/// The rows of a sheet that begin with an indicator: words as they are, figures as their cells show them.
fn rows_of(range: &calamine::Range<Data>, found: &Value) -> String {
    let decimals = usize::try_from(found["decimals"].as_u64().unwrap()).unwrap();
    let factor = if found["is_share"] == true { 100.0 } else { 1.0 };
    let name = found["name"].as_str().unwrap();
    let rows = range.rows().filter(|row| row[0].to_string().starts_with(name));
    let shown = |cell: &Data| match cell {
        // A share is a part of 1 with the look of percent; a difference of shares is in points already.
        Data::Float(number) => format!("{:.decimals$} {number:.decimals$} {number:.4}", number * factor),
        other => other.to_string(),
    };
    rows.flatten().map(shown).collect::<Vec<String>>().join(" | ")
}

#[test]
fn a_comparison_has_the_same_digits_wherever_it_is_shown() {
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui", "--json"]);
    let told = home.json(&["-b", BOOK, "compare"]);
    let found = told["indicators"].as_array().unwrap();
    assert!(found.len() >= 6);
    let text = home.ok(&["-b", BOOK, "compare"]);

    let mut book: Xlsx<_> = open_workbook(home.path().join("demo/hidamari.xlsx")).unwrap();
    let sheets = ["効果", "効果測定"].map(|name| book.worksheet_range(name).unwrap());

    home.ok(&[
        "-b",
        BOOK,
        "chart",
        "effects",
        "--out",
        "effects.svg",
        "--height",
        "1600",
    ]);
    let chart = std::fs::read_to_string(home.path().join("effects.svg")).unwrap();

    let holdings = Holdings::of(&Book::open(&home.path().join(BOOK)).unwrap(), Catalog::built_in()).unwrap();
    let mut screens = Screens::of(shown_of(holdings), pen(Theme::NoColour));
    screens.keys("4");

    for found in found {
        let digits = Digits::of(found);
        digits.stand_in(&lines_of(&text, &digits.name), &[], "text");
        // The chart names how sure it is by the grade; p stands in the other four.
        let p: Vec<&str> = digits.p.as_deref().into_iter().collect();
        digits.stand_in(&chart, &p, "chart");
        let rows: Vec<String> = sheets.iter().map(|sheet| rows_of(sheet, found)).collect();
        digits.stand_in(&rows.join("\n"), &[], "workbook");
        assert!(rows.iter().all(|rows| !rows.is_empty()), "{}", digits.name);
        let screen = screens.draw(120, 50).text();
        assert!(screen.contains(&digits.name), "{screen}");
        digits.stand_in(&screen, &[], "screen");
        screens.press(KeyCode::Down);
    }
}
