//! What keys do in the grid.

use super::asides;
use super::layer::{EnterLayer, GridAside, Saving};
use crate::effect::{Pasted, Spot};
use crate::phrase::phrase;
use crate::report;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::effect::EffectLayer;
use crate::screens::input::Input;
use crate::screens::model::{Layer, Model};
use crate::screens::text::graphemes;
use crate::screens::update::{Effect, run};

/// Rows of one page key.
const PAGE: isize = 10;

/// The grid on top, if it has the keys.
pub(super) fn on_top(model: &mut Model) -> Option<&mut EnterLayer> {
    match model.layers.last_mut() {
        Some(Layer::Effect(EffectLayer::Enter(layer))) => Some(layer),
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
        Command::FigureRow => asides::ask_row(model),
        Command::FigureTime => asides::ask_time(model),
        Command::Back if !layer.entry.text().is_empty() => {
            layer.entry.clear();
            layer.problem = None;
        }
        Command::Back if layer.is_unsaved() => layer.aside = Some(GridAside::Leaving(false)),
        Command::Back => {
            model.layers.pop();
        }
        Command::Undo | Command::Redo => turn_back(model, command),
        command => move_or_erase(layer, command),
    }
    Some(Vec::new())
}

/// Asks before unsaved figures are thrown away by leaving the program, also where something lies over the grid.
fn quit(model: &mut Model) -> Option<Vec<Effect>> {
    let is_unsaved = |layer: &Layer| matches!(layer, Layer::Effect(EffectLayer::Enter(grid)) if grid.is_unsaved());
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
    layer.aside = Some(GridAside::Leaving(true));
    Some(Vec::new())
}

fn move_or_erase(layer: &mut EnterLayer, command: Command) {
    let rows = layer.grid.rows().len();
    match command {
        Command::Accept => {
            commit(layer);
            let column = layer.home.take().unwrap_or(layer.at.column);
            // One row behind the last: what is pasted key by key must not fall upon the last row.
            let row = (layer.at.row + 1).min(rows);
            go(layer, Spot { row, column });
        }
        Command::NextField => {
            commit(layer);
            layer.home = layer.home.or(Some(layer.at.column));
            let column = (layer.at.column + 1).min(layer.grid.width());
            layer.at.column = column;
        }
        Command::PreviousField | Command::CursorLeft => step(layer, (0, -1)),
        Command::CursorRight => step(layer, (0, 1)),
        Command::Up => step(layer, (-1, 0)),
        Command::Down => step(layer, (1, 0)),
        Command::PageUp => step(layer, (-PAGE, 0)),
        Command::PageDown => step(layer, (PAGE, 0)),
        Command::CursorHome => step(layer, (0, isize::MIN)),
        Command::CursorEnd => step(layer, (0, isize::MAX)),
        Command::EraseLeft => {
            if layer.entry.text().is_empty() {
                let text = layer.grid.text(layer.at).to_owned();
                let letters = graphemes(&text);
                let kept = letters.split_last().map_or_else(String::new, |(_, kept)| kept.concat());
                if kept.is_empty() {
                    clear(layer);
                } else {
                    layer.entry = Input::of(&kept);
                }
            } else {
                layer.entry.erase_left();
            }
            layer.problem = None;
        }
        Command::EraseRight | Command::EraseAll => clear(layer),
        _ => {}
    }
}

/// Takes the figure of the field out.
fn clear(layer: &mut EnterLayer) {
    layer.entry.clear();
    layer.problem = None;
    let mut grid = layer.grid.clone();
    grid.set(layer.at, "");
    layer.change(grid);
}

/// Puts what is typed into its field.
pub(super) fn commit(layer: &mut EnterLayer) {
    if layer.entry.text().is_empty() {
        return;
    }
    let typed = std::mem::take(&mut layer.entry);
    if !layer.is_within() {
        layer.problem = Some(if layer.at.row >= layer.grid.rows().len() {
            phrase("entering-beyond-rows")
        } else {
            phrase("entering-beyond-columns")
        });
        return;
    }
    let mut grid = layer.grid.clone();
    grid.set(layer.at, typed.text());
    // A figure of which the other number is still to come is no mistake yet.
    let fault = grid.fault(layer.at).filter(|fault| !fault.is_half());
    layer.problem = fault.map(|fault| {
        phrase("entering-in-field")
            .with("field", field_phrase(layer, layer.at))
            .with("fault", fault.phrase())
            .with("advice", fault.advice())
    });
    layer.change(grid);
}

/// The name of a field: whose figure, and when.
pub fn field_phrase(layer: &EnterLayer, at: Spot) -> crate::phrase::Phrase {
    match layer.grid.key(at) {
        Some((subject, time)) if subject.is_person() => phrase("entering-field")
            .with("code", crate::office::printable(subject.code()))
            .with("time", report::time_phrase(time)),
        Some((_, time)) => report::time_phrase(time),
        None => phrase("entering-field-none"),
    }
}

fn step(layer: &mut EnterLayer, (down, right): (isize, isize)) {
    commit(layer);
    layer.home = None;
    let last = |count: usize| count.saturating_sub(1);
    let at = Spot {
        row: layer
            .at
            .row
            .saturating_add_signed(down)
            .min(last(layer.grid.rows().len())),
        column: layer
            .at
            .column
            .saturating_add_signed(right)
            .min(last(layer.grid.width())),
    };
    go(layer, at);
}

pub(super) fn go(layer: &mut EnterLayer, at: Spot) {
    layer.at = at;
}

fn turn_back(model: &mut Model, command: Command) {
    let Some(layer) = on_top(model) else { return };
    layer.entry.clear();
    layer.problem = None;
    let now = (layer.grid.clone(), layer.at);
    let (from, to) = match command {
        Command::Undo => (&mut layer.past, &mut layer.future),
        _ => (&mut layer.future, &mut layer.past),
    };
    match from.pop() {
        Some((grid, at)) => {
            to.push(now);
            layer.grid = grid;
            layer.at = at;
        }
        None if command == Command::Undo => model.notice = Some(phrase("screens-nothing-to-undo")),
        None => model.notice = Some(phrase("screens-nothing-to-redo")),
    }
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
    commit(layer);
    let steps = match layer.grid.steps(&holdings.effects.measurements) {
        Ok(steps) => steps,
        Err((at, fault)) => {
            layer.at = at;
            let count = layer.grid.faults().len();
            let said = phrase("entering-in-field")
                .with("field", field_phrase(layer, at))
                .with("fault", fault.phrase())
                .with("advice", fault.advice());
            layer.problem = Some(said);
            model.notice = Some(phrase("entering-not-saved").with("count", count));
            return Vec::new();
        }
    };
    if layer.problem.is_some() {
        // What was typed beyond the grid is not in it.
        return Vec::new();
    }
    if let Some((occasion, changes)) = report::figures_kept(&holdings, steps) {
        layer.saving = Some(Saving { leave, quit });
        run(model, Job::Apply(occasion, changes))
    } else {
        model.notice = Some(phrase("entering-nothing-new"));
        left(model, Saving { leave, quit })
    }
}

/// What the grid wrote stands in the book: it goes on from there. Anything else that was written is not its concern.
pub fn applied(model: &mut Model) -> Option<Vec<Effect>> {
    let layer = on_top(model)?;
    let saving = layer.saving.take()?;
    layer.grid.saved();
    // What was typed is in the book now; taking it back is taking back an act.
    layer.past.clear();
    layer.future.clear();
    let missing = layer.grid.missing();
    model.notice = Some(phrase("entering-saved").with("missing", missing));
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
            change(&mut layer.entry);
            layer.problem = None;
            if layer.entry.text() == "+" || layer.entry.text() == "＋" {
                layer.entry.clear();
                asides::ask_row(model);
            }
        }
        Some(GridAside::Person(input, warned)) => {
            change(input);
            *warned = false;
            layer.problem = None;
        }
        Some(GridAside::Time(input)) => {
            change(input);
            layer.problem = None;
        }
        Some(GridAside::Leaving(_) | GridAside::Faults(..)) => {}
    }
}

/// Text that was pasted: a block of a spreadsheet is taken whole, or not at all with every bad cell named.
pub fn paste(model: &mut Model, text: &str) -> bool {
    let Some(layer) = on_top(model) else {
        return false;
    };
    if layer.aside.is_some() || !text.contains(['\n', '\r', '\t']) {
        edit(model, |input| input.insert(text));
        return true;
    }
    layer.problem = None;
    layer.entry.clear();
    let (per, today) = (layer.indicator.per, layer.today);
    match layer
        .grid
        .with_block(layer.at, text, &|name| asides::row_of(per, name, today))
    {
        Ok(Pasted { grid, cells, rows }) => {
            layer.change(grid);
            let said = phrase("entering-pasted").with("count", cells).with("rows", rows);
            model.notice = Some(said);
        }
        Err(faults) => {
            layer.aside = Some(GridAside::Faults(faults, 0));
            // What was said of the last entry would contradict the page.
            model.notice = None;
        }
    }
    true
}
