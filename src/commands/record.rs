//! `yutori record`: one sheet from lines of the entry grammar.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use clap::ArgMatches;

use super::results::Reading;
use super::{Answer, Context, book, recent, show};
use crate::book::{Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::intake::written::time;
use crate::office::{NameError, Role, Span, StaffCode, Unit, clock, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{LineFault, RecordFinding};
use crate::text::Text;
use crate::worktime::keying::{BlockFault, Draft, Header, read_lines};
use crate::worktime::{Sheet, SheetKey, Wave};

/// Most bytes that are read: a sheet has at most 288 slots.
const LARGEST: u64 = 1 << 20;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let header = header(matches)?;
    let lines = lines(matches)?;
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let is_plan = matches.get_flag("plan");
    let empty = Draft::new(header, reading.founding.slot_minutes);
    let key = empty.key();
    let first = empty.frame().starts().first().copied();
    let draft = match read_lines(&lines, &reading.founding.task_list, &empty, first) {
        Ok((draft, _)) => draft,
        Err(faults) => return refused(context, &empty, is_plan, &faults),
    };
    if draft.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("record-empty")));
    }
    let before = if is_plan {
        reading.plan_as_in_book(&key)
    } else {
        reading.as_in_book(&key)
    };
    if before.is_some() && !matches.get_flag("replace") {
        return Err(Failure::new(Exit::Refused, phrase("record-exists")).at(name(&key, context.text)));
    }
    let replaced = before.is_some();
    let change = change(
        is_plan,
        key.wave,
        before.cloned(),
        draft.to_sheet(reading.lists.number()),
    );
    let occasion = if is_plan {
        Occasion::PlanKept
    } else {
        Occasion::SheetKeyed {
            staff: key.staff.clone(),
            date: key.date,
        }
    };
    drop(reading);
    book.apply(occasion, vec![change], context.clock.now())?;
    recent::remember(context.setting.home.as_deref(), book.path());
    let finding = finding(&draft, is_plan, true, replaced, Vec::new());
    let said = if context.json {
        show::json(&finding)?
    } else {
        let done = if replaced {
            phrase("record-replaced")
        } else {
            phrase("record-done")
        };
        let done = done
            .with("sheet", name(&key, context.text))
            .with("slots", finding.slots.to_string())
            .with("minutes", finding.minutes.to_string())
            .with("unfilled", finding.unfilled.to_string());
        context.text.say(&done) + "\n"
    };
    Ok(Answer::done(said))
}

fn change(is_plan: bool, wave: Wave, before: Option<Sheet>, after: Sheet) -> Change {
    let (before, after) = (before.map(Box::new), Box::new(after));
    match (is_plan, before) {
        (true, before) => Change::PlanKept {
            wave,
            before,
            after: Some(after),
        },
        (false, Some(before)) => Change::SheetReplaced { wave, before, after },
        (false, None) => Change::SheetRecorded { wave, sheet: after },
    }
}

fn refused(context: &Context, draft: &Draft, is_plan: bool, faults: &[BlockFault]) -> Result<Answer, Failure> {
    let lines: Vec<LineFault> = faults
        .iter()
        .map(|fault| LineFault {
            line: fault.line,
            message: context.text.say(&fault.fault.phrase()),
            hint: context.text.hint(&fault.fault.phrase()),
        })
        .collect();
    let said = if context.json {
        show::json(&finding(draft, is_plan, false, false, lines))?
    } else {
        let refused = phrase("record-refused").with("faults", faults.len());
        let mut said: Vec<String> = Vec::new();
        for (fault, line) in faults.iter().zip(&lines) {
            said.push(format!("{}: {}", context.text.say(&fault.place()), line.message));
            said.extend(line.hint.as_ref().map(|hint| format!("  {hint}")));
        }
        said.push(context.text.say(&refused));
        said.extend(context.text.hint(&refused));
        said.join("\n") + "\n"
    };
    Ok(Answer {
        said,
        exit: Exit::Refused,
    })
}

fn finding(draft: &Draft, is_plan: bool, written: bool, replaced: bool, faults: Vec<LineFault>) -> RecordFinding {
    let (key, tally) = (draft.key(), draft.tally());
    RecordFinding {
        schema: "yutori.record/1".to_owned(),
        written,
        replaced,
        kind: if is_plan { "plan" } else { "sheet" }.to_owned(),
        wave: key.wave.id(),
        staff: key.staff.to_string(),
        date: key.date,
        starts_at: clock(key.starts_at),
        slots: tally.filled_slots,
        minutes: tally.filled.0,
        unfilled: tally.unfilled.0,
        faults,
    }
}

fn name(key: &SheetKey, text: &Text) -> String {
    let sheet = phrase("book-sheet")
        .with("wave", key.wave.label())
        .with("staff", printable(key.staff.as_str()))
        .with("date", key.date.to_string())
        .with("at", clock(key.starts_at));
    text.say(&sheet)
}

fn header(matches: &ArgMatches) -> Result<Header, Failure> {
    let written = |option: &str| matches.get_one::<String>(option).map(String::as_str);
    let wrong = |message: Phrase, written: &str| Failure::new(Exit::Usage, message.with("written", printable(written)));
    let staff = written("staff").unwrap_or_default();
    let date = written("date").unwrap_or_default();
    let span = |option: &str| -> Result<Option<Span>, Failure> {
        let Some(text) = written(option) else { return Ok(None) };
        let span = time::span(text).ok().flatten();
        span.map(Some).ok_or_else(|| wrong(phrase("usage-record-span"), text))
    };
    let actual = span("span")?;
    Ok(Header {
        wave: book::wave(matches, "wave")?.unwrap_or(Wave::Before),
        staff: StaffCode::parse(staff).map_err(|_| wrong(phrase("usage-record-staff"), staff))?,
        date: book::date(date)?,
        role: named(written("role"), Role::parse)?,
        unit: named(written("unit"), Unit::parse)?,
        scheduled: span("scheduled")?.or(actual),
        actual,
        note: written("note").unwrap_or_default().trim().to_owned(),
    })
}

fn named<T>(text: Option<&str>, parse: impl Fn(&str) -> Result<T, NameError>) -> Result<Option<T>, Failure> {
    let Some(text) = text else { return Ok(None) };
    let wrong = phrase("usage-record-name").with("written", printable(text));
    parse(text).map(Some).map_err(|_| Failure::new(Exit::Usage, wrong))
}

/// The lines of the file, or of standard input.
fn lines(matches: &ArgMatches) -> Result<String, Failure> {
    let path = matches
        .get_one::<std::path::PathBuf>("file")
        .filter(|path| *path != Path::new("-"));
    let mut text = String::new();
    let read = match path {
        Some(path) => File::open(path).and_then(|file| file.take(LARGEST).read_to_string(&mut text)),
        None => io::stdin().lock().take(LARGEST).read_to_string(&mut text),
    };
    let not_read = |error: io::Error| {
        let failure = Failure::new(
            Exit::Refused,
            phrase("record-not-read").with("error", error.to_string()),
        );
        match path {
            Some(path) => failure.at(path.display().to_string()),
            None => failure,
        }
    };
    read.map_err(not_read)?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
