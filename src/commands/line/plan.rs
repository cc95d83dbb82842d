//! `yutori plan` on the command line.

use std::path::PathBuf;

use clap::{Arg, Command, value_parser};

use super::{flag, sub, value};
use crate::text::Text;

/// `plan` with everything below it.
pub(super) fn plan(text: &Text) -> Command {
    sub("plan", "COMMAND", text, text.get("cli-plan"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommand(sub("plan compare", "", text, text.get("cli-plan-compare")).arg(value(
            "wave",
            "W",
            text.get("cli-plan-wave"),
        )))
        .subcommand(sub("plan list", "", text, text.get("cli-plan-list")).arg(value(
            "wave",
            "W",
            text.get("cli-plan-wave"),
        )))
        .subcommand(import(text))
        .subcommand(remove(text))
}

fn import(text: &Text) -> Command {
    sub("plan import", "PATH...", text, text.get("cli-plan-import"))
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(text.get("cli-plan-paths")),
        )
        .arg(value("wave", "W", text.get("cli-import-wave")))
        .arg(value("year", "Y", text.get("cli-import-year")).value_parser(value_parser!(i32).range(1990..=2100)))
        .arg(flag("dry-run", text.get("cli-import-dry-run")))
}

fn remove(text: &Text) -> Command {
    sub("plan remove", "NAME --wave W", text, text.get("cli-plan-remove"))
        .arg(
            Arg::new("name")
                .value_name("NAME")
                .required(true)
                .help(text.get("cli-plan-name")),
        )
        .arg(value("wave", "W", text.get("cli-plan-wave")).required(true))
        .arg(value("date", "YYYY-MM-DD", text.get("cli-plan-date")))
}
