//! Timings as findings.

use chrono::NaiveDateTime;

use super::finding::{StretchLine, TimedCell, TimedShare, TimedTask, TimingFinding, Timings};
use super::holdings::Holdings;
use crate::office::{Minutes, clock};
use crate::phrase::{Phrase, phrase};
use crate::text::Text;
use crate::worktime::{Cell, TaskCode, TaskList, Timing, Wave, clock_seconds};

/// All timings of a book; what runs counts until `now`.
pub fn timings<'a>(
    holdings: &Holdings,
    of: impl IntoIterator<Item = &'a Timing>,
    now: NaiveDateTime,
    text: &Text,
) -> Timings {
    Timings {
        schema: "yutori.timer/1".to_owned(),
        timings: of.into_iter().map(|it| timing(holdings, it, now, text)).collect(),
    }
}

/// One timing, with the names of the list that it was taken with.
pub fn timing(holdings: &Holdings, timing: &Timing, now: NaiveDateTime, text: &Text) -> TimingFinding {
    let list = list_of(holdings, timing);
    let now = timing.key.second_of(now);
    let cells = timing.cells(holdings.founding.slot_minutes, list);
    let running = timing
        .entries
        .iter()
        .position(|entry| !entry.parallel && entry.to.is_none());
    let stretches = timing.entries.iter().zip(1..).map(|(entry, number)| StretchLine {
        number,
        task: entry.task.as_str().to_owned(),
        name: task_name(list, &entry.task, text),
        from: clock_seconds(entry.from),
        to: entry.to.map(clock_seconds),
        seconds: entry.seconds(now),
        parallel: entry.parallel,
        interruption: entry.interruption,
        note: entry.note.clone(),
    });
    TimingFinding {
        wave: timing.key.wave.id(),
        staff: timing.key.staff.as_str().to_owned(),
        date: timing.key.date,
        observer: timing.key.observer.as_ref().map(|code| code.as_str().to_owned()),
        role: timing.role.as_ref().map(|role| role.as_str().to_owned()),
        unit: timing.unit.as_ref().map(|unit| unit.as_str().to_owned()),
        finished: timing.finished,
        running: running.map(|place| place + 1),
        seconds: timing.seconds(now),
        minutes: cells.iter().map(Cell::filled).sum::<Minutes>().0,
        stretches: stretches.collect(),
        tasks: tasks(timing, list, &cells, now, text),
        cells: cells.iter().map(cell_line).collect(),
    }
}

/// The task list that a timing was taken with.
pub fn list_of<'a>(holdings: &'a Holdings, timing: &Timing) -> &'a TaskList {
    // The book takes no timing of a list that it does not have; today's list is as good as any to name nothing.
    let list = holdings.lists.list(timing.list);
    list.unwrap_or_else(|| holdings.lists.current())
}

/// The name of a task, or its code where the list has no such task.
pub fn task_name(list: &TaskList, code: &TaskCode, text: &Text) -> String {
    let name = list.task(code).map(|task| text.lang().of(&task.name).to_owned());
    name.unwrap_or_else(|| code.as_str().to_owned())
}

/// Who held the timer: an observer, or the person.
pub fn recorder(observer: Option<&str>) -> Phrase {
    match observer {
        Some(code) => phrase("timer-by-observer").with("code", crate::office::printable(code)),
        None => phrase("timer-by-self"),
    }
}

/// The name of a wave by its id.
pub fn wave_name(id: &str) -> Phrase {
    let wave = Wave::parse(id);
    // Findings carry ids that waves themselves gave.
    wave.unwrap_or(Wave::Before).label()
}

/// The latest wave of which the book holds anything; the first one in an empty book.
pub fn latest_wave(holdings: &Holdings) -> Wave {
    let sheets = holdings.sheets.iter().map(|(wave, _)| *wave);
    let surveys = holdings.surveys.iter().map(|(wave, _)| *wave);
    let timings = holdings.timings.iter().map(|timing| timing.key.wave);
    sheets.chain(surveys).chain(timings).max().unwrap_or(Wave::Before)
}

fn tasks(timing: &Timing, list: &TaskList, cells: &[Cell], now: u32, text: &Text) -> Vec<TimedTask> {
    let mut codes: Vec<&TaskCode> = timing.entries.iter().map(|entry| &entry.task).collect();
    codes.sort_by_key(|code| (list.tasks.iter().position(|task| task.code == **code), *code));
    codes.dedup();
    let line = |code: &TaskCode| {
        let shares = cells.iter().flat_map(|cell| &cell.shares);
        let minutes: Minutes = shares.filter(|share| share.0 == *code).map(|share| share.1).sum();
        let beside = timing
            .entries
            .iter()
            .filter(|entry| entry.parallel && entry.task == *code);
        TimedTask {
            code: code.as_str().to_owned(),
            name: task_name(list, code, text),
            seconds: timing.seconds_of(code, now),
            minutes: minutes.0,
            parallel_seconds: beside.map(|entry| entry.seconds(now)).sum(),
        }
    };
    codes.into_iter().map(line).collect()
}

fn cell_line(cell: &Cell) -> TimedCell {
    let share = |share: &crate::worktime::Share| TimedShare {
        task: share.0.as_str().to_owned(),
        minutes: share.1.0,
    };
    TimedCell {
        start: clock(cell.start),
        shares: cell.shares.iter().map(share).collect(),
    }
}
