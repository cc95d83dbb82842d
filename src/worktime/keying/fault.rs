//! Why an entry cannot be taken.

use crate::office::{clock, printable};
use crate::phrase::{Phrase, phrase};

/// Why an entry cannot be taken; nothing of it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFault {
    /// No task has this code, name or key.
    NoTask(String),
    /// More than one name begins so.
    SeveralTasks {
        /// What was written.
        written: String,
        /// Code of the first.
        one: String,
        /// Code of the next.
        two: String,
    },
    /// Shares add up to less than the slot; minutes that are missing.
    Missing(u16),
    /// Shares add up to more than the slot; minutes that are too many.
    TooMany(u16),
    /// Only the last of several tasks may stand without minutes.
    NoMinutes(String),
    /// No whole number of minutes from 1 on.
    BadMinutes(String),
    /// A task stands twice in a slot.
    TaskTwice(String),
    /// No whole number of slots from 1 on.
    BadCount(String),
    /// More slots than are left; the slots that are left.
    PastEnd(usize),
    /// A clock time at which the sheet has no slot.
    OutsideSpan(u16),
    /// A clock time that is no border of slots; the slot in minutes.
    OffGrid {
        /// The time.
        at: u16,
        /// The slot.
        slot: u16,
    },
    /// Clock times without a task.
    NothingToEnter,
    /// There is no filled slot before this one.
    NothingToRepeat,
    /// Every slot has been passed; a task needs clock times now.
    AtTheEnd,
    /// A number of slots beside clock times, which say it already.
    CountWithTimes,
    /// A pasted table has other rows than the task list has tasks.
    TableRows {
        /// Rows of the table.
        rows: usize,
        /// Tasks of the list.
        tasks: usize,
    },
    /// A cell of a pasted table is no number of minutes.
    TableCell(String),
    /// A pasted column has minutes where the sheet has no slot.
    TableWidth,
}

impl EntryFault {
    /// In words; the hint says what to try.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoTask(written) => phrase("keying-no-task").with("written", short(written)),
            Self::SeveralTasks { written, one, two } => phrase("keying-several-tasks")
                .with("written", short(written))
                .with("one", one.as_str())
                .with("two", two.as_str()),
            Self::Missing(minutes) => phrase("keying-missing").with("minutes", *minutes),
            Self::TooMany(minutes) => phrase("keying-too-many").with("minutes", *minutes),
            Self::NoMinutes(task) => phrase("keying-no-minutes").with("task", short(task)),
            Self::BadMinutes(written) => phrase("keying-bad-minutes").with("written", short(written)),
            Self::TaskTwice(task) => phrase("keying-task-twice").with("task", short(task)),
            Self::BadCount(written) => phrase("keying-bad-count").with("written", short(written)),
            Self::PastEnd(left) => phrase("keying-past-end").with("left", *left),
            Self::OutsideSpan(at) => phrase("keying-outside-span").with("at", clock(*at)),
            Self::OffGrid { at, slot } => phrase("keying-off-grid").with("at", clock(*at)).with("slot", *slot),
            Self::NothingToEnter => phrase("keying-nothing-to-enter"),
            Self::NothingToRepeat => phrase("keying-nothing-to-repeat"),
            Self::AtTheEnd => phrase("keying-at-the-end"),
            Self::CountWithTimes => phrase("keying-count-with-times"),
            Self::TableRows { rows, tasks } => phrase("keying-table-rows").with("rows", *rows).with("tasks", *tasks),
            Self::TableCell(written) => phrase("keying-table-cell").with("written", short(written)),
            Self::TableWidth => phrase("keying-table-width"),
        }
    }

    /// Whether it may only follow from a fault in an earlier line.
    pub(super) fn may_follow(&self) -> bool {
        matches!(self, Self::PastEnd(_) | Self::AtTheEnd | Self::NothingToRepeat)
    }
}

/// A text as it may be repeated in a message: printable and short.
fn short(written: &str) -> String {
    const LONGEST: usize = 30;
    let text = printable(written);
    if text.chars().count() > LONGEST {
        text.chars().take(LONGEST).chain("..".chars()).collect()
    } else {
        text
    }
}
