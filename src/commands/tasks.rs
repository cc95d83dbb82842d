//! `yutori tasks`: the task lists at hand, the one of the book, and taking another.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::plain::Table;
use super::results::Reading;
use super::{Answer, Context, book, show, tasks_edit};
use crate::book::{Book, Occasion};
use crate::catalog::{Catalog, task_list_file};
use crate::failure::{Exit, Failure};
use crate::office::fold;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::report::save::save;
use crate::text::Text;
use crate::worktime::{Hue, ListStep, Mapping, TaskCode, TaskList, TaskUses};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("list", matches)) => list(context, matches),
        Some(("show", matches)) => show_list(context, matches),
        Some(("take", matches)) => take(context, matches),
        Some(("export", matches)) => export(context, matches),
        Some((edit, matches)) => tasks_edit::run(context, edit, matches),
        None => Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "COMMAND"),
        )),
    }
}

/// The catalog beside the book, and what the book holds where there is one.
fn at_hand(context: &Context, matches: &ArgMatches) -> Result<(Catalog, Option<Reading>), Failure> {
    match book::named(context, matches)? {
        Some(path) => {
            let reading = Reading::of(&Book::open(&path)?)?;
            Ok((reading.catalog.clone(), Some(reading)))
        }
        None => Ok((book::catalog(&context.setting.folder.join("-"))?, None)),
    }
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (catalog, reading) = at_hand(context, matches)?;
    let own = reading.as_ref().map(|reading| &reading.founding.task_list);
    let mut lists: Vec<&TaskList> = catalog.task_lists().iter().collect();
    // A list that an office edited is in its book alone.
    lists.extend(own.filter(|own| catalog.task_list(&own.id).is_none()));
    let is_used = |list: &TaskList| own.is_some_and(|own| own.id == list.id);
    let text = context.text;
    if context.json {
        let lines: Vec<Value> = lists
            .iter()
            .map(|list| {
                json!({
                    "id": list.id, "version": list.version, "title": text.lang().of(&list.title), "source": list.source,
                    "slot_minutes": list.slot_minutes, "tasks": list.tasks.len(), "used": is_used(list),
                })
            })
            .collect();
        return show::json(&json!({"schema": "yutori.task-lists/1", "lists": lines})).map(Answer::done);
    }
    let mut table = Table::new(&[
        String::new(),
        text.get("tasks-column-id"),
        text.get("tasks-column-count"),
        text.get("tasks-column-slot"),
        text.get("tasks-column-title"),
        text.get("tasks-column-source"),
    ]);
    for list in lists {
        table.row([
            if is_used(list) { "*".to_owned() } else { String::new() },
            list.id.clone(),
            list.tasks.len().to_string(),
            list.slot_minutes.to_string(),
            text.lang().of(&list.title).to_owned(),
            list.source.clone(),
        ]);
    }
    Ok(Answer::done(table.text() + &text.get("tasks-list-says") + "\n"))
}

fn show_list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (catalog, reading) = at_hand(context, matches)?;
    let own = reading.as_ref().map(|reading| reading.founding.task_list.clone());
    let (list, uses) = match matches.get_one::<String>("id") {
        Some(id) => {
            let found = own.filter(|own| own.id == *id);
            let list = found.or_else(|| catalog.task_list(id).cloned());
            (list.ok_or_else(|| unknown(id, &catalog))?, None)
        }
        None => {
            let list = own.ok_or_else(|| Failure::new(Exit::Book, phrase("book-none")))?;
            (list, reading.map(|reading| report::task_uses(&reading)))
        }
    };
    told(context, &list, uses.as_ref()).map(Answer::done)
}

fn unknown(id: &str, catalog: &Catalog) -> Failure {
    let ids: Vec<&str> = catalog.task_lists().iter().map(|list| list.id.as_str()).collect();
    let message = phrase("usage-task-list").with("id", id).with("ids", ids.join(", "));
    Failure::new(Exit::Usage, message)
}

/// A task list as text or JSON; `uses` where it is the list of the book.
pub(super) fn told(context: &Context, list: &TaskList, uses: Option<&TaskUses>) -> Result<String, Failure> {
    if context.json {
        return show::json(&as_json(list, uses, context.text));
    }
    Ok(as_text(list, uses, context.text))
}

fn as_json(list: &TaskList, uses: Option<&TaskUses>, text: &Text) -> Value {
    let name = |name| text.lang().of(name).to_owned();
    let categories: Vec<Value> = list
        .categories
        .iter()
        .map(|it| json!({"code": it.code, "name": name(&it.name), "kind": it.kind, "colour": it.colour}))
        .collect();
    let tasks: Vec<Value> = list
        .tasks
        .iter()
        .map(|task| {
            let used = uses.map(|uses| uses.get(&task.code).copied().unwrap_or_default());
            let used = used.map(|used| {
                json!({"sheets": used.sheets, "plans": used.plans, "timings": used.timings, "settings": used.settings})
            });
            json!({
                "code": task.code, "category": task.category, "name": name(&task.name),
                "note": task.note.as_ref().map(name), "free_note": task.free_note, "key": task.key,
                "colour": task.colour, "used": used,
            })
        })
        .collect();
    json!({
        "schema": "yutori.tasks/1", "id": list.id, "version": list.version, "title": name(&list.title),
        "source": list.source, "slot_minutes": list.slot_minutes, "in_book": uses.is_some(),
        "categories": categories, "tasks": tasks,
    })
}

fn as_text(list: &TaskList, uses: Option<&TaskUses>, text: &Text) -> String {
    let head = phrase("tasks-head")
        .with("id", list.id.as_str())
        .with("version", list.version.as_str())
        .with("title", text.lang().of(&list.title))
        .with("source", list.source.as_str());
    let colour = |hue: Option<Hue>| hue.map_or_else(String::new, |hue| text.say(&hue.name()));
    let mut columns = vec![
        text.get("tasks-column-code"),
        text.get("tasks-column-name"),
        text.get("tasks-column-key"),
        text.get("tasks-column-colour"),
    ];
    if uses.is_some() {
        columns.push(text.get("tasks-column-uses"));
    }
    let mut table = Table::new(&columns);
    for category in &list.categories {
        let name = text.lang().of(&category.name);
        let mut row = vec![
            category.code.to_string(),
            name.to_owned(),
            String::new(),
            colour(category.colour),
        ];
        row.extend(uses.map(|_| String::new()));
        table.row(row);
        for task in list.tasks.iter().filter(|task| task.category == category.code) {
            let mut row = vec![
                task.code.to_string(),
                format!("  {}", text.lang().of(&task.name)),
                task.key.map_or_else(String::new, |key| key.to_string()),
                colour(task.colour),
            ];
            row.extend(uses.map(|uses| {
                uses.get(&task.code)
                    .map_or_else(String::new, |used| text.say(&used.phrase()))
            }));
            table.row(row);
        }
    }
    format!("{}\n{}", text.say(&head), table.text())
}

fn take(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    let list = reading
        .catalog
        .task_list(id)
        .ok_or_else(|| unknown(id, &reading.catalog))?
        .clone();
    if list == reading.founding.task_list {
        return Err(Failure::new(
            Exit::Refused,
            phrase("tasks-taken-already").with("id", id),
        ));
    }
    let mut mapping = report::known_mapping(&reading, &list);
    let pairs = matches.get_many::<String>("map").into_iter().flatten();
    for written in pairs {
        let (old, new) = pair(written, &reading.founding.task_list, &list)?;
        mapping.0.insert(old, new);
    }
    let missing = report::without_place(&reading, &mapping);
    if !missing.is_empty() {
        return Err(Failure::new(
            Exit::Refused,
            no_place(&missing, &reading.founding.task_list, context.text),
        ));
    }
    let said = taken(context, &reading.founding.task_list, &list, &mapping)?;
    if !matches.get_flag("dry-run") {
        let changes = report::list_changes(&reading, ListStep { list, mapping });
        book.apply(
            Occasion::TaskListTaken { list: id.to_owned() },
            changes,
            context.clock.now(),
        )?;
    }
    Ok(Answer::done(said))
}

/// Reads `OLD=NEW`.
fn pair(written: &str, older: &TaskList, newer: &TaskList) -> Result<(TaskCode, TaskCode), Failure> {
    let wrong = |message: Phrase| Failure::new(Exit::Usage, message);
    let folded = fold(written);
    let Some((old, new)) = folded.split_once('=') else {
        return Err(wrong(phrase("tasks-map-unreadable").with("written", written)));
    };
    let find = |list: &TaskList, code: &str| {
        let code = TaskCode(code.trim().to_owned());
        let unknown = || {
            let message = phrase("tasks-map-unknown").with("code", code.as_str());
            wrong(message.with("list", list.id.as_str()))
        };
        list.task(&code).map(|task| task.code.clone()).ok_or_else(unknown)
    };
    Ok((find(older, old)?, find(newer, new)?))
}

/// Names all tasks in use without a place, with where they are used.
fn no_place(missing: &[(TaskCode, crate::worktime::TaskUse)], older: &TaskList, text: &Text) -> Phrase {
    let tasks: Vec<String> = missing
        .iter()
        .map(|(code, used)| {
            let name = older.task(code).map_or("", |task| text.lang().of(&task.name));
            let part = phrase("tasks-without-place-part")
                .with("code", code.as_str())
                .with("name", name);
            text.say(&part.with("uses", used.phrase()))
        })
        .collect();
    let first = missing.first().map_or("", |(code, _)| code.as_str());
    phrase("tasks-without-place")
        .with("tasks", tasks.join(&text.get("tasks-without-place-and")))
        .with("first", first)
}

/// What becomes of the tasks: all that change their code or name, and those of the new list that are new.
fn taken(context: &Context, older: &TaskList, newer: &TaskList, mapping: &Mapping) -> Result<String, Failure> {
    let text = context.text;
    let new: Vec<&crate::worktime::Task> = newer
        .tasks
        .iter()
        .filter(|task| !mapping.0.values().any(|code| *code == task.code))
        .collect();
    if context.json {
        let new: Vec<&TaskCode> = new.iter().map(|task| &task.code).collect();
        return show::json(&json!({
            "schema": "yutori.tasks-taken/1", "from": older.id, "to": newer.id, "mapping": mapping, "without_source": new,
        }));
    }
    let head = phrase("tasks-taken")
        .with("from", older.id.as_str())
        .with("to", newer.id.as_str());
    let mut said = text.say(&head) + "\n";
    let name = |list: &TaskList, code: &TaskCode| {
        let name = list.task(code).map_or("", |task| text.lang().of(&task.name));
        format!("{code} {name}")
    };
    let mut line = |phrase: Phrase| said += &format!("  {}\n", text.say(&phrase));
    for task in &older.tasks {
        match mapping.0.get(&task.code) {
            Some(next) if name(older, &task.code) == name(newer, next) => {}
            Some(next) => line(
                phrase("tasks-taken-becomes")
                    .with("old", name(older, &task.code))
                    .with("new", name(newer, next)),
            ),
            None => line(phrase("tasks-taken-gone").with("old", name(older, &task.code))),
        }
    }
    for task in new {
        line(phrase("tasks-taken-new").with("new", name(newer, &task.code)));
    }
    Ok(said)
}

fn export(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let out = matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out");
    if !has_ending(out) {
        return Err(Failure::new(Exit::Usage, phrase("usage-toml")).at(out.display().to_string()));
    }
    let book = book::open(context, matches)?;
    save(out, task_list_file(&book.founding().task_list).as_bytes())?;
    if context.json {
        let path = out.display().to_string();
        return show::json(&json!({"schema": "yutori.export/1", "path": path})).map(Answer::done);
    }
    let said = phrase("tasks-exported").with("path", out.display().to_string());
    Ok(Answer::done(context.text.say(&said) + "\n"))
}

fn has_ending(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}
