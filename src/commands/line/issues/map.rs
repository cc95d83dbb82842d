//! `yutori issues map` on the command line.

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command};

use super::super::{sub, value};
use crate::text::Text;

fn given(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name)
        .value_name(shown)
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help)
}

fn many(name: &'static str, shown: &'static str, help: String) -> Arg {
    value(name, shown, help).action(ArgAction::Append)
}

/// `map` with everything below it.
pub(super) fn map(text: &Text) -> Command {
    sub("issues map", "[COMMAND]", text, text.get("cli-causes"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub("issues map show", "", text, text.get("cli-causes-show")))
        .subcommands([add(text), edit(text), remove(text)])
        .subcommands([
            link("issues map link", text, text.get("cli-causes-link")),
            link("issues map unlink", text, text.get("cli-causes-unlink")),
            evidence(text),
        ])
}

fn number(text: &Text) -> Arg {
    given("number", "N", text.get("cli-causes-number"))
}

fn add(text: &Text) -> Command {
    sub("issues map add", "--layer L TEXT", text, text.get("cli-causes-add"))
        .arg(given("text", "TEXT", text.get("cli-causes-text")))
        .arg(value("layer", "L", text.get("cli-causes-layer")).required(true))
        .arg(many("leads-to", "N", text.get("cli-causes-leads-to")))
        .arg(many("from", "N", text.get("cli-causes-from")))
}

fn edit(text: &Text) -> Command {
    let question = Arg::new("question")
        .long("question")
        .value_name("TEXT")
        .help(text.get("cli-causes-question"));
    sub(
        "issues map edit",
        "N [--text TEXT] [--layer L] [--question TEXT]",
        text,
        text.get("cli-causes-edit"),
    )
    .arg(number(text))
    .arg(value("text", "TEXT", text.get("cli-causes-text")))
    .arg(value("layer", "L", text.get("cli-causes-layer")))
    .arg(question)
}

fn remove(text: &Text) -> Command {
    sub("issues map remove", "N", text, text.get("cli-causes-remove")).arg(number(text))
}

fn link(name: &'static str, text: &Text, about: String) -> Command {
    sub(name, "A B", text, about)
        .arg(given("a", "A", text.get("cli-causes-from-number")))
        .arg(given("b", "B", text.get("cli-causes-to-number")))
}

fn evidence(text: &Text) -> Command {
    sub(
        "issues map evidence",
        "N [--add E] [--remove E]",
        text,
        text.get("cli-causes-evidence"),
    )
    .arg(number(text))
    .arg(many("add", "E", text.get("cli-causes-evidence-add")))
    .arg(many("remove", "E", text.get("cli-causes-evidence-remove")))
}
