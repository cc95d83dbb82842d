//! `yutori indicators` on the command line.

use clap::{Arg, ArgAction, Command};

use crate::commands::line::{flag, sub, value};
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("indicators", "[COMMAND]", text, text.get("indicators-cli"))
        .after_help(text.get("indicators-cli-files"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub("indicators list", "", text, text.get("indicators-cli-list")))
        .subcommand(sub("indicators show", "ID", text, text.get("indicators-cli-show")).arg(id(text)))
        .subcommand(choose(text))
        .subcommand(sub("indicators drop", "ID", text, text.get("indicators-cli-drop")).arg(id(text)))
        .subcommand(path(text))
        .subcommand(add(text))
        .subcommand(sub("indicators remove", "ID", text, text.get("indicators-cli-remove")).arg(id(text)))
}

fn id(text: &Text) -> Arg {
    given("id", "ID", text.get("indicators-cli-id"))
}

fn given(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name).value_name(shown).required(true).help(help)
}

/// A figure, which may begin with a minus.
fn figure(name: &'static str, shown: &'static str, help: String) -> Arg {
    value(name, shown, help).allow_hyphen_values(true)
}

fn measures(text: &Text) -> Arg {
    value("measure", "N", text.get("indicators-cli-measure")).action(ArgAction::Append)
}

fn choose(text: &Text) -> Command {
    sub("indicators choose", "ID", text, text.get("indicators-cli-choose"))
        .arg(id(text))
        .arg(figure("target", "FIGURE", text.get("indicators-cli-target")))
        .arg(figure("margin", "FIGURE", text.get("indicators-cli-margin")))
        .arg(figure("spread", "FIGURE", text.get("indicators-cli-spread")))
        .arg(measures(text))
}

fn path(text: &Text) -> Command {
    let many = |name, shown, help| figure(name, shown, help).action(ArgAction::Append);
    sub(
        "indicators path",
        "one|two|free --efficiency ID --quality ID",
        text,
        text.get("indicators-cli-path"),
    )
    .arg(given("case", "one|two|free", text.get("indicators-cli-case")))
    .arg(many("efficiency", "ID", text.get("indicators-cli-efficiency")))
    .arg(many("quality", "ID", text.get("indicators-cli-quality")))
    .arg(many("target", "ID=FIGURE", text.get("indicators-cli-targets")))
    .arg(many("margin", "ID=FIGURE", text.get("indicators-cli-margins")))
    .arg(measures(text))
}

fn add(text: &Text) -> Command {
    let word = |name, shown, words: [&'static str; 2], help| {
        value(name, shown, help)
            .value_parser(words)
            .hide_possible_values(true)
            .required(true)
    };
    let family = text.get("indicators-cli-family");
    let direction = text.get("indicators-cli-direction");
    sub(
        "indicators add",
        "NAME --family F --direction D --per P",
        text,
        text.get("indicators-cli-add"),
    )
    // An empty name is refused with a word of why, not as a mistake of the command line.
    .arg(given("name", "NAME", text.get("indicators-cli-name")))
    .arg(word("family", "efficiency|quality", ["efficiency", "quality"], family))
    .arg(word("direction", "up|down", ["up", "down"], direction))
    .arg(value("per", "PER", text.get("indicators-cli-per")).required(true))
    .arg(value("unit", "UNIT", text.get("indicators-cli-unit")))
    .arg(value("of", "TEXT", text.get("indicators-cli-of")))
    .arg(value("formula", "FORMULA", text.get("indicators-cli-formula")).conflicts_with("of"))
    .arg(flag("share", text.get("indicators-cli-share")).requires("formula"))
    .arg(figure("range", "0..60", text.get("indicators-cli-range")))
    .arg(value("decimals", "0-3", text.get("indicators-cli-decimals")))
    .arg(value("how", "TEXT", text.get("indicators-cli-how")))
    .arg(value("id", "ID", text.get("indicators-cli-own-id")))
}
