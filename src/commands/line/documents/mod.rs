//! `yutori documents` on the command line.

use clap::Command;

use crate::commands::line::sub;
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("documents", "", text, text.get("papers-cli")).subcommand_help_heading(text.get("cli-heading-commands"))
}
