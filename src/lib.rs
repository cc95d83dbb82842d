//! yutori: an honest measure of a care office's own work.
//!
//! A file or a key press becomes a [`book::Change`]; the book keeps it in its journal and its tables; `analysis` turns the
//! tables into one frame and sums it up; `effect` compares waves with the exact methods of `stats`; `report` makes one
//! [`report::finding`] of it; screens, text, JSON and workbook all show that same finding.
//!
//! The rule: arrows point down only, `commands, screens → report, intake → analysis, book, catalog → effect, documents, issues, subsidy →
//! worktime, stats → office`. The pure rooms (`office`, `worktime`, `effect`, `documents`, `issues`, `subsidy`, `stats`) know no file, clock, terminal, environment, SQL or
//! polars, and each outside library is named in its own room only. A test reads the `use` lines.

// In reading order.
pub mod office;
pub mod phrase;

pub mod stats;
pub mod worktime;

pub mod documents;
pub mod effect;
pub mod issues;
pub mod subsidy;

pub mod analysis;
pub mod book;
pub mod catalog;

pub mod intake;

pub mod report;

pub mod commands;
pub mod screens;

pub mod clock;
pub mod failure;
pub mod text;
