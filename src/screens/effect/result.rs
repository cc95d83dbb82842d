//! 結果: what is chosen, and what its keys do.

use crate::screens::action::Command;
use crate::screens::model::{Context, Model};
use crate::screens::update::{Effect, stepped};

/// What is chosen in the view beside the indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResultState {
    /// Place of the later survey among the results; the last where it is not there.
    pub wave: Option<usize>,
}

/// A page that lies over the view.
#[derive(Debug, Clone, PartialEq)]
pub enum ResultLayer {}

impl ResultLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match *self {}
    }
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
    model.indicator = stepped(model.indicator, steps, model.indicators().len());
}
