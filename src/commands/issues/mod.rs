//! `yutori issues`: challenges, from the survey to the committee.

mod answer;
mod questionnaire;
mod alarms;
mod map;

use clap::ArgMatches;

pub(super) use answer::{asked, round};

use super::results::Reading;
use super::{Answer, Context, book, show};
use crate::failure::Failure;
use crate::report;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("questionnaire", matches)) => questionnaire::run(context, matches),
        Some(("answer", matches)) => answer::answer(context, matches),
        Some(("responses", matches)) => answer::responses(context, matches),
        Some(("alarms", matches)) => alarms::run(context, matches),
        Some(("map", matches)) => map::run(context, matches),
        Some((_, matches)) => all(context, matches),
        None => all(context, matches),
    }
}

/// Everything about challenges.
fn all(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = report::issues(&reading, context.clock.now().date_naive(), context.text);
    show::json(&finding).map(Answer::done)
}
