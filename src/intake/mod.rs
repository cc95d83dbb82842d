//! Files to changes (取り込み): recognises what a file is by looking inside, reads it, and says what it changes in the book.
//!
//! Every fault of a file is listed with its cell or line, and everything that was inferred is listed as a note. A file is
//! taken whole or not at all. A new kind of file is one folder here and one line in [`recognise`].

mod answers;
mod assemble;
mod betten4;
mod calendar;
mod container;
mod decode;
mod entries_json;
mod figures;
mod foreign;
mod gather;
mod grid;
mod interval_csv;
mod json_items;
mod key_file;
mod klog;
mod ledger;
pub mod limits;
mod log;
mod minutes_csv;
mod notices;
mod once;
mod order;
mod part;
mod recognise;
mod roster;
mod rows;
mod said;
mod shifts;
mod slips;
mod small_table;
mod stack;
mod timeclock;
mod timewarrior;
mod typed;
mod walk;
mod waves;
mod workbook;

mod typed_span;
pub(crate) mod written;

pub use figures::{Entered, figure_time, indicator_named};
pub use foreign::{Foreign, TagMap, read_tag_map};
pub use gather::{Coding, gather, gather_coded};
pub use key_file::{key_bytes, keys};
pub use ledger::Ledger;
pub use order::{
    Fault, FileOutcome, Gathered, HasFile, IntakeError, Kind, Known, Listener, Order, Place, Progress, Status,
};
pub use recognise::bytes_of;
pub use roster::roster;
pub use slips::Exchanged;
pub use typed::{days, staff, time_span};
pub use typed_span::{one_day, open_stretch};

#[cfg(test)]
mod tests;
