//! What keys do while somebody's answers are keyed in.

use super::{Answering, HeadFor, begin, forms, list, on_top};
use crate::issues::{Answer, Rating};
use crate::report::answering::keep_response;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// Does what a key of the view asks for: keying in, all answers, paper.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::IssueAdd => begin(model),
        Command::AnswerList => model.layers.push(Layer::Responses(0)),
        Command::Blank => forms::ask_sheets(model),
        _ => return None,
    }
    Some(Vec::new())
}

/// Does what a key asks for while answers are keyed in, or on the page of all answers.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if matches!(model.layers.last(), Some(Layer::Responses(_))) {
        return list::obey(model, command);
    }
    let answering = on_top(model)?;
    answering.saving = None;
    if let Some(quits) = answering.leaving {
        return obey_leaving(model, command, quits);
    }
    match command {
        Command::Quit | Command::Back if answering.is_unsaved() => {
            answering.leaving = Some(command == Command::Quit);
        }
        Command::Help | Command::Quit => return None,
        Command::Back => {
            model.layers.pop();
        }
        Command::AnswerSave => return Some(save(model, false)),
        Command::AnswerHead => {
            let draft = answering.draft.clone();
            forms::ask_head(model, HeadFor::Draft, Some(&draft));
        }
        command => step(answering, command),
    }
    Some(Vec::new())
}

/// Keys that answer a statement or go to another.
fn step(answering: &mut Answering, command: Command) {
    let rated = |number| Rating::of(number).map(Answer::Rated);
    let is_overview = answering.code().is_none();
    match command {
        Command::AnswerZero => answering.give(rated(0)),
        Command::AnswerOne => answering.give(rated(1)),
        Command::AnswerTwo => answering.give(rated(2)),
        Command::AnswerThree => answering.give(rated(3)),
        Command::AnswerUnknown => answering.give(Some(Answer::Unknown)),
        Command::AnswerNone => answering.give(None),
        Command::AnswerNext if is_overview => answering.go_to_viewpoint(),
        Command::AnswerNext => answering.go(1),
        Command::AnswerPrevious => answering.go(-1),
        Command::AnswerOverview => answering.go(isize::MAX),
        Command::First => answering.go(isize::MIN),
        Command::Up | Command::Down => {
            let steps = if command == Command::Up { -1 } else { 1 };
            answering.row = stepped(answering.row, steps, answering.questionnaire.viewpoints.len());
        }
        _ => {}
    }
}

/// The question before unsaved answers are left.
fn obey_leaving(model: &mut Model, command: Command, quits: bool) -> Option<Vec<Effect>> {
    match command {
        Command::Help => return None,
        Command::AnswerSave => return Some(save(model, quits)),
        Command::AnswerDiscard => {
            model.layers.pop();
            if quits {
                return Some(vec![Effect::Quit]);
            }
        }
        Command::Back => {
            if let Some(answering) = on_top(model) {
                answering.leaving = None;
            }
        }
        _ => {}
    }
    Some(Vec::new())
}

/// Keeps the answers; refuses none at all, and those of somebody who answered before.
fn save(model: &mut Model, quits: bool) -> Vec<Effect> {
    let Some(holdings) = model.shown.as_ref().map(|shown| shown.holdings.clone()) else {
        return Vec::new();
    };
    let Some(answering) = on_top(model) else {
        return Vec::new();
    };
    answering.leaving = None;
    match keep_response(&holdings, answering.in_book.as_ref(), answering.draft.clone()) {
        Ok((occasion, changes)) => {
            answering.problem = None;
            answering.saving = Some(quits);
            run(model, Job::Apply(occasion, changes))
        }
        Err(error) => {
            answering.problem = Some(error.phrase());
            Vec::new()
        }
    }
}
