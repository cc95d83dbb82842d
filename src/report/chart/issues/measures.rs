//! Draws the chart `measures`.

use super::Drawing;
use crate::report::chart::canvas::Canvas;
use crate::report::chart::{ChartError, Kind};

pub(super) fn draw(_canvas: &mut Canvas, _drawing: &Drawing) -> Result<(), ChartError> {
    Err(ChartError::NothingYet(Kind::Measures))
}
