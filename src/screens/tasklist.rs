//! 業務分類: the book's task list on a screen, edited as a draft and saved in one act.

use super::action::Command;
use super::desk::{Job, Shown};
use super::input::Input;
use super::listpick::{Places, obey_lists, obey_places};
use super::model::{Context, Layer, Model};
use super::update::{Effect, run, stepped};
use crate::book::Occasion;
use crate::office::Bilingual;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::worktime::{Hue, ListDraft, ListEditError, ListItem, TaskUses};

/// What a line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The code of a new task.
    Code,
    /// The Japanese name.
    Name,
    /// The English name.
    NameEn,
    /// The key of the timer.
    Key,
}

impl Asked {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Code => phrase("list-ask-code"),
            Self::Name => phrase("list-ask-name"),
            Self::NameEn => phrase("list-ask-name-en"),
            Self::Key => phrase("list-ask-key"),
        }
    }
}

/// What the answers are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asking {
    /// A new task of a category.
    Add(String),
    /// Another name.
    Rename(ListItem),
    /// A key.
    Key(ListItem),
}

/// A few lines to fill in.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What for.
    pub asking: Asking,
    /// The lines.
    pub fields: Vec<(Asked, Input)>,
    /// The line that has the keys.
    pub focus: usize,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Mode {
    /// The list.
    Rows,
    /// Lines to fill in.
    Ask(Question),
    /// Other lists to take; the chosen one.
    Lists(usize),
    /// Where each task goes in the list that is taken.
    Places(Box<Places>),
    /// Whether to leave without saving.
    Leave,
}

/// The task list while it is edited.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskListState {
    /// The list as it would be saved.
    pub draft: ListDraft,
    /// Where tasks are in use.
    pub uses: TaskUses,
    /// Chosen row among the categories and tasks.
    pub row: usize,
    /// What the page shows.
    pub mode: Mode,
    /// Why something cannot be done.
    pub problem: Option<Phrase>,
}

impl TaskListState {
    /// The list of the open book.
    pub fn of(shown: &Shown) -> Self {
        Self {
            draft: ListDraft::of(&shown.holdings.founding.task_list),
            uses: report::task_uses(&shown.holdings),
            row: 0,
            mode: Mode::Rows,
            problem: None,
        }
    }

    /// Which keys hold.
    pub fn context(&self) -> Context {
        match &self.mode {
            Mode::Rows => Context::List,
            Mode::Ask(_) => Context::ListText,
            Mode::Lists(_) => Context::ListLists,
            Mode::Places(_) => Context::ListPlaces,
            Mode::Leave => Context::ListLeave,
        }
    }

    /// The line that is being typed.
    pub fn input(&mut self) -> Option<&mut Input> {
        match &mut self.mode {
            Mode::Ask(question) => question.fields.get_mut(question.focus).map(|(_, input)| input),
            _ => None,
        }
    }

    /// The chosen category or task.
    pub fn chosen(&self) -> Option<ListItem> {
        self.draft.items().get(self.row).cloned()
    }

    fn name_of(&self, item: &ListItem) -> Bilingual {
        let list = self.draft.list();
        let name = match item {
            ListItem::Category(code) => list.category(code).map(|category| &category.name),
            ListItem::Task(code) => list.task(code).map(|task| &task.name),
        };
        name.cloned().unwrap_or_default()
    }

    fn ask(&mut self, asking: Asking, fields: Vec<(Asked, Input)>, focus: usize) {
        self.mode = Mode::Ask(Question { asking, fields, focus });
    }

    fn add(&mut self) {
        let Some(item) = self.chosen() else { return };
        let list = self.draft.list();
        let category = match &item {
            ListItem::Category(code) => Some(code),
            ListItem::Task(code) => list.task(code).map(|task| &task.category),
        };
        let Some(category) = category.map(|code| code.0.clone()) else {
            return;
        };
        let fields = vec![
            (Asked::Code, Input::of(&self.draft.next_code())),
            (Asked::Name, Input::default()),
            (Asked::NameEn, Input::default()),
        ];
        self.ask(Asking::Add(category), fields, 1);
    }

    fn rename(&mut self) {
        let Some(item) = self.chosen() else { return };
        let name = self.name_of(&item);
        // An English name that only repeats the Japanese one goes along with it.
        let en = if name.en == name.ja { "" } else { &name.en };
        let fields = vec![(Asked::Name, Input::of(&name.ja)), (Asked::NameEn, Input::of(en))];
        self.ask(Asking::Rename(item), fields, 0);
    }

    fn ask_key(&mut self) {
        match self.chosen() {
            Some(item @ ListItem::Task(_)) => {
                let key = match &item {
                    ListItem::Task(code) => self.draft.list().task(code).and_then(|task| task.key),
                    ListItem::Category(_) => None,
                };
                let typed = key.map_or_else(Input::default, |key| Input::of(&key.to_string()));
                self.ask(Asking::Key(item), vec![(Asked::Key, typed)], 0);
            }
            Some(ListItem::Category(code)) => self.problem = Some(ListEditError::NoKeyHere(code.0).phrase()),
            None => {}
        }
    }

    fn next_colour(&mut self) {
        let Some(item) = self.chosen() else { return };
        let list = self.draft.list();
        let colour = match &item {
            ListItem::Category(code) => list.category(code).and_then(|category| category.colour),
            ListItem::Task(code) => list.task(code).and_then(|task| task.colour),
        };
        let done = self.draft.colour(&item, Hue::after(colour));
        self.note(done);
    }

    fn shift(&mut self, steps: isize) {
        let Some(item) = self.chosen() else { return };
        let done = self.draft.shift(&item, steps);
        self.note(done);
        self.choose(&item);
    }

    fn remove(&mut self) {
        let Some(item) = self.chosen() else { return };
        let done = self.draft.remove(&item, &self.uses);
        self.note(done);
        self.row = stepped(self.row, 0, self.draft.items().len());
    }

    fn choose(&mut self, item: &ListItem) {
        let at = self.draft.items().iter().position(|other| other == item);
        self.row = at.unwrap_or(self.row);
    }

    fn note(&mut self, done: Result<(), ListEditError>) {
        self.problem = done.err().map(|error| error.phrase());
    }

    /// Goes to the next line, or takes the answers after the last.
    fn answer(&mut self) {
        let Mode::Ask(question) = &mut self.mode else { return };
        if question.focus + 1 < question.fields.len() {
            question.focus += 1;
            return;
        }
        let question = question.clone();
        let typed = |asked: Asked| {
            let field = question.fields.iter().find(|(field, _)| *field == asked);
            field.map_or("", |(_, input)| input.text())
        };
        let name = Bilingual {
            ja: typed(Asked::Name).to_owned(),
            en: typed(Asked::NameEn).to_owned(),
        };
        let done = match &question.asking {
            Asking::Add(category) => self
                .draft
                .add(typed(Asked::Code), category, &name)
                .map(|code| Some(ListItem::Task(code))),
            Asking::Rename(item) => self.draft.rename(item, &name).map(|()| None),
            Asking::Key(item) => {
                let key = typed(Asked::Key).trim().to_owned();
                let key = Some(key.as_str()).filter(|key| !key.is_empty());
                self.draft.key(item, key).map(|()| None)
            }
        };
        match done {
            Ok(added) => {
                self.mode = Mode::Rows;
                if let Some(item) = added {
                    self.choose(&item);
                }
            }
            Err(error) => self.problem = Some(error.phrase()),
        }
    }

    fn turn_field(&mut self, steps: isize) {
        if let Mode::Ask(question) = &mut self.mode {
            question.focus = super::action::turned(question.focus, steps, question.fields.len());
        }
    }
}

/// Opens the task list of the open book.
pub fn open(model: &mut Model) {
    if let Some(shown) = &model.shown {
        let state = TaskListState::of(shown);
        model.layers.push(Layer::TaskList(Box::new(state)));
    }
}

/// The state, while the task list has the keys.
pub(super) fn state(model: &mut Model) -> Option<&mut TaskListState> {
    match model.layers.last_mut() {
        Some(Layer::TaskList(state)) => Some(state),
        _ => None,
    }
}

/// Whether leaving the program now would lose edits; asks then.
pub fn holds_back(model: &mut Model) -> bool {
    let Some(state) = state(model) else { return false };
    if state.mode == Mode::Leave || !state.draft.is_changed() {
        return false;
    }
    state.mode = Mode::Leave;
    true
}

/// The book was written: the page, which alone can have asked for it, has done its work.
pub fn saved(model: &mut Model) {
    if state(model).is_some() {
        model.layers.pop();
    }
}

/// Does what a key asks for on this page; `None` when it is not of this page.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let state = state(model)?;
    if !matches!(command, Command::Quit | Command::Help) {
        state.problem = None;
    }
    match &state.mode {
        Mode::Rows => obey_rows(model, command),
        Mode::Ask(_) => obey_question(state, command),
        Mode::Lists(_) => obey_lists(model, command),
        Mode::Places(_) => obey_places(model, command),
        Mode::Leave => match command {
            Command::ListLeave => {
                model.layers.pop();
                Some(Vec::new())
            }
            Command::Back => {
                state.mode = Mode::Rows;
                Some(Vec::new())
            }
            _ => None,
        },
    }
}

fn obey_rows(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let state = state(model)?;
    let count = state.draft.items().len();
    match command {
        Command::Up => state.row = stepped(state.row, -1, count),
        Command::Down => state.row = stepped(state.row, 1, count),
        Command::PageUp => state.row = stepped(state.row, -10, count),
        Command::PageDown => state.row = stepped(state.row, 10, count),
        Command::First => state.row = 0,
        Command::Last => state.row = count.saturating_sub(1),
        Command::ListAdd => state.add(),
        Command::ListRename => state.rename(),
        Command::ListUp => state.shift(-1),
        Command::ListDown => state.shift(1),
        Command::ListColour => state.next_colour(),
        Command::ListKey => state.ask_key(),
        Command::ListRemove => state.remove(),
        Command::ListTake if state.draft.is_changed() => state.problem = Some(phrase("list-save-first")),
        Command::ListTake => state.mode = Mode::Lists(0),
        Command::ListSave => return Some(save(model)),
        Command::Back if state.draft.is_changed() => state.mode = Mode::Leave,
        Command::Back => {
            model.layers.pop();
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn obey_question(state: &mut TaskListState, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::Accept => state.answer(),
        Command::NextField => state.turn_field(1),
        Command::PreviousField => state.turn_field(-1),
        Command::Back => state.mode = Mode::Rows,
        _ => return None,
    }
    Some(Vec::new())
}

fn save(model: &mut Model) -> Vec<Effect> {
    let step = state(model).and_then(|state| state.draft.step());
    let Some(step) = step else {
        model.notice = Some(phrase("list-nothing-to-save"));
        return Vec::new();
    };
    write(model, step)
}

/// Takes the list with everything that moves along, in one act.
pub(super) fn write(model: &mut Model, step: crate::worktime::ListStep) -> Vec<Effect> {
    let Some(shown) = &model.shown else {
        return Vec::new();
    };
    let occasion = Occasion::TaskListTaken {
        list: step.list.id.clone(),
    };
    let changes = report::list_changes(&shown.holdings, step);
    run(model, Job::Apply(occasion, changes))
}
