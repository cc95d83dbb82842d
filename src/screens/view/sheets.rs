//! 時間, the sheets: quality worst first, and what to look at in the chosen one.

use ratatui::text::Line;

use super::Room;
use super::home::date;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{AcceptedLine, ProblemLine, SheetQuality, WaveSummary};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::quality;
use crate::screens::text::{pad_left, width};
use crate::screens::widget::list::{window, window_of};

/// Rows below the list for the chosen sheet.
const DETAIL: usize = 5;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, wave: &WaveSummary, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let sheets = model.sheets();
    let sound = sheets.iter().filter(|sheet| sheet.open().next().is_none()).count();
    let worst = worst(&sheets);
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
        let mark = if row < worst { FIRST_TO_SEE } else { " " };
        line(sheets[row], mark, row == model.time.row, pen, room.width)
    }));
    lines.extend(std::iter::repeat_n(Line::default(), rows - listed));
    lines.push(pen.rule(room.width));
    if let Some((sheet, place)) = quality::chosen(model) {
        lines.extend(problems(sheet, place, pen, room.width, below - 1));
    }
    lines
}

/// Stands before the sheets that are to be looked at first; the sentence on top says what it means.
const FIRST_TO_SEE: &str = "!";

/// How many sheets on top are to be looked at first: three at most, and none without an open problem.
fn worst(sheets: &[&SheetQuality]) -> usize {
    sheets
        .iter()
        .take(3)
        .filter(|sheet| sheet.open().next().is_some())
        .count()
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

fn line(sheet: &SheetQuality, mark: &str, chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let row = Row::new()
        .cell(mark, 2, style)
        .right(&sheet.score.to_string(), SCORE - 2, style)
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
    let first = match (sheet.open().next(), sheet.problems.is_empty()) {
        (Some(problem), _) => pen.clean(&problem.message),
        (None, false) => pen.get("screens-all-accepted"),
        (None, true) => String::new(),
    };
    let free = cells.saturating_sub(row.width());
    row.cell(&first, free, style).line()
}

/// The problems of the chosen sheet, the one that is looked at marked and always seen.
fn problems(sheet: &SheetQuality, place: usize, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    if sheet.problems.is_empty() {
        return pen.paragraph(&pen.get("screens-sheet-is-sound"), cells, theme.text());
    }
    let items: Vec<Vec<Line<'static>>> = sheet
        .problems
        .iter()
        .enumerate()
        .map(|(row, problem)| one_problem(problem, row == place, pen, cells))
        .collect();
    let all: usize = items.iter().map(Vec::len).sum();
    let last = place + 1 == items.len();
    let mut lines = window(items, place, rows);
    if all > rows && !last {
        lines.truncate(rows.saturating_sub(1));
        lines.push(Line::styled(pen.get("screens-more-problems"), theme.faint()));
    }
    lines
}

fn one_problem(problem: &ProblemLine, chosen: bool, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let place = problem
        .place
        .as_deref()
        .map_or_else(String::new, |place| pen.clean(place));
    let said = |line: &AcceptedLine, phrase: Phrase| pen.say(&phrase.with("because", line.because.clone()));
    let standing = match (&problem.accepted, &problem.accepted_before) {
        (Some(line), _) => said(line, phrase("check-accepted")),
        (None, Some(line)) => said(line, phrase("check-accepted-before")),
        (None, None) => String::new(),
    };
    let message = pen.clean(&problem.message) + &standing;
    let (mark, style) = if chosen {
        (">", theme.strong())
    } else {
        (" ", theme.text())
    };
    crate::screens::text::wrap(&message, cells.saturating_sub(11))
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let (mark, place) = if index == 0 { (mark, place.as_str()) } else { (" ", "") };
            Row::new()
                .text(mark, theme.strong())
                .text(pad_left(place, 8), theme.strong())
                .gap(2)
                .text(part, style)
                .line()
        })
        .collect()
}
