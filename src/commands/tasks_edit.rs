//! `yutori tasks add`, `rename`, `move`, `colour`, `key`, `remove`: the book's task list edited step by step.

use clap::ArgMatches;

use super::results::Reading;
use super::{Answer, Context, book, tasks};
use crate::book::Occasion;
use crate::failure::{Exit, Failure};
use crate::office::{Bilingual, fold};
use crate::phrase::phrase;
use crate::report;
use crate::worktime::{Hue, ListDraft, ListEditError, ListItem};

pub(super) fn run(context: &Context, edit: &str, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let uses = report::task_uses(&reading);
    let mut draft = ListDraft::of(&reading.founding.task_list);
    let given = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let refused = |error: ListEditError| Failure::new(Exit::Refused, error.phrase());
    let item = |draft: &ListDraft| draft.item(given("code")).map_err(refused);
    match edit {
        "add" => add(&mut draft, matches)?,
        "rename" => {
            let item = item(&draft)?;
            draft.rename(&item, &name(matches)).map_err(refused)?;
        }
        "move" => {
            let item = item(&draft)?;
            match matches.get_one::<u16>("to") {
                Some(place) => draft.place(&item, usize::from(*place) - 1).map_err(refused)?,
                None => {
                    let before = draft.item(given("before")).map_err(refused)?;
                    draft.place_before(&item, &before).map_err(refused)?;
                }
            }
        }
        "colour" => {
            let item = item(&draft)?;
            draft.colour(&item, hue(given("hue"))?).map_err(refused)?;
        }
        "key" => {
            let item = item(&draft)?;
            draft
                .key(&item, Some(given("key")).filter(|key| *key != NONE))
                .map_err(refused)?;
        }
        "remove" => {
            let item = item(&draft)?;
            draft.remove(&item, &uses).map_err(refused)?;
        }
        name => return Err(Failure::new(Exit::Usage, phrase("usage-command").with("name", name))),
    }
    if let Some(step) = draft.step() {
        let occasion = Occasion::TaskListTaken {
            list: step.list.id.clone(),
        };
        book.apply(occasion, report::list_changes(&reading, step), context.clock.now())?;
    }
    let reading = Reading::of(&book)?;
    let uses = report::task_uses(&reading);
    tasks::told(context, &reading.founding.task_list, Some(&uses)).map(Answer::done)
}

/// The word that takes a colour or key away.
const NONE: &str = "none";

fn add(draft: &mut ListDraft, matches: &ArgMatches) -> Result<(), Failure> {
    let given = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let refused = |error: ListEditError| Failure::new(Exit::Refused, error.phrase());
    let (code, category) = (given("code").unwrap_or(""), given("category").unwrap_or(""));
    let code = draft.add(code, category, &name(matches)).map_err(refused)?;
    let item = ListItem::Task(code);
    if let Some(key) = given("key") {
        draft.key(&item, Some(key)).map_err(refused)?;
    }
    if let Some(colour) = given("colour") {
        draft.colour(&item, hue(colour)?).map_err(refused)?;
    }
    Ok(())
}

fn name(matches: &ArgMatches) -> Bilingual {
    let given = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    Bilingual {
        ja: given("name"),
        en: given("name-en"),
    }
}

fn hue(written: &str) -> Result<Option<Hue>, Failure> {
    let id = fold(written).to_lowercase();
    if id == NONE {
        return Ok(None);
    }
    let unknown = || {
        let ids: Vec<&str> = Hue::ALL.iter().map(|hue| hue.id()).collect();
        let message = phrase("usage-hue").with("written", written).with("ids", ids.join(", "));
        Failure::new(Exit::Usage, message)
    };
    Hue::of_id(&id).map(Some).ok_or_else(unknown)
}
