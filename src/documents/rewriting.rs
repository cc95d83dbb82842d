//! What entering facts only once would save (転記をなくしたときの見込み). Source: 参考, our own rule.

use super::Documents;
use super::document::{Document, DocumentId, FactWay};
use crate::office::{Decimal, Month};

/// What entering once would save in a month, in one kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prediction {
    /// Which kind.
    pub document: DocumentId,
    /// Facts that are to be entered only once.
    pub once: usize,
    /// Pieces in the month; `None` when nobody counted them.
    pub pieces: Option<u64>,
    /// Minutes that writing one fact again takes; `None` when unknown.
    pub each: Option<Decimal>,
}

impl Prediction {
    /// Re-entries fewer in the month.
    pub fn times(&self) -> Option<u64> {
        self.pieces?.checked_mul(u64::try_from(self.once).ok()?)
    }

    /// Minutes fewer in the month, a half rounded up.
    pub fn minutes(&self) -> Option<u64> {
        self.each?.times(self.times()?)
    }
}

impl Document {
    /// How many of its facts get there in a way.
    pub fn facts_of(&self, way: FactWay) -> usize {
        self.facts.iter().filter(|it| it.way == way).count()
    }
}

impl Documents {
    /// What entering once would save in a month, for each kind with facts that are to be entered only once.
    pub fn predictions(&self, month: Month) -> Vec<Prediction> {
        let kinds = self.kinds.iter().filter(|kind| kind.facts_of(FactWay::Once) > 0);
        kinds
            .map(|kind| {
                let counted = self.month(kind.id, month);
                Prediction {
                    document: kind.id,
                    once: kind.facts_of(FactWay::Once),
                    pieces: counted.and_then(super::DocumentMonth::pieces),
                    each: counted.and_then(|it| it.minutes_per_reentry),
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prediction(once: usize, pieces: Option<u64>, each: Option<&str>) -> Prediction {
        Prediction {
            document: DocumentId(1),
            once,
            pieces,
            each: each.map(|each| Decimal::parse(each).unwrap()),
        }
    }

    #[test]
    fn minutes_are_pieces_times_facts_times_minutes_each() {
        // 31 pieces × 3 facts = 93; 93 × 0.5 = 46.5 → 47
        let known = prediction(3, Some(31), Some("0.5"));
        assert_eq!((known.times(), known.minutes()), (Some(93), Some(47)));
    }

    #[test]
    fn a_missing_figure_leaves_it_unknown() {
        let without_minutes = prediction(3, Some(31), None);
        assert_eq!((without_minutes.times(), without_minutes.minutes()), (Some(93), None));
        let without_pieces = prediction(3, None, Some("0.5"));
        assert_eq!((without_pieces.times(), without_pieces.minutes()), (None, None));
    }
}
