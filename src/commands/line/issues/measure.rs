//! `yutori issues measure` on the command line.

use clap::{Arg, ArgAction, Command, value_parser};

use crate::commands::line::{flag, sub, value};
use crate::text::Text;

/// `measure` with everything below it.
pub(super) fn measure(text: &Text) -> Command {
    sub("issues measure", "[COMMAND]", text, text.get("measures-cli"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub("issues measure list", "", text, text.get("measures-cli-list")))
        .subcommand(sub("issues measure show", "N", text, text.get("measures-cli-show")).arg(number(text)))
        .subcommand(add(text))
        .subcommand(edit(text))
        .subcommand(step(text))
        .subcommand(check(text))
        .subcommand(news(text))
        .subcommand(sub("issues measure remove", "N", text, text.get("measures-cli-remove")).arg(number(text)))
}

fn number(text: &Text) -> Arg {
    given("number", "N", text.get("measures-cli-number"))
}

fn given(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name).value_name(shown).required(true).help(help)
}

/// What a measure is decided with.
fn said(command: Command, text: &Text) -> Command {
    command
        .arg(value("challenge", "N", text.get("measures-cli-challenge")))
        .arg(value("viewpoint", "V", text.get("measures-cli-viewpoint")))
        .arg(value("owner", "ROLE", text.get("measures-cli-owner")))
        .arg(value("start", "D", text.get("measures-cli-start")))
        .arg(value("end", "D", text.get("measures-cli-end")))
        .arg(value("indicator", "ID", text.get("measures-cli-indicator")).action(ArgAction::Append))
        .arg(value("check", "D", text.get("measures-cli-check-day")).action(ArgAction::Append))
}

fn add(text: &Text) -> Command {
    let command = sub(
        "issues measure add",
        "TEXT --challenge N|--viewpoint V",
        text,
        text.get("measures-cli-add"),
    )
    .arg(given("text", "TEXT", text.get("measures-cli-text")));
    said(command, text).arg(value("step", "\"D TEXT\"", text.get("measures-cli-step-add")).action(ArgAction::Append))
}

fn edit(text: &Text) -> Command {
    let command = sub("issues measure edit", "N", text, text.get("measures-cli-edit"))
        .arg(number(text))
        .arg(value("text", "TEXT", text.get("measures-cli-text")));
    said(command, text)
        .arg(flag("no-challenge", text.get("measures-cli-no-challenge")).conflicts_with("challenge"))
        .arg(flag("no-owner", text.get("measures-cli-no-owner")).conflicts_with("owner"))
        .arg(flag("no-indicators", text.get("measures-cli-no-indicators")).conflicts_with("indicator"))
}

fn step(text: &Text) -> Command {
    let place = || given("step", "STEP", text.get("measures-cli-step-number")).value_parser(value_parser!(usize));
    let due = || given("due", "D", text.get("measures-cli-due"));
    let what = || given("text", "TEXT", text.get("measures-cli-step-text"));
    sub(
        "issues measure step",
        "N add|change|done|undo|remove ...",
        text,
        text.get("measures-cli-step"),
    )
    .subcommand_help_heading(text.get("cli-heading-commands"))
    .subcommand_required(true)
    .arg(number(text))
    .subcommand(
        sub(
            "issues measure step N add",
            "D TEXT",
            text,
            text.get("measures-cli-step-add"),
        )
        .arg(due())
        .arg(what()),
    )
    .subcommand(
        sub(
            "issues measure step N change",
            "STEP D TEXT",
            text,
            text.get("measures-cli-step-change"),
        )
        .arg(place())
        .arg(due())
        .arg(what()),
    )
    .subcommand(
        sub(
            "issues measure step N done",
            "STEP",
            text,
            text.get("measures-cli-step-done"),
        )
        .arg(place())
        .arg(value("on", "D", text.get("measures-cli-on"))),
    )
    .subcommand(
        sub(
            "issues measure step N undo",
            "STEP",
            text,
            text.get("measures-cli-step-undo"),
        )
        .arg(place()),
    )
    .subcommand(
        sub(
            "issues measure step N remove",
            "STEP",
            text,
            text.get("measures-cli-step-remove"),
        )
        .arg(place()),
    )
}

fn check(text: &Text) -> Command {
    sub("issues measure check", "N [D]", text, text.get("measures-cli-check"))
        .arg(number(text))
        .arg(
            Arg::new("day")
                .value_name("D")
                .help(text.get("measures-cli-check-which")),
        )
        .arg(value("on", "D", text.get("measures-cli-on")).conflicts_with("undo"))
        .arg(flag("undo", text.get("measures-cli-check-undo")))
}

fn news(text: &Text) -> Command {
    sub(
        "issues measure news",
        "N --status S --because TEXT",
        text,
        text.get("measures-cli-news"),
    )
    .arg(number(text))
    .arg(
        value(
            "status",
            "planned|underway|stuck|done|dropped",
            text.get("measures-cli-status"),
        )
        .required(true),
    )
    .arg(value("because", "TEXT", text.get("measures-cli-because")).required(true))
    .arg(value("date", "D", text.get("measures-cli-date")))
}
