//! Sheets of figures (測定値の記入用紙) as a workbook: printed or filled in on the screen, and read back by import.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use super::betten4::FormError;
use super::codes::half_widths;
use crate::effect::{FigureRule, Indicator, Measured, Per};
use crate::office::Decimal;
use crate::phrase::phrase;
use crate::report::blank_figures::{FiguresLine, FiguresPage};
use crate::report::exchange::time_text;
use crate::text::Text;

/// Row of the headings.
const HEADINGS: u32 = 3;
/// Widths of a column of times, of codes, of figures.
const WIDTHS: (f64, f64, f64) = (14.0, 16.0, 17.0);
/// Half-width letters that fit into one line of a heading.
const LETTERS_OF_HEADING: usize = 15;
/// Widths of the sheet that tells how to measure: the indicator, what can be entered, how.
const GUIDE: [f64; 3] = [34.0, 26.0, 70.0];
/// Half-width letters that fit into one line of how to measure.
const LETTERS_OF_GUIDE: usize = 66;
/// Last column of a page at least: what is said above the table has room then.
const LEAST_COLUMN: u16 = 4;
/// Columns of figures from which on the page lies on its side.
const ACROSS: usize = 5;

/// Draws the pages, each on a worksheet of A4, and how the indicators are measured. The same pages give the same bytes.
pub fn figures_book(office: &str, pages: &[FiguresPage], text: &Text) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // Nothing of a sheet has a date; a fixed one keeps the bytes alike.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let ink = Ink::new();
    workbook.set_default_format(&ink.plain, 25, 72)?;
    for (number, page) in pages.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(page_name(pages, number, text))?;
        let drawn = Drawn { page, ink: &ink, text };
        drawn.top(sheet, office)?;
        drawn.headings(sheet)?;
        for (row, line) in (HEADINGS + 1..).zip(&page.lines) {
            drawn.line(sheet, row, line)?;
        }
        drawn.offers(sheet)?;
        drawn.set_up(sheet)?;
    }
    guide(workbook.add_worksheet(), pages, &ink, text)?;
    Ok(workbook.save_to_buffer()?)
}

/// The kind of its figures, with a number where there are several of the kind.
fn page_name(pages: &[FiguresPage], number: usize, text: &Text) -> String {
    let per = pages.get(number).map_or(Per::Office, |page| page.per);
    let name = text.get(match per {
        Per::StaffDay => "entering-page-staff-day",
        Per::StaffMonth => "entering-page-staff-month",
        Per::Staff => "entering-page-staff",
        Per::Resident => "entering-page-resident",
        Per::Office => "entering-page-office",
        Per::OfficeDay => "entering-page-office-day",
        Per::OfficeMonth => "entering-page-office-month",
    });
    let earlier = pages.iter().take(number).filter(|page| page.per == per).count();
    if earlier == 0 {
        name
    } else {
        format!("{name} {}", earlier + 1)
    }
}

/// A column of numbers: of which indicator, and whether it is the second.
struct NumberColumn<'a> {
    place: usize,
    indicator: &'a Indicator,
    rule: &'a FigureRule,
    is_base: bool,
}

impl NumberColumn<'_> {
    /// Its heading; import knows it again.
    fn heading(&self, text: &Text) -> String {
        let lang = text.lang();
        let name = lang.of(&self.indicator.name);
        match (self.indicator.measured.base(), self.is_base) {
            (Some(base), true) => format!("{name}：{}", lang.of(base)),
            (Some(_), false) => format!("{name}：{}", text.get("entering-heading-count")),
            (None, _) => format!("{name}（{}）", lang.of(&self.indicator.unit)),
        }
    }
}

struct Drawn<'a> {
    page: &'a FiguresPage,
    ink: &'a Ink,
    text: &'a Text,
}

impl Drawn<'_> {
    fn columns(&self) -> Vec<NumberColumn<'_>> {
        let indicators = self.page.indicators.iter().enumerate();
        indicators
            .flat_map(|(place, (indicator, rule))| {
                let numbers: &[bool] = if rule.has_base() { &[false, true] } else { &[false] };
                numbers.iter().map(move |is_base| NumberColumn {
                    place,
                    indicator,
                    rule,
                    is_base: *is_base,
                })
            })
            .collect()
    }

    /// Columns before the numbers: times, and codes where there are people.
    fn before(&self) -> u16 {
        if self.page.per.is_of_people() { 2 } else { 1 }
    }

    fn last_column(&self) -> u16 {
        self.before() + u16::try_from(self.columns().len()).unwrap_or(u16::MAX) - 1
    }

    fn last_row(&self) -> u32 {
        HEADINGS + u32::try_from(self.page.lines.len()).unwrap_or(u32::MAX)
    }

    fn top(&self, sheet: &mut Worksheet, office: &str) -> Result<(), XlsxError> {
        let title = phrase("entering-sheet-title").with("per", self.page.per.phrase());
        sheet.write_with_format(0, 0, self.text.say(&title), &self.ink.title)?;
        sheet.set_row_height(0, 30)?;
        sheet.write_with_format(1, 0, office, &self.ink.plain)?;
        let how = if self.page.per.is_of_people() {
            "entering-sheet-how-people"
        } else {
            "entering-sheet-how"
        };
        let last = self.last_column().max(LEAST_COLUMN);
        sheet.merge_range(2, 0, 2, last, &self.text.get(how), &self.ink.small)?;
        sheet.set_row_height(2, 34)?;
        Ok(())
    }

    fn headings(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let time = match self.page.per {
            Per::Staff | Per::Resident | Per::Office => "entering-heading-wave",
            Per::StaffMonth | Per::OfficeMonth => "entering-heading-month",
            Per::StaffDay | Per::OfficeDay => "entering-heading-day",
        };
        sheet.write_with_format(HEADINGS, 0, self.text.get(time), &self.ink.heading)?;
        sheet.set_column_width(0, WIDTHS.0)?;
        if self.page.per.is_of_people() {
            let code = if self.page.per == Per::Resident {
                "entering-heading-resident"
            } else {
                "entering-heading-staff"
            };
            sheet.write_with_format(HEADINGS, 1, self.text.get(code), &self.ink.heading)?;
            sheet.set_column_width(1, WIDTHS.1)?;
        }
        let mut lines = 1;
        for (column, number) in (self.before()..).zip(self.columns()) {
            let heading = number.heading(self.text);
            lines = lines.max(half_widths(&heading).div_ceil(LETTERS_OF_HEADING));
            sheet.write_with_format(HEADINGS, column, heading, &self.ink.heading)?;
            sheet.set_column_width(column, WIDTHS.2)?;
        }
        let lines = u32::try_from(lines).unwrap_or(1);
        sheet.set_row_height(HEADINGS, 10 + 17 * lines)?;
        Ok(())
    }

    fn line(&self, sheet: &mut Worksheet, row: u32, line: &FiguresLine) -> Result<(), XlsxError> {
        let time = line.at.map_or_else(String::new, |at| time_text(at, self.text));
        sheet.write_with_format(row, 0, time, &self.ink.words)?;
        if self.page.per.is_of_people() {
            let code = line.subject.as_ref().map_or("", |subject| subject.code());
            sheet.write_with_format(row, 1, code, &self.ink.words)?;
        }
        for (column, number) in (self.before()..).zip(self.columns()) {
            let figure = line.figures.get(number.place).copied().flatten();
            let figure = figure.and_then(|it| if number.is_base { it.of } else { Some(it.value) });
            let format = self
                .ink
                .number(figure.map_or(number.rule.decimals(), Decimal::decimals));
            match figure {
                Some(figure) => sheet.write_with_format(row, column, figure.as_f64(), format)?,
                None => sheet.write_blank(row, column, format)?,
            };
        }
        sheet.set_row_height(row, 22)?;
        Ok(())
    }

    /// What cells accept.
    fn offers(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (first, last) = (HEADINGS + 1, self.last_row());
        for (column, number) in (self.before()..).zip(self.columns()) {
            let is_rate = matches!(number.indicator.measured, Measured::Rate { .. });
            let validation = if number.is_base && is_rate {
                DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThan(0.0))
            } else if number.rule.has_base() {
                let least = i32::from(number.is_base);
                DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(least))
            } else if let Some(range) = number.rule.range() {
                let (least, most) = (range.least.as_f64(), range.most.as_f64());
                DataValidation::new().allow_decimal_number(DataValidationRule::Between(least, most))
            } else {
                continue;
            };
            let validation = validation.set_error_message(self.text.get("entering-sheet-bad"))?;
            sheet.add_data_validation(first, column, last, column, &validation)?;
        }
        Ok(())
    }

    fn set_up(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        if self.columns().len() > ACROSS {
            sheet.set_landscape();
        }
        sheet
            .set_paper_size(9)
            .set_margins(0.5, 0.4, 0.5, 0.5, 0.2, 0.2)
            .set_print_fit_to_pages(1, 0)
            .set_footer("&C&P / &N");
        sheet.set_print_area(0, 0, self.last_row(), self.last_column().max(LEAST_COLUMN))?;
        sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
        sheet.set_freeze_panes(HEADINGS + 1, self.before())?;
        sheet.set_screen_gridlines(false);
        Ok(())
    }
}

/// How the indicators of all pages are measured.
fn guide(sheet: &mut Worksheet, pages: &[FiguresPage], ink: &Ink, text: &Text) -> Result<(), XlsxError> {
    sheet.set_name(text.get("entering-guide-page"))?;
    for (column, width) in (0..).zip(GUIDE) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_with_format(0, 0, text.get("entering-guide-title"), &ink.title)?;
    sheet.set_row_height(0, 30)?;
    let headings = [
        text.get("entering-guide-indicator"),
        text.get("entering-guide-range"),
        text.get("entering-guide-how"),
    ];
    for (column, heading) in (0..).zip(headings) {
        sheet.write_with_format(1, column, heading, &ink.heading)?;
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut row = 1;
    for (indicator, rule) in pages.iter().flat_map(|page| &page.indicators) {
        if seen.contains(&indicator.id.as_str()) {
            continue;
        }
        seen.push(&indicator.id);
        row += 1;
        let lang = text.lang();
        let name = format!("{}（{}）", lang.of(&indicator.name), lang.of(&indicator.unit));
        let how = lang.of(&indicator.how);
        sheet.write_with_format(row, 0, name, &ink.wrapped)?;
        sheet.write_with_format(row, 1, text.say(&range_phrase(indicator, rule, text)), &ink.wrapped)?;
        sheet.write_with_format(row, 2, how, &ink.wrapped)?;
        let lines = half_widths(how).div_ceil(LETTERS_OF_GUIDE).max(2);
        sheet.set_row_height(row, 8 + 17 * u32::try_from(lines).unwrap_or(1))?;
    }
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_margins(0.5, 0.4, 0.5, 0.5, 0.2, 0.2)
        .set_print_fit_to_pages(1, 0);
    sheet.set_print_area(0, 0, row, 2)?;
    sheet.set_screen_gridlines(false);
    Ok(())
}

/// What can be entered, in words.
pub fn range_phrase(indicator: &Indicator, rule: &FigureRule, text: &Text) -> crate::phrase::Phrase {
    let decimals = rule.decimals();
    match (indicator.measured.base(), rule.range()) {
        (Some(base), _) => phrase("entering-range-base").with("base", text.lang().of(base)),
        (None, Some(range)) => phrase("entering-range")
            .with("least", range.least.to_string())
            .with("most", range.most.to_string())
            .with("decimals", decimals),
        (None, None) => phrase("entering-range-any").with("decimals", decimals),
    }
}

struct Ink {
    plain: Format,
    title: Format,
    small: Format,
    heading: Format,
    words: Format,
    wrapped: Format,
    numbers: [Format; 4],
}

impl Ink {
    fn new() -> Self {
        let plain = Format::new()
            .set_font_name("游ゴシック")
            .set_font_size(11)
            .set_align(FormatAlign::VerticalCenter);
        let framed = plain.clone().set_border(FormatBorder::Thin);
        let number = |shown: &str| framed.clone().set_num_format(shown).set_font_size(12);
        Self {
            title: plain.clone().set_font_size(16).set_bold(),
            small: plain.clone().set_font_size(10).set_text_wrap(),
            heading: framed
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0x00E8_EEF4)),
            // Codes and months stay as they are typed: a spreadsheet makes dates of them otherwise.
            words: framed.clone().set_num_format("@").set_indent(1),
            wrapped: framed.clone().set_text_wrap(),
            numbers: [number("0"), number("0.0"), number("0.00"), number("0.000")],
            plain,
        }
    }

    fn number(&self, decimals: u8) -> &Format {
        let [whole, .., last] = &self.numbers;
        match decimals {
            0 => whole,
            decimals => self.numbers.get(usize::from(decimals)).unwrap_or(last),
        }
    }
}
