//! Notices two by two that may say the same.

use ratatui::text::Line;

use crate::screens::issues::NoticesState;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut;
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// The pairs, the likest first.
pub fn lines(state: &NoticesState, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    if state.pairs.is_empty() {
        return pen.paragraph(&pen.get("notices-none-similar"), room.width, theme.text());
    }
    let mut lines = pen.short_paragraph(&pen.get("notices-similar-says"), room.width, 2, theme.text());
    lines.push(Line::default());
    let rows = room.height.saturating_sub(lines.len());
    let items = state.pairs.iter().enumerate().map(|(place, pair)| {
        let is_chosen = place == state.pair;
        let line = |before: &str, number: u32, what: &str| {
            let what = cut(&pen.clean(what), room.width.saturating_sub(14));
            Row::new()
                .text(if is_chosen { "> " } else { "  " }, theme.text())
                .right(before, 5, theme.text())
                .right(&number.to_string(), 5, theme.text())
                .gap(2)
                .text(what, theme.text())
                .chosen(is_chosen, theme.chosen())
        };
        vec![
            line(&format!("{}%", pair.percent), pair.first, &pair.first_what),
            line("", pair.second, &pair.second_what),
        ]
    });
    lines.extend(window(items.collect(), state.pair, rows));
    lines
}
