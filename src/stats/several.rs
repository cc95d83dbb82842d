//! Several indicators in one family.

/// Adjusts the p values of one family so that the chance of any false alarm stays at its level
/// (ホルムの方法).
///
/// The k-th smallest of m is multiplied by m − k + 1, never falls below a smaller one's result, and
/// is at most 1 (Holm 1979). The order of the input is kept. A value that is no p (outside 0–1, or
/// not a number) shows nothing, so it counts as 1 and still belongs to the family. No values give
/// no values.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut adjusted: Vec<f64> = p
        .iter()
        .map(|p| if (0.0..=1.0).contains(p) { *p } else { 1.0 })
        .collect();
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| adjusted[*a].total_cmp(&adjusted[*b]));
    let mut floor = 0.0;
    let mut left = super::door::len(p);
    for at in order {
        floor = f64::max(floor, (adjusted[at] * left).min(1.0));
        adjusted[at] = floor;
        left -= 1.0;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config, reversed};
    use super::*;
    use proptest::prelude::*;

    fn all_close(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            close(*found, *expected, 1e-12);
        }
    }

    // .01·3 = .03, .02·2 = .04, .5·1 = .5; then .03·2 = .06 lifts the later .04.
    #[test]
    fn three_indicators_by_hand() {
        all_close(&holm(&[0.02, 0.01, 0.5]), &[0.04, 0.03, 0.5]);
        all_close(&holm(&[0.04, 0.03]), &[0.06, 0.06]);
        all_close(&holm(&[0.7, 0.6]), &[1.0, 1.0]);
    }

    #[test]
    fn one_p_stays_and_none_stays_none() {
        all_close(&holm(&[0.03]), &[0.03]);
        assert!(holm(&[]).is_empty());
    }

    #[test]
    fn what_is_no_p_counts_as_one() {
        all_close(&holm(&[f64::NAN, 0.01, -0.2, 3.0]), &[1.0, 0.04, 1.0, 1.0]);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn never_smaller_never_above_one_never_reordered(
            raw in proptest::collection::vec(0.0..=1.0, 0..9),
        ) {
            let adjusted = holm(&raw);
            for (at, (raw_at, adjusted_at)) in raw.iter().zip(&adjusted).enumerate() {
                prop_assert!(raw_at <= adjusted_at && *adjusted_at <= 1.0);
                for (raw_other, adjusted_other) in raw[at..].iter().zip(&adjusted[at..]) {
                    prop_assert!(
                        (raw_at < raw_other && adjusted_at <= adjusted_other)
                            || (raw_at >= raw_other && adjusted_at >= adjusted_other)
                    );
                }
            }
            all_close(&holm(&reversed(&raw)), &reversed(&adjusted));
        }
    }
}
