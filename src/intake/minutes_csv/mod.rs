//! A table of minutes as text: `wave,staff,date,start,task,minutes`, in any order, under Japanese or English names.
//!
//! One sheet is made for each wave, person and date; a line that starts before 24:00 belongs to its date, and a night shift
//! goes on past 24:00 (25:30). Optional columns are role, unit, scheduled and actual span, and what `yutori export` adds.

mod columns;
mod rows;
mod shifts;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord};

use self::columns::{Column, Header};
use self::rows::{Row, RowReader};
use super::decode::Decoded;
use super::order::{Fault, Known, Place};
use super::part::{Reading, Source};
use super::waves::compare_waves;
use super::written::quoted;
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Delimiters that are looked for in the header.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// Whether the first line of a text has the headings of a table of minutes.
pub fn is_recognised(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| {
        let mut headers = DELIMITERS.into_iter().map(|delimiter| header(line, delimiter));
        headers.any(|header| header.is_recognised())
    })
}

/// A table of minutes whose header was found.
pub struct Table {
    decoded: Decoded,
    delimiter: u8,
    header: Header,
    header_line: u64,
}

impl Table {
    /// Looks for a table in a text; errors when it is empty.
    pub fn open(decoded: Decoded) -> Result<Self, Phrase> {
        let first = decoded
            .text
            .lines()
            .enumerate()
            .find(|(_, line)| !line.trim().is_empty());
        let (index, line) = first.ok_or_else(|| phrase("intake-empty-file"))?;
        let (delimiter, header) = DELIMITERS
            .into_iter()
            .map(|delimiter| (delimiter, header(line, delimiter)))
            .max_by_key(|(delimiter, header)| {
                let found = Column::NEEDED.len() - header.missing().len();
                // Of equally good ones the first of the list wins.
                (found, std::cmp::Reverse(DELIMITERS.iter().position(|d| d == delimiter)))
            })
            .unwrap_or_default();
        Ok(Self {
            delimiter,
            header,
            header_line: index as u64 + 1,
            decoded,
        })
    }

    /// Whether the header is that of a table of minutes.
    pub fn is_recognised(&self) -> bool {
        self.header.is_recognised()
    }

    /// Whether the table has a column for waves.
    pub fn has_waves(&self) -> bool {
        self.header.place(Column::Wave).is_some()
    }

    /// Reads all lines.
    pub fn read(mut self, known: &Known, source: &Source) -> Reading {
        let mut reading = Reading {
            faults: std::mem::take(&mut self.decoded.faults),
            names_waves: self.has_waves() && !source.wave_is_ordered,
            ..Reading::default()
        };
        self.header_faults(&mut reading);
        if !self.header.missing().is_empty() {
            return reading;
        }
        if !self.has_waves() && source.wave.is_none() {
            reading.faults.push(Fault::file(phrase("intake-no-wave")));
        }
        let rows = self.rows(known, source, &mut reading);
        let rows = self.with_waves(rows, source, &mut reading);
        let mut shifts: BTreeMap<(Wave, StaffCode, NaiveDate, String), Vec<Row>> = BTreeMap::new();
        for (wave, row) in rows {
            let key = (wave, row.staff.clone(), row.date, row.shift.clone());
            shifts.entry(key).or_default().push(row);
        }
        for ((wave, ..), rows) in &shifts {
            shifts::shift(*wave, rows, self.header.has_shifts(), known, source, &mut reading);
        }
        if reading.parts.is_empty() && reading.faults.is_empty() {
            reading.faults.push(Fault::file(phrase("intake-empty-table")));
        }
        reading.faults.sort_by_key(|fault| match fault.place {
            Place::Line(line) => line,
            _ => 0,
        });
        reading
    }

    fn header_faults(&self, reading: &mut Reading) {
        for column in self.header.missing() {
            reading.faults.push(Fault::line(
                self.header_line,
                phrase("intake-missing-column").with("column", column.name()),
            ));
        }
        for heading in &self.header.twice {
            reading.faults.push(Fault::line(
                self.header_line,
                phrase("intake-column-twice").with("column", quoted(heading)),
            ));
        }
        if !self.header.ignored.is_empty() {
            let names: Vec<String> = self.header.ignored.iter().map(|heading| quoted(heading)).collect();
            reading
                .notes
                .push(phrase("intake-note-ignored-columns").with("columns", names.join(", ")));
        }
    }

    fn rows(&self, known: &Known, source: &Source, reading: &mut Reading) -> Vec<Row> {
        let mut lines = ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(self.decoded.text.as_bytes());
        let mut reader = RowReader::new(&self.header, known, source);
        let mut rows = Vec::new();
        let mut record = StringRecord::new();
        while lines.read_record(&mut record).is_ok_and(|more| more) {
            let line = record.position().map_or(0, csv::Position::line);
            let is_blank = record.iter().all(|field| field.trim().is_empty());
            if line <= self.header_line || is_blank || self.decoded.faulty_lines.contains(&line) {
                continue;
            }
            rows.extend(reader.read(&record, line));
        }
        reading.faults.append(&mut reader.faults);
        reading.notes.append(&mut reader.notes);
        reading.rows = rows.len();
        rows
    }

    /// The wave of each line: of the order, else of its column, else of the folder.
    fn with_waves(&self, rows: Vec<Row>, source: &Source, reading: &mut Reading) -> Vec<(Wave, Row)> {
        let named: Vec<(u64, Wave)> = rows.iter().filter_map(|row| Some((row.line, row.wave?))).collect();
        compare_waves(&named, source, reading);
        let mut placed = Vec::with_capacity(rows.len());
        for row in rows {
            let wave = if self.has_waves() && !source.wave_is_ordered {
                row.wave
            } else {
                source.wave
            };
            match wave {
                Some(wave) => placed.push((wave, row)),
                None if self.has_waves() => reading
                    .faults
                    .push(Fault::line(row.line, phrase("intake-no-wave-in-line"))),
                None => {}
            }
        }
        placed
    }
}

fn header(line: &str, delimiter: u8) -> Header {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(line.as_bytes());
    let mut record = StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => Header::read(record.iter()),
        _ => Header::default(),
    }
}
