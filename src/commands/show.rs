//! Saying things to a person or a program, and opening the screens.

use clap::ArgMatches;
use serde::Serialize;
use serde_json::json;

use super::desk::OfficeDesk;
use super::{Answer, Context, book};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::screens::{self, Setup, Start, Theme};
use crate::text::Text;

/// A finding as JSON with a line end.
pub(super) fn json(finding: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(finding)
        .map(|json| json + "\n")
        .map_err(|error| Failure::new(Exit::Defect, phrase("defect-json").with("error", error.to_string())))
}

/// A failure in one or two lines, or as JSON.
pub(super) fn failure(failure: &Failure, text: &Text, as_json: bool) -> String {
    let message = text.say(&failure.message);
    let hint = text.hint(&failure.message);
    if as_json {
        let error = json!({"code": failure.code, "message": message, "where": failure.place, "hint": hint});
        return json!({ "error": error }).to_string();
    }
    let place = failure
        .place
        .as_ref()
        .map_or_else(String::new, |place| format!("{place}: "));
    let hint = hint.map_or_else(String::new, |hint| format!("\n{hint}"));
    format!("{place}{message}{hint}")
}

/// Opens the screens on a book, or on the start page when there is none.
pub(super) fn screens(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    if !context.setting.at_terminal {
        return Err(Failure::new(Exit::Usage, phrase("usage-no-terminal")));
    }
    let start = match book::named(context, matches)? {
        Some(path) => Start::Open(path),
        None => Start::StartPage,
    };
    open_screens(context, matches, start)
}

/// Opens the screens.
pub(super) fn open_screens(context: &Context, matches: &ArgMatches, start: Start) -> Result<Answer, Failure> {
    let colour = matches.get_one::<String>("color").map(String::as_str);
    let theme = match colour {
        Some("never") => Theme::NoColour,
        None | Some("auto") if context.setting.no_color => Theme::NoColour,
        _ if matches
            .try_get_one::<String>("theme")
            .ok()
            .flatten()
            .is_some_and(|theme| theme == "contrast") =>
        {
            Theme::HighContrast
        }
        _ => Theme::Default,
    };
    let setup = Setup {
        text: Text::new(context.text.lang()),
        theme,
        plain_symbols: matches.get_flag("plain-symbols"),
        mouse: true,
        clock: context.clock,
    };
    screens::run(Box::new(OfficeDesk::new(context)), start, setup)?;
    Ok(Answer::done(String::new()))
}
