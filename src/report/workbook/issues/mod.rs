//! The sheets about challenges: 課題, 気づき, 因果関係図, 改善計画, 委員会記録; each only where there is something to show.

mod choice;
mod map;
mod meetings;
mod notices;
mod survey;

use rust_xlsxwriter::{Workbook, XlsxError};

mod measure_weeks;
mod measures;

use super::Contents;
use crate::text::Text;

/// Adds the sheets.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    map::add(book, contents, text)?;
    choice::add(book, contents, text)?;
    meetings::add(book, contents, text)?;
    measures::add(book, contents, text)?;
    notices::add(book, contents, text)?;
    survey::add(book, contents, text)?;
    Ok(())
}
