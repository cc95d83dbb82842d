//! `yutori issues alarms`: the step of the loop, and what must not be forgotten.

use clap::ArgMatches;

use super::super::results::Reading;
use super::super::{Answer, Context, book, show};
use crate::failure::Failure;
use crate::phrase::phrase;
use crate::report;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let text = context.text;
    let finding = report::forgotten(&reading, context.clock.now().date_naive(), text);
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    let stage = phrase("alarm-stage")
        .with("step", finding.step)
        .with("name", finding.stage.phrase());
    let mut said = text.say(&stage) + "\n";
    for alarm in &finding.alarms {
        said.extend(["! ", alarm.sentence.as_str(), "\n"]);
    }
    if finding.alarms.is_empty() {
        said += &text.get("alarm-none");
        said.push('\n');
    }
    Ok(Answer::done(said))
}
