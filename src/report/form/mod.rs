//! Official forms (様式), drawn by ourselves at the addresses of the originals.

mod betten4;
mod paper;
mod spelling;

pub use betten4::{FormError, betten4, betten4_file_name, betten4_has_minutes};
