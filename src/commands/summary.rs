//! `yutori summary`: where the working time went.

use clap::ArgMatches;

use super::results::Reading;
use super::{Answer, Context, book, plain, show};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wave = book::wave(matches, "wave")?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let mut summary = reading.summary(context.text)?;
    if let Some(wave) = wave {
        summary.waves.retain(|line| line.id == wave.id());
        if summary.waves.is_empty() {
            return Err(Failure::new(
                Exit::Refused,
                phrase("no-such-wave").with("wave", wave.label()),
            ));
        }
    }
    let said = if context.json {
        show::json(&summary)?
    } else {
        plain::summary(&summary, context.text)
    };
    Ok(Answer::done(said))
}
