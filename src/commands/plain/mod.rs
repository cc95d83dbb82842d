//! Findings as plain text: a sentence first, then aligned figures.

mod compare;
mod log;
mod summary;
mod table;
mod timer;

pub(super) use compare::comparisons;
pub(super) use log::{check, history, import};
pub(super) use summary::summary;
pub(super) use table::Table;
pub(super) use timer::{agreements, timings};
