//! 時間, the sheets: quality worst first, and what to look at in the chosen one.

use ratatui::text::Line;

use super::Room;
use super::home::date;
use crate::phrase::phrase;
use crate::report::finding::{SheetQuality, WaveSummary};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};
use crate::screens::widget::list::window_of;

/// Rows below the list for the chosen sheet.
const DETAIL: usize = 5;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, wave: &WaveSummary, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let sheets = model.sheets();
    let sound = sheets.iter().filter(|sheet| sheet.problems.is_empty()).count();
    let said = phrase("screens-sheets-quality")
        .with("wave", wave.label.clone())
        .with("sheets", sheets.len())
        .with("sound", sound);
    let mut lines = pen.short_paragraph(&pen.say(&said), room.width, 2, theme.text());
    lines.push(header(pen, room.width));
    let below = if room.height >= 24 { DETAIL + 3 } else { DETAIL };
    let rows = room.height.saturating_sub(lines.len() + below);
    let listed = rows.min(sheets.len());
    lines.extend(window_of(sheets.len(), model.time.row, rows, |row| {
        line(sheets[row], row == model.time.row, pen, room.width)
    }));
    lines.extend(std::iter::repeat_n(Line::default(), rows - listed));
    lines.push(pen.rule(room.width));
    if let Some(sheet) = sheets.get(model.time.row) {
        lines.extend(problems(sheet, pen, room.width, below - 1));
    }
    lines
}

const SCORE: usize = 6;
const DATE: usize = 15;
const CODE: usize = 9;
const SPAN: usize = 13;
const MINUTES: usize = 8;
/// Columns under which the filled minutes and the first problem are left out; all problems stand below the list.
const NARROW: usize = 70;

/// Cells of the unfilled minutes: their heading and a blank before it.
pub fn unfilled_cells(pen: &Pen) -> usize {
    (width(&pen.get("screens-unfilled")) + 1).max(MINUTES)
}

fn header(pen: &Pen, cells: usize) -> Line<'static> {
    let faint = pen.theme().faint();
    let row = Row::new()
        .right(&pen.get("screens-column-score"), SCORE, faint)
        .gap(2)
        .cell(&pen.get("screens-column-date"), DATE, faint)
        .cell(&pen.get("screens-column-code"), CODE, faint)
        .cell(&pen.get("screens-column-span"), SPAN, faint);
    if cells < NARROW {
        return row
            .right(&pen.get("screens-unfilled"), unfilled_cells(pen), faint)
            .line();
    }
    row.right(&pen.get("screens-column-filled"), MINUTES, faint)
        .right(&pen.get("screens-unfilled"), unfilled_cells(pen), faint)
        .gap(2)
        .text(pen.get("screens-column-problem"), faint)
        .line()
}

fn line(sheet: &SheetQuality, chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let row = Row::new()
        .right(&sheet.score.to_string(), SCORE, style)
        .cell("", 2, style)
        .cell(&date(sheet.date, pen), DATE, style)
        .cell(&pen.clean(&sheet.staff), CODE, style)
        .cell(
            &sheet
                .span
                .as_deref()
                .map_or_else(|| "-".to_owned(), |span| pen.clean(span)),
            SPAN,
            style,
        );
    let unfilled = sheet.unfilled.to_string();
    if cells < NARROW {
        return row.right(&unfilled, unfilled_cells(pen), style).line();
    }
    let row = row
        .right(&sheet.minutes.to_string(), MINUTES, style)
        .right(&unfilled, unfilled_cells(pen), style)
        .cell("", 2, style);
    let first = sheet
        .problems
        .first()
        .map_or_else(String::new, |problem| pen.clean(&problem.message));
    let free = cells.saturating_sub(row.width());
    row.cell(&first, free, style).line()
}

fn problems(sheet: &SheetQuality, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    if sheet.problems.is_empty() {
        return pen.paragraph(&pen.get("screens-sheet-is-sound"), cells, theme.text());
    }
    let mut lines = Vec::new();
    for problem in &sheet.problems {
        let place = problem
            .place
            .as_deref()
            .map_or_else(String::new, |place| pen.clean(place));
        for (index, part) in crate::screens::text::wrap(&pen.clean(&problem.message), cells.saturating_sub(8))
            .into_iter()
            .enumerate()
        {
            let place = if index == 0 { pad_left(&place, 6) } else { " ".repeat(6) };
            lines.push(
                Row::new()
                    .text(place, theme.strong())
                    .gap(2)
                    .text(part, theme.text())
                    .line(),
            );
        }
    }
    if lines.len() > rows {
        lines.truncate(rows.saturating_sub(1));
        lines.push(Line::styled(pen.get("screens-more-problems"), theme.faint()));
    }
    lines
}
