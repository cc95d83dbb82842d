//! Rows tasks, columns slots of some hours, as on the paper.

use ratatui::style::Style;
use ratatui::text::Line;

use super::super::Room;
use crate::office::clock_phrase;
use crate::phrase::phrase;
use crate::screens::editor::Editor;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};
use crate::worktime::keying::{Mark, SlotState};
use crate::worktime::{Task, TaskList};

/// Columns of a slot.
const SLOT: usize = 4;
/// Columns of the code and name of a task.
const NAME: usize = 28;
/// Lines above and below the tasks: hours, minutes, marks, sums.
const AROUND: usize = 4;

/// The table around the slot that is keyed.
pub fn lines(editor: &Editor, list: &TaskList, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let starts = shown_slots(editor, room.width);
    let rows = room.height.saturating_sub(AROUND);
    let mut lines = vec![hours(&starts, pen), minutes(editor, &starts, pen)];
    lines.push(marks(editor, &starts, pen));
    for task in shown_tasks(editor, list, &starts, rows) {
        lines.push(task_line(editor, task, list, &starts, pen));
    }
    lines.push(sums(editor, &starts, pen));
    lines
}

/// Slots of as many whole hours as fit, among them the one that is keyed; it stands in the first half where it can.
fn shown_slots(editor: &Editor, cells: usize) -> Vec<u16> {
    let frame = editor.draft.frame();
    let hour = usize::from((60 / editor.draft.slot_minutes().max(1)).max(1));
    let fit = cells.saturating_sub(NAME) / SLOT;
    let count = (fit / hour * hour).max(fit.min(hour));
    let starts = frame.starts();
    let chosen = editor
        .at
        .and_then(|at| frame.place(at))
        .unwrap_or(starts.len().saturating_sub(1));
    let first = starts.get(chosen).map_or(0, |start| {
        let hour_begins = start / 60 * 60;
        starts.iter().position(|start| *start >= hour_begins).unwrap_or(0)
    });
    let first = first.min(starts.len().saturating_sub(count));
    // The last hours may be fewer than fit; the slot that is keyed is always among them.
    let first = if chosen >= first + count {
        chosen + 1 - count
    } else {
        first
    };
    starts.iter().skip(first).take(count).copied().collect()
}

/// All tasks where they fit, else those with minutes in the shown slots before the others, in the order of the list.
fn shown_tasks<'a>(editor: &Editor, list: &'a TaskList, starts: &[u16], rows: usize) -> Vec<&'a Task> {
    let is_used = |task: &Task| {
        let slots = starts.iter().filter_map(|start| editor.draft.slot(*start));
        slots.flat_map(|slot| &slot.shares).any(|share| share.0 == task.code)
    };
    let used = list.tasks.iter().filter(|task| is_used(task)).count();
    let mut free = rows.saturating_sub(used);
    let mut left = rows;
    list.tasks
        .iter()
        .filter(|task| {
            let room = if is_used(task) { &mut left } else { &mut free };
            let fits = *room > 0;
            *room = room.saturating_sub(1);
            fits
        })
        .collect()
}

fn hours(starts: &[u16], pen: &Pen) -> Line<'static> {
    let style = pen.theme().strong();
    let mut row = Row::new().gap(NAME);
    for (place, start) in starts.iter().enumerate() {
        if place == 0 || start % 60 == 0 {
            let label = pen.say(&clock_phrase(start / 60 * 60));
            let at = NAME + place * SLOT;
            // A label takes two slots; one that would run into the next is left out.
            if at >= row.width() {
                row = row.to(at).text(label, style);
            }
        }
    }
    row.line()
}

fn minutes(editor: &Editor, starts: &[u16], pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new().cell(&pen.get("keying-task"), NAME, theme.faint());
    for start in starts {
        let style = column_style(editor, *start, theme.faint(), pen);
        row = row.right(&format!(":{:02}", start % 60), SLOT, style);
    }
    row.line()
}

/// Which slots were copied and not touched.
fn marks(editor: &Editor, starts: &[u16], pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let is_copied = |start: &u16| editor.draft.slot(*start).is_some_and(|slot| slot.mark == Mark::Copied);
    let label = if starts.iter().any(is_copied) {
        pen.get("keying-copied-mark")
    } else {
        String::new()
    };
    let mut row = Row::new().cell(&label, NAME, theme.strong());
    for start in starts {
        let mark = if is_copied(start) { "=" } else { "" };
        row = row.right(mark, SLOT, column_style(editor, *start, theme.strong(), pen));
    }
    row.line()
}

fn task_line(editor: &Editor, task: &Task, list: &TaskList, starts: &[u16], pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let codes = list
        .tasks
        .iter()
        .map(|task| width(task.code.as_str()))
        .max()
        .unwrap_or(0);
    let name = format!("{} {}", pad_left(task.code.as_str(), codes), pen.name(&task.name));
    let mut row = Row::new().cell(&pen.clean(&name), NAME, theme.text());
    for start in starts {
        let slot = editor.draft.slot(*start);
        let share = slot.and_then(|slot| slot.shares.iter().find(|share| share.0 == task.code));
        let (text, style) = match share {
            Some(share) => (share.1.to_string(), theme.strong()),
            None => (".".to_owned(), theme.faint()),
        };
        row = row.right(&text, SLOT, column_style(editor, *start, style, pen));
    }
    row.line()
}

/// What each slot adds up to; `!` where that is wrong.
fn sums(editor: &Editor, starts: &[u16], pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let frame = editor.draft.frame();
    let mut row = Row::new().cell(&pen.say(&phrase("keying-sum")), NAME, theme.strong());
    for start in starts {
        let filled: u32 = editor
            .draft
            .slot(*start)
            .map_or(0, |slot| slot.shares.iter().map(|share| share.1.0).sum());
        let (text, style) = match editor.draft.state(*start, &frame) {
            SlotState::Empty => ("-".to_owned(), theme.faint()),
            SlotState::Full => (filled.to_string(), theme.text()),
            SlotState::Short(_) | SlotState::Over(_) => (format!("!{filled}"), theme.bad()),
        };
        row = row.right(&text, SLOT, column_style(editor, *start, style, pen));
    }
    row.line()
}

/// The column of the slot that is keyed stands out.
fn column_style(editor: &Editor, start: u16, style: Style, pen: &Pen) -> Style {
    if editor.at == Some(start) {
        style.patch(pen.theme().chosen())
    } else {
        style
    }
}
