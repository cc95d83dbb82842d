//! `yutori tags`: what words of other programs mean in this book.

use clap::ArgMatches;
use serde_json::json;

use super::plain::Table;
use super::{Answer, Context, book, show};
use crate::book::{Book, Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::worktime::{TaskCode, tag_key};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (verb, arguments) = matches.subcommand().expect("the command line requires what to do");
    let mut book = book::open(context, arguments)?;
    if verb == "list" {
        return list(context, &book);
    }
    let written = |name: &str| arguments.get_one::<String>(name).map_or("", String::as_str);
    let tag = tag_key(written("tag"));
    if tag.is_empty() {
        return Err(Failure::new(Exit::Usage, phrase("intake-tag-empty")));
    }
    let before = book.tags()?.get(&tag).cloned();
    let (after, said) = if verb == "set" {
        let task = find(&book, &tag, written("task"))?;
        let name = context.text.lang().of(&task.1).to_owned();
        let said = phrase("tags-set")
            .with("tag", tag.as_str())
            .with("task", task.0.as_str())
            .with("name", name);
        (Some(task.0), said)
    } else {
        if before.is_none() {
            return Err(Failure::new(
                Exit::Refused,
                phrase("tags-unknown").with("tag", tag.as_str()),
            ));
        }
        (None, phrase("tags-removed").with("tag", tag.as_str()))
    };
    let told = json!({"schema": "yutori.tags/1", "tags": [{"tag": tag, "task": after}]});
    if before != after {
        let change = Change::TagMapped { tag, before, after };
        book.apply(Occasion::TagsMapped, vec![change], context.clock.now())?;
    }
    if context.json {
        return show::json(&told).map(Answer::done);
    }
    Ok(Answer::done(context.text.say(&said) + "\n"))
}

fn find(book: &Book, tag: &str, written: &str) -> Result<(TaskCode, crate::office::Bilingual), Failure> {
    let tasks = &book.founding().task_list;
    let task = tasks.find(written).ok_or_else(|| {
        let message = phrase("intake-tag-unknown-task")
            .with("tag", tag)
            .with("written", written)
            .with("list", tasks.id.as_str());
        Failure::new(Exit::Refused, message)
    })?;
    Ok((task.code.clone(), task.name.clone()))
}

fn list(context: &Context, book: &Book) -> Result<Answer, Failure> {
    let tags = book.tags()?;
    let tasks = &book.founding().task_list;
    if context.json {
        let tags: Vec<_> = tags
            .iter()
            .map(|(tag, task)| json!({"tag": tag, "task": task, "is_in_list": tasks.task(task).is_some()}))
            .collect();
        return show::json(&json!({"schema": "yutori.tags/1", "tags": tags})).map(Answer::done);
    }
    if tags.is_empty() {
        return Ok(Answer::done(context.text.get("tags-none") + "\n"));
    }
    let mut table = Table::new(&[
        context.text.get("tags-column-tag"),
        context.text.get("tags-column-code"),
        context.text.get("tags-column-task"),
    ]);
    for (tag, task) in &tags {
        let name = tasks
            .task(task)
            .map_or(UNKNOWN, |task| context.text.lang().of(&task.name));
        table.row([crate::office::printable(tag), task.to_string(), name.to_owned()]);
    }
    Ok(Answer::done(table.text()))
}
