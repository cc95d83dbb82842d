//! `yutori export entries|timings|betten4`: what was recorded of each person (as a code), for those who ask for it by name.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, show};
use crate::failure::{Exit, Failure};
use crate::intake::limits;
use crate::office::{Minutes, StaffCode, clock, clock_phrase};
use crate::phrase::phrase;
use crate::report::exchange::{Format, Selection, forms};
use crate::report::save::save;
use crate::worktime::{Sheet, Wave};

/// Most columns that are named one by one.
const NAMED: usize = 20;

pub(super) fn entries(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (reading, wave) = opened(context, matches)?;
    let out = out(matches);
    let format = format(matches, out, Format::Csv, &["csv", "json", "klog", "timeclock"])?;
    let selection = Selection::of(&reading, wave);
    if selection.sheets.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("no-sheets")));
    }
    let bytes = format.sheets(&selection, context.text);
    save(out, &bytes)?;
    let sheets = selection.sheets.len();
    let is_too_large = is_too_large(&bytes, format);
    if context.json {
        let told = json!({"schema": "yutori.export/1", "path": out.display().to_string(), "sheets": sheets,
            "can_be_imported": !is_too_large});
        return show::json(&told).map(Answer::done);
    }
    let done = phrase("export-entries-done")
        .with("path", out.display().to_string())
        .with("sheets", sheets);
    let mut said = context.text.say(&done) + "\n";
    if is_too_large {
        said += &context.text.get("export-too-large-to-import");
        said.push('\n');
    }
    Ok(Answer::done(said))
}

pub(super) fn timings(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (reading, wave) = opened(context, matches)?;
    let out = out(matches);
    let ids = ["json", "timeclock"];
    let format = format(matches, out, Format::Json, &ids)?;
    let selection = Selection::of(&reading, wave);
    if selection.timings.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("export-no-timings")));
    }
    let bytes = format.timings(&selection).ok_or_else(|| no_format(out, &ids))?;
    save(out, &bytes)?;
    let timings = selection.timings.len();
    if context.json {
        let told = json!({"schema": "yutori.export/1", "path": out.display().to_string(), "timings": timings});
        return show::json(&told).map(Answer::done);
    }
    let done = phrase("export-timings-done")
        .with("path", out.display().to_string())
        .with("timings", timings);
    Ok(Answer::done(context.text.say(&done) + "\n"))
}

pub(super) fn betten4(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (reading, wave) = opened(context, matches)?;
    let out = out(matches);
    let mut selection = Selection::of(&reading, wave);
    only_of(&mut selection, matches)?;
    if selection.sheets.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("no-sheets")));
    }
    let mut files = 0;
    for sheet in forms(&selection) {
        for file in sheet.map_err(|error| Failure::new(Exit::Refused, error.phrase()))? {
            let path = out.join(&file.path);
            make_folder(path.parent().unwrap_or(out))?;
            save(&path, &file.bytes)?;
            files += 1;
        }
    }
    let open: Vec<OpenColumn> = selection
        .sheets
        .iter()
        .flat_map(|(wave, sheet)| open_columns(*wave, sheet))
        .collect();
    let is_empty = |(_, sheet): &&&(Wave, Sheet)| sheet.cells.is_empty();
    let empty: Vec<&&(Wave, Sheet)> = selection.sheets.iter().filter(is_empty).collect();
    let written = selection.sheets.len() - empty.len();
    if context.json {
        let open: Vec<_> = open.iter().map(OpenColumn::json).collect();
        let empty: Vec<_> = empty
            .iter()
            .map(|(wave, sheet)| json!({"wave": wave, "staff": sheet.staff, "date": sheet.date}))
            .collect();
        let told = json!({"schema": "yutori.export/1", "path": out.display().to_string(), "files": files,
            "sheets": written, "left_out": empty, "open_columns": open});
        return show::json(&told).map(Answer::done);
    }
    let done = phrase("export-betten4-done")
        .with("path", out.display().to_string())
        .with("sheets", written)
        .with("files", files);
    let mut said = context.text.say(&done) + "\n";
    let mut add = |line: String| {
        said += &line;
        said.push('\n');
    };
    if !empty.is_empty() {
        add(context
            .text
            .say(&phrase("export-betten4-empty").with("sheets", empty.len())));
    }
    if !open.is_empty() {
        let slot = selection.slot_minutes;
        add(context.text.say(
            &phrase("export-betten4-open")
                .with("columns", open.len())
                .with("slot", slot),
        ));
        for column in open.iter().take(NAMED) {
            add(format!("    {}", context.text.say(&column.phrase())));
        }
        if open.len() > NAMED {
            add(context
                .text
                .say(&phrase("export-betten4-more").with("columns", open.len() - NAMED)));
        }
    }
    Ok(Answer::done(said))
}

/// The book read, and the wave that was asked for; refused unless a person asks for people by name.
fn opened(context: &Context, matches: &ArgMatches) -> Result<(Reading, Option<Wave>), Failure> {
    if !matches.get_flag("with-staff") {
        return Err(Failure::new(Exit::Refused, phrase("export-needs-with-staff")));
    }
    let wave = book::wave(matches, "wave")?;
    Ok((Reading::of(&book::open(context, matches)?)?, wave))
}

fn out(matches: &ArgMatches) -> &Path {
    matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out")
}

/// The format that was asked for, else the one that the ending of the file tells, else the usual one.
fn format(matches: &ArgMatches, out: &Path, usual: Format, ids: &[&str]) -> Result<Format, Failure> {
    match matches.get_one::<String>("format") {
        None => Ok(Format::of_path(out).unwrap_or(usual)),
        Some(id) => Format::of_id(id)
            .filter(|_| ids.contains(&id.as_str()))
            .ok_or_else(|| no_format(Path::new(id), ids)),
    }
}

fn no_format(written: &Path, ids: &[&str]) -> Failure {
    let message = phrase("usage-export-format")
        .with("written", written.display().to_string())
        .with("ids", ids.join(", "));
    Failure::new(Exit::Usage, message)
}

/// Whether import would refuse to read so much at once.
fn is_too_large(bytes: &[u8], format: Format) -> bool {
    let lines = || bytes.split(|byte| *byte == b'\n').count() as u64;
    bytes.len() as u64 > limits::FILE_BYTES || (format != Format::Json && lines() > limits::LINES)
}

/// Leaves the sheets of the people who were asked for.
fn only_of(selection: &mut Selection, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(written) = matches.get_many::<String>("staff") else {
        return Ok(());
    };
    let mut wanted = Vec::new();
    for code in written {
        let staff = StaffCode::parse(code).ok();
        let staff = staff.filter(|staff| selection.sheets.iter().any(|(_, sheet)| sheet.staff == *staff));
        wanted.push(staff.ok_or_else(|| {
            Failure::new(
                Exit::Refused,
                phrase("export-no-such-staff").with("staff", code.as_str()),
            )
        })?);
    }
    selection.sheets.retain(|(_, sheet)| wanted.contains(&sheet.staff));
    Ok(())
}

fn make_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| {
        Failure::new(
            Exit::Refused,
            phrase("export-no-folder").with("reason", error.to_string()),
        )
        .at(folder.display().to_string())
    })
}

/// A column of a form whose minutes do not fill the slot.
struct OpenColumn<'a> {
    wave: Wave,
    sheet: &'a Sheet,
    start: u16,
    minutes: Minutes,
}

fn open_columns(wave: Wave, sheet: &Sheet) -> impl Iterator<Item = OpenColumn<'_>> {
    let slot = u32::from(sheet.slot_minutes);
    let open = sheet.cells.iter().filter(move |cell| cell.filled().0 < slot);
    open.map(move |cell| OpenColumn {
        wave,
        sheet,
        start: cell.start,
        minutes: cell.filled(),
    })
}

impl OpenColumn<'_> {
    fn phrase(&self) -> crate::phrase::Phrase {
        phrase("export-betten4-column")
            .with("wave", self.wave.label())
            .with("staff", self.sheet.staff.as_str())
            .with("date", self.sheet.date.to_string())
            .with("time", clock_phrase(self.start))
            .with("minutes", self.minutes.0)
    }

    fn json(&self) -> serde_json::Value {
        json!({"wave": self.wave, "staff": self.sheet.staff, "date": self.sheet.date, "start": clock(self.start),
            "minutes": self.minutes})
    }
}
