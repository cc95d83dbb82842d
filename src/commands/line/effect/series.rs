//! `yutori series` on the command line.

use clap::{Arg, Command};

use crate::commands::line::{sub, value};
use crate::stats::RuleSet;
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("series", "[phase ...]", text, text.get("series-cli"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .arg(value("indicator", "ID", text.get("series-cli-indicator")))
        .arg(rules(text))
        .subcommand(phase(text))
}

/// `--rules`, which the chart of a series has too.
pub(in crate::commands) fn rules(text: &Text) -> Arg {
    value(
        "rules",
        "anhoej|ihi|mdc|mdc-excel|shewhart",
        text.get("series-cli-rules"),
    )
    .value_parser(RuleSet::ALL.map(RuleSet::id))
    .hide_possible_values(true)
}

fn phase(text: &Text) -> Command {
    let indicator = || {
        Arg::new("id")
            .value_name("ID")
            .required(true)
            .help(text.get("series-cli-phase-id"))
    };
    let from = || value("from", "2025-12", text.get("series-cli-phase-from")).required(true);
    sub("series phase", "add|remove", text, text.get("series-cli-phase"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommand(
            sub(
                "series phase add",
                "ID --from 2025-12 --because TEXT",
                text,
                text.get("series-cli-phase-add"),
            )
            .arg(indicator())
            .arg(from())
            .arg(value("because", "TEXT", text.get("series-cli-phase-because")).required(true)),
        )
        .subcommand(
            sub(
                "series phase remove",
                "ID --from 2025-12",
                text,
                text.get("series-cli-phase-remove"),
            )
            .arg(indicator())
            .arg(from()),
        )
}
