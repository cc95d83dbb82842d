//! 改善計画: what is chosen, and what its keys do.

use crate::screens::action::Command;
use crate::screens::model::Model;
use crate::screens::update::{Effect, stepped};

/// What is chosen in the view (改善計画).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeasuresState {
    /// Chosen row.
    pub row: usize,
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Does what a key asks for in the view.
pub fn obey(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Goes up or down, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    let rows = 0;
    let row = &mut model.issues.measures.row;
    *row = stepped(*row, steps, rows);
}
