//! Figures that come from the document ledger: one a month, where every kind was counted.

use std::borrow::Cow;

use crate::effect::{At, DocumentCount, Indicator, Measured, Measurement, MeasurementKey, Per, Subject};
use crate::office::{Decimal, Month};
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;

/// Where the figures of an indicator of documents come from; never from both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// From the ledger; so many figures were typed in, too, and are not used.
    Ledger { entered: usize },
    /// Typed in, as the ledger has none.
    Entered,
}

impl Origin {
    /// In words.
    pub(super) fn phrase(self) -> Phrase {
        match self {
            Self::Ledger { entered: 0 } => phrase("papers-from-ledger"),
            Self::Ledger { entered } => phrase("papers-from-ledger-not-typed").with("figures", entered),
            Self::Entered => phrase("papers-from-typed"),
        }
    }
}

/// Where the figures of an indicator come from; `None` for one that does not count documents, or has none.
pub(super) fn origin(holdings: &Holdings, indicator: &Indicator) -> Option<Origin> {
    if !matches!(indicator.measured, Measured::Documents { .. }) {
        return None;
    }
    let entered = holdings.effects.of(&indicator.id).count();
    if of_ledger(holdings, indicator).is_empty() {
        (entered > 0).then_some(Origin::Entered)
    } else {
        Some(Origin::Ledger { entered })
    }
}

/// The figures of an indicator: what the ledger counts where it does, else what was entered.
pub(super) fn figures_of<'a>(holdings: &'a Holdings, indicator: &Indicator) -> Vec<Cow<'a, Measurement>> {
    let counted = of_ledger(holdings, indicator);
    if counted.is_empty() {
        let entered = holdings.effects.measurements.iter();
        let own = entered.filter(|it| it.key.indicator == indicator.id);
        own.map(Cow::Borrowed).collect()
    } else {
        counted.into_iter().map(Cow::Owned).collect()
    }
}

/// Months in which the ledger has a figure of an indicator.
pub(super) fn months_of(holdings: &Holdings, indicator: &Indicator) -> Vec<Month> {
    let months = of_ledger(holdings, indicator).into_iter();
    let month = |it: Measurement| match it.key.at {
        At::Month(month) => Some(month),
        At::Wave(_) | At::Day(_) => None,
    };
    months.filter_map(month).collect()
}

fn of_ledger(holdings: &Holdings, indicator: &Indicator) -> Vec<Measurement> {
    let Measured::Documents { count } = indicator.measured else {
        return Vec::new();
    };
    if indicator.per != Per::OfficeMonth {
        return Vec::new();
    }
    let documents = &holdings.documents;
    let figure = |month: Month| {
        let all = documents.all_figures(month);
        let value = match count {
            DocumentCount::Sheets => all.sheets,
            DocumentCount::Minutes => all.minutes,
            DocumentCount::Reentries => all.reentries,
        };
        Some(Measurement {
            key: MeasurementKey {
                indicator: indicator.id.clone(),
                at: At::Month(month),
                subject: Subject::Office,
            },
            value: Decimal::whole(u32::try_from(value?).ok()?),
            of: None,
        })
    };
    documents.counted_months().into_iter().filter_map(figure).collect()
}
