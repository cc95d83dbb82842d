//! The loop: one channel of events, one place that draws.

use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEventKind};

use super::action::{Action, Command};
use super::desk::{Desk, Job, Progress};
use super::key::Key;
use super::keymap;
use super::model::Model;
use super::pen::Pen;
use super::terminal::Screen;
use super::theme::Theme;
use super::timer;
use super::update::{Effect, open_at_start, update};
use super::view;
use crate::clock::Clock;
use crate::failure::{Exit, Failure};
use crate::phrase::{Phrase, phrase};
use crate::text::Text;

/// What the screens begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// A book.
    Open(PathBuf),
    /// The page with the books used lately.
    StartPage,
}

/// How the screens look.
pub struct Setup {
    /// Words.
    pub text: Text,
    /// Colours.
    pub theme: Theme,
    /// Whether letters of disputed width are left out.
    pub plain_symbols: bool,
    /// Whether the mouse is followed.
    pub mouse: bool,
    /// What tells the time.
    pub clock: Clock,
}

/// Why the screens ended early.
#[derive(Debug)]
pub enum ScreenError {
    /// The terminal cannot be used.
    Terminal(io::Error),
    /// Keys can no longer be read.
    Input(io::Error),
    /// The book that the screens were started with cannot be used.
    Book(Failure),
}

impl ScreenError {
    /// What is wrong.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Terminal(error) => phrase("screens-terminal-unusable").with("reason", error.to_string()),
            Self::Input(error) => phrase("screens-input-lost").with("reason", error.to_string()),
            Self::Book(failure) => failure.message.clone(),
        }
    }
}

impl From<ScreenError> for Failure {
    fn from(error: ScreenError) -> Self {
        match error {
            ScreenError::Book(failure) => failure,
            error => Self::new(Exit::Defect, error.phrase()),
        }
    }
}

/// What comes through the channel.
enum Happening {
    Input(Event),
    InputLost(io::Error),
    News(Action),
    Died(Box<dyn std::any::Any + Send>),
}

/// Runs the screens until a person leaves them. A panic of a worker goes on here, after the terminal was given back.
pub fn run(desk: Box<dyn Desk>, start: Start, setup: Setup) -> Result<(), ScreenError> {
    let pen = Pen::new(setup.text, setup.theme, setup.plain_symbols);
    let mut model = new_model(desk.recent(), &pen);
    let (sender, events) = channel();
    let mut screen = Screen::take(setup.mouse).map_err(ScreenError::Terminal)?;
    let worker = Worker::start(desk, sender.clone()).map_err(ScreenError::Terminal)?;
    start_thread("keys", sender, listen).map_err(ScreenError::Terminal)?;
    let effects = match start {
        Start::Open(path) => open_at_start(&mut model, path),
        Start::StartPage => Vec::new(),
    };
    for effect in effects {
        worker.obey(effect);
    }
    let end = follow(&mut screen, &mut model, &pen, &worker, &events, setup.clock);
    match end {
        End::Quit => Ok(()),
        End::Error(error) => Err(error),
        End::Died(panic) => {
            screen.give_back_after_panic();
            resume_unwind(panic)
        }
    }
}

/// The model before anything happened.
pub fn new_model(recent: Vec<PathBuf>, pen: &Pen) -> Model {
    let mut names: Vec<(Command, String)> = Vec::new();
    for row in keymap::ROWS {
        if names.iter().all(|(command, _)| *command != row.command) {
            names.push((row.command, pen.say(&row.command.label())));
        }
    }
    Model::new(recent, names)
}

/// Why the loop ended.
enum End {
    Quit,
    Error(ScreenError),
    Died(Box<dyn std::any::Any + Send>),
}

fn follow(
    screen: &mut Screen,
    model: &mut Model,
    pen: &Pen,
    worker: &Worker,
    events: &Receiver<Happening>,
    clock: Clock,
) -> End {
    loop {
        if let Err(error) = screen.draw(|frame| view::draw(frame, model, pen)) {
            return End::Error(ScreenError::Terminal(error));
        }
        // All that has come meanwhile is taken in before the next drawing.
        let first = match next(events, timer::ticks(model).then_some(clock)) {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return End::Quit,
        };
        update(model, Action::Clock(clock.now()));
        for happening in first.into_iter().chain(events.try_iter()) {
            update(model, Action::Clock(clock.now()));
            let action = match happening {
                Happening::Input(event) => action_of(&event, model, pen),
                Happening::News(action) => Some(action),
                Happening::InputLost(error) => return End::Error(ScreenError::Input(error)),
                Happening::Died(panic) => return End::Died(panic),
            };
            for effect in action.map_or_else(Vec::new, |action| update(model, action)) {
                match effect {
                    Effect::Quit => return End::Quit,
                    Effect::Fail(failure) => return End::Error(ScreenError::Book(failure)),
                    effect => worker.obey(effect),
                }
            }
        }
    }
}

/// Waits for the next thing to happen; while a clock is seen on the screen, no longer than to its next second.
fn next(events: &Receiver<Happening>, ticking: Option<Clock>) -> Result<Option<Happening>, RecvTimeoutError> {
    match ticking {
        None => events.recv().map(Some).map_err(|_| RecvTimeoutError::Disconnected),
        Some(clock) => {
            let since = clock.now().timestamp_subsec_millis().min(999);
            events
                .recv_timeout(Duration::from_millis(u64::from(1000 - since)))
                .map(Some)
        }
    }
}

/// What an event of the terminal asks for; only key presses count, not their release.
pub fn action_of(event: &Event, model: &Model, pen: &Pen) -> Option<Action> {
    let context = model.context();
    match event {
        Event::Key(event) if event.kind == KeyEventKind::Press => {
            let key = Key::of_event(event);
            if let Some(place) = timer::task_at(model, key) {
                return Some(Action::TimerTask(place));
            }
            if let Some(command) = keymap::resolve(key, context) {
                return Some(Action::Do(command));
            }
            // The letter as it was typed: full-width letters belong to names and paths.
            let letter = match event.code {
                event::KeyCode::Char(letter) => key.typed().map(|_| letter)?,
                _ => return None,
            };
            if context.takes_text() {
                Some(Action::Type(letter))
            } else {
                // A full-width sign is the key of its narrow form, and a key that means nothing here stays silent.
                key.typed()
                    .filter(|typed| !typed.is_ascii())
                    .map(|_| Action::StrayLetter)
            }
        }
        Event::Paste(text) if context.takes_text() => Some(Action::Paste(text.clone())),
        Event::Mouse(event) => match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                view::tab_at(model, pen, event.column, event.row).map(|tab| Action::Do(Command::Go(tab)))
            }
            MouseEventKind::ScrollUp => Some(Action::Do(Command::Up)),
            MouseEventKind::ScrollDown => Some(Action::Do(Command::Down)),
            _ => None,
        },
        _ => None,
    }
}

/// Starts a thread whose panic is told through the channel.
fn start_thread(
    name: &str,
    sender: Sender<Happening>,
    work: impl FnOnce(&Sender<Happening>) + Send + 'static,
) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| work(&sender))) {
            let _ = sender.send(Happening::Died(panic));
        }
    })?;
    Ok(())
}

/// Reads the terminal, for as long as somebody listens.
fn listen(sender: &Sender<Happening>) {
    loop {
        let happening = match event::read() {
            Ok(event) => Happening::Input(event),
            Err(error) => {
                let _ = sender.send(Happening::InputLost(error));
                return;
            }
        };
        if sender.send(happening).is_err() {
            return;
        }
    }
}

/// The thread at the desk.
struct Worker {
    jobs: Sender<Job>,
    stop: Arc<AtomicBool>,
}

impl Worker {
    fn start(desk: Box<dyn Desk>, sender: Sender<Happening>) -> io::Result<Self> {
        let (jobs, work) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        start_thread("desk", sender, move |sender| serve(desk, &work, &asked, sender))?;
        Ok(Self { jobs, stop })
    }

    fn obey(&self, effect: Effect) {
        match effect {
            Effect::Run(job) => {
                self.stop.store(false, Ordering::Relaxed);
                // A worker that is gone has sent its panic, which ends the loop.
                let _ = self.jobs.send(job);
            }
            Effect::Stop => self.stop.store(true, Ordering::Relaxed),
            Effect::Quit | Effect::Fail(_) => {}
        }
    }
}

fn serve(mut desk: Box<dyn Desk>, work: &Receiver<Job>, stop: &AtomicBool, sender: &Sender<Happening>) {
    for job in work {
        let mut on_progress = |progress: Progress| {
            let _ = sender.send(Happening::News(Action::Progress(progress)));
            if stop.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let outcome = job.run(desk.as_mut(), &mut on_progress);
        if sender.send(Happening::News(Action::Done(outcome))).is_err() {
            return;
        }
    }
}
