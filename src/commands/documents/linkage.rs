//! `yutori documents linkage`: what sending slips as data saves, and the figures that it is computed from.

use clap::ArgMatches;

use crate::book::{Change, Occasion};
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::documents::{Linkage, LinkageField, SendingWay, Side};
use crate::failure::{Exit, Failure};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report;

use super::linkage_text;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("set", matches)) => set(context, matches),
        other => told(context, other.map_or(matches, |(_, matches)| matches)),
    }
}

fn told(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = report::linkage(&reading, context.text);
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(linkage_text::told(&finding, context.text)))
}

fn set(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let fields = fields(matches)?;
    let mut book = book::open(context, matches)?;
    let before = book.documents()?.linkage;
    let start = before.clone().unwrap_or_default();
    let after = fields.iter().try_fold(start, |linkage: Linkage, (field, written)| {
        linkage.written(field, written).map_err(|fault| {
            let shown = printable(written);
            let failure = Failure::new(Exit::Refused, fault.phrase());
            if shown.is_empty() { failure } else { failure.at(shown) }
        })
    })?;
    if before.as_ref() != Some(&after) {
        let change = Change::LinkageKept {
            before: before.map(Box::new),
            after: Some(Box::new(after)),
        };
        book.apply(Occasion::LinkageKept, vec![change], context.clock.now())?;
    }
    drop(book);
    told(context, matches)
}

fn usage(message: Phrase) -> Failure {
    Failure::new(Exit::Usage, message)
}

/// The fields that the options name, in the order in which they are to be entered.
fn fields(matches: &ArgMatches) -> Result<Vec<(LinkageField, String)>, Failure> {
    let written = |name: &str| matches.get_one::<String>(name).cloned();
    let side = written("side").map(|side| {
        let known = Side::ALL.into_iter().find(|it| it.id() == side);
        known.ok_or_else(|| usage(phrase("linkage-usage-side").with("side", printable(&side))))
    });
    let side = side.transpose()?;
    let way = written("way").map(|way| {
        let known = SendingWay::ALL.into_iter().find(|it| it.id() == way);
        let ids: Vec<&str> = SendingWay::ALL.iter().map(|it| it.id()).collect();
        let unknown = phrase("linkage-usage-way")
            .with("way", printable(&way))
            .with("ways", ids.join(", "));
        known.ok_or_else(|| usage(unknown))
    });
    let way = way.transpose()?;
    let minutes: Vec<&String> = matches.get_many("minutes").unwrap_or_default().collect();
    let is_given = |names: &[&str]| names.iter().any(|name| matches.contains_id(name));
    let remove = matches.get_flag("remove");
    let of_way = is_given(&["pieces", "yen", "minutes"]);
    if side.is_none() && (remove || way.is_some() || of_way || is_given(&["month"])) {
        return Err(usage(phrase("linkage-usage-need-side")));
    }
    if way.is_none() && of_way {
        return Err(usage(phrase("linkage-usage-need-way")));
    }
    let mut fields = Vec::new();
    if let Some(side) = side {
        match way {
            Some(way) if remove => fields.push((LinkageField::Pieces(side, way), String::new())),
            None if remove => fields.push((LinkageField::Month(side), String::new())),
            _ => fields.extend(written("month").map(|month| (LinkageField::Month(side), month))),
        }
        if let Some(way) = way {
            fields.extend(written("pieces").map(|it| (LinkageField::Pieces(side, way), it)));
            fields.extend(written("yen").map(|it| (LinkageField::Yen(side, way), it)));
            for written in minutes {
                let (step, minutes) = written
                    .rsplit_once(['=', '＝'])
                    .ok_or_else(|| usage(phrase("linkage-usage-minutes").with("written", printable(written))))?;
                fields.push((LinkageField::Minutes(side, way, step.to_owned()), minutes.to_owned()));
            }
        }
    }
    let or_none = |written: String| if written == "none" { String::new() } else { written };
    fields.extend(written("wage").map(|it| (LinkageField::Wage, or_none(it))));
    fields.extend(written("licence").map(|it| (LinkageField::Licence, or_none(it))));
    if fields.is_empty() {
        return Err(usage(phrase("linkage-usage-nothing")));
    }
    Ok(fields)
}
