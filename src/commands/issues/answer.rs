//! `yutori issues answer` and `responses`: what people answered, typed in, listed, put right, taken out.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use crate::book::{Change, Occasion};
use crate::commands::plain::Table;
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::failure::{Exit, Failure};
use crate::issues::{GivenAnswers, Position, Questionnaire, Response, ResponseKey, ResponseNumber, read_answers};
use crate::office::{NameError, Role, StaffCode, Unit, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::UNKNOWN;
use crate::report::answering::{
    self, answered_before, keep_response, next_number, questionnaire, questionnaire_in_use, remove_response, response,
};
use crate::report::form::filled_survey_sheet;
use crate::report::save::save;
use crate::worktime::Wave;

/// `issues answer`.
pub(super) fn answer(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let round = round(matches)?;
    let asked = asked(&reading, matches, round)?.clone();
    let mut new = Response {
        key: ResponseKey {
            round,
            number: next_number(&reading, round),
        },
        questionnaire: asked.id.clone(),
        staff: None,
        role: None,
        unit: None,
        position: None,
        date: None,
        answers: std::collections::BTreeMap::new(),
    };
    with_head(&mut new, matches)?;
    give(&mut new, answers(&asked, matches)?);
    let before = answered_before(&reading, &new)
        .cloned()
        .filter(|_| matches.get_flag("replace"));
    if let Some(before) = &before {
        new.key = before.key;
    }
    let act = keep_response(&reading, before.as_ref(), new.clone())?;
    drop(reading);
    write(context, &mut book, act)?;
    let done = if before.is_some() {
        phrase("answer-replaced")
    } else {
        phrase("answer-done")
    };
    told(context, &new, &asked, done)
}

/// `issues responses`.
pub(super) fn responses(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("edit", matches)) => edit(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        Some(("print", matches)) => print(context, matches),
        Some((_, matches)) => list(context, matches),
        None => list(context, matches),
    }
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = context.text;
    let round = book::wave(matches, "round")?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = answering::responses(&reading, round, text);
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    if finding.responses.is_empty() {
        return Ok(Answer::done(text.get("answer-none") + "\n"));
    }
    let mut table = Table::new(&[
        text.get("answer-head-round"),
        text.get("answer-column-number"),
        text.get("answer-column-staff"),
        text.get("answer-head-position"),
        text.get("answer-head-role"),
        text.get("answer-head-unit"),
        text.get("answer-head-date"),
        text.get("answer-column-answered"),
    ]);
    let said = |said: Option<String>| said.map_or_else(|| UNKNOWN.to_owned(), |said| printable(&said));
    for line in finding.responses {
        let position = line.position.as_deref().and_then(Position::parse);
        table.row([
            line.label,
            line.number.to_string(),
            said(line.staff),
            said(position.map(|it| text.say(&it.phrase()))),
            said(line.role),
            said(line.unit),
            said(line.date.map(|date| date.to_string())),
            format!("{}/{}", line.answered, line.asked),
        ]);
    }
    Ok(Answer::done(table.text()))
}

fn edit(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = response(&reading, key(matches)?)?.clone();
    let asked = questionnaire(&reading, &before.questionnaire)?.clone();
    let mut after = before.clone();
    with_head(&mut after, matches)?;
    if matches.get_flag("no-code") {
        after.staff = None;
    }
    if matches.contains_id("answers") {
        give(&mut after, answers(&asked, matches)?);
    }
    let act = keep_response(&reading, Some(&before), after.clone())?;
    drop(reading);
    write(context, &mut book, act)?;
    told(context, &after, &asked, phrase("answer-edited"))
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = response(&reading, key(matches)?)?.clone();
    let asked = questionnaire(&reading, &before.questionnaire)?.clone();
    drop(reading);
    write(context, &mut book, remove_response(&before))?;
    told(context, &before, &asked, phrase("answer-removed"))
}

/// Prints what somebody answered; it shows one person, so it must be asked for.
fn print(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    if !matches.get_flag("with-staff") {
        return Err(Failure::new(Exit::Refused, phrase("answer-with-staff")));
    }
    let out = matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out");
    book::expect_workbook(out)?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let response = response(&reading, key(matches)?)?;
    let asked = questionnaire(&reading, &response.questionnaire)?;
    let bytes = filled_survey_sheet(&reading.founding.office.name, asked, response, context.text)?;
    save(out, &bytes)?;
    let path = out.display().to_string();
    if context.json {
        return show::json(&json!({"schema": "yutori.blank/1", "paths": [path]})).map(Answer::done);
    }
    let said = phrase("export-done").with("path", path);
    Ok(Answer::done(context.text.say(&said) + "\n"))
}

fn write(
    context: &Context,
    book: &mut crate::book::Book,
    (occasion, changes): (Occasion, Vec<Change>),
) -> Result<(), Failure> {
    book.apply(occasion, changes, context.clock.now())?;
    Ok(())
}

/// What was done with an answer, without what it says.
fn told(context: &Context, response: &Response, asked: &Questionnaire, done: Phrase) -> Result<Answer, Failure> {
    let is_name = response.staff.as_ref().is_some_and(StaffCode::looks_like_name);
    let count = asked.statements().count();
    if context.json {
        let told = json!({
            "schema": "yutori.response/1",
            "round": response.key.round,
            "number": response.key.number,
            "questionnaire": response.questionnaire,
            "answered": response.answers.len(),
            "asked": count,
            "code_looks_like_name": is_name,
        });
        return show::json(&told).map(Answer::done);
    }
    let text = context.text;
    let done = done
        .with("round", response.key.round.label())
        .with("number", response.key.number.to_string())
        .with("answered", response.answers.len().to_string())
        .with("asked", count.to_string());
    let mut said = text.say(&done) + "\n";
    if let Some(staff) = response.staff.as_ref().filter(|_| is_name) {
        said += &text.say(&phrase("answer-name").with("staff", staff.as_str()));
        said.push('\n');
    }
    Ok(Answer::done(said))
}

/// The questionnaire that was named, else the one in use.
pub(in crate::commands) fn asked<'a>(
    reading: &'a Reading,
    matches: &ArgMatches,
    round: Wave,
) -> Result<&'a Questionnaire, Failure> {
    match matches.get_one::<String>("questionnaire") {
        Some(id) => Ok(questionnaire(reading, id)?),
        None => questionnaire_in_use(reading, round)
            .ok_or_else(|| Failure::new(Exit::Refused, phrase("answer-no-questionnaires"))),
    }
}

/// The round that the command line requires.
pub(in crate::commands) fn round(matches: &ArgMatches) -> Result<Wave, Failure> {
    Ok(book::wave(matches, "round")?.unwrap_or(Wave::Before))
}

fn key(matches: &ArgMatches) -> Result<ResponseKey, Failure> {
    let written = matches.get_one::<String>("number").map_or("", String::as_str);
    let wrong = || {
        Failure::new(
            Exit::Usage,
            phrase("answer-no-number").with("written", printable(written)),
        )
    };
    Ok(ResponseKey {
        round: round(matches)?,
        number: ResponseNumber::parse(written).ok_or_else(wrong)?,
    })
}

fn answers(asked: &Questionnaire, matches: &ArgMatches) -> Result<GivenAnswers, Failure> {
    let words: Vec<&str> = matches
        .get_many::<String>("answers")
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    read_answers(asked, &words).map_err(|fault| Failure::new(Exit::Usage, fault.phrase()))
}

/// Takes what was given; a statement that was given without an answer has none then.
fn give(response: &mut Response, given: GivenAnswers) {
    for (code, answer) in given {
        match answer {
            Some(answer) => response.answers.insert(code, answer),
            None => response.answers.remove(&code),
        };
    }
}

/// Takes what the options say about who answered when.
fn with_head(response: &mut Response, matches: &ArgMatches) -> Result<(), Failure> {
    let written = |option: &str| matches.get_one::<String>(option).map(String::as_str);
    let name = |error: NameError, written: &str| {
        let said = match error {
            NameError::Empty => phrase("intake-no-staff"),
            NameError::TooLong => phrase("intake-name-too-long").with("written", printable(written)),
        };
        Failure::new(Exit::Usage, said)
    };
    if let Some(code) = written("code") {
        response.staff = Some(StaffCode::parse(code).map_err(|error| name(error, code))?);
    }
    if let Some(role) = written("role") {
        response.role = Some(Role::parse(role).map_err(|error| name(error, role))?);
    }
    if let Some(unit) = written("unit") {
        response.unit = Some(Unit::parse(unit).map_err(|error| name(error, unit))?);
    }
    if let Some(position) = written("position") {
        let wrong = || {
            Failure::new(
                Exit::Usage,
                phrase("answer-no-position").with("written", printable(position)),
            )
        };
        response.position = Some(Position::parse(position).ok_or_else(wrong)?);
    }
    if let Some(date) = written("date") {
        response.date = Some(book::date(date)?);
    }
    Ok(())
}
