//! `yutori judge`

use clap::ArgMatches;

use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::failure::Failure;

pub(in crate::commands) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = reading.effect(context.clock.now().date_naive(), context.text)?;
    if context.json {
        return show::json(&finding.judgements).map(Answer::done);
    }
    Ok(Answer::done(format!("{}\n", finding.judgements.sentence)))
}
