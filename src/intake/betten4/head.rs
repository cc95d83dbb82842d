//! Reads the head of the form: who, when, and the hours of the shift.

use super::layout::{Layout, Question};
use crate::intake::calendar::{Dated, complete};
use crate::intake::grid::{Grid, Position, Value};
use crate::intake::order::Fault;
use crate::intake::part::Source;
use crate::intake::written::date::{WrittenDate, written_date};
use crate::intake::written::{quoted, time};
use crate::office::{NameError, Span, StaffCode, Unit, clock, printable};
use crate::phrase::{Phrase, phrase};

/// The head as far as it could be read.
#[derive(Debug, Default)]
pub struct Head {
    /// 施設名
    pub office: Option<String>,
    /// ユニット・フロア
    pub unit: Option<Unit>,
    /// 職員ID
    pub staff: Option<StaffCode>,
    /// 調査実施日 and where it stands.
    pub date: Option<(Dated, Position)>,
    /// 所定勤務時間
    pub scheduled: Option<Span>,
    /// 実勤務時間
    pub actual: Option<Span>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl Head {
    /// Reads it.
    pub fn read(grid: &Grid, layout: &Layout, source: &Source) -> Self {
        let mut reader = Reader {
            grid,
            layout,
            faults: Vec::new(),
        };
        let head = Self {
            office: reader
                .text(Question::Office)
                .map(|(_, text)| printable(&text).trim().to_owned()),
            unit: reader.unit(),
            staff: reader.staff(),
            date: reader.date(source),
            scheduled: reader.span(Question::Scheduled),
            actual: reader.span(Question::Actual),
            faults: Vec::new(),
        };
        Self {
            faults: reader.faults,
            ..head
        }
    }

    /// Whether a person wrote anything into it.
    pub fn is_blank(&self) -> bool {
        self.staff.is_none() && self.date.is_none() && self.scheduled.is_none() && self.actual.is_none()
    }
}

struct Reader<'a> {
    grid: &'a Grid,
    layout: &'a Layout,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, position: Position, message: Phrase) {
        self.faults.push(self.grid.fault(position, message));
    }

    fn missing(&mut self, question: Question, message: Phrase) {
        match self.layout.answer_place(question) {
            Some(position) => self.fault(position, message),
            None => self.faults.push(Fault::file(message)),
        }
    }

    /// The answer as text, all its cells in one; a broken formula is a fault.
    fn text(&mut self, question: Question) -> Option<(Position, String)> {
        let answers = self.layout.answers(self.grid, question);
        let (first, _) = answers.first()?;
        let mut whole = String::new();
        for (position, value) in &answers {
            let Some(text) = value.text() else {
                self.fault(*position, formula_fault(value));
                return None;
            };
            whole.push_str(&text);
        }
        Some((*first, whole))
    }

    fn staff(&mut self) -> Option<StaffCode> {
        let faults = self.faults.len();
        let Some((position, text)) = self.text(Question::Staff) else {
            if self.faults.len() == faults {
                self.missing(Question::Staff, phrase("intake-no-staff"));
            }
            return None;
        };
        match StaffCode::parse(&text) {
            Ok(staff) => Some(staff),
            Err(NameError::Empty) => {
                self.fault(position, phrase("intake-no-staff"));
                None
            }
            Err(NameError::TooLong) => {
                self.fault(position, phrase("intake-staff-too-long"));
                None
            }
        }
    }

    fn unit(&mut self) -> Option<Unit> {
        let (position, text) = self.text(Question::Unit)?;
        match Unit::parse(&text) {
            Ok(unit) => Some(unit),
            Err(NameError::Empty) => None,
            Err(NameError::TooLong) => {
                self.fault(position, phrase("intake-unit-too-long"));
                None
            }
        }
    }

    fn date(&mut self, source: &Source) -> Option<(Dated, Position)> {
        let answers = self.layout.answers(self.grid, Question::Date);
        if let Some((position, Value::Moment { date: Some(date), .. })) = answers.first() {
            use chrono::Datelike;
            let written = WrittenDate {
                year: Some(date.year()),
                month: date.month(),
                day: date.day(),
                weekday: None,
            };
            return self.completed(*position, written, false, source);
        }
        let faults = self.faults.len();
        let Some((position, text)) = self.text(Question::Date) else {
            if self.faults.len() == faults {
                self.missing(Question::Date, phrase("intake-no-date"));
            }
            return None;
        };
        match written_date(&text) {
            Ok(Some(written)) => self.completed(position, written, true, source),
            Ok(None) => {
                self.fault(position, phrase("intake-no-date"));
                None
            }
            Err(()) => {
                self.fault(position, phrase("intake-bad-date").with("written", quoted(&text)));
                None
            }
        }
    }

    fn completed(
        &mut self,
        position: Position,
        written: WrittenDate,
        typed: bool,
        source: &Source,
    ) -> Option<(Dated, Position)> {
        match complete(written, typed, source) {
            Ok(dated) => Some((dated, position)),
            Err(message) => {
                self.fault(position, message);
                None
            }
        }
    }

    /// A span in one cell, or its two times in two cells.
    fn span(&mut self, question: Question) -> Option<Span> {
        let answers = self.layout.answers(self.grid, question);
        let (first, _) = *answers.first()?;
        let mut texts = Vec::with_capacity(answers.len());
        for (position, value) in &answers {
            let text = match value {
                Value::Moment { minute, .. } => Some(clock(*minute)),
                value => value.text(),
            };
            let Some(text) = text else {
                self.fault(*position, formula_fault(value));
                return None;
            };
            texts.push(text);
        }
        let written = if texts.len() == 2 {
            texts.join("~")
        } else {
            texts.concat()
        };
        time::span(&written).unwrap_or_else(|()| {
            self.fault(first, phrase("intake-bad-span").with("written", quoted(&written)));
            None
        })
    }
}

/// Says that a formula has no usable result.
pub fn formula_fault(value: &Value) -> Phrase {
    match value {
        Value::Error(error) => phrase("intake-formula-error").with("error", quoted(error)),
        _ => phrase("intake-formula-without-result"),
    }
}
