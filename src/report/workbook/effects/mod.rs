//! 効果測定 and 指標の推移: what was chosen and what became of it, and series of months or days.

mod measured;
mod series;
mod series_chart;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::Contents;
use crate::text::Text;

/// Adds the sheets for which there is something.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    if !contents.effect.chosen.indicators.is_empty() {
        measured::add(book, contents, text)?;
    }
    if !contents.effect.series.is_empty() {
        series::add(book, contents, text)?;
    }
    Ok(())
}
