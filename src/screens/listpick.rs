//! Taking another task list: which one, and where each task goes.

use super::action::{Command, turned};
use super::model::Model;
use super::tasklist::{Mode, state, write};
use super::update::{Effect, stepped};
use crate::phrase::phrase;
use crate::report::{self, Holdings};
use crate::worktime::{ListStep, Mapping, TaskCode, TaskList};

/// One task of today and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The task of today.
    pub old: TaskCode,
    /// The task that it becomes; `None` while nobody has said, or when it goes away.
    pub new: Option<TaskCode>,
    /// Whether something uses it, so that it needs a place.
    pub used: bool,
}

/// Where each task goes in the list that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The list that is taken.
    pub list: TaskList,
    /// Tasks of today: those without a place first.
    pub places: Vec<Place>,
    /// Chosen row.
    pub row: usize,
}

impl Places {
    fn of(holdings: &Holdings, list: &TaskList) -> Self {
        let mapping = report::known_mapping(holdings, list);
        let uses = report::task_uses(holdings);
        let tasks = holdings.founding.task_list.tasks.iter();
        let mut places: Vec<Place> = tasks
            .map(|task| Place {
                old: task.code.clone(),
                new: mapping.0.get(&task.code).cloned(),
                used: uses.contains_key(&task.code),
            })
            .collect();
        places.sort_by_key(|place| (place.new.is_some(), !place.used));
        Self {
            list: list.clone(),
            places,
            row: 0,
        }
    }

    /// Tasks in use that still have no place.
    pub fn missing(&self) -> usize {
        let places = self.places.iter();
        places.filter(|place| place.used && place.new.is_none()).count()
    }

    fn turn(&mut self, steps: isize) {
        let Some(place) = self.places.get_mut(self.row) else {
            return;
        };
        let tasks = &self.list.tasks;
        // Place 0 is nowhere, the tasks follow.
        let at = place.new.as_ref();
        let at = at.and_then(|new| tasks.iter().position(|task| task.code == *new));
        let next = turned(at.map_or(0, |at| at + 1), steps, tasks.len() + 1);
        place.new = next
            .checked_sub(1)
            .and_then(|at| tasks.get(at))
            .map(|task| task.code.clone());
    }

    fn step(&self) -> ListStep {
        let pairs = self
            .places
            .iter()
            .filter_map(|place| Some((place.old.clone(), place.new.clone()?)));
        ListStep {
            list: self.list.clone(),
            mapping: Mapping(pairs.collect()),
        }
    }
}

/// Lists that could be taken: all at hand but the one of today.
pub fn others(holdings: &Holdings) -> Vec<&TaskList> {
    let lists = holdings.catalog.task_lists().iter();
    lists.filter(|list| **list != holdings.founding.task_list).collect()
}

/// Chooses a list.
pub(super) fn obey_lists(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let holdings = model
        .shown
        .as_ref()
        .map(|shown| std::sync::Arc::clone(&shown.holdings))?;
    let state = state(model)?;
    let Mode::Lists(row) = &mut state.mode else {
        return None;
    };
    let lists = others(&holdings);
    match command {
        Command::Up => *row = stepped(*row, -1, lists.len()),
        Command::Down => *row = stepped(*row, 1, lists.len()),
        Command::Accept => {
            if let Some(list) = lists.get(*row) {
                state.mode = Mode::Places(Box::new(Places::of(&holdings, list)));
            }
        }
        Command::Back => state.mode = Mode::Rows,
        _ => return None,
    }
    Some(Vec::new())
}

/// Says where each task goes, and takes the list.
pub(super) fn obey_places(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let state = state(model)?;
    let Mode::Places(places) = &mut state.mode else {
        return None;
    };
    let count = places.places.len();
    match command {
        Command::Up => places.row = stepped(places.row, -1, count),
        Command::Down => places.row = stepped(places.row, 1, count),
        Command::PageUp => places.row = stepped(places.row, -10, count),
        Command::PageDown => places.row = stepped(places.row, 10, count),
        Command::First => places.row = 0,
        Command::Last => places.row = count.saturating_sub(1),
        Command::NextChoice => places.turn(1),
        Command::PreviousChoice => places.turn(-1),
        Command::ListSwitch if places.missing() > 0 => {
            let missing = places.missing();
            let first = places.places.iter().position(|place| place.used && place.new.is_none());
            places.row = first.unwrap_or(places.row);
            state.problem = Some(phrase("list-places-missing").with("count", missing));
        }
        Command::ListSwitch => {
            let step = places.step();
            return Some(write(model, step));
        }
        Command::Back => state.mode = Mode::Lists(0),
        _ => return None,
    }
    Some(Vec::new())
}
