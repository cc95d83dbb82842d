//! 委員会: what is chosen, and what its keys do.

use super::meeting_form::MeetingForm;
use crate::book::{Change, Occasion};
use crate::issues::Meeting;
use crate::phrase::phrase;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// What is chosen in the view (委員会).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeetingsState {
    /// Chosen row.
    pub row: usize,
    /// How many meetings there were when the page was last looked at.
    seen: usize,
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// The chosen meeting.
fn chosen(model: &Model) -> Option<&Meeting> {
    let shown = model.shown.as_ref()?;
    let line = shown.issues.meetings.meetings.get(model.issues.meetings.row)?;
    shown.holdings.issues.meetings.iter().find(|it| it.id.0 == line.number)
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if !matches!(command, Command::IssueAdd | Command::IssueEdit | Command::IssueRemove) {
        return None;
    }
    let shown = model.shown.as_ref()?;
    if command == Command::IssueAdd {
        let form = MeetingForm::form(shown, None);
        model.layers.push(Layer::Form(form));
        return Some(Vec::new());
    }
    let Some(meeting) = chosen(model).cloned() else {
        model.notice = Some(phrase("meetings-none-chosen"));
        return Some(Vec::new());
    };
    if command == Command::IssueEdit {
        let form = MeetingForm::form(shown, Some(meeting));
        model.layers.push(Layer::Form(form));
        return Some(Vec::new());
    }
    let occasion = Occasion::MeetingKept(meeting.date);
    let change = Change::MeetingKept {
        before: Some(Box::new(meeting)),
        after: None,
    };
    Some(run(model, Job::Apply(occasion, vec![change])))
}

/// Goes up or down, and stays within what is there; a meeting that has just come is gone to.
pub fn step(model: &mut Model, steps: isize) {
    let newest = model.shown.as_ref().and_then(|shown| {
        let meetings = &shown.issues.meetings.meetings;
        let place = meetings.iter().enumerate().max_by_key(|(_, line)| line.number);
        place.map(|(place, _)| place)
    });
    let rows = model
        .shown
        .as_ref()
        .map_or(0, |shown| shown.issues.meetings.meetings.len());
    let state = &mut model.issues.meetings;
    if let Some(newest) = newest.filter(|_| state.seen > 0 && rows == state.seen + 1) {
        state.row = newest;
    }
    state.seen = rows;
    state.row = stepped(state.row, steps, rows);
}
