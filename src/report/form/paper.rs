//! How our paper of a form looks: fonts, lines, shades.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Shade of what is printed on the form.
const PRINTED: Color = Color::RGB(0x00E8_EEF4);
/// Shade of the printed example.
const EXAMPLE: Color = Color::RGB(0x00F2_F2F2);
/// Ink of the printed example.
const EXAMPLE_INK: Color = Color::RGB(0x0059_5959);

/// Formats of everything that stands on a form.
pub(super) struct Paper {
    /// What every cell is unless it is something else.
    pub plain: Format,
    /// The title.
    pub title: Format,
    /// A line that explains.
    pub advice: Format,
    /// What belongs to the tasks, in small letters.
    pub small: Format,
    /// A printed label.
    pub label: Format,
    /// A printed label in small letters.
    pub small_label: Format,
    /// A printed label that begins at the left.
    pub item: Format,
    /// The printed example.
    pub example: Format,
    /// A field for words.
    pub words: Format,
    /// A field for remarks.
    pub note: Format,
    /// A field for minutes.
    pub minutes: Format,
    /// A field for minutes in the last column of an hour.
    pub minutes_at_hour_end: Format,
}

impl Paper {
    pub(super) fn new() -> Self {
        let plain = Format::new()
            .set_font_name("游ゴシック")
            .set_font_size(11)
            .set_align(FormatAlign::VerticalCenter);
        let framed = plain.clone().set_border(FormatBorder::Thin).set_text_wrap();
        let label = framed
            .clone()
            .set_align(FormatAlign::Center)
            .set_background_color(PRINTED);
        let minutes = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Center)
            .set_num_format("0");
        Self {
            title: plain.clone().set_font_size(18).set_bold(),
            small: plain.clone().set_font_size(9).set_text_wrap(),
            advice: plain.clone(),
            plain,
            small_label: label.clone().set_font_size(10),
            item: label.clone().set_align(FormatAlign::Left),
            example: label
                .clone()
                .set_background_color(EXAMPLE)
                .set_font_color(EXAMPLE_INK)
                .set_italic(),
            words: framed.clone().set_align(FormatAlign::Center).set_font_size(12),
            note: framed.set_align(FormatAlign::Left),
            minutes_at_hour_end: minutes.clone().set_border_right(FormatBorder::Medium),
            minutes,
            label,
        }
    }
}
