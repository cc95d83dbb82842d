//! Effect: indicators, the comparison of two waves, what may be said of it. Pure.

mod beside;
mod comparison;
mod indicator;
mod judgement;
mod verdict;

pub use beside::Beside;
pub use comparison::{Comparison, Design, Group, LEVEL, PersonValues, compare, holm_adjusted};
pub use indicator::{Direction, Family, Indicator, Measured, Per};
pub use verdict::{Grade, Verdict, p_text, percent_text};
