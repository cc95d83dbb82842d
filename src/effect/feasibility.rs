//! Before measuring: what so many people, or so many cases, can show at all.

use std::collections::BTreeMap;

use super::comparison::{Design, LEVEL};
use super::indicator::Direction;
use crate::stats::{self, SHOWN};

/// Seed of the simulation; printed with every answer.
pub const SEED: u64 = 20_240_401;

/// How strongly people's values before and after are taken to go together (相関), as long as nobody has measured it.
///
/// People's changes then lie as far apart as their values before: sd of the changes = sd before · √(2·(1 − ρ)), and with ρ = 0.5 that is
/// the sd before.
pub const CORRELATION: f64 = 0.5;

/// Most people for whom it is searched how many are needed.
pub const MOST_PEOPLE: usize = 200;

/// Fewest months from which a series tells a change from chance.
pub const FEWEST_MONTHS: usize = stats::TRIAL_POINTS;

/// Most times that the cases of a count are searched for.
const MOST_TIMES: u64 = 50;

/// Fewest pairs that are in [`PAIRED`].
const FIRST_PAIRS: usize = 6;

/// What [`stats::detectable_change`] gives for 6 to 16 pairs, spread 1 and [`SEED`]: the simulation takes too long for a screen. A
/// test runs it again.
const PAIRED: [f64; 11] = [
    1.751_953_125,
    1.335_937_5,
    1.192_382_812_5,
    1.078_125,
    0.993_164_062_5,
    0.934_570_312_5,
    0.899_414_062_5,
    0.852_539_062_5,
    0.814_453_125,
    0.796_875,
    0.767_578_125,
];

/// How many people are to be measured, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crowd {
    /// Whether they are other people after than before.
    pub are_others: bool,
    /// People before.
    pub before: usize,
    /// People after; the same where they are not others.
    pub after: usize,
}

impl Crowd {
    /// So many people before and after.
    pub fn of(design: Design, before: usize, after: usize) -> Self {
        match design {
            // Who is measured once only cannot be compared with himself.
            Design::Paired => Self::same(before.min(after)),
            Design::Unpaired => Self {
                are_others: true,
                before,
                after,
            },
        }
    }

    fn same(people: usize) -> Self {
        Self {
            are_others: false,
            before: people,
            after: people,
        }
    }

    /// The same way of comparing with so many people each time.
    fn with(self, people: usize) -> Self {
        Self {
            before: people,
            after: people,
            ..self
        }
    }

    /// How they are compared.
    pub fn design(self) -> Design {
        if self.are_others {
            Design::Unpaired
        } else {
            Design::Paired
        }
    }

    /// Smallest two-sided p that they can reach at all; `None` where there is nobody.
    pub fn smallest_p(self) -> Option<f64> {
        if self.are_others {
            return stats::smallest_p_of_groups(self.before, self.after);
        }
        (self.before > 0).then(|| stats::smallest_p(self.before))
    }

    /// Whether they can ever show anything.
    pub fn can_decide(self) -> bool {
        self.smallest_p().is_some_and(|p| p < SHOWN)
    }

    /// Fewest people each time, compared in this way, who can show anything.
    pub fn fewest(self) -> usize {
        (1..MOST_PEOPLE)
            .find(|people| self.with(*people).can_decide())
            .unwrap_or(MOST_PEOPLE)
    }
}

/// Which changes people can show (検出できる変化); what was simulated once is remembered.
#[derive(Debug, Clone, Default)]
pub struct Power {
    known: BTreeMap<Crowd, Option<f64>>,
}

impl Power {
    /// The change that is found in [`stats::POWER`] of all repetitions, in the unit of the spread; `None` where so few people can
    /// show nothing, or the spread is not above 0.
    pub fn detectable(&mut self, crowd: Crowd, spread: f64) -> Option<f64> {
        let in_spreads = self.in_spreads(crowd)?;
        (spread > 0.0 && spread.is_finite()).then_some(in_spreads * spread)
    }

    /// Fewest people each time, compared in the same way, with whom a change of this size is found; `None` where more than
    /// [`MOST_PEOPLE`] would have to be measured, and for a change or spread that is not above 0.
    pub fn people_for(&mut self, crowd: Crowd, change: f64, spread: f64) -> Option<usize> {
        if !(change > 0.0 && spread > 0.0) {
            return None;
        }
        let mut is_found = |people: usize| {
            let found = self.in_spreads(crowd.with(people));
            found.is_some_and(|in_spreads| in_spreads * spread <= change)
        };
        let (mut low, mut high) = (crowd.fewest(), MOST_PEOPLE);
        if !is_found(high) {
            return None;
        }
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_found(middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(high)
    }

    fn in_spreads(&mut self, crowd: Crowd) -> Option<f64> {
        *self.known.entry(crowd).or_insert_with(|| {
            if crowd.are_others {
                return stats::detectable_difference(crowd.before, crowd.after, 1.0, SEED);
            }
            let kept = crowd
                .before
                .checked_sub(FIRST_PAIRS)
                .and_then(|place| PAIRED.get(place));
            kept.copied()
                .or_else(|| stats::detectable_change(crowd.before, 1.0, SEED))
        })
    }
}

/// How far people's changes are thought to lie apart, going by their values before; `None` for fewer than two people, and where all
/// are alike.
pub fn spread_of_changes(before: &[f64]) -> Option<f64> {
    let spread = stats::sd(before)? * (2.0 * (1.0 - CORRELATION)).sqrt();
    (spread > 0.0).then_some(spread)
}

/// What was counted in the first survey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Counted {
    /// So many of so many.
    Part {
        /// How many.
        hits: u64,
        /// Of how many.
        of: u64,
    },
    /// So many events; after, the base is the same.
    Events(u64),
}

/// What a count can show, where as many cases are looked at after as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountReach {
    /// The count after that is nearest to the one before and still shows a change in the good direction; `None` where none does.
    pub after: Option<u64>,
    /// How many times as many cases before are enough to show anything; 1 where they are enough. `None` where even very many are not.
    pub times: Option<u64>,
}

/// Returns what a count can show: by Fisher's exact test for parts, by the exact comparison of rates for events.
pub fn count_reach(counted: Counted, direction: Direction) -> CountReach {
    CountReach {
        after: nearest(counted, direction),
        times: (1..=MOST_TIMES).find(|times| nearest(counted.times(*times), direction).is_some()),
    }
}

impl Counted {
    fn times(self, times: u64) -> Self {
        match self {
            Self::Part { hits, of } => Self::Part {
                hits: hits * times,
                of: of * times,
            },
            Self::Events(events) => Self::Events(events * times),
        }
    }

    fn shows(self, after: u64) -> bool {
        match self {
            Self::Part { hits, of } => stats::fisher((hits, of), (after, of)).is_some_and(|p| p < SHOWN),
            Self::Events(events) => stats::rate_ratio((events, 1.0), (after, 1.0), LEVEL).is_some_and(|found| {
                let beyond_one = found.interval.low > 1.0 || found.interval.high.is_some_and(|high| high < 1.0);
                found.p < SHOWN && beyond_one
            }),
        }
    }
}

/// Most cases that are gone through.
const MOST_CASES: u64 = 100_000;

fn nearest(counted: Counted, direction: Direction) -> Option<u64> {
    let (now, most) = match counted {
        Counted::Part { hits, of } => (hits, of),
        Counted::Events(events) => (events, events * 2 + 20),
    };
    let room = match direction {
        Direction::Down => now,
        Direction::Up => most.saturating_sub(now),
    };
    let at = |steps: u64| match direction {
        Direction::Down => now - steps,
        Direction::Up => now + steps,
    };
    if most > MOST_CASES || room == 0 || !counted.shows(at(room)) {
        return None;
    }
    // The further away, the clearer.
    let (mut low, mut high) = (1, room);
    while low < high {
        let middle = u64::midpoint(low, high);
        if counted.shows(at(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(at(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(people: usize) -> Crowd {
        Crowd::of(Design::Paired, people, people)
    }

    fn others(before: usize, after: usize) -> Crowd {
        Crowd::of(Design::Unpaired, before, after)
    }

    #[test]
    fn what_is_kept_of_the_simulation_is_what_it_gives() {
        for (place, kept) in PAIRED.iter().enumerate() {
            let found = stats::detectable_change(FIRST_PAIRS + place, 1.0, SEED).unwrap();
            assert!((found - kept).abs() < 1e-12, "{} people: {found}", FIRST_PAIRS + place);
        }
        assert_eq!(
            Power::default().detectable(same(17), 1.0),
            stats::detectable_change(17, 1.0, SEED)
        );
    }

    // Golden case E of STATISTICS.md.
    #[test]
    fn six_pairs_or_two_groups_of_four_are_the_fewest_who_can_decide() {
        assert_eq!((same(5).can_decide(), same(5).smallest_p()), (false, Some(0.0625)));
        assert_eq!((same(6).can_decide(), same(6).smallest_p()), (true, Some(0.031_25)));
        assert_eq!((same(3).fewest(), others(1, 1).fewest()), (6, 4));
        assert_eq!((same(0).smallest_p(), others(0, 9).can_decide()), (None, false));
        assert_eq!(
            Crowd::of(Design::Paired, 9, 7),
            same(7),
            "who is there once only is no pair"
        );
    }

    #[test]
    fn five_people_are_never_promised_anything() {
        let mut power = Power::default();
        assert_eq!(power.detectable(same(5), 10.0), None);
        assert_eq!(power.detectable(others(3, 3), 10.0), None);
        assert_eq!(power.detectable(same(8), 0.0), None);
        assert_eq!(power.detectable(same(8), 10.0), Some(11.923_828_125));
    }

    #[test]
    fn the_people_for_a_change_are_the_fewest_who_find_it() {
        let mut power = Power::default();
        for crowd in [same(1), others(1, 1)] {
            let people = power.people_for(crowd, 8.0, 10.0).unwrap();
            assert!(power.detectable(crowd.with(people), 10.0).unwrap() <= 8.0);
            assert!(power.detectable(crowd.with(people - 1), 10.0).unwrap() > 8.0);
        }
        assert_eq!(power.people_for(same(1), 1_000.0, 10.0), Some(6));
        assert_eq!(power.people_for(same(1), 0.01, 10.0), None);
        assert_eq!(power.people_for(same(1), 0.0, 10.0), None);
    }

    // sd of 10, 20, 30 is 10; with a correlation of 0.5 the changes lie as far apart.
    #[test]
    fn changes_are_taken_to_lie_as_far_apart_as_the_values_before() {
        let spread = spread_of_changes(&[10.0, 20.0, 30.0]).unwrap();
        assert!((spread - 10.0).abs() < 1e-12);
        assert_eq!(spread_of_changes(&[10.0]), None);
        assert_eq!(spread_of_changes(&[10.0, 10.0]), None);
    }

    // Six events against none have p = 2/2^6 = .03125, five 2/2^5 = .0625.
    #[test]
    fn a_count_says_from_where_on_it_shows_a_change() {
        let down = |counted| count_reach(counted, Direction::Down);
        assert_eq!(
            down(Counted::Events(6)),
            CountReach {
                after: Some(0),
                times: Some(1)
            }
        );
        assert_eq!(
            down(Counted::Events(5)),
            CountReach {
                after: None,
                times: Some(2)
            }
        );
        assert_eq!(
            down(Counted::Events(0)),
            CountReach {
                after: None,
                times: None
            }
        );
        let part = Counted::Part { hits: 12, of: 20 };
        let up = count_reach(part, Direction::Up);
        let after = up.after.unwrap();
        assert!(stats::fisher((12, 20), (after, 20)).unwrap() < SHOWN);
        assert!(stats::fisher((12, 20), (after - 1, 20)).unwrap() >= SHOWN);
        let all = Counted::Part { hits: 20, of: 20 };
        assert_eq!(
            count_reach(all, Direction::Up),
            CountReach {
                after: None,
                times: None
            }
        );
        let none = Counted::Part { hits: 0, of: 0 };
        assert_eq!(
            count_reach(none, Direction::Down),
            CountReach {
                after: None,
                times: None
            }
        );
    }
}
