//! How far it is to one half, in figures and words.

use super::figures::{share, too_many};
use super::words::{large, month_name, printed, reduction_text, way_text};
use crate::documents::{Document, DocumentId, Documents, Unassessed, bringing, fewer, most_for_half};
use crate::office::Month;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{DocumentBring, DocumentHalving};
use crate::text::Text;

pub(super) fn of(documents: &Documents, text: &Text) -> DocumentHalving {
    let total = documents.all_before_after();
    let (before, after) = match (total.halving(), total.sheets()) {
        (Ok(_), Some(sheets)) => sheets,
        (halving, _) => {
            let why = halving.err().unwrap_or(Unassessed::Neither);
            return DocumentHalving {
                halved: None,
                sentence: why_of_all(documents, why, text),
                gauge: None,
                goal: None,
                missing: None,
                bring: Vec::new(),
                bring_sentence: String::new(),
            };
        }
    };
    let missing = too_many(before, after);
    let bring = bring(documents, missing);
    let bring_sentence = bring_sentence(&bring, missing, text);
    DocumentHalving {
        halved: Some(missing == 0),
        sentence: sentence(before, after, text),
        gauge: share(fewer(before, after).saturating_mul(2), before),
        goal: Some(most_for_half(before)),
        missing: Some(missing),
        bring,
        bring_sentence,
    }
}

/// The halving of two numbers of sheets in words.
pub(super) fn sentence(before: u64, after: u64, text: &Text) -> String {
    let missing = too_many(before, after);
    let said = if missing == 0 {
        phrase("papers-halved")
    } else {
        phrase("papers-not-halved")
            .with("goal", large(most_for_half(before)))
            .with("missing", large(missing))
            .with("way", way_text(before, after))
    };
    let said = said
        .with("before", large(before))
        .with("after", large(after))
        .with("change", reduction_text(before, after));
    text.say(&said)
}

/// The fewest kinds with which it would be halved if they took no sheet any more.
fn bring(documents: &Documents, missing: u64) -> Vec<DocumentBring> {
    let left = |kind: &Document| Some((kind.id, documents.before_after(kind.id).after.sheets?));
    let left: Vec<(DocumentId, u64)> = documents.kinds.iter().filter_map(left).collect();
    let line = |(id, sheets): (DocumentId, u64)| {
        Some(DocumentBring {
            id,
            name: printed(&documents.kind(id)?.name),
            sheets,
            alone: sheets >= missing,
        })
    };
    bringing(missing, &left).into_iter().filter_map(line).collect()
}

fn bring_sentence(bring: &[DocumentBring], missing: u64, text: &Text) -> String {
    if missing == 0 {
        return String::new();
    }
    let names: Vec<String> = bring
        .iter()
        .map(|it| text.say(&phrase("papers-bring-kind").with("name", it.name.as_str()).with("sheets", large(it.sheets))))
        .collect();
    let said = if names.len() == 1 {
        phrase("papers-bring-one")
    } else {
        phrase("papers-bring-several").with("kinds", names.len())
    };
    text.say(&said.with("names", names.join(&text.get("list-separator"))))
}

/// Why a kind cannot be assessed.
pub(super) fn why(documents: &Documents, why: Unassessed, text: &Text) -> String {
    text.say(&reason(documents, why, text))
}

/// Why the whole cannot be assessed; it names the kinds that are missing.
pub(super) fn why_of_all(documents: &Documents, why: Unassessed, text: &Text) -> String {
    let lacking = match why {
        Unassessed::Before | Unassessed::After | Unassessed::Neither => lacking(documents),
        _ => Vec::new(),
    };
    if lacking.is_empty() {
        return self::why(documents, why, text);
    }
    let (before, after) = labels(documents, text);
    let said = phrase("papers-why-kinds")
        .with("names", lacking.join(&text.get("list-separator")))
        .with("before", before)
        .with("after", after);
    text.say(&said)
}

/// Names of the kinds whose sheets are not known in both months.
fn lacking(documents: &Documents) -> Vec<String> {
    let is_lacking = |kind: &&Document| documents.before_after(kind.id).sheets().is_none();
    let kinds = documents.kinds.iter().filter(is_lacking);
    kinds.map(|kind| printed(&kind.name)).collect()
}

fn reason(documents: &Documents, why: Unassessed, text: &Text) -> Phrase {
    let (before, after) = labels(documents, text);
    match why {
        Unassessed::OneMonth => phrase("papers-why-one-month"),
        Unassessed::NotLater => phrase("papers-why-not-later")
            .with("before", before)
            .with("after", after),
        Unassessed::OtherName => phrase("papers-why-other-name")
            .with("before", before)
            .with("after", after),
        Unassessed::Before => phrase("papers-why-not-counted").with("month", before),
        Unassessed::After => phrase("papers-why-not-counted").with("month", after),
        Unassessed::Neither => phrase("papers-why-neither"),
        Unassessed::NothingBefore => phrase("papers-why-nothing-before").with("month", before),
    }
}

/// Names of both months; empty where there is none.
fn labels(documents: &Documents, text: &Text) -> (String, String) {
    let months = documents.compared_months();
    let label = |month: Option<Month>| month.map_or_else(String::new, |month| month_name(month, text).label);
    (label(months.before), label(months.after))
}
