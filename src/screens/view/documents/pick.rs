//! Usual kinds of document to pick from.

use ratatui::text::Line;

use crate::phrase::phrase;
use crate::screens::documents::PickLayer;
use crate::screens::pen::{Pen, Row};
use crate::screens::view::Room;
use crate::screens::widget::list::window_of;

/// Columns of the group.
const GROUP: usize = 20;

/// The page.
pub fn lines(layer: &PickLayer, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let title = phrase("paperview-pick-title").with("count", layer.marked.len());
    let mut lines = pen.paragraph(&pen.say(&title), room.width, theme.strong());
    lines.extend(pen.short_paragraph(&pen.get("paperview-pick-says"), room.width, 2, theme.text()));
    lines.push(Line::default());
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window_of(layer.offered.len(), layer.row, rows, |place| {
        let Some(it) = layer.offered.get(place) else {
            return Line::default();
        };
        let is_chosen = place == layer.row;
        let mark = match (it.is_there, layer.marked.contains(&it.id)) {
            (true, _) => " = ",
            (false, true) => "[x]",
            (false, false) => "[ ]",
        };
        let group = if it.is_there {
            pen.get("paperview-pick-there")
        } else {
            pen.say(&it.group.phrase())
        };
        let style = if it.is_there { theme.faint() } else { theme.text() };
        Row::new()
            .text(if is_chosen { "> " } else { "  " }, style)
            .text(format!("{mark} "), style)
            .cell(&pen.clean(&it.name), room.width.saturating_sub(6 + GROUP), style)
            .cell(&group, GROUP, theme.faint())
            .chosen(is_chosen, theme.chosen())
    }));
    lines
}
