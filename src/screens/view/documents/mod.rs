//! 文書: the names of the views on top, and one of them below.

mod days;
mod facts;
mod grid;
mod ledger;
mod linkage;
mod pick;
mod result;
mod trend;

use ratatui::text::Line;

use super::{Page, Room};
use crate::effect::At;
use crate::office::Month;
use crate::report::{UNKNOWN, thousands};
use crate::screens::desk::Shown;
use crate::screens::documents::{DocumentLayer, DocumentView};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};

/// The page.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let mut lines = vec![bar(model.documents.view, pen)];
    let below = Room {
        height: room.height.saturating_sub(1),
        ..room
    };
    lines.extend(match model.documents.view {
        DocumentView::Linkage => linkage::lines(model, shown, pen, below),
        _ if shown.holdings.documents.kinds.is_empty() => nothing(model, pen, below),
        DocumentView::Result => result::lines(model, shown, pen, below),
        DocumentView::Ledger => ledger::lines(model, shown, pen, below),
        DocumentView::Facts => facts::lines(model, shown, pen, below),
        DocumentView::Trend => trend::lines(model, shown, pen, below),
    });
    lines
}

/// A page that lies over the tab.
pub fn layer(model: &Model, layer: &DocumentLayer, pen: &Pen, room: Room) -> Page {
    match layer {
        DocumentLayer::Pick(layer) => Page::of(pick::lines(layer, pen, room)),
        DocumentLayer::Grid(layer) => grid::page(layer, pen, room),
        DocumentLayer::Remove => Page::of(ledger::remove_lines(model, pen, room)),
    }
}

/// The names of all views, the one that is shown in brackets.
fn bar(chosen: DocumentView, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new();
    for view in DocumentView::ALL {
        let name = pen.say(&view.name());
        row = if view == chosen {
            row.text(format!("[{name}]"), theme.chosen())
        } else {
            row.text(format!(" {name} "), theme.faint())
        };
    }
    row.line()
}

/// What to do where the ledger has no kinds yet.
fn nothing(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = pen.paragraph(&pen.get("paperview-empty-title"), room.width, theme.strong());
    lines.push(Line::default());
    let ways = match model.documents.view {
        DocumentView::Result | DocumentView::Ledger => [
            "paperview-empty-first",
            "paperview-empty-second",
            "paperview-empty-third",
        ]
        .as_slice(),
        DocumentView::Facts | DocumentView::Trend | DocumentView::Linkage => ["paperview-empty-elsewhere"].as_slice(),
    };
    for way in ways {
        lines.extend(pen.paragraph(&pen.get(way), room.width, theme.text()));
    }
    lines.push(Line::default());
    lines.extend(pen.paragraph(&pen.get("paperview-empty-why"), room.width, theme.faint()));
    lines
}

/// A month as people write it.
fn month_text(month: Month, pen: &Pen) -> String {
    pen.say(&At::Month(month).phrase())
}

/// A count, or the sign for one that is missing.
fn known(number: Option<u64>, pen: &Pen) -> String {
    number.map_or_else(|| pen.clean(UNKNOWN), thousands)
}
