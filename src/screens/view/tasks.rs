//! 時間 by category and task: bars with minutes and shares.

use ratatui::text::Line;

use super::Room;
use crate::phrase::phrase;
use crate::report::finding::{CategoryLine, TaskLine, WaveSummary};
use crate::report::thousands;
use crate::screens::figure::{percent, ratio, round_percent, tenth};
use crate::screens::model::{PeriodChoice, TimeState};
use crate::screens::pen::{Pen, Row};
use crate::screens::widget::bar::{self, Part};
use crate::screens::widget::list::window;
use crate::worktime::CategoryKind;

/// Categories as parts of a stacked bar, each labelled with its letter and share.
pub fn category_parts(pen: &Pen, categories: &[CategoryLine]) -> Vec<Part> {
    categories
        .iter()
        .enumerate()
        .map(|(series, line)| {
            let share = round_percent(line.share.unwrap_or(0.0));
            let code = pen.clean(&line.code);
            Part {
                series,
                size: f64::from(line.minutes),
                labels: vec![format!("{code} {share}"), format!("{code}{share}"), code],
            }
        })
        .collect()
}

/// Figures of a wave or of a part of its day.
struct Figures<'a> {
    categories: &'a [CategoryLine],
    tasks: &'a [TaskLine],
    minutes: u32,
    unfilled: u32,
    people: usize,
    scale: Option<u16>,
}

fn figures(wave: &WaveSummary, period: PeriodChoice) -> Figures<'_> {
    let part = match period {
        PeriodChoice::All => {
            return Figures {
                categories: &wave.categories,
                tasks: &wave.tasks,
                minutes: wave.minutes,
                unfilled: wave.unfilled,
                people: wave.staff,
                scale: None,
            };
        }
        PeriodChoice::Day => &wave.periods.day,
        PeriodChoice::Night => &wave.periods.night,
    };
    Figures {
        categories: &part.categories,
        tasks: &part.tasks,
        minutes: part.minutes,
        unfilled: part.unfilled,
        people: part.people,
        scale: Some(part.scale),
    }
}

/// The view, below the choices of the tab.
pub fn lines(wave: &WaveSummary, state: &TimeState, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let figures = figures(wave, state.period);
    let mut lines = pen.short_paragraph(&sentence(&figures, wave, pen), room.width, 2, theme.text());
    let parts = category_parts(pen, figures.categories);
    lines.push(Row::new().parts(bar::stacked(pen, &parts, room.width)).line());
    lines.push(header(&figures, state, pen, room.width));
    let mut items = Vec::new();
    for (series, category) in figures.categories.iter().enumerate() {
        items.push(Entry::of_category(series, category, state.scaled));
        let tasks = figures.tasks.iter().filter(|task| task.category == category.code);
        items.extend(tasks.map(|task| Entry::of_task(series, task, state.scaled)));
    }
    let longest = items
        .iter()
        .filter(|entry| !entry.is_category)
        .map(|entry| entry.minutes)
        .max();
    let widest = items.iter().map(|entry| entry.minutes).max();
    let drawn = items
        .iter()
        .enumerate()
        .map(|(row, entry)| {
            let longest = if entry.is_category { widest } else { longest };
            vec![entry.line(row == state.row, longest.unwrap_or(0), pen, room.width)]
        })
        .collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(drawn, state.row, rows));
    lines
}

/// What takes most of the work; rest is no work.
fn sentence(figures: &Figures<'_>, wave: &WaveSummary, pen: &Pen) -> String {
    let rests = |task: &&TaskLine| {
        figures
            .categories
            .iter()
            .any(|category| category.code == task.category && category.kind == CategoryKind::Rest)
    };
    let longest = figures
        .tasks
        .iter()
        .rev()
        .filter(|task| !rests(task))
        .max_by_key(|task| task.minutes);
    let Some(task) = longest.filter(|task| task.minutes > 0) else {
        return pen.get("screens-no-minutes");
    };
    pen.say(
        &phrase("screens-longest-task")
            .with("wave", wave.label.clone())
            .with("people", figures.people)
            .with("task", task.name.clone())
            .with("share", percent(task.share))
            .with("minutes", thousands(figures.minutes))
            .with(
                "unfilled",
                percent(ratio(figures.unfilled, figures.minutes + figures.unfilled)),
            ),
    )
}

/// Cells of the names; a wide screen shows the longest of the official list whole.
fn name_cells(cells: usize) -> usize {
    if cells < 78 {
        (cells.saturating_sub(48)).max(16)
    } else {
        30 + (cells - 78).min(40) * 3 / 5
    }
}

fn header(figures: &Figures<'_>, state: &TimeState, pen: &Pen, cells: usize) -> Line<'static> {
    let style = pen.theme().faint();
    let each = match (state.scaled, figures.scale) {
        (true, Some(scale)) => pen.say(&phrase("screens-column-scaled").with("scale", scale.to_string())),
        _ => pen.get("screens-column-each"),
    };
    Row::new()
        .cell(&pen.get("screens-column-task"), name_cells(cells), style)
        .right(&pen.get("screens-column-minutes"), 8, style)
        .right(&pen.get("screens-column-share"), 8, style)
        .right(&each, 14, style)
        .to(cells)
        .line()
}

/// One row: a category or one of its tasks.
struct Entry {
    series: usize,
    code: String,
    name: String,
    minutes: u32,
    share: Option<f64>,
    each: Option<f64>,
    is_category: bool,
}

impl Entry {
    fn of_category(series: usize, line: &CategoryLine, scaled: bool) -> Self {
        Self {
            series,
            code: line.code.clone(),
            name: line.name.clone(),
            minutes: line.minutes,
            share: line.share,
            each: if scaled { line.scaled } else { line.per_person_day },
            is_category: true,
        }
    }

    fn of_task(series: usize, line: &TaskLine, scaled: bool) -> Self {
        Self {
            series,
            code: line.code.clone(),
            name: line.name.clone(),
            minutes: line.minutes,
            share: line.share,
            each: if scaled { line.scaled } else { line.per_person_day },
            is_category: false,
        }
    }

    fn line(&self, chosen: bool, longest: u32, pen: &Pen, cells: usize) -> Line<'static> {
        let theme = pen.theme();
        let style = match (chosen, self.is_category) {
            (true, _) => theme.chosen(),
            (false, true) => theme.strong(),
            (false, false) => theme.text(),
        };
        let name = if self.is_category {
            format!("{} {}", self.code, self.name)
        } else {
            format!("  {:>2} {}", self.code, self.name)
        };
        let row = Row::new()
            .cell(&pen.clean(&name), name_cells(cells), style)
            .right(&thousands(self.minutes), 8, style)
            .right(&percent(self.share), 8, style)
            .right(&tenth(self.each), 14, style)
            .gap(1);
        let free = cells.saturating_sub(row.width());
        let bar = if self.is_category {
            let letter = [pen.clean(&self.code)];
            bar::area(
                pen,
                self.series,
                bar::length(f64::from(self.minutes), f64::from(longest), free),
                &letter,
            )
        } else {
            bar::single(pen, self.series, f64::from(self.minutes), f64::from(longest), free)
        };
        row.parts(vec![bar]).line()
    }
}
