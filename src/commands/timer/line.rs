//! The command line of `yutori timer`.

use clap::{Arg, Command};

use crate::commands::line::{flag, sub, value};
use crate::text::Text;

/// `yutori timer` with everything below it.
pub(in crate::commands) fn timer(text: &Text) -> Command {
    sub("timer", "start|switch|stop|...", text, text.get("cli-timer"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand_required(true)
        .subcommands([
            start(text),
            switch(text),
            sub("timer back", "", text, text.get("cli-timer-back")).args(which(text)),
            parallel(text),
            note(text),
            stop(text),
            adjust(text),
            list(text),
            agreement(text),
        ])
}

/// Options that say which timing is meant.
fn which(text: &Text) -> [Arg; 2] {
    [
        value("staff", "S", text.get("cli-timer-staff")),
        value("observer", "O", text.get("cli-timer-observer")),
    ]
}

fn wave(text: &Text) -> Arg {
    value("wave", "W", text.get("cli-timer-wave"))
}

fn date(text: &Text) -> Arg {
    value("date", "YYYY-MM-DD", text.get("cli-timer-date"))
}

fn task(text: &Text) -> Arg {
    Arg::new("task").value_name("TASK").help(text.get("cli-timer-task"))
}

fn start(text: &Text) -> Command {
    let [staff, observer] = which(text);
    let (usage, about) = ("--staff S [--observer O]", text.get("cli-timer-start"));
    sub("timer start", usage, text, about)
        .args([staff.required(true), observer, wave(text)])
        .arg(value("role", "NAME", text.get("cli-timer-role")))
        .arg(value("unit", "NAME", text.get("cli-timer-unit")))
}

fn switch(text: &Text) -> Command {
    sub("timer switch", "TASK", text, text.get("cli-timer-switch"))
        .arg(task(text).required(true))
        .arg(flag("interruption", text.get("cli-timer-interruption")))
        .arg(value("note", "TEXT", text.get("cli-timer-note-option")))
        .args(which(text))
}

fn parallel(text: &Text) -> Command {
    let end = flag("end", text.get("cli-timer-end")).conflicts_with("task");
    sub("timer parallel", "TASK|--end", text, text.get("cli-timer-parallel"))
        .arg(task(text).required_unless_present("end"))
        .arg(end)
        .args(which(text))
}

fn note(text: &Text) -> Command {
    let note = Arg::new("note").value_name("TEXT").required(true);
    sub("timer note", "TEXT", text, text.get("cli-timer-note"))
        .arg(note.help(text.get("cli-timer-note-text")))
        .args(which(text))
}

fn stop(text: &Text) -> Command {
    sub("timer stop", "[--sheet]", text, text.get("cli-timer-stop"))
        .arg(flag("sheet", text.get("cli-timer-sheet")))
        .arg(flag("pause", text.get("cli-timer-pause")).conflicts_with("sheet"))
        .arg(value("at", "HH:MM:SS", text.get("cli-timer-at")))
        .args(which(text))
}

fn adjust(text: &Text) -> Command {
    let number = Arg::new("number").value_name("N").required(true);
    let number = number.value_parser(clap::value_parser!(usize));
    sub(
        "timer adjust",
        "N --from HH:MM:SS --to HH:MM:SS",
        text,
        text.get("cli-timer-adjust"),
    )
    .arg(number.help(text.get("cli-timer-number")))
    .arg(value("from", "HH:MM:SS", text.get("cli-timer-from")))
    .arg(value("to", "HH:MM:SS", text.get("cli-timer-to")))
    .args(which(text))
    .args([wave(text), date(text)])
}

fn list(text: &Text) -> Command {
    sub("timer list", "", text, text.get("cli-timer-list"))
        .args(which(text))
        .args([wave(text), date(text)])
}

fn agreement(text: &Text) -> Command {
    let [staff, _] = which(text);
    sub(
        "timer agreement",
        "--staff S --date D",
        text,
        text.get("cli-timer-agreement"),
    )
    .args([staff.required(true), date(text).required(true)])
}
