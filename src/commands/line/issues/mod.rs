//! `yutori issues` on the command line.

mod alarms;
mod answer;
mod choice;
mod columns;
mod map;
mod measure;
mod meetings;
mod notices;
mod survey;

use clap::Command;

pub(super) use answer::blank as blank_survey;

use super::sub;
use crate::text::Text;

/// `issues` with everything below it.
pub(super) fn issues(text: &Text) -> Command {
    sub("issues", "[COMMAND]", text, text.get("cli-issues"))
        .subcommand_help_heading(text.get("cli-heading-commands"))
        .subcommand(columns::columns(text))
        .subcommand(answer::questionnaire(text))
        .subcommand(answer::answer(text))
        .subcommand(answer::responses(text))
        .subcommand(alarms::alarms(text))
        .subcommand(map::map(text))
        .subcommand(choice::challenge(text))
        .subcommand(meetings::meetings(text))
        .subcommand(measure::measure(text))
        .subcommand(notices::notices(text))
        .subcommand(survey::survey(text))
}
