//! The fields of the ledger that people fill in, and what can be wrong with one.

use super::document::LONGEST_NAME;
use crate::office::printable;
use crate::phrase::{Phrase, phrase};

/// A field of the ledger (台帳の欄).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LedgerField {
    /// 文書
    Name,
    /// 分類
    Group,
    /// 保管
    Storage,
    /// 保存年数
    KeepYears,
    /// 書かれる事項
    Facts,
    /// 年月
    Month,
    /// 原本
    Medium,
    /// 件数
    Pieces,
    /// 原本の枚数
    Sheets,
    /// 写し・印刷の枚数
    Copies,
    /// 1件の分
    MinutesPerPiece,
    /// 転記の回数
    Reentries,
    /// 転記1回の分
    MinutesPerReentry,
    /// 計画の枚数
    Goal,
    /// 日付
    Day,
    /// 営業日数
    OpenDays,
    /// 取組前の月
    Before,
    /// 取組後の月
    After,
    /// 紙1枚の円
    PaperYen,
    /// 印刷1枚の円
    PrintYen,
    /// 時給
    Wage,
    /// 1冊の枚数
    BinderSheets,
}

impl LedgerField {
    /// What was counted and timed of a document in a month, in the order of a line.
    pub const OF_MONTH: [Self; 7] = [
        Self::Medium,
        Self::Pieces,
        Self::Sheets,
        Self::Copies,
        Self::MinutesPerPiece,
        Self::Reentries,
        Self::MinutesPerReentry,
    ];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Group => "group",
            Self::Storage => "storage",
            Self::KeepYears => "keep_years",
            Self::Facts => "facts",
            Self::Month => "month",
            Self::Medium => "medium",
            Self::Pieces => "pieces",
            Self::Sheets => "sheets",
            Self::Copies => "copies",
            Self::MinutesPerPiece => "minutes_per_piece",
            Self::Reentries => "reentries_per_piece",
            Self::MinutesPerReentry => "minutes_per_reentry",
            Self::Goal => "goal",
            Self::Day => "day",
            Self::OpenDays => "open_days",
            Self::Before => "before",
            Self::After => "after",
            Self::PaperYen => "paper_yen",
            Self::PrintYen => "print_yen",
            Self::Wage => "wage",
            Self::BinderSheets => "binder_sheets",
        }
    }

    /// The word for people: heading of a column, label of a form.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Name => phrase("ledger-field-name"),
            Self::Group => phrase("ledger-field-group"),
            Self::Storage => phrase("ledger-field-storage"),
            Self::KeepYears => phrase("ledger-field-keep-years"),
            Self::Facts => phrase("ledger-field-facts"),
            Self::Month => phrase("ledger-field-month"),
            Self::Medium => phrase("ledger-field-medium"),
            Self::Pieces => phrase("ledger-field-pieces"),
            Self::Sheets => phrase("ledger-field-sheets"),
            Self::Copies => phrase("ledger-field-copies"),
            Self::MinutesPerPiece => phrase("ledger-field-minutes"),
            Self::Reentries => phrase("ledger-field-reentries"),
            Self::MinutesPerReentry => phrase("ledger-field-reentry-minutes"),
            Self::Goal => phrase("ledger-field-goal"),
            Self::Day => phrase("ledger-field-day"),
            Self::OpenDays => phrase("ledger-field-open-days"),
            Self::Before => phrase("ledger-field-before"),
            Self::After => phrase("ledger-field-after"),
            Self::PaperYen => phrase("ledger-field-paper-yen"),
            Self::PrintYen => phrase("ledger-field-print-yen"),
            Self::Wage => phrase("ledger-field-wage"),
            Self::BinderSheets => phrase("ledger-field-binder-sheets"),
        }
    }

    /// Largest number that can stand there.
    pub fn most(self) -> u32 {
        match self {
            Self::KeepYears => 100,
            Self::OpenDays => 31,
            Self::Reentries => 1_000,
            Self::MinutesPerPiece | Self::MinutesPerReentry => 10_000,
            _ => 1_000_000,
        }
    }
}

/// Why a text cannot stand in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Something has to stand there.
    Missing,
    /// No number.
    NoNumber(String),
    /// A number that is not whole, where whole ones are counted.
    NotWhole(String),
    /// Below nothing.
    Negative(String),
    /// More than three decimals.
    TooFine(String),
    /// More than can be right.
    TooLarge(String),
    /// A word that is none of those that can stand there.
    NoWord(String),
    /// No month.
    NoMonth(String),
    /// Sheets of originals, where originals are data.
    SheetsOfData,
    /// A name that is too long.
    TooLong,
    /// A name that another document has.
    NameTaken(String),
}

/// What is wrong with one field (欄の誤り).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFault {
    /// Which field.
    pub field: LedgerField,
    /// Why.
    pub why: Why,
}

impl DraftFault {
    /// A fault of a field.
    pub fn new(field: LedgerField, why: Why) -> Self {
        Self { field, why }
    }

    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        let quoted = |key, written: &str| phrase(key).with("written", short(written));
        let said = match &self.why {
            Why::Missing => phrase("ledger-missing"),
            Why::NoNumber(written) => quoted("ledger-no-number", written),
            Why::NotWhole(written) => quoted("ledger-not-whole", written),
            Why::Negative(written) => quoted("ledger-below-zero", written),
            Why::TooFine(written) => quoted("ledger-too-fine", written),
            Why::TooLarge(written) => quoted("ledger-too-large", written).with("most", self.field.most()),
            Why::NoWord(written) => match self.field {
                LedgerField::Group => quoted("ledger-no-group", written),
                LedgerField::Storage => quoted("ledger-no-storage", written),
                LedgerField::Medium => quoted("ledger-no-medium", written),
                _ => quoted("ledger-no-fact", written),
            },
            Why::NoMonth(written) => quoted("ledger-no-month", written),
            Why::SheetsOfData => phrase("ledger-data-sheets"),
            Why::TooLong => phrase("ledger-name-too-long").with("most", LONGEST_NAME),
            Why::NameTaken(name) => return phrase("ledger-name-twice").with("name", short(name)),
        };
        said.with("field", self.field.phrase())
    }
}

/// A text as a message can quote it.
fn short(written: &str) -> String {
    printable(written).trim().chars().take(30).collect()
}
