//! Whole runs over files: forms, tables, hostile bytes, and the reference files where they are at hand.

mod answers;
mod figures;
mod foreign;
mod forms;
mod hostile;
mod ledger;
mod nights;
mod notices;
mod once;
mod reference;
mod support;
mod tables;
