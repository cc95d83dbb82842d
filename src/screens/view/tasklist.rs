//! 業務分類: categories and tasks, lines to fill in, other lists and where tasks go.

use ratatui::text::Line;

use super::{Page, Room};
use crate::phrase::{Phrase, phrase};
use crate::screens::desk::Shown;
use crate::screens::listpick::{Places, others};
use crate::screens::pen::{Pen, Row};
use crate::screens::tasklist::{Asking, Mode, Question, TaskListState};
use crate::screens::text::width;
use crate::screens::widget::list::window;
use crate::worktime::{Hue, ListItem, TaskCode, TaskList};

/// The page.
pub fn page(state: &TaskListState, shown: &Shown, pen: &Pen, room: Room) -> Page {
    let problem = problem_lines(state.problem.as_ref(), pen, room.width);
    let above = Room {
        height: room.height.saturating_sub(problem.len()),
        ..room
    };
    let mut page = match &state.mode {
        Mode::Rows => Page::of(rows(state, pen, above)),
        Mode::Ask(question) => ask(state, question, pen, above),
        Mode::Lists(row) => Page::of(lists(shown, *row, pen, above)),
        Mode::Places(places) => Page::of(places_lines(shown, places, pen, above)),
        Mode::Leave => Page::of(leave(pen, above)),
    };
    page.lines.truncate(above.height);
    page.lines.extend(problem);
    page
}

fn problem_lines(problem: Option<&Phrase>, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let Some(problem) = problem else { return Vec::new() };
    let theme = pen.theme();
    let mut lines = pen.paragraph(&format!("! {}", pen.say(problem)), cells, theme.bad());
    lines.extend(
        pen.hint(problem)
            .map_or_else(Vec::new, |hint| pen.paragraph(&hint, cells, theme.text())),
    );
    lines
}

fn title(list: &TaskList, changed: bool, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let head = phrase("list-title")
        .with("id", list.id.as_str())
        .with("title", pen.name(&list.title));
    let mut lines = pen.short_paragraph(&pen.say(&head), cells, 1, pen.theme().strong());
    let said = if changed {
        pen.get("list-is-changed")
    } else {
        pen.get("list-is-saved")
    };
    lines.extend(pen.short_paragraph(&said, cells, 1, pen.theme().faint()));
    lines
}

const CODE: usize = 7;
const KEY: usize = 5;
const COLOUR: usize = 16;
const USED: usize = 20;

fn rows(state: &TaskListState, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let list = state.draft.list();
    let mut lines = title(list, state.draft.is_changed(), pen, room.width);
    let wide = room.width >= 100;
    let name = room
        .width
        .saturating_sub(CODE + KEY + COLOUR + if wide { USED } else { 0 });
    let faint = theme.faint();
    let mut head = Row::new()
        .cell(&pen.get("tasks-column-code"), CODE, faint)
        .cell(&pen.get("tasks-column-name"), name, faint)
        .cell(&pen.get("tasks-column-key"), KEY, faint)
        .cell(&pen.get("tasks-column-colour"), COLOUR, faint);
    if wide {
        head = head.cell(&pen.get("tasks-column-uses"), USED, faint);
    }
    lines.push(head.line());
    let items = state.draft.items();
    let drawn = items
        .iter()
        .enumerate()
        .map(|(row, item)| vec![line(state, item, row == state.row, (name, wide), pen)])
        .collect();
    let below = usize::from(!wide);
    lines.extend(window(
        drawn,
        state.row,
        room.height.saturating_sub(lines.len() + below),
    ));
    if !wide && let Some(ListItem::Task(code)) = items.get(state.row) {
        let said = phrase("list-used-in").with("uses", uses(state, code));
        lines.extend(pen.short_paragraph(&pen.say(&said), room.width, 1, faint));
    }
    lines
}

fn uses(state: &TaskListState, code: &TaskCode) -> Phrase {
    state.uses.get(code).copied().unwrap_or_default().phrase()
}

fn line(state: &TaskListState, item: &ListItem, chosen: bool, (name, wide): (usize, bool), pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let list = state.draft.list();
    let row = match item {
        ListItem::Category(code) => {
            let category = list.category(code);
            let told = category.map_or("", |category| pen.name(&category.name));
            let row = Row::new()
                .cell(&pen.clean(code.as_str()), CODE, theme.strong())
                .cell(&pen.clean(told), name, theme.strong())
                .gap(KEY);
            hue(row, category.and_then(|category| category.colour), pen)
        }
        ListItem::Task(code) => {
            let task = list.task(code);
            let told = task.map_or("", |task| pen.name(&task.name));
            let key = task
                .and_then(|task| task.key)
                .map_or_else(String::new, |key| key.to_string());
            let row = Row::new()
                .cell(&format!("  {}", pen.clean(code.as_str())), CODE, theme.text())
                .cell(&format!("  {}", pen.clean(told)), name, theme.text())
                .cell(&pen.clean(&key), KEY, theme.key());
            let row = hue(row, task.and_then(|task| task.colour), pen);
            if wide {
                row.cell(&pen.say(&uses(state, code)), USED, theme.faint())
            } else {
                row
            }
        }
    };
    row.chosen(chosen, theme.chosen())
}

/// A colour by a patch and its name.
fn hue(row: Row, colour: Option<Hue>, pen: &Pen) -> Row {
    let theme = pen.theme();
    let Some(colour) = colour else { return row.gap(COLOUR) };
    row.text("  ", theme.hue(colour))
        .cell(&format!(" {}", pen.say(&colour.name())), COLOUR - 2, theme.text())
}

fn ask(state: &TaskListState, question: &Question, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let (title, about) = match &question.asking {
        Asking::Add(category) => (pen.get("list-do-add"), category.clone()),
        Asking::Rename(item) => (pen.get("list-do-rename"), code_of(item)),
        Asking::Key(item) => (pen.get("list-do-key"), code_of(item)),
    };
    let item = state.draft.item(&about).ok();
    let name = item.map_or_else(String::new, |item| name_of(state.draft.list(), &item, pen));
    let mut lines = vec![
        Line::styled(title, theme.strong()),
        pen.line(format!("{} {name}", pen.clean(&about))),
    ];
    let mut cursor = None;
    for (index, (asked, input)) in question.fields.iter().enumerate() {
        let focused = index == question.focus;
        let words = asked.question();
        let style = if focused { theme.strong() } else { theme.text() };
        lines.push(Line::default());
        lines.push(
            Row::new()
                .text(if focused { "> " } else { "  " }, style)
                .text(pen.say(&words), style)
                .line(),
        );
        let (line, column) = super::ask::text_line(input, focused, pen, room.width);
        if focused {
            cursor = Some((column, lines.len()));
        }
        lines.push(line);
        if let Some(hint) = pen.hint(&words).filter(|_| focused) {
            for line in pen.paragraph(&hint, room.width.saturating_sub(4), theme.faint()) {
                lines.push(Row::new().gap(4).parts(line.spans).line());
            }
        }
    }
    Page { lines, cursor }
}

fn code_of(item: &ListItem) -> String {
    match item {
        ListItem::Category(code) => code.0.clone(),
        ListItem::Task(code) => code.0.clone(),
    }
}

fn name_of(list: &TaskList, item: &ListItem, pen: &Pen) -> String {
    let name = match item {
        ListItem::Category(code) => list.category(code).map(|category| &category.name),
        ListItem::Task(code) => list.task(code).map(|task| &task.name),
    };
    name.map_or_else(String::new, |name| pen.clean(pen.name(name)))
}

fn lists(shown: &Shown, row: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![Line::styled(pen.get("list-do-take"), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("list-take-says"), room.width, theme.text()));
    lines.push(Line::default());
    let lists = others(&shown.holdings);
    let id = lists.iter().map(|list| width(&list.id)).max().unwrap_or(0) + 2;
    for (index, list) in lists.iter().enumerate() {
        let facts = phrase("list-facts")
            .with("tasks", list.tasks.len())
            .with("slot", list.slot_minutes);
        let facts = pen.say(&facts);
        let title = room.width.saturating_sub(id + width(&facts) + 2);
        let line = Row::new()
            .gap(1)
            .cell(&pen.clean(&list.id), id, theme.text())
            .cell(&pen.clean(pen.name(&list.title)), title, theme.text())
            .text(facts, theme.text());
        lines.push(line.chosen(index == row, theme.chosen()));
    }
    if let Some(list) = lists.get(row) {
        lines.push(Line::default());
        let source = phrase("list-source").with("source", list.source.as_str());
        lines.extend(pen.paragraph(&pen.say(&source), room.width, theme.text()));
    }
    lines
}

fn places_lines(shown: &Shown, places: &Places, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let today = &shown.holdings.founding.task_list;
    let head = phrase("list-places-title")
        .with("from", today.id.as_str())
        .with("to", places.list.id.as_str());
    let mut lines = vec![Line::styled(pen.say(&head), theme.strong())];
    let said = match places.missing() {
        0 => pen.get("list-places-ready"),
        count => pen.say(&phrase("list-places-missing").with("count", count)),
    };
    lines.extend(pen.short_paragraph(&said, room.width, 2, theme.text()));
    let arrow = pen.clean(" → ");
    let old = (room.width.saturating_sub(width(&arrow) + 1)) / 2;
    let new = room.width.saturating_sub(old + width(&arrow) + 1);
    let told = |list: &TaskList, code: &TaskCode| {
        let name = name_of(list, &ListItem::Task(code.clone()), pen);
        format!("{:>2} {name}", pen.clean(code.as_str()))
    };
    let items = places
        .places
        .iter()
        .enumerate()
        .map(|(row, place)| {
            let (next, style) = match (&place.new, place.used) {
                (Some(code), _) => (told(&places.list, code), theme.text()),
                (None, true) => (pen.get("list-no-place-yet"), theme.bad()),
                (None, false) => (pen.get("list-goes-away"), theme.faint()),
            };
            let line = Row::new()
                .gap(1)
                .cell(&told(today, &place.old), old, theme.text())
                .text(arrow.clone(), theme.faint())
                .cell(&next, new, style);
            vec![line.chosen(row == places.row, theme.chosen())]
        })
        .collect();
    lines.extend(window(items, places.row, room.height.saturating_sub(lines.len())));
    lines
}

fn leave(pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![
        Line::styled(pen.get("list-leave-title"), theme.strong()),
        Line::default(),
    ];
    lines.extend(pen.paragraph(&pen.get("list-leave-says"), room.width, theme.text()));
    lines
}
