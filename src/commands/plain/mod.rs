//! Findings as plain text: a sentence first, then aligned figures.

mod board;
mod challenges;
mod compare;
mod log;
mod meters;
mod summary;
mod table;
mod timer;

pub(super) use board::{board, reminders};
pub(super) use challenges::challenge_survey;
pub(super) use compare::comparisons;
pub(super) use log::{check, history, import};
pub(super) use meters::{meters, scenario, scenarios};
pub(super) use summary::summary;
pub(super) use table::Table;
pub(super) use timer::{agreements, timings};
