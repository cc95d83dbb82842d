//! The timer: what runs on top, every task with its key, and the last stretches.

use ratatui::text::Line;

use super::home::date;
use super::{Room, timings};
use crate::phrase::phrase;
use crate::report;
use crate::report::finding::{StretchLine, TimingFinding};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::timer::{Mark, Question, TimerLayer, TimerPage, reserved, second};
use crate::worktime::{TaskList, clock_seconds};

/// Cells that a column of tasks takes at least.
const COLUMN: usize = 38;
/// Cells of a length (`00:12:34`).
const LENGTH: usize = 8;

/// What of the timer lies over the page.
pub fn lines(model: &Model, layer: &TimerLayer, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    match layer {
        TimerLayer::List(row) => timings::lines(model, *row, pen, room),
        TimerLayer::Agreement(staff, date, row) => timings::agreement_lines(model, staff, *date, *row, pen, room),
        TimerLayer::Page(page) => page_lines(model, page, pen, room),
    }
}

fn page_lines(model: &Model, page: &TimerPage, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let (Some(shown), Some(now)) = (&model.shown, model.now) else {
        return Vec::new();
    };
    let finding = report::timing(&shown.holdings, &page.timing, now.naive_local(), pen.words());
    let list = report::list_of(&shown.holdings, &page.timing);
    let mut lines = vec![whose(page, pen), running(page, &finding, model, pen)];
    lines.push(beside(page, &finding, pen));
    lines.extend(pen.short_paragraph(&totals(&finding, pen), room.width, 1, pen.theme().text()));
    lines.push(question(page, &finding, pen, room.width));
    let tasks = tasks(page, list, second(&page.timing, model.now), pen, room);
    lines.extend(tasks);
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(stretches(page, &finding, pen, room.width, rows));
    lines
}

fn whose(page: &TimerPage, pen: &Pen) -> Line<'static> {
    let key = &page.timing.key;
    let head = phrase("timer-page-head")
        .with("staff", key.staff.as_str())
        .with("by", report::recorder(key.observer.as_ref().map(|code| code.as_str())))
        .with("wave", key.wave.label())
        .with("date", date(key.date, pen));
    Line::styled(pen.say(&head), pen.theme().faint())
}

/// What runs, with the time that it has lasted.
fn running(page: &TimerPage, finding: &TimingFinding, model: &Model, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let runs = finding.running.and_then(|number| finding.stretches.get(number - 1));
    let Some(stretch) = runs else {
        let rests = if page.timing.finished {
            "timer-page-over"
        } else {
            "timer-page-rests"
        };
        return Line::styled(pen.say(&phrase(rests)), theme.strong());
    };
    let lasts = page
        .timing
        .running()
        .map_or(0, |entry| entry.seconds(second(&page.timing, model.now)));
    let mut row = Row::new()
        .text(format!(" {} ", clock_seconds(lasts)), theme.chosen())
        .gap(1)
        .text(pen.clean(&stretch.name), theme.strong());
    let since = phrase("timer-page-since").with("time", stretch.from.as_str());
    row = row.gap(1).text(pen.say(&since), theme.text());
    if stretch.interruption {
        row = row
            .gap(1)
            .text(format!("[{}]", pen.get("timer-mark-interruption")), theme.strong());
    }
    row.line()
}

/// What runs beside it, or what the next task will be.
fn beside(page: &TimerPage, finding: &TimingFinding, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    match page.mark {
        Some(Mark::Interruption) => return Line::styled(pen.get("timer-page-next-interrupts"), theme.strong()),
        Some(Mark::Parallel) => return Line::styled(pen.get("timer-page-next-beside"), theme.strong()),
        None => {}
    }
    let runs = finding
        .stretches
        .iter()
        .find(|stretch| stretch.parallel && stretch.to.is_none());
    runs.map_or_else(Line::default, |stretch| {
        let beside = phrase("timer-page-beside")
            .with("task", stretch.name.as_str())
            .with("length", clock_seconds(stretch.seconds));
        Line::styled(pen.say(&beside), theme.text())
    })
}

fn totals(finding: &TimingFinding, pen: &Pen) -> String {
    pen.say(
        &phrase("timer-page-totals")
            .with("total", clock_seconds(finding.seconds))
            .with("minutes", finding.minutes),
    )
}

fn question(page: &TimerPage, finding: &TimingFinding, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let said = match page.question {
        None => return Line::default(),
        Some(Question::End) => pen.get("timer-page-ask-sheet"),
        Some(Question::Forgotten) => {
            let runs = finding.running.and_then(|number| finding.stretches.get(number - 1));
            let (task, seconds) = runs.map_or(("", 0), |stretch| (stretch.name.as_str(), stretch.seconds));
            let asks = phrase("timer-page-ask-forgotten")
                .with("task", cut(&pen.clean(task), 24))
                .with("minutes", seconds / 60);
            pen.say(&asks)
        }
    };
    Line::styled(cut(&format!("! {said}"), cells), theme.bad())
}

/// Every task with its key and its time, in columns read from top to bottom.
fn tasks(page: &TimerPage, list: &TaskList, now: u32, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let columns = (room.width / COLUMN).clamp(1, 4);
    let cells = room.width / columns;
    let rows = list.tasks.len().div_ceil(columns);
    // The head of the page and the last stretches keep their place.
    let seen = rows.min(room.height.saturating_sub(8).max(1));
    let first = (page.row % rows.max(1))
        .saturating_sub(seen / 2)
        .min(rows - seen.min(rows));
    let keys = list.timer_keys(&reserved());
    let cell = |place: usize| {
        let task = list.tasks.get(place)?;
        let theme = pen.theme();
        let runs = page.timing.running().is_some_and(|entry| entry.task == task.code);
        let beside = page
            .timing
            .running_parallel()
            .is_some_and(|entry| entry.task == task.code);
        let style = match (place == page.row, runs) {
            (true, _) => theme.chosen(),
            (false, true) => theme.strong(),
            (false, false) => theme.text(),
        };
        let seconds = page.timing.seconds_of(&task.code, now);
        let time = if seconds > 0 {
            clock_seconds(seconds)
        } else {
            String::new()
        };
        let mark = match (runs, beside) {
            (true, _) => "*",
            (_, true) => "+",
            _ => " ",
        };
        let key = keys
            .get(place)
            .copied()
            .flatten()
            .map_or_else(|| " ".to_owned(), |key| key.to_string());
        let name = pen.clean(pen.words().lang().of(&task.name));
        let free = cells.saturating_sub(LENGTH + 6);
        let row = Row::new()
            .text(mark, theme.strong())
            .text(key, theme.key())
            .gap(1)
            .cell(&cut(&name, free), free, style)
            .gap(1)
            .cell(&time, LENGTH, style)
            .gap(2);
        Some(row.line().spans)
    };
    let line = |row: usize| {
        let cells = (0..columns).filter_map(|column| cell(column * rows + row));
        Row::new().parts(cells.flatten().collect()).line()
    };
    (first..first + seen).map(line).collect()
}

/// The last stretches, the chosen one among them, the latest first.
fn stretches(page: &TimerPage, finding: &TimingFinding, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![Line::styled(pen.get("timer-page-stretches"), theme.faint())];
    let seen = rows.saturating_sub(1);
    let after = finding.stretches.len().saturating_sub(page.stretch + 1);
    let skipped = (after + 1).saturating_sub(seen);
    let latest = finding.stretches.iter().rev().skip(skipped).take(seen);
    lines.extend(latest.map(|stretch| stretch_line(stretch, stretch.number == page.stretch + 1, pen, cells)));
    lines
}

fn stretch_line(stretch: &StretchLine, chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.strong() } else { theme.text() };
    let mut marks = String::new();
    if stretch.parallel {
        marks += &format!(" [{}]", pen.get("timer-mark-parallel"));
    }
    if stretch.interruption {
        marks += &format!(" [{}]", pen.get("timer-mark-interruption"));
    }
    if !stretch.note.is_empty() {
        marks += &format!(" {}", pen.clean(&stretch.note));
    }
    let to = stretch.to.clone().unwrap_or_else(|| " ".repeat(LENGTH));
    let row = Row::new()
        .text(if chosen { ">" } else { " " }, style)
        .right(&stretch.number.to_string(), 3, style)
        .text(format!(" {}-{to} ", stretch.from), style)
        .text(clock_seconds(stretch.seconds), style)
        .gap(1);
    let free = cells.saturating_sub(row.width());
    let name = cut(
        &pen.clean(&stretch.name),
        free.saturating_sub(width(&marks).min(free / 2)),
    );
    let marks = cut(&marks, free.saturating_sub(width(&name)));
    row.text(name, style).text(marks, style).line()
}
