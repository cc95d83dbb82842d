//! 効率と質: what is chosen, and what its keys do.

use crate::screens::action::Command;
use crate::screens::model::Model;
use crate::screens::update::Effect;

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuadrantState {
    /// Chosen row.
    pub row: usize,
}

/// Does what a key asks for in the view.
pub fn obey(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Goes up or down, and stays within what is there.
pub fn step(_model: &mut Model, _steps: isize) {}
