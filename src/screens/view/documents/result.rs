//! 結果: a sentence, a gauge towards one half, before and after kind by kind, and what it means in work and money.

use ratatui::style::Style;
use ratatui::text::Line;

use super::known;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{DocumentFigures, DocumentLine, DocumentsFinding};
use crate::report::{UNKNOWN, thousands};
use crate::screens::desk::Shown;
use crate::screens::documents::{Part, result_parts};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::Room;
use crate::screens::widget::bar::{as_f64, single, whole};
use crate::screens::widget::list::window_from;

/// Columns of names.
const NAME: usize = 24;
/// Columns of a number of sheets.
const SHEETS: usize = 8;
/// Columns of what is said beside the bars.
const BESIDE: usize = 20;
/// Columns of the shortest gauge with its brackets.
const SHORTEST: usize = 16;
/// Columns of 前 and 後.
const WHEN: usize = 7;
/// Places of the colours of before and after.
const BEFORE: usize = 1;
const AFTER: usize = 0;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let finding = &shown.documents;
    let mut lines = pen.short_paragraph(&pen.clean(&finding.sentence), room.width, 3, theme.strong());
    if finding.is_empty() {
        lines.push(Line::default());
        lines.extend(pen.paragraph(&pen.get("paperview-result-uncounted"), room.width, theme.text()));
        return lines;
    }
    lines.push(gauge(finding, pen, room.width));
    let halving = &finding.halving;
    let told = if halving.bring_sentence.is_empty() {
        &halving.sentence
    } else {
        &halving.bring_sentence
    };
    if *told != finding.sentence {
        lines.extend(pen.short_paragraph(&pen.clean(told), room.width, 2, theme.text()));
    }
    lines.push(pen.rule(room.width));
    let longest = longest(finding);
    let items = result_parts(finding)
        .into_iter()
        .map(|part| part_lines(finding, part, longest, pen, room.width))
        .collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window_from(items, model.documents.result, rows));
    lines
}

/// The sign and the word for a halving; nothing is told by colour alone.
fn halved(halved: Option<bool>, pen: &Pen) -> (&'static str, String, Style) {
    let theme = pen.theme();
    match halved {
        Some(true) => ("+", pen.get("paperview-halved-yes"), theme.good()),
        Some(false) => ("-", pen.get("paperview-halved-no"), theme.bad()),
        None => ("?", pen.get("paperview-halved-unknown"), theme.strong()),
    }
}

/// How much of the way to one half was gone.
fn gauge(finding: &DocumentsFinding, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let halving = &finding.halving;
    let (sign, word, style) = halved(halving.halved, pen);
    let row = Row::new().text(format!("{} ", pen.get("paperview-gauge")), theme.strong());
    let said = match halving.missing {
        Some(0) => phrase("paperview-gauge-reached").with("goal", known(halving.goal, pen)),
        Some(missing) => phrase("paperview-gauge-missing")
            .with("missing", thousands(missing))
            .with("goal", known(halving.goal, pen)),
        None => phrase("paperview-gauge-unknown"),
    };
    let whole_said = format!("{sign} {word}  {}", pen.say(&said));
    // A narrow screen has room for the sign and the word; the sentence above says how many sheets.
    let said = if row.width() + width(&whole_said) + SHORTEST <= cells {
        whole_said
    } else {
        format!("{sign} {word}")
    };
    let track = cells.saturating_sub(row.width() + 2 + 1 + width(&said)).max(8);
    let gone = halving
        .gauge
        .map_or(0, |gauge| whole((gauge.clamp(0.0, 1.0) * as_f64(track)).round()));
    let empty = if halving.gauge.is_some() { "." } else { "?" };
    row.text("[", theme.text())
        .parts(vec![single(pen, AFTER, as_f64(gone), as_f64(track), track)])
        .text(empty.repeat(track - gone), theme.faint())
        .text("] ", theme.text())
        .text(said, style)
        .line()
}

/// The most sheets of a kind, before or after.
fn longest(finding: &DocumentsFinding) -> u64 {
    let sheets = finding
        .kinds
        .iter()
        .flat_map(|kind| [kind.figures.sheets_before, kind.figures.sheets_after]);
    sheets.flatten().max().unwrap_or(0)
}

fn part_lines(finding: &DocumentsFinding, part: Part, longest: u64, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let told = |title: &'static str, said: &str| {
        let text = format!("{}{}", pen.get(title), pen.clean(said));
        pen.paragraph(&text, cells, theme.text())
    };
    match part {
        Part::Kind(place) => finding
            .kinds
            .get(place)
            .map_or_else(Vec::new, |kind| kind_lines(kind, longest, pen, cells)),
        Part::Work => {
            let mut lines = vec![pen.rule(cells)];
            lines.extend(pen.paragraph(&pen.say(&work(&finding.total, pen)), cells, theme.text()));
            lines
        }
        Part::Money => told("paperview-title-money", &finding.money.sentence),
        Part::Storage => told("paperview-title-storage", &finding.storage.sentence),
        Part::Plan(place) => finding
            .plan
            .get(place)
            .map_or_else(Vec::new, |year| told("paperview-title-plan", &year.sentence)),
        Part::Remark(place) => finding.remarks.get(place).map_or_else(Vec::new, |said| {
            pen.paragraph(&format!("! {}", pen.clean(said)), cells, theme.text())
        }),
        Part::Rule => told("paperview-title-rule", &finding.rule.text)
            .into_iter()
            .map(|line| line.style(theme.faint()))
            .collect(),
    }
}

/// Minutes and re-entries, before and after.
fn work(total: &DocumentFigures, pen: &Pen) -> Phrase {
    let change = |saved: Option<i64>| saved.map_or_else(|| pen.clean(UNKNOWN), |saved| less(saved, pen));
    phrase("paperview-work")
        .with("minutes_before", known(total.minutes_before, pen))
        .with("minutes_after", known(total.minutes_after, pen))
        .with("minutes", change(total.minutes_saved))
        .with("reentry_before", known(total.reentry_before, pen))
        .with("reentry_after", known(total.reentry_after, pen))
        .with("reentry", change(total.reentry_saved))
}

/// A change with its sign and its word: fewer are below nothing.
fn less(saved: i64, pen: &Pen) -> String {
    let number = thousands(saved.unsigned_abs());
    match saved {
        0 => pen.get("paperview-same"),
        1.. => format!("-{number} {}", pen.get("paperview-less")),
        _ => format!("+{number} {}", pen.get("paperview-more")),
    }
}

/// A kind before and after, each with its bar.
fn kind_lines(kind: &DocumentLine, longest: u64, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let figures = &kind.figures;
    let free = cells.saturating_sub(NAME + WHEN + SHEETS + BESIDE + 2);
    let (sign, word, style) = halved(figures.halved, pen);
    let change = figures.reduction.map_or_else(String::new, |saved| less(saved, pen));
    let line = |name: &str, when: &'static str, sheets: Option<u64>, (series, beside, style): (usize, &str, Style)| {
        let name_style = if series == BEFORE {
            theme.strong()
        } else {
            theme.faint()
        };
        let size = sheets
            .and_then(|sheets| u32::try_from(sheets).ok())
            .map_or(0.0, f64::from);
        let most = u32::try_from(longest).map_or(f64::from(u32::MAX), f64::from);
        let bar = single(pen, series, size, most, free);
        let row = Row::new()
            .cell(name, NAME, name_style)
            .cell(&pen.get(when), WHEN, theme.faint())
            .parts(vec![bar]);
        row.to(NAME + WHEN + free)
            .right(&known(sheets, pen), SHEETS, theme.text())
            .gap(2)
            .cell(beside, BESIDE, style)
            .line()
    };
    let name = cut(&pen.clean(&kind.name), NAME - 1);
    // What the original became stands below its name.
    let medium = cut(&format!("  {}", pen.clean(&kind.medium_text)), NAME - 1);
    vec![
        line(
            &name,
            "paperview-before",
            figures.sheets_before,
            (BEFORE, &change, theme.text()),
        ),
        line(
            &medium,
            "paperview-after",
            figures.sheets_after,
            (AFTER, &format!("{sign} {word}"), style),
        ),
    ]
}
