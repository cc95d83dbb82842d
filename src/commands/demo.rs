//! `yutori demo`: the sample office.

mod challenges;
mod documents;
mod effects;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;

use super::import::{How, Names};
use super::results::Reading;
use super::{Answer, Context, export, import, new, plain, recent, show};
use crate::book::{Book, Change, Occasion};
use crate::catalog::Catalog;
use crate::clock::Moment;
use crate::failure::{Exit, Failure};
use crate::intake::{Foreign, Order};
use crate::office::Office;
use crate::phrase::phrase;
use crate::report::finding::FileStatus;
use crate::screens::Start;
use crate::text::Text;

/// The folders of survey files, each with the day on which the home took it into the book.
const SURVEYS: [(&str, NaiveDate); 2] = [("before", day(2025, 10, 14)), ("after1", day(2026, 2, 9))];
/// Every survey file of the sample office with its place below the folder.
const FILES: &[(&str, &[u8])] = include!("../../sample-data/files.rs");
const OFFICE: &str = "ひだまり苑";
const OFFICE_NUMBER: &str = "0000000000";
const SERVICE: &str = "9";
/// The folder of the demo unless another is named.
pub(super) const FOLDER: &str = "yutori-demo";
const BOOK: &str = "hidamari.yutori";
const WORKBOOK: &str = "hidamari.xlsx";

/// A day of the year of the sample office.
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// What a person of the home did on one day.
struct Done {
    on: NaiveDate,
    occasion: Occasion,
    changes: Vec<Change>,
}

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
        said.push_str(&plain::comparisons(&comparisons, &[], false, context.text));
    }
    said.push('\n');
    said.push_str(&challenges::told(&reading.issues, context.text));
    said.push('\n');
    said.push_str(&effects::told(&reading, context.text));
    said.push_str(&documents::told(&reading, context.text));
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
    let mut done = sample_acts(&catalog).map_err(|error| refused().at(error.to_string()))?;
    for (survey, on) in SURVEYS {
        // What was done before the sheets came is in the book before they are: what came first can be seen in the journal.
        for act in done.extract_if(.., |it| it.on < on) {
            book.apply(act.occasion, act.changes, now)?;
        }
        take_in(&mut book, &folder.join(survey), now, text)?;
    }
    for act in done {
        book.apply(act.occasion, act.changes, now)?;
    }
    drop(book);
    fs::rename(&unfinished, &path).map_err(|error| {
        Failure::new(Exit::Refused, phrase("demo-folder").with("error", error.to_string()))
            .at(path.display().to_string())
    })?;
    Ok(Book::open(&path)?)
}

/// All that the home did beside keeping time sheets, the earliest first.
fn sample_acts(catalog: &Catalog) -> serde_json::Result<Vec<Done>> {
    let mut done = challenges::acts(&challenges::read()?, catalog);
    done.extend(effects::acts(&effects::read()?, catalog));
    done.extend(documents::acts(&documents::read()?));
    done.sort_by_key(|it| it.on);
    Ok(done)
}

/// The sheets of one survey.
fn take_in(book: &mut Book, folder: &Path, now: Moment, text: &Text) -> Result<(), Failure> {
    let order = Order {
        paths: &[folder.to_owned()],
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
    let finding = import::into_book(book, &order, how, now, text, &mut |_| ControlFlow::Continue(()))?;
    match finding
        .files
        .into_iter()
        .find(|file| file.status == FileStatus::Refused)
    {
        Some(file) => Err(refused().at(file.path)),
        None => Ok(()),
    }
}

fn refused() -> Failure {
    Failure::new(Exit::Defect, phrase("demo-refused"))
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
