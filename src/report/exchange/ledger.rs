//! The document ledger as tables for a spreadsheet: months, or days of counting weeks; both are read back by import.

use super::table::cells_line;
use crate::documents::{LedgerField, TallyDraft};
use crate::office::as_cell;
use crate::report::Holdings;
use crate::report::ledger_lines::{DayLine, day_lines, ledger_lines};
use crate::text::Text;

/// Columns of the table of months.
pub const MONTH_COLUMNS: [LedgerField; 14] = [
    LedgerField::Name,
    LedgerField::Group,
    LedgerField::Month,
    LedgerField::Medium,
    LedgerField::Pieces,
    LedgerField::Sheets,
    LedgerField::Copies,
    LedgerField::MinutesPerPiece,
    LedgerField::Reentries,
    LedgerField::MinutesPerReentry,
    LedgerField::Goal,
    LedgerField::Storage,
    LedgerField::KeepYears,
    LedgerField::Facts,
];

/// Columns of the table of days.
pub const DAY_COLUMNS: [LedgerField; 6] = [
    LedgerField::Day,
    LedgerField::Name,
    LedgerField::Pieces,
    LedgerField::Sheets,
    LedgerField::Copies,
    LedgerField::OpenDays,
];

/// Writes every document with its months. The same ledger always gives the same bytes.
pub fn ledger_months(holdings: &Holdings, text: &Text) -> Vec<u8> {
    let mut table = head(&MONTH_COLUMNS, text);
    for line in ledger_lines(holdings) {
        let cells = MONTH_COLUMNS.map(|field| as_cell(&line.field(field, holdings, text)).into_owned());
        cells_line(&mut table, &cells);
    }
    table.into_bytes()
}

/// Writes every day that was counted.
pub fn ledger_days(holdings: &Holdings, text: &Text) -> Vec<u8> {
    let mut table = head(&DAY_COLUMNS, text);
    for line in day_lines(holdings) {
        let cells = DAY_COLUMNS.map(|field| as_cell(&day_field(&line, field)).into_owned());
        cells_line(&mut table, &cells);
    }
    table.into_bytes()
}

fn head(columns: &[LedgerField], text: &Text) -> String {
    let mut table = String::from('\u{feff}');
    let headings: Vec<String> = columns
        .iter()
        .map(|field| as_cell(&text.say(&field.phrase())).into_owned())
        .collect();
    cells_line(&mut table, &headings);
    table
}

/// What stands in a field of a day.
pub fn day_field(line: &DayLine, field: LedgerField) -> String {
    let draft = line.tally.as_ref().map(TallyDraft::of).unwrap_or_default();
    match field {
        LedgerField::Day => line.day.map_or_else(String::new, |day| day.to_string()),
        LedgerField::Name => line.name.clone(),
        LedgerField::Pieces => draft.pieces,
        LedgerField::Sheets => draft.sheets,
        LedgerField::Copies => draft.copies,
        LedgerField::OpenDays => line.open_days.map_or_else(String::new, |days| days.to_string()),
        _ => String::new(),
    }
}
