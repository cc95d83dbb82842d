//! The sheet for notices (気づきシート) to hand out: a printed page on which people write one thing a line.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use super::betten4::FormError;
use crate::issues::TroubleKind;
use crate::phrase::phrase;
use crate::text::Text;

/// Lines to write on.
const LINES: u32 = 20;
/// Row of the headings.
const HEADINGS: u32 = 4;
/// Widths of the columns: number, when, where, what, kind, role, how often, how heavy.
const WIDTHS: [f64; 8] = [4.5, 15.0, 15.0, 54.0, 29.0, 13.0, 10.0, 9.0];
/// Columns of the kind and of the two degrees.
const KIND: u16 = 4;
const DEGREES: (u16, u16) = (6, 7);
/// Last column.
const LAST: u16 = 7;

/// Draws the sheet on one page of A4. The same office gives the same bytes.
pub fn notice_sheet(office: &str, text: &Text) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // Nothing of an empty sheet has a date; a fixed one keeps the bytes alike.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let ink = Ink::new();
    workbook.set_default_format(&ink.plain, 25, 72)?;
    let page = workbook.add_worksheet();
    page.set_name(text.get("surveyin-form-page"))?;
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.merge_range(0, 0, 0, 3, &text.get("surveyin-form-title"), &ink.title)?;
    let of = phrase("surveyin-form-office").with("office", office);
    page.merge_range(0, KIND, 0, LAST, text.say(&of).trim(), &ink.office)?;
    page.set_row_height(0, 34)?;
    page.merge_range(1, 0, 1, LAST, &text.get("surveyin-form-how"), &ink.plain)?;
    let kinds = phrase("surveyin-form-kinds").with("kinds", kinds(text).join("\u{3000}"));
    page.merge_range(2, 0, 2, LAST, &text.say(&kinds), &ink.plain)?;
    page.merge_range(3, 0, 3, LAST, &text.get("surveyin-form-scale"), &ink.plain)?;
    for row in 1..HEADINGS {
        page.set_row_height(row, 22)?;
    }
    table(page, &ink, text)?;
    offers(page, text)?;
    set_up(page)?;
    Ok(workbook.save_to_buffer()?)
}

fn table(page: &mut Worksheet, ink: &Ink, text: &Text) -> Result<(), XlsxError> {
    let headings = [
        "No.".to_owned(),
        text.get("surveyin-form-when"),
        text.get("surveyin-form-place"),
        text.get("surveyin-form-what"),
        text.get("surveyin-form-kind"),
        text.get("surveyin-form-role"),
        text.get("surveyin-form-often"),
        text.get("surveyin-form-heavy"),
    ];
    for (column, heading) in (0..).zip(&headings) {
        page.write_with_format(HEADINGS, column, heading, &ink.heading)?;
    }
    page.set_row_height(HEADINGS, 26)?;
    for line in 1..=LINES {
        let row = HEADINGS + line;
        page.write_with_format(row, 0, line, &ink.number)?;
        for column in 1..=LAST {
            let format = if column < DEGREES.0 { &ink.words } else { &ink.degree };
            page.write_blank(row, column, format)?;
        }
        page.set_row_height(row, 34)?;
    }
    Ok(())
}

/// The kinds of trouble with their numbers. A list inside a cell is parted by commas, so no word of it may hold one.
fn kinds(text: &Text) -> Vec<String> {
    let named = TroubleKind::ALL.iter().zip(1..);
    named
        .map(|(kind, number)| format!("{number} {}", text.say(&kind.phrase()).replace(',', " /")))
        .collect()
}

/// What cells offer and accept.
fn offers(page: &mut Worksheet, text: &Text) -> Result<(), XlsxError> {
    let (first, last) = (HEADINGS + 1, HEADINGS + LINES);
    let kinds = DataValidation::new()
        .allow_list_strings(&kinds(text))?
        .set_error_message(text.get("surveyin-form-bad-kind"))?;
    page.add_data_validation(first, KIND, last, KIND, &kinds)?;
    let degrees = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(1, 5))
        .set_error_message(text.get("surveyin-form-bad-degree"))?;
    page.add_data_validation(first, DEGREES.0, last, DEGREES.1, &degrees)?;
    Ok(())
}

fn set_up(page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_landscape()
        .set_paper_size(9)
        .set_margins(0.4, 0.4, 0.4, 0.4, 0.2, 0.2)
        .set_print_fit_to_pages(1, 1)
        .set_print_center_horizontally(true);
    page.set_print_area(0, 0, HEADINGS + LINES, LAST)?;
    page.set_repeat_rows(HEADINGS, HEADINGS)?;
    page.set_freeze_panes(HEADINGS + 1, 0)?;
    page.set_screen_gridlines(false);
    Ok(())
}

struct Ink {
    plain: Format,
    title: Format,
    office: Format,
    heading: Format,
    number: Format,
    words: Format,
    degree: Format,
}

impl Ink {
    fn new() -> Self {
        let plain = Format::new()
            .set_font_name("游ゴシック")
            .set_font_size(12)
            .set_align(FormatAlign::VerticalCenter);
        let framed = plain.clone().set_border(FormatBorder::Thin).set_text_wrap();
        let centred = framed.clone().set_align(FormatAlign::Center);
        Self {
            title: plain.clone().set_font_size(20).set_bold(),
            office: plain.clone().set_align(FormatAlign::Right),
            heading: centred.clone().set_bold().set_background_color(Color::RGB(0x00E8_EEF4)),
            number: centred.clone(),
            words: framed,
            degree: centred.set_font_size(14),
            plain,
        }
    }
}
