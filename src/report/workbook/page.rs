//! One sheet while it is being filled: cells, column widths, row heights, print setup.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use super::look::{Figure, Look, Role, shown};
use super::width;
use crate::report::UNKNOWN;
use crate::report::number::rounded;
use crate::text::Text;

const A4: u8 = 9;
const ROOM_AROUND: f64 = 2.0;

/// Which way up the paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    Portrait,
    Landscape,
}

/// A text over several lines that wants a height once the columns have their width.
struct Tall {
    row: u32,
    columns: (u16, u16),
    text: String,
    look: Look,
}

/// One sheet while it is being filled.
pub(super) struct Page<'w, 't> {
    sheet: &'w mut Worksheet,
    text: &'t Text,
    name: String,
    formats: HashMap<Look, Format>,
    widths: BTreeMap<u16, f64>,
    fixed: BTreeMap<u16, f64>,
    tall: Vec<Tall>,
    breaks: Vec<u32>,
}

impl<'w, 't> Page<'w, 't> {
    /// Adds a sheet behind the others.
    pub(super) fn add(book: &'w mut Workbook, text: &'t Text, name: &str) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_screen_gridlines(false);
        Ok(Self {
            sheet,
            text,
            name: name.to_owned(),
            formats: HashMap::new(),
            widths: BTreeMap::new(),
            fixed: BTreeMap::new(),
            tall: Vec::new(),
            breaks: Vec::new(),
        })
    }

    /// The name of the sheet, for ranges of charts.
    pub(super) fn name(&self) -> String {
        self.name.clone()
    }

    /// The sheet itself, to put a chart on it.
    pub(super) fn sheet(&mut self) -> &mut Worksheet {
        self.sheet
    }

    fn format(&mut self, look: Look) -> Format {
        let text = self.text;
        self.formats.entry(look).or_insert_with(|| look.format(text)).clone()
    }

    fn widen(&mut self, col: u16, units: f64) {
        let widest = self.widths.entry(col).or_insert(0.0);
        *widest = widest.max(units);
    }

    /// Writes text; never a formula, whatever it begins with.
    pub(super) fn text(&mut self, row: u32, col: u16, words: &str, look: Look) -> Result<(), XlsxError> {
        let look = guarded(words, look);
        if look.wrap {
            self.grow(row, (col, col), words, look);
        } else if !matches!(look.role, Role::Title | Role::Byline | Role::Section | Role::Note) {
            let indent = f64::from(look.indent) * 2.0;
            self.widen(col, width::of(words) * look.stretch() + indent);
        }
        let format = self.format(look);
        self.sheet.write_string_with_format(row, col, words, &format)?;
        Ok(())
    }

    /// Writes text over several columns; it does not widen them, and grows the row when it is wrapped.
    pub(super) fn across(&mut self, row: u32, columns: (u16, u16), words: &str, look: Look) -> Result<(), XlsxError> {
        if columns.0 == columns.1 {
            return self.text(row, columns.0, words, look);
        }
        let look = guarded(words, look);
        if look.wrap {
            self.grow(row, columns, words, look);
        }
        let format = self.format(look);
        self.sheet.merge_range(row, columns.0, row, columns.1, words, &format)?;
        Ok(())
    }

    fn grow(&mut self, row: u32, columns: (u16, u16), words: &str, look: Look) {
        self.tall.push(Tall {
            row,
            columns,
            text: words.to_owned(),
            look,
        });
    }

    /// Writes a number; a difference is rounded as every other output rounds it, so that none prints as `+0.0`.
    pub(super) fn number(&mut self, row: u32, col: u16, value: f64, look: Look) -> Result<(), XlsxError> {
        let value = match look.figure {
            Figure::Signed(decimals) => rounded(value, decimals),
            Figure::SignedPercent(decimals) => rounded(value, decimals + 2),
            _ => value,
        };
        self.widen(col, width::of(&shown(value, look.figure)) * look.stretch());
        let format = self.format(look);
        self.sheet.write_number_with_format(row, col, value, &format)?;
        Ok(())
    }

    /// Writes a number, or a dash when it is not known.
    pub(super) fn known(&mut self, row: u32, col: u16, value: Option<f64>, look: Look) -> Result<(), XlsxError> {
        match value {
            Some(value) => self.number(row, col, value, look),
            None => self.unknown(row, col, look),
        }
    }

    /// Writes a dash.
    pub(super) fn unknown(&mut self, row: u32, col: u16, look: Look) -> Result<(), XlsxError> {
        let dash = Look::words(look.role).right();
        self.text(row, col, UNKNOWN, dash)
    }

    /// Writes a formula with the result that Excel will compute.
    pub(super) fn formula(&mut self, at: (u32, u16), formula: &str, result: f64, look: Look) -> Result<(), XlsxError> {
        let (row, col) = at;
        self.widen(col, width::of(&shown(result, look.figure)) * look.stretch());
        let format = self.format(look);
        let formula = Formula::new(formula).set_result(result.to_string());
        self.sheet.write_formula_with_format(row, col, formula, &format)?;
        Ok(())
    }

    /// Writes the later of two cells minus the earlier one, rounded to one decimal as every other output rounds it.
    pub(super) fn difference(
        &mut self,
        at: (u32, u16),
        (later, earlier): (&str, &str),
        values: (f64, f64),
        role: Role,
    ) -> Result<(), XlsxError> {
        let formula = format!("=ROUND({later}-{earlier},1)");
        let result = rounded(minus(values.0, values.1), 1);
        self.formula(at, &formula, result, Look::of(role, Figure::Signed(1)))
    }

    /// Writes one number divided by another as a formula, or a dash when nothing can be divided.
    pub(super) fn ratio(
        &mut self,
        at: (u32, u16),
        formula: &str,
        parts: (f64, f64),
        look: Look,
    ) -> Result<(), XlsxError> {
        if parts.1 == 0.0 {
            self.unknown(at.0, at.1, look)
        } else {
            self.formula(at, formula, parts.0 / parts.1, look)
        }
    }

    /// Writes a date, or a dash.
    pub(super) fn date(&mut self, row: u32, col: u16, date: Option<NaiveDate>, role: Role) -> Result<(), XlsxError> {
        let look = Look::of(role, Figure::Date).middle();
        let Some(date) = date else {
            return self.unknown(row, col, look);
        };
        self.widen(col, width::of(&shown(0.0, Figure::Date)) * look.stretch());
        let format = self.format(look);
        self.sheet
            .write_datetime_with_format(row, col, excel_date(date)?, &format)?;
        Ok(())
    }

    /// Gives empty cells of a row the look of the row.
    pub(super) fn blank(&mut self, row: u32, columns: (u16, u16), role: Role) -> Result<(), XlsxError> {
        let format = self.format(Look::words(role));
        for col in columns.0..=columns.1 {
            self.sheet.write_blank(row, col, &format)?;
        }
        Ok(())
    }

    /// Sets the width of a column, whatever stands in it.
    pub(super) fn fix(&mut self, col: u16, units: f64) {
        self.fixed.insert(col, units);
    }

    /// Makes a column at least this wide.
    pub(super) fn at_least(&mut self, columns: (u16, u16), units: f64) {
        for col in columns.0..=columns.1 {
            self.widen(col, units);
        }
    }

    /// Begins a new page of paper at this row.
    pub(super) fn break_before(&mut self, row: u32) {
        self.breaks.push(row);
    }

    /// The width of a column as it will be, in units.
    pub(super) fn width(&self, col: u16) -> f64 {
        match (self.fixed.get(&col), self.widths.get(&col)) {
            (Some(units), _) => *units,
            (None, Some(units)) => units + ROOM_AROUND,
            (None, None) => 9.0,
        }
    }

    /// The width of several columns as they will be, in pixels.
    pub(super) fn pixels(&self, columns: (u16, u16)) -> u32 {
        let units: f64 = (columns.0..=columns.1).map(|col| self.width(col)).sum();
        // Whole pixels; a sheet is never wider than a few thousand.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "small and positive"
        )]
        let pixels = (units * 7.0) as u32 + 5 * u32::from(columns.1 - columns.0 + 1);
        pixels
    }

    /// Rows of usual height that fit on a page of landscape paper when the sheet up to this column is as wide as the
    /// page, under so many rows of heading.
    pub(super) fn rows_on_landscape(&self, last: u16, heading: u32) -> u32 {
        // Inches of A4 within the margins of this workbook; screens have 96 pixels to the inch, a row has 24.
        let shrink = (10.7 * 96.0 / f64::from(self.pixels((0, last)))).min(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "small and positive"
        )]
        let rows = (7.0 * 96.0 / 24.0 / shrink) as u32;
        rows.saturating_sub(heading + 1).max(4)
    }

    /// Sets widths and heights, and how the sheet is printed.
    pub(super) fn finish(self, print: &Print<'_>) -> Result<(), XlsxError> {
        let columns: Vec<u16> = self.widths.keys().chain(self.fixed.keys()).copied().collect();
        for col in columns {
            self.sheet.set_column_width(col, self.width(col))?;
        }
        let mut heights: BTreeMap<u32, f64> = BTreeMap::new();
        for tall in &self.tall {
            let units: f64 = (tall.columns.0..=tall.columns.1).map(|col| self.width(col)).sum();
            // Cells that are joined have the edges between them for their text, too: 5 pixels each, a unit has 7.
            let edges = f64::from(tall.columns.1 - tall.columns.0) * 5.0 / 7.0;
            let room = (units + edges - 1.0) / tall.look.stretch();
            let lines = f64::from(width::lines(&tall.text, room));
            let height = heights.entry(tall.row).or_insert(0.0);
            *height = height.max(lines * tall.look.line_height() + 5.0);
        }
        for (row, height) in heights {
            self.sheet.set_row_height(row, height.clamp(18.0, 400.0))?;
        }
        if !self.breaks.is_empty() {
            self.sheet.set_page_breaks(&self.breaks)?;
        }
        print.set(self.sheet)
    }
}

/// How a sheet is printed, and which rows stay in sight.
pub(super) struct Print<'a> {
    pub paper: Paper,
    /// Rows that stay in sight and are printed on each page: the heading.
    pub heading: Option<(u32, u32)>,
    /// Columns that stay in sight.
    pub stays: u16,
    /// Most pages of paper from top to bottom; 0 for as many as it takes.
    pub tall: u16,
    /// Pages of paper from left to right.
    pub wide: u16,
    pub office: &'a str,
    pub title: &'a str,
}

impl Print<'_> {
    fn set(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_paper_size(A4);
        match self.paper {
            Paper::Portrait => sheet.set_portrait(),
            Paper::Landscape => sheet.set_landscape(),
        };
        sheet.set_print_fit_to_pages(self.wide, self.tall);
        sheet.set_margins(0.5, 0.5, 0.55, 0.7, 0.3, 0.35);
        sheet.set_print_center_horizontally(true);
        // Excel allows 255 characters; a `&` begins a code.
        let office: String = self.office.chars().take(60).collect::<String>().replace('&', "&&");
        let title = self.title.replace('&', "&&");
        sheet.set_footer(format!("&L{office}&C{title}&R&P / &N"));
        if let Some((first, last)) = self.heading {
            sheet.set_repeat_rows(first, last)?;
            sheet.set_freeze_panes(last + 1, self.stays)?;
        }
        if self.wide > 1 && self.stays > 0 {
            sheet.set_repeat_columns(0, self.stays - 1)?;
        }
        Ok(())
    }
}

fn guarded(words: &str, look: Look) -> Look {
    Look {
        quoted: words.starts_with(['=', '+', '-', '@']),
        ..look
    }
}

/// A date of the workbook.
pub(super) fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let small = |number: u32| u8::try_from(number).expect("months and days are small");
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, small(date.month()), small(date.day()))
}

/// `C8`, or `C$8` when the row stays.
pub(super) fn cell(row: u32, col: u16) -> String {
    row_col_to_cell(row, col)
}

/// `C$8`: the row stays when the formula is copied.
pub(super) fn held(row: u32, col: u16) -> String {
    let name = row_col_to_cell(row, col);
    let split = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
    let (letters, digits) = name.split_at(split);
    format!("{letters}${digits}")
}

/// `=SUM(C8:C12)` down a column.
pub(super) fn sum_down(rows: (u32, u32), col: u16) -> String {
    format!("=SUM({}:{})", cell(rows.0, col), cell(rows.1, col))
}

/// `=SUM(C8:H8)` along a row.
pub(super) fn sum_along(row: u32, columns: (u16, u16)) -> String {
    format!("=SUM({}:{})", cell(row, columns.0), cell(row, columns.1))
}

/// Subtracts as a spreadsheet does: what differs only in the last bits is 0.
fn minus(a: f64, b: f64) -> f64 {
    let difference = a - b;
    if difference.abs() < a.abs().max(b.abs()) * 1e-14 {
        0.0
    } else {
        difference
    }
}

/// A count as a number of a cell.
pub(super) fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The column at this place.
pub(super) fn column(index: usize) -> u16 {
    u16::try_from(index).expect("a sheet has few columns")
}

/// The row at this place.
pub(super) fn row(index: usize) -> u32 {
    u32::try_from(index).expect("a sheet has few rows")
}
