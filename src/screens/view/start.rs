//! The start page: books used lately, a new one, another file, the sample office.

use ratatui::text::Line;

use super::Room;
use crate::phrase::phrase;
use crate::screens::model::{Model, StartEntry};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut_front;
use crate::screens::widget::list::window;

/// The page.
pub fn lines(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = pen.paragraph(&pen.get("screens-start-says"), room.width, theme.text());
    lines.push(Line::default());
    let items: Vec<Vec<Line<'static>>> = model
        .start_entries()
        .iter()
        .enumerate()
        .map(|(row, entry)| {
            let chosen = row == model.start_row;
            let mut item = heading(model, row, pen);
            let style = if chosen { theme.chosen() } else { theme.text() };
            let mark = if chosen { ">" } else { " " };
            let name = name(entry, pen, room.width.saturating_sub(4));
            item.push(Row::new().text(format!("{mark} {name} "), style).line());
            item
        })
        .collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, model.start_row, rows));
    lines
}

/// A heading above the first book and above the first of the other entries.
fn heading(model: &Model, row: usize, pen: &Pen) -> Vec<Line<'static>> {
    let strong = pen.theme().strong();
    if row == 0 && !model.recent.is_empty() {
        vec![Line::styled(pen.get("screens-start-recent"), strong)]
    } else if row == model.recent.len() {
        let heading = Line::styled(pen.get("screens-start-other"), strong);
        if row == 0 {
            vec![heading]
        } else {
            vec![Line::default(), heading]
        }
    } else {
        Vec::new()
    }
}

fn name(entry: &StartEntry, pen: &Pen, cells: usize) -> String {
    match entry {
        StartEntry::Recent(path) => {
            let file = path.file_stem().unwrap_or_default().to_string_lossy();
            let folder = path.parent().unwrap_or(path).to_string_lossy();
            let said = phrase("screens-start-book")
                .with("name", file.as_ref())
                .with("folder", folder.as_ref());
            let said = pen.say(&said);
            // Of a long path the end says more than the beginning, but the book's name must stay.
            if crate::screens::text::width(&said) <= cells {
                said
            } else {
                cut_front(&pen.clean(&path.to_string_lossy()), cells)
            }
        }
        StartEntry::New => pen.get("screens-start-new"),
        StartEntry::Open => pen.get("screens-start-open"),
        StartEntry::Demo => pen.get("screens-start-demo"),
    }
}
