//! Commands that write the document ledger, on the command line.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::commands::line::{flag, path, sub, value};
use crate::text::Text;

/// All of them.
pub(super) fn commands(text: &Text) -> [Command; 11] {
    [
        list(text),
        offers(text),
        add(text),
        edit(text),
        remove(text),
        count(text),
        tally(text),
        goal(text),
        set(text),
        facts(text),
        export(text),
    ]
}

fn word(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name)
        .value_name(shown)
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help)
}

fn document(text: &Text) -> Arg {
    word("document", "DOC", text.get("ledger-cli-document"))
}

/// A field; a minus may stand before its figure, so that the answer tells what is wrong with it.
fn field(name: &'static str, shown: &'static str, help: String) -> Arg {
    value(name, shown, help).allow_hyphen_values(true)
}

fn list(text: &Text) -> Command {
    sub("documents list", "", text, text.get("ledger-cli-list")).arg(value(
        "month",
        "YYYY-MM",
        text.get("ledger-cli-list-month"),
    ))
}

fn offers(text: &Text) -> Command {
    sub("documents offers", "", text, text.get("ledger-cli-offers")).arg(flag("all", text.get("ledger-cli-offers-all")))
}

fn kind_fields(command: Command, text: &Text) -> Command {
    command
        .arg(field("group", "GROUP", text.get("ledger-cli-group")))
        .arg(field(
            "storage",
            "paper|data|both|not-kept",
            text.get("ledger-cli-storage"),
        ))
        .arg(field("keep-years", "N", text.get("ledger-cli-keep-years")))
}

fn add(text: &Text) -> Command {
    let command = sub("documents add", "NAME...", text, text.get("ledger-cli-add"));
    kind_fields(command, text)
        .arg(
            word("name", "NAME", text.get("ledger-cli-add-name"))
                .required(false)
                .required_unless_present("offered")
                .action(ArgAction::Append)
                .num_args(1..),
        )
        .arg(flag("offered", text.get("ledger-cli-add-offered")).conflicts_with("name"))
}

fn edit(text: &Text) -> Command {
    let command = sub("documents edit", "DOC", text, text.get("ledger-cli-edit")).arg(document(text));
    kind_fields(
        command.arg(value("name", "NAME", text.get("ledger-cli-edit-name"))),
        text,
    )
}

fn remove(text: &Text) -> Command {
    sub("documents remove", "DOC", text, text.get("ledger-cli-remove")).arg(document(text))
}

fn tally_fields(command: Command, text: &Text) -> Command {
    command
        .arg(field("pieces", "N", text.get("ledger-cli-pieces")))
        .arg(field("sheets", "N", text.get("ledger-cli-sheets")))
        .arg(field("copies", "N", text.get("ledger-cli-copies")))
}

fn count(text: &Text) -> Command {
    let command = sub("documents count", "DOC --month M", text, text.get("ledger-cli-count"))
        .arg(document(text))
        .arg(value("month", "YYYY-MM", text.get("ledger-cli-month")).required(true))
        .arg(field("medium", "paper|data|both", text.get("ledger-cli-medium")));
    tally_fields(command, text)
        .arg(field("minutes-per-piece", "MIN", text.get("ledger-cli-minutes")))
        .arg(field("reentries-per-piece", "N", text.get("ledger-cli-reentries")))
        .arg(field(
            "minutes-per-reentry",
            "MIN",
            text.get("ledger-cli-reentry-minutes"),
        ))
        .arg(flag("clear", text.get("ledger-cli-clear-month")))
}

fn tally(text: &Text) -> Command {
    let command = sub("documents tally", "DOC --date D", text, text.get("ledger-cli-tally"))
        .arg(document(text))
        .arg(value("date", "D", text.get("ledger-cli-date")).required(true));
    tally_fields(command, text)
        .arg(field("open-days", "N", text.get("ledger-cli-open-days")))
        .arg(flag("clear", text.get("ledger-cli-clear-day")))
}

fn goal(text: &Text) -> Command {
    sub(
        "documents goal",
        "DOC --month M SHEETS",
        text,
        text.get("ledger-cli-goal"),
    )
    .arg(document(text))
    .arg(
        word("goal", "SHEETS", text.get("ledger-cli-goal-sheets"))
            .required(false)
            .required_unless_present("clear")
            .allow_hyphen_values(true),
    )
    .arg(value("month", "YYYY-MM", text.get("ledger-cli-month")).required(true))
    .arg(flag("clear", text.get("ledger-cli-clear-goal")).conflicts_with("goal"))
}

fn set(text: &Text) -> Command {
    sub("documents set", "", text, text.get("ledger-cli-set"))
        .arg(field("before", "YYYY-MM", text.get("ledger-cli-before")))
        .arg(field("after", "YYYY-MM", text.get("ledger-cli-after")))
        .arg(field("paper-yen", "YEN", text.get("ledger-cli-paper-yen")))
        .arg(field("print-yen", "YEN", text.get("ledger-cli-print-yen")))
        .arg(field("wage", "YEN", text.get("ledger-cli-wage")))
        .arg(field("binder-sheets", "N", text.get("ledger-cli-binder-sheets")))
}

fn facts(text: &Text) -> Command {
    sub("documents facts", "DOC FACT=WAY...", text, text.get("ledger-cli-facts"))
        .arg(document(text))
        .arg(
            word("fact", "FACT=first|again|once", text.get("ledger-cli-fact"))
                .required(false)
                .action(ArgAction::Append)
                .num_args(1..),
        )
        .arg(value("remove", "FACT", text.get("ledger-cli-fact-remove")).action(ArgAction::Append))
}

fn export(text: &Text) -> Command {
    sub(
        "documents export",
        "--out FILE.csv",
        text,
        text.get("ledger-cli-export"),
    )
    .arg(path("out", "FILE.csv", text.get("ledger-cli-export-out")).required(true))
    .arg(flag("days", text.get("ledger-cli-export-days")))
}

/// `blank documents`
pub(in crate::commands::line) fn blank(text: &Text) -> Command {
    sub("blank documents", "--out FILE.xlsx", text, text.get("ledger-cli-blank"))
        .arg(value("month", "YYYY-MM", text.get("ledger-cli-blank-month")).action(ArgAction::Append))
        .arg(value("week", "D", text.get("ledger-cli-blank-week")))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FILE.xlsx")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(text.get("ledger-cli-blank-out")),
        )
}
