//! `yutori documents`: how much paper and re-entry went away, and the ledger of which that is counted.

mod count;
mod kinds;
mod ledger;
mod ledger_text;
mod linkage;
mod linkage_text;
mod sheet;
mod show;

pub(super) use sheet::blank;

use clap::ArgMatches;

use super::{Answer, Context};
use crate::failure::Failure;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("linkage", matches)) => linkage::run(context, matches),
        Some(("list", matches)) => ledger::list(context, matches),
        Some(("offers", matches)) => ledger::offers(context, matches),
        Some(("add", matches)) => kinds::add(context, matches),
        Some(("edit", matches)) => kinds::edit(context, matches),
        Some(("remove", matches)) => kinds::remove(context, matches),
        Some(("facts", matches)) => kinds::facts(context, matches),
        Some(("count", matches)) => count::count(context, matches),
        Some(("tally", matches)) => count::tally(context, matches),
        Some(("goal", matches)) => count::goal(context, matches),
        Some(("set", matches)) => count::set(context, matches),
        Some(("export", matches)) => sheet::export(context, matches),
        _ => show::run(context, matches),
    }
}
