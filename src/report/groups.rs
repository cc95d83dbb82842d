//! Which groups stay hidden so that nobody can be told from the figures.

use std::collections::BTreeSet;

/// Marks the groups that must not be shown: those under `smallest` people, and the next smallest ones as long as the hidden
/// people together are fewer than `smallest` and could be found by subtraction from the whole.
///
/// Each group is given by its people, so that a person who is in several groups counts once. Groups that have no line of their
/// own (people without a role) belong in the list too: what is left over can also be found by subtraction.
pub fn hide_small<T: Ord>(groups: &[BTreeSet<T>], smallest: usize) -> Vec<bool> {
    let mut hidden: Vec<bool> = groups.iter().map(|people| people.len() < smallest).collect();
    loop {
        let behind: BTreeSet<&T> = groups
            .iter()
            .zip(&hidden)
            .filter(|(_, hidden)| **hidden)
            .flat_map(|(people, _)| people)
            .collect();
        if behind.is_empty() || behind.len() >= smallest {
            return hidden;
        }
        let shown = groups.iter().zip(&mut hidden).filter(|(_, hidden)| !**hidden);
        match shown.min_by_key(|(people, _)| people.len()) {
            Some((_, next)) => *next = true,
            None => return hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Groups of so many people, nobody in two of them.
    fn apart(sizes: &[usize]) -> Vec<BTreeSet<(usize, usize)>> {
        sizes
            .iter()
            .enumerate()
            .map(|(group, size)| (0..*size).map(|person| (group, person)).collect())
            .collect()
    }

    #[test]
    fn groups_of_one_and_two_are_hidden() {
        assert_eq!(hide_small(&apart(&[1, 5, 2, 7]), 3), [true, false, true, false]);
    }

    #[test]
    fn a_single_small_group_takes_the_next_smallest_with_it() {
        assert_eq!(hide_small(&apart(&[2, 9, 4]), 3), [true, false, true]);
        assert_eq!(hide_small(&apart(&[2]), 3), [true]);
    }

    #[test]
    fn large_groups_are_all_shown() {
        assert_eq!(hide_small(&apart(&[3, 4, 5]), 3), [false, false, false]);
        assert_eq!(hide_small::<u8>(&[], 3), [false; 0]);
    }

    #[test]
    fn a_person_in_two_small_groups_counts_once() {
        let groups = [
            BTreeSet::from(["a"]),
            BTreeSet::from(["a", "b"]),
            BTreeSet::from(["a", "b", "c", "d"]),
        ];
        assert_eq!(hide_small(&groups, 3), [true, true, true]);
    }
}
