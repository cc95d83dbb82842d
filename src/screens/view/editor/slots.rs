//! One line a slot: the time, what is in it, whether it adds up.

use ratatui::text::Line;

use super::super::Room;
use super::shares_text;
use crate::office::clock_phrase;
use crate::phrase::phrase;
use crate::screens::editor::Editor;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, pad_left, width};
use crate::screens::widget::list::window;
use crate::worktime::TaskList;
use crate::worktime::keying::{Frame, Mark, SlotState};

/// Columns from which the task list stands beside the slots.
const WIDE: usize = 100;
/// Columns of the task list.
const CRIB: usize = 40;
const MARK: usize = 2;
const TIME: usize = 8;
const CHECK: usize = 16;

/// The slots around the one that is keyed, and the task list where there is room.
pub fn lines(editor: &Editor, list: &TaskList, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let beside = if room.width >= WIDE { CRIB + 3 } else { 0 };
    let cells = room.width - beside;
    let frame = editor.draft.frame();
    let chosen = editor.at.and_then(|at| frame.place(at));
    let items: Vec<Vec<Line<'static>>> = frame
        .starts()
        .iter()
        .map(|start| vec![line(editor, *start, &frame, list, pen, cells)])
        .collect();
    let last = items.len().saturating_sub(1);
    let mut lines = window(items, chosen.unwrap_or(last), room.height);
    if beside > 0 {
        lines.resize(room.height, Line::default());
        for (line, task) in lines.iter_mut().zip(crib(list, pen)) {
            let row = Row::new().parts(std::mem::take(line).spans).to(cells);
            let divider = format!(" {} ", pen.divider());
            *line = row
                .text(divider, pen.theme().faint())
                .text(task, pen.theme().faint())
                .line();
        }
    }
    lines
}

/// Codes and names of the tasks.
fn crib(list: &TaskList, pen: &Pen) -> Vec<String> {
    let codes = list
        .tasks
        .iter()
        .map(|task| width(task.code.as_str()))
        .max()
        .unwrap_or(0);
    list.tasks
        .iter()
        .map(|task| {
            let key = task.key.map_or_else(String::new, |key| format!(" ({key})"));
            let text = format!("{} {}{key}", pad_left(task.code.as_str(), codes), pen.name(&task.name));
            cut(&pen.clean(&text), CRIB)
        })
        .collect()
}

fn line(editor: &Editor, start: u16, frame: &Frame, list: &TaskList, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let is_chosen = editor.at == Some(start);
    let slot = editor.draft.slot(start);
    let state = editor.draft.state(start, frame);
    let copied = pen.get("keying-copied-mark");
    let copied_cells = width(&copied) + 1;
    let what_cells = cells.saturating_sub(MARK + TIME + CHECK + copied_cells);
    let (what, style) = match slot {
        Some(slot) => (
            shares_text(&slot.shares, frame.due(start), list, pen, what_cells.saturating_sub(1)),
            theme.text(),
        ),
        None => (pen.get("screens-unfilled"), theme.faint()),
    };
    let is_copied = slot.is_some_and(|slot| slot.mark == Mark::Copied);
    let check_style = match state {
        SlotState::Full | SlotState::Empty => theme.faint(),
        SlotState::Short(_) | SlotState::Over(_) => theme.bad(),
    };
    Row::new()
        .cell(if is_chosen { "> " } else { "  " }, MARK, theme.strong())
        .cell(&pen.say(&clock_phrase(start)), TIME, theme.strong())
        .cell(&what, what_cells, style)
        .cell(if is_copied { &copied } else { "" }, copied_cells, theme.strong())
        .cell(&check(editor, start, frame, state, pen), CHECK, check_style)
        .chosen(is_chosen, theme.chosen())
}

/// Whether a slot adds up, with a sign and a word.
fn check(editor: &Editor, start: u16, frame: &Frame, state: SlotState, pen: &Pen) -> String {
    let said = match state {
        SlotState::Empty => return String::new(),
        SlotState::Full => {
            let due = frame.due(start);
            let full = phrase("keying-minutes").with("minutes", due.to_string());
            return pen.say(&full);
        }
        SlotState::Short(minutes) => phrase("keying-short").with("minutes", minutes.to_string()),
        SlotState::Over(minutes) if frame.due(start) == editor.draft.slot_minutes() && frame.is_inside(start) => {
            phrase("keying-over").with("minutes", minutes.to_string())
        }
        SlotState::Over(minutes) => phrase("keying-outside").with("minutes", minutes.to_string()),
    };
    format!("! {}", pen.say(&said))
}
