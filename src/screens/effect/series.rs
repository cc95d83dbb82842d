//! 推移: what is chosen, and what its keys do.

use crate::phrase::Phrase;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::form::Form;
use crate::screens::model::Model;
use crate::screens::update::Effect;

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeriesState {
    /// Chosen row.
    pub row: usize,
}

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeriesForm {}

impl SeriesForm {
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
pub enum SeriesAsk {}

impl SeriesAsk {
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
