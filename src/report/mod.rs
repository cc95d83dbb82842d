//! What leaves the program: findings, and the ways to show them.

pub mod finding;
pub mod form;
pub mod save;
pub mod workbook;

mod compare;
mod groups;
mod number;
mod summary;

pub use compare::comparisons;
pub use number::{UNKNOWN, decimal_text, optional_text, share_text, signed_text, thousands, value_text};
pub use summary::summary;
