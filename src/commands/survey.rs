//! `yutori survey`: the survey as a project – plan, board, reminders.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, plain, show};
use crate::book::Occasion;
use crate::clock::Moment;
use crate::failure::{Exit, Failure};
use crate::intake;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::report::finding::BoardFinding;
use crate::report::form::reminder_list;
use crate::report::save::save;
use crate::text::Text;
use crate::worktime::{Participant, Survey, Wave};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("plan", matches)) => plan(context, matches),
        Some(("reminders", matches)) => reminders(context, matches),
        Some((_, matches)) => board(context, matches),
        None => Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "plan"),
        )),
    }
}

fn plan(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let Some(wave) = book::wave(matches, "wave")? else {
        return Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "--wave"),
        ));
    };
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let today = context.clock.now().date_naive();
    let before = report::survey_of(&reading, wave);
    let after = if matches.get_flag("clear") {
        None
    } else {
        let days = days(matches, today)?;
        let people = people(&reading, matches, wave, today)?;
        if days.is_none() && people.is_none() {
            return Err(Failure::new(Exit::Usage, phrase("survey-nothing-asked")));
        }
        let old = before.cloned().unwrap_or_default();
        let survey = Survey::of(days.unwrap_or(old.dates), people.unwrap_or(old.people));
        if survey.dates.is_empty() {
            return Err(Failure::new(Exit::Usage, phrase("survey-no-days")));
        }
        if survey.people.is_empty() {
            return Err(Failure::new(Exit::Usage, phrase("survey-no-people")));
        }
        Some(survey)
    };
    let said = match &after {
        Some(survey) => planned(wave, survey),
        None => phrase("survey-cleared").with("wave", wave.label()),
    };
    let Some(change) = report::survey_change(&reading, wave, after.clone()) else {
        return told(
            context,
            wave,
            after.as_ref(),
            &phrase("survey-unchanged").with("wave", wave.label()),
        );
    };
    book.apply(Occasion::SurveyPlanned(wave), vec![change], context.clock.now())?;
    told(context, wave, after.as_ref(), &said)
}

fn planned(wave: Wave, survey: &Survey) -> Phrase {
    phrase("survey-planned")
        .with("wave", wave.label())
        .with(
            "from",
            survey.dates.first().map(ToString::to_string).unwrap_or_default(),
        )
        .with("to", survey.dates.last().map(ToString::to_string).unwrap_or_default())
        .with("days", survey.dates.len())
        .with("people", survey.people.len())
        .with("sheets", survey.expected())
}

fn told(context: &Context, wave: Wave, survey: Option<&Survey>, said: &Phrase) -> Result<Answer, Failure> {
    if !context.json {
        let mut lines = context.text.say(said) + "\n";
        if let Some(name) = survey.and_then(report::name_in_plan) {
            let note = context.text.say(&phrase("survey-name").with("staff", name.as_str()));
            lines += &context.text.say(&phrase("import-note").with("note", note));
            lines.push('\n');
        }
        return Ok(Answer::done(lines));
    }
    let survey = survey.map(|survey| {
        json!({
            "dates": survey.dates,
            "people": survey.people.iter().map(|person| json!({
                "staff": person.staff.as_str(),
                "role": person.role,
                "unit": person.unit,
                "shift": person.scheduled.map(|span| span.to_string()),
                "dates": person.dates,
            })).collect::<Vec<_>>(),
            "expected": survey.expected(),
        })
    });
    show::json(&json!({"schema": "yutori.survey/1", "wave": wave.id(), "survey": survey})).map(Answer::done)
}

/// The days that are asked for: a stretch, single days, or single days within a stretch.
fn days(matches: &ArgMatches, today: NaiveDate) -> Result<Option<Vec<NaiveDate>>, Failure> {
    let read = |option: &str| {
        let written = matches.get_one::<String>(option);
        let read = written.map(|written| intake::days(written, today)).transpose();
        read.map_err(|message| Failure::new(Exit::Usage, message).at(format!("--{option}")))
    };
    let stretch = match (read("from")?, read("to")?) {
        (None, None) => None,
        (Some(from), Some(to)) => match (from.as_slice(), to.as_slice()) {
            ([from], [to]) => {
                let written = format!("{from}~{to}");
                let days = intake::days(&written, today).map_err(|message| Failure::new(Exit::Usage, message))?;
                Some(days)
            }
            _ => return Err(Failure::new(Exit::Usage, phrase("survey-one-day-each"))),
        },
        _ => return Err(Failure::new(Exit::Usage, phrase("survey-from-and-to"))),
    };
    match (stretch, read("days")?) {
        (Some(stretch), Some(days)) => match days.iter().find(|day| !stretch.contains(day)) {
            Some(day) => Err(Failure::new(
                Exit::Usage,
                phrase("survey-day-outside").with("day", day.to_string()),
            )),
            None => Ok(Some(days)),
        },
        (stretch, days) => Ok(days.or(stretch)),
    }
}

/// The people that are asked for, with what is known of them; a roster says everything itself.
fn people(
    reading: &Reading,
    matches: &ArgMatches,
    wave: Wave,
    today: NaiveDate,
) -> Result<Option<Vec<Participant>>, Failure> {
    if let Some(file) = matches.get_one::<PathBuf>("roster") {
        let bytes = intake::bytes_of(file).map_err(|message| Failure::new(Exit::Refused, message))?;
        let people = intake::roster(&bytes, today).map_err(|faults| book::faults(&faults, file))?;
        return Ok(Some(people));
    }
    let Some(written) = matches.get_one::<String>("staff") else {
        return Ok(None);
    };
    let staff = if written == "all" {
        report::likely_people(reading, wave)
    } else {
        intake::staff(written).map_err(|message| Failure::new(Exit::Usage, message).at("--staff"))?
    };
    let known = staff.iter().map(|staff| report::participant(reading, wave, staff));
    Ok(Some(known.collect()))
}

/// The board of a wave, or of the latest survey that is planned.
pub(super) fn board_of(
    reading: &Reading,
    wave: Option<Wave>,
    now: Moment,
    text: &Text,
) -> Result<BoardFinding, Failure> {
    let boards = report::boards(reading, now.date_naive(), text);
    let found = match wave {
        Some(wave) => boards.into_iter().find(|board| board.wave == wave.id()),
        None => boards.into_iter().next_back(),
    };
    found.ok_or_else(|| Failure::new(Exit::Refused, phrase("survey-not-planned")))
}

fn board(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wave = book::wave(matches, "wave")?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let board = board_of(&reading, wave, context.clock.now(), context.text)?;
    let said = if context.json {
        show::json(&board)?
    } else {
        plain::board(&board, context.text)
    };
    Ok(Answer::done(said))
}

fn reminders(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wave = book::wave(matches, "wave")?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let board = board_of(&reading, wave, context.clock.now(), context.text)?;
    if let Some(out) = matches.get_one::<PathBuf>("out") {
        save_list(&reading, &board, out, context.text)?;
        if context.json {
            let path = out.display().to_string();
            return show::json(&json!({"schema": "yutori.export/1", "path": path})).map(Answer::done);
        }
        let said = phrase("export-done").with("path", out.display().to_string());
        return Ok(Answer::done(format!("{}\n", context.text.say(&said))));
    }
    let reminders = report::reminders(&board);
    let said = if context.json {
        show::json(&reminders)?
    } else {
        plain::reminders(&reminders, context.text)
    };
    Ok(Answer::done(said))
}

/// Writes the reminders of a wave as a workbook.
pub(super) fn save_reminders(
    reading: &Reading,
    wave: Wave,
    out: &Path,
    now: Moment,
    text: &Text,
) -> Result<(), Failure> {
    save_list(reading, &board_of(reading, Some(wave), now, text)?, out, text)
}

fn save_list(reading: &Reading, board: &BoardFinding, out: &Path, text: &Text) -> Result<(), Failure> {
    book::expect_workbook(out)?;
    let reminders = report::reminders(board);
    let bytes = reminder_list(&reminders, &reading.founding.office.name, text)?;
    Ok(save(out, &bytes)?)
}
