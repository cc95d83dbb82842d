//! 入力: the indicators that are typed in, and the grid of one of them.

mod asides;
mod form;
mod keys;
mod layer;

pub use form::{EnterAsk, EnterForm};
pub use keys::{applied, edit, field_phrase, obey_layer, paste};
pub use layer::{EnterLayer, GridAside};

use crate::effect::Indicator;
use crate::phrase::phrase;
use crate::report;
use crate::screens::action::Command;
use crate::screens::effect::EffectLayer;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, stepped};

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnterState {
    /// Chosen row.
    pub row: usize,
    /// Id of the indicator in that row: it stays chosen where others come before it.
    chosen: String,
}

/// The indicators that are listed, in order.
fn indicators(model: &Model) -> Vec<Indicator> {
    model
        .shown
        .as_ref()
        .map_or_else(Vec::new, |shown| report::entered_indicators(&shown.holdings))
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::FigureOpen => open(model),
        Command::FigurePeriods => {
            let form = EnterForm::periods(model.shown.as_deref()?);
            model.layers.push(Layer::Form(form));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Opens the grid of the chosen indicator.
fn open(model: &mut Model) {
    let indicator = indicators(model).into_iter().nth(model.effect.enter.row);
    if let Some(indicator) = &indicator {
        model.effect.enter.chosen.clone_from(&indicator.id);
    }
    let Some((shown, indicator)) = model.shown.as_ref().zip(indicator) else {
        model.notice = Some(phrase("entering-none-chosen"));
        return;
    };
    let layer = EnterLayer::new(shown, &indicator);
    model.layers.push(Layer::Effect(EffectLayer::Enter(Box::new(layer))));
}

/// Goes up or down, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    let listed = indicators(model);
    let state = &mut model.effect.enter;
    state.row = stepped(state.row, steps, listed.len());
    // Where nobody has moved, the first one stays chosen: that is what the office follows.
    if steps != 0 || !state.chosen.is_empty() {
        state.chosen = listed.get(state.row).map_or_else(String::new, |it| it.id.clone());
    }
}

/// Keeps what is chosen within what the book holds now.
pub fn follow(model: &mut Model) {
    let listed = indicators(model);
    let state = &mut model.effect.enter;
    if let Some(row) = listed.iter().position(|it| it.id == state.chosen) {
        state.row = row;
    }
    step(model, 0);
}
