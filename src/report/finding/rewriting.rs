//! Finding: which facts are written in which documents, and what entering them once would save (転記).

use serde::Serialize;

use super::MonthName;
use crate::documents::{DocumentId, FactWay};

/// The map of re-entries (転記マップ), with what is predicted beside what was measured. Each figure has its own unit and its own n;
/// they are laid side by side, never mixed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RewritingFinding {
    /// Facts that stand in any document, those in most documents first.
    pub facts: Vec<FactLine>,
    /// Documents with a fact, in the order of the ledger: the rows of the matrix.
    pub documents: Vec<FactRow>,
    /// What entering once would save.
    pub predicted: RewritingPrediction,
    /// What the ledger says of the same documents.
    pub ledger: RewritingLedger,
    /// What the time study and the figures say about records.
    pub measured: Vec<RewritingMeasured>,
    /// What there is to say first.
    pub sentence: String,
    /// What must not be forgotten when these figures are read.
    pub remarks: Vec<String>,
}

/// A fact (書かれる事項): a column of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactLine {
    /// Id of the catalog, or the office's own words.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Documents in which it is written first.
    pub first: usize,
    /// Documents in which it is written again.
    pub again: usize,
    /// Documents in which it is to be taken over without writing.
    pub once: usize,
}

/// A document with its facts: a row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactRow {
    /// Its number in the ledger.
    pub id: DocumentId,
    /// Its name.
    pub name: String,
    /// How each fact gets there, in the order of the facts; `null` where it does not stand.
    pub ways: Vec<Option<FactWay>>,
}

/// What entering once would save in a month (見込み).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RewritingPrediction {
    /// The month whose pieces are taken: the month before.
    pub month: Option<MonthName>,
    /// Documents with facts that are to be entered only once.
    pub lines: Vec<PredictionLine>,
    /// Re-entries fewer in a month; `null` where a figure is missing.
    pub times: Option<u64>,
    /// Minutes fewer in a month; `null` where a figure is missing.
    pub minutes: Option<u64>,
    /// In a sentence; what is missing, where it is not known.
    pub sentence: String,
}

/// What entering once would save in one document, and what the ledger says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PredictionLine {
    /// Its number in the ledger.
    pub id: DocumentId,
    /// Its name.
    pub name: String,
    /// Pieces in the month before.
    pub pieces: Option<u64>,
    /// Facts that are to be entered only once.
    pub once: usize,
    /// Minutes that writing one again takes, as it was entered.
    pub minutes_each: Option<String>,
    /// Re-entries fewer in a month.
    pub times: Option<u64>,
    /// Minutes fewer in a month.
    pub minutes: Option<u64>,
    /// Minutes fewer by the ledger, month after against month before.
    pub ledger_minutes: Option<i64>,
    /// Re-entries fewer by the ledger.
    pub ledger_times: Option<i64>,
}

/// What the ledger says of the documents of the prediction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RewritingLedger {
    /// So many kinds.
    pub n: usize,
    /// Minutes fewer in a month; `null` where a figure is missing.
    pub minutes: Option<i64>,
    /// Re-entries fewer in a month.
    pub times: Option<i64>,
    /// In a sentence.
    pub sentence: String,
}

/// A measured indicator of records, first survey against the last.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RewritingMeasured {
    /// Id of the indicator.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What one value stands for.
    pub per: String,
    /// The first survey.
    pub from: String,
    /// The last survey.
    pub to: String,
    /// How many people or figures stand behind it, in words.
    pub n: String,
    /// The value before, as text with its unit.
    pub before: String,
    /// The value after.
    pub after: String,
    /// The difference.
    pub difference: String,
    /// The verdict: `improved`, `worse`, `not_shown` or `not_decidable`.
    pub verdict: crate::effect::Verdict,
    /// The verdict for people.
    pub verdict_word: String,
}
