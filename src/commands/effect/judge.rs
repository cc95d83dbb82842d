//! `yutori judge`: what the team judges, and what is missing.

use clap::ArgMatches;
use serde::Serialize;

use crate::book::Book;
use crate::commands::plain::Table;
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::failure::{Exit, Failure};
use crate::issues::{Care, Judgement, JudgementDraft, JudgementFault, JudgementKey, MeasureId, Next, Surveyed};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::report::finding::{JudgementLine, JudgementsFinding};
use crate::text::Text;
use crate::worktime::Wave;

pub(in crate::commands) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("give", matches)) => give(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        Some((_, own)) => list(context, own, book::wave(own, "wave")?),
        None => list(context, matches, None),
    }
}

fn list(context: &Context, matches: &ArgMatches, wave: Option<Wave>) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let mut finding = with_figures(&reading, context)?;
    if let Some(wave) = wave {
        is_judged(&report::surveys(&reading), wave)?;
        finding.judgements.retain(|it| it.wave == wave.id());
    }
    if context.json {
        #[derive(Serialize)]
        struct Said {
            schema: &'static str,
            #[serde(flatten)]
            judgements: JudgementsFinding,
        }
        let said = Said {
            schema: "yutori.judgements/1",
            judgements: finding,
        };
        return show::json(&said).map(Answer::done);
    }
    Ok(Answer::done(told(&finding, context.text)))
}

/// The judgements beside what the figures say.
fn with_figures(reading: &Reading, context: &Context) -> Result<JudgementsFinding, Failure> {
    let results = reading.all_comparisons(context.text)?;
    let today = context.clock.now().date_naive();
    Ok(report::judgements(reading, &results, today, context.text))
}

fn told(finding: &JudgementsFinding, text: &Text) -> String {
    let mut lines = vec![finding.sentence.clone()];
    if finding.judgements.is_empty() {
        return lines.join("\n") + "\n";
    }
    let mut table = Table::new(&[
        text.get("judge-column-survey"),
        text.get("judge-column-standing"),
        text.get("judge-column-judged"),
    ]);
    for line in &finding.judgements {
        let mark = if line.done { "" } else { "! " };
        table.row([
            line.label.clone(),
            format!("{mark}{}", standing(line, text)),
            judged(line, text),
        ]);
    }
    lines.extend([String::new(), table.text().trim_end().to_owned()]);
    for line in &finding.judgements {
        lines.extend([String::new(), format!("{} {}", line.label, judged(line, text))]);
        lines.extend(detail(line, text).into_iter().map(|said| format!("  {said}")));
    }
    lines.join("\n") + "\n"
}

fn standing(line: &JudgementLine, text: &Text) -> String {
    match (&line.care_text, &line.next_text) {
        (Some(care), Some(next)) => {
            let said = phrase("judge-standing")
                .with("care", care.as_str())
                .with("next", next.as_str());
            text.say(&said)
        }
        _ => text.get("judge-unwritten"),
    }
}

fn judged(line: &JudgementLine, text: &Text) -> String {
    match line.measure {
        Some(number) => {
            let said = phrase("judge-of-measure").with("number", number);
            text.say(&said.with("text", line.measure_text.as_str()))
        }
        None => line.measure_text.clone(),
    }
}

fn detail(line: &JudgementLine, text: &Text) -> Vec<String> {
    let figures = line
        .figures
        .iter()
        .map(|said| phrase("judge-figure").with("said", said.as_str()));
    let mut said: Vec<Phrase> = figures.collect();
    if said.is_empty() {
        said.push(phrase("judge-no-figures"));
    }
    let words = line
        .words
        .as_ref()
        .map(|it| phrase("judge-detail-words").with("text", it.as_str()));
    let residents = line.residents.as_ref();
    let residents = residents.map(|it| phrase("judge-detail-residents").with("text", it.as_str()));
    said.extend(words.into_iter().chain(residents));
    if let (Some(by), Some(on)) = (&line.by, line.on) {
        said.push(
            phrase("judge-detail-by")
                .with("by", by.as_str())
                .with("on", on.to_string()),
        );
    }
    said.iter().map(|said| text.say(said)).collect()
}

fn give(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (care, next) = (care(matches)?, next(matches)?);
    let on = option(matches, "date").map(book::date).transpose()?;
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let key = named(&reading, matches)?;
    let today = context.clock.now().date_naive();
    let before = reading.issues.judgement(key).cloned();
    let old = before.as_ref();
    let text = |name, part: fn(&Judgement) -> String| {
        let given = option(matches, name).map(str::to_owned);
        given.or_else(|| old.map(part)).unwrap_or_default()
    };
    let draft = JudgementDraft {
        care: care.or_else(|| old.map(|it| it.care)),
        words: text("words", |it| it.words.clone()),
        residents: text("residents", |it| it.residents.clone()),
        next: next.or_else(|| old.map(|it| it.next)),
        by: text("by", |it| it.by.to_string()),
        on: on.or_else(|| old.map(|it| it.on)).unwrap_or(today),
    };
    let after = draft
        .given(key, today)
        .map_err(|faults| refused(&faults, context.text))?;
    let changed = old != Some(&after);
    if changed {
        write(context, &mut book, old, Some(&after))?;
    }
    let said = if changed { "judge-said-given" } else { "judge-said-same" };
    answer(context, &book, key, changed, said)
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    // What is written may be taken back, also where its survey or its measure is no longer there.
    let key = JudgementKey {
        wave: wave(matches)?,
        measure: measure(matches)?,
    };
    let Some(before) = reading.issues.judgement(key) else {
        return Err(Failure::new(Exit::Refused, phrase("judge-not-given")));
    };
    write(context, &mut book, Some(before), None)?;
    answer(context, &book, key, true, "judge-said-taken-back")
}

fn write(
    context: &Context,
    book: &mut Book,
    before: Option<&Judgement>,
    after: Option<&Judgement>,
) -> Result<(), Failure> {
    if let Some((occasion, changes)) = report::judgement_kept(before, after) {
        book.apply(occasion, changes, context.clock.now())?;
    }
    Ok(())
}

/// What stands in the book now.
fn answer(
    context: &Context,
    book: &Book,
    key: JudgementKey,
    changed: bool,
    said: &'static str,
) -> Result<Answer, Failure> {
    let reading = Reading::of(book)?;
    let number = key.measure.map(|id| id.0);
    let is_it = |it: &JudgementLine| it.wave == key.wave.id() && it.measure == number;
    if context.json {
        let finding = with_figures(&reading, context)?;
        let line = finding.judgements.into_iter().find(is_it);
        let said = serde_json::json!({
            "schema": "yutori.judgement/1",
            "changed": changed,
            "judgement": line,
            "unfinished": finding.unfinished,
        });
        return show::json(&said).map(Answer::done);
    }
    // The figures are not told here, so they are not worked out.
    let finding = report::judgements(&reading, &[], context.clock.now().date_naive(), context.text);
    let line = finding.judgements.into_iter().find(is_it);
    let (judged, standing) = line.map_or_else(
        || (number.map_or_else(String::new, |it| it.to_string()), String::new()),
        |line| (judged(&line, context.text), standing(&line, context.text)),
    );
    let told = phrase(said)
        .with("survey", key.wave.label())
        .with("judged", judged)
        .with("standing", standing);
    Ok(Answer::done(format!(
        "{}\n{}\n",
        context.text.say(&told),
        finding.sentence
    )))
}

/// What the options say is judged, where it can be.
fn named(reading: &Reading, matches: &ArgMatches) -> Result<JudgementKey, Failure> {
    let wave = wave(matches)?;
    let surveys = report::surveys(reading);
    let survey = is_judged(&surveys, wave)?;
    let before = surveys.iter().copied().rfind(|it| it.wave < wave);
    if let Some(id) = measure(matches)? {
        return match reading.issues.measure(id) {
            Some(_) => Ok(JudgementKey {
                wave,
                measure: Some(id),
            }),
            None => Err(no_measure(&id.to_string())),
        };
    }
    let whole = JudgementKey { wave, measure: None };
    let asked = reading.issues.asked_after(survey, before);
    if asked.contains(&whole) || reading.issues.judgement(whole).is_some() {
        return Ok(whole);
    }
    let numbers: Vec<String> = asked.iter().filter_map(|it| Some(it.measure?.to_string())).collect();
    let message = phrase("judge-needs-measure").with("numbers", numbers.join(", "));
    Err(Failure::new(Exit::Usage, message))
}

/// The survey, where there is a result to be judged.
fn is_judged(surveys: &[Surveyed], wave: Wave) -> Result<Surveyed, Failure> {
    if let Some(survey) = surveys.iter().find(|it| it.wave == wave) {
        return Ok(*survey);
    }
    let ids: Vec<String> = surveys.iter().map(|it| it.wave.id()).collect();
    let message = if ids.is_empty() {
        phrase("judge-no-survey-yet")
    } else {
        phrase("judge-no-survey")
            .with("wave", wave.label())
            .with("waves", ids.join(", "))
    };
    Err(Failure::new(Exit::Refused, message))
}

fn refused(faults: &[JudgementFault], text: &Text) -> Failure {
    let message = match faults {
        [fault] => fault.phrase(),
        faults => {
            let said: Vec<String> = faults.iter().map(|it| text.say(&it.phrase())).collect();
            phrase("judge-refused").with("faults", said.join(&text.get("list-separator")))
        }
    };
    Failure::new(Exit::Refused, message)
}

fn no_measure(written: &str) -> Failure {
    Failure::new(
        Exit::Refused,
        phrase("judge-no-measure").with("number", printable(written)),
    )
}

fn option<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

fn wave(matches: &ArgMatches) -> Result<Wave, Failure> {
    let wave = book::wave(matches, "wave")?;
    wave.ok_or_else(|| Failure::new(Exit::Usage, phrase("usage-wave").with("written", "")))
}

fn measure(matches: &ArgMatches) -> Result<Option<MeasureId>, Failure> {
    let read = |written: &str| MeasureId::parse(written).ok_or_else(|| no_measure(written));
    option(matches, "measure").map(read).transpose()
}

fn care(matches: &ArgMatches) -> Result<Option<Care>, Failure> {
    let read = |written: &str| Care::parse(written).ok_or_else(|| unknown("judge-bad-care", written));
    option(matches, "care").map(read).transpose()
}

fn next(matches: &ArgMatches) -> Result<Option<Next>, Failure> {
    let read = |written: &str| Next::parse(written).ok_or_else(|| unknown("judge-bad-next", written));
    option(matches, "next").map(read).transpose()
}

fn unknown(key: &'static str, written: &str) -> Failure {
    Failure::new(Exit::Usage, phrase(key).with("written", printable(written)))
}
