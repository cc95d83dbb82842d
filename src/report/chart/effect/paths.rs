//! 一人ひとりの変化

use super::{Canvas, ChartError, Drawing, Kind};

pub(super) fn draw(_canvas: &mut Canvas, _drawing: &Drawing) -> Result<(), ChartError> {
    Err(ChartError::NothingYet(Kind::Paths))
}
