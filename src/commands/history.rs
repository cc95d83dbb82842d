//! `yutori history`, `undo`, `redo`: the journal.

use clap::ArgMatches;
use serde_json::json;

use super::{Answer, Context, book, plain, show};
use crate::book::{Act, ActState};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let acts = book::open(context, matches)?.history()?;
    if !context.json {
        return Ok(Answer::done(plain::history(&acts, context.text)));
    }
    let lines: Vec<serde_json::Value> = acts
        .iter()
        .map(|act| {
            json!({
                "id": act.id.0,
                "at": act.at.to_rfc3339(),
                "what": context.text.say(&act.occasion.phrase()),
                "changes": act.changes,
                "state": state(act.state),
            })
        })
        .collect();
    show::json(&json!({"schema": "yutori.history/1", "acts": lines})).map(Answer::done)
}

pub(super) fn undo(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let act = book::open(context, matches)?.undo(context.clock.now())?;
    told(context, act, "undo", ("undo-done", "undo-nothing"))
}

pub(super) fn redo(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let act = book::open(context, matches)?.redo(context.clock.now())?;
    told(context, act, "redo", ("redo-done", "redo-nothing"))
}

/// The word for a state in JSON.
fn state(state: ActState) -> &'static str {
    match state {
        ActState::Done => "done",
        ActState::Undone => "undone",
        ActState::Dropped => "dropped",
    }
}

fn told(
    context: &Context,
    act: Option<Act>,
    turn: &str,
    (done, nothing): (&'static str, &'static str),
) -> Result<Answer, Failure> {
    let Some(act) = act else {
        return Err(Failure::new(Exit::Refused, phrase(nothing)));
    };
    let what = act.occasion.phrase();
    if context.json {
        let what = context.text.say(&what);
        return show::json(&json!({"schema": format!("yutori.{turn}/1"), "id": act.id.0, "what": what}))
            .map(Answer::done);
    }
    Ok(Answer::done(format!(
        "{}\n",
        context.text.say(&phrase(done).with("what", what))
    )))
}
