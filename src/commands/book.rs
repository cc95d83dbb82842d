//! Finding the book that a command is about.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;

use super::Context;
use crate::book::Book;
use crate::catalog::Catalog;
use crate::failure::{Exit, Failure};
use crate::intake::Fault;
use crate::intake::written::date::written_date;
use crate::office::printable;
use crate::phrase::phrase;
use crate::worktime::Wave;

/// Ending of a book's file name.
pub(super) const ENDING: &str = "yutori";

/// The book named by `--book`, else by `YUTORI_BOOK`, else the only one in the folder; `None` when there is none to be found.
pub(super) fn named(context: &Context, matches: &ArgMatches) -> Result<Option<PathBuf>, Failure> {
    if let Some(path) = matches.get_one::<PathBuf>("book").or(context.setting.book.as_ref()) {
        return Ok(Some(path.clone()));
    }
    let mut books: Vec<PathBuf> = fs::read_dir(&context.setting.folder)
        .map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()).collect())
        .unwrap_or_default();
    books.retain(|path| path.extension().is_some_and(|ending| ending == ENDING) && path.is_file());
    books.sort();
    if books.len() > 1 {
        let names: Vec<String> = books.iter().map(|path| file_name(path)).collect();
        return Err(Failure::new(
            Exit::Book,
            phrase("book-several").with("names", names.join(", ")),
        ));
    }
    Ok(books.pop().map(|path| {
        path.strip_prefix(&context.setting.folder)
            .map(Path::to_owned)
            .unwrap_or(path)
    }))
}

/// Opens the book that a command is about.
pub(super) fn open(context: &Context, matches: &ArgMatches) -> Result<Book, Failure> {
    let Some(path) = named(context, matches)? else {
        return Err(Failure::new(Exit::Book, phrase("book-none")));
    };
    Ok(Book::open(&path)?)
}

/// The catalog for a book: the built-in one, with the folder `indicators` beside the book on top.
pub(super) fn catalog(book: &Path) -> Result<Catalog, Failure> {
    Ok(Catalog::with_folder(
        &book.parent().unwrap_or(Path::new("")).join("indicators"),
    )?)
}

/// Reads a wave from an option.
pub(super) fn wave(matches: &ArgMatches, option: &str) -> Result<Option<Wave>, Failure> {
    let Some(written) = matches.get_one::<String>(option) else {
        return Ok(None);
    };
    match Wave::parse(written) {
        Some(wave) => Ok(Some(wave)),
        None => Err(Failure::new(
            Exit::Usage,
            phrase("usage-wave").with("written", written.as_str()),
        )),
    }
}

/// Reads a date with its year from an option: `2025-10-06`, `2025/10/6`, `令和7年10月6日`.
pub(super) fn date(written: &str) -> Result<NaiveDate, Failure> {
    let read = written_date(written).ok().flatten();
    let date = read.and_then(|read| NaiveDate::from_ymd_opt(read.year?, read.month, read.day));
    date.ok_or_else(|| Failure::new(Exit::Usage, phrase("usage-date").with("written", printable(written))))
}

/// The last part of a path as text.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// The faults of a small table as one failure: the first with its line, and the lines of the others.
pub(super) fn faults(faults: &[Fault], file: &Path) -> Failure {
    let Some(first) = faults.first() else {
        return Failure::new(Exit::Refused, phrase("intake-empty-file")).at(file.display().to_string());
    };
    let lines: Vec<String> = faults.iter().filter_map(|fault| fault.place.text()).collect();
    let mut place = file.display().to_string();
    if !lines.is_empty() {
        place = format!("{place}:{}", lines.join(","));
    }
    Failure::new(Exit::Refused, first.message.clone()).at(place)
}

/// Refuses a name that is not that of a workbook.
pub(super) fn expect_workbook(path: &Path) -> Result<(), Failure> {
    if path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
    {
        return Ok(());
    }
    Err(Failure::new(Exit::Usage, phrase("usage-xlsx")).at(path.display().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2025, 10, 6).unwrap();
        for written in ["2025-10-06", "2025/10/6", "２０２５－１０－０６", "令和7年10月6日"] {
            assert_eq!(date(written).unwrap(), day, "{written}");
        }
        assert_eq!(date("10-06").unwrap_err().exit, Exit::Usage);
    }
}
