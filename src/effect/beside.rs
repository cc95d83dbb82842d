//! The other way to compare, told beside the main one.

use super::changed::changes;
use super::comparison::{Design, LEVEL, PersonValues, values};
use crate::stats::{self, HodgesLehmann, PValue, Zeros};

/// The other way to compare the same waves, beside the main one.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// How people were compared.
    pub design: Design,
    /// Difference of means, later − earlier.
    pub difference: f64,
    /// Two-sided p: the permutation of the difference of means (unpaired), the sign-flip (paired).
    pub p: PValue,
    /// p of the exact rank test: Mann–Whitney (unpaired), signed-rank (paired).
    pub p_rank: Option<f64>,
    /// Hodges–Lehmann estimate of the difference.
    pub hodges_lehmann: Option<HodgesLehmann>,
}

pub(super) fn groups_beside(from: &PersonValues, to: &PersonValues, seed: u64) -> Option<Beside> {
    let (earlier, later) = (values(from), values(to));
    Some(Beside {
        design: Design::Unpaired,
        difference: stats::mean(&later)? - stats::mean(&earlier)?,
        p: stats::permutation_of_means(&earlier, &later, seed)?,
        p_rank: stats::rank_sum(&earlier, &later).map(|test| test.p),
        hodges_lehmann: stats::shift(&earlier, &later, LEVEL),
    })
}

pub(super) fn pairs_beside(paths: &[(f64, f64)], seed: u64) -> Option<Beside> {
    let differences = changes(paths);
    Some(Beside {
        design: Design::Paired,
        difference: stats::mean(&differences)?,
        p: stats::sign_flip(&differences, seed)?,
        p_rank: stats::signed_rank(&differences, Zeros::Dropped).map(|test| test.p),
        hodges_lehmann: stats::hodges_lehmann(&differences, LEVEL),
    })
}
