//! 効果: the names of the views on top, and one of them below.

mod choose;
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

/// The page.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let mut lines = vec![bar(model.effect.view, pen)];
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

/// The names of all views, the one that is shown in brackets.
fn bar(chosen: EffectView, pen: &Pen) -> Line<'static> {
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
    row.line()
}
