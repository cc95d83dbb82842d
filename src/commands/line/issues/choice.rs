//! `yutori issues challenge` on the command line.

use clap::{Arg, ArgAction, Command};

use crate::commands::line::{sub, value};
use crate::text::Text;

/// `challenge` with everything below it.
pub(super) fn challenge(text: &Text) -> Command {
    sub("issues challenge", "[COMMAND]", text, text.get("cli-choice"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub("issues challenge list", "", text, text.get("cli-choice-list")))
        .subcommand(add(text))
        .subcommand(
            sub(
                "issues challenge place",
                "N --effect E --ease A",
                text,
                text.get("cli-choice-place"),
            )
            .arg(number(text))
            .arg(effect(text).required(true))
            .arg(ease(text).required(true)),
        )
        .subcommand(
            sub(
                "issues challenge choose",
                "N --because TEXT",
                text,
                text.get("cli-choice-choose"),
            )
            .arg(number(text))
            .arg(because(text))
            .arg(value("by", "ROLE", text.get("cli-choice-by")))
            .arg(value("date", "YYYY-MM-DD", text.get("cli-choice-date"))),
        )
        .subcommand(
            sub(
                "issues challenge drop",
                "N --because TEXT",
                text,
                text.get("cli-choice-drop"),
            )
            .arg(number(text))
            .arg(because(text)),
        )
        .subcommand(
            sub("issues challenge edit", "N", text, text.get("cli-choice-edit"))
                .arg(number(text))
                .arg(value("text", "TEXT", text.get("cli-choice-text")))
                .arg(value("viewpoint", "V", text.get("cli-choice-viewpoint-or-none")))
                .arg(causes(text.get("cli-choice-causes-anew"))),
        )
        .subcommand(sub("issues challenge remove", "N", text, text.get("cli-choice-remove")).arg(number(text)))
}

fn add(text: &Text) -> Command {
    sub("issues challenge add", "[TEXT]", text, text.get("cli-choice-add"))
        .arg(Arg::new("text").value_name("TEXT").help(text.get("cli-choice-text")))
        .arg(value("viewpoint", "V", text.get("cli-choice-viewpoint")))
        .arg(causes(text.get("cli-choice-causes")))
        .arg(value("from-cause", "N", text.get("cli-choice-from-cause")))
        .arg(value("from-statement", "CODE", text.get("cli-choice-from-statement")).conflicts_with("from-cause"))
        .arg(effect(text))
        .arg(ease(text))
}

fn number(text: &Text) -> Arg {
    Arg::new("number")
        .value_name("N")
        .required(true)
        .help(text.get("cli-choice-number"))
}

fn because(text: &Text) -> Arg {
    // An empty reason is refused with a word of why, not as a mistake of the command line.
    Arg::new("because")
        .long("because")
        .value_name("TEXT")
        .required(true)
        .help(text.get("cli-choice-because"))
}

fn causes(help: String) -> Arg {
    value("cause", "N", help).action(ArgAction::Append)
}

fn effect(text: &Text) -> Arg {
    value("effect", "1-5", text.get("cli-choice-effect"))
}

fn ease(text: &Text) -> Arg {
    value("ease", "1-5", text.get("cli-choice-ease"))
}
