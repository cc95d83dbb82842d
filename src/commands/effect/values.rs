//! `yutori values`: figures that are typed in, listed, changed, written out; and the days of the surveys.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::values_text;
use crate::book::{Change, Occasion};
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, blank, book, show};
use crate::effect::{Figure, Indicator, Measurement, MeasurementKey, Per, Period, Subject, figure_steps};
use crate::failure::{Exit, Failure};
use crate::intake::{figure_time, indicator_named};
use crate::office::{Decimal, Month, ResidentCode, StaffCode, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::blank_figures::{FiguresOrder, blank_figures, filled_figures};
use crate::report::finding::ValuesFinding;
use crate::report::form::figures_book;
use crate::report::{self, exchange, save::save};
use crate::worktime::Wave;

pub(in crate::commands) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("set", matches)) => keep(context, matches, true),
        Some(("remove", matches)) => keep(context, matches, false),
        Some(("export", matches)) => export(context, matches),
        Some(("periods", matches)) => periods(context, matches),
        Some((_, matches)) => list(context, matches),
        None => list(context, matches),
    }
}

fn usage(message: Phrase) -> Failure {
    Failure::new(Exit::Usage, message)
}

fn refused(message: Phrase) -> Failure {
    Failure::new(Exit::Refused, message)
}

fn given<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The indicator that a person names by id or name.
fn indicator(reading: &Reading, written: &str) -> Result<Indicator, Failure> {
    let all = reading.indicators();
    let found = indicator_named(written, &all).and_then(|place| all.into_iter().nth(place));
    let found =
        found.ok_or_else(|| refused(phrase("entering-unknown-indicator").with("written", printable(written))))?;
    if !found.measured.is_entered() {
        return Err(refused(phrase("entering-not-entered").with("name", printable(written))));
    }
    Ok(found)
}

/// The indicators that were asked for by name; none where nobody was asked for.
fn asked(reading: &Reading, matches: &ArgMatches) -> Result<Vec<Indicator>, Failure> {
    let mut asked: Vec<Indicator> = Vec::new();
    for written in matches.get_many::<String>("indicator").into_iter().flatten() {
        let found = indicator(reading, written)?;
        if !asked.iter().any(|it| it.id == found.id) {
            asked.push(found);
        }
    }
    Ok(asked)
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let asked = asked(&reading, matches)?;
    let mut finding: ValuesFinding = report::values(&reading, matches.get_flag("with-staff"), context.text);
    if !asked.is_empty() {
        finding
            .indicators
            .retain(|it| asked.iter().any(|asked| asked.id == it.id));
    }
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(values_text::list(
        &finding,
        !asked.is_empty(),
        context.text,
    )))
}

/// Enters a figure, or takes it out.
fn keep(context: &Context, matches: &ArgMatches, is_set: bool) -> Result<Answer, Failure> {
    let mut opened = book::open(context, matches)?;
    let reading = Reading::of(&opened)?;
    let indicator = indicator(&reading, given(matches, "id").unwrap_or_default())?;
    let key = key(context, matches, &reading, &indicator)?;
    let figure = if is_set {
        figure(matches, &reading, &indicator)?
    } else {
        None
    };
    let is_new = is_new_person(&reading, &key.subject);
    let step = figure_steps(&reading.effects.measurements, [(key.clone(), figure)]).pop();
    let kept = step.clone().and_then(|step| report::figures_kept(&reading, vec![step]));
    if !is_set && kept.is_none() {
        return Err(refused(phrase("entering-nothing-there")));
    }
    if let Some((occasion, changes)) = kept {
        opened.apply(occasion, changes, context.clock.now())?;
    }
    if context.json {
        let number = |it: &Measurement| json!({"value": it.value.as_f64(), "of": it.of.map(Decimal::as_f64)});
        let before = reading.effects.measurements.iter().find(|it| it.key == key);
        let told = json!({
            "schema": "yutori.values-kept/1", "indicator": key.indicator, "at": key.at.to_string(),
            "kind": kind(&key.subject), "code": code(&key.subject), "changed": step.is_some(),
            "before": before.map(number), "after": figure.map(|it| number(&key.clone().holds(it))),
            "new_person": is_new, "code_looks_like_name": key.subject.looks_like_name(),
        });
        return show::json(&told).map(Answer::done);
    }
    Ok(Answer::done(values_text::kept(
        (&indicator, &key),
        step.as_ref(),
        is_new,
        context.text,
    )))
}

fn kind(subject: &Subject) -> &'static str {
    match subject {
        Subject::Office => "office",
        Subject::Staff(_) => "staff",
        Subject::Resident(_) => "resident",
    }
}

fn code(subject: &Subject) -> Option<&str> {
    subject.is_person().then(|| subject.code())
}

/// Whether the book knows nothing of a person yet.
fn is_new_person(reading: &Reading, subject: &Subject) -> bool {
    match subject {
        Subject::Office => false,
        Subject::Staff(code) => !report::known_staff(reading).contains(code),
        Subject::Resident(code) => !report::known_residents(reading).contains(code),
    }
}

fn key(
    context: &Context,
    matches: &ArgMatches,
    reading: &Reading,
    indicator: &Indicator,
) -> Result<MeasurementKey, Failure> {
    let at = given(matches, "at").unwrap_or_default();
    let at =
        figure_time(indicator.per, at, context.clock.now().date_naive()).map_err(|wrong| usage(wrong).at("--at"))?;
    let too_long = |written: &str| usage(phrase("entering-code-too-long").with("written", printable(written)));
    let person = (given(matches, "staff"), given(matches, "resident"));
    let subject = match (indicator.per, person) {
        (Per::Resident, (None, Some(written))) => {
            let code = ResidentCode::parse(written).map_err(|_| too_long(written))?;
            Subject::Resident(code)
        }
        (Per::Resident, _) => return Err(usage(phrase("entering-cli-needs-resident"))),
        (Per::Staff | Per::StaffDay | Per::StaffMonth, (Some(written), None)) => {
            let code = StaffCode::parse(written).map_err(|_| too_long(written))?;
            Subject::Staff(code)
        }
        (Per::Staff | Per::StaffDay | Per::StaffMonth, _) => return Err(usage(phrase("entering-cli-needs-staff"))),
        (_, (None, None)) => Subject::Office,
        (_, (Some(written), _) | (_, Some(written))) => {
            return Err(usage(
                phrase("entering-not-of-people").with("written", printable(written)),
            ));
        }
    };
    let known = report::subjects(reading, indicator.per);
    let is_same = |own: &&Subject| own.code().to_lowercase() == subject.code().to_lowercase();
    let subject = known.iter().find(is_same).cloned().unwrap_or(subject);
    Ok(MeasurementKey {
        indicator: indicator.id.clone(),
        at,
        subject,
    })
}

fn figure(matches: &ArgMatches, reading: &Reading, indicator: &Indicator) -> Result<Option<Figure>, Failure> {
    let rule = report::figure_rule(reading, indicator);
    let (value, of) = (given(matches, "value").unwrap_or_default(), given(matches, "of"));
    let (value, of) = match (rule.parted(value), of) {
        (Some(parted), None) => parted,
        _ => (value, of.unwrap_or_default()),
    };
    let place = |fault: &crate::effect::FigureFault| if fault.is_of_base() { "--of" } else { "VALUE" };
    let figure = rule
        .read(value, of)
        .map_err(|fault| refused(fault.phrase()).at(place(&fault)))?;
    // Whoever wants no figure there says so.
    figure.map(Some).ok_or_else(|| usage(phrase("entering-cli-no-value")))
}

fn export(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let out = matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out");
    let with_people = matches.get_flag("with-staff");
    let asked = asked(&reading, matches)?;
    if !with_people && asked.iter().any(|it| it.per.is_of_people()) {
        return Err(refused(phrase("entering-export-needs-with-staff")));
    }
    let is_wanted = |it: &Indicator| {
        (asked.is_empty() || asked.iter().any(|asked| asked.id == it.id)) && (with_people || !it.per.is_of_people())
    };
    let has_figures = |it: &Indicator| reading.effects.of(&it.id).next().is_some();
    let mut indicators = report::entered_indicators(&reading);
    let left_out = indicators
        .iter()
        .filter(|it| !is_wanted(it) && has_figures(it) && asked.is_empty())
        .count();
    indicators.retain(|it| is_wanted(it) && has_figures(it));
    if indicators.is_empty() {
        return Err(refused(if left_out > 0 {
            phrase("entering-export-needs-with-staff")
        } else {
            phrase("entering-export-nothing")
        }));
    }
    let of_wanted = |it: &&Measurement| indicators.iter().any(|wanted| wanted.id == it.key.indicator);
    let figures: Vec<&Measurement> = reading.effects.measurements.iter().filter(of_wanted).collect();
    save(out, &bytes(context, &reading, out, (&indicators, &figures))?)?;
    if context.json {
        let told = json!({"schema": "yutori.export/1", "path": out.display().to_string(),
            "indicators": indicators.len(), "figures": figures.len(), "left_out": left_out});
        return show::json(&told).map(Answer::done);
    }
    let done = phrase("entering-export-done")
        .with("path", out.display().to_string())
        .with("indicators", indicators.len())
        .with("figures", figures.len());
    let mut said = context.text.say(&done) + "\n";
    if left_out > 0 {
        let left = phrase("entering-export-left-out").with("count", left_out);
        said += &(context.text.say(&left) + "\n");
    }
    Ok(Answer::done(said))
}

/// A table as text or a workbook, as the ending of the file says.
fn bytes(
    context: &Context,
    reading: &Reading,
    out: &Path,
    (indicators, figures): (&[Indicator], &[&Measurement]),
) -> Result<Vec<u8>, Failure> {
    let ending = out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    match ending.as_ref().and_then(|ending| ending.to_str()) {
        Some("csv") => Ok(exchange::figures(reading, figures, context.text)),
        Some("xlsx") => {
            let pages = filled_figures(reading, indicators);
            Ok(figures_book(&reading.founding.office.name, &pages, context.text)?)
        }
        _ => Err(usage(phrase("entering-export-ending")).at(out.display().to_string())),
    }
}

/// `yutori blank figures`
pub(in crate::commands) fn blank(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let mut indicators = asked(&reading, matches)?;
    if indicators.is_empty() {
        // Those that the office follows are what it has to collect.
        indicators = report::entered_indicators(&reading);
        indicators.retain(|it| reading.effects.chosen(&it.id).is_some());
    }
    if indicators.is_empty() {
        return Err(usage(phrase("entering-blank-nothing")).at("--indicator"));
    }
    let order = FiguresOrder {
        indicators,
        wave: book::wave(matches, "wave")?,
        months: given(matches, "months").map(months).transpose()?,
        today: context.clock.now().date_naive(),
    };
    let out = matches
        .get_one::<PathBuf>("out")
        .expect("the command line requires --out");
    book::expect_workbook(out)?;
    if out.exists() {
        return Err(refused(phrase("blank-exists")).at(out.display().to_string()));
    }
    let pages = blank_figures(&reading, &order);
    save(out, &figures_book(&reading.founding.office.name, &pages, context.text)?)?;
    blank::told(context, std::slice::from_ref(out))
}

/// The first and the last month of `2025-04..2026-03`; one month alone is both.
fn months(written: &str) -> Result<(Month, Month), Failure> {
    let wrong = || usage(phrase("entering-cli-bad-months").with("written", printable(written))).at("--months");
    let ends = ["..", "〜", "～", "~"]
        .iter()
        .find_map(|between| written.split_once(between));
    let (first, last) = ends.unwrap_or((written, written));
    let (first, last) = Month::parse(first).zip(Month::parse(last)).ok_or_else(wrong)?;
    if last < first || first.to(last).count() > 120 {
        return Err(wrong());
    }
    Ok((first, last))
}

/// The days of the surveys: listed, set, or left to the sheets again.
fn periods(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut opened = book::open(context, matches)?;
    let reading = Reading::of(&opened)?;
    let (set, known) = (&reading.effects.periods, report::periods(&reading));
    let change: Option<(Occasion, Vec<Change>)> = match matches.subcommand() {
        Some(("set", matches)) => {
            let period = Period {
                from: book::date(given(matches, "from").unwrap_or_default())?,
                to: book::date(given(matches, "to").unwrap_or_default())?,
            };
            report::period_kept(set, &known, wave(matches)?, Some(period))
        }
        Some(("clear", matches)) => report::period_kept(set, &known, wave(matches)?, None),
        _ => Ok(None),
    }
    .map_err(|fault| refused(fault.phrase()))?;
    let reading = match change {
        Some((occasion, changes)) => {
            opened.apply(occasion, changes, context.clock.now())?;
            Reading::of(&opened)?
        }
        None => reading,
    };
    let finding = report::values(&reading, false, context.text);
    if context.json {
        let told = json!({"schema": "yutori.values-periods/1", "periods": finding.periods});
        return show::json(&told).map(Answer::done);
    }
    Ok(Answer::done(values_text::periods(&finding, context.text)))
}

fn wave(matches: &ArgMatches) -> Result<Wave, Failure> {
    let written = given(matches, "wave").unwrap_or_default();
    Wave::parse(written).ok_or_else(|| usage(phrase("usage-wave").with("written", printable(written))))
}
