//! The task codes on one page for the wall (業務番号の一覧): numbers and names by category, and how to fill in.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::betten4::FormError;
use crate::phrase::phrase;
use crate::text::Text;
use crate::worktime::{Category, Task, TaskList};

/// Columns of one of the two halves: the number, the name.
const HALF: u16 = 2;
/// Column of the second half, after a gap.
const SECOND: u16 = HALF + 1;
/// Last column.
const LAST: u16 = SECOND + HALF - 1;
/// Width of the names, in letters of half width.
const NAME_WIDTH: f64 = 36.0;
/// Half-width letters that fit into one line of a name, and of the whole page.
const LETTERS_OF_NAME: usize = 25;
const LETTERS_OF_PAGE: usize = 76;

/// A line of the page.
enum Line<'a> {
    Category(&'a Category, bool),
    Task(&'a Task),
}

/// Writes the list on one page of A4, whatever list and slot it is. The same list gives the same bytes.
pub fn code_list(tasks: &TaskList, slot_minutes: u16, office: &str, text: &Text) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // Nothing of a list has a date; a fixed one keeps the bytes alike.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let ink = Ink::new();
    workbook.set_default_format(&ink.plain, 25, 72)?;
    let page = workbook.add_worksheet();
    page.set_name(text.get("codes-page"))?;
    for first in [0, SECOND] {
        page.set_column_width(first, 8)?;
        page.set_column_width(first + 1, NAME_WIDTH)?;
    }
    page.set_column_width(HALF, 2)?;
    page.merge_range(0, 0, 0, LAST, &text.get("codes-title"), &ink.title)?;
    page.set_row_height(0, 44)?;
    let below = phrase("codes-below")
        .with("office", office)
        .with("list", text.lang().of(&tasks.title));
    page.merge_range(1, 0, 1, LAST, text.say(&below).trim(), &ink.words)?;
    let lines = lines(tasks);
    let (left, right) = halves(lines, text);
    let mut heights = vec![0.0_f64; left.len().max(right.len())];
    for (column, half) in [(0, &left), (SECOND, &right)] {
        for ((row, line), height) in (3..).zip(half).zip(&mut heights) {
            *height = height.max(ink.line(page, (row, column), line, text)?);
        }
    }
    for (row, height) in (3..).zip(&heights) {
        page.set_row_height(row, *height)?;
    }
    let mut row = 4 + u32::try_from(heights.len()).expect("a list has few tasks");
    page.merge_range(row, 0, row, LAST, &text.get("codes-how"), &ink.heading)?;
    page.set_row_height(row, 30)?;
    for advice in advice(slot_minutes, text) {
        row += 1;
        page.merge_range(row, 0, row, LAST, &advice, &ink.advice)?;
        page.set_row_height(row, if half_widths(&advice) > LETTERS_OF_PAGE { 48 } else { 27 })?;
    }
    page.set_portrait()
        .set_paper_size(9)
        .set_margins(0.4, 0.4, 0.4, 0.4, 0.2, 0.2)
        .set_print_fit_to_pages(1, 1)
        .set_print_center_horizontally(true);
    page.set_print_area(0, 0, row, LAST)?;
    page.set_screen_gridlines(false);
    Ok(workbook.save_to_buffer()?)
}

fn advice(slot_minutes: u16, text: &Text) -> Vec<String> {
    [
        phrase("codes-how-slot").with("minutes", slot_minutes),
        phrase("codes-how-shares").with("minutes", slot_minutes),
        phrase("codes-how-rest"),
        phrase("codes-how-night"),
        phrase("codes-how-id"),
    ]
    .iter()
    .map(|line| text.say(line))
    .collect()
}

fn lines(tasks: &TaskList) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for group in tasks.tasks.chunk_by(|a, b| a.category == b.category) {
        let category = group.first().and_then(|task| tasks.category(&task.category));
        lines.extend(category.map(|category| Line::Category(category, false)));
        lines.extend(group.iter().map(Line::Task));
    }
    lines
}

/// Two halves of about the same height; a category that is parted is named again.
fn halves<'a>(lines: Vec<Line<'a>>, text: &Text) -> (Vec<Line<'a>>, Vec<Line<'a>>) {
    let all: f64 = lines.iter().map(|line| height(line, text)).sum();
    let mut taken = 0.0;
    let mut left = Vec::new();
    let mut right = Vec::new();
    let mut category = None;
    for line in lines {
        if right.is_empty() && taken < all / 2.0 {
            taken += height(&line, text);
            if let Line::Category(of, _) = line {
                category = Some(of);
            }
            left.push(line);
            continue;
        }
        if right.is_empty()
            && let (Line::Task(_), Some(category)) = (&line, category)
        {
            right.push(Line::Category(category, true));
        }
        right.push(line);
    }
    // A heading alone at the foot belongs above its tasks.
    if let (Some(Line::Category(..)), Some(Line::Category(_, true))) = (left.last(), right.first()) {
        left.pop();
        if let Some(Line::Category(_, again)) = right.first_mut() {
            *again = false;
        }
    }
    (left, right)
}

fn height(line: &Line, text: &Text) -> f64 {
    match line {
        Line::Category(..) => 38.0,
        Line::Task(task) => match half_widths(text.lang().of(&task.name)).div_ceil(LETTERS_OF_NAME) {
            0 | 1 => 40.0,
            2 => 54.0,
            _ => 76.0,
        },
    }
}

/// Letters of half width; a full-width letter is two.
pub(super) fn half_widths(words: &str) -> usize {
    words.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

struct Ink {
    plain: Format,
    title: Format,
    words: Format,
    heading: Format,
    category: Format,
    number: Format,
    name: Format,
    advice: Format,
}

impl Ink {
    fn new() -> Self {
        let plain = Format::new()
            .set_font_name("游ゴシック")
            .set_font_size(12)
            .set_align(FormatAlign::VerticalCenter);
        let framed = plain.clone().set_border(FormatBorder::Thin);
        Self {
            title: plain.clone().set_font_size(28).set_bold(),
            words: plain.clone(),
            heading: plain.clone().set_font_size(18).set_bold(),
            category: framed
                .clone()
                .set_font_size(18)
                .set_bold()
                .set_background_color(Color::RGB(0x00E8_EEF4)),
            number: framed
                .clone()
                .set_font_size(28)
                .set_bold()
                .set_align(FormatAlign::Center),
            name: framed.set_font_size(17).set_text_wrap().set_indent(1),
            advice: plain.clone().set_font_size(15).set_text_wrap(),
            plain,
        }
    }

    /// Writes a line; the height that it wants.
    fn line(
        &self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        line: &Line,
        text: &Text,
    ) -> Result<f64, FormError> {
        match line {
            Line::Category(category, is_again) => {
                let name = text.lang().of(&category.name);
                let key = if *is_again {
                    "codes-category-again"
                } else {
                    "codes-category"
                };
                let said = phrase(key).with("code", category.code.as_str()).with("name", name);
                page.merge_range(row, column, row, column + 1, &text.say(&said), &self.category)?;
            }
            Line::Task(task) => {
                page.write_string_with_format(row, column, task.code.as_str(), &self.number)?;
                page.write_string_with_format(row, column + 1, text.lang().of(&task.name), &self.name)?;
            }
        }
        Ok(height(line, text))
    }
}
