//! `yutori issues questionnaire`, `answer` and `responses` on the command line.

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::commands::line::{flag, path, sub, value};
use crate::text::Text;

/// `issues questionnaire`.
pub(in crate::commands::line) fn questionnaire(text: &Text) -> Command {
    let id = Arg::new("id")
        .value_name("ID")
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(text.get("cli-answer-id"));
    sub(
        "issues questionnaire",
        "list|show",
        text,
        text.get("cli-answer-questionnaire"),
    )
    .subcommand_help_heading(text.get("cli-heading-commands"))
    .subcommand_required(true)
    .subcommand(sub("issues questionnaire list", "", text, text.get("cli-answer-list")))
    .subcommand(sub("issues questionnaire show", "ID", text, text.get("cli-answer-show")).arg(id))
}

/// `issues answer`.
pub(in crate::commands::line) fn answer(text: &Text) -> Command {
    let command = sub("issues answer", "--round W ANSWERS", text, text.get("cli-answer"))
        .arg(round(text))
        .arg(value("questionnaire", "ID", text.get("cli-answer-id")))
        .arg(flag("replace", text.get("cli-answer-replace")));
    with_head(command, text).arg(answers(text).required(true))
}

/// `issues responses`.
pub(in crate::commands::line) fn responses(text: &Text) -> Command {
    let number = || {
        Arg::new("number")
            .long("number")
            .value_name("N")
            .required(true)
            .value_parser(NonEmptyStringValueParser::new())
            .help(text.get("cli-answer-number"))
    };
    let edit = sub(
        "issues responses edit",
        "--round W --number N [ANSWERS]",
        text,
        text.get("cli-answer-edit"),
    )
    .arg(round(text))
    .arg(number())
    .arg(flag("no-code", text.get("cli-answer-no-code")).conflicts_with("code"));
    let remove = sub(
        "issues responses remove",
        "--round W --number N",
        text,
        text.get("cli-answer-remove"),
    );
    let print = sub(
        "issues responses print",
        "--round W --number N --out FILE.xlsx --with-staff",
        text,
        text.get("cli-answer-print"),
    );
    sub(
        "issues responses",
        "list|edit|remove|print",
        text,
        text.get("cli-answer-responses"),
    )
    .subcommand_help_heading(text.get("cli-heading-commands"))
    .subcommand_required(true)
    .subcommand(
        sub("issues responses list", "", text, text.get("cli-answer-responses-list")).arg(value(
            "round",
            "W",
            text.get("cli-answer-round"),
        )),
    )
    .subcommand(with_head(edit, text).arg(answers(text)))
    .subcommand(remove.arg(round(text)).arg(number()))
    .subcommand(
        print
            .arg(round(text))
            .arg(number())
            .arg(path("out", "FILE.xlsx", text.get("cli-answer-print-out")).required(true))
            .arg(flag("with-staff", text.get("cli-export-with-staff-needed"))),
    )
}

/// `blank survey`.
pub(in crate::commands::line) fn blank(text: &Text) -> Command {
    sub(
        "blank survey",
        "--round W --out PATH",
        text,
        text.get("cli-answer-blank"),
    )
    .arg(round(text))
    .arg(value("questionnaire", "ID", text.get("cli-answer-id")))
    .arg(value("staff", "S01,S02|all", text.get("cli-answer-blank-staff")))
    .arg(
        Arg::new("count")
            .long("count")
            .value_name("N")
            .value_parser(value_parser!(u32).range(1..=500))
            .conflicts_with("staff")
            .help(text.get("cli-answer-blank-count")),
    )
    .arg(path("out", "PATH", text.get("cli-answer-blank-out")).required(true))
}

fn round(text: &Text) -> Arg {
    value("round", "W", text.get("cli-answer-round")).required(true)
}

fn answers(text: &Text) -> Arg {
    Arg::new("answers")
        .value_name("ANSWERS")
        .action(ArgAction::Append)
        .num_args(1..)
        .value_parser(NonEmptyStringValueParser::new())
        .help(text.get("cli-answer-answers"))
}

fn with_head(command: Command, text: &Text) -> Command {
    command
        .arg(value("code", "S", text.get("cli-answer-code")))
        .arg(value("role", "R", text.get("cli-answer-role")))
        .arg(value("unit", "U", text.get("cli-answer-unit")))
        .arg(value("position", "floor|management", text.get("cli-answer-position")))
        .arg(value("date", "D", text.get("cli-answer-date")))
}
