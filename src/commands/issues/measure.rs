//! `yutori issues measure`: measures, how they go, the plan.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;
use serde_json::json;

use crate::book::{Book, Change, Occasion};
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::failure::{Exit, Failure};
use crate::intake::one_day;
use crate::issues::{
    ChallengeId, Measure, MeasureDraft, MeasureFault, MeasureId, Status, USUAL_MONTHS, ViewpointCode, last_day_of,
};
use crate::office::{Role, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{MeasureLine, MeasuresFinding};
use crate::report::{self, measure_followed, measure_ground, measure_kept};

use super::measure_text;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("show", matches)) => show_one(context, matches),
        Some(("add", matches)) => add(context, matches),
        Some(("edit", matches)) => edit(context, matches),
        Some(("step", matches)) => step(context, matches),
        Some(("check", matches)) => check(context, matches),
        Some(("news", matches)) => news(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        other => list(context, other.map_or(matches, |(_, matches)| matches)),
    }
}

/// A finding with the name of its shape.
#[derive(Serialize)]
struct Named<'a, T: Serialize> {
    schema: &'static str,
    #[serde(flatten)]
    finding: &'a T,
}

fn finding(context: &Context, reading: &Reading) -> MeasuresFinding {
    report::issues(reading, today(context), context.text).measures
}

fn today(context: &Context) -> NaiveDate {
    context.clock.now().date_naive()
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = finding(context, &reading);
    if context.json {
        let named = Named {
            schema: "yutori.measures/1",
            finding: &finding,
        };
        return show::json(&named).map(Answer::done);
    }
    Ok(Answer::done(measure_text::list(&finding, context.text)))
}

fn show_one(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let book = book::open(context, matches)?;
    let measure = named(&book, matches)?;
    told(context, &book, measure.id)
}

/// A measure as it stands in the book now.
fn told(context: &Context, book: &Book, id: MeasureId) -> Result<Answer, Failure> {
    let reading = Reading::of(book)?;
    let finding = finding(context, &reading);
    let line: &MeasureLine = finding
        .measures
        .iter()
        .find(|line| line.number == id.0)
        .expect("a measure of the book is in the finding");
    if context.json {
        let named = Named {
            schema: "yutori.measure/1",
            finding: line,
        };
        return show::json(&named).map(Answer::done);
    }
    Ok(Answer::done(measure_text::one(line, &finding, context.text)))
}

/// The measure whose number stands on the command line.
fn named(book: &Book, matches: &ArgMatches) -> Result<Measure, Failure> {
    let written = text(matches, "number");
    let refused = || {
        let message = phrase("measures-none-such").with("number", printable(written));
        Failure::new(Exit::Refused, message)
    };
    let id = MeasureId::parse(written).ok_or_else(refused)?;
    book.issues()?.measure(id).cloned().ok_or_else(refused)
}

fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

fn usage(message: Phrase) -> Failure {
    Failure::new(Exit::Usage, message)
}

fn refused(fault: &MeasureFault) -> Failure {
    Failure::new(Exit::Refused, fault.phrase())
}

/// A day from an option; without a year it is the one nearest to another day.
fn day(matches: &ArgMatches, name: &str, near: NaiveDate) -> Result<Option<NaiveDate>, Failure> {
    let written = matches.get_one::<String>(name);
    written.map(|written| one_day(written, near).map_err(usage)).transpose()
}

/// All values of an option.
fn values<'a>(matches: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    let values = matches.get_many::<String>(name).unwrap_or_default();
    values.map(String::as_str).collect()
}

fn write(
    context: &Context,
    book: &mut Book,
    id: MeasureId,
    (occasion, changes): (Occasion, Vec<Change>),
) -> Result<Answer, Failure> {
    let is_same = |change: &Change| matches!(change, Change::MeasureKept { before, after } if before == after);
    if !changes.iter().all(is_same) {
        book.apply(occasion, changes, context.clock.now())?;
    }
    told(context, book, id)
}

fn add(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let today = today(context);
    let start = day(matches, "start", today)?.unwrap_or(today);
    let empty = MeasureDraft {
        text: text(matches, "text").to_owned(),
        challenge: None,
        viewpoint: None,
        owner: None,
        start,
        end: None,
        indicators: Vec::new(),
        checks: None,
    };
    let draft = said(matches, empty, today)?;
    let id = MeasureId::after(reading.issues.measures.iter().map(|it| it.id));
    let mut measure = draft
        .decided(id, today, &measure_ground(&reading))
        .map_err(|fault| refused(&fault))?;
    for written in values(matches, "step") {
        let (due, what) = written
            .trim()
            .split_once([' ', '　'])
            .ok_or_else(|| usage(phrase("measures-usage-step").with("written", printable(written))))?;
        let due = one_day(due, start).map_err(usage)?;
        measure = measure.with_step(what, due).map_err(|fault| refused(&fault))?;
    }
    write(context, &mut book, id, measure_kept(None, Some(&measure)))
}

/// A draft with what the command line says of it.
fn said(matches: &ArgMatches, before: MeasureDraft, today: NaiveDate) -> Result<MeasureDraft, Failure> {
    let mut draft = before;
    if let Some(written) = matches.get_one::<String>("challenge") {
        let unknown = || usage(phrase("measures-unknown-challenge").with("number", printable(written)));
        draft.challenge = Some(ChallengeId::parse(written).ok_or_else(unknown)?);
        // Another challenge brings its own viewpoint.
        draft.viewpoint = None;
    }
    if let Some(written) = matches.get_one::<String>("viewpoint") {
        draft.viewpoint = Some(ViewpointCode::parse(written));
    }
    if let Some(written) = matches.get_one::<String>("owner") {
        let owner = Role::parse(written).map_err(|_| usage(phrase("measures-no-role")))?;
        draft.owner = Some(owner);
    }
    if let Some(start) = day(matches, "start", today)? {
        draft.start = start;
    }
    // An end without a year lies after the start: the day nearest to where an end is usual.
    if let Some(end) = day(matches, "end", last_day_of(draft.start, USUAL_MONTHS))? {
        draft.end = Some(end);
    }
    let indicators = values(matches, "indicator");
    if !indicators.is_empty() {
        draft.indicators = indicators.into_iter().map(str::to_owned).collect();
    }
    let checks = values(matches, "check");
    if !checks.is_empty() {
        let days = checks
            .into_iter()
            .map(|written| one_day(written, draft.start).map_err(usage));
        draft.checks = Some(days.collect::<Result<Vec<NaiveDate>, Failure>>()?);
    }
    Ok(draft)
}

fn edit(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let before = named(&book, matches)?;
    let reading = Reading::of(&book)?;
    let mut draft = said(matches, MeasureDraft::of(&before), today(context))?;
    if let Some(text) = matches.get_one::<String>("text") {
        draft.text.clone_from(text);
    }
    if matches.get_flag("no-challenge") {
        draft.challenge = None;
        draft.viewpoint = draft.viewpoint.or_else(|| Some(before.viewpoint.clone()));
    }
    if matches.get_flag("no-owner") {
        draft.owner = None;
    }
    if matches.get_flag("no-indicators") {
        draft.indicators.clear();
    }
    let after = draft
        .changed(&before, &measure_ground(&reading))
        .map_err(|fault| refused(&fault))?;
    write(context, &mut book, before.id, measure_kept(Some(&before), Some(&after)))
}

fn step(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let before = named(&book, matches)?;
    let today = today(context);
    let Some((what, matches)) = matches.subcommand() else {
        return told(context, &book, before.id);
    };
    let due = || day(matches, "due", today).map(|day| day.unwrap_or(today));
    let place = || matches.get_one::<usize>("step").copied().unwrap_or(0);
    let after = match what {
        "add" => before.with_step(text(matches, "text"), due()?),
        "change" => before.with_step_changed(place(), text(matches, "text"), due()?),
        "done" => before.with_step_done(place(), day(matches, "on", today)?.unwrap_or(today), today),
        "undo" => before.with_step_undone(place()),
        _ => before.without_step(place()),
    }
    .map_err(|fault| refused(&fault))?;
    let act = match what {
        "done" | "undo" => measure_followed(&before, &after),
        _ => measure_kept(Some(&before), Some(&after)),
    };
    write(context, &mut book, before.id, act)
}

fn check(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let before = named(&book, matches)?;
    let today = today(context);
    let undo = matches.get_flag("undo");
    let check = match day(matches, "day", today)? {
        Some(day) => day,
        None => before.next_check().ok_or_else(|| refused(&MeasureFault::NoOpenCheck))?,
    };
    let on = day(matches, "on", today)?.unwrap_or(today);
    let after = before
        .with_check_done(check, (!undo).then_some(on), today)
        .map_err(|fault| refused(&fault))?;
    write(context, &mut book, before.id, measure_followed(&before, &after))
}

fn news(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let before = named(&book, matches)?;
    let today = today(context);
    let written = text(matches, "status");
    let status = Status::parse(written)
        .ok_or_else(|| usage(phrase("measures-usage-status").with("written", printable(written))))?;
    let on = day(matches, "date", today)?.unwrap_or(today);
    let after = before
        .with_news(on, status, text(matches, "because"), today)
        .map_err(|fault| refused(&fault))?;
    write(context, &mut book, before.id, measure_followed(&before, &after))
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let before = named(&book, matches)?;
    let (occasion, changes) = measure_kept(Some(&before), None);
    book.apply(occasion, changes, context.clock.now())?;
    if context.json {
        return show::json(&json!({"schema": "yutori.measure-removed/1", "number": before.id})).map(Answer::done);
    }
    let said = phrase("measures-removed")
        .with("number", before.id.to_string())
        .with("text", printable(&before.text));
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}
