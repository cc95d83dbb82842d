//! Figures of indicators as a table for a spreadsheet: one figure a line, read back by import.

use super::table::cells_line;
use crate::effect::{At, Measurement};
use crate::office::as_cell;
use crate::report::Holdings;
use crate::text::Text;

/// Writes figures in the order in which they are given; the same figures always give the same bytes.
pub fn figures(holdings: &Holdings, figures: &[&Measurement], text: &Text) -> Vec<u8> {
    let mut table = String::from('\u{feff}');
    cells_line(
        &mut table,
        &[
            text.get("entering-column-indicator"),
            text.get("entering-column-name"),
            text.get("entering-column-time"),
            text.get("entering-column-subject"),
            text.get("entering-column-value"),
            text.get("entering-column-base"),
            text.get("entering-column-unit"),
        ]
        .map(|heading| as_cell(&heading).into_owned()),
    );
    for figure in figures {
        let lang = text.lang();
        let indicator = holdings.indicator(&figure.key.indicator);
        let words = |words: &str| as_cell(words).into_owned();
        let unit = |it: &crate::effect::Indicator| match it.measured.base() {
            // Both numbers are counts; the unit is that of what is made of them.
            Some(base) => lang.of(base).to_owned(),
            None => lang.of(&it.unit).to_owned(),
        };
        cells_line(
            &mut table,
            &[
                words(&figure.key.indicator),
                words(indicator.map_or("", |it| lang.of(&it.name))),
                words(&time_text(figure.key.at, text)),
                words(figure.key.subject.code()),
                figure.value.to_string(),
                figure.of.map_or_else(String::new, |of| of.to_string()),
                words(&indicator.map_or_else(String::new, unit)),
            ],
        );
    }
    table.into_bytes()
}

/// A time as it is read back: 取組前, `2025-10`, `2025-10-06`.
pub fn time_text(at: At, text: &Text) -> String {
    match at {
        At::Wave(wave) => text.say(&wave.label()),
        At::Month(_) | At::Day(_) => at.to_string(),
    }
}
