//! 選ぶ: what is chosen, and what its keys do.

use std::collections::BTreeSet;

use super::choose_form::{ChooseForm, Ground};
use super::choose_guide::Guide;
use super::choose_steps;
use super::{EffectForm, EffectLayer};
use crate::book::{Change, Occasion};
use crate::effect::{ChoosingFault, Family, Terms};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{ChosenFinding, OfferedIndicator};
use crate::report::{Following, indicator_laid_aside, indicators_followed, measured_later, own_indicator_removed};
use crate::screens::action::Command;
use crate::screens::desk::{Job, Shown};
use crate::screens::form::{Field, Form, FormKind};
use crate::screens::input::Input;
use crate::screens::model::{Context, Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChooseState {
    /// Id of the indicator under the cursor.
    pub at: Option<String>,
    /// The indicators that were there when it was looked at last, to see which one is new.
    seen: BTreeSet<String>,
}

/// A page that lies over the view.
#[derive(Debug, Clone, PartialEq)]
pub enum ChooseLayer {
    /// Step by step to indicators of both families.
    Guide(Box<Guide>),
}

impl ChooseLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        let Self::Guide(guide) = self;
        guide.context()
    }

    /// The line that is being typed.
    pub fn input(&mut self) -> Option<&mut Input> {
        let Self::Guide(guide) = self;
        guide.input()
    }
}

/// The indicators in the order of the view: by family, those that are followed first, then the office's own.
pub fn in_order(finding: &ChosenFinding) -> Vec<&OfferedIndicator> {
    let mut offered: Vec<&OfferedIndicator> = finding.offered.iter().collect();
    offered.sort_by_key(|it| (it.family, !it.chosen, !it.own));
    offered
}

/// The indicator under the cursor.
pub fn at<'a>(model: &Model, finding: &'a ChosenFinding) -> Option<&'a OfferedIndicator> {
    let at = model.effect.choose.at.as_ref()?;
    finding.offered.iter().find(|it| it.id == *at)
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match model.layers.last() {
        Some(Layer::Effect(EffectLayer::Choose(ChooseLayer::Guide(_)))) => choose_steps::obey(model, command),
        _ => None,
    }
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let shown = model.shown.as_ref()?;
    match command {
        Command::ChooseGuide => {
            let guide = Guide::of(shown);
            let layer = EffectLayer::Choose(ChooseLayer::Guide(Box::new(guide)));
            model.layers.push(Layer::Effect(layer));
            return Some(Vec::new());
        }
        Command::OwnAdd => {
            let family = at(model, &shown.effect.chosen).map_or(Family::Efficiency, |it| it.family);
            let asked = ChooseForm::own(shown, family);
            return Some(ask(model, asked));
        }
        Command::ChooseTurn | Command::ChooseTerms | Command::OwnRemove => {}
        _ => return None,
    }
    let Some(offered) = at(model, &shown.effect.chosen) else {
        return Some(Vec::new());
    };
    Some(match command {
        Command::ChooseTerms => {
            let asked = ChooseForm::terms(shown, &offered.id);
            match asked {
                Some(asked) => ask(model, asked),
                None => Vec::new(),
            }
        }
        Command::ChooseTurn => {
            let is_new = !offered.chosen && offered.family == Family::Quality;
            let indicator = shown.holdings.indicator(&offered.id).filter(|_| is_new);
            // Where a margin comes too late, the view says so itself.
            let in_time = indicator.filter(|it| measured_later(&shown.holdings, it).is_none());
            let said = in_time.map(|_| phrase("chosen-now-the-margin"));
            let act = turned(shown, offered);
            write(model, act, said)
        }
        _ => {
            let ground = Ground::of(shown);
            let act = own_indicator_removed(&shown.holdings, &offered.id, &|it| ground.name(it));
            write(model, act, None)
        }
    })
}

/// Chooses an indicator with what was promised of it before, or lays it aside.
fn turned(shown: &Shown, offered: &OfferedIndicator) -> Result<(Occasion, Vec<Change>), ChoosingFault> {
    let ground = Ground::of(shown);
    let name = |indicator: &_| ground.name(indicator);
    if offered.chosen {
        return indicator_laid_aside(&shown.holdings, &offered.id, &name);
    }
    let following = Following {
        indicator: offered.id.clone(),
        terms: Terms::default(),
        measures: None,
    };
    indicators_followed(&shown.holdings, &[following], shown.today, &name).map_err(|faults| {
        let first = faults.into_iter().next();
        first.map_or(ChoosingFault::NothingChanged, |(_, fault)| fault)
    })
}

fn write(model: &mut Model, act: Result<(Occasion, Vec<Change>), ChoosingFault>, said: Option<Phrase>) -> Vec<Effect> {
    match act {
        Ok((occasion, changes)) => {
            model.notice = said;
            run(model, Job::Apply(occasion, changes))
        }
        Err(fault) => {
            model.notice = Some(fault.phrase());
            Vec::new()
        }
    }
}

/// Asks with a form.
pub(super) fn ask(model: &mut Model, (form, fields): (ChooseForm, Vec<Field>)) -> Vec<Effect> {
    let kind = FormKind::Effect(EffectForm::Choose(form));
    model.layers.push(Layer::Form(Form::of(kind, fields)));
    Vec::new()
}

/// Goes up or down, and stays within what is there; a new indicator is gone to.
pub fn step(model: &mut Model, steps: isize) {
    let Some(shown) = &model.shown else { return };
    let ids: Vec<&String> = in_order(&shown.effect.chosen).iter().map(|it| &it.id).collect();
    let state = &mut model.effect.choose;
    let new: Vec<&&String> = ids.iter().filter(|id| !state.seen.contains(**id)).collect();
    if let ([only], false) = (new.as_slice(), state.seen.is_empty()) {
        state.at = Some((**only).clone());
    }
    let at = state.at.as_ref().and_then(|at| ids.iter().position(|id| *id == at));
    let at = stepped(at.unwrap_or(0), steps, ids.len());
    state.at = ids.get(at).map(|id| (*id).clone());
    state.seen = ids.into_iter().cloned().collect();
    choose_steps::follow(model);
}
