//! What an office sets for its ledger: months to compare and costs.

use serde::{Deserialize, Serialize};

use crate::office::{Decimal, Month};

/// The office's own unit costs (単価); `None` where nobody has set one, and then there is no sum of money.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitCosts {
    /// Yen for a sheet of paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Decimal>,
    /// Yen for printing or copying a sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub print: Option<Decimal>,
    /// Yen for an hour of work (時給).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wage: Option<u32>,
}

/// What an office sets for its ledger (文書台帳の設定).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerSettings {
    /// The month before the improvement; `None`: the first month that was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Month>,
    /// The month after it; `None`: the latest counted month of the same name, else the latest one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Month>,
    /// Unit costs.
    #[serde(default)]
    pub costs: UnitCosts,
    /// Sheets that fill one binder (1冊の枚数).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binder_sheets: Option<u32>,
}
