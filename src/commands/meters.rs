//! `yutori meters`: ムリ・ムダ・ムラ, and what the office has set for them.

use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, plain, show};
use crate::book::{Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::office::{fold, printable};
use crate::phrase::phrase;
use crate::report;
use crate::worktime::{MeterSettings, TaskCode, TaskList};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    if let Some(("set", matches)) = matches.subcommand() {
        return set(context, matches);
    }
    let wave = book::wave(matches, "wave")?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let mut finding = report::meters(&reading, context.text);
    if let Some(wave) = wave {
        finding.waves.retain(|line| line.id == wave.id());
        for meter in &mut finding.meters {
            meter.values.retain(|value| value.wave == wave.id());
        }
        if finding.waves.is_empty() {
            let message = phrase("no-such-wave").with("wave", wave.label());
            return Err(Failure::new(Exit::Refused, message));
        }
    }
    if finding.waves.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("no-sheets")));
    }
    let said = if context.json {
        show::json(&finding)?
    } else {
        plain::meters(&finding, context.text)
    };
    Ok(Answer::done(said))
}

fn set(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let before = book.meter_settings()?;
    let mut after = before.clone().unwrap_or_default();
    if let Some(percent) = matches.get_one::<u8>("slack-percent") {
        after.slack_percent = *percent;
    }
    if let Some(written) = matches.get_one::<String>("wasteful") {
        after.wasteful = marked(written, &book.founding().task_list)?;
    }
    if matches.get_flag("no-wasteful") {
        after.wasteful.clear();
    }
    if before.as_ref() != Some(&after) {
        let change = Change::MetersSet {
            before,
            after: Some(after.clone()),
        };
        book.apply(Occasion::MetersSet, vec![change], context.clock.now())?;
    }
    told(context, &after)
}

/// The tasks that a person names, in the order of the list and each once.
fn marked(written: &str, list: &TaskList) -> Result<Vec<TaskCode>, Failure> {
    let mut codes: Vec<TaskCode> = Vec::new();
    for name in fold(written)
        .replace('、', ",")
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        let task = list.find(name).ok_or_else(|| {
            let message = phrase("meters-no-such-task").with("task", printable(name));
            Failure::new(Exit::Usage, message)
        })?;
        codes.push(task.code.clone());
    }
    let tasks = list.tasks.iter().map(|task| &task.code);
    Ok(tasks.filter(|code| codes.contains(code)).cloned().collect())
}

fn told(context: &Context, settings: &MeterSettings) -> Result<Answer, Failure> {
    let codes: Vec<&str> = settings.wasteful.iter().map(TaskCode::as_str).collect();
    if context.json {
        return show::json(&json!({
            "schema": "yutori.meters-set/1",
            "slack_percent": settings.slack_percent,
            "wasteful": codes,
        }))
        .map(Answer::done);
    }
    let said = match codes.as_slice() {
        [] => phrase("meters-set-none"),
        codes => phrase("meters-set").with("tasks", codes.join(", ")),
    };
    let said = said.with("percent", settings.slack_percent);
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}
