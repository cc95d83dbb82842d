//! The sheet that we hand out, filled: one person on one worksheet.

use super::headings::{Lexicon, letters};
use super::person::{PeopleReader, Person};
use crate::intake::betten4::formula_fault;
use crate::intake::grid::{Grid, Position, Value};
use crate::intake::order::{Fault, Known};
use crate::intake::part::{Reading, Source};
use crate::intake::rows::{Field, written};
use crate::intake::written::{plain, quoted};
use crate::issues::survey_sheet::{
    ANSWER_COLUMN, CODE_COLUMN, Entry, FIRST_ROW, HeadField, MARK_PLACE, STATEMENT_COLUMN, read_mark, rows,
};
use crate::issues::{Questionnaire, StatementCode, SurveyColumn};
use crate::office::fold;
use crate::phrase::{Phrase, phrase};

/// Statements with their codes beside them by which a sheet is known although its first line is gone.
const TELLING_ROWS: usize = 8;

/// A sheet, and what its first line says.
pub struct Found<'a> {
    grid: &'a Grid,
    /// Id and version; `None` when the line is gone.
    mark: Option<(String, String)>,
}

/// Knows our sheet by its first line, or by its statements.
pub fn find<'a>(grid: &'a Grid, lexicons: &[Lexicon]) -> Option<Found<'a>> {
    let mark = text(grid, at(MARK_PLACE)).and_then(|line| read_mark(&fold(&line)));
    let is_sheet = mark.is_some()
        || lexicons
            .iter()
            .any(|lexicon| has_statements(grid, lexicon.questionnaire));
    is_sheet.then_some(Found { grid, mark })
}

fn has_statements(grid: &Grid, questionnaire: &Questionnaire) -> bool {
    let codes: Vec<String> = questionnaire.statements().map(|it| spelt(it.code.as_str())).collect();
    let is_code = |(position, value): &(Position, &Value)| {
        let text = (position.1 == u32::from(CODE_COLUMN)).then(|| value.text()).flatten();
        text.is_some_and(|text| codes.contains(&spelt(&text)))
    };
    grid.iter().filter(is_code).count() >= TELLING_ROWS
}

fn spelt(code: &str) -> String {
    plain(code).to_lowercase()
}

fn at((row, column): (u32, u16)) -> Position {
    (row, u32::from(column))
}

fn text(grid: &Grid, position: Position) -> Option<String> {
    grid.get(position).and_then(Value::text)
}

fn says(grid: &Grid, position: Position, code: &str) -> bool {
    text(grid, position).is_some_and(|text| spelt(&text) == spelt(code))
}

/// Reads the sheets of a workbook.
pub fn read(sheets: &[Found], known: &Known, source: &Source) -> Reading {
    let mut reading = Reading::default();
    for sheet in sheets {
        match sheet.questionnaire(known) {
            Ok(questionnaire) => sheet.read(questionnaire, source, &mut reading),
            Err(message) => reading.faults.push(sheet.grid.fault(at(MARK_PLACE), message)),
        }
    }
    reading
}

impl Found<'_> {
    /// The questionnaire, of the version that the book uses.
    fn questionnaire<'a>(&self, known: &Known<'a>) -> Result<&'a Questionnaire, Phrase> {
        let Some((id, version)) = &self.mark else {
            return Err(phrase("surveyin-no-mark"));
        };
        let in_book = known.issues.questionnaire(id);
        let found = in_book.or_else(|| known.questionnaires.iter().find(|it| it.id == *id));
        let found = found.ok_or_else(|| phrase("surveyin-questionnaire-unknown").with("id", quoted(id)))?;
        if found.version != *version {
            return Err(phrase("surveyin-other-version")
                .with("id", quoted(id))
                .with("written", quoted(version))
                .with("version", found.version.as_str()));
        }
        Ok(found)
    }

    fn read(&self, questionnaire: &Questionnaire, source: &Source, reading: &mut Reading) {
        let mut people = PeopleReader::new(questionnaire, source);
        let mut person = Person::default();
        for field in HeadField::ALL {
            if let Some(said) = self.field(at(field.place()), &mut people.faults) {
                people.field(&column(field), &said, &mut person);
            }
        }
        self.check_rows(questionnaire, &mut people.faults);
        let mut asked = 0usize;
        for (row, entry) in rows(questionnaire) {
            if let Entry::Statement(code) = entry {
                asked += 1;
                self.answer(row, code, &mut people, &mut person);
            }
        }
        let missing = asked - person.answers.len();
        if person.is_silent() && people.faults.is_empty() {
            people.faults.push(Fault {
                place: self.grid.place((FIRST_ROW + 1, ANSWER_COLUMN.into())),
                message: phrase("surveyin-sheet-empty"),
            });
        } else if missing > 0 && people.faults.is_empty() {
            people
                .notes
                .push(phrase("surveyin-note-missing").with("count", missing));
        }
        if people.faults.is_empty() {
            people.take(person, self.grid.place(at(HeadField::Staff.place())), false);
        }
        reading.names_waves |= people.settle_rounds();
        reading.rows += people.answers;
        reading.faults.append(&mut people.faults);
        for note in people.notes {
            if !reading.notes.contains(&note) {
                reading.notes.push(note);
            }
        }
        reading.responses.append(&mut people.people);
    }

    fn answer(&self, row: u32, code: &StatementCode, people: &mut PeopleReader, person: &mut Person) {
        let position = (row, u32::from(ANSWER_COLUMN));
        if let Some(said) = self.field(position, &mut people.faults) {
            people.answer(code, &said, person);
        }
    }

    /// Every row must say what it said when it was handed out, else an answer would be taken for another statement's.
    fn check_rows(&self, questionnaire: &Questionnaire, faults: &mut Vec<Fault>) {
        for (row, entry) in rows(questionnaire) {
            let Entry::Statement(code) = entry else { continue };
            let Some(statement) = questionnaire.statement(code) else {
                continue;
            };
            let position = (row, u32::from(CODE_COLUMN));
            if !says(self.grid, position, code.as_str()) {
                let message = phrase("surveyin-row-moved").with("code", code.as_str());
                faults.push(self.grid.fault(position, message));
                continue;
            }
            let position = (row, u32::from(STATEMENT_COLUMN));
            let said = letters(&text(self.grid, position).unwrap_or_default());
            if ![&statement.text.ja, &statement.text.en]
                .iter()
                .any(|own| letters(own) == said)
            {
                let message = phrase("surveyin-row-renamed")
                    .with("code", code.as_str())
                    .with("text", statement.text.ja.as_str());
                faults.push(self.grid.fault(position, message));
            }
        }
    }

    /// What stands in a cell; nothing for an empty one.
    fn field(&self, position: Position, faults: &mut Vec<Fault>) -> Option<Field> {
        let value = self.grid.get(position)?;
        if let Some(text) = written(value) {
            return Some(Field {
                place: self.grid.place(position),
                text: text.trim().to_owned(),
            });
        }
        faults.push(self.grid.fault(position, formula_fault(value)));
        None
    }
}

fn column(field: HeadField) -> SurveyColumn {
    match field {
        HeadField::Round => SurveyColumn::Round,
        HeadField::Staff => SurveyColumn::Staff,
        HeadField::Unit => SurveyColumn::Unit,
        HeadField::Role => SurveyColumn::Role,
        HeadField::Date => SurveyColumn::Date,
        HeadField::Position => SurveyColumn::Position,
    }
}
