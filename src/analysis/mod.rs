//! Sums over the one frame: totals by any dimension, scaled figures, values of people.

mod frame;
mod people;
mod scaled;
mod totals;

pub use frame::{Entry, Frame, entries};
pub use people::{PersonMean, person_means};
pub use scaled::{ScaledMean, scaled_means};
pub use totals::{Dimension, Key, Total, totals};

use crate::failure::{Exit, Failure};
use crate::phrase::phrase;

/// Why an analysis failed: a defect of ours, in the words of the frame library.
#[derive(Debug)]
pub struct AnalysisError(pub String);

impl From<polars::error::PolarsError> for AnalysisError {
    fn from(error: polars::error::PolarsError) -> Self {
        Self(error.to_string())
    }
}

impl From<AnalysisError> for Failure {
    fn from(error: AnalysisError) -> Self {
        Self::new(Exit::Defect, phrase("defect-analysis").with("error", error.0))
    }
}
