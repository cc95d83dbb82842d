//! The one file of an office (台帳): what happened, and the tables made from it.
//!
//! [`Book::apply`] is the one door: it writes the [`Change`]s of one act to the append-only journal and to the tables that
//! are read, in one transaction. Undo and redo are further acts. Replaying the journal gives exactly the tables.

mod act;
#[expect(clippy::module_inception, reason = "the noun of this room is the book")]
mod book;
mod change;
mod conflict;
mod error;
mod file;
mod fingerprint;
mod firsts;
mod integrity;
mod inverse;
mod journal;
mod ledger;
mod line;
mod lists;
mod records;
mod schema;
mod tables;
#[cfg(test)]
mod tests;
mod turned;

pub use act::{Act, ActId, ActState, Occasion};
pub use book::Book;
pub use change::{Change, FileRead, Founding};
pub use conflict::{Conflict, SheetFault};
pub use error::{BookError, BookFault};
pub use fingerprint::fingerprint;
pub use firsts::{Firsts, Written};
pub use integrity::Integrity;
pub use ledger::ledger_act;
