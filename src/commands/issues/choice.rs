//! `yutori issues challenge`: challenges by effect and ease, and which of them are chosen.

use std::collections::BTreeSet;

use clap::ArgMatches;
use serde_json::json;

use super::super::plain::Table;
use super::super::results::Reading;
use super::super::{Answer, Context, book, show};
use crate::book::{Book, Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::issues::{
    CauseId, Challenge, ChallengeId, ChoiceFault, Decision, Degree, Issues, StatementCode, ViewpointCode,
    viewpoint_among,
};
use crate::office::{Role, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{ChallengeLine, ChoiceFinding};
use crate::report::{self, UNKNOWN};
use crate::text::Text;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("add", matches)) => add(context, matches),
        Some(("place", matches)) => place(context, matches),
        Some(("choose", matches)) => choose(context, matches),
        Some(("drop", matches)) => lay_aside(context, matches),
        Some(("edit", matches)) => edit(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        Some((_, matches)) => list(context, matches),
        None => list(context, matches),
    }
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = finding(&reading, context);
    if context.json {
        #[derive(serde::Serialize)]
        struct Said {
            schema: &'static str,
            #[serde(flatten)]
            choice: ChoiceFinding,
        }
        let said = Said {
            schema: "yutori.choice/1",
            choice: finding,
        };
        return show::json(&said).map(Answer::done);
    }
    Ok(Answer::done(told(&finding, context.text)))
}

fn finding(reading: &Reading, context: &Context) -> ChoiceFinding {
    report::issues(reading, context.clock.now().date_naive(), context.text).choice
}

fn told(finding: &ChoiceFinding, text: &Text) -> String {
    let mut lines = vec![finding.sentence.clone()];
    lines.extend(finding.advice.clone());
    if finding.challenges.is_empty() {
        return lines.join("\n") + "\n";
    }
    lines.push(String::new());
    lines.push(table(finding, text));
    let chosen = finding
        .challenges
        .iter()
        .filter_map(|line| Some((line.number, line.chosen.as_ref()?)));
    lines.extend(chosen.map(|(number, chosen)| {
        let because = phrase("choice-because-of")
            .with("number", number)
            .with("because", chosen.because.as_str())
            .with("on", chosen.on.to_string());
        text.say(&because)
    }));
    lines.join("\n") + "\n"
}

fn table(finding: &ChoiceFinding, text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("choice-column-number"),
        text.get("choice-column-effect"),
        text.get("choice-column-ease"),
        text.get("choice-column-chosen"),
        text.get("choice-column-measures"),
        text.get("choice-column-text"),
    ]);
    let degree = |degree: Option<u8>| degree.map_or_else(|| UNKNOWN.to_owned(), |degree| degree.to_string());
    for line in &finding.challenges {
        table.row([
            line.number.to_string(),
            degree(line.effect),
            degree(line.ease),
            text.say(&standing(line)),
            line.measures.to_string(),
            line.text.clone(),
        ]);
    }
    table.text().trim_end().to_owned()
}

/// Whether a challenge was chosen, in a word.
fn standing(line: &ChallengeLine) -> Phrase {
    match (&line.chosen, line.finished) {
        (None, _) => phrase("choice-standing-open"),
        (Some(_), false) => phrase("choice-standing-chosen"),
        (Some(_), true) => phrase("choice-standing-finished"),
    }
}

fn refused(fault: &ChoiceFault) -> Failure {
    Failure::new(Exit::Refused, fault.phrase())
}

fn option<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The challenge that the number names.
fn named<'a>(issues: &'a Issues, matches: &ArgMatches) -> Result<&'a Challenge, Failure> {
    let written = option(matches, "number").unwrap_or_default();
    let found = ChallengeId::parse(written).and_then(|id| issues.challenge(id));
    found.ok_or_else(|| {
        let message = phrase("choice-no-such").with("number", printable(written));
        Failure::new(Exit::Refused, message)
    })
}

fn degree(matches: &ArgMatches, name: &str) -> Result<Option<Degree>, Failure> {
    let read = |written: &str| {
        Degree::parse(written).ok_or_else(|| {
            let message = phrase("choice-no-degree").with("written", printable(written));
            Failure::new(Exit::Usage, message)
        })
    };
    option(matches, name).map(read).transpose()
}

fn viewpoint(reading: &Reading, written: &str) -> Result<ViewpointCode, Failure> {
    let code = ViewpointCode::parse(written);
    let known = report::viewpoints(reading);
    let found = viewpoint_among(known.iter().copied(), &code);
    found.map(|it| it.code.clone()).ok_or_else(|| {
        let codes: Vec<&str> = known.iter().map(|it| it.code.as_str()).collect();
        let message = phrase("choice-no-viewpoint")
            .with("written", printable(written))
            .with("codes", codes.join(", "));
        Failure::new(Exit::Usage, message)
    })
}

fn causes(matches: &ArgMatches) -> Result<Option<BTreeSet<CauseId>>, Failure> {
    let Some(written) = matches.get_many::<String>("cause") else {
        return Ok(None);
    };
    written
        .map(|written| cause(written))
        .collect::<Result<_, _>>()
        .map(Some)
}

fn cause(written: &str) -> Result<CauseId, Failure> {
    CauseId::parse(written).ok_or_else(|| {
        let message = phrase("choice-no-cause").with("number", printable(written));
        Failure::new(Exit::Refused, message)
    })
}

/// What the words are taken over from, else a challenge without words.
fn begun(reading: &Reading, matches: &ArgMatches, text: &Text) -> Result<Challenge, Failure> {
    let issues = &reading.issues;
    if let Some(written) = option(matches, "from-cause") {
        let id = cause(written)?;
        let found = issues.challenge_of_boxes(&[id]);
        return found.ok_or_else(|| refused(&ChoiceFault::NoCause(id)));
    }
    let plain = Challenge::named(issues.next_challenge(), "");
    let Some(written) = option(matches, "from-statement") else {
        return Ok(plain);
    };
    let code = StatementCode::parse(written);
    let known = report::viewpoints(reading);
    let mut found = known
        .iter()
        .flat_map(|viewpoint| viewpoint.statements.iter().map(move |it| (viewpoint, it)));
    let (viewpoint, statement) = found.find(|(_, it)| it.code == code).ok_or_else(|| {
        let message = phrase("choice-no-statement").with("written", printable(written));
        Failure::new(Exit::Refused, message)
    })?;
    Ok(Challenge {
        text: text.lang().of(&statement.text).to_owned(),
        viewpoint: Some(viewpoint.code.clone()),
        ..plain
    })
}

fn add(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let mut challenge = begun(&reading, matches, context.text)?;
    if let Some(text) = option(matches, "text") {
        text.clone_into(&mut challenge.text);
    }
    if let Some(written) = option(matches, "viewpoint") {
        challenge.viewpoint = Some(viewpoint(&reading, written)?);
    }
    challenge.causes.extend(causes(matches)?.unwrap_or_default());
    challenge.effect = degree(matches, "effect")?;
    challenge.ease = degree(matches, "ease")?;
    let after = reading
        .issues
        .sound_challenge(challenge)
        .map_err(|fault| refused(&fault))?;
    let occasion = Occasion::ChallengeKept {
        text: after.text.clone(),
    };
    write(context, &mut book, occasion, (None, Some(after)), "choice-added")
}

fn place(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = named(&reading.issues, matches)?.clone();
    let after = Challenge {
        effect: degree(matches, "effect")?,
        ease: degree(matches, "ease")?,
        ..before.clone()
    };
    kept(context, &mut book, before, after, "choice-placed")
}

fn edit(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = named(&reading.issues, matches)?.clone();
    let mut after = before.clone();
    if let Some(text) = option(matches, "text") {
        text.clone_into(&mut after.text);
    }
    match option(matches, "viewpoint") {
        Some("none") => after.viewpoint = None,
        Some(written) => after.viewpoint = Some(viewpoint(&reading, written)?),
        None => {}
    }
    if let Some(causes) = causes(matches)? {
        after.causes = causes;
    }
    let after = reading.issues.sound_challenge(after).map_err(|fault| refused(&fault))?;
    kept(context, &mut book, before, after, "choice-edited")
}

/// Writes the challenge as it is now; where nothing changed, nothing is written.
fn kept(
    context: &Context,
    book: &mut Book,
    before: Challenge,
    after: Challenge,
    done: &'static str,
) -> Result<Answer, Failure> {
    if before == after {
        return answer(context, book, after.id, &phrase("choice-nothing-changed"));
    }
    let occasion = Occasion::ChallengeKept {
        text: after.text.clone(),
    };
    write(context, book, occasion, (Some(before), Some(after)), done)
}

fn choose(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = named(&reading.issues, matches)?.clone();
    let on = match option(matches, "date") {
        Some(written) => book::date(written)?,
        None => context.clock.now().date_naive(),
    };
    let by = option(matches, "by").map(Role::parse).transpose();
    let decision = Decision {
        because: option(matches, "because").unwrap_or_default().to_owned(),
        on,
        by: by.map_err(|_| Failure::new(Exit::Usage, phrase("accept-no-role")))?,
    };
    let after = before.chosen_for(decision).map_err(|fault| refused(&fault))?;
    let because = after.chosen.as_ref().map(|it| it.because.clone());
    let occasion = Occasion::ChallengeChosen {
        text: after.text.clone(),
        because: because.unwrap_or_default(),
    };
    write(
        context,
        &mut book,
        occasion,
        (Some(before), Some(after)),
        "choice-chosen",
    )
}

fn lay_aside(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = named(&reading.issues, matches)?.clone();
    let because = option(matches, "because").unwrap_or_default();
    let (after, because) = before.laid_aside(because).map_err(|fault| refused(&fault))?;
    let occasion = Occasion::ChallengeLaidAside {
        text: after.text.clone(),
        because,
    };
    write(
        context,
        &mut book,
        occasion,
        (Some(before), Some(after)),
        "choice-laid-aside",
    )
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = named(&reading.issues, matches)?.clone();
    reading
        .issues
        .challenge_can_go(&before)
        .map_err(|fault| refused(&fault))?;
    let occasion = Occasion::ChallengeKept {
        text: before.text.clone(),
    };
    write(context, &mut book, occasion, (Some(before), None), "choice-removed")
}

fn write(
    context: &Context,
    book: &mut Book,
    occasion: Occasion,
    (before, after): (Option<Challenge>, Option<Challenge>),
    done: &'static str,
) -> Result<Answer, Failure> {
    let Some(now) = after.as_ref().or(before.as_ref()).cloned() else {
        return Ok(Answer::done(String::new()));
    };
    let change = Change::ChallengeKept {
        before: before.map(Box::new),
        after: after.map(Box::new),
    };
    book.apply(occasion, vec![change], context.clock.now())?;
    let said = phrase(done).with("number", now.id.0).with("text", printable(&now.text));
    answer(context, book, now.id, &said)
}

/// The challenge as it stands now, and the advice where too many are worked on.
fn answer(context: &Context, book: &Book, id: ChallengeId, said: &Phrase) -> Result<Answer, Failure> {
    let finding = finding(&Reading::of(book)?, context);
    if context.json {
        let line = finding.challenge(id.0);
        let said = json!({
            "schema": "yutori.challenge/1",
            "number": id.0,
            "challenge": line,
            "advice": finding.advice,
        });
        return show::json(&said).map(Answer::done);
    }
    let mut lines = vec![context.text.say(said)];
    lines.extend(finding.advice);
    Ok(Answer::done(lines.join("\n") + "\n"))
}
