//! Documents: how much paper and re-entry an office has, before and after (文書量). Pure.

mod costs;
mod document;
mod draft;
mod facts;
mod fault;
mod field;
mod goal;
mod halving;
mod linkage;
mod linkage_entry;
mod month;
mod offer;
mod page;
mod result;
mod rewriting;
mod saving;
mod settings;
mod slips;
mod step;
#[cfg(test)]
mod tests;
mod typed;

use serde::{Deserialize, Serialize};

pub use costs::Sum;
pub use document::{Document, DocumentGroup, DocumentId, FactUse, FactWay, LONGEST_NAME, Storage};
pub use draft::{DocumentDraft, MonthDraft, SettingsDraft, TallyDraft};
pub use facts::{LONGEST_FACT, fact_said, facts_said};
pub use fault::LedgerFault;
pub use field::{DraftFault, LedgerField, Why};
pub use goal::DocumentGoal;
pub use halving::{ComparedMonths, HALVING_RULE, Unassessed, bringing, halving, is_halved, most_for_half};
pub use linkage::{Linkage, LinkageSide, SendingWay, StepMinutes, WayUse};
pub use linkage_entry::{EntryFault, LinkageField, Side};
pub use month::{Counted, DocumentMonth, MAX_OPEN_DAYS, Medium, Tally};
pub use offer::{DocumentOffer, FactOffer, LicencePrice, LinkageFigures, LinkageStep, Reference};
pub use page::{DayPage, LedgerPage, PAGE_COLUMNS, PageBlockFault, PageFault};
pub use result::{BeforeAfter, MonthFigures, SheetFlow, binders, fewer};
pub use rewriting::Prediction;
pub use saving::{MONTHS, Saving, SideSum, StepSum, WaySum, labour};
pub use settings::{LedgerSettings, UnitCosts};
pub use slips::{OfficeNumber, SlipCount, SlipKey, SlipKind};
pub use step::LedgerStep;
pub use typed::{
    document_group, document_medium, document_storage, fact_way, ledger_count, ledger_figure, ledger_month,
};

use crate::office::Month;

/// Whether two names of documents are the same, however their letters are spelt.
pub fn is_same_name(one: &str, other: &str) -> bool {
    document::plain_name(one) == document::plain_name(other)
}

/// Everything that a book holds about documents (文書台帳).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Documents {
    /// Kinds of document, in order of their numbers.
    pub kinds: Vec<Document>,
    /// What was counted, in order of document and month.
    pub months: Vec<DocumentMonth>,
    /// What is planned, in order of document and month.
    pub goals: Vec<DocumentGoal>,
    /// Months to compare and costs; `None` when nobody has set them.
    pub settings: Option<LedgerSettings>,
    /// The ways of sending slips (ケアプランデータ連携), where somebody has entered them.
    pub linkage: Option<Linkage>,
    /// Slips that went as data, counted in files, in order of month, kind and offices.
    pub slips: Vec<SlipCount>,
}

impl Documents {
    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.linkage.is_none() && self.slips.is_empty()
    }

    /// Months to compare and costs, as they are when nobody has set them too.
    pub fn ledger(&self) -> LedgerSettings {
        self.settings.unwrap_or_default()
    }

    /// The kind of document with this number.
    pub fn kind(&self, id: DocumentId) -> Option<&Document> {
        self.kinds.iter().find(|it| it.id == id)
    }

    /// The kind of document with this name, however its letters are spelt.
    pub fn kind_named(&self, name: &str) -> Option<&Document> {
        let wanted = document::plain_name(name);
        self.kinds.iter().find(|it| document::plain_name(&it.name) == wanted)
    }

    /// What was counted of a kind of document in a month.
    pub fn month(&self, document: DocumentId, month: Month) -> Option<&DocumentMonth> {
        self.months
            .iter()
            .find(|it| it.document == document && it.month == month)
    }

    /// What is planned of a kind of document in a month.
    pub fn goal(&self, document: DocumentId, month: Month) -> Option<&DocumentGoal> {
        self.goals
            .iter()
            .find(|it| it.document == document && it.month == month)
    }

    /// The number for the next kind of document.
    pub fn next_number(&self) -> DocumentId {
        DocumentId::after(self.kinds.iter().map(|it| it.id))
    }
}
