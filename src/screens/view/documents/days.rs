//! A counting week while it is typed: days below each other, and the month that they stand for.

use ratatui::text::Line;

use super::grid::{SAID, heading, said};
use super::{known, month_text};
use crate::documents::DayPage;
use crate::office::Month;
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::screens::documents::Typing;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut_front;
use crate::screens::view::home::date;
use crate::screens::view::typing::entry_line;
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window_of;

/// Columns of a field.
const FIELD: usize = 10;
/// Columns of the days.
const DAY: usize = 26;

/// The page.
pub fn page(typing: &Typing<DayPage>, name: &str, month: Month, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let title = phrase("paperview-days-title")
        .with("name", name)
        .with("month", month_text(month, pen));
    let mut lines = pen.short_paragraph(&pen.say(&title), room.width, 1, theme.strong());
    lines.extend(pen.short_paragraph(&result(&typing.fields, pen), room.width, 2, theme.text()));
    lines.push(pen.rule(room.width));
    let mut head = Row::new().cell("", DAY, theme.faint());
    for column in DayPage::COLUMNS {
        head = head.right(&heading(column, pen), FIELD, theme.faint());
    }
    lines.push(head.line());
    let below = 1 + SAID;
    let rows = room.height.saturating_sub(lines.len() + below);
    let mut body = window_of(typing.fields.rows() + 1, typing.row, rows, |row| line(typing, row, pen));
    body.resize(rows, Line::default());
    lines.extend(body);
    let label = match typing.fields.day(typing.row) {
        Some(day) => {
            let column = DayPage::COLUMNS.get(typing.column);
            let column = column.map_or_else(String::new, |column| heading(*column, pen));
            format!("{} {column}", date(day, pen))
        }
        None if typing.row == 0 => pen.get("paperview-days-open"),
        None => pen.get("entering-field-none"),
    };
    let (line, column) = entry_line(&label, &typing.entry, pen, room.width);
    let cursor = Some((column, lines.len()));
    lines.push(line);
    let fault = typing.fields.fault(typing.row, typing.column);
    let here = fault
        .filter(|_| typing.entry.text().is_empty())
        .map(|fault| fault.phrase());
    let how = pen.get("paperview-days-how");
    lines.extend(said(typing.problem.as_ref(), here, &how, pen, room.width));
    Page { lines, cursor }
}

/// What the days make of the month, with the rule.
fn result(page: &DayPage, pen: &Pen) -> String {
    let counted = page.counted();
    let said = match &counted {
        None => phrase("paperview-days-rule"),
        Some(counted) => {
            let tally = counted.tally();
            phrase("paperview-days-make")
                .with("days", page.counted_days())
                .with("open", page.text(0, 0).to_owned())
                .with("pieces", known(tally.pieces.map(u64::from), pen))
                .with("sheets", known(tally.sheets.map(u64::from), pen))
                .with("copies", known(Some(u64::from(tally.copies)), pen))
        }
    };
    pen.say(&said)
}

fn line(typing: &Typing<DayPage>, row: usize, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let page = &typing.fields;
    if row >= page.rows() {
        let style = if typing.row >= page.rows() {
            theme.chosen()
        } else {
            theme.faint()
        };
        return Line::styled(pen.get("paperview-grid-end"), style);
    }
    let is_chosen = row == typing.row;
    let name = page
        .day(row)
        .map_or_else(|| pen.get("paperview-days-open"), |day| date(day, pen));
    let mark = if is_chosen { ">" } else { " " };
    let style = if is_chosen { theme.strong() } else { theme.text() };
    let mut line = Row::new().cell(&format!("{mark}{name}"), DAY, style);
    let columns = if row == 0 { 1 } else { DayPage::COLUMNS.len() };
    for column in 0..columns {
        let text = pen.clean(page.text(row, column));
        let (mut text, mut style) = match (page.fault(row, column), text.is_empty()) {
            (Some(_), _) => (format!("!{text}"), theme.bad()),
            (None, true) => (pen.clean(UNKNOWN), theme.faint()),
            (None, false) => (text, theme.text()),
        };
        if (row, column) == (typing.row, typing.column) {
            let typed = pen.clean(typing.entry.text());
            text = if typed.is_empty() { text } else { typed };
            style = theme.chosen();
        }
        line = line.gap(1).right(&cut_front(&text, FIELD - 1), FIELD - 1, style);
    }
    line.line()
}
