//! `yutori issues map`: the cause map.

use clap::ArgMatches;
use serde_json::json;

use super::super::results::Reading;
use super::super::{Answer, Context, book, show};
use crate::book::{Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::issues::{CauseFault, CauseId, CauseLayer, CauseMap, Evidence};
use crate::office::{fold, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{CauseBox, CauseMapFinding};
use crate::report::{self, Holdings};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("add", matches)) => add(context, matches),
        Some(("edit", matches)) => edit(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        Some(("link", matches)) => link(context, matches, true),
        Some(("unlink", matches)) => link(context, matches, false),
        Some(("evidence", matches)) => evidence(context, matches),
        show_asked => show_map(context, show_asked.map_or(matches, |(_, matches)| matches)),
    }
}

fn finding(context: &Context, holdings: &Holdings) -> CauseMapFinding {
    report::issues(holdings, context.clock.now().date_naive(), context.text).map
}

fn show_map(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let found = finding(context, &reading);
    if context.json {
        return show::json(&json!({"schema": "yutori.cause-map/1", "map": found})).map(Answer::done);
    }
    let text = context.text;
    if found.boxes.is_empty() {
        let none = phrase("causes-none");
        let hint = text.hint(&none).unwrap_or_default();
        return Ok(Answer::done(format!("{}\n{hint}\n", text.say(&none))));
    }
    let mut lines = vec![found.sentence.clone(), String::new()];
    for row in &found.outline {
        let Some(found) = found.find(row.number) else { continue };
        let indent = "  ".repeat(row.depth);
        if row.again {
            let again = phrase("causes-again")
                .with("number", row.number.to_string())
                .with("text", found.text.as_str());
            lines.push(format!("{indent}{}", text.say(&again)));
            continue;
        }
        lines.push(format!("{indent}{}", text.say(&row_of(found))));
        lines.extend(
            below(found)
                .iter()
                .map(|line| format!("{indent}    {}", text.say(line))),
        );
    }
    Ok(Answer::done(lines.join("\n") + "\n"))
}

fn row_of(found: &CauseBox) -> Phrase {
    phrase("causes-row")
        .with("number", found.number.to_string())
        .with("text", found.text.as_str())
        .with("layer", found.layer_name.as_str())
}

/// Evidence and question of a box.
fn below(found: &CauseBox) -> Vec<Phrase> {
    let mut lines: Vec<Phrase> = found.evidence.iter().map(report::evidence_line).collect();
    if found.evidence.is_empty() {
        lines.push(phrase("causes-unmeasured"));
    }
    let question = found.question.as_deref();
    lines.extend(question.map(|it| phrase("causes-question").with("question", it)));
    lines
}

fn usage(message: Phrase) -> Failure {
    Failure::new(Exit::Usage, message)
}

fn refused(fault: &CauseFault) -> Failure {
    Failure::new(Exit::Refused, fault.phrase())
}

fn number(written: &str) -> Result<CauseId, Failure> {
    CauseId::parse(written).ok_or_else(|| usage(phrase("causes-no-number").with("written", printable(written))))
}

fn given<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches
        .get_one::<String>(name)
        .expect("the command line requires it")
        .as_str()
}

fn numbers(matches: &ArgMatches, name: &str) -> Result<Vec<CauseId>, Failure> {
    let written = matches.get_many::<String>(name).unwrap_or_default();
    written.map(|it| number(it)).collect()
}

fn layer(written: &str) -> Result<CauseLayer, Failure> {
    let folded = fold(written).trim().to_lowercase();
    CauseLayer::ALL
        .into_iter()
        .find(|it| it.id() == folded)
        .ok_or_else(|| usage(phrase("causes-no-layer").with("written", printable(written))))
}

/// Opens the book, lets `turn` change the map, writes what came of it and tells of the box.
fn change(
    context: &Context,
    matches: &ArgMatches,
    turn: impl FnOnce(&mut CauseMap, &Holdings) -> Result<(CauseId, Phrase), Failure>,
) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let mut map = CauseMap::of(&reading.issues.causes);
    let (id, said) = turn(&mut map, &reading)?;
    let changes: Vec<Change> = map.steps().into_iter().map(Change::from).collect();
    let changed = !changes.is_empty();
    book.apply(Occasion::CauseMapDrawn, changes, context.clock.now())?;
    if context.json {
        let reading = Reading::of(&book)?;
        let found = finding(context, &reading);
        let answer = json!({
            "schema": "yutori.cause/1", "number": id, "changed": changed, "box": found.find(id),
        });
        return show::json(&answer).map(Answer::done);
    }
    let said = if changed {
        said
    } else {
        phrase("causes-same").with("number", id.to_string())
    };
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}

fn add(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (layer, text) = (layer(given(matches, "layer"))?, given(matches, "text"));
    let (to, from) = (numbers(matches, "leads-to")?, numbers(matches, "from")?);
    change(context, matches, |map, _| {
        let id = map.add(layer, text).map_err(|fault| refused(&fault))?;
        let links = to.iter().map(|to| (id, *to)).chain(from.iter().map(|from| (*from, id)));
        for (from, to) in links {
            map.link(from, to).map_err(|fault| refused(&fault))?;
        }
        Ok((id, told(phrase("causes-added"), id, text)))
    })
}

fn told(said: Phrase, id: CauseId, text: &str) -> Phrase {
    said.with("number", id.to_string()).with("text", printable(text))
}

fn edit(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let id = number(given(matches, "number"))?;
    let option = |name: &str| matches.get_one::<String>(name);
    let (text, question) = (option("text"), option("question"));
    let layer = option("layer").map(|written| layer(written)).transpose()?;
    if text.is_none() && question.is_none() && layer.is_none() {
        return Err(usage(phrase("causes-nothing-to-change")));
    }
    change(context, matches, |map, _| {
        let mut turn = || {
            if let Some(text) = text {
                map.reword(id, text)?;
            }
            if let Some(layer) = layer {
                map.put_into(id, layer)?;
            }
            if let Some(question) = question {
                map.ask(id, question)?;
            }
            map.get(id).map(|it| it.text.clone())
        };
        let text = turn().map_err(|fault| refused(&fault))?;
        Ok((id, told(phrase("causes-edited"), id, &text)))
    })
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let id = number(given(matches, "number"))?;
    change(context, matches, |map, holdings| {
        let text = map.get(id).map_err(|fault| refused(&fault))?.text.clone();
        map.take_out(id, &holdings.issues.challenges)
            .map_err(|fault| refused(&fault))?;
        Ok((id, told(phrase("causes-removed"), id, &text)))
    })
}

fn link(context: &Context, matches: &ArgMatches, links: bool) -> Result<Answer, Failure> {
    let (from, to) = (number(given(matches, "a"))?, number(given(matches, "b"))?);
    change(context, matches, |map, _| {
        let done = if links {
            map.link(from, to)
        } else {
            map.unlink(from, to)
        };
        done.map_err(|fault| refused(&fault))?;
        let said = if links {
            phrase("causes-linked")
        } else {
            phrase("causes-unlinked")
        };
        Ok((from, said.with("from", from.to_string()).with("to", to.to_string())))
    })
}

/// Evidence that the options name; what is added must be in the book.
fn named(matches: &ArgMatches, option: &str) -> Result<Vec<Evidence>, Failure> {
    let written = matches.get_many::<String>(option).unwrap_or_default();
    let read = |it: &String| {
        Evidence::parse(it).ok_or_else(|| usage(phrase("causes-no-evidence").with("written", printable(it))))
    };
    written.map(read).collect()
}

fn evidence(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let id = number(given(matches, "number"))?;
    let (added, removed) = (named(matches, "add")?, named(matches, "remove")?);
    if added.is_empty() && removed.is_empty() {
        return Err(usage(phrase("causes-no-evidence-asked")));
    }
    change(context, matches, |map, holdings| {
        let known = report::all_evidence(holdings);
        if let Some(unknown) = added.iter().find(|it| !known.contains(it)) {
            let message = phrase("causes-unknown-evidence").with("written", printable(&unknown.written()));
            return Err(Failure::new(Exit::Refused, message));
        }
        let mut turn = || {
            for evidence in &removed {
                map.unsupport(id, evidence)?;
            }
            for evidence in &added {
                map.support(id, evidence.clone())?;
            }
            map.get(id).map(|it| it.text.clone())
        };
        let text = turn().map_err(|fault| refused(&fault))?;
        Ok((id, told(phrase("causes-supported"), id, &text)))
    })
}
