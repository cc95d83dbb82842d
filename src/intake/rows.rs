//! A table under headings, from a text or a worksheet: people make both of the same things.

use csv::{ReaderBuilder, StringRecord};

use super::betten4::formula_fault;
use super::decode::Decoded;
use super::grid::{Grid, Value};
use super::limits;
use super::order::{Fault, Place};
use crate::office::{clock, of_cell};
use crate::phrase::phrase;

/// Lines among which the headings are looked for; titles may stand above them.
const HEADING_LINES: usize = 12;

/// A field and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its cell, or its line.
    pub place: Place,
    /// What stands there, without the blanks around it.
    pub text: String,
}

/// A table under headings.
#[derive(Debug, Default)]
pub struct Rows {
    /// The headings.
    pub headings: Vec<Field>,
    /// The lines that say something; each has a field for every heading.
    pub lines: Vec<Vec<Field>>,
    /// What is wrong with the table as such.
    pub faults: Vec<Fault>,
}

/// From here on headings fit without doubt.
pub const CERTAIN: usize = 40;

/// How well headings fit what is looked for; 0 for not at all.
pub type Fit<'a> = &'a dyn Fn(&[Field]) -> usize;

impl Rows {
    /// Whether some line near the top of a text has headings that fit.
    pub fn head_fits(decoded: &Decoded, fit: Fit) -> bool {
        heading(&text_lines(&decoded.text, HEADING_LINES), fit).is_some()
    }

    /// Finds the best headings near the top of a text; nothing where none fit.
    pub fn of_text(decoded: &Decoded, fit: Fit) -> Option<Self> {
        let at = heading(&text_lines(&decoded.text, HEADING_LINES), fit)?;
        let mut rows = Self::below(text_lines(&decoded.text, usize::MAX), at);
        rows.lines.retain(|line| {
            let place = line.first().map(|field| &field.place);
            !matches!(place, Some(Place::Line(number)) if decoded.faulty_lines.contains(number))
        });
        rows.faults.extend(decoded.faults.iter().cloned());
        Some(rows)
    }

    /// Finds the best headings near the top of a worksheet; nothing where none fit.
    pub fn of_grid(grid: &Grid, fit: Fit) -> Option<Self> {
        let mut faults = Vec::new();
        let lines = grid_lines(grid, &mut faults);
        let at = heading(lines.get(..lines.len().min(HEADING_LINES)).unwrap_or(&lines), fit)?;
        let mut rows = Self::below(lines, at);
        if let Some(beyond) = grid.beyond {
            let message = phrase("intake-sheet-too-large")
                .with("rows", limits::ROWS)
                .with("columns", limits::COLUMNS);
            faults.push(grid.fault(beyond, message));
        }
        rows.faults.extend(faults);
        Some(rows)
    }

    fn below(mut lines: Vec<Vec<Field>>, at: usize) -> Self {
        let below = lines.split_off((at + 1).min(lines.len()));
        let headings = lines.pop().unwrap_or_default();
        let mut rows = Self {
            headings,
            ..Self::default()
        };
        for mut line in below {
            let extra = line
                .iter()
                .skip(rows.headings.len())
                .find(|field| !field.text.is_empty());
            if let Some(extra) = extra {
                let message = phrase("intake-field-count")
                    .with("fields", line.len())
                    .with("expected", rows.headings.len());
                let place = extra.place.clone();
                rows.faults.push(Fault { place, message });
                continue;
            }
            if line.iter().all(|field| field.text.is_empty()) {
                continue;
            }
            let place = line.first().map_or(Place::File, |field| field.place.clone());
            line.resize(
                rows.headings.len(),
                Field {
                    place,
                    text: String::new(),
                },
            );
            rows.lines.push(line);
        }
        rows
    }

    /// Whether something stands below a heading.
    pub fn is_filled(&self, column: usize) -> bool {
        let text = |line: &Vec<Field>| line.get(column).is_some_and(|field| !field.text.is_empty());
        self.lines.iter().any(text)
    }
}

/// The line whose headings fit best; the first of equally good ones, and the first that leaves no doubt.
fn heading(lines: &[Vec<Field>], fit: Fit) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let fit = fit(line);
        if fit > best.map_or(0, |(_, best)| best) {
            best = Some((at, fit));
        }
        if fit >= CERTAIN {
            break;
        }
    }
    best.map(|(at, _)| at)
}

/// The first lines of a text as fields.
fn text_lines(text: &str, most: usize) -> Vec<Vec<Field>> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    // Of equally frequent ones the comma wins.
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter));
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut found = Vec::new();
    let mut record = StringRecord::new();
    while found.len() < most && reader.read_record(&mut record).is_ok_and(|more| more) {
        let line = record.position().map_or(0, csv::Position::line);
        let field = |text: &str| Field {
            place: Place::Line(line),
            text: of_cell(text.trim()).trim().to_owned(),
        };
        found.push(record.iter().map(field).collect());
    }
    found
}

/// The rows of a worksheet as fields, from the first that says something.
fn grid_lines(grid: &Grid, faults: &mut Vec<Fault>) -> Vec<Vec<Field>> {
    let last = grid.iter().last().map_or(0, |((row, _), _)| row);
    let width = grid.iter().map(|((_, column), _)| column + 1).max().unwrap_or(0);
    let first = grid.iter().next().map_or(0, |((row, _), _)| row);
    let mut lines = Vec::new();
    for row in first..=last {
        let mut line: Vec<Field> = (0..width)
            .map(|column| Field {
                place: grid.place((row, column)),
                text: String::new(),
            })
            .collect();
        for (column, value) in grid.row(row) {
            let field = line.get_mut(usize::try_from(column).unwrap_or(usize::MAX));
            match (field, written(value)) {
                (Some(field), Some(text)) => text.trim().clone_into(&mut field.text),
                (_, None) => faults.push(grid.fault((row, column), formula_fault(value))),
                (None, _) => {}
            }
        }
        // What stands far to the right of the last heading is looked at, empty cells there are not.
        let end = line
            .iter()
            .rposition(|field| !field.text.is_empty())
            .map_or(0, |at| at + 1);
        line.truncate(end);
        lines.push(line);
    }
    lines
}

/// What a cell says, a date with its time; `None` for a formula without a result.
pub fn written(value: &Value) -> Option<String> {
    match value {
        Value::Moment {
            date: Some(date),
            minute,
        } if *minute > 0 => Some(format!("{date} {}", clock(*minute))),
        value => value.text(),
    }
}
