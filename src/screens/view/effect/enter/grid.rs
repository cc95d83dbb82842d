//! The grid of one indicator: people or times below each other, times beside each other, and the line that is typed.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::effect::{At, GridHead, Spot};
use crate::phrase::{Phrase, phrase};
use crate::report::{self, UNKNOWN};
use crate::screens::effect::{EnterLayer, GridAside, field_phrase};
use crate::screens::input::Input;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut_front, width};
use crate::screens::view::typing::{entry_line, fault_lines};
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window_of;

/// Columns of a field.
const FIELD: usize = 12;
/// Columns of the names of rows, at least and at most.
const NAMES: (usize, usize) = (8, 20);
/// Lines for what is said about the field.
const SAID: usize = 3;

/// The page.
pub fn page(model: &Model, layer: &EnterLayer, pen: &Pen, room: Room) -> Page {
    if model.shown.is_none() {
        return Page::default();
    }
    let theme = pen.theme();
    let mut lines = top(layer, pen, room);
    match &layer.aside {
        None => {}
        Some(GridAside::Leaving(_)) => {
            lines.push(Line::styled(pen.get("entering-leave-title"), theme.strong()));
            lines.extend(pen.paragraph(&pen.get("entering-leave-says"), room.width, theme.text()));
            return Page::of(lines);
        }
        Some(GridAside::Person(input, _)) => {
            let asks = if layer.indicator.per == crate::effect::Per::Resident {
                phrase("entering-add-resident")
            } else {
                phrase("entering-add-staff")
            };
            return asked(layer, lines, (input, &asks), pen, room);
        }
        Some(GridAside::Time(input)) => {
            let asks = if matches!(
                layer.indicator.per,
                crate::effect::Per::StaffDay | crate::effect::Per::OfficeDay
            ) {
                phrase("entering-add-day")
            } else {
                phrase("entering-add-month")
            };
            return asked(layer, lines, (input, &asks), pen, room);
        }
        Some(GridAside::Faults(faults, row)) => {
            lines.push(Line::styled(pen.get("entering-faults-title"), theme.strong()));
            lines.extend(pen.paragraph(&pen.get("entering-faults-says"), room.width, theme.text()));
            lines.push(Line::default());
            let rows = room.height.saturating_sub(lines.len());
            let said: Vec<_> = faults.iter().map(|it| (it.place(), it.problem.phrase())).collect();
            lines.extend(fault_lines(&said, *row, pen, room.width, rows));
            return Page::of(lines);
        }
    }
    let columns = Columns::of(layer, pen, room.width);
    lines.extend(columns.heads(layer, pen));
    let below = 1 + 1 + SAID;
    let rows = room.height.saturating_sub(lines.len() + below);
    let mut body = columns.body(layer, pen, rows);
    body.resize(rows, Line::default());
    lines.extend(body);
    lines.push(counts(layer, pen));
    let (line, column) = entry_line(&field_text(layer, pen), &layer.entry, pen, room.width);
    let cursor = Some((column, lines.len()));
    lines.push(line);
    lines.extend(said(layer, pen, room.width));
    Page { lines, cursor }
}

/// The indicator, its unit and what can be entered.
fn top(layer: &EnterLayer, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let indicator = &layer.indicator;
    let range = report::form::range_phrase(indicator, layer.grid.rule(), pen.words());
    let title = phrase("entering-grid-title")
        .with("name", pen.name(&indicator.name).to_owned())
        .with("unit", pen.name(&indicator.unit).to_owned())
        .with("per", indicator.per.phrase())
        .with("range", range);
    let mut lines = pen.short_paragraph(&pen.say(&title), room.width, 2, theme.strong());
    lines.push(pen.rule(room.width));
    lines
}

/// A question over the grid.
fn asked(
    layer: &EnterLayer,
    mut lines: Vec<Line<'static>>,
    (input, asks): (&Input, &Phrase),
    pen: &Pen,
    room: Room,
) -> Page {
    let theme = pen.theme();
    lines.extend(pen.paragraph(&pen.say(asks), room.width, theme.strong()));
    lines.push(Line::default());
    let (line, column) = crate::screens::view::ask::text_line(input, true, pen, room.width);
    let cursor = Some((column, lines.len()));
    lines.push(line);
    lines.push(Line::default());
    if let Some(problem) = &layer.problem {
        lines.extend(pen.paragraph(&format!("! {}", pen.say(problem)), room.width, theme.bad()));
        let hint = pen.hint(problem);
        lines.extend(
            hint.map(|hint| pen.paragraph(&hint, room.width, theme.text()))
                .unwrap_or_default(),
        );
    } else {
        let hint = pen.hint(asks);
        lines.extend(
            hint.map(|hint| pen.paragraph(&hint, room.width, theme.faint()))
                .unwrap_or_default(),
        );
    }
    Page { lines, cursor }
}

/// Which fields are seen, and how wide they are.
struct Columns {
    names: usize,
    field: usize,
    first: usize,
    count: usize,
}

impl Columns {
    fn of(layer: &EnterLayer, pen: &Pen, cells: usize) -> Self {
        let grid = &layer.grid;
        let widest = grid.rows().iter().map(|head| width(&head_text(head, pen))).max();
        let names = widest.unwrap_or(0).clamp(NAMES.0, NAMES.1) + 2;
        let free = cells.saturating_sub(names + 2);
        // A series has room for the words of both its numbers.
        let field = if layer.indicator.per.is_series() {
            (free / grid.width().max(1)).clamp(FIELD, 24)
        } else {
            FIELD
        };
        let fit = (free / field).max(1);
        let fields = grid.fields();
        let fit = if fit >= fields { fit / fields * fields } else { fit };
        let count = fit.min(grid.width());
        let at = layer.at.column.min(grid.width().saturating_sub(1));
        // The field that has the keys is seen; whole pages stay where they are while it moves within them.
        let first = at.checked_div(count).map_or(0, |pages| pages * count);
        let first = first.min(grid.width().saturating_sub(count));
        Self {
            names,
            field,
            first,
            count,
        }
    }

    fn heads(&self, layer: &EnterLayer, pen: &Pen) -> Vec<Line<'static>> {
        let theme = pen.theme();
        let grid = &layer.grid;
        let before = if self.first > 0 { "<" } else { " " };
        let after = if self.first + self.count < grid.width() {
            ">"
        } else {
            ""
        };
        let mut lines = Vec::new();
        if !layer.indicator.per.is_series() {
            let mut row = Row::new()
                .cell("", self.names, theme.strong())
                .text(before, theme.strong());
            for column in self.first..self.first + self.count {
                let head = grid.columns().get(column / grid.fields());
                let is_first = column % grid.fields() == 0;
                let text = head
                    .filter(|_| is_first)
                    .map_or_else(String::new, |head| head_text(head, pen));
                row = row.right(&text, self.field, theme.strong());
            }
            lines.push(row.text(after, theme.strong()).line());
        }
        if layer.indicator.per.is_series() || grid.fields() == 2 {
            let base = layer
                .indicator
                .measured
                .base()
                .map_or_else(String::new, |base| pen.clean(pen.name(base)));
            let mut row = Row::new().cell("", self.names + 1, theme.strong());
            for column in self.first..self.first + self.count {
                let spot = Spot { row: 0, column };
                let text = match (grid.fields(), grid.is_base(spot)) {
                    (1, _) => pen.clean(pen.name(&layer.indicator.unit)),
                    (_, true) => base.clone(),
                    (_, false) => pen.get("entering-heading-count"),
                };
                row = row.gap(1).right(&text, self.field - 1, theme.faint());
            }
            lines.push(row.line());
        }
        lines
    }

    fn body(&self, layer: &EnterLayer, pen: &Pen, rows: usize) -> Vec<Line<'static>> {
        let theme = pen.theme();
        let count = layer.grid.rows().len();
        if count == 0 {
            return pen.paragraph(
                &pen.get("entering-grid-empty"),
                self.names + self.field * 4,
                theme.text(),
            );
        }
        // One more line says that there is nothing below.
        window_of(count + 1, layer.at.row, rows, |row| {
            if row < count {
                return self.row(layer, row, pen);
            }
            let style = if layer.at.row >= count {
                theme.chosen()
            } else {
                theme.faint()
            };
            Line::styled(pen.get("entering-grid-end"), style)
        })
    }

    fn row(&self, layer: &EnterLayer, row: usize, pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let is_chosen = row == layer.at.row;
        let name = layer
            .grid
            .rows()
            .get(row)
            .map_or_else(String::new, |head| head_text(head, pen));
        let mark = if is_chosen { ">" } else { " " };
        let style = if is_chosen { theme.strong() } else { theme.text() };
        let mut line = Row::new().cell(&format!("{mark}{name}"), self.names + 1, style);
        for column in self.first..self.first + self.count {
            let spot = Spot { row, column };
            let (text, style) = self.field(layer, spot, pen);
            line = line.gap(1);
            line = line.right(&text, self.field - 1, style);
        }
        line.line()
    }

    /// What stands in a field; what cannot be right has a mark.
    fn field(&self, layer: &EnterLayer, spot: Spot, pen: &Pen) -> (String, Style) {
        let theme = pen.theme();
        let text = pen.clean(layer.grid.text(spot));
        let fault = layer.grid.fault(spot);
        let (text, style) = match (text.is_empty(), fault) {
            (_, Some(fault)) if fault.is_half() => (format!("{text}?"), theme.bad()),
            (_, Some(_)) => (format!("!{text}"), theme.bad()),
            (true, None) => (pen.clean(UNKNOWN), theme.faint()),
            (false, None) => (text, theme.text()),
        };
        if spot != layer.at {
            return (text, style);
        }
        let typed = pen.clean(layer.entry.text());
        let text = if typed.is_empty() { text } else { typed };
        (cut_front(&text, self.field - 1), theme.chosen())
    }
}

/// The name of a row or column.
fn head_text(head: &GridHead, pen: &Pen) -> String {
    match head {
        GridHead::Of(subject) if subject.is_person() => pen.clean(subject.code()),
        GridHead::Of(_) => pen.get("entering-office"),
        GridHead::At(At::Wave(wave)) => pen.say(&wave.label()),
        // Short enough to stand beside others.
        GridHead::At(at) => at.to_string(),
    }
}

/// How many figures are missing, and whether something is not saved yet.
fn counts(layer: &EnterLayer, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let missing = phrase("entering-grid-missing").with("missing", layer.grid.missing());
    let mut row = Row::new().text(pen.say(&missing), theme.strong());
    let faults = layer.grid.faults().len();
    if faults > 0 {
        row = row.gap(2).text(
            pen.say(&phrase("entering-grid-faults").with("count", faults)),
            theme.bad(),
        );
    }
    if layer.is_unsaved() {
        row = row.gap(2).text(pen.get("entering-grid-unsaved"), theme.strong());
    }
    row.line()
}

/// What the field that has the keys is called.
fn field_text(layer: &EnterLayer, pen: &Pen) -> String {
    let mut label = pen.say(&field_phrase(layer, layer.at));
    if layer.grid.fields() == 2 && layer.is_within() {
        let which = if layer.grid.is_base(layer.at) {
            layer
                .indicator
                .measured
                .base()
                .map_or_else(String::new, |base| pen.clean(pen.name(base)))
        } else {
            pen.get("entering-heading-count")
        };
        label = format!("{label} {which}");
    }
    label
}

/// What is wrong with the field that has the keys, or was wrong with the last.
fn said(layer: &EnterLayer, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let here = layer.grid.fault(layer.at).filter(|_| layer.entry.text().is_empty());
    let (said, advice) = match (&layer.problem, here) {
        (Some(problem), _) => (pen.say(problem), pen.hint(problem)),
        (None, Some(fault)) => (pen.say(&fault.phrase()), Some(pen.say(&fault.advice()))),
        (None, None) => {
            let mut lines = pen.short_paragraph(&pen.get("entering-grid-how"), cells, SAID, theme.faint());
            lines.resize(SAID, Line::default());
            return lines;
        }
    };
    let mut lines = pen.short_paragraph(&format!("! {said}"), cells, 2, theme.bad());
    let rest = SAID.saturating_sub(lines.len());
    lines.extend(
        advice
            .map(|advice| pen.short_paragraph(&advice, cells, rest, theme.text()))
            .unwrap_or_default(),
    );
    lines.resize(SAID, Line::default());
    lines
}
