//! `yutori issues notices`: what was noticed, listed, written down and sorted.

use clap::ArgMatches;
use serde::Serialize;
use serde_json::json;

use crate::book::{Book, Occasion};
use crate::commands::plain::Table;
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::failure::{Exit, Failure};
use crate::issues::{
    Degree, Issues, Notice, NoticeError, NoticeId, NoticeStep, TroubleKind, notice_kept, notices_grouped,
    notices_tagged, tag_words,
};
use crate::office::{NameError, Role, Unit, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{NoticeLine, NoticesFinding};
use crate::report::{UNKNOWN, notice_changes, notices_where, similar_pairs};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        None => list(context, matches),
        Some(("list", matches)) => list(context, matches),
        Some(("similar", matches)) => similar(context, matches),
        Some((verb, matches)) => sort(context, verb, matches),
    }
}

fn refused(error: &NoticeError) -> Failure {
    Failure::new(Exit::Refused, error.phrase())
}

fn usage(message: Phrase) -> Failure {
    Failure::new(Exit::Usage, message)
}

fn given<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

fn kind(matches: &ArgMatches) -> Result<Option<TroubleKind>, Failure> {
    let Some(written) = given(matches, "kind") else {
        return Ok(None);
    };
    let kind = TroubleKind::of_text(written);
    kind.map(Some).ok_or_else(|| usage(phrase("notices-no-such-kind")))
}

/// The finding with its schema.
#[derive(Serialize)]
struct Listed<'f> {
    schema: &'static str,
    #[serde(flatten)]
    found: &'f NoticesFinding,
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let kind = kind(matches)?;
    let (sought, group) = (given(matches, "find").unwrap_or_default(), given(matches, "group"));
    let tags = tag_words(given(matches, "tag").unwrap_or_default());
    let reading = Reading::of(&book::open(context, matches)?)?;
    let found = notices_where(&reading, context.text, |notice| {
        notice.holds_all(sought)
            && (kind.is_none() || notice.kind == kind)
            && (group.is_none() || notice.group.as_deref() == group.map(str::trim))
            && tags.is_subset(&notice.tags)
    });
    if context.json {
        let listed = Listed {
            schema: "yutori.notices/1",
            found: &found,
        };
        return show::json(&listed).map(Answer::done);
    }
    if found.count == 0 {
        let said = if reading.issues.notices.is_empty() {
            context.text.get("notices-cli-none-yet")
        } else {
            context.text.get("notices-cli-none-found")
        };
        return Ok(Answer::done(said + "\n"));
    }
    Ok(Answer::done(listed(context, &found)))
}

fn listed(context: &Context, found: &NoticesFinding) -> String {
    let text = context.text;
    let mut table = Table::new(&[
        text.get("notices-column-number"),
        text.get("notices-column-date"),
        text.get("notices-column-when"),
        text.get("notices-column-place"),
        text.get("notices-column-what"),
        text.get("notices-column-kind"),
        text.get("notices-column-weight"),
        text.get("notices-column-group"),
        text.get("notices-column-tags"),
    ]);
    for notice in &found.notices {
        table.row(row(notice));
    }
    let summary = phrase("notices-summary")
        .with("count", found.count)
        .with("merged", found.merged);
    let sentence = found.sentence.as_ref();
    let sentence = sentence.map_or_else(String::new, |sentence| format!("{sentence}\n\n"));
    format!("{sentence}{}\n{}\n", table.text(), text.say(&summary))
}

fn row(notice: &NoticeLine) -> [String; 9] {
    let known = |written: &Option<String>| written.clone().unwrap_or_else(|| UNKNOWN.to_owned());
    let degree = |degree: Option<u8>| degree.map_or_else(|| UNKNOWN.to_owned(), |degree| degree.to_string());
    let what = match notice.merged.len() {
        0 => notice.what.clone(),
        others => format!("{} (+{others})", notice.what),
    };
    [
        notice.number.to_string(),
        notice.noted.map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string()),
        known(&notice.when),
        known(&notice.place),
        what,
        known(&notice.kind_name),
        format!("{}×{}", degree(notice.often), degree(notice.heavy)),
        known(&notice.group),
        notice.tags.join(" "),
    ]
}

fn similar(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let pairs = similar_pairs(&reading);
    if context.json {
        return show::json(&json!({"schema": "yutori.notices-similar/1", "pairs": pairs})).map(Answer::done);
    }
    let text = context.text;
    if pairs.is_empty() {
        return Ok(Answer::done(text.get("notices-none-similar") + "\n"));
    }
    let mut table = Table::new(&[
        text.get("notices-column-percent"),
        text.get("notices-column-number"),
        text.get("notices-column-what"),
        text.get("notices-column-number"),
        text.get("notices-column-what"),
    ]);
    for pair in pairs {
        table.row([
            format!("{}%", pair.percent),
            pair.first.to_string(),
            pair.first_what,
            pair.second.to_string(),
            pair.second_what,
        ]);
    }
    Ok(Answer::done(
        table.text() + "\n" + &text.get("notices-cli-similar-says") + "\n",
    ))
}

/// Does one of the commands that write.
fn sort(context: &Context, verb: &str, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let issues = book.issues()?;
    let steps = steps(context, verb, matches, &issues)?;
    if !steps.is_empty() {
        let changes = notice_changes(steps.clone());
        book.apply(Occasion::NoticesKept, changes, context.clock.now())?;
    }
    told(context, &book, &steps)
}

fn steps(context: &Context, verb: &str, matches: &ArgMatches, issues: &Issues) -> Result<Vec<NoticeStep>, Failure> {
    let none = std::collections::BTreeSet::new();
    let words = || {
        let words = matches.get_many::<String>("words").into_iter().flatten();
        let words: Vec<&str> = words.map(String::as_str).collect();
        let words = tag_words(&words.join(" "));
        if words.is_empty() {
            return Err(refused(&NoticeError::EmptyTag));
        }
        Ok(words)
    };
    let named = |ids: Vec<NoticeId>| issues.notices_named(&ids).map_err(|error| refused(&error));
    let done = match verb {
        "add" => {
            let mut notice = Notice::saying(issues.next_notice(), given(matches, "text").unwrap_or_default());
            notice.noted = Some(context.clock.now().date_naive());
            notice_kept(None, about(notice, matches)?)
        }
        "edit" => {
            let mut before = named(vec![number(matches, "number")?])?;
            let before = before.pop().ok_or_else(|| refused(&NoticeError::NoneNamed))?;
            let mut after = cleared(before.clone(), matches);
            if let Some(text) = given(matches, "text") {
                text.clone_into(&mut after.what);
            }
            notice_kept(Some(&before), about(after, matches)?)
        }
        "remove" => issues.remove_notices(&numbers(matches)?),
        "group" => notices_grouped(&named(numbers(matches)?)?, given(matches, "name")),
        "ungroup" => notices_grouped(&named(numbers(matches)?)?, None),
        "tag" => notices_tagged(&named(vec![number(matches, "number")?])?, &words()?, &none),
        "untag" => notices_tagged(&named(vec![number(matches, "number")?])?, &none, &words()?),
        "merge" => issues.merge_notices(&numbers(matches)?, number(matches, "into")?),
        "unmerge" => issues.unmerge_notices(&numbers(matches)?),
        name => return Err(usage(phrase("usage-command").with("name", name))),
    };
    done.map_err(|error| refused(&error))
}

fn read_number(written: &str) -> Result<NoticeId, Failure> {
    NoticeId::parse(written).ok_or_else(|| usage(phrase("notices-no-number").with("written", printable(written))))
}

fn number(matches: &ArgMatches, name: &str) -> Result<NoticeId, Failure> {
    read_number(given(matches, name).unwrap_or_default())
}

fn numbers(matches: &ArgMatches) -> Result<Vec<NoticeId>, Failure> {
    let written = matches.get_many::<String>("numbers").into_iter().flatten();
    written.map(|written| read_number(written)).collect()
}

/// The notice with what the options tell of it.
fn about(mut notice: Notice, matches: &ArgMatches) -> Result<Notice, Failure> {
    let degree = |name: &str| matches.get_one::<u8>(name).copied().and_then(Degree::of);
    let too_long = |_: NameError| usage(phrase("notices-name-too-long"));
    if let Some(when) = given(matches, "when") {
        notice = notice.at(when);
    }
    if let Some(place) = given(matches, "where") {
        place.clone_into(&mut notice.place);
    }
    notice.kind = kind(matches)?.or(notice.kind);
    notice.often = degree("often").or(notice.often);
    notice.heavy = degree("heavy").or(notice.heavy);
    if let Some(role) = given(matches, "role") {
        notice.role = Some(Role::parse(role).map_err(too_long)?);
    }
    if let Some(unit) = given(matches, "unit") {
        notice.unit = Some(Unit::parse(unit).map_err(too_long)?);
    }
    if let Some(day) = given(matches, "date") {
        notice.noted = Some(book::date(day)?);
    }
    Ok(notice)
}

/// The notice without what is to be forgotten.
fn cleared(mut notice: Notice, matches: &ArgMatches) -> Notice {
    for name in matches.get_many::<String>("clear").into_iter().flatten() {
        match name.as_str() {
            "when" => notice = notice.at(""),
            "where" => notice.place.clear(),
            "kind" => notice.kind = None,
            "often" => notice.often = None,
            "heavy" => notice.heavy = None,
            "role" => notice.role = None,
            "unit" => notice.unit = None,
            _ => notice.noted = None,
        }
    }
    notice
}

/// What became of the notices.
fn told(context: &Context, book: &Book, steps: &[NoticeStep]) -> Result<Answer, Failure> {
    let changed: Vec<&Notice> = steps.iter().filter_map(|step| step.after.as_ref()).collect();
    let removed = steps.iter().filter(|step| step.after.is_none());
    let removed: Vec<NoticeId> = removed.filter_map(|step| Some(step.before.as_ref()?.id)).collect();
    if context.json {
        let line = |notice: &&Notice| {
            json!({
                "number": notice.id, "what": printable(&notice.what), "group": notice.group,
                "tags": notice.tags, "merged_into": notice.merged_into,
            })
        };
        let changed: Vec<_> = changed.iter().map(line).collect();
        let told = json!({"schema": "yutori.notices-kept/1", "changed": changed, "removed": removed});
        return show::json(&told).map(Answer::done);
    }
    let text = context.text;
    if steps.is_empty() {
        return Ok(Answer::done(text.get("notices-cli-unchanged") + "\n"));
    }
    let mut lines = Vec::new();
    for notice in changed {
        let line = match notice.merged_into {
            Some(into) => phrase("notices-cli-merged").with("into", into.to_string()),
            None => phrase("notices-cli-kept"),
        };
        let line = line
            .with("number", notice.id.to_string())
            .with("what", printable(&notice.what));
        lines.push(text.say(&line));
    }
    for id in removed {
        let line = phrase("notices-cli-removed").with("number", id.to_string());
        lines.push(text.say(&line));
    }
    let left = book.issues()?.notices.iter().filter(|notice| notice.stands()).count();
    lines.push(text.say(&phrase("notices-cli-left").with("count", left)));
    Ok(Answer::done(lines.join("\n") + "\n"))
}
