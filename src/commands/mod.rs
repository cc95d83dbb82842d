//! The command line: everything that the screens do, for scripts.

mod accept;
mod blank;
mod book;
mod chart;
mod check;
mod compare;
mod demo;
mod desk;
mod documents;
mod effect;
mod export;
mod export_people;
mod history;
mod import;
mod issues;
mod keys;
mod line;
mod meters;
mod new;
mod plain;
mod plan;
mod recent;
mod record;
mod results;
mod scenario;
mod setting;
mod show;
mod subsidy;
mod summary;
mod survey;
mod tags;
mod tasks;
mod tasks_edit;
mod timer;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::ArgMatches;

pub use setting::Setting;

use crate::clock::Clock;
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::screens;
use crate::text::{Lang, Text};

/// What every command works with.
struct Context<'a> {
    text: &'a Text,
    clock: Clock,
    setting: Setting,
    json: bool,
}

/// What a command has to say, and whether it found something.
struct Answer {
    said: String,
    exit: Exit,
}

impl Answer {
    fn done(said: String) -> Self {
        Self { said, exit: Exit::Done }
    }
}

/// Runs one command line and gives the exit status.
pub fn run(arguments: &[OsString], setting: Setting) -> u8 {
    let text = Text::new(Lang::choose(
        line::language_asked(arguments),
        setting.lang.as_deref(),
        setting.system_language.as_deref(),
    ));
    let json = arguments.iter().any(|argument| argument == "--json");
    let plain_symbols = arguments.iter().any(|argument| argument == "--plain-symbols");
    let shown = |said: String| {
        if plain_symbols {
            screens::text::plain(&said)
        } else {
            said
        }
    };
    let told = match answer(arguments, &text, setting, json) {
        Ok(answer) => write_out(&shown(answer.said)).map(|()| answer.exit),
        Err(failure) => Err(failure),
    };
    match told {
        Ok(exit) => exit as u8,
        Err(failure) => {
            // There is nobody left to tell when this fails too.
            let _ = writeln!(io::stderr().lock(), "{}", shown(show::failure(&failure, &text, json)));
            failure.exit as u8
        }
    }
}

/// Writes what a command has to say. A reader that has seen enough (`| head`) is no failure.
fn write_out(said: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(said.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(
            Exit::Refused,
            phrase("output-not-written").with("error", error.to_string()),
        )),
        _ => Ok(()),
    }
}

fn answer(arguments: &[OsString], text: &Text, setting: Setting, json: bool) -> Result<Answer, Failure> {
    let matches = match line::command(text).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return line::explained(&error).map(Answer::done),
    };
    let clock = Clock::of_setting(setting.now.as_deref())
        .map_err(|error| Failure::new(Exit::Usage, phrase("usage-now").with("error", error.to_string())))?;
    let context = Context {
        text,
        clock,
        setting,
        json,
    };
    dispatch(&context, &matches)
}

fn dispatch(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        None => show::screens(context, matches),
        Some(("demo", matches)) => demo::run(context, matches),
        Some(("new", matches)) => new::run(context, matches),
        Some(("import", matches)) => import::run(context, matches),
        Some(("summary", matches)) => summary::run(context, matches),
        Some(("compare", matches)) => compare::run(context, matches),
        Some(("check", matches)) => check::run(context, matches),
        Some(("meters", matches)) => meters::run(context, matches),
        Some(("scenario", matches)) => scenario::run(context, matches),
        Some(("survey", matches)) => survey::run(context, matches),
        Some(("blank", matches)) => blank::run(context, matches),
        Some(("export", matches)) => export::run(context, matches),
        Some(("tags", matches)) => tags::run(context, matches),
        Some(("chart", matches)) => chart::run(context, matches),
        Some(("tasks", matches)) => tasks::run(context, matches),
        Some(("issues", matches)) => issues::run(context, matches),
        Some(("indicators", matches)) => effect::indicators::run(context, matches),
        Some(("values", matches)) => effect::values::run(context, matches),
        Some(("feasible", matches)) => effect::feasible::run(context, matches),
        Some(("series", matches)) => effect::series::run(context, matches),
        Some(("judge", matches)) => effect::judge::run(context, matches),
        Some(("documents", matches)) => documents::run(context, matches),
        Some(("subsidy", matches)) => subsidy::run(context, matches),
        Some(("plan", matches)) => plan::run(context, matches),
        Some(("timer", matches)) => timer::run(context, matches),
        Some(("history", matches)) => history::run(context, matches),
        Some(("undo", matches)) => history::undo(context, matches),
        Some(("redo", matches)) => history::redo(context, matches),
        Some(("keys", _)) => keys::run(context),
        Some(("record", matches)) => record::run(context, matches),
        Some((name, _)) => Err(Failure::new(Exit::Usage, phrase("usage-command").with("name", name))),
    }
}
