//! 気づき: what is chosen, and what its keys do.

use std::collections::BTreeSet;

use super::form::IssueForm;
use super::notice_form::{Carried, NoticeForm, carried};
use crate::book::Occasion;
use crate::failure::{Exit, Failure};
use crate::issues::{Issues, Notice, NoticeError, NoticeId, NoticeStep};
use crate::phrase::phrase;
use crate::report::finding::{NoticeLine, NoticePair};
use crate::report::{notice_changes, similar_pairs};
use crate::screens::action::{Command, turned};
use crate::screens::desk::{Job, Shown};
use crate::screens::form::FormKind;
use crate::screens::input::Input;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// Ways to look at the notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NoticesWay {
    /// One by one, newest first.
    #[default]
    List,
    /// Counted by kind, time, place and group.
    Counts,
    /// Two by two that may say the same.
    Similar,
}

impl NoticesWay {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::List, Self::Counts, Self::Similar];
}

/// What is chosen in the view (気づき).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticesState {
    /// The way to look.
    pub way: NoticesWay,
    /// Chosen row of the list.
    pub row: usize,
    /// First line of the counts that is seen.
    pub line: usize,
    /// Chosen pair of those that may say the same.
    pub pair: usize,
    /// Marked notices.
    pub marked: BTreeSet<NoticeId>,
    /// What the listed notices must hold.
    pub filter: String,
    /// The pairs that may say the same, looked up when they are shown.
    pub pairs: Vec<NoticePair>,
    /// The notice of the chosen row; it stays chosen while others come and go.
    chosen: Option<NoticeId>,
    /// What the next new notice takes over; `None` while none is being written.
    again: Option<Carried>,
}

/// The notices that are listed, newest first.
pub fn listed<'s>(shown: &'s Shown, state: &NoticesState) -> Vec<&'s NoticeLine> {
    let issues = &shown.holdings.issues;
    let holds = |line: &&NoticeLine| {
        if state.filter.is_empty() {
            return true;
        }
        let notice = issues.notice(NoticeId(line.number));
        notice.is_some_and(|notice| notice.holds_all(&state.filter))
    };
    shown.issues.notices.notices.iter().filter(holds).collect()
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    // Whoever presses another key meanwhile does not want one more form.
    model.issues.notices.again = None;
    match model.layers.last() {
        Some(Layer::NoticeFind(_)) => obey_find(model, command),
        Some(Layer::Form(form)) if command == Command::Accept => match &form.kind {
            FormKind::Issue(IssueForm::Notice(kind)) => {
                let kind = kind.clone();
                Some(accept(model, &kind))
            }
            _ => None,
        },
        _ => None,
    }
}

fn obey_find(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::Accept => {
            model.layers.pop();
        }
        Command::Back => {
            model.layers.pop();
            model.issues.notices.filter.clear();
            hold(model);
        }
        Command::Up => step(model, -1),
        Command::Down => step(model, 1),
        _ => return None,
    }
    Some(Vec::new())
}

/// Writes what was answered; after a new notice the form comes again, for the next of the pile.
fn accept(model: &mut Model, kind: &NoticeForm) -> Vec<Effect> {
    let Some(Layer::Form(form)) = model.layers.last_mut() else {
        return Vec::new();
    };
    match kind.steps(form) {
        Err((field, problem)) => {
            form.focus = field;
            form.problem = Some(problem);
            Vec::new()
        }
        Ok(steps) if steps.is_empty() => {
            model.layers.pop();
            Vec::new()
        }
        Ok(steps) => {
            form.problem = None;
            let state = &mut model.issues.notices;
            if matches!(kind, NoticeForm::Add { .. }) {
                state.again = Some(carried(form));
            } else {
                state.marked.clear();
            }
            write(model, steps)
        }
    }
}

fn write(model: &mut Model, steps: Vec<NoticeStep>) -> Vec<Effect> {
    run(model, Job::Apply(Occasion::NoticesKept, notice_changes(steps)))
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::IssueAdd => ask(model, |shown, _| {
            let id = shown.holdings.issues.next_notice();
            Some(NoticeForm::add(id, shown.today, None))
        }),
        Command::NoticeWay => {
            let way = &mut model.issues.notices.way;
            let at = NoticesWay::ALL.iter().position(|one| one == way).unwrap_or(0);
            *way = NoticesWay::ALL[turned(at, 1, NoticesWay::ALL.len())];
            look_up_pairs(model);
            step(model, 0);
        }
        Command::Back => {
            let state = &mut model.issues.notices;
            if state.filter.is_empty() {
                state.marked.clear();
            }
            state.filter.clear();
            hold(model);
        }
        Command::NoticeMerge if model.issues.notices.way == NoticesWay::Similar => return Some(merge_pair(model)),
        Command::IssueEdit
        | Command::IssueRemove
        | Command::Find
        | Command::ToggleMark
        | Command::NoticeGroup
        | Command::NoticeTags
        | Command::NoticeMerge
        | Command::NoticeSplit => {
            if model.issues.notices.way == NoticesWay::List {
                return Some(obey_list(model, command));
            }
            model.notice = Some(phrase("notices-list-only"));
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn look_up_pairs(model: &mut Model) {
    let state = &mut model.issues.notices;
    state.pairs = match &model.shown {
        Some(shown) if state.way == NoticesWay::Similar => similar_pairs(&shown.holdings),
        _ => Vec::new(),
    };
}

/// Does what a key asks for in the list.
fn obey_list(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::IssueEdit => ask(model, |shown, picked| {
            let notice = shown.holdings.issues.notice(picked.chosen?)?;
            Some(NoticeForm::edit(notice, shown.today))
        }),
        Command::Find => {
            let input = Input::of(&model.issues.notices.filter);
            model.layers.push(Layer::NoticeFind(input));
        }
        Command::ToggleMark => {
            if let Some(id) = picked(model).chosen {
                let marked = &mut model.issues.notices.marked;
                if !marked.remove(&id) {
                    marked.insert(id);
                }
                step(model, 1);
            }
        }
        Command::NoticeGroup => ask(model, |shown, picked| {
            let issues = &shown.holdings.issues;
            Some(NoticeForm::group(picked.notices(issues)?, &issues.notice_groups()))
        }),
        Command::NoticeTags => ask(model, |shown, picked| {
            Some(NoticeForm::tags(picked.notices(&shown.holdings.issues)?))
        }),
        Command::NoticeMerge => return merge(model),
        Command::NoticeSplit => return split(model),
        Command::IssueRemove => return remove(model),
        _ => {}
    }
    Vec::new()
}

/// The notices that a key is about.
struct Picked {
    chosen: Option<NoticeId>,
    marked: Vec<NoticeId>,
}

impl Picked {
    /// The marked ones, or the chosen one where none is marked.
    fn notices(&self, issues: &Issues) -> Option<Vec<Notice>> {
        let chosen: Vec<NoticeId> = self.chosen.into_iter().collect();
        let ids = if self.marked.is_empty() { &chosen } else { &self.marked };
        issues.notices_named(ids).ok()
    }
}

fn picked(model: &Model) -> Picked {
    let state = &model.issues.notices;
    let chosen = model.shown.as_ref().and_then(|shown| {
        let line = *listed(shown, state).get(state.row)?;
        Some(NoticeId(line.number))
    });
    Picked {
        chosen,
        marked: state.marked.iter().copied().collect(),
    }
}

fn ask(model: &mut Model, form: impl FnOnce(&Shown, &Picked) -> Option<crate::screens::form::Form>) {
    let picked = picked(model);
    if let Some(form) = model.shown.as_ref().and_then(|shown| form(shown, &picked)) {
        model.layers.push(Layer::Form(form));
    } else {
        model.notice = Some(phrase("notices-none-chosen"));
    }
}

/// Writes what the rules allow, or tells why they do not.
fn sorted(
    model: &mut Model,
    work: impl FnOnce(&Issues) -> Result<Vec<NoticeStep>, NoticeError>,
) -> Result<Vec<NoticeStep>, Vec<Effect>> {
    let Some(shown) = &model.shown else {
        return Err(Vec::new());
    };
    work(&shown.holdings.issues).map_err(|error| {
        let failure = Failure::new(Exit::Refused, error.phrase());
        model.layers.push(Layer::Problem(failure));
        Vec::new()
    })
}

/// Merges the marked notices into the chosen one.
fn merge(model: &mut Model) -> Vec<Effect> {
    let picked = picked(model);
    let Some(into) = picked.chosen else {
        model.notice = Some(phrase("notices-none-chosen"));
        return Vec::new();
    };
    let others: Vec<NoticeId> = picked.marked.into_iter().filter(|id| *id != into).collect();
    if others.is_empty() {
        model.notice = Some(phrase("notices-mark-first"));
        return Vec::new();
    }
    merged(model, &others, into)
}

fn merged(model: &mut Model, others: &[NoticeId], into: NoticeId) -> Vec<Effect> {
    match sorted(model, |issues| issues.merge_notices(others, into)) {
        Err(effects) => effects,
        Ok(steps) => {
            model.issues.notices.marked.clear();
            model.notice = Some(
                phrase("notices-merged")
                    .with("count", others.len())
                    .with("into", into.to_string()),
            );
            write(model, steps)
        }
    }
}

/// Merges the later notice of the chosen pair into the earlier one.
fn merge_pair(model: &mut Model) -> Vec<Effect> {
    let state = &model.issues.notices;
    let pair = state.pairs.get(state.pair);
    if let Some((other, into)) = pair.map(|pair| (NoticeId(pair.second), NoticeId(pair.first))) {
        return merged(model, &[other], into);
    }
    model.notice = Some(phrase("notices-none-similar"));
    Vec::new()
}

/// Frees all that was merged into the chosen notice.
fn split(model: &mut Model) -> Vec<Effect> {
    let chosen = picked(model).chosen;
    let merged: Vec<NoticeId> = match (&model.shown, chosen) {
        (Some(shown), Some(id)) => shown.holdings.issues.merged_into(id).map(|notice| notice.id).collect(),
        _ => Vec::new(),
    };
    if merged.is_empty() {
        model.notice = Some(phrase("notices-nothing-merged"));
        return Vec::new();
    }
    match sorted(model, |issues| issues.unmerge_notices(&merged)) {
        Err(effects) => effects,
        Ok(steps) => {
            model.notice = Some(phrase("notices-freed").with("count", merged.len()));
            write(model, steps)
        }
    }
}

/// Takes the chosen notice out.
fn remove(model: &mut Model) -> Vec<Effect> {
    let Some(id) = picked(model).chosen else {
        model.notice = Some(phrase("notices-none-chosen"));
        return Vec::new();
    };
    match sorted(model, |issues| issues.remove_notices(&[id])) {
        Err(effects) => effects,
        Ok(steps) => {
            let removed = phrase("notices-removed").with("number", id.to_string());
            model.notice = Some(match steps.len() - 1 {
                0 => removed,
                freed => phrase("notices-removed-freed")
                    .with("removed", removed)
                    .with("count", freed),
            });
            write(model, steps)
        }
    }
}

/// Lists the notices that hold what is being typed.
pub fn find_notices(model: &mut Model) {
    if let Some(Layer::NoticeFind(input)) = model.layers.last() {
        input.text().clone_into(&mut model.issues.notices.filter);
        hold(model);
    }
}

/// Goes up or down, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    let Some(shown) = &model.shown else { return };
    let state = &mut model.issues.notices;
    match state.way {
        NoticesWay::List => {
            let lines = listed(shown, state);
            let row = stepped(state.row, steps, lines.len());
            let chosen = lines.get(row).map(|line| NoticeId(line.number));
            (state.row, state.chosen) = (row, chosen);
        }
        NoticesWay::Counts => {
            let found = &shown.issues.notices;
            let lines = found.heat.len() + found.places.len().max(found.groups.len());
            state.line = stepped(state.line, steps, lines);
        }
        NoticesWay::Similar => state.pair = stepped(state.pair, steps, state.pairs.len()),
    }
}

/// Keeps the notice chosen that was chosen, where it is still listed.
fn hold(model: &mut Model) {
    let Some(shown) = &model.shown else { return };
    let state = &mut model.issues.notices;
    let lines = listed(shown, state);
    let place = lines
        .iter()
        .position(|line| Some(NoticeId(line.number)) == state.chosen);
    state.row = stepped(place.unwrap_or(state.row), 0, lines.len());
    if place.is_none() {
        state.chosen = lines.get(state.row).map(|line| NoticeId(line.number));
    }
}

/// Keeps what is chosen within what the book holds now; after a new notice the form comes for the next one.
pub fn follow(model: &mut Model) {
    let again = model.issues.notices.again.take();
    let Some(shown) = &model.shown else { return };
    let issues = &shown.holdings.issues;
    let next = issues.next_notice();
    let state = &mut model.issues.notices;
    state.marked.retain(|id| issues.notice(*id).is_some_and(Notice::stands));
    if let Some(carried) = again {
        let last = NoticeId(next.0.saturating_sub(1));
        state.chosen = Some(last);
        let form = NoticeForm::add(next, shown.today, Some(&carried));
        model.layers.push(Layer::Form(form));
        model.notice = Some(phrase("notices-kept-next").with("number", last.to_string()));
    }
    look_up_pairs(model);
    hold(model);
    step(model, 0);
}
