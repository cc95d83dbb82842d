//! What the ledger comes to in two months: sheets, minutes, re-entries, paper that is kept.

use super::Documents;
use super::document::{Document, DocumentId};
use super::halving::{ComparedMonths, Unassessed, halving};
use super::month::{DocumentMonth, Medium};
use crate::office::Month;

/// Figures of a month; `None` for what is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthFigures {
    /// Pieces.
    pub pieces: Option<u64>,
    /// Sheets of paper.
    pub sheets: Option<u64>,
    /// Minutes of writing.
    pub minutes: Option<u64>,
    /// Facts written again.
    pub reentries: Option<u64>,
}

impl MonthFigures {
    fn of(month: &DocumentMonth) -> Self {
        Self {
            pieces: month.pieces(),
            sheets: month.sheets(),
            minutes: month.minutes(),
            reentries: month.reentries(),
        }
    }

    /// Both together; what is not known of one is not known of both.
    fn and(self, other: Self) -> Self {
        let both = |one: Option<u64>, other: Option<u64>| one?.checked_add(other?);
        Self {
            pieces: both(self.pieces, other.pieces),
            sheets: both(self.sheets, other.sheets),
            minutes: both(self.minutes, other.minutes),
            reentries: both(self.reentries, other.reentries),
        }
    }

    /// All together; nothing is known of no kinds at all.
    fn sum(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().reduce(Self::and).unwrap_or_default()
    }
}

/// Before and after of a kind of document, or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BeforeAfter {
    /// The months that are compared.
    pub months: ComparedMonths,
    /// The month before.
    pub before: MonthFigures,
    /// The month after.
    pub after: MonthFigures,
}

impl BeforeAfter {
    /// Whether sheets are halved, or why that cannot be said.
    pub fn halving(&self) -> Result<bool, Unassessed> {
        halving(self.months, self.before.sheets, self.after.sheets)
    }

    /// Sheets of both months, where they are known.
    pub fn sheets(&self) -> Option<(u64, u64)> {
        self.before.sheets.zip(self.after.sheets)
    }
}

/// Where the sheets of the month before went (紙からデータへ).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SheetFlow {
    /// Still on paper.
    pub kept: u64,
    /// Gone since the original is data now, or data beside paper.
    pub to_data: u64,
    /// Gone in another way.
    pub less: u64,
    /// Come in addition.
    pub more: u64,
}

impl std::ops::Add for SheetFlow {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            kept: self.kept + other.kept,
            to_data: self.to_data + other.to_data,
            less: self.less + other.less,
            more: self.more + other.more,
        }
    }
}

/// How far the sheets of two months lie apart; below 0 where there are more.
pub fn fewer(before: u64, after: u64) -> i64 {
    let difference = i128::from(before) - i128::from(after);
    i64::try_from(difference).unwrap_or(if difference < 0 { i64::MIN } else { i64::MAX })
}

impl Document {
    /// Sheets of it that are kept of a year of such months: none where it is not kept on paper.
    pub fn kept_a_year(&self, sheets: Option<u64>) -> Option<u64> {
        if self.storage.is_on_paper() {
            sheets?.checked_mul(12)
        } else {
            Some(0)
        }
    }

    /// Sheets of it that stand in the binders at all in the long run; `None` where nobody knows for how long they are kept.
    pub fn kept(&self, sheets: Option<u64>) -> Option<u64> {
        if self.storage.is_on_paper() {
            self.kept_a_year(sheets)?.checked_mul(u64::from(self.keep_years?))
        } else {
            Some(0)
        }
    }
}

/// Binders that so many sheets fill, the last one perhaps in part.
pub fn binders(sheets: u64, each: u32) -> Option<u64> {
    (each > 0).then(|| sheets.div_ceil(u64::from(each)))
}

impl Documents {
    /// What is known of a kind in a month.
    pub fn figures(&self, document: DocumentId, month: Month) -> MonthFigures {
        self.month(document, month).map(MonthFigures::of).unwrap_or_default()
    }

    /// What is known of all kinds in a month: a figure that one kind lacks is not known of all.
    pub fn all_figures(&self, month: Month) -> MonthFigures {
        MonthFigures::sum(self.kinds.iter().map(|kind| self.figures(kind.id, month)))
    }

    /// Before and after of a kind.
    pub fn before_after(&self, document: DocumentId) -> BeforeAfter {
        self.beside(|month| self.figures(document, month))
    }

    /// Before and after of all kinds.
    pub fn all_before_after(&self) -> BeforeAfter {
        self.beside(|month| self.all_figures(month))
    }

    fn beside(&self, figures: impl Fn(Month) -> MonthFigures) -> BeforeAfter {
        let months = self.compared_months();
        BeforeAfter {
            months,
            before: months.before.map(&figures).unwrap_or_default(),
            after: months.after.map(&figures).unwrap_or_default(),
        }
    }

    /// Where the sheets of a kind went; `None` where a month is missing.
    pub fn flow(&self, document: DocumentId) -> Option<SheetFlow> {
        let (first, last) = self.compared_months().both()?;
        let (earlier, later) = (self.month(document, first)?, self.month(document, last)?);
        let (before, after) = (earlier.sheets()?, later.sheets()?);
        let gone = before.saturating_sub(after);
        let became_data = earlier.medium != later.medium && later.medium != Medium::Paper;
        Some(SheetFlow {
            kept: before.min(after),
            to_data: if became_data { gone } else { 0 },
            less: if became_data { 0 } else { gone },
            more: after.saturating_sub(before),
        })
    }

    /// Sheets that are planned of all kinds in a month; `None` where not every kind has a plan.
    pub fn all_planned(&self, month: Month) -> Option<u64> {
        if self.kinds.is_empty() {
            return None;
        }
        let planned = |kind: &Document| self.goal(kind.id, month).map(|goal| u64::from(goal.sheets));
        self.kinds.iter().map(planned).sum()
    }

    /// Months of the same name as the month before, from that one on, in which anything was counted or planned.
    pub fn years(&self) -> Vec<Month> {
        let Some(before) = self.compared_months().before else {
            return Vec::new();
        };
        let planned = self.goals.iter().map(|it| it.month);
        let mut months: Vec<Month> = self.months.iter().map(|it| it.month).chain(planned).collect();
        months.retain(|month| month.number() == before.number() && *month >= before);
        months.sort_unstable();
        months.dedup();
        months
    }
}

#[cfg(test)]
mod tests;
