//! `yutori subsidy`: schemes, and what they pay.

mod asked;
mod told;

use clap::ArgMatches;

use super::{Answer, Context, book, show};
use crate::catalog::Catalog;
use crate::failure::{Exit, Failure};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report;
use crate::subsidy::{Programme, outcomes};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("show", matches)) => show_one(context, matches),
        Some(("calc", matches)) => calc(context, matches),
        list_asked => list(context, list_asked.map_or(matches, |(_, matches)| matches)),
    }
}

/// The schemes at hand: those beside the book too, where there is one.
fn catalog(context: &Context, matches: &ArgMatches) -> Result<Catalog, Failure> {
    match book::named(context, matches)? {
        Some(path) => book::catalog(&path),
        None => Ok(Catalog::built_in()),
    }
}

fn one(catalog: &Catalog, matches: &ArgMatches) -> Result<Programme, Failure> {
    let id = matches
        .get_one::<String>("id")
        .expect("the command line requires an id");
    catalog.programme(id).cloned().ok_or_else(|| {
        let known: Vec<&str> = catalog.programmes().iter().map(|it| it.id.as_str()).collect();
        let message = phrase("subsidy-unknown")
            .with("id", printable(id))
            .with("known", known.join(", "));
        Failure::new(Exit::Usage, message)
    })
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let finding = report::programmes(&catalog(context, matches)?, context.text);
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(told::list(&finding, context.text)))
}

fn show_one(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let programme = one(&catalog(context, matches)?, matches)?;
    let finding = report::programme(&programme, context.text);
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(told::programme(&finding, context.text)))
}

fn calc(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let programme = one(&catalog(context, matches)?, matches)?;
    let refused = |fault: crate::subsidy::GrantFault| Failure::new(Exit::Usage, fault.phrase());
    let asked = asked::read(matches)?;
    let lines = outcomes(&programme, &asked.lines, asked.decided, asked.application.second).map_err(refused)?;
    let application = asked.with(&programme, &lines).map_err(refused)?;
    let finding = report::granted(&programme, &application, &lines, context.text).map_err(refused)?;
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(told::grant(&finding, context.text)))
}
