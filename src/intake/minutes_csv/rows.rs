//! Reads the lines of a table of minutes.

use std::collections::HashMap;

use csv::StringRecord;

use super::columns::{Column, Header};
use crate::intake::betten4::not_minutes;
use crate::intake::calendar::{Dated, complete};
use crate::intake::order::{Fault, Known};
use crate::intake::part::Source;
use crate::intake::written::date::written_date;
use crate::intake::written::number::minutes_of_text;
use crate::intake::written::{plain, quoted, remark, time};
use crate::office::{Role, Span, StaffCode, Unit, of_cell};
use crate::phrase::{Phrase, phrase};
use crate::worktime::{Manner, SLOTS, Wave};

/// Most minutes of one line: a whole day.
const MOST_MINUTES: u32 = 1440;

/// A line that could be read.
#[derive(Debug)]
pub struct Row {
    /// Number of the line.
    pub line: u64,
    /// The wave in its column.
    pub wave: Option<Wave>,
    /// Who.
    pub staff: StaffCode,
    /// On which date.
    pub date: chrono::NaiveDate,
    /// The name of the sheet among those of the person and date.
    pub shift: String,
    /// What was done; `None` on the line of a sheet without entries.
    pub entry: Option<Entry>,
    /// 職種
    pub role: Option<Role>,
    /// ユニット・フロア
    pub unit: Option<Unit>,
    /// 所定勤務時間
    pub scheduled: Option<Span>,
    /// 実勤務時間
    pub actual: Option<Span>,
    /// きざみ
    pub slot: Option<u16>,
    /// 記録方法
    pub manner: Option<Manner>,
    /// Whether the cell was copied from another sheet.
    pub copied: bool,
    /// 備考
    pub note: String,
}

/// Minutes of a task.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Minutes after 0:00 of the date.
    pub start: u16,
    /// Index of the task in the book's list.
    pub task: usize,
    /// How long, more than zero.
    pub minutes: u32,
}

/// Reads lines, remembering what it has read before: a table repeats its dates, people and spans on every line.
pub struct RowReader<'a> {
    header: &'a Header,
    known: &'a Known<'a>,
    source: &'a Source,
    dates: HashMap<String, Result<Dated, Phrase>>,
    tasks: HashMap<String, Option<usize>>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What was inferred for the dates.
    pub notes: Vec<Phrase>,
}

impl<'a> RowReader<'a> {
    /// Begins below a header.
    pub fn new(header: &'a Header, known: &'a Known<'a>, source: &'a Source) -> Self {
        Self {
            header,
            known,
            source,
            dates: HashMap::new(),
            tasks: HashMap::new(),
            faults: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Reads a line; all its faults are kept.
    pub fn read(&mut self, record: &StringRecord, line: u64) -> Option<Row> {
        if record.len() != self.header.fields {
            self.faults.push(Fault::line(
                line,
                phrase("intake-field-count")
                    .with("fields", record.len())
                    .with("expected", self.header.fields),
            ));
            return None;
        }
        let field = |column| {
            self.header
                .place(column)
                .and_then(|place| record.get(place))
                .map_or("", of_cell)
        };
        let is_entry = !self.header.has_shifts()
            || [Column::Start, Column::Task, Column::Minutes]
                .iter()
                .any(|column| !field(*column).trim().is_empty());
        let mut faults = Vec::new();
        let mut note = |message: Phrase| faults.push(Fault::line(line, message));
        let wave = keep(wave(field(Column::Wave)), &mut note).flatten();
        let staff = keep(staff(field(Column::Staff)), &mut note);
        let start = is_entry.then(|| keep(start(field(Column::Start)), &mut note)).flatten();
        let minutes = is_entry
            .then(|| keep(minutes(field(Column::Minutes)), &mut note))
            .flatten();
        let role = keep(optional(field(Column::Role), Role::parse), &mut note).flatten();
        let unit = keep(optional(field(Column::Unit), Unit::parse), &mut note).flatten();
        let scheduled = keep(span(field(Column::Scheduled)), &mut note).flatten();
        let actual = keep(span(field(Column::Actual)), &mut note).flatten();
        let slot = keep(slot(field(Column::Slot)), &mut note).flatten();
        let manner = keep(manner(field(Column::Manner)), &mut note).flatten();
        let date = keep(self.date(field(Column::Date)), &mut note);
        let task = is_entry
            .then(|| keep(self.task(field(Column::Task)), &mut note))
            .flatten();
        let is_whole = faults.is_empty();
        self.faults.append(&mut faults);
        let row = Row {
            line,
            wave,
            staff: staff?,
            date: date?,
            shift: plain(field(Column::Shift)),
            entry: start
                .zip(task)
                .zip(minutes)
                .map(|((start, task), minutes)| Entry { start, task, minutes }),
            role,
            unit,
            scheduled,
            actual,
            slot,
            manner,
            copied: !field(Column::Copied).trim().is_empty(),
            note: remark(field(Column::Note)),
        };
        is_whole.then_some(row)
    }

    fn date(&mut self, text: &str) -> Result<chrono::NaiveDate, Phrase> {
        if let Some(known) = self.dates.get(text) {
            return known.clone().map(|dated| dated.date);
        }
        let dated = match written_date(text) {
            // A year that is written on the line needs no help from the name of the file.
            Ok(Some(written)) if written.year.is_some() => {
                let source = Source {
                    name_date: None,
                    ..*self.source
                };
                complete(written, true, &source)
            }
            Ok(Some(written)) => complete(written, true, self.source),
            Ok(None) => Err(phrase("intake-no-date")),
            Err(()) => Err(phrase("intake-bad-date").with("written", quoted(text))),
        };
        if let Ok(dated) = &dated {
            self.notes.extend(dated.notes.iter().cloned());
        }
        self.dates.insert(text.to_owned(), dated.clone());
        dated.map(|dated| dated.date)
    }

    fn task(&mut self, text: &str) -> Result<usize, Phrase> {
        let tasks = self.known.task_list;
        let found = if let Some(found) = self.tasks.get(text) {
            *found
        } else {
            let found = tasks
                .find(text)
                .and_then(|found| tasks.tasks.iter().position(|task| task.code == found.code));
            self.tasks.insert(text.to_owned(), found);
            found
        };
        found.ok_or_else(|| {
            phrase("intake-unknown-task")
                .with("written", quoted(text))
                .with("list", tasks.id.as_str())
        })
    }
}

fn keep<T>(read: Result<T, Phrase>, note: &mut impl FnMut(Phrase)) -> Option<T> {
    read.map_err(note).ok()
}

fn wave(text: &str) -> Result<Option<Wave>, Phrase> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let wave = Wave::parse(text).ok_or_else(|| phrase("intake-bad-wave").with("written", quoted(text)))?;
    Ok(Some(wave))
}

fn staff(text: &str) -> Result<StaffCode, Phrase> {
    use crate::office::NameError;
    StaffCode::parse(text).map_err(|error| match error {
        NameError::Empty => phrase("intake-no-staff"),
        NameError::TooLong => phrase("intake-staff-too-long"),
    })
}

fn start(text: &str) -> Result<u16, Phrase> {
    time::clock_time(text).ok_or_else(|| phrase("intake-bad-time").with("written", quoted(text)))
}

fn minutes(text: &str) -> Result<u32, Phrase> {
    match minutes_of_text(text) {
        Ok(Some(0)) => Err(phrase("intake-zero-minutes")),
        Ok(Some(minutes)) if minutes <= MOST_MINUTES => Ok(minutes),
        Ok(Some(minutes)) => Err(phrase("intake-more-than-a-day").with("minutes", minutes)),
        Ok(None) => Err(phrase("intake-no-minutes")),
        Err(why) => Err(not_minutes(why).with("written", quoted(text))),
    }
}

fn span(text: &str) -> Result<Option<Span>, Phrase> {
    time::span(text).map_err(|()| phrase("intake-bad-span").with("written", quoted(text)))
}

fn slot(text: &str) -> Result<Option<u16>, Phrase> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let slot = minutes_of_text(text)
        .ok()
        .flatten()
        .and_then(|slot| u16::try_from(slot).ok());
    slot.filter(|slot| SLOTS.contains(slot))
        .map(Some)
        .ok_or_else(|| phrase("intake-bad-slot").with("written", quoted(text)))
}

/// Reads an id, or the words of the official manual.
pub fn manner(text: &str) -> Result<Option<Manner>, Phrase> {
    match plain(text).to_lowercase().as_str() {
        "" => Ok(None),
        "自記式" => Ok(Some(Manner::SelfRecorded)),
        "他記式" => Ok(Some(Manner::Observed)),
        "タイマ-" => Ok(Some(Manner::Timed)),
        id => Manner::of_id(id)
            .map(Some)
            .ok_or_else(|| phrase("intake-bad-manner").with("written", quoted(text))),
    }
}

fn optional<T>(text: &str, parse: impl Fn(&str) -> Result<T, crate::office::NameError>) -> Result<Option<T>, Phrase> {
    use crate::office::NameError;
    match parse(text) {
        Ok(name) => Ok(Some(name)),
        Err(NameError::Empty) => Ok(None),
        Err(NameError::TooLong) => Err(phrase("intake-name-too-long").with("written", quoted(text))),
    }
}
