//! What must come out of the sample, added up from what was thrown and not from the files.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use yutori::worktime::{TaskCode, TaskList};

use super::files::Filed;

type Minutes = BTreeMap<String, u32>;

/// Exact totals of one wave.
#[derive(Default)]
struct Totals {
    all: u32,
    task: Minutes,
    category: Minutes,
    hour: Minutes,
    staff: Minutes,
    staff_task: BTreeMap<String, Minutes>,
}

impl Totals {
    fn add(&mut self, staff: &str, minute: u16, task: u8, tasks: &TaskList) {
        let code = task.to_string();
        let category = tasks.category_of(&TaskCode(code.clone())).expect("a task of the list");
        self.all += 1;
        *self.category.entry(category.code.to_string()).or_default() += 1;
        *self.hour.entry((minute / 60 % 24).to_string()).or_default() += 1;
        *self.staff.entry(staff.to_owned()).or_default() += 1;
        *self
            .staff_task
            .entry(staff.to_owned())
            .or_default()
            .entry(code.clone())
            .or_default() += 1;
        *self.task.entry(code).or_default() += 1;
    }
}

/// The totals of all waves as JSON; `files` are the numbers of 別添4 workbooks.
pub fn expected(waves: &[(String, Vec<Filed>, usize)], tasks: &TaskList) -> Value {
    let everybody = waves.iter().flat_map(|(_, sheets, _)| sheets);
    let staff: BTreeSet<&str> = everybody.clone().map(|filed| filed.person.code).collect();
    let dates: BTreeSet<_> = everybody.map(|filed| filed.date).collect();
    let waves: Map<String, Value> = waves
        .iter()
        .map(|(id, sheets, files)| (id.clone(), wave(sheets, *files, tasks)))
        .collect();
    json!({ "staff": staff.len(), "days": dates.len() / waves.len(), "waves": waves })
}

fn wave(sheets: &[Filed], files: usize, tasks: &TaskList) -> Value {
    let mut totals = Totals::default();
    let mut unfilled = 0;
    for filed in sheets {
        for stretch in &filed.worked.stretches {
            for minute in stretch.start..stretch.start + stretch.minutes {
                totals.add(filed.person.code, minute, stretch.task, tasks);
            }
        }
        unfilled += filed.unfilled;
    }
    json!({
        "files": files,
        "sheets": sheets.len(),
        "minutes": totals.all,
        "unfilled": unfilled,
        "task": totals.task,
        "category": totals.category,
        "hour": totals.hour,
        "staff": totals.staff,
        "staff_task": totals.staff_task,
    })
}
