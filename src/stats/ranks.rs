//! Mid-ranks with ties, and how rank sums are distributed when nothing changed.
//!
//! Mid-ranks are halves, so they are kept doubled: whole numbers make every comparison of sums
//! exact.

use super::door::{TIE, largest};

/// Returns twice the mid-rank of each value, in the order given.
///
/// Values within 10^-10 of the largest absolute value are tied and share the mean of their ranks.
pub(super) fn doubled_mid_ranks(values: &[f64]) -> Vec<usize> {
    let noise = TIE * largest(values);
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0; values.len()];
    let mut done = 0;
    for tied in order.chunk_by(|a, b| values[*b] - values[*a] <= noise) {
        let end = done + tied.len();
        for at in tied {
            // Ranks done+1 to end have the mean (done + 1 + end)/2.
            ranks[*at] = done + 1 + end;
        }
        done = end;
    }
    ranks
}

/// Returns the chance of each sum when every rank is taken or left by a fair coin.
///
/// Dynamic programming over the sums (Hollander, Wolfe & Chicken, 3.1). The chances are exact
/// dyadic fractions up to 53 ranks.
pub(super) fn coin_sums(ranks: &[usize]) -> Vec<f64> {
    let mut chances = vec![0.0; ranks.iter().sum::<usize>() + 1];
    chances[0] = 1.0;
    let mut top = 0;
    for rank in ranks {
        top += rank;
        for sum in (0..=top).rev() {
            let taken = sum.checked_sub(*rank).map_or(0.0, |rest| chances[rest]);
            chances[sum] = f64::midpoint(chances[sum], taken);
        }
    }
    chances
}

/// Returns the number of ways to choose `size` of the ranks, by their sum.
///
/// Dynamic programming over size and sum (Streitberg & Röhmel 1986). The numbers are exact up to
/// 2^53 and keep their relative precision beyond.
pub(super) fn choice_sums(ranks: &[usize], size: usize) -> Vec<f64> {
    let mut descending = ranks.to_vec();
    descending.sort_unstable_by(|a, b| b.cmp(a));
    let most: usize = descending.iter().take(size).sum();
    let mut ways = vec![vec![0.0; most + 1]; size + 1];
    ways[0][0] = 1.0;
    for rank in ranks {
        // From large to small sizes, so that no rank is chosen twice.
        for chosen in (1..=size).rev() {
            let (fewer, more) = ways.split_at_mut(chosen);
            let without = &fewer[chosen - 1];
            for (way, rest) in more[0].iter_mut().skip(*rank).zip(without) {
                *way += rest;
            }
        }
    }
    ways.swap_remove(size)
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config, minutes};
    use super::*;
    use proptest::prelude::*;

    // 10 20 10 40: ranks 1.5 3 1.5 4.
    #[test]
    fn tied_values_share_their_ranks() {
        assert_eq!(doubled_mid_ranks(&[10.0, 20.0, 10.0, 40.0]), [3, 6, 3, 8]);
        assert_eq!(doubled_mid_ranks(&[0.3 - 0.2, 0.1]), [3, 3]);
        assert!(doubled_mid_ranks(&[]).is_empty());
    }

    // Ranks 1 2 3: sums 0 1 2 3 3 4 5 6, each with chance 1/8.
    #[test]
    fn coins_by_hand() {
        assert_eq!(coin_sums(&[1, 2, 3]), [0.125, 0.125, 0.125, 0.25, 0.125, 0.125, 0.125]);
    }

    // Two of 2 6 6 6 10: 8 three times, 12 four times (2+10 and three of 6+6), 16 three times.
    #[test]
    fn choices_by_hand() {
        let ways = choice_sums(&[2, 6, 6, 6, 10], 2);
        let found: Vec<(usize, f64)> = ways.into_iter().enumerate().filter(|(_, ways)| *ways > 0.0).collect();
        assert_eq!(found, [(8, 3.0), (12, 4.0), (16, 3.0)]);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn ranks_always_add_up_to_the_same(values in minutes(1..20)) {
            let n = values.len();
            prop_assert_eq!(
                doubled_mid_ranks(&values).iter().sum::<usize>(),
                n * (n + 1)
            );
        }

        #[test]
        fn chances_add_up_to_one_and_mirror(values in minutes(1..14)) {
            let chances = coin_sums(&doubled_mid_ranks(&values));
            close(chances.iter().sum::<f64>(), 1.0, 1e-12);
            prop_assert!(chances.iter().eq(chances.iter().rev()));
        }

        // Taking a set and leaving the rest is the same choice seen from the other side.
        #[test]
        fn choosing_and_leaving_are_one(values in minutes(2..14)) {
            let ranks = doubled_mid_ranks(&values);
            let total: usize = ranks.iter().sum();
            let taken = choice_sums(&ranks, 1);
            let left = choice_sums(&ranks, ranks.len() - 1);
            for (sum, ways) in taken.iter().enumerate().filter(|(_, ways)| **ways > 0.0) {
                close(left[total - sum], *ways, 0.0);
            }
        }
    }
}
