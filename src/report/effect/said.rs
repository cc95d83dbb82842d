//! How figures of a comparison stand in its sentences.

use crate::phrase::{Phrase, phrase};
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
pub fn margin_text(finding: &IndicatorFinding, margin: f64) -> String {
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

/// How values were compared, or how an interval was made, in words; an unknown way by its id.
pub fn way_to_compare(id: Option<&str>) -> Phrase {
    match id {
        Some("sign-flip") => phrase("result-way-sign-flip"),
        Some("permutation") => phrase("result-way-permutation"),
        Some("rank-sum") => phrase("result-way-rank-sum"),
        Some("fisher") => phrase("result-way-fisher"),
        Some("poisson") => phrase("result-way-poisson"),
        Some("t") => phrase("result-way-t"),
        Some("welch") => phrase("result-way-welch"),
        Some("clopper-pearson") => phrase("result-way-clopper-pearson"),
        Some("garwood") => phrase("result-way-garwood"),
        other => phrase("result-way-other").with("id", other.unwrap_or(UNKNOWN)),
    }
}

/// How the interval of a difference was made, with its level: `t 95%` in words.
pub fn interval_made(kind: &str, text: &Text) -> String {
    // The level stands last.
    let (way, level) = kind.rsplit_once(' ').unwrap_or((kind, UNKNOWN));
    format!("{} {level}", text.say(&way_to_compare(Some(way))))
}
