//! 効果: the names of the views on top, and one of them below.

mod choose;
mod choose_detail;
mod choose_guide;
mod enter;
mod judge;
mod quadrant;
mod result;
mod series;
mod series_picture;

use ratatui::text::Line;

use super::{Page, Room};
use crate::screens::desk::Shown;
use crate::screens::effect::{EffectLayer, EffectView};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};

/// The page.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let beside = match model.effect.view {
        EffectView::Result => result::header(model, pen),
        _ => String::new(),
    };
    let mut lines = bar(model.effect.view, &beside, pen, room.width);
    let below = Room {
        height: room.height.saturating_sub(lines.len()),
        ..room
    };
    lines.extend(match model.effect.view {
        EffectView::Result => result::lines(model, shown, pen, below),
        EffectView::Choose => choose::lines(model, shown, pen, below),
        EffectView::Enter => enter::lines(model, shown, pen, below),
        EffectView::Quadrant => quadrant::lines(model, shown, pen, below),
        EffectView::Series => series::lines(model, shown, pen, below),
        EffectView::Judge => judge::lines(model, shown, pen, below),
    });
    lines
}

/// A page that lies over the tab.
pub fn layer(model: &Model, layer: &EffectLayer, pen: &Pen, room: Room) -> Page {
    match layer {
        EffectLayer::Choose(layer) => choose::layer(model, layer, pen, room),
        EffectLayer::Enter(layer) => enter::layer(model, layer, pen, room),
        EffectLayer::Result(layer) => result::layer(model, layer, pen, room),
    }
}

/// The names of all views, the one that is shown in brackets; at the right end, or below, what the view is of.
fn bar(chosen: EffectView, beside: &str, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut row = Row::new();
    for view in EffectView::ALL {
        let name = pen.say(&view.name());
        row = if view == chosen {
            row.text(format!("[{name}]"), theme.chosen())
        } else {
            row.text(format!(" {name} "), theme.faint())
        };
    }
    if beside.is_empty() {
        return vec![row.line()];
    }
    let free = cells.saturating_sub(width(beside));
    if row.width() + 2 <= free {
        return vec![row.to(free).text(beside, theme.strong()).line()];
    }
    vec![row.line(), Line::styled(cut(beside, cells), theme.strong())]
}
