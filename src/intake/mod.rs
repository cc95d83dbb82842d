//! Files to changes (取り込み): recognises what a file is by looking inside, reads it, and says what it changes in the book.
//!
//! Every fault of a file is listed with its cell or line, and everything that was inferred is listed as a note. A file is
//! taken whole or not at all. A new kind of file is one folder here and one line in [`recognise`].

mod assemble;
mod betten4;
mod calendar;
mod container;
mod gather;
mod grid;
pub mod limits;
mod minutes_csv;
mod once;
mod order;
mod part;
mod recognise;
mod stack;
mod walk;
mod workbook;
pub(crate) mod written;

pub use gather::gather;
pub use order::{
    Fault, FileOutcome, Gathered, HasFile, IntakeError, Kind, Known, Listener, Order, Place, Progress, Status,
};

#[cfg(test)]
mod tests;
