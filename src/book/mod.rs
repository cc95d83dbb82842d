//! The one file of an office (台帳): what happened, and the tables made from it.

mod change;

pub use change::{Change, FileRead, Founding};
