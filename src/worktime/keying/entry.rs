//! What a line of the grammar says.

use super::fault::EntryFault;
use crate::office::Minutes;
use crate::worktime::sheet::Share;
use crate::worktime::task_list::{TaskCode, TaskList};

/// What a line says: which slots, and what they hold then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which slots.
    pub place: Place,
    /// What they hold then.
    pub fill: Fill,
}

/// Which slots an entry is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// These, in order; never none.
    Slots(Vec<u16>),
    /// Every slot of the span that is still empty.
    Empty,
}

/// What slots hold after an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// As before: one moves on.
    Leave,
    /// As before, and a person has looked at it: it no longer counts as copied.
    Keep,
    /// Nothing (未記入).
    Clear,
    /// The same as the slot before.
    Repeat,
    /// Tasks with their minutes.
    Shares(Vec<Portion>),
}

/// A task with its minutes, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion {
    /// The task; `None` for minutes that stay unfilled.
    pub task: Option<TaskCode>,
    /// Its minutes; `None` for what is left of the slot.
    pub minutes: Option<u16>,
}

/// The shares of a slot that expects `due` of its `slot` minutes, in the order of the list.
pub fn shares_of(portions: &[Portion], due: u16, slot: u16, list: &TaskList) -> Result<Vec<Share>, EntryFault> {
    let given = portions
        .iter()
        .fold(0_u16, |sum, portion| sum.saturating_add(portion.minutes.unwrap_or(0)));
    let open = portions.iter().any(|portion| portion.minutes.is_none());
    let rest = due.saturating_sub(given);
    match (open, given) {
        (true, given) if given >= due => return Err(EntryFault::TooMany(given.saturating_sub(due).saturating_add(1))),
        // On paper the first and last column may be full although the shift begins or ends within them.
        (false, given) if (due..=slot).contains(&given) => {}
        (false, given) if given > due => return Err(EntryFault::TooMany(given - due)),
        (false, given) => return Err(EntryFault::Missing(due - given)),
        (true, _) => {}
    }
    let mut shares: Vec<Share> = portions
        .iter()
        .filter_map(|portion| {
            let minutes = u32::from(portion.minutes.unwrap_or(rest));
            portion.task.clone().map(|task| Share(task, Minutes(minutes)))
        })
        .collect();
    in_order(&mut shares, list);
    Ok(shares)
}

/// Puts shares into the order of the task list.
pub fn in_order(shares: &mut [Share], list: &TaskList) {
    shares.sort_by_key(|share| list.tasks.iter().position(|task| task.code == share.0));
}
