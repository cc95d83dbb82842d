//! The words of another program, each with the task that it is to mean, and the tasks below.

use ratatui::style::Modifier;
use ratatui::text::Line;

use super::{Page, Room};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::tags::TagsPage;
use crate::screens::text::{cut, width};
use crate::worktime::TaskList;

/// Cells for a word, and for the code that is typed.
const TAG: usize = 24;
const CODE: usize = 8;

/// The page.
pub fn page(model: &Model, tags: &TagsPage, pen: &Pen, room: Room) -> Page {
    let Some(shown) = &model.shown else {
        return Page::default();
    };
    let tasks = &shown.holdings.founding.task_list;
    let theme = pen.theme();
    let mut lines = vec![Line::styled(pen.get("tags-title"), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("tags-says"), room.width, theme.text()));
    lines.push(pen.rule(room.width));
    let list = task_lines(tasks, pen, room.width);
    // The words come first; the tasks get what is left, as they are an aid only.
    let rows = room
        .height
        .saturating_sub(lines.len() + list.len() + 1)
        .max(3)
        .min(tags.rows.len());
    let first = (tags.row + 1).saturating_sub(rows);
    let mut cursor = None;
    for (index, row) in tags.rows.iter().enumerate().skip(first).take(rows) {
        let is_chosen = index == tags.row;
        let style = if is_chosen { theme.strong() } else { theme.text() };
        let field = if is_chosen {
            style.add_modifier(Modifier::UNDERLINED)
        } else {
            style
        };
        let typed = cut(&pen.clean(row.typed.text()), CODE);
        let task = row.task.and_then(|task| tasks.tasks.get(task));
        let name = task.map_or_else(|| pen.get("tags-not-yet"), |task| pen.clean(pen.lang().of(&task.name)));
        let line = Row::new()
            .text(if is_chosen { "> " } else { "  " }, style)
            .cell(&cut(&pen.clean(&row.tag), TAG), TAG, style)
            .gap(1);
        if is_chosen {
            cursor = Some((
                line.width() + width(&cut(&pen.clean(&row.typed.before_cursor()), CODE)),
                lines.len(),
            ));
        }
        let free = room.width.saturating_sub(TAG + CODE + 6);
        let name_style = if task.is_some() { style } else { theme.faint() };
        lines.push(
            line.cell(&typed, CODE, field)
                .gap(2)
                .text(cut(&name, free), name_style)
                .line(),
        );
    }
    lines.push(pen.rule(room.width));
    lines.extend(list);
    Page { lines, cursor }
}

/// The tasks in two columns, by their codes.
fn task_lines(tasks: &TaskList, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let half = tasks.tasks.len().div_ceil(2);
    let column = (cells / 2).saturating_sub(1);
    let label = |at: usize| {
        tasks.tasks.get(at).map_or_else(String::new, |task| {
            cut(
                &pen.clean(&format!("{} {}", task.code, pen.lang().of(&task.name))),
                column,
            )
        })
    };
    let style = pen.theme().text();
    (0..half)
        .map(|at| {
            Row::new()
                .cell(&label(at), column, style)
                .gap(1)
                .text(label(at + half), style)
                .line()
        })
        .collect()
}
