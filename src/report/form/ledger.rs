//! The sheet of documents (文書量の記入用紙) as a workbook: months on one page, a counting week on another; read back by import.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};

use super::betten4::FormError;
use crate::documents::{DocumentGroup, LedgerField, Medium, Storage};
use crate::office::Decimal;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::report::exchange::{DAY_COLUMNS, MONTH_COLUMNS, day_field};
use crate::report::ledger_lines::{DayLine, LedgerLine};
use crate::text::Text;

/// Row of the headings, counted from 0; a title and what to know stand above.
const HEADINGS: u32 = 4;
/// Empty lines below, for documents that nobody has thought of.
const FREE_LINES: u32 = 10;
/// Columns that stay in sight.
const FIXED: u16 = 1;

/// What stands on the pages.
#[derive(Debug, Clone, Copy)]
pub struct LedgerSheet<'a> {
    /// The book.
    pub holdings: &'a Holdings,
    /// Documents and months.
    pub lines: &'a [LedgerLine],
    /// Documents and days.
    pub days: &'a [DayLine],
}

/// Draws both pages on A4 that lies on its side. The same lines give the same bytes.
pub fn ledger_book(sheet: LedgerSheet, text: &Text) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // Nothing of a sheet has a date; a fixed one keeps the bytes alike.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let ink = Ink::new();
    workbook.set_default_format(&ink.plain, 25, 72)?;
    let drawn = Drawn {
        sheet,
        ink: &ink,
        text,
        names: names(sheet.lines),
    };
    drawn.months(workbook.add_worksheet())?;
    drawn.days(workbook.add_worksheet())?;
    drawn.choices(workbook.add_worksheet())?;
    Ok(workbook.save_to_buffer()?)
}

/// The names of the documents, each once.
fn names(lines: &[LedgerLine]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for line in lines {
        if !names.contains(&line.document.name.as_str()) {
            names.push(&line.document.name);
        }
    }
    names
}

/// The columns of the page of months: those of the table without the facts, which are planned on their own.
fn month_columns() -> impl Iterator<Item = LedgerField> {
    MONTH_COLUMNS.into_iter().filter(|field| *field != LedgerField::Facts)
}

/// Half-width letters that a column shows.
fn width(field: LedgerField) -> f64 {
    match field {
        LedgerField::Name => 38.0,
        LedgerField::Group => 14.0,
        LedgerField::Storage | LedgerField::Copies => 17.0,
        LedgerField::Month | LedgerField::Medium | LedgerField::Day => 12.5,
        _ => 9.5,
    }
}

fn is_number(field: LedgerField) -> bool {
    use LedgerField as F;
    matches!(
        field,
        F::Pieces
            | F::Sheets
            | F::Copies
            | F::MinutesPerPiece
            | F::Reentries
            | F::MinutesPerReentry
            | F::Goal
            | F::KeepYears
            | F::OpenDays
    )
}

struct Drawn<'a> {
    sheet: LedgerSheet<'a>,
    ink: &'a Ink,
    text: &'a Text,
    names: Vec<&'a str>,
}

impl Drawn<'_> {
    fn months(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        let columns: Vec<LedgerField> = month_columns().collect();
        page.set_name(self.text.get("ledgerin-page-months"))?;
        let how = [
            self.text.get("ledgerin-sheet-how"),
            self.text.get("ledgerin-sheet-how-time"),
        ];
        self.top(page, "ledgerin-sheet-title", &how, columns.len())?;
        self.headings(page, &columns)?;
        let mut row = HEADINGS;
        let mut earlier: Option<&str> = None;
        for line in self.sheet.lines {
            row += 1;
            let name = line.document.name.as_str();
            for (column, field) in (0..).zip(&columns) {
                let words = line.field(*field, self.sheet.holdings, self.text);
                // The months of one document belong together: its second line is fainter.
                let is_again = earlier == Some(name) && *field == LedgerField::Name;
                self.cell(page, (row, column), *field, &words, is_again)?;
            }
            page.set_row_height(row, 24)?;
            earlier = Some(name);
        }
        for _ in 0..FREE_LINES {
            row += 1;
            for (column, field) in (0..).zip(&columns) {
                self.cell(page, (row, column), *field, "", false)?;
            }
            page.set_row_height(row, 24)?;
        }
        self.offers(page, &columns, row)?;
        Self::set_up(page, row, columns.len())
    }

    fn days(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        page.set_name(self.text.get("ledgerin-page-days"))?;
        let how = [self.text.get("ledgerin-days-how"), self.text.get("ledgerin-days-rule")];
        self.top(page, "ledgerin-days-title", &how, DAY_COLUMNS.len())?;
        self.headings(page, &DAY_COLUMNS)?;
        let mut row = HEADINGS;
        for line in self.sheet.days {
            row += 1;
            for (column, field) in (0..).zip(DAY_COLUMNS) {
                self.cell(page, (row, column), field, &day_field(line, field), false)?;
            }
            page.set_row_height(row, 24)?;
        }
        self.offers(page, &DAY_COLUMNS, row)?;
        Self::set_up(page, row, DAY_COLUMNS.len())
    }

    /// The names of the documents, from which the page of days offers one.
    fn choices(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        page.set_name(self.text.get("ledgerin-page-choices"))?;
        page.set_column_width(0, width(LedgerField::Name))?;
        for (row, name) in (0..).zip(&self.names) {
            page.write_with_format(row, 0, *name, &self.ink.plain)?;
        }
        page.set_hidden(true);
        Ok(())
    }

    fn top(
        &self,
        page: &mut Worksheet,
        title: &'static str,
        how: &[String; 2],
        columns: usize,
    ) -> Result<(), XlsxError> {
        let last = u16::try_from(columns).unwrap_or(1).saturating_sub(1);
        page.write_with_format(0, 0, self.text.get(title), &self.ink.title)?;
        page.set_row_height(0, 30)?;
        let office = &self.sheet.holdings.founding.office.name;
        page.write_with_format(1, 0, office, &self.ink.plain)?;
        for (row, how) in (2..).zip(how) {
            page.merge_range(row, 0, row, last, how, &self.ink.small)?;
            page.set_row_height(row, 34)?;
        }
        Ok(())
    }

    fn headings(&self, page: &mut Worksheet, columns: &[LedgerField]) -> Result<(), XlsxError> {
        for (column, field) in (0..).zip(columns) {
            page.write_with_format(HEADINGS, column, self.text.say(&field.phrase()), &self.ink.heading)?;
            page.set_column_width(column, width(*field))?;
        }
        page.set_row_height(HEADINGS, 46)?;
        Ok(())
    }

    fn cell(
        &self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        field: LedgerField,
        words: &str,
        is_again: bool,
    ) -> Result<(), XlsxError> {
        let format = match field {
            _ if is_again => &self.ink.again,
            LedgerField::MinutesPerPiece | LedgerField::MinutesPerReentry => &self.ink.minutes,
            field if is_number(field) => &self.ink.number,
            _ => &self.ink.words,
        };
        match Decimal::parse(words).ok().filter(|_| is_number(field)) {
            Some(number) => page.write_with_format(row, column, number.as_f64(), format)?,
            None if words.is_empty() => page.write_blank(row, column, format)?,
            None => page.write_with_format(row, column, words, format)?,
        };
        Ok(())
    }

    /// What cells offer and accept.
    fn offers(&self, page: &mut Worksheet, columns: &[LedgerField], last: u32) -> Result<(), XlsxError> {
        for (column, field) in (0..).zip(columns) {
            let validation = match field {
                LedgerField::Group => list(DocumentGroup::ALL.map(|it| self.text.say(&it.phrase())).as_slice())?,
                LedgerField::Storage => list(Storage::ALL.map(|it| self.text.say(&it.phrase())).as_slice())?,
                LedgerField::Medium => list(Medium::ALL.map(|it| self.text.say(&it.phrase())).as_slice())?,
                LedgerField::MinutesPerPiece | LedgerField::MinutesPerReentry => DataValidation::new()
                    .allow_decimal_number(DataValidationRule::Between(0.0, f64::from(field.most()))),
                LedgerField::OpenDays => DataValidation::new().allow_whole_number(DataValidationRule::Between(1, 31)),
                field if is_number(*field) => {
                    let most = i32::try_from(field.most()).unwrap_or(i32::MAX);
                    DataValidation::new().allow_whole_number(DataValidationRule::Between(0, most))
                }
                LedgerField::Name if columns.len() == DAY_COLUMNS.len() && !self.names.is_empty() => {
                    let page = self.text.get("ledgerin-page-choices");
                    let range = format!("='{page}'!$A$1:$A${}", self.names.len());
                    DataValidation::new().allow_list_formula(Formula::new(range))
                }
                _ => continue,
            };
            let error = phrase("ledgerin-sheet-bad").with("field", field.phrase());
            let validation = validation.set_error_message(self.text.say(&error))?;
            page.add_data_validation(HEADINGS + 1, column, last.max(HEADINGS + 1), column, &validation)?;
        }
        Ok(())
    }

    fn set_up(page: &mut Worksheet, last: u32, columns: usize) -> Result<(), XlsxError> {
        page.set_landscape()
            .set_paper_size(9)
            .set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2)
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_footer("&C&P / &N");
        let end = u16::try_from(columns).unwrap_or(1).saturating_sub(1);
        page.set_print_area(0, 0, last, end)?;
        page.set_repeat_rows(HEADINGS, HEADINGS)?;
        page.set_freeze_panes(HEADINGS + 1, FIXED)?;
        page.set_screen_gridlines(false);
        Ok(())
    }
}

/// A list inside a cell is parted by commas, so no word of it may hold one.
fn list(words: &[String]) -> Result<DataValidation, XlsxError> {
    DataValidation::new().allow_list_strings(words)
}

struct Ink {
    plain: Format,
    title: Format,
    small: Format,
    heading: Format,
    words: Format,
    again: Format,
    number: Format,
    minutes: Format,
}

impl Ink {
    fn new() -> Self {
        let plain = Format::new()
            .set_font_name("游ゴシック")
            .set_font_size(11)
            .set_align(FormatAlign::VerticalCenter);
        let framed = plain.clone().set_border(FormatBorder::Thin);
        // Names and months stay as they are typed: a spreadsheet makes dates of them otherwise.
        let words = framed.clone().set_num_format("@").set_indent(1).set_shrink();
        Self {
            title: plain.clone().set_font_size(16).set_bold(),
            small: plain.clone().set_font_size(10).set_text_wrap(),
            heading: framed
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0x00E8_EEF4)),
            again: words.clone().set_font_color(Color::RGB(0x0059_5959)),
            words,
            number: framed.clone().set_num_format("#,##0").set_font_size(12),
            minutes: framed.set_num_format("#,##0.###").set_font_size(12),
            plain,
        }
    }
}
