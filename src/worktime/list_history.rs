//! The task lists that a book has used, and how the older ones are read today.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::sheet::{Cell, Share, Sheet};
use super::task_list::{TaskCode, TaskList};

/// Number of a task list in its book: 0 is the one of the founding, each change counts one on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListNumber(pub u16);

impl ListNumber {
    /// Whether it is the list of the founding.
    pub fn is_first(&self) -> bool {
        self.0 == 0
    }
}

/// From the tasks of a list to the tasks of the next one (業務分類の対応).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(pub BTreeMap<TaskCode, TaskCode>);

impl Mapping {
    /// Every task of a list that keeps its code in the next.
    pub fn by_code(older: &TaskList, newer: &TaskList) -> Self {
        let kept = older.tasks.iter().filter(|task| newer.task(&task.code).is_some());
        Self(kept.map(|task| (task.code.clone(), task.code.clone())).collect())
    }

    /// Every task of a list that has the same code and the same name in the next; a number alone may mean other work there.
    pub fn by_meaning(older: &TaskList, newer: &TaskList) -> Self {
        let same = |task: &TaskCode| {
            let names = older
                .task(task)
                .map(|task| &task.name.ja)
                .zip(newer.task(task).map(|task| &task.name.ja));
            names.is_some_and(|(older, newer)| older == newer)
        };
        let mut mapping = Self::by_code(older, newer);
        mapping.0.retain(|task, _| same(task));
        mapping
    }
}

/// A change of the task list: the new list, and what becomes of the tasks of the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListStep {
    /// The new list.
    pub list: TaskList,
    /// From the tasks of the list before; every task that a sheet uses has its place.
    pub mapping: Mapping,
}

/// The task lists of a book in order (業務分類の移り変わり).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListHistory {
    /// The list of the founding.
    pub first: TaskList,
    /// Each change since.
    pub steps: Vec<ListStep>,
}

impl ListHistory {
    /// The list that is used now.
    pub fn current(&self) -> &TaskList {
        self.steps.last().map_or(&self.first, |step| &step.list)
    }

    /// Its number.
    pub fn number(&self) -> ListNumber {
        ListNumber(u16::try_from(self.steps.len()).unwrap_or(u16::MAX))
    }

    /// The list with a number.
    pub fn list(&self, number: ListNumber) -> Option<&TaskList> {
        match usize::from(number.0).checked_sub(1) {
            None => Some(&self.first),
            Some(step) => self.steps.get(step).map(|step| &step.list),
        }
    }

    /// What a task of an older list is today; `None` when nobody has said.
    pub fn today(&self, task: &TaskCode, since: ListNumber) -> Option<TaskCode> {
        self.steps
            .iter()
            .skip(usize::from(since.0))
            .try_fold(task.clone(), |task, step| step.mapping.0.get(&task).cloned())
    }

    /// A sheet in the codes of the list that is used now; every minute stays in its cell, also where two tasks became one.
    pub fn in_todays_codes(&self, sheet: &Sheet) -> Sheet {
        if sheet.list == self.number() {
            return sheet.clone();
        }
        let list = self.current();
        let place = |code: &TaskCode| list.tasks.iter().position(|task| task.code == *code);
        let cells = sheet.cells.iter().map(|cell| {
            let mut shares: Vec<Share> = Vec::with_capacity(cell.shares.len());
            for Share(task, minutes) in &cell.shares {
                // The book takes no list without a place for every task in use.
                let task = self.today(task, sheet.list).unwrap_or_else(|| task.clone());
                match shares.iter_mut().find(|share| share.0 == task) {
                    Some(share) => share.1 += *minutes,
                    None => shares.push(Share(task, *minutes)),
                }
            }
            shares.sort_by_key(|share| place(&share.0));
            Cell {
                start: cell.start,
                shares,
            }
        });
        Sheet {
            cells: cells.collect(),
            list: self.number(),
            ..sheet.clone()
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::sheet::tests::sheet;
    use super::*;
    use crate::office::Minutes;

    /// A list of one category with these tasks.
    pub(crate) fn list(id: &str, codes: &[&str]) -> TaskList {
        let tasks: Vec<String> = codes
            .iter()
            .map(|code| format!(r#"{{"code":"{code}","category":"A","name":{{"ja":"","en":""}}}}"#))
            .collect();
        serde_json::from_str(&format!(
            r#"{{"id":"{id}","version":"1","title":{{"ja":"","en":""}},"source":"","slot_minutes":10,
                "categories":[{{"code":"A","name":{{"ja":"","en":""}},"kind":"direct"}}],"tasks":[{}]}}"#,
            tasks.join(",")
        ))
        .unwrap()
    }

    #[test]
    fn a_sheet_of_an_older_list_keeps_every_minute_in_its_cell() {
        let pairs = [("a", "2"), ("b", "2"), ("c", "1")];
        let mapping = pairs.map(|(from, to)| (TaskCode(from.to_owned()), TaskCode(to.to_owned())));
        let history = ListHistory {
            first: list("old", &["a", "b", "c"]),
            steps: vec![ListStep {
                list: list("new", &["1", "2"]),
                mapping: Mapping(mapping.into_iter().collect()),
            }],
        };
        let old = sheet(
            Some((540, 560)),
            &[(540, &[("a", 3), ("b", 4), ("c", 3)]), (550, &[("b", 10)])],
        );
        let new = history.in_todays_codes(&old);
        let shares: Vec<Vec<(&str, Minutes)>> = new
            .cells
            .iter()
            .map(|cell| cell.shares.iter().map(|share| (share.0.as_str(), share.1)).collect())
            .collect();
        assert_eq!(
            shares,
            [vec![("1", Minutes(3)), ("2", Minutes(7))], vec![("2", Minutes(10))]]
        );
        assert_eq!((new.filled(), new.list), (old.filled(), ListNumber(1)));
        assert_eq!(history.in_todays_codes(&new), new);
    }
}
