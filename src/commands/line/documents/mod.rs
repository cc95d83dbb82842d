//! `yutori documents` on the command line.

mod ledger;
mod linkage;

pub(super) use ledger::blank as blank_documents;

use clap::Command;

use crate::commands::line::sub;
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("documents", "[COMMAND]", text, text.get("papers-cli"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(linkage::line(text))
        .subcommands(ledger::commands(text))
}
