//! Reads the worksheets of a workbook; the only place that knows the library that does it.

use std::io::{Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use chrono::NaiveDate;

use super::container::Package;
use super::grid::{Grid, Value};
use super::limits;
use crate::phrase::{Phrase, phrase};

/// The worksheets of a workbook in their order, with their values; macros are never touched.
pub fn worksheets(package: Package) -> Result<Vec<Grid>, Phrase> {
    // The library counts on the order that spreadsheet programs keep; bytes made to harm may break it, and then the
    // file is damaged and not this program.
    catch_unwind(AssertUnwindSafe(|| read(package))).unwrap_or_else(|_| Err(phrase("intake-damaged-workbook")))
}

fn read(package: Package) -> Result<Vec<Grid>, Phrase> {
    let mut workbook = Xlsx::new(std::io::Cursor::new(package.bytes)).map_err(|error| damaged(&error))?;
    let names = workbook.sheet_names();
    if names.len() > limits::WORKSHEETS {
        return Err(phrase("intake-too-many-sheets").with("limit", limits::WORKSHEETS));
    }
    let mut grids = Vec::with_capacity(names.len());
    let mut left = limits::CELLS;
    for name in names {
        match worksheet(&mut workbook, &name, &mut left) {
            Ok(Some(grid)) => grids.push(grid),
            Ok(None) => return Err(phrase("intake-too-many-cells").with("limit", limits::CELLS)),
            // A sheet that is a chart or a dialogue has no cells.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(damaged(&error)),
        }
    }
    Ok(grids)
}

/// The values of a worksheet; `None` when the workbook has more cells than are left to read.
fn worksheet<R: Read + Seek>(workbook: &mut Xlsx<R>, name: &str, left: &mut usize) -> Result<Option<Grid>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut cells = Vec::with_capacity(1024);
    let mut beyond = None;
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        let Some(fewer) = left.checked_sub(1) else {
            return Ok(None);
        };
        *left = fewer;
        let value = match cell.value {
            DataRef::Empty if cell.formula.is_some() => Value::NoResult,
            DataRef::Empty => continue,
            value => value_of(value),
        };
        let (row, column) = cell.pos;
        if row >= limits::ROWS || column >= limits::COLUMNS {
            beyond = beyond.or(Some(cell.pos));
            continue;
        }
        cells.push((cell.pos, value));
    }
    let mut grid = Grid::new(name, cells);
    grid.beyond = beyond;
    Ok(Some(grid))
}

fn value_of(value: DataRef<'_>) -> Value {
    match value {
        DataRef::Int(number) => Value::Text(number.to_string()),
        DataRef::Float(number) => Value::Number(number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Value::Text(text),
        DataRef::SharedString(text) => Value::Text(text.to_owned()),
        DataRef::Bool(flag) => Value::Flag(flag),
        DataRef::DateTime(moment) => moment_of(&moment),
        DataRef::Error(error) => Value::Error(error.to_string()),
        DataRef::Empty => Value::Text(String::new()),
    }
}

/// A moment: whole days are dates, the fraction is a time; below one day there is only a time.
fn moment_of(moment: &ExcelDateTime) -> Value {
    let serial = moment.as_f64();
    let is_time = moment.is_duration() || serial < 1.0;
    let days = if is_time { serial } else { serial.fract() };
    let minutes = (days * 1440.0).round();
    if !(0.0..f64::from(u16::MAX)).contains(&minutes) {
        return Value::Number(serial);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range just tested"
    )]
    let minute = minutes as u16;
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).filter(|_| !is_time);
    Value::Moment { date, minute }
}

fn damaged(error: &XlsxError) -> Phrase {
    match error {
        XlsxError::Password => phrase("intake-password"),
        _ => phrase("intake-damaged-workbook"),
    }
}
