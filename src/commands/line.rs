//! The command line and its help, in the reader's language.

mod plan;
mod tasks;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::text::{Lang, Text};

/// The language that the arguments ask for, before anything else is understood.
pub(super) fn language_asked(arguments: &[OsString]) -> Option<Lang> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            return arguments.next().and_then(Lang::parse);
        }
        if let Some(name) = argument.strip_prefix("--lang=") {
            return Lang::parse(name);
        }
    }
    None
}

pub(super) fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

pub(super) fn value(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(shown)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help)
}

fn path(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(shown)
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

/// A command with its arguments as people write them in the usage line.
pub(super) fn sub(name: &'static str, arguments: &'static str, text: &Text, about: String) -> Command {
    let usage = phrase("cli-usage")
        .with("command", format!("yutori {name}"))
        .with("arguments", format!("{arguments} "));
    let usage = text.say(&usage).replace("  ", " ");
    let own_name = name.rsplit(' ').next().unwrap_or(name);
    Command::new(own_name)
        .about(about)
        .override_usage(usage)
        .next_help_heading(text.get("cli-heading-options"))
}

/// The whole command line.
pub(super) fn command(text: &Text) -> Command {
    let help = text.get("cli-help");
    let help_flag = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true)
        .help(help);
    let template = text.get("cli-template");
    let mut command = Command::new("yutori")
        .next_help_heading(text.get("cli-heading-options"))
        .override_usage(text.say(&phrase("cli-usage").with("command", "yutori").with("arguments", "")))
        .version(env!("CARGO_PKG_VERSION"))
        .about(text.get("cli-about"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(help_flag)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(text.get("cli-version")),
        )
        .arg(path("book", "FILE", text.get("cli-book")).short('b').global(true))
        .arg(
            value("lang", "ja|en", text.get("cli-lang"))
                .value_parser(["ja", "en"])
                .hide_possible_values(true)
                .global(true),
        )
        .arg(flag("json", text.get("cli-json")).global(true))
        .arg(
            value("color", "auto|always|never", text.get("cli-color"))
                .value_parser(["auto", "always", "never"])
                .hide_possible_values(true)
                .global(true),
        )
        .arg(flag("plain-symbols", text.get("cli-plain-symbols")).global(true))
        .arg(
            value("theme", "default|contrast", text.get("cli-theme"))
                .value_parser(["default", "contrast"])
                .hide_possible_values(true),
        )
        .subcommand_help_heading(text.get("cli-heading-commands"));
    for subcommand in [
        demo(text),
        new(text),
        import(text),
        summary(text),
        compare(text),
        check(text),
        export(text),
        chart(text),
        tasks::tasks(text),
        plan::plan(text),
        record(text),
        super::timer::line(text),
    ] {
        command = command.subcommand(subcommand);
    }
    command = command
        .subcommand(sub("history", "", text, text.get("cli-history")))
        .subcommand(sub("undo", "", text, text.get("cli-undo")))
        .subcommand(sub("redo", "", text, text.get("cli-redo")))
        .subcommand(sub("keys", "", text, text.get("cli-keys")));
    with_template(command, &template)
}

fn with_template(command: Command, template: &str) -> Command {
    let owned = template.to_owned();
    command
        .help_template(owned.clone())
        .mut_subcommands(move |sub| with_template(sub, &owned))
}

fn demo(text: &Text) -> Command {
    sub("demo", "[DIR]", text, text.get("cli-demo"))
        .arg(
            Arg::new("dir")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(text.get("cli-demo-dir")),
        )
        .arg(flag("no-tui", text.get("cli-demo-no-tui")))
}

fn new(text: &Text) -> Command {
    sub("new", "BOOK", text, text.get("cli-new"))
        .arg(
            Arg::new("new-book")
                .value_name("BOOK")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(text.get("cli-new-book")),
        )
        .arg(value("office", "NAME", text.get("cli-new-office")))
        .arg(value("number", "10DIGITS", text.get("cli-new-number")))
        .arg(value("service", "CODE", text.get("cli-new-service")))
        .arg(value("task-list", "ID", text.get("cli-new-task-list")))
        .arg(value("slot", "MIN", text.get("cli-new-slot")))
        .arg(value("night", "22:00-06:00", text.get("cli-new-night")))
}

fn import(text: &Text) -> Command {
    sub("import", "PATH...", text, text.get("cli-import"))
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(text.get("cli-import-paths")),
        )
        .arg(value("wave", "W", text.get("cli-import-wave")))
        .arg(value("year", "Y", text.get("cli-import-year")).value_parser(value_parser!(i32).range(1990..=2100)))
        .arg(value("as", "KIND", text.get("cli-import-as")))
        .arg(flag("dry-run", text.get("cli-import-dry-run")))
        .arg(flag("keep-going", text.get("cli-import-keep-going")))
}

fn summary(text: &Text) -> Command {
    sub("summary", "", text, text.get("cli-summary")).arg(value("wave", "W", text.get("cli-summary-wave")))
}

fn compare(text: &Text) -> Command {
    sub("compare", "", text, text.get("cli-compare"))
        .arg(value("from", "W", text.get("cli-compare-from")))
        .arg(value("to", "W", text.get("cli-compare-to")))
        .arg(value("indicator", "ID", text.get("cli-compare-indicator")).action(ArgAction::Append))
}

fn check(text: &Text) -> Command {
    sub("check", "", text, text.get("cli-check"))
}

fn export(text: &Text) -> Command {
    sub("export", "workbook --out FILE", text, text.get("cli-export"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommand(
            sub("export workbook", "--out FILE", text, text.get("cli-export-workbook"))
                .arg(path("out", "FILE", text.get("cli-export-out")).required(true))
                .arg(flag("with-staff", text.get("cli-export-with-staff"))),
        )
}

fn chart(text: &Text) -> Command {
    let pixels = |name: &'static str, help: String| value(name, "PX", help).value_parser(value_parser!(u32));
    sub("chart", "KIND --out FILE", text, text.get("cli-chart"))
        .arg(
            Arg::new("kind")
                .value_name("KIND")
                .required(true)
                .value_parser(NonEmptyStringValueParser::new())
                .help(text.get("cli-chart-kind")),
        )
        .arg(path("out", "FILE", text.get("cli-chart-out")).required(true))
        .arg(pixels("width", text.get("cli-chart-width")))
        .arg(pixels("height", text.get("cli-chart-height")))
        .arg(value("wave", "W", text.get("cli-chart-wave")))
        .arg(value("from", "W", text.get("cli-chart-from")))
        .arg(value("to", "W", text.get("cli-chart-to")))
        .arg(value("date", "D", text.get("cli-chart-date")))
        .arg(flag("grey", text.get("cli-chart-grey")))
        .arg(
            value("format", "png|svg", text.get("cli-chart-format"))
                .value_parser(["png", "svg"])
                .hide_possible_values(true),
        )
}

fn record(text: &Text) -> Command {
    sub(
        "record",
        "--staff S --date D --span 8:30-17:30 [FILE]",
        text,
        text.get("cli-record"),
    )
    .arg(
        Arg::new("file")
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(text.get("cli-record-file")),
    )
    .arg(value("staff", "S", text.get("cli-record-staff")).required(true))
    .arg(value("date", "D", text.get("cli-record-date")).required(true))
    .arg(value("span", "8:30-17:30", text.get("cli-record-span")).required(true))
    .arg(value("scheduled", "8:30-17:30", text.get("cli-record-scheduled")))
    .arg(value("wave", "W", text.get("cli-record-wave")))
    .arg(value("role", "R", text.get("cli-record-role")))
    .arg(value("unit", "U", text.get("cli-record-unit")))
    .arg(value("note", "TEXT", text.get("cli-record-note")))
    .arg(flag("replace", text.get("cli-record-replace")))
    .arg(flag("plan", text.get("cli-record-plan")))
}

/// Help and version as text; everything else that the arguments got wrong as a failure in the reader's language.
pub(super) fn explained(error: &clap::Error) -> Result<String, Failure> {
    let said = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(" "),
        _ => String::new(),
    };
    let argument = said(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Ok(error.render().to_string());
        }
        ErrorKind::InvalidSubcommand => phrase("usage-command").with("name", said(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => phrase("usage-unknown").with("argument", argument),
        ErrorKind::MissingRequiredArgument => phrase("usage-missing").with("argument", argument),
        ErrorKind::MissingSubcommand => phrase("usage-missing").with("argument", said(ContextKind::ValidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if said(ContextKind::InvalidValue).is_empty() => {
            phrase("usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => phrase("usage-value")
            .with("argument", argument)
            .with("value", said(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => phrase("usage-twice").with("argument", argument),
        _ => phrase("usage-other").with("error", error.kind().to_string()),
    };
    Err(Failure::new(Exit::Usage, message))
}
