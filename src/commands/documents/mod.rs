//! `yutori documents`: how much paper and re-entry went away.

mod linkage;
mod linkage_text;
mod show;

use clap::ArgMatches;

use super::{Answer, Context};
use crate::failure::Failure;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("linkage", matches)) => linkage::run(context, matches),
        _ => show::run(context, matches),
    }
}
