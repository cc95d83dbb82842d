//! Effect: indicators, the comparison of two waves, what may be said of it. Pure.

mod beside;
mod comparison;
mod formula;
mod indicator;
mod judgement;
mod scale;
mod verdict;

pub use beside::Beside;
pub use comparison::{Comparison, Design, Group, LEVEL, PersonValues, compare, holm_adjusted};
pub use formula::{Atom, Formula, FormulaFault, FormulaFaultKind, cycle};
pub use indicator::{Direction, Family, Indicator, Measured, Per};
pub use scale::{Band, Scale, ScaleFault, Subject};
pub use verdict::{Grade, Verdict, p_text, percent_text};
