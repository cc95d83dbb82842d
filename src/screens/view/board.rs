//! 時間, the board of a survey: people by days, with a sign and a word for each sheet.

use ratatui::style::Style;
use ratatui::text::Line;

use super::Room;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{BoardCell, BoardFinding, BoardLine, BoardState};
use crate::screens::board;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::widget::list::window;

/// Cells of the codes.
const CODE: usize = 9;
/// Cells of the units, on wide screens.
const UNIT: usize = 12;
/// Columns from which the units have a place.
const WIDE: usize = 100;
/// Cells of a day.
const DAY: usize = 6;
/// Rows below the list: a line, the chosen sheet, the signs.
const BELOW: usize = 4;

/// The view, below the choice of views.
pub fn lines(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![waves(model, pen), Line::default()];
    let Some(finding) = board::board(model) else {
        let said = phrase("survey-no-plan").with("wave", board::wave(model).label());
        lines.extend(pen.paragraph(&pen.say(&said), room.width, theme.text()));
        lines.push(Line::default());
        lines.extend(pen.paragraph(&pen.get("survey-no-plan-keys"), room.width, theme.text()));
        return lines;
    };
    let sentence = pen.clean(&finding.sentence);
    lines.extend(pen.short_paragraph(&sentence, room.width, 2, theme.strong()));
    let days = Days::of(model, finding, room.width);
    lines.push(days.header(finding, pen));
    let row = model.board.row.min(finding.rows.len().saturating_sub(1));
    let items: Vec<Vec<Line<'static>>> = finding
        .rows
        .iter()
        .enumerate()
        .map(|(index, line)| vec![days.line(line, index == row, pen)])
        .collect();
    let rows = room.height.saturating_sub(lines.len() + BELOW);
    let listed = rows.min(items.len());
    lines.extend(window(items, row, rows));
    lines.extend(std::iter::repeat_n(Line::default(), rows - listed));
    lines.push(pen.rule(room.width));
    if let Some((line, cell)) = board::chosen(model) {
        lines.extend(pen.short_paragraph(&detail(line, cell, pen), room.width, 1, theme.text()));
    }
    lines.extend(pen.short_paragraph(&pen.get("board-legend"), room.width, 2, theme.faint()));
    lines
}

/// The waves, the chosen one in brackets; those without a plan are told.
fn waves(model: &Model, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let chosen = board::wave(model);
    let mut row = Row::new().gap(1);
    for wave in board::waves(model) {
        let label = pen.say(&wave.label());
        row = if wave == chosen {
            row.text(format!("[{label}]"), theme.strong())
        } else {
            row.text(format!(" {label} "), theme.faint())
        };
    }
    row.line()
}

/// The days that fit, with the chosen one among them.
struct Days {
    first: usize,
    count: usize,
    chosen: usize,
    unit: usize,
}

impl Days {
    fn of(model: &Model, finding: &BoardFinding, cells: usize) -> Self {
        let unit = if cells >= WIDE { UNIT } else { 0 };
        // Two cells on either side say whether there are more days.
        let count = (cells.saturating_sub(CODE + unit + 4) / DAY).max(1);
        let all = finding.days.len();
        let chosen = model.board.day.min(all.saturating_sub(1));
        let first = chosen.saturating_sub(count / 2).min(all.saturating_sub(count));
        Self {
            first,
            count,
            chosen,
            unit,
        }
    }

    fn header(&self, finding: &BoardFinding, pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let mut row = Row::new().cell(&pen.get("screens-column-code"), CODE, theme.faint());
        if self.unit > 0 {
            row = row.cell(&pen.get("board-unit"), self.unit, theme.faint());
        }
        row = row.text(if self.first > 0 { "< " } else { "  " }, theme.strong());
        let shown = finding.days.iter().enumerate().skip(self.first).take(self.count);
        for (index, day) in shown {
            let style = if index == self.chosen {
                theme.strong()
            } else {
                theme.faint()
            };
            row = row.cell(&day.format("%-m/%-d").to_string(), DAY, style);
        }
        let more = self.first + self.count < finding.days.len();
        row.text(if more { " >" } else { "" }, theme.strong()).line()
    }

    fn line(&self, line: &BoardLine, is_chosen: bool, pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let style = if is_chosen { theme.strong() } else { theme.text() };
        let mark = if line.planned { "" } else { "+" };
        let mut row = Row::new().cell(&format!("{mark}{}", pen.clean(&line.staff)), CODE, style);
        if self.unit > 0 {
            row = row.cell(&pen.clean(line.unit.as_deref().unwrap_or("")), self.unit, style);
        }
        row = row.text(if is_chosen { "> " } else { "  " }, style);
        let shown = line.sheets.iter().enumerate().skip(self.first).take(self.count);
        for (index, cell) in shown {
            let (sign, style) = sign(cell.state, pen);
            let style = if is_chosen && index == self.chosen {
                theme.chosen()
            } else {
                style
            };
            row = row.cell(&sign, DAY - 1, style).gap(1);
        }
        row.line()
    }
}

/// The sign and the word of a state; the colour says nothing that they do not.
fn sign(state: BoardState, pen: &Pen) -> (String, Style) {
    let theme = pen.theme();
    match state {
        BoardState::Received => (pen.get("board-sign-received"), theme.text()),
        BoardState::Incomplete => (pen.get("board-sign-incomplete"), theme.strong()),
        BoardState::Missing => (pen.get("board-sign-missing"), theme.bad()),
        BoardState::ToCome => (pen.get("board-sign-to-come"), theme.text()),
        BoardState::NotExpected => (pen.get("board-sign-none"), theme.faint()),
        BoardState::Extra => (pen.get("board-sign-extra"), theme.text()),
    }
}

/// The chosen sheet in words.
fn detail(line: &BoardLine, cell: &BoardCell, pen: &Pen) -> String {
    let said = phrase("board-detail")
        .with("staff", line.staff.as_str())
        .with("date", super::home::date(cell.date, pen))
        .with("state", state(cell));
    let mut parts = vec![pen.say(&said)];
    parts.extend(line.shift.as_deref().map(|shift| pen.clean(shift)));
    parts.extend(line.unit.as_deref().map(|unit| pen.clean(unit)));
    parts.extend(line.role.as_deref().map(|role| pen.clean(role)));
    parts.join("  ")
}

fn state(cell: &BoardCell) -> Phrase {
    match cell.state {
        BoardState::Received => phrase("board-is-received"),
        BoardState::Incomplete => phrase("board-is-incomplete").with("minutes", cell.unfilled),
        BoardState::Missing => phrase("board-is-missing"),
        BoardState::ToCome => phrase("board-is-to-come"),
        BoardState::NotExpected => phrase("board-is-none"),
        BoardState::Extra => phrase("board-is-extra"),
    }
}
