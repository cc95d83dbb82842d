//! `yutori issues meetings` on the command line.

use clap::{Arg, ArgAction, Command};

use crate::commands::line::{sub, value};
use crate::text::Text;

/// `meetings` with everything below it.
pub(super) fn meetings(text: &Text) -> Command {
    sub("issues meetings", "[COMMAND]", text, text.get("cli-meetings"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub("issues meetings list", "", text, text.get("cli-meetings-list")))
        .subcommand(answers(
            sub(
                "issues meetings add",
                "--date D --people LINE",
                text,
                text.get("cli-meetings-add"),
            ),
            true,
            text,
        ))
        .subcommand(
            answers(
                sub("issues meetings edit", "N", text, text.get("cli-meetings-edit")).arg(number(text)),
                false,
                text,
            )
            .arg(value("no-topic", "TOPIC", text.get("cli-meetings-no-topic")).action(ArgAction::Append)),
        )
        .subcommand(sub("issues meetings remove", "N", text, text.get("cli-meetings-remove")).arg(number(text)))
}

/// What is asked of a meeting.
fn answers(command: Command, is_new: bool, text: &Text) -> Command {
    command
        .arg(value("date", "YYYY-MM-DD", text.get("cli-meetings-date")).required(is_new))
        .arg(value("people", "LINE", text.get("cli-meetings-people")).required(is_new))
        .arg(value("topic", "TOPIC[=TEXT]", text.get("cli-meetings-topic")).action(ArgAction::Append))
        .arg(value("decision", "TEXT", text.get("cli-meetings-decision")).action(ArgAction::Append))
        .arg(
            Arg::new("note")
                .long("note")
                .value_name("TEXT")
                .help(text.get("cli-meetings-note")),
        )
}

fn number(text: &Text) -> Arg {
    Arg::new("number")
        .value_name("N")
        .required(true)
        .help(text.get("cli-meetings-number"))
}
