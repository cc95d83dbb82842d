//! What one person answered, read field by field.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::intake::calendar::complete;
use crate::intake::order::{Fault, Place};
use crate::intake::part::Source;
use crate::intake::rows::Field;
use crate::intake::written::date::written_date;
use crate::intake::written::quoted;
use crate::issues::survey_sheet::read_answer;
use crate::issues::{
    Answer, Position, Questionnaire, Response, ResponseKey, ResponseNumber, StatementCode, SurveyColumn,
};
use crate::office::{NameError, Role, StaffCode, Unit};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// The answers of a person as a file has them; a number is given when they come into a book.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Which file of the order.
    pub file: usize,
    /// Where in the file.
    pub place: Place,
    /// Whether it is a line of a table of many, which may come again with more lines.
    pub is_of_table: bool,
    /// What was answered; its number counts for nothing yet.
    pub response: Response,
}

/// A person on the way to being a response.
#[derive(Debug, Default)]
pub struct Person {
    staff: Option<StaffCode>,
    role: Option<Role>,
    unit: Option<Unit>,
    position: Option<Position>,
    date: Option<NaiveDate>,
    round: Option<Wave>,
    /// Answers by statement.
    pub answers: BTreeMap<StatementCode, Answer>,
}

impl Person {
    /// Whether nothing was answered.
    pub fn is_silent(&self) -> bool {
        self.answers.is_empty()
    }
}

/// Reads people, and collects what is wrong.
pub struct PeopleReader<'a> {
    questionnaire: &'a Questionnaire,
    source: &'a Source,
    /// All that is wrong.
    pub faults: Vec<Fault>,
    /// What was inferred.
    pub notes: Vec<Phrase>,
    /// Rounds that the file names, each with its place.
    rounds: Vec<(Place, Wave)>,
    /// The people.
    pub people: Vec<Answered>,
    /// Answers that were read.
    pub answers: usize,
}

impl<'a> PeopleReader<'a> {
    /// Begins with a file.
    pub fn new(questionnaire: &'a Questionnaire, source: &'a Source) -> Self {
        Self {
            questionnaire,
            source,
            faults: Vec::new(),
            notes: Vec::new(),
            rounds: Vec::new(),
            people: Vec::new(),
            answers: 0,
        }
    }

    /// Keeps a fault at a field.
    pub fn fault(&mut self, field: &Field, message: Phrase) {
        self.faults.push(Fault {
            place: field.place.clone(),
            message,
        });
    }

    /// Reads a field about a person.
    pub fn field(&mut self, column: &SurveyColumn, field: &Field, person: &mut Person) {
        let read = match column {
            _ if field.text.is_empty() => Ok(()),
            SurveyColumn::Staff => staff(&field.text).and_then(|read| keep(&mut person.staff, read)),
            SurveyColumn::Role => name(&field.text, Role::parse).and_then(|read| keep(&mut person.role, read)),
            SurveyColumn::Unit => name(&field.text, Unit::parse).and_then(|read| keep(&mut person.unit, read)),
            SurveyColumn::Position => position(&field.text).and_then(|read| keep(&mut person.position, read)),
            SurveyColumn::Date => self.date(&field.text).and_then(|read| match read {
                Some(date) => keep(&mut person.date, date),
                None => Ok(()),
            }),
            SurveyColumn::Round => round(&field.text).and_then(|read| {
                self.rounds.push((field.place.clone(), read));
                keep(&mut person.round, read)
            }),
            SurveyColumn::Statement(code) => {
                self.answer(code, field, person);
                Ok(())
            }
            SurveyColumn::Ignored => Ok(()),
        };
        if let Err(message) = read {
            self.fault(field, message);
        }
    }

    /// Reads the date of a time stamp, as far as it is one.
    pub fn stamp(&mut self, field: &Field, person: &mut Person) {
        if let Ok(Some(date)) = self.date(&field.text) {
            person.date.get_or_insert(date);
        }
    }

    /// Reads an answer.
    pub fn answer(&mut self, code: &StatementCode, field: &Field, person: &mut Person) {
        match answer(self.questionnaire, &field.text) {
            Ok(None) => {}
            Ok(Some(_)) if person.answers.contains_key(code) => {
                self.fault(field, phrase("surveyin-answer-twice").with("code", code.as_str()));
            }
            Ok(Some(answer)) => {
                person.answers.insert(code.clone(), answer);
                self.answers += 1;
            }
            Err(message) => self.fault(field, message),
        }
    }

    fn date(&mut self, text: &str) -> Result<Option<NaiveDate>, Phrase> {
        let Some(written) = written_date(text).map_err(|()| phrase("intake-bad-date").with("written", quoted(text)))?
        else {
            return Ok(None);
        };
        // A year that is written needs no help from the name of the file.
        let name_date = self.source.name_date.filter(|_| written.year.is_none());
        let source = Source {
            name_date,
            ..*self.source
        };
        let dated = complete(written, true, &source)?;
        for note in dated.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        Ok(Some(dated.date))
    }

    /// Takes a person in, under the round of the order, of the file, or of the folder.
    pub fn take(&mut self, person: Person, place: Place, is_of_table: bool) {
        let ordered = self.source.wave.filter(|_| self.source.wave_is_ordered);
        let Some(round) = ordered.or(person.round).or(self.source.wave) else {
            if self.rounds.is_empty() {
                let message = phrase("surveyin-no-round");
                if !self.faults.iter().any(|fault| fault.message == message) {
                    self.faults.push(Fault::file(message));
                }
            } else {
                let message = phrase("intake-no-wave-in-line");
                self.faults.push(Fault { place, message });
            }
            return;
        };
        let number = ResponseNumber(0);
        self.people.push(Answered {
            file: self.source.file,
            place,
            is_of_table,
            response: Response {
                key: ResponseKey { round, number },
                questionnaire: self.questionnaire.id.clone(),
                staff: person.staff,
                role: person.role,
                unit: person.unit,
                position: person.position,
                date: person.date,
                answers: person.answers,
            },
        });
    }

    /// Compares the rounds of the file with the order; whether those of the file hold.
    pub fn settle_rounds(&mut self) -> bool {
        let Some((_, first)) = self.rounds.first() else {
            return false;
        };
        let Some(ordered) = self.source.wave.filter(|_| self.source.wave_is_ordered) else {
            return true;
        };
        let Some((place, other)) = self.rounds.iter().find(|(_, wave)| *wave != ordered) else {
            return true;
        };
        if self.rounds.iter().any(|(_, wave)| wave != first) {
            let message = phrase("surveyin-rounds-contradict")
                .with("written", other.label())
                .with("wave", ordered.label());
            let place = place.clone();
            self.faults.push(Fault { place, message });
        } else {
            let message = phrase("intake-note-wave-replaced")
                .with("written", other.label())
                .with("wave", ordered.label());
            self.notes.push(message);
        }
        false
    }
}

/// Keeps what is said of a person; two lines that say two things contradict each other.
fn keep<T: PartialEq>(known: &mut Option<T>, read: T) -> Result<(), Phrase> {
    match known {
        Some(known) if *known != read => Err(phrase("surveyin-person-differs")),
        _ => {
            *known = Some(read);
            Ok(())
        }
    }
}

fn staff(text: &str) -> Result<StaffCode, Phrase> {
    StaffCode::parse(text).map_err(|error| match error {
        NameError::Empty => phrase("intake-no-staff"),
        NameError::TooLong => phrase("intake-staff-too-long"),
    })
}

fn name<T>(text: &str, parse: impl Fn(&str) -> Result<T, NameError>) -> Result<T, Phrase> {
    parse(text).map_err(|_| phrase("intake-name-too-long").with("written", quoted(text)))
}

fn position(text: &str) -> Result<Position, Phrase> {
    Position::parse(text).ok_or_else(|| {
        phrase("surveyin-bad-position")
            .with("written", quoted(text))
            .with("floor", Position::Floor.phrase())
            .with("management", Position::Management.phrase())
    })
}

fn round(text: &str) -> Result<Wave, Phrase> {
    Wave::parse(text).ok_or_else(|| phrase("intake-bad-wave").with("written", quoted(text)))
}

/// Reads an answer in any of its spellings; nothing where nothing was answered.
fn answer(questionnaire: &Questionnaire, text: &str) -> Result<Option<Answer>, Phrase> {
    if crate::intake::written::plain(text) == "未回答" {
        return Ok(None);
    }
    let spelt = text
        .replace("あてはまる", "当てはまる")
        .replace("あてはまらない", "当てはまらない");
    let read = read_answer(questionnaire, text).or_else(|_| read_answer(questionnaire, &spelt));
    read.map_err(|_| {
        let is_four = crate::issues::Degree::parse(text).is_some_and(|number| number.number() > 3);
        let message = if is_four {
            phrase("surveyin-answer-above-three")
        } else {
            phrase("surveyin-bad-answer")
        };
        message.with("written", quoted(text))
    })
}
