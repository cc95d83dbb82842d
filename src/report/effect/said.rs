//! How figures of a comparison stand in its sentences.

use crate::phrase::phrase;
use crate::report::finding::{CountPair, IndicatorFinding};
use crate::report::{UNKNOWN, decimal_text, signed_text};
use crate::text::Text;

/// Both ends of an interval of a difference with their signs, and the unit once.
pub(super) fn interval_text(finding: &IndicatorFinding, [low, high]: [f64; 2], text: &Text) -> String {
    let low = signed_text(finding, low);
    let low = low.strip_suffix(&finding.difference_unit).unwrap_or(&low).trim_end();
    text.say(
        &phrase("range")
            .with("low", low)
            .with("high", signed_text(finding, high)),
    )
}

/// A margin with the unit of differences, without a sign.
pub(super) fn margin_text(finding: &IndicatorFinding, margin: f64) -> String {
    signed_text(finding, margin).trim_start_matches('+').to_owned()
}

/// A level in percent.
pub(super) fn level_text(level: f64) -> String {
    format!("{}%", decimal_text(level * 100.0, 1))
}

/// How many of how many.
pub(super) fn counted(counts: Option<CountPair>) -> String {
    counts.map_or_else(|| UNKNOWN.to_owned(), |it| format!("{}/{}", it.count, it.base))
}
