//! The page on which links and evidence of a box are put on and taken off, one key each.

use super::{form, kept, layout};
use crate::failure::{Exit, Failure};
use crate::issues::{CauseId, CauseMap, Evidence};
use crate::report::all_evidence;
use crate::screens::action::{Command, turned};
use crate::screens::model::{Context, Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// What is put on or taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The boxes that it leads to.
    Links,
    /// Evidence of this kind, a place in [`KINDS`].
    Evidence(usize),
}

/// The kinds of evidence in the order in which they are offered.
pub const KINDS: [&str; 4] = ["statement", "notice", "kind", "task"];

/// The page for one box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CausePick {
    /// The box; `None` while the map is empty.
    pub cause: Option<CauseId>,
    /// What is picked.
    pub what: Pick,
    /// Chosen row.
    pub row: usize,
}

impl CausePick {
    pub(super) fn new(cause: Option<CauseId>, what: Pick) -> Self {
        Self { cause, what, row: 0 }
    }

    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self.what {
            Pick::Links => Context::CausePick,
            Pick::Evidence(_) => Context::CauseEvidence,
        }
    }

    /// The boxes that it could lead to: those of its own layer and of later ones.
    pub fn targets(&self, model: &Model) -> Vec<CauseId> {
        let Some(shown) = &model.shown else { return Vec::new() };
        let issues = &shown.holdings.issues;
        let Some(own) = self.cause.and_then(|id| issues.cause(id)) else {
            return Vec::new();
        };
        let fits = |id: &CauseId| *id != own.id && issues.cause(*id).is_some_and(|it| it.layer >= own.layer);
        layout(model).all_boxes().into_iter().filter(fits).collect()
    }

    /// The evidence that is offered.
    pub fn evidence(&self, model: &Model) -> Vec<Evidence> {
        let Pick::Evidence(kind) = self.what else {
            return Vec::new();
        };
        let Some(shown) = &model.shown else { return Vec::new() };
        let own = self.cause.and_then(|id| shown.holdings.issues.cause(id));
        let own = own.map(|it| &it.evidence);
        let mut offered = all_evidence(&shown.holdings);
        // What is gone from the book can still be taken off.
        let gone: Vec<Evidence> = own
            .into_iter()
            .flatten()
            .filter(|it| !offered.contains(it))
            .cloned()
            .collect();
        offered.extend(gone);
        offered.retain(|it| Some(&it.kind()) == KINDS.get(kind));
        offered
    }

    fn rows(&self, model: &Model) -> usize {
        match self.what {
            Pick::Links => self.targets(model).len(),
            Pick::Evidence(_) => self.evidence(model).len(),
        }
    }
}

fn page(model: &Model) -> Option<&CausePick> {
    match model.layers.last() {
        Some(Layer::Cause(page)) => Some(page),
        _ => None,
    }
}

/// Does what a key asks for on the page; `None` for what the page knows nothing of.
pub(super) fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let mut page = page(model)?.clone();
    let rows = page.rows(model);
    match command {
        Command::CauseToggle if page.cause.is_some() => return Some(toggle(model, &page)),
        Command::CauseToggle | Command::IssueAdd => {
            start(model, &page);
            return Some(Vec::new());
        }
        Command::CauseNextKind => turn(&mut page, 1),
        Command::CausePreviousKind => turn(&mut page, -1),
        _ => page.row = stepped(page.row, crate::screens::scenario::steps(command)?, rows),
    }
    model.layers.pop();
    model.layers.push(Layer::Cause(page));
    Some(Vec::new())
}

fn turn(page: &mut CausePick, steps: isize) {
    if let Pick::Evidence(kind) = page.what {
        page.what = Pick::Evidence(turned(kind, steps, KINDS.len()));
        page.row = 0;
    }
}

/// Asks for a new box that starts from the chosen evidence: its words stand there already.
fn start(model: &mut Model, page: &CausePick) {
    let Some(evidence) = page.evidence(model).into_iter().nth(page.row) else {
        return;
    };
    let Some(shown) = &model.shown else { return };
    let issues = &shown.holdings.issues;
    let said = match &evidence {
        Evidence::Statement(code) => {
            let found = shown.issues.choice.statements.iter().find(|it| it.code == *code);
            found.map(|it| it.text.trim_end_matches(['。', '.']).to_owned())
        }
        Evidence::Notice(id) => issues.notice(*id).map(|it| it.what.clone()),
        Evidence::Kind(_) | Evidence::Minutes(_) => None,
    };
    let form = form::add(issues, page.cause, Some((evidence, said.unwrap_or_default())));
    model.layers.pop();
    model.layers.push(Layer::Form(form));
}

fn toggle(model: &mut Model, page: &CausePick) -> Vec<Effect> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let mut map = CauseMap::of(&shown.holdings.issues.causes);
    let Some(cause) = page.cause.and_then(|id| map.get(id).ok()).cloned() else {
        return Vec::new();
    };
    let done = match page.what {
        Pick::Links => {
            let Some(to) = page.targets(model).get(page.row).copied() else {
                return Vec::new();
            };
            if cause.leads_to.contains(&to) {
                map.unlink(cause.id, to)
            } else {
                map.link(cause.id, to)
            }
        }
        Pick::Evidence(_) => {
            let Some(evidence) = page.evidence(model).into_iter().nth(page.row) else {
                return Vec::new();
            };
            if cause.evidence.contains(&evidence) {
                map.unsupport(cause.id, &evidence)
            } else {
                map.support(cause.id, evidence)
            }
        }
    };
    match done {
        Ok(()) => run(model, kept(&map)),
        Err(fault) => {
            let failure = Failure::new(Exit::Refused, fault.phrase());
            model.layers.push(Layer::Problem(failure));
            Vec::new()
        }
    }
}

/// Leaves the page of a box that is gone, and keeps its row within what is offered now.
pub(super) fn follow(model: &mut Model) {
    let Some(mut page) = page(model).cloned() else { return };
    model.layers.pop();
    let issues = model.shown.as_ref().map(|shown| &shown.holdings.issues);
    let is_there = match page.cause {
        Some(id) => issues.is_some_and(|issues| issues.cause(id).is_some()),
        None => issues.is_some_and(|issues| issues.causes.is_empty()),
    };
    if is_there {
        page.row = stepped(page.row, 0, page.rows(model));
        model.layers.push(Layer::Cause(page));
    }
}
