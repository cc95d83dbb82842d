//! 因果関係図: what is chosen, and what its keys do.

mod form;
mod pick;

pub use form::{CauseAsk, CauseForm};
pub use pick::{CausePick, KINDS, Pick};

use crate::book::{Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::issues::{CauseFault, CauseId, CauseMap, MapLayout, MapNode};
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// What is chosen in the view (因果関係図).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapState {
    /// The chosen box; it may be gone.
    pub chosen: Option<CauseId>,
    /// The highest number that was seen, to know a box that is new.
    newest: Option<CauseId>,
}

/// Where the boxes stand.
pub fn layout(model: &Model) -> MapLayout {
    let causes = model.shown.as_ref().map(|shown| &shown.holdings.issues.causes);
    let nodes: Vec<MapNode> = causes.into_iter().flatten().map(MapNode::from).collect();
    MapLayout::of(&nodes)
}

/// The box that is chosen; the first one where the chosen one is gone.
pub fn chosen(model: &Model) -> Option<CauseId> {
    let issues = &model.shown.as_ref()?.holdings.issues;
    let there = model.issues.map.chosen.filter(|id| issues.cause(*id).is_some());
    there.or_else(|| layout(model).all_boxes().first().copied())
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    pick::obey(model, command)
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let id = chosen(model);
    match command {
        Command::MapEarlier => go(model, -1),
        Command::MapLater => go(model, 1),
        Command::IssueAdd => {
            let form = form::add(&model.shown.as_ref()?.holdings.issues, id, None);
            model.layers.push(Layer::Form(form));
        }
        Command::IssueEdit => {
            let form = form::edit(&model.shown.as_ref()?.holdings.issues, id?)?;
            model.layers.push(Layer::Form(form));
        }
        Command::MapQuestion => {
            let form = form::question(&model.shown.as_ref()?.holdings.issues, id?)?;
            model.layers.push(Layer::Form(form));
        }
        Command::MapLink => model.layers.push(Layer::Cause(CausePick::new(Some(id?), Pick::Links))),
        Command::MapEvidence => model.layers.push(Layer::Cause(CausePick::new(id, Pick::Evidence(0)))),
        Command::IssueRemove => {
            let issues = &model.shown.as_ref()?.holdings.issues;
            let mut map = CauseMap::of(&issues.causes);
            let done = map.take_out(id?, &issues.challenges);
            return Some(written(model, done, &map));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Writes what was changed, or says why it cannot be.
fn written(model: &mut Model, done: Result<(), CauseFault>, map: &CauseMap) -> Vec<Effect> {
    match done {
        Ok(()) => run(model, kept(map)),
        Err(fault) => {
            let failure = Failure::new(Exit::Refused, fault.phrase());
            model.layers.push(Layer::Problem(failure));
            Vec::new()
        }
    }
}

/// The work that writes a changed map.
fn kept(map: &CauseMap) -> Job {
    let changes = map.steps().into_iter().map(Change::from).collect();
    Job::Apply(Occasion::CauseMapDrawn, changes)
}

/// Goes to the layer before or after: along a link where there is one, else to the box at about the same height.
fn go(model: &mut Model, side: isize) {
    let layout = layout(model);
    let Some(id) = chosen(model) else { return };
    let Some((column, place)) = layout.find(id) else { return };
    let linked = |other: CauseId| {
        let causes = model.shown.as_ref().map(|shown| &shown.holdings.issues);
        let leads = |from: CauseId, to: CauseId| {
            causes.is_some_and(|issues| issues.cause(from).is_some_and(|it| it.leads_to.contains(&to)))
        };
        if side > 0 { leads(id, other) } else { leads(other, id) }
    };
    let mut next = column;
    while let Some(at) = next.checked_add_signed(side).filter(|at| *at < 4) {
        next = at;
        let height = layout.columns[column].len();
        let other_height = layout.columns[next].len();
        let far = |other: &CauseId| {
            let at = layout.find(*other).map_or(0, |(_, place)| place);
            // Columns stand with their middles at one height.
            let (own, others) = (2 * place + other_height, 2 * at + height);
            (!linked(*other), own.abs_diff(others), at)
        };
        if let Some(nearest) = layout.boxes(next).min_by_key(far) {
            model.issues.map.chosen = Some(nearest);
            return;
        }
    }
}

/// Goes up or down through all boxes, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    let boxes = layout(model).all_boxes();
    let at = chosen(model).and_then(|id| boxes.iter().position(|it| *it == id));
    model.issues.map.chosen = boxes.get(stepped(at.unwrap_or(0), steps, boxes.len())).copied();
}

/// Keeps what is chosen within what the book holds now; a box that is new is chosen.
pub fn follow(model: &mut Model) {
    let causes = model.shown.as_ref().map(|shown| &shown.holdings.issues.causes);
    let newest = causes.and_then(|causes| causes.iter().map(|it| it.id).max());
    let before = std::mem::replace(&mut model.issues.map.newest, newest);
    if before.is_some() && newest > before {
        model.issues.map.chosen = newest;
    }
    step(model, 0);
    pick::follow(model);
}
