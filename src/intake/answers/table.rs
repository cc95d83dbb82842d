//! A table of answers: wide, with a line for each person as web forms export it, or long, with a line for each answer.

use std::collections::BTreeSet;

use super::Finder;
use super::choose::{Chosen, choose};
use super::headings::{Lexicon, Meaning, Told};
use super::person::{PeopleReader, Person};
use crate::intake::order::{Fault, Known, Order, Place};
use crate::intake::part::{Reading, Source};
use crate::intake::rows::{Field, Rows};
use crate::intake::written::{plain, quoted};
use crate::issues::{StatementCode, SurveyColumn};
use crate::phrase::phrase;

/// What is said of a file in which no headings were found.
pub fn no_table() -> Reading {
    Reading {
        faults: vec![Fault::file(phrase("surveyin-no-headings"))],
        ..Reading::default()
    }
}

/// Reads a table.
pub fn read(rows: Rows, finder: &Finder, order: &Order, known: &Known, source: &Source) -> Reading {
    let mut reading = Reading {
        faults: rows.faults.clone(),
        ..Reading::default()
    };
    let texts = texts(&rows, finder);
    let written = questionnaire_written(&rows, finder, &mut reading);
    let lexicon = match choose(&finder.lexicons, &texts, written.as_deref(), order, known) {
        Chosen::This(lexicon) => lexicon,
        Chosen::Several => {
            reading.asks_questionnaire = true;
            reading.faults.push(Fault::file(
                phrase("surveyin-which-questionnaire").with("ids", ids(finder)),
            ));
            // Headings that are told in the same go need no second refusal.
            match finder.lexicons.first() {
                Some(any) => any,
                None => return reading,
            }
        }
        Chosen::NoSuch(id) => {
            let message = phrase("surveyin-no-such-questionnaire")
                .with("id", quoted(&id))
                .with("ids", ids(finder));
            reading.faults.push(Fault::file(message));
            return reading;
        }
    };
    let table = Table {
        meanings: meanings(&rows, lexicon, finder),
        rows,
        lexicon,
    };
    table.check_headings(&mut reading);
    if !reading.headings.is_empty() && !reading.asks_questionnaire {
        reading.questionnaire = Some(lexicon.questionnaire.id.clone());
    }
    if !reading
        .faults
        .iter()
        .any(|fault| fault.message.key() != "intake-undecodable")
    {
        let mut people = PeopleReader::new(lexicon.questionnaire, source);
        if table.is_long() {
            table.long(&mut people);
        } else {
            table.wide(&mut people);
        }
        table.finish(people, &mut reading);
    }
    reading
}

fn ids(finder: &Finder) -> String {
    let ids: Vec<&str> = finder.lexicons.iter().map(|it| it.questionnaire.id.as_str()).collect();
    ids.join(", ")
}

fn meanings(rows: &Rows, lexicon: &Lexicon, finder: &Finder) -> Vec<Meaning> {
    let mean = |heading: &Field| lexicon.meaning(&heading.text, &finder.columns);
    rows.headings.iter().map(mean).collect()
}

/// Texts that may hold the words of statements: the headings, and in a long table the statements of its lines.
fn texts<'a>(rows: &'a Rows, finder: &Finder) -> Vec<&'a str> {
    let mut texts: Vec<&str> = rows.headings.iter().map(|heading| heading.text.as_str()).collect();
    let statement = finder.lexicons.first().and_then(|lexicon| {
        let meanings = meanings(rows, lexicon, finder);
        meanings.iter().position(|meaning| *meaning == Meaning::Statement)
    });
    if let Some(column) = statement {
        let said: BTreeSet<&str> = rows
            .lines
            .iter()
            .filter_map(|line| line.get(column).map(|field| field.text.as_str()))
            .collect();
        texts.extend(said);
    }
    texts
}

/// The questionnaire that a column of the table names.
fn questionnaire_written(rows: &Rows, finder: &Finder, reading: &mut Reading) -> Option<String> {
    let lexicon = finder.lexicons.first()?;
    let meanings = meanings(rows, lexicon, finder);
    let column = meanings.iter().position(|meaning| *meaning == Meaning::Questionnaire)?;
    let mut fields = rows
        .lines
        .iter()
        .filter_map(|line| line.get(column))
        .filter(|field| !field.text.is_empty());
    let first = fields.next()?;
    if let Some(other) = fields.find(|field| field.text != first.text) {
        reading.faults.push(Fault {
            place: other.place.clone(),
            message: phrase("surveyin-two-questionnaires").with("written", quoted(&other.text)),
        });
    }
    Some(first.text.clone())
}

struct Table<'a> {
    rows: Rows,
    meanings: Vec<Meaning>,
    lexicon: &'a Lexicon<'a>,
}

impl Table<'_> {
    fn place_of(&self, wanted: &Meaning) -> Option<usize> {
        self.meanings.iter().position(|meaning| meaning == wanted)
    }

    fn statements(&self) -> impl Iterator<Item = &StatementCode> {
        self.meanings.iter().filter_map(|meaning| match meaning {
            Meaning::Kept(SurveyColumn::Statement(code)) => Some(code),
            _ => None,
        })
    }

    fn is_long(&self) -> bool {
        self.statements().next().is_none()
            && self.place_of(&Meaning::Statement).is_some()
            && self.place_of(&Meaning::Answer).is_some()
    }

    /// Refuses headings that nobody knows, that stand twice, or that contradict themselves; notes those that are not kept.
    fn check_headings(&self, reading: &mut Reading) {
        let mut seen: Vec<&Meaning> = Vec::new();
        let (mut personal, mut ignored) = (Vec::new(), Vec::new());
        for (column, (heading, meaning)) in self.rows.headings.iter().zip(&self.meanings).enumerate() {
            let written = quoted(&heading.text);
            let is_filled = self.rows.is_filled(column);
            let (message, asks) = match meaning {
                Meaning::Unknown(None) if is_filled => {
                    (phrase("surveyin-unknown-heading").with("heading", written), true)
                }
                Meaning::Unknown(Some(code)) if is_filled => (
                    phrase("surveyin-other-words")
                        .with("heading", written)
                        .with("code", code.as_str()),
                    true,
                ),
                Meaning::Contradicts(code, other) => (
                    phrase("surveyin-heading-contradicts")
                        .with("heading", written)
                        .with("code", code.as_str())
                        .with("other", other.as_str()),
                    true,
                ),
                Meaning::Kept(SurveyColumn::Statement(code))
                    if self.lexicon.questionnaire.statement(code).is_none() =>
                {
                    (
                        phrase("surveyin-no-such-statement")
                            .with("heading", written)
                            .with("code", code.as_str())
                            .with("questionnaire", self.lexicon.questionnaire.id.as_str()),
                        true,
                    )
                }
                Meaning::Blank if is_filled => (phrase("surveyin-blank-heading"), false),
                Meaning::Kept(SurveyColumn::Ignored) | Meaning::Ignored | Meaning::Unknown(_) => {
                    ignored.push(written);
                    continue;
                }
                Meaning::Personal => {
                    personal.push(written);
                    continue;
                }
                Meaning::Kept(_) | Meaning::Statement | Meaning::Answer if seen.contains(&meaning) => {
                    (phrase("intake-column-twice").with("column", written), false)
                }
                _ => {
                    seen.push(meaning);
                    continue;
                }
            };
            if asks && !reading.headings.contains(&heading.text) {
                reading.headings.push(heading.text.clone());
            }
            let place = heading.place.clone();
            reading.faults.push(Fault { place, message });
        }
        if self.statements().next().is_none() && !self.is_long() && reading.headings.is_empty() {
            reading.faults.push(Fault::file(phrase("surveyin-no-statements")));
        }
        if !personal.is_empty() {
            reading
                .notes
                .push(phrase("surveyin-note-personal").with("columns", personal.join(", ")));
        }
        if !ignored.is_empty() {
            reading
                .notes
                .push(phrase("intake-note-ignored-columns").with("columns", ignored.join(", ")));
        }
    }

    /// Reads what a line says of its person.
    fn about(&self, line: &[Field], people: &mut PeopleReader, person: &mut Person) {
        for (meaning, field) in self.meanings.iter().zip(line) {
            match meaning {
                Meaning::Kept(column) => people.field(column, field, person),
                Meaning::Stamp => people.stamp(field, person),
                _ => {}
            }
        }
    }

    fn wide(&self, people: &mut PeopleReader) {
        let mut silent = 0usize;
        let mut missing = 0usize;
        let asked = self.statements().count();
        for line in &self.rows.lines {
            let mut person = Person::default();
            let before = people.faults.len();
            self.about(line, people, &mut person);
            if people.faults.len() > before {
                continue;
            }
            if person.is_silent() {
                silent += 1;
                continue;
            }
            missing += asked - person.answers.len();
            people.take(person, place(line), true);
        }
        if silent > 0 {
            people
                .notes
                .push(phrase("surveyin-note-silent-lines").with("count", silent));
        }
        note_missing(missing, people);
    }

    fn long(&self, people: &mut PeopleReader) {
        let by = self
            .place_of(&Meaning::Respondent)
            .or_else(|| self.place_of(&Meaning::Kept(SurveyColumn::Staff)));
        let columns = (by, self.place_of(&Meaning::Statement), self.place_of(&Meaning::Answer));
        let (Some(by), Some(statement), Some(answer)) = columns else {
            let message = phrase("intake-missing-column").with("column", "respondent / 回答者");
            let place = self
                .rows
                .headings
                .first()
                .map_or(Place::File, |heading| heading.place.clone());
            people.faults.push(Fault { place, message });
            return;
        };
        let round = self.place_of(&Meaning::Kept(SurveyColumn::Round));
        let mut found: Vec<((String, String), Place, Person)> = Vec::new();
        for line in &self.rows.lines {
            let text = |column: usize| line.get(column).map_or("", |field| field.text.as_str());
            let key = (
                plain(text(by)),
                round.map_or_else(String::new, |round| plain(text(round))),
            );
            if key.0.is_empty() {
                let message = phrase("surveyin-no-respondent");
                people.faults.push(Fault {
                    place: place(line),
                    message,
                });
                continue;
            }
            let at = found.iter().position(|(known, ..)| *known == key).unwrap_or_else(|| {
                found.push((key, place(line), Person::default()));
                found.len() - 1
            });
            let Some((_, _, person)) = found.get_mut(at) else {
                continue;
            };
            self.about(line, people, person);
            let (Some(said), Some(given)) = (line.get(statement), line.get(answer)) else {
                continue;
            };
            match self.lexicon.told(&said.text) {
                Some(Told::Statement(code)) => people.answer(&code, given, person),
                _ => people.fault(
                    said,
                    phrase("surveyin-unknown-statement").with("written", quoted(&said.text)),
                ),
            }
        }
        let (answered, silent): (Vec<_>, Vec<_>) = found.into_iter().partition(|(.., person)| !person.is_silent());
        let asked = self.lexicon.questionnaire.statements().count();
        let missing = answered.iter().map(|(.., person)| asked - person.answers.len()).sum();
        for (_, place, person) in answered {
            people.take(person, place, true);
        }
        if !silent.is_empty() {
            people
                .notes
                .push(phrase("surveyin-note-silent-lines").with("count", silent.len()));
        }
        note_missing(missing, people);
    }

    fn finish(&self, mut people: PeopleReader, reading: &mut Reading) {
        reading.names_waves = people.settle_rounds();
        if people.people.is_empty() && people.faults.is_empty() && reading.faults.is_empty() {
            reading.faults.push(Fault::file(phrase("surveyin-no-answers")));
        }
        let questionnaire = self.lexicon.questionnaire;
        let not_asked: Vec<&str> = questionnaire
            .statements()
            .filter(|statement| !self.statements().any(|code| *code == statement.code))
            .map(|statement| statement.code.as_str())
            .collect();
        if !not_asked.is_empty() && !self.is_long() {
            reading
                .notes
                .push(phrase("surveyin-note-not-asked").with("codes", not_asked.join(", ")));
        }
        reading.faults.append(&mut people.faults);
        reading.notes.append(&mut people.notes);
        reading.rows = people.answers;
        reading.responses = people.people;
    }
}

fn place(line: &[Field]) -> Place {
    line.first().map_or(Place::File, |field| field.place.clone())
}

fn note_missing(missing: usize, people: &mut PeopleReader) {
    if missing > 0 {
        people
            .notes
            .push(phrase("surveyin-note-missing").with("count", missing));
    }
}
