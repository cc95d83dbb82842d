//! `yutori issues meetings`: the records of the committee (委員会).

use clap::ArgMatches;
use serde_json::json;

use super::super::plain::Table;
use super::super::results::Reading;
use super::super::{Answer, Context, book, show};
use crate::book::{Book, Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::issues::{Issues, Meeting, MeetingFault, MeetingId, Topic, read_people};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{MeetingLine, MeetingsFinding};
use crate::report::{self, UNKNOWN};
use crate::text::Text;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("add", matches)) => add(context, matches),
        Some(("edit", matches)) => edit(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        Some((_, matches)) => list(context, matches),
        None => list(context, matches),
    }
}

fn finding(reading: &Reading, context: &Context) -> MeetingsFinding {
    report::issues(reading, context.clock.now().date_naive(), context.text).meetings
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = finding(&reading, context);
    if context.json {
        #[derive(serde::Serialize)]
        struct Said {
            schema: &'static str,
            #[serde(flatten)]
            meetings: MeetingsFinding,
        }
        let said = Said {
            schema: "yutori.meetings/1",
            meetings: finding,
        };
        return show::json(&said).map(Answer::done);
    }
    Ok(Answer::done(told(&finding, context.text)))
}

fn told(finding: &MeetingsFinding, text: &Text) -> String {
    let mut lines = vec![finding.sentence.clone()];
    if finding.meetings.is_empty() {
        return lines.join("\n") + "\n";
    }
    lines.push(String::new());
    lines.push(table(finding, text));
    lines.extend(finding.meetings.iter().flat_map(remarks));
    lines.push(String::new());
    lines.extend(finding.topics.iter().map(|topic| {
        let last = topic.last.map_or_else(|| UNKNOWN.to_owned(), |last| last.to_string());
        let line = phrase("meetings-topic-last")
            .with("topic", topic.name.as_str())
            .with("last", last);
        text.say(&line)
    }));
    lines.join("\n") + "\n"
}

fn table(finding: &MeetingsFinding, text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("meetings-column-number"),
        text.get("column-date"),
        text.get("meetings-column-people"),
        text.get("meetings-column-care"),
        text.get("meetings-column-topics"),
        text.get("meetings-column-decisions"),
    ]);
    for line in &finding.meetings {
        let care = if line.has_care_staff {
            text.get("meetings-care-yes")
        } else {
            text.get("meetings-care-no")
        };
        let discussed = line.topics.iter().filter(|topic| topic.discussed).count();
        table.row([
            line.number.to_string(),
            line.date.to_string(),
            line.people_count.to_string(),
            care,
            format!("{discussed}/{}", line.topics.len()),
            line.decisions.len().to_string(),
        ]);
    }
    table.text().trim_end().to_owned()
}

/// The remarks on a meeting, one a line.
fn remarks(line: &MeetingLine) -> Vec<String> {
    let remarks = line.remarks.iter();
    remarks
        .map(|remark| format!("! {} {}", line.date, remark.text))
        .collect()
}

fn refused(fault: &MeetingFault) -> Failure {
    Failure::new(Exit::Refused, fault.phrase())
}

fn option<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// Everything that was given for an option that may be given several times.
fn options<'a>(matches: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    let given = matches.try_get_many::<String>(name).ok().flatten();
    given.into_iter().flatten().map(String::as_str).collect()
}

/// The meeting that the number names.
fn named<'a>(issues: &'a Issues, matches: &ArgMatches) -> Result<&'a Meeting, Failure> {
    let written = option(matches, "number").unwrap_or_default();
    let found = MeetingId::parse(written).and_then(|id| issues.meeting(id));
    found.ok_or_else(|| {
        let message = phrase("meetings-no-such").with("number", printable(written));
        Failure::new(Exit::Refused, message)
    })
}

/// The meeting with what the options say.
fn answered(meeting: Meeting, matches: &ArgMatches) -> Result<Meeting, Failure> {
    let mut after = meeting;
    if let Some(written) = option(matches, "date") {
        after.date = book::date(written)?;
    }
    if let Some(written) = option(matches, "people") {
        after.people = read_people(written).map_err(|fault| refused(&fault))?;
    }
    for written in options(matches, "topic") {
        let (name, said) = written.split_once(['=', '＝']).unwrap_or((written, ""));
        let topic = Topic::parse(name).map_err(|fault| refused(&fault))?;
        after.topics.insert(topic, said.to_owned());
    }
    for written in options(matches, "no-topic") {
        let topic = Topic::parse(written).map_err(|fault| refused(&fault))?;
        after.topics.remove(&topic);
    }
    let decisions = options(matches, "decision");
    if !decisions.is_empty() {
        after.decisions = decisions.into_iter().map(str::to_owned).collect();
    }
    if let Some(note) = option(matches, "note") {
        note.clone_into(&mut after.note);
    }
    after.sound().map_err(|fault| refused(&fault))
}

fn add(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let draft = Meeting {
        id: reading.issues.next_meeting(),
        date: context.clock.now().date_naive(),
        people: Vec::new(),
        topics: std::collections::BTreeMap::new(),
        decisions: Vec::new(),
        note: String::new(),
    };
    let after = answered(draft, matches)?;
    write(context, &mut book, (None, Some(after)), "meetings-added")
}

fn edit(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = named(&reading.issues, matches)?.clone();
    let after = answered(before.clone(), matches)?;
    if before == after {
        return answer(context, &book, after.id, &phrase("meetings-nothing-changed"));
    }
    write(context, &mut book, (Some(before), Some(after)), "meetings-edited")
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let before = named(&reading.issues, matches)?.clone();
    write(context, &mut book, (Some(before), None), "meetings-removed")
}

fn write(
    context: &Context,
    book: &mut Book,
    (before, after): (Option<Meeting>, Option<Meeting>),
    done: &'static str,
) -> Result<Answer, Failure> {
    let Some((id, date)) = after.as_ref().or(before.as_ref()).map(|it| (it.id, it.date)) else {
        return Ok(Answer::done(String::new()));
    };
    let change = Change::MeetingKept {
        before: before.map(Box::new),
        after: after.map(Box::new),
    };
    book.apply(Occasion::MeetingKept(date), vec![change], context.clock.now())?;
    let said = phrase(done).with("number", id.0).with("date", date.to_string());
    answer(context, book, id, &said)
}

/// The meeting as it stands now, with its remarks.
fn answer(context: &Context, book: &Book, id: MeetingId, said: &Phrase) -> Result<Answer, Failure> {
    let finding = finding(&Reading::of(book)?, context);
    let line = finding.meetings.iter().find(|line| line.number == id.0);
    if context.json {
        let said = json!({
            "schema": "yutori.meeting/1",
            "number": id.0,
            "meeting": line,
            "next_due": finding.next_due,
        });
        return show::json(&said).map(Answer::done);
    }
    let mut lines = vec![context.text.say(said)];
    lines.extend(line.into_iter().flat_map(remarks));
    Ok(Answer::done(lines.join("\n") + "\n"))
}
