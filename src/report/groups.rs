//! Which groups stay hidden so that nobody can be told from the figures.

/// Marks the groups that must not be shown: those under `smallest` people, and the next smallest ones as long as the hidden
/// people together are fewer than `smallest` and could be found by subtraction from the whole.
pub fn hide_small(people: &[usize], smallest: usize) -> Vec<bool> {
    let mut hidden: Vec<bool> = people.iter().map(|count| *count < smallest).collect();
    while hidden.contains(&true) {
        let sum: usize = people
            .iter()
            .zip(&hidden)
            .filter(|(_, hidden)| **hidden)
            .map(|(count, _)| count)
            .sum();
        if sum >= smallest {
            break;
        }
        let next = (0..people.len()).filter(|i| !hidden[*i]).min_by_key(|i| people[*i]);
        match next {
            Some(next) => hidden[next] = true,
            None => break,
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_one_and_two_are_hidden() {
        assert_eq!(hide_small(&[1, 5, 2, 7], 3), [true, false, true, false]);
    }

    #[test]
    fn a_single_small_group_takes_the_next_smallest_with_it() {
        assert_eq!(hide_small(&[2, 9, 4], 3), [true, false, true]);
        assert_eq!(hide_small(&[2], 3), [true]);
    }

    #[test]
    fn large_groups_are_all_shown() {
        assert_eq!(hide_small(&[3, 4, 5], 3), [false, false, false]);
        assert_eq!(hide_small(&[], 3), [false; 0]);
    }
}
