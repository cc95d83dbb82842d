//! `yutori documents`: how much paper and re-entry went away.

mod show;

use clap::ArgMatches;

use super::{Answer, Context};
use crate::failure::Failure;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    show::run(context, matches)
}
