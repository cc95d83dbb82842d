//! なぜこの判定: every fact behind a verdict, section by section.

use ratatui::text::Line;

use crate::phrase::{Gap, phrase};
use crate::report::finding::{Comparisons, IndicatorFinding, WavePath};
use crate::screens::effect::{Section, facts};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width, wrap};
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// Cells that names of facts take at most.
const NAMES: usize = 36;
/// Cells between a name and what it says.
const GAP: usize = 2;

/// The page; `chosen` is the row that is read.
pub fn lines(
    result: &Comparisons,
    finding: &IndicatorFinding,
    path: Option<&WavePath>,
    chosen: usize,
    pen: &Pen,
    room: Room,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let title = phrase("because-title")
        .with("name", finding.name.as_str())
        .with("from", result.from_label.as_str())
        .with("to", result.to_label.as_str());
    let mut lines = pen.short_paragraph(&pen.say(&title), room.width, 2, theme.strong());
    lines.extend(pen.short_paragraph(&pen.clean(&finding.sentence), room.width, 2, theme.text()));
    let facts = facts(result, finding, path);
    let column_of = |section: Section| {
        let facts = facts.iter().filter(|fact| fact.section == section);
        let names = facts.filter_map(|fact| fact.name.as_ref());
        names.map(|name| width(&said(name, pen))).max().unwrap_or(0).min(NAMES)
    };
    let mut section = None;
    let mut column = 0;
    let mut items = Vec::with_capacity(facts.len());
    for (row, fact) in facts.iter().enumerate() {
        let mut item = Vec::new();
        if section != Some(fact.section) {
            section = Some(fact.section);
            column = column_of(fact.section);
            item.push(Line::default());
            item.push(Line::styled(pen.say(&fact.section.heading()), theme.strong()));
        }
        let style = if row == chosen { theme.chosen() } else { theme.text() };
        let (name, indent) = match &fact.name {
            Some(name) => (said(name, pen), column + GAP),
            None => (String::new(), 0),
        };
        let text = wrap(&said(&fact.said, pen), room.width.saturating_sub(indent + 2));
        for (number, line) in text.into_iter().enumerate() {
            let name = if number == 0 { name.as_str() } else { "" };
            // The mark stands in the first cell, so that a row of several lines is seen as one.
            let mark = if row == chosen { ">" } else { " " };
            item.push(
                Row::new()
                    .text(mark, theme.strong())
                    .gap(1)
                    .cell(&cut(name, column), indent, theme.faint())
                    .text(line, style)
                    .line(),
            );
        }
        items.push(item);
    }
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, chosen, rows));
    lines
}

fn said(gap: &Gap, pen: &Pen) -> String {
    match gap {
        Gap::Text(text) => pen.clean(text),
        Gap::Count(count) => count.to_string(),
        Gap::Phrase(phrase) => pen.say(phrase),
    }
}
