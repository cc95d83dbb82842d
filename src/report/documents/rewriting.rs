//! The map of re-entries, and what entering once would save beside what was measured.

use std::collections::BTreeMap;

use super::words::{below, large, month_name, printed};
use crate::analysis::AnalysisError;
use crate::documents::{Document, Documents, FactWay, Prediction, fewer};
use crate::effect::{ComparedAs, Indicator, Measured};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::effect::{counted, is_hidden, is_of_task, waves_with_values};
use crate::report::finding::{
    Comparisons, FactLine, FactRow, IndicatorFinding, PredictionLine, RewritingFinding, RewritingLedger,
    RewritingMeasured, RewritingPrediction,
};
use crate::report::number::{UNKNOWN, signed_text, value_text};
use crate::report::{Holdings, comparisons_of, is_measurable};
use crate::text::Text;

/// The task of records, documents and coordination (業務11) in the lists that the add-on uses.
const RECORD_TASK: &str = "11";
/// Entered indicators that are about records.
const OF_RECORDS: [&str; 2] = ["record-minutes", "records-on-the-spot"];

/// The name of a fact: the catalog's, or the office's own words.
pub(in crate::report) fn fact_name(holdings: &Holdings, fact: &str, text: &Text) -> String {
    let known = holdings.catalog.fact(fact).map(|it| text.lang().of(&it.name));
    printable(known.unwrap_or(fact))
}

pub(super) fn of(holdings: &Holdings, results: &[Comparisons], text: &Text) -> Result<RewritingFinding, AnalysisError> {
    let documents = &holdings.documents;
    let facts = facts(holdings, text);
    let predicted = predicted(documents, text);
    let ledger = ledger(&predicted, text);
    let measured = if documents.kinds.is_empty() {
        Vec::new()
    } else {
        measured(holdings, results, text)?
    };
    let sentence = if facts.is_empty() {
        text.get("rewriting-no-facts")
    } else {
        predicted.sentence.clone()
    };
    let mut remarks = Vec::new();
    if !predicted.lines.is_empty() {
        remarks.push(text.get("rewriting-rule"));
        remarks.push(text.get("rewriting-beside"));
    }
    Ok(RewritingFinding {
        documents: rows(documents, &facts),
        facts,
        predicted,
        ledger,
        measured,
        sentence,
        remarks,
    })
}

/// Facts by how many documents they stand in; those that stand in as many by their ids.
fn facts(holdings: &Holdings, text: &Text) -> Vec<FactLine> {
    let mut facts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for used in holdings.documents.kinds.iter().flat_map(|kind| &kind.facts) {
        let place = match used.way {
            FactWay::First => 0,
            FactWay::Again => 1,
            FactWay::Once => 2,
        };
        facts.entry(used.fact.as_str()).or_default()[place] += 1;
    }
    let line = |(id, [first, again, once]): (&str, [usize; 3])| FactLine {
        id: printable(id),
        name: fact_name(holdings, id, text),
        first,
        again,
        once,
    };
    let mut facts: Vec<FactLine> = facts.into_iter().map(line).collect();
    facts.sort_by_key(|it| std::cmp::Reverse(it.first + it.again + it.once));
    facts
}

fn rows(documents: &Documents, facts: &[FactLine]) -> Vec<FactRow> {
    let with_facts = documents.kinds.iter().filter(|kind| !kind.facts.is_empty());
    let way = |kind: &Document, fact: &FactLine| {
        let found = kind.facts.iter().find(|it| printable(&it.fact) == fact.id);
        found.map(|it| it.way)
    };
    with_facts
        .map(|kind| FactRow {
            id: kind.id,
            name: printed(&kind.name),
            ways: facts.iter().map(|fact| way(kind, fact)).collect(),
        })
        .collect()
}

fn predicted(documents: &Documents, text: &Text) -> RewritingPrediction {
    let month = documents.compared_months().before;
    let predictions = month.map_or_else(Vec::new, |month| documents.predictions(month));
    let sum = |of: fn(&Prediction) -> Option<u64>| -> Option<u64> {
        (!predictions.is_empty()).then(|| predictions.iter().map(of).sum())?
    };
    let lines: Vec<PredictionLine> = predictions.iter().map(|it| line(documents, it)).collect();
    let (times, minutes) = (sum(Prediction::times), sum(Prediction::minutes));
    let unknown: Vec<&str> = lines
        .iter()
        .filter(|it| it.minutes.is_none())
        .map(|it| it.name.as_str())
        .collect();
    let said = match minutes {
        Some(minutes) => phrase("rewriting-predicted")
            .with("kinds", lines.len())
            .with("times", times.map_or_else(|| UNKNOWN.to_owned(), large))
            .with("minutes", large(minutes)),
        None if lines.is_empty() => phrase("rewriting-nothing-once"),
        None => phrase("rewriting-unknown").with("names", unknown.join(&text.get("list-separator"))),
    };
    RewritingPrediction {
        month: month.map(|month| month_name(month, text)),
        sentence: text.say(&said),
        lines,
        times,
        minutes,
    }
}

fn line(documents: &Documents, prediction: &Prediction) -> PredictionLine {
    let found = documents.before_after(prediction.document);
    let difference = |before: Option<u64>, after: Option<u64>| Some(fewer(before?, after?));
    PredictionLine {
        id: prediction.document,
        name: documents
            .kind(prediction.document)
            .map_or_else(String::new, |kind| printed(&kind.name)),
        pieces: prediction.pieces,
        once: prediction.once,
        minutes_each: prediction.each.map(|each| each.to_string()),
        times: prediction.times(),
        minutes: prediction.minutes(),
        ledger_minutes: difference(found.before.minutes, found.after.minutes),
        ledger_times: difference(found.before.reentries, found.after.reentries),
    }
}

/// The change by the ledger in the documents of the prediction.
fn ledger(predicted: &RewritingPrediction, text: &Text) -> RewritingLedger {
    let lines = &predicted.lines;
    let sum = |of: fn(&PredictionLine) -> Option<i64>| -> Option<i64> {
        (!lines.is_empty()).then(|| lines.iter().map(of).sum())?
    };
    let (minutes, times) = (sum(|it| it.ledger_minutes), sum(|it| it.ledger_times));
    let said = match minutes {
        Some(minutes) => phrase("rewriting-ledger")
            .with("kinds", lines.len())
            .with("minutes", below(minutes)),
        None => phrase("rewriting-ledger-unknown"),
    };
    RewritingLedger {
        n: lines.len(),
        minutes,
        times,
        sentence: text.say(&said),
    }
}

/// Whether an indicator is about records: it looks at the task of records, or is entered about them. Those of the ledger itself are
/// no second witness.
fn is_of_records(holdings: &Holdings, indicator: &Indicator) -> bool {
    if matches!(indicator.measured, Measured::Documents { .. }) {
        return false;
    }
    OF_RECORDS.contains(&indicator.id.as_str()) || is_of_task(holdings, indicator, RECORD_TASK)
}

/// Record indicators, first survey against the last: as they were compared, or the record minutes alone where nobody follows them.
fn measured(
    holdings: &Holdings,
    results: &[Comparisons],
    text: &Text,
) -> Result<Vec<RewritingMeasured>, AnalysisError> {
    let known: Vec<Indicator> = holdings.indicators();
    let of_records = |id: &str| known.iter().any(|it| it.id == id && is_of_records(holdings, it));
    let last = results.last();
    let found = last.map_or_else(Vec::new, |result| {
        let of_records = result.indicators.iter().filter(|it| of_records(&it.id));
        of_records.map(|it| told(holdings, result, it, text)).collect()
    });
    let is_there = |found: &[RewritingMeasured]| found.iter().any(|it| it.id == OF_RECORDS[0]);
    let Some(usual) = holdings
        .indicator(OF_RECORDS[0])
        .filter(|it| is_measurable(holdings, it))
    else {
        return Ok(found);
    };
    if is_there(&found) || holdings.sheets.is_empty() {
        return Ok(found);
    }
    let waves = waves_with_values(holdings);
    let (Some(from), Some(to)) = (waves.first(), waves.last()) else {
        return Ok(found);
    };
    if from == to {
        return Ok(found);
    }
    let alone = comparisons_of(holdings, std::slice::from_ref(usual), (*from, *to), text)?;
    let mut all: Vec<RewritingMeasured> = alone
        .indicators
        .iter()
        .map(|it| told(holdings, &alone, it, text))
        .collect();
    all.extend(found);
    Ok(all)
}

fn told(holdings: &Holdings, result: &Comparisons, finding: &IndicatorFinding, text: &Text) -> RewritingMeasured {
    let hidden = is_hidden(finding);
    let mean = |mean: Option<f64>| match mean.filter(|_| !hidden) {
        Some(mean) => value_text(finding, mean),
        None => UNKNOWN.to_owned(),
    };
    let of = match (finding.assessment.compared_as, counted(finding)) {
        (ComparedAs::Figure, _) => phrase("rewriting-n-figure"),
        (_, None) => phrase("effects-chart-paired").with("people", finding.n_paired),
        (_, Some([from, to])) => phrase("effects-chart-groups").with("from", from).with("to", to),
    };
    let per = holdings.indicator(&finding.id).map(|it| text.say(&it.per.phrase()));
    RewritingMeasured {
        id: finding.id.clone(),
        name: finding.name.clone(),
        unit: finding.unit.clone(),
        per: per.unwrap_or_default(),
        from: result.from_label.clone(),
        to: result.to_label.clone(),
        n: text.say(&of),
        before: mean(finding.from.as_ref().map(|it| it.mean)),
        after: mean(finding.to.as_ref().map(|it| it.mean)),
        difference: finding
            .difference
            .filter(|_| !hidden)
            .map_or_else(|| UNKNOWN.to_owned(), |difference| signed_text(finding, difference)),
        verdict: finding.verdict,
        verdict_word: text.say(&finding.verdict.word()),
    }
}
