//! `yutori issues columns` on the command line.

use clap::{Arg, Command};

use super::super::sub;
use crate::text::Text;

/// `issues columns` with everything below it.
pub(super) fn columns(text: &Text) -> Command {
    let word = |name: &'static str, shown: &'static str| Arg::new(name).value_name(shown).required(true);
    let heading = || word("heading", "HEADING").help(text.get("surveyin-cli-heading"));
    let meaning = word("meaning", "MEANING")
        .help(text.get("surveyin-cli-meaning"))
        .allow_hyphen_values(true);
    sub(
        "issues columns",
        "list|set|remove",
        text,
        text.get("surveyin-cli-columns"),
    )
    .subcommand_help_heading(text.get("cli-heading-commands"))
    .subcommand_required(true)
    .subcommand(sub(
        "issues columns list",
        "",
        text,
        text.get("surveyin-cli-columns-list"),
    ))
    .subcommand(
        sub(
            "issues columns set",
            "HEADING MEANING",
            text,
            text.get("surveyin-cli-columns-set"),
        )
        .arg(heading())
        .arg(meaning),
    )
    .subcommand(
        sub(
            "issues columns remove",
            "HEADING",
            text,
            text.get("surveyin-cli-columns-remove"),
        )
        .arg(heading()),
    )
}
