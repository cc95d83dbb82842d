//! The timer on the screen: which timing, what was pressed, and what is written at once.

mod ask;
mod turn;

use std::collections::VecDeque;

use chrono::NaiveDate;

use super::action::Command;
use super::desk::Job;
use super::key::Key;
use super::keymap;
use super::model::{Context, Layer, Model};
use super::update::{Effect, run};
use crate::book::Occasion;
use crate::clock::Moment;
use crate::office::StaffCode;
use crate::phrase::phrase;
use crate::report::list_of;
use crate::worktime::Timing;

pub use ask::{Ask, Asked, accept as accept_form};

/// Minutes after which the page asks whether somebody forgot to stop, unless a person chose another time.
const REMIND_AFTER: u16 = 60;

/// What the next task that is pressed becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// 割り込み
    Interruption,
    /// ながら
    Parallel,
}

/// What the page asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether somebody forgot to stop.
    Forgotten,
    /// Whether the timing becomes a sheet.
    End,
}

/// The page of one timing.
#[derive(Debug, Clone, PartialEq)]
pub struct TimerPage {
    /// The timing as the person sees it.
    pub timing: Timing,
    /// The timing as the book has it for sure; `None` until its beginning was written.
    written: Option<Timing>,
    /// What each turn on its way to the book makes of it, the first one first.
    on_the_way: VecDeque<Timing>,
    /// Chosen task, a place in the list.
    pub row: usize,
    /// Chosen stretch.
    pub stretch: usize,
    /// What the next task becomes.
    pub mark: Option<Mark>,
    /// What the page asks.
    pub question: Option<Question>,
    /// Minutes in one task after which it asks; 0 for never.
    pub remind_after: u16,
    /// Second from which the minutes count when a person said that it goes on.
    asked_at: u32,
}

impl TimerPage {
    fn new(timing: Timing, written: bool, remind_after: u16) -> Self {
        Self {
            stretch: timing.entries.len().saturating_sub(1),
            written: written.then(|| timing.clone()),
            timing,
            on_the_way: VecDeque::new(),
            row: 0,
            mark: None,
            question: None,
            remind_after,
            asked_at: 0,
        }
    }

    fn context(&self) -> Context {
        match self.question {
            None => Context::Timer,
            Some(Question::Forgotten) => Context::TimerForgotten,
            Some(Question::End) => Context::TimerEnd,
        }
    }

    fn occasion(&self) -> Occasion {
        Occasion::TimingKept {
            staff: self.timing.key.staff.clone(),
        }
    }
}

/// What of the timer lies over the page.
#[derive(Debug, Clone, PartialEq)]
pub enum TimerLayer {
    /// All timings; the chosen row. The first one begins a new timing.
    List(usize),
    /// One timing.
    Page(Box<TimerPage>),
    /// Recordings of one person's day compared; the row that is read.
    Agreement(StaffCode, NaiveDate, usize),
}

impl TimerLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self {
            Self::List(_) => Context::Timings,
            Self::Page(page) => page.context(),
            Self::Agreement(..) => Context::Agreement,
        }
    }
}

/// The timings in the order in which they are offered: those that go on first, then the latest.
pub fn listed(model: &Model) -> Vec<&Timing> {
    let mut timings: Vec<&Timing> = match &model.shown {
        Some(shown) => shown.holdings.timings.iter().collect(),
        None => Vec::new(),
    };
    timings.sort_by_key(|timing| (timing.finished, std::cmp::Reverse(timing.key.date)));
    timings
}

/// Opens the timer: the timings of the book, or the questions for the first one.
pub fn open(model: &mut Model) {
    if model.shown.is_none() {
        return;
    }
    let timings = listed(model);
    let goes_on = timings.first().is_some_and(|timing| !timing.finished);
    if timings.is_empty() {
        ask::ask_start(model);
    } else {
        model.layers.push(Layer::Timer(TimerLayer::List(usize::from(goes_on))));
    }
}

/// Does what a key asks for while something of the timer has the keys.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    match model.layers.last() {
        Some(Layer::Timer(TimerLayer::List(row))) => {
            let row = *row;
            obey_list(model, command, row)
        }
        Some(Layer::Timer(TimerLayer::Agreement(..))) => {
            obey_agreement(model, command);
            Vec::new()
        }
        Some(Layer::Timer(TimerLayer::Page(page))) => match page.question {
            None => turn::obey(model, command),
            Some(question) => turn::obey_question(model, command, question),
        },
        _ => Vec::new(),
    }
}

fn obey_list(model: &mut Model, command: Command, row: usize) -> Vec<Effect> {
    let rows = listed(model).len() + 1;
    let chosen = row
        .checked_sub(1)
        .and_then(|place| listed(model).get(place).copied().cloned());
    match (command, chosen) {
        (Command::Back, _) => {
            model.layers.pop();
        }
        (Command::Accept, None) => ask::ask_start(model),
        (Command::Accept, Some(timing)) => push_page(model, TimerPage::new(timing, true, REMIND_AFTER)),
        (Command::TimerAgreement, Some(timing)) => {
            let key = &timing.key;
            let alike = listed(model)
                .into_iter()
                .filter(|other| (other.key.wave, &other.key.staff, other.key.date) == (key.wave, &key.staff, key.date));
            if alike.count() < 2 {
                model.notice = Some(phrase("timer-no-two-recordings"));
            } else {
                let layer = TimerLayer::Agreement(timing.key.staff, timing.key.date, 0);
                model.layers.push(Layer::Timer(layer));
            }
        }
        (command, _) => {
            let row = moved(row, command, rows);
            if let Some(Layer::Timer(TimerLayer::List(at))) = model.layers.last_mut() {
                *at = row;
            }
        }
    }
    Vec::new()
}

fn obey_agreement(model: &mut Model, command: Command) {
    if command == Command::Back {
        model.layers.pop();
    } else if let Some(Layer::Timer(TimerLayer::Agreement(.., row))) = model.layers.last_mut() {
        *row = moved(*row, command, usize::MAX);
    }
}

/// The place to which a key moves among `count` rows.
fn moved(at: usize, command: Command, count: usize) -> usize {
    let last = count.saturating_sub(1);
    match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at.saturating_add(1).min(last),
        Command::PageUp => at.saturating_sub(10),
        Command::PageDown => at.saturating_add(10).min(last),
        Command::First => 0,
        Command::Last if count < usize::MAX => last,
        _ => at,
    }
}

fn push_page(model: &mut Model, page: TimerPage) {
    model.layers.push(Layer::Timer(TimerLayer::Page(Box::new(page))));
    on_clock(model);
}

/// The page, also where a question lies over it.
fn page_mut(model: &mut Model) -> Option<&mut TimerPage> {
    model.layers.iter_mut().rev().find_map(|layer| match layer {
        Layer::Timer(TimerLayer::Page(page)) => Some(page.as_mut()),
        _ => None,
    })
}

fn page(model: &Model) -> Option<&TimerPage> {
    model.layers.iter().rev().find_map(|layer| match layer {
        Layer::Timer(TimerLayer::Page(page)) => Some(page.as_ref()),
        _ => None,
    })
}

/// The second of a timing at which it is now.
pub fn second(timing: &Timing, now: Option<Moment>) -> u32 {
    now.map_or(0, |now| timing.key.second_of(now.naive_local()))
}

/// Whether the page shows time that runs, so that it must be drawn again every second.
pub fn ticks(model: &Model) -> bool {
    let shown = matches!(model.layers.last(), Some(Layer::Timer(TimerLayer::Page(_))));
    shown && page(model).is_some_and(|page| page.timing.entries.iter().any(|entry| entry.to.is_none()))
}

/// The clock went on: asks whether somebody forgot to stop when one task has lasted long enough.
pub fn on_clock(model: &mut Model) {
    let now = model.now;
    if !matches!(model.layers.last(), Some(Layer::Timer(TimerLayer::Page(_)))) {
        return;
    }
    if let Some(page) = page_mut(model)
        && page.question.is_none()
        && page.remind_after > 0
        && let Some(running) = page.timing.running()
    {
        let lasted = second(&page.timing, now).saturating_sub(running.from.max(page.asked_at));
        if lasted >= u32::from(page.remind_after) * 60 {
            page.question = Some(Question::Forgotten);
        }
    }
}

/// A turn has reached the book.
pub fn on_noted(model: &mut Model) {
    if let Some(page) = page_mut(model)
        && let Some(written) = page.on_the_way.pop_front()
    {
        page.written = Some(written);
    }
}

/// A turn did not reach the book: the page goes back to what the book has, and the book is looked at again.
pub fn on_not_noted(model: &mut Model) -> Vec<Effect> {
    let Some(page) = page_mut(model) else { return Vec::new() };
    if page.on_the_way.is_empty() {
        return Vec::new();
    }
    page.on_the_way.clear();
    let occasion = page.occasion();
    match page.written.clone() {
        Some(written) => {
            stand(page, written);
            run(model, Job::Apply(occasion, Vec::new()))
        }
        None => {
            close(model);
            Vec::new()
        }
    }
}

/// The book was looked at again: the page shows what it has. A timing that is gone or over leaves the screen.
pub fn on_shown(model: &mut Model) {
    let Some(page) = page(model) else { return };
    if !page.on_the_way.is_empty() {
        return;
    }
    let there = listed(model)
        .into_iter()
        .find(|timing| timing.key == page.timing.key)
        .cloned();
    let was_over = page.timing.finished;
    match there {
        Some(timing) if timing.finished && !was_over => close(model),
        Some(timing) => {
            if let Some(page) = page_mut(model) {
                page.written = Some(timing.clone());
                stand(page, timing);
            }
        }
        None => close(model),
    }
}

/// Puts a state of the timing on the page.
fn stand(page: &mut TimerPage, timing: Timing) {
    if timing != page.timing {
        page.stretch = timing.entries.len().saturating_sub(1);
        page.question = None;
        page.timing = timing;
    }
}

fn close(model: &mut Model) {
    model
        .layers
        .retain(|layer| !matches!(layer, Layer::Timer(TimerLayer::Page(_))));
}

/// Letters that mean something on the page of the timer and are given to no task.
pub fn reserved() -> Vec<char> {
    let rows = keymap::ROWS.iter().filter(|row| row.contexts.contains(&Context::Timer));
    rows.flat_map(|row| row.keys.iter().filter_map(|key| key.typed()))
        .collect()
}

/// The task that a key starts, where the keys of tasks hold; letters of an input method count as the key that was pressed.
pub fn task_at(model: &Model, key: Key) -> Option<usize> {
    let letter = key.typed()?;
    let letter = match letter {
        'あ' => 'a',
        'い' => 'i',
        'う' => 'u',
        'え' => 'e',
        'お' => 'o',
        letter => letter,
    };
    match model.layers.last() {
        Some(Layer::Timer(TimerLayer::Page(page))) if page.question != Some(Question::End) => {
            let holdings = &model.shown.as_ref()?.holdings;
            list_of(holdings, &page.timing).task_at_key(letter, &reserved())
        }
        _ => None,
    }
}

/// The key of a task was pressed.
pub fn on_task(model: &mut Model, place: usize) -> Vec<Effect> {
    turn::press(model, place)
}
