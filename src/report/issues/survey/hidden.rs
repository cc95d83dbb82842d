//! Which groups of a survey stay hidden, so that nobody's answers can be told, not even by subtraction.
//!
//! Published figures are sums over groups of people: all, the positions, the units, the people in both of two rounds.
//! Adding and subtracting them must never leave a sum over one or two people. `told` looks for such a sum exactly: people
//! who are in the same published groups are one cell; a sum over some cells can be computed when leaving their rows out
//! lowers the rank of the table of cells by groups. A mean of people's own shares is a sum too, in which the answers of who
//! left something out weigh more: beside the plain sum it tells those people's answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::issues::{Position, Response};
use crate::office::{SMALLEST_GROUP, Unit};
use crate::report::groups::hide_small;

/// People of a round by their place in its list.
pub(super) type People = BTreeSet<usize>;

/// How much an answer of each of these people weighs in a published mean.
pub(super) type Weights = BTreeMap<usize, u64>;

/// The people of a round by position and by unit.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    /// In the order of [`Position::ALL`].
    pub(super) positions: Vec<People>,
    pub(super) without_position: People,
    pub(super) units: Vec<(Unit, People)>,
    without_unit: People,
}

/// Which groups are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Visible {
    pub(super) positions: Vec<bool>,
    pub(super) units: Vec<bool>,
}

impl Groups {
    pub(super) fn of(people: &[&Response]) -> Self {
        let these = |wanted: &dyn Fn(&Response) -> bool| -> People {
            let found = people.iter().enumerate().filter(|(_, response)| wanted(response));
            found.map(|(place, _)| place).collect()
        };
        let names: BTreeSet<&Unit> = people.iter().filter_map(|response| response.unit.as_ref()).collect();
        Self {
            positions: Position::ALL
                .iter()
                .map(|position| these(&|it| it.position == Some(*position)))
                .collect(),
            without_position: these(&|it| it.position.is_none()),
            units: names
                .into_iter()
                .map(|name| (name.clone(), these(&|it| it.unit.as_ref() == Some(name))))
                .collect(),
            without_unit: these(&|it| it.unit.is_none()),
        }
    }

    /// All groups shown: where hiding begins.
    pub(super) fn all(&self) -> Visible {
        Visible {
            positions: vec![true; self.positions.len()],
            units: vec![true; self.units.len()],
        }
    }

    /// The groups that are published.
    pub(super) fn published(&self, visible: &Visible) -> Vec<&People> {
        let positions = self.positions.iter().zip(&visible.positions);
        let units = self.units.iter().map(|(_, people)| people).zip(&visible.units);
        let shown = positions.chain(units).filter(|(_, shown)| **shown);
        shown.map(|(people, _)| people).collect()
    }

    /// The groups that may be shown of those that `at_most` shows: where each of `views` is a set of people over whom
    /// figures of each group are summed.
    pub(super) fn visible(&self, views: &BTreeSet<People>, at_most: &Visible) -> Visible {
        let mut visible = at_most.clone();
        for view in views {
            hide(&mut visible.positions, &self.positions, &self.without_position, view);
            let units: Vec<People> = self.units.iter().map(|(_, people)| people.clone()).collect();
            hide(&mut visible.units, &units, &self.without_unit, view);
        }
        while let Some((view, secret)) = self.first_told(views, &visible) {
            if !self.hide_one(&mut visible, view, &secret) {
                break;
            }
        }
        visible
    }

    fn first_told<'v>(&self, views: &'v BTreeSet<People>, visible: &Visible) -> Option<(&'v People, People)> {
        let published = self.published(visible);
        views
            .iter()
            .find_map(|view| told(view, &published, &[]).map(|secret| (view, secret)))
    }

    /// Hides one more group: of the units that people of the secret are in the smallest, else the smallest unit, else a position.
    fn hide_one(&self, visible: &mut Visible, view: &People, secret: &People) -> bool {
        let size = |people: &People| people.intersection(view).count();
        let units = self.units.iter().map(|(_, people)| people).zip(&mut visible.units);
        let shown_units = units.filter(|(people, shown)| **shown && size(people) > 0);
        if let Some((_, shown)) = shown_units.min_by_key(|(people, _)| (people.is_disjoint(secret), size(people))) {
            *shown = false;
            return true;
        }
        let positions = self.positions.iter().zip(&mut visible.positions);
        let shown_positions = positions.filter(|(people, shown)| **shown && size(people) > 0);
        match shown_positions.min_by_key(|(people, _)| size(people)) {
            Some((_, shown)) => {
                *shown = false;
                true
            }
            None => false,
        }
    }
}

/// Hides small groups of one kind, and the next smallest while the hidden ones and those without a group are too few together.
fn hide(shown: &mut [bool], groups: &[People], left_over: &People, view: &People) {
    let within = |people: &People| -> People { people.intersection(view).copied().collect() };
    let all: Vec<People> = groups.iter().chain([left_over]).map(within).collect();
    for ((shown, hidden), people) in shown.iter_mut().zip(hide_small(&all, SMALLEST_GROUP)).zip(&all) {
        // Nobody is no secret.
        *shown &= !hidden || people.is_empty();
    }
}

/// One or two people of `view` over whom a sum can be computed from the sums over the view, over the published groups and
/// from the published means.
pub(super) fn told(view: &People, published: &[&People], means: &[&Weights]) -> Option<People> {
    let mut cells: BTreeMap<Vec<u64>, People> = BTreeMap::new();
    for person in view {
        let mut row = vec![1];
        row.extend(published.iter().map(|group| u64::from(group.contains(person))));
        row.extend(means.iter().map(|weights| weights.get(person).copied().unwrap_or(0)));
        cells.entry(row).or_default().insert(*person);
    }
    let cells: Vec<(Vec<u64>, People)> = cells.into_iter().collect();
    let rows = |left_out: &[usize]| -> Vec<Vec<u64>> {
        let kept = cells.iter().enumerate().filter(|(place, _)| !left_out.contains(place));
        kept.map(|(_, (row, _))| row.clone()).collect()
    };
    let whole = rank(rows(&[]));
    few(&cells, SMALLEST_GROUP)
        .into_iter()
        .find(|some| rank(rows(some)) < whole)
        .map(|some| some.iter().flat_map(|place| &cells[*place].1).copied().collect())
}

/// Every choice of cells that have fewer than `most` people together.
fn few(cells: &[(Vec<u64>, People)], most: usize) -> Vec<Vec<usize>> {
    let mut found: Vec<(Vec<usize>, usize)> = vec![(Vec::new(), 0)];
    for (place, (_, people)) in cells.iter().enumerate() {
        let with: Vec<_> = found
            .iter()
            .filter(|(_, size)| size + people.len() < most)
            .map(|(some, size)| ([some.as_slice(), &[place]].concat(), size + people.len()))
            .collect();
        found.extend(with);
    }
    found
        .into_iter()
        .map(|(some, _)| some)
        .filter(|some| !some.is_empty())
        .collect()
}

/// Rank of a table of small numbers, computed modulo a prime far above what its minors can be for groups of an office.
fn rank(mut rows: Vec<Vec<u64>>) -> usize {
    const PRIME: u64 = (1 << 31) - 1;
    let columns = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..columns {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else {
            continue;
        };
        rows.swap(rank, pivot);
        let (above, below) = rows.split_at_mut(rank + 1);
        let pivot = &above[rank];
        for row in below.iter_mut().filter(|row| row[column] != 0) {
            let (own, other) = (row[column], pivot[column]);
            for (value, taken) in row.iter_mut().zip(pivot) {
                *value = (*value * other + (PRIME - own) * taken % PRIME) % PRIME;
            }
        }
        rank += 1;
    }
    rank
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(range: std::ops::Range<usize>) -> People {
        range.collect()
    }

    fn groups(positions: &[People; 2], units: &[People], all: usize) -> Groups {
        let rest = |groups: &[People]| {
            people(0..all)
                .into_iter()
                .filter(|it| !groups.iter().any(|group| group.contains(it)))
                .collect()
        };
        Groups {
            without_position: rest(positions),
            without_unit: rest(units),
            positions: positions.to_vec(),
            units: units
                .iter()
                .enumerate()
                .map(|(place, people)| (Unit::parse(&format!("U{place}")).unwrap(), people.clone()))
                .collect(),
        }
    }

    fn shown(groups: &Groups, views: &[People]) -> (Vec<bool>, Vec<bool>) {
        let visible = groups.visible(&views.iter().cloned().collect(), &groups.all());
        (visible.positions, visible.units)
    }

    #[test]
    fn a_unit_of_two_is_hidden_with_the_next_smallest() {
        let groups = groups(
            &[people(0..12), people(12..16)],
            &[people(0..2), people(2..6), people(6..16)],
            16,
        );
        assert_eq!(
            shown(&groups, &[people(0..16)]),
            (vec![true, true], vec![false, false, true])
        );
    }

    #[test]
    fn two_managers_hide_the_floor_too_unless_others_did_not_say() {
        let two = groups(&[people(0..8), people(8..10)], &[], 10);
        assert_eq!(shown(&two, &[people(0..10)]).0, [false, false]);
        let with_others = groups(&[people(0..8), people(8..10)], &[], 11);
        assert_eq!(shown(&with_others, &[people(0..11)]).0, [true, false]);
    }

    // The floor is 0–9, and the unit is the floor and one manager: unit − floor is that manager.
    #[test]
    fn a_unit_that_is_the_floor_and_one_manager_is_hidden() {
        let groups = groups(&[people(0..10), people(10..14)], &[people(0..11), people(11..14)], 14);
        assert_eq!(shown(&groups, &[people(0..14)]), (vec![true, true], vec![false, false]));
    }

    #[test]
    fn few_ratings_in_one_statement_hide_a_group_of_many() {
        let groups = groups(&[people(0..10), people(10..15)], &[], 15);
        let two_managers: People = (0..12).collect();
        assert_eq!(shown(&groups, &[people(0..15), two_managers]).0, [false, false]);
        let no_manager = people(0..10);
        assert_eq!(shown(&groups, &[people(0..15), no_manager]).0, [true, true]);
    }

    #[test]
    fn a_sum_over_two_people_is_found_where_it_takes_three_groups() {
        // Floor of unit A 0–4, of unit B 5–9; managers of A 10, of B 11–14: A − floor = 10 − (5–9), no one person. With
        // the people of both rounds 5–10 it is: A − floor + both = 2 × person 10 and nobody else.
        let (floor, a) = (people(0..10), [people(0..5), people(10..11)].concat_sets());
        let view = people(0..15);
        assert_eq!(told(&view, &[&floor, &a], &[]), None);
        assert_eq!(told(&view, &[&floor, &a, &people(5..11)], &[]), Some(people(10..11)));
    }

    // A mean over the shares of all, beside the sum over all: it tells of 9, who left an answer out, and of 8 and 9, not of three.
    #[test]
    fn a_mean_tells_the_answers_of_the_few_who_left_some_out() {
        let view = people(0..10);
        let mean = |fewer: usize| -> Weights { (0..10).map(|it| (it, if it < 10 - fewer { 3 } else { 4 })).collect() };
        assert_eq!(told(&view, &[], &[&mean(0)]), None);
        assert_eq!(told(&view, &[], &[&mean(1)]), Some(people(9..10)));
        assert_eq!(told(&view, &[], &[&mean(2)]), Some(people(8..10)));
        assert_eq!(told(&view, &[], &[&mean(3)]), None);
    }

    trait Together {
        fn concat_sets(&self) -> People;
    }

    impl Together for [People; 2] {
        fn concat_sets(&self) -> People {
            self.iter().flatten().copied().collect()
        }
    }

    #[test]
    fn rank_by_hand() {
        assert_eq!(rank(vec![vec![1, 1, 0], vec![1, 0, 1], vec![0, 1, 1]]), 3);
        assert_eq!(rank(vec![vec![1, 1, 0], vec![1, 0, 1], vec![1, 1, 0]]), 2);
        assert_eq!(rank(Vec::new()), 0);
    }
}
