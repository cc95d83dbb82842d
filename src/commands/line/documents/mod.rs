//! `yutori documents` on the command line.

mod linkage;

use clap::Command;

use crate::commands::line::sub;
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("documents", "[COMMAND]", text, text.get("papers-cli"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(linkage::line(text))
}
