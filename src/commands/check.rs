//! `yutori check`: data quality and integrity.

use clap::ArgMatches;

use super::results::Reading;
use super::{Answer, Context, accept, book, plain, show};
use crate::failure::{Exit, Failure};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    if let Some(("accept", matches)) = matches.subcommand() {
        return accept::run(context, matches);
    }
    let book = book::open(context, matches)?;
    let finding = Reading::of(&book)?.check(&book, context.text)?;
    let exit = if finding.ok { Exit::Done } else { Exit::Refused };
    let said = if context.json {
        show::json(&finding)?
    } else {
        plain::check(&finding, context.text)
    };
    Ok(Answer { said, exit })
}
