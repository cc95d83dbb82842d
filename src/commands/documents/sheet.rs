//! The sheet to fill in, and the ledger written out.

use std::path::PathBuf;

use chrono::Datelike;
use clap::ArgMatches;
use serde_json::json;

use super::ledger::{fault, given, refused, usage};
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, blank as blanks, book, show};
use crate::documents::{LedgerField, ledger_month};
use crate::failure::Failure;
use crate::office::Month;
use crate::phrase::phrase;
use crate::report::exchange::{ledger_days, ledger_months};
use crate::report::form::{LedgerSheet, ledger_book};
use crate::report::ledger_lines::{blank_days, blank_lines, day_lines};
use crate::report::save::save;

/// Lines for days that nobody has named.
const EMPTY_DAYS: usize = 40;

fn out(matches: &ArgMatches) -> &PathBuf {
    matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out")
}

/// `blank documents`
pub(in crate::commands) fn blank(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let week = given(matches, "week").map(book::date).transpose()?;
    let mut months: Vec<Month> = Vec::new();
    for written in matches.get_many::<String>("month").into_iter().flatten() {
        let read = ledger_month(LedgerField::Month, written).map_err(|wrong| fault(context, wrong))?;
        months.extend(read);
    }
    if months.is_empty() {
        let day = week.unwrap_or_else(|| context.clock.now().date_naive());
        months.extend(Month::new(day.year(), day.month()));
    }
    months.sort_unstable();
    months.dedup();
    let out = out(matches);
    book::expect_workbook(out)?;
    if out.exists() {
        return Err(refused(phrase("blank-exists")).at(out.display().to_string()));
    }
    let lines = blank_lines(&reading, &months, context.text.lang());
    let days = blank_days(&reading, &lines, week, EMPTY_DAYS);
    let sheet = LedgerSheet {
        holdings: &reading,
        lines: &lines,
        days: &days,
    };
    save(out, &ledger_book(sheet, context.text)?)?;
    blanks::told(context, std::slice::from_ref(out))
}

/// `documents export`
pub(super) fn export(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let out = out(matches);
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return Err(usage(phrase("ledger-export-ending")).at(out.display().to_string()));
    }
    let days = day_lines(&reading).len();
    let of_days = matches.get_flag("days");
    if reading.documents.kinds.is_empty() || (of_days && days == 0) {
        return Err(refused(phrase("ledger-export-nothing")));
    }
    let bytes = if of_days {
        ledger_days(&reading, context.text)
    } else {
        ledger_months(&reading, context.text)
    };
    save(out, &bytes)?;
    let (kinds, months) = (reading.documents.kinds.len(), reading.documents.months.len());
    let left_out = if of_days { 0 } else { days };
    if context.json {
        let told = json!({"schema": "yutori.export/1", "path": out.display().to_string(), "documents": kinds,
            "months": months, "days": if of_days { days } else { 0 }, "left_out": left_out});
        return show::json(&told).map(Answer::done);
    }
    let done = phrase("export-done").with("path", out.display().to_string());
    let mut said = context.text.say(&done) + "\n";
    if left_out > 0 {
        let left = phrase("ledger-export-days").with("count", left_out);
        said += &(context.text.say(&left) + "\n");
    }
    Ok(Answer::done(said))
}
