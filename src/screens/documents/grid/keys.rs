//! What keys do in the grid.

use super::super::DocumentLayer;
use super::super::ledger::turned;
use super::super::typing::Problem;
use super::{GridAside, GridLayer, Saving, asides};
use crate::book::ledger_act;
use crate::documents::{PAGE_COLUMNS, PageFault};
use crate::phrase::phrase;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::input::Input;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run};

/// The grid on top, if it has the keys.
pub(super) fn on_top(model: &mut Model) -> Option<&mut GridLayer> {
    match model.layers.last_mut() {
        Some(Layer::Document(DocumentLayer::Grid(layer))) => Some(layer),
        _ => None,
    }
}

/// Does what a key asks for in the grid or on what lies over it.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if command == Command::Quit {
        return quit(model);
    }
    let layer = on_top(model)?;
    layer.saving = None;
    if command == Command::Help {
        return None;
    }
    if layer.aside.is_some() {
        return Some(asides::obey(model, command));
    }
    match command {
        Command::FigureSave => return Some(save(model, false, false)),
        Command::PaperWeek => {
            if let Err(said) = layer.open_days() {
                model.notice = Some(said);
            }
        }
        Command::PaperEarlier | Command::PaperLater => {
            layer.page.commit();
            let month = turned(layer.page.fields.month(), command);
            if let Some(month) = month {
                layer.page.fields.show(month);
                model.documents.ledger.month = Some(month);
            }
        }
        Command::Back if !layer.page.entry.text().is_empty() => {
            layer.page.entry.clear();
            layer.page.problem = None;
        }
        Command::Back if layer.is_unsaved() => layer.aside = Some(GridAside::Leaving(false)),
        Command::Back => {
            model.layers.pop();
        }
        Command::Undo | Command::Redo => {
            if !layer.page.turn_back(command) {
                model.notice = Some(match command {
                    Command::Undo => phrase("screens-nothing-to-undo"),
                    _ => phrase("screens-nothing-to-redo"),
                });
            }
        }
        command => move_or_erase(layer, command),
    }
    Some(Vec::new())
}

fn move_or_erase(layer: &mut GridLayer, command: Command) {
    let is_below = layer.page.row >= layer.page.fields.rows();
    if !layer.page.obey(command) {
        beyond(layer, is_below);
    }
}

/// What was typed has no field.
fn beyond(layer: &mut GridLayer, is_below: bool) {
    let fault = if is_below {
        PageFault::BeyondRows
    } else {
        PageFault::BeyondColumns
    };
    layer.page.problem = Some(Problem {
        line: String::new(),
        fault: fault.phrase(),
    });
}

/// Asks before unsaved figures are thrown away by leaving the program, also where something lies over the grid.
fn quit(model: &mut Model) -> Option<Vec<Effect>> {
    let is_unsaved = |layer: &Layer| match layer {
        Layer::Document(DocumentLayer::Grid(grid)) => {
            grid.is_unsaved() || matches!(grid.aside, Some(GridAside::Days(_)))
        }
        _ => false,
    };
    let place = model.layers.iter().position(is_unsaved)?;
    if matches!(model.layers.last(), Some(Layer::Busy(_))) {
        return None;
    }
    let is_top = place + 1 == model.layers.len();
    model.layers.truncate(place + 1);
    let layer = on_top(model)?;
    if is_top && layer.aside == Some(GridAside::Leaving(true)) {
        return None;
    }
    if !layer.take_days() {
        return Some(Vec::new());
    }
    if !layer.is_unsaved() {
        return None;
    }
    layer.aside = Some(GridAside::Leaving(true));
    Some(Vec::new())
}

/// Writes what is typed, in one act; the first field with something wrong gets the keys instead.
pub(super) fn save(model: &mut Model, leave: bool, quit: bool) -> Vec<Effect> {
    let Some(holdings) = model.shown.as_ref().map(|shown| std::sync::Arc::clone(&shown.holdings)) else {
        return Vec::new();
    };
    let Some(layer) = on_top(model) else {
        return Vec::new();
    };
    layer.aside = None;
    let is_below = layer.page.row >= layer.page.fields.rows();
    if !layer.page.commit() {
        // What was typed beyond the grid is not in it.
        beyond(layer, is_below);
        return Vec::new();
    }
    let steps = match layer.page.fields.steps(&holdings.documents) {
        Ok(steps) => steps,
        Err((month, row, fault, column)) => {
            let count = layer.page.fields.faults().len();
            layer.page.fields.show(month);
            layer.page.row = row;
            layer.page.column = PAGE_COLUMNS.iter().position(|it| *it == column).unwrap_or(0);
            layer.page.problem = Some(Problem {
                line: layer.page.fields.name(row).unwrap_or_default().to_owned(),
                fault: fault.phrase(),
            });
            model.notice = Some(phrase("entering-not-saved").with("count", count));
            return Vec::new();
        }
    };
    let saving = Saving { leave, quit };
    if let Some((occasion, changes)) = ledger_act(steps) {
        layer.saving = Some(saving);
        run(model, Job::Apply(occasion, changes))
    } else {
        model.notice = Some(phrase("entering-nothing-new"));
        left(model, saving)
    }
}

/// What the grid wrote stands in the book: it goes on from there. Anything else that was written is not its concern.
pub fn applied(model: &mut Model) -> Option<Vec<Effect>> {
    let layer = on_top(model)?;
    let saving = layer.saving.take()?;
    layer.page.fields.saved();
    // What was typed is in the book now; taking it back is taking back an act.
    layer.page.forget();
    let missing = layer.page.fields.missing();
    model.notice = Some(phrase("paperview-saved").with("missing", missing));
    Some(left(model, saving))
}

fn left(model: &mut Model, saving: Saving) -> Vec<Effect> {
    if saving.leave {
        model.layers.pop();
    }
    if saving.quit {
        return vec![Effect::Quit];
    }
    Vec::new()
}

/// A letter is typed, or something is done to the line that is typed.
pub fn edit(model: &mut Model, change: impl FnOnce(&mut Input)) {
    let Some(layer) = on_top(model) else { return };
    match &mut layer.aside {
        None => {
            change(&mut layer.page.entry);
            layer.page.problem = None;
        }
        Some(GridAside::Days(days)) => {
            change(&mut days.entry);
            days.problem = None;
        }
        Some(GridAside::Leaving(_) | GridAside::Faults(..)) => {}
    }
}

/// Text that was pasted: a block of a spreadsheet is taken whole, or not at all with every bad cell named.
pub fn paste(model: &mut Model, text: &str) -> bool {
    let Some(layer) = on_top(model) else {
        return false;
    };
    let is_block = text.contains(['\n', '\r', '\t']);
    if let (Some(GridAside::Days(days)), true) = (&mut layer.aside, is_block) {
        days.entry.clear();
        match days.fields.with_block((days.row, days.column), text) {
            Ok((page, count)) => {
                days.problem = None;
                days.change(page);
                model.notice = Some(phrase("entering-pasted").with("count", count));
            }
            Err(faults) => {
                days.problem = faults.first().map(|it| Problem {
                    line: String::new(),
                    fault: it.fault.phrase(),
                });
                let said = faults
                    .first()
                    .map(|it| phrase("paperview-not-pasted").with("place", it.place()));
                model.notice = said;
            }
        }
        return true;
    }
    if layer.aside.is_some() || !is_block {
        edit(model, |input| input.insert(text));
        return true;
    }
    layer.page.problem = None;
    layer.page.entry.clear();
    match layer.page.fields.with_block((layer.page.row, layer.page.column), text) {
        Ok((page, count)) => {
            layer.page.change(page);
            model.notice = Some(phrase("entering-pasted").with("count", count));
        }
        Err(faults) => {
            layer.aside = Some(GridAside::Faults(faults, 0));
            // What was said of the last entry would contradict the page.
            model.notice = None;
        }
    }
    true
}
