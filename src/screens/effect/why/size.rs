//! How large a difference is, and between which ends it lies.

use super::Facts;
use crate::phrase::{Gap, Phrase, phrase};
use crate::report::finding::{Estimate, IndicatorFinding};
use crate::report::{UNKNOWN, decimal_text, signed_text};
use crate::screens::effect::told::{interval_ends, way_to_compare};
use crate::screens::figure::{percent, signed};

/// The difference, its intervals and its size beside the spread of people.
pub(super) fn size(facts: &mut Facts, finding: &IndicatorFinding) {
    let Some(difference) = finding.difference else {
        return;
    };
    let change = finding.change.map(relative);
    facts.named(
        "screens-difference",
        match change {
            Some(change) => phrase("because-difference")
                .with("difference", signed_text(finding, difference))
                .with("change", change)
                .into(),
            None => Gap::from(signed_text(finding, difference)),
        },
    );
    if let Some(ends) = finding.interval {
        // `t 95%`: how it was made, and its level.
        let kind = finding.interval_kind.as_deref().unwrap_or(UNKNOWN);
        let (way, level) = kind.rsplit_once(' ').unwrap_or((kind, UNKNOWN));
        facts.named(
            "because-interval",
            phrase("because-interval-is")
                .with("range", range(finding, ends))
                .with("level", level)
                .with("kind", way_to_compare(Some(way))),
        );
    }
    let exact = finding.assessment.exact_interval;
    // Of shares and rates the interval above is exact already.
    if let Some(ends) = exact.filter(|_| exact != finding.interval) {
        let level = finding.assessment.exact_level.map_or_else(|| UNKNOWN.to_owned(), level);
        facts.named(
            "because-exact-interval",
            phrase("because-exact-interval-is")
                .with("range", range(finding, ends))
                .with("level", level)
                .with("kind", way_to_compare(finding.assessment.exact_kind.as_deref())),
        );
    }
    facts.maybe(
        "workbook-hodges-lehmann",
        finding.hodges_lehmann.as_ref().map(|it| middle(finding, it)),
    );
    facts.maybe(
        "because-change-interval",
        finding
            .change_interval
            .map(|[low, high]| between(relative(low), relative(high))),
    );
    let hundredth = |value: f64| signed(value, 2);
    facts.maybe("workbook-hedges-g", finding.hedges_g.map(hundredth));
    facts.maybe("workbook-hedges-g-av", finding.hedges_g_av.map(hundredth));
    facts.maybe("workbook-cliffs-delta", finding.cliffs_delta.map(hundredth));
    facts.maybe(
        "workbook-good-share",
        finding.good_share.map(|share| percent(Some(share))),
    );
}

fn relative(change: f64) -> String {
    format!("{}%", signed(change * 100.0, 1))
}

fn level(level: f64) -> String {
    format!("{}%", decimal_text(level * 100.0, 1))
}

/// From one end to the other.
pub(super) fn between(low: String, high: String) -> Phrase {
    phrase("range").with("low", low).with("high", high)
}

fn range(finding: &IndicatorFinding, ends: [f64; 2]) -> Phrase {
    let [low, high] = interval_ends(finding, ends);
    between(low, high)
}

/// The middle of the differences with its exact interval.
fn middle(finding: &IndicatorFinding, estimate: &Estimate) -> Gap {
    let value = signed_text(finding, estimate.estimate);
    match (estimate.interval, estimate.level) {
        (Some(ends), Some(reached)) => phrase("because-middle")
            .with("value", value)
            .with("range", range(finding, ends))
            .with("level", level(reached))
            .into(),
        _ => value.into(),
    }
}
