//! Taking another task list: what uses the tasks of today, and everything that moves with them.

use super::holdings::Holdings;
use crate::book::Change;
use crate::worktime::{
    ListStep, Mapping, MeterSettings, Move, Scenario, Sheet, TaskCode, TaskList, TaskUse, TaskUses, base_id,
};

/// Where each task of the list of today is in use.
pub fn task_uses(holdings: &Holdings) -> TaskUses {
    let mut uses = TaskUses::new();
    let mut count = |tasks: Vec<TaskCode>, of: fn(&mut TaskUse) -> &mut usize| {
        let mut tasks = tasks;
        tasks.sort();
        tasks.dedup();
        for task in tasks {
            *of(uses.entry(task).or_default()) += 1;
        }
    };
    for (_, sheet) in &holdings.sheets {
        count(tasks_of(sheet), |used| &mut used.sheets);
    }
    for (_, plan) in &holdings.plans {
        count(tasks_of(plan), |used| &mut used.plans);
    }
    for timing in &holdings.timings {
        let tasks = timing.entries.iter();
        let today = tasks.filter_map(|entry| holdings.lists.today(&entry.task, timing.list));
        count(today.collect(), |used| &mut used.timings);
    }
    for scenario in &holdings.scenarios {
        let tasks = scenario.moves.iter().map(|step| step.task.clone());
        count(tasks.collect(), |used| &mut used.settings);
    }
    for task in holdings.tags.values() {
        count(vec![task.clone()], |used| &mut used.settings);
    }
    if let Some(meters) = &holdings.meters {
        count(meters.wasteful.clone(), |used| &mut used.settings);
    }
    uses
}

fn tasks_of(sheet: &Sheet) -> Vec<TaskCode> {
    let shares = sheet.cells.iter().flat_map(|cell| &cell.shares);
    shares.map(|share| share.0.clone()).collect()
}

/// The way from the list of today to another, as far as it is known: by the data file for the two lists, and of tasks with the
/// same code and name.
pub fn known_mapping(holdings: &Holdings, next: &TaskList) -> Mapping {
    let today = &holdings.founding.task_list;
    let mut mapping = Mapping::by_meaning(today, next);
    if (&today.id, &today.version) == (&next.id, &next.version) {
        mapping = Mapping::by_code(today, next);
    }
    if let Some(told) = holdings.catalog.mapping(base_id(&today.id), base_id(&next.id)) {
        let told = told.0.into_iter();
        mapping
            .0
            .extend(told.filter(|(old, new)| today.task(old).is_some() && next.task(new).is_some()));
    }
    mapping
}

/// Tasks in use without a place in the next list, in the order of the list of today.
pub fn without_place(holdings: &Holdings, mapping: &Mapping) -> Vec<(TaskCode, TaskUse)> {
    let uses = task_uses(holdings);
    let tasks = holdings.founding.task_list.tasks.iter();
    tasks
        .filter(|task| !mapping.0.contains_key(&task.code))
        .filter_map(|task| Some((task.code.clone(), *uses.get(&task.code)?)))
        .collect()
}

/// Everything that is written when another list is taken: the list, and the settings that name tasks in their new codes.
pub fn list_changes(holdings: &Holdings, step: ListStep) -> Vec<Change> {
    let today = |task: &TaskCode| step.mapping.0.get(task).cloned();
    let mut changes = Vec::new();
    for (tag, task) in &holdings.tags {
        let after = today(task);
        if after.as_ref() != Some(task) {
            let (tag, before) = (tag.clone(), Some(task.clone()));
            changes.push(Change::TagMapped { tag, before, after });
        }
    }
    if let Some(before) = &holdings.meters {
        let mut wasteful: Vec<TaskCode> = before.wasteful.iter().filter_map(today).collect();
        let list = &step.list.tasks;
        wasteful.sort_by_key(|code| list.iter().position(|task| task.code == *code));
        wasteful.dedup();
        if wasteful != before.wasteful {
            let after = MeterSettings {
                wasteful,
                ..before.clone()
            };
            let (before, after) = (Some(before.clone()), Some(after));
            changes.push(Change::MetersSet { before, after });
        }
    }
    for before in &holdings.scenarios {
        let moved = |step: &Move| {
            Some(Move {
                task: today(&step.task)?,
                ..step.clone()
            })
        };
        let after = Scenario {
            moves: before.moves.iter().filter_map(moved).collect(),
            ..before.clone()
        };
        if after != *before {
            let (before, after) = (Some(Box::new(before.clone())), Some(Box::new(after)));
            changes.push(Change::ScenarioKept { before, after });
        }
    }
    changes.insert(0, Change::TaskListTaken(Box::new(step)));
    changes
}
