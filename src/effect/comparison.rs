//! Before and after: two waves of one indicator, person by person.

use std::collections::BTreeMap;

use super::beside::{Beside, groups_beside, pairs_beside};
use super::changed::{changes, good_share};
use super::filled::Filled;
use super::grading::judge;
use super::indicator::Direction;
use super::verdict::{Grade, Verdict};
use crate::phrase::Phrase;
use crate::stats::{self, HodgesLehmann, Interval, PValue, Zeros};

/// Level of every interval.
pub const LEVEL: f64 = 0.95;

/// Values of one wave: the mean over each person's sheets, by code of the person.
pub type PersonValues = BTreeMap<String, f64>;

/// Mean, median and spread over people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Mean.
    pub mean: f64,
    /// Median.
    pub median: f64,
    /// Standard deviation (n−1); `None` for one person.
    pub sd: Option<f64>,
}

impl Group {
    fn of(values: &[f64]) -> Option<Self> {
        Some(Self {
            mean: stats::mean(values)?,
            median: stats::median(values)?,
            sd: stats::sd(values),
        })
    }
}

/// How people were compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Design {
    /// The same people before and after.
    Paired,
    /// Fewer than half of the people are in both waves.
    Unpaired,
}

/// Two waves of one indicator (前後比較). Differences are later − earlier.
///
/// `from` and `to` are of the people compared: those in both waves when paired, all when unpaired.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// People in the earlier wave.
    pub n_from: usize,
    /// People in the later wave.
    pub n_to: usize,
    /// People in both.
    pub n_paired: usize,
    /// Different people compared: those in both when paired, those in either when unpaired.
    pub n_people: usize,
    /// How people were compared.
    pub design: Design,
    /// Earlier values.
    pub from: Option<Group>,
    /// Later values.
    pub to: Option<Group>,
    /// Difference of means.
    pub difference: Option<f64>,
    /// Later mean over earlier mean, with Fieller's interval when paired, with that of Welch's test turned round when unpaired; `None`
    /// where values lie below 0.
    pub change: Option<stats::Change>,
    /// The main test: sign-flip of the mean difference (paired), permutation of the difference of means (unpaired).
    pub p: Option<PValue>,
    /// Smallest p that so many people could reach.
    pub p_smallest: Option<f64>,
    /// p of the exact rank test: signed-rank with zeros dropped (paired), Mann–Whitney (unpaired).
    pub p_rank: Option<f64>,
    /// Interval of the difference of means: Student's t (paired), Welch's t (unpaired).
    pub interval: Option<Interval>,
    /// Hodges–Lehmann estimate of the difference with its exact interval.
    pub hodges_lehmann: Option<HodgesLehmann>,
    /// Hedges g: of the differences (paired), of the pooled spread (unpaired).
    pub hedges_g: Option<f64>,
    /// Hedges g of the average spread; paired only.
    pub hedges_g_av: Option<f64>,
    /// Cliff's delta, later against earlier.
    pub cliffs_delta: Option<f64>,
    /// Share of the people in both waves who changed in the good direction.
    pub good_share: Option<f64>,
    /// The unpaired comparison beside a paired one, or the paired one beside an unpaired one, where there is any.
    pub beside: Option<Beside>,
    /// How much of what had to be filled in was.
    pub filled: Filled,
    /// What it shows.
    pub verdict: Verdict,
    /// How sure.
    pub grade: Grade,
    /// The reason in words.
    pub why: Phrase,
    /// Values of the people in both waves in order of the earlier value, without codes.
    pub paths: Vec<(f64, f64)>,
}

/// Compares two waves of one indicator.
///
/// `filled` is the lower of the two waves' shares of filled minutes, `None` when a wave has none, or that nothing had to be filled;
/// `seed` serves only where there are too many people to go through all cases.
pub fn compare(
    from: &PersonValues,
    to: &PersonValues,
    direction: Direction,
    filled: impl Into<Filled>,
    seed: u64,
) -> Comparison {
    let mut paths: Vec<(f64, f64)> = from
        .iter()
        .filter_map(|(person, earlier)| to.get(person).map(|later| (*earlier, *later)))
        .collect();
    paths.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    let paired = !paths.is_empty() && paths.len() * 2 >= from.len().max(to.len());
    let mut comparison = if paired {
        of_pairs(&paths, seed)
    } else {
        of_groups(from, to, seed)
    };
    comparison.n_from = from.len();
    comparison.n_to = to.len();
    comparison.n_paired = paths.len();
    comparison.n_people = if paired {
        paths.len()
    } else {
        from.len() + to.len() - paths.len()
    };
    comparison.good_share = good_share(&paths, direction);
    comparison.filled = filled.into();
    comparison.beside = if paired {
        groups_beside(from, to, seed)
    } else {
        pairs_beside(&paths, seed)
    };
    comparison.paths = paths;
    (comparison.verdict, comparison.grade, comparison.why) = judge(&comparison, direction);
    comparison
}

pub(super) fn values(people: &PersonValues) -> Vec<f64> {
    people.values().copied().collect()
}

fn of_pairs(paths: &[(f64, f64)], seed: u64) -> Comparison {
    let earlier: Vec<f64> = paths.iter().map(|path| path.0).collect();
    let later: Vec<f64> = paths.iter().map(|path| path.1).collect();
    let differences = changes(paths);
    Comparison {
        design: Design::Paired,
        from: Group::of(&earlier),
        to: Group::of(&later),
        difference: stats::mean(&differences),
        change: share_of(&earlier, &later, stats::percent_change),
        p: stats::sign_flip(&differences, seed),
        p_smallest: Some(stats::smallest_p(paths.len())),
        p_rank: stats::signed_rank(&differences, Zeros::Dropped).map(|test| test.p),
        interval: stats::t_paired(&differences, LEVEL).map(|test| test.interval),
        hodges_lehmann: stats::hodges_lehmann(&differences, LEVEL),
        hedges_g: stats::hedges_z(&differences),
        hedges_g_av: stats::hedges_av(&earlier, &later),
        cliffs_delta: stats::cliffs_delta(&earlier, &later),
        ..Comparison::empty()
    }
}

fn of_groups(from: &PersonValues, to: &PersonValues, seed: u64) -> Comparison {
    let (earlier, later) = (values(from), values(to));
    let (from, to) = (Group::of(&earlier), Group::of(&later));
    Comparison {
        design: Design::Unpaired,
        difference: from.zip(to).map(|(from, to)| to.mean - from.mean),
        from,
        to,
        p: stats::permutation_of_means(&earlier, &later, seed),
        p_smallest: stats::smallest_p_of_groups(earlier.len(), later.len()),
        p_rank: stats::rank_sum(&earlier, &later).map(|test| test.p),
        change: share_of(&earlier, &later, stats::change_of_groups),
        interval: stats::welch_interval(&earlier, &later, LEVEL),
        hodges_lehmann: stats::shift(&earlier, &later, LEVEL),
        hedges_g: stats::hedges_unpaired(&earlier, &later),
        cliffs_delta: stats::cliffs_delta(&earlier, &later),
        ..Comparison::empty()
    }
}

/// The change as a share of the earlier mean; `None` where values lie below 0, for then they are no amounts that could be divided.
fn share_of(
    earlier: &[f64],
    later: &[f64],
    change: impl Fn(&[f64], &[f64], f64) -> Option<stats::Change>,
) -> Option<stats::Change> {
    let are_amounts = earlier.iter().chain(later).all(|value| *value >= 0.0);
    change(earlier, later, LEVEL).filter(|_| are_amounts)
}

impl Comparison {
    fn empty() -> Self {
        Self {
            n_from: 0,
            n_to: 0,
            n_paired: 0,
            n_people: 0,
            design: Design::Unpaired,
            from: None,
            to: None,
            difference: None,
            change: None,
            p: None,
            p_smallest: None,
            p_rank: None,
            interval: None,
            hodges_lehmann: None,
            hedges_g: None,
            hedges_g_av: None,
            cliffs_delta: None,
            good_share: None,
            beside: None,
            filled: Filled::Share(None),
            verdict: Verdict::NotDecidable,
            grade: Grade::D,
            why: crate::phrase::phrase("why-no-wave"),
            paths: Vec::new(),
        }
    }
}

/// Adjusts p values after Holm within one family of indicators; indicators without p keep none.
pub fn holm_adjusted(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let known: Vec<f64> = p.iter().flatten().copied().collect();
    let mut adjusted = stats::holm(&known).into_iter();
    p.iter().map(|p| p.and_then(|_| adjusted.next())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(values: &[f64]) -> PersonValues {
        values
            .iter()
            .enumerate()
            .map(|(i, value)| (format!("S{i:02}"), *value))
            .collect()
    }

    const BEFORE: [f64; 8] = [182.0, 175.0, 210.0, 160.0, 195.0, 188.0, 170.0, 205.0];
    const AFTER: [f64; 8] = [150.0, 168.0, 172.0, 160.0, 158.0, 163.0, 149.0, 181.0];

    /// Golden case D of STATISTICS.md, there as before − after.
    #[test]
    fn eight_people_who_write_less_are_an_improvement_of_grade_a() {
        let comparison = compare(&people(&BEFORE), &people(&AFTER), Direction::Down, Some(0.98), 1);
        let close = |value: f64, expected: f64| assert!((value - expected).abs() < 1e-6, "{value} {expected}");
        assert_eq!(comparison.design, Design::Paired);
        close(comparison.p.unwrap().p, 0.015_625);
        close(comparison.p_rank.unwrap(), 0.015_625);
        close(comparison.hodges_lehmann.as_ref().unwrap().estimate, -23.5);
        close(comparison.hedges_g.unwrap(), -1.501_366);
        close(comparison.hedges_g_av.unwrap(), -1.415_077);
        close(comparison.cliffs_delta.unwrap(), -0.765_625);
        close(comparison.difference.unwrap(), -23.0);
        close(comparison.interval.unwrap().low, -34.375_503);
        close(comparison.interval.unwrap().high, -11.624_497);
        close(comparison.good_share.unwrap(), 7.0 / 8.0);
        assert_eq!((comparison.verdict, comparison.grade), (Verdict::Improved, Grade::A));
    }

    #[test]
    fn five_people_can_never_decide() {
        let comparison = compare(
            &people(&BEFORE[..5]),
            &people(&AFTER[..5]),
            Direction::Down,
            Some(1.0),
            1,
        );
        assert_eq!(
            (comparison.verdict, comparison.grade),
            (Verdict::NotDecidable, Grade::D)
        );
        assert_eq!(comparison.why.key(), "why-too-few");
        assert_eq!(comparison.p_smallest, Some(0.0625));
    }

    #[test]
    fn the_direction_decides_between_better_and_worse() {
        let comparison = compare(&people(&BEFORE), &people(&AFTER), Direction::Up, Some(1.0), 1);
        assert_eq!(comparison.verdict, Verdict::Worse);
    }

    #[test]
    fn half_filled_sheets_decide_nothing_and_nine_tenths_cost_a_grade() {
        let with = |filled| compare(&people(&BEFORE), &people(&AFTER), Direction::Down, Some(filled), 1);
        assert_eq!(
            (with(0.79).verdict, with(0.79).grade),
            (Verdict::NotDecidable, Grade::D)
        );
        assert_eq!((with(0.90).verdict, with(0.90).grade), (Verdict::Improved, Grade::B));
    }

    #[test]
    fn six_people_reach_grade_b_at_most() {
        let comparison = compare(
            &people(&[10.0, 11.0, 12.0, 13.0, 14.0, 15.0]),
            &people(&[5.0, 5.0, 5.0, 5.0, 5.0, 5.0]),
            Direction::Down,
            Some(1.0),
            1,
        );
        assert_eq!((comparison.verdict, comparison.grade), (Verdict::Improved, Grade::B));
    }

    #[test]
    fn other_people_after_than_before_are_compared_as_groups() {
        let after: PersonValues = people(&AFTER)
            .into_iter()
            .map(|(person, value)| (format!("N{person}"), value))
            .collect();
        let comparison = compare(&people(&BEFORE), &after, Direction::Down, Some(1.0), 1);
        assert_eq!(comparison.design, Design::Unpaired);
        assert_eq!((comparison.n_from, comparison.n_to, comparison.n_paired), (8, 8, 0));
        assert_eq!((comparison.verdict, comparison.grade), (Verdict::Improved, Grade::B));
        assert_eq!(comparison.beside, None);
        let change = comparison.change.unwrap();
        assert!((change.ratio - 1301.0 / 1485.0).abs() < 1e-12 && change.interval.is_some());
    }

    /// From −1.3 to 2.7 would be −300 %, as if it had become worse.
    #[test]
    fn points_below_zero_have_no_change_in_percent() {
        let (before, after) = ([-2.0, -1.0, -1.0], [3.0, 2.0, 3.0]);
        for after in [people(&after), [("N1".to_owned(), 1.0), ("N2".to_owned(), 2.0)].into()] {
            assert_eq!(
                compare(&people(&before), &after, Direction::Up, Some(1.0), 1).change,
                None
            );
        }
    }

    /// Thirds that are added up in another order.
    #[test]
    fn people_who_differ_by_rounding_noise_have_not_changed() {
        let later: Vec<f64> = BEFORE.iter().map(|value| value * (1.0 + f64::EPSILON)).collect();
        let comparison = compare(&people(&BEFORE), &people(&later), Direction::Up, Some(1.0), 1);
        assert_eq!(
            (comparison.verdict, comparison.why.key()),
            (Verdict::NotShown, "why-nobody-changed")
        );
        assert_eq!((comparison.difference, comparison.good_share), (Some(0.0), Some(0.0)));
    }

    #[test]
    fn nobody_changed_is_no_change_shown() {
        let comparison = compare(&people(&BEFORE), &people(&BEFORE), Direction::Down, Some(1.0), 1);
        assert_eq!((comparison.verdict, comparison.grade), (Verdict::NotShown, Grade::C));
    }

    #[test]
    fn a_wave_without_people_is_not_decidable() {
        let comparison = compare(&people(&BEFORE), &PersonValues::new(), Direction::Down, None, 1);
        assert_eq!(
            (comparison.verdict, comparison.grade),
            (Verdict::NotDecidable, Grade::D)
        );
        assert_eq!(comparison.p, None);
        assert_eq!(comparison.from, Group::of(&BEFORE));
    }

    #[test]
    fn one_person_against_many_decides_nothing() {
        let many: Vec<f64> = (0..20).map(|i| f64::from(100 + i)).collect();
        let comparison = compare(&people(&[10.0]), &people(&many), Direction::Down, Some(1.0), 1);
        assert_eq!(
            (comparison.verdict, comparison.grade),
            (Verdict::NotDecidable, Grade::D)
        );
        assert_eq!(comparison.interval, None);
    }

    #[test]
    fn few_pairs_among_many_people_are_told_beside_the_groups() {
        let mut after: PersonValues = people(&AFTER)
            .into_iter()
            .map(|(person, value)| (format!("N{person}"), value))
            .collect();
        after.insert("S00".to_owned(), 150.0);
        after.insert("S01".to_owned(), 168.0);
        let comparison = compare(&people(&BEFORE), &after, Direction::Down, Some(1.0), 1);
        assert_eq!(comparison.design, Design::Unpaired);
        let beside = comparison.beside.unwrap();
        assert_eq!(
            (beside.design, beside.difference, beside.p.p),
            (Design::Paired, -19.5, 0.5)
        );
        assert_eq!(comparison.n_people, 16);
    }

    #[test]
    fn holm_leaves_unknown_unknown() {
        let adjusted = holm_adjusted(&[Some(0.01), None, Some(0.04)]);
        assert_eq!(adjusted, [Some(0.02), None, Some(0.04)]);
    }
}
