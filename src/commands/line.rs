//! The command line and its help, in the reader's language.

mod documents;
mod effect;
mod issues;
mod plan;
mod subsidy;
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

pub(super) fn path(name: &'static str, shown: &'static str, help: String) -> Arg {
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
        meters(text),
        scenario(text),
        survey(text),
        blank(text),
        export(text),
        tags(text),
        chart(text),
        tasks::tasks(text),
        plan::plan(text),
        issues::issues(text),
        subsidy::line(text),
        record(text),
        super::timer::line(text),
        documents::line(text),
    ]
    .into_iter()
    .chain(effect::commands(text))
    {
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
        .arg(value("staff", "CODE", text.get("cli-import-staff")))
        .arg(path("map", "FILE", text.get("cli-import-map")))
        .arg(value("offset", "+09:00", text.get("cli-import-offset")).allow_hyphen_values(true))
        .arg(path("codes", "KEYS.csv", text.get("cli-import-codes")))
        .arg(value("column", "HEADING=1a", text.get("surveyin-cli-column")).action(ArgAction::Append))
        .arg(value("questionnaire", "ID", text.get("surveyin-cli-questionnaire")))
        .arg(flag("replace", text.get("entering-cli-replace")))
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
        .arg(flag("why", text.get("cli-compare-why")))
}

fn check(text: &Text) -> Command {
    sub("check", "[accept ...]", text, text.get("cli-check"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(
            sub(
                "check accept",
                "--wave W --staff S --date D --code CODE --because TEXT",
                text,
                text.get("cli-accept"),
            )
            .arg(value("wave", "W", text.get("cli-accept-wave")).required(true))
            .arg(value("staff", "S", text.get("cli-accept-staff")).required(true))
            .arg(value("date", "YYYY-MM-DD", text.get("cli-accept-date")).required(true))
            .arg(value("start", "H:MM", text.get("cli-accept-start")))
            .arg(value("code", "CODE", text.get("cli-accept-code")).required(true))
            .arg(value("because", "TEXT", text.get("cli-accept-because")).required_unless_present("withdraw"))
            .arg(value("by", "ROLE", text.get("cli-accept-by")))
            .arg(flag("withdraw", text.get("cli-accept-withdraw"))),
        )
}

fn meters(text: &Text) -> Command {
    sub("meters", "[set ...]", text, text.get("cli-meters"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .arg(value("wave", "W", text.get("cli-summary-wave")))
        .subcommand(
            sub("meters set", "", text, text.get("cli-meters-set"))
                .arg(
                    Arg::new("slack-percent")
                        .long("slack-percent")
                        .value_name("N")
                        .value_parser(value_parser!(u8).range(1..=100))
                        .help(text.get("cli-meters-slack")),
                )
                .arg(value("wasteful", "TASKS", text.get("cli-meters-wasteful")))
                .arg(flag("no-wasteful", text.get("cli-meters-no-wasteful")).conflicts_with("wasteful")),
        )
}

fn scenario(text: &Text) -> Command {
    let name = || {
        Arg::new("name")
            .value_name("NAME")
            .required(true)
            .value_parser(NonEmptyStringValueParser::new())
            .help(text.get("cli-scenario-name"))
    };
    sub("scenario", "list|show|save|remove", text, text.get("cli-scenario"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommand(sub("scenario list", "", text, text.get("cli-scenario-list")))
        .subcommand(sub("scenario show", "NAME", text, text.get("cli-scenario-show")).arg(name()))
        .subcommand(
            sub(
                "scenario save",
                "NAME --wave W --move MOVE",
                text,
                text.get("cli-scenario-save"),
            )
            .arg(name())
            .arg(value("wave", "W", text.get("cli-summary-wave")).required(true))
            .arg(
                value("move", "MOVE", text.get("cli-scenario-move"))
                    .required(true)
                    .action(ArgAction::Append),
            ),
        )
        .subcommand(sub("scenario remove", "NAME", text, text.get("cli-scenario-remove")).arg(name()))
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
        .subcommands(person_exports(text))
}

/// Exports of people one by one; each wants `--with-staff`.
fn person_exports(text: &Text) -> [Command; 3] {
    let with_staff = || flag("with-staff", text.get("cli-export-with-staff-needed"));
    let wave = || value("wave", "W", text.get("cli-export-wave"));
    let format = |ids| value("format", ids, text.get("cli-export-format"));
    let out = |shown| path("out", shown, text.get("cli-export-entries-out")).required(true);
    [
        sub(
            "export entries",
            "--out FILE --with-staff",
            text,
            text.get("cli-export-entries"),
        )
        .arg(out("FILE"))
        .arg(format("csv|json|klog|timeclock"))
        .arg(wave())
        .arg(with_staff()),
        sub(
            "export timings",
            "--out FILE --with-staff",
            text,
            text.get("cli-export-timings"),
        )
        .arg(out("FILE"))
        .arg(format("json|timeclock"))
        .arg(wave())
        .arg(with_staff()),
        sub(
            "export betten4",
            "--out DIR --with-staff",
            text,
            text.get("cli-export-betten4"),
        )
        .arg(path("out", "DIR", text.get("cli-export-betten4-out")).required(true))
        .arg(wave())
        .arg(value("staff", "CODE", text.get("cli-export-staff")).action(ArgAction::Append))
        .arg(with_staff()),
    ]
}

fn tags(text: &Text) -> Command {
    let word = |name: &'static str, shown: &'static str| Arg::new(name).value_name(shown).required(true);
    let tag = || word("tag", "TAG").help(text.get("cli-tags-tag"));
    let task = word("task", "TASK").help(text.get("cli-tags-task"));
    sub("tags", "list|set|remove", text, text.get("cli-tags"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommand(sub("tags list", "", text, text.get("cli-tags-list")))
        .subcommand(
            sub("tags set", "TAG TASK", text, text.get("cli-tags-set"))
                .arg(tag())
                .arg(task),
        )
        .subcommand(sub("tags remove", "TAG", text, text.get("cli-tags-remove")).arg(tag()))
}

fn survey(text: &Text) -> Command {
    let wave = || value("wave", "W", text.get("cli-survey-wave"));
    sub("survey", "plan|board|reminders", text, text.get("cli-survey"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommand(
            sub("survey plan", "--wave W", text, text.get("cli-survey-plan"))
                .arg(wave().required(true))
                .arg(value("from", "D", text.get("cli-survey-from")))
                .arg(value("to", "D", text.get("cli-survey-to")))
                .arg(value("days", "D,D...", text.get("cli-survey-days")))
                .arg(value("staff", "S01,S02|all", text.get("cli-survey-staff")).conflicts_with("roster"))
                .arg(path("roster", "FILE.csv", text.get("cli-survey-roster")))
                .arg(
                    flag("clear", text.get("cli-survey-clear"))
                        .conflicts_with_all(["from", "to", "days", "staff", "roster"]),
                ),
        )
        .subcommand(sub("survey board", "", text, text.get("cli-survey-board")).arg(wave()))
        .subcommand(
            sub("survey reminders", "", text, text.get("cli-survey-reminders"))
                .arg(wave())
                .arg(path("out", "FILE.xlsx", text.get("cli-survey-out"))),
        )
}

fn blank(text: &Text) -> Command {
    sub("blank", "KIND --out PATH", text, text.get("cli-blank"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommand(
            sub(
                "blank betten4",
                "--staff S01,S02|all --out PATH",
                text,
                text.get("cli-blank-betten4"),
            )
            .arg(value("staff", "S01,S02|all", text.get("cli-blank-staff")).required(true))
            .arg(value("date", "D,D...", text.get("cli-blank-date")))
            .arg(value("wave", "W", text.get("cli-survey-wave")))
            .arg(flag("one-book", text.get("cli-blank-one-book")))
            .arg(path("out", "PATH", text.get("cli-blank-out")).required(true)),
        )
        .subcommand(
            sub("blank codes", "--out FILE.xlsx", text, text.get("cli-blank-codes"))
                .arg(path("out", "FILE.xlsx", text.get("cli-blank-codes-out")).required(true)),
        )
        .subcommand(
            sub("blank notices", "--out FILE.xlsx", text, text.get("surveyin-cli-blank"))
                .arg(path("out", "FILE.xlsx", text.get("surveyin-cli-blank-out")).required(true)),
        )
        .subcommand(issues::blank_survey(text))
        .subcommand(effect::blank_figures(text))
        .subcommand(documents::blank_documents(text))
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
        .arg(value("indicator", "ID", text.get("series-cli-chart-indicator")))
        .arg(effect::series::rules(text))
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
