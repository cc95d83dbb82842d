//! What the team judges, and what is missing.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::indicators::{periods, waves_with_values};
use crate::book::{Change, Occasion};
use crate::issues::{Judgement, JudgementKey, Surveyed};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::{Comparisons, IndicatorFinding, JudgementLine, JudgementsFinding};
use crate::text::Text;
use crate::worktime::Wave;

/// The judgements, and the places for those that are missing.
pub fn judgements(holdings: &Holdings, results: &[Comparisons], today: NaiveDate, text: &Text) -> JudgementsFinding {
    let issues = &holdings.issues;
    let surveys = surveys(holdings);
    let mut keys: BTreeSet<JudgementKey> = issues.judgements.iter().map(|it| it.key).collect();
    let missing = issues.unjudged(&surveys);
    keys.extend(missing.iter().flat_map(|(_, keys)| keys));
    let mut lines: Vec<(JudgementKey, JudgementLine)> = keys
        .into_iter()
        .map(|key| (key, line(holdings, results, key, text)))
        .collect();
    lines.sort_by_key(|(key, line)| (line.done, Reverse(key.wave), key.measure));
    let judgements: Vec<JudgementLine> = lines.into_iter().map(|(_, line)| line).collect();
    let given = judgements.iter().filter(|it| it.done).count();
    JudgementsFinding {
        unfinished: judgements.len() - given,
        sentence: text.say(&sentence(&missing, given, today)),
        judgements,
    }
}

/// The surveys after the first, in order: each is compared with the first, and judged.
pub fn surveys(holdings: &Holdings) -> Vec<Surveyed> {
    let periods = periods(holdings);
    let last = |wave: Wave| {
        let sheets = holdings.sheets.iter().filter(|(other, _)| *other == wave);
        let last = sheets.map(|(_, sheet)| sheet.date).max();
        last.or_else(|| periods.get(&wave).map(|it| it.to))
    };
    let later = waves_with_values(holdings).into_iter().skip(1);
    later.map(|wave| Surveyed { wave, last: last(wave) }).collect()
}

/// A judgement was given, changed or taken back; the one before as the book has it.
pub fn judgement_kept(before: Option<&Judgement>, after: Option<&Judgement>) -> Option<(Occasion, Vec<Change>)> {
    let wave = after.or(before)?.key.wave;
    let boxed = |it: &Judgement| Box::new(it.clone());
    let change = Change::JudgementKept {
        before: before.map(boxed),
        after: after.map(boxed),
    };
    Some((Occasion::Judged(wave), vec![change]))
}

fn line(holdings: &Holdings, results: &[Comparisons], key: JudgementKey, text: &Text) -> JudgementLine {
    let issues = &holdings.issues;
    let measure = key.measure.and_then(|id| issues.measure(id));
    let measure_text = match (key.measure, measure) {
        (None, _) => text.get("judge-whole"),
        (Some(_), Some(measure)) => printable(&measure.text),
        (Some(_), None) => text.get("judge-measure-gone"),
    };
    let is_its = |it: &&IndicatorFinding| match (key.measure, measure) {
        (None, _) => true,
        (Some(_), measure) => measure.is_some_and(|measure| measure.indicators.contains(&it.id)),
    };
    let compared = results.iter().find(|it| it.to == key.wave.id());
    let indicators = compared.into_iter().flat_map(|it| &it.indicators).filter(is_its);
    let indicators: Vec<&IndicatorFinding> = indicators.collect();
    let given = issues.judgement(key);
    JudgementLine {
        wave: key.wave.id(),
        label: text.say(&key.wave.label()),
        measure: key.measure.map(|id| id.0),
        measure_text,
        indicators: indicators.iter().map(|it| it.id.clone()).collect(),
        figures: indicators.iter().map(|it| said(it)).collect(),
        done: given.is_some(),
        care: given.map(|it| it.care.id()),
        care_text: given.map(|it| text.say(&it.care.phrase())),
        words: given.map(|it| printable(&it.words)),
        residents: given.map(|it| printable(&it.residents)),
        next: given.map(|it| it.next.id()),
        next_text: given.map(|it| text.say(&it.next.phrase())),
        by: given.map(|it| printable(it.by.as_str())),
        on: given.map(|it| it.on),
    }
}

/// What may be said to the committee; what changed, where nothing else is said.
fn said(indicator: &IndicatorFinding) -> String {
    let committee = &indicator.assessment.committee;
    if committee.is_empty() {
        &indicator.sentence
    } else {
        committee
    }
    .clone()
}

fn sentence(missing: &[(Surveyed, Vec<JudgementKey>)], given: usize, today: NaiveDate) -> Phrase {
    let count: usize = missing.iter().map(|(_, keys)| keys.len()).sum();
    let Some((survey, _)) = missing.last() else {
        return match given {
            0 => phrase("judge-nothing"),
            given => phrase("judge-all-given").with("given", given),
        };
    };
    let labels = missing.iter().map(|(survey, _)| survey.wave.label());
    let labels = labels.reduce(|one, other| phrase("judge-surveys").with("one", one).with("other", other));
    let said = phrase("judge-missing")
        .with("surveys", labels.unwrap_or_else(|| survey.wave.label()))
        .with("missing", count)
        .with("given", given);
    // Of several surveys each has its own last day.
    match days_since(*survey, today).filter(|_| missing.len() == 1) {
        Some(days) => phrase("judge-missing-since").with("said", said).with("days", days),
        None => said,
    }
}

/// Days since the last day of a survey; `None` as long as it is not over, or where it has no days of its own.
pub fn days_since(survey: Surveyed, today: NaiveDate) -> Option<i64> {
    survey
        .last
        .map(|last| (today - last).num_days())
        .filter(|days| *days > 0)
}
