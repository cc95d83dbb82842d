//! `yutori issues`: challenges, from the survey to the committee.

mod alarms;
mod answer;
mod choice;
mod columns;
mod map;
mod measure;
mod measure_text;
mod meetings;
mod notices;
mod overview;
mod questionnaire;
mod survey;

use clap::ArgMatches;

pub(super) use answer::{asked, round};

use super::results::Reading;
use super::{Answer, Context, book, show};
use crate::failure::Failure;
use crate::report;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("columns", matches)) => columns::run(context, matches),
        Some(("questionnaire", matches)) => questionnaire::run(context, matches),
        Some(("answer", matches)) => answer::answer(context, matches),
        Some(("responses", matches)) => answer::responses(context, matches),
        Some(("alarms", matches)) => alarms::run(context, matches),
        Some(("map", matches)) => map::run(context, matches),
        Some(("challenge", matches)) => choice::run(context, matches),
        Some(("meetings", matches)) => meetings::run(context, matches),
        Some(("measure", matches)) => measure::run(context, matches),
        Some(("notices", matches)) => notices::run(context, matches),
        Some(("survey", matches)) => survey::run(context, matches),
        Some((_, matches)) => all(context, matches),
        None => all(context, matches),
    }
}

/// Everything about challenges.
fn all(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = report::issues(&reading, context.clock.now().date_naive(), context.text);
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(overview::overview(&reading, &finding, context.text)))
}
