//! `yutori issues columns`: what headings of answer tables mean in this book.

use clap::ArgMatches;
use serde_json::json;

use super::super::plain::Table;
use super::super::{Answer, Context, book, show};
use crate::book::{Change, Occasion};
use crate::catalog::Catalog;
use crate::failure::{Exit, Failure};
use crate::issues::{Issues, Questionnaire, SurveyColumn, mapped};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::UNKNOWN;

const SCHEMA: &str = "yutori.columns/1";

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (verb, arguments) = matches.subcommand().expect("the command line requires what to do");
    let mut book = book::open(context, arguments)?;
    let issues = book.issues()?;
    let catalog = book::catalog(book.path())?;
    if verb == "list" {
        return list(context, &issues, &catalog);
    }
    let written = |name: &str| arguments.get_one::<String>(name).map_or("", String::as_str);
    let typed = printable(written("heading").trim());
    if typed.is_empty() {
        return Err(Failure::new(Exit::Usage, phrase("surveyin-usage-heading")));
    }
    // A heading that is remembered in another spelling is the same heading.
    let heading = mapped(&issues.columns, &typed).map_or(typed, |(known, _)| known.clone());
    let before = issues.columns.get(&heading).cloned();
    let (after, said) = if verb == "set" {
        let column = column(written("meaning"), &issues, &catalog)?;
        let said = phrase("surveyin-columns-set")
            .with("heading", heading.as_str())
            .with("meaning", meaning(context, &column, &issues, &catalog));
        (Some(column), said)
    } else {
        if before.is_none() {
            let unknown = phrase("surveyin-columns-unknown").with("heading", heading.as_str());
            return Err(Failure::new(Exit::Refused, unknown));
        }
        (
            None,
            phrase("surveyin-columns-removed").with("heading", heading.as_str()),
        )
    };
    let told =
        json!({"schema": SCHEMA, "columns": [{"heading": heading, "meaning": after.as_ref().map(SurveyColumn::id)}]});
    if before != after {
        let change = Change::ColumnMapped { heading, before, after };
        book.apply(Occasion::ColumnsMapped, vec![change], context.clock.now())?;
    }
    if context.json {
        return show::json(&told).map(Answer::done);
    }
    Ok(Answer::done(context.text.say(&said) + "\n"))
}

fn questionnaires<'a>(issues: &'a Issues, catalog: &'a Catalog) -> impl Iterator<Item = &'a Questionnaire> {
    issues.questionnaires.iter().chain(catalog.questionnaires())
}

/// A meaning that can be kept: a field, or a statement that some questionnaire has.
fn column(written: &str, issues: &Issues, catalog: &Catalog) -> Result<SurveyColumn, Failure> {
    let column = SurveyColumn::parse(written).ok_or_else(|| {
        Failure::new(
            Exit::Usage,
            phrase("surveyin-usage-meaning").with("written", printable(written)),
        )
    })?;
    if let SurveyColumn::Statement(code) = &column
        && questionnaires(issues, catalog).all(|it| it.statement(code).is_none())
    {
        let message = phrase("surveyin-columns-no-statement").with("code", printable(code.as_str()));
        return Err(Failure::new(Exit::Refused, message));
    }
    Ok(column)
}

/// A meaning in words: the name of a field, or a statement with its code.
fn meaning(context: &Context, column: &SurveyColumn, issues: &Issues, catalog: &Catalog) -> String {
    match (column, column.phrase()) {
        (_, Some(name)) => context.text.say(&name),
        (SurveyColumn::Statement(code), None) => {
            let said = questionnaires(issues, catalog).find_map(|it| it.statement(code));
            let words = said.map_or(UNKNOWN, |it| context.text.lang().of(&it.text));
            format!("{code} {words}")
        }
        (_, None) => UNKNOWN.to_owned(),
    }
}

fn list(context: &Context, issues: &Issues, catalog: &Catalog) -> Result<Answer, Failure> {
    if context.json {
        let told = |(heading, column): (&String, &SurveyColumn)| json!({"heading": heading, "meaning": column.id()});
        let columns: Vec<_> = issues.columns.iter().map(told).collect();
        return show::json(&json!({"schema": SCHEMA, "columns": columns})).map(Answer::done);
    }
    if issues.columns.is_empty() {
        return Ok(Answer::done(context.text.get("surveyin-columns-none") + "\n"));
    }
    let mut table = Table::new(&[
        context.text.get("surveyin-columns-heading"),
        context.text.get("surveyin-columns-meaning"),
        context.text.get("surveyin-columns-text"),
    ]);
    for (heading, column) in &issues.columns {
        table.row([
            printable(heading),
            column.id().to_owned(),
            meaning(context, column, issues, catalog),
        ]);
    }
    Ok(Answer::done(table.text()))
}
