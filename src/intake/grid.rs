//! A worksheet as values by row and column, free of the library that read it.

use chrono::NaiveDate;

use super::order::{Fault, Place};
use crate::office::{fold, printable};
use crate::phrase::Phrase;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text as typed.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, a time or both, as a spreadsheet keeps them.
    Moment {
        /// The date; `None` for a mere time.
        date: Option<NaiveDate>,
        /// Minutes; past 1440 for a duration such as 25:30.
        minute: u16,
    },
    /// True or false.
    Flag(bool),
    /// A formula that ended in an error, e.g. `#REF!`.
    Error(String),
    /// A formula whose result is not kept in the file.
    NoResult,
}

impl Value {
    /// The value as a person would read it; the error of a formula has no text.
    pub fn text(&self) -> Option<String> {
        Some(match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Moment { date: None, minute } => crate::office::clock(*minute),
            Self::Moment { date: Some(date), .. } => date.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Error(_) | Self::NoResult => return None,
        })
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if fold(text).is_empty())
    }
}

/// Row and column, counted from 0.
pub type Position = (u32, u32);

/// The values of a worksheet; blank cells are left out.
#[derive(Debug, Default)]
pub struct Grid {
    name: String,
    cells: Vec<(Position, Value)>,
    /// The first cell beyond the rows and columns that are looked at.
    pub beyond: Option<Position>,
}

impl Grid {
    /// Makes a worksheet of its values; of two at one position the later counts.
    pub fn new(name: &str, mut cells: Vec<(Position, Value)>) -> Self {
        cells.retain(|(_, value)| !value.is_blank());
        if !cells.is_sorted_by(|a, b| a.0 < b.0) {
            cells.reverse();
            cells.sort_by_key(|(position, _)| *position);
            cells.dedup_by_key(|(position, _)| *position);
        }
        Self {
            name: printable(name),
            cells,
            beyond: None,
        }
    }

    /// The name of the worksheet.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What stands at a position; `None` for a blank cell.
    pub fn get(&self, position: Position) -> Option<&Value> {
        let index = self.cells.binary_search_by_key(&position, |(at, _)| *at).ok()?;
        self.cells.get(index).map(|(_, value)| value)
    }

    /// All values by row, then column.
    pub fn iter(&self) -> impl Iterator<Item = (Position, &Value)> {
        self.cells.iter().map(|(at, value)| (*at, value))
    }

    /// The values of one row, by column.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Value)> {
        let start = self.cells.partition_point(|((r, _), _)| *r < row);
        self.cells
            .iter()
            .skip(start)
            .take_while(move |((r, _), _)| *r == row)
            .map(|((_, column), value)| (*column, value))
    }

    /// The place of a cell, for people.
    pub fn place(&self, position: Position) -> Place {
        Place::Cell {
            sheet: self.name.clone(),
            cell: cell_name(position),
        }
    }

    /// A fault at a cell.
    pub fn fault(&self, position: Position, message: Phrase) -> Fault {
        Fault {
            place: self.place(position),
            message,
        }
    }
}

/// Column letters and row number, e.g. `AJ43`.
pub fn cell_name((row, column): Position) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    let name: String = letters.iter().rev().collect();
    format!("{name}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_spreadsheet_names_them() {
        assert_eq!(cell_name((0, 0)), "A1");
        assert_eq!(cell_name((42, 35)), "AJ43");
        assert_eq!(cell_name((8, 25)), "Z9");
        assert_eq!(cell_name((0, 16383)), "XFD1");
    }

    #[test]
    fn cells_out_of_order_are_found_and_the_later_of_two_counts() {
        let text = |text: &str| Value::Text(text.to_owned());
        let grid = Grid::new("s", vec![((5, 1), text("a")), ((2, 3), text("b")), ((5, 1), text("c"))]);
        assert_eq!(grid.get((5, 1)), Some(&text("c")));
        assert_eq!(grid.row(2).count(), 1);
        assert_eq!(grid.get((2, 2)), None);
    }
}
