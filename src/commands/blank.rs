//! `yutori blank`: empty sheets to hand out, and the list of task numbers for the wall.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, documents, effect, issues, show};
use crate::failure::{Exit, Failure};
use crate::intake;
use crate::phrase::phrase;
use crate::report::blank::{BlankBook, BlankOrder, blank_books};
use crate::report::blank_survey::{SurveyFor, SurveySheetOrder, survey_sheets};
use crate::report::form::{code_list, notice_sheet};
use crate::report::save::save;
use crate::text::Text;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("codes", matches)) => codes(context, matches),
        Some(("survey", matches)) => survey(context, matches),
        Some(("notices", matches)) => notices(context, matches),
        Some(("documents", matches)) => documents::blank(context, matches),
        Some(("figures", matches)) => effect::values::blank(context, matches),
        Some((_, matches)) => forms(context, matches),
        None => Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "betten4"),
        )),
    }
}

fn out(matches: &ArgMatches) -> &PathBuf {
    matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out")
}

fn codes(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let out = out(matches);
    save_codes(&reading, out, context.text)?;
    told(context, std::slice::from_ref(out))
}

fn notices(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = book::open(context, matches)?;
    let out = out(matches);
    book::expect_workbook(out)?;
    if out.exists() {
        return Err(Failure::new(Exit::Refused, phrase("blank-exists")).at(out.display().to_string()));
    }
    save(out, &notice_sheet(&opened.founding().office.name, context.text)?)?;
    told(context, std::slice::from_ref(out))
}

fn forms(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wrong = |option: &str| {
        let option = format!("--{option}");
        move |message| Failure::new(Exit::Usage, message).at(option)
    };
    let today = context.clock.now().date_naive();
    let staff = match matches.get_one::<String>("staff").map(String::as_str) {
        None | Some("all") => None,
        Some(written) => Some(intake::staff(written).map_err(wrong("staff"))?),
    };
    let dates = match matches.get_one::<String>("date") {
        Some(written) => intake::days(written, today).map_err(wrong("date"))?,
        None => Vec::new(),
    };
    let order = BlankOrder {
        wave: book::wave(matches, "wave")?,
        staff,
        dates,
        one_book: matches.get_flag("one-book"),
        out: out(matches).clone(),
    };
    let reading = Reading::of(&book::open(context, matches)?)?;
    let written = save_forms(&reading, &order)?;
    told(context, &written)
}

fn survey(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let round = issues::round(matches)?;
    let whom = match matches.get_one::<String>("staff").map(String::as_str) {
        Some("all") => SurveyFor::Everybody,
        Some(written) => {
            let people = intake::staff(written);
            SurveyFor::People(people.map_err(|message| Failure::new(Exit::Usage, message).at("--staff"))?)
        }
        None => SurveyFor::Anybody(matches.get_one::<u32>("count").copied().unwrap_or(1)),
    };
    let order = SurveySheetOrder {
        questionnaire: issues::asked(&reading, matches, round)?.id.clone(),
        round,
        whom,
        out: out(matches).clone(),
    };
    let written = save_survey_sheets(&reading, &order, context.text)?;
    told(context, &written)
}

pub(super) fn told(context: &Context, written: &[PathBuf]) -> Result<Answer, Failure> {
    let paths: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
    if context.json {
        return show::json(&json!({"schema": "yutori.blank/1", "paths": paths})).map(Answer::done);
    }
    let first = paths.first().cloned().unwrap_or_default();
    let said = if paths.len() > 1 {
        phrase("blank-done-many").with("path", first).with("count", paths.len())
    } else {
        phrase("export-done").with("path", first)
    };
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}

/// Writes the list of task numbers.
pub(super) fn save_codes(reading: &Reading, out: &Path, text: &Text) -> Result<(), Failure> {
    book::expect_workbook(out)?;
    let founding = &reading.founding;
    let bytes = code_list(&founding.task_list, founding.slot_minutes, &founding.office.name, text)?;
    Ok(save(out, &bytes)?)
}

/// Writes the survey sheets of an order, one workbook or a folder of them; never over a file that is there.
pub(super) fn save_survey_sheets(
    reading: &Reading,
    order: &SurveySheetOrder,
    text: &Text,
) -> Result<Vec<PathBuf>, Failure> {
    save_new(survey_sheets(reading, order, text)?, &order.out)
}

/// Writes the empty sheets of an order, one workbook or a folder of them; never over a file that is there.
pub(super) fn save_forms(reading: &Reading, order: &BlankOrder) -> Result<Vec<PathBuf>, Failure> {
    let books = blank_books(reading, order)?;
    if order.one_book {
        book::expect_workbook(&order.out)?;
    }
    save_new(books, &order.out)
}

/// Writes workbooks: one under the name itself where it is that of a workbook, else each into the folder of that name.
fn save_new(books: Vec<BlankBook>, out: &Path) -> Result<Vec<PathBuf>, Failure> {
    let is_workbook = out
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let mut targets: Vec<(PathBuf, BlankBook)> = Vec::new();
    if is_workbook && books.len() == 1 {
        targets.extend(books.into_iter().map(|book| (out.to_owned(), book)));
    } else {
        if is_workbook {
            return Err(Failure::new(Exit::Usage, phrase("blank-folder-needed")).at(out.display().to_string()));
        }
        fs::create_dir_all(out).map_err(|error| {
            Failure::new(
                Exit::Refused,
                phrase("blank-no-folder").with("reason", error.to_string()),
            )
            .at(out.display().to_string())
        })?;
        targets.extend(books.into_iter().map(|book| (out.join(&book.name), book)));
    }
    if let Some((path, _)) = targets.iter().find(|(path, _)| path.exists()) {
        return Err(Failure::new(Exit::Refused, phrase("blank-exists")).at(path.display().to_string()));
    }
    for (path, book) in &targets {
        save(path, &book.bytes)?;
    }
    Ok(targets.into_iter().map(|(path, _)| path).collect())
}
