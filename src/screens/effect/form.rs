//! The forms and pages about effects.

use super::{ChooseAsk, ChooseForm, ChooseLayer, EnterAsk, EnterForm, EnterLayer, JudgeAsk, JudgeForm, ResultLayer};
use super::{SeriesAsk, SeriesForm};
use crate::phrase::Phrase;
use crate::screens::desk::Job;
use crate::screens::form::Form;
use crate::screens::input::Input;
use crate::screens::model::Context;

/// What a form about effects is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EffectForm {
    /// Choosing indicators.
    Choose(ChooseForm),
    /// Entering figures.
    Enter(EnterForm),
    /// Around a series.
    Series(SeriesForm),
    /// The team's judgement.
    Judge(JudgeForm),
}

impl EffectForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Choose(form) => form.words(),
            Self::Enter(form) => form.words(),
            Self::Series(form) => form.words(),
            Self::Judge(form) => form.words(),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        match self {
            Self::Choose(of) => of.job(form),
            Self::Enter(of) => of.job(form),
            Self::Series(of) => of.job(form),
            Self::Judge(of) => of.job(form),
        }
    }
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffectAsk {
    /// Choosing indicators.
    Choose(ChooseAsk),
    /// Entering figures.
    Enter(EnterAsk),
    /// Around a series.
    Series(SeriesAsk),
    /// The team's judgement.
    Judge(JudgeAsk),
}

impl EffectAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Choose(ask) => ask.question(),
            Self::Enter(ask) => ask.question(),
            Self::Series(ask) => ask.question(),
            Self::Judge(ask) => ask.question(),
        }
    }
}

/// A page that lies over the tab.
#[derive(Debug, Clone, PartialEq)]
pub enum EffectLayer {
    /// Choosing indicators.
    Choose(ChooseLayer),
    /// Figures are typed into a grid.
    Enter(Box<EnterLayer>),
    /// Why a result is judged as it is.
    Result(ResultLayer),
}

impl EffectLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self {
            Self::Choose(layer) => layer.context(),
            Self::Enter(layer) => layer.context(),
            Self::Result(layer) => layer.context(),
        }
    }

    /// The line that is being typed.
    pub fn input(&mut self) -> Option<&mut Input> {
        match self {
            Self::Choose(layer) => layer.input(),
            Self::Enter(_) | Self::Result(_) => None,
        }
    }
}
