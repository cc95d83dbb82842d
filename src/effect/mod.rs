//! Effect: indicators, the comparison of two waves, what may be said of it. Pure.

mod indicator;
mod verdict;

pub use indicator::{Direction, Family, Indicator, Measured, Per};
pub use verdict::{Grade, Verdict};
