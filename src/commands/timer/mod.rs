//! `yutori timer`: measuring to the second, for oneself or as an observer.

mod line;
mod turn;
mod which;

use clap::ArgMatches;

pub(super) use line::timer as line;

use super::results::Reading;
use super::{Answer, Context, book, plain, show};
use crate::book::{Book, Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::worktime::Timing;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("list", matches)) => list(context, matches),
        Some(("agreement", matches)) => agreement(context, matches),
        Some((name, matches)) => turn::run(context, name, matches),
        None => Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "timer"),
        )),
    }
}

/// The book at hand, what it holds, and what time it is.
struct Desk<'a> {
    context: &'a Context<'a>,
    book: Book,
    reading: Reading,
}

impl<'a> Desk<'a> {
    fn open(context: &'a Context<'a>, matches: &ArgMatches) -> Result<Self, Failure> {
        let book = book::open(context, matches)?;
        let reading = Reading::of(&book)?;
        Ok(Self { context, book, reading })
    }

    /// The second of the timing at which it is now.
    fn second(&self, timing: &Timing) -> u32 {
        timing.key.second_of(self.context.clock.now().naive_local())
    }

    fn write(&mut self, occasion: Occasion, changes: Vec<Change>) -> Result<(), Failure> {
        self.book.apply(occasion, changes, self.context.clock.now())?;
        Ok(())
    }

    /// Tells what was done, or shows the timing as JSON.
    fn told(&self, timing: &Timing, said: &Phrase) -> Result<String, Failure> {
        if !self.context.json {
            return Ok(self.context.text.say(said) + "\n");
        }
        let now = self.context.clock.now().naive_local();
        show::json(&report::timings(&self.reading, [timing], now, self.context.text))
    }
}

fn refused(message: Phrase) -> Failure {
    Failure::new(Exit::Refused, message)
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let desk = Desk::open(context, matches)?;
    let wanted = which::wanted(matches)?;
    let timings = desk.reading.timings.iter().filter(|timing| wanted.fits(timing));
    let found = report::timings(&desk.reading, timings, context.clock.now().naive_local(), context.text);
    if context.json {
        return show::json(&found).map(Answer::done);
    }
    Ok(Answer::done(plain::timings(&found, context.text)))
}

fn agreement(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let desk = Desk::open(context, matches)?;
    let wanted = which::wanted(matches)?;
    let (Some(staff), Some(date)) = (&wanted.staff, wanted.date) else {
        return Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "--staff --date"),
        ));
    };
    let found = report::agreements(&desk.reading, staff, date, context.text);
    if found.pairs.is_empty() {
        return Err(refused(phrase("timer-no-two-recordings")));
    }
    if context.json {
        return show::json(&found).map(Answer::done);
    }
    Ok(Answer::done(plain::agreements(&found, context.text)))
}
