//! The list of sheets that are owed, to be printed: one page a unit.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::betten4::FormError;
use crate::phrase::phrase;
use crate::report::finding::{BoardCell, BoardState, PersonReminders, Reminders};
use crate::text::Text;

/// Last column.
const LAST: u16 = 4;

/// Writes the reminders as a workbook of one worksheet, a printed page a unit. The same reminders give the same bytes.
pub fn reminder_list(reminders: &Reminders, office: &str, text: &Text) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&reminders.today.to_string())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let ink = Ink::new();
    workbook.set_default_format(&ink.plain, 25, 72)?;
    let page = workbook.add_worksheet();
    page.set_name(text.get("reminders-page"))?;
    for (column, width) in (0..).zip([12.0, 16.0, 20.0, 24.0, 12.0]) {
        page.set_column_width(column, width)?;
    }
    let mut row = 0;
    let mut breaks = Vec::new();
    if reminders.units.is_empty() {
        row = head(page, &ink, reminders, None, (office, row), text)?;
        page.write_with_format(row, 0, text.get("reminders-none"), &ink.plain)?;
        row += 1;
    }
    for unit in &reminders.units {
        if row > 0 {
            breaks.push(row);
        }
        let name = unit.unit.clone().unwrap_or_else(|| text.get("reminders-no-unit"));
        row = head(page, &ink, reminders, Some(&name), (office, row), text)?;
        for person in &unit.people {
            row = person_rows(page, &ink, person, row, text)?;
        }
        row += 1;
    }
    page.set_page_breaks(&breaks)?;
    page.set_portrait()
        .set_paper_size(9)
        .set_margins(0.5, 0.5, 0.55, 0.6, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true);
    page.set_print_area(0, 0, row.saturating_sub(1), LAST)?;
    Ok(workbook.save_to_buffer()?)
}

struct Ink {
    plain: Format,
    title: Format,
    words: Format,
    label: Format,
    cell: Format,
    code: Format,
}

impl Ink {
    fn new() -> Self {
        let plain = Format::new()
            .set_font_name("游ゴシック")
            .set_font_size(12)
            .set_align(FormatAlign::VerticalCenter);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_text_wrap();
        Self {
            title: plain.clone().set_font_size(18).set_bold(),
            words: plain.clone().set_text_wrap(),
            label: cell.clone().set_bold().set_background_color(Color::RGB(0x00E8_EEF4)),
            code: cell.clone().set_bold().set_font_size(14),
            cell,
            plain,
        }
    }
}

/// Title, unit, how it stands, and the headings of the table; the row below.
fn head(
    page: &mut Worksheet,
    ink: &Ink,
    reminders: &Reminders,
    unit: Option<&str>,
    (office, top): (&str, u32),
    text: &Text,
) -> Result<u32, FormError> {
    let title = match unit {
        Some(unit) => phrase("reminders-title-unit")
            .with("wave", reminders.label.as_str())
            .with("unit", unit),
        None => phrase("reminders-title").with("wave", reminders.label.as_str()),
    };
    page.write_with_format(top, 0, text.say(&title), &ink.title)?;
    page.set_row_height(top, 32)?;
    let made = phrase("reminders-made")
        .with("office", office)
        .with("date", reminders.today.to_string());
    let lines = [
        text.say(&made),
        reminders.sentence.clone(),
        text.get("reminders-advice"),
    ];
    for (row, line) in (top + 1..).zip(&lines) {
        page.merge_range(row, 0, row, LAST, line, &ink.words)?;
        page.set_row_height(row, if line.chars().count() > 45 { 40 } else { 22 })?;
    }
    let top = top + 5;
    let labels = [
        text.get("reminders-staff"),
        text.get("reminders-role"),
        text.get("reminders-day"),
        text.get("reminders-owed"),
        text.get("reminders-done"),
    ];
    for (column, label) in (0..).zip(&labels) {
        page.write_with_format(top, column, label, &ink.label)?;
    }
    Ok(top + 1)
}

fn person_rows(
    page: &mut Worksheet,
    ink: &Ink,
    person: &PersonReminders,
    top: u32,
    text: &Text,
) -> Result<u32, FormError> {
    let mut row = top;
    for cell in &person.sheets {
        page.write_with_format(row, 0, &person.staff, &ink.code)?;
        page.write_with_format(row, 1, person.role.as_deref().unwrap_or(""), &ink.cell)?;
        page.write_with_format(row, 2, text.say(&day(cell, text)), &ink.cell)?;
        page.write_with_format(row, 3, text.say(&owed(cell)), &ink.cell)?;
        page.write_blank(row, 4, &ink.cell)?;
        page.set_row_height(row, 26)?;
        row += 1;
    }
    Ok(row)
}

/// The day with its weekday.
fn day(cell: &BoardCell, text: &Text) -> crate::phrase::Phrase {
    crate::report::day_phrase(cell.date, text)
}

/// What is owed of a sheet.
fn owed(cell: &BoardCell) -> crate::phrase::Phrase {
    match cell.state {
        BoardState::Incomplete => phrase("reminders-incomplete").with("minutes", cell.unfilled),
        _ => phrase("reminders-missing"),
    }
}
