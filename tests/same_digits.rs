//! The same comparison, and the same series, has the same digits on the screen, in text, in JSON, in the workbook and in the chart.

use calamine::{Data, Reader, Xlsx, open_workbook};
use ratatui::crossterm::event::KeyCode;
use serde_json::Value;
use yutori::book::Book;
use yutori::catalog::Catalog;
use yutori::report::Holdings;
use yutori::screens::Theme;
use yutori::screens::effect::EffectView;

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

/// Adds to the sample what it has not: a share of the office, points that may lie below 0, and other people after than before.
fn add_other_kinds(home: &Home) {
    for id in ["resident-satisfaction", "work-worth", "paid-leave-days"] {
        home.ok(&["-b", BOOK, "indicators", "choose", id]);
    }
    let mut csv = String::from("時期,対象,work-worth,paid-leave-days\n");
    for person in 0..9 {
        let before = ["-2", "-1", "0", "1", "-1", "-3", "0", "-2", "-1"][person];
        let after = ["1", "0", "2", "2", "1", "-1", "3", "0", "1"][person];
        csv.push_str(&format!("取組前,S{:02},{before},{}.5\n", person + 1, 4 + person));
        csv.push_str(&format!("取組後①,S{:02},{after},\n", person + 1));
        csv.push_str(&format!("取組後①,S{},,{}.0\n", person + 81, 9 + person));
    }
    home.file("people.csv", csv);
    home.file(
        "share.csv",
        "時期,resident-satisfaction：件数,resident-satisfaction：母数\n取組前,18,31\n取組後①,30,33\n",
    );
    home.ok(&["-b", BOOK, "import", "people.csv", "share.csv"]);
}

/// Opens the screens of the book.
fn screens(home: &Home) -> Screens {
    let holdings = Holdings::of(&Book::open(&home.path().join(BOOK)).unwrap(), Catalog::built_in()).unwrap();
    Screens::of(shown_of(holdings), pen(Theme::NoColour))
}

/// The sheets of the workbook of the book.
fn sheets<const N: usize>(home: &Home, names: [&str; N]) -> [calamine::Range<Data>; N] {
    home.ok(&["-b", BOOK, "export", "workbook", "--out", "book.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(home.path().join("book.xlsx")).unwrap();
    names.map(|name| book.worksheet_range(name).unwrap())
}

#[test]
fn a_comparison_has_the_same_digits_wherever_it_is_shown() {
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui", "--json"]);
    add_other_kinds(&home);
    let told = home.json(&["-b", BOOK, "compare"]);
    let found = told["indicators"].as_array().unwrap();
    for (kind, test) in [
        ("people", "sign-flip"),
        ("people", "permutation"),
        ("share", "fisher"),
        ("rate", "poisson"),
    ] {
        let is_there = |it: &Value| it["compared_as"] == kind && it["test"] == test;
        assert!(found.iter().any(is_there), "{kind} {test}");
    }
    assert!(
        found
            .iter()
            .any(|it| it["is_share"] == true && it["compared_as"] == "people")
    );
    let text = home.ok(&["-b", BOOK, "compare"]);
    let sheets = sheets(&home, ["効果", "効果測定"]);

    home.ok(&[
        "-b",
        BOOK,
        "chart",
        "effects",
        "--out",
        "effects.svg",
        "--height",
        "2000",
    ]);
    let chart = std::fs::read_to_string(home.path().join("effects.svg")).unwrap();
    let mut screens = screens(&home);
    screens.keys("4");

    for found in found {
        let digits = Digits::of(found);
        digits.stand_in(&lines_of(&text, &digits.name), &[], "text");
        // The chart names how sure it is by the grade; p stands in the other four.
        let p: Vec<&str> = digits.p.as_deref().into_iter().collect();
        digits.stand_in(&chart, &p, "chart");
        for sheet in &sheets {
            digits.stand_in(&rows_of(sheet, found), &[], "workbook");
        }
        let screen = screens.draw(120, 50).text();
        assert!(screen.contains(&digits.name), "{screen}");
        digits.stand_in(&screen, &[], "screen");
        screens.press(KeyCode::Down);
    }
}

/// The figures of a series that people read: each value, and centre and limits of each phase with one decimal at least.
fn series_digits(found: &Value) -> (Vec<String>, Vec<String>) {
    let decimals = usize::try_from(found["decimals"].as_u64().unwrap()).unwrap();
    let factor = if found["is_share"] == true { 100.0 } else { 1.0 };
    let plain = |value: &Value, decimals: usize| value.as_f64().map(|value| format!("{:.decimals$}", value * factor));
    let points = found["points"].as_array().unwrap().iter();
    let values = points.filter_map(|point| plain(&point["value"], decimals)).collect();
    let phases = found["phases"].as_array().unwrap().iter();
    let levels = phases.flat_map(|phase| {
        // What lies below 0 can be no limit.
        let ends = ["low", "high"].map(|end| &phase["limits"][end]);
        let limits = ends
            .into_iter()
            .filter(|end| end.as_f64().is_some_and(|end| end >= 0.0));
        let all = limits.chain([&phase["centre"]]);
        all.filter_map(|level| plain(level, decimals.max(1)))
            .collect::<Vec<String>>()
    });
    (values, levels.collect())
}

/// Series of counts without decimals, of rates with two, and of the ledger; each with its usual rules, so with limits and without.
#[test]
fn a_series_has_the_same_digits_wherever_it_is_shown() {
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui", "--json"]);
    let mut csv = String::from("年月,hospital-days\n");
    for (place, days) in [14, 9, 11, 16, 8, 12, 10, 13, 9, 15].into_iter().enumerate() {
        csv.push_str(&format!("2025-{:02},{days}\n", place + 1));
    }
    home.file("days.csv", csv);
    home.ok(&["-b", BOOK, "import", "days.csv"]);
    let told = home.json(&["-b", BOOK, "series"]);
    let found = told["series"].as_array().unwrap();
    assert!(found.iter().any(|it| it["phases"][0]["limits"].is_object()));
    assert!(found.iter().any(|it| it["decimals"] == 0) && found.len() == 6);
    let [sheet] = sheets(&home, ["指標の推移"]);
    let mut screens = screens(&home);
    screens.keys("4");
    while screens.model.effect.view != EffectView::Series {
        screens.press(KeyCode::Right);
    }
    for found in found {
        let (id, name) = (found["id"].as_str().unwrap(), found["name"].as_str().unwrap());
        let (values, levels) = series_digits(found);
        let text = home.ok(&["-b", BOOK, "series", "--indicator", id]);
        home.ok(&["-b", BOOK, "chart", "run", "--indicator", id, "--out", "run.svg"]);
        let chart = std::fs::read_to_string(home.path().join("run.svg")).unwrap();
        let screen = screens.draw(120, 60).text();
        let written = block_of(&sheet, found);
        assert!(screen.contains(name), "{screen}");
        for (place, shown) in [("text", &text), ("workbook", &written), ("screen", &screen)] {
            for digits in &levels {
                assert!(
                    has_figure(shown, digits),
                    "{place} has no {digits} for {name}:\n{shown}"
                );
            }
            // The screen has as many months as there is room for.
            let room = if place == "screen" { 8 } else { values.len() };
            for digits in values.iter().rev().take(room) {
                assert!(
                    has_figure(shown, digits),
                    "{place} has no {digits} for {name}:\n{shown}"
                );
            }
        }
        // A picture names the levels of its last phase; its values are marks.
        let centre = found["phases"].as_array().unwrap().last().unwrap()["centre"]
            .as_f64()
            .unwrap();
        let decimals = usize::try_from(found["decimals"].as_u64().unwrap()).unwrap().max(1);
        assert!(has_figure(&chart, &format!("{centre:.decimals$}")), "{name} {centre}");
        screens.press(KeyCode::Down);
    }
}

/// The rows of a series on its sheet: words as they are, figures as their cells show them.
fn block_of(sheet: &calamine::Range<Data>, found: &Value) -> String {
    let decimals = usize::try_from(found["decimals"].as_u64().unwrap()).unwrap();
    let level = decimals.max(1);
    let name = found["name"].as_str().unwrap();
    let rows = sheet.rows().skip_while(|row| !row[0].to_string().starts_with(name));
    let is_other = |row: &&[Data]| row[0].to_string().contains('(') && !row[0].to_string().starts_with(name);
    let shown = |(col, cell): (usize, &Data)| match cell {
        Data::Float(number) if col == 1 => format!("{number:.decimals$}"),
        Data::Float(number) if (4..=6).contains(&col) => format!("{number:.level$}"),
        other => other.to_string(),
    };
    let block = rows.take_while(|row| !is_other(row));
    // Beyond the eighth column stands what only the chart reads.
    let cells = block.flat_map(|row| row.iter().take(8).enumerate().map(shown).collect::<Vec<String>>());
    cells.collect::<Vec<String>>().join(" | ")
}
