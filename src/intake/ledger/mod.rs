//! Documents (文書台帳) in a table: what each took in a month, or what was counted of it on a day.

mod headings;
mod merge;
mod row;

pub use merge::{LedgerMerged, merge};
pub use row::Ledgered;

use self::headings::Column;
use self::row::Row;
use super::decode::Decoded;
use super::grid::Grid;
use super::order::{Fault, Known};
use super::part::{Reading, Source};
use super::rows::Rows;
use super::written::quoted;
use crate::documents::{DocumentOffer, Documents, FactOffer};
use crate::phrase::phrase;

/// What a book has of documents, and what the catalog offers.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    /// The ledger of the book.
    pub documents: &'a Documents,
    /// Common kinds of document.
    pub offers: &'a [DocumentOffer],
    /// Facts that stand in documents.
    pub facts: &'a [FactOffer],
}

impl Ledger<'static> {
    /// Of a book without documents, and nothing to offer.
    pub fn none() -> Self {
        static NOTHING: Documents = Documents {
            kinds: Vec::new(),
            months: Vec::new(),
            goals: Vec::new(),
            settings: None,
            linkage: None,
            slips: Vec::new(),
        };
        Self {
            documents: &NOTHING,
            offers: &[],
            facts: &[],
        }
    }
}

/// Whether a text is a table of documents.
pub fn is_recognised(decoded: &Decoded) -> bool {
    Rows::head_fits(decoded, &headings::fit)
}

/// Reads a text.
pub fn read_text(decoded: &Decoded, known: &Known, source: &Source) -> Reading {
    match Rows::of_text(decoded, &headings::fit) {
        Some(rows) => finished(read(&rows, known, source)),
        None => Reading {
            faults: vec![Fault::file(phrase("ledgerin-no-headings"))],
            ..Reading::default()
        },
    }
}

/// Reads a workbook; nothing where it holds no table of documents.
pub fn read_grids(grids: &[Grid], known: &Known, source: &Source) -> Option<Reading> {
    let tables = grids.iter().filter_map(|grid| Rows::of_grid(grid, &headings::fit));
    let all = tables.map(|rows| read(&rows, known, source)).reduce(|mut all, more| {
        all.join(more);
        all
    });
    all.map(finished)
}

/// A table without a count is the empty one that was handed out.
fn finished(mut reading: Reading) -> Reading {
    if reading.ledger.is_empty() && reading.faults.is_empty() {
        reading.faults.push(Fault::file(phrase("ledgerin-nothing")));
    }
    reading
}

fn read(rows: &Rows, known: &Known, source: &Source) -> Reading {
    let mut reading = Reading {
        faults: rows.faults.clone(),
        // Documents belong to no survey: the same file is the same whatever wave is ordered.
        names_waves: true,
        ..Reading::default()
    };
    let columns: Vec<Option<Column>> = rows.headings.iter().map(|heading| Column::of(&heading.text)).collect();
    let mut ignored = Vec::new();
    for (at, (heading, column)) in rows.headings.iter().zip(&columns).enumerate() {
        let earlier = columns.get(..at).unwrap_or_default();
        match column {
            Some(Column::Aside) => {}
            Some(column) if earlier.contains(&Some(*column)) => reading.faults.push(Fault {
                place: heading.place.clone(),
                message: phrase("intake-column-twice").with("column", quoted(&heading.text)),
            }),
            None if rows.is_filled(at) => ignored.push(quoted(&heading.text)),
            _ => {}
        }
    }
    if !ignored.is_empty() {
        let note = phrase("intake-note-ignored-columns").with("columns", ignored.join(", "));
        reading.notes.push(note);
    }
    let mut ground = known.ledger.documents.clone();
    for line in &rows.lines {
        let mut row = Row {
            columns: &columns,
            line,
            known: &known.ledger,
            source,
            faults: Vec::new(),
            notes: Vec::new(),
        };
        let read = row.read(&mut ground);
        reading.rows += usize::from(!read.is_empty());
        reading.ledger.extend(read);
        reading.faults.append(&mut row.faults);
        for note in row.notes {
            if !reading.notes.contains(&note) {
                reading.notes.push(note);
            }
        }
    }
    reading
}
