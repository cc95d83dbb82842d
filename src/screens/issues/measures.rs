//! 改善計画: what is chosen, and what its keys do.

use std::collections::BTreeSet;

use super::form::IssueForm;
use super::measure_form::MeasureForm;
use super::measure_parts::{self, MeasureParts};
use crate::issues::{Measure, MeasureId};
use crate::phrase::phrase;
use crate::report::finding::{MeasureLine, MeasuresFinding};
use crate::report::{measure_followed, measure_kept};
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::form::Form;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// Ways to look at the measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MeasureWay {
    /// Columns by status.
    #[default]
    Board,
    /// Over the weeks.
    Weeks,
}

/// What is chosen in the view (改善計画).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeasuresState {
    /// The way to look.
    pub way: MeasureWay,
    /// The chosen measure.
    pub chosen: Option<MeasureId>,
    /// The measures that were there when it was looked at last, to see which one is new.
    seen: BTreeSet<MeasureId>,
}

/// The measures in the order in which a way shows them.
pub fn in_order(finding: &MeasuresFinding, way: MeasureWay) -> Vec<&MeasureLine> {
    let mut lines: Vec<&MeasureLine> = finding.measures.iter().collect();
    match way {
        MeasureWay::Board => lines.sort_by_key(|line| (line.status, line.number)),
        MeasureWay::Weeks => lines.sort_by_key(|line| (line.start, line.end, line.number)),
    }
    lines
}

/// The chosen measure as the book has it.
fn chosen(model: &Model) -> Option<&Measure> {
    let issues = &model.shown.as_ref()?.holdings.issues;
    issues.measure(model.issues.measures.chosen?)
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match model.layers.last() {
        Some(Layer::MeasureParts(_)) => measure_parts::obey(model, command),
        _ => None,
    }
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let shown = model.shown.as_ref()?;
    match command {
        Command::MeasureWay => {
            let state = &mut model.issues.measures;
            state.way = match state.way {
                MeasureWay::Board => MeasureWay::Weeks,
                MeasureWay::Weeks => MeasureWay::Board,
            };
            return Some(Vec::new());
        }
        Command::IssueAdd => {
            let form = MeasureForm::new_measure(shown);
            return Some(ask(model, form));
        }
        Command::IssueEdit
        | Command::IssueRemove
        | Command::MeasureNews
        | Command::MeasureParts
        | Command::MeasureChecked => {}
        _ => return None,
    }
    let Some(measure) = chosen(model) else {
        model.notice = Some(phrase("measures-none-chosen"));
        return Some(Vec::new());
    };
    Some(match command {
        Command::IssueEdit => {
            let form = MeasureForm::edit(shown, measure);
            ask(model, form)
        }
        Command::MeasureNews => {
            let form = MeasureForm::news(shown, measure);
            ask(model, form)
        }
        Command::MeasureParts => {
            let parts = MeasureParts::of(measure.id);
            model.layers.push(Layer::MeasureParts(parts));
            Vec::new()
        }
        Command::MeasureChecked => check(model),
        _ => {
            let (occasion, changes) = measure_kept(Some(measure), None);
            run(model, Job::Apply(occasion, changes))
        }
    })
}

fn ask(model: &mut Model, (form, fields): (MeasureForm, Vec<crate::screens::form::Field>)) -> Vec<Effect> {
    let kind = crate::screens::form::FormKind::Issue(IssueForm::Measure(form));
    model.layers.push(Layer::Form(Form::of(kind, fields)));
    Vec::new()
}

/// The team looked today: the first open check is done.
fn check(model: &mut Model) -> Vec<Effect> {
    let (Some(measure), Some(shown)) = (chosen(model), &model.shown) else {
        return Vec::new();
    };
    let today = shown.today;
    let Some(open) = measure.next_check() else {
        model.notice = Some(phrase("measures-no-open-check"));
        return Vec::new();
    };
    match measure.with_check_done(open, Some(today), today) {
        Ok(after) => {
            let (occasion, changes) = measure_followed(measure, &after);
            model.notice = Some(phrase("measures-checked").with("day", open.to_string()));
            run(model, Job::Apply(occasion, changes))
        }
        Err(fault) => {
            model.notice = Some(fault.phrase());
            Vec::new()
        }
    }
}

/// Goes up or down, and stays within what is there; a new measure is chosen.
pub fn step(model: &mut Model, steps: isize) {
    let Some(shown) = &model.shown else { return };
    let state = &mut model.issues.measures;
    let finding = &shown.issues.measures;
    let order: Vec<MeasureId> = in_order(finding, state.way)
        .iter()
        .map(|line| MeasureId(line.number))
        .collect();
    let new: Vec<MeasureId> = order.iter().copied().filter(|id| !state.seen.contains(id)).collect();
    if let ([only], false) = (new.as_slice(), state.seen.is_empty()) {
        state.chosen = Some(*only);
    }
    state.seen = order.iter().copied().collect();
    let at = state.chosen.and_then(|id| order.iter().position(|one| *one == id));
    // Where the chosen one was taken out, the one that has its number or follows it is next.
    let next = state.chosen.and_then(|id| order.iter().position(|one| *one >= id));
    let at = stepped(at.or(next).unwrap_or(0), steps, order.len());
    state.chosen = order.get(at).copied();
    measure_parts::follow(model);
}
