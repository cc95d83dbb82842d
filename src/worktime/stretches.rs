//! From stretches of time to the second to cells of whole minutes (端数の配分).

use std::collections::BTreeMap;

use super::sheet::{Cell, Share};
use super::task_list::{TaskCode, TaskList};
use crate::office::{Minutes, Span};

/// One task from one second to another, counted from 0:00 of the sheet's date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What was done.
    pub task: TaskCode,
    /// First second.
    pub from: u32,
    /// The second after the last.
    pub to: u32,
}

/// Makes cells of stretches that do not overlap, so that no minute is made or lost.
///
/// The rule is largest remainder, twice. All seconds together make `round(Σ seconds / 60)` minutes (half a minute up). Each slot
/// gets its whole minutes, and what is left goes, one minute each, to the slots with the largest remainder of seconds, the
/// earlier one first. Within a slot its minutes go to its tasks in the same way, the earlier one in the list first. So a slot that
/// is wholly covered gets exactly its minutes, no slot gets more than it has, and each task is within a minute of its seconds in
/// every slot.
pub fn cells_of_stretches(stretches: &[Stretch], slot_minutes: u16, tasks: &TaskList) -> Vec<Cell> {
    let slots = seconds_of_slots(stretches, slot_minutes, tasks);
    let sums: Vec<u32> = slots.values().map(|tasks| tasks.values().sum()).collect();
    let minutes = shared_out((sums.iter().sum::<u32>() + 30) / 60, &sums);
    let cell = |((start, tasks), minutes): ((u16, Tasks), u32)| {
        let seconds: Vec<u32> = tasks.values().copied().collect();
        let shares = tasks.into_keys().zip(shared_out(minutes, &seconds));
        let shares = shares.filter(|(_, minutes)| *minutes > 0);
        Cell {
            start,
            shares: shares
                .map(|((_, task), minutes)| Share(task.clone(), Minutes(minutes)))
                .collect(),
        }
    };
    let cells = slots.into_iter().zip(minutes).map(cell);
    cells.filter(|cell| !cell.shares.is_empty()).collect()
}

/// The span from the first minute to the last; a minute that was begun or ended within itself counts only where it is filled.
///
/// `None` when there is nothing, or more than a day.
pub fn span_of_stretches(stretches: &[Stretch], slot_minutes: u16, cells: &[Cell]) -> Option<Span> {
    let from = stretches.iter().map(|stretch| stretch.from).min()?;
    let to = stretches.iter().map(|stretch| stretch.to).max()?;
    let (mut first, mut end) = (u16::try_from(from / 60).ok()?, u16::try_from(to.div_ceil(60)).ok()?);
    // Whether the slot of a minute has fewer minutes than the span would expect of it.
    let is_open = |first: u16, end: u16, minute: u16| {
        let start = minute / slot_minutes * slot_minutes;
        let filled = cells
            .iter()
            .find(|cell| cell.start == start)
            .map_or(Minutes::ZERO, Cell::filled);
        Span::new(first, end).is_ok_and(|span| span.overlap(start, start + slot_minutes) > filled)
    };
    Span::new(first, end).ok()?;
    if from % 60 != 0 && end - first > 1 && is_open(first, end, first) {
        first += 1;
    }
    if to % 60 != 0 && end - first > 1 && is_open(first, end, end - 1) {
        end -= 1;
    }
    Span::new(first, end).ok()
}

/// Seconds of the tasks of a slot, in the order of the list; a code that the list does not have stays a task of its own.
pub(super) type Tasks<'a> = BTreeMap<(Option<usize>, &'a TaskCode), u32>;

/// Seconds by slot and task.
pub(super) fn seconds_of_slots<'a>(
    stretches: &'a [Stretch],
    slot_minutes: u16,
    list: &TaskList,
) -> BTreeMap<u16, Tasks<'a>> {
    let place = |code: &TaskCode| list.tasks.iter().position(|task| task.code == *code);
    let length = u32::from(slot_minutes.max(1)) * 60;
    let mut slots: BTreeMap<u16, Tasks> = BTreeMap::new();
    for stretch in stretches {
        let mut at = stretch.from;
        while at < stretch.to {
            // Beyond the last minute that a sheet can name there are no cells.
            let Ok(start) = u16::try_from(at / length * u32::from(slot_minutes)) else {
                break;
            };
            let end = stretch.to.min((at / length + 1) * length);
            let tasks = slots.entry(start).or_default();
            *tasks.entry((place(&stretch.task), &stretch.task)).or_default() += end - at;
            at = end;
        }
    }
    slots
}

/// Shares whole minutes out by largest remainder; of equal remainders the earlier one comes first.
fn shared_out(minutes: u32, seconds: &[u32]) -> Vec<u32> {
    let mut shares: Vec<u32> = seconds.iter().map(|seconds| seconds / 60).collect();
    let left = minutes.saturating_sub(shares.iter().sum());
    let mut places: Vec<usize> = (0..seconds.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(seconds[*place] % 60));
    for place in places.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        shares[place] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list() -> TaskList {
        serde_json::from_str(
            r#"{"id":"l","version":"1","title":{"ja":"","en":""},"source":"","slot_minutes":10,
                "categories":[{"code":"A","name":{"ja":"","en":""},"kind":"direct"}],
                "tasks":[{"code":"1","category":"A","name":{"ja":"","en":""}},{"code":"2","category":"A","name":{"ja":"","en":""}},
                         {"code":"3","category":"A","name":{"ja":"","en":""}}]}"#,
        )
        .unwrap()
    }

    fn stretch(task: &str, from: u32, to: u32) -> Stretch {
        Stretch {
            task: TaskCode(task.to_owned()),
            from,
            to,
        }
    }

    fn shown(cells: &[Cell]) -> Vec<(u16, Vec<(&str, u32)>)> {
        cells
            .iter()
            .map(|cell| {
                let shares = cell.shares.iter().map(|share| (share.0.as_str(), share.1.0));
                (cell.start, shares.collect())
            })
            .collect()
    }

    #[test]
    fn whole_minutes_stay_where_they_are() {
        let cells = cells_of_stretches(
            &[
                stretch("2", 8 * 3600, 8 * 3600 + 360),
                stretch("1", 8 * 3600 + 360, 8 * 3600 + 1200),
            ],
            10,
            &list(),
        );
        assert_eq!(shown(&cells), [(480, vec![("1", 4), ("2", 6)]), (490, vec![("1", 10)])]);
    }

    #[test]
    fn the_largest_remainder_gets_the_minute_and_of_two_equal_ones_the_first() {
        let thirds = [stretch("1", 0, 200), stretch("2", 200, 400), stretch("3", 400, 600)];
        assert_eq!(
            shown(&cells_of_stretches(&thirds, 10, &list())),
            [(0, vec![("1", 4), ("2", 3), ("3", 3)])]
        );
        let parts = [stretch("1", 0, 150), stretch("2", 150, 600)];
        assert_eq!(
            shown(&cells_of_stretches(&parts, 10, &list())),
            [(0, vec![("1", 3), ("2", 7)])]
        );
    }

    #[test]
    fn codes_that_the_list_does_not_have_are_not_thrown_together() {
        let parts = [stretch("8", 0, 240), stretch("9", 240, 600)];
        assert_eq!(
            shown(&cells_of_stretches(&parts, 10, &list())),
            [(0, vec![("8", 4), ("9", 6)])]
        );
    }

    #[test]
    fn a_begun_minute_belongs_to_the_span_only_where_it_is_filled() {
        let span = |stretches: &[Stretch]| {
            let cells = cells_of_stretches(stretches, 10, &list());
            span_of_stretches(stretches, 10, &cells).map(|span| (span.start(), span.end()))
        };
        assert_eq!(span(&[stretch("1", 20, 600)]), Some((0, 10)));
        assert_eq!(span(&[stretch("1", 50, 600)]), Some((1, 10)));
        assert_eq!(span(&[stretch("1", 0, 610)]), Some((0, 10)));
        assert_eq!(span(&[stretch("1", 0, 86_460)]), None);
        assert_eq!(span(&[]), None);
    }

    proptest! {
        #[test]
        fn no_minute_is_made_or_lost(lengths in proptest::collection::vec((0u32..2000, 1u32..4000, 0usize..3), 1..30), slot in proptest::sample::select(vec![5u16, 10, 15, 30, 60])) {
            let mut at = 0;
            let mut stretches = Vec::new();
            for (gap, length, task) in lengths {
                at += gap;
                stretches.push(stretch(["1", "2", "3"][task], at, at + length));
                at += length;
            }
            let cells = cells_of_stretches(&stretches, slot, &list());
            let seconds: u32 = stretches.iter().map(|stretch| stretch.to - stretch.from).sum();
            let minutes: u32 = cells.iter().map(|cell| cell.filled().0).sum();
            prop_assert_eq!(minutes, (seconds + 30) / 60);
            prop_assert!(cells.iter().all(|cell| cell.filled().0 <= u32::from(slot)));
        }
    }
}
