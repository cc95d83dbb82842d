//! Why documents do not go together: the rules of the ledger.

use std::collections::BTreeSet;

use super::document::{Document, DocumentId, LONGEST_NAME, plain_name};
use super::linkage::LinkageSide;
use super::month::{Counted, DocumentMonth, Medium};
use super::{Documents, SendingWay};
use crate::office::Month;
use crate::phrase::{Phrase, phrase};

/// What is wrong with a ledger (台帳の不整合).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerFault {
    /// A kind of document has no name, or one that is too long.
    Name(DocumentId),
    /// Two kinds of document have the same name.
    NameTwice(String),
    /// A fact stands twice in a document.
    FactTwice(String, String),
    /// Something was counted or planned of a document that is not there.
    NoSuchDocument(DocumentId, Month),
    /// A counted day lies in another month, or no day was counted.
    Days(String, Month),
    /// Fewer open days than counted ones, or more than the month has.
    OpenDays(String, Month),
    /// A day was counted of a month of which the whole is counted already.
    WholeMonth(String, Month),
    /// Nobody has said on how many days of a month the office was open.
    NoOpenDays(Month),
    /// An original that is data has sheets.
    SheetsOfData(String, Month),
    /// Minutes or yen below 0.
    Negative,
    /// A way of sending stands twice in a month, or a step twice in a way.
    WayTwice(SendingWay),
}

impl LedgerFault {
    /// In words, with what to try.
    pub fn phrase(&self) -> Phrase {
        let at = |key, name: &str, month: &Month| phrase(key).with("name", name).with("month", month.to_string());
        match self {
            Self::Name(id) => phrase("ledger-bad-name")
                .with("number", id.0)
                .with("most", LONGEST_NAME),
            Self::NameTwice(name) => phrase("ledger-name-twice").with("name", name.as_str()),
            Self::FactTwice(name, fact) => phrase("ledger-fact-twice")
                .with("name", name.as_str())
                .with("fact", fact.as_str()),
            Self::NoSuchDocument(id, month) => phrase("ledger-no-document")
                .with("number", id.0)
                .with("month", month.to_string()),
            Self::Days(name, month) => at("ledger-days", name, month),
            Self::OpenDays(name, month) => at("ledger-open-days", name, month),
            Self::WholeMonth(name, month) => at("ledger-whole-month", name, month),
            Self::NoOpenDays(month) => phrase("ledger-no-open-days").with("month", month.to_string()),
            Self::SheetsOfData(name, month) => at("ledger-sheets-of-data", name, month),
            Self::Negative => phrase("ledger-negative"),
            Self::WayTwice(way) => phrase("ledger-way-twice").with("way", way.phrase()),
        }
    }
}

impl DocumentMonth {
    /// What is wrong with what was counted of a document of this name; `None` when nothing is.
    pub fn fault(&self, name: &str) -> Option<LedgerFault> {
        let here = |fault: fn(String, Month) -> LedgerFault| Some(fault(name.to_owned(), self.month));
        if let Counted::Week { days, open_days } = &self.counted {
            if days.is_empty() || days.keys().any(|day| Month::of(*day) != self.month) {
                return here(LedgerFault::Days);
            }
            let (open, all) = (usize::from(*open_days), self.month.days());
            if open < days.len() || open > all {
                return here(LedgerFault::OpenDays);
            }
        }
        if self.medium == Medium::Data && self.counted.tally().sheets.is_some_and(|sheets| sheets > 0) {
            return here(LedgerFault::SheetsOfData);
        }
        let figures = [self.minutes_per_piece, self.minutes_per_reentry];
        let negative = figures.into_iter().flatten().any(|figure| figure.thousandths() < 0);
        negative.then_some(LedgerFault::Negative)
    }
}

impl Documents {
    /// What is wrong; `None` when everything goes together.
    pub fn fault(&self) -> Option<LedgerFault> {
        let mut names = BTreeSet::new();
        for document in &self.kinds {
            if let Some(fault) = name_fault(document) {
                return Some(fault);
            }
            if !names.insert(plain_name(&document.name)) {
                return Some(LedgerFault::NameTwice(document.name.clone()));
            }
        }
        let of_months = self.months.iter().find_map(|it| match self.kind(it.document) {
            Some(kind) => it.fault(&kind.name),
            None => Some(LedgerFault::NoSuchDocument(it.document, it.month)),
        });
        let of_goals = || {
            let lost = self.goals.iter().find(|it| self.kind(it.document).is_none());
            lost.map(|it| LedgerFault::NoSuchDocument(it.document, it.month))
        };
        of_months
            .or_else(of_goals)
            .or_else(|| self.costs_fault())
            .or_else(|| self.linkage_fault())
    }

    fn costs_fault(&self) -> Option<LedgerFault> {
        let costs = self.settings?.costs;
        let negative = [costs.paper, costs.print]
            .into_iter()
            .flatten()
            .any(|yen| yen.thousandths() < 0);
        negative.then_some(LedgerFault::Negative)
    }

    fn linkage_fault(&self) -> Option<LedgerFault> {
        let linkage = self.linkage.as_ref()?;
        [&linkage.before, &linkage.after]
            .into_iter()
            .flatten()
            .find_map(side_fault)
    }
}

fn name_fault(document: &Document) -> Option<LedgerFault> {
    let length = document.name.trim().chars().count();
    if length == 0 || length > LONGEST_NAME {
        return Some(LedgerFault::Name(document.id));
    }
    let mut facts = BTreeSet::new();
    let twice = document.facts.iter().find(|it| !facts.insert(&it.fact));
    twice.map(|it| LedgerFault::FactTwice(document.name.clone(), it.fact.clone()))
}

fn side_fault(side: &LinkageSide) -> Option<LedgerFault> {
    let mut ways = BTreeSet::new();
    for way in &side.ways {
        let mut steps = BTreeSet::new();
        if !ways.insert(way.way) || way.steps.iter().any(|step| !steps.insert(&step.step)) {
            return Some(LedgerFault::WayTwice(way.way));
        }
        let figures = way.steps.iter().map(|step| step.minutes).chain([way.yen_per_piece]);
        if figures.into_iter().any(|figure| figure.thousandths() < 0) {
            return Some(LedgerFault::Negative);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{DocumentGroup, Storage, Tally};

    fn kind(id: u32, name: &str) -> Document {
        Document {
            id: DocumentId(id),
            name: name.to_owned(),
            group: DocumentGroup::Record,
            offer: None,
            storage: Storage::Paper,
            keep_years: None,
            facts: Vec::new(),
        }
    }

    fn counted(id: u32, medium: Medium, counted: Counted) -> DocumentMonth {
        DocumentMonth {
            document: DocumentId(id),
            month: Month::new(2025, 10).unwrap(),
            medium,
            counted,
            minutes_per_piece: None,
            reentries_per_piece: None,
            minutes_per_reentry: None,
        }
    }

    fn documents(kinds: Vec<Document>, months: Vec<DocumentMonth>) -> Documents {
        Documents {
            kinds,
            months,
            ..Documents::default()
        }
    }

    #[test]
    fn names_differ_by_more_than_width_and_blanks() {
        let same = documents(vec![kind(1, "ADL表"), kind(2, "ＡＤＬ 表")], Vec::new());
        assert_eq!(same.fault(), Some(LedgerFault::NameTwice("ＡＤＬ 表".to_owned())));
        let other = documents(vec![kind(1, "ADL表"), kind(2, "IADL表")], Vec::new());
        assert_eq!(other.fault(), None);
    }

    #[test]
    fn nothing_is_counted_of_a_document_that_is_not_there() {
        let lost = counted(2, Medium::Paper, Counted::Month(Tally::default()));
        let month = lost.month;
        let fault = documents(vec![kind(1, "日誌")], vec![lost]).fault();
        assert_eq!(fault, Some(LedgerFault::NoSuchDocument(DocumentId(2), month)));
    }

    #[test]
    fn an_original_that_is_data_has_no_sheets() {
        let tally = Tally {
            pieces: None,
            sheets: Some(1),
            copies: 0,
        };
        let data = counted(1, Medium::Data, Counted::Month(tally));
        let fault = documents(vec![kind(1, "日誌")], vec![data]).fault();
        assert!(matches!(fault, Some(LedgerFault::SheetsOfData(..))));
    }

    #[test]
    fn counted_days_lie_in_their_month_and_are_no_more_than_the_open_ones() {
        let day = |month, day| chrono::NaiveDate::from_ymd_opt(2025, month, day).unwrap();
        let fault = |days: &[chrono::NaiveDate], open_days| {
            let days = days.iter().map(|day| (*day, Tally::default())).collect();
            counted(1, Medium::Paper, Counted::Week { days, open_days }).fault("日誌")
        };
        assert_eq!(fault(&[day(10, 6), day(10, 7)], 2), None);
        assert!(matches!(fault(&[], 2), Some(LedgerFault::Days(..))));
        assert!(matches!(fault(&[day(11, 1)], 2), Some(LedgerFault::Days(..))));
        assert!(matches!(
            fault(&[day(10, 6), day(10, 7)], 1),
            Some(LedgerFault::OpenDays(..))
        ));
        assert!(matches!(fault(&[day(10, 6)], 32), Some(LedgerFault::OpenDays(..))));
    }
}
