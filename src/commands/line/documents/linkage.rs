//! `yutori documents linkage` on the command line.

use clap::{Arg, ArgAction, Command};

use crate::commands::line::{flag, sub, value};
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("documents linkage", "[COMMAND]", text, text.get("linkage-cli"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub("documents linkage show", "", text, text.get("linkage-cli-show")))
        .subcommand(set(text))
}

fn set(text: &Text) -> Command {
    sub(
        "documents linkage set",
        "[before|after]",
        text,
        text.get("linkage-cli-set"),
    )
    .arg(
        Arg::new("side")
            .value_name("before|after")
            .help(text.get("linkage-cli-side")),
    )
    .arg(value("month", "YYYY-MM", text.get("linkage-cli-month")))
    .arg(value("way", "WAY", text.get("linkage-cli-way")))
    .arg(value("pieces", "N", text.get("linkage-cli-pieces")))
    .arg(value("minutes", "STEP=MIN", text.get("linkage-cli-minutes")).action(ArgAction::Append))
    .arg(value("yen", "YEN", text.get("linkage-cli-yen")))
    .arg(value("wage", "YEN|none", text.get("linkage-cli-wage")))
    .arg(value("licence", "YEN|none", text.get("linkage-cli-licence")))
    .arg(flag("remove", text.get("linkage-cli-remove")).conflicts_with_all(["month", "pieces", "minutes", "yen"]))
}
