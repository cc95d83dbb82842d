//! The figures of a month: kinds below each other, figures beside each other, and the line that is typed.

use ratatui::style::Style;
use ratatui::text::Line;

use super::{days, month_text};
use crate::documents::{DocumentMonth, LedgerField, LedgerPage, PAGE_COLUMNS};
use crate::phrase::{Phrase, phrase};
use crate::report::UNKNOWN;
use crate::screens::documents::{GridAside, GridLayer, Problem, Typing};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut_front;
use crate::screens::view::typing::{entry_line, fault_lines};
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window_of;

/// Columns of a field.
const FIELD: usize = 7;
/// Columns of a field where there is room.
const WIDE_FIELD: usize = 12;
/// Columns of the names of rows, at least and at most.
const NAMES: (usize, usize) = (14, 40);
/// Lines for what is said about the field.
pub(super) const SAID: usize = 3;

/// The page.
pub fn page(layer: &GridLayer, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let page = &layer.page.fields;
    match &layer.aside {
        Some(GridAside::Days(typing)) => {
            let name = page.name(layer.page.row).unwrap_or_default();
            return days::page(typing, name, page.month(), pen, room);
        }
        Some(GridAside::Leaving(_)) => {
            let mut lines = vec![Line::styled(pen.get("entering-leave-title"), theme.strong())];
            lines.extend(pen.paragraph(&pen.get("entering-leave-says"), room.width, theme.text()));
            return Page::of(lines);
        }
        Some(GridAside::Faults(faults, row)) => {
            let mut lines = vec![Line::styled(pen.get("entering-faults-title"), theme.strong())];
            lines.extend(pen.paragraph(&pen.get("entering-faults-says"), room.width, theme.text()));
            lines.push(Line::default());
            let rows = room.height.saturating_sub(lines.len());
            let said: Vec<_> = faults.iter().map(|it| (it.place(), it.fault.phrase())).collect();
            lines.extend(fault_lines(&said, *row, pen, room.width, rows));
            return Page::of(lines);
        }
        None => {}
    }
    let title = phrase("paperview-grid-title").with("month", month_text(page.month(), pen));
    let mut lines = pen.short_paragraph(&pen.say(&title), room.width, 1, theme.strong());
    lines.push(pen.rule(room.width));
    let columns = Columns::of(&layer.page, room.width);
    lines.push(columns.head(pen));
    let below = 1 + 1 + SAID;
    let rows = room.height.saturating_sub(lines.len() + below);
    let mut body = columns.body(&layer.page, pen, rows);
    body.resize(rows, Line::default());
    lines.extend(body);
    lines.push(counts(layer, pen));
    let (line, column) = entry_line(&field_text(&layer.page, pen), &layer.page.entry, pen, room.width);
    let cursor = Some((column, lines.len()));
    lines.push(line);
    let how = match PAGE_COLUMNS.get(layer.page.column) {
        Some(LedgerField::Medium) => pen.get("paperview-how-medium"),
        Some(LedgerField::Pieces) => pen.get("paperview-how-pieces"),
        Some(LedgerField::Sheets) => pen.get("paperview-how-sheets"),
        Some(LedgerField::Copies) => pen.get("paperview-how-copies"),
        Some(LedgerField::MinutesPerPiece) => pen.get("paperview-how-minutes"),
        Some(LedgerField::Reentries) => pen.get("paperview-how-reentries"),
        Some(LedgerField::MinutesPerReentry) => pen.get("paperview-how-reentry-minutes"),
        _ => pen.get("paperview-how-goal"),
    };
    lines.extend(said(
        layer.page.problem.as_ref(),
        here(&layer.page),
        &how,
        pen,
        room.width,
    ));
    Page { lines, cursor }
}

/// What is wrong with the field that has the keys, while nobody types.
fn here(typing: &Typing<LedgerPage>) -> Option<Phrase> {
    let column = *PAGE_COLUMNS.get(typing.column)?;
    let fault = typing.fields.fault(typing.row, column)?;
    typing.entry.text().is_empty().then(|| fault.phrase())
}

/// Kind and figure of the field that has the keys.
fn field_text(typing: &Typing<LedgerPage>, pen: &Pen) -> String {
    let name = typing.fields.name(typing.row);
    let column = PAGE_COLUMNS.get(typing.column);
    match name.zip(column) {
        Some((name, column)) => format!("{} {}", pen.clean(name), pen.say(&column.phrase())),
        None => pen.get("entering-field-none"),
    }
}

/// Which fields are seen, and how wide they are.
struct Columns {
    names: usize,
    field: usize,
    first: usize,
    count: usize,
}

impl Columns {
    fn of(typing: &Typing<LedgerPage>, cells: usize) -> Self {
        let all = PAGE_COLUMNS.len();
        let free = cells.saturating_sub(2);
        let names = free.saturating_sub(all * FIELD).clamp(NAMES.0, NAMES.1);
        let field = (free.saturating_sub(names) / all).clamp(FIELD, WIDE_FIELD);
        let count = (free.saturating_sub(names) / field).clamp(1, all);
        let at = typing.column.min(all - 1);
        // The field that has the keys is seen; whole pages stay where they are while it moves within them.
        let first = (at / count * count).min(all - count);
        Self {
            names,
            field,
            first,
            count,
        }
    }

    fn seen(&self) -> impl Iterator<Item = (usize, LedgerField)> {
        let (first, count) = (self.first, self.count);
        PAGE_COLUMNS.into_iter().enumerate().skip(first).take(count)
    }

    fn head(&self, pen: &Pen) -> Line<'static> {
        let style = pen.theme().faint();
        let before = if self.first > 0 { "<" } else { " " };
        let after = if self.first + self.count < PAGE_COLUMNS.len() {
            ">"
        } else {
            ""
        };
        let mut row = Row::new().cell("", self.names, style).text(before, style);
        for (_, column) in self.seen() {
            row = row.gap(1).right(&heading(column, pen), self.field - 1, style);
        }
        row.text(after, style).line()
    }

    fn body(&self, typing: &Typing<LedgerPage>, pen: &Pen, rows: usize) -> Vec<Line<'static>> {
        let theme = pen.theme();
        let count = typing.fields.rows();
        // One more line says that there is nothing below.
        window_of(count + 1, typing.row, rows, |row| {
            if row < count {
                return self.row(typing, row, pen);
            }
            let style = if typing.row >= count {
                theme.chosen()
            } else {
                theme.faint()
            };
            Line::styled(pen.get("paperview-grid-end"), style)
        })
    }

    fn row(&self, typing: &Typing<LedgerPage>, row: usize, pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let is_chosen = row == typing.row;
        let name = pen.clean(typing.fields.name(row).unwrap_or_default());
        let mark = if is_chosen { ">" } else { " " };
        let style = if is_chosen { theme.strong() } else { theme.text() };
        let mut line = Row::new().cell(&format!("{mark}{name}"), self.names, style).gap(1);
        for (place, column) in self.seen() {
            let (text, style) = self.field(typing, (row, place, column), pen);
            line = line.gap(1).right(&text, self.field - 1, style);
        }
        line.line()
    }

    /// What stands in a field; what cannot be right has a mark, and what comes from counted days another.
    fn field(
        &self,
        typing: &Typing<LedgerPage>,
        (row, place, column): (usize, usize, LedgerField),
        pen: &Pen,
    ) -> (String, Style) {
        let theme = pen.theme();
        let page = &typing.fields;
        let text = match (column, page.medium(row)) {
            (LedgerField::Medium, Some(medium)) => pen.say(&medium.phrase()),
            _ => pen.clean(page.text(row, column)),
        };
        let is_data_sheets = column == LedgerField::Sheets && page.line(row).is_some_and(|it| is_data(&it));
        let (text, style) = if page.fault(row, column).is_some() {
            (format!("!{text}"), theme.bad())
        } else if text.is_empty() && is_data_sheets {
            // An original that is data takes no paper: nothing is missing here.
            ("0".to_owned(), theme.faint())
        } else if text.is_empty() {
            (pen.clean(UNKNOWN), theme.faint())
        } else if page.is_scaled(row, column) {
            (format!("~{text}"), theme.text())
        } else {
            (text, theme.text())
        };
        if (row, place) != (typing.row, typing.column) {
            return (text, style);
        }
        let typed = pen.clean(typing.entry.text());
        let text = if typed.is_empty() { text } else { typed };
        (cut_front(&text, self.field - 1), theme.chosen())
    }
}

fn is_data(line: &DocumentMonth) -> bool {
    line.medium == crate::documents::Medium::Data
}

/// A short heading.
pub(super) fn heading(column: LedgerField, pen: &Pen) -> String {
    match column {
        LedgerField::Medium => pen.get("paperview-column-medium"),
        LedgerField::Pieces => pen.get("paperview-column-pieces"),
        LedgerField::Sheets => pen.get("paperview-column-sheets"),
        LedgerField::Copies => pen.get("paperview-column-copies"),
        LedgerField::MinutesPerPiece => pen.get("paperview-column-minutes"),
        LedgerField::Reentries => pen.get("paperview-column-reentries"),
        LedgerField::MinutesPerReentry => pen.get("paperview-column-reentry-minutes"),
        _ => pen.get("paperview-column-goal"),
    }
}

/// How many kinds are missing, and whether something is not saved yet.
fn counts(layer: &GridLayer, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let page = &layer.page.fields;
    let missing = phrase("paperview-grid-missing").with("missing", page.missing());
    let mut row = Row::new().text(pen.say(&missing), theme.strong());
    let faults = page.faults().len();
    if faults > 0 {
        let said = phrase("entering-grid-faults").with("count", faults);
        row = row.gap(2).text(pen.say(&said), theme.bad());
    }
    if layer.is_unsaved() {
        row = row.gap(2).text(pen.get("entering-grid-unsaved"), theme.strong());
    }
    row.line()
}

/// What is wrong with the last entry or with the field that has the keys, else how to type.
pub(super) fn said(
    problem: Option<&Problem>,
    here: Option<Phrase>,
    how: &str,
    pen: &Pen,
    cells: usize,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let fault = problem.map(|problem| problem.fault.clone()).or(here);
    let mut lines = match fault {
        Some(fault) => {
            let line = problem.map(|problem| pen.clean(&problem.line)).unwrap_or_default();
            let gap = if line.is_empty() { "" } else { "  " };
            let text = format!("! {line}{gap}{}", pen.say(&fault));
            let mut lines = pen.short_paragraph(&text, cells, 2, theme.bad());
            let hint = pen.hint(&fault).unwrap_or_default();
            lines.extend(pen.short_paragraph(&hint, cells, SAID - lines.len(), theme.text()));
            lines
        }
        None => pen.short_paragraph(how, cells, SAID, theme.faint()),
    };
    lines.resize(SAID, Line::default());
    lines
}
