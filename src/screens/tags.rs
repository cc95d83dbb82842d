//! The page on which a person says what the words of another program mean.

use super::action::{Command, turned};
use super::desk::Job;
use super::form::FormKind;
use super::input::Input;
use super::model::{Layer, Model};
use super::update::{Effect, run};
use crate::book::{Change, Occasion};
use crate::phrase::phrase;
use crate::worktime::TaskList;

/// A word and the task that it is to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagRow {
    /// The word.
    pub tag: String,
    /// What was typed: the code or the name of a task.
    pub typed: Input,
    /// Place of the task in the list; `None` as long as nobody has said.
    pub task: Option<usize>,
}

/// The words of a file that was refused because of them (タグの対応).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TagsPage {
    /// The words.
    pub rows: Vec<TagRow>,
    /// The one that has the keys.
    pub row: usize,
    /// Whether they are being written to the book.
    saving: bool,
}

impl TagsPage {
    /// A page for words.
    pub fn of(tags: &[String]) -> Self {
        let row = |tag: &String| TagRow {
            tag: tag.clone(),
            typed: Input::default(),
            task: None,
        };
        Self {
            rows: tags.iter().map(row).collect(),
            ..Self::default()
        }
    }

    /// Changes what is typed for the chosen word, and looks up what it means.
    pub fn edit(&mut self, tasks: &TaskList, change: impl FnOnce(&mut Input)) {
        let Some(row) = self.rows.get_mut(self.row) else { return };
        change(&mut row.typed);
        let found = tasks.find(row.typed.text());
        row.task = found.and_then(|found| tasks.tasks.iter().position(|task| task.code == found.code));
    }

    fn step(&mut self, steps: isize) {
        self.row = turned(self.row, steps, self.rows.len());
    }

    fn turn(&mut self, tasks: &TaskList, steps: isize) {
        let Some(row) = self.rows.get_mut(self.row) else { return };
        let at = match row.task {
            Some(at) => turned(at, steps, tasks.tasks.len()),
            None if steps < 0 => tasks.tasks.len().saturating_sub(1),
            None => 0,
        };
        if let Some(task) = tasks.tasks.get(at) {
            row.typed = Input::of(task.code.as_str());
            row.task = Some(at);
        }
    }
}

/// Does what a key asks for on the page; `None` for what it means on every page.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::NextChoice => with_page(model, |page, tasks| page.turn(tasks, 1)),
        Command::PreviousChoice => with_page(model, |page, tasks| page.turn(tasks, -1)),
        Command::NextField | Command::Accept => with_page(model, |page, _| page.step(1)),
        Command::PreviousField => with_page(model, |page, _| page.step(-1)),
        Command::SaveTags => return Some(save(model)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Opens the page for the words of the results that are shown.
pub fn open(model: &mut Model) {
    let Some(Layer::Results(finding, _)) = model.layers.last() else {
        return;
    };
    if finding.unmapped.is_empty() {
        model.notice = Some(phrase("tags-none-to-map"));
    } else {
        let page = TagsPage::of(&finding.unmapped);
        model.layers.push(Layer::Tags(page));
    }
}

/// Changes the page with the book's task list at hand.
pub fn with_page(model: &mut Model, change: impl FnOnce(&mut TagsPage, &TaskList)) {
    if let (Some(Layer::Tags(page)), Some(shown)) = (model.layers.last_mut(), &model.shown) {
        change(page, &shown.holdings.founding.task_list);
    }
}

fn save(model: &mut Model) -> Vec<Effect> {
    let (Some(Layer::Tags(page)), Some(shown)) = (model.layers.last_mut(), &model.shown) else {
        return Vec::new();
    };
    let holdings = &shown.holdings;
    let change = |row: &TagRow| {
        let task = holdings.founding.task_list.tasks.get(row.task?)?;
        Some(Change::TagMapped {
            tag: row.tag.clone(),
            before: holdings.tags.get(&row.tag).cloned(),
            after: Some(task.code.clone()),
        })
    };
    let changes: Vec<Change> = page.rows.iter().filter_map(change).collect();
    if changes.is_empty() {
        model.notice = Some(phrase("tags-none-chosen"));
        return Vec::new();
    }
    page.saving = true;
    run(model, Job::Apply(Occasion::TagsMapped, changes))
}

/// After the words were written: back to the answers of the import, and once more.
pub fn applied(model: &mut Model) -> Vec<Effect> {
    match model.layers.last() {
        Some(Layer::Tags(page)) if page.saving => model.layers.pop(),
        _ => return Vec::new(),
    };
    if matches!(model.layers.last(), Some(Layer::Results(..))) {
        model.layers.pop();
    }
    match model.layers.last() {
        Some(Layer::Form(form)) if form.kind == FormKind::Import => match form.job() {
            Ok(job) => run(model, job),
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}
