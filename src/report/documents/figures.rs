//! Figures of a kind of document, or of all.

use crate::documents::{BeforeAfter, HALVING_RULE, SheetFlow, Unassessed, fewer, most_for_half};
use crate::report::finding::{DocumentFigures, DocumentFlow};

/// Figures with what makes them not assessable in words.
pub(super) fn of(found: &BeforeAfter, why: &dyn Fn(Unassessed) -> String) -> DocumentFigures {
    let halving = found.halving();
    let difference = |before: Option<u64>, after: Option<u64>| Some(fewer(before?, after?));
    let reduction = difference(found.before.sheets, found.after.sheets);
    DocumentFigures {
        sheets_before: found.before.sheets,
        sheets_after: found.after.sheets,
        reduction,
        reduction_share: found
            .sheets()
            .and_then(|(before, after)| share(fewer(before, after), before)),
        pieces_before: found.before.pieces,
        pieces_after: found.after.pieces,
        minutes_before: found.before.minutes,
        minutes_after: found.after.minutes,
        minutes_saved: difference(found.before.minutes, found.after.minutes),
        reentry_before: found.before.reentries,
        reentry_after: found.after.reentries,
        reentry_saved: difference(found.before.reentries, found.after.reentries),
        halved: halving.ok(),
        halved_why: halving.err().map(why),
        missing: halving.ok().and(found.sheets()).map(|(before, after)| too_many(before, after)),
        rule: HALVING_RULE,
    }
}

/// Sheets that are too many for one half.
pub(super) fn too_many(before: u64, after: u64) -> u64 {
    after.saturating_sub(most_for_half(before))
}

/// One number over the other; `None` over nothing.
#[expect(clippy::cast_precision_loss, reason = "sheets of an office, far below 2^52")]
pub(super) fn share(part: i64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

pub(super) fn flow(flow: SheetFlow) -> DocumentFlow {
    DocumentFlow {
        kept: flow.kept,
        to_data: flow.to_data,
        less: flow.less,
        more: flow.more,
    }
}
