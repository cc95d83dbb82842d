//! The findings of a book, as commands and screens need them.

use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::book::{Book, Integrity};
use crate::effect::Indicator;
use crate::failure::Failure;
use crate::report::finding::{CheckFinding, Comparisons, DocumentsFinding, EffectFinding, Summary};
use crate::report::{self, Holdings};
use crate::text::Text;
use crate::worktime::Wave;

/// A book read once, and the findings that commands and screens need of it.
pub(super) struct Reading(pub(super) Arc<Holdings>);

impl Deref for Reading {
    type Target = Holdings;

    fn deref(&self) -> &Holdings {
        &self.0
    }
}

impl Reading {
    pub(super) fn of(book: &Book) -> Result<Self, Failure> {
        let catalog = super::book::catalog(book.path())?;
        Ok(Self(Arc::new(Holdings::of(book, catalog)?)))
    }

    /// The waves with sheets, in order.
    pub(super) fn waves(&self) -> Vec<Wave> {
        let waves: std::collections::BTreeSet<Wave> = self.sheets.iter().map(|(wave, _)| *wave).collect();
        waves.into_iter().collect()
    }

    pub(super) fn summary(&self, text: &Text) -> Result<Summary, Failure> {
        Ok(Summary {
            list_notes: report::list_notes(self, text),
            ..report::summary(&self.founding, &self.sheets, text)?
        })
    }

    pub(super) fn comparisons(
        &self,
        indicators: &[Indicator],
        waves: (Wave, Wave),
        text: &Text,
    ) -> Result<Comparisons, Failure> {
        Ok(report::comparisons_of(self, indicators, waves, text)?)
    }

    /// The first survey against each later one.
    pub(super) fn all_comparisons(&self, text: &Text) -> Result<Vec<Comparisons>, Failure> {
        Ok(report::all_comparisons(self, text)?)
    }

    /// Everything about effects.
    pub(super) fn effect(&self, today: NaiveDate, text: &Text) -> Result<EffectFinding, Failure> {
        let results = self.all_comparisons(text)?;
        Ok(report::effect(self, results, today, text)?)
    }

    /// Everything about documents, beside comparisons that were made already.
    pub(super) fn documents(&self, results: &[Comparisons], text: &Text) -> Result<DocumentsFinding, Failure> {
        Ok(report::documents(self, results, text)?)
    }

    pub(super) fn check(&self, book: &Book, text: &Text) -> Result<CheckFinding, Failure> {
        Ok(self.check_with(&book.check()?, text))
    }

    /// The quality of the sheets beside a test of the book that was made before.
    pub(super) fn check_with(&self, integrity: &Integrity, text: &Text) -> CheckFinding {
        report::check(&self.0, integrity, text)
    }
}
