//! 時間 by person: codes in their own order; nobody is ranked.

use ratatui::text::Line;

use super::Room;
use super::sheets::unfilled_cells;
use crate::report::finding::{StaffLine, WaveSummary};
use crate::screens::figure::{percent, ratio, round_percent, tenth};
use crate::screens::pen::{Pen, Row};
use crate::screens::widget::bar::{self, Part};
use crate::screens::widget::list::window;

const CODE: usize = 10;
const SHEETS: usize = 6;
const EACH: usize = 10;

/// The view, below the choices of the tab.
pub fn lines(wave: &WaveSummary, chosen: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = pen.short_paragraph(&pen.get("screens-people-are-codes"), room.width, 2, theme.text());
    lines.push(Line::default());
    let faint = theme.faint();
    lines.push(
        Row::new()
            .cell(&pen.get("screens-column-code"), CODE, faint)
            .right(&pen.get("screens-column-sheets"), SHEETS, faint)
            .right(&pen.get("screens-column-day-minutes"), EACH, faint)
            .right(&pen.get("screens-unfilled"), unfilled_cells(pen), faint)
            .gap(2)
            .text(pen.get("screens-column-categories"), faint)
            .line(),
    );
    let items = wave
        .staff_minutes
        .iter()
        .enumerate()
        .map(|(row, person)| vec![line(wave, person, row == chosen, pen, room.width)])
        .collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, chosen, rows));
    lines
}

fn line(wave: &WaveSummary, person: &StaffLine, chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let sheets = u32::try_from(person.sheets).unwrap_or(u32::MAX);
    let unfilled = ratio(person.unfilled, person.minutes + person.unfilled);
    let row = Row::new()
        .cell(&pen.clean(&person.staff), CODE, style)
        .right(&person.sheets.to_string(), SHEETS, style)
        .right(&tenth(ratio(person.minutes, sheets)), EACH, style)
        .right(&percent(unfilled), unfilled_cells(pen), style)
        .gap(2);
    let free = cells.saturating_sub(row.width());
    row.parts(bar::stacked(pen, &parts(wave, person, pen), free)).line()
}

fn parts(wave: &WaveSummary, person: &StaffLine, pen: &Pen) -> Vec<Part> {
    wave.categories
        .iter()
        .enumerate()
        .map(|(series, category)| {
            let minutes = person.by_category.get(&category.code).copied().unwrap_or(0);
            let share = round_percent(ratio(minutes, person.minutes).unwrap_or(0.0));
            let code = pen.clean(&category.code);
            Part {
                series,
                size: f64::from(minutes),
                labels: vec![format!("{code} {share}"), format!("{code}{share}"), code],
            }
        })
        .collect()
}
