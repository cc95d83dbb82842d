//! What leaves the program: findings, and the ways to show them.

pub mod finding;
pub mod form;
