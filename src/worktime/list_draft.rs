//! A task list while it is edited.

use std::collections::BTreeSet;

use super::list_edit::{LONGEST_NAME, ListEditError};
use super::list_history::{ListStep, Mapping};
use super::task_list::{Category, CategoryCode, Hue, Task, TaskCode, TaskList};
use super::task_use::TaskUses;
use crate::office::{Bilingual, fold, printable};

/// Most letters of a code.
const LONGEST_CODE: usize = 8;
/// What the id of a list ends in once an office has made it its own.
const OWN: &str = "-own";

/// A task list while it is edited (業務分類の編集); codes stay what they are, so that no sheet changes its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListDraft {
    before: TaskList,
    list: TaskList,
    removed: BTreeSet<TaskCode>,
}

/// A task or a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListItem {
    /// A category.
    Category(CategoryCode),
    /// A task.
    Task(TaskCode),
}

impl ListDraft {
    /// Begins with a list; its tasks are put in the order of their categories.
    pub fn of(list: &TaskList) -> Self {
        let mut draft = Self {
            before: list.clone(),
            list: list.clone(),
            removed: BTreeSet::new(),
        };
        draft.order();
        draft
    }

    /// The list as it is so far.
    pub fn list(&self) -> &TaskList {
        &self.list
    }

    /// Whether anything differs from the list that it began with.
    pub fn is_changed(&self) -> bool {
        let mut same = Self::of(&self.before);
        same.order();
        same.list != self.list
    }

    /// Categories, each followed by its tasks.
    pub fn items(&self) -> Vec<ListItem> {
        let mut items = Vec::new();
        for category in &self.list.categories {
            items.push(ListItem::Category(category.code.clone()));
            let tasks = self.list.tasks.iter().filter(|task| task.category == category.code);
            items.extend(tasks.map(|task| ListItem::Task(task.code.clone())));
        }
        items
    }

    /// The task or category with a code that a person wrote.
    pub fn item(&self, written: &str) -> Result<ListItem, ListEditError> {
        let code = fold(written);
        if let Some(task) = self.list.tasks.iter().find(|task| task.code.0 == code) {
            return Ok(ListItem::Task(task.code.clone()));
        }
        let category = self.list.categories.iter().find(|category| category.code.0 == code);
        category
            .map(|category| ListItem::Category(category.code.clone()))
            .ok_or(ListEditError::NoSuchCode(code))
    }

    /// Adds a task at the end of its category.
    pub fn add(&mut self, code: &str, category: &str, name: &Bilingual) -> Result<TaskCode, ListEditError> {
        let code = self.free_code(code)?;
        let category = CategoryCode(fold(category));
        if self.list.category(&category).is_none() {
            return Err(ListEditError::NoSuchCategory(category.0));
        }
        let code = TaskCode(code);
        self.list.tasks.push(Task {
            code: code.clone(),
            category,
            name: clean_name(name)?,
            note: None,
            free_note: false,
            key: None,
            colour: None,
        });
        self.order();
        Ok(code)
    }

    /// The first number that no task and no category has.
    pub fn next_code(&self) -> String {
        let numbers = self
            .list
            .tasks
            .iter()
            .filter_map(|task| task.code.0.parse::<u32>().ok());
        let mut number = numbers.max().unwrap_or(0).saturating_add(1);
        while self.is_taken(&number.to_string()) {
            number += 1;
        }
        number.to_string()
    }

    /// Gives a task or category another name.
    pub fn rename(&mut self, item: &ListItem, name: &Bilingual) -> Result<(), ListEditError> {
        let name = clean_name(name)?;
        match item {
            ListItem::Category(code) => self.category(code)?.name = name,
            ListItem::Task(code) => self.task(code)?.name = name,
        }
        Ok(())
    }

    /// Gives a task or category a colour, or takes it away.
    pub fn colour(&mut self, item: &ListItem, colour: Option<Hue>) -> Result<(), ListEditError> {
        match item {
            ListItem::Category(code) => self.category(code)?.colour = colour,
            ListItem::Task(code) => self.task(code)?.colour = colour,
        }
        Ok(())
    }

    /// Gives a task a key, or takes it away.
    pub fn key(&mut self, item: &ListItem, key: Option<&str>) -> Result<(), ListEditError> {
        let code = match item {
            ListItem::Task(code) => code,
            ListItem::Category(code) => return Err(ListEditError::NoKeyHere(code.0.clone())),
        };
        let Some(written) = key else {
            self.task(code)?.key = None;
            return Ok(());
        };
        let folded = fold(written).to_lowercase();
        let mut letters = folded.chars();
        let (Some(key), None) = (letters.next(), letters.next()) else {
            return Err(ListEditError::BadKey(printable(written)));
        };
        if printable(&folded).is_empty() {
            return Err(ListEditError::BadKey(printable(written)));
        }
        let other = self
            .list
            .tasks
            .iter()
            .find(|task| task.key == Some(key) && task.code != *code);
        if let Some(other) = other {
            return Err(ListEditError::KeyTaken(key, other.code.0.clone()));
        }
        self.task(code)?.key = Some(key);
        Ok(())
    }

    /// Puts a task or category at a place, counted from 0: a task within its category, a category among the categories.
    pub fn place(&mut self, item: &ListItem, place: usize) -> Result<(), ListEditError> {
        match item {
            ListItem::Category(code) => {
                let at = self.list.categories.iter().position(|category| category.code == *code);
                let at = at.ok_or_else(|| ListEditError::NoSuchCode(code.0.clone()))?;
                let category = self.list.categories.remove(at);
                let place = place.min(self.list.categories.len());
                self.list.categories.insert(place, category);
                self.order();
            }
            ListItem::Task(code) => {
                let at = self.list.tasks.iter().position(|task| task.code == *code);
                let at = at.ok_or_else(|| ListEditError::NoSuchCode(code.0.clone()))?;
                let task = self.list.tasks.remove(at);
                let others = self.list.tasks.iter().enumerate();
                let mut others = others
                    .filter(|(_, other)| other.category == task.category)
                    .map(|(at, _)| at);
                let place = match others.clone().nth(place) {
                    Some(place) => place,
                    None => others.next_back().map_or(at, |last| last + 1),
                };
                self.list.tasks.insert(place, task);
            }
        }
        Ok(())
    }

    /// Puts a task before another of its category, or a category before another.
    pub fn place_before(&mut self, item: &ListItem, other: &ListItem) -> Result<(), ListEditError> {
        let place = match (item, other) {
            (ListItem::Task(code), ListItem::Task(before)) => {
                let category = self.task(code)?.category.clone();
                if self.task(before)?.category != category {
                    return Err(ListEditError::OtherCategory(code.0.clone(), before.0.clone()));
                }
                let mine = self
                    .list
                    .tasks
                    .iter()
                    .filter(|task| task.category == category && task.code != *code);
                mine.map(|task| &task.code).position(|other| other == before)
            }
            (ListItem::Category(code), ListItem::Category(before)) => {
                let others = self.list.categories.iter().filter(|category| category.code != *code);
                others.map(|category| &category.code).position(|other| other == before)
            }
            (one, other) => return Err(ListEditError::OtherCategory(code_of(one), code_of(other))),
        };
        match place {
            Some(place) => self.place(item, place),
            // Before itself: it stays where it is.
            None => Ok(()),
        }
    }

    /// Moves a task within its category, or a category, by so many places.
    pub fn shift(&mut self, item: &ListItem, steps: isize) -> Result<(), ListEditError> {
        let at = match item {
            ListItem::Category(code) => self.list.categories.iter().position(|category| category.code == *code),
            ListItem::Task(code) => {
                let category = self.task(code)?.category.clone();
                let mine = self.list.tasks.iter().filter(|task| task.category == category);
                mine.map(|task| &task.code).position(|other| other == code)
            }
        };
        let at = at.ok_or_else(|| ListEditError::NoSuchCode(code_of(item)))?;
        self.place(item, at.saturating_add_signed(steps))
    }

    /// Takes a task out that nobody uses, or a category without tasks.
    pub fn remove(&mut self, item: &ListItem, uses: &TaskUses) -> Result<(), ListEditError> {
        match item {
            ListItem::Task(code) => {
                self.task(code)?;
                let is_new = self.before.task(code).is_none() || self.removed.contains(code);
                if let Some(used) = uses.get(code).filter(|_| !is_new) {
                    return Err(ListEditError::InUse(code.0.clone(), *used));
                }
                if self.list.tasks.len() == 1 {
                    return Err(ListEditError::LastTask);
                }
                self.list.tasks.retain(|task| task.code != *code);
                self.removed.insert(code.clone());
            }
            ListItem::Category(code) => {
                self.category(code)?;
                if self.list.tasks.iter().any(|task| task.category == *code) {
                    return Err(ListEditError::HasTasks(code.0.clone()));
                }
                self.list.categories.retain(|category| category.code != *code);
            }
        }
        Ok(())
    }

    /// The edited list with the way from the one before; `None` when nothing was changed.
    ///
    /// A list of which more than colours and keys changed is the office's own and gets an id that says so.
    pub fn step(&self) -> Option<ListStep> {
        if !self.is_changed() {
            return None;
        }
        let mut list = self.list.clone();
        if plain(&Self::of(&self.before).list) != plain(&self.list) {
            let base = base_id(&self.before.id).to_owned();
            let count: u32 = if self.before.id == base {
                0
            } else {
                self.before.version.parse().unwrap_or(0)
            };
            list.version = count.saturating_add(1).to_string();
            list.source = format!("自前（{base}）");
            list.id = base + OWN;
        }
        let mut mapping = Mapping::by_code(&self.before, &list);
        mapping.0.retain(|task, _| !self.removed.contains(task));
        Some(ListStep { list, mapping })
    }

    fn order(&mut self) {
        let categories = &self.list.categories;
        self.list
            .tasks
            .sort_by_key(|task| categories.iter().position(|category| category.code == task.category));
    }

    fn task(&mut self, code: &TaskCode) -> Result<&mut Task, ListEditError> {
        let task = self.list.tasks.iter_mut().find(|task| task.code == *code);
        task.ok_or_else(|| ListEditError::NoSuchCode(code.0.clone()))
    }

    fn category(&mut self, code: &CategoryCode) -> Result<&mut Category, ListEditError> {
        let category = self.list.categories.iter_mut().find(|category| category.code == *code);
        category.ok_or_else(|| ListEditError::NoSuchCode(code.0.clone()))
    }

    fn is_taken(&self, code: &str) -> bool {
        let tasks = self.list.tasks.iter().map(|task| task.code.as_str());
        tasks
            .chain(self.list.categories.iter().map(|category| category.code.as_str()))
            .any(|other| other == code)
    }

    fn free_code(&self, written: &str) -> Result<String, ListEditError> {
        let code = printable(&fold(written));
        let length = code.chars().count();
        if length == 0 || length > LONGEST_CODE || !code.chars().all(char::is_alphanumeric) {
            return Err(ListEditError::BadCode(code));
        }
        if self.is_taken(&code) {
            return Err(ListEditError::CodeTaken(code));
        }
        Ok(code)
    }
}

/// The id of the list that an office made its own; of any other list its id.
pub fn base_id(id: &str) -> &str {
    id.strip_suffix(OWN).unwrap_or(id)
}

/// A list without its colours and keys.
fn plain(list: &TaskList) -> TaskList {
    let mut list = list.clone();
    for category in &mut list.categories {
        category.colour = None;
    }
    for task in &mut list.tasks {
        task.colour = None;
        task.key = None;
    }
    list
}

fn code_of(item: &ListItem) -> String {
    match item {
        ListItem::Category(code) => code.0.clone(),
        ListItem::Task(code) => code.0.clone(),
    }
}

/// A name in both languages; without an English one the Japanese stands for it.
fn clean_name(name: &Bilingual) -> Result<Bilingual, ListEditError> {
    let clean = |name: &str| printable(name).trim().to_owned();
    let (ja, en) = (clean(&name.ja), clean(&name.en));
    let fits = |name: &str| (1..=LONGEST_NAME).contains(&name.chars().count());
    let en = if en.is_empty() { ja.clone() } else { en };
    if fits(&ja) && fits(&en) {
        Ok(Bilingual { ja, en })
    } else {
        Err(ListEditError::BadName)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worktime::TaskUse;

    fn list() -> TaskList {
        let task = |code: &str, category: &str| {
            format!(r#"{{"code":"{code}","category":"{category}","name":{{"ja":"業務{code}","en":"t{code}"}}}}"#)
        };
        let category = |code: &str, kind: &str| {
            format!(r#"{{"code":"{code}","name":{{"ja":"{code}","en":"{code}"}},"kind":"{kind}"}}"#)
        };
        let tasks = [task("1", "A"), task("2", "A"), task("3", "A"), task("11", "B")];
        let categories = [category("A", "direct"), category("B", "indirect")];
        serde_json::from_str(&format!(
            r#"{{"id":"kasan-2024","version":"2024","title":{{"ja":"","en":""}},"source":"様式","slot_minutes":10,
                "categories":[{}],"tasks":[{}]}}"#,
            categories.join(","),
            tasks.join(",")
        ))
        .unwrap()
    }

    fn name(ja: &str) -> Bilingual {
        Bilingual {
            ja: ja.to_owned(),
            en: String::new(),
        }
    }

    fn task(code: &str) -> ListItem {
        ListItem::Task(TaskCode(code.to_owned()))
    }

    fn codes(draft: &ListDraft) -> Vec<&str> {
        draft.list().tasks.iter().map(|task| task.code.as_str()).collect()
    }

    #[test]
    fn a_list_with_new_work_is_the_offices_own_and_every_old_task_keeps_its_place() {
        let mut draft = ListDraft::of(&list());
        assert_eq!(draft.step(), None);
        assert_eq!(draft.next_code(), "12");
        draft.add("１２", "B", &name("送迎")).unwrap();
        let step = draft.step().unwrap();
        assert_eq!(
            (step.list.id.as_str(), step.list.version.as_str()),
            ("kasan-2024-own", "1")
        );
        assert_eq!(step.mapping, Mapping::by_code(&list(), &step.list));
        assert_eq!(step.mapping.0.len(), 4);
        assert_eq!(step.list.tasks[4].name.en, "送迎");
        assert_eq!(step.list.validate(), Ok(()));
        let mut again = ListDraft::of(&step.list);
        again.rename(&task("12"), &name("送り迎え")).unwrap();
        let again = again.step().unwrap().list;
        assert_eq!((again.id.as_str(), again.version.as_str()), ("kasan-2024-own", "2"));
        assert_eq!(base_id(&again.id), "kasan-2024");
    }

    #[test]
    fn colours_and_keys_leave_the_list_what_it_is() {
        let mut draft = ListDraft::of(&list());
        draft.colour(&task("11"), Some(Hue::Blue)).unwrap();
        draft.colour(&draft.item("A").unwrap(), Some(Hue::Orange)).unwrap();
        draft.key(&task("11"), Some("Ｋ")).unwrap();
        let step = draft.step().unwrap();
        assert_eq!(
            (step.list.id.as_str(), step.list.tasks[3].key),
            ("kasan-2024", Some('k'))
        );
        assert_eq!(
            draft.key(&task("1"), Some("k")),
            Err(ListEditError::KeyTaken('k', "11".to_owned()))
        );
        assert!(draft.key(&task("1"), Some("ab")).is_err());
        draft.colour(&task("11"), None).unwrap();
        draft.colour(&draft.item("A").unwrap(), None).unwrap();
        draft.key(&task("11"), None).unwrap();
        assert_eq!(draft.step(), None);
    }

    #[test]
    fn tasks_move_within_their_category_and_categories_take_their_tasks_along() {
        let mut draft = ListDraft::of(&list());
        draft.shift(&task("3"), -1).unwrap();
        assert_eq!(codes(&draft), ["1", "3", "2", "11"]);
        draft.shift(&task("3"), 5).unwrap();
        draft.shift(&task("11"), -1).unwrap();
        assert_eq!(codes(&draft), ["1", "2", "3", "11"]);
        draft.place_before(&task("3"), &task("1")).unwrap();
        assert_eq!(codes(&draft), ["3", "1", "2", "11"]);
        draft.place(&task("3"), 1).unwrap();
        assert_eq!(codes(&draft), ["1", "3", "2", "11"]);
        assert!(draft.place_before(&task("3"), &task("11")).is_err());
        draft.shift(&draft.item("B").unwrap(), -1).unwrap();
        assert_eq!(codes(&draft), ["11", "1", "3", "2"]);
        assert_eq!(draft.step().unwrap().mapping.0.len(), 4);
    }

    #[test]
    fn a_task_in_use_stays_and_says_where_it_is_used() {
        let mut draft = ListDraft::of(&list());
        let used = TaskUse {
            sheets: 12,
            ..TaskUse::default()
        };
        let uses = TaskUses::from([(TaskCode("2".to_owned()), used)]);
        assert_eq!(
            draft.remove(&task("2"), &uses),
            Err(ListEditError::InUse("2".to_owned(), used))
        );
        draft.remove(&task("3"), &uses).unwrap();
        // A new task with the number of the old one is not the old one.
        draft.add("3", "B", &name("別の業務")).unwrap();
        let step = draft.step().unwrap();
        assert!(!step.mapping.0.contains_key(&TaskCode("3".to_owned())));
        draft.remove(&task("3"), &uses).unwrap();
        assert!(draft.remove(&draft.item("A").unwrap(), &uses).is_err());
    }

    #[test]
    fn codes_and_names_that_cannot_stand_on_a_sheet_are_refused() {
        let mut draft = ListDraft::of(&list());
        assert_eq!(
            draft.add("11", "A", &name("x")),
            Err(ListEditError::CodeTaken("11".to_owned()))
        );
        assert!(matches!(
            draft.add("1 2", "A", &name("x")),
            Err(ListEditError::BadCode(_))
        ));
        assert_eq!(
            draft.add("12", "Z", &name("x")),
            Err(ListEditError::NoSuchCategory("Z".to_owned()))
        );
        assert_eq!(draft.add("12", "A", &name(" ")), Err(ListEditError::BadName));
        assert!(!draft.is_changed());
    }
}
