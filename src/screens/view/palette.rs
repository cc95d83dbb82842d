//! All commands of the page, narrowed by typing.

use ratatui::text::Line;

use super::{Page, Room};
use crate::screens::keymap;
use crate::screens::model::{Model, Palette};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::list::window;

/// The page.
pub fn page(model: &Model, palette: &Palette, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let prompt = pen.get("screens-palette-says");
    let at = width(&prompt) + 1;
    let field = Row::new()
        .text(prompt, theme.strong())
        .gap(1)
        .text(pen.clean(palette.filter.text()), theme.text())
        .line();
    let mut lines = vec![field, Line::default()];
    let items: Vec<Vec<Line<'static>>> = model
        .offered(palette)
        .into_iter()
        .enumerate()
        .map(|(row, (command, name))| {
            let keys = keymap::ROWS
                .iter()
                .find(|row| row.command == command)
                .map_or(&[][..], |row| row.keys);
            let keys: Vec<String> = keys.iter().map(|key| key.name()).collect();
            let line = Row::new()
                .gap(2)
                .cell(&pen.clean(name), 44, theme.text())
                .text(pen.clean(&keys.join("  ")), theme.key());
            vec![line.chosen(row == palette.row, theme.chosen())]
        })
        .collect();
    if items.is_empty() {
        lines.push(pen.line(pen.get("screens-palette-empty")));
    }
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, palette.row, rows));
    Page {
        lines,
        cursor: Some((at + width(&pen.clean(&palette.filter.before_cursor())), 0)),
    }
}
