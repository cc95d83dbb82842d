//! What the timer writes: turns and ends of timings as changes of the book.

use super::change::Change;
use crate::worktime::{Sheet, Timing, Turn};

impl Change {
    /// The timer was turned; `None` when the turn changes nothing.
    pub fn turned(timing: &Timing, turn: Turn) -> Option<Self> {
        (!turn.is_nothing()).then(|| Self::TimerTurned {
            timing: timing.key.clone(),
            at: turn.at,
            before: turn.before,
            after: turn.after,
        })
    }

    /// A timing was begun.
    pub fn begun(timing: &Timing) -> Self {
        Self::TimingKept {
            before: None,
            after: Some(Box::new(timing.clone())),
        }
    }

    /// A timing is over, or goes on again.
    pub fn finished(timing: &Timing, finished: bool) -> Self {
        let after = Timing {
            finished,
            ..timing.clone()
        };
        Self::TimingKept {
            before: Some(Box::new(timing.clone())),
            after: Some(Box::new(after)),
        }
    }

    /// A timing is over; in the same act its sheet is recorded, where there is one.
    pub fn finished_with(timing: &Timing, sheet: Option<Sheet>) -> Vec<Self> {
        let recorded = sheet.map(|sheet| Self::SheetRecorded {
            wave: timing.key.wave,
            sheet: Box::new(sheet),
        });
        let finished = Self::finished(timing, true);
        std::iter::once(finished).chain(recorded).collect()
    }
}
