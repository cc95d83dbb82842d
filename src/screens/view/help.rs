//! All keys, made from the table of keys.

use ratatui::text::Line;

use super::Room;
use crate::phrase::Phrase;
use crate::screens::keymap::keys_table;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::list::window_from;

/// The page.
pub fn lines(chosen: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = pen.paragraph(&pen.get("screens-help-says"), room.width, theme.text());
    lines.push(Line::default());
    let table: Vec<(Phrase, String, String)> = keys_table()
        .into_iter()
        .map(|line| (line.group, pen.clean(&line.keys.join("  ")), pen.say(&line.label)))
        .collect();
    let column = table.iter().map(|(_, keys, _)| width(keys)).max().unwrap_or(0) + 2;
    let mut last: Option<Phrase> = None;
    let mut items = Vec::new();
    for (row, (group, keys, label)) in table.into_iter().enumerate() {
        let mut item = Vec::new();
        if last.as_ref() != Some(&group) {
            if last.is_some() {
                item.push(Line::default());
            }
            item.push(Line::styled(pen.say(&group), theme.strong()));
        }
        last = Some(group);
        let style = if row == chosen { theme.chosen() } else { theme.text() };
        let line = Row::new()
            .gap(2)
            .cell(&keys, column, theme.key())
            .text(label, theme.text());
        item.push(line.chosen(row == chosen, style));
        items.push(item);
    }
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window_from(items, chosen, rows));
    lines
}
