//! 選ぶ: what is chosen, and what its keys do.

use crate::phrase::Phrase;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::form::Form;
use crate::screens::model::{Context, Model};
use crate::screens::update::Effect;

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChooseState {
    /// Chosen row.
    pub row: usize,
}

/// A page that lies over the view.
#[derive(Debug, Clone, PartialEq)]
pub enum ChooseLayer {}

impl ChooseLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match *self {}
    }
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChooseForm {}

impl ChooseForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match *self {}
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, _form: &Form) -> Result<Job, (usize, Phrase)> {
        match *self {}
    }
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChooseAsk {}

impl ChooseAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {}
    }
}

/// Does what a key asks for in the view.
pub fn obey(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Goes up or down, and stays within what is there.
pub fn step(_model: &mut Model, _steps: isize) {}
