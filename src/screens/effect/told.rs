//! Words and figures of a result that its page and its reasons share.

use crate::phrase::{Phrase, phrase};
use crate::report::decimal_text;
use crate::report::finding::{ComparedAs, CountPair, IndicatorFinding, NotWorse};
pub use crate::report::{margin_text, way_to_compare};
use crate::screens::figure::signed;

/// A value in the unit as people read it: shares as percent.
pub fn of_unit(finding: &IndicatorFinding, value: f64) -> f64 {
    if finding.is_share { value * 100.0 } else { value }
}

/// Both ends of an interval of differences, with their signs.
pub fn interval_ends(finding: &IndicatorFinding, ends: [f64; 2]) -> [String; 2] {
    ends.map(|end| signed(of_unit(finding, end), finding.decimals))
}

/// Whether a mean that is missing is hidden, because it would tell of fewer than three people.
pub fn is_hidden(finding: &IndicatorFinding, people: usize) -> bool {
    finding.assessment.compared_as != ComparedAs::Figure && people > 0
}

/// A sign beside the word of the not-worse test, so that colour is never alone.
pub fn not_worse_sign(result: NotWorse) -> &'static str {
    match result {
        NotWorse::Shown => "+",
        NotWorse::NotShown => "=",
        NotWorse::Worse => "-",
        NotWorse::NotAssessable => "?",
    }
}

/// So many of so many, or events per base.
pub fn counts(finding: &IndicatorFinding, pair: CountPair) -> Phrase {
    let said = match finding.assessment.compared_as {
        ComparedAs::Rate => phrase("result-rate-counts"),
        ComparedAs::People | ComparedAs::Share | ComparedAs::Figure => phrase("result-share-counts"),
    };
    said.with("count", number(pair.count)).with("base", number(pair.base))
}

/// A count without decimals; a part of one with one.
pub fn number(count: f64) -> String {
    let decimals = u8::from(count.fract() != 0.0);
    decimal_text(count, decimals)
}
