//! What has become of a finding: open, or accepted as it is.

use std::collections::HashMap;

use super::{Quality, QualityProblem};
use crate::worktime::acceptance::Acceptance;
use crate::worktime::sheet::SheetKey;

/// What has become of a finding about a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Nobody has said anything.
    Open,
    /// Somebody said why it is right as it is; it costs no points.
    Accepted(&'a Acceptance),
    /// Somebody said so about an earlier finding of this code; the sheet has changed since, so it counts again.
    Outdated(&'a Acceptance),
}

/// The accepted findings of a book, to be looked up by sheet and code.
#[derive(Debug, Default)]
pub struct Acceptances<'a> {
    by_sheet: HashMap<&'a SheetKey, Vec<&'a Acceptance>>,
}

impl<'a> Acceptances<'a> {
    /// Sorts them by sheet.
    pub fn of(acceptances: &'a [Acceptance]) -> Self {
        let mut by_sheet: HashMap<&SheetKey, Vec<&Acceptance>> = HashMap::new();
        for acceptance in acceptances {
            by_sheet.entry(&acceptance.sheet).or_default().push(acceptance);
        }
        Self { by_sheet }
    }

    /// What was said about a code of a sheet, whether it still holds or not.
    pub fn said(&self, sheet: &SheetKey, code: &str) -> Option<&'a Acceptance> {
        let said = self.by_sheet.get(sheet)?;
        said.iter().copied().find(|acceptance| acceptance.code == code)
    }

    /// What has become of a finding.
    pub fn standing(&self, sheet: &SheetKey, problem: &QualityProblem) -> Standing<'a> {
        match self.said(sheet, problem.code) {
            None => Standing::Open,
            Some(acceptance) if acceptance.about == problem.about() => Standing::Accepted(acceptance),
            Some(acceptance) => Standing::Outdated(acceptance),
        }
    }

    /// Points of a sheet in which accepted findings cost nothing.
    pub fn score(&self, sheet: &SheetKey, quality: &Quality) -> u32 {
        let lost: u32 = quality
            .problems
            .iter()
            .filter(|problem| !matches!(self.standing(sheet, problem), Standing::Accepted(_)))
            .map(|problem| problem.penalty)
            .sum();
        100_u32.saturating_sub(lost)
    }
}
