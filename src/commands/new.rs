//! `yutori new`: founds a book.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::book::{ENDING, catalog};
use super::{Answer, Context, recent};
use crate::book::{Book, Founding};
use crate::catalog::Catalog;
use crate::clock::Moment;
use crate::failure::{Exit, Failure};
use crate::office::{Office, fold, printable};
use crate::phrase::phrase;
use crate::worktime::{NightHours, SLOTS};

/// The task list of a new book unless another is asked for.
pub(super) const USUAL_LIST: &str = "kasan-2024";

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let path = matches
        .get_one::<PathBuf>("new-book")
        .expect("the command line requires BOOK");
    let path = with_ending(path);
    let catalog = catalog(&path)?;
    let founding = founding(matches, &catalog)?;
    let book = found(&path, founding, context.clock.now())?;
    recent::remember(context.setting.home.as_deref(), book.path());
    let list = book.founding().task_list.id.clone();
    let said = phrase("new-done")
        .with("path", path.display().to_string())
        .with("list", list);
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}

/// Founds a book at a path that is free.
pub(super) fn found(path: &Path, founding: Founding, now: Moment) -> Result<Book, Failure> {
    Ok(Book::create(path, founding, now)?)
}

/// The path with the ending of books where it has none.
pub(super) fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some() {
        path.to_owned()
    } else {
        path.with_extension(ENDING)
    }
}

/// A founding with the usual list and border.
pub(super) fn usual(office: Office, catalog: &Catalog) -> Founding {
    let task_list = catalog
        .task_list(USUAL_LIST)
        .expect("the usual list is built in")
        .clone();
    Founding {
        office,
        slot_minutes: task_list.slot_minutes,
        task_list,
        night: NightHours::default(),
    }
}

fn founding(matches: &ArgMatches, catalog: &Catalog) -> Result<Founding, Failure> {
    let given = |name: &str| matches.get_one::<String>(name).map(|text| printable(&fold(text)));
    let wrong = |phrase| Failure::new(Exit::Usage, phrase);
    let number = given("number");
    if let Some(number) = &number
        && (number.len() != 10 || !number.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(wrong(phrase("usage-number").with("number", number.as_str())));
    }
    let service = given("service");
    if let Some(service) = &service
        && catalog.service(service).is_none()
    {
        return Err(wrong(phrase("usage-service").with("service", service.as_str())));
    }
    let mut founding = usual(
        Office {
            name: given("office").unwrap_or_default(),
            number,
            service,
        },
        catalog,
    );
    if let Some(id) = given("task-list") {
        let ids: Vec<&str> = catalog.task_lists().iter().map(|list| list.id.as_str()).collect();
        let unknown = || {
            wrong(
                phrase("usage-task-list")
                    .with("id", id.as_str())
                    .with("ids", ids.join(", ")),
            )
        };
        founding.task_list = catalog.task_list(&id).ok_or_else(unknown)?.clone();
        founding.slot_minutes = founding.task_list.slot_minutes;
    }
    if let Some(slot) = given("slot") {
        let unusable = || wrong(phrase("usage-slot").with("slot", slot.as_str()));
        founding.slot_minutes = slot
            .parse()
            .ok()
            .filter(|slot| SLOTS.contains(slot))
            .ok_or_else(unusable)?;
    }
    if let Some(night) = given("night") {
        let unusable = || wrong(phrase("usage-night").with("night", night.as_str()));
        founding.night = night_hours(&night, founding.slot_minutes).ok_or_else(unusable)?;
    }
    Ok(founding)
}

/// Reads a border such as `22:00-6:00`.
fn night_hours(written: &str, slot_minutes: u16) -> Option<NightHours> {
    let clock = |text: &str| -> Option<u16> {
        let (hour, minute) = text.trim().split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    };
    let (from, to) = written.split_once(['-', '~', '〜'])?;
    NightHours::new(clock(from)?, clock(to)?, slot_minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_is_read_as_people_write_it() {
        assert_eq!(night_hours("21:00-6:00", 10).unwrap().to_string(), "21:00-06:00");
        assert_eq!(
            night_hours(&fold("２１：００～６：００"), 10).unwrap().to_string(),
            "21:00-06:00"
        );
        assert_eq!(night_hours("21:05-6:00", 10), None);
        assert_eq!(night_hours("night", 10), None);
    }

    #[test]
    fn a_book_gets_its_ending() {
        assert_eq!(with_ending(Path::new("a/ひだまり苑")), Path::new("a/ひだまり苑.yutori"));
        assert_eq!(with_ending(Path::new("a.yutori")), Path::new("a.yutori"));
    }
}
