//! `yutori subsidy` on the command line.

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command};

use super::{flag, sub, value};
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    let named = |command: Command| {
        command.arg(
            Arg::new("id")
                .value_name("ID")
                .required(true)
                .value_parser(NonEmptyStringValueParser::new())
                .help(text.get("subsidy-cli-id")),
        )
    };
    let calc = sub("subsidy calc", "ID", text, text.get("subsidy-cli-calc"))
        .arg(value("cost", "YEN", text.get("subsidy-cli-cost")))
        .arg(
            value("line", "PARTS", text.get("subsidy-cli-line"))
                .action(ArgAction::Append)
                .conflicts_with_all(["cost", "recurring"]),
        )
        .arg(value("staff", "N", text.get("subsidy-cli-staff")))
        .arg(value("condition", "NAME", text.get("subsidy-cli-condition")).action(ArgAction::Append))
        .arg(value("earlier", "YEN", text.get("subsidy-cli-earlier")).action(ArgAction::Append))
        .arg(flag("second", text.get("subsidy-cli-second")))
        .arg(value("recurring", "YEN", text.get("subsidy-cli-recurring")))
        .arg(value("decided", "DATE", text.get("subsidy-cli-decided")));
    sub("subsidy", "", text, text.get("subsidy-cli"))
        .subcommand(sub("subsidy list", "", text, text.get("subsidy-cli-list")))
        .subcommand(named(sub("subsidy show", "ID", text, text.get("subsidy-cli-show"))))
        .subcommand(named(calc))
}
