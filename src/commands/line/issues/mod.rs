//! `yutori issues` on the command line.

mod alarms;
mod choice;
mod map;
mod meetings;

use clap::Command;

use super::sub;
use crate::text::Text;

/// `issues` with everything below it.
pub(super) fn issues(text: &Text) -> Command {
    sub("issues", "[COMMAND]", text, text.get("cli-issues"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(alarms::alarms(text))
        .subcommand(map::map(text))
        .subcommand(choice::challenge(text))
        .subcommand(meetings::meetings(text))
}
