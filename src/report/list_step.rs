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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::office::Office;
    use crate::worktime::{NightHours, Wave, Way};

    fn code(code: &str) -> TaskCode {
        TaskCode(code.to_owned())
    }

    /// A book of the older list with settings that name its tasks.
    fn holdings() -> Holdings {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2022").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let moved = Move {
            way: Way::Combine,
            task: code("19"),
            from_hour: 9,
            to_hour: None,
            minutes: 10,
        };
        Holdings {
            meters: Some(MeterSettings {
                slack_percent: 5,
                wasteful: vec![code("11"), code("19")],
            }),
            tags: BTreeMap::from([("記録".to_owned(), code("11")), ("清掃".to_owned(), code("19"))]),
            scenarios: vec![Scenario {
                name: "案1".to_owned(),
                wave: Wave::Before,
                moves: vec![moved],
            }],
            ..Holdings::empty(founding, catalog)
        }
    }

    #[test]
    fn settings_that_name_tasks_move_with_the_list() {
        let holdings = holdings();
        let list = holdings.catalog.task_list("kasan-2024").unwrap().clone();
        let mut mapping = known_mapping(&holdings, &list);
        mapping.0.insert(code("19"), code("21"));
        let changes = list_changes(&holdings, ListStep { list, mapping });
        assert!(matches!(changes.first(), Some(Change::TaskListTaken(_))));
        let tags: Vec<(&str, Option<&TaskCode>)> = changes
            .iter()
            .filter_map(|change| match change {
                Change::TagMapped { tag, after, .. } => Some((tag.as_str(), after.as_ref())),
                _ => None,
            })
            .collect();
        assert_eq!(tags, [("清掃", Some(&code("21")))]);
        let wasteful = changes.iter().find_map(|change| match change {
            Change::MetersSet { after: Some(after), .. } => Some(after.wasteful.clone()),
            _ => None,
        });
        assert_eq!(wasteful, Some(vec![code("11"), code("21")]));
        let moves = changes.iter().find_map(|change| match change {
            Change::ScenarioKept { after: Some(after), .. } => Some(after.moves[0].task.clone()),
            _ => None,
        });
        assert_eq!(moves, Some(code("21")));
    }

    #[test]
    fn a_task_that_only_a_setting_names_needs_a_place_too() {
        let holdings = holdings();
        let missing = without_place(&holdings, &Mapping::default());
        let codes: Vec<(&str, usize)> = missing
            .iter()
            .map(|(code, used)| (code.as_str(), used.settings))
            .collect();
        assert_eq!(codes, [("11", 2), ("19", 3)]);
        let list = holdings.catalog.task_list("night").unwrap();
        let known = known_mapping(&holdings, list);
        assert_eq!(known.0.get(&code("11")), Some(&code("11")));
        // The same number with another name is not taken for the same work.
        assert_eq!(known.0.get(&code("1")), None);
    }
}
