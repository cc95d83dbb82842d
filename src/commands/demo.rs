//! `yutori demo`: the sample office.

mod challenges;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::import::{How, Names};
use super::results::Reading;
use super::{Answer, Context, export, import, new, plain, recent, show};
use crate::book::Book;
use crate::catalog::Catalog;
use crate::clock::Moment;
use crate::failure::{Exit, Failure};
use crate::intake::{Foreign, Order};
use crate::office::Office;
use crate::phrase::phrase;
use crate::report::finding::FileStatus;
use crate::screens::Start;
use crate::text::Text;

/// Every survey file of the sample office with its place below the folder.
const FILES: &[(&str, &[u8])] = include!("../../sample-data/files.rs");
const OFFICE: &str = "ひだまり苑";
const OFFICE_NUMBER: &str = "0000000000";
const SERVICE: &str = "9";
/// The folder of the demo unless another is named.
pub(super) const FOLDER: &str = "yutori-demo";
const BOOK: &str = "hidamari.yutori";
const WORKBOOK: &str = "hidamari.xlsx";

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let folder = matches
        .get_one::<PathBuf>("dir")
        .cloned()
        .unwrap_or_else(|| PathBuf::from(FOLDER));
    let path = folder.join(BOOK);
    let book = prepared(&folder, context.clock.now(), context.text)?;
    recent::remember(context.setting.home.as_deref(), &path);
    if context.setting.at_terminal && !matches.get_flag("no-tui") && !context.json {
        drop(book);
        return show::open_screens(context, matches, Start::Open(path));
    }
    let out = folder.join(WORKBOOK);
    export::workbook(&book, &out, false, context.clock.now(), context.text)?;
    let reading = Reading::of(&book)?;
    let summary = reading.summary(context.text)?;
    if context.json {
        return show::json(&summary).map(Answer::done);
    }
    let mut said = plain::summary(&summary, context.text);
    for comparisons in reading.all_comparisons(context.text)? {
        said.push('\n');
        said.push_str(&plain::comparisons(&comparisons, context.text));
    }
    said.push('\n');
    said.push_str(&challenges::told(&reading.issues, context.text));
    let end = phrase("demo-done")
        .with("book", path.display().to_string())
        .with("workbook", out.display().to_string());
    said.push('\n');
    said.push_str(&context.text.say(&end));
    said.push('\n');
    Ok(Answer::done(said))
}

/// The sample book: opened where it was made before, else made from the survey files.
pub(super) fn prepared(folder: &Path, now: Moment, text: &Text) -> Result<Book, Failure> {
    let path = folder.join(BOOK);
    if path.exists() {
        return Ok(Book::open(&path)?);
    }
    write_files(folder).map_err(|error| {
        Failure::new(Exit::Refused, phrase("demo-folder").with("error", error.to_string()))
            .at(folder.display().to_string())
    })?;
    let office = Office {
        name: OFFICE.to_owned(),
        number: Some(OFFICE_NUMBER.to_owned()),
        service: Some(SERVICE.to_owned()),
    };
    // The book appears under its name only when it is complete: a demo that was stopped half-way is made anew.
    let unfinished = folder.join(format!("{BOOK}-unfinished"));
    let _ = fs::remove_file(&unfinished);
    let catalog = Catalog::built_in();
    let mut book = new::found(&unfinished, new::usual(office, &catalog), now)?;
    let paths = [folder.join("before"), folder.join("after1")];
    let order = Order {
        paths: &paths,
        wave: None,
        year: None,
        kind: None,
        foreign: &Foreign::default(),
        keep_going: false,
        replace: false,
    };
    let how = How {
        names: Names::Keep,
        dry_run: false,
    };
    let finding = import::into_book(&mut book, &order, how, now, text, &mut |_| ControlFlow::Continue(()))?;
    if let Some(file) = finding.files.iter().find(|file| file.status == FileStatus::Refused) {
        return Err(Failure::new(Exit::Defect, phrase("demo-refused")).at(file.path.clone()));
    }
    let issues =
        challenges::read().map_err(|error| Failure::new(Exit::Defect, phrase("demo-refused")).at(error.to_string()))?;
    for (occasion, changes) in challenges::acts(&issues, &catalog) {
        book.apply(occasion, changes, now)?;
    }
    drop(book);
    fs::rename(&unfinished, &path).map_err(|error| {
        Failure::new(Exit::Refused, phrase("demo-folder").with("error", error.to_string()))
            .at(path.display().to_string())
    })?;
    Ok(Book::open(&path)?)
}

fn write_files(folder: &Path) -> std::io::Result<()> {
    for (name, bytes) in FILES {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}
