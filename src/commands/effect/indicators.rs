//! `yutori indicators`: which indicators are followed, what is promised of them, own ones.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;
use serde_json::json;

use super::indicators_text;
use crate::book::{Book, Change, Occasion};
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::effect::{
    ChoosingFault, Direction, Family, Indicator, IndicatorDraft, OwnFault, OwnWay, Per, Term, Terms, UseCase,
};
use crate::failure::{Exit, Failure};
use crate::issues::MeasureId;
use crate::office::{Decimal, fold, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::ChosenFinding;
use crate::report::{
    self, Following, indicator_laid_aside, indicator_name, indicators_followed, own_indicator_kept,
    own_indicator_removed,
};

/// What takes a promise back.
const NONE: &str = "none";

pub(in crate::commands) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("show", matches)) => show_one(context, matches),
        Some(("choose", matches)) => choose(context, matches),
        Some(("drop", matches)) => lay_aside(context, matches),
        Some(("add", matches)) => add(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        Some(("path", matches)) => path(context, matches),
        other => list(context, other.map_or(matches, |(_, matches)| matches)),
    }
}

fn today(context: &Context) -> NaiveDate {
    context.clock.now().date_naive()
}

fn finding(context: &Context, reading: &Reading) -> Result<ChosenFinding, Failure> {
    Ok(report::chosen(reading, context.text)?)
}

fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

fn values<'a>(matches: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    let values = matches.get_many::<String>(name).unwrap_or_default();
    values.map(String::as_str).collect()
}

fn usage(message: Phrase) -> Failure {
    Failure::new(Exit::Usage, message)
}

fn refused(fault: &ChoosingFault) -> Failure {
    Failure::new(Exit::Refused, fault.phrase())
}

/// Several faults as one message, with the advice of the first.
fn all_refused(context: &Context, faults: &[Phrase]) -> Failure {
    let [first, others @ ..] = faults else {
        return refused(&ChoosingFault::NothingChanged);
    };
    if others.is_empty() {
        return Failure::new(Exit::Refused, first.clone());
    }
    let said: Vec<String> = others.iter().map(|fault| context.text.say(fault)).collect();
    let message = phrase("chosen-faults")
        .with("first", first.clone())
        .with("others", said.join("\n"));
    Failure::new(Exit::Refused, message)
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    all(context, &reading)
}

/// All indicators, and those that are followed.
fn all(context: &Context, reading: &Reading) -> Result<Answer, Failure> {
    #[derive(Serialize)]
    struct Said {
        schema: &'static str,
        #[serde(flatten)]
        chosen: ChosenFinding,
    }
    let chosen = finding(context, reading)?;
    if context.json {
        let schema = "yutori.indicators/1";
        return show::json(&Said { schema, chosen }).map(Answer::done);
    }
    Ok(Answer::done(indicators_text::list(&chosen, context.text)))
}

fn show_one(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    one(context, &reading, &named(&reading, matches)?.id)
}

/// The indicator whose id stands on the command line.
fn named<'a>(reading: &'a Reading, matches: &ArgMatches) -> Result<&'a Indicator, Failure> {
    let id = fold(text(matches, "id")).trim().to_lowercase();
    let found = reading.indicator(&id);
    found.ok_or_else(|| refused(&ChoosingFault::Unknown(printable(&id))))
}

/// An indicator as it stands in the book now.
fn one(context: &Context, reading: &Reading, id: &str) -> Result<Answer, Failure> {
    let finding = finding(context, reading)?;
    let offered = finding.offered.iter().find(|it| it.id == id);
    let chosen = finding.indicators.iter().find(|it| it.id == id);
    if context.json {
        let said = json!({"schema": "yutori.indicator/1", "indicator": offered, "chosen": chosen});
        return show::json(&said).map(Answer::done);
    }
    let said = offered.map(|offered| indicators_text::one(offered, chosen, context.text));
    Ok(Answer::done(said.unwrap_or_default()))
}

fn write(
    context: &Context,
    book: &mut Book,
    (occasion, changes): (Occasion, Vec<Change>),
    said: &Phrase,
    then: impl FnOnce(&Reading) -> Result<Answer, Failure>,
) -> Result<Answer, Failure> {
    book.apply(occasion, changes, context.clock.now())?;
    let answer = then(&Reading::of(book)?)?;
    if context.json {
        return Ok(answer);
    }
    Ok(Answer::done(format!("{}\n\n{}", context.text.say(said), answer.said)))
}

/// What the command line says of a promise: a figure, or that there is none; `None` where it says nothing.
#[expect(clippy::option_option, reason = "said nothing, said none, said a figure")]
fn term(matches: &ArgMatches, name: &str, term: Term) -> Result<Option<Option<Decimal>>, Failure> {
    let Some(written) = matches.get_one::<String>(name) else {
        return Ok(None);
    };
    if written == NONE {
        return Ok(Some(None));
    }
    term.read(written).map(Some).map_err(|fault| usage(fault.phrase()))
}

fn measures(reading: &Reading, matches: &ArgMatches) -> Result<Option<Vec<MeasureId>>, Failure> {
    let written = values(matches, "measure");
    if written.is_empty() {
        return Ok(None);
    }
    if written == [NONE] {
        return Ok(Some(Vec::new()));
    }
    let read = |written: &&str| {
        let known = MeasureId::parse(written).filter(|id| reading.issues.measure(*id).is_some());
        known.ok_or_else(|| {
            let message = phrase("measures-none-such").with("number", printable(written));
            Failure::new(Exit::Refused, message)
        })
    };
    written.iter().map(read).collect::<Result<_, _>>().map(Some)
}

fn choose(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let indicator = named(&reading, matches)?;
    let before = reading.effects.chosen(&indicator.id).map(Terms::of).unwrap_or_default();
    let terms = Terms {
        target: term(matches, "target", Term::Target)?.unwrap_or(before.target),
        margin: term(matches, "margin", Term::Margin)?.unwrap_or(before.margin),
        spread: term(matches, "spread", Term::Spread)?.unwrap_or(before.spread),
    };
    let following = Following {
        indicator: indicator.id.clone(),
        terms,
        measures: measures(&reading, matches)?,
    };
    let id = indicator.id.clone();
    let name = indicator_name(context.text);
    match indicators_followed(&reading, &[following], today(context), &name) {
        Ok(act) => {
            let said = phrase("chosen-done").with("name", name(indicator));
            write(context, &mut book, act, &said, |reading| one(context, reading, &id))
        }
        Err(faults) if faults == [(0, ChoosingFault::NothingChanged)] => one(context, &reading, &id),
        Err(faults) => {
            let faults: Vec<Phrase> = faults.iter().map(|(_, fault)| fault.phrase()).collect();
            Err(all_refused(context, &faults))
        }
    }
}

fn lay_aside(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let indicator = named(&reading, matches)?;
    let name = indicator_name(context.text);
    let act = indicator_laid_aside(&reading, &indicator.id, &name).map_err(|fault| refused(&fault))?;
    let said = phrase("chosen-dropped").with("name", name(indicator));
    write(context, &mut book, act, &said, |reading| {
        one(context, reading, &indicator.id)
    })
}

fn add(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let draft = draft(matches)?;
    let made = draft.indicator(&reading.indicators(), reading.catalog.scales());
    let indicator = made.map_err(|faults| {
        let faults: Vec<Phrase> = faults.iter().map(OwnFault::phrase).collect();
        all_refused(context, &faults)
    })?;
    let id = indicator.id.clone();
    let said = phrase("own-added").with("name", indicator_name(context.text)(&indicator));
    let act = own_indicator_kept(indicator);
    write(context, &mut book, act, &said, |reading| one(context, reading, &id))
}

fn draft(matches: &ArgMatches) -> Result<IndicatorDraft, Failure> {
    let is = |name: &str, word: &str| text(matches, name) == word;
    let formula = text(matches, "formula");
    let of = text(matches, "of");
    let way = match (formula, matches.get_flag("share"), of.chars().next()) {
        ("", _, None) => OwnWay::Entered,
        ("", _, Some(first)) if fold(&first.to_string()).starts_with(|c: char| c.is_ascii_digit()) => OwnWay::Rate,
        ("", _, Some(_)) => OwnWay::Part,
        (_, false, _) => OwnWay::Formula,
        (_, true, _) => OwnWay::ShareFormula,
    };
    let per = text(matches, "per");
    let per = Per::ALL.into_iter().find(|it| it.id() == per).ok_or_else(|| {
        let ids: Vec<&str> = Per::ALL.iter().map(|per| per.id()).collect();
        usage(
            phrase("own-usage-per")
                .with("written", printable(per))
                .with("ids", ids.join(", ")),
        )
    })?;
    Ok(IndicatorDraft {
        id: text(matches, "id").to_owned(),
        name: text(matches, "name").to_owned(),
        family: if is("family", Family::Quality.id()) {
            Family::Quality
        } else {
            Family::Efficiency
        },
        unit: text(matches, "unit").to_owned(),
        direction: if is("direction", "up") {
            Direction::Up
        } else {
            Direction::Down
        },
        per,
        way,
        detail: if formula.is_empty() { of } else { formula }.to_owned(),
        range: text(matches, "range").to_owned(),
        decimals: text(matches, "decimals").to_owned(),
        how: text(matches, "how").to_owned(),
    })
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let indicator = named(&reading, matches)?;
    let name = indicator_name(context.text);
    let (occasion, changes) = own_indicator_removed(&reading, &indicator.id, &name).map_err(|fault| refused(&fault))?;
    book.apply(occasion, changes, context.clock.now())?;
    if context.json {
        let said = json!({"schema": "yutori.indicator-removed/1", "id": indicator.id});
        return show::json(&said).map(Answer::done);
    }
    let said = phrase("own-removed").with("name", name(indicator));
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}

/// The use cases of the Ministry's tool, written in one act.
fn path(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let case = UseCase::parse(text(matches, "case")).ok_or_else(|| {
        let ids: Vec<&str> = UseCase::ALL.iter().map(|case| case.id()).collect();
        usage(
            phrase("use-case-usage")
                .with("written", printable(text(matches, "case")))
                .with("ids", ids.join(", ")),
        )
    })?;
    let mut wanted = Vec::new();
    for (family, option) in [(Family::Efficiency, "efficiency"), (Family::Quality, "quality")] {
        let ids = values(matches, option);
        case.check(family, ids.len()).map_err(|fault| refused(&fault))?;
        for id in ids {
            let found = reading.indicator(id).filter(|it| it.family == family);
            let indicator = found.ok_or_else(|| {
                let message = phrase("use-case-no-such")
                    .with("id", printable(id))
                    .with("family", family.phrase());
                Failure::new(Exit::Refused, message)
            })?;
            wanted.push(indicator.id.clone());
        }
    }
    let targets = by_id(matches, ("target", Term::Target), &wanted)?;
    let margins = by_id(matches, ("margin", Term::Margin), &wanted)?;
    let measures = measures(&reading, matches)?;
    let followings: Vec<Following> = wanted
        .into_iter()
        .map(|id| {
            let before = reading.effects.chosen(&id).map(Terms::of).unwrap_or_default();
            Following {
                terms: Terms {
                    target: targets.get(&id).copied().unwrap_or(before.target),
                    margin: margins.get(&id).copied().unwrap_or(before.margin),
                    spread: before.spread,
                },
                measures: measures.clone(),
                indicator: id,
            }
        })
        .collect();
    let name = indicator_name(context.text);
    let act = indicators_followed(&reading, &followings, today(context), &name).map_err(|faults| {
        let faults: Vec<Phrase> = faults
            .iter()
            .map(|(place, fault)| {
                let of = followings.get(*place).map_or("", |it| it.indicator.as_str());
                phrase("use-case-fault").with("id", of).with("fault", fault.phrase())
            })
            .collect();
        all_refused(context, &faults)
    })?;
    let said = phrase("use-case-done").with("case", case.phrase());
    write(context, &mut book, act, &said, |reading| all(context, reading))
}

/// Promises that stand behind an id, `record-minutes=100`.
fn by_id(
    matches: &ArgMatches,
    (option, term): (&'static str, Term),
    ids: &[String],
) -> Result<BTreeMap<String, Option<Decimal>>, Failure> {
    let mut read = BTreeMap::new();
    for written in values(matches, option) {
        let pair = written
            .split_once(['=', '＝'])
            .map(|(id, figure)| (id.trim(), figure.trim()));
        let known = pair.filter(|(id, _)| ids.iter().any(|it| it == id));
        let (id, figure) = known.ok_or_else(|| {
            usage(
                phrase("use-case-bad-term")
                    .with("written", printable(written))
                    .with("ids", ids.join(", ")),
            )
        })?;
        let figure = if figure == NONE {
            None
        } else {
            term.read(figure).map_err(|fault| usage(fault.phrase()))?
        };
        read.insert(id.to_owned(), figure);
    }
    Ok(read)
}
