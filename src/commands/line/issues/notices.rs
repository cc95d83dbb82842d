//! `yutori issues notices` on the command line.

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::super::{sub, value};
use crate::text::Text;

/// `issues notices` with everything below it.
pub(super) fn notices(text: &Text) -> Command {
    filters(sub("issues notices", "[COMMAND]", text, text.get("notices-cli")), text)
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(filters(
            sub("issues notices list", "", text, text.get("notices-cli-list")),
            text,
        ))
        .subcommands([add(text), edit(text), remove(text)])
        .subcommands([group(text), ungroup(text), tag(text), untag(text)])
        .subcommands([merge(text), unmerge(text)])
        .subcommand(sub("issues notices similar", "", text, text.get("notices-cli-similar")))
}

/// Which notices are listed.
fn filters(command: Command, text: &Text) -> Command {
    command
        .arg(value("find", "TEXT", text.get("notices-cli-find")))
        .arg(value("kind", "K", text.get("notices-cli-kind")))
        .arg(value("tag", "T", text.get("notices-cli-of-tag")))
        .arg(value("group", "G", text.get("notices-cli-of-group")))
}

fn word(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name)
        .value_name(shown)
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help)
}

fn number(text: &Text) -> Arg {
    word("number", "N", text.get("notices-cli-number"))
}

fn numbers(text: &Text) -> Arg {
    word("numbers", "N", text.get("notices-cli-numbers")).num_args(1..)
}

/// What is told of a notice besides its text.
fn about(command: Command, text: &Text) -> Command {
    let degree =
        |name: &'static str, help: String| value(name, "1-5", help).value_parser(value_parser!(u8).range(1..=5));
    command
        .arg(value("when", "TEXT", text.get("notices-cli-when")))
        .arg(value("where", "TEXT", text.get("notices-cli-where")))
        .arg(value("kind", "K", text.get("notices-cli-kind")))
        .arg(degree("often", text.get("notices-cli-often")))
        .arg(degree("heavy", text.get("notices-cli-heavy")))
        .arg(value("role", "R", text.get("notices-cli-role")))
        .arg(value("unit", "U", text.get("notices-cli-unit")))
        .arg(value("date", "D", text.get("notices-cli-date")))
}

fn add(text: &Text) -> Command {
    let command = sub("issues notices add", "TEXT", text, text.get("notices-cli-add"));
    about(command.arg(word("text", "TEXT", text.get("notices-cli-text"))), text)
}

fn edit(text: &Text) -> Command {
    let command = sub("issues notices edit", "N", text, text.get("notices-cli-edit"))
        .arg(number(text))
        .arg(value("text", "TEXT", text.get("notices-cli-text")));
    let clear = value(
        "clear",
        "when|where|kind|often|heavy|role|unit|date",
        text.get("notices-cli-clear"),
    );
    about(command, text).arg(
        clear
            .value_parser(["when", "where", "kind", "often", "heavy", "role", "unit", "date"])
            .hide_possible_values(true)
            .action(ArgAction::Append),
    )
}

fn remove(text: &Text) -> Command {
    sub("issues notices remove", "N...", text, text.get("notices-cli-remove")).arg(numbers(text))
}

fn group(text: &Text) -> Command {
    sub("issues notices group", "NAME N...", text, text.get("notices-cli-group"))
        .arg(word("name", "NAME", text.get("notices-cli-group-name")))
        .arg(numbers(text))
}

fn ungroup(text: &Text) -> Command {
    sub("issues notices ungroup", "N...", text, text.get("notices-cli-ungroup")).arg(numbers(text))
}

fn words(text: &Text) -> Arg {
    word("words", "WORD", text.get("notices-cli-words")).num_args(1..)
}

fn tag(text: &Text) -> Command {
    sub("issues notices tag", "N WORD...", text, text.get("notices-cli-tag"))
        .arg(number(text))
        .arg(words(text))
}

fn untag(text: &Text) -> Command {
    sub("issues notices untag", "N WORD...", text, text.get("notices-cli-untag"))
        .arg(number(text))
        .arg(words(text))
}

fn merge(text: &Text) -> Command {
    sub(
        "issues notices merge",
        "N... --into N",
        text,
        text.get("notices-cli-merge"),
    )
    .arg(numbers(text))
    .arg(value("into", "N", text.get("notices-cli-into")).required(true))
}

fn unmerge(text: &Text) -> Command {
    sub("issues notices unmerge", "N...", text, text.get("notices-cli-unmerge")).arg(numbers(text))
}
