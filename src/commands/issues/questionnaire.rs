//! `yutori issues questionnaire`: which questionnaires there are, and what one asks.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::book::Book;
use crate::catalog::Catalog;
use crate::commands::plain::Table;
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::failure::{Exit, Failure};
use crate::issues::{Questionnaire, Response};
use crate::phrase::phrase;
use crate::report::answering;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("show", matches)) => show_one(context, matches),
        Some((_, matches)) => list(context, matches),
        None => list(context, matches),
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

fn all<'a>(catalog: &'a Catalog, reading: Option<&'a Reading>) -> Vec<&'a Questionnaire> {
    match reading {
        Some(reading) => answering::questionnaires(reading),
        None => catalog.questionnaires().iter().collect(),
    }
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (catalog, reading) = at_hand(context, matches)?;
    let text = context.text;
    let responses: &[Response] = reading.as_ref().map_or(&[], |reading| &reading.issues.responses);
    let answers = |id: &str| responses.iter().filter(|it| it.questionnaire == id).count();
    let lines = all(&catalog, reading.as_ref());
    if context.json {
        let lines: Vec<Value> = lines
            .iter()
            .map(|it| {
                json!({
                    "id": it.id, "version": it.version, "title": text.lang().of(&it.title), "source": it.source,
                    "statements": it.statements().count(), "responses": answers(&it.id),
                })
            })
            .collect();
        return show::json(&json!({"schema": "yutori.questionnaires/1", "questionnaires": lines})).map(Answer::done);
    }
    let mut table = Table::new(&[
        text.get("answer-column-id"),
        text.get("answer-column-title"),
        text.get("answer-column-statements"),
        text.get("answer-column-responses"),
        text.get("answer-column-source"),
    ]);
    for it in lines {
        table.row([
            it.id.clone(),
            text.lang().of(&it.title).to_owned(),
            it.statements().count().to_string(),
            answers(&it.id).to_string(),
            it.source.clone(),
        ]);
    }
    Ok(Answer::done(table.text()))
}

fn show_one(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (catalog, reading) = at_hand(context, matches)?;
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    let lines = all(&catalog, reading.as_ref());
    let Some(found) = lines.iter().find(|it| it.id == id) else {
        let ids: Vec<&str> = lines.iter().map(|it| it.id.as_str()).collect();
        let message = phrase("answer-no-questionnaire")
            .with("id", id)
            .with("ids", ids.join(", "));
        return Err(Failure::new(Exit::Usage, message));
    };
    if context.json {
        return show::json(&as_json(context, found)).map(Answer::done);
    }
    Ok(Answer::done(as_text(context, found)))
}

fn as_json(context: &Context, it: &Questionnaire) -> Value {
    let of = |name| context.text.lang().of(name);
    let viewpoints: Vec<Value> = it
        .viewpoints
        .iter()
        .map(|viewpoint| {
            let statements = viewpoint.statements.iter();
            let statements: Vec<Value> = statements
                .map(|statement| json!({"code": statement.code, "text": of(&statement.text)}))
                .collect();
            json!({
                "code": viewpoint.code, "name": of(&viewpoint.name), "before": of(&viewpoint.before),
                "after": of(&viewpoint.after), "statements": statements,
            })
        })
        .collect();
    let scale: Vec<&str> = it.scale.iter().map(of).collect();
    json!({
        "schema": "yutori.questionnaire/1", "id": it.id, "version": it.version, "title": of(&it.title),
        "source": it.source, "scale": scale, "unknown": of(&it.unknown), "viewpoints": viewpoints,
    })
}

fn as_text(context: &Context, it: &Questionnaire) -> String {
    let text = context.text;
    let head = phrase("answer-questionnaire")
        .with("id", it.id.as_str())
        .with("version", it.version.as_str())
        .with("title", text.lang().of(&it.title))
        .with("source", it.source.as_str());
    let mut lines = vec![text.say(&head), answering::scale_line(it, text)];
    for viewpoint in &it.viewpoints {
        let name = phrase("answer-viewpoint")
            .with("code", viewpoint.code.as_str())
            .with("name", text.lang().of(&viewpoint.name));
        lines.extend([String::new(), text.say(&name)]);
        let statements = viewpoint.statements.iter();
        lines.extend(statements.map(|it| format!("  {:<5} {}", it.code, text.lang().of(&it.text))));
    }
    lines.join("\n") + "\n"
}
