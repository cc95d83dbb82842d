//! What if: the list of scenarios, and the page on which one is tried out. None of it is data.

use super::action::{Command, turned};
use super::errand::{Errand, scenario_kept};
use super::input::Input;
use super::model::{Layer, Model};
use super::update::{Effect, run, stepped};
use crate::office::fold;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::worktime::{DayLoad, Move, Scenario, TaskCode, TaskList, Wave, Way};

/// What the keys of the page are for: one of the five parts of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Eliminate, combine, rearrange, simplify.
    Way,
    /// Which task.
    Task,
    /// From which hour.
    From,
    /// To which hour; only where the way moves.
    To,
    /// How many minutes.
    Minutes,
}

impl Part {
    /// In the order of the page.
    pub const ALL: [Self; 5] = [Self::Way, Self::Task, Self::From, Self::To, Self::Minutes];
}

/// The page on which a scenario is tried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Trying {
    /// The average day as it was measured.
    pub load: DayLoad,
    /// Name, wave and the moves so far; the name is empty until it is kept.
    pub scenario: Scenario,
    /// The part of the next move that has the keys.
    pub part: Part,
    /// Way of the next move.
    pub way: Way,
    /// Tasks of the list in order.
    tasks: Vec<TaskCode>,
    /// Place of its task.
    task: usize,
    /// Its hour.
    pub from: u16,
    /// The hour to which it goes, where the way moves.
    pub to: u16,
    /// Its minutes as typed.
    pub minutes: Input,
    /// Why the next move cannot be made.
    pub problem: Option<Phrase>,
    /// Whether the moves differ from what the book has.
    unkept: bool,
    /// Whether a person was told that leaving loses them.
    warned: bool,
}

/// Rows that a key asks to go; `None` for a key that is not for moving about.
pub fn steps(command: Command) -> Option<isize> {
    Some(match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -10,
        Command::PageDown => 10,
        Command::First => isize::MIN,
        Command::Last => isize::MAX,
        _ => return None,
    })
}

/// Does what a key asks for on the page of the meters.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    if command == Command::TryOut && model.wave().is_some() {
        model.layers.push(Layer::Scenarios(0));
    }
    Vec::new()
}

/// Does what a key asks for in the list or on the page; `None` for what they know nothing of.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match model.layers.last_mut() {
        Some(Layer::Scenarios(_)) => obey_list(model, command),
        Some(Layer::Trying(_)) => obey_page(model, command),
        _ => None,
    }
}

fn kept(model: &Model) -> &[Scenario] {
    model.shown.as_ref().map_or(&[], |shown| &shown.holdings.scenarios)
}

fn obey_list(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let count = kept(model).len() + 1;
    let Some(Layer::Scenarios(row)) = model.layers.last_mut() else {
        return None;
    };
    if let Some(steps) = steps(command) {
        *row = stepped(*row, steps, count);
        return Some(Vec::new());
    }
    let chosen = row.checked_sub(1);
    let scenario = chosen.and_then(|place| kept(model).get(place)).cloned();
    match command {
        Command::Accept => {
            let wave = model.wave().and_then(|wave| Wave::parse(&wave.id));
            let new = wave.map(|wave| Scenario {
                name: String::new(),
                wave,
                moves: Vec::new(),
            });
            if let (Some(shown), Some(scenario)) = (&model.shown, scenario.or(new)) {
                let load = report::day_load(&shown.holdings, scenario.wave);
                let page = Trying::new(load, scenario, &shown.holdings.founding.task_list);
                model.layers.push(Layer::Trying(Box::new(page)));
            }
            Some(Vec::new())
        }
        Command::RemoveScenario => Some(match scenario {
            Some(scenario) => run(model, scenario_kept(Some(scenario), None)),
            None => Vec::new(),
        }),
        _ => None,
    }
}

fn obey_page(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let Some(shown) = &model.shown else { return None };
    let tasks = &shown.holdings.founding.task_list;
    let kept = shown.holdings.scenarios.clone();
    let Some(Layer::Trying(page)) = model.layers.last_mut() else {
        return None;
    };
    if command != Command::Back {
        page.warned = false;
    }
    match command {
        Command::NextField => page.turn_part(1),
        Command::PreviousField => page.turn_part(-1),
        Command::NextChoice => page.turn_value(1),
        Command::PreviousChoice => page.turn_value(-1),
        Command::EraseLeft => page.minutes.erase_left(),
        Command::EraseAll => page.minutes.clear(),
        Command::Accept => page.add(tasks),
        Command::TakeMoveBack => page.take_back(),
        Command::KeepScenario => {
            if let Some(draft) = page.finished(tasks).map(Box::new) {
                let form = Errand::KeepScenario { draft, kept }.form();
                model.layers.push(Layer::Form(form));
            }
        }
        Command::Back if page.unkept && !page.warned => {
            page.warned = true;
            model.notice = Some(phrase("screens-scenario-is-not-kept"));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// The book was written: the page takes note when it was its own scenario, the list stays within its rows.
pub fn written(model: &mut Model) {
    let kept = kept(model).to_vec();
    match model.layers.last_mut() {
        Some(Layer::Trying(page)) => {
            let same = |other: &&Scenario| other.wave == page.scenario.wave && other.moves == page.scenario.moves;
            if let Some(scenario) = kept.iter().find(same) {
                page.scenario.name.clone_from(&scenario.name);
                page.unkept = false;
                model.notice = Some(phrase("screens-scenario-kept"));
            }
        }
        Some(Layer::Scenarios(row)) => *row = stepped(*row, 0, kept.len() + 1),
        _ => {}
    }
}

impl Trying {
    fn new(load: DayLoad, scenario: Scenario, list: &TaskList) -> Self {
        let busy = |hour: &u16| load.hours.work.get(usize::from(*hour)).copied().unwrap_or(0);
        let from = (0..24).rev().max_by_key(busy).unwrap_or(0);
        let slack = |hour: &u16| load.hours.slack.get(usize::from(*hour)).copied().unwrap_or(0);
        let to = (0..24)
            .rev()
            .filter(|hour| *hour != from)
            .max_by_key(slack)
            .unwrap_or(0);
        let tasks: Vec<TaskCode> = list.tasks.iter().map(|task| task.code.clone()).collect();
        let minutes = |place: &usize| {
            let hours = tasks.get(*place).and_then(|code| load.minutes.get(code));
            hours
                .and_then(|hours| hours.get(usize::from(from)))
                .copied()
                .unwrap_or(0)
        };
        let task = (0..tasks.len()).rev().max_by_key(minutes).unwrap_or(0);
        Self {
            scenario,
            part: Part::Way,
            way: Way::Rearrange,
            task,
            from,
            to,
            minutes: Input::default(),
            problem: None,
            unkept: false,
            warned: false,
            load,
            tasks,
        }
    }

    /// The task of the next move.
    pub fn task(&self) -> Option<&TaskCode> {
        self.tasks.get(self.task)
    }

    /// The next move as it stands; `None` while no minutes are typed.
    pub fn next(&self) -> Option<Move> {
        Some(Move {
            way: self.way,
            task: self.task()?.clone(),
            from_hour: self.from,
            to_hour: self.way.moves().then_some(self.to),
            minutes: fold(self.minutes.text()).trim().parse().ok()?,
        })
    }

    /// The scenario with the next move, where that can be made; else as it is, and why the move cannot be made.
    pub fn with_next(&self, list: &TaskList) -> (Scenario, Option<Phrase>) {
        let Some(next) = self.next() else {
            return (self.scenario.clone(), None);
        };
        let mut scenario = self.scenario.clone();
        scenario.moves.push(next.clone());
        match self.load.after(&scenario.moves, list) {
            Ok(_) => (scenario, None),
            Err((place, fault)) => {
                let step = scenario.moves.get(place).unwrap_or(&next);
                (self.scenario.clone(), Some(fault.phrase(step)))
            }
        }
    }

    /// Typed letters: only digits are taken, whichever part has the keys.
    pub fn insert(&mut self, typed: &str) {
        let digits: String = fold(typed).chars().filter(char::is_ascii_digit).collect();
        if !digits.is_empty() && self.minutes.text().len() + digits.len() <= 4 {
            self.problem = None;
            self.warned = false;
            self.minutes.insert(&digits);
        }
    }

    fn parts(&self) -> impl Iterator<Item = Part> {
        let moves = self.way.moves();
        Part::ALL.into_iter().filter(move |part| moves || *part != Part::To)
    }

    fn turn_part(&mut self, steps: isize) {
        let parts: Vec<Part> = self.parts().collect();
        let at = parts.iter().position(|part| *part == self.part).unwrap_or(0);
        self.part = parts[turned(at, steps, parts.len())];
    }

    fn turn_value(&mut self, steps: isize) {
        self.problem = None;
        let hour = |at: u16| u16::try_from(turned(usize::from(at), steps, 24)).unwrap_or(0);
        match self.part {
            Part::Way => {
                let at = Way::ALL.iter().position(|way| *way == self.way).unwrap_or(0);
                self.way = Way::ALL[turned(at, steps, Way::ALL.len())];
            }
            Part::Task => self.task = turned(self.task, steps, self.tasks.len()),
            Part::From => self.from = hour(self.from),
            Part::To => self.to = hour(self.to),
            Part::Minutes if steps < 0 => self.minutes.left(),
            Part::Minutes => self.minutes.right(),
        }
    }

    fn add(&mut self, list: &TaskList) {
        if self.next().is_none() {
            self.part = Part::Minutes;
            self.problem = Some(phrase("screens-type-minutes"));
            return;
        }
        let (scenario, problem) = self.with_next(list);
        if problem.is_none() {
            self.scenario = scenario;
            self.unkept = true;
            self.minutes.clear();
        }
        self.problem = problem;
    }

    /// The scenario for keeping, with the next move where one is typed; `None`, and why on the page, where there is nothing to keep.
    fn finished(&mut self, list: &TaskList) -> Option<Scenario> {
        if self.next().is_some() {
            self.add(list);
        } else if self.scenario.moves.is_empty() {
            self.problem = Some(phrase("screens-no-moves-yet"));
        }
        self.problem.is_none().then(|| self.scenario.clone())
    }

    fn take_back(&mut self) {
        self.problem = None;
        if self.scenario.moves.pop().is_some() {
            self.unkept = !self.scenario.moves.is_empty();
        }
    }
}
