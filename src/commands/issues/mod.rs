//! `yutori issues`: challenges, from the survey to the committee.

mod alarms;
mod choice;
mod map;
mod meetings;

use clap::ArgMatches;

use super::results::Reading;
use super::{Answer, Context, book, show};
use crate::failure::Failure;
use crate::report;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("alarms", matches)) => alarms::run(context, matches),
        Some(("map", matches)) => map::run(context, matches),
        Some(("challenge", matches)) => choice::run(context, matches),
        Some(("meetings", matches)) => meetings::run(context, matches),
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
