//! What keys do while a sheet is keyed in.

use super::heading::Heading;
use super::{Aside, Editor, Mode, asides, holdings_of, save, start, stepped};
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::screens::action::Command;
use crate::screens::input::Input;
use crate::screens::model::{Layer, Model};
use crate::screens::update::Effect;
use crate::worktime::keying::{EntryFault, parse_line, read_block};
use crate::worktime::{CategoryKind, TaskList};

/// The editor on top, if it has the keys.
pub(super) fn on_top(model: &mut Model) -> Option<&mut Editor> {
    match model.layers.last_mut() {
        Some(Layer::Editor(editor)) => Some(editor),
        _ => None,
    }
}

/// Does what a key asks for in the editor or the head of a sheet.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(holdings) = holdings_of(model) else {
        return Vec::new();
    };
    if matches!(model.layers.last(), Some(Layer::Heading(_))) {
        return obey_in_heading(model, command, &holdings);
    }
    let Some(editor) = on_top(model) else {
        return Vec::new();
    };
    editor.saving = None;
    if editor.aside.is_some() {
        return asides::obey(model, command, &holdings);
    }
    match command {
        Command::KeyingSave => return save::save(model, false, false),
        Command::KeyingHead => {
            let heading = Heading::of_header(editor.kind, editor.draft.header());
            model.layers.push(Layer::Heading(Box::new(heading)));
        }
        Command::KeyingCopy => copy(model, &holdings),
        Command::KeyingRemove if editor.in_book.is_some() => editor.aside = Some(Aside::Removing),
        Command::KeyingRemove => model.notice = Some(phrase("keying-not-in-book")),
        Command::Back if editor.is_unsaved() => editor.aside = Some(Aside::Leaving(false)),
        Command::Back => {
            model.layers.pop();
        }
        Command::Undo | Command::Redo => turn_back(model, command),
        command => slot_key(editor, command, &holdings.founding.task_list),
    }
    Vec::new()
}

/// Keys that move among the slots or fill them.
fn slot_key(editor: &mut Editor, command: Command, list: &TaskList) {
    match command {
        Command::Accept => enter(editor, list),
        Command::KeyingRest => fill_rest(editor, list),
        Command::KeyingMode => {
            editor.mode = match editor.mode {
                Mode::Lines => Mode::Grid,
                Mode::Grid => Mode::Lines,
            };
        }
        Command::KeyingGap => match editor.draft.next_gap(editor.at) {
            Some(gap) => go_to(editor, Some(gap)),
            None => editor.fault = Some(phrase("keying-no-gap")),
        },
        Command::KeyingBlank => editor.entry.insert(" "),
        Command::Up => step(editor, -row(editor)),
        Command::Down => step(editor, row(editor)),
        Command::PageUp => step(editor, -hour(editor)),
        Command::PageDown => step(editor, hour(editor)),
        Command::CursorLeft if editor.entry.text().is_empty() => step(editor, -1),
        Command::CursorRight if editor.entry.text().is_empty() => step(editor, 1),
        Command::CursorHome if editor.entry.text().is_empty() => step(editor, isize::MIN),
        Command::CursorEnd if editor.entry.text().is_empty() => {
            let last = editor.draft.frame().starts().last().copied();
            go_to(editor, last);
        }
        Command::CursorLeft => editor.entry.left(),
        Command::CursorRight => editor.entry.right(),
        Command::CursorHome => editor.entry.home(),
        Command::CursorEnd => editor.entry.end(),
        Command::EraseLeft => editor.entry.erase_left(),
        Command::EraseRight => editor.entry.erase_right(),
        Command::EraseAll => editor.entry.clear(),
        _ => {}
    }
}

/// Slots of an hour.
fn hour(editor: &Editor) -> isize {
    let slots = 60 / editor.draft.slot_minutes().max(1);
    isize::try_from(slots.max(1)).unwrap_or(1)
}

/// Slots that lie between one row and the next.
fn row(editor: &Editor) -> isize {
    match editor.mode {
        Mode::Lines => 1,
        Mode::Grid => hour(editor),
    }
}

fn step(editor: &mut Editor, steps: isize) {
    let frame = editor.draft.frame();
    let next = stepped(&frame, editor.at, steps);
    // One can stand behind the last slot, but only an entry leads there.
    go_to(editor, next.or_else(|| frame.starts().last().copied()));
}

fn go_to(editor: &mut Editor, at: Option<u16>) {
    editor.at = at;
    editor.fault = None;
}

fn enter(editor: &mut Editor, list: &TaskList) {
    let mut draft = editor.draft.clone();
    let entry = parse_line(editor.entry.text(), list, editor.at, &draft.frame());
    match entry.and_then(|entry| draft.enter(&entry, editor.at, list)) {
        Ok(next) => {
            editor.change(draft, next);
            editor.entry.clear();
        }
        Err(fault) => editor.fault = Some(fault.phrase()),
    }
}

/// Every slot of the span that is still empty becomes a break.
fn fill_rest(editor: &mut Editor, list: &TaskList) {
    let Some(rest) = list.tasks_of_kind(CategoryKind::Rest).into_iter().next() else {
        editor.fault = Some(phrase("keying-no-rest-task"));
        return;
    };
    let mut draft = editor.draft.clone();
    let entry = parse_line(&format!("* {rest}"), list, editor.at, &draft.frame());
    let at = editor.at;
    match entry.and_then(|entry| draft.enter(&entry, at, list)) {
        Ok(_) => editor.change(draft, at),
        Err(fault) => editor.fault = Some(fault.phrase()),
    }
}

fn copy(model: &mut Model, holdings: &Holdings) {
    let Some(editor) = on_top(model) else { return };
    if editor.sources(holdings).is_empty() {
        model.notice = Some(phrase("keying-nothing-to-copy"));
    } else {
        editor.aside = Some(Aside::Copying(0));
    }
}

fn turn_back(model: &mut Model, command: Command) {
    let Some(editor) = on_top(model) else { return };
    let now = (editor.draft.clone(), editor.at);
    let (from, to) = match command {
        Command::Undo => (&mut editor.past, &mut editor.future),
        _ => (&mut editor.future, &mut editor.past),
    };
    match from.pop() {
        Some((draft, at)) => {
            to.push(now);
            editor.draft = draft;
            editor.at = at;
            editor.fault = None;
        }
        None if command == Command::Undo => model.notice = Some(phrase("screens-nothing-to-undo")),
        None => model.notice = Some(phrase("screens-nothing-to-redo")),
    }
}

fn obey_in_heading(model: &mut Model, command: Command, holdings: &Holdings) -> Vec<Effect> {
    let Some(Layer::Heading(heading)) = model.layers.last_mut() else {
        return Vec::new();
    };
    match command {
        Command::Back => {
            model.layers.pop();
        }
        Command::Up | Command::PreviousField => heading.turn_field(-1, holdings),
        Command::Down | Command::NextField => heading.turn_field(1, holdings),
        Command::PreviousChoice => heading.turn_choice(-1, holdings),
        Command::NextChoice => heading.turn_choice(1, holdings),
        Command::CursorHome => heading.edit(false, Input::home),
        Command::CursorEnd => heading.edit(false, Input::end),
        Command::EraseLeft => heading.edit(false, Input::erase_left),
        Command::EraseRight => heading.edit(false, Input::erase_right),
        Command::EraseAll => heading.edit(false, Input::clear),
        Command::Accept => accept_heading(model, holdings),
        _ => {}
    }
    Vec::new()
}

fn accept_heading(model: &mut Model, holdings: &Holdings) {
    let Some(Layer::Heading(heading)) = model.layers.last_mut() else {
        return;
    };
    let kind = heading.kind;
    if let Some(key) = heading.exists.take() {
        model.layers.pop();
        super::open(model, kind, &key, None);
        return;
    }
    let header = match heading.header(holdings) {
        Ok(header) => header,
        Err((field, problem)) => {
            heading.focus = field;
            heading.problem = Some(problem);
            return;
        }
    };
    let changes = heading.changes;
    if let (false, Some(key)) = (changes, save::existing(holdings, kind, &header)) {
        heading.exists = Some(key);
        heading.problem = Some(phrase("keying-exists-open"));
        return;
    }
    model.layers.pop();
    if !changes {
        start(model, kind, header);
    } else if let Some(editor) = on_top(model) {
        let mut draft = editor.draft.clone();
        draft.set_header(header);
        let frame = draft.frame();
        let at = editor.at.filter(|at| frame.place(*at).is_some());
        editor.change(draft, at.or_else(|| frame.starts().first().copied()));
    }
}

/// A letter is typed, or something is done to the line that is typed.
pub fn edit(model: &mut Model, change: impl FnOnce(&mut Input)) {
    let Some(holdings) = holdings_of(model) else { return };
    match model.layers.last_mut() {
        Some(Layer::Editor(editor)) if editor.aside.is_none() => {
            editor.fault = None;
            change(&mut editor.entry);
        }
        Some(Layer::Heading(heading)) => {
            heading.edit(true, change);
            heading.follow(&holdings);
        }
        _ => {}
    }
}

/// A blank is typed, where a pasted table has a tab.
fn blank_typed(text: &str) -> String {
    text.replace('\t', " ")
}

/// Text is pasted: lines are taken one after the other, a table slot by slot; a part of a line is typed.
pub fn paste(model: &mut Model, text: &str) {
    let Some(holdings) = holdings_of(model) else { return };
    let Some(editor) = on_top(model).filter(|editor| editor.aside.is_none()) else {
        edit(model, |input| input.insert(&blank_typed(text)));
        return;
    };
    if !text.contains(['\n', '\r']) {
        editor.fault = None;
        editor.entry.insert(&blank_typed(text));
        return;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    match read_block(&text, &holdings.founding.task_list, &editor.draft, editor.at) {
        Ok((draft, at)) => {
            editor.change(draft, at);
            model.notice = Some(phrase("keying-pasted"));
        }
        Err(faults) => {
            editor.aside = Some(Aside::Faults(faults, 0));
            // What was said of the last entry would contradict the page.
            model.notice = None;
        }
    }
}

/// Whether leaving the program must be asked about first; then it is.
pub fn quit_asks(model: &mut Model) -> bool {
    let Some(place) = model
        .layers
        .iter()
        .position(|layer| matches!(layer, Layer::Editor(editor) if editor.is_unsaved()))
    else {
        return false;
    };
    let is_asked = place + 1 == model.layers.len()
        && matches!(model.layers.last(), Some(Layer::Editor(editor)) if matches!(editor.aside, Some(Aside::Leaving(true))));
    if is_asked || matches!(model.layers.last(), Some(Layer::Busy(_))) {
        return false;
    }
    model.layers.truncate(place + 1);
    if let Some(editor) = on_top(model) {
        editor.aside = Some(Aside::Leaving(true));
    }
    true
}

/// What an entry would do, for the line below it; `None` while nothing is typed.
pub fn preview(editor: &Editor, list: &TaskList) -> Option<Result<crate::worktime::keying::Entry, EntryFault>> {
    let text = editor.entry.text();
    (!text.is_empty()).then(|| parse_line(text, list, editor.at, &editor.draft.frame()))
}
