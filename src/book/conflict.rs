//! Why a change does not fit a book.

use crate::documents::LedgerFault;
use crate::issues::CauseFault;
use crate::office::{clock, printable};
use crate::phrase::{Phrase, phrase};
use crate::worktime::{Sheet, SheetKey, TaskCode, TaskList, TaskListError, TimingKey};

/// A change does not fit the book as it is; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// A book is founded once.
    FoundedAlready,
    /// Only the book itself founds, undoes and redoes.
    ReservedOccasion,
    /// The office is not described as the change says.
    OfficeDiffers,
    /// There is a sheet of this shift already.
    SheetExists(SheetKey),
    /// There is no sheet of this shift.
    SheetMissing(SheetKey),
    /// The sheet of this shift is not as the change says.
    SheetDiffers(SheetKey),
    /// The sheet is no sheet of this book.
    SheetUnsound(SheetKey, SheetFault),
    /// The file was read before.
    FileKnown(String),
    /// The file was not read before.
    FileUnknown(String),
    /// Something that is kept beside the sheets is not as the change says.
    RecordDiffers,
    /// The timer does not stand as the change says.
    TimerDiffers(TimingKey),
    /// The latest task list is not the one that the change says.
    TaskListDiffers,
    /// The list cannot be used.
    TaskListUnsound(TaskListError),
    /// Sheets use this task, and the new list has no place for it.
    TaskHasNoPlace(TaskCode),
    /// The sheet is of a task list that the book does not have.
    SheetOfUnknownList(SheetKey),
    /// A link of the cause map would lead round, back or to nothing.
    CauseMapUnsound(CauseFault),
    /// The ledger of documents would not go together.
    LedgerUnsound(LedgerFault),
}

/// What makes a sheet unusable for a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetFault {
    /// The slot has no minutes.
    NoSlot,
    /// A cell is not later than the one before it (its first minute).
    Order(u16),
    /// A cell has no task, a task without minutes, or a task twice (its first minute).
    Cell(u16),
    /// The minutes of a cell exceed the slot (its first minute).
    Overfull(u16),
    /// A task is not in the task list of the book.
    Task(TaskCode),
}

impl Conflict {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::FoundedAlready => phrase("book-conflict-founded"),
            Self::ReservedOccasion => phrase("book-conflict-occasion"),
            Self::OfficeDiffers => phrase("book-conflict-office"),
            Self::SheetExists(key) => phrase("book-conflict-sheet-exists").with("sheet", name(key)),
            Self::SheetMissing(key) => phrase("book-conflict-sheet-missing").with("sheet", name(key)),
            Self::SheetDiffers(key) => phrase("book-conflict-sheet-differs").with("sheet", name(key)),
            Self::SheetUnsound(key, fault) => phrase("book-conflict-sheet-unsound")
                .with("sheet", name(key))
                .with("fault", fault.phrase()),
            Self::FileKnown(file) => phrase("book-conflict-file-known").with("file", printable(file)),
            Self::FileUnknown(file) => phrase("book-conflict-file-unknown").with("file", printable(file)),
            Self::RecordDiffers => phrase("book-conflict-record"),
            Self::TimerDiffers(key) => phrase("book-conflict-timer").with("staff", printable(key.staff.as_str())),
            Self::TaskListDiffers => phrase("book-conflict-task-list"),
            Self::TaskListUnsound(error) => phrase("book-conflict-list-unsound").with("fault", error.phrase()),
            Self::TaskHasNoPlace(task) => phrase("book-conflict-no-place").with("task", printable(task.as_str())),
            Self::SheetOfUnknownList(key) => phrase("book-conflict-sheet-list").with("sheet", name(key)),
            Self::CauseMapUnsound(fault) => fault.phrase(),
            Self::LedgerUnsound(fault) => fault.phrase(),
        }
    }
}

impl SheetFault {
    fn phrase(&self) -> Phrase {
        match self {
            Self::NoSlot => phrase("book-sheet-no-slot"),
            Self::Order(at) => phrase("book-sheet-order").with("at", clock(*at)),
            Self::Cell(at) => phrase("book-sheet-cell").with("at", clock(*at)),
            Self::Overfull(at) => phrase("book-sheet-overfull").with("at", clock(*at)),
            Self::Task(task) => phrase("book-sheet-task").with("task", printable(task.as_str())),
        }
    }
}

/// The name of a sheet for people.
pub(super) fn name(key: &SheetKey) -> Phrase {
    phrase("book-sheet")
        .with("wave", key.wave.label())
        .with("staff", printable(key.staff.as_str()))
        .with("date", key.date.to_string())
        .with("at", clock(key.starts_at))
}

/// Checks that a sheet is what [`Sheet`] promises and that its tasks are in the list of the book.
pub(super) fn examine(sheet: &Sheet, tasks: &TaskList) -> Result<(), SheetFault> {
    let slot = sheet.slot_minutes;
    if slot == 0 {
        return Err(SheetFault::NoSlot);
    }
    let mut next = 0;
    for cell in &sheet.cells {
        let at = cell.start;
        if at / slot < next {
            return Err(SheetFault::Order(at));
        }
        next = at / slot + 1;
        let whole =
            cell.shares.iter().enumerate().all(|(index, share)| {
                share.1.0 > 0 && !cell.shares.iter().take(index).any(|earlier| earlier.0 == share.0)
            });
        if cell.shares.is_empty() || !whole {
            return Err(SheetFault::Cell(at));
        }
        let minutes: u64 = cell.shares.iter().map(|share| u64::from(share.1.0)).sum();
        if minutes > u64::from(slot) {
            return Err(SheetFault::Overfull(at));
        }
        if let Some(share) = cell.shares.iter().find(|share| tasks.task(&share.0).is_none()) {
            return Err(SheetFault::Task(share.0.clone()));
        }
    }
    Ok(())
}
