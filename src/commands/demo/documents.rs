//! The documents of the sample office, as acts of the days on which such a home would do them.

use chrono::NaiveDate;

use super::{Done, day};
use crate::book::{Change, Occasion};
use crate::documents::{DocumentMonth, Documents};
use crate::office::Month;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::text::Text;

const DOCUMENTS: &str = include_str!("../../../sample-data/documents.json");
/// The day on which the home wrote its ledger and counted what it still had of the months before.
const FOUNDED: NaiveDate = day(2025, 10, 21);
/// The day on which it said what it plans.
const PLANNED: NaiveDate = day(2025, 11, 4);
/// The day on which it entered the ways of sending slips.
const SENT: NaiveDate = day(2026, 2, 6);

/// The sample as the file has it.
pub(super) fn read() -> serde_json::Result<Documents> {
    serde_json::from_str(DOCUMENTS)
}

/// What was done, the earliest first.
pub(super) fn acts(sample: &Documents) -> Vec<Done> {
    let mut done = vec![Done {
        on: FOUNDED,
        occasion: Occasion::DocumentsKept {
            names: sample.kinds.iter().map(|it| it.name.clone()).collect(),
        },
        changes: sample
            .kinds
            .iter()
            .map(|it| Change::DocumentKept {
                before: None,
                after: Some(Box::new(it.clone())),
            })
            .collect(),
    }];
    let mut months: Vec<Month> = sample.months.iter().map(|it| it.month).collect();
    months.sort_unstable();
    months.dedup();
    done.extend(months.into_iter().map(|month| counted(sample, month)));
    let planned = sample.goals.iter().map(|it| Change::DocumentPlanned {
        before: None,
        after: Some(Box::new(*it)),
    });
    done.push(Done {
        on: PLANNED,
        occasion: Occasion::DocumentsPlanned,
        changes: planned.collect(),
    });
    done.extend(sample.settings.map(|settings| Done {
        on: PLANNED,
        occasion: Occasion::LedgerSet,
        changes: vec![Change::LedgerSet {
            before: None,
            after: Some(Box::new(settings)),
        }],
    }));
    done.extend(sample.linkage.clone().map(|linkage| Done {
        on: SENT,
        occasion: Occasion::LinkageKept,
        changes: vec![Change::LinkageKept {
            before: None,
            after: Some(Box::new(linkage)),
        }],
    }));
    done
}

/// What was counted of a month, at the beginning of the next one.
fn counted(sample: &Documents, month: Month) -> Done {
    let own: Vec<&DocumentMonth> = sample.months.iter().filter(|it| it.month == month).collect();
    let next = month.next().first_day() + chrono::Days::new(4);
    Done {
        on: next.max(FOUNDED),
        occasion: Occasion::DocumentsCounted {
            months: vec![month],
            kinds: own.len(),
        },
        changes: own
            .into_iter()
            .map(|it| Change::DocumentCounted {
                before: None,
                after: Some(Box::new(it.clone())),
            })
            .collect(),
    }
}

/// What the book holds of documents, in a line.
pub(super) fn told(holdings: &Holdings, text: &Text) -> String {
    let documents = &holdings.documents;
    let mut months: Vec<Month> = documents.months.iter().map(|it| it.month).collect();
    months.sort_unstable();
    months.dedup();
    let line = phrase("demo-documents")
        .with("kinds", documents.kinds.len())
        .with("months", months.len());
    text.say(&line) + "\n"
}
