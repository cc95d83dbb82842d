//! 効率と質: what is chosen, and what its keys do.

use crate::screens::action::Command;
use crate::screens::model::Model;
use crate::screens::update::{Effect, stepped};

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuadrantState {
    /// Chosen row.
    pub row: usize,
}

/// Does what a key asks for in the view: it has no keys of its own beside up and down.
pub fn obey(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Goes up or down among the pairs, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    let pairs = model
        .shown
        .as_ref()
        .map_or(0, |shown| shown.effect.quadrant.points.len());
    model.effect.quadrant.row = stepped(model.effect.quadrant.row, steps, pairs);
}
