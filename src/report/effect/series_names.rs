//! Names of the sets of rules and of their signals.

use crate::phrase::{Phrase, phrase};
use crate::stats::{RuleSet, Signal};

/// The name of a set of rules.
pub(super) fn rules_name(rules: RuleSet) -> Phrase {
    match rules {
        RuleSet::Anhoej => phrase("series-rules-anhoej"),
        RuleSet::Ihi => phrase("series-rules-ihi"),
        RuleSet::Mdc => phrase("series-rules-mdc"),
        RuleSet::MdcExcel => phrase("series-rules-mdc-excel"),
        RuleSet::Shewhart => phrase("series-rules-shewhart"),
    }
}

/// What a set of rules marks.
pub(super) fn rules_says(rules: RuleSet) -> Phrase {
    match rules {
        RuleSet::Anhoej => phrase("series-rules-anhoej-says"),
        RuleSet::Ihi => phrase("series-rules-ihi-says"),
        RuleSet::Mdc => phrase("series-rules-mdc-says"),
        RuleSet::MdcExcel => phrase("series-rules-mdc-excel-says"),
        RuleSet::Shewhart => phrase("series-rules-shewhart-says"),
    }
}

/// The name of a signal.
pub(super) fn signal_name(signal: Signal) -> Phrase {
    match signal {
        Signal::Shift => phrase("series-signal-shift"),
        Signal::Trend => phrase("series-signal-trend"),
        Signal::FewCrossings => phrase("series-signal-few-crossings"),
        Signal::ManyRuns => phrase("series-signal-many-runs"),
        Signal::Outside => phrase("series-signal-outside"),
        Signal::NearLimit => phrase("series-signal-near-limit"),
        Signal::CloseToCentre => phrase("series-signal-close-to-centre"),
    }
}
