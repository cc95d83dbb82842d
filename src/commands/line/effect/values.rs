//! `yutori values` on the command line.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::commands::line::{flag, path, sub, value};
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    let command = sub("values", "[COMMAND]", text, text.get("values-cli"))
        .subcommand_help_heading(text.get("cli-heading-commands"));
    listed(command, text)
        .subcommand(listed(
            sub("values list", "", text, text.get("entering-cli-list")),
            text,
        ))
        .subcommands([set(text), remove(text), export(text), periods(text)])
}

fn indicators(text: &Text) -> Arg {
    value("indicator", "ID", text.get("entering-cli-indicators")).action(ArgAction::Append)
}

fn listed(command: Command, text: &Text) -> Command {
    command
        .arg(indicators(text))
        .arg(flag("with-staff", text.get("entering-cli-with-staff")))
}

fn word(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name)
        .value_name(shown)
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help)
}

/// Which figure.
fn of_figure(command: Command, text: &Text) -> Command {
    command
        .arg(word("id", "ID", text.get("entering-cli-id")))
        .arg(value("at", "W|YYYY-MM|YYYY-MM-DD", text.get("entering-cli-at")).required(true))
        .arg(value("staff", "S", text.get("entering-cli-staff")).conflicts_with("resident"))
        .arg(value("resident", "R", text.get("entering-cli-resident")))
}

fn set(text: &Text) -> Command {
    let command = sub("values set", "ID --at W VALUE", text, text.get("entering-cli-set"));
    of_figure(command, text)
        .arg(word("value", "VALUE", text.get("entering-cli-value")).allow_hyphen_values(true))
        .arg(value("of", "N", text.get("entering-cli-of")))
}

fn remove(text: &Text) -> Command {
    of_figure(
        sub("values remove", "ID --at W", text, text.get("entering-cli-remove")),
        text,
    )
}

fn export(text: &Text) -> Command {
    listed(
        sub(
            "values export",
            "--out FILE.csv|FILE.xlsx",
            text,
            text.get("entering-cli-export"),
        ),
        text,
    )
    .arg(path("out", "FILE", text.get("entering-cli-out")).required(true))
}

fn periods(text: &Text) -> Command {
    let wave = || word("wave", "W", text.get("entering-cli-wave"));
    sub("values periods", "[COMMAND]", text, text.get("entering-cli-periods"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub(
            "values periods list",
            "",
            text,
            text.get("entering-cli-periods-list"),
        ))
        .subcommand(
            sub(
                "values periods set",
                "W --from D --to D",
                text,
                text.get("entering-cli-periods-set"),
            )
            .arg(wave())
            .arg(value("from", "D", text.get("entering-cli-from")).required(true))
            .arg(value("to", "D", text.get("entering-cli-to")).required(true)),
        )
        .subcommand(
            sub(
                "values periods clear",
                "W",
                text,
                text.get("entering-cli-periods-clear"),
            )
            .arg(wave()),
        )
}

/// `blank figures`
pub(in crate::commands::line) fn blank(text: &Text) -> Command {
    sub(
        "blank figures",
        "--indicator ID --out FILE.xlsx",
        text,
        text.get("entering-cli-blank"),
    )
    .arg(indicators(text))
    .arg(value("wave", "W", text.get("entering-cli-blank-wave")))
    .arg(value(
        "months",
        "2025-04..2026-03",
        text.get("entering-cli-blank-months"),
    ))
    .arg(
        Arg::new("out")
            .long("out")
            .value_name("FILE.xlsx")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(text.get("entering-cli-blank-out")),
    )
}
