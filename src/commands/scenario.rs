//! `yutori scenario`: what if work were moved or cut; saved beside the data, never in it.

use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, plain, show};
use crate::book::{Book, Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report;
use crate::worktime::{Move, Scenario};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("show", matches)) => show_one(context, matches),
        Some(("save", matches)) => save(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        list_asked => list(context, list_asked.map_or(matches, |(_, matches)| matches)),
    }
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = report::scenarios(&reading, context.text);
    let said = if context.json {
        show::json(&finding)?
    } else {
        plain::scenarios(&finding, context.text)
    };
    Ok(Answer::done(said))
}

fn name(matches: &ArgMatches) -> &str {
    matches
        .get_one::<String>("name")
        .expect("the command line requires a name")
        .trim()
}

fn kept(book: &Book, name: &str) -> Result<Option<Scenario>, Failure> {
    Ok(book.scenarios()?.into_iter().find(|scenario| scenario.name == name))
}

fn must_be_kept(book: &Book, name: &str) -> Result<Scenario, Failure> {
    kept(book, name)?.ok_or_else(|| {
        let message = phrase("scenario-none").with("name", printable(name));
        Failure::new(Exit::Refused, message)
    })
}

fn show_one(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let book = book::open(context, matches)?;
    let scenario = must_be_kept(&book, name(matches))?;
    told(context, &book, &scenario)
}

fn told(context: &Context, book: &Book, scenario: &Scenario) -> Result<Answer, Failure> {
    let reading = Reading::of(book)?;
    let load = report::day_load(&reading, scenario.wave);
    let finding = report::scenario(&reading, &load, scenario, context.text);
    let exit = if finding.fault.is_some() {
        Exit::Refused
    } else {
        Exit::Done
    };
    let said = if context.json {
        show::json(&finding)?
    } else {
        plain::scenario(&finding, context.text)
    };
    Ok(Answer { said, exit })
}

fn save(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let scenario = asked(matches)?;
    let reading = Reading::of(&book)?;
    if !reading.waves().contains(&scenario.wave) {
        let message = phrase("no-such-wave").with("wave", scenario.wave.label());
        return Err(Failure::new(Exit::Refused, message));
    }
    let load = report::day_load(&reading, scenario.wave);
    if let Err((place, fault)) = load.after(&scenario.moves, &reading.founding.task_list) {
        let step = scenario.moves.get(place).expect("a fault is at one of the moves");
        return Err(Failure::new(Exit::Refused, fault.phrase(step)).at(step.written()));
    }
    let before = kept(&book, &scenario.name)?;
    if before.as_ref() != Some(&scenario) {
        let change = Change::ScenarioKept {
            before: before.map(Box::new),
            after: Some(Box::new(scenario.clone())),
        };
        let occasion = Occasion::ScenarioKept {
            name: scenario.name.clone(),
        };
        book.apply(occasion, vec![change], context.clock.now())?;
    }
    told(context, &book, &scenario)
}

/// The scenario that the command line describes.
fn asked(matches: &ArgMatches) -> Result<Scenario, Failure> {
    let name = Scenario::named(name(matches)).ok_or_else(|| Failure::new(Exit::Usage, phrase("scenario-bad-name")))?;
    let wave = book::wave(matches, "wave")?.expect("the command line requires --wave");
    let written = matches.get_many::<String>("move").unwrap_or_default();
    let moves = written
        .map(|written| {
            Move::parse(written).ok_or_else(|| {
                let message = phrase("usage-move").with("written", printable(written));
                Failure::new(Exit::Usage, message)
            })
        })
        .collect::<Result<Vec<Move>, Failure>>()?;
    Ok(Scenario { name, wave, moves })
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let scenario = must_be_kept(&book, name(matches))?;
    let name = scenario.name.clone();
    let change = Change::ScenarioKept {
        before: Some(Box::new(scenario)),
        after: None,
    };
    let occasion = Occasion::ScenarioKept { name: name.clone() };
    book.apply(occasion, vec![change], context.clock.now())?;
    if context.json {
        return show::json(&json!({"schema": "yutori.scenario-removed/1", "name": name})).map(Answer::done);
    }
    let said = phrase("scenario-removed").with("name", printable(&name));
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}
