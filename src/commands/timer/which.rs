//! Which timing a command means.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::refused;
use crate::commands::book;
use crate::failure::{Exit, Failure};
use crate::office::{NameError, StaffCode};
use crate::phrase::phrase;
use crate::worktime::{Timing, Wave, parse_clock_seconds};

/// What a timing must be like; nothing said, anything fits.
pub(super) struct Wanted {
    pub(super) staff: Option<StaffCode>,
    pub(super) observer: Option<StaffCode>,
    /// Measured by the person, whoever else observed.
    pub(super) own: bool,
    pub(super) wave: Option<Wave>,
    pub(super) date: Option<NaiveDate>,
}

impl Wanted {
    pub(super) fn fits(&self, timing: &Timing) -> bool {
        let key = &timing.key;
        self.staff.as_ref().is_none_or(|staff| *staff == key.staff)
            && (self.observer.is_none() || self.observer == key.observer)
            && !(self.own && key.observer.is_some())
            && self.wave.is_none_or(|wave| wave == key.wave)
            && self.date.is_none_or(|date| date == key.date)
    }

    /// The one timing that fits, among those that are not over unless a date was said.
    pub(super) fn one(&self, timings: &[Timing]) -> Result<Timing, Failure> {
        let open = |timing: &&Timing| self.date.is_some() || !timing.finished;
        let found: Vec<&Timing> = timings.iter().filter(open).filter(|timing| self.fits(timing)).collect();
        match found.as_slice() {
            [only] => Ok((*only).clone()),
            [] => Err(refused(phrase("timer-none-open"))),
            several => Err(refused(phrase("timer-several-open").with("count", several.len()))),
        }
    }
}

/// Reads the options.
pub(super) fn wanted(matches: &ArgMatches) -> Result<Wanted, Failure> {
    let wave = match matches.try_contains_id("wave") {
        Ok(_) => book::wave(matches, "wave")?,
        Err(_) => None,
    };
    Ok(Wanted {
        staff: name(matches, "staff", StaffCode::parse)?,
        observer: name(matches, "observer", StaffCode::parse)?,
        own: matches.try_get_one::<bool>("self").ok().flatten() == Some(&true),
        wave,
        date: written(matches, "date").map(book::date).transpose()?,
    })
}

/// The text of an option, where the command has it and somebody gave it.
pub(super) fn written<'a>(matches: &'a ArgMatches, option: &str) -> Option<&'a str> {
    let value = matches.try_get_one::<String>(option).ok().flatten();
    value.map(String::as_str)
}

/// Reads a code or name.
pub(super) fn name<T>(
    matches: &ArgMatches,
    option: &str,
    parse: impl FnOnce(&str) -> Result<T, NameError>,
) -> Result<Option<T>, Failure> {
    let wrong = |value: &str| wrong(&format!("--{option}"), value);
    let read = |value: &str| parse(value).map_err(|_| wrong(value));
    written(matches, option).map(read).transpose()
}

/// Reads a time of an option.
pub(super) fn time(matches: &ArgMatches, option: &str) -> Result<Option<u32>, Failure> {
    let read = |value: &str| parse_clock_seconds(value).ok_or_else(|| wrong(&format!("--{option}"), value));
    written(matches, option).map(read).transpose()
}

fn wrong(argument: &str, value: &str) -> Failure {
    let message = phrase("usage-value").with("argument", argument).with("value", value);
    Failure::new(Exit::Usage, message)
}
