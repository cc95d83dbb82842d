//! One line of a table of figures.

use super::headings::{Column, indicator_named};
use super::{Figured, time};
use crate::effect::{At, Figure, FigureRule, Indicator, MeasurementKey, Per, Subject};
use crate::intake::order::{Fault, Known, Place};
use crate::intake::part::Source;
use crate::intake::rows::Field;
use crate::intake::written::{plain, quoted};
use crate::office::{NameError, ResidentCode, StaffCode, is_missing};
use crate::phrase::{Phrase, phrase};

/// A line, and what was read from it so far.
pub struct Row<'a> {
    headings: &'a [Field],
    columns: &'a [Option<Column>],
    line: &'a [Field],
    known: &'a Known<'a>,
    source: &'a Source,
    /// Its figures.
    pub figures: Vec<Figured>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// What was inferred.
    pub notes: Vec<Phrase>,
    /// Whether the survey of a figure is the one that was ordered.
    pub takes_ordered_wave: bool,
}

impl<'a> Row<'a> {
    pub fn new(
        (headings, columns): (&'a [Field], &'a [Option<Column>]),
        line: &'a [Field],
        known: &'a Known<'a>,
        source: &'a Source,
    ) -> Self {
        Self {
            headings,
            columns,
            line,
            known,
            source,
            figures: Vec::new(),
            faults: Vec::new(),
            notes: Vec::new(),
            takes_ordered_wave: false,
        }
    }

    fn field(&self, column: Column) -> Option<&'a Field> {
        let at = self.columns.iter().position(|it| *it == Some(column))?;
        self.line.get(at)
    }

    fn text(&self, column: Column) -> &'a str {
        self.field(column).map_or("", |field| field.text.as_str())
    }

    /// Where a column stands in this line, else where the line begins.
    fn place(&self, column: Column) -> Place {
        let first = self.line.first().map_or(Place::File, |field| field.place.clone());
        let at = self.columns.iter().position(|it| *it == Some(column));
        match (
            at.and_then(|at| self.headings.get(at)).map(|heading| &heading.place),
            &first,
        ) {
            // Behind the last cell of a line that says something no field knows its own place.
            (Some(Place::Cell { cell: heading, .. }), Place::Cell { sheet, cell: line }) => {
                let letters = heading.trim_end_matches(|c: char| c.is_ascii_digit());
                let number = line.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                Place::Cell {
                    sheet: sheet.clone(),
                    cell: format!("{letters}{number}"),
                }
            }
            _ => first,
        }
    }

    fn fault(&mut self, place: Place, message: Phrase) {
        let fault = Fault { place, message };
        // Of several figures of a line each would say it again.
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// Reads all figures of the line; a figure that is missing is none.
    pub fn read(&mut self) {
        if self.columns.contains(&Some(Column::Indicator)) {
            self.read_one();
            return;
        }
        for place in 0..self.columns.len() {
            if let Some(Some(Column::Figures(indicator))) = self.columns.get(place) {
                self.read_figure(*indicator, Column::Figures(*indicator), Column::Bases(*indicator));
            }
        }
    }

    fn read_one(&mut self) {
        let (value, base) = (self.text(Column::Value), self.text(Column::Base));
        if is_missing(value) && is_missing(base) {
            return;
        }
        let written = self.text(Column::Indicator);
        if let Some(indicator) = indicator_named(written, self.known.entered.indicators) {
            self.read_figure(indicator, Column::Value, Column::Base);
        } else {
            let message = phrase("entering-unknown-indicator").with("written", quoted(written));
            self.fault(self.place(Column::Indicator), message);
        }
    }

    fn read_figure(&mut self, indicator: usize, first: Column, second: Column) {
        let known = self.known;
        let Some(indicator) = known.entered.indicators.get(indicator) else {
            return;
        };
        let (value, base) = (self.text(first), self.text(second));
        if is_missing(value) && is_missing(base) {
            return;
        }
        if !indicator.measured.is_entered() {
            let message = phrase("entering-not-entered").with("name", quoted(self.written_name(first)));
            self.fault(self.place(first), message);
            return;
        }
        let figure = self.figure(indicator, (first, second));
        let at = self.time(indicator.per);
        let subject = self.subject(indicator.per);
        if let (Some(figure), Some(at), Some(subject)) = (figure, at, subject) {
            let key = MeasurementKey {
                indicator: indicator.id.clone(),
                at,
                subject,
            };
            self.figures.push(Figured {
                place: self.place(first),
                measurement: key.holds(figure),
            });
        }
    }

    fn figure(&mut self, indicator: &Indicator, (first, second): (Column, Column)) -> Option<Figure> {
        let rule = FigureRule::of(indicator, self.known.entered.scales);
        let (value, base) = (self.text(first), self.text(second));
        let (value, base) = match rule.parted(value).filter(|_| is_missing(base)) {
            Some(parted) => parted,
            None => (value, base),
        };
        match rule.read(value, base) {
            Ok(figure) => figure,
            Err(fault) => {
                let place = if fault.is_of_base() && self.field(second).is_some() {
                    self.place(second)
                } else {
                    self.place(first)
                };
                let name = self.written_name(first);
                let message = phrase("entering-of-indicator")
                    .with("name", quoted(name))
                    .with("fault", fault.phrase())
                    .with("advice", fault.advice());
                self.fault(place, message);
                None
            }
        }
    }

    /// The indicator as the file names it: a line may have figures of several.
    fn written_name(&self, first: Column) -> &'a str {
        let at = self.columns.iter().position(|it| *it == Some(first));
        match at
            .filter(|_| first != Column::Value)
            .and_then(|at| self.headings.get(at))
        {
            Some(heading) => &heading.text,
            None => self.text(Column::Indicator),
        }
    }

    fn time(&mut self, per: Per) -> Option<At> {
        let written = self.text(Column::Time);
        if is_missing(written) {
            let ordered = self
                .source
                .wave
                .filter(|_| matches!(per, Per::Staff | Per::Resident | Per::Office));
            self.takes_ordered_wave |= ordered.is_some();
            if ordered.is_none() {
                let message = match per {
                    Per::Staff | Per::Resident | Per::Office => phrase("entering-no-wave"),
                    _ => phrase("entering-no-time"),
                };
                self.fault(self.place(Column::Time), message);
            }
            return ordered.map(At::Wave);
        }
        match time::of_file(per, written, self.source) {
            Ok((at, notes)) => {
                self.notes.extend(notes);
                Some(at)
            }
            Err(message) => {
                self.fault(self.place(Column::Time), message);
                None
            }
        }
    }

    fn subject(&mut self, per: Per) -> Option<Subject> {
        let written = self.text(Column::Subject);
        match read_subject(per, written, self.known) {
            Ok(subject) => Some(subject),
            Err(message) => {
                self.fault(self.place(Column::Subject), message);
                None
            }
        }
    }
}

/// Reads of whom a figure is; a code that the book spells in other letters is the same code.
fn read_subject(per: Per, written: &str, known: &Known) -> Result<Subject, Phrase> {
    let too_long = |error: NameError, missing: Phrase| match error {
        NameError::Empty => missing,
        NameError::TooLong => phrase("entering-code-too-long").with("written", quoted(written)),
    };
    let is_same = |own: &str, code: &str| own.to_lowercase() == code.to_lowercase();
    let in_book = || known.entered.measurements.iter().map(|it| &it.key.subject);
    match per {
        Per::Office | Per::OfficeDay | Per::OfficeMonth => {
            let name = plain(written).to_lowercase();
            let is_office = is_missing(written)
                || ["事業所", "事業所全体", "全体", "office", "thewholeoffice"].contains(&name.as_str());
            if is_office {
                Ok(Subject::Office)
            } else {
                Err(phrase("entering-not-of-people").with("written", quoted(written)))
            }
        }
        Per::Resident => {
            let code = ResidentCode::parse(written).map_err(|error| too_long(error, phrase("entering-no-resident")))?;
            let known =
                in_book().find(|it| matches!(it, Subject::Resident(own) if is_same(own.as_str(), code.as_str())));
            Ok(known.cloned().unwrap_or(Subject::Resident(code)))
        }
        Per::Staff | Per::StaffDay | Per::StaffMonth => {
            let code = StaffCode::parse(written).map_err(|error| too_long(error, phrase("entering-no-staff")))?;
            let of_sheet = known
                .sheets
                .iter()
                .map(|(_, sheet)| &sheet.staff)
                .find(|own| is_same(own.as_str(), code.as_str()));
            if let Some(own) = of_sheet {
                return Ok(Subject::Staff(own.clone()));
            }
            let known = in_book().find(|it| matches!(it, Subject::Staff(own) if is_same(own.as_str(), code.as_str())));
            Ok(known.cloned().unwrap_or(Subject::Staff(code)))
        }
    }
}
