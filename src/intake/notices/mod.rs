//! Notices (気づき) in a table: our own sheet filled in, or one that an office has made.

mod headings;

use chrono::NaiveDate;

use self::headings::Column;
use super::calendar::complete;
use super::decode::Decoded;
use super::grid::Grid;
use super::order::{Fault, Order, Place};
use super::part::{Reading, Source};
use super::rows::{Field, Rows};
use super::written::date::written_date;
use super::written::{plain, quoted, remark};
use crate::issues::{DayPart, Degree, Notice, NoticeId, TroubleKind};
use crate::office::{NameError, Role, Unit};
use crate::phrase::{Phrase, phrase};

/// A notice as a file has it; a number is given when it comes into a book.
#[derive(Debug, Clone)]
pub struct Noticed {
    /// What was noticed; its number counts for nothing yet.
    pub notice: Notice,
}

/// How well a line of headings fits a table of notices; 0 for not at all.
fn fit(headings: &[Field], is_forced: bool) -> usize {
    let columns: Vec<Column> = headings.iter().filter_map(|it| Column::of(&it.text)).collect();
    let has = |column| columns.contains(&column);
    let has_what = has(Column::What);
    let tells = [Column::When, Column::Place, Column::Kind, Column::Often, Column::Heavy];
    let told = tells.into_iter().filter(|column| has(*column)).count();
    // A table of stretches of time has a description too, and an end; one of these alone may be anything.
    let is_table = has_what && (told >= 2 || has(Column::Kind) || is_forced);
    if is_table { columns.len() } else { 0 }
}

/// Whether a text is a table of notices.
pub fn is_recognised(decoded: &Decoded) -> bool {
    Rows::head_fits(decoded, &|headings| fit(headings, false))
}

/// Reads a text.
pub fn read_text(decoded: &Decoded, order: &Order, source: &Source) -> Reading {
    let is_forced = order.kind.is_some();
    match Rows::of_text(decoded, &|headings| fit(headings, is_forced)) {
        Some(rows) => read(&rows, source),
        None => Reading {
            faults: vec![Fault::file(phrase("surveyin-no-notice-headings"))],
            ..Reading::default()
        },
    }
}

/// Reads a workbook; nothing where it holds no table of notices.
pub fn read_grids(grids: &[Grid], order: &Order, source: &Source) -> Option<Reading> {
    let is_forced = order.kind.is_some();
    let tables = grids
        .iter()
        .filter_map(|grid| Rows::of_grid(grid, &|headings| fit(headings, is_forced)));
    tables.map(|rows| read(&rows, source)).reduce(|mut all, more| {
        all.join(more);
        all
    })
}

fn read(rows: &Rows, source: &Source) -> Reading {
    let mut reading = Reading {
        faults: rows.faults.clone(),
        // Notices belong to no round: the same file is the same whatever wave is ordered.
        names_waves: true,
        ..Reading::default()
    };
    let columns: Vec<Option<Column>> = rows.headings.iter().map(|heading| Column::of(&heading.text)).collect();
    let mut ignored = Vec::new();
    for (at, (heading, column)) in rows.headings.iter().zip(&columns).enumerate() {
        let earlier = columns.get(..at).unwrap_or_default();
        match column {
            Some(Column::Number) => {}
            Some(column) if earlier.contains(&Some(*column)) => reading.faults.push(Fault {
                place: heading.place.clone(),
                message: phrase("intake-column-twice").with("column", quoted(&heading.text)),
            }),
            None if rows.is_filled(at) => ignored.push(quoted(&heading.text)),
            _ => {}
        }
    }
    if !ignored.is_empty() {
        reading
            .notes
            .push(phrase("intake-note-ignored-columns").with("columns", ignored.join(", ")));
    }
    let mut unread_times = 0usize;
    for line in &rows.lines {
        let mut row = Row {
            columns: &columns,
            line,
            source,
            faults: Vec::new(),
            notes: Vec::new(),
        };
        let Some(notice) = row.read() else {
            reading.faults.append(&mut row.faults);
            continue;
        };
        unread_times += usize::from(notice.part.is_none() && !notice.when.is_empty());
        let faults = row.faults;
        for note in row.notes {
            if !reading.notes.contains(&note) {
                reading.notes.push(note);
            }
        }
        reading.rows += 1;
        reading.faults.extend(faults);
        reading.notices.push(Noticed { notice });
    }
    if unread_times > 0 {
        reading
            .notes
            .push(phrase("surveyin-note-no-day-part").with("count", unread_times));
    }
    if reading.notices.is_empty() && reading.faults.is_empty() {
        reading.faults.push(Fault::file(phrase("surveyin-no-notices")));
    }
    reading
}

struct Row<'a> {
    columns: &'a [Option<Column>],
    line: &'a [Field],
    source: &'a Source,
    faults: Vec<Fault>,
    notes: Vec<Phrase>,
}

impl Row<'_> {
    fn field(&self, column: Column) -> Option<&Field> {
        let at = self.columns.iter().position(|it| *it == Some(column))?;
        self.line.get(at).filter(|field| !field.text.is_empty())
    }

    fn words(&self, column: Column) -> String {
        self.field(column).map_or_else(String::new, |field| remark(&field.text))
    }

    /// The notice of a line; nothing for a line that only has its printed number.
    fn read(&mut self) -> Option<Notice> {
        let what = self.words(Column::What);
        if what.is_empty() {
            let others = Column::TELLING.into_iter().find_map(|column| self.field(column));
            if let Some(other) = others {
                let place = other.place.clone();
                self.fault(place, phrase("surveyin-notice-without-words"));
            }
            return None;
        }
        let when = self.words(Column::When);
        let noted = self.read_field(Column::Date).or_else(|| self.stamp());
        let mut notice = Notice::saying(NoticeId(0), &what);
        notice.part = DayPart::of_text(&when);
        notice.when = when;
        notice.place = self.words(Column::Place);
        notice.noted = noted;
        notice.kind = self.kind();
        notice.role = self.name(Column::Role, Role::parse);
        notice.unit = self.name(Column::Unit, Unit::parse);
        notice.often = self.degree(Column::Often);
        notice.heavy = self.degree(Column::Heavy);
        Some(notice)
    }

    fn fault(&mut self, place: Place, message: Phrase) {
        self.faults.push(Fault { place, message });
    }

    fn read_field(&mut self, column: Column) -> Option<NaiveDate> {
        let field = self.field(column)?.clone();
        match self.date(&field.text) {
            Ok(date) => date,
            Err(message) => {
                self.fault(field.place, message);
                None
            }
        }
    }

    /// The day of a time stamp of a web form, as far as it is one.
    fn stamp(&mut self) -> Option<NaiveDate> {
        let text = self.field(Column::Stamp)?.text.clone();
        self.date(&text).ok().flatten()
    }

    fn date(&mut self, text: &str) -> Result<Option<NaiveDate>, Phrase> {
        let read = written_date(text).map_err(|()| phrase("intake-bad-date").with("written", quoted(text)))?;
        let Some(written) = read else { return Ok(None) };
        let name_date = self.source.name_date.filter(|_| written.year.is_none());
        let source = Source {
            name_date,
            ..*self.source
        };
        let dated = complete(written, true, &source)?;
        self.notes.extend(dated.notes);
        Ok(Some(dated.date))
    }

    fn kind(&mut self) -> Option<TroubleKind> {
        let field = self.field(Column::Kind)?.clone();
        let read = TroubleKind::of_text(&field.text);
        let is_none = ["-", "その他", "other", "なし", "不明"].contains(&plain(&field.text).to_lowercase().as_str());
        if read.is_none() && !is_none {
            let message = phrase("surveyin-bad-kind").with("written", quoted(&field.text));
            self.fault(field.place, message);
        }
        read
    }

    fn degree(&mut self, column: Column) -> Option<Degree> {
        let field = self.field(column)?.clone();
        let text = plain(&field.text);
        if text == "-" {
            return None;
        }
        // `5 毎日` and `5：毎日` say five.
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.get(digits.len()..).unwrap_or_default();
        let is_fraction = rest.starts_with('.')
            && rest
                .get(1..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let read = Degree::parse(&digits).filter(|_| !is_fraction);
        if read.is_none() {
            let message = phrase("surveyin-bad-degree")
                .with("written", quoted(&field.text))
                .with("column", column.phrase());
            self.fault(field.place, message);
        }
        read
    }

    fn name<T>(&mut self, column: Column, parse: impl Fn(&str) -> Result<T, NameError>) -> Option<T> {
        let field = self.field(column)?.clone();
        match parse(&field.text) {
            Ok(name) => Some(name),
            Err(NameError::Empty) => None,
            Err(NameError::TooLong) => {
                let message = phrase("intake-name-too-long").with("written", quoted(&field.text));
                self.fault(field.place, message);
                None
            }
        }
    }
}
