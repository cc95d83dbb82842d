//! A small spreadsheet: computes the formulas of a workbook from its cells, independently of what is cached.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

type At = (u32, u32);

/// The cells and formulas of a workbook.
pub struct Book {
    values: BTreeMap<(String, At), f64>,
    formulas: BTreeMap<(String, At), String>,
    computed: RefCell<BTreeMap<(String, At), f64>>,
}

impl Book {
    /// Reads numbers and formulas; text counts for nothing, as in `SUM`.
    pub fn read(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
        let (mut values, mut formulas) = (BTreeMap::new(), BTreeMap::new());
        for name in book.sheet_names() {
            let range = book.worksheet_range(&name).unwrap();
            let (top, left) = range.start().unwrap_or_default();
            for (row, col, cell) in range.used_cells() {
                let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(col).unwrap());
                if let Data::Float(number) = cell {
                    values.insert((name.clone(), at), *number);
                }
            }
            let range = book.worksheet_formula(&name).unwrap();
            let (top, left) = range.start().unwrap_or_default();
            for (row, col, formula) in range.used_cells() {
                let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(col).unwrap());
                formulas.insert((name.clone(), at), formula.clone());
            }
        }
        Self {
            values,
            formulas,
            computed: RefCell::default(),
        }
    }

    /// Every formula with its sheet and cell.
    pub fn formulas(&self) -> Vec<(String, At, String)> {
        self.formulas
            .iter()
            .map(|((sheet, at), formula)| (sheet.clone(), *at, formula.clone()))
            .collect()
    }

    /// The value that the file holds.
    pub fn cached(&self, sheet: &str, at: At) -> f64 {
        self.values[&(sheet.to_owned(), at)]
    }

    /// The value of a formula, computed down to the plain numbers.
    pub fn compute(&self, sheet: &str, formula: &str) -> f64 {
        let mut reading = Reading {
            book: self,
            sheet,
            rest: formula.trim_start_matches('=').chars().collect(),
            at: 0,
        };
        let value = reading.sum();
        assert_eq!(reading.at, reading.rest.len(), "not read to the end: {formula}");
        value
    }

    fn value(&self, sheet: &str, at: At) -> Option<f64> {
        let key = (sheet.to_owned(), at);
        if let Some(known) = self.computed.borrow().get(&key) {
            return Some(*known);
        }
        let formula = self.formulas.get(&key).filter(|formula| !formula.is_empty());
        let value = match formula {
            Some(formula) => self.compute(sheet, formula),
            None => *self.values.get(&key)?,
        };
        self.computed.borrow_mut().insert(key, value);
        Some(value)
    }
}

/// A formula while it is read.
struct Reading<'a> {
    book: &'a Book,
    sheet: &'a str,
    rest: Vec<char>,
    at: usize,
}

impl Reading<'_> {
    fn next_is(&mut self, wanted: char) -> bool {
        let found = self.rest.get(self.at) == Some(&wanted);
        self.at += usize::from(found);
        found
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.next_is('+') {
                value += self.product();
            } else if self.next_is('-') {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.factor();
        loop {
            if self.next_is('*') {
                value *= self.factor();
            } else if self.next_is('/') {
                value /= self.factor();
            } else {
                return value;
            }
        }
    }

    fn factor(&mut self) -> f64 {
        if self.next_is('(') {
            let value = self.sum();
            assert!(self.next_is(')'));
            return value;
        }
        let word = self.word();
        if let Ok(number) = word.parse() {
            return number;
        }
        match word.as_str() {
            "SUM" => self.ranges(),
            "SUBTOTAL" => {
                assert!(self.next_is('('));
                assert_eq!(self.word(), "109");
                assert!(self.next_is(','));
                self.at -= 1;
                self.ranges()
            }
            "ROUND" => {
                assert!(self.next_is('('));
                let value = self.sum();
                assert!(self.next_is(','));
                let factor = 10_f64.powi(self.word().parse().unwrap());
                assert!(self.next_is(')'));
                // As a spreadsheet, of the decimal with 15 digits.
                let written: f64 = format!("{:.14e}", value * factor).parse().unwrap();
                written.round() / factor
            }
            cell => {
                let at = place(cell);
                self.book
                    .value(self.sheet, at)
                    .unwrap_or_else(|| panic!("{} {cell} has no number", self.sheet))
            }
        }
    }

    /// `(A1:B2,C3)`, or what is left of it behind a comma.
    fn ranges(&mut self) -> f64 {
        let mut total = 0.0;
        assert!(self.next_is('(') || self.next_is(','));
        loop {
            let first = place(&self.word());
            let last = if self.next_is(':') { place(&self.word()) } else { first };
            for row in first.0..=last.0 {
                for col in first.1..=last.1 {
                    total += self.book.value(self.sheet, (row, col)).unwrap_or(0.0);
                }
            }
            if self.next_is(')') {
                return total;
            }
            assert!(self.next_is(','));
        }
    }

    fn word(&mut self) -> String {
        let word: String = self.rest[self.at..]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric() || **c == '.' || **c == '$')
            .filter(|c| **c != '$')
            .collect();
        let dollars = self.rest[self.at..]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric() || **c == '.' || **c == '$')
            .filter(|c| **c == '$')
            .count();
        self.at += word.chars().count() + dollars;
        word
    }
}

/// `C8` as row and column from 0.
fn place(cell: &str) -> At {
    let letters = cell.chars().take_while(char::is_ascii_alphabetic);
    let col = letters.fold(0, |col, letter| col * 26 + (u32::from(letter) - u32::from('A') + 1));
    let digits: String = cell.chars().skip_while(char::is_ascii_alphabetic).collect();
    let row: u32 = digits.parse().unwrap_or_else(|_| panic!("no cell: {cell}"));
    (row - 1, col - 1)
}
