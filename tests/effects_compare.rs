//! Before and after of figures that were entered, counted and calculated, and what may be claimed of them.

mod counted;
mod margins;
mod people;
pub mod told;
