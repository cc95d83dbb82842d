//! What an office wants to buy, line by line, and which of it a scheme pays for (経費).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fault::GrantFault;
use super::programme::Programme;

/// How something is paid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// Bought (購入).
    #[default]
    Purchase,
    /// Leased or rented (リース).
    Lease,
}

/// One thing that is to be paid (経費の1行).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    /// Kind of cost, a name of the scheme.
    pub kind: String,
    /// What it is, in the office's words.
    pub what: String,
    /// Yen without consumption tax.
    pub net: u64,
    /// Yen of consumption tax (消費税); never paid for.
    #[serde(default)]
    pub tax: u64,
    /// Yen that come from somewhere else (他の補助など).
    #[serde(default)]
    pub elsewhere: u64,
    /// How it is paid.
    #[serde(default)]
    pub payment: Payment,
    /// The day of the contract; `None` when there is none yet.
    #[serde(default)]
    pub contracted: Option<NaiveDate>,
}

/// Why a line or a part of it is not paid for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The scheme does not pay for this kind.
    Kind,
    /// It was contracted before the decision.
    BeforeDecision {
        /// The day of the contract.
        contracted: NaiveDate,
        /// The day of the decision.
        decided: NaiveDate,
    },
    /// It comes again, and it is the second time.
    RecurringAtSecondTime,
    /// Consumption tax; yen.
    Tax(u64),
    /// Funded elsewhere; yen.
    Elsewhere(u64),
}

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostOutcome {
    /// The line.
    pub line: CostLine,
    /// Yen that count.
    pub eligible: u64,
    /// Why the rest does not.
    pub refused: Vec<Refusal>,
}

/// What becomes of each line under a scheme; `decided` is the day of the decision (交付決定), where there is one.
pub fn outcomes(
    programme: &Programme,
    lines: &[CostLine],
    decided: Option<NaiveDate>,
    is_second: bool,
) -> Result<Vec<CostOutcome>, GrantFault> {
    let outcome = |line: &CostLine| {
        let rule = programme.cost(&line.kind).ok_or_else(|| GrantFault::NoSuchCost {
            kind: line.kind.clone(),
            known: programme.costs.iter().map(|it| it.kind.clone()).collect(),
        })?;
        let mut refused = Vec::new();
        if !rule.eligible {
            refused.push(Refusal::Kind);
        }
        if let (Some(contracted), Some(decided)) = (line.contracted, decided)
            && contracted < decided
        {
            refused.push(Refusal::BeforeDecision { contracted, decided });
        }
        let recurring_counts = programme.second.as_ref().is_none_or(|second| second.recurring);
        if is_second && rule.recurring && !recurring_counts {
            refused.push(Refusal::RecurringAtSecondTime);
        }
        let is_whole = refused.is_empty();
        if line.tax > 0 {
            refused.push(Refusal::Tax(line.tax));
        }
        if line.elsewhere > 0 {
            refused.push(Refusal::Elsewhere(line.elsewhere.min(line.net)));
        }
        Ok(CostOutcome {
            line: line.clone(),
            eligible: if is_whole {
                line.net.saturating_sub(line.elsewhere)
            } else {
                0
            },
            refused,
        })
    };
    lines.iter().map(outcome).collect()
}
