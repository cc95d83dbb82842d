//! What leaves the program: findings, and the ways to show them.

pub mod exchange;
pub mod finding;

pub mod form;
pub mod save;
pub mod workbook;

mod check;
mod compare;
mod entries;
mod groups;
mod holdings;
mod number;
mod summary;

pub use check::check;
pub use compare::comparisons;
pub use entries::entries;
pub use holdings::Holdings;
pub use number::{UNKNOWN, decimal_text, optional_text, share_text, signed_text, thousands, value_text};
pub use summary::summary;
