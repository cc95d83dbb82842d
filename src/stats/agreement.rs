//! How far two recordings of the same work agree (観察者間一致).

use super::shares::kappa;
use super::spread::{mean, median};

/// A stretch of one label, from a second up to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// What was recorded, as a number from 0.
    pub label: usize,
    /// First second.
    pub from: u32,
    /// The second after the last.
    pub to: u32,
}

/// Seconds of a minute that must be recorded for the minute to count.
const HALF: u32 = 30;

/// What two recordings have in common. Stretches of one recording do not overlap.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Minutes that both recorded, at least half of each.
    pub minutes: u32,
    /// Of these, minutes with the same label.
    pub minutes_alike: u32,
    /// Minutes that only the first recorded.
    pub minutes_first_only: u32,
    /// Minutes that only the second recorded.
    pub minutes_second_only: u32,
    /// Kappa of the minutes that both recorded.
    pub minute_kappa: Option<f64>,
    /// Pairs of stretches that belong together.
    pub pairs: usize,
    /// Of these, pairs with the same label.
    pub pairs_alike: usize,
    /// Stretches of the first without a counterpart.
    pub first_alone: usize,
    /// Stretches of the second without a counterpart.
    pub second_alone: usize,
    /// Kappa of the pairs.
    pub pair_kappa: Option<f64>,
    /// Concordance of the lengths of the pairs, see [`concordance`].
    pub concordance: Option<f64>,
    /// Median distance between the two starts of a pair, in seconds.
    pub start_gap: Option<f64>,
    /// Agreement of the order, see [`order_agreement`].
    pub order: Option<f64>,
    /// The two labels that were mixed up most, the smaller first, with the minutes; `None` where no minute differs.
    pub mixed_up: Option<(usize, usize, u64)>,
}

/// Compares two recordings.
///
/// A minute of the clock is recorded when at least 30 of its seconds are, and its label is the one with most seconds in it, the
/// earlier one of two with as many. Only minutes that both recorded enter kappa: a minute that one of them did not record says
/// nothing about how a task is named, so such minutes are counted apart. Two stretches belong together by their overlap: the pair
/// that shares most seconds first, each stretch at most once; kappa of stretches, concordance and gaps are of these pairs.
#[must_use]
pub fn agreement(first: &[Stretch], second: &[Stretch]) -> Agreement {
    let labels = first.iter().chain(second).map(|stretch| stretch.label + 1).max();
    let labels = labels.unwrap_or(0);
    let minutes = minute_labels(first, second);
    let both = minutes.iter().filter_map(|(one, other)| Some(((*one)?, (*other)?)));
    let both: Vec<(usize, usize)> = both.collect();
    let of_minutes = table(labels, &both);
    let pairs = pairs(first, second);
    let names: Vec<(usize, usize)> = pairs.iter().map(|(one, other)| (one.label, other.label)).collect();
    let lengths = pairs.iter().map(|(one, other)| (length(one), length(other)));
    let gaps = pairs
        .iter()
        .map(|(one, other)| f64::from(one.from.abs_diff(other.from)));
    let sequence = |stretches: &[Stretch]| stretches.iter().map(|stretch| stretch.label).collect::<Vec<_>>();
    let alike = |pairs: &[(usize, usize)]| pairs.iter().filter(|(one, other)| one == other).count();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Agreement {
        minutes: count(both.len()),
        minutes_alike: count(alike(&both)),
        minutes_first_only: count(
            minutes
                .iter()
                .filter(|(one, other)| one.is_some() && other.is_none())
                .count(),
        ),
        minutes_second_only: count(
            minutes
                .iter()
                .filter(|(one, other)| one.is_none() && other.is_some())
                .count(),
        ),
        minute_kappa: kappa(&of_minutes),
        pairs: pairs.len(),
        pairs_alike: alike(&names),
        first_alone: first.len() - pairs.len(),
        second_alone: second.len() - pairs.len(),
        pair_kappa: kappa(&table(labels, &names)),
        concordance: concordance(&lengths.collect::<Vec<_>>()),
        start_gap: median(&gaps.collect::<Vec<_>>()),
        order: order_agreement(&sequence(first), &sequence(second)),
        mixed_up: mixed_up(&of_minutes),
    }
}

/// Returns Lin's concordance correlation of pairs (一致相関係数): 1 when every pair is equal, less when one side is longer or the
/// two scatter.
///
/// 2·s₁₂/(s₁² + s₂² + (m₁ − m₂)²) with variances over n (Lin 1989, Biometrics 45:255–268). `None` for fewer than two pairs, for a
/// value that is not finite, and when all values of both sides are one and the same.
#[must_use]
pub fn concordance(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 2 {
        return None;
    }
    let (first, second): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (of_first, of_second) = (mean(&first)?, mean(&second)?);
    let over = |term: &dyn Fn(f64, f64) -> f64| {
        let terms: Vec<f64> = pairs
            .iter()
            .map(|(one, other)| term(one - of_first, other - of_second))
            .collect();
        mean(&terms)
    };
    let spread = over(&|one, _| one * one)? + over(&|_, other| other * other)? + (of_first - of_second).powi(2);
    let shared = over(&|one, other| one * other)?;
    (spread > 0.0).then(|| 2.0 * shared / spread)
}

/// Returns how far two sequences have the same order (順序の一致), from −1 to 1.
///
/// The best alignment by Needleman and Wunsch (1970, J. Mol. Biol. 48:443–453), scored 1 for the same label, −1 for another one
/// and −1 for a gap, divided by the length of the longer sequence: 1 when the two are the same. `None` when both are empty.
#[must_use]
pub fn order_agreement(first: &[usize], second: &[usize]) -> Option<f64> {
    let longer = u32::try_from(first.len().max(second.len())).ok()?;
    let mut above: Vec<i64> = (0..).map(|gaps: i64| -gaps).take(second.len() + 1).collect();
    for one in first {
        let mut line = vec![above[0] - 1; second.len() + 1];
        for (column, other) in second.iter().enumerate() {
            let aligned = above[column] + if one == other { 1 } else { -1 };
            line[column + 1] = aligned.max(above[column + 1] - 1).max(line[column] - 1);
        }
        above = line;
    }
    let score = i32::try_from(above[second.len()]).ok()?;
    (longer > 0).then(|| f64::from(score) / f64::from(longer))
}

fn length(stretch: &Stretch) -> f64 {
    f64::from(stretch.to.saturating_sub(stretch.from))
}

fn overlap(one: &Stretch, other: &Stretch) -> u32 {
    one.to.min(other.to).saturating_sub(one.from.max(other.from))
}

/// Labels of both recordings, minute by minute from the first recorded one to the last.
fn minute_labels(first: &[Stretch], second: &[Stretch]) -> Vec<(Option<usize>, Option<usize>)> {
    let all = || first.iter().chain(second);
    let start = all().map(|stretch| stretch.from / 60).min().unwrap_or(0);
    let end = all().map(|stretch| stretch.to.div_ceil(60)).max().unwrap_or(0);
    (start..end)
        .map(|minute| (label_of(first, minute), label_of(second, minute)))
        .collect()
}

fn label_of(stretches: &[Stretch], minute: u32) -> Option<usize> {
    let span = Stretch {
        label: 0,
        from: minute * 60,
        to: (minute + 1) * 60,
    };
    let mut seconds: Vec<(usize, u32)> = Vec::new();
    for stretch in stretches {
        let shared = overlap(stretch, &span);
        if shared == 0 {
            continue;
        }
        match seconds.iter_mut().find(|(label, _)| *label == stretch.label) {
            Some((_, so_far)) => *so_far += shared,
            None => seconds.push((stretch.label, shared)),
        }
    }
    let recorded: u32 = seconds.iter().map(|(_, seconds)| seconds).sum();
    let most = seconds.iter().rev().max_by_key(|(_, seconds)| *seconds);
    most.filter(|_| recorded >= HALF).map(|(label, _)| *label)
}

fn table(labels: usize, pairs: &[(usize, usize)]) -> Vec<Vec<u64>> {
    let mut table = vec![vec![0; labels]; labels];
    for (one, other) in pairs {
        table[*one][*other] += 1;
    }
    table
}

/// Stretches that belong together, in order of the first recording.
fn pairs<'a>(first: &'a [Stretch], second: &'a [Stretch]) -> Vec<(&'a Stretch, &'a Stretch)> {
    let mut candidates: Vec<(usize, usize)> = (0..first.len())
        .flat_map(|one| (0..second.len()).map(move |other| (one, other)))
        .filter(|(one, other)| overlap(&first[*one], &second[*other]) > 0)
        .collect();
    // The last two say which of several equal pairs comes first without asking who was the first observer.
    candidates.sort_by_key(|(one, other)| {
        let (one, other) = (&first[*one], &second[*other]);
        let shared = std::cmp::Reverse(overlap(one, other));
        (
            shared,
            one.from.abs_diff(other.from),
            one.from.max(other.from),
            one.to.max(other.to),
        )
    });
    let (mut taken_first, mut taken_second) = (vec![false; first.len()], vec![false; second.len()]);
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (one, other) in candidates {
        if !taken_first[one] && !taken_second[other] {
            taken_first[one] = true;
            taken_second[other] = true;
            chosen.push((one, other));
        }
    }
    chosen.sort_unstable();
    chosen
        .into_iter()
        .map(|(one, other)| (&first[one], &second[other]))
        .collect()
}

fn mixed_up(table: &[Vec<u64>]) -> Option<(usize, usize, u64)> {
    let pairs = (0..table.len()).flat_map(|one| (one + 1..table.len()).map(move |other| (one, other)));
    let counted = pairs.map(|(one, other)| (one, other, table[one][other] + table[other][one]));
    // Of several the first one, in the order of the list.
    let most = counted.reduce(|most, next| if next.2 > most.2 { next } else { most });
    most.filter(|(.., minutes)| *minutes > 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::support::{close, config};
    use super::*;

    fn stretches(all: &[(usize, u32, u32)]) -> Vec<Stretch> {
        let stretch = |(label, from, to): &(usize, u32, u32)| Stretch {
            label: *label,
            from: *from,
            to: *to,
        };
        all.iter().map(stretch).collect()
    }

    // Ten minutes. First: 0 for 4 minutes, 1 for 6. Second: 0 for 5 minutes, 1 for 4, the last minute not recorded.
    // Both recorded 9: 0-0 four, 1-0 one, 1-1 four; 8 alike. Kappa = (8·9 − (4·5 + 5·4))/(81 − 40) = 32/41.
    #[test]
    fn two_recordings_by_hand() {
        let first = stretches(&[(0, 0, 240), (1, 240, 600)]);
        let second = stretches(&[(0, 0, 300), (1, 300, 540)]);
        let found = agreement(&first, &second);
        assert_eq!((found.minutes, found.minutes_alike), (9, 8));
        assert_eq!((found.minutes_first_only, found.minutes_second_only), (1, 0));
        close(found.minute_kappa, 32.0 / 41.0, 1e-12);
        assert_eq!((found.pairs, found.pairs_alike), (2, 2));
        close(found.pair_kappa, 1.0, 0.0);
        // Lengths 240, 360 and 300, 240: means 300, 270; variances 3600, 900; covariance −1800: −3600/(4500 + 900).
        close(found.concordance, -3600.0 / 5400.0, 1e-12);
        // Starts differ by 0 and 60.
        close(found.start_gap, 30.0, 0.0);
        close(found.order, 1.0, 0.0);
        assert_eq!(found.mixed_up, Some((0, 1, 1)));
    }

    // 1 2 3 against 1 3: two alike and one gap, (2 − 1)/3.
    #[test]
    fn order_by_hand() {
        close(order_agreement(&[1, 2, 3], &[1, 3]), 1.0 / 3.0, 1e-12);
        close(order_agreement(&[1, 2], &[3, 4]), -1.0, 0.0);
        close(order_agreement(&[1], &[]), -1.0, 0.0);
        assert_eq!(order_agreement(&[], &[]), None);
    }

    #[test]
    fn concordance_does_not_exist_where_nothing_varies() {
        assert_eq!(concordance(&[(60.0, 60.0), (60.0, 60.0)]), None);
        assert_eq!(concordance(&[(60.0, 60.0)]), None);
        close(concordance(&[(60.0, 60.0), (90.0, 90.0)]), 1.0, 1e-12);
        // Always 10 longer: 2·225/(225 + 225 + 100).
        close(concordance(&[(60.0, 70.0), (90.0, 100.0)]), 450.0 / 550.0, 1e-12);
    }

    #[test]
    fn a_minute_goes_to_the_task_with_most_seconds_and_counts_from_half() {
        let second = stretches(&[(1, 0, 25), (0, 25, 60)]);
        assert_eq!(label_of(&second, 0), Some(0));
        assert_eq!(label_of(&stretches(&[(1, 0, 30), (0, 30, 60)]), 0), Some(1));
        assert_eq!(label_of(&stretches(&[(1, 0, 29)]), 0), None);
        assert_eq!(label_of(&stretches(&[(1, 0, 30)]), 0), Some(1));
    }

    #[test]
    fn nothing_recorded_agrees_on_nothing() {
        let found = agreement(&[], &[]);
        assert_eq!((found.minutes, found.pairs, found.mixed_up), (0, 0, None));
        assert_eq!((found.minute_kappa, found.order, found.start_gap), (None, None, None));
    }

    fn recording() -> impl Strategy<Value = Vec<Stretch>> {
        prop::collection::vec((0_usize..4, 0_u32..40, 1_u32..400), 0..14).prop_map(|parts| {
            let mut at = 0;
            let stretch = |(label, gap, seconds): (usize, u32, u32)| {
                let from = at + gap;
                at = from + seconds;
                Stretch { label, from, to: at }
            };
            parts.into_iter().map(stretch).collect()
        })
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn a_recording_agrees_with_itself(recording in recording()) {
            let found = agreement(&recording, &recording);
            prop_assert_eq!(found.minutes, found.minutes_alike);
            prop_assert_eq!((found.pairs, found.pairs_alike), (recording.len(), recording.len()));
            prop_assert_eq!((found.first_alone, found.second_alone, found.mixed_up), (0, 0, None));
            for one in [found.minute_kappa, found.pair_kappa, found.concordance, found.order].into_iter().flatten() {
                prop_assert!((one - 1.0).abs() < 1e-9);
            }
            prop_assert_eq!(found.start_gap, (!recording.is_empty()).then_some(0.0));
        }

        #[test]
        fn it_does_not_matter_who_is_first(first in recording(), second in recording()) {
            let (one, other) = (agreement(&first, &second), agreement(&second, &first));
            prop_assert_eq!((one.minutes, one.minutes_alike), (other.minutes, other.minutes_alike));
            prop_assert_eq!((one.minutes_first_only, one.first_alone), (other.minutes_second_only, other.second_alone));
            prop_assert_eq!((one.order, one.mixed_up), (other.order, other.mixed_up));
            prop_assert_eq!((one.pairs, one.pairs_alike, one.start_gap), (other.pairs, other.pairs_alike, other.start_gap));
            let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9,
                (a, b) => a == b,
            };
            prop_assert!(close(one.minute_kappa, other.minute_kappa));
            prop_assert!(close(one.concordance, other.concordance));
            prop_assert!(one.order.is_none_or(|order| (-1.0..=1.0).contains(&order)));
        }
    }
}
