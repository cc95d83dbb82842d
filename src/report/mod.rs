//! What leaves the program: findings, and the ways to show them.

pub mod finding;

pub mod form;
pub mod save;
pub mod workbook;

mod check;
mod compare;
mod entries;
mod groups;
mod holdings;
mod meters;
mod number;
mod scenario;
mod summary;

pub use check::check;
pub use compare::comparisons;
pub use entries::entries;
pub use holdings::Holdings;
pub use meters::{hour_list, meter_change, meters};
pub use number::{UNKNOWN, decimal_text, optional_text, share_text, signed_text, thousands, value_text};
pub use scenario::{day_load, move_line, scenario, scenarios};
pub use summary::summary;
