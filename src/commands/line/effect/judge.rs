//! `yutori judge` on the command line.

use clap::{Arg, Command};

use crate::commands::line::{sub, value};
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("judge", "[COMMAND]", text, text.get("judge-cli"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(sub("judge list", "", text, text.get("judge-cli-list")).arg(value(
            "wave",
            "W",
            text.get("judge-cli-wave"),
        )))
        .subcommand(give(text))
        .subcommand(
            sub(
                "judge remove",
                "--wave W [--measure N]",
                text,
                text.get("judge-cli-remove"),
            )
            .arg(wave(text))
            .arg(measure(text)),
        )
}

fn give(text: &Text) -> Command {
    let usage = "--wave W [--measure N] --care C --words TEXT --residents TEXT --next N --by ROLE";
    sub("judge give", usage, text, text.get("judge-cli-give"))
        .arg(wave(text))
        .arg(measure(text))
        .arg(value("care", "CARE", text.get("judge-cli-care")))
        .arg(words("words", text.get("judge-cli-words")))
        .arg(words("residents", text.get("judge-cli-residents")))
        .arg(value("next", "NEXT", text.get("judge-cli-next")))
        .arg(value("by", "ROLE", text.get("judge-cli-by")))
        .arg(value("date", "YYYY-MM-DD", text.get("judge-cli-date")))
}

/// An empty text is refused with everything else that is missing, not as a mistake of the command line.
fn words(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name("TEXT").help(help)
}

fn wave(text: &Text) -> Arg {
    value("wave", "W", text.get("judge-cli-wave")).required(true)
}

fn measure(text: &Text) -> Arg {
    value("measure", "N", text.get("judge-cli-measure"))
}
