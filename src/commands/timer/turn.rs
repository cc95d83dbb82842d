//! Commands that turn the timer; each writes what it does at once.

use clap::ArgMatches;

use super::which::{name, time, wanted, written};
use super::{Desk, refused};
use crate::book::{Change, Occasion};
use crate::commands::{Answer, Context};
use crate::failure::{Exit, Failure};
use crate::office::{Role, Unit};
use crate::phrase::{Phrase, phrase};
use crate::report::{latest_wave, list_of, task_name};
use crate::worktime::{TaskCode, Timing, TimingKey, Turn, TurnError, clock_seconds};

pub(super) fn run(context: &Context, name: &str, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut desk = Desk::open(context, matches)?;
    if name == "start" {
        return start(&mut desk, matches);
    }
    let timing = wanted(matches)?.one(&desk.reading.timings)?;
    let second = desk.second(&timing);
    match name {
        "switch" => {
            let task = task(&desk, &timing, matches)?;
            let interruption = matches.get_flag("interruption");
            let turned = timing.switch(&task, second, interruption).map_err(why)?;
            turn(&mut desk, &timing, turned, written(matches, "note"))
        }
        "back" => {
            let turned = timing.go_back(second).map_err(why)?;
            turn(&mut desk, &timing, turned, None)
        }
        "parallel" if matches.get_flag("end") => {
            let turned = timing.end_parallel(second).map_err(why)?;
            turn(&mut desk, &timing, turned, None)
        }
        "parallel" => {
            let task = task(&desk, &timing, matches)?;
            let turned = timing.parallel(&task, second).map_err(why)?;
            turn(&mut desk, &timing, turned, None)
        }
        "note" => {
            let turned = timing
                .remark(written(matches, "note").unwrap_or_default())
                .map_err(why)?;
            turn(&mut desk, &timing, turned, None)
        }
        "adjust" => adjust(&mut desk, &timing, matches),
        _ => stop(&mut desk, timing, matches),
    }
}

fn why(error: TurnError) -> Failure {
    refused(error.phrase())
}

fn start(desk: &mut Desk, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wanted = wanted(matches)?;
    let now = desk.context.clock.now().naive_local();
    let Some(staff) = wanted.staff else {
        return Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "--staff"),
        ));
    };
    let key = TimingKey {
        wave: wanted.wave.unwrap_or_else(|| latest_wave(&desk.reading)),
        staff,
        date: now.date(),
        observer: wanted.observer,
    };
    let there = desk.reading.timings.iter().find(|timing| timing.key == key).cloned();
    let timing = match &there {
        Some(timing) if timing.finished => Timing {
            finished: false,
            ..timing.clone()
        },
        Some(_) => return Err(refused(phrase("timer-open-already"))),
        None => Timing {
            role: name(matches, "role", Role::parse)?,
            unit: name(matches, "unit", Unit::parse)?,
            ..Timing::new(key, desk.reading.lists.number())
        },
    };
    let change = match &there {
        Some(timing) => Change::finished(timing, false),
        None => Change::begun(&timing),
    };
    desk.write(kept(&timing), vec![change])?;
    let said = phrase("timer-started")
        .with("staff", timing.key.staff.as_str())
        .with("wave", timing.key.wave.label());
    desk.told(&timing, &said).map(Answer::done)
}

fn task(desk: &Desk, timing: &Timing, matches: &ArgMatches) -> Result<TaskCode, Failure> {
    let asked = written(matches, "task").unwrap_or_default();
    let task = list_of(&desk.reading, timing).find(asked);
    task.map(|task| task.code.clone())
        .ok_or_else(|| refused(phrase("timer-no-such-task").with("task", asked)))
}

fn turn(desk: &mut Desk, timing: &Timing, turn: Turn, note: Option<&str>) -> Result<Answer, Failure> {
    let mut after = timing.after(&turn);
    let mut changes: Vec<Change> = Change::turned(timing, turn).into_iter().collect();
    if let Some(note) = note {
        let remark = after.remark(note).map_err(why)?;
        let noted = after.after(&remark);
        changes.extend(Change::turned(&after, remark));
        after = noted;
    }
    let occasion = Occasion::TimerTurned {
        staff: timing.key.staff.clone(),
    };
    desk.write(occasion, changes)?;
    let said = stand(desk, &after);
    desk.told(&after, &said).map(Answer::done)
}

fn adjust(desk: &mut Desk, timing: &Timing, matches: &ArgMatches) -> Result<Answer, Failure> {
    let number = matches.get_one::<usize>("number").copied().unwrap_or(0);
    let (from, to) = (time(matches, "from")?, time(matches, "to")?);
    let turned = timing.retime(number, from, to, desk.second(timing)).map_err(why)?;
    turn(desk, timing, turned, None)
}

/// Stops what runs; the timing is over then, unless it only pauses. A sheet that is refused leaves the timing over all the same.
fn stop(desk: &mut Desk, timing: Timing, matches: &ArgMatches) -> Result<Answer, Failure> {
    let now = desk.second(&timing);
    let second = time(matches, "at")?.unwrap_or(now);
    if second > now {
        return Err(why(TurnError::InFuture(now)));
    }
    let runs = timing.entries.iter().any(|entry| entry.to.is_none());
    if matches.get_flag("pause") {
        let turned = timing.stop(second).map_err(why)?;
        return turn(desk, &timing, turned, None);
    }
    let mut changes = Vec::new();
    let mut stopped = timing.clone();
    if runs {
        let turned = timing.stop(second).map_err(why)?;
        stopped = timing.after(&turned);
        changes.extend(Change::turned(&timing, turned));
    }
    let sheet = matches.get_flag("sheet").then(|| {
        let list = list_of(&desk.reading, &stopped);
        stopped.to_new_sheet(desk.reading.founding.slot_minutes, list, &desk.reading.sheets)
    });
    let (sheet, refusal) = match sheet.transpose() {
        Ok(sheet) => (sheet, None),
        Err(refusal) => (None, Some(refusal.phrase())),
    };
    let made = sheet.as_ref().map(|sheet| sheet.filled());
    changes.extend(Change::finished_with(&stopped, sheet));
    desk.write(kept(&stopped), changes)?;
    stopped.finished = true;
    let said = match made {
        Some(minutes) => phrase("timer-over-with-sheet").with("minutes", minutes.0),
        None => phrase("timer-over"),
    };
    let said = said
        .with("staff", stopped.key.staff.as_str())
        .with("total", clock_seconds(stopped.seconds(second)));
    let told = desk.told(&stopped, &said)?;
    match refusal {
        None => Ok(Answer::done(told)),
        Some(refusal) if desk.context.json => Err(refused(refusal)),
        Some(refusal) => {
            let refusal = desk.context.text.say(&refusal);
            Ok(Answer {
                said: format!("{told}{refusal}\n"),
                exit: Exit::Refused,
            })
        }
    }
}

fn kept(timing: &Timing) -> Occasion {
    Occasion::TimingKept {
        staff: timing.key.staff.clone(),
    }
}

/// What is being measured now, in words.
fn stand(desk: &Desk, timing: &Timing) -> Phrase {
    let named = |task: &TaskCode| task_name(list_of(&desk.reading, timing), task, desk.context.text);
    match (timing.running(), timing.running_parallel()) {
        (Some(main), None) => phrase("timer-runs")
            .with("task", named(&main.task))
            .with("time", clock_seconds(main.from)),
        (Some(main), Some(beside)) => phrase("timer-runs-with")
            .with("task", named(&main.task))
            .with("time", clock_seconds(main.from))
            .with("beside", named(&beside.task)),
        (None, _) => phrase("timer-rests").with("total", clock_seconds(timing.seconds(desk.second(timing)))),
    }
}
