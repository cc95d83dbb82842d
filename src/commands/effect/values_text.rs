//! What `yutori values` says to people.

use crate::commands::plain::Table;
use crate::effect::{FigureStep, Indicator, Measurement, MeasurementKey};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::finding::{ValuesFinding, ValuesIndicator, ValuesTime};
use crate::report::{UNKNOWN, decimal_text, time_phrase};
use crate::text::Text;

/// What was entered. Of indicators that were asked for every time is listed, of the others months and days are one line.
pub(super) fn list(finding: &ValuesFinding, is_asked: bool, text: &Text) -> String {
    let is_worth = |it: &&ValuesIndicator| is_asked || it.chosen || it.n > 0;
    let listed: Vec<&ValuesIndicator> = finding.indicators.iter().filter(is_worth).collect();
    let others = finding.indicators.len() - listed.len();
    let mut table = Table::new(&[
        text.get("entering-list-indicator"),
        text.get("entering-list-id"),
        text.get("entering-list-time"),
        text.get("entering-list-count"),
        text.get("entering-list-value"),
        text.get("entering-list-missing"),
    ]);
    for it in &listed {
        let is_long = !is_asked
            && it
                .times
                .iter()
                .all(|time| time.at.starts_with(|c: char| c.is_ascii_digit()));
        if is_long && it.times.len() > 1 {
            table.row(summed(it));
        } else {
            for time in &it.times {
                table.row(row(it, time, text));
            }
            if it.times.is_empty() {
                table.row(summed(it));
            }
        }
    }
    let mut said = if listed.is_empty() {
        text.get("entering-list-none") + "\n"
    } else {
        table.text()
    };
    for it in &listed {
        said += &people(it, text);
    }
    for it in &listed {
        let origin = it.origin.iter().filter(|_| it.n > 0);
        said.extend(origin.map(|origin| format!("{}：{origin}\n", it.name)));
    }
    if listed.iter().any(|it| it.times.iter().any(|time| time.hidden)) {
        said += &(text.get("entering-list-hidden") + "\n");
    }
    if others > 0 {
        let others = phrase("entering-list-others").with("count", others);
        said += &(text.say(&others) + "\n");
    }
    said
}

fn missing(missing: Option<usize>) -> String {
    missing.map_or_else(|| UNKNOWN.to_owned(), |missing| missing.to_string())
}

/// All times of an indicator in one line.
fn summed(it: &ValuesIndicator) -> [String; 6] {
    let ends = it.times.first().zip(it.times.last());
    let times = ends.map_or_else(
        || UNKNOWN.to_owned(),
        |(first, last)| format!("{}〜{}", first.at, last.at),
    );
    [
        printable(&it.name),
        it.id.clone(),
        times,
        it.n.to_string(),
        UNKNOWN.to_owned(),
        missing(it.missing),
    ]
}

fn row(it: &ValuesIndicator, time: &ValuesTime, text: &Text) -> [String; 6] {
    let value = match (time.value, time.hidden) {
        (Some(value), _) => value_text(it, time, value),
        (None, true) => text.get("entering-list-hidden-value"),
        (None, false) => UNKNOWN.to_owned(),
    };
    [
        printable(&it.name),
        it.id.clone(),
        time.label.clone(),
        time.n.to_string(),
        value,
        missing(time.missing),
    ]
}

/// The value with its unit, and the two numbers that it is made of.
fn value_text(it: &ValuesIndicator, time: &ValuesTime, value: f64) -> String {
    let shown = decimal_text(if it.is_share { value * 100.0 } else { value }, it.decimals);
    let numbers = time.count.zip(time.of);
    let numbers = numbers.map_or_else(String::new, |(count, of)| format!("（{count}/{of}）"));
    format!("{shown}{}{numbers}", it.unit)
}

/// People one by one, where somebody asked for them.
fn people(it: &ValuesIndicator, text: &Text) -> String {
    let mut said = String::new();
    for time in &it.times {
        let Some(people) = time.people.as_ref().filter(|people| !people.is_empty()) else {
            continue;
        };
        let figures: Vec<String> = people
            .iter()
            .map(|person| format!("{} {}", printable(&person.code), person.value))
            .collect();
        let line = phrase("entering-list-people")
            .with("name", printable(&it.name))
            .with("time", time.label.as_str())
            .with("people", figures.join("、"));
        said += &(text.say(&line) + "\n");
    }
    said
}

/// What became of one figure.
pub(super) fn kept(
    (indicator, key): (&Indicator, &MeasurementKey),
    step: Option<&FigureStep>,
    is_new: bool,
    text: &Text,
) -> String {
    let number = |it: &Measurement| match it.of {
        Some(of) => format!("{}/{of}", it.value),
        None => it.value.to_string(),
    };
    let said = match step.map(|step| (&step.before, &step.after)) {
        None => phrase("entering-kept-same"),
        Some((None, Some(after))) => phrase("entering-kept-new").with("after", number(after)),
        Some((Some(before), Some(after))) => phrase("entering-kept-changed")
            .with("before", number(before))
            .with("after", number(after)),
        Some((before, None)) => {
            phrase("entering-kept-removed").with("before", before.as_ref().map_or_else(String::new, number))
        }
    };
    let whom = key.subject.code();
    let said = said
        .with("name", printable(text.lang().of(&indicator.name)))
        .with("time", time_phrase(key.at))
        .with(
            "whom",
            if whom.is_empty() {
                String::new()
            } else {
                format!(" {}", printable(whom))
            },
        );
    let mut lines = text.say(&said) + "\n";
    if step.is_some() && is_new {
        lines += &(text.get("entering-new-person") + "\n");
    }
    if key.subject.looks_like_name() {
        let note = phrase("entering-looks-like-name").with("code", printable(whom));
        lines += &(text.say(&note) + "\n");
    }
    lines
}

/// The days of the surveys.
pub(super) fn periods(finding: &ValuesFinding, text: &Text) -> String {
    if finding.periods.is_empty() {
        return text.get("entering-periods-none") + "\n";
    }
    let mut table = Table::new(&[
        text.get("entering-period-wave"),
        text.get("entering-period-from"),
        text.get("entering-period-to"),
        text.get("entering-period-source"),
    ]);
    for line in &finding.periods {
        let source = if line.is_set {
            "entering-period-set"
        } else {
            "entering-period-of-sheets"
        };
        table.row([
            line.label.clone(),
            line.from.to_string(),
            line.to.to_string(),
            text.get(source),
        ]);
    }
    table.text()
}
