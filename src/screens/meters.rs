//! ムリ・ムダ・ムラ: marking the work that is to be reduced, and setting the meters.

use super::action::Command;
use super::errand::{Errand, meters_set};
use super::model::{Layer, Model};
use super::update::{Effect, run, stepped};
use crate::worktime::{MeterSettings, TaskCode};

/// The list in which tasks are marked as to be reduced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// What was set before.
    before: Option<MeterSettings>,
    /// Tasks of the list in order, and whether each is marked.
    pub tasks: Vec<(TaskCode, bool)>,
    /// Chosen row.
    pub row: usize,
}

/// Does what a key asks for among the meters.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let before = shown.holdings.meters.clone();
    match command {
        Command::SetMeters => model.layers.push(Layer::Form(Errand::SetMeters(before).form())),
        Command::MarkTasks => {
            let marked = before.clone().unwrap_or_default().wasteful;
            let tasks = shown.holdings.founding.task_list.tasks.iter();
            let tasks = tasks.map(|task| (task.code.clone(), marked.contains(&task.code)));
            let marks = Marks {
                before,
                tasks: tasks.collect(),
                row: 0,
            };
            model.layers.push(Layer::Marks(marks));
        }
        _ => {}
    }
    Vec::new()
}

/// Does what a key asks for in the list of marks; `None` for what the list knows nothing of.
pub fn obey_marks(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let Some(Layer::Marks(marks)) = model.layers.last_mut() else {
        return None;
    };
    match command {
        Command::ToggleMark => {
            if let Some((_, marked)) = marks.tasks.get_mut(marks.row) {
                *marked = !*marked;
            }
        }
        Command::Accept => {
            let before = marks.before.clone();
            let after = MeterSettings {
                wasteful: marks
                    .tasks
                    .iter()
                    .filter(|(_, marked)| *marked)
                    .map(|(code, _)| code.clone())
                    .collect(),
                ..before.clone().unwrap_or_default()
            };
            model.layers.pop();
            if before.clone().unwrap_or_default() == after {
                return Some(Vec::new());
            }
            return Some(run(model, meters_set(before, after)));
        }
        _ => {
            let count = marks.tasks.len();
            marks.row = stepped(marks.row, super::scenario::steps(command)?, count);
        }
    }
    Some(Vec::new())
}
