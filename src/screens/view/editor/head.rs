//! The head of a sheet as a form: one line a field, what a value means beside it.

use ratatui::text::Line;

use super::super::{Page, Room};
use super::date;
use crate::phrase::phrase;
use crate::screens::editor::{Ask, Heading, SheetKind};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, cut_front, width};
use crate::worktime::Wave;

/// Columns of the questions.
const QUESTION: usize = 20;

/// The page.
pub fn page(heading: &Heading, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let title = match (heading.kind, heading.changes) {
        (SheetKind::Actual, false) => phrase("keying-head-new"),
        (SheetKind::Plan, false) => phrase("keying-head-new-plan"),
        (_, true) => phrase("keying-head-change"),
    };
    let mut lines = vec![Line::styled(pen.say(&title), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("keying-head-says"), room.width, theme.text()));
    lines.push(Line::default());
    let mut cursor = None;
    for (place, (ask, field)) in Ask::ALL.into_iter().zip(&heading.fields).enumerate() {
        let focused = place == heading.focus;
        let style = if focused { theme.strong() } else { theme.text() };
        let mark = if focused { "> " } else { "  " };
        let question = format!("{mark}{}", pen.say(&ask.question()));
        let row = Row::new().cell(&question, QUESTION, style).gap(1);
        let indent = row.width();
        let free = room.width.saturating_sub(indent + 1);
        let typed = cut_front(&pen.clean(field.input.text()), free);
        if focused {
            let before = width(&pen.clean(&field.input.before_cursor())).min(free);
            cursor = Some((indent + before, lines.len()));
        }
        let beside = beside(ask, field.input.text(), pen);
        let field_cells = if beside.is_empty() { free } else { free.min(18) };
        let underlined = theme.text().add_modifier(ratatui::style::Modifier::UNDERLINED);
        let row = row.cell(
            &typed,
            field_cells.max(width(&typed)),
            if focused { underlined } else { theme.text() },
        );
        let left = room.width.saturating_sub(row.width() + 2);
        lines.push(row.gap(2).text(cut(&beside, left), theme.faint()).line());
    }
    lines.push(Line::default());
    let ask = Ask::ALL[heading.focus];
    if let Some(problem) = &heading.problem {
        lines.extend(pen.paragraph(&format!("! {}", pen.say(problem)), room.width, theme.bad()));
    } else if let Some(hint) = pen.hint(&ask.question()) {
        lines.extend(pen.paragraph(&hint, room.width, theme.faint()));
    }
    Page { lines, cursor }
}

/// What a value means in words.
fn beside(ask: Ask, typed: &str, pen: &Pen) -> String {
    match ask {
        Ask::Date => typed.parse().map_or_else(|_| String::new(), |day| date(day, pen)),
        Ask::Wave => Wave::parse(typed).map_or_else(String::new, |wave| pen.say(&wave.label())),
        Ask::Scheduled | Ask::Actual => crate::intake::written::time::span(typed)
            .ok()
            .flatten()
            .map_or_else(String::new, |span| pen.say(&span.phrase())),
        Ask::Staff | Ask::Role | Ask::Unit | Ask::Note => String::new(),
    }
}
