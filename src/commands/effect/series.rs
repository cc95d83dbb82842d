//! `yutori series`: months and days read by named rules, and where a series runs anew.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

use super::series_text;
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::effect::{Indicator, PhaseFault};
use crate::failure::{Exit, Failure};
use crate::intake::indicator_named;
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::{phase_begun, phase_kept, phase_of, series, series_of};
use crate::screens::effect::phase_start;
use crate::stats::RuleSet;

pub(in crate::commands) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("phase", matches)) => match matches.subcommand() {
            Some(("add", matches)) => add(context, matches),
            Some((_, matches)) => remove(context, matches),
            None => list(context, matches),
        },
        _ => list(context, matches),
    }
}

/// The rules that were asked for.
pub(in crate::commands) fn rules(matches: &ArgMatches) -> Option<RuleSet> {
    matches.get_one::<String>("rules").and_then(|id| RuleSet::of_id(id))
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let rules = rules(matches);
    let Some(id) = matches.get_one::<String>("indicator") else {
        let all = series(&reading, rules, context.text);
        if context.json {
            return show::json(&json!({"schema": "yutori.series-list/1", "series": all})).map(Answer::done);
        }
        return Ok(Answer::done(series_text::list(&all, context.text)));
    };
    let indicator = named(&reading, id)?;
    if !indicator.per.is_series() {
        return Err(refused(&PhaseFault::NoSeries));
    }
    let found = series_of(&reading, &indicator, rules, context.text).ok_or_else(|| refused(&PhaseFault::NoValue))?;
    if context.json {
        return show::json(&found).map(Answer::done);
    }
    Ok(Answer::done(series_text::one(&found, context.text)))
}

/// The indicator with this id or name; a refusal names those that can have a series.
fn named(reading: &Reading, written: &str) -> Result<Indicator, Failure> {
    let all = reading.indicators();
    let found = indicator_named(written, &all);
    found.map(|place| all[place].clone()).ok_or_else(|| {
        let can = all.iter().filter(|it| it.per.is_series());
        let ids: Vec<&str> = can.map(|it| it.id.as_str()).collect();
        let message = phrase("usage-indicator")
            .with("id", printable(written))
            .with("ids", ids.join(", "));
        Failure::new(Exit::Usage, message)
    })
}

fn refused(fault: &PhaseFault) -> Failure {
    Failure::new(Exit::Refused, fault.phrase())
}

fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

fn today(context: &Context) -> NaiveDate {
    context.clock.now().date_naive()
}

fn add(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let indicator = named(&reading, text(matches, "id"))?;
    let phase = phase_start(indicator.per, text(matches, "from"), today(context))
        .and_then(|from| phase_begun(&reading, &indicator, from, text(matches, "because")))
        .map_err(|fault| refused(&fault))?;
    let name = context.text.lang().of(&indicator.name);
    let (occasion, changes) = phase_kept(name, None, Some(&phase));
    book.apply(occasion, changes, context.clock.now())?;
    let said = phrase("series-phase-added")
        .with("name", name)
        .with("from", phase.from.phrase())
        .with("because", phase.cause.as_str());
    if context.json {
        let said = json!({
            "schema": "yutori.series-phase/1", "id": indicator.id, "from": phase.from.to_string(), "cause": phase.cause,
        });
        return show::json(&said).map(Answer::done);
    }
    Ok(told(
        context,
        &Reading::of(&book)?,
        &indicator,
        &context.text.say(&said),
    ))
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let indicator = named(&reading, text(matches, "id"))?;
    let phase = phase_start(indicator.per, text(matches, "from"), today(context))
        .and_then(|from| phase_of(&reading, &indicator, from))
        .map_err(|fault| refused(&fault))?;
    let name = context.text.lang().of(&indicator.name);
    let (occasion, changes) = phase_kept(name, Some(phase), None);
    book.apply(occasion, changes, context.clock.now())?;
    if context.json {
        let said = json!({
            "schema": "yutori.series-phase-removed/1", "id": indicator.id, "from": phase.from.to_string(),
        });
        return show::json(&said).map(Answer::done);
    }
    let said = phrase("series-phase-removed")
        .with("name", name)
        .with("from", phase.from.phrase());
    Ok(told(
        context,
        &Reading::of(&book)?,
        &indicator,
        &context.text.say(&said),
    ))
}

/// What was done, and what the series shows now.
fn told(context: &Context, reading: &Reading, indicator: &Indicator, done: &str) -> Answer {
    let now = series_of(reading, indicator, None, context.text).map_or_else(String::new, |it| it.sentence);
    Answer::done(format!("{done}\n{now}\n"))
}
