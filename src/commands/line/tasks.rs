//! `yutori tasks` on the command line.

use clap::{Arg, ArgAction, Command};

use super::{path, sub, value};
use crate::text::Text;

fn given(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name).value_name(shown).required(true).help(help)
}

fn code(text: &Text) -> Arg {
    given("code", "CODE", text.get("cli-tasks-code"))
}

/// `tasks` with everything below it.
pub(super) fn tasks(text: &Text) -> Command {
    sub("tasks", "COMMAND", text, text.get("cli-tasks"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommands([list(text), show(text), take(text), export(text)])
        .subcommands([
            add(text),
            rename(text),
            shift(text),
            colour(text),
            key(text),
            remove(text),
        ])
}

fn list(text: &Text) -> Command {
    sub("tasks list", "", text, text.get("cli-tasks-list"))
}

fn show(text: &Text) -> Command {
    sub("tasks show", "[ID]", text, text.get("cli-tasks-show"))
        .arg(Arg::new("id").value_name("ID").help(text.get("cli-tasks-show-id")))
}

fn take(text: &Text) -> Command {
    sub("tasks take", "ID", text, text.get("cli-tasks-take"))
        .arg(given("id", "ID", text.get("cli-tasks-take-id")))
        .arg(value("map", "OLD=NEW", text.get("cli-tasks-take-map")).action(ArgAction::Append))
        .arg(super::flag("dry-run", text.get("cli-tasks-take-dry-run")))
}

fn export(text: &Text) -> Command {
    sub("tasks export", "--out FILE", text, text.get("cli-tasks-export"))
        .arg(path("out", "FILE", text.get("cli-tasks-export-out")).required(true))
}

fn add(text: &Text) -> Command {
    sub(
        "tasks add",
        "CODE --category C --name NAME",
        text,
        text.get("cli-tasks-add"),
    )
    .arg(code(text))
    .arg(value("category", "C", text.get("cli-tasks-category")).required(true))
    .arg(value("name", "NAME", text.get("cli-tasks-name")).required(true))
    .arg(value("name-en", "NAME", text.get("cli-tasks-name-en")))
    .arg(value("key", "K", text.get("cli-tasks-key-value")))
    .arg(value("colour", "HUE", text.get("cli-tasks-hue")))
}

fn rename(text: &Text) -> Command {
    sub("tasks rename", "CODE --name NAME", text, text.get("cli-tasks-rename"))
        .arg(code(text))
        .arg(value("name", "NAME", text.get("cli-tasks-name")).required(true))
        .arg(value("name-en", "NAME", text.get("cli-tasks-name-en")))
}

fn shift(text: &Text) -> Command {
    sub(
        "tasks move",
        "CODE --before CODE|--to N",
        text,
        text.get("cli-tasks-move"),
    )
    .arg(code(text))
    .arg(
        value("before", "CODE", text.get("cli-tasks-before"))
            .required_unless_present("to")
            .conflicts_with("to"),
    )
    .arg(value("to", "N", text.get("cli-tasks-to")).value_parser(clap::value_parser!(u16).range(1..)))
}

fn colour(text: &Text) -> Command {
    sub("tasks colour", "CODE HUE|none", text, text.get("cli-tasks-colour"))
        .arg(code(text))
        .arg(given("hue", "HUE|none", text.get("cli-tasks-hue")))
}

fn key(text: &Text) -> Command {
    sub("tasks key", "CODE K|none", text, text.get("cli-tasks-key"))
        .arg(code(text))
        .arg(given("key", "K|none", text.get("cli-tasks-key-value")))
}

fn remove(text: &Text) -> Command {
    sub("tasks remove", "CODE", text, text.get("cli-tasks-remove")).arg(code(text))
}
