//! Keying in a paper sheet (調査票の入力): a sheet in the making, and the one-line grammar in which its slots are typed.
//!
//! `11` fills a slot, `11*3` three, `1:6 7` shares one, `.` repeats, `10:00-11:30 3` names the clock times. The grammar is
//! described in `docs/formats.md`; the screen, a pasted block and `yutori record` all read it here.

mod block;
mod draft;
mod entry;
mod fault;
mod frame;
mod line;
mod lines;
mod spelling;

pub use block::{BlockFault, read_block, read_lines};
pub use draft::{Draft, Header, Mark, Slot, SlotState, Tally};
pub use entry::{Entry, Fill, Place, Portion};
pub use fault::EntryFault;
pub use frame::Frame;
pub use line::parse_line;
pub use lines::lines_of;
pub use spelling::find_task;

#[cfg(test)]
mod tests;
