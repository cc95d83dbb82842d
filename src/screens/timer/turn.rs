//! Keys of the page that turn the timer.

use super::ask;
use super::{Mark, Question, TimerPage, close, moved, page, page_mut, second, stand};
use crate::book::{Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::report::list_of;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run};
use crate::worktime::{TaskCode, Timing, Turn, TurnError};

pub(super) fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Accept => {
            let row = page(model).map_or(0, |page| page.row);
            return press(model, row);
        }
        Command::Back => return leave(model),
        Command::Undo => return run(model, Job::Undo),
        Command::Redo => return run(model, Job::Redo),
        Command::TimerInterruption => toggle(model, Mark::Interruption),
        Command::TimerParallel => return parallel(model),
        Command::TimerBack => return turn(model, Timing::go_back),
        Command::TimerStop => return turn(model, Timing::stop),
        Command::TimerFinish => return finish(model),
        Command::TimerNote => ask::ask_note(model),
        Command::TimerRetime => ask::ask_retime(model),
        Command::PreviousStretch | Command::NextStretch => {
            if let Some(page) = page_mut(model) {
                let last = page.timing.entries.len().saturating_sub(1);
                page.stretch = match command {
                    Command::PreviousStretch => page.stretch.saturating_sub(1),
                    _ => (page.stretch + 1).min(last),
                };
            }
        }
        command => {
            let tasks = tasks(model).len();
            if let Some(page) = page_mut(model) {
                page.row = moved(page.row, command, tasks);
            }
        }
    }
    Vec::new()
}

pub(super) fn obey_question(model: &mut Model, command: Command, question: Question) -> Vec<Effect> {
    match (question, command) {
        (Question::Forgotten, Command::TimerGoOn) => {
            go_on(model);
            Vec::new()
        }
        (Question::Forgotten, Command::TimerStop) => turn(model, Timing::stop),
        (Question::Forgotten, Command::TimerStopAt) => {
            ask::ask_stop_at(model);
            Vec::new()
        }
        (Question::End, Command::TimerSheet) => end(model, true),
        (Question::End, Command::TimerNoSheet) => end(model, false),
        (Question::End, Command::Back) => {
            if let Some(page) = page_mut(model) {
                page.question = None;
            }
            Vec::new()
        }
        (Question::Forgotten, Command::Back) => leave(model),
        _ => Vec::new(),
    }
}

/// The person says that the task goes on; the time until the next question counts from now.
fn go_on(model: &mut Model) {
    let now = model.now;
    if let Some(page) = page_mut(model) {
        page.asked_at = second(&page.timing, now);
        page.question = None;
    }
}

fn toggle(model: &mut Model, mark: Mark) {
    if let Some(page) = page_mut(model) {
        page.mark = if page.mark == Some(mark) { None } else { Some(mark) };
    }
}

/// Ends what runs beside the main task, else the next task pressed begins beside it.
fn parallel(model: &mut Model) -> Vec<Effect> {
    if page(model).is_some_and(|page| page.timing.running_parallel().is_some()) {
        return turn(model, Timing::end_parallel);
    }
    toggle(model, Mark::Parallel);
    Vec::new()
}

fn tasks(model: &Model) -> Vec<TaskCode> {
    let list = page(model).zip(model.shown.as_ref());
    list.map_or_else(Vec::new, |(page, shown)| {
        let list = list_of(&shown.holdings, &page.timing);
        list.tasks.iter().map(|task| task.code.clone()).collect()
    })
}

/// A task was chosen by its key or with Enter.
pub(super) fn press(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(task) = tasks(model).into_iter().nth(place) else {
        return Vec::new();
    };
    let mark = page_mut(model).and_then(|page| {
        page.row = place;
        page.mark.take()
    });
    turn(model, |timing, second| match mark {
        Some(Mark::Parallel) => timing.parallel(&task, second),
        Some(Mark::Interruption) => timing.switch(&task, second, true),
        None => timing.switch(&task, second, false),
    })
}

/// Turns the timer on the page and writes it at once.
pub(super) fn turn(model: &mut Model, turned: impl FnOnce(&Timing, u32) -> Result<Turn, TurnError>) -> Vec<Effect> {
    let now = model.now;
    let Some(page) = page_mut(model) else { return Vec::new() };
    let second = second(&page.timing, now);
    match turned(&page.timing, second) {
        Ok(turned) => write(page, turned),
        Err(error) => {
            model.notice = Some(error.phrase());
            Vec::new()
        }
    }
}

fn write(page: &mut TimerPage, turn: Turn) -> Vec<Effect> {
    let after = page.timing.after(&turn);
    let Some(change) = Change::turned(&page.timing, turn) else {
        return Vec::new();
    };
    stand(page, after.clone());
    page.question = None;
    page.on_the_way.push_back(after);
    let occasion = Occasion::TimerTurned {
        staff: page.timing.key.staff.clone(),
    };
    vec![Effect::Run(Job::Note(occasion, vec![change]))]
}

/// Leaves the page; what runs runs on, and the other pages see what was measured.
fn leave(model: &mut Model) -> Vec<Effect> {
    let Some(page) = page(model) else { return Vec::new() };
    let occasion = page.occasion();
    let runs = page.timing.running().is_some();
    close(model);
    let effects = run(model, Job::Apply(occasion, Vec::new()));
    if runs {
        model.notice = Some(phrase("timer-runs-on"));
    }
    effects
}

/// Stops what runs, then asks whether the timing becomes a sheet.
fn finish(model: &mut Model) -> Vec<Effect> {
    let Some(page) = page(model) else { return Vec::new() };
    if page.timing.finished {
        model.notice = Some(TurnError::Finished.phrase());
        return Vec::new();
    }
    let runs = page.timing.entries.iter().any(|entry| entry.to.is_none());
    let effects = if runs { turn(model, Timing::stop) } else { Vec::new() };
    if let Some(page) = page_mut(model)
        && page.timing.entries.iter().all(|entry| entry.to.is_some())
    {
        page.mark = None;
        page.question = Some(Question::End);
    }
    effects
}

/// The timing is over, with a sheet or without; a sheet that cannot be made leaves the question open.
fn end(model: &mut Model, with_sheet: bool) -> Vec<Effect> {
    let (Some(page), Some(shown)) = (page(model), &model.shown) else {
        return Vec::new();
    };
    let holdings = &shown.holdings;
    let sheet = with_sheet.then(|| {
        let list = list_of(holdings, &page.timing);
        page.timing
            .to_new_sheet(holdings.founding.slot_minutes, list, &holdings.sheets)
    });
    match sheet.transpose() {
        Ok(sheet) => {
            let job = Job::Apply(page.occasion(), Change::finished_with(&page.timing, sheet));
            run(model, job)
        }
        Err(refusal) => {
            let failure = Failure::new(Exit::Refused, refusal.phrase());
            model.layers.push(Layer::Problem(failure));
            Vec::new()
        }
    }
}
