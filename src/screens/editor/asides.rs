//! What lies over the slots: a sheet to copy from, questions, what comes next, faults of a pasted block.

use super::expected::Expected;
use super::keys::on_top;
use super::{Aside, begin_with, save};
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::screens::action::Command;
use crate::screens::model::Model;
use crate::screens::update::Effect;

/// Rows of one page key.
const PAGE: isize = 10;

/// Does what a key asks for while something lies over the slots.
pub fn obey(model: &mut Model, command: Command, holdings: &Holdings) -> Vec<Effect> {
    let Some(editor) = on_top(model) else {
        return Vec::new();
    };
    let steps = match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -PAGE,
        Command::PageDown => PAGE,
        Command::First => isize::MIN,
        Command::Last => isize::MAX,
        _ => 0,
    };
    let sources = editor.sources(holdings).len();
    let (row, rows) = match &mut editor.aside {
        Some(Aside::Copying(row)) => (row, sources),
        Some(Aside::Saved(next, row)) => (row, next.len() + 1),
        Some(Aside::Faults(faults, row)) => (row, faults.len()),
        _ => return answer(model, command),
    };
    *row = row.saturating_add_signed(steps).min(rows.saturating_sub(1));
    let row = *row;
    match (command, &editor.aside) {
        (Command::Accept, Some(Aside::Copying(_))) => copy(model, holdings, row),
        (Command::Accept, Some(Aside::Saved(next, _))) => {
            let next = next.get(row).cloned();
            go_on(model, next.as_ref());
        }
        (Command::Back, Some(Aside::Saved(..))) => go_on(model, None),
        (Command::Accept | Command::Back, _) => editor.aside = None,
        _ => {}
    }
    Vec::new()
}

/// Answers of the questions.
fn answer(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(editor) = on_top(model) else {
        return Vec::new();
    };
    match (command, editor.aside.take()) {
        (Command::KeyingSave, Some(Aside::Leaving(quit))) => return save::save(model, true, quit),
        (Command::KeyingDiscard, Some(Aside::Leaving(quit))) => {
            model.layers.pop();
            if quit {
                return vec![Effect::Quit];
            }
        }
        (Command::KeyingRemove, Some(Aside::Removing)) => return save::remove(model),
        (Command::Back, _) => {}
        (_, aside) => editor.aside = aside,
    }
    Vec::new()
}

fn copy(model: &mut Model, holdings: &Holdings, row: usize) {
    let Some(editor) = on_top(model) else { return };
    editor.aside = None;
    let Some((_, sheet)) = editor.sources(holdings).get(row).copied() else {
        return;
    };
    let mut draft = editor.draft.clone();
    let slots = draft.copy_in(sheet);
    editor.change(draft, editor.at);
    model.notice = Some(phrase("keying-copied").with("slots", slots));
}

/// Leaves the saved sheet for the next one, or for the page below.
fn go_on(model: &mut Model, next: Option<&Expected>) {
    let kind = on_top(model).map(|editor| editor.kind);
    model.layers.pop();
    if let (Some(kind), Some(next)) = (kind, next) {
        begin_with(model, kind, Some(next));
    }
}
