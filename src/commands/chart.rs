//! `yutori chart`: findings as pictures.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, effect, show};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::report;
use crate::report::chart::{self, ChartError, Choice, Contents, Format, HEIGHTS, Kind, Look, WIDTHS};
use crate::report::save::save;
use crate::screens::charts::ChartsWritten;
use crate::text::Text;
use crate::worktime::Wave;

/// The word for all kinds.
pub(super) const ALL: &str = "all";

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let word = text("kind").expect("the command line requires a kind");
    let out = matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out");
    let look = look(matches)?;
    let choice = Choice {
        wave: book::wave(matches, "wave")?,
        from: book::wave(matches, "from")?,
        to: book::wave(matches, "to")?,
        date: text("date").map(book::date).transpose()?,
        indicator: text("indicator").map(str::to_owned),
        rules: effect::series::rules(matches),
    };
    if word == ALL {
        let format = text("format").and_then(Format::parse).unwrap_or(Format::Png);
        let reading = Reading::of(&book::open(context, matches)?)?;
        let written = write_all(
            (&reading, context.clock.now().date_naive()),
            out,
            None,
            (look, format),
            context.text,
            &mut |_, _, _| true,
        )?;
        return all_said(context, &written);
    }
    let kind = Kind::parse(word).ok_or_else(|| unknown_kind(word))?;
    let format = format_of(out)?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    write(context, &reading, (kind, &choice), (look, format), out)?;
    if context.json {
        let said = json!({"schema": "yutori.chart/1", "path": out.display().to_string(), "kind": kind.id()});
        return show::json(&said).map(Answer::done);
    }
    let said = phrase("chart-done").with("path", out.display().to_string());
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}

fn unknown_kind(word: &str) -> Failure {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
    let message = phrase("usage-chart-kind")
        .with("kind", word)
        .with("kinds", kinds.join(", "));
    Failure::new(Exit::Usage, message)
}

fn look(matches: &ArgMatches) -> Result<Look, Failure> {
    let usual = Look::default();
    let length = |name: &str, usual: u32| matches.get_one::<u32>(name).copied().unwrap_or(usual);
    let (width, height) = (length("width", usual.width()), length("height", usual.height()));
    Look::new(width, height, matches.get_flag("grey")).ok_or_else(|| {
        let size = |(least, most): (u32, u32)| format!("{least}–{most}");
        let message = phrase("usage-chart-size")
            .with("widths", size(WIDTHS))
            .with("heights", size(HEIGHTS));
        Failure::new(Exit::Usage, message)
    })
}

/// The format that the ending of a file name asks for.
pub(super) fn format_of(out: &Path) -> Result<Format, Failure> {
    out.extension()
        .and_then(|ending| Format::parse(&ending.to_string_lossy()))
        .ok_or_else(|| Failure::new(Exit::Usage, phrase("usage-chart-ending")).at(out.display().to_string()))
}

/// Draws one chart and saves it, whole or not at all.
fn write(
    context: &Context,
    reading: &Reading,
    (kind, choice): (Kind, &Choice),
    (look, format): (Look, Format),
    out: &Path,
) -> Result<(), Failure> {
    let summary = reading.summary(context.text)?;
    let today = context.clock.now().date_naive();
    let issues = report::issues(reading, today, context.text);
    let effect = reading.effect(today, context.text)?;
    let contents = Contents {
        holdings: reading,
        summary: &summary,
        issues: &issues,
        effect: &effect,
        version: env!("CARGO_PKG_VERSION"),
    };
    let bytes = chart::draw(kind, &contents, choice, look, format, context.text)?;
    Ok(save(out, &bytes)?)
}

/// What became of one chart of all: the kind, and its file or why there is none.
pub(super) type Written = (Kind, Result<PathBuf, ChartError>);

/// Draws every kind, or only one, into a folder, made when it is not there; those of one wave are drawn for each wave, timetables only
/// for waves that have any, and series one by one. `go_on` is asked
/// before each one with how many are done, of how many, and the name of the next; `false` stops, and nothing is
/// written.
pub(super) fn write_all(
    (reading, today): (&Reading, NaiveDate),
    folder: &Path,
    only: Option<Kind>,
    (look, format): (Look, Format),
    text: &Text,
    go_on: &mut dyn FnMut(usize, usize, &str) -> bool,
) -> Result<Vec<Written>, Failure> {
    let summary = reading.summary(text)?;
    let waves = reading.waves();
    let of_times = |kind: Kind| !kind.is_of_issues() && !kind.is_of_effects() && !kind.is_of_documents();
    let nothing = reading.issues.is_empty() && reading.effects.is_empty() && reading.documents.is_empty();
    if waves.is_empty() && (nothing || only.is_some_and(of_times)) {
        return Err(ChartError::NoSheets.into());
    }
    let issues = report::issues(reading, today, text);
    let effect = reading.effect(today, text)?;
    let mut wanted: Vec<(Kind, Choice, String)> = Vec::new();
    for kind in Kind::ALL
        .into_iter()
        .filter(|kind| only.is_none_or(|only| only == *kind))
        .filter(|kind| !of_times(*kind) || !waves.is_empty())
    {
        let planned = |wave: &&Wave| kind != Kind::Plan || reading.plans.iter().any(|(other, _)| other == *wave);
        if kind.is_of_one_wave() {
            wanted.extend(waves.iter().filter(planned).map(|wave| {
                let choice = Choice {
                    wave: Some(*wave),
                    ..Choice::default()
                };
                (kind, choice, format!("{}-{wave}.{}", kind.id(), format.ending()))
            }));
        } else if kind == Kind::Run && !effect.series.is_empty() {
            wanted.extend(effect.series.iter().map(|series| {
                let choice = Choice {
                    indicator: Some(series.id.clone()),
                    ..Choice::default()
                };
                (kind, choice, format!("{}-{}.{}", kind.id(), series.id, format.ending()))
            }));
        } else {
            wanted.push((kind, Choice::default(), format!("{}.{}", kind.id(), format.ending())));
        }
    }
    let contents = Contents {
        holdings: reading,
        summary: &summary,
        issues: &issues,
        effect: &effect,
        version: env!("CARGO_PKG_VERSION"),
    };
    // Nothing is written before all is drawn: work that is stopped leaves the folder as it was.
    let mut drawn = Vec::with_capacity(wanted.len());
    for (place, (kind, choice, name)) in wanted.iter().enumerate() {
        if !go_on(place, wanted.len(), name) {
            return Ok(Vec::new());
        }
        let path = folder.join(name);
        let result = match chart::draw(*kind, &contents, choice, look, format, text) {
            Ok(bytes) => Ok((path, bytes)),
            Err(error @ ChartError::Unwritable(_)) => return Err(error.into()),
            // Of all charts, those are left out that an office has not come to yet.
            Err(ChartError::NothingYet(_)) if only.is_none() => continue,
            Err(error) => Err(error),
        };
        drawn.push((*kind, result));
    }
    std::fs::create_dir_all(folder).map_err(|error| {
        let message = phrase("save-not-written").with("reason", error.to_string());
        Failure::new(Exit::Refused, message).at(folder.display().to_string())
    })?;
    let mut written = Vec::with_capacity(drawn.len());
    for (kind, result) in drawn {
        let result = match result {
            Ok((path, bytes)) => save(&path, &bytes).map(|()| Ok(path))?,
            Err(error) => Err(error),
        };
        written.push((kind, result));
    }
    Ok(written)
}

/// How many charts were written; when none was, why not.
pub(super) fn counted(folder: &Path, written: Vec<Written>) -> Result<ChartsWritten, Failure> {
    let mut counted = ChartsWritten {
        folder: folder.to_owned(),
        count: 0,
        refused: Vec::new(),
    };
    let mut last = ChartError::NoPlan;
    for (_, result) in written {
        match result {
            Ok(_) => counted.count += 1,
            Err(error) => {
                let why = error.phrase();
                last = error;
                if !counted.refused.contains(&why) {
                    counted.refused.push(why);
                }
            }
        }
    }
    if counted.count == 0 {
        Err(last.into())
    } else {
        Ok(counted)
    }
}

fn all_said(context: &Context, written: &[Written]) -> Result<Answer, Failure> {
    let refused = written.iter().any(|(_, result)| result.is_err());
    let said = if context.json {
        let charts: Vec<serde_json::Value> = written
            .iter()
            .map(|(kind, result)| match result {
                Ok(path) => json!({"kind": kind.id(), "path": path.display().to_string()}),
                Err(error) => json!({"kind": kind.id(), "path": null, "why": context.text.say(&error.phrase())}),
            })
            .collect();
        show::json(&json!({"schema": "yutori.chart/1", "charts": charts}))?
    } else {
        let mut said = String::new();
        for (kind, result) in written {
            let line = match result {
                Ok(path) => phrase("chart-done").with("path", path.display().to_string()),
                Err(error) => phrase("chart-not-done")
                    .with("kind", kind.id())
                    .with("why", error.phrase()),
            };
            said.push_str(&context.text.say(&line));
            said.push('\n');
        }
        said
    };
    let exit = if refused { Exit::Refused } else { Exit::Done };
    Ok(Answer { said, exit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_the_file_says_the_format() {
        assert_eq!(format_of(Path::new("a.PNG")).unwrap(), Format::Png);
        assert_eq!(format_of(Path::new("図.svg")).unwrap(), Format::Svg);
        assert_eq!(format_of(Path::new("a.jpg")).unwrap_err().exit, Exit::Usage);
        assert_eq!(format_of(Path::new("a")).unwrap_err().exit, Exit::Usage);
    }
}
