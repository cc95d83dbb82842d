//! `yutori export`: reports as files.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, export_people, show};
use crate::book::Book;
use crate::clock::Moment;
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::report;
use crate::report::save::save;
use crate::report::workbook::{self, Contents};
use crate::text::Text;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (kind, wanted) = matches
        .subcommand()
        .expect("the command line requires a kind of export");
    match kind {
        "entries" => return export_people::entries(context, wanted),
        "timings" => return export_people::timings(context, wanted),
        "betten4" => return export_people::betten4(context, wanted),
        _ => {}
    }
    let out = wanted
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out");
    let book = book::open(context, wanted)?;
    workbook(
        &book,
        out,
        wanted.get_flag("with-staff"),
        context.clock.now(),
        context.text,
    )?;
    if context.json {
        return show::json(&json!({"schema": "yutori.export/1", "path": out.display().to_string()})).map(Answer::done);
    }
    let said = phrase("export-done").with("path", out.display().to_string());
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}

/// Writes the workbook of a book, whole or not at all.
pub(super) fn workbook(book: &Book, out: &Path, with_staff: bool, now: Moment, text: &Text) -> Result<(), Failure> {
    if out
        .extension()
        .is_none_or(|ending| !ending.eq_ignore_ascii_case("xlsx"))
    {
        return Err(Failure::new(Exit::Usage, phrase("usage-xlsx")).at(out.display().to_string()));
    }
    let reading = Reading::of(book)?;
    if reading.sheets.is_empty()
        && reading.issues.is_empty()
        && reading.effects.is_empty()
        && reading.documents.is_empty()
    {
        return Err(Failure::new(Exit::Refused, phrase("no-sheets")));
    }
    let tasks = &reading.founding.task_list;
    let entries = with_staff.then(|| report::entries(&reading.sheets, tasks, text));
    let summary = reading.summary(text)?;
    let effect = reading.effect(now.date_naive(), text)?;
    let check = reading.check(book, text)?;
    let issues = report::issues(&reading, now.date_naive(), text);
    let documents = reading.documents(&effect.results, text)?;
    let pictures = report::pictures(&reading, &summary, text);
    let linkage = report::linkage(&reading, text);
    let contents = Contents {
        summary: &summary,
        issues: &issues,
        documents: &documents,
        pictures: &pictures,
        comparisons: &effect.results,
        effect: &effect,
        linkage: &linkage,
        check: &check,
        entries: entries.as_deref(),
        made: now,
        version: env!("CARGO_PKG_VERSION"),
        task_list_title: text.lang().of(&tasks.title),
        task_list_source: &tasks.source,
        with_staff,
    };
    let bytes = workbook::write(&contents, text)?;
    Ok(save(out, &bytes)?)
}
