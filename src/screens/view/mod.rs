//! Draws the model; changes nothing.

mod ask;
mod board;
mod columns;
mod documents;
mod editor;
mod effect;
mod help;
mod home;
mod hours;
mod issues;
mod meters;
mod output;
mod palette;
mod people;
mod picture;
mod plan;
mod results;
mod scenario;
mod sheets;
mod start;
mod tags;
mod tasklist;
mod tasks;
mod time;

mod categories;
mod change;
mod day;
mod heat;
mod pareto;
mod spread;
mod timer;
mod timings;
mod typing;
mod views;
mod work;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::action::Tab;
use super::keymap;
use super::model::{Context, Layer, Model};
use super::pen::{Pen, Row};
use super::text::{cut, width};
use crate::phrase::phrase;

/// Smallest screen on which anything is drawn: columns and rows.
pub const SMALLEST: (u16, u16) = (60, 20);

/// Lines of a page, and the cell of the cursor among them.
#[derive(Default)]
pub struct Page {
    /// From the top.
    pub lines: Vec<Line<'static>>,
    /// Column and line of the cursor, where there is a field to type in.
    pub cursor: Option<(usize, usize)>,
}

impl Page {
    /// A page without a cursor.
    pub fn of(lines: Vec<Line<'static>>) -> Self {
        Self { lines, cursor: None }
    }
}

/// Room for a page, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

/// Draws the whole screen.
pub fn draw(frame: &mut Frame<'_>, model: &Model, pen: &Pen) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, pen.theme().text());
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        draw_too_small(frame.buffer_mut(), area, pen);
        return;
    }
    let columns = usize::from(area.width);
    put(frame.buffer_mut(), area, 0, &top_bar(model, pen, columns));
    put(frame.buffer_mut(), area, 1, &pen.rule(columns));
    let inner = Rect::new(area.x + 1, area.y + 2, area.width - 2, area.height - 4);
    let room = Room {
        width: usize::from(inner.width),
        height: usize::from(inner.height),
    };
    let page = page(model, pen, room);
    for (row, line) in page.lines.iter().take(room.height).enumerate() {
        put(frame.buffer_mut(), inner, row, line);
    }
    put(
        frame.buffer_mut(),
        area,
        usize::from(area.height) - 2,
        &notice(model, pen, columns),
    );
    put(
        frame.buffer_mut(),
        area,
        usize::from(area.height) - 1,
        &hint_bar(model.context(), pen, columns),
    );
    if let Some((column, row)) = page.cursor {
        // The input method draws its candidates at the real cursor.
        frame.set_cursor_position(Position::new(
            inner.x + cells(column).min(inner.width.saturating_sub(1)),
            inner.y + cells(row).min(inner.height.saturating_sub(1)),
        ));
    }
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn put(buffer: &mut Buffer, area: Rect, row: usize, line: &Line<'_>) {
    buffer.set_line(area.x, area.y + cells(row), line, area.width);
}

fn draw_too_small(buffer: &mut Buffer, area: Rect, pen: &Pen) {
    let message = phrase("screens-too-small")
        .with("columns", SMALLEST.0)
        .with("rows", SMALLEST.1);
    let lines = pen.paragraph(&pen.say(&message), usize::from(area.width), pen.theme().strong());
    for (row, line) in lines.iter().take(usize::from(area.height)).enumerate() {
        put(buffer, area, row, line);
    }
}

fn page(model: &Model, pen: &Pen, room: Room) -> Page {
    match model.layers.last() {
        Some(Layer::Help(row)) => Page::of(help::lines(*row, pen, room)),
        Some(Layer::Palette(palette)) => palette::page(model, palette, pen, room),
        Some(Layer::Form(form)) => ask::page(form, pen, room),
        Some(Layer::ConfirmExport(form)) => Page::of(ask::confirm_lines(form, pen, room)),
        Some(Layer::Busy(busy)) => Page::of(work::busy_lines(busy, pen, room)),
        Some(Layer::Results(finding, row)) => Page::of(results::lines(finding, *row, pen, room)),
        Some(Layer::Tags(tags)) => tags::page(model, tags, pen, room),
        Some(Layer::Columns(columns)) => columns::page(model, columns, pen, room),
        Some(Layer::Problem(failure)) => Page::of(work::problem_lines(failure, pen, room)),
        Some(Layer::Marks(marks)) => Page::of(match &model.shown {
            None => Vec::new(),
            Some(shown) => meters::mark_lines(shown, marks, pen, room),
        }),
        Some(Layer::Scenarios(row)) => Page::of(match &model.shown {
            None => Vec::new(),
            Some(shown) => scenario::list_lines(shown, *row, pen, room),
        }),
        Some(Layer::Trying(trying)) => match &model.shown {
            None => Page::default(),
            Some(shown) => scenario::page(shown, trying, pen, room),
        },
        Some(Layer::TaskList(state)) => match &model.shown {
            Some(shown) => tasklist::page(state, shown, pen, room),
            None => Page::default(),
        },
        Some(Layer::Views(row)) => Page::of(views::lines(*row, pen, room)),
        Some(Layer::Find(find)) => time::find_page(model, find, pen, room),
        Some(Layer::Editor(editor)) => editor::page(model, editor, pen, room),
        Some(Layer::Heading(heading)) => editor::heading_page(heading, pen, room),
        Some(Layer::Choice(layer)) => match &model.shown {
            Some(shown) => issues::choice_layer(model, layer, shown, pen, room),
            None => Page::default(),
        },
        Some(Layer::Timer(layer)) => Page::of(timer::lines(model, layer, pen, room)),
        Some(Layer::Answering(answering)) => Page::of(issues::answering_lines(answering, pen, room)),
        Some(Layer::Responses(row)) => Page::of(issues::response_lines(model, *row, pen, room)),
        Some(Layer::Cause(pick)) => Page::of(issues::pick_lines(model, pick, pen, room)),
        Some(Layer::MeasureParts(parts)) => Page::of(match &model.shown {
            None => Vec::new(),
            Some(shown) => issues::measure_parts(shown, parts, pen, room),
        }),
        Some(Layer::Effect(layer)) => effect::layer(model, layer, pen, room),
        Some(Layer::Document(layer)) => documents::layer(model, layer, pen, room),
        Some(Layer::NoticeFind(input)) => issues::find_page(model, input, pen, room),
        None => Page::of(match &model.shown {
            None => start::lines(model, pen, room),
            Some(shown) => match model.tab {
                Tab::Home => home::lines(shown, pen, room),
                Tab::Issues => issues::lines(model, shown, pen, room),
                Tab::Time => time::lines(model, pen, room),
                Tab::Effect => effect::lines(model, shown, pen, room),
                Tab::Documents => documents::lines(model, shown, pen, room),
                Tab::Output => output::lines(model, shown, pen, room),
            },
        }),
    }
}

/// The name of the program and the tabs with their numbers; where each tab stands, for the mouse.
fn tab_labels(pen: &Pen) -> Vec<(Tab, usize, String)> {
    let mut at = width(&title(pen)) + 2;
    Tab::ALL
        .into_iter()
        .map(|tab| {
            let label = format!(" {} {} ", tab.number(), pen.say(&tab.name()));
            let start = at;
            at += width(&label);
            (tab, start, label)
        })
        .collect()
}

fn title(pen: &Pen) -> String {
    format!(" {}", pen.get("screens-title"))
}

/// The tab at a cell of the screen.
pub fn tab_at(model: &Model, pen: &Pen, column: u16, row: u16) -> Option<Tab> {
    if row != 0 || model.shown.is_none() || !model.layers.is_empty() {
        return None;
    }
    let column = usize::from(column);
    tab_labels(pen)
        .into_iter()
        .find(|(_, start, label)| (*start..start + width(label)).contains(&column))
        .map(|(tab, ..)| tab)
}

fn top_bar(model: &Model, pen: &Pen, columns: usize) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new().text(title(pen), theme.strong());
    let Some(shown) = &model.shown else {
        return row.line();
    };
    for (tab, start, label) in tab_labels(pen) {
        let style = if tab == model.tab { theme.chosen() } else { theme.text() };
        row = row.to(start).text(label, style);
    }
    let free = columns.saturating_sub(row.width() + 2);
    let office = cut(&pen.clean(&shown.summary.office.name), free);
    row.to(columns - 1 - width(&office)).text(office, theme.faint()).line()
}

fn notice(model: &Model, pen: &Pen, columns: usize) -> Line<'static> {
    let theme = pen.theme();
    match &model.notice {
        Some(message) => Line::styled(
            format!(" {}", cut(&pen.say(message), columns.saturating_sub(2))),
            theme.strong(),
        ),
        None => pen.rule(columns),
    }
}

/// Keys of the context, as many as fit; the way to all others and the way out always do.
fn hint_bar(context: Context, pen: &Pen, columns: usize) -> Line<'static> {
    let theme = pen.theme();
    let (last, first): (Vec<_>, Vec<_>) =
        keymap::hints(context).partition(|row| row.group == keymap::Group::Everywhere);
    let hint = |row: &keymap::KeyRow| {
        keymap::first_key(row, context).map(|key| (pen.clean(&key.name()), pen.say(&row.command.label())))
    };
    let cells_of = |(key, label): &(String, String)| width(key) + width(label) + 3;
    let last: Vec<_> = last.into_iter().filter_map(hint).collect();
    let mut free = columns.saturating_sub(1 + last.iter().map(cells_of).sum::<usize>());
    let mut shown = Vec::new();
    for hint in first.into_iter().filter_map(hint) {
        let cells = cells_of(&hint);
        if cells <= free {
            free -= cells;
            shown.push(hint);
        }
    }
    let mut row = Row::new().gap(1);
    for (key, label) in shown.into_iter().chain(last) {
        row = row.text(key, theme.key()).gap(1).text(label, theme.text()).gap(2);
    }
    row.line()
}
