//! series

use rust_xlsxwriter::{Workbook, XlsxError};

use super::Contents;
use crate::text::Text;

pub(super) fn add(_book: &mut Workbook, _contents: &Contents, _text: &Text) -> Result<(), XlsxError> {
    Ok(())
}
