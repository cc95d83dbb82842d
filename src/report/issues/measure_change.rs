//! What is written into the book when a measure is decided, changed, followed or taken out.

use crate::book::{Change, Occasion};
use crate::issues::Measure;

/// A measure was decided, changed or taken out; the one before as the book has it.
pub fn measure_kept(before: Option<&Measure>, after: Option<&Measure>) -> (Occasion, Vec<Change>) {
    let text = after.or(before).map(|measure| measure.text.clone());
    let occasion = Occasion::MeasureKept {
        text: text.unwrap_or_default(),
    };
    (occasion, change(before, after))
}

/// It was told how a measure goes: news, a step or a check.
pub fn measure_followed(before: &Measure, after: &Measure) -> (Occasion, Vec<Change>) {
    let occasion = Occasion::MeasureFollowed {
        text: after.text.clone(),
    };
    (occasion, change(Some(before), Some(after)))
}

fn change(before: Option<&Measure>, after: Option<&Measure>) -> Vec<Change> {
    let boxed = |measure: &Measure| Box::new(measure.clone());
    vec![Change::MeasureKept {
        before: before.map(boxed),
        after: after.map(boxed),
    }]
}
