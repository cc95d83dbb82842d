//! What leaves the program: findings, and the ways to show them.

pub mod finding;
<<<<<<< HEAD
pub mod save;
pub mod workbook;
=======
pub mod form;
>>>>>>> w-sample

mod compare;
mod groups;
mod number;
mod summary;

pub use compare::comparisons;
pub use number::{UNKNOWN, decimal_text, optional_text, share_text, signed_text, thousands, value_text};
pub use summary::summary;
