//! Figures of indicators (測定値) in a table: one figure a line, or an indicator a column.

mod headings;
mod merge;
mod row;
mod time;

pub use headings::indicator_named;
pub use merge::{Merged, merge, person, put_code};
pub use time::typed as figure_time;

use self::headings::Column;
use self::row::Row;
use super::decode::Decoded;
use super::grid::Grid;
use super::order::{Fault, Known, Order, Place};
use super::part::{Reading, Source};
use super::rows::{Field, Rows};
use super::written::quoted;
use crate::effect::{Indicator, Measurement, Scale};
use crate::phrase::phrase;

/// What a book has of figures that are typed in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entered<'a> {
    /// All indicators.
    pub indicators: &'a [Indicator],
    /// Scales of which totals are entered.
    pub scales: &'a [Scale],
    /// Figures of the book.
    pub measurements: &'a [Measurement],
}

/// A figure as a file has it.
#[derive(Debug, Clone)]
pub struct Figured {
    /// Where it stands.
    pub place: Place,
    /// The figure.
    pub measurement: Measurement,
}

/// Whether a text is a table of figures.
pub fn is_recognised(decoded: &Decoded, known: &Known) -> bool {
    let indicators = known.entered.indicators;
    Rows::head_fits(decoded, &|headings| headings::fit(headings, indicators, false))
}

/// Reads a text.
pub fn read_text(decoded: &Decoded, order: &Order, known: &Known, source: &Source) -> Reading {
    let fit = |headings: &[Field]| headings::fit(headings, known.entered.indicators, order.kind.is_some());
    match Rows::of_text(decoded, &fit) {
        Some(rows) => finished(read(&rows, known, source)),
        None => Reading {
            faults: vec![Fault::file(phrase("entering-no-headings"))],
            ..Reading::default()
        },
    }
}

/// Reads a workbook; nothing where it holds no table of figures.
pub fn read_grids(grids: &[Grid], order: &Order, known: &Known, source: &Source) -> Option<Reading> {
    let fit = |headings: &[Field]| headings::fit(headings, known.entered.indicators, order.kind.is_some());
    let tables = grids.iter().filter_map(|grid| Rows::of_grid(grid, &fit));
    let all = tables.map(|rows| read(&rows, known, source)).reduce(|mut all, more| {
        let names_waves = all.names_waves && more.names_waves;
        all.join(more);
        all.names_waves = names_waves;
        all
    });
    all.map(finished)
}

/// A table without a figure is the empty one that was handed out.
fn finished(mut reading: Reading) -> Reading {
    if reading.figures.is_empty() && reading.faults.is_empty() {
        reading.faults.push(Fault::file(phrase("entering-no-figures")));
    }
    reading
}

fn read(rows: &Rows, known: &Known, source: &Source) -> Reading {
    let columns = headings::columns(&rows.headings, known.entered.indicators);
    let mut reading = Reading {
        faults: rows.faults.clone(),
        // Unless a figure takes its survey from the order, the file is the same whatever is ordered.
        names_waves: true,
        ..Reading::default()
    };
    let mut ignored = Vec::new();
    for (at, (heading, column)) in rows.headings.iter().zip(&columns).enumerate() {
        let earlier = columns.get(..at).unwrap_or_default();
        let fault = match column {
            Some(Column::Aside) => None,
            Some(column) if earlier.contains(&Some(*column)) => {
                Some(phrase("intake-column-twice").with("column", quoted(&heading.text)))
            }
            None if rows.is_filled(at) && is_never_kept(&heading.text) => {
                ignored.push(quoted(&heading.text));
                None
            }
            None if rows.is_filled(at) => {
                Some(phrase("entering-unknown-heading").with("heading", quoted(&heading.text)))
            }
            _ => None,
        };
        reading.faults.extend(fault.map(|message| Fault {
            place: heading.place.clone(),
            message,
        }));
    }
    if !ignored.is_empty() {
        let note = phrase("intake-note-ignored-columns").with("columns", ignored.join(", "));
        reading.notes.push(note);
    }
    for line in &rows.lines {
        let mut row = Row::new((&rows.headings, &columns), line, known, source);
        row.read();
        reading.rows += row.figures.len();
        reading.names_waves &= !row.takes_ordered_wave;
        reading.figures.append(&mut row.figures);
        reading.faults.append(&mut row.faults);
        for note in row.notes {
            if !reading.notes.contains(&note) {
                reading.notes.push(note);
            }
        }
    }
    reading
}

/// Whether a heading is of names of people, which are never kept.
fn is_never_kept(heading: &str) -> bool {
    let heading = super::written::plain(heading).to_lowercase();
    ["氏名", "名前", "お名前", "利用者名", "職員名", "name", "fullname"].contains(&heading.as_str())
}
