//! Finding: how much paper and re-entry went away (文書量).

use serde::Serialize;

use super::RewritingFinding;
use crate::documents::DocumentId;
use crate::office::Month;

/// Documents before and after (`yutori.documents/1`). Sheets, minutes, re-entries and yen are whole numbers; shares run from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentsFinding {
    /// `yutori.documents/1`
    pub schema: &'static str,
    /// The month before; `null` where nothing was counted.
    pub before: Option<MonthName>,
    /// The month after; `null` where there is no later one.
    pub after: Option<MonthName>,
    /// By which rule documents count as halved.
    pub rule: HalvingRule,
    /// What there is to say first.
    pub sentence: String,
    /// What is missing, what was scaled, what cannot be said.
    pub remarks: Vec<String>,
    /// Kinds of document, as in the ledger.
    pub kinds: Vec<DocumentLine>,
    /// All kinds together; what is not known of every kind is `null`.
    pub total: DocumentFigures,
    /// The kinds that were counted in both months.
    pub pairs: DocumentPairs,
    /// How far it is to one half.
    pub halving: DocumentHalving,
    /// In yen, by the office's own unit costs.
    pub money: DocumentMoney,
    /// Paper that is kept.
    pub storage: DocumentStorage,
    /// Where the sheets of the month before went.
    pub flow: DocumentFlow,
    /// Planned against reached, in the months of the same name as the month before.
    pub plan: Vec<DocumentPlanYear>,
    /// Every month that was counted.
    pub trend: Vec<DocumentTrendMonth>,
    /// Facts that are written again and again.
    pub rewriting: RewritingFinding,
}

impl DocumentsFinding {
    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.trend.is_empty()
    }

    /// Whether both months are there.
    pub fn has_both(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }
}

/// A month with its name for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthName {
    /// `2025-10`
    pub month: Month,
    /// 2025年10月
    pub label: String,
}

/// The rule by which documents count as halved (半減の決まり).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HalvingRule {
    /// `2*sheets_after<=sheets_before`
    pub id: &'static str,
    /// In words.
    pub text: String,
    /// Where it comes from.
    pub source: &'static str,
}

/// Figures of a kind of document, or of all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentFigures {
    /// Sheets of paper in the month before.
    pub sheets_before: Option<u64>,
    /// Sheets of paper in the month after.
    pub sheets_after: Option<u64>,
    /// Sheets fewer; below 0 where there are more.
    pub reduction: Option<i64>,
    /// The same as a share of the sheets before; `null` where there were none.
    pub reduction_share: Option<f64>,
    /// Pieces in the month before.
    pub pieces_before: Option<u64>,
    /// Pieces in the month after.
    pub pieces_after: Option<u64>,
    /// Minutes of writing in the month before.
    pub minutes_before: Option<u64>,
    /// Minutes of writing in the month after.
    pub minutes_after: Option<u64>,
    /// Minutes fewer; below 0 where there are more.
    pub minutes_saved: Option<i64>,
    /// Facts written again in the month before.
    pub reentry_before: Option<u64>,
    /// Facts written again in the month after.
    pub reentry_after: Option<u64>,
    /// Re-entries fewer; below 0 where there are more.
    pub reentry_saved: Option<i64>,
    /// Whether sheets are halved; `null` where it cannot be assessed.
    pub halved: Option<bool>,
    /// Why it cannot be assessed.
    pub halved_why: Option<String>,
    /// Sheets that are still too many for one half; 0 where it is reached, `null` where it cannot be assessed.
    pub missing: Option<u64>,
    /// `2*sheets_after<=sheets_before`
    pub rule: &'static str,
}

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentLine {
    /// Its number in the ledger.
    pub id: DocumentId,
    /// Its name.
    pub name: String,
    /// Id of its group.
    pub group: &'static str,
    /// Its group, for people.
    pub group_name: String,
    /// What the original is in the month before: `paper`, `data` or `both`.
    pub medium_before: Option<&'static str>,
    /// What it is in the month after.
    pub medium_after: Option<&'static str>,
    /// The same for people: 紙 → データ; empty where it was not counted.
    pub medium_text: String,
    /// Sheets, minutes and re-entries.
    #[serde(flatten)]
    pub figures: DocumentFigures,
    /// The halving in words.
    pub sentence: String,
    /// How counted days were scaled to the month, for each of the two months where they were.
    pub scaled: Vec<String>,
    /// Where its sheets went; `null` where a month is missing.
    pub flow: Option<DocumentFlow>,
    /// How it is kept: `paper`, `data`, `both` or `not-kept`.
    pub storage: &'static str,
    /// The same for people.
    pub storage_name: String,
    /// For how many years it is kept.
    pub keep_years: Option<u8>,
    /// Sheets that are kept of a year like the month before.
    pub kept_a_year_before: Option<u64>,
    /// Sheets that are kept of a year like the month after.
    pub kept_a_year_after: Option<u64>,
    /// Sheets that stand in the binders at all in the long run, as in the month before.
    pub kept_before: Option<u64>,
    /// The same as in the month after.
    pub kept_after: Option<u64>,
}

/// The kinds that were counted in both months, without the others. They are shown, never assessed as the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentPairs {
    /// So many kinds were counted in both months.
    pub kinds: usize,
    /// So many kinds are in the ledger.
    pub of: usize,
    /// Their sheets before.
    pub sheets_before: u64,
    /// Their sheets after.
    pub sheets_after: u64,
    /// Kinds that are not counted in both months.
    pub lacking: Vec<String>,
}

/// How far it is to one half (半減までの道のり).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentHalving {
    /// Whether sheets are halved; `null` where it cannot be assessed.
    pub halved: Option<bool>,
    /// In a sentence; why not, where it cannot be assessed.
    pub sentence: String,
    /// The way to one half that was gone: 0 nothing, 1 all of it; below 0 with more sheets, above 1 past it. `null` where it
    /// cannot be assessed.
    pub gauge: Option<f64>,
    /// Most sheets with which it is halved.
    pub goal: Option<u64>,
    /// Sheets that are still too many; 0 where it is reached.
    pub missing: Option<u64>,
    /// Kinds with most sheets left first: the fewest with which it would be halved if they took no sheet any more.
    pub bring: Vec<DocumentBring>,
    /// How they would bring it, in a sentence; empty where nothing is missing.
    pub bring_sentence: String,
}

/// A kind that would bring the half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentBring {
    /// Its number in the ledger.
    pub id: DocumentId,
    /// Its name.
    pub name: String,
    /// Sheets that it still takes.
    pub sheets: u64,
    /// Whether it is enough alone.
    pub alone: bool,
}

/// What it costs (金額), by the office's own unit costs. Each figure is rounded once, a half up; a year is 12 such months.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentMoney {
    /// Yen for a sheet of paper, as it was set.
    pub paper: Option<String>,
    /// Yen for printing a sheet, as it was set.
    pub print: Option<String>,
    /// Yen for an hour of work.
    pub wage: Option<u32>,
    /// Paper and printing.
    pub sheets: YenLine,
    /// Working time.
    pub labour: YenLine,
    /// Both together; `null` where one is unknown.
    pub total: YenLine,
    /// In a sentence; what is missing, where there is no sum.
    pub sentence: String,
}

/// A sum in yen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct YenLine {
    /// In the month before.
    pub before: Option<i64>,
    /// In the month after.
    pub after: Option<i64>,
    /// Fewer in a month; below 0 where there are more.
    pub saved: Option<i64>,
    /// Fewer in a year.
    pub saved_a_year: Option<i64>,
}

/// Paper that is kept (保管).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentStorage {
    /// Sheets that are kept of a year like the month before, of all kinds.
    pub a_year_before: Option<u64>,
    /// Sheets that are kept of a year like the month after.
    pub a_year_after: Option<u64>,
    /// Sheets that stand in the binders at all in the long run, as in the month before.
    pub kept_before: Option<u64>,
    /// The same as in the month after.
    pub kept_after: Option<u64>,
    /// Sheets that fill a binder, as it was set.
    pub binder_sheets: Option<u32>,
    /// Binders for them.
    pub binders_before: Option<u64>,
    /// Binders for them.
    pub binders_after: Option<u64>,
    /// In a sentence; what is missing, where it is not known.
    pub sentence: String,
}

/// Where the sheets of the month before went (紙からデータへ). Only kinds that were counted in both months.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct DocumentFlow {
    /// Still on paper.
    pub kept: u64,
    /// Gone since the original is data now, or data beside paper.
    pub to_data: u64,
    /// Gone in another way: fewer pieces, copies or printouts.
    pub less: u64,
    /// Come in addition.
    pub more: u64,
}

/// Planned against reached in a year (計画と実績).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentPlanYear {
    /// The month.
    pub month: MonthName,
    /// Sheets that are planned; `null` where not every kind has a plan.
    pub planned: Option<u64>,
    /// Sheets that were reached; `null` where not every kind was counted.
    pub reached: Option<u64>,
    /// Whether no more sheets were needed than planned.
    pub met: Option<bool>,
    /// Whether the plan halves the sheets of the month before.
    pub plan_halves: Option<bool>,
    /// Whether what was reached halves them.
    pub halved: Option<bool>,
    /// Kinds with a plan or a count.
    pub kinds: Vec<DocumentPlanKind>,
    /// In a sentence.
    pub sentence: String,
}

/// Planned against reached, one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentPlanKind {
    /// Its number in the ledger.
    pub id: DocumentId,
    /// Its name.
    pub name: String,
    /// Sheets that are planned.
    pub planned: Option<u64>,
    /// Sheets that were reached.
    pub reached: Option<u64>,
    /// Whether no more sheets were needed than planned.
    pub met: Option<bool>,
}

/// A month that was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentTrendMonth {
    /// The month.
    pub month: MonthName,
    /// So many kinds were counted.
    pub counted: usize,
    /// Sheets of all kinds; `null` where a kind was not counted.
    pub sheets: Option<u64>,
    /// Minutes of all kinds.
    pub minutes: Option<u64>,
    /// Re-entries of all kinds.
    pub reentries: Option<u64>,
    /// Sheets that are planned; `null` where not every kind has a plan.
    pub planned: Option<u64>,
    /// Sheets of each kind, in the order of the ledger.
    pub kinds: Vec<Option<u64>>,
}
