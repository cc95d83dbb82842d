//! Makes the finding about documents: how much paper and re-entry went away.

mod figures;
mod halving;
mod kept;
mod line;
mod money;
mod plan;
mod rewriting;
mod words;

use super::Holdings;
use super::finding::{Comparisons, DocumentPairs, DocumentTrendMonth, DocumentsFinding, HalvingRule};
use crate::analysis::AnalysisError;
use crate::documents::{Documents, HALVING_RULE, SheetFlow};
use crate::phrase::phrase;
use crate::text::Text;

pub(super) use rewriting::fact_name;
use words::month_name;
pub use words::{minutes_fewer, reduction_text, sheets_text, yen_text};

/// Everything about the documents of a book, beside comparisons of the surveys that were made already.
pub fn documents(holdings: &Holdings, results: &[Comparisons], text: &Text) -> Result<DocumentsFinding, AnalysisError> {
    let documents = &holdings.documents;
    let months = documents.compared_months();
    let halving = halving::of(documents, text);
    Ok(DocumentsFinding {
        schema: "yutori.documents/1",
        before: months.before.map(|month| month_name(month, text)),
        after: months.after.map(|month| month_name(month, text)),
        rule: HalvingRule {
            id: HALVING_RULE,
            text: text.get("papers-rule"),
            source: "参考",
        },
        sentence: sentence(documents, &halving.sentence, text),
        remarks: remarks(documents, text),
        kinds: documents
            .kinds
            .iter()
            .map(|kind| line::of(documents, kind, text))
            .collect(),
        total: figures::of(&documents.all_before_after(), &|why| {
            halving::why_of_all(documents, why, text)
        }),
        pairs: pairs(documents),
        halving,
        money: money::of(documents, text),
        storage: kept::of(documents, text),
        flow: flow(documents),
        plan: plan::of(documents, text),
        trend: trend(documents, text),
        rewriting: rewriting::of(holdings, results, text)?,
    })
}

fn sentence(documents: &Documents, halving: &str, text: &Text) -> String {
    if documents.kinds.is_empty() {
        text.get("papers-no-kinds")
    } else if documents.months.is_empty() {
        text.say(&phrase("papers-no-months").with("kinds", documents.kinds.len()))
    } else {
        halving.to_owned()
    }
}

fn remarks(documents: &Documents, text: &Text) -> Vec<String> {
    let mut remarks = Vec::new();
    let pairs = pairs(documents);
    let compared = documents.compared_months().both();
    if compared.is_some() && pairs.kinds < pairs.of && pairs.kinds > 0 {
        let only = phrase("papers-pairs")
            .with("kinds", pairs.kinds)
            .with("of", pairs.of)
            .with("before", words::large(pairs.sheets_before))
            .with("after", words::large(pairs.sheets_after));
        remarks.push(text.say(&only));
    }
    let total = documents.all_before_after();
    let minutes = total.before.minutes.zip(total.after.minutes);
    if compared.is_some() && minutes.is_none() {
        remarks.push(text.get("papers-minutes-unknown"));
    }
    remarks
}

/// The kinds that were counted in both months.
fn pairs(documents: &Documents) -> DocumentPairs {
    let mut pairs = DocumentPairs {
        kinds: 0,
        of: documents.kinds.len(),
        sheets_before: 0,
        sheets_after: 0,
        lacking: Vec::new(),
    };
    for kind in &documents.kinds {
        match documents.before_after(kind.id).sheets() {
            Some((before, after)) => {
                pairs.kinds += 1;
                pairs.sheets_before += before;
                pairs.sheets_after += after;
            }
            None => pairs.lacking.push(words::printed(&kind.name)),
        }
    }
    pairs
}

fn flow(documents: &Documents) -> super::finding::DocumentFlow {
    let flows = documents.kinds.iter().filter_map(|kind| documents.flow(kind.id));
    figures::flow(flows.fold(SheetFlow::default(), |sum, flow| sum + flow))
}

fn trend(documents: &Documents, text: &Text) -> Vec<DocumentTrendMonth> {
    let month = |month| {
        let all = documents.all_figures(month);
        let kinds: Vec<Option<u64>> = documents
            .kinds
            .iter()
            .map(|kind| documents.figures(kind.id, month).sheets)
            .collect();
        DocumentTrendMonth {
            month: month_name(month, text),
            counted: kinds.iter().flatten().count(),
            sheets: all.sheets,
            minutes: all.minutes,
            reentries: all.reentries,
            planned: documents.all_planned(month),
            kinds,
        }
    };
    documents.counted_months().into_iter().map(month).collect()
}

#[cfg(test)]
pub(in crate::report) mod support;
#[cfg(test)]
mod tests;
