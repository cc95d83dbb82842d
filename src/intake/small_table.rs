//! A small table of text with known columns: the roster of a survey, the list of codes.

use csv::{ReaderBuilder, StringRecord};

use super::decode::decode;
use super::order::Fault;
use super::written::{plain, quoted};
use crate::phrase::{Phrase, phrase};

/// A column: its name in the format's description, the headings that people give it, and whether the table needs it.
pub struct Column {
    /// E.g. `staff / 職員ID`.
    pub name: &'static str,
    /// Headings, in small letters.
    pub headings: &'static [&'static str],
    /// Whether a table without it is refused.
    pub needed: bool,
}

/// The lines of a table; the fields of each stand in the order of the columns that were asked for.
#[derive(Debug, Default)]
pub struct SmallTable {
    /// Number of the line, and its fields; empty where the table does not have the column.
    pub lines: Vec<(u64, Vec<String>)>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl SmallTable {
    /// Reads UTF-8, `Shift_JIS` and UTF-16, parted by comma, tab or semicolon; lines that are empty are passed over.
    pub fn read(bytes: &[u8], columns: &[Column]) -> Result<Self, Phrase> {
        let decoded = decode(bytes)?;
        let mut records = records(&decoded.text).into_iter();
        let (first, headings) = records.next().ok_or_else(|| phrase("intake-empty-file"))?;
        let mut table = Self {
            faults: decoded.faults,
            lines: Vec::new(),
        };
        let places: Vec<Option<usize>> = columns.iter().map(|column| place(column, &headings)).collect();
        for (column, place) in columns.iter().zip(&places) {
            if column.needed && place.is_none() {
                let message = phrase("intake-missing-column").with("column", column.name);
                table.faults.push(Fault::line(first, message));
            }
        }
        for (index, heading) in headings.iter().enumerate() {
            let twice = columns.iter().zip(&places).any(|(column, place)| {
                place.is_some_and(|place| place < index) && column.headings.contains(&spelling(heading).as_str())
            });
            if twice {
                let message = phrase("intake-column-twice").with("column", quoted(heading));
                table.faults.push(Fault::line(first, message));
            }
        }
        if !table.faults.is_empty() {
            return Ok(table);
        }
        for (line, record) in records {
            if record.len() > headings.len() {
                let message = phrase("intake-field-count")
                    .with("fields", record.len())
                    .with("expected", headings.len());
                table.faults.push(Fault::line(line, message));
                continue;
            }
            let field = |place: &Option<usize>| place.and_then(|place| record.get(place)).unwrap_or("").to_owned();
            table.lines.push((line, places.iter().map(field).collect()));
        }
        Ok(table)
    }
}

fn spelling(heading: &str) -> String {
    plain(heading).to_lowercase()
}

fn place(column: &Column, headings: &StringRecord) -> Option<usize> {
    headings
        .iter()
        .position(|heading| column.headings.contains(&spelling(heading).as_str()))
}

/// The lines that say something, with their numbers.
fn records(text: &str) -> Vec<(u64, StringRecord)> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    // Of equally frequent ones the comma wins.
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter));
    let mut lines = ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut found = Vec::new();
    let mut record = StringRecord::new();
    while lines.read_record(&mut record).is_ok_and(|more| more) {
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().any(|field| !field.trim().is_empty()) {
            found.push((line, record.clone()));
        }
    }
    found
}
