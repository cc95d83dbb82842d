//! What the catalog offers for the ledger: common documents, facts, steps of sending, dated prices.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::document::{DocumentGroup, FactUse};
use super::linkage::SendingWay;
use crate::office::Bilingual;

/// A common kind of document (よくある文書), from which a line of the ledger is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentOffer {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// What it is for.
    pub group: DocumentGroup,
    /// Codes of the kinds of service that have it (`services.toml`); empty: all.
    #[serde(default)]
    pub services: Vec<String>,
    /// For how many years it is usually kept; `None` when no rule is known.
    #[serde(default)]
    pub keep_years: Option<u8>,
    /// Facts that usually stand in it.
    #[serde(default)]
    pub facts: Vec<FactUse>,
    /// Where this comes from.
    pub source: String,
}

impl DocumentOffer {
    /// Whether offices of a kind of service have it; an office without a code is offered everything.
    pub fn is_for(&self, service: Option<&str>) -> bool {
        self.services.is_empty() || service.is_none_or(|code| self.services.iter().any(|it| it == code))
    }
}

/// A fact that stands in several documents (書かれる事項).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactOffer {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
}

/// A step of sending slips (手順).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkageStep {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Ways of sending that have it.
    pub ways: Vec<SendingWay>,
}

/// What a year's licence costs from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicencePrice {
    /// First day.
    pub from: NaiveDate,
    /// Yen for a year; `None` when it is not known yet.
    #[serde(default)]
    pub yen: Option<u32>,
    /// What is said of it.
    pub note: Bilingual,
    /// Where this comes from.
    pub source: String,
}

/// A published figure to lay beside the office's own (参考値), never a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Id.
    pub id: String,
    /// Yen a year, or nothing where it is no sum of money.
    #[serde(default)]
    pub yen: Option<u32>,
    /// What it says.
    pub text: Bilingual,
    /// Where this comes from.
    pub source: String,
}

/// What the catalog says about sending slips.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkageFigures {
    /// Steps, in the order of the work.
    #[serde(default)]
    pub steps: Vec<LinkageStep>,
    /// Prices of the licence, in order of their first day.
    #[serde(default)]
    pub licences: Vec<LicencePrice>,
    /// Published figures.
    #[serde(default)]
    pub references: Vec<Reference>,
}

impl LinkageFigures {
    /// The price of a licence that holds on a day.
    pub fn licence_on(&self, day: NaiveDate) -> Option<&LicencePrice> {
        self.licences.iter().rfind(|price| price.from <= day)
    }
}
