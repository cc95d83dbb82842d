//! Series of months or days.

use crate::effect::Indicator;
use crate::report::Holdings;
use crate::report::finding::SeriesFinding;
use crate::stats::RuleSet;
use crate::text::Text;

/// The series of every indicator that has one; by the usual rules where none are named.
pub fn series(holdings: &Holdings, rules: Option<RuleSet>, text: &Text) -> Vec<SeriesFinding> {
    let indicators = holdings.indicators();
    let found = indicators.iter().filter(|it| it.per.is_series());
    found.filter_map(|it| series_of(holdings, it, rules, text)).collect()
}

/// The series of an indicator; `None` where nothing was entered or it has none.
pub fn series_of(
    _holdings: &Holdings,
    _indicator: &Indicator,
    _rules: Option<RuleSet>,
    _text: &Text,
) -> Option<SeriesFinding> {
    None
}
