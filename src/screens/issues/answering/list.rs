//! The page of all answers: who answered, without what they answered; one can be put right or taken out.

use super::{Answering, begin};
use crate::phrase::phrase;
use crate::report::answering::{questionnaire, remove_response};
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// Rows of one page key.
const PAGE: isize = 10;

/// Answers that the book holds.
pub fn line_count(model: &Model) -> usize {
    let shown = model.shown.as_ref();
    shown.map_or(0, |shown| shown.holdings.issues.responses.len())
}

/// Keeps the chosen row within what the book holds now.
pub fn follow(model: &mut Model) {
    step(model, 0);
}

fn step(model: &mut Model, steps: isize) {
    let count = line_count(model);
    if let Some(Layer::Responses(row)) = model.layers.last_mut() {
        *row = stepped(*row, steps, count);
    }
}

/// Does what a key asks for on the page.
pub(super) fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::Up => step(model, -1),
        Command::Down => step(model, 1),
        Command::PageUp => step(model, -PAGE),
        Command::PageDown => step(model, PAGE),
        Command::First => step(model, isize::MIN),
        Command::Last => step(model, isize::MAX),
        Command::IssueAdd => begin(model),
        Command::IssueEdit => open(model),
        Command::IssueRemove => return Some(remove(model)),
        Command::Back => {
            model.layers.pop();
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Opens the chosen answers to put them right, at the overview.
fn open(model: &mut Model) {
    let Some(Layer::Responses(row)) = model.layers.last() else {
        return;
    };
    let Some(shown) = &model.shown else { return };
    let Some(response) = shown.holdings.issues.responses.get(*row).cloned() else {
        return;
    };
    match questionnaire(&shown.holdings, &response.questionnaire) {
        Ok(asked) => {
            let answering = Answering::opened(asked.clone(), response);
            model.layers.push(Layer::Answering(Box::new(answering)));
        }
        Err(error) => model.notice = Some(error.phrase()),
    }
}

/// Takes the chosen answers out of the book.
fn remove(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Responses(row)) = model.layers.last() else {
        return Vec::new();
    };
    let shown = model.shown.as_ref();
    let response = shown.and_then(|shown| shown.holdings.issues.responses.get(*row));
    let Some(response) = response else {
        return Vec::new();
    };
    let (occasion, changes) = remove_response(response);
    let removed = phrase("answer-taken-out")
        .with("round", response.key.round.label())
        .with("number", response.key.number.to_string());
    let effects = run(model, Job::Apply(occasion, changes));
    model.notice = Some(removed);
    effects
}
